"""Claims in a list."""

import pytest

from firsthand.errors import UsageError
from firsthand.records import ClaimStatus
from firsthand.serving.views.claims import ClaimSearch, find_claims, find_rows, read_search
from firsthand.storage import ClaimOrder, Store
from tests.serving.made_story import DENIAL, SALE, STORY, VOTE


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (ClaimSearch(), [SALE, DENIAL, VOTE]),
        (ClaimSearch(words="will not"), [DENIAL]),
        (ClaimSearch(status=ClaimStatus.DISPUTED), [SALE]),
        (ClaimSearch(anonymous=True), [VOTE]),
        (ClaimSearch(story=STORY, words="sold", order=ClaimOrder.ORIGINS), [SALE, DENIAL]),
        (ClaimSearch(words="bridge"), []),
    ],
)
def test_every_field_that_is_given_must_hold(store: Store, search: ClaimSearch, expected: list[str]) -> None:
    found = find_claims(store, search)
    assert [one.id for one in found.page.items] == expected
    assert found.total == len(expected)


def test_a_row_says_what_a_list_shows(store: Store) -> None:
    first, _, last = find_claims(store, ClaimSearch()).page.items
    assert (first.origins, last.origins) == ("2 origins", "1 or 2 origins")
    assert (first.story.id, first.story.title) == (STORY, "The old pier of Vellmar is for sale")
    assert (first.articles, first.first_seen, last.anonymous_only) == (4, "2031-03-01T07:00:00+00:00", True)


def test_pages_follow_each_other_without_a_gap(store: Store) -> None:
    first, second = (find_claims(store, ClaimSearch(), offset, 2) for offset in (0, 2))
    assert [one.id for one in (*first.page.items, *second.page.items)] == [SALE, DENIAL, VOTE]
    assert (first.page.has_more, second.page.has_more) == (True, False)
    assert first.total == second.total == 3


def test_a_story_is_named_whatever_of_it_was_given(store: Store) -> None:
    for id in (STORY, SALE, "m3:1", "m4"):
        found = find_claims(store, ClaimSearch(story=id))
        assert found.story
        assert found.story.id == STORY


def test_rows_by_id_leave_out_what_is_no_claim(store: Store) -> None:
    assert [row.id for row in find_rows(store, (VOTE, "c-none", SALE))] == [VOTE, SALE]


@pytest.mark.parametrize("given", [{"status": "true"}, {"order": "best"}])
def test_what_is_on_no_list_is_refused_with_the_list(given: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="it is one of "):
        read_search(**given)  # type: ignore[arg-type]


def test_an_unknown_story_and_a_page_out_of_bounds_are_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="nothing has this id"):
        find_claims(store, ClaimSearch(story="s-nowhere"))
    for offset, limit in ((-1, 10), (0, 0), (0, 10_000)):
        with pytest.raises(UsageError, match="is a number from"):
            find_claims(store, ClaimSearch(), offset, limit)
