"""For which institutions a person speaks, as the articles introduce him: "spokeswoman for …", "who heads the …"."""

import re
from collections.abc import Iterator

from firsthand.lexicons.offices import BEHIND_BODIES, BODIES_OF_HEADS, BODY_HEADS, LEADING, OFFICES, PAST, RANKS
from firsthand.linking.entries import Entry
from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.kinds import fold_words
from firsthand.records import Actor, ActorKind

# How far before and behind a name its bearer is introduced, and how many times a name is looked for in an article.
BEFORE, BEHIND, MOST_PLACES = 70, 100, 6
# How far back "its" may refer.
BACK = 300
MOST_WORDS = 7

OFFICE = "|".join(re.escape(word) for word in sorted(OFFICES, key=len, reverse=True))
OFFICE_OF = re.compile(
    rf"^,? ?(?:(?:the|an?) )?(?:[\w-]+ ){{0,2}}?({OFFICE}) (?:of|for|at|with|to) (?:the )?(.+)", re.I
)
LEADS = re.compile(rf"^,? (?:who|that|which) (?:{'|'.join(LEADING)}) (?:the )?(.+)", re.I)
OF_BODY = re.compile(r"^ (?:of|from) (?:the )?(.+)", re.I)
OFFICE_BEFORE = re.compile(rf"(?:^|.*[^\w-])({OFFICE}),? ?$", re.I)
ITS_OFFICE_BEFORE = re.compile(rf"(?:^|.*[^\w-])(?:its|their) (?:[\w-]+ ){{0,2}}?({OFFICE}),? ?$", re.I)
OFFICE_OF_BEFORE = re.compile(rf"(?:^|[^\w-])({OFFICE}) (?:of|for|at) (?:the )?([^,.;:]{{2,50}}),? ?$", re.I)
WORD = re.compile(r"[\w&'’.-]+")

Post = tuple[str, str]  # the body as it is called, the words that say so


def find_posts(actor: str, ground: Ground) -> tuple[Post, ...]:
    """The bodies that an actor speaks for by what the articles call him; none for whom they call a former head."""
    if actor not in ground.posts:
        known = ground.material.actors.get(actor)
        found = dict.fromkeys(_look(known, ground)) if known else {}
        ground.posts[actor] = tuple(post for post in found if not _is_person(post[0], ground))
    return ground.posts[actor]


def _is_person(text: str, ground: Ground) -> bool:
    """Whether what was taken for a body is a person ("Chief of | Staff Jon Reyes"), and no head who stands for one."""
    words = fold_words(text)
    return len(words) > 1 and ground.person_words.issuperset(words[-2:]) and not BODIES_OF_HEADS.keys() & set(words)


def _look(actor: Actor, ground: Ground) -> Iterator[Post]:
    for role in actor.roles:
        yield from read_behind(f", {role}")
        yield from read_before(f"{role} ")
    for entry in ground.material.entries:
        if actor.id in ground.cited_in[entry.id]:
            yield from _look_in(actor, entry, ground)
    for statement in ground.speech_by_name.get(actor.id, ()):
        if statement.medium and " at the " in statement.medium:
            yield statement.medium.partition(" at the ")[2], f"speaks at {statement.medium}"


def _look_in(actor: Actor, entry: Entry, ground: Ground) -> Iterator[Post]:
    text = entry.article.text
    for start, end in find_places(actor, text):
        before = re.split(r"[\n\r.;:\"“”] ?", text[max(0, start - BEFORE) : start])[-1]
        behind = re.split(r"[\n\r;:\"“”]", text[end : end + BEHIND])[0]
        yield from read_behind(behind)
        yield from read_before(before)
        words = WORD.findall(before)
        if words and words[-1].casefold().strip(".") in RANKS and (match := OF_BODY.match(behind)):
            yield _post(match[1], f"{words[-1]} … of {match[1]}")
        if match := ITS_OFFICE_BEFORE.match(before):
            antecedent = find_before(actor, entry, start - len(match[1]), ground)
            if antecedent:
                yield antecedent, f"{antecedent}'s {match[1]}"


def find_places(actor: Actor, text: str) -> Iterator[tuple[int, int]]:
    """Where an article names an actor: by full name, by another form, or by the last word of a person's name."""
    forms = dict.fromkeys(form for form in (actor.name, *actor.aliases) if form[:1].isupper())
    if actor.kind == ActorKind.PERSON and len(actor.name.split()[-1:]) == 1 and len(actor.name.split()[-1]) > 3:
        forms.setdefault(actor.name.split()[-1])
    for form in forms:
        at = -1
        for _ in range(MOST_PLACES):
            at = text.find(form, at + 1)
            if at < 0:
                break
            yield at, at + len(form)


def read_behind(behind: str) -> Iterator[Post]:
    """The bodies in what follows a name: ", chairman of the fund", ", who heads the centre"."""
    for pattern, group in ((OFFICE_OF, 2), (LEADS, 1)):
        match = pattern.match(behind)
        if match and not is_past(behind[: match.start(group)]):
            yield _post(match[group], behind[: match.start(group)] + cut_body(match[group]))


def read_before(before: str) -> Iterator[Post]:
    """The bodies in what stands before a name: "the fund's chairman", "Finance Minister", "the head of the union,"."""
    if is_past(before):
        return
    match = OFFICE_OF_BEFORE.search(before)
    if match:
        yield _post(match[2], match[0].strip(" ,"))
        return
    match = OFFICE_BEFORE.match(before)
    if match is None:
        return
    words = WORD.findall(before[: match.start(1)])[-3:]
    while words and (words[0].casefold() in BEHIND_BODIES or not any(word[:1].isupper() for word in words)):
        words.pop(0)
    title = match[1].split()[-1]
    if words or title.casefold() in BODIES_OF_HEADS:
        body = [*words, title] if title.casefold() in BODIES_OF_HEADS else words
        yield " ".join(body), " ".join([*words, match[1]])


def is_past(words: str) -> bool:
    """Whether an office is said to be over."""
    return not PAST.isdisjoint(word.casefold() for word in WORD.findall(words.replace("-", " ")))


def _post(body: str, phrase: str) -> Post:
    return cut_body(body), " ".join(phrase.split()).strip(" ,")


def cut_body(text: str) -> str:
    """The name of a body at the beginning of a text: up to a mark, a verb, or behind the noun that heads it."""
    kept: list[str] = []
    for word in re.split(r"[,;:(]", text[:BEHIND])[0].split()[:MOST_WORDS]:
        if word.casefold() in BEHIND_BODIES:
            break
        kept.append(word.rstrip("."))
        if word.casefold().rstrip(".") in BODY_HEADS or word.endswith("."):
            break
    return " ".join(kept)


def find_before(actor: Actor, entry: Entry, at: int, ground: Ground) -> str | None:
    """The body that "its" refers to: the one named last before a place."""
    text = entry.article.text
    best, found = max(0, at - BACK) - 1, None
    for other in entry.record.actors:
        known = ground.material.actors.get(other.id, other)
        if other.id == actor.id or known.kind in (ActorKind.OUTLET, ActorKind.DOCUMENT) or shares_name(known, actor):
            continue
        for form in (known.name, *known.aliases):
            place = text.rfind(form, max(0, at - BACK), at)
            if place > best:
                best, found = place, known.name
    return found


def shares_name(one: Actor, other: Actor) -> bool:
    """Whether two names have a word in common."""
    return not set(one.name.split()).isdisjoint(other.name.split())
