"""Searching by words, speaker, outlet and date; and that no query whatever breaks it."""

import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.storage import FacetCount, Facets, Query, Store, open_store
from firsthand.storage.found import MARK_END, MARK_START
from firsthand.storage.rows import find_day, fold_words
from firsthand.storage.search import MAXIMUM_LENGTH, MAXIMUM_WORDS, quote_words
from tests.storage.made_records import TEXT, make_record

SHUT = TEXT.replace("open", "shut").replace("Ana Reyes", "The minister")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("search") / "full.db") as store:
        store.add(
            [
                make_record("old", TEXT, publisher="Le Héraut", published="2025-02-28"),
                make_record("new", TEXT + " More.", publisher="Moravel Courier", published="2026-03-10T07:40:00+02:00"),
                make_record("undated", SHUT, publisher=None, published=None, title=None),
                make_record("revised", "Ana Reyes said “the port stays open”.", published="2024-01-01"),
                make_record("revised", "Nothing was said.", published="2024-01-02", title="Withdrawn"),
            ]
        )
        yield store


def statements(store: Store, **query: str | int | bool) -> list[str]:
    return [found.id for found in store.search_statements(Query(**query))]


def articles(store: Store, **query: str | int | bool) -> list[str]:
    return [found.article.id for found in store.search_articles(Query(**query))]


def test_words_are_all_asked_for_in_any_order(full: Store) -> None:
    assert statements(full, words="port") == ["new:1", "old:1", "undated:1"]
    assert statements(full, words="OPEN port") == ["new:1", "old:1"]
    assert statements(full, words="open lease") == []
    assert statements(full, words='"port stays"') == ["new:1", "old:1", "undated:1"]
    assert statements(full, words='"stays port"') == []
    assert statements(full, words="leas*") == ["new:2", "old:2", "undated:2"]
    assert statements(full, words="leas") == []


def test_a_statement_is_found_by_act_status_and_form(full: Store) -> None:
    assert statements(full, act="say") == ["new:1", "old:1", "revised~2:1", "undated:1"]
    kinds = {"act": "say", "status": "asserted", "form": "direct"}
    assert statements(full, words="port", **kinds) == ["new:1", "old:1", "undated:1"]
    assert statements(full, words="port", act="deny") == []
    assert articles(full, words="more", act="say") == ["new"]
    assert articles(full, form="mixed") == articles(full, actor="a-nobody") == []


def test_pages_follow_each_other(full: Store) -> None:
    whole = statements(full, speaker="réyes")
    assert [statements(full, speaker="réyes", limit=1, offset=number)[0] for number in range(4)] == whole
    assert statements(full, speaker="réyes", offset=4) == statements(full, since="2020", offset=10**9) == []
    assert articles(full, words="monday", offset=1) == articles(full, words="monday")[1:]
    assert [one.id for one in full.list_articles(limit=2, offset=1)] == ["old", "revised~2"]
    assert full.count_articles() == 4


def test_revisions_are_listed_from_any_of_their_ids(full: Store) -> None:
    for id in ("revised", "revised~2", "revised~2:1"):
        assert [(one.id, one.revision) for one in full.list_revisions(id)] == [("revised", 1), ("revised~2", 2)]
    with pytest.raises(UsageError, match="firsthand list"):
        full.list_revisions("none")


def test_facets_count_what_is_found(full: Store) -> None:
    facets = full.facet_statements(Query(words="port"))
    assert facets.total == 3
    assert facets.acts == (FacetCount("say", "say", 3),)
    assert facets.statuses == (FacetCount("asserted", "asserted", 3),)
    assert facets.speakers == ()  # nothing is linked
    assert facets.months == (FacetCount("2026-03", "2026-03", 1), FacetCount("2025-02", "2025-02", 1))
    assert facets.outlets == (
        FacetCount('"Le Héraut"', "Le Héraut", 1),
        FacetCount('"Moravel Courier"', "Moravel Courier", 1),
    )
    for facet in facets.outlets:
        assert len(statements(full, words="port", outlet=facet.value)) == facet.count
    assert full.facet_statements(Query(words="nowhere")) == Facets(0)
    assert full.facet_articles(Query(words="monday")).total == len(articles(full, words="monday"))


def test_an_outlet_in_quotation_marks_is_the_whole_name(full: Store) -> None:
    assert articles(full, outlet="courier") == ["new", "revised~2"]
    assert articles(full, outlet='"courier"') == []
    assert articles(full, outlet='"moravel courier"') == ["new", "revised~2"]


def test_of_very_many_matches_those_that_were_added_last_are_shown(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.storage.search.MOST_COUNTED", 2)
    assert statements(full, words="port", limit=2) == ["new:1", "undated:1"]
    assert len(statements(full, words="port", limit=20)) == 3  # whoever asks for more gets more
    assert full.facet_statements(Query(words="port")).total == 3  # more than are counted


def test_words_are_found_in_the_source_and_not_in_the_speakers_name(full: Store) -> None:
    assert statements(full, words="people") == ["new:2", "old:2", "undated:2"]
    assert statements(full, words="reyes") == ["new:1", "old:1"]


def test_a_speaker_is_found_by_name_or_as_printed(full: Store) -> None:
    assert statements(full, speaker="réyes") == ["new:1", "old:1", "revised~2:1", "undated:1"]
    assert statements(full, speaker="people talks") == ["new:2", "old:2", "revised~2:2", "undated:2"]
    assert statements(full, speaker="Reyes", words="shut") == ["undated:1"]
    assert statements(full, speaker="Reye") == []


def test_an_outlet_is_found_by_whole_words(full: Store) -> None:
    assert statements(full, words="port", outlet="heraut") == ["old:1"]
    assert statements(full, outlet="LE HÉRAUT", words="port") == ["old:1"]
    assert statements(full, words="port", outlet="hera") == []
    assert articles(full, outlet="courier") == ["new", "revised~2"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2026-03-10", "", ["new"]),
        ("", "2025-02-28", ["old", "revised~2"]),
        ("", "2025-02", ["old", "revised~2"]),
        ("2025-02", "2025-02", ["old"]),
        ("2025", "2025", ["old"]),
        ("2025-03", "2026-02", []),
        ("2026-03-11", "", []),
    ],
)
def test_dates_are_inclusive_and_as_precise_as_given(full: Store, since: str, until: str, found: list[str]) -> None:
    assert articles(full, since=since, until=until) == found


def test_articles_are_found_by_title_text_and_speaker(full: Store) -> None:
    assert articles(full, words="withdrawn") == ["revised~2"]
    assert articles(full, words="monday") == ["new", "old", "undated"]
    assert articles(full, words="monday", speaker="people") == ["new", "old", "undated"]
    assert articles(full, speaker="minister") == ["undated"]


def test_superseded_revisions_are_found_only_when_asked_for(full: Store) -> None:
    assert "revised:1" not in statements(full, words="open")
    assert statements(full, words="open", superseded=True) == ["new:1", "old:1", "revised:1"]
    assert articles(full, since="2024", until="2024", superseded=True) == ["revised~2", "revised"]


def test_the_limit_keeps_the_latest(full: Store) -> None:
    assert statements(full, words="port", limit=1) == ["new:1"]


def test_snippets_mark_what_matched(full: Store) -> None:
    (found,) = full.search_statements(Query(words="open", limit=1))
    assert found.snippet == f"“the port stays {MARK_START}open{MARK_END}”"
    assert (found.speaker, found.source, found.cue) == ("Ana Reyes", "Ana Reyes", "said")
    (article,) = full.search_articles(Query(words="monday", limit=1))
    assert f"{MARK_START}Monday{MARK_END}" in article.snippet
    (unmarked,) = full.search_statements(Query(outlet="heraut", limit=1))
    assert unmarked.snippet == unmarked.content


@given(words=st.text(), speaker=st.text(), outlet=st.text(), day=st.text(max_size=10))
def test_no_query_breaks_the_search(full: Store, words: str, speaker: str, outlet: str, day: str) -> None:
    query = Query(words=words, speaker=speaker, outlet=outlet, since=day, until=day)
    for search in (full.search_statements, full.search_articles):
        with contextlib.suppress(UsageError):
            assert isinstance(search(query), list)


SIGNS = [*"\"*():^-+{}\0\ud800’';\\%_", "AND", "OR", "NOT", "NEAR(", "--", "port", "content"]


@given(pieces=st.lists(st.sampled_from(SIGNS), max_size=15), joint=st.sampled_from(["", " "]))
def test_the_signs_of_query_languages_are_only_words(full: Store, pieces: list[str], joint: str) -> None:
    signs = joint.join(pieces)
    # With a word beside them they always ask for something.
    assert statements(full, words=f"nowhere {signs}") == []
    assert statements(full, speaker=f"nowhere {signs}") == []
    assert articles(full, words=f"nowhere {signs}", outlet=f"nowhere {signs}") == []


MANY = " ".join(f"w{number}" for number in range(MAXIMUM_WORDS + 1))


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        *((words, "letters or digits") for words in ("", "   ", "—", '"""', "***", "\0")),
        ("x" * (MAXIMUM_LENGTH + 1), "longer than"),
        ("a* b* c* d* e* f*", "beginnings of words"),
        *((words, "more than") for words in (MANY, f'"{MANY}"', f'"{"a " * (MAXIMUM_WORDS + 1)}"')),
    ],
)
def test_queries_that_ask_for_nothing_or_too_much_say_so(words: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        quote_words(words)


def test_words_are_quoted_once() -> None:
    assert quote_words('port "of  call" port leas* x"y') == '"port" AND "of  call" AND "leas"* AND "x" AND "y"'


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-03-10", "2026-03-10"),
        ("2026-03-10T07:40:00+02:00", "2026-03-10"),
        ("2026-03-10 07:40", "2026-03-10"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("20260310", None),
        ("10 March 2026", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_as_precise_as_its_date(published: str | None, day: str | None) -> None:
    assert find_day(published) == day


def test_names_are_compared_without_case_and_accents() -> None:
    assert fold_words("Le  HÉRAUT, S.A.") == " le heraut s a "
    assert fold_words(None) == "  "
