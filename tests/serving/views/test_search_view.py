from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.serving.story_cache import StoryCache
from firsthand.serving.views.search import CHOOSABLE, ask, find_articles, find_statements, find_wider, list_chosen
from firsthand.storage import Query, Store, open_store
from tests.serving.web.conftest import examples_store

__all__ = ["examples_store"]


@pytest.fixture(scope="module")
def store(examples_store: Path) -> Iterator[Store]:
    with open_store(examples_store) as opened:
        yield opened


def make_query(**given: str) -> Query:
    return ask({name: given.get(name, "") for name in CHOOSABLE}, 0, 20)


def test_nothing_asked_finds_everything_with_facets_that_add_up(store: Store) -> None:
    found = find_statements(store, make_query())
    assert len(found.page.items) == 20 and found.page.has_more
    assert sum(one.count for one in found.facets.statuses) == found.facets.total
    days = [row.article.published or "" for row in found.page.items]
    assert days == sorted(days, reverse=True)


def test_each_facet_finds_as_many_as_it_says(store: Store) -> None:
    facets = find_statements(store, make_query(words="port")).facets
    assert facets.acts and facets.statuses and facets.speakers and facets.outlets and facets.months
    fields = {"act": facets.acts, "status": facets.statuses, "actor": facets.speakers, "outlet": facets.outlets}
    for field, counts in fields.items():
        for one in counts:
            assert find_statements(store, make_query(words="port", **{field: one.value})).facets.total == one.count
    for one in facets.months:
        narrowed = make_query(words="port", since=one.value, until=one.value)
        assert find_statements(store, narrowed).facets.total == one.count


def test_a_row_has_its_words_who_says_them_and_their_claims(store: Store) -> None:
    rows = find_statements(store, make_query(words="port")).page.items
    assert any("\x02" in row.snippet for row in rows)
    claimed = next(row for row in rows if row.claims)
    assert claimed.story is not None and claimed.story.title
    assert claimed.claims[0].story.id == claimed.story.id
    speaking = next(row for row in rows if row.speaker)
    assert speaking.speaker and speaking.speaker.name == speaking.named


def test_articles_are_found_by_who_speaks_in_them(store: Store) -> None:
    found = find_articles(store, make_query(act="deny"), StoryCache())
    assert 0 < found.facets.total < 27
    assert len(found.page.items) == min(20, found.facets.total)


def test_what_is_chosen_is_told_in_words(store: Store) -> None:
    actor = find_statements(store, make_query()).facets.speakers[0]
    query = make_query(words="port", actor=actor.value, outlet='"Trade Gazette"', since="2026-03", until="2026-03")
    told = {one.label: (one.name, one.fields) for one in list_chosen(store, query)}
    assert told == {
        "words": ("port", ("words",)),
        "speaker": (actor.name, ("actor",)),
        "outlet": ("Trade Gazette", ("outlet",)),
        "published": ("March 2026", ("since", "until")),
    }
    assert [one.label for one in list_chosen(store, make_query(since="2026-03", until="2026-05"))] == ["from", "to"]
    assert list_chosen(store, make_query(actor="a-nobody"))[0].name == "a-nobody"


def test_what_to_leave_out_where_nothing_is_found(store: Store) -> None:
    query = make_query(words="zebra", act="deny")
    assert find_statements(store, query).facets.total == 0
    (wider,) = find_wider(store, query, list_chosen(store, query))
    assert wider.without.fields == ("words",)
    assert wider.total == find_statements(store, make_query(act="deny")).facets.total
    assert find_wider(store, query, list_chosen(store, query), articles=True)[0].total > 0


@pytest.mark.parametrize(
    ("given", "subject"), [({"act": "sing"}, "sing"), ({"since": "March"}, "March"), ({"form": "loud"}, "loud")]
)
def test_what_can_not_be_asked_is_told(given: dict[str, str], subject: str) -> None:
    with pytest.raises(UsageError) as error:
        make_query(**given)
    assert error.value.subject == subject


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(CHOOSABLE), st.text(max_size=40)))
def test_any_words_find_something_nothing_or_say_why(store: Store, given: dict[str, str]) -> None:
    try:
        query = make_query(**given)
        found = find_statements(store, query)
        chosen = list_chosen(store, query)
        assert len(find_wider(store, query, chosen)) <= len(chosen)
        assert len(found.page.items) <= found.facets.total
    except UsageError:
        return  # it says what is wrong, as other tests hold
