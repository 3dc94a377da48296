"""The gates against gold given back as a prediction, nothing found, and the command around them."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec import convert
from msgspec.structs import replace

from evaluation import __main__ as command
from evaluation import corpus, gates, stories
from evaluation.corpus import score_export
from evaluation.floors import read_floors
from evaluation.gates import (
    GATES,
    Evidence,
    measure_confidence,
    score_copies,
    score_coreference,
    score_corpus,
    score_packs,
    score_polnear,
    score_speakers,
    score_stories,
    score_timexes,
)
from evaluation.pack_materials import PackMaterial, Record
from evaluation.scorers import ScorerError, pick_figures, run_scorer
from evaluation.shared_data import (
    PACKS,
    POLNEAR_DEV,
    SPEAKERS_DEV,
    TIMEX_DEV,
    MissingDataError,
    read_pack,
    read_rows,
    require,
    to_articles,
)
from firsthand.linking import ClaimModel, load_model
from firsthand.records import Annotations, Export, SectionKind, decode


def make_perfect(row: dict[str, Any]) -> Annotations:
    """A gold row as its own prediction."""
    statements = [{"confidence": 1.0, **gold, "id": str(n)} for n, gold in enumerate(row["attributions"])]
    return convert({"article": {"id": row["id"], "text": row["text"]}, "statements": statements}, Annotations)


def make_perfect_timexes(row: dict[str, Any]) -> Annotations:
    """A row's gold time expressions as their own prediction."""
    timexes = [
        {"span": (gold["start"], gold["end"]), "type": gold["type"], "value": gold["value"]}
        for gold in row["timex3"]
        if gold["end"] > gold["start"]
    ]
    return convert({"article": {"id": row["id"], "text": row["text"]}, "timexes": timexes}, Annotations)


def make_perfect_mentions(row: dict[str, Any]) -> Annotations:
    """A row's gold clusters as their own prediction; what is neither person nor organisation becomes a document."""
    kinds = {"person": "person", "organization": "government"}
    actors = {m["cluster"]: {"id": m["cluster"], "name": m["text"], "kind": kinds.get(m["type"], "document")}
              for m in row["mentions"]}
    mentions = [{"span": (m["start"], m["end"]), "actor": m["cluster"], "form": "name"} for m in row["mentions"]]
    article = {"id": row["id"], "text": row["text"]}
    return convert({"article": article, "actors": list(actors.values()), "mentions": mentions}, Annotations)


def give_gold_back(evidence: Evidence, *gold: str) -> list[Annotations]:
    """Gold statements as their own prediction, made by the scorers' own script."""
    script = [sys.executable, "-B", str(evidence.scoring / "perfect.py"), "--records"]
    found = [
        subprocess.run([*script, str(evidence.shared / part)], check=True, capture_output=True).stdout.splitlines()
        for part in gold
    ]
    return [decode(line) for lines in found for line in lines]


def give_export_back(evidence: Evidence, pack: Path) -> Export:
    """A gold pack as its own export, made by the scorers' own script; what it leaves out is filled in."""
    script = [sys.executable, "-B", str(evidence.scoring / "perfect.py"), str(pack)]
    found = json.loads(subprocess.run(script, check=True, capture_output=True).stdout)
    for claim in found["claims"]:
        claim["origins"] = [{"id": str(number), **origin} for number, origin in enumerate(claim["origins"])]
    return convert(found, Export)


@pytest.fixture
def evidence(shared: Path) -> Evidence:
    return Evidence(shared)


@pytest.mark.parametrize("part", [POLNEAR_DEV, SPEAKERS_DEV, TIMEX_DEV])
def test_articles_keep_ids_texts_and_dates(shared: Path, part: Path) -> None:
    rows = read_rows(shared / part)
    articles = to_articles(rows)
    assert [(article.id, article.text) for article in articles] == [(row["id"], row["text"]) for row in rows]
    assert [article.published for article in articles] == [row.get("date") or row.get("dct") for row in rows]


def test_pack_articles_keep_what_their_pages_say(shared: Path) -> None:
    articles = read_pack(shared / PACKS[0])
    assert len(articles) > 5
    assert all(a.id and a.text and a.publisher and a.published and a.title and a.url for a in articles)


def test_articles_come_with_sections_as_readers_get_them() -> None:
    text = "The bridge opens in May, the mayor said on Monday in a speech.\n\nBackground\n\nIt was closed in 2019."
    (article,) = to_articles([{"id": "a", "text": text, "date": "2031-03-04"}])
    assert [section.kind for section in article.sections] == [SectionKind.BODY, SectionKind.BACKGROUND]


def test_gold_as_prediction_reaches_everything(evidence: Evidence) -> None:
    evidence.polnear_records = [make_perfect(row) for row in evidence.polnear_rows]
    figures = score_polnear(evidence)
    assert set(figures.values()) == {100.0}
    assert measure_confidence(evidence) == {"confidence.ece": 0.0}


def test_gold_of_the_packs_as_prediction_reaches_everything(evidence: Evidence) -> None:
    evidence.pack_records = give_gold_back(evidence, *map(str, PACKS))
    figures = score_packs(evidence)
    assert {name for name, figure in figures.items() if figure < 99} == set()


def test_gold_of_the_speakers_as_prediction_reaches_everything(evidence: Evidence) -> None:
    evidence.speaker_records = give_gold_back(evidence, str(SPEAKERS_DEV))
    figures = score_speakers(evidence)
    assert {name for name, figure in figures.items() if figure < 99} == set()


def test_gold_of_the_timexes_as_prediction_reaches_everything(evidence: Evidence) -> None:
    evidence.timex_records = [make_perfect_timexes(row) for row in read_rows(evidence.shared / TIMEX_DEV)]
    assert set(score_timexes(evidence).values()) == {100.0}


def test_gold_of_the_mentions_as_prediction_reaches_everything(evidence: Evidence) -> None:
    assert len(evidence.coreference_rows) == 14
    evidence.coreference_records = [make_perfect_mentions(row) for row in evidence.coreference_rows]
    assert score_coreference(evidence) == pytest.approx(
        {"coreference.conll": 100, "coreference.with_singletons": 100, "coreference.heads": 100}
    )


@pytest.mark.parametrize("pack", PACKS)
def test_the_gold_of_a_pack_as_an_export_reaches_everything(evidence: Evidence, pack: Path) -> None:
    folder = evidence.shared / pack
    figures = score_export(evidence.scoring, [folder], give_export_back(evidence, folder))
    errors = {"corpus.error", "corpus.ranges"}
    assert {name for name, figure in figures.items() if figure > 0 and name in errors} == set()
    assert {name for name, figure in figures.items() if figure < 99 and name not in errors} == set()


def test_ranges_count_as_such_and_are_right_where_they_hold_the_gold_number(evidence: Evidence) -> None:
    folder = evidence.shared / PACKS[0]
    export = give_export_back(evidence, folder)
    for number, right in (((1, 99), 100.0), ((98, 99), 0.0)):
        claims = tuple(replace(claim, independent_origins=number) for claim in export.claims)
        figures = score_export(evidence.scoring, [folder], replace(export, claims=claims))
        assert (figures["corpus.ranges"], figures["corpus.ranges_right"]) == (100.0, right)


def test_nothing_linked_reaches_little(evidence: Evidence) -> None:
    folder = evidence.shared / PACKS[0]
    export = give_export_back(evidence, folder)
    figures = score_export(evidence.scoring, [folder], Export(articles=export.articles))
    assert figures["corpus.claims_found"] < 60
    assert figures["corpus.error"] > 100
    reached = {name for name, figure in figures.items() if figure == 100}
    assert reached <= {"corpus.ranges_right", "corpus.actors_found"}
    assert {figures[f"corpus.{name}"] for name in ("corroborated_r", "copies", "relations", "timeline")} == {0.0}


def test_the_packs_are_measured_by_rotation(evidence: Evidence, monkeypatch: pytest.MonkeyPatch) -> None:
    fitted: list[set[str]] = []
    linked: list[str] = []

    def fit(packs: Sequence[PackMaterial]) -> ClaimModel:
        fitted.append({pack.name for pack in packs})
        return load_model()

    def export(records: Sequence[Record], _: ClaimModel) -> Export:
        linked.append(records[0][0].article.id)
        return Export(articles=tuple(record for record, _ in records))

    monkeypatch.setattr(corpus, "fit_claims", fit)
    monkeypatch.setattr(corpus, "export_linked", export)
    packs = [give_gold_back(evidence, str(pack)) for pack in PACKS]
    evidence.pack_readings = [[(record, b"") for record in pack] for pack in packs]
    score_corpus(evidence)
    names = [pack.name for pack in PACKS]
    assert fitted == [{other for other in names if other != name} for name in names]
    assert linked == [pack[0].article.id for pack in packs]


def test_the_gates_of_linking_name_their_figures(
    evidence: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gates, "measure_generated", lambda _: {"labels": 1.0})
    monkeypatch.setattr(gates, "measure_natural", lambda _: {"reprints": 2.0})
    assert score_copies(evidence) == {"copies.labels": 1.0, "copies.reprints": 2.0}
    for made, off in ((3.0, 1.0), (4.0, 0.0), (6.0, 2.0)):
        monkeypatch.setattr(stories, "score_stories", lambda _, made=made: {"stories.of_packs": made})
        assert score_stories(evidence) == {"stories.of_packs": off}


def test_nothing_found_reaches_nothing(evidence: Evidence) -> None:
    evidence.polnear_records = [Annotations(article) for article in to_articles(evidence.polnear_rows)]
    evidence.pack_records = [Annotations(article) for pack in PACKS for article in read_pack(evidence.shared / pack)]
    evidence.speaker_records = [Annotations(a) for a in to_articles(read_rows(evidence.shared / SPEAKERS_DEV))]
    evidence.timex_records = [Annotations(a) for a in to_articles(read_rows(evidence.shared / TIMEX_DEV))]
    evidence.coreference_records = [Annotations(article) for article in to_articles(evidence.coreference_rows)]
    for gate in (score_polnear, score_packs, score_speakers, score_timexes, score_coreference):
        assert set(gate(evidence).values()) == {0.0}
    assert measure_confidence(evidence) == {"confidence.ece": 100.0}


def test_a_scorer_that_refuses_is_an_error(evidence: Evidence, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "x", "attributions": 7}\n', encoding="utf-8")
    with pytest.raises(ScorerError, match="expected a list"):
        run_scorer(evidence.scoring / "score_attributions.py", [evidence.shared / POLNEAR_DEV, broken])


def test_figures_are_picked_in_per_cent() -> None:
    report = {"whole": {"overlap": {"f": 0.5, "tp": 3}}, "empty": {"f": None, "tp": 0}}
    assert pick_figures(report, {"a": "whole.overlap.f", "b": "empty.f"}) == {"a": 50.0, "b": 0.0}
    assert pick_figures(report, {"c": "empty.tp / whole.overlap.tp", "d": "whole.overlap.tp / empty.tp"}) == {
        "c": 0.0,
        "d": 0.0,
    }
    assert pick_figures(report, {"e": "whole.overlap.f / whole.overlap.tp"}) == {"e": pytest.approx(100 / 6)}
    with pytest.raises(KeyError):
        pick_figures(report, {"a": "whole.exact.f"})


def test_missing_data_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingDataError, match="no folder"):
        require(tmp_path / "nowhere", POLNEAR_DEV)
    with pytest.raises(MissingDataError, match=r"polnear_dev\.jsonl\.gz"):
        require(tmp_path, POLNEAR_DEV)


def test_the_command_without_shared_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--shared", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize(("faults", "status", "word"), [([], 0, "pass"), (["text 1: broken"], 1, "FAIL")])
def test_the_exit_status_follows_the_floors(
    shared: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    faults: list[str],
    status: int,
    word: str,
) -> None:
    monkeypatch.setattr(gates, "check_texts", lambda _: faults)
    report = tmp_path / "report.json"
    assert command.main(["--shared", str(shared), "--only", "spans", "--json", str(report)]) == status
    printed = capsys.readouterr()
    assert word in printed.out
    assert all(fault in printed.err for fault in faults)
    written = json.loads(report.read_text(encoding="utf-8"))
    assert written["spans.faults"]["figure"] == len(faults)
    assert written["spans.faults"]["is_held"] is (status == 0)


def test_an_unknown_gate_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(["--only", "speed"])
    assert stopped.value.code == 2
    message = capsys.readouterr().err
    assert all(name in message for name in GATES)


@pytest.mark.parametrize(("left_out", "status"), [("", 0), ("packs.detection", 1)])
def test_a_full_run_fails_where_no_gate_measured_a_floor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], shared: Path, left_out: str, status: int
) -> None:
    figures = {floor.name: floor.floor for floor in read_floors() if floor.name != left_out}
    monkeypatch.setattr(command, "measure", lambda *_: figures)
    assert command.main(["--shared", str(shared)]) == status
    assert ("no gate measured packs.detection" in capsys.readouterr().err) is bool(status)
    assert command.main(["--shared", str(shared), "--only", "packs"]) == 0
