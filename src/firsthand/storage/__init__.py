"""Keeps records: what is stored, as a new article, a revision or a duplicate, and how it is found again; and links."""

from firsthand.storage.base import Store
from firsthand.storage.found import (
    MOST_COUNTED,
    FacetCount,
    Facets,
    FoundArticle,
    FoundStatement,
    Query,
    StoredArticle,
)
from firsthand.storage.found_links import (
    ClaimOrder,
    FoundActor,
    FoundClaim,
    LinkCounts,
    LoggedJudgement,
    PrintedSpeaker,
    QuotingOutlet,
    Resolved,
    StorySummary,
    ThingKind,
)
from firsthand.storage.links_base import Links
from firsthand.storage.outcomes import Fate, Outcome
from firsthand.storage.sqlite import open_store
from firsthand.storage.uploads_base import (
    Linking,
    LinkRequest,
    Upload,
    UploadKind,
    UploadOutcome,
    Uploads,
    UploadState,
)

__all__ = [
    "MOST_COUNTED",
    "ClaimOrder",
    "FacetCount",
    "Facets",
    "Fate",
    "FoundActor",
    "FoundArticle",
    "FoundClaim",
    "FoundStatement",
    "LinkCounts",
    "LinkRequest",
    "Linking",
    "Links",
    "LoggedJudgement",
    "Outcome",
    "PrintedSpeaker",
    "Query",
    "QuotingOutlet",
    "Resolved",
    "Store",
    "StoredArticle",
    "StorySummary",
    "ThingKind",
    "Upload",
    "UploadKind",
    "UploadOutcome",
    "UploadState",
    "Uploads",
    "open_store",
]
