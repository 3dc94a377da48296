"""What the doors ask of a store, from a user's raw words to values that can be printed."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from firsthand.errors import StoreAccessError, UsageError
from firsthand.records import Act, Form, Status
from firsthand.serving.report_header import find_title
from firsthand.serving.report_lines import make_safe
from firsthand.storage import FoundArticle, FoundStatement, Query, Store, StoredArticle, open_store
from firsthand.storage.found import MARK_END, MARK_START

Found = TypeVar("Found", FoundArticle, FoundStatement)
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
MAXIMUM_LIMIT = 100_000
ASKING = ("speaker", "actor", "outlet", "act", "status", "form", "since", "until")  # fields that narrow a search
CLOSED_LISTS = {"act": Act, "status": Status, "form": Form}


class Results(msgspec.Struct, Generic[Found], frozen=True):
    """What a search found, up to its limit, and whether there is more."""

    found: list[Found]
    has_more: bool


def locate_database(named: str | None) -> Path:
    """The file that `--db` names, or the one in the user's data folder.

    Raises:
        UsageError: it names no file.

    """
    if named in {"", ":memory:"}:
        raise UsageError("--db names no file: give the path of one, or leave it out", named or "''")
    if named is not None:
        return Path(named)
    from platformdirs import user_data_path  # slow to import, and needed only here

    return user_data_path("firsthand") / "firsthand.db"


def open_database(named: str | None, *, create: bool) -> Store:
    """The store that `--db` names; the user's data folder is made where it is missing, a named folder is not.

    Raises:
        StoreError: it can't be used, or is missing and `create` is False.
        UsageError: `named` is no file's name.

    """
    path = locate_database(named)
    if named is None and create:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = os.strerror(error.errno or 0)
            raise StoreAccessError(f"can't be made ({reason}): name a file with --db", str(path.parent)) from error
    return open_store(path, create=create)


def check_day(value: str) -> str:
    """`value` if it is YYYY, YYYY-MM or YYYY-MM-DD and in the calendar.

    Raises:
        UsageError: it is not.

    """
    match = DAY.fullmatch(value)
    try:
        date(*(int(part or 1) for part in match.groups()) if match else ())
    except (TypeError, ValueError) as error:
        raise UsageError("not a date: write YYYY-MM-DD, YYYY-MM or YYYY", value) from error
    return value


def search_statements(store: Store, query: Query) -> Results[FoundStatement]:
    """The statements that match, latest publication first; raises UsageError like `check_query`."""
    check_query(query)
    return _cut(store.search_statements(_ask_one_more(query)), query.limit)


def search_articles(store: Store, query: Query) -> Results[FoundArticle]:
    """The articles that match, latest publication first; raises UsageError like `check_query`."""
    check_query(query)
    return _cut(store.search_articles(_ask_one_more(query)), query.limit)


def check_query(query: Query) -> None:
    """Whether a query can be answered.

    Raises:
        UsageError: it asks for nothing, a date is none, an act, status or form is not in the contract's list, or the
            limit is not from 1 to MAXIMUM_LIMIT.

    """
    if not (query.words.strip() or any(getattr(query, field) for field in ASKING)):
        raise UsageError("nothing to search for: give words, --speaker, --outlet, --since or --until")
    check_fields(query)


def check_fields(query: Query) -> None:
    """Whether a query can be answered that may ask for nothing, and so for everything; raises like `check_query`."""
    for field, values in CLOSED_LISTS.items():
        value = getattr(query, field)
        if value and value not in set(values):
            raise UsageError(f"no {field}: choose one of {', '.join(values)}", value)
    for day in filter(None, (query.since, query.until)):
        check_day(day)
    if not 1 <= query.limit <= MAXIMUM_LIMIT:
        raise UsageError(f"the limit is a number from 1 to {MAXIMUM_LIMIT}", str(query.limit))


def add_titles(store: Store, articles: Iterable[StoredArticle]) -> Iterator[StoredArticle]:
    """The articles for people: one without a title has the one that its report has, mostly its first words."""
    for article in articles:
        if make_safe(article.title or ""):
            yield article
        else:
            yield msgspec.structs.replace(article, title=find_title(store.get(article.id).article))


def title_found(store: Store, found: Iterable[Found]) -> list[Found]:
    """What was found, its articles titled as by `add_titles`; each record is read once."""
    whole = list(found)
    articles = {one.article.id: one.article for one in whole}
    titled = dict(zip(articles, add_titles(store, articles.values()), strict=True))
    return [msgspec.structs.replace(one, article=titled[one.article.id]) for one in whole]


def describe_statements(store: Store, found: Iterable[FoundStatement]) -> Iterator[dict[str, Any]]:
    """Found statements for programs: their words, the article's particulars, and the whole contract statement.

    What a search finds in one article stands together, so each record is decoded once.
    """
    for id, group in groupby(found, key=lambda one: one.article.id):
        statements = {statement.id: statement for statement in store.get(id).statements}
        for one in group:
            whole = statements[one.id]
            yield {**msgspec.to_builtins(one), "snippet": remove_marks(one.snippet), "statement": whole}


def describe_article(found: FoundArticle) -> dict[str, Any]:
    """A found article for programs."""
    return {**msgspec.to_builtins(found), "snippet": remove_marks(found.snippet)}


def remove_marks(snippet: str) -> str:
    """A snippet without the marks around what matched."""
    return snippet.replace(MARK_START, "").replace(MARK_END, "")


def _ask_one_more(query: Query) -> Query:
    return msgspec.structs.replace(query, words=query.words.strip(), limit=query.limit + 1)


def _cut(found: list[Found], limit: int) -> Results[Found]:
    return Results(found[:limit], len(found) > limit)
