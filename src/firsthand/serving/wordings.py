"""One quote in several wordings: how the words that an outlet prints differ from those that were printed before.

Only words in quotation marks are compared; reported speech is the outlet's own wording anyway.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from firsthand.records import CopyKind, Form, Statement, evidence
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_lines import shorten

# Pairs of marks; one that is not closed ends with the text, or where the next begins. `“` closes what `„` opens.
QUOTED = re.compile(r"„([^„“”]+)[“”]?|“([^“”]+)”?|«([^«»]+)»?|\"([^\"]+)\"?")
WORD = re.compile(r"\w+(?:['’\-.,]\w+)*")
SHORTEST = 3  # words of a quote: two are in everybody's mouth
LONGEST = 150  # words compared: the comparison takes quadratic time
RIVALS = 12  # earlier quotes that one is compared with
ALIKE = 0.5  # of the words of both, in order: below that these are two quotes
CHANGES = 3  # shown of one pair


class Difference(StrEnum):
    """How a later wording of a quote stands to an earlier one."""

    SAME = "same words"
    SHORTENED = "shortened"
    EXTENDED = "longer"
    CHANGED = "changed"
    TRANSLATED = "translated"


@dataclass(frozen=True)
class Wording:
    """A statement's quote beside the earlier one that is most like it; `details` say what was left out or changed."""

    difference: Difference
    earlier: str
    details: tuple[str, ...] = ()


def compare_wordings(story: LinkedStory, statements: Iterable[str]) -> dict[str, Wording]:
    """Statement id → how its quote differs from the most similar earlier one of the same speaker, where there is one.

    `statements` are ids in the order of publication.
    """
    earlier: dict[str | None, list[tuple[str, list[str]]]] = {}
    translations = {copy.article for copy in story.links.copies if copy.kind is CopyKind.TRANSLATION}
    found: dict[str, Wording] = {}
    for id in statements:
        statement, record = story.statements[id]
        words = split_quote(record.article.text, statement)
        if len(words) < SHORTEST:
            continue
        rivals = earlier.setdefault(statement.speaker, [])
        if rival := _find_rival(words, rivals):
            wording = describe_difference(rival[1], words, rival[0])
            is_translated = record.article.id in translations and wording.difference is Difference.CHANGED
            found[id] = Wording(Difference.TRANSLATED, *rival[:1], wording.details) if is_translated else wording
        if len(rivals) < RIVALS:
            rivals.append((id, words))
    return found


def split_quote(text: str, statement: Statement) -> list[str]:
    """The quoted words of a statement: all of a direct one, else those in quotation marks."""
    content = evidence(text, statement.content)[: LONGEST * 40]
    quoted = content if statement.form is Form.DIRECT else " ".join(map(" ".join, QUOTED.findall(content)))
    return WORD.findall(quoted)[:LONGEST]


def describe_difference(before: list[str], after: list[str], earlier: str) -> Wording:
    """How the words `after` differ from those `before`, which statement `earlier` has."""
    matcher = SequenceMatcher(None, _fold(before), _fold(after), autojunk=False)
    changes = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    kinds: set[str] = {kind for kind, *_ in changes}
    details = []
    for kind, start, end, start_after, end_after in changes[:CHANGES]:
        lost, new = (shorten(" ".join(words)) for words in (before[start:end], after[start_after:end_after]))
        details.append({"delete": f"without “{lost}”", "insert": f"adds “{new}”"}.get(kind, f"“{new}” for “{lost}”"))
    if rest := len(changes) - CHANGES:
        details += [f"and {rest} more"] * (rest > 0)
    return Wording(_classify(kinds), earlier, tuple(details))


def _classify(kinds: set[str]) -> Difference:
    if not kinds:
        return Difference.SAME
    if kinds == {"delete"}:
        return Difference.SHORTENED
    return Difference.EXTENDED if kinds == {"insert"} else Difference.CHANGED


def _find_rival(words: list[str], rivals: list[tuple[str, list[str]]]) -> tuple[str, list[str]] | None:
    """The earlier quote most like this one, measured by the shorter of the two: a part is like the whole."""
    best, most = None, ALIKE
    for rival in rivals:
        matcher = SequenceMatcher(None, _fold(rival[1]), _fold(words), autojunk=False)
        shared = sum(block.size for block in matcher.get_matching_blocks())
        likeness = shared / min(len(words), len(rival[1]))
        if likeness > most:
            best, most = rival, likeness
    return best


def _fold(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]
