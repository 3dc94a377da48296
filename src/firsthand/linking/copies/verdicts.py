"""What people judged about copies, applied to what the program found."""

from collections.abc import Mapping, Sequence

from firsthand.linking.copies.crediting import Credits
from firsthand.linking.copies.describing import describe_reprint, pair_sentences
from firsthand.linking.copies.moments import describe_gap, subtract
from firsthand.linking.copies.precedence import Precedence
from firsthand.linking.copies.profiles import Profile, measure_overlap
from firsthand.linking.copies.reprints import Reprint
from firsthand.linking.copies.texts import TextVerdict, compare_read
from firsthand.linking.copies.translated import is_translated
from firsthand.records import Certainty, Copy, CopyKind, Judgement, JudgementKind, Verdict


def apply_judgements(
    found: Mapping[int, Copy], profiles: Sequence[Profile], credits: Sequence[Credits], precedence: Precedence,
    judgements: Sequence[Judgement],
) -> tuple[Copy, ...]:
    """The copies as people see them, in canonical order; of several judgements on one pair the latest counts."""
    number_of = {profile.id: number for number, profile in enumerate(profiles)}
    copies = {(copy.article, copy.of): copy for copy in found.values()}
    for judgement in sorted(judgements, key=lambda one: (one.at, one.id)):
        left, right = number_of.get(judgement.left_anchor), number_of.get(judgement.right_anchor)
        if judgement.kind is not JudgementKind.COPY or left is None or right is None or left == right:
            continue
        pair = {(profiles[left].id, profiles[right].id), (profiles[right].id, profiles[left].id)}
        if judgement.verdict is not Verdict.SAME:
            copies = {key: copy for key, copy in copies.items() if key not in pair}
        elif pair.isdisjoint(copies):
            copy = _make_copy(left, right, profiles, credits, precedence, judgement)
            copies[copy.article, copy.of] = copy
    return tuple(sorted(copies.values(), key=lambda copy: (number_of[copy.article], number_of[copy.of])))


def _make_copy(
    left: int, right: int, profiles: Sequence[Profile], credits: Sequence[Credits], precedence: Precedence,
    judgement: Judgement,
) -> Copy:
    """A copy that a person sees: kind and direction by what the texts show."""
    number, first = (left, right) if precedence.is_before(right, left) else (right, left)
    copy, original = profiles[number], profiles[first]
    judged = f"judged a copy by {judgement.by}"
    comparison = compare_read(copy.read, original.read, copy.publisher == original.publisher)
    if comparison.verdict is TextVerdict.REPRINT:
        reprint = describe_reprint(profiles, credits, Reprint(number, first, comparison))
        return Copy(reprint.article, reprint.of, reprint.kind, reprint.overlap, Certainty.STATED,
                    (judged, *reprint.because), reprint.evidence)  # fmt: skip
    is_credited = original.publisher in credits[number]
    kind = CopyKind.REWRITE_CREDITED if is_credited else CopyKind.REWRITE_UNCREDITED
    if is_credited and is_translated(copy.text):
        kind = CopyKind.TRANSLATION
    gap = describe_gap(subtract(copy.moment, original.moment))
    return Copy(copy.id, original.id, kind, measure_overlap(copy, original), Certainty.STATED, (judged, gap),
                pair_sentences(copy, original, range(len(copy.sentences))))  # fmt: skip
