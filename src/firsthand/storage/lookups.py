"""From ids to rows, and from what a user types for an id to one article: an id, a statement's, or how one begins."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from firsthand.errors import UsageError
from firsthand.storage.database import Database

SHORTEST_PREFIX = 4
CANDIDATES_SHOWN = 6


def find_rows(database: Database, ids: Iterable[str]) -> dict[str, int]:
    """The row of each article, by its exact id.

    Raises:
        UsageError: there is no article with one of the ids.

    """
    wanted = dict.fromkeys(ids)
    # A CROSS JOIN keeps SQLite from going through all articles, and through the whole list for each of them.
    sql = "SELECT a.id, a.row FROM json_each(?) CROSS JOIN articles a ON a.id = value"
    rows: dict[str, int] = dict(database.fetch(sql, json.dumps(list(wanted))))
    for id in wanted:
        if id not in rows:
            raise UsageError("there is no article with this id: `firsthand list` shows the ids", id)
    return rows


def find_id(fetch: Callable[..., list[Any]], id: str) -> tuple[str, str]:
    """The article's id and that of its first revision; a prefix that fits one article only stands for the latter.

    Raises:
        UsageError: there is none, or several ids begin so; the message lists them.

    """
    found: list[tuple[str, str]] = fetch("SELECT id, series FROM articles WHERE id = ?", id) or fetch(
        "SELECT a.id, a.series FROM statements s JOIN articles a ON a.row = s.article WHERE s.id = ?", id
    )
    return found[0] if found else _complete(fetch, id)


def _complete(fetch: Callable[..., list[Any]], prefix: str) -> tuple[str, str]:
    sql = "SELECT id, series FROM articles WHERE substr(id, 1, ?) = ? ORDER BY row"
    found: list[tuple[str, str]] = fetch(sql, len(prefix), prefix) if len(prefix) >= SHORTEST_PREFIX else []
    if not found:
        raise UsageError("there is no article with this id: `firsthand list` shows the ids", prefix)
    series = {series for _, series in found}
    if len(found) == 1:
        return found[0]
    if len(series) == 1 and series <= {id for id, _ in found}:
        return series.pop(), found[0][1]
    shown = ", ".join(id for id, _ in found[:CANDIDATES_SHOWN])
    rest = ", …" if len(found) > CANDIDATES_SHOWN else ""
    raise UsageError(f"several ids begin so: {shown}{rest}", prefix)
