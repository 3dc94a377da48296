"""What publishers assert in their own voice, as far as others' claims need it: uncredited copies, press releases."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from firsthand.linking.claims.barring import is_barred
from firsthand.linking.claims.candidates import Floats, fill_vectors, hash_words
from firsthand.linking.claims.comparison import ClaimModel, Pair, Scene, judge
from firsthand.linking.claims.grouping import ClaimGroup
from firsthand.linking.claims.propositions import Proposition, cut_statement
from firsthand.linking.entries import Entry, Material
from firsthand.records import Act, Certainty, Form, Hop, HopRole, SectionKind, Span, Statement, Status

# A sentence joins the claim that it fits best: as sure as this of one statement, and on the whole of all of them.
LEAST_OF_ONE = 0.6
LEAST_OF_ALL = 0.35
BEST_TRIED = 4  # propositions of others that a sentence is compared with, by vectors and by words each
FEWEST_STEMS = 3
LEAST_COSINE = 0.35
OWN_VOICE = frozenset({SectionKind.BODY, SectionKind.BACKGROUND})


def find_assertions(
    groups: Sequence[ClaimGroup], material: Material, scene: Scene, model: ClaimModel
) -> tuple[ClaimGroup, ...]:
    """The groups with the sentences in the publishers' own voice that assert others' claims added to them."""
    if len(material.entries) < 2:
        return tuple(groups)
    home = {one.id: number for number, group in enumerate(groups) for one in group.propositions}
    others = [one for group in groups for one in group.propositions]
    added: dict[int, list[Proposition]] = {}
    sentences = list(make_assertions(material))
    for sentence, near in zip(sentences, _find_nearest(sentences, others), strict=True):
        pairs = ((Pair(sentence, others[index], scene), -index) for index in near)
        scores = [(judge(pair, model.row, model.intercept), index) for pair, index in pairs if not is_barred(pair)]
        best, index = max(scores, default=(0.0, 0))
        if best >= LEAST_OF_ONE:
            number = home[others[-index].id]
            members = groups[number].propositions
            means = [judge(Pair(sentence, one, scene), model.row, model.intercept) for one in members]
            if sum(means) / len(means) >= LEAST_OF_ALL:
                added.setdefault(number, []).append(sentence)
    return tuple(_add(group, added.get(number, ())) for number, group in enumerate(groups))


def _add(group: ClaimGroup, sentences: Sequence[Proposition]) -> ClaimGroup:
    """In canonical order; an anchor of the claim stays that of a statement that the article itself has."""
    later = sorted(sentences, key=lambda one: (one.order, one.spans))
    return ClaimGroup((*group.propositions, *later))


def make_assertions(material: Material) -> Iterator[Proposition]:
    """A proposition for every sentence that no statement of its article touches and that tells enough."""
    for order, entry in enumerate(material.entries):
        publisher = material.publisher_of(entry)
        for number, span in enumerate(_find_own_sentences(entry) if publisher else ()):
            statement = Statement(
                id=f"{entry.id}:own{number + 1}", source=(), cue=(), content=(span,), speaker=publisher,
                form=Form.INDIRECT, act=Act.REPORT, status=Status.ASSERTED,
                chain=(Hop(publisher, HopRole.PUBLISHER, Certainty.STATED),), confidence=1.0,
            )  # fmt: skip
            for one in cut_statement(statement, entry, order, None) if statement.id not in material.struck else ():
                if len(one.stems) >= FEWEST_STEMS:
                    yield one


def _find_own_sentences(entry: Entry) -> Iterator[Span]:
    """The sentences of the body outside of all statements and of what their pronouns stand for."""
    spans = [
        span for statement in (*entry.record.statements, *entry.removed)
        for parts in (statement.source, statement.cue, statement.content, statement.covers) for span in parts
    ]  # fmt: skip
    spans += [section.span for section in entry.article.sections if section.kind not in OWN_VOICE]
    taken = _merge(spans)
    ends = [end for _, end in taken]
    for start, end in entry.sentences:
        at = bisect_right(ends, start)
        if at == len(taken) or taken[at][0] >= end:
            yield start, end


def _merge(spans: Iterable[Span]) -> list[Span]:
    """The same characters as spans that don't touch, in order."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _find_nearest(sentences: Sequence[Proposition], others: Sequence[Proposition]) -> list[list[int]]:
    """For each sentence the propositions of other articles that are nearest, by index."""
    if not sentences or not others:
        return [[] for _ in sentences]
    apart = np.array([one.order for one in sentences])[:, None] != np.array([other.order for other in others])
    found: list[set[int]] = [set() for _ in sentences]
    for make in (fill_vectors, hash_words):
        left, right = _normalise(make(sentences)), _normalise(make(others))
        cosines = np.where(apart, left @ right.T, -1.0)
        for row, indexes in enumerate(np.argsort(-cosines, axis=1, kind="stable")[:, :BEST_TRIED]):
            found[row].update(int(index) for index in indexes if cosines[row, index] >= LEAST_COSINE)
    return [sorted(row) for row in found]


def _normalise(matrix: Floats) -> Floats:
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    normal: Floats = matrix / np.maximum(norms, 1e-9)
    return normal
