"""Story packs as linking sees them, with which of their claims each statement that was found is in."""

import importlib
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation.predictions import map_in_workers, read_with_vectors
from evaluation.shared_data import PACKS, SCORING, read_pack, require
from firsthand.linking import EDGE_KINDS, Material, Part, compare_cards, gather, make_card, make_plan
from firsthand.linking.copies import find_copies
from firsthand.records import Annotations, Export, encode

Record = tuple[Annotations, bytes]  # with its vectors


@dataclass(frozen=True)
class PackMaterial:
    """A pack's articles, joined up to copies. claims: statement id → the gold claims that it is in, if any."""

    name: str
    material: Material
    claims: Mapping[str, frozenset[str]]


def read_packs(shared: Path) -> list[PackMaterial]:
    """All packs, read by the package's own model."""
    folders = [require(shared, pack) for pack in PACKS]
    articles = [read_pack(folder) for folder in folders]
    records = iter(map_in_workers(read_with_vectors, [one for pack in articles for one in pack]))
    return [
        make_pack(require(shared, SCORING), folder, [next(records) for _ in pack])
        for folder, pack in zip(folders, articles, strict=True)
    ]


def make_material(records: Sequence[Record]) -> Material:
    """The material of one story: its actors and copies as linking finds them."""
    cards = {record.article.id: make_card(record) for record, _ in records}
    edges = compare_cards(cards, set(cards))
    plan = make_plan(cards, {kind: edges[kind] for kind in EDGE_KINDS}, ())
    renamed: dict[str, dict[str, str]] = {}
    actors = {f"actor-{number}": one.as_actor(f"actor-{number}") for number, one in enumerate(plan.actors)}
    for number, one in enumerate(plan.actors):
        for article, actor in one.members:
            renamed.setdefault(article, {})[actor] = f"actor-{number}"
    parts = [Part(record, vectors, renamed.get(record.article.id, {})) for record, vectors in records]
    material = gather(parts, actors)
    return replace(material, copies=find_copies(material))


def make_pack(scoring: Path, folder: Path, records: Sequence[Record]) -> PackMaterial:
    """A pack with the records that were made of its articles, its gold read and aligned by the corpus scorer."""
    scorer = import_corpus_scorer(scoring)
    pack = scorer.load_pack(folder)
    with tempfile.TemporaryDirectory() as place:
        export = Path(place) / "export.json"
        export.write_bytes(encode(Export(articles=tuple(record for record, _ in records))))
        world = scorer.bring_together([pack], scorer.read_corpus(export))
    of: dict[str, set[str]] = {}
    for claim in pack.claims:
        for statement in claim.statements:
            of.setdefault(statement, set()).add(claim.id)
    claims = {found: frozenset(of[gold]) for found, (_, gold) in world.partner.items() if gold in of}
    return PackMaterial(folder.name, make_material(records), claims)


def import_corpus_scorer(scoring: Path) -> Any:  # noqa: ANN401 - a script without types of its own
    """The module `score_corpus`, for its gold and its alignment."""
    sys.path.insert(0, str(scoring.resolve()))
    try:
        return importlib.import_module("score_corpus")
    finally:
        sys.path.pop(0)
