"""What each parameter of the API means, and what it may be: one table for all routes, by name.

A row may be for one operation alone (`list_claims.status`): the same name asks for another thing there.
"""

from enum import StrEnum
from typing import Any

from firsthand.records import Act, ActorKind, ClaimStatus, Form, Status
from firsthand.serving.exports import ExportFormat, TableName
from firsthand.serving.views.paging import FARTHEST, MOST
from firsthand.serving.views.story_claims import ClaimChoice, ClaimSort
from firsthand.serving.views.story_timeline import Period
from firsthand.storage import ClaimOrder, Fate

WORDS = 200  # characters: as many as a search takes
DAY = r"^$|^\d{4}(-\d{2}(-\d{2})?)?$"


def _choose(members: type[StrEnum], words: str) -> tuple[str, dict[str, Any]]:
    """One of a closed list, or nothing."""
    return words, {"enum": ["", *members]}


ABOUT: dict[str, tuple[str, dict[str, Any]]] = {
    "id": ("The id, or its first characters, four or more, where no other begins so.", {"minLength": 1}),
    "offset": ("How many items are passed over.", {"minimum": 0, "maximum": FARTHEST}),
    "limit": ("How many items come at most.", {"minimum": 1, "maximum": MOST}),
    "words": (
        'All of them must occur; "quoted words" as they stand; an asterisk ends a beginning (negotiat*).',
        {"maxLength": WORDS},
    ),
    "speaker": ("Words of the speaker's name, or of the source as printed.", {"maxLength": WORDS}),
    "outlet": ("Words of the publisher's name; in quotation marks, the whole name.", {"maxLength": WORDS}),
    "since": ("The first day: YYYY, YYYY-MM or YYYY-MM-DD, of the publication.", {"pattern": DAY}),
    "until": ("The last day, as `since`.", {"pattern": DAY}),
    "act": _choose(Act, "What the speaker does by saying it."),
    "status": _choose(Status, "How the content is presented."),
    "form": _choose(Form, "Direct, indirect or mixed speech."),
    "story": ("The id of a story, or of anything in it.", {}),
    "claim": ("The id of a claim.", {}),
    "article": ("The id of an article.", {}),
    "actor": ("The id of an actor.", {}),
    "kind": _choose(ActorKind, "Of which kind."),
    "order": _choose(ClaimOrder, "What comes first: of most articles, of most origins, or the newest."),
    "anonymous": ("Only those that rest on anonymous sources alone.", {}),
    "least": ("Of at least so many articles.", {"minimum": 1, "maximum": FARTHEST}),
    "revision": ("Another revision than the newest: its number, from 1.", {"minimum": 1}),
    "claims": _choose(ClaimChoice, "Which claims."),
    "period": _choose(Period, "Which part of the timeline."),
    "changed": ("Only what changed.", {}),
    "fate": _choose(Fate, "Only what ended so."),
    "format": ("What the file is to be.", {"enum": list(ExportFormat)}),
    "table": _choose(TableName, "Which table, of csv and parquet; statements if none is named."),
    "list_claims.status": _choose(ClaimStatus, "How well a claim is supported."),
    "list_story_claims.order": _choose(ClaimSort, "What comes first."),
    "get_correction.id": ("The id of a judgement, whole.", {"minLength": 1}),
    "undo_correction.id": ("The id of a judgement, whole.", {"minLength": 1}),
    "beside": ("The id of an article that copies it, or that it copies.", {}),
    "against": ("The number of another revision of it.", {"minimum": 1}),
    "list_statements.article": ("The id of an article, or of a statement of it.", {}),
    "compare_article.article": ("The id of an article, or of a statement of it.", {}),
    "export.actor": ("The id of an actor; with anything that is searched for, who speaks.", {}),
}


def find_about(operation: str, parameter: str) -> tuple[str, dict[str, Any]]:
    """A parameter's meaning, and what narrows its type in JSON Schema; nothing where the table has no row."""
    return ABOUT.get(f"{operation}.{parameter}", ABOUT.get(parameter, ("", {})))
