"""Files to take away, and the page where one chooses: through the page and through the API."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from firsthand import add_all, open_store
from firsthand.records import decode
from firsthand.serving.exports import FORMATS, ExportFormat, TableName
from firsthand.serving.exports.csv_tables import BOM
from firsthand.serving.web.exporting import PIECE, join_pieces
from firsthand.serving.web.settings import Settings
from tests.serving.web.asked_for import find_ids
from tests.serving.web.asking import Asker, run_application


@pytest.fixture(scope="module")
def asker(examples_store: Path) -> Iterator[Asker]:
    with run_application(Settings(str(examples_store), works=False)) as made:
        yield made


@pytest.fixture(scope="module")
def ids(examples_store: Path) -> dict[str, str]:
    with open_store(examples_store) as store:
        return {kind: found[0] for kind, found in find_ids(store, 1).items()}


@pytest.mark.parametrize("door", ["/export", "/api/v1/export"])
@pytest.mark.parametrize("form", list(ExportFormat))
def test_every_format_of_every_scope_is_a_file(
    asker: Asker, ids: dict[str, str], door: str, form: ExportFormat
) -> None:
    scopes = {"story": ids["stories"], "claim": ids["claims"], "article": ids["articles"], "actor": ids["actors"]}
    queries = [f"{name}={quote(id, safe='')}&" for name, id in scopes.items()]
    for query in (*queries, "words=port&", ""):
        answer = asker.get(f"{door}?{query}format={form}")
        assert answer.status == 200, query
        assert answer.body
        assert answer.headers["content-type"] == FORMATS[form].media_type
        kind, _, name = answer.headers["content-disposition"].partition("; filename=")
        assert kind == "attachment"
        assert name.startswith('"firsthand-')
        assert name.endswith(f'.{FORMATS[form].ending}"')


def test_what_comes_is_what_was_asked_for(asker: Asker, ids: dict[str, str]) -> None:
    article = quote(ids["articles"], safe="")
    (line,) = asker.get(f"/export?article={article}&format=jsonl").body.splitlines()
    assert decode(line).article.id == ids["articles"]
    story = json.loads(asker.get(f"/export?story={ids['stories']}&format=json").body)
    assert [one["id"] for one in story["stories"]] == [ids["stories"]]
    rows = list(csv.DictReader(io.StringIO(asker.get("/export?words=port&format=csv").text)))
    found = json.loads(asker.get("/api/v1/search?words=port&limit=200").body)
    assert len(rows) == found["facets"]["total"] > 1
    denied = list(csv.DictReader(io.StringIO(asker.get("/export?words=port&act=deny&format=csv").text)))
    assert 0 < len(denied) < len(rows)
    with zipfile.ZipFile(io.BytesIO(asker.get("/export?format=brat").body)) as archive:
        assert archive.testzip() is None


def test_all_that_was_exported_is_known_when_it_comes_back(asker: Asker, own_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_bytes(asker.get("/export?format=jsonl").body)
    with open_store(own_store) as store:
        assert [one.fate.value for one in add_all(store, [str(path)])] == ["duplicate"] * 27


def test_csv_opens_in_a_spreadsheet_and_programs_get_it_bare(asker: Asker) -> None:
    page = asker.get("/export?format=csv&table=claims").body
    bare = asker.get("/api/v1/export?format=csv&table=claims").body
    assert page == BOM + bare
    rows = list(csv.DictReader(io.StringIO(bare.decode())))
    assert any("; " in row["origin_names"] for row in rows)
    choice = asker.get("/export").text
    assert choice.index('id="tables"') < choice.index('id="formats"')


@pytest.mark.parametrize("table", list(TableName))
def test_tables_have_a_head(asker: Asker, table: TableName) -> None:
    answer = asker.get(f"/export?format=csv&table={table}")
    assert len(next(csv.reader(io.StringIO(answer.text)))) > 2
    assert f"-{table}.csv" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("format=xml", 400), ("format=csv&table=x", 400), ("format=json&table=claims", 400), ("table=claims", 400),
        ("story=s-nowhere&format=json", 404), ("claim=c-nowhere", 404), ("article=nowhere&format=csv", 404),
        ("actor=nobody-at-all&format=csv", 404), ("story=a&claim=b&format=json", 400), ("words=%21&format=csv", 400),
        ("story=a&words=port&format=csv", 400), ("since=yesterday&format=csv", 400), ("words=port&since=2026-13", 400),
    ],
)  # fmt: skip
def test_what_can_not_be_exported_is_told(asker: Asker, query: str, status: int) -> None:
    assert asker.get(f"/export?{query}").status == status


def test_an_actor_with_words_is_who_speaks(asker: Asker, ids: dict[str, str]) -> None:
    own = list(csv.DictReader(io.StringIO(asker.get(f"/export?actor={ids['actors']}&format=csv").text)))
    some = list(csv.DictReader(io.StringIO(asker.get(f"/export?actor={ids['actors']}&act=say&format=csv").text)))
    assert 0 < len(some) < len(own)


def test_pieces_are_joined() -> None:
    made = list(join_pieces(iter([b"a" * 1000] * 1000)))
    assert b"".join(made) == b"a" * 1_000_000
    assert {len(one) >= PIECE for one in made[:-1]} == {True}
    assert list(join_pieces(iter([]))) == [b""]


def test_permalinks_of_annotations_lead_to_this_server(asker: Asker) -> None:
    assert b"http://127.0.0.1:8765/" in asker.get("/export?format=annotations").body


def test_a_story_is_saved_by_two_clicks(page: Page, address: str, ids: dict[str, str]) -> None:
    page.goto(f"{address}/stories/{ids['stories']}")
    page.locator(".exports > summary").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="GEXF").click()
    assert saved.value.suggested_filename == f"firsthand-story-{ids['stories']}.gexf"
    page.get_by_role("link", name="CSV and Parquet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Export")
    with page.expect_download() as saved:
        page.get_by_role("link", name="claims.csv").click()
    assert saved.value.suggested_filename == f"firsthand-story-{ids['stories']}-claims.csv"
