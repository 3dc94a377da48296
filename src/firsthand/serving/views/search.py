"""Search: what was found, of which kinds there is how much, and what to leave out where nothing is found."""

from collections.abc import Sequence

import msgspec

from firsthand.errors import UsageError
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.queries import check_fields, title_found
from firsthand.serving.report_lines import make_safe, shorten
from firsthand.serving.story_cache import StoryCache
from firsthand.serving.views.articles import ArticleRow, link_stored, list_articles
from firsthand.serving.views.claims import ClaimRow, StoryLink, find_rows
from firsthand.serving.views.paging import Paged, check_page, cut_page
from firsthand.serving.views.statements import ActorLink, ArticleLink
from firsthand.storage import Facets, FoundStatement, Query, Store

CHOOSABLE = ("words", "speaker", "actor", "outlet", "act", "status", "form", "since", "until")  # fields of a Query
LABELS = {"words": "words", "since": "from", "until": "to"}  # of the fields that are not called as in a Query


class StatementRow(msgspec.Struct, frozen=True):
    """A statement that was found. `snippet` has MARK_START and MARK_END around the words that were searched for.

    `words` is the content exactly as printed, `source` and `cue` too. `speaker` is the corpus actor, None where nobody
    is known, or the article is not linked yet; `named` is what the article calls whoever speaks. `claims` are those
    that it carries, those of most articles first.
    """

    id: str
    snippet: str
    words: str
    source: str
    cue: str
    named: str
    speaker: ActorLink | None
    act: str | None
    status: str | None
    form: str | None
    article: ArticleLink
    story: StoryLink | None
    claims: tuple[ClaimRow, ...]


class FoundStatements(msgspec.Struct, frozen=True):
    """A page of statements, newest first, and how many were found of which kinds on all pages together."""

    page: Paged[StatementRow]
    facets: Facets


class FoundArticles(msgspec.Struct, frozen=True):
    """A page of articles, newest first, and how many were found of which outlets and months on all pages together."""

    page: Paged[ArticleRow]
    facets: Facets


class Chosen(msgspec.Struct, frozen=True):
    """One thing that was asked for: the fields of the query that say it, and in words what it is."""

    fields: tuple[str, ...]
    label: str
    name: str


class Wider(msgspec.Struct, frozen=True):
    """What is found when one thing is not asked for: how many."""

    without: Chosen
    total: int


def ask(given: dict[str, str], offset: int, limit: int) -> Query:
    """A query from fields as the doors take them (CHOOSABLE); blanks around what was typed say nothing.

    Raises:
        UsageError: a date is none, an act, status or form is not in the contract's list, or the page is out of bounds.

    """
    check_page(offset, limit)
    fields = {name: given[name].strip() for name in CHOOSABLE}
    query: Query = msgspec.structs.replace(Query(offset=offset, limit=limit), **fields)
    check_fields(query)
    return query


def find_statements(store: Store, query: Query) -> FoundStatements:
    """One page of the statements that a query asks for, of all of them where it asks for nothing.

    Raises:
        UsageError: the words, or those of speaker or outlet, can't be searched for.

    """
    found = store.search_statements(msgspec.structs.replace(query, limit=query.limit + 1))
    page = cut_page(found, query.offset, query.limit)
    rows = make_rows(store, page.items)
    return FoundStatements(Paged(rows, page.offset, page.limit, page.has_more), store.facet_statements(query))


def find_articles(store: Store, query: Query, stories: StoryCache) -> FoundArticles:
    """One page of the articles that a query asks for; raises like `find_statements`."""
    return FoundArticles(list_articles(store, query, stories), store.facet_articles(query))


def make_rows(store: Store, found: Sequence[FoundStatement]) -> tuple[StatementRow, ...]:
    """What was found, with the claims that it carries and the story that it is in."""
    claims = {row.id: row for row in find_rows(store, list({id for one in found for id in one.claims}))}
    titles = store.links.load_titles({one.story for one in found if one.story})
    return tuple(_make_row(one, claims, titles) for one in title_found(store, found))


def _make_row(one: FoundStatement, claims: dict[str, ClaimRow], titles: dict[str, str]) -> StatementRow:
    named = shorten(one.speaker or one.source)
    return StatementRow(
        id=one.id,
        snippet=one.snippet,
        words=one.content,
        source=one.source,
        cue=one.cue,
        named=named,
        speaker=ActorLink(one.actor, named or "unnamed") if one.actor else None,
        act=one.act,
        status=one.status,
        form=one.form,
        article=link_stored(one.article),
        story=StoryLink(one.story, titles.get(one.story, "")) if one.story else None,
        claims=tuple(claims[id] for id in one.claims if id in claims),
    )


def list_chosen(store: Store, query: Query) -> tuple[Chosen, ...]:
    """What was asked for, one thing after the other; from and to of one day, month or year are one thing."""
    fields = [name for name in CHOOSABLE if getattr(query, name)]
    if query.since and query.since == query.until:
        fields.remove("until")
    return tuple(_word_chosen(store, query, name) for name in fields)


def _word_chosen(store: Store, query: Query, field: str) -> Chosen:
    value: str = getattr(query, field)
    if field == "since" and value == query.until:
        return Chosen(("since", "until"), "published", word_date(value))
    if field in {"since", "until"}:
        return Chosen((field,), LABELS[field], word_date(value))
    if field == "actor":
        return Chosen((field,), "speaker", _name_actor(store, value))
    name = value.strip('"') if field == "outlet" else value
    return Chosen((field,), LABELS.get(field, field), shorten(name))


def _name_actor(store: Store, id: str) -> str:
    try:
        return make_safe(store.links.get_actor(id).name) or id
    except UsageError:
        return shorten(id)


def find_wider(store: Store, query: Query, chosen: Sequence[Chosen], *, articles: bool = False) -> tuple[Wider, ...]:
    """Where nothing is found: which one thing, not asked for, lets something be found. The most first."""
    ask_facets = store.facet_articles if articles else store.facet_statements
    wider = [
        Wider(one, ask_facets(msgspec.structs.replace(query, **dict.fromkeys(one.fields, ""))).total) for one in chosen
    ]
    return tuple(sorted((one for one in wider if one.total), key=lambda one: -one.total))
