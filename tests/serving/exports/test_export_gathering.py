"""From a store to the material of an export: each part has what it should, and nothing of other parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.errors import UsageError
from firsthand.records import Annotations, Article, decode
from firsthand.serving.exports import (
    FORMATS,
    ExportFormat,
    Material,
    Options,
    TableName,
    gather_actor,
    gather_article,
    gather_claim,
    gather_search,
    gather_store,
    gather_story,
    name_export,
    write_export,
)
from firsthand.storage import Query, Store, open_store
from tests.serving.exports.made_material import make_story_material
from tests.serving.made_story import DENIAL, SALE, STORY


@pytest.fixture
def store(story_database: str) -> Iterator[Store]:
    with open_store(Path(story_database), create=False) as opened:
        yield opened


def list_articles(material: Material) -> list[str]:
    return [record.article.id for record in material.load_records()]


def list_statements(material: Material) -> list[str]:
    return [statement.id for statement, _ in material.load_statements()]


def test_a_store_is_all_of_it(store: Store) -> None:
    material = gather_store(store)
    assert list_articles(material) == ["m1", "m2", "m3", "m4"] == list_articles(material)  # as often as one likes
    assert material.links == store.links.export_links()
    assert len(list_statements(material)) == 8


@pytest.mark.parametrize("id", [STORY, SALE, "o-1111111111", "m3:1", "m2"])
def test_a_story_is_found_by_what_is_in_it(store: Store, id: str) -> None:
    material = gather_story(store, id)
    assert (material.name, material.title) == (f"story-{STORY}", "The old pier of Vellmar is for sale")
    assert list(material.load_records()) == list(make_story_material().load_records())
    assert material.links == make_story_material().links


def test_a_claim_is_its_statements_and_what_stands_against_it(store: Store) -> None:
    material = gather_claim(store, DENIAL)
    assert list_statements(material) == ["m1:2", "m2:2", "m3:2"]
    assert list_articles(material) == ["m1", "m2", "m3"]
    assert [claim.id for claim in material.links.claims] == [DENIAL, SALE]
    assert [one.kind for one in material.links.relations] == ["denies"]
    assert material.links.timeline == ()
    assert {"a-caldo", "a-council"} <= material.actors.keys()  # the council is the other claim's origin


def test_an_article_is_itself_on_corpus_actors(store: Store) -> None:
    material = gather_article(store, "m4:1")
    assert list_articles(material) == ["m4"] and list_statements(material) == ["m4:1", "m4:own"]
    assert material.stories_by_article["m4"] == STORY
    assert [claim.id for claim in material.links.claims] == [SALE, "c-3333333333"]
    assert [entry.statement for entry in material.links.timeline] == ["m4:1"]


def test_an_article_of_no_story_can_be_exported(store: Store) -> None:
    store.add([Annotations(Article("new", "Nothing was said."))])
    material = gather_article(store, "new")
    assert list_articles(material) == ["new"] and material.links.claims == ()
    for format in ExportFormat:
        assert b"".join(write_export(material, format))


def test_an_older_revision_is_as_it_was_read(store: Store) -> None:
    store.add([Annotations(Article("m1", "All of it is new."))])
    assert list_articles(gather_article(store, "m1")) == ["m1~2"]
    assert gather_article(store, "m1").links.stories == ()


def test_an_actor_is_what_it_says(store: Store) -> None:
    material = gather_actor(store, "Ines Caldo")
    assert list_statements(material) == ["m1:2", "m2:2", "m3:2"]
    assert (material.name, material.title) == ("actor-a-caldo", "Ines Caldo")
    assert [claim.id for claim in material.links.claims] == [DENIAL]


def test_a_search_is_what_it_finds(store: Store) -> None:
    material = gather_search(store, Query("sold", outlet="courier"))
    assert set(list_statements(material)) == {"m1:1", "m4:1"}
    assert set(list_articles(material)) == {"m1", "m4"} and material.title == "Search: sold"
    assert all(record.statements[0].chain[0].actor == "a-courier" for record in material.load_records())


def test_what_is_not_there_is_an_error(store: Store) -> None:
    for gather in (gather_story, gather_claim, gather_article, gather_actor):
        with pytest.raises(UsageError):
            gather(store, "none")
    with pytest.raises(UsageError):
        gather_search(store, Query())


@pytest.mark.parametrize("format", ExportFormat)
def test_every_part_can_be_written_in_every_format(store: Store, format: ExportFormat) -> None:
    parts = [gather_store(store), gather_story(store, STORY), gather_claim(store, SALE)]
    parts += [gather_article(store, "m1"), gather_actor(store, "a-caldo"), gather_search(store, Query("pier"))]
    for part in parts:
        for table in TableName if FORMATS[format].has_tables else [TableName.STATEMENTS]:
            assert b"".join(write_export(part, format, Options(table)))


@pytest.mark.parametrize("format", ExportFormat)
def test_nothing_can_be_written_too(format: ExportFormat) -> None:
    written = b"".join(write_export(Material("store", "", lambda: iter(())), format))
    assert bool(written) == (format not in {ExportFormat.JSONL, ExportFormat.FOLLOWTHEMONEY})


def test_formats_are_named_and_described() -> None:
    assert list(FORMATS) == list(ExportFormat)
    assert len({form.ending for form in FORMATS.values()}) == len(FORMATS)
    assert all(form.line and form.media_type.count("/") >= 1 and form.label for form in FORMATS.values())
    odd = Material("article-../é\n", "", lambda: iter(()))
    assert name_export(odd, ExportFormat.CSV, TableName.CLAIMS) == "firsthand-article-_____-claims.csv"


def test_lines_are_whole_records(store: Store) -> None:
    lines = b"".join(write_export(gather_claim(store, DENIAL), ExportFormat.JSONL)).splitlines()
    assert [len(decode(line).statements) for line in lines] == [2, 2, 2]
