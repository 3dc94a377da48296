import gzip
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import EmptyArticleError, EncodingError, InputError
from firsthand.reading import page_text, read_page
from firsthand.reading.linked_data import list_names
from firsthand.reading.page_metadata import clean_field, read_metadata
from firsthand.reading.page_nesting import flatten_page
from firsthand.records import Article

FIRST = "The minister said on Monday that the talks in Torvik would go on for another week."
SECOND = "“We have seen no draft of the agreement,” the minister’s spokesman told reporters in Askvaer."
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Talks go on - Daily Planet</title><link rel="canonical" href="https://planet.example/talks">
<meta property="og:site_name" content="Daily Planet"><meta property="og:title" content="Talks go on">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
  {{"@type": "WebSite", "name": "Planet"}},
  {{"@type": ["NewsArticle"], "headline": "Talks &amp; tea go <b>on</b>", "datePublished": "2026-09-07T07:15:00+02:00",
    "author": [{{"@type": "Person", "name": "Jane Roe"}}, {{"name": " John  Doe "}}]}},]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><p>{FIRST}</p><p>{SECOND}</p></article><footer>About us</footer></body></html>"""


def test_a_page_gives_text_and_what_it_says_about_itself() -> None:
    article = read_page(PAGE.encode(), url="https://planet.example/talks?utm=1")
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert article.title == "Talks & tea go on"
    assert article.authors == ("Jane Roe", "John Doe")
    assert (article.publisher, article.published) == ("Daily Planet", "2026-09-07T07:15:00+02:00")
    assert (article.url, article.language, article.flags) == ("https://planet.example/talks", "en", ())


@pytest.mark.parametrize(
    ("html", "field", "expected"),
    [
        ("<title>Talks | A Planet</title><meta property=og:site_name content='A Planet'>", "title", "Talks"),
        ("<title>Talks - and tea</title>", "title", "Talks - and tea"),
        ("<h1>Talks <i>go</i>\n on</h1><title>x</title>", "title", "Talks go on"),
        ("<meta name=author content='By Jane Roe and John Doe'>", "authors", ("Jane Roe", "John Doe")),
        ("<meta property='article:author' content='https://x.example/jane'>", "authors", ()),
        ("<a rel=author href=/j>Jane Roe</a>", "authors", ("Jane Roe",)),
        ("<meta property='article:published_time' content='2026-09-07'>", "published", "2026-09-07"),
        ("<meta name=date content=soon><time itemprop=datePublished datetime=2026-09-08>", "published", "2026-09-08"),
        ("<link rel=canonical href='/talks'>", "url", "https://a.example/talks"),
        ("<link rel=canonical href='https://a.example/'>", "url", "https://a.example/x"),
        ("<link rel=canonical href='javascript:void(0)'>", "url", "https://a.example/x"),
        ("<p>", "publisher", "a.example"),
        ("<meta property=og:locale content=de_AT>", "language", "de"),
        ("<script type='application/ld+json'>{broken</script>", "title", None),
    ],
)
def test_each_field_has_several_places(html: str, field: str, expected: object) -> None:
    assert getattr(read_metadata(html, "https://a.example/x"), field) == expected


def test_odd_linked_data_do_no_harm() -> None:
    assert list_names([{"name": {"name": "Jane"}}, "John", 5, [["no"]]]) == ["Jane", "John"]
    deep = json.dumps({"@graph": [[[[[[[[[[[[{"@type": "NewsArticle", "headline": "far"}]]]]]]]]]]]]})
    assert read_metadata(f"<script type='application/ld+json'>{deep}</script>").title is None
    assert clean_field("&lt;b&gt; Jane&nbsp; Roe &lt;/b&gt;") == "Jane Roe"


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "shift_jis", "iso-8859-1"])
def test_the_declared_charset_is_used(encoding: str) -> None:
    words = {"windows-1251": "Президент заявил", "shift_jis": "首相は述べた", "iso-8859-1": "El señor dijo “sí”"}
    line = words.get(encoding, "Він сказав")
    page = f"<html><head><meta charset={encoding}></head><body><article><p>{line}, {FIRST}</p></article></body></html>"
    real = {"iso-8859-1": "cp1252"}.get(encoding, encoding)
    assert read_page(page.encode(real)).text == f"{line}, {FIRST}"


@pytest.mark.parametrize(
    "html",
    [
        "<html><body></body></html>",
        "<html><body><nav><a href=/>Home</a><a href=/n>News</a></nav><div id=app></div></body></html>",
        "<!-- only a comment -->",
        "<div>" * 100_000,
    ],
)
def test_a_page_without_an_article_is_an_error_that_says_what_to_do(html: str) -> None:
    with pytest.raises(EmptyArticleError, match="no article found in the page: save it again"):
        read_page(html.encode())


def test_empty_and_binary_pages_are_errors() -> None:
    with pytest.raises(EmptyArticleError):
        read_page(b" \n")
    with pytest.raises(EncodingError):
        read_page(bytes(range(256)))


@pytest.mark.parametrize("tag", ["<div>", "<span>", "<table><tr><td>", "<b>", "<ul><li>", "<article>"])
def test_endless_nesting_is_made_flat_and_read(tag: str) -> None:
    started = time.process_time()
    article = read_page(f"<html><body>{tag * 100_000}<p>{FIRST}</p><p>{SECOND}</p>".encode())
    assert FIRST in article.text
    assert SECOND in article.text
    assert "page_flattened" in article.flags
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "html", ["<" + "a" * 1_000_000, f"<script type='application/ld+json'>{{{' ' * 1_000_000}x</script>"]
)
def test_a_megabyte_without_an_end_takes_no_time(html: str) -> None:
    started = time.process_time()
    assert flatten_page(html) is html
    assert read_metadata(html).title is None
    assert time.process_time() - started < 10


def test_real_pages_are_not_flattened() -> None:
    old = "<ul>" + "<li>one</li><br><img src=x>" * 1000 + "</ul><script>'" + "<div>" * 1000 + "'</script>" + PAGE
    assert flatten_page(old) is old
    assert flatten_page("<i>" * 301 + "a</i>" + "</i>" * 300).count("i>") == 600


def test_a_page_without_paragraphs_is_read_by_the_fall_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_text, "extract_with_trafilatura", lambda *_: "")
    article = read_page(f"<html><body><nav>{FIRST}</nav><div>{FIRST}</div><div>Home</div><div>{SECOND}</div>".encode())
    assert (article.text, article.flags) == (f"{FIRST}\n\n{SECOND}", ("page_fallback",))


def test_a_large_page_goes_through_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    page = PAGE.replace("</body>", f"<!-- {'x' * page_text.MAX_IN_PROCESS} --></body>")
    monkeypatch.setattr(page_text, "WORKER_SECONDS", 60.0)
    article = read_page(page.encode())
    assert (article.text, article.flags) == (f"{FIRST}\n\n{SECOND}", ())


def test_a_page_of_10_mb_that_takes_too_long_is_read_by_the_fall_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_text, "WORKER_SECONDS", 0.01)
    page = "<html><body><article>" + f"<p class='{'x' * 2_000}'>{FIRST}</p>" * (10_000_000 // 2_100)
    article = read_page(page.encode())
    assert article.flags == ("page_fallback",)
    assert article.text.count(FIRST) == page.count(FIRST)


def test_importing_the_room_does_not_load_the_heavy_libraries() -> None:
    code = "import sys, firsthand.reading; print([m for m in ('trafilatura', 'lxml', 'htmldate') if m in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"


TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "<article>", "<table><tr>", "<script>", "<!--", "<meta charset=x>", "&#0;", "&amp"),
        *("<a href=", FIRST, "<script type='application/ld+json'>", '{"@type":"NewsArticle","author":[[]]}'),
        *("</script>", "\x00", "\ufffe", "<?xml"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300)
    | st.lists(TAGS | st.text(max_size=10), max_size=20).map(lambda t: "".join(t).encode("utf-8", "replace"))
)
def test_any_bytes_give_an_article_or_an_input_error(data: bytes) -> None:
    try:
        article = read_page(data, url="https://a.example/x")
    except InputError as error:
        outcome: Article | InputError = error
    else:
        outcome = article
    assert outcome.text.encode() if isinstance(outcome, Article) else outcome.message


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(zip(*(words[start:] for start in range(4)), strict=False))


def test_text_and_date_of_real_pages() -> None:
    path = Path(__file__).parents[2].parent / "shared" / "data" / "html_fundus_en" / "dev.jsonl.gz"
    if not path.is_file():
        assert os.environ.get("CI") != "true", "the pages are missing"
        pytest.skip("the pages are not beside this checkout")
    scores, dates = [], []
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, (next(rows) for _ in range(12))):
            article = read_page(row["html"].encode(), url=row["url"])
            found, gold = shingles(article.text), shingles(row["text"])
            scores.append(2 * (found & gold).total() / max(1, found.total() + gold.total()))
            dates.append((article.published or "")[:10] == row["publishing_date"][:10])
    assert sum(scores) / len(scores) > 0.88
    assert sum(dates) >= len(dates) - 1
