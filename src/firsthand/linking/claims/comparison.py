"""Whether two propositions are one: a table of features, whose weights are fitted (`training/claims.py`)."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from firsthand.linking.claims.propositions import Proposition
from firsthand.linking.entries import Material

FILE = Path(__file__).parent.parent / "model" / "claims.json"
LONGEST_RUN = 8  # words in a row that are counted
NEAR = 400  # characters between statements of one speaker in one passage
FAR = 60  # days that are told apart
# Pairs with less are hardly ever one claim: measured on the packs (decisions/0027).
UNLIKE = 0.4
FEW_SHARED = 0.1
# Within one article, which seldom says the same twice.
UNLIKE_HERE = 0.55
FEW_SHARED_HERE = 0.4


@dataclass(frozen=True)
class Scene:
    """What a pair is compared against: the copies of the story, who speaks for whom, and how common each number is."""

    copies: frozenset[tuple[str, str]]
    bodies: Mapping[str, str]
    counts: Mapping[float, int]


def make_scene(material: Material, propositions: Sequence[Proposition], bodies: Mapping[str, str]) -> Scene:
    """The scene of one story. bodies: actor → the body that he speaks for."""
    pairs = {(copy.article, copy.of) for copy in material.copies}
    counts = Counter(number for proposition in propositions for number in proposition.numbers)
    return Scene(frozenset(pairs | {(b, a) for a, b in pairs}), bodies, counts)


class Pair:
    """Two propositions of one story, with what the features share. Made by the thousand: all is looked up once."""

    __slots__ = ("_contained", "_shared", "a", "b", "both_deny", "likeness", "numbers", "one_article", "one_speaker",
                 "opposed", "scene")  # fmt: skip

    def __init__(self, a: Proposition, b: Proposition, scene: Scene) -> None:
        self.a, self.b, self.scene = a, b, scene
        self.one_article = a.order == b.order
        # The cosine of the vectors.
        self.likeness = 0.0 if a.vector is None or b.vector is None else float(a.vector @ b.vector)
        self.numbers = a.numbers & b.numbers
        self.opposed = a.affirms != b.affirms
        self.both_deny = not (a.affirms or b.affirms)
        left, right = a.statement.speaker, b.statement.speaker
        known = left is not None and right is not None
        self.one_speaker = known and scene.bodies.get(left or "", left) == scene.bodies.get(right or "", right)
        self._shared: list[str] | None = None
        self._contained: float | None = None

    @property
    def shared(self) -> list[str]:
        """The telling stems that both have."""
        if self._shared is None:
            small, large = self.a.stems, self.b.stems
            if len(small) > len(large):
                small, large = large, small
            self._shared = [stem for stem in small if stem in large]
        return self._shared

    @property
    def contained(self) -> float:
        """The part of the weight of the shorter one's words that the other has too."""
        if self._contained is None:
            least = min(self.a.mass, self.b.mass)
            self._contained = sum([self.a.stems[stem] for stem in self.shared]) / least if least else 0.0
        return self._contained

    @property
    def clash(self) -> bool:
        """Whether both give figures, and not the same."""
        return bool(self.a.numbers and self.b.numbers and not self.numbers)

    @property
    def is_copy(self) -> bool:
        """Whether the one's article carries the other's text."""
        return (self.a.entry.id, self.b.entry.id) in self.scene.copies


def measure_around(pair: Pair) -> float:
    """The cosine of the words around both."""
    left, right = pair.a.around, pair.b.around
    norms = pair.a.around_norm * pair.b.around_norm
    return sum([weight * weight for stem, weight in left.items() if stem in right]) / norms if norms else 0.0


def measure_run(pair: Pair) -> float:
    """The most words in a row that both have, from 0 to 2."""
    if not pair.shared:
        return 0.0
    places = pair.b.places
    best, ending = 0, dict[int, int]()
    for stem in pair.a.sequence:
        found = places.get(stem)
        ending = {place: ending.get(place - 1, 0) + 1 for place in found} if found else {}
        best = max(best, *ending.values()) if ending else best
    return min(best, LONGEST_RUN) / 4


def measure_days(pair: Pair) -> float:
    """The logarithm of the days between the two articles."""
    if pair.a.day is None or pair.b.day is None:
        return 0.0
    return math.log1p(min(abs(pair.a.day - pair.b.day), FAR))


def measure_actors(pair: Pair) -> float:
    """The part of the actors mentioned in the one with fewer that the other mentions too."""
    least = min(len(pair.a.actors), len(pair.b.actors))
    return len(pair.a.actors & pair.b.actors) / least if least else 0.0


def differ_in_speaker(pair: Pair) -> bool:
    """Whether both speakers are known, and are neither one nor of one body."""
    return bool(pair.a.statement.speaker and pair.b.statement.speaker) and not pair.one_speaker


def is_inside(pair: Pair) -> bool:
    """Whether the one statement is within the other."""
    return pair.a.statement.within == pair.b.statement.id or pair.b.statement.within == pair.a.statement.id


def is_in_one_passage(pair: Pair) -> bool:
    """Whether one speaker says both in one passage."""
    distance = abs(pair.a.spans[0][0] - pair.b.spans[0][0])
    return pair.one_article and pair.one_speaker and distance < NEAR


def shares_source(pair: Pair) -> bool:
    """Whether both chains name an actor behind their publishers."""
    return not pair.one_article and not pair.a.named.isdisjoint(pair.b.named)


def cites_publisher(pair: Pair) -> bool:
    """Whether the one is credited to the outlet of the other."""
    return not pair.one_article and (pair.b.publisher in pair.a.named or pair.a.publisher in pair.b.named)


def shares_anonymous(pair: Pair) -> bool:
    """Whether both come from an anonymous source of one outlet."""
    return pair.a.obtained_by is not None and pair.a.obtained_by == pair.b.obtained_by


def speaks_of_other(pair: Pair) -> bool:
    """Whether the one mentions who says the other."""
    return pair.a.statement.speaker in pair.b.actors or pair.b.statement.speaker in pair.a.actors


class Feature(NamedTuple):
    """One row of the table."""

    name: str
    measure: Callable[[Pair], float]
    why: str


FEATURES = (
    Feature("likeness", lambda p: p.likeness, "the same in other words has a vector in the same direction"),
    Feature("contained", lambda p: p.contained, "telling words that both have; a short one may stand in a long one"),
    Feature("shared mass", lambda p: min(sum(p.a.stems[s] for s in p.shared), 30) / 10, "one rare word may be chance"),
    Feature("words in a row", measure_run, "a quote that is repeated word for word"),
    Feature("around", measure_around, "a short content (“four dead”) means what its passage is about"),
    Feature("same number", lambda p: bool(p.numbers), "figures are what news repeats most exactly"),
    Feature("rare number", lambda p: max((p.scene.counts[n] ** -0.5 for n in p.numbers), default=0),
            "a figure that all speak of tells less"),
    Feature("other number", lambda p: p.clash, "both give figures, and not the same"),
    Feature("alike but other number", lambda p: p.clash * p.likeness, "a toll that was raised is another claim"),
    Feature("opposed", lambda p: p.opposed, "a denial is a claim of its own"),
    Feature("alike but opposed", lambda p: p.opposed * p.likeness, "the better a denial fits, the surer it is one"),
    Feature("one speaker", lambda p: p.one_speaker, "people repeat themselves"),
    Feature("one speaker denies", lambda p: p.one_speaker and p.both_deny, "a denial is repeated in all wordings"),
    Feature("alike from one speaker", lambda p: p.one_speaker * p.likeness, "and what he says alike is the same"),
    Feature("two speakers", differ_in_speaker, "others may say the same, but less often"),
    Feature("mentions the speaker", speaks_of_other, "an answer speaks of him whom it answers"),
    Feature("same status", lambda p: p.a.statement.status == p.b.statement.status, "a plan is not its fulfilment"),
    Feature("within", is_inside, "a frame that relays carries what it relays"),
    Feature("one article", lambda p: p.one_article, "an article seldom says the same twice"),
    Feature("one passage", is_in_one_passage, "a denial and its words stand together"),
    Feature("copies", lambda p: p.is_copy, "a copy carries the claims of its original"),
    Feature("alike in copies", lambda p: p.is_copy * p.likeness, "a rewrite says it in other words"),
    Feature("number in copies", lambda p: p.is_copy and bool(p.numbers), "and keeps the figures"),
    Feature("one source", shares_source, "both chains come from one source"),
    Feature("cites the publisher", cites_publisher, "the one says that it has it from the other"),
    Feature("one anonymous source", shares_anonymous, "an outlet's unnamed source, quoted twice"),
    Feature("both anonymous", lambda p: p.a.statement.anonymous and p.b.statement.anonymous,
            "leaks are repeated more than speeches"),
    Feature("covered", lambda p: p.a.is_covered != p.b.is_covered, "the words of a pronoun may be too many"),
    Feature("actors", measure_actors, "both speak of the same people and bodies"),
    Feature("days", measure_days, "what is said again is mostly said within days"),
    Feature("short", lambda p: (1 + min(p.a.mass, p.b.mass)) ** -0.5, "short contents share less"),
)  # fmt: skip


class ClaimModel(msgspec.Struct, frozen=True):
    """The fitted weights by the names of the features, and from which mean probability on groups are joined."""

    weights: dict[str, float]
    intercept: float
    threshold: float

    @property
    def row(self) -> list[float]:
        """The weights in the order of FEATURES."""
        return [self.weights[feature.name] for feature in FEATURES]


@cache
def load_model(path: Path = FILE) -> ClaimModel:
    """The weights that come with the package."""
    return msgspec.json.decode(path.read_bytes(), type=ClaimModel)


def measure(pair: Pair) -> list[float]:
    """The features of a pair, in the order of FEATURES."""
    return [float(feature.measure(pair)) for feature in FEATURES]


def is_hopeless(pair: Pair) -> bool:
    """Whether two propositions share so little that the features need not be measured: nine pairs in ten."""
    if pair.likeness >= (UNLIKE_HERE if pair.one_article else UNLIKE) or pair.numbers or is_inside(pair):
        return False
    if pair.both_deny and pair.one_speaker:
        return False
    return pair.contained < (FEW_SHARED_HERE if pair.one_article else FEW_SHARED)


def judge(pair: Pair, row: Sequence[float], intercept: float) -> float:
    """The probability that two propositions are one claim; 0 where that is plain at a glance."""
    if is_hopeless(pair):
        return 0.0
    total = intercept + sum(weight * value for weight, value in zip(row, measure(pair), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
