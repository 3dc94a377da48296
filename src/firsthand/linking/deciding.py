"""What people decided about single statements, as one correction a statement: who speaks, or that it is none."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from firsthand.records import Annotations, Correction, Judgement, JudgementKind, Verdict

STATEMENT_KINDS = frozenset({JudgementKind.SPEAKER, JudgementKind.STATEMENT})


def name_articles(judgement: Judgement) -> frozenset[str]:
    """The articles whose story a judgement may bear on, by their ids; in a store they may be there or not."""
    left, right, kind = judgement.left_anchor, judgement.right_anchor, judgement.kind
    if kind is JudgementKind.COPY:
        return frozenset((left, right))
    if kind is JudgementKind.ACTOR:
        return frozenset(anchor.rpartition("/")[0] for anchor in (left, right))
    if kind is JudgementKind.CLAIM:
        left, right = left.rpartition("#")[0], right.rpartition("#")[0]
    # Whoever speaks, it is the statement that changes.
    statements = (left,) if kind in STATEMENT_KINDS else (left, right)
    return frozenset(id.rpartition(":")[0] for id in statements)


def concerns(judgement: Judgement, articles: Collection[str]) -> bool:
    """Whether a judgement may bear on a story with these articles; they are looked up as often, so give a set."""
    return any(id in articles for id in name_articles(judgement))


def make_corrections(
    records: Iterable[Annotations],
    renamed: Mapping[str, Mapping[str, str]],
    judgements: Iterable[Judgement],
    speakers: Mapping[str, str],
) -> tuple[Correction, ...]:
    """What to correct in these articles, at most once a statement, in the order of the statements' ids.

    Args:
        records: on the articles' own actors.
        renamed: article → {the article's own actor: the corpus actor}.
        judgements: those in force, of any kind, in the order in which they were given; a later one wins.
        speakers: the corpus actor of each actor's anchor. Who is gone from the store speaks no more.
    """
    on: defaultdict[str, list[Judgement]] = defaultdict(list)
    for one in sorted(judgements, key=lambda one: one.at):
        if one.kind in STATEMENT_KINDS:
            on[one.left_anchor].append(one)
    if not on:
        return ()
    articles = {record.article.id: record for record in records}
    said = {
        one.id: renamed.get(article, {}).get(one.speaker or "")
        for article, record in articles.items()
        for one in record.statements
        if one.id in on
    }
    found = (
        decide(id, on[id], said.get(id), speakers)
        for id in sorted(on)
        if id in said or id.rpartition(":")[0] in articles  # what a publisher asserts is in no record
    )
    # What a publisher says in its own voice has no other speaker.
    return tuple(one for one in found if one is not None and (one.statement in said or not one.is_statement))


def decide(
    id: str, judgements: Sequence[Judgement], said: str | None, speakers: Mapping[str, str]
) -> Correction | None:
    """What the judgements on a statement come to, of which `said` is the speaker so far; None where nothing changes.

    The latest that says who speaks, or that it is no statement, wins; that somebody does not speak counts where
    it is he who did so far.
    """
    seen: set[str] = set()
    denied: Correction | None = None
    is_statement = False
    for one in reversed(judgements):
        if one.kind is JudgementKind.STATEMENT:
            if one.verdict is Verdict.DIFFERENT and not is_statement:
                return Correction(id, one.id, is_statement=False)
            is_statement = True
            continue
        actor = speakers.get(one.right_anchor)
        if actor is None or actor in seen:
            continue
        seen.add(actor)
        if one.verdict is Verdict.SAME:
            return Correction(id, one.id, actor)
        if one.verdict is Verdict.DIFFERENT and actor == said:
            denied = Correction(id, one.id)
    return denied
