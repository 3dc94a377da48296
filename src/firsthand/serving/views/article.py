"""One article: what it is, who says what in it, whom it copies, who copies it, and how it changed."""

from collections import Counter

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Annotations, Certainty, Copy, CopyKind, Statement
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_voices import NO_SOURCE, describe_anonymous, describe_source, name_actor
from firsthand.serving.views.articles import link_story
from firsthand.serving.views.claim import ClaimLink
from firsthand.serving.views.claims import StoryLink
from firsthand.serving.views.differences import Comparison, compare_passages, compare_texts
from firsthand.serving.views.flags import FlagNote, explain_flags
from firsthand.serving.views.opened_article import ArticleStatement, OpenArticle
from firsthand.serving.views.paging import Paged
from firsthand.serving.views.statements import ArticleLink, Quoted, link_article
from firsthand.storage import Store, StoredArticle

SHOWN = 50  # statements of a page: more make it heavy, and the text above has them all
NOT_COPIED = "there is no such copy: neither article carries the text of the other"


class Speaker(msgspec.Struct, frozen=True):
    """Somebody who speaks in an article, how often, and what finds those statements; `actor` is None if unnamed."""

    key: str
    name: str
    statements: int
    actor: str | None
    anonymous: bool = False


class CopyView(msgspec.Struct, frozen=True):
    """Another article with the same text. `is_original` says that the other had it first.

    `overlap` is the part of the copy's words that the original has, from 0 to 1; `passages` counts those paired.
    """

    other: ArticleLink
    is_original: bool
    kind: CopyKind
    overlap: float
    certainty: Certainty
    because: tuple[str, ...]
    passages: int


class RevisionLink(msgspec.Struct, frozen=True):
    """One revision of an article, by its own id; `added_at` is UTC, ISO 8601."""

    id: str
    revision: int
    added_at: str
    published: str | None
    statements: int


class ArticleView(msgspec.Struct, frozen=True):
    """What is known of an article but for its text and statements. `revision` is the one shown, of `revisions`."""

    article: ArticleLink
    url: str | None
    authors: tuple[str, ...]
    language: str | None
    flags: tuple[FlagNote, ...]
    statements: int
    speakers: tuple[Speaker, ...]
    story: StoryLink | None
    copies: tuple[CopyView, ...]
    revision: int
    superseded: bool
    revisions: tuple[RevisionLink, ...]


class ArticleAnswer(Annotations, frozen=True, kw_only=True):
    """The contract's record of an article, on corpus actors and as people corrected it, with what stands around it."""

    story: StoryLink | None = None
    copies: tuple[CopyView, ...] = ()
    revision: int = 1
    superseded: bool = False
    revisions: tuple[RevisionLink, ...] = ()


class StatementAnswer(msgspec.Struct, frozen=True):
    """A statement in words, its claims, and the contract's statement."""

    quoted: Quoted
    number: int
    claims: tuple[ClaimLink, ...]
    statement: Statement


def view_article(opened: OpenArticle) -> ArticleView:
    """What is known of an article."""
    article = opened.record.article
    return ArticleView(
        article=link_article(opened.record, opened.actors),
        url=article.url,
        authors=article.authors,
        language=article.language,
        flags=explain_flags(article.flags),
        statements=len(opened.statements),
        speakers=count_speakers(opened),
        story=link_story(opened.story.links) if opened.story else None,
        copies=list_copies(opened),
        revision=opened.stored.revision,
        superseded=opened.stored.superseded,
        revisions=tuple(map(link_revision, opened.revisions)),
    )


def list_statements(
    opened: OpenArticle, speaker: str = "", offset: int = 0, limit: int = SHOWN
) -> Paged[ArticleStatement]:
    """The statements in reading order, all or of one speaker (a Speaker's key), from number `offset` of them on."""
    chosen = [
        number
        for number, one in enumerate(opened.statements, 1)
        if not speaker or identify_speaker(opened, one) == speaker
    ]
    page = chosen[offset : offset + limit]
    return Paged(tuple(map(opened.view, page)), offset, limit, len(chosen) > offset + limit)


def count_speakers(opened: OpenArticle) -> tuple[Speaker, ...]:
    """Who speaks how often, most first; those without a name by what the article calls them."""
    counted = Counter(identify_speaker(opened, one) for one in opened.statements)
    first = {identify_speaker(opened, one): one for one in reversed(opened.statements)}
    return tuple(_make_speaker(opened, key, first[key], number) for key, number in counted.most_common())


def identify_speaker(opened: OpenArticle, statement: Statement) -> str:
    """What tells speakers apart: the actor's id, or `~` with the words that describe them."""
    return statement.speaker or f"~{_describe(opened, statement)}"


def list_copies(opened: OpenArticle) -> tuple[CopyView, ...]:
    """What the article carries the text of, then what carries its text; those with most of it first."""
    if opened.story is None:
        return ()
    own = opened.stored.id
    found = [one for one in opened.story.links.copies if own in (one.article, one.of)]
    found.sort(key=lambda one: (one.article != own, -one.overlap, one.article, one.of))
    return tuple(_view_copy(opened.story, one, own) for one in found)


def compare_copy(opened: OpenArticle, other: str) -> Comparison:
    """The passages that two articles share, the original's on the left.

    Raises:
        UsageError: neither copies the other.

    """
    pair = {opened.stored.id, other}
    copies = opened.story.links.copies if opened.story else ()
    copy = next((one for one in copies if {one.article, one.of} == pair), None)
    if opened.story is None or copy is None:
        raise UsageError(NOT_COPIED, other)
    text, original = (opened.story.record_by_id[id].article.text for id in (copy.article, copy.of))
    return compare_passages([(original[slice(*first)], text[slice(*own)]) for own, first in copy.evidence])


def compare_revision(store: Store, opened: OpenArticle, revision: int) -> Comparison:
    """The whole text beside that of another revision, the earlier one on the left.

    Raises:
        UsageError: there is no such revision.

    """
    found = next((one for one in opened.revisions if one.revision == revision), None)
    if found is None:
        raise UsageError("there is no such revision of the article", str(revision))
    texts = [opened.record.article.text, store.get(found.id).article.text]
    return compare_texts(*(reversed(texts) if revision < opened.stored.revision else texts))


def answer_article(opened: OpenArticle) -> ArticleAnswer:
    """The article as the API gives it."""
    view = view_article(opened)
    record = {name: getattr(opened.record, name) for name in Annotations.__struct_fields__}
    around = {name: getattr(view, name) for name in ("story", "copies", "revision", "superseded", "revisions")}
    return ArticleAnswer(**record, **around)


def answer_statement(opened: OpenArticle, id: str) -> StatementAnswer:
    """A statement as the API gives it.

    Raises:
        UsageError: the article has none with this id.

    """
    if id not in opened.numbers:
        raise UsageError("there is no such statement; a person may have said that it is none", id)
    view = opened.view(opened.numbers[id])
    return StatementAnswer(view.quoted, view.number, view.claims, opened.statements[view.number - 1])


def link_revision(stored: StoredArticle) -> RevisionLink:
    """A revision to be named."""
    return RevisionLink(stored.id, stored.revision, stored.added_at, stored.published, stored.statements)


def _view_copy(story: LinkedStory, copy: Copy, own: str) -> CopyView:
    other = copy.of if copy.article == own else copy.article
    return CopyView(
        other=link_article(story.record_by_id[other], story.actors),
        is_original=copy.of == other,
        kind=copy.kind,
        overlap=copy.overlap,
        certainty=copy.certainty,
        because=copy.because,
        passages=len(copy.evidence),
    )


def _make_speaker(opened: OpenArticle, key: str, statement: Statement, number: int) -> Speaker:
    if statement.speaker is not None:
        return Speaker(key, name_actor(opened.actors, statement.speaker), number, statement.speaker)
    return Speaker(key, _describe(opened, statement), number, None, statement.anonymous)


def _describe(opened: OpenArticle, statement: Statement) -> str:
    text = opened.record.article.text
    described = describe_anonymous(text, statement) if statement.anonymous else describe_source(text, statement)
    return described or NO_SOURCE
