"""The report on a story: how many articles, outlets and origins it has and why, its claims, copies, voices and days."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from firsthand.records import Certainty, Claim, ClaimStatus, Copy, CopyKind
from firsthand.serving.dates_in_words import word_date, word_known_date
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_claim_lines import draw_claim, word_gist
from firsthand.serving.report_lines import ALERT, PLAIN, QUIET, STRONG, Piece, count, shorten, wrap, wrap_items
from firsthand.serving.report_rows import (
    Line,
    draw_heading,
    draw_rest,
    draw_row,
    list_words,
    make_items,
    run,
    word_because,
)
from firsthand.serving.report_timeline import draw_entries
from firsthand.serving.report_voices import name_actor
from firsthand.serving.story_figures import (
    count_copies,
    count_origins,
    count_publishers,
    count_statuses,
    find_leading,
    find_relays,
    sort_claims,
    word_origins,
)

if TYPE_CHECKING:
    from rich.text import Text

COLUMN = 14  # cells: as wide as `1,234 articles`
SHOWN = 6  # rows of a section, unless all are asked for
NAMED = 6  # outlets or origins named in the head
COPY_WORDS = {
    CopyKind.VERBATIM: ("verbatim copy", "verbatim copies"),
    CopyKind.REWRITE_CREDITED: ("credited rewrite", "credited rewrites"),
    CopyKind.REWRITE_UNCREDITED: ("rewrite without credit", "rewrites without credit"),
    CopyKind.TRANSLATION: ("translation", "translations"),
}


def draw_story(story: LinkedStory, width: int, *, full: bool = False) -> "Iterator[Text]":
    """The report as lines of at most `width` cells; of each section the first rows only, unless `full`."""
    shown = None if full else SHOWN
    yield from draw_head(story, width)
    yield from draw_claims(story, width, shown)
    yield from _draw_relays(story, width, shown)
    yield from _draw_copies(story, width, shown)
    yield from _draw_voices(story, width, shown)
    yield from _draw_timeline(story, width, shown)


def draw_head(story: LinkedStory, width: int) -> "Iterator[Text]":
    """Title, days, and the counts: together on a line, then each with what it is made of."""
    yield from wrap([(word_title(story), STRONG)], width)
    yield from wrap_items(make_items([word_days(story), f"id {shorten(story.links.story.id)}"]), width)
    figures = _list_figures(story)
    yield from draw_heading(" · ".join(figure for figure, _ in figures[:3]), width)
    for figure, reason in figures:
        yield from draw_row(figure, [[reason]], COLUMN + 2, width)
    if story.links.claims:
        yield from draw_row("most carried", [run((word_leading(story.links.claims), PLAIN))], COLUMN + 2, width)


def word_title(story: LinkedStory) -> str:
    """The story's title, or its id where it has none."""
    return shorten(story.links.story.title, 300) or f"untitled ({shorten(story.links.story.id)})"


def word_days(story: LinkedStory) -> str:
    """`10 to 14 March 2026`: when its articles were published."""
    days = sorted((record.article.published or "")[:10] for record in story.records if record.article.published)
    if not days:
        return "dates not known"
    return word_known_date(f"{days[0]}/{days[-1]}") or word_date(days[0])


def _list_figures(story: LinkedStory) -> list[tuple[str, list[Piece]]]:
    """Each count with its reason."""
    publishers, origins = count_publishers(story), count_origins(story.links.claims)
    return [
        (count(len(story.records), "article"), _explain_articles(story)),
        (count(len(publishers), "outlet"), [(list_words(_name_counted(publishers), NAMED), PLAIN)]),
        (count(len(origins), "origin"), _explain_origins(story, origins)),
        (count(len(story.links.claims), "claim"), _explain_claims(story)),
    ]


def _name_counted(publishers: Counter[str]) -> list[str]:
    return [f"{name} ({number})" if number > 1 else name for name, number in publishers.items()]


def _explain_articles(story: LinkedStory) -> list[Piece]:
    copying = len({copy.article for copy in story.links.copies})
    if not copying:
        return [("none carries the text of another", PLAIN)]
    kinds = ", ".join(word_copies(kind, number) for kind, number in count_copies(story).items())
    words = "carries the text of another" if copying == 1 else "carry the text of others"
    return [(f"{len(story.records) - copying} in their own words; {copying} {words} ({kinds})", PLAIN)]


def word_copies(kind: CopyKind, number: int) -> str:
    """`1 verbatim copy`, `2 translations`."""
    return f"{number} {COPY_WORDS[kind][number != 1]}"


def _explain_origins(story: LinkedStory, origins: Counter[tuple[str, str]]) -> list[Piece]:
    """Those who said something first, each once; the same person is one origin, whoever was told."""
    named = [name_actor(story.actors, id) for kind, id in origins if kind == "named"]
    unnamed = [name_actor(story.actors, id) for kind, id in origins if kind == "anonymous"]
    if not origins:
        return [("no claims, so nobody who made one", PLAIN)]
    parts = [f"{len(named)} named: {list_words(named, NAMED)}"] * bool(named)
    parts += [f"{len(unnamed)} anonymous, through {list_words(unnamed, NAMED)}"] * bool(unnamed)
    return [("; ".join(parts), PLAIN)]


def _explain_claims(story: LinkedStory) -> list[Piece]:
    claims = story.links.claims
    statuses = count_statuses(claims)
    unnamed = sum(claim.anonymous_only for claim in claims)
    parts = [f"{statuses[ClaimStatus.CORROBORATED]} corroborated by independent origins"]
    parts += [f"{statuses[ClaimStatus.DISPUTED]} disputed", f"{statuses[ClaimStatus.SINGLE_ORIGIN]} of a single origin"]
    alert = f"; {unnamed} rest{'s' * (unnamed == 1)} on anonymous sources only" if unnamed else ""
    return [(", ".join(parts) if claims else "no statement is claimed", PLAIN), (alert, ALERT)]


def draw_claims(story: LinkedStory, width: int, shown: int | None) -> "Iterator[Text]":
    """The claims, most independent origins first; the first `shown` of them, or all."""
    claims = sort_claims(story.links.claims)
    if not claims:
        return
    yield from draw_heading("Claims", width, "most independent origins first")
    for claim in claims[:shown]:
        yield from draw_claim(story, claim, width)
    advice = f"`firsthand claims --story {shorten(story.links.story.id)}`"
    yield from draw_rest(len(claims) - len(claims[:shown]), advice, COLUMN + 2, width)


def _draw_relays(story: LinkedStory, width: int, shown: int | None) -> "Iterator[Text]":
    relays = find_relays(story)
    if not relays:
        return
    yield from draw_heading("Who carries whom", width, "by the chains of their statements")
    for one in relays[:shown]:
        words = f"{name_actor(story.actors, one.retold_by)} retells {name_actor(story.actors, one.carrier)}"
        inferred = f" ({one.inferred} inferred)" if one.inferred else ""
        line = run((words, PLAIN), (inferred, QUIET))
        yield from draw_row(count(one.statements, "statement"), [line], COLUMN + 2, width)
    yield from draw_rest(len(relays) - len(relays[:shown]), "--full shows all", COLUMN + 2, width)


def _draw_copies(story: LinkedStory, width: int, shown: int | None) -> "Iterator[Text]":
    copies = story.links.copies
    if not copies:
        return
    yield from draw_heading("Copies", width, "which add no origin; how much of each the original has, too")
    for copy in copies[:shown]:
        yield from draw_row(f"{copy.overlap:.0%}", _compose_copy(story, copy), COLUMN + 2, width)
    yield from draw_rest(len(copies) - len(copies[:shown]), "--full shows all", COLUMN + 2, width)


def _compose_copy(story: LinkedStory, copy: Copy) -> list[Line]:
    copied, original = (_word_article(story, id) for id in (copy.article, copy.of))
    inferred = " (inferred)" if copy.certainty is Certainty.INFERRED else ""
    return [
        run((f"{copied} is a {COPY_WORDS[copy.kind][0]} of {original}", PLAIN), (inferred, QUIET)),
        word_because(copy.because),
        make_items([f"{shorten(copy.article)} of {shorten(copy.of)}"]),
    ]


def _word_article(story: LinkedStory, id: str) -> str:
    """An article by its outlet and moment: its title says less, where one copies the other."""
    record = story.record_by_id.get(id)
    if record is None:
        return f"article {shorten(id)}"
    published = record.article.published
    return story.name_publisher(record) + (f" of {word_date(published)}" if published else "")


def _draw_voices(story: LinkedStory, width: int, shown: int | None) -> "Iterator[Text]":
    spoken = Counter(one.speaker for one, _ in story.statements.values() if one.speaker and one.source)
    ordered = sorted(spoken.items(), key=lambda row: (-row[1], name_actor(story.actors, row[0]), row[0]))
    if not ordered:
        return
    yield from draw_heading("Voices", width, "by their statements in all articles together")
    for id, number in ordered[:shown]:
        actor = story.actors.get(id)
        roles = list_words(list(map(shorten, actor.roles)), 2) if actor and actor.roles else ""
        name: list[Piece] = [(name_actor(story.actors, id), STRONG), (f", {roles}" if roles else "", PLAIN)]
        yield from draw_row(count(number, "statement"), [[name, [(shorten(id), QUIET)]]], COLUMN + 2, width)
    yield from draw_rest(len(ordered) - len(ordered[:shown]), "--full shows all", COLUMN + 2, width)


def _draw_timeline(story: LinkedStory, width: int, shown: int | None) -> "Iterator[Text]":
    entries = story.links.timeline
    if not entries:
        return
    yield from draw_heading("Timeline", width)
    yield from draw_entries(story, entries[:shown], width, clocks=shown is None)
    advice = f"`firsthand timeline {shorten(story.links.story.id)}`"
    yield from draw_rest(len(entries) - len(entries[:shown]), advice, COLUMN + 2, width)


def word_leading(claims: Sequence[Claim]) -> str:
    """The claim that most articles carry, with its origins."""
    leading = find_leading(claims)
    if leading is None:
        return "no claims"
    return f"{word_gist(leading)} ({word_origins(leading)}, {count(leading.articles, 'article')})"
