"""Linking, measured on the story packs by rotation: each pack is linked with weights fitted on the others."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from evaluation.figures import CORPUS_FIGURES
from evaluation.pack_materials import Record, import_corpus_scorer, make_pack
from evaluation.scorers import pick_figures, run_scorer
from firsthand.engine.links import link
from firsthand.linking import ClaimModel
from firsthand.records import Annotations, Export, encode
from firsthand.storage import Store, open_store
from training.claims import fit_claims


def score_rotation(scoring: Path, folders: Sequence[Path], records: Sequence[Sequence[Record]]) -> dict[str, float]:
    """The figures of four exports merged into one; `records` are those of each pack's articles."""
    packs = [make_pack(scoring, folder, found) for folder, found in zip(folders, records, strict=True)]
    exports = []
    for number, found in enumerate(records):
        model = fit_claims([pack for other, pack in enumerate(packs) if other != number])
        exports.append(export_linked(found, model))
    return score_export(scoring, folders, merge_exports(exports))


def score_export(scoring: Path, folders: Sequence[Path], export: Export) -> dict[str, float]:
    """The figures of one export over the packs in these folders, by the corpus scorer, and those of its ranges."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "export.json"
        path.write_bytes(encode(export))
        report = run_scorer(scoring / "score_corpus.py", ["--gold", *folders, "--pred", path])
        scorer = import_corpus_scorer(scoring)
        world = scorer.bring_together([scorer.load_pack(folder) for folder in folders], scorer.read_corpus(path))
    ranges = pair_ranges(scorer, world)
    shared = [claim for claim in export.claims if len(claim.statements) > 1]
    vague = [claim for claim in shared if isinstance(claim.independent_origins, tuple)]
    return {
        **pick_figures(report, CORPUS_FIGURES),
        "corpus.ranges": 100 * len(vague) / max(1, len(shared)),
        # Who never gives a range is never wrong with one.
        "corpus.ranges_right": 100 * sum(low <= gold <= high for gold, (low, high) in ranges) / len(ranges)
        if ranges else 100.0,
    }


def pair_ranges(scorer: Any, world: Any) -> list[tuple[int, tuple[int, int]]]:  # noqa: ANN401 - of the scorer
    """The gold number of origins beside the range that was given, for gold claims that the scorer counts: those of
    several statements.
    """
    pairs = []
    for key, statements in world.gold_claims.items():
        found = scorer.predicted_for(statements, world) if len(statements) > 1 else None
        if found and found.low < found.high:
            pairs.append((find_gold_number(world, key), (found.low, found.high)))
    return pairs


def find_gold_number(world: Any, key: tuple[str, str]) -> int:  # noqa: ANN401 - of the scorer
    """The independent origins of a gold claim, by its pack and its id."""
    numbers = {(pack.name, claim.id): claim.independent_origins for pack in world.packs for claim in pack.claims}
    return int(numbers[key])


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
