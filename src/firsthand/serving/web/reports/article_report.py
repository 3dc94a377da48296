"""The report of one article, or of several in one file: texts with their marks, and every statement by its number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from firsthand.records import Annotations, SectionKind
from firsthand.serving.views.article import ArticleView, view_article
from firsthand.serving.views.flags import FlagNote
from firsthand.serving.views.opened_article import ArticleStatement, OpenArticle
from firsthand.serving.web.article_text import draw_numbered, find_link
from firsthand.serving.web.reports.frame import draw_report
from firsthand.storage import StoredArticle

SHEET = "article"


@dataclass(frozen=True)
class ArticleReport:
    """What the template draws of one article. `prefix` begins the ids of its statements; `notes` explain the flags."""

    prefix: str
    view: ArticleView
    text: Markup
    statements: tuple[ArticleStatement, ...]
    notes: tuple[FlagNote, ...]
    link: str | None
    has_background: bool


def draw_article_report(articles: Sequence[OpenArticle]) -> str:
    """One or more articles as a page of HTML."""
    numbered = [view_report(one, f"a{number}-") for number, one in enumerate(articles, 1)]
    return draw_report("report_article.html", SHEET, reports=numbered)


def open_record(record: Annotations) -> OpenArticle:
    """An article that was read and is in no store."""
    article = record.article
    stored = StoredArticle(
        *(article.id, article.url, article.publisher, article.published, article.title),
        revision=1,
        superseded=False,
        added_at="",
        statements=len(record.statements),
    )
    return OpenArticle(stored, (stored,), record, None)


def view_report(opened: OpenArticle, prefix: str) -> ArticleReport:
    """All that is told of an article."""
    statements = tuple(map(opened.view, range(1, len(opened.statements) + 1)))
    return ArticleReport(
        prefix=prefix,
        view=view_article(opened),
        text=draw_numbered(opened, lambda number: f"#{prefix}s-{number}", prefix),
        statements=statements,
        notes=collect_notes(statements),
        link=find_link(opened),
        has_background=any(one.kind is SectionKind.BACKGROUND for one in opened.record.article.sections),
    )


def collect_notes(statements: Iterable[ArticleStatement]) -> tuple[FlagNote, ...]:
    """The flags of the statements, each once, as far as there is something to say of them."""
    notes = {note.words: note for one in statements for note in one.flags if note.advice}
    return tuple(notes[words] for words in sorted(notes))
