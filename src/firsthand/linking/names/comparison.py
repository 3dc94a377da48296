"""Whether two names are one, with a score and reasons: two tables of what speaks for and against."""

from dataclasses import dataclass
from functools import lru_cache

from firsthand.linking.names import body_features as body
from firsthand.linking.names import person_features as person
from firsthand.linking.names.alignment import Alignment
from firsthand.linking.names.bodies import read_body
from firsthand.linking.names.features import Feature, score_features
from firsthand.linking.names.letters import CACHED
from firsthand.linking.names.persons import read_person
from firsthand.records import ActorKind, Verdict

# Weights in log-odds. They follow a logistic regression on 404 labelled pairs (decisions/0021), rounded, and moved
# where those pairs say nothing of news: a lone surname or an initial fits many, and is unsure.
PERSON_FEATURES: tuple[Feature[person.PersonPair], ...] = (
    Feature(person.is_equal, 4.0, "the same words"),
    Feature(person.is_joined, 2.0),
    Feature(person.measure_cover, 2.0),
    Feature(person.is_like_as_a_whole, 2.5),
    Feature(person.has_conflict, -2.5, "each has a name that the other lacks"),
    Feature(person.measure_rest, -0.5),
    Feature(person.is_single, -1.5, "a part of the name fits many"),
    Feature(person.has_initial, -0.5),
    Feature(person.is_surname_other, -0.5),
    Feature(person.is_other_sex, -0.5, "one is a man's name, the other a woman's"),
    Feature(person.is_other_generation, -12.0, "they are of two generations"),
)
PERSON_BIAS = -0.8
BODY_FEATURES: tuple[Feature[body.BodyPair], ...] = (
    Feature(body.is_equal, 4.0, "the same words"),
    Feature(body.is_joined, 2.0),
    Feature(body.is_acronym, 4.0, "one is made of the other's initials"),
    Feature(body.measure_cover, 1.0),
    Feature(body.is_like_as_a_whole, 2.7),
    Feature(body.has_conflict, -1.5, "each has a word that the other lacks"),
    Feature(body.measure_conflict, -1.0),
    Feature(body.measure_rest, -1.5, "one has words that the other lacks"),
)
BODY_BIAS = -1.4
SAME = 0.75
MATCH = 0.5  # more likely one than two: what a benchmark of yes and no asks
DIFFERENT = 0.3
NOTHING = "there is no name to compare"


@dataclass(frozen=True)
class NameComparison:
    """`score` is the probability that the names are one, by themselves, from 0 to 1; `because` says why, in words."""

    score: float
    verdict: Verdict
    because: tuple[str, ...] = ()


@lru_cache(CACHED)
def compare_names(a: str, b: str, kind: ActorKind) -> NameComparison:
    """Whether two names of bearers of one kind are one name; symmetric, and it takes any text.

    "Same" says that nothing in the names speaks against; whether two people share a name is for others to tell.
    """
    left, right = sorted((a, b))
    return _compare_persons(left, right) if kind is ActorKind.PERSON else _compare_bodies(left, right)


def _compare_persons(left: str, right: str) -> NameComparison:
    pair = person.pair_persons(read_person(left), read_person(right))
    if not pair.left.words or not pair.right.words:
        return NameComparison(0.0, Verdict.DIFFERENT, (NOTHING,))
    score = score_features(PERSON_FEATURES, pair, PERSON_BIAS)
    spoken = tuple(row.because for row in PERSON_FEATURES if row.because and row.measure(pair) >= MATCH)
    return NameComparison(score, _judge(score), _read_words(pair.alignment) + spoken)


def _compare_bodies(left: str, right: str) -> NameComparison:
    pair = body.pair_bodies(read_body(left), read_body(right))
    if not pair.left.words or not pair.right.words:
        return NameComparison(0.0, Verdict.DIFFERENT, (NOTHING,))
    score = score_features(BODY_FEATURES, pair, BODY_BIAS)
    spoken = tuple(row.because for row in BODY_FEATURES if row.because and row.measure(pair) >= MATCH)
    return NameComparison(score, _judge(score), _read_words(pair.alignment) + spoken)


def _judge(score: float) -> Verdict:
    if score >= SAME:
        return Verdict.SAME
    return Verdict.DIFFERENT if score < DIFFERENT else Verdict.UNSURE


def _read_words(alignment: Alignment) -> tuple[str, ...]:
    return tuple(sorted(pair.likeness.because for pair in alignment.pairs if pair.likeness.because))
