"""From what a user types on stories, claims and actors to what is reported."""

from firsthand.errors import UsageError
from firsthand.records import Actor, Annotations, Claim, ClaimStatus
from firsthand.serving.linked_stories import LinkedStory, load_story
from firsthand.serving.queries import MAXIMUM_LIMIT
from firsthand.serving.report_actor import ActorView
from firsthand.serving.story_cache import StoryCache
from firsthand.storage import FoundClaim, Resolved, Store, StoredArticle, ThingKind

NO_STORIES = "no stories yet: `firsthand add` brings articles, `firsthand link` finds their stories"
NAMESAKES = 6  # actors told in a message
STORIES = 10  # of one actor, unless all are asked for: a large agency is in thousands


def find_story(store: Store, id: str, stories: StoryCache | None = None) -> LinkedStory:
    """The story with this id, or that holds the claim, origin, statement or article with it; from those at hand.

    Raises:
        UsageError: nothing has the id, several begin so, or what has it is in no story.

    """
    return (stories or StoryCache()).load_story(store, find_story_id(store, id))


def find_claim(store: Store, id: str, stories: StoryCache | None = None) -> tuple[LinkedStory, Claim]:
    """The claim with this id, or the one that the origin or the statement with it belongs to, and its story.

    Of the story's articles only those are read that carry the claim or show its evidence.

    Raises:
        UsageError: as for `find_story`; or it is a statement of no claim, or of several, which the message names.

    """
    stories = stories or StoryCache()
    resolved = store.links.resolve(id)
    story = stories.load_part(store, _find_story_of(resolved, id))
    claim = _choose_claim(story, resolved, id)
    shown = [step.article for step in story.links.steps.get(claim.id, ()) if step.article]
    articles = {*store.links.find_claim_articles(claim.id), *shown}
    return stories.load_part(store, story.links.story.id, articles), claim


def find_article(
    store: Store, id: str, revision: int | None = None, stories: StoryCache | None = None
) -> tuple[StoredArticle, Annotations, LinkedStory | None]:
    """An article as `Store.find_article` finds it, its record, and its story with the articles that share its text.

    The record is on corpus actors where the article is in a story; where it is in none, as it was read.

    Raises:
        UsageError: there is no such article or revision, or several ids begin so.

    """
    article = store.find_article(id, revision)
    story = store.links.resolve(article.id).story if not article.superseded else None
    if story is None:
        return article, store.get(article.id), None
    stories = stories or StoryCache()
    copies = stories.load_part(store, story).links.copies
    near = {one for copy in copies for one in (copy.article, copy.of) if article.id in {copy.article, copy.of}}
    part = stories.load_part(store, story, {article.id, *near})
    record = part.record_by_id.get(article.id)
    return (article, record, part) if record else (article, store.get(article.id), None)


def _choose_claim(story: LinkedStory, resolved: Resolved, id: str) -> Claim:
    """The one claim that is meant."""
    if resolved.kind is ThingKind.CLAIM:
        return story.find_claim(resolved.id)
    if resolved.kind is ThingKind.ORIGIN:
        claims = [one for one in story.links.claims if any(origin.id == resolved.id for origin in one.origins)]
    elif resolved.kind is ThingKind.STATEMENT:
        claims = story.claims_by_statement.get(resolved.id, [])
    else:
        raise UsageError(f"this is {word_kind(resolved)}, not a claim: `firsthand claims` lists them", id)
    if len(claims) != 1:
        listed = ", ".join(claim.id for claim in claims[:NAMESAKES])
        raise UsageError(f"belongs to several claims, name one: {listed}" if claims else "belongs to no claim", id)
    return claims[0]


def _find_story_of(resolved: Resolved, id: str) -> str:
    if resolved.story is None:
        is_actor = resolved.kind is ThingKind.ACTOR
        advice = "`firsthand actor` shows it" if is_actor else "`firsthand link` finds the stories"
        raise UsageError(f"{word_kind(resolved)} that is in no single story: {advice}", id)
    return resolved.story


def word_kind(resolved: Resolved) -> str:
    """`a claim`, `an actor`."""
    return f"{'an' if resolved.kind[0] in 'aeiou' else 'a'} {resolved.kind}"


def find_actor(store: Store, named: str) -> str:
    """The id of the actor with this id or, failing that, this name.

    Raises:
        UsageError: nobody is called so, or several are; the message names them.

    """
    try:
        resolved = store.links.resolve(named)
    except UsageError:
        resolved = None
    if resolved is not None and resolved.kind is ThingKind.ACTOR:
        return resolved.id
    found = store.links.find_actors(named, NAMESAKES + 1)
    same = [one for one in found if one.name.casefold() == named.casefold()]
    if len(same or found) == 1:
        return (same or found)[0].id
    if not found:
        raise UsageError("no actor has this id or name: `firsthand story ID` names those of a story", named)
    listed = ", ".join(f"{one.name} ({one.id})" for one in found[:NAMESAKES])
    raise UsageError(f"several actors have this name: {listed}{', …' if len(found) > NAMESAKES else ''}", named)


def view_actor(store: Store, id: str, *, full: bool = False) -> ActorView:
    """What is told of an actor, by the stories that moved last, or by all of them if `full`."""
    ids = store.links.stories_of_actor(id)
    shown = ids if full else ids[:STORIES]
    stories = tuple(load_story(store, store.links.get_story(one)) for one in shown)
    actor = _join_names([story.actors[id] for story in stories if id in story.actors])
    judgements = [one for one in store.links.list_judgements() if id in {one.left, one.right}]
    return ActorView(actor, stories, store.links.load_positions(id), judgements, len(ids) - len(shown))


def _join_names(forms: list[Actor]) -> Actor:
    first = forms[0]
    aliases = dict.fromkeys(name for form in forms for name in (*form.aliases, form.name) if name != first.name)
    roles = dict.fromkeys(role for form in forms for role in form.roles)
    return Actor(first.id, first.name, first.kind, tuple(aliases), tuple(roles))


def search_claims(
    store: Store, words: str, story: str, status: ClaimStatus | None, *, anonymous: bool, limit: int
) -> tuple[list[FoundClaim], bool]:
    """The claims asked for, at most `limit`, and whether there are more.

    Raises:
        UsageError: there is no such story, or the limit is not from 1 to MAXIMUM_LIMIT.

    """
    check_limit(limit)
    within = find_story_id(store, story) if story else ""
    found = store.links.search_claims(words.strip(), within, status or "", limit + 1, anonymous=anonymous)
    return found[:limit], len(found) > limit


def find_story_id(store: Store, id: str) -> str:
    """The id of the story that `find_story` finds; raises like it."""
    return _find_story_of(store.links.resolve(id), id)


def check_limit(limit: int) -> None:
    """Whether so many results can be asked for; raises UsageError if not."""
    if not 1 <= limit <= MAXIMUM_LIMIT:
        raise UsageError(f"the limit is a number from 1 to {MAXIMUM_LIMIT}", str(limit))
