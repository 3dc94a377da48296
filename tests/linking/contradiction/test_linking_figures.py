import pytest

from firsthand.linking.contradiction.figures import count_other_things, find_figures


@pytest.mark.parametrize("text", ["voters by 2-1", "a vote of 52-48", "one of the pilots", "they won 3 to 1"])
def test_ratios_and_one_of_many_count_nothing(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.parametrize("text", ["the Jan. 3 killing of a general", "a rally planned for 6 p.m. on the square"])
def test_days_and_hours_are_dates(text: str) -> None:
    assert [figure.is_date for figure in find_figures(text)] == [True]


def test_a_toll_stays_a_count() -> None:
    assert [figure.value for figure in find_figures("one dead, two missing")] == [1, 2]


def test_the_dead_are_not_the_missing() -> None:
    dead, missing = find_figures("11 people were killed. 19 people are missing")
    assert count_other_things(dead, missing)
    assert not count_other_things(dead, find_figures("12 people")[0])
