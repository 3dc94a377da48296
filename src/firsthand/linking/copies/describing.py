"""A found copy as a record, with its kind, evidence and the reasons in words."""

from collections.abc import Sequence

from firsthand.linking.copies.borrowing import Borrowing
from firsthand.linking.copies.crediting import Credits
from firsthand.linking.copies.moments import describe_gap, subtract
from firsthand.linking.copies.profiles import Profile, measure_overlap
from firsthand.linking.copies.reprints import Reprint, list_passages
from firsthand.linking.copies.retellings import Retelling
from firsthand.linking.copies.translated import is_translated
from firsthand.records import Certainty, Copy, CopyKind, Span

MOST_EVIDENCE = 12  # pairs of passages that a record shows
LEAST_SHARED = 2  # telling words or figures that a pair of sentences has in common
WORDS_SHOWN = 4


def describe_reprint(profiles: Sequence[Profile], credits: Sequence[Credits], reprint: Reprint) -> Copy:
    """A reprint as a record: verbatim."""
    copy, original = profiles[reprint.copy], profiles[reprint.original]
    comparison = reprint.comparison
    because = [f"{comparison.overlap_a:.0%} of its own words are in {original.called}'s text"]
    if comparison.overlap_a + 0.1 < comparison.overlap_b:
        because.append(f"it contains {comparison.overlap_b:.0%} of {original.called}'s text and adds its own")
    because += _describe_order(copy, original, original.publisher in credits[reprint.copy])
    return Copy(
        article=copy.id, of=original.id, kind=CopyKind.VERBATIM, overlap=round(comparison.overlap_a, 3),
        certainty=Certainty.STATED if original.publisher in credits[reprint.copy] else Certainty.INFERRED,
        because=tuple(because), evidence=list_passages(comparison, MOST_EVIDENCE),
    )  # fmt: skip


def describe_retelling(profiles: Sequence[Profile], retelling: Retelling) -> Copy:
    """A credited retelling as a record: a rewrite or a translation."""
    copy, original = profiles[retelling.copy], profiles[retelling.original]
    is_agency = is_translated(copy.text)
    because = [
        f"credits {original.called} in {len(retelling.sentences)} of its {len(copy.sentences)} sentences",
        _describe_words(retelling.shared),
        *(["written as agencies write in translation"] if is_agency else []),
        *_describe_order(copy, original, False),
    ]
    return Copy(
        article=copy.id, of=original.id,
        kind=CopyKind.TRANSLATION if is_agency else CopyKind.REWRITE_CREDITED,
        overlap=measure_overlap(copy, original), certainty=Certainty.STATED, because=tuple(because),
        evidence=pair_sentences(copy, original, retelling.sentences),
    )  # fmt: skip


def describe_borrowing(profiles: Sequence[Profile], borrowing: Borrowing) -> Copy:
    """An uncredited rewrite as a record."""
    copy, original = profiles[borrowing.copy], profiles[borrowing.original]
    because = [
        f"its unnamed sources say what {original.called}'s unnamed sources said",
        _describe_words(borrowing.shared),
        f"does not credit {original.called}",
        *_describe_order(copy, original, False),
    ]
    return Copy(
        article=copy.id, of=original.id, kind=CopyKind.REWRITE_UNCREDITED, overlap=measure_overlap(copy, original),
        certainty=Certainty.INFERRED, because=tuple(because),
        evidence=pair_sentences(copy, original, borrowing.sentences),
    )  # fmt: skip


def _describe_order(copy: Profile, original: Profile, is_credited: bool) -> list[str]:
    gap = subtract(copy.moment, original.moment)
    credit = [f"credits {original.called}"] if is_credited else []
    return [*credit, describe_gap(gap)]


def _describe_words(shared: Sequence[str]) -> str:
    shown = ", ".join(word.removeprefix("#") for word in shared[:WORDS_SHOWN])
    return f"both have {shown}"


def pair_sentences(copy: Profile, original: Profile, sentences: Sequence[int]) -> tuple[tuple[Span, Span], ...]:
    """Each of the copy's sentences with the original's that is most like it, where they share enough to tell."""
    pairs = []
    for number in sentences:
        own = copy.features[number]
        weights = [sum(own[one] for one in own.keys() & other.keys()) for other in original.features]
        best = max(range(len(weights)), key=lambda other: (weights[other], -other), default=None)
        if best is not None and len(own.keys() & original.features[best].keys()) >= LEAST_SHARED:
            pairs.append((copy.sentences[number], original.sentences[best]))
    return tuple(pairs[:MOST_EVIDENCE])
