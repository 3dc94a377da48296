"""Denials joined to what they deny: by a pronoun that points at it, or by its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.linking.relations.views import ClaimView, Utterance, compare_stems, contain, overlap
from firsthand.records import Act, Relation, RelationKind

# The share of a denial's words that the denied claim has, plus how much both speak of the same (cosine, in which words
# that the whole story shares weigh little), and the least of each: one alone is no proof.
LEAST_STRENGTH, LEAST_CONTAINED, LEAST_COMMON = 0.7, 0.4, 0.15
FEWEST_WORDS = 2  # that both must have
# Right behind the other in an article, less will do: so much of its words, or less and something else in common.
ENOUGH_NEAR, LEAST_CONTAINED_NEAR, LEAST_COMMON_NEAR = 0.35, 0.25, 0.04
LEAST_COMMON_UPDATED = 0.3  # of a denial and the firmer or newer form of what it denies
NEAR = 2  # statements from the denied one to the denial
NEAR_BONUS = 0.3
MOST_OWN = 0.4  # of the denying statements; relays are now and then taken for speakers


@dataclass(frozen=True, slots=True)
class Answer:
    """How a denial stands to another claim. `by` and `to` are the statements that show it best."""

    denied: ClaimView
    by: Utterance
    to: Utterance
    points: bool
    is_near: bool
    contained: float
    common: float
    words: int

    @property
    def strength(self) -> float:
        """For choosing among several."""
        return self.contained + self.common + NEAR_BONUS * self.is_near

    @property
    def holds(self) -> bool:
        """Whether it is enough for a relation."""
        is_enough = self.contained + self.common >= LEAST_STRENGTH and self.words >= FEWEST_WORDS
        by_words = is_enough and self.contained >= LEAST_CONTAINED and self.common >= LEAST_COMMON
        by_place = self.is_near and (self.contained >= ENOUGH_NEAR or self.common >= LEAST_COMMON_NEAR)
        return self.points or by_words or by_place


def find_denials(views: Sequence[ClaimView]) -> Iterator[Relation]:
    """The relations `denies`: all that a denial points at; where it points at nothing, what its words fit best."""
    for view in views:
        if not is_answer(view):
            continue
        answers = [answer for other in views if may_be_denied(view, other) if (answer := compare(view, other)).holds]
        pointed = [answer for answer in answers if answer.points]
        others = sorted((a for a in answers if not a.points), key=lambda a: (-a.strength, a.denied.key))
        for answer in pointed or others[:1]:
            yield make_relation(view, answer)


def extend_denials(views: Sequence[ClaimView], relations: Sequence[Relation]) -> Iterator[Relation]:
    """Who goes on denying after a claim was renewed denies the new one too."""
    by_id = {view.claim.id: view for view in views}
    renewed = [(one.source, one.target) for one in relations if one.kind is RelationKind.UPDATES]
    for one in relations:
        if one.kind is not RelationKind.DENIES:
            continue
        denial = by_id[one.source]
        for new in (by_id[source] for source, target in renewed if target == one.target):
            is_of_it = may_be_denied(denial, new) and compare_stems(denial, new) >= LEAST_COMMON_UPDATED
            if is_of_it and new.first and denial.last >= new.first:
                reason = f"repeated on {denial.last}, after the claim was renewed"
                yield Relation(one.source, new.claim.id, RelationKind.DENIES, (reason,))


def is_answer(view: ClaimView) -> bool:
    """Whether a claim denies something that was said: it says no, and somebody denies by it."""
    return view.is_denial and any(utterance.statement.act is Act.DENY for utterance in view.utterances)


def may_be_denied(denial: ClaimView, other: ClaimView) -> bool:
    """Whether a claim can be what is denied: it says yes, and most who deny it do not say so themselves."""
    denying = [one.statement.speaker for one in denial.utterances if one.denies]
    own = sum(speaker is not None and speaker in other.speakers for speaker in denying)
    return other is not denial and not other.is_denial and own <= MOST_OWN * len(denying)


def compare(denial: ClaimView, other: ClaimView) -> Answer:
    """A denial held against another claim."""
    pairs = [(one, two) for one in denial.utterances for two in other.utterances if one.article == two.article]
    pointing = next(((one, two) for one, two in pairs if points_at(one, two)), None)
    beside = [(contain(one, two), one, two) for one, two in pairs if 0 < one.place - two.place <= NEAR]
    near = max(beside, key=lambda row: row[0], default=(0.0, denial.utterances[0], other.utterances[0]))
    contained, by, to = max(
        ((contain(one, two), one, two) for one in denial.wordings for two in other.wordings), key=lambda row: row[0]
    )
    is_near = near[0] >= LEAST_CONTAINED_NEAR
    by, to = pointing or (near[1:] if is_near else (by, to))
    words = sum(to.side.has(stem) for stem in by.side.stems)
    return Answer(other, by, to, pointing is not None, is_near, contained, compare_stems(denial, other), words)


def points_at(denial: Utterance, other: Utterance) -> bool:
    """Whether a denial is one of the very words of the other: "denies it", with what "it" stands for."""
    covers = denial.statement.covers
    return bool(covers) and denial.denies and not other.denies and overlap(covers, other.spans)


def make_relation(denial: ClaimView, answer: Answer) -> Relation:
    """The relation with its reasons."""
    reasons = []
    if answer.points:
        reasons.append("the denial points back at these very words")
    elif answer.is_near:
        reasons.append("the denial stands right behind it in one article")
    words = [stem for stem in answer.by.side.stems if answer.to.side.has(stem)]
    if not answer.points and words:
        reasons.append(f"both speak of {', '.join(answer.by.side.print_stems(words[:4]))}")
    return Relation(denial.claim.id, answer.denied.claim.id, RelationKind.DENIES, tuple(reasons))
