"""A claim over time, drawn."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.serving.views.claim import Carrier
from firsthand.serving.views.statements import ArticleLink
from firsthand.serving.web.drawings.claim_spread import WIDTH, draw_spread


def make_carrier(published: str | None, *, origin: bool = False, copy: bool = False) -> Carrier:
    article = ArticleLink("x", "A title", "Harbour Post", None, published)
    return Carrier(article, origin, article if copy else None)


def test_marks_stand_in_the_order_of_their_dates_and_say_what_they_are() -> None:
    carriers = [
        make_carrier("2031-03-01T08:00:00+02:00", origin=True),
        make_carrier("2031-03-03"),
        make_carrier("2031-03-10", copy=True),
        make_carrier(None),
    ]
    drawn = draw_spread(carriers)
    assert drawn
    assert [mark.kind for mark in drawn.marks] == ["origin", "own", "copy"]
    assert drawn.marks[0].x < drawn.marks[1].x < drawn.marks[2].x
    assert drawn.undated == 1
    assert [tick.words for tick in drawn.ticks][:1] == ["1 Mar"]


def test_articles_of_one_moment_stand_on_top_of_each_other() -> None:
    drawn = draw_spread([make_carrier("2031-03-01")] * 300)
    assert drawn
    assert len({mark.y for mark in drawn.marks}) == 300
    assert min(mark.y for mark in drawn.marks) > 0
    assert drawn.height < 250


def test_hours_are_told_where_it_is_all_of_one_day() -> None:
    drawn = draw_spread([make_carrier("2031-03-01T08:00:00+00:00"), make_carrier("2031-03-01T18:00:00+00:00")])
    assert drawn
    assert drawn.ticks[0].words == "1 Mar, 08:00"


def test_one_date_is_no_spread() -> None:
    assert draw_spread([make_carrier("2031-03-01"), make_carrier("March"), make_carrier(None)]) is None


@given(st.lists(st.none() | st.text(max_size=30) | st.datetimes().map(str) | st.dates().map(str), max_size=30))
def test_any_dates_are_survived(dates: list[str | None]) -> None:
    drawn = draw_spread([make_carrier(one) for one in dates])
    if drawn:
        assert len(drawn.marks) + drawn.undated == len(dates)
        assert all(0 <= mark.x <= WIDTH for mark in drawn.marks)
        assert len(drawn.ticks) <= 6
