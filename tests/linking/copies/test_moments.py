"""Moments of publication, and how far apart they are in words."""

import pytest

from firsthand.linking.copies.moments import Moment, describe_gap, subtract


@pytest.mark.parametrize(
    ("later", "earlier", "words"),
    [
        ("2026-03-10T09:40", "2026-03-10T07:40", "published two hours later"),
        ("2026-03-10T09:41+02:00", "2026-03-10T07:40Z", "published one minute later"),
        ("2026-03-10", "2026-03-10T07:40", "no telling from the dates which came first"),
        ("2026-03-13", "2026-03-10", "published three days later"),
        ("2026-03-10", "2026-03-10", "no telling from the dates which came first"),
        ("2026-03-09", "2026-03-10", "dated earlier than the text that it credits"),
        ("2026-03-10T07:10", "2026-03-10T07:40", "dated earlier than the text that it credits"),
        ("soon", None, "no telling from the dates which came first"),
    ],
)
def test_gaps_are_told_in_words(later: str | None, earlier: str | None, words: str) -> None:
    assert describe_gap(subtract(Moment(later), Moment(earlier))) == words


def test_days_and_times_are_in_order_and_the_undated_last() -> None:
    ordered = ["2026-03-09T23:00", "2026-03-10T07:40", "2026-03-10T09:00+01:00", "2026-03-11", None]
    mixed = [ordered[place] for place in (4, 2, 0, 3, 1)]
    assert sorted(mixed, key=lambda published: Moment(published).key) == ordered
