"""The dates that statements mean: "tomorrow" in words that can be checked on a calendar."""

import re
from collections.abc import Sequence

from firsthand.records import Annotations, Span, Statement, Timex
from firsthand.serving.dates_in_words import word_known_date
from firsthand.serving.report_lines import QUIET, Piece, count, shorten

SHOWN = 4  # dates of one statement; lists of dates belong to the article
WORD = re.compile(r"[^\W\d_]+|\d+")
# Say nothing about which day it is, so the article need not print them.
LINKS = frozenset(("of", "to", "about", "perhaps", "since", "until"))


def find_meant_dates(record: Annotations, statements: Sequence[Statement]) -> dict[int, list[Piece]]:
    """Place in `statements` → its dates whose printed words leave something open, as notes, in reading order.

    A date belongs to the innermost statement whose content holds it, else to one that covers it. Covered passages also
    hold the dates of other statements; those are shown there as such.
    """
    text, year = record.article.text, (record.article.published or "")[:4]
    found: dict[int, dict[str, str]] = {}
    for timex, owner in zip(record.timexes, _find_owners(record.timexes, statements), strict=True):
        if owner is not None:
            printed = shorten(text[slice(*timex.span)])
            if meant := word_meaning(printed, timex, year):
                found.setdefault(owner, {}).setdefault(printed.casefold(), f"“{printed}” = {meant}")
    return {owner: _limit(list(dates.values())) for owner, dates in found.items()}


def word_meaning(printed: str, timex: Timex, year: str) -> str | None:
    """The date in words, where the printed ones don't say it all; the article's own `year` goes without saying.

    None for durations, for habits ("every week"), and for "now".
    """
    meant = word_known_date(timex.edtf or "") or (word_known_date(timex.value) if timex.type != "SET" else None)
    if not meant:
        return None
    words = set(WORD.findall(printed.casefold()))
    # "Feb." prints February, "1990s" the 1990s.
    is_said = all(
        any(needed.startswith(word) and (len(word) > 2 or word == needed) for word in words)
        for needed in WORD.findall(meant.casefold())
        if needed not in LINKS and needed != year
    )
    return None if is_said else meant


def _find_owners(timexes: Sequence[Timex], statements: Sequence[Statement]) -> list[int | None]:
    by_content = _find_holders(timexes, [(span, at) for at, one in enumerate(statements) for span in one.content])
    by_covers = _find_holders(timexes, [(span, at) for at, one in enumerate(statements) for span in one.covers])
    said = {statement.said_on for statement in statements}
    return [
        covers if content is None and timex.value not in said else content
        for timex, content, covers in zip(timexes, by_content, by_covers, strict=True)
    ]


def _find_holders(timexes: Sequence[Timex], spans: list[tuple[Span, int]]) -> list[int | None]:
    """For each time expression the owner of the shortest span that holds it. One sweep from left to right."""
    holders: list[int | None] = [None] * len(timexes)
    waiting = sorted(spans, reverse=True)
    open_spans: list[tuple[Span, int]] = []
    for place in sorted(range(len(timexes)), key=lambda place: timexes[place].span):
        start, end = timexes[place].span
        while waiting and waiting[-1][0][0] <= start:
            open_spans.append(waiting.pop())
        open_spans = [one for one in open_spans if one[0][1] > start]
        around = [(last - first, owner) for (first, last), owner in open_spans if last >= end]
        holders[place] = min(around)[1] if around else None
    return holders


def _limit(dates: list[str]) -> list[Piece]:
    rest = len(dates) - SHOWN
    if rest > 1:
        dates[SHOWN:] = [count(rest, "more date")]
    return [(words, QUIET) for words in dates]
