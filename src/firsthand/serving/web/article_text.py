"""What the page of an article draws besides its view: addresses of its statements, and its text with its marks."""

from collections.abc import Callable

from markupsafe import Markup

from firsthand.serving.report_lines import make_safe
from firsthand.serving.report_statements import word_how
from firsthand.serving.report_voices import describe_anonymous, describe_source, name_actor
from firsthand.serving.views.article import SHOWN
from firsthand.serving.views.highlights import mark_text
from firsthand.serving.views.opened_article import OpenArticle
from firsthand.serving.web.marked_text import Drawing, draw_text
from firsthand.serving.web.rendering import quote_path
from firsthand.storage import StoredArticle

LINKED = ("http://", "https://")


def address_article(stored: StoredArticle) -> str:
    """An article's page; an older revision by its number, since the first one's id leads to the newest."""
    address = f"/articles/{quote_path(stored.id)}"
    return f"{address}?revision={stored.revision}" if stored.superseded else address


def address_statement(opened: OpenArticle, number: int) -> str:
    """Where a statement is told in full: in the list under the text, on the page of the list that has it."""
    address = address_article(opened.stored)
    offset = (number - 1) // SHOWN * SHOWN
    query = f"{'&' if '?' in address else '?'}offset={offset}" if offset else ""
    return f"{address}{query}#s-{number}"


def draw_article(opened: OpenArticle) -> Markup:
    """The text with every source, cue and content marked, and every statement numbered."""

    def address(number: int) -> str:
        return f"#s-{number}" if number <= SHOWN else address_statement(opened, number)

    return draw_numbered(opened, address)


def draw_numbered(opened: OpenArticle, address: Callable[[int], str], prefix: str = "") -> Markup:
    """The same; the number of a statement leads to its `address`, and ids begin with `prefix`."""
    text, statements = opened.record.article.text, opened.statements
    made = frozenset(number for number, one in enumerate(statements, 1) if not one.source and not one.cue)
    drawing = Drawing(
        text=text,
        made=made,
        address=address,
        name=lambda number: f"Statement {number}: {word_statement(opened, number)}",
        prefix=prefix,
    )
    return draw_text(drawing, mark_text(text, statements, opened.record.article.sections))


def word_statement(opened: OpenArticle, number: int) -> str:
    """`Ana Reyes said`: who and how, in a few words."""
    text, statement = opened.record.article.text, opened.statements[number - 1]
    if statement.speaker is not None:
        who = name_actor(opened.actors, statement.speaker)
    else:
        who = (describe_anonymous if statement.anonymous else describe_source)(text, statement)
    return f"{who}, {word_how(text, statement)}" if statement.cue else who


def find_link(opened: OpenArticle) -> str | None:
    """The address of the original, where a browser may follow it."""
    url = make_safe(opened.record.article.url or "")
    return url if url.lower().startswith(LINKED) else None
