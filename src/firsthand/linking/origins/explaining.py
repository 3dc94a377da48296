"""Why a claim has as many origins as it has: sentences for a reader, and the walk through the evidence."""

from collections.abc import Sequence

from firsthand.linking.origins.choosing import WEAK, Choice
from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.grouping import Group, Rulings, is_open
from firsthand.linking.origins.roots import Root, Standing
from firsthand.linking.origins.tracing import Trace
from firsthand.linking.origins.wording import join_words, say_article, say_number, shorten

Step = tuple[str, str]


def name_root(root: Root, ground: Ground) -> str:
    """A root for a reader: "Mira Tolle", "a source of Continental Wire (“a senior official”)"."""
    holder = ground.name(root.holder)
    if root.is_anonymous:
        return f"an anonymous source of {holder}" + (f" (“{shorten(root.description)}”)" if root.description else "")
    if root.standing == Standing.UNRESOLVED:
        return f"“{shorten(root.description)}”, by {holder}" if root.description else f"somebody, by {holder}"
    return f"{holder} in its own voice" if root.standing == Standing.VOICE else holder


def name_group(group: Group, ground: Ground) -> str:
    """How the claim has a group's root: what the group rests on."""
    root = group.best
    name = name_root(root, ground)
    if root.standing == Standing.NAMED and root.outlet != root.holder:
        return f"{ground.name(root.outlet)} quotes {name}"
    if root.standing == Standing.CITED:
        return f"{name} is credited, and names no source here"
    return name


def explain_count(
    count: int | tuple[int, int],
    choice: Choice,
    found: Trace,
    ground: Ground,
    rulings: Rulings,
) -> tuple[str, ...]:
    """The count in words: who is counted, what was taken as one, who is not counted, what only passes on or is open."""
    counted = choice.counted
    names = [name_root(group.best, ground) for group in counted]
    if not names:
        return ("No statement shows who says it.",)
    said = [_count_sentence(count, counted, names)]
    said += [f"{reason[:1].upper()}{reason[1:]}." for group in counted for reason in dict.fromkeys(group.because)]
    others = [(group, why) for group, why in choice.left_out if why != WEAK]
    said += [f"{upper(name_root(group.best, ground))} is not counted: {why}." for group, why in others]
    articles = {ground.entry(id).id for id in found.roots}
    speaking = [*counted, *(group for group, _ in others)]
    own = {ground.entry(root.statement).id for group in speaking for root in group.roots}
    if len(articles) > len(own):
        rest = len(articles) - len(own)
        said.append(f"{upper(say_number(rest))} of {say_number(len(articles))} articles only pass it on.")
    if rulings.unsure:
        said.append("A person was unsure whether two of them are one.")
    return tuple(said)


def _count_sentence(count: int | tuple[int, int], counted: Sequence[Group], names: Sequence[str]) -> str:
    """The number with who is counted; of a range, also on what it depends."""
    listed = join_words(names)
    if not isinstance(count, tuple):
        return f"{upper(say_number(count))} origin{'s' * (count != 1)}: {listed}."
    doubts = [
        f"{names[place]} is not {names[before]}"
        for place, one in enumerate(counted)
        for before in range(place)
        if is_open(one, counted[before])
    ]
    least, most = (say_number(number) for number in count)
    return (
        f"{upper(least)} or {most} origins: {listed}."
        if not doubts
        else (f"{upper(least)}, or {most} if {join_words(doubts)}: {listed}.")
    )


def upper(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def walk(choice: Choice, groups: Sequence[Group], found: Trace, ground: Ground) -> tuple[Step, ...]:
    """The evidence one by one: each statement with where it comes from, then what was joined and what was counted."""
    steps = [step for id in found.roots for step in _walk_statement(id, found, ground)]
    steps += [
        (f"{upper(reason)}.", group.best.statement) for group in groups for reason in dict.fromkeys(group.because)
    ]
    for group in groups:
        why = next((f"{why}; not counted" for one, why in choice.left_out if one is group), "an origin")
        steps.append((f"{upper(name_root(group.best, ground))}: {why}.", group.best.statement))
    return tuple(steps)


def _walk_statement(id: str, found: Trace, ground: Ground) -> list[Step]:
    where = say_article(ground, ground.entry(id).id)
    if id in found.leads:
        return [(f"{where} {found.leads[id].text}.", id)]
    root = found.roots[id]
    way = f"has it from {name_root(root, ground)}"
    if root.holder == ground.publisher(id):
        way = {
            Standing.OBTAINED: f"has it from an anonymous source of its own (“{shorten(root.description or '')}”)",
            Standing.UNRESOLVED: f"has it from “{shorten(root.description or '')}”",
        }.get(root.standing, "says so itself")
    elif root.standing == Standing.CITED:
        way = f"credits {ground.name(root.holder)}"
    return [(f"{where} {way}.", id)]
