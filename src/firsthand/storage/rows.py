"""From a record to the columns that are searched, and records under another id."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

import msgspec

from firsthand.records import Annotations, Article, Hop, HopRole, Statement, evidence

ISO_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])")
WORDS = re.compile(r"\w+")


def hash_text(text: str) -> bytes:
    """SHA-256 of the text in UTF-8: 32 bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def fold_words(text: str | None) -> str:
    """The words without case and accents, each between blanks: ' le monde ', so that whole words can be found."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c))
    return f" {' '.join(WORDS.findall(plain.casefold()))} "


def find_day(published: str | None) -> str | None:
    """The date of an ISO date or date-time, as precise as it is; None for anything else."""
    match = ISO_DAY.match(published or "")
    return match.group() if match else None


def name_speaker(names: Mapping[str, str], statement: Statement) -> str | None:
    """The speaker's name, given the names of the actors by id, or the words that describe an anonymous one."""
    if statement.speaker is not None and statement.speaker in names:
        return names[statement.speaker]
    return next((hop.description for hop in statement.chain if hop.role is HopRole.SPEAKER), None)


def is_same_address(article: Article, url: str | None, publisher: str | None) -> bool:
    """Whether two articles of one text are one: by the address where both have one, else by the publisher.

    The same text at two addresses is two articles: a copy is what Firsthand looks for, not what it drops.
    """
    if article.url and url:
        return article.url == url
    return fold_words(article.publisher) == fold_words(publisher)


def statement_rows(record: Annotations) -> Iterator[tuple[str | None, ...]]:
    """For each statement id, speaker, source, cue, content, form, act, status; words as printed."""
    text = record.article.text
    names = {actor.id: actor.name for actor in record.actors}
    for statement in record.statements:
        parts = (evidence(text, spans) for spans in (statement.source, statement.cue, statement.content))
        speaker = name_speaker(names, statement)
        yield (statement.id, speaker, *parts, statement.form, statement.act, statement.status)


def rename_article(record: Annotations, id: str) -> Annotations:
    """The record under another article id. Ids that begin with the old one (statements, actors) follow."""
    old = record.article.id

    def rename(name: str) -> str:
        follows = name.startswith(old) and not name[len(old) : len(old) + 1].isalnum()
        return id + name[len(old) :] if follows else name

    def rename_hop(hop: Hop) -> Hop:
        return msgspec.structs.replace(hop, actor=hop.actor and rename(hop.actor))

    def rename_statement(statement: Statement) -> Statement:
        return msgspec.structs.replace(
            statement,
            id=rename(statement.id),
            speaker=statement.speaker and rename(statement.speaker),
            within=statement.within and rename(statement.within),
            chain=tuple(rename_hop(hop) for hop in statement.chain),
        )

    replace = msgspec.structs.replace
    return replace(
        record,
        article=replace(record.article, id=id),
        actors=tuple(replace(actor, id=rename(actor.id)) for actor in record.actors),
        mentions=tuple(replace(mention, actor=rename(mention.actor)) for mention in record.mentions),
        statements=tuple(rename_statement(statement) for statement in record.statements),
    )
