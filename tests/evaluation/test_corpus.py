"""Stores of story packs: one export of several, and a story for each pack."""

from pathlib import Path

from evaluation.corpus import add_records, export_linked, export_store, merge_exports
from evaluation.pack_materials import make_material
from evaluation.shared_data import PACKS, read_pack, require
from firsthand.engine.links import link
from firsthand.extraction import load_extractor
from firsthand.records import Export, Story
from firsthand.storage import open_store
from tests.acceptance.linked_stores import MAYOR, Record, read_article


def make_records() -> list[Record]:
    return [
        read_article("x1", publisher="Lumme Herald", published="2026-02-02"),
        read_article("x2", f"{MAYOR}\n\nThe ferry sails on.", publisher="Ostrel Post", published="2026-02-03"),
    ]


def test_an_export_of_records_is_that_of_a_store_of_them(tmp_path: Path) -> None:
    records = make_records()
    with open_store(tmp_path / "packs.db") as store:
        add_records(store, records)
        link(store)
        found = export_store(store)
    assert found == export_linked(records)
    assert [one.article.id for one in found.articles] == ["x1", "x2"]
    actors = {one.id for one in found.actors}
    assert {hop.actor for one in found.articles for said in one.statements for hop in said.chain} <= actors | {None}


def test_a_material_is_what_the_store_would_link() -> None:
    records = make_records()
    material, found = make_material(records), export_linked(records)
    assert [entry.id for entry in material.entries] == ["x1", "x2"]
    assert material.copies == found.copies
    assert {one.name for one in material.actors.values()} == {one.name for one in found.actors}
    assert all(entry.vectors is not None for entry in material.entries)


def test_exports_are_merged_part_by_part() -> None:
    one, other = (Export(stories=(Story(id, id, (id,)),)) for id in ("s-1", "s-2"))
    assert merge_exports([one, other]) == Export(stories=one.stories + other.stories)
    assert merge_exports([]) == Export()


def test_the_packs_in_one_store_are_a_story_each(shared: Path, tmp_path: Path) -> None:
    packs = [read_pack(require(shared, pack)) for pack in PACKS]
    read = load_extractor().read
    with open_store(tmp_path / "all.db") as store:
        for articles in packs:
            found = [read(article) for article in articles]
            store.add([record for record, _ in found], vectors=[vectors.tobytes() for _, vectors in found])
        assert link(store).articles == 36
        stories = store.links.export_links().stories
    wanted = {frozenset(article.id for article in articles) for articles in packs}
    # Compared as a truth, so that a failure prints nothing of the packs.
    assert len(stories) == 4
    assert ({frozenset(one.articles) for one in stories} == wanted) is True
