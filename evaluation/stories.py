"""Stories against gold ones: B-cubed F1 on corpora whose stories are known, and how many the packs fall into."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.shared_data import PACKS, read_pack, read_rows, require
from firsthand.linking.stories import find_edges, make_terms, partition
from firsthand.records import Annotations, Article

ECBPLUS_DEV = Path("data/ecbplus/dev.jsonl.gz")
GIVE5W1H_DEV = Path("data/stories_give5w1h/dev.jsonl.gz")


def score_stories(shared: Path) -> dict[str, float]:
    """B-cubed F1 in per cent on both corpora, and the number of stories of all packs in one store."""
    ecbplus = read_rows(require(shared, ECBPLUS_DEV))
    give5w1h = read_rows(require(shared, GIVE5W1H_DEV))
    return {
        "stories.ecbplus": 100 * score_rows(ecbplus, "subtopic"),
        "stories.give5w1h": 100 * score_rows(give5w1h, "story"),
        "stories.of_packs": float(count_pack_stories(shared)),
    }


def score_rows(rows: list[dict[str, Any]], label: str) -> float:
    """B-cubed F1 of the stories of these articles, the gold story's name being the field `label`."""
    articles = [Article(row["id"], row["text"], title=row.get("title"), published=row.get("date")) for row in rows]
    return score_b_cubed({row["id"]: row[label] for row in rows}, find_stories(articles))


def count_pack_stories(shared: Path) -> int:
    """The number of stories that the articles of all packs make in one store."""
    return len(find_stories([article for pack in PACKS for article in read_pack(require(shared, pack))]))


def find_stories(articles: list[Article]) -> list[tuple[str, ...]]:
    """The stories by words and dates alone, without known copies."""
    terms = {article.id: make_terms(Annotations(article)) for article in articles}
    return partition(list(terms), find_edges(terms))


def score_b_cubed(gold: Mapping[str, str], stories: list[tuple[str, ...]]) -> float:
    """F1 of the averages over articles of precision and recall of each one's story, from 0 to 1; 0 for no articles."""
    labelled: defaultdict[str, set[str]] = defaultdict(set)
    for id, label in gold.items():
        labelled[label].add(id)
    pairs = [(set(story), labelled[gold[id]]) for story in stories for id in story]
    precision = sum(len(found & right) / len(found) for found, right in pairs)
    recall = sum(len(found & right) / len(right) for found, right in pairs)
    return 2 * precision * recall / (precision + recall) / len(pairs) if pairs else 0.0
