"""Keeps records: what is stored, as a new article, a revision or a duplicate, and how it is found again; and links."""

from firsthand.storage.base import Fate, FoundArticle, FoundStatement, Outcome, Query, Store, StoredArticle
from firsthand.storage.links_base import (
    FoundActor,
    FoundClaim,
    LinkCounts,
    Links,
    LoggedJudgement,
    Resolved,
    StorySummary,
    ThingKind,
)
from firsthand.storage.sqlite import open_store

__all__ = [
    "Fate",
    "FoundActor",
    "FoundArticle",
    "FoundClaim",
    "FoundStatement",
    "LinkCounts",
    "Links",
    "LoggedJudgement",
    "Outcome",
    "Query",
    "Resolved",
    "Store",
    "StoredArticle",
    "StorySummary",
    "ThingKind",
    "open_store",
]
