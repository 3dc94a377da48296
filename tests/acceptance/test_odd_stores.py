"""Stores in which there is little or nothing to link, and articles that take each other's place."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from firsthand.engine.links import count_links, link
from firsthand.records import CopyKind
from firsthand.storage import Store, open_store
from tests.acceptance.linked_stores import MAYOR, add, describe, export, link_in_batches, read_article


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "odd.db") as store:
        yield store


def test_an_empty_store_has_nothing_to_link(store: Store) -> None:
    sums = link(store)
    assert set(msgspec.structs.astuple(sums)) == {0}
    assert link(store, anew=True) == sums == count_links(store)
    found = export(store)
    assert (found.articles, found.claims, found.stories, found.actors) == ((), (), (), ())


def test_articles_without_statements_dates_and_publishers_are_stories_of_their_own(store: Store) -> None:
    add(store, [read_article("x1", "The sea was grey."), read_article("x2", "Bread."), read_article("x3", "¿…?")])
    sums = link(store)
    assert (sums.articles, sums.stories, sums.claims) == (3, 3, 0)
    assert sorted(one.articles for one in export(store).stories) == [("x1",), ("x2",), ("x3",)]


def test_what_nobody_published_at_no_time_has_claims_without_a_day(store: Store) -> None:
    add(store, [read_article("x1"), read_article("x2", f"{MAYOR}\n\nThe ferry runs until then.")])
    assert link(store).stories == 1
    found = export(store)
    assert found.claims
    assert {one.first_seen for one in found.claims} == {None}
    statements = {one.id for article in found.articles for one in article.statements}
    assert {id for claim in found.claims for id in claim.statements} <= statements


def test_one_text_from_two_publishers_is_a_copy_with_one_origin(store: Store) -> None:
    first = read_article("x1", publisher="Lumme Herald", published="2026-02-02T08:00:00+00:00")
    second = read_article("x2", publisher="Ostrel Post", published="2026-02-02T11:00:00+00:00")
    assert add(store, [first, second]) == ["stored", "stored"]
    assert link(store).stories == 1
    found = export(store)
    assert [(one.article, one.of, one.kind) for one in found.copies] == [("x2", "x1", CopyKind.VERBATIM)]
    shared = [one for one in found.claims if one.articles == 2]
    assert shared
    assert {one.independent_origins for one in shared} == {1}


def test_a_revision_takes_the_place_of_its_article(tmp_path: Path) -> None:
    fields = {"publisher": "Lumme Herald", "published": "2026-02-02", "url": "https://herald.example/bridge"}
    first, other = read_article("x1", **fields), read_article("x2", publisher="Ostrel Post", published="2026-02-03")
    second = read_article("x1", MAYOR.replace("until June", "until August"), **fields)
    with open_store(tmp_path / "revised.db") as store:
        add(store, [first, other])
        link(store)
        assert add(store, [second]) == ["revision"]
        assert not store.links.is_current()
        assert link(store).articles == 2
        found = store.links.export_links()
        assert [sorted(one.articles) for one in found.stories] == [["x1~2", "x2"]]
        claimed = {id.partition(":")[0] for claim in found.claims for id in claim.statements}
        assert claimed == {"x1~2", "x2"}
        revised = describe(store)
    whole = link_in_batches(tmp_path / "whole.db", [[first, second, other]])
    assert revised == whole


def test_articles_added_without_vectors_get_them_when_linked(tmp_path: Path) -> None:
    records = [read_article("x1", publisher="Lumme Herald"), read_article("x2", publisher="Ostrel Post")]
    with open_store(tmp_path / "bare.db") as store:
        store.add([record for record, _ in records])
        assert store.links.find_without_vectors() == ["x1", "x2"]
        told: list[tuple[str, int, int]] = []
        link(store, progress=lambda *step: told.append(step))
        assert store.links.find_without_vectors() == []
        assert told == [("vectors", 1, 2), ("vectors", 2, 2), ("articles", 2, 2), ("stories", 1, 1)]
        bare = describe(store)
    assert bare == link_in_batches(tmp_path / "whole.db", [records])
