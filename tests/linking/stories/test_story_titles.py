"""Titles of stories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.entries import Entry
from firsthand.linking.stories.headlines import LONGEST, clean_headline, shorten
from firsthand.linking.stories.titles import UNTITLED, find_lead, make_title
from firsthand.records import Annotations, Article, Section, SectionKind
from tests.linking.stories.made_articles import DAM, make_record


def make_entries(articles: list[tuple[str | None, str]]) -> list[Entry]:
    days = (f"2026-03-0{at}" for at in range(1, 9))
    return [Entry(make_record(f"a{day}", *article, day)) for article, day in zip(articles, days, strict=False)]


@pytest.mark.parametrize(
    ("title", "publisher", "clean"),
    [
        ("Dam bursts at Ostrel - Bloomberg", None, "Dam bursts at Ostrel"),
        ("Dam bursts at Ostrel - The Nordby Tide", "Nordby Tide", "Dam bursts at Ostrel"),
        ("Dam bursts at Ostrel – Nordby Courier", None, "Dam bursts at Ostrel"),
        ("Dam bursts at Ostrel | World | Tide.com", "tide.com", "Dam bursts at Ostrel"),
        ("Dam bursts - and nobody knows why", None, "Dam bursts - and nobody knows why"),
        ("LIVE: Oshtrev answers", None, "Oshtrev answers"),
        ("UPDATE 3-Tamasca cuts toll", None, "Tamasca cuts toll"),
        ("Update no. 2: Dam bursts", None, "Dam bursts"),
        ("OPINION: LIVE - Who pays?", None, "Who pays?"),
        ("Iran: missiles hit bases", None, "Iran: missiles hit bases"),
        ("Read the report", None, "Read the report"),
        ("  Two\n lines  ", None, "Two lines"),
        ("The Tide", "The Tide", "The Tide"),
        ("", None, ""),
    ],
)
def test_headlines_are_cleaned(title: str, publisher: str | None, clean: str) -> None:
    assert clean_headline(title, publisher) == clean


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    lead = "The dam at Ostrel burst on Monday morning after a week of rain, and the village of Kanny was flooded, " * 2
    assert shorten(lead) == (
        "The dam at Ostrel burst on Monday morning after a week of rain, and the village of Kanny was flooded…"
    )
    assert shorten("word " * 50).endswith("word…")
    assert shorten("Short.") == "Short"


def test_the_most_central_headline_is_taken() -> None:
    odd = ("Was it the rain?", "Nobody at Ostrel knows.")
    assert make_title(make_entries([odd, *DAM])) in {title for title, _ in DAM}
    assert make_title(make_entries([*DAM, odd])) in {title for title, _ in DAM}


def test_the_order_does_not_matter_and_the_earlier_of_equals_wins() -> None:
    entries = make_entries(DAM)
    assert make_title(entries) == make_title(entries[::-1])
    assert make_title(make_entries([("Ostrel floods Kanny", ""), ("Kanny floods Ostrel", "")])) == "Ostrel floods Kanny"


def test_a_lead_stands_for_a_missing_headline() -> None:
    entries = make_entries([(None, text) for _, text in DAM])
    assert make_title(entries) in {text.removesuffix(".") for _, text in DAM}
    assert make_title(make_entries([(None, DAM[0][1]), DAM[1]])) == DAM[1][0]


def test_addresses_titles_and_datelines_are_no_lead() -> None:
    text = "http: / / tide. example / one two\nDam bursts\nKANNY - The old dam burst on Monday."
    place = text.index("KANNY")
    sections = (Section(SectionKind.DATELINE, (place, place + 5)),)
    assert find_lead(Article("a", text, sections=sections)) == "The old dam burst on Monday."


@pytest.mark.parametrize("entries", [[], make_entries([("", "")]), make_entries([(None, "…")])])
def test_without_words_there_is_no_title(entries: list[Entry]) -> None:
    assert make_title(entries) == UNTITLED


@given(st.lists(st.tuples(st.none() | st.text(), st.text()), max_size=4), st.none() | st.text())
def test_any_titles_are_survived(articles: list[tuple[str | None, str]], publisher: str | None) -> None:
    entries = [
        Entry(Annotations(Article(str(at), text, title=title, publisher=publisher)))
        for at, (title, text) in enumerate(articles)
    ]
    assert 0 < len(make_title(entries)) <= LONGEST + 1


@pytest.mark.parametrize("title", ["a " * 500_000, "- " * 500_000, "live: " * 200_000, "a-" * 500_000])
def test_a_title_without_end_is_survived(title: str) -> None:
    assert len(clean_headline(title)) <= LONGEST + 1
