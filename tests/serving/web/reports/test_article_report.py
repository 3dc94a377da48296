"""The report of an article: all its statements by their numbers, in one file that loads and runs nothing."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from firsthand.records import Annotations, Article, Section, SectionKind, Statement
from firsthand.serving.story_cache import StoryCache
from firsthand.serving.views.opened_article import open_article
from firsthand.serving.web.reports.article_report import draw_article_report, open_record
from firsthand.storage import Store, open_store
from tests.serving.made_story import find, make_records
from tests.serving.web.test_accessibility import find_violations
from tests.storage.made_records import make_record

PAYLOADS = (
    "<script>window.evil = 1</script>",
    '"><img src=https://evil.example/ onerror="window.evil = 1">',
    "</style></p><svg onload='window.evil = 1'>",
    "{{ 7 * 7 }} {% raw %} \u202eevil\u2069 \x00\x1b[31m \ud800",
    "]]><!--<iframe src=javascript:window.evil=1>",
)
EVIL = " ".join(PAYLOADS)


def read_words(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html[html.index("<main>") :]))


def make_nested() -> Annotations:
    """Statements inside one another, in the background of an article."""
    text = "The port stays open.\n\nRecall. Ana Reyes said that Bo Lund had said that the lease ends."
    said, inner = (text.index(words) for words in ("that Bo", "that the"))
    statements = (
        Statement("n:1", find(text, "Ana Reyes"), find(text, "said"), ((said, len(text)),)),
        Statement("n:2", find(text, "Bo Lund"), find(text, "had said"), ((inner, len(text)),), within="n:1"),
    )
    background = Section(SectionKind.BACKGROUND, (text.index("Recall"), len(text)))
    return Annotations(Article("nested", text, sections=(background,)), statements=statements)


def make_hostile() -> Annotations:
    """Every field that an input can fill is hostile."""
    statements = (
        Statement("s/ 1?", ((0, 8),), ((9, 15),), ((8, len(EVIL)),), medium=EVIL, said_on=EVIL, flags=(EVIL,)),
        Statement(EVIL, ((0, 300),), (), ((3, 99), (200, 230)), within="s/ 1?", covers=((0, 99),), anonymous=True),
    )
    article = Article(EVIL, EVIL, url=f"https://x.example/{EVIL}", publisher=EVIL, published=EVIL, title=EVIL)
    return Annotations(msgspec.structs.replace(article, authors=(EVIL,), flags=(EVIL,)), statements=statements)


@pytest.fixture
def store(story_database: str) -> Iterator[Store]:
    with open_store(story_database) as opened:
        yield opened


def test_the_text_and_every_statement_are_told() -> None:
    record = make_records()[2]
    html = draw_article_report([open_record(record)])
    words = read_words(html)
    for line in record.article.text.splitlines():
        assert line.split()[0] in words
    for number in range(1, len(record.statements) + 1):
        assert html.count(f'id="a1-t-{number}"') == html.count(f'id="a1-s-{number}"') == 1
        assert f'href="#a1-s-{number}"' in html
        assert f'href="#a1-t-{number}"' in html
    assert "Only this text was read" in words


def test_a_linked_article_tells_its_story_copies_and_origins(store: Store) -> None:
    html = draw_article_report([open_article(store, "m2", StoryCache())])
    words = read_words(html)
    assert "In the story “The old pier of Vellmar is for sale”" in words
    assert "published two hours later" in words
    assert "2 origins, 4 articles" in words
    assert "disputed" in words
    assert "Only this text was read" not in words


def test_no_link_leads_to_a_server() -> None:
    html = draw_article_report([open_record(make_record(url="https://courier.example/1")), open_record(make_hostile())])
    addresses = re.findall(r'\b(?:href|src|action)="([^"]*)"', html)
    outside = [one for one in addresses if not one.startswith("#")]
    assert len(outside) == 2
    assert all(one.startswith("https://") for one in outside)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert {one[1:] for one in addresses if one.startswith("#")} <= set(ids)


def test_several_articles_have_ids_of_their_own_and_a_list() -> None:
    html = draw_article_report([open_record(one) for one in make_records()])
    assert "<h1>4 articles</h1>" in html
    assert html.count('<article class="one">') == 4
    assert html.count('href="#a4-top"') == 1
    assert html.count("<h1") == 1


def test_flags_are_explained_once() -> None:
    record = make_record()
    flagged = tuple(msgspec.structs.replace(one, flags=("unclosed_quotation",)) for one in record.statements)
    html = draw_article_report([open_record(msgspec.structs.replace(record, statements=flagged))])
    assert html.count("Where the quotation ends is a guess.") == 1
    assert html.count("quotation not closed") == 3


@given(st.text(max_size=200), st.text(max_size=40), st.integers(-5, 250), st.integers(-5, 250))
def test_any_text_and_any_spans_are_survived(text: str, words: str, start: int, end: int) -> None:
    statement = Statement(words, ((start, end),), (), ((end, start + end),), medium=words, flags=(words,))
    record = Annotations(Article("x", text, title=words, url=words, publisher=words), statements=(statement,))
    html = draw_article_report([open_record(record)])
    html.encode()
    assert "<script" not in html


def test_a_long_text_is_drawn_in_time() -> None:
    sentence = "“The port stays open,” Ana Reyes said. "
    text = sentence * 5_200  # 200 KB
    statements = tuple(
        Statement(f"s{at}", ((at + 23, at + 32),), ((at + 33, at + 37),), ((at, at + 22),))
        for at in range(0, len(text), len(sentence) * 4)
    )
    html = draw_article_report([open_record(Annotations(Article("long", text), statements=statements))])
    assert html.count('<li id="a1-s-') == len(statements) == 1_300
    assert len(html) < 12 * len(text)


def test_it_opens_without_a_network_and_prints_on_few_pages(tmp_path: Path, offline: Page) -> None:
    path = tmp_path / "report.html"
    path.write_text(draw_article_report([open_record(make_record())]), encoding="utf-8")
    offline.goto(path.as_uri())
    assert offline.title() == "Port stays open · Firsthand"
    # The styles are allowed by their hash: they work.
    assert (
        offline.evaluate("getComputedStyle(document.querySelector('.text .source')).backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )
    pdf = offline.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


def test_nothing_in_an_article_runs_or_loads(tmp_path: Path, offline: Page) -> None:
    path = tmp_path / "evil.html"
    html = draw_article_report([open_record(make_hostile())])
    path.write_text(html, encoding="utf-8")
    offline.goto(path.as_uri())
    assert offline.evaluate("window.evil") is None
    assert (
        offline.evaluate("document.querySelectorAll('script, img, iframe, main svg, style:not(head style)').length")
        == 0
    )
    assert PAYLOADS[0] in offline.inner_text("main")
    assert not {"\u202e", "\x00", "\x1b", "\ud800"} & set(html)
    assert "{{ 7 * 7 }}" in html


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_any_width(tmp_path: Path, browser: Browser, width: int, scheme: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(draw_article_report([open_record(make_hostile())]), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_report_of_several(tmp_path: Path, browser: Browser, axe: str, scheme: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(
        draw_article_report([open_record(one) for one in [*make_records(), make_nested()]]), encoding="utf-8"
    )
    page = browser.new_page(viewport={"width": 360, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path.as_uri())
    assert find_violations(page, axe) == []
    page.close()
