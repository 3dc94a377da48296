"""Which mentions refer to one actor: a small learned scorer over pairs of mentions, the best antecedent for each.

Every mention chooses among those before it, or none (a score of 0). The features are a reader's: same words, gender,
number, distance, quotation; the model's vectors add what the context says. Weights: training/train_heads.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.features import Features
from firsthand.extraction.mentions import NEUTER, Phrase
from firsthand.extraction.products import multiply
from firsthand.records import MentionForm

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
BLOCK = 20_000  # pairs scored at once
MOST_ANTECEDENTS = 60  # mentions looked back on
FORMS = {MentionForm.NAME: 0, MentionForm.NOMINAL: 1, MentionForm.PRONOUN: 2}
N_PAIR_FEATURES = 61


@dataclass(frozen=True, slots=True)
class Table:
    """The phrases of an article as columns, each (phrases,) but for `keys` (phrases, 5)."""

    first: Ints
    last: Ints
    kind: Ints
    form: Ints
    gender: Ints
    number: Ints
    pronoun: Ints
    article: Ints
    keys: Ints
    sentence: Ints
    paragraph: Ints
    quoted: Ints


def make_table(phrases: Sequence[Phrase], features: Features, ends: Sequence[int]) -> Table:
    """The columns; `ends` counts the sentence ends before each word (links.count_sentence_ends)."""
    ids: dict[str, int] = {"": 0}
    keys = np.array([[ids.setdefault(key, len(ids)) for key in p.keys] for p in phrases], np.int64).reshape(-1, 5)
    breaks = np.cumsum([features.breaks[piece] for piece in features.first_piece])

    def column(values: list[int]) -> Ints:
        return np.array(values, np.int64)

    return Table(
        first=column([p.first for p in phrases]), last=column([p.last for p in phrases]),
        kind=column([p.kind for p in phrases]), form=column([FORMS[p.form] for p in phrases]),
        gender=column([p.gender for p in phrases]), number=column([p.number for p in phrases]),
        pronoun=column([p.pronoun for p in phrases]), article=column([p.article for p in phrases]), keys=keys,
        sentence=column([ends[p.first] for p in phrases]), paragraph=column([int(breaks[p.first]) for p in phrases]),
        quoted=column([features.states[features.first_piece[p.first]] % 2 for p in phrases]),
    )


def list_pairs(count: int) -> tuple[Ints, Ints]:
    """Every later phrase with each of the MOST_ANTECEDENTS before it: (later, earlier), sorted by the later one."""
    reach = np.minimum(np.arange(count), MOST_ANTECEDENTS)
    later = np.repeat(np.arange(count), reach)
    ends = np.cumsum(reach)
    back = np.arange(len(later)) - np.repeat(ends - reach, reach)  # 0 for the farthest of each
    return later.astype(np.int64), (later - np.repeat(reach, reach) + back).astype(np.int64)


def describe_pairs(table: Table, later: Ints, earlier: Ints) -> Floats:
    """(pairs, N_PAIR_FEATURES)."""
    a, b = earlier, later
    same_key = (table.keys[a] == table.keys[b]) & (table.keys[a] > 0)
    head_in = (table.keys[b, 1][:, None] == table.keys[a]) & (table.keys[b, 1] > 0)[:, None]
    form_pair = table.form[a] * 3 + table.form[b]
    gender_a, gender_b = table.gender[a], table.gender[b]
    known = (gender_a > 0) & (gender_b > 0)
    number_known = (table.number[a] > 0) & (table.number[b] > 0)
    sentences = table.sentence[b] - table.sentence[a]
    paragraphs = table.paragraph[b] - table.paragraph[a]
    both_names = form_pair == 0
    columns = [
        *(form_pair == n for n in range(9)),
        same_key[:, 0], same_key[:, 0] & both_names, same_key[:, 1], same_key[:, 1] & both_names,
        same_key[:, 2], same_key[:, 3], same_key[:, 3] & both_names, same_key[:, 4] & same_key[:, 1],
        head_in.any(1), table.keys[a, 1] == table.keys[b, 2],
        known & (gender_a == gender_b), known & (gender_a != gender_b),
        (gender_a == NEUTER) & (gender_b == 0), (gender_a == 0) & (gender_b == NEUTER), gender_a == 0,
        number_known & (table.number[a] == table.number[b]), number_known & (table.number[a] != table.number[b]),
        table.kind[a] == table.kind[b], table.kind[a], table.kind[b],
        *(table.pronoun[b] == n for n in range(1, 9)),
        (table.pronoun[a] > 0) & (table.pronoun[a] == table.pronoun[b]),
        (table.pronoun[a] > 0) & (table.pronoun[a] != table.pronoun[b]),
        table.article[b] == 1, table.article[b] == 2, table.article[b] == 3, table.article[a] == 2,
        sentences == 0, sentences == 1, sentences == 2, sentences > 5,
        np.log1p(sentences), np.log1p(np.maximum(table.first[b] - table.last[a], 0)) / 4, np.log1p(b - a) / 3,
        paragraphs == 0, paragraphs == 1, np.log1p(paragraphs),
        table.first[b] < table.last[a],  # one inside the other
        table.first[b] - table.last[a] <= 1,
        (table.quoted[a] > 0) & (table.quoted[b] > 0), (table.quoted[a] > 0) & (table.quoted[b] == 0),
        (table.quoted[a] == 0) & (table.quoted[b] > 0),
        np.log1p(table.last[a] - table.first[a]), np.log1p(table.last[b] - table.first[b]), table.first[a] < 30,
    ]
    return np.stack(columns, 1).astype(np.float32)


def score_pairs(described: Floats, vectors: Floats, later: Ints, earlier: Ints, weights: dict[str, Floats]) -> Floats:
    """(pairs,): above 0 where the later phrase rather refers to what the earlier one does than to something new."""
    own, other = multiply(vectors, weights["later"]), multiply(vectors, weights["earlier"])
    hidden = multiply(described, weights["described"])
    hidden += multiply(vectors[later] * vectors[earlier], weights["product"])
    hidden += own[later]
    hidden += other[earlier]
    hidden += weights["b1"]
    scores: Floats = np.maximum(hidden, 0) @ weights["w2"] + weights["b2"]
    return scores


def score_in_blocks(table: Table, vectors: Floats, later: Ints, earlier: Ints, weights: dict[str, Floats]) -> Floats:
    """The scores of all pairs, BLOCK at a time: those of a megabyte would take gigabytes at once."""
    scores = np.empty(len(later), np.float32)
    for start in range(0, len(later), BLOCK):
        one, other = later[start : start + BLOCK], earlier[start : start + BLOCK]
        scores[start : start + BLOCK] = score_pairs(describe_pairs(table, one, other), vectors, one, other, weights)
    return scores
