"""Keeps records: what is stored, as a new article, a revision or a duplicate, and how it is found again."""

from firsthand.storage.base import Fate, FoundArticle, FoundStatement, Outcome, Query, Store, StoredArticle
from firsthand.storage.sqlite import open_store

__all__ = ["Fate", "FoundArticle", "FoundStatement", "Outcome", "Query", "Store", "StoredArticle", "open_store"]
