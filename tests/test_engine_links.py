"""The engine's way through linking: what it tells, explains and traces, and that vectors are kept when adding."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand import engine
from firsthand.engine.links import count_links, link
from firsthand.errors import UsageError
from firsthand.linking.linker import read_vectors
from firsthand.storage import Store, open_store
from tests.acceptance.linked_stores import MAYOR, add, read_article
from tests.serving.fakes import FakeExtractor


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two outlets with one text, and one that says more."""
    with open_store(tmp_path / "links.db") as store:
        herald = read_article("x1", publisher="Lumme Herald", published="2026-02-02")
        post = read_article("x2", publisher="Ostrel Post", published="2026-02-03")
        later = MAYOR.replace("until June", "until August").replace("on Monday", "on Thursday")
        add(store, [herald, post, read_article("x3", later, publisher="Radio Lumme", published="2026-02-06")])
        yield store


def test_a_run_tells_how_far_it_is_and_sums_up(store: Store) -> None:
    told: list[tuple[str, int, int]] = []
    sums = link(store, progress=lambda *step: told.append(step))
    assert told == [("articles", 3, 3), ("stories", 1, 1)]
    found = store.links.export_links()
    assert (sums.articles, sums.stories, sums.linked) == (3, 1, 1)
    assert (sums.claims, sums.copies) == (len(found.claims), len(found.copies))
    assert sums.disputed == sum(one.status == "disputed" for one in found.claims)
    assert sums.corroborated == sum(one.status == "corroborated" for one in found.claims)
    assert link(store) == count_links(store)


def test_a_claim_is_explained_by_statements_and_articles_that_are_there(store: Store) -> None:
    link(store)
    claims = store.links.export_links().claims
    claim = max(claims, key=lambda one: one.articles)
    assert claim.articles > 1
    steps = store.links.load_steps(claim.id)
    assert {step.statement for step in steps if step.statement} <= set(claim.statements)
    assert {step.article for step in steps if step.article} <= {"x1", "x2", "x3"}
    assert all(step.text.endswith(".") for step in steps)
    assert len(steps) >= len(claim.statements)


def test_what_is_no_claim_has_no_steps(store: Store) -> None:
    link(store)
    for id in ("x1", "c-nothing"):
        with pytest.raises(UsageError, match="no claim"):
            store.links.load_steps(id)


def test_the_positions_of_an_actor_come_in_order_of_time(store: Store) -> None:
    link(store)
    found = store.links.export_links()
    (reyes,) = [one.id for one in found.actors if one.name.endswith("Reyes")]
    positions = store.links.load_positions(reyes)
    assert positions
    assert [one.date for one in positions] == sorted(one.date for one in positions)
    assert {one.statement.partition(":")[0] for one in positions} <= {"x1", "x2", "x3"}
    assert store.links.load_positions("a-nobody") == []


def test_vectors_are_kept_when_articles_are_added(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"id": "x1", "text": MAYOR}) + "\n", encoding="utf-8")
    with open_store(tmp_path / "added.db") as store:
        assert [str(one.fate) for one in engine.add_all(store, path)] == ["stored"]
        assert store.links.find_without_vectors() == []
        ((record, vectors),) = store.links.load_entries(["x1"])
        rows = read_vectors(record, vectors)
        assert rows is not None
        assert rows.any()


def test_linking_what_has_vectors_needs_no_model(store: Store, extractor: FakeExtractor) -> None:
    link(store)
    assert extractor.annotated == []
