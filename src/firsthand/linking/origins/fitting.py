"""Whether a second voice says what the first says, or only touches the matter: a second origin needs more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from firsthand.linking.contradiction.figures import Figure, are_of_one_kind, find_figures
from firsthand.linking.origins.ground import Ground
from firsthand.linking.telling import is_telling
from firsthand.linking.word_weights import stem_words, weigh_stems
from firsthand.records import Act, Spans, Statement
from firsthand.text.sentences import split_sentences
from firsthand.text.spans import overlap

LEAST_WEIGHT = 1.0  # stems that tell less are left out
# Telling stems that both have: how many, of what weight ("witnesses" and "call" are 5), what part of the shorter one's.
FEWEST_STEMS, LEAST_MASS, LEAST_CONTAINED = 2, 6.0, 0.4
LARGE = 1_000  # so large a figure is no chance where both count the same
# The speaker's own deed: two who demand or promise the same do not vouch for each other.
OWN_ACTS = frozenset({Act.DEMAND, Act.URGE, Act.ASK, Act.OFFER, Act.PROMISE, Act.THREATEN, Act.DECLINE})
MOST_SENTENCES = 6  # of a statement, and
MOST_STATEMENTS = 16  # of an origin, that are compared


@dataclass(frozen=True)
class Saying:
    """One sentence of what a statement says."""

    statement: Statement
    article: str
    stems: dict[str, float]
    figures: tuple[Figure, ...]

    @property
    def spans(self) -> Spans:
        """Where the statement says it, or what its pronoun stands for."""
        return self.statement.covers or self.statement.content


def read_sayings(statements: Sequence[str], ground: Ground) -> list[Saying]:
    """The sentences of statements."""
    return [saying for id in islice(dict.fromkeys(statements), MOST_STATEMENTS) for saying in _cut(id, ground)]


def _cut(id: str, ground: Ground) -> Iterator[Saying]:
    statement, article = ground.material.statements[id], ground.entry(id).article
    for start, end in statement.covers or statement.content:
        piece = article.text[start:end]
        for begin, stop in islice(split_sentences(piece), MOST_SENTENCES):
            text = piece[begin:stop]
            yield Saying(statement, article.id, weigh_stems(stem_words(text), LEAST_WEIGHT), find_figures(text))


def agree(one: Saying, other: Saying) -> bool:
    """Whether two sentences say one thing: by telling words, or by a figure of one kind.

    Of one passage that two speakers are given for, only who confirms it says it too.
    """
    if one.article == other.article and overlap(one.spans, other.spans):
        return Act.CONFIRM in (one.statement.act, other.statement.act)
    if {one.statement.act, other.statement.act} <= OWN_ACTS:
        return False
    if any(are_one(a, b) for a in one.figures for b in other.figures):
        return True
    shared = one.stems.keys() & other.stems.keys()
    least = min(sum(one.stems.values()), sum(other.stems.values()))
    mass = sum(one.stems[stem] for stem in shared)
    return len(shared) >= FEWEST_STEMS and mass >= max(LEAST_MASS, LEAST_CONTAINED * least)


def are_one(one: Figure, other: Figure) -> bool:
    """Whether two figures are equal and no chance: telling ones ("35 years"), or large and of one kind."""
    if one.value != other.value or one.is_date or other.is_date:
        return False
    return is_telling(one.value) or (one.value >= LARGE and are_of_one_kind(one, other))
