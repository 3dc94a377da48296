"""What is searched for, and what is found: articles, statements, and how many there are of each kind."""

import msgspec

# Around the words of a snippet that were searched for; control characters, which no news text needs.
MARK_START = "\x02"
MARK_END = "\x03"
MOST_COUNTED = 10_000  # where counting ends, so that it never takes long: one more stands for "more"


class StoredArticle(msgspec.Struct, frozen=True):
    """An article of the store without its text. `statements` counts them; `added_at` is UTC, ISO 8601."""

    id: str
    url: str | None
    publisher: str | None
    published: str | None
    title: str | None
    revision: int
    superseded: bool
    added_at: str
    statements: int


class FoundStatement(msgspec.Struct, frozen=True):
    """A statement that was searched for, in words. `snippet` holds MARK_START and MARK_END around what matched.

    Where it is linked: `actor` is the corpus actor who speaks, `story` the story, `claims` the claims that it carries.
    """

    id: str
    speaker: str | None
    source: str
    cue: str
    content: str
    form: str | None
    act: str | None
    status: str | None
    snippet: str
    article: StoredArticle
    actor: str | None = None
    story: str | None = None
    claims: tuple[str, ...] = ()


class FoundArticle(msgspec.Struct, frozen=True):
    """An article that was searched for. `snippet` is empty where no words were given."""

    snippet: str
    article: StoredArticle
    story: str | None = None


class Query(msgspec.Struct, frozen=True):
    """What to search for; every field given must hold.

    words: all of them must occur, in any order; "quoted words" as they stand; an asterisk ends a prefix (negotiat*).
    speaker: words of the speaker's name or of the source as printed. actor: the id of the corpus actor who speaks.
    outlet: words of the publisher's name; in quotation marks, the whole name. act, status, form: as in the contract.
    since, until: YYYY, YYYY-MM or YYYY-MM-DD, both inclusive, of the publication date as printed.
    superseded: older revisions too. offset: how many of what is found are passed over.
    Of more than MOST_COUNTED matches those that were added last are sorted and shown.
    """

    words: str = ""
    speaker: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    superseded: bool = False
    limit: int = 20
    act: str = ""
    status: str = ""
    form: str = ""
    actor: str = ""
    offset: int = 0


class FacetCount(msgspec.Struct, frozen=True):
    """How many of what was found have a value. `name` is for people; as a query's field, `value` finds just these."""

    value: str
    name: str
    count: int


class Facets(msgspec.Struct, frozen=True):
    """How many were found, MOST_COUNTED + 1 standing for more, and how many of the first MOST_COUNTED of which kind.

    The most frequent first; months the latest first. Statements have all of them, articles outlets and months alone.
    """

    total: int
    acts: tuple[FacetCount, ...] = ()
    statuses: tuple[FacetCount, ...] = ()
    speakers: tuple[FacetCount, ...] = ()
    outlets: tuple[FacetCount, ...] = ()
    months: tuple[FacetCount, ...] = ()
