"""Denials joined to what they deny: by a pronoun that points at it, or by its words and meaning."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.linking.contradiction.figures import are_of_one_kind
from firsthand.linking.relations.utterances import (
    ANSWERS,
    Utterance,
    answers,
    are_of_selves,
    contain,
    liken,
    says_so,
)
from firsthand.linking.relations.views import ClaimView, compare_stems
from firsthand.records import Act, Relation, RelationKind
from firsthand.text.spans import overlap

# The share of a denial's words that the denied claim has, plus how much both mean the same (each from 0 to 1), and the
# least of each: one alone is no proof. Chosen on packs (level from 0.9 to 1.1) and on two stories of real news.
LEAST_STRENGTH, LEAST_CONTAINED, LEAST_ALIKE = 1.05, 0.3, 0.3
NO_VECTORS = 0.35  # what meaning counts for where the model gave no vectors; words must then do nearly all
LEAST_COMMON_NO_VECTORS = 0.15  # cosine in which words that the whole story shares weigh little
FEWEST_STEMS = 3  # telling words of what can be denied; less is a piece of a sentence
NEAR = 2  # statements from the denied one to the denial
NEAR_BONUS = 0.1
FIGURE_BONUS, MOST_FIGURES = 0.15, 2  # for a figure that both name: "the $3m are not accurate"
CLEAR, FEWEST_CLEAR = 1.1, 2  # what fits so well, by so many words, is denied too, whatever fits better
MARGIN = 0.05  # below the best: claims that fit as well are the same matter, told apart by their wording
LEAST_COMMON_UPDATED = 0.3  # of a denial and the firmer or newer form of what it denies
LEAST_DENYING = 0.5  # share of a claim's statements that deny
MOST_OWN = 0.4  # of the statements of what is denied; relays are now and then taken for speakers
# What is demanded, asked or meant is not true or false.
NOT_DENIABLE = frozenset({Act.DEMAND, Act.URGE, Act.ASK, Act.DECLINE, Act.INTEND, Act.DENY})


@dataclass(frozen=True, slots=True)
class Answer:
    """How a denial stands to another claim. `by` and `to` are the statements that show it best."""

    denied: ClaimView
    by: Utterance
    to: Utterance
    points: bool
    is_near: bool
    contained: float
    alike: float
    figures: tuple[str, ...]  # that both name

    @property
    def strength(self) -> float:
        """For choosing among several."""
        figures = FIGURE_BONUS * min(len(self.figures), MOST_FIGURES)
        return self.contained + self.alike + NEAR_BONUS * self.is_near + figures

    @property
    def is_clear(self) -> bool:
        """Whether it fits so well that it is denied whatever else is."""
        return self.strength >= CLEAR and sum(self.to.side.has(stem) for stem in self.by.side.stems) >= FEWEST_CLEAR

    @property
    def holds(self) -> bool:
        """Whether it is enough for a relation."""
        is_enough = self.strength >= LEAST_STRENGTH and len(self.to.side.stems) >= FEWEST_STEMS
        return self.points or (is_enough and self.contained >= LEAST_CONTAINED and self.alike >= LEAST_ALIKE)


def find_denials(views: Sequence[ClaimView]) -> Iterator[Relation]:
    """The relations `denies`: all that a denial points at; where it points at nothing, what its words fit best."""
    for view in views:
        denying = find_denying(view)
        if not denying:
            continue
        found = (compare(view, denying, other) for other in views if may_be_denied(view, other))
        answers = [answer for answer in found if answer is not None and answer.holds]
        best = max((answer.strength for answer in answers), default=0.0)
        for answer in answers:
            if answer.points or answer.strength >= best - MARGIN or answer.is_clear:
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


def find_denying(view: ClaimView) -> list[Utterance]:
    """The statements by which a claim answers another, if at least half of its statements deny."""
    denied = sum(utterance.denies for utterance in view.utterances)
    return [one for one in view.utterances if answers(one)] if denied >= LEAST_DENYING * len(view.utterances) else []


def may_be_denied(denial: ClaimView, other: ClaimView) -> bool:
    """Whether a claim can be what is denied: it says yes, and is not mostly told by those who deny it."""
    denying = {one.statement.speaker for one in denial.utterances if one.denies} - {None}
    own = sum(one.statement.speaker in denying for one in other.utterances)
    return other is not denial and not other.is_denial and own <= MOST_OWN * len(other.utterances)


def compare(denial: ClaimView, denying: Sequence[Utterance], other: ClaimView) -> Answer | None:
    """A denial held against another claim; None where nothing of that claim can be denied."""
    if denial.stems.keys().isdisjoint(other.stems) and not any(one.statement.covers for one in denying):
        return None  # neither in its words nor by what a pronoun stands for
    pairs = [(one, two) for one in denying for two in other.utterances if is_deniable(two, one)]
    common = compare_stems(denial, other)
    found = [measure(other, one, two, common) for one, two in pairs]
    return max(found, key=lambda answer: (answer.points, answer.strength), default=None)


def measure(other: ClaimView, one: Utterance, two: Utterance, common: float) -> Answer:
    """One statement that denies held against one that may be denied."""
    is_near = one.article == two.article and 0 < one.place - two.place <= NEAR
    if one.vector is None or two.vector is None:
        alike = NO_VECTORS + common if common >= LEAST_COMMON_NO_VECTORS else 0.0
    else:
        alike = liken(one, two)
    return Answer(other, one, two, points_at(one, two), is_near, contain(one, two), alike, share_figures(one, two))


def share_figures(one: Utterance, two: Utterance) -> tuple[str, ...]:
    """The figures, as printed, of one value and one unit in both."""
    return tuple(
        dict.fromkeys(
            figure.words
            for figure in one.side.figures
            for other in two.side.figures
            if figure.value == other.value and are_of_one_kind(figure, other)
        )
    )


def is_deniable(told: Utterance, denial: Utterance) -> bool:
    """Whether a statement tells something that another can deny: not a frame of the denial or of another denial."""
    is_own = told.statement.speaker is not None and told.statement.speaker == denial.statement.speaker
    if is_own or told.statement.act in NOT_DENIABLE or not says_so(told):
        return False
    if points_at(denial, told):
        return True
    # "Denied claims that …" denies what is within; "said that they know not whether …" does not.
    is_within = told.statement.within == denial.statement.id and not ANSWERS.search(denial.cue)
    is_frame = told.article == denial.article and overlap(told.statement.content, denial.statement.cue)
    return not is_within and not is_frame and not are_of_selves(told, denial)


def points_at(denial: Utterance, other: Utterance) -> bool:
    """Whether a denial is one of the very words of the other: "denies it", with what "it" stands for."""
    covers = denial.statement.covers
    return bool(covers) and denial.article == other.article and overlap(covers, other.spans)


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
    if not answer.points and answer.figures:
        reasons.append(f"both name {', '.join(answer.figures)}")
    # A denial answers what was said before; what was said only later, it contradicts.
    is_before = bool(denial.last) and denial.last < answer.denied.first
    kind = RelationKind.CONTRADICTS if is_before and not answer.points else RelationKind.DENIES
    return Relation(denial.claim.id, answer.denied.claim.id, kind, tuple(reasons))
