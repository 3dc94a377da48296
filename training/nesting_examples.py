"""Examples of statements inside statements, which no corpus at hand annotates.

Two kinds. A content of PolNeAR, tagged by the teacher as a text of its own, shows what stands inside real contents.
A sentence of PolNeAR with its gold attribution, put into somebody's mouth ("Anne Roux said that …"), shows what the
teacher misses there: speech within quoted speech.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from firsthand.extraction.decoding import ROLES
from firsthand.text.words import split_paragraphs

QUOTES = frozenset("\"“”„«»‘’'`")
SAY_THAT = ("said", "said that", "says", "told reporters that", "argued that", "claimed", "added that", "warned that")
SAY = ("said", "said", "says", "told reporters", "added", "explained", "recalled", "wrote")
# Opening words that lose their capital inside a sentence.
LOWERED = frozenset(
    "The A An He She They It We In On At As But And This That These Those His Her Their Its Some Many Most All One "
    "According After Before While When If For With From Both Several Officials Critics Sources".split()
)
CONTEXT = 60  # words of each neighbouring paragraph that stand around a made sentence
Marks = list[tuple[int, int, int]]  # start, end, index of the role


@dataclass(frozen=True)
class Nested:
    """A text with its inner attribution: spans of (start, end, role), and where the outer content stands.

    `origin` is where the content's sentence began in the article: labels of the article may be moved here.
    """

    text: str
    marks: Marks
    content: tuple[int, int]
    origin: int


def collect_sources(rows: Iterable[dict[str, Any]]) -> set[str]:
    """Short named or described sources of a corpus, to speak in made sentences."""
    texts = (row["text"][s:e] for row in rows for a in row["attributions"] for s, e in (a.get("source") or [])[:1])
    return {text for text in texts if 2 <= len(text.split()) <= 7 and text[0].isupper()}


def make_nested(row: dict[str, Any], sources: list[str], generator: random.Random) -> Iterator[Nested]:
    """One example for every second sentence of an article that holds a whole attribution."""
    text = row["text"]
    paragraphs = split_paragraphs(text)
    for number, (start, end) in enumerate(paragraphs):
        for first, last in split_at_stops(text, start, end):
            marks = find_marks(row, first, last)
            if not marks or generator.random() < 0.5 or not 5 < len(text[first:last].split()) < 45:
                continue
            around = find_context(text, paragraphs, number)
            yield wrap(text, (first, last), marks, generator, generator.choice(sources), around)


def find_context(text: str, paragraphs: list[tuple[int, int]], number: int) -> tuple[str, str]:
    """The end of the paragraph before this one, and the beginning of the one after it."""
    before, after = paragraphs[:number][-1:], paragraphs[number + 1 :][:1]
    return (" ".join(" ".join(text[start:end].split()[-CONTEXT:]) for start, end in before),
            " ".join(" ".join(text[start:end].split()[:CONTEXT]) for start, end in after))


def split_at_stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Rough sentences: up to a full stop before a space and a capital."""
    first = start
    for place in range(start, end - 2):
        if text[place] in ".!?" and text[place + 1] == " " and text[place + 2].isupper() and place - first > 25:
            yield first, place + 1
            first = place + 2
    yield first, end


def find_marks(row: dict[str, Any], first: int, last: int) -> Marks:
    """The roles in a sentence; empty unless only whole attributions stand there, and no quotation."""
    if any(mark in QUOTES for mark in row["text"][first:last].replace("’s", "")):
        return []
    marks: Marks = []
    for attribution in row["attributions"]:
        spans = [(s, e, index) for index, role in enumerate(ROLES) for s, e in attribution.get(role) or ()]
        inside = [first <= s and e <= last for s, e, _ in spans]
        if any(inside) and not all(inside):
            return []
        if all(inside) and {index for _, _, index in spans} == {0, 1, 2}:
            marks += spans
    return sorted(marks)


def wrap(text: str, span: tuple[int, int], marks: Marks, generator: random.Random, source: str,
         context: tuple[str, str]) -> Nested:
    """The sentence as somebody's words, directly or indirectly, with its neighbours around it."""
    first, last = span
    sentence = text[first:last].rstrip(" .")
    head, body, tail = put_into_mouth(sentence, source, generator)
    before = f"{context[0]}\n\n" if context[0] else ""
    head = before + head[0].upper() + head[1:]
    made = f"{head}{body}{tail}" + (f"\n\n{context[1]}" if context[1] else "")
    shift = len(head) - first
    moved = [(s + shift, min(e, first + len(sentence)) + shift, index) for s, e, index in marks]
    return Nested(made, moved, (len(head), len(head) + len(body)), first)


def put_into_mouth(sentence: str, source: str, generator: random.Random) -> tuple[str, str, str]:
    """What stands before the words, the words, what stands after them: X said that …; "…" X said; X said: "…"."""
    if generator.random() < 0.5:
        lower = sentence[0].lower() + sentence[1:] if sentence.split()[0] in LOWERED else sentence
        return f"{source} {generator.choice(SAY_THAT)} ", lower, "."
    if generator.random() < 0.6:
        return "“", sentence, f",” {source} {generator.choice(SAY)}."
    return f"{source} {generator.choice(SAY)}: “", sentence, ".”"
