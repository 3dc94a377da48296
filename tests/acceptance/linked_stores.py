"""Stores of the example stories, and what linking found in them in words that no store chose."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from firsthand.engine.links import link
from firsthand.extraction import load_extractor
from firsthand.reading import read_record
from firsthand.records import Annotations, Article, Export, encode
from firsthand.storage import Store, open_store

EXAMPLES = Path(__file__).parents[2] / "examples"
Record = tuple[Annotations, bytes]  # with its vectors
MAYOR = (
    "The mayor of Ostrel, Ana Reyes, said that the bridge over the Lumme would be closed until June. "
    "“Nobody may cross before the cables are replaced,” Reyes said on Monday. "
    "According to the Lumme Herald, three cables have snapped since January.\n\n"
    "Engineers of the firm Brask said that the towers were sound."
)


def read_example(name: str) -> list[Record]:
    """The articles of an example story, read by the package's own model."""
    lines = (EXAMPLES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = (load_extractor().read(read_record(json.loads(line))) for line in lines)
    return [(record, vectors.tobytes()) for record, vectors in found]


def read_article(id: str, text: str = MAYOR, **fields: str | None) -> Record:
    """An article of this text, read by the package's own model; `fields` are those of `Article`."""
    article = msgspec.structs.replace(Article(id, text), **fields)
    record, vectors = load_extractor().read(article)
    return record, vectors.tobytes()


def add(store: Store, records: Sequence[Record]) -> list[str]:
    """Put records into a store; what became of each."""
    outcomes = store.add([record for record, _ in records], vectors=[vectors for _, vectors in records])
    return [str(outcome.fate) for outcome in outcomes]


def link_in_batches(path: Path, batches: Iterable[Sequence[Record]]) -> dict[str, Any]:
    """What a new store has (`describe`) after its articles came in these batches, with a link after each."""
    with open_store(path) as store:
        for batch in batches:
            add(store, batch)
            link(store)
        return describe(store)


def export(store: Store) -> Export:
    """The whole export of a store."""
    articles = tuple(msgspec.json.decode(line, type=Annotations) for line in store.export_records(linked=True))
    return msgspec.structs.replace(store.links.export_links(), articles=articles)


def export_bytes(store: Store) -> bytes:
    """The same as `firsthand export` prints it."""
    return encode(export(store))


def describe(store: Store) -> dict[str, Any]:
    """The export as plain values, in an order of its own, with actors, stories and claims named by what is in them.

    The ids of these depend on what came first; all else must not.
    """
    found = export(store)
    names = name_actors(store) | {one.id: f"story of {' '.join(sorted(one.articles))}" for one in found.stories}
    for claim in found.claims:
        names[claim.id] = f"claim of {' '.join(sorted(store.links.list_members(claim.id)))}"
    assert len(set(names.values())) == len(names)
    renamed = rename(msgspec.to_builtins(found), names)
    return {key: sort(value) if isinstance(value, list) else value for key, value in renamed.items()}


def name_actors(store: Store) -> dict[str, str]:
    """Corpus actor → the articles' actors that it is, as one name."""
    members: dict[str, list[str]] = {}
    for story in store.links.export_links().stories:
        for article, renamed in store.links.get_story(story.id).renamed.items():
            for own, actor in renamed.items():
                members.setdefault(actor, []).append(f"{article}/{own}")
    return {actor: f"actor {' '.join(sorted(own))}" for actor, own in members.items()}


def rename(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: rename(one, names) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [rename(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def sort(values: list[Any]) -> list[Any]:
    return sorted(values, key=lambda one: json.dumps(one, sort_keys=True))


def find_actor(store: Store, anchor: str) -> str | None:
    """The corpus actor that `article/own id` is now."""
    article, _, own = anchor.rpartition("/")
    for story in store.links.export_links().stories:
        renamed = store.links.get_story(story.id).renamed
        if article in renamed:
            return renamed[article].get(own)
    return None
