"""Where the marks of a story's drawing stand."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Certainty
from firsthand.serving.linked_stories import join_story
from firsthand.serving.views.statements import ArticleLink
from firsthand.serving.views.story_ways import NodeKind, Way, WayKind, WayNode, Ways, find_ways
from firsthand.serving.web.drawings.spark import HEIGHT, WIDTH, draw_spark
from firsthand.serving.web.drawings.story_scale import SHORTEST, make_scale, read_moment
from firsthand.serving.web.drawings.story_ways import LANES, ORIGINS, draw_ways, name_key
from tests.serving.made_story import make_links, make_records

DATES = st.one_of(
    st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(str),
    st.datetimes().map(lambda moment: moment.isoformat()),
    st.sampled_from([None, "", "yesterday", "2031", "9999-99-99", "2031-03-01T10:00+99:99"]),
)


@given(st.lists(DATES, min_size=1, max_size=60))
def test_later_articles_stand_further_right_and_apart(dates: list[str | None]) -> None:
    scale = make_scale(dates, 300, 1000)
    moments = sorted({moment for value in dates if (moment := read_moment(value)) is not None})
    places = [scale.places[moment] for moment in moments]
    assert all(later - earlier >= SHORTEST - 1e-6 for earlier, later in pairwise(places))
    assert all(300 <= scale.place(value) <= scale.end for value in dates)


def test_the_made_story_is_drawn_from_its_origins() -> None:
    drawing = draw_ways(find_ways(join_story(make_links(), make_records())))
    assert drawing is not None
    assert [lane.name for lane in drawing.lanes] == ["Moravel Courier", "Harbour Post", "Quay Radio"]
    assert [mark.kind for lane in drawing.lanes for mark in lane.marks] == ["own", "own", "copy", "own"]
    assert {source.name for source in drawing.sources} == {
        "unnamed, of Moravel Courier", "Ines Caldo", "the council of Vellmar",
    }  # fmt: skip
    assert drawing.left_out == ""
    assert [line.kind for line in drawing.lines][-1] is WayKind.COPY
    assert any(line.is_inferred for line in drawing.lines)


def make_large(outlets: int, origins: int) -> Ways:
    articles = [
        WayNode(f"article:{at}", NodeKind.ARTICLE, "A title", f"a-{at % outlets}", f"Outlet {at % outlets}",
                article=ArticleLink(str(at), "A title", "Outlet", None, str(date(2031, 1, 1) + timedelta(at // 3))))
        for at in range(3 * outlets)
    ]  # fmt: skip
    people = [WayNode(f"named:{at}", NodeKind.NAMED, f"Person {at}", str(at), "", claims=at) for at in range(origins)]
    ways = [
        Way(person.key, article.key, WayKind.FIRST_HAND, 1, Certainty.STATED)
        for person in people
        for article in articles
    ]
    return Ways((*articles, *people), tuple(ways))


def test_a_large_story_is_cut_to_what_can_be_followed_and_says_so() -> None:
    drawing = draw_ways(make_large(40, 50))
    assert drawing is not None
    assert (len(drawing.lanes), len(drawing.sources)) == (LANES, ORIGINS)
    assert len(drawing.lines) <= 3 * ORIGINS
    assert "12 of 40 outlets, 36 of 120 articles, 10 of 50 origins" in drawing.left_out


def test_nothing_stands_on_or_outside_another_thing() -> None:
    drawing = draw_ways(make_large(12, 10))
    assert drawing is not None
    heights = [source.y for source in drawing.sources]
    assert min(later - earlier for earlier, later in pairwise(heights)) >= 20
    places = [(mark.x, mark.y) for lane in drawing.lanes for mark in lane.marks]
    assert len(set(places)) == len(places)
    assert all(0 < x < drawing.width and 0 < y < drawing.axis for x, y in places)


def test_no_article_is_no_drawing() -> None:
    assert draw_ways(Ways((), ())) is None


@given(st.text(), st.text())
def test_keys_are_one_word_each(first: str, second: str) -> None:
    assert len(name_key(f"a{first}").split()) == 1
    assert (name_key(first) == name_key(second)) == (first == second)


@pytest.mark.parametrize("days", [{}, {"2031-03-01": 4}, {"2031": 2, "2031-03": 1}, {"2031-03-01": 1, "2031-03": 1}])
def test_one_day_needs_no_bars(days: dict[str, int]) -> None:
    assert draw_spark(days) is None


@given(st.dictionaries(st.dates(date(2000, 1, 1), date(2040, 1, 1)).map(str), st.integers(1, 90), min_size=2))
def test_bars_stay_in_their_field(days: dict[str, int]) -> None:
    spark = draw_spark(days)
    assert spark is not None
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH + 0.2 for bar in spark.bars)
    assert all(0 < bar.height <= HEIGHT and bar.y >= 0 for bar in spark.bars)
    assert max(bar.height for bar in spark.bars) == HEIGHT
