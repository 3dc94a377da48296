import json
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import FilePayload, Page, expect

from firsthand import open_store
from firsthand.serving.intake import enqueue_file, enqueue_text
from firsthand.serving.intake.adding import add_next
from firsthand.storage import UploadState
from tests.serving.web.test_accessibility import assert_headings_in_order, axe, find_violations
from tests.serving.web.test_shift import measure_overflow

__all__ = ["axe"]
Serve = Callable[..., str]
TEXT = """The mayor of Eskel, Ana Reyes, said on Monday that the bridge would stay closed until June.

"It is not safe," she told reporters. Tom Birk, a spokesman for the builders, denied that."""
SLOW = 60_000  # milliseconds in which a worker starts, loads the model and reads a text


def make_file(name: str, body: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": body.encode()}


def make_duplicate(store: Path) -> str:
    """An article that the store has, as a line of JSON."""
    with open_store(store) as opened:
        article = opened.get("b1").article
    return json.dumps({"id": "b1", "text": article.text, "url": article.url, "publisher": article.publisher})


def test_a_pasted_text_is_stored_with_its_statements_and_linked(page: Page, serve: Serve) -> None:
    page.goto(f"{serve(works=True)}/add")
    page.get_by_label("The article, as it was printed").fill(TEXT)
    page.get_by_label("Publisher").first.fill("Harbour Post")
    page.get_by_label("Published").first.fill("2026-03-11")
    page.get_by_role("button", name="Add this text").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The mayor of Eskel")
    expect(page.locator("#uploads [role=status]")).to_have_text("Done: all of it is read.", timeout=SLOW)
    expect(page.locator("#linking")).to_contain_text("All articles are linked", timeout=SLOW)
    expect(page.locator("#poll[hx-get]")).to_have_count(0)
    row = page.locator(".outcomes tbody tr")
    expect(row).to_contain_text("statements; in the story")
    row.get_by_role("link").first.click()
    expect(page.locator(".text")).to_contain_text("It is not safe")
    assert page.locator(".statement-list > li").count() > 1


def test_several_files_each_end_with_a_reason(page: Page, serve: Serve, own_store: Path) -> None:
    page.goto(f"{serve(works=True)}/add")
    files = [make_file("empty.txt", ""), make_file("known.jsonl", make_duplicate(own_store)), make_file("a.txt", TEXT)]
    page.locator("#files").set_input_files(files)
    expect(page.locator(".chosen li")).to_have_count(3)
    page.get_by_role("button", name="Add these files").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("3 files added")
    expect(page.locator("#uploads [role=status]")).to_have_text(
        "All is read: 1 stored, 1 duplicate, 1 rejected.", timeout=SLOW
    )
    expect(page.locator("#uploads .badge")).to_have_text(["rejected", "duplicate", "stored"])
    expect(page.locator("#uploads li").first).to_contain_text("there is nothing in it")
    page.goto(page.url.split("/uploads")[0] + "/add")
    expect(page.locator("#uploads li")).to_have_count(3)


@pytest.mark.parametrize("width", [360, 1280])
def test_uploads_are_without_fault(page: Page, serve: Serve, own_store: Path, axe: str, width: int) -> None:
    with open_store(own_store) as store:
        known = enqueue_file(store, "known.jsonl", make_duplicate(own_store).encode() + b"\n{}\n{}\n")
        assert add_next(store) is not None
        failed = enqueue_text(store, TEXT)
        store.uploads.take()
        store.uploads.finish(failed.id, "reading it failed: try again")
        enqueue_file(store, "a" * 250 + ".txt", b"x" * 1500)
    page.set_viewport_size({"width": width, "height": 800})
    address = serve(works=True, links_here=True)
    for path in (
        "/add",
        "/uploads",
        f"/uploads/{known.id}",
        f"/uploads/{known.id}?fate=rejected",
        f"/uploads/{failed.id}",
    ):
        page.goto(address + path)
        assert find_violations(page, axe) == []
        assert_headings_in_order(page)
        assert measure_overflow(page) == []


def test_what_was_sent_outlives_the_server(serve: Serve, own_store: Path) -> None:
    idle = serve(works=True, links_here=True)  # without processes in the background
    sent = httpx.post(f"{idle}/add", files={"text": (None, TEXT)})
    assert sent.status_code == 303
    place = sent.headers["location"]
    assert "It waits to be read" in httpx.get(idle + place).text
    later = serve(works=True)
    answer = ""
    for _ in range(600):
        answer = httpx.get(f"{later}{place}", timeout=30).text
        if "Done: all of it is read" in answer:
            break
    assert "Done: all of it is read" in answer
    with open_store(own_store) as store:
        assert store.count_articles() == 28


def test_a_failed_upload_says_why_and_is_tried_again(page: Page, serve: Serve, own_store: Path) -> None:
    with open_store(own_store) as store:
        id = enqueue_text(store, TEXT).id
        store.uploads.take()
        store.uploads.finish(id, "reading it failed: try again")
    page.goto(f"{serve(works=True, links_here=True)}/uploads/{id}")
    expect(page.locator("#uploads .notice.bad")).to_have_text("reading it failed: try again")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#uploads [role=status]")).to_contain_text("It waits to be read.")
    with open_store(own_store) as store:
        assert store.uploads.get(id).state is UploadState.WAITING


def test_a_server_that_only_shows_says_so(client: httpx.Client) -> None:
    shown = client.get("/add").text
    assert "This server only shows" in shown and "<textarea" not in shown
    refused = client.post("/add", files={"text": (None, TEXT)})
    assert refused.status_code == 403 and "--read-only" in refused.text


def test_what_is_wrong_is_told_and_what_was_typed_is_kept(serve: Serve) -> None:
    address = serve(works=True, links_here=True)
    answer = httpx.post(f"{address}/add", files={"text": (None, TEXT), "published": (None, "soon")})
    assert answer.status_code == 400 and "soon" in answer.text
    assert "the bridge would stay closed" in answer.text
    assert httpx.post(f"{address}/add", files={"text": (None, "  ")}).status_code == 400


def test_too_much_is_refused_in_words(serve: Serve) -> None:
    address = serve(works=True, links_here=True)
    asked = HTTPConnection(address.removeprefix("http://"), timeout=30)
    asked.putrequest("POST", "/add")
    asked.putheader("content-type", "multipart/form-data; boundary=b")
    asked.putheader("content-length", "60000000")
    asked.endheaders(b"--b")  # and no more of it: the answer does not wait
    answer = asked.getresponse()
    told = answer.read().decode()
    asked.close()
    assert answer.status == 413 and "more than 50 MB" in told and "firsthand add" in told
    small = httpx.post(f"{address}/corrections", data={"left": "a" * 1_200_000})
    assert small.status_code == 413 and "more than 1 MB" in small.text


@pytest.mark.parametrize(
    "body",
    [
        b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\xfe\r\n--b--\r\n',
        b'--b\r\nContent-Disposition: form-data; name="text"\r\n'
        b"Content-Type: text/plain; charset=klingon\r\n\r\nx\r\n--b--\r\n",
        b"--b\r\n\r\n",
        b"",
        b"--b--",
    ],
)
def test_forms_that_are_none(serve: Serve, body: bytes) -> None:
    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert httpx.post(f"{serve(works=True, links_here=True)}/add", headers=headers, content=body).status_code == 400


def test_the_first_page_says_what_waits(serve: Serve) -> None:
    address = serve(works=True, links_here=True)
    httpx.post(f"{address}/add", files={"text": (None, TEXT)})
    assert "1 upload waits to be read" in httpx.get(address).text
    assert "1 upload waits to be read" in httpx.get(f"{address}/add?part=work").text
    assert "All articles are linked" not in httpx.get(f"{address}/add").text
