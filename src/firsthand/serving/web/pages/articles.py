"""The articles, one article with its text, and where a statement stands."""

from typing import Any

from litestar import Response, get
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from firsthand.errors import UsageError
from firsthand.records import SectionKind
from firsthand.serving.views import article as views
from firsthand.serving.views.articles import ask_articles, list_articles
from firsthand.serving.views.opened_article import OpenArticle, open_article
from firsthand.serving.views.paging import check_page
from firsthand.serving.web.addresses import compose_address
from firsthand.serving.web.article_text import address_article, address_statement, draw_article, find_link
from firsthand.serving.web.desk import Asked, desk_of
from firsthand.serving.web.raw_ids import read_id
from firsthand.serving.web.rendering import render
from firsthand.storage import Store


@get("/articles", include_in_schema=False, sync_to_thread=True)
def articles_page(
    request: Asked,
    words: FromQuery[str] = "",
    outlet: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
) -> Response[str]:
    """The articles, the newest first."""
    desk = desk_of(request)
    query = ask_articles(words, outlet, since, until, offset)
    with desk.read() as store:
        found = list_articles(store, query, desk.stories)
        facets = store.facet_articles(query)
    asked = {"words": query.words, "outlet": query.outlet, "since": query.since, "until": query.until}
    return render(
        "articles.html", section="articles", found=found, facets=facets, asked=asked, is_asked=any(asked.values()),
        address=compose_address("/articles", asked),
    )  # fmt: skip


@get("/articles/{id:path}", include_in_schema=False, sync_to_thread=True)
def article_page(
    request: Asked,
    id: FromPath[str],
    part: FromQuery[str] = "",
    revision: FromQuery[int | None] = None,
    number: FromQuery[int] = 0,
    speaker: FromQuery[str] = "",
    offset: FromQuery[int] = 0,
    beside: FromQuery[str] = "",
    against: FromQuery[int | None] = None,
) -> Response[str] | Redirect:
    """An article, or a part of its page: a statement, the list of them, or the comparison with another text."""
    asked = read_id(request, "/articles/", id)
    desk = desk_of(request)
    with desk.read() as store:
        opened = open_article(store, asked, desk.stories, revision)
        if asked not in {one.id for one in opened.revisions}:
            return Redirect(address_article(opened.stored))
        values: dict[str, Any] = {"view": views.view_article(opened), "address": address_article(opened.stored)}
        if part == "statement":
            return render("parts/article_statement.html", shown=opened.view(number), **values)
        if part in {"", "statements"}:
            check_page(offset, views.SHOWN)
            values |= {"found": views.list_statements(opened, speaker, offset), "speaker": speaker}
        if part == "statements":
            return render("parts/article_statements.html", **values)
        values["comparison"] = compare(store, opened, beside, against)
    if part == "comparison":
        return render("parts/article_comparison.html", **values)
    if part:
        raise UsageError("there is no such part of the page", part)
    has_background = any(one.kind is SectionKind.BACKGROUND for one in opened.record.article.sections)
    values |= {"text": draw_article(opened), "original": find_link(opened), "has_background": has_background}
    return render("article.html", section="articles", **values)


@get("/statements/{id:path}", include_in_schema=False, sync_to_thread=True)
def statement_page(request: Asked, id: FromPath[str]) -> Redirect:
    """A statement where it stands; one that a person took out leads to its article."""
    asked = read_id(request, "/statements/", id)
    desk = desk_of(request)
    with desk.read() as store:
        opened = open_article(store, asked, desk.stories)
    number = opened.numbers.get(asked)
    address = address_statement(opened, number) if number else address_article(opened.stored)
    return Redirect(address)


def compare(store: Store, opened: OpenArticle, beside: str, against: int | None) -> dict[str, Any] | None:
    """The comparison that is asked for, with what stands over its columns; None where none is.

    Raises:
        UsageError: there is nothing to compare with.

    """
    if beside:
        view = next((one for one in views.list_copies(opened) if one.other.id == beside), None)
        if view is None:
            raise UsageError(views.NOT_COPIED, beside)
        this, other = f"{views.view_article(opened).article.outlet} (this article)", view.other.outlet
        labels = (other, this) if view.is_original else (this, other)
        return {"found": views.compare_copy(opened, beside), "labels": labels, "of": "passages"}
    if against is not None:
        found = views.compare_revision(store, opened, against)
        earlier, later = sorted((opened.stored.revision, against))
        return {"found": found, "labels": (f"Revision {earlier}", f"Revision {later}"), "of": "revisions"}
    return None


ROUTES = (articles_page, article_page, statement_page)
