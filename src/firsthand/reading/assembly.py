"""The last step of every form: a draft of an article becomes an article, or a reason why not."""

import re

import msgspec

from firsthand.errors import EmptyArticleError, EncodingError
from firsthand.reading.dates import parse_published
from firsthand.reading.encodings import REPLACEMENT, check_characters, check_length
from firsthand.reading.identifiers import make_id
from firsthand.reading.sections import outline_text
from firsthand.records import Article

# Something to see: no blank, no zero-width or direction mark.
VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def complete_article(draft: Article, *, guesses_title: bool = False) -> Article:
    """`draft` with its date checked, its sections found where it has none, and an id where that is empty.

    What the text itself says (dateline, byline, title line) fills only what nothing else says.

    Raises:
        EmptyArticleError: the text is blank.
        SizeError: the text is longer than we read.
        EncodingError: the text is binary data, or nothing of it could be decoded.
    """
    check_length(draft.text)
    flags = (*draft.flags, *check_characters(draft.text))
    if not VISIBLE.search(draft.text):
        raise EmptyArticleError("empty: there is no text in it")
    if not VISIBLE.search(draft.text.replace(REPLACEMENT, "")):
        raise EncodingError("no character of it could be read; give plain text, HTML or JSON, best in UTF-8")
    published = parse_published(draft.published) if draft.published else None
    if draft.published and published is None:
        flags = (*flags, "unreadable_date")
    completed = msgspec.structs.replace(draft, published=published, flags=tuple(dict.fromkeys(flags)))
    if not draft.sections:
        completed = _add_outline(completed, guesses_title)
    return completed if completed.id else _add_id(completed)


def _add_outline(article: Article, guesses_title: bool) -> Article:
    outline = outline_text(article.text, article.title, guesses_title=guesses_title)
    dateline = outline.dateline
    return msgspec.structs.replace(
        article,
        sections=outline.sections,
        title=article.title or outline.title,
        authors=article.authors or outline.authors,
        published=article.published or (dateline.published if dateline else None),
        publisher=article.publisher or (dateline.agency if dateline else None),
    )


def _add_id(article: Article) -> Article:
    identifier = make_id(article.text, article.url, article.publisher, article.published)
    return msgspec.structs.replace(article, id=identifier)
