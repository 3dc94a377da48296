"""Linking, measured on the story packs by rotation: each pack is linked with weights fitted on the others."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from evaluation.pack_materials import Record, make_pack
from evaluation.scorers import pick_figures, run_scorer
from firsthand.engine.links import link
from firsthand.linking import ClaimModel
from firsthand.records import Annotations, Export, encode
from firsthand.storage import Store, open_store
from training.claims import fit_claims

CORPUS_FIGURES = {
    "corpus.claims_found": "claims_found.f",
    "corpus.claims": "claims.f",
    "corpus.corroborated_p": "origins.corroborated.p",
    "corpus.corroborated_r": "origins.corroborated.r",
    "corpus.exact": "origins.count.exact",
    "corpus.error": "origins.count.mae",
    "corpus.identity": "origins.identity.f",
    "corpus.anonymous_only": "origins.anonymous_only.f",
    "corpus.copies": "copies.undirected.f",
    "corpus.copies_directed": "copies.directed.f",
    "corpus.copies_kind": "copies.kind.accuracy",
    "corpus.relations": "relations.without_kind.f",
    "corpus.actors_found": "actors_found.f",
    "corpus.timeline": "timeline.recall.same_claim",
    "corpus.timeline_status": "timeline.status.accuracy",
}


def score_rotation(scoring: Path, folders: Sequence[Path], records: Sequence[Sequence[Record]]) -> dict[str, float]:
    """The figures of four exports merged into one; `records` are those of each pack's articles."""
    packs = [make_pack(scoring, folder, found) for folder, found in zip(folders, records, strict=True)]
    exports = []
    for number, found in enumerate(records):
        model = fit_claims([pack for other, pack in enumerate(packs) if other != number])
        exports.append(export_linked(found, model))
    merged = merge_exports(exports)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "export.json"
        path.write_bytes(encode(merged))
        report = run_scorer(scoring / "score_corpus.py", ["--gold", *folders, "--pred", path])
    figures = pick_figures(report, CORPUS_FIGURES)
    ranges = [claim for claim in merged.claims if isinstance(claim.independent_origins, tuple)]
    shared = [claim for claim in merged.claims if len(claim.statements) > 1]
    figures["corpus.ranges"] = 100 * len([c for c in ranges if len(c.statements) > 1]) / max(1, len(shared))
    return figures


def export_linked(records: Sequence[Record], model: ClaimModel | None = None) -> Export:
    """What `firsthand export` gives for a store of these records alone, linked with a model."""
    with tempfile.TemporaryDirectory() as place, open_store(Path(place) / "store.db") as store:
        add_records(store, records)
        link(store, model=model)
        return export_store(store)


def add_records(store: Store, records: Sequence[Record]) -> None:
    """Put records that are made already into a store."""
    store.add([record for record, _ in records], vectors=[vectors for _, vectors in records])


def export_store(store: Store) -> Export:
    """The whole export of a store."""
    articles = tuple(msgspec.json.decode(line, type=Annotations) for line in store.export_records(linked=True))
    return msgspec.structs.replace(store.links.export_links(), articles=articles)


def merge_exports(exports: Iterable[Export]) -> Export:
    """Several exports as one; their ids don't collide, since their articles don't."""
    found = list(exports)
    parts: dict[str, Any] = {
        name: tuple(one for export in found for one in getattr(export, name))
        for name in Export.__struct_fields__ if name != "schema"
    }
    return Export(**parts)
