"""How much a word tells of what a text is about: stems with weights from a shipped table, the same for every store."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from math import log
from pathlib import Path

import Stemmer  # a C extension without stubs

from firsthand.lexicons.function_words import FUNCTION_WORDS

TABLE = Path(__file__).parent / "model" / "document_frequencies.txt"
# A stem that is not in the table occurs in fewer than five of its articles: two is about their average.
UNSEEN = 2.0
LONGEST_WORD = 40  # characters; what is longer is no word, and is cut
# A number with its separators, a word with its inner apostrophes ("o'brien"), or initials ("u.s").
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_](?:\.[^\W\d_](?![^\W_]))+|[^\W_]+(?:'[^\W_]+)*")
ACCENT = re.compile(r"[\u0300-\u036f]+")
CACHED_WORDS = 1 << 16


def stem_words(text: str) -> list[str]:
    """The words of `text` in reading order as English stems: casefolded, without accents and possessive endings.

    Numbers lose their thousands' commas and initials their full stops; function words are kept. Linear in the text.
    """
    return [_stem(word) for word in WORD.findall(fold(text))]


def fold(text: str) -> str:
    """`text` casefolded and without accents; compatibility forms are made plain, curly apostrophes straight."""
    text = text.replace("’", "'")
    if not text.isascii():
        text = ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return text.casefold()


def weigh(stem: str) -> float:
    """How telling a stem is: log(articles / articles with it), from 0 (function words) to 8 (words never seen)."""
    return _load_weights().get(stem, _highest())


def weigh_stems(stems: Iterable[str], least: float) -> dict[str, float]:
    """The stems of at least this weight, with their weights, each once and in the order given."""
    return {stem: weight for stem in stems if (weight := weigh(stem)) >= least}


@lru_cache(CACHED_WORDS)
def _stem(word: str) -> str:
    """The stem of one word; most words of an article were stemmed before."""
    if word[0].isdigit():
        return word.replace(",", "")[:LONGEST_WORD]
    return _make_stemmer()(word.replace(".", "")[:LONGEST_WORD])


@cache
def _make_stemmer() -> Callable[[str], str]:
    stem: Callable[[str], str] = Stemmer.Stemmer("english").stemWord
    return stem


@cache
def _load_weights() -> dict[str, float]:
    """The weights of all stems of the table, and 0 for function words."""
    total, counts = read_table()
    weights = {stem: log(total / count) for stem, count in counts.items()}
    return weights | dict.fromkeys(map(_stem, FUNCTION_WORDS), 0.0)


@cache
def _highest() -> float:
    return log(read_table()[0] / UNSEEN)


def read_table(path: Path = TABLE) -> tuple[int, dict[str, int]]:
    """The number of articles that were counted, and in how many of them each stem occurs.

    The file's first line is the number; each further line holds the stems of one count, the count first.
    """
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines)
    return int(first), {stem: int(count) for count, *stems in rows for stem in stems}
