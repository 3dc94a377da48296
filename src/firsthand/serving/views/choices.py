"""What one may choose from where one corrects: who may have said it, and what may be the same."""

from collections import Counter
from collections.abc import Callable

import msgspec

from firsthand.errors import UsageError
from firsthand.records import ActorKind, Annotations, evidence
from firsthand.serving.linked_queries import find_story
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_claim import name_origin
from firsthand.serving.report_header import find_title
from firsthand.serving.report_lines import shorten
from firsthand.serving.report_voices import name_actor
from firsthand.serving.story_figures import word_bounds
from firsthand.storage import Store, ThingKind

SHOWN = 12
FOUND = 20
FindStory = Callable[[Store, str], LinkedStory]
PAIRED = ("actor", "claim", "copy", "origin")  # what may be the same as another one


class Candidate(msgspec.Struct, frozen=True):
    """What may be chosen: its id, its name, and what tells it from others of the name."""

    id: str
    name: str
    notes: str


class SpeakerChoices(msgspec.Struct, frozen=True):
    """One statement, and who may have made it. `speaker` is whom we take for it, None where nobody is known."""

    statement: str
    words: str
    source: str
    article: str
    title: str
    speaker: Candidate | None
    is_outlets_own: bool
    in_article: tuple[Candidate, ...]
    in_story: tuple[Candidate, ...]
    found: tuple[Candidate, ...]


class SameChoices(msgspec.Struct, frozen=True):
    """One thing of a kind (PAIRED), and what may be the same."""

    kind: str
    chosen: Candidate
    words: str
    found: tuple[Candidate, ...]


def choose_speaker(store: Store, statement: str, words: str = "", *, find: FindStory = find_story) -> SpeakerChoices:
    """Who may have made a statement: whom its article names, then its story, and whoever is found by `words`.

    Raises:
        UsageError: nothing has the id, or it is no statement's; the words hold no letter or digit.

    """
    resolved = store.links.resolve(statement)
    if resolved.kind is not ThingKind.STATEMENT:
        raise UsageError("there is no statement with this id", statement)
    story = find(store, resolved.id) if resolved.story else None
    record = _find_record(store, story, resolved.id)
    said = next((one for one in record.statements if one.id == resolved.id), None) if record else None
    if record is None or said is None:
        raise UsageError("this is no statement any more: a correction says so, which the log can undo", statement)
    near = _list_near(record, None if story else record.article.id)
    known = {one.id for one in near}
    far = [one for one in _list_far(story) if one.id not in known] if story else []
    speaker = next((one for one in (*near, *far) if one.id == _qualify(said.speaker, story, record)), None)
    return SpeakerChoices(
        statement=said.id,
        words=evidence(record.article.text, said.content),
        source=evidence(record.article.text, said.source),
        article=record.article.id,
        title=find_title(record.article),
        speaker=speaker,
        is_outlets_own=not said.source and not said.cue,
        in_article=tuple(one for one in near if one != speaker)[:FOUND],
        in_story=tuple(one for one in far if one != speaker)[:SHOWN],
        found=tuple(one for one in search_actors(store, words) if one != speaker) if words.strip() else (),
    )


def _find_record(store: Store, story: LinkedStory | None, statement: str) -> Annotations | None:
    """The record that holds a statement, with what linking and people made of it where it is in a story."""
    if story is None:
        return store.get(store.find_article(statement).id)
    return story.statements[statement][1] if statement in story.statements else None


def _qualify(actor: str | None, story: LinkedStory | None, record: Annotations) -> str | None:
    """An actor's id for a judgement: where the article is in no story, the actor is the article's own."""
    return actor if actor is None or story else f"{record.article.id}/{actor}"


def _list_near(record: Annotations, article: str | None) -> list[Candidate]:
    """Whom an article names: who speaks most in it first."""
    spoken = Counter(one.speaker for one in record.statements if one.speaker is not None)
    actors = {actor.id: actor for actor in record.actors}
    ordered = sorted(actors.values(), key=lambda one: (-spoken[one.id], one.name.casefold()))
    return [
        Candidate(
            f"{article}/{one.id}" if article else one.id,
            name_actor(actors, one.id),
            _word_notes(one.kind, one.roles, spoken[one.id]),
        )
        for one in ordered
    ]


def _list_far(story: LinkedStory) -> list[Candidate]:
    """Who speaks in a story, most first."""
    spoken = Counter(one.speaker for one, _ in story.statements.values() if one.speaker is not None)
    ordered = sorted(story.actors.values(), key=lambda one: (-spoken[one.id], one.name.casefold()))
    return [
        Candidate(one.id, name_actor(story.actors, one.id), _word_notes(one.kind, one.roles, spoken[one.id]))
        for one in ordered
        if spoken[one.id]
    ]


def _word_notes(kind: ActorKind, roles: tuple[str, ...], statements: int) -> str:
    notes = [str(kind), *(shorten(role, 40) for role in roles[:1])]
    return ", ".join([*notes, *([f"{statements:,} here"] if statements else [])])


def search_actors(store: Store, words: str) -> list[Candidate]:
    """Actors by name, those who say most first.

    Raises:
        UsageError: the words hold no letter or digit.

    """
    found = store.links.find_actors(words.strip(), FOUND)
    return [Candidate(one.id, shorten(one.name, 80), f"{one.kind}, {one.statements:,} in all") for one in found]


def choose_same(store: Store, kind: str, id: str, words: str = "", *, find: FindStory = find_story) -> SameChoices:
    """What may be the same as an actor, a claim, an article (copy) or an origin: found by `words`, else what is near.

    Raises:
        UsageError: there is no such kind or thing, or the words hold no letter or digit.

    """
    if kind not in PAIRED:
        raise UsageError(f"what may be the same is one of {', '.join(PAIRED)}", kind)
    if kind == "actor":
        return _choose_actor(store, id, words)
    story = find(store, id)
    if kind == "claim":
        return _choose_claim(store, story, id, words)
    if kind == "copy":
        return _choose_article(store, story, id, words)
    return _choose_origin(store, story, id, words)


def _choose_actor(store: Store, id: str, words: str) -> SameChoices:
    actor = store.links.get_actor(id)
    # Two names of one person share the last word more often than any other.
    asked = words.strip() or (actor.name.split() or [""])[-1]
    try:
        found = search_actors(store, asked)
    except UsageError:
        if words.strip():
            raise
        found = []
    chosen = Candidate(actor.id, shorten(actor.name, 80), str(actor.kind))
    return SameChoices("actor", chosen, asked, tuple(one for one in found if one.id != actor.id))


def _choose_claim(store: Store, story: LinkedStory, id: str, words: str) -> SameChoices:
    claim = story.find_claim(store.links.resolve(id).id)
    found = store.links.search_claims(words.strip(), story.links.story.id, "", FOUND + 1)
    listed = (
        Candidate(one.id, shorten(one.gist, 160), f"{word_bounds(one.independent_origins)}, {one.articles:,} articles")
        for one in found
        if one.id != claim.id
    )
    chosen = Candidate(claim.id, shorten(claim.gist, 160), "")
    return SameChoices("claim", chosen, words, tuple(listed)[:FOUND])


def _choose_article(store: Store, story: LinkedStory, id: str, words: str) -> SameChoices:
    article = store.find_article(id).id
    wanted = words.casefold().split()
    listed = [
        Candidate(one.article.id, shorten(find_title(one.article), 120), story.name_publisher(one))
        for one in story.records
        if one.article.id != article
        and all(word in f"{find_title(one.article)} {story.name_publisher(one)}".casefold() for word in wanted)
    ]
    chosen = Candidate(article, shorten(find_title(store.get(article).article), 120), "")
    return SameChoices("copy", chosen, words, tuple(listed[:FOUND]))


def _choose_origin(store: Store, story: LinkedStory, id: str, words: str) -> SameChoices:
    """Another origin of the same claims, or with words one of the story's others."""
    named = {origin.id: (name_origin(story, origin), claim) for claim in story.links.claims for origin in claim.origins}
    current = store.links.resolve(id).id
    if current not in named:
        raise UsageError("there is no origin with this id", id)
    wanted = words.casefold().split()
    own = {claim.id for claim in story.links.claims if any(origin.id == current for origin in claim.origins)}
    listed = [
        Candidate(each, name, f"of “{shorten(claim.gist, 80)}”")
        for each, (name, claim) in named.items()
        if each != current and (all(word in name.casefold() for word in wanted) if wanted else claim.id in own)
    ]
    return SameChoices("origin", Candidate(current, named[current][0], ""), words, tuple(listed[:FOUND]))
