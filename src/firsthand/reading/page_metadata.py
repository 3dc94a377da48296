"""What a page says about itself, in JSON-LD and meta tags. Each field is a row of places, the surest first."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from firsthand.reading.credits import split_authors
from firsthand.reading.dates import parse_published
from firsthand.reading.linked_data import find_linked_article, list_names

DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "date",
)
TITLE_METAS = ("og:title", "twitter:title", "parsely-title", "dc.title", "title")
AUTHOR_METAS = (
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "article:author",
    "article:author_name",
)
PUBLISHER_METAS = ("og:site_name", "application-name", "dc.publisher")
MARKUP = re.compile(r"<[^<>]{0,500}>")
SITE_SUFFIX = re.compile(r"\s+[|\-–—·»:]+\s+(?P<site>[^|–—·»]{2,40})$")
MAX_FIELD = 1000
MAX_AUTHOR = 80


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The fields of an article that its page gives; `published` is ISO."""

    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None


def read_metadata(page: str, url: str | None = None) -> PageMetadata:
    """The metadata of an HTML page; `url` is where it came from, if known."""
    tree = LexborHTMLParser(page)
    metas = _collect_metas(tree)
    linked = find_linked_article(tree)
    address = _find_url(tree, metas, linked, url)
    publisher = _find_publisher(metas, linked, address)
    return PageMetadata(
        title=_find_title(tree, metas, linked, publisher),
        authors=_find_authors(tree, metas, linked),
        publisher=publisher,
        published=_find_published(tree, metas, linked),
        url=address,
        language=_find_language(tree, metas, linked),
    )


def clean_field(value: object) -> str | None:
    """A field as plain text on one line: entities resolved, markup and outer blanks gone; None when nothing is left."""
    if not isinstance(value, str):
        return None
    plain = MARKUP.sub(" ", html.unescape(html.unescape(value[:MAX_FIELD])))
    return " ".join(plain.split()) or None


def _collect_metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        names = {node.attributes.get(key) for key in ("property", "name", "itemprop", "http-equiv")}
        for name in filter(None, names):
            metas.setdefault(name.lower(), []).append(node.attributes.get("content") or "")
    return metas


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _meta_values(metas: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str | None]:
    return (clean_field(value) for name in names for value in metas.get(name, ()))


def _find_title(
    tree: LexborHTMLParser, metas: dict[str, list[str]], linked: dict[str, Any], publisher: str | None
) -> str | None:
    def candidates() -> Iterator[str | None]:
        headings = tree.css("h1")
        if len(headings) == 1:
            yield clean_field(headings[0].text(separator=" "))
        yield clean_field(linked.get("headline"))
        yield from _meta_values(metas, TITLE_METAS)
        node = tree.css_first("title")
        yield clean_field(node.text()) if node else None

    title = _first(candidates())
    return _drop_site(title, publisher) if title else None


def _drop_site(title: str, publisher: str | None) -> str:
    """A title without the outlet's name behind it ("… - Daily Planet")."""
    match = SITE_SUFFIX.search(title)
    if match is None or not publisher:
        return title
    site, name = (re.sub(r"\W", "", value.casefold()) for value in (match["site"], publisher))
    return title[: match.start()] if site and (site in name or name in site) else title


def _find_authors(tree: LexborHTMLParser, metas: dict[str, list[str]], linked: dict[str, Any]) -> tuple[str, ...]:
    named = _clean_authors(list_names(linked.get("author")) or list_names(linked.get("creator")))
    if named:
        return named
    for name in AUTHOR_METAS:
        authors = _clean_authors(metas.get(name, []))
        if authors:
            return authors
    nodes = tree.css('[rel~="author"], [itemprop="author"] [itemprop="name"], .byline__name, .author-name')
    return _clean_authors([node.text() for node in nodes[:5]])


def _clean_authors(values: list[str]) -> tuple[str, ...]:
    """Names only: addresses of profiles and whole sentences stand in these fields as well."""
    names: dict[str, None] = {}
    for value in values:
        plain = clean_field(value)
        if plain and "://" not in plain and not plain.startswith(("www.", "@", "(")):
            names.update(dict.fromkeys(name for name in split_authors(plain) if len(name) <= MAX_AUTHOR))
    return tuple(names)


def _find_publisher(metas: dict[str, list[str]], linked: dict[str, Any], url: str | None) -> str | None:
    names = [*metas.get("og:site_name", []), *list_names(linked.get("publisher"))]
    named = _first(clean_field(name) for name in names) or _first(_meta_values(metas, PUBLISHER_METAS))
    return named or _domain(url)


def _domain(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _find_published(tree: LexborHTMLParser, metas: dict[str, list[str]], linked: dict[str, Any]) -> str | None:
    def candidates() -> Iterator[str | None]:
        yield clean_field(linked.get("datePublished"))
        yield from _meta_values(metas, DATE_METAS)
        yield clean_field(linked.get("dateCreated"))
        for node in tree.css('[itemprop="datePublished"], time[pubdate], article time[datetime]')[:5]:
            yield clean_field(node.attributes.get("datetime") or node.attributes.get("content") or node.text())

    return _first(parse_published(value) for value in candidates() if value)


def _find_url(
    tree: LexborHTMLParser, metas: dict[str, list[str]], linked: dict[str, Any], given: str | None
) -> str | None:
    """The canonical address; a canonical link to the front page, which careless templates have, is none."""

    def candidates() -> Iterator[str | None]:
        for node in tree.css('link[rel~="canonical"]')[:3]:
            yield clean_field(node.attributes.get("href"))
        yield from _meta_values(metas, ("og:url",))
        yield clean_field(linked.get("url"))

    absolute = (_join_url(given, value) for value in candidates() if value)
    return _first(value for value in absolute if value and urlsplit(value).path.strip("/")) or given


def _join_url(base: str | None, value: str) -> str | None:
    try:
        joined = urljoin(base or "", value)
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in {"http", "https"} and parts.netloc else None


def _find_language(tree: LexborHTMLParser, metas: dict[str, list[str]], linked: dict[str, Any]) -> str | None:
    root = tree.css_first("html")
    declared = root.attributes.get("lang") or root.attributes.get("xml:lang") if root else None
    values = [declared, *metas.get("content-language", []), *metas.get("og:locale", []), linked.get("inLanguage")]
    for value in values:
        match = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", value) if isinstance(value, str) else None
        if match:
            return match[1].lower()
    return None
