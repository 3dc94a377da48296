"""What persons decided about actors, laid over what the program joined: their word wins, and all follows from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.linking.actors.forms import ActorForm, Anchor
from firsthand.linking.actors.groups import Partition
from firsthand.records import Judgement, JudgementKind, Verdict


@dataclass
class Rules:
    """What must be one, as a partition of anchors, and the pairs that can't be; no pair is in both. And who said it."""

    one: Partition[Anchor] = field(default_factory=Partition)
    apart: set[tuple[Anchor, Anchor]] = field(default_factory=set)
    judged: set[Anchor] = field(default_factory=set)
    reasons: list[tuple[Anchor, str]] = field(default_factory=list)

    def are_apart(self, left: Anchor, right: Anchor) -> bool:
        """Whether the sets of two anchors hold a pair that can't be one."""
        sets = {self.one.find(left), self.one.find(right)}
        return len(sets) == 2 and any({self.one.find(a), self.one.find(b)} == sets for a, b in self.apart)


def read_judgements(judgements: Iterable[Judgement], known: Mapping[Anchor, ActorForm]) -> Rules:
    """The rules of the judgements on actors that are there; of two that contradict each other, the later one wins."""
    rules = Rules()
    actors = [one for one in judgements if one.kind is JudgementKind.ACTOR]
    for judgement in sorted(actors, key=lambda one: (one.at, one.id), reverse=True):
        left, right = (find_anchor(anchor, known) for anchor in (judgement.left_anchor, judgement.right_anchor))
        if left is None or right is None or left == right:
            continue
        if judgement.verdict is Verdict.SAME and not rules.are_apart(left, right):
            rules.one.join(left, right)
            names = " and ".join(f"“{name}”" for name in dict.fromkeys((known[left].name, known[right].name)))
            rules.reasons.append((left, f"judged the same by {judgement.by} on {judgement.at[:10]}: {names}"))
        elif judgement.verdict is not Verdict.SAME and rules.one.find(left) != rules.one.find(right):
            rules.apart.add((left, right))
        rules.judged |= {left, right}
    return rules


def find_anchor(text: str, known: Mapping[Anchor, ActorForm]) -> Anchor | None:
    """The anchor that `article id/actor id` means; None where no such form is there. The article's id may have "/"."""
    article, _, actor = text.rpartition("/")
    return (article, actor) if (article, actor) in known else None


def join_judged(clusters: Iterable[Sequence[ActorForm]], rules: Rules) -> list[list[ActorForm]]:
    """The program's actors with those made one of which persons said that two of their forms are one."""
    actors = [sorted(cluster, key=lambda form: form.anchor) for cluster in clusters]
    if not rules.judged:
        return actors  # nearly always: a fifth of the time of joining
    place_of = {form.anchor: place for place, forms in enumerate(actors) for form in forms}
    merged: Partition[int] = Partition()
    for anchor in sorted(rules.judged):
        merged.join(place_of[anchor], place_of[rules.one.find(anchor)])
    return [sorted((form for place in places for form in actors[place]), key=lambda form: form.anchor)
            for places in merged.sets(range(len(actors))).values()]  # fmt: skip


def split_apart(members: Sequence[ActorForm], rules: Rules, story_of: Mapping[str, str]) -> list[list[ActorForm]]:
    """The members of one actor as lists, none of which holds a pair that can't be one.

    Everybody else goes where the nearest judged form went: one of the same name in the same story, else of the same
    name, else of the same story, else of the same role, else the first. Members are in the order of their anchors.
    """
    anchors = {form.anchor for form in members} if rules.apart else set()
    pairs = [pair for pair in rules.apart if pair[0] in anchors and pair[1] in anchors]
    if not pairs:
        return [list(members)]
    bundles: defaultdict[Anchor, list[ActorForm]] = defaultdict(list)
    for form in members:
        bundles[rules.one.find(form.anchor)].append(form)
    lists: list[list[ActorForm]] = []
    seeds = {rules.one.find(anchor) for pair in pairs for anchor in pair}
    for seed in sorted(seeds, key=lambda seed: bundles[seed][0].anchor):
        free = (one for one in lists if not any(rules.are_apart(seed, form.anchor) for form in one))
        home = next(free, None)
        if home is None:
            lists.append(list(bundles[seed]))
        else:
            home += bundles[seed]
    judged = [_describe(one, story_of) for one in lists]
    for seed, forms in bundles.items():
        if seed not in seeds:
            own = _describe(forms, story_of)
            nearest = max(range(len(lists)), key=lambda place: (_measure_nearness(own, judged[place]), -place))
            lists[nearest] += forms
    return [sorted(one, key=lambda form: form.anchor) for one in lists]


@dataclass(frozen=True)
class _Traits:
    """By what unjudged forms follow judged ones."""

    named_stories: frozenset[tuple[str, str]]
    names: frozenset[str]
    stories: frozenset[str]
    roles: frozenset[str]


def _describe(forms: Sequence[ActorForm], story_of: Mapping[str, str]) -> _Traits:
    stories = [story_of.get(form.article, f"/{form.article}") for form in forms]
    return _Traits(
        frozenset(zip((form.name for form in forms), stories, strict=True)),
        frozenset(form.name for form in forms),
        frozenset(stories),
        frozenset(role for form in forms for role in form.roles),
    )


def _measure_nearness(own: _Traits, judged: _Traits) -> tuple[bool, ...]:
    return (
        bool(own.named_stories & judged.named_stories),
        bool(own.names & judged.names),
        bool(own.stories & judged.stories),
        bool(own.roles & judged.roles),
    )
