"""Count in how many news articles each stem occurs: the table that linking weighs words by.

python -m training.word_weights --shared DIR     writes src/firsthand/linking/model/document_frequencies.txt

Only counts are kept, of the 30,000 most frequent stems that at least five articles have; no two words of an article
stay together. Repeated texts are counted once. See decisions/0022.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from firsthand.linking.word_weights import TABLE, stem_words
from training.corpora import read_rows

CORPORA = (
    "news_e2e_allsides/load.jsonl.gz",  # US news and opinion, 2018 and 2019
    "newswire_te3silver/dev.jsonl.gz",  # agencies' wire, 1997 to 2007
    "polnear/polnear_train.jsonl.gz",  # US political news, 2015 and 2016
)
MOST_STEMS = 30_000
FEWEST_ARTICLES = 5


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds data/")
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    paths = [arguments.shared / "data" / name for name in CORPORA]
    total, counts = count_stems(f"{row.get('title') or ''}\n{row['text']}" for path in paths for row in read_rows(path))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(format_table(total, counts), encoding="utf-8")
    print(f"{arguments.out}: {total} articles, {len(keep_stems(counts))} stems")


def count_stems(texts: Iterable[str]) -> tuple[int, Counter[str]]:
    """The number of different texts, and in how many of them each stem occurs."""
    different = dict.fromkeys(texts)
    counts: Counter[str] = Counter()
    for text in different:
        counts.update(set(stem_words(text)))
    return len(different), counts


def keep_stems(counts: Counter[str]) -> list[tuple[str, int]]:
    """The stems worth shipping, the most frequent first; those of one count in order of the alphabet."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(stem, count) for stem, count in ranked[:MOST_STEMS] if count >= FEWEST_ARTICLES]


def format_table(total: int, counts: Counter[str]) -> str:
    """The table's text: the number of articles, then one line for each count, with its stems."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for stem, count in keep_stems(counts):
        lines[count].append(stem)
    return "\n".join([str(total), *(f"{count} {' '.join(stems)}" for count, stems in lines.items())]) + "\n"


if __name__ == "__main__":
    main()
