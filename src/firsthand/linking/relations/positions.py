"""Turns: one who denied concedes, denies less than before, or says outright what he had hinted at."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from firsthand.lexicons.turns import QUALIFIERS
from firsthand.linking.relations.utterances import Utterance, admits, answers, are_of_selves, contain, liken, mean_alike
from firsthand.linking.relations.views import ClaimView, compare_stems
from firsthand.linking.word_weights import stem_words
from firsthand.records import Act, Relation, RelationKind, Status

NEAR = 2  # statements in one article from the old word to the new
LEAST_COMMON = 0.05  # cosine, between what one and the same speaker says
LEAST_MATCH = 0.55  # of words and meaning together
LEAST_ALIKE_FIRM = 0.6  # of a hint and its firm form, by their vectors
HEDGED_SHARE = 0.25
LEAST_COMMON_FIRM = 0.35  # for a hint that becomes firm: there is no denial to say that it is one matter
LEAST_COMMON_OTHERS, LEAST_MATCH_OTHERS = 0.15, 0.7  # where others admit what was denied


def find_turns(views: Sequence[ClaimView]) -> Iterator[Relation]:
    """The relations `updates` between positions of one speaker, and `contradicts` where they cannot both be so."""
    by_speaker: dict[str, list[ClaimView]] = {}
    for view in views:
        for speaker in view.speakers:
            by_speaker.setdefault(speaker, []).append(view)
    # By what they say: ids depend on the order in which articles came.
    for speaker, own in sorted(by_speaker.items(), key=lambda item: ([view.key for view in item[1]], item[0])):
        for later in own:
            turns = [(earlier, reason) for earlier in own if (reason := find_turn(earlier, later, speaker))]
            if turns:
                earlier, reason = max(turns, key=lambda turn: (compare_stems(turn[0], later), turn[0].key))
                yield from make_relations(earlier, later, reason)


def find_concessions(views: Sequence[ClaimView]) -> Iterator[Relation]:
    """The relations `contradicts` where, after a denial, somebody else admits what was denied."""
    denials = [view for view in views if view.is_denial and any(answers(one) for one in view.utterances)]
    for later in views:
        own = [one for one in later.utterances if admits(one)]
        if not is_concession(later):
            continue
        for denial in denials:
            is_after = bool(denial.first) and denial.first < later.first
            if is_after and denial.speakers.isdisjoint(later.speakers) and share_matter(denial, later, own):
                reason = f"conceded on {later.first} what was denied on {denial.first}"
                yield Relation(later.claim.id, denial.claim.id, RelationKind.CONTRADICTS, (reason,))


def share_matter(denial: ClaimView, later: ClaimView, own: Sequence[Utterance]) -> bool:
    """Whether a concession is of the matter that a denial was of."""
    if compare_stems(denial, later) < LEAST_COMMON_OTHERS:
        return False
    pairs = [(one, two) for one in own for two in denial.wordings if answers(two) and not are_of_selves(one, two)]
    return any(match(one, two) >= LEAST_MATCH_OTHERS for one, two in pairs)


def match(one: Utterance, two: Utterance) -> float:
    """How well two statements fit each other: by their words, and by their meaning where it is known."""
    contained = max(contain(one, two), contain(two, one))
    return contained + (contained if one.vector is None or two.vector is None else liken(one, two))


def find_turn(earlier: ClaimView, later: ClaimView, speaker: str) -> str | None:
    """How a speaker's later claim turns from an earlier one, in words; None where it does not."""
    old, new = _find_own(earlier, speaker), _find_own(later, speaker)
    if not old or not new or not old[0].day < new[0].day:
        return None
    common = compare_stems(earlier, later)
    is_near = any(_are_near(one, two) for one in old for two in later.utterances)
    is_answer = earlier.is_denial and any(answers(one) for one in old)
    if is_answer and concedes(later, new) and (is_near or (common >= LEAST_COMMON and turn_alike(old, new))):
        return f"denied on {old[0].day}, admitted on {new[0].day}"
    if earlier.is_denial and later.is_denial:
        qualifier = find_qualifier(old, new)
        return f"now denies only what is “{qualifier}”" if qualifier else None
    is_firm = not later.is_denial and not later.hedged and is_firmer(old, new)
    if is_hint(earlier) and is_firm and common >= LEAST_COMMON_FIRM:
        return f"put carefully on {old[0].day}, firmly on {new[0].day}"
    return None


def turn_alike(old: Sequence[Utterance], new: Sequence[Utterance]) -> bool:
    """Whether what a speaker admits means much the same as what he denied."""
    pairs = [(one, two) for one in old for two in new if answers(one) and two.statement.act is Act.CONFIRM]
    return any(match(one, two) >= LEAST_MATCH for one, two in pairs)


def is_firmer(old: Sequence[Utterance], new: Sequence[Utterance]) -> bool:
    """Whether a speaker put the same carefully at first."""
    pairs = [(one, two) for one in old for two in new if one.statement.status is Status.HEDGED]
    return any(mean_alike(one, two, LEAST_ALIKE_FIRM) for one, two in pairs)


def is_hint(view: ClaimView) -> bool:
    """Whether a claim was put carefully, by one statement in four at least: carriers often make it firmer."""
    return view.hedged >= HEDGED_SHARE and not view.is_denial


def concedes(view: ClaimView, own: Sequence[Utterance]) -> bool:
    """Whether a speaker admits by a claim that something is so."""
    return not view.is_denial and any(one.statement.act is Act.CONFIRM for one in own)


def is_concession(view: ClaimView) -> bool:
    """Whether at least half of a claim's statements admit that something is so."""
    admitting = sum(admits(one) for one in view.utterances)
    return not view.is_denial and 2 * admitting >= len(view.utterances)


def find_qualifier(old: Sequence[Utterance], new: Sequence[Utterance]) -> str | None:
    """The word by which a denial denies less than before: right before a word of the old one, which lacked it."""
    known = {stem for one in old for stem in one.side.stems}
    for one in new:
        words = one.side.text.casefold().split()
        for word, following in pairwise(words):
            bare = word.strip("\"“”‘’'")
            if bare in QUALIFIERS and known & set(stem_words(following)) and not known & set(stem_words(bare)):
                return bare
    return None


def make_relations(earlier: ClaimView, later: ClaimView, reason: str) -> Iterator[Relation]:
    """The update, and the contradiction where a denial was taken back."""
    ids = later.claim.id, earlier.claim.id
    yield Relation(*ids, RelationKind.UPDATES, (reason,))
    if earlier.is_denial and not later.is_denial:
        yield Relation(*ids, RelationKind.CONTRADICTS, (reason,))


def _find_own(view: ClaimView, speaker: str) -> list[Utterance]:
    """What a speaker himself says of a claim, the earliest first. A claim he only stands for gives none."""
    return sorted((one for one in view.utterances if one.statement.speaker == speaker), key=lambda one: one.day)


def _are_near(old: Utterance, new: Utterance) -> bool:
    return old.article == new.article and 0 < abs(new.place - old.place) <= NEAR
