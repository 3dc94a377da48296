"""Roots of one claim → groups that are one origin each, with the reasons; a person's judgements come first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.introductions import telling_words
from firsthand.linking.origins.roots import Root, Standing, says_nobody
from firsthand.linking.origins.tracing import Trace
from firsthand.linking.origins.voices import Voice, join_voices
from firsthand.records import Act, Verdict

Pair = frozenset[str]
Compare = Callable[["Group", "Group"], str | None]
SPOKEN = (Standing.NAMED, Standing.DESCRIBED)


@dataclass
class Group:
    """Roots that are one origin. `because` says why they are one."""

    roots: list[Root]
    because: list[str] = field(default_factory=list)

    @property
    def standing(self) -> Standing:
        """The best standing of its roots."""
        return max(root.standing for root in self.roots)

    @property
    def is_anonymous(self) -> bool:
        """Whether it rests on a withheld name: nobody in it speaks under his name, and somebody without."""
        best = {root.standing for root in self.roots}
        return Standing.OBTAINED in best and Standing.NAMED not in best

    @property
    def is_nobody(self) -> bool:
        """Whether it rests on a withheld source of whom nothing is said."""
        withheld = [root for root in self.roots if root.is_anonymous]
        return self.is_anonymous and all(says_nobody(root.description) for root in withheld)

    @property
    def best(self) -> Root:
        """The root that shows it best: of the best standing the first, and better a person than his body.

        A withheld source is described by the words that tell most: "the former engineer" rather than "he".
        """
        root = max(self.roots, key=lambda root: (root.standing, root.is_person))
        likes = [one for one in self.roots if (one.holder, one.standing) == (root.holder, root.standing)]
        telling = max(likes, key=lambda one: len(telling_words(one.description)))
        return replace(root, description=telling.description)


@dataclass(frozen=True)
class Rulings:
    """What persons decided, by pairs of statement ids."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    unsure: frozenset[Pair] = frozenset()

    @property
    def standing_alone(self) -> frozenset[str]:
        """The statements of which a person said that they are an origin different from another."""
        return frozenset(id for pair in self.different for id in pair)


def read_rulings(decided: Mapping[Pair, Verdict]) -> Rulings:
    """Decisions by their verdict."""
    by_verdict = {verdict: frozenset(p for p, v in decided.items() if v == verdict) for verdict in Verdict}
    return Rulings(by_verdict[Verdict.SAME], by_verdict[Verdict.DIFFERENT], by_verdict[Verdict.UNSURE])


def group_roots(trace: Trace, ground: Ground, rulings: Rulings) -> list[Group]:
    """All roots that no statement explains, in groups, in the order of their first statements."""
    voices = find_voices(trace, ground)
    groups: list[Group] = []
    for id, root in trace.roots.items():
        if id not in trace.leads:
            judged = find_judged(id, trace, rulings)
            _add(groups, Group([root]), lambda one, new: find_reason(one, new, judged, voices, ground), rulings)  # noqa: B023
    return groups


def find_voices(trace: Trace, ground: Ground) -> dict[str, Voice]:
    """The speakers of a claim with all articles in which they say it, copies among them."""
    said: dict[str, list[str]] = {}
    for id, root in trace.roots.items():
        if root.standing in SPOKEN:
            said.setdefault(root.holder, []).append(id)
    return {
        holder: Voice(
            actor=holder,
            articles=frozenset(ground.entry(id).id for id in ids),
            confirms=any(ground.material.statements[id].act == Act.CONFIRM for id in ids),
        )
        for holder, ids in said.items()
    }


def find_judged(statement: str, trace: Trace, rulings: Rulings) -> frozenset[str]:
    """The ends that a person judged to be one with this end."""
    found = set()
    for pair in rulings.same:
        left, right = (set(trace.ends(id)) for id in pair)
        if statement in left or statement in right:
            found |= left | right
    return frozenset(found - {statement})


def _add(groups: list[Group], new: Group, compare: Compare, rulings: Rulings) -> None:
    """Put a group with all that it is one with, where the first of these stands; or at the end."""
    home: Group | None = None
    for group in list(groups):
        if are_kept_apart(home or new, group, rulings):
            continue
        reason = compare(group, new)
        if reason is not None and home is None:
            merge(group, new, reason)
            home = group
        elif reason is not None and home is not None:
            merge(home, group, reason)
            groups[:] = [one for one in groups if one is not group]
    if home is None:
        groups.append(new)


def find_home(groups: Sequence[Group], statement: str, trace: Trace) -> Group | None:
    """The group that a statement belongs to: that of its own root, or of the first that it comes to."""
    ends = trace.ends(statement)
    return next((group for end in ends for group in groups if any(root.statement == end for root in group.roots)), None)


def merge(home: Group, other: Group, reason: str) -> None:
    """Put one group into another; an empty reason goes without saying."""
    home.roots.extend(other.roots)
    home.because.extend([*other.because, *([reason] if reason else [])])


def are_kept_apart(one: Group, other: Group, rulings: Rulings) -> bool:
    """Whether a person said that two groups are different."""
    return bool(rulings.different) and any(
        frozenset((a.statement, b.statement)) in rulings.different for a in one.roots for b in other.roots
    )


def find_reason(
    one: Group, new: Group, judged: frozenset[str], voices: Mapping[str, Voice], ground: Ground
) -> str | None:
    """Why two groups are one, empty where one name says it; None where they are two."""
    if any(root.statement in judged for root in one.roots):
        return "a person judged them to be one"
    theirs = dict.fromkeys(root.holder for root in one.roots)
    if any(root.holder in theirs for root in new.roots):
        return ""
    for holder in theirs:
        for root in new.roots:
            if holder in voices and root.standing in SPOKEN:
                reason = join_voices(voices[holder], voices[root.holder], ground)
                if reason:
                    return reason
    return None


def is_open(one: Group, other: Group) -> bool:
    """Whether the later of two outlets' withheld sources may be the earlier one's: they are described alike."""
    if not (one.is_anonymous and other.is_anonymous):
        return False
    words = [frozenset(w for root in group.roots for w in telling_words(root.description)) for group in (one, other)]
    return bool(words[0] & words[1])
