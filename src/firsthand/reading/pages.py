"""One saved HTML page → Article."""

import logging
import re

from firsthand.errors import EmptyArticleError
from firsthand.reading.assembly import complete_article
from firsthand.reading.encodings import check_characters, decode_text, replace_surrogates
from firsthand.reading.page_metadata import read_metadata
from firsthand.reading.page_nesting import flatten_page
from firsthand.reading.page_text import MAX_IN_PROCESS, extract_page_text
from firsthand.records import Article

CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w\-:]{2,30})", re.IGNORECASE)
PROLOG = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w\-:]{2,30})", re.IGNORECASE)
HEAD_BYTES = 8_192


def read_page(data: bytes, *, url: str | None = None) -> Article:
    """The article of a saved page, with title, authors, publisher, date, canonical address and language if given.

    The flag `page_fallback` says that trafilatura gave nothing or took too long, and that plain paragraphs were taken;
    `page_flattened` that elements were nested without end, and that the lower ones were taken out.

    Raises:
        EmptyArticleError: no article in the page.
        EncodingError: binary data.
        SizeError: a page over 20 MB, or a text over 3 million characters.
    """
    decoded = decode_text(data, _find_charset(data[:HEAD_BYTES]))
    if not decoded.text.strip():
        raise EmptyArticleError("empty: there is no page in it")
    check_characters(decoded.text)
    # Control characters end the parsers' work early, and mean nothing in a page.
    nested = re.sub(r"[\x00-\x08\x0e-\x1f]", "", decoded.text)
    html = flatten_page(nested)
    page = extract_page_text(html, url)
    if not page.text:
        raise EmptyArticleError(
            "no article found in the page: save it again once it is fully loaded, or give the text alone as plain text"
        )
    found = read_metadata(html, url)
    text = replace_surrogates(page.text)
    draft = Article(
        id="",
        text=text.text,
        url=found.url,
        publisher=found.publisher,
        title=found.title,
        authors=found.authors,
        published=found.published or guess_published(html, found.url),
        language=found.language,
        flags=decoded.flags + text.flags + _flag_page(is_flattened=html is not nested, is_fallback=page.is_fallback),
    )
    return complete_article(draft)


def _flag_page(*, is_flattened: bool, is_fallback: bool) -> tuple[str, ...]:
    flags = {"page_flattened": is_flattened, "page_fallback": is_fallback}
    return tuple(flag for flag, holds in flags.items() if holds)


def guess_published(html: str, url: str | None) -> str | None:
    """The date that htmldate finds in a page's address and words; None when it finds none, or the page is large."""
    if len(html) > MAX_IN_PROCESS:
        return None
    import htmldate  # costs as much at start as trafilatura

    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        return htmldate.find_date(html, url=url, original_date=True, extensive_search=False)
    except (ValueError, TypeError, AttributeError):
        return None


def _find_charset(head: bytes) -> str | None:
    match = PROLOG.search(head) or CHARSET.search(head)
    return match[1].decode("ascii", "ignore") if match else None
