"""What people decide about single statements, applied to records when they are read: nothing stored is rewritten."""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from firsthand.records import (
    Actor,
    Annotations,
    Certainty,
    Correction,
    Hop,
    HopRole,
    Judgement,
    JudgementKind,
    Statement,
    Verdict,
)

CORRECTED = "corrected_by_person"  # the flag of a statement to which a person gave another speaker (docs/flags.md)


def correct_record(
    record: Annotations, corrections: Iterable[Correction], actors: Mapping[str, Actor] | None = None
) -> Annotations:
    """The record as people corrected it; the same object where nothing concerns it.

    A statement that is none goes, and those inside it move up to what it was within. Another speaker takes the place
    of the speaker and of the last hop; where nobody is known to speak, the chain ends before. All else stays.

    Args:
        record: on the actors of whom the corrections speak.
        corrections: at most one a statement; those of other articles do no harm.
        actors: where a speaker is taken from whom the record does not know; without it the record's actors stay.
    """
    own = {one.id for one in record.statements}
    found = {one.statement: one for one in corrections if one.statement in own}
    if not found:
        return record
    outer = {one.id: one.within for one in record.statements}
    removed = {id for id, one in found.items() if not one.is_statement}
    statements = []
    for one in record.statements:
        if one.id not in removed:
            corrected = _correct_speaker(one, found[one.id]) if one.id in found else one
            within = find_outer(one.within, outer, removed)
            moved = corrected if within == one.within else msgspec.structs.replace(corrected, within=within)
            statements.append(moved)
    known = {one.id for one in record.actors}
    added = dict.fromkeys(one.speaker for one in statements if one.speaker is not None and one.speaker not in known)
    return msgspec.structs.replace(
        record,
        actors=(*record.actors, *(actors[id] for id in added if actors and id in actors)),
        statements=tuple(statements),
    )


def find_outer(within: str | None, outer: Mapping[str, str | None], removed: Collection[str]) -> str | None:
    """The innermost statement around that is still there; None where there is none, or where they stand in a ring."""
    passed: set[str] = set()
    while within is not None and within in removed and within not in passed:
        passed.add(within)
        within = outer.get(within)
    return None if within in passed else within


def _correct_speaker(statement: Statement, correction: Correction) -> Statement:
    return msgspec.structs.replace(
        statement,
        speaker=correction.speaker,
        anonymous=False,
        chain=end_chain(statement, correction.speaker),
        flags=tuple(dict.fromkeys((*statement.flags, CORRECTED))),
    )


def end_chain(statement: Statement, speaker: str | None) -> tuple[Hop, ...]:
    """A statement's chain with another speaker at its end, who is not his own neighbour; with None nobody is there."""
    chain = statement.chain
    before = chain[:-1] if chain and chain[-1].role is HopRole.SPEAKER else chain
    if speaker is None:
        return before
    hop = Hop(speaker, HopRole.SPEAKER, Certainty.STATED, statement.source)
    if before and before[-1].actor == speaker:
        return before if before[-1].role is HopRole.PUBLISHER else (*before[:-1], hop)
    return (*before, hop)


def supersedes(later: Judgement, earlier: Judgement) -> bool:
    """Whether of two judgements in force the later one leaves nothing of the earlier, by what they are anchored on.

    Who says that an actor speaks says that it is a statement, and that no other actor speaks.
    """
    if JudgementKind.SPEAKER not in (later.kind, earlier.kind):
        pair = {earlier.left_anchor, earlier.right_anchor}
        return later.kind is earlier.kind and {later.left_anchor, later.right_anchor} == pair
    if later.left_anchor != earlier.left_anchor:
        return False
    names = later.kind is JudgementKind.SPEAKER and later.verdict is Verdict.SAME
    if earlier.kind is JudgementKind.STATEMENT:
        return names and earlier.verdict is Verdict.DIFFERENT
    if later.kind is JudgementKind.STATEMENT:
        return later.verdict is Verdict.DIFFERENT
    return later.kind is earlier.kind and (
        later.right_anchor == earlier.right_anchor or (names and earlier.verdict is Verdict.SAME)
    )
