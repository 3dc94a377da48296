"""Propositions of a story joined into claims."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.linking.claims.barring import find_barred
from firsthand.linking.claims.candidates import Indexes, find_candidates, find_likes
from firsthand.linking.claims.comparison import ClaimModel, Pair, judge, make_scene
from firsthand.linking.claims.propositions import Proposition, make_propositions
from firsthand.linking.claims.supporting import find_support, join_supported
from firsthand.linking.clustering import cluster
from firsthand.linking.entries import Material
from firsthand.records import Judgement, JudgementKind, Verdict

LEAST_PROBABILITY = 0.02  # what is less likely counts as 0
SAME_WORDS = 1.0


@dataclass(frozen=True)
class ClaimGroup:
    """The propositions of one claim, in canonical order."""

    propositions: tuple[Proposition, ...]

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of their statements, each once."""
        return tuple(dict.fromkeys(one.statement.id for one in self.propositions))

    @property
    def anchors(self) -> tuple[str, ...]:
        """The ids of the propositions: what an issued claim id is anchored on."""
        return tuple(one.id for one in self.propositions)


def group_claims(
    material: Material,
    model: ClaimModel,
    bodies: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
) -> tuple[ClaimGroup, ...]:
    """The claims of a story, in canonical order of their first propositions. bodies: actor → whom he speaks for."""
    propositions = make_propositions(material)
    scene = make_scene(material, propositions, bodies)
    likes = find_likes(propositions)
    candidates = sorted(find_candidates(propositions, likes))
    pairs = {(a, b): Pair(propositions[a], propositions[b], scene) for a, b in candidates}
    together, apart = _apply_judgements(propositions, judgements)
    apart = {*apart, *find_barred(pairs)} - set(together)
    groups = cluster(len(propositions), score_pairs(pairs, likes, model), model.threshold, together, apart)
    groups = join_supported(groups, find_support(pairs), apart)
    return tuple(_choose_claims([[propositions[index] for index in group] for group in groups]))


def score_pairs(pairs: Mapping[Indexes, Pair], likes: Sequence[int], model: ClaimModel) -> dict[Indexes, float]:
    """How likely pairs of propositions (by index) are one claim; pairs that are not in it are not.

    likes: for each proposition the first one with the same words; `pairs` are of such first ones.
    """
    row = model.row
    twins: dict[int, list[int]] = {}
    for index, first in enumerate(likes):
        twins.setdefault(first, []).append(index)
    scores: dict[Indexes, float] = {}
    for (left, right), pair in pairs.items():
        probability = judge(pair, row, model.intercept)
        if probability >= LEAST_PROBABILITY:
            scores |= dict.fromkeys(_cross(twins[left], twins[right]), probability)
    for group in twins.values():
        scores |= dict.fromkeys(_cross(group, group), SAME_WORDS)
    return scores


def _cross(left: Sequence[int], right: Sequence[int]) -> Iterator[Indexes]:
    return ((min(a, b), max(a, b)) for a in left for b in right if a != b)


def _choose_claims(groups: Sequence[Sequence[Proposition]]) -> Iterator[ClaimGroup]:
    """Groups of several statements; of a statement that is in none of those, its first proposition alone."""
    told = {one.statement.id for group in groups if _is_shared(group) for one in group}
    for group in groups:
        if _is_shared(group):
            yield ClaimGroup(tuple(group))
        elif group[0].statement.id not in told:
            told.add(group[0].statement.id)
            yield ClaimGroup(tuple(group))


def _is_shared(group: Sequence[Proposition]) -> bool:
    return len({one.statement.id for one in group}) > 1


def _apply_judgements(
    propositions: Sequence[Proposition], judgements: Sequence[Judgement]
) -> tuple[Collection[Indexes], Collection[Indexes]]:
    """The pairs of indexes (smaller first) that a person has joined, and those that he has kept apart.

    Of several judgements on one pair the latest counts.
    """
    index = {one.id: number for number, one in enumerate(propositions)}
    verdicts: dict[Indexes, Verdict] = {}
    for judgement in sorted(judgements, key=lambda one: (one.at, one.id)):
        left, right = index.get(judgement.left_anchor), index.get(judgement.right_anchor)
        if judgement.kind is JudgementKind.CLAIM and left is not None and right is not None and left != right:
            verdicts[min(left, right), max(left, right)] = judgement.verdict
    together = {pair for pair, verdict in verdicts.items() if verdict is Verdict.SAME}
    return together, verdicts.keys() - together
