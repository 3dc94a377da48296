"""Plain text → Article."""

from firsthand.reading.assembly import complete_article
from firsthand.reading.encodings import decode_text, replace_surrogates
from firsthand.records import Article


def read_text(
    text: str | bytes,
    *,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    id: str | None = None,
) -> Article:
    """An article from plain text; bytes are decoded first. The text is then kept to the last blank.

    `published` is a date in any usual form; one that can't be read is dropped, with the flag `unreadable_date`.

    Raises:
        EmptyArticleError: nothing but blanks.
        EncodingError: binary data.
        SizeError: over 20 MB, or 3 million characters.
    """
    decoded = decode_text(text) if isinstance(text, bytes) else replace_surrogates(text)
    draft = Article(
        id=id or "",
        text=decoded.text,
        url=url,
        publisher=publisher,
        title=title,
        published=published,
        flags=decoded.flags,
    )
    return complete_article(draft, guesses_title=True)
