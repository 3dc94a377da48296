"""Phrases grouped by whom they refer to: names by name, then roles and kinds of bodies, then the learned scorer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.mentions import FEMALE, MALE, PLURAL, SINGULAR, Phrase
from firsthand.extraction.roster import NamedActor
from firsthand.lexicons.names import TITLES
from firsthand.lexicons.persons import BODY_NOUNS, COMPANY_NOUNS, PUBLIC_WORDS, SAME_OFFICES
from firsthand.records import ActorKind, MentionForm

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
LEAST_SCORE = 0.0  # of an antecedent
LEAST_SCORES = {"he": -3.0, "she": -3.0, "his": -3.0, "its": -2.0}  # these nearly always refer back
# Who speaks is hardly ever new as "he": the best antecedent will do, be it a weak one.
LEAST_SCORES_OF_SOURCES = {1: -8.0, 2: -8.0, 3: -2.0, 4: -2.0}  # by the class of the pronoun
LEAST_SCORE_OF_OFFICES = -5.0  # "the minister", whose name came without the office
LEAST_SCORE_OF_EPITHETS = -3.5  # "the former banker"
SOURCE_BONUS = 1.0  # for antecedents that spoke before
LAST_BONUS = 3.0  # for the one who spoke last
NAME_BONUS = 1.5  # for those with a name: who is quoted by a pronoun was introduced
INDEFINITE = 2  # the article of "an official" (mentions.find_article)
RELATIVE = 8  # the class of "who" and "that"
SMALL_WORDS = frozenset("the a an of for and same former then officer mr mrs ms dr".split())
NESTED = 5  # phrases back in which the one around another is looked for
FAR = 400  # words between a noun such as "the minister" and the last mention of the one it may refer to


@dataclass(slots=True)
class Cluster:
    """Phrases of one referent; `place` is the named actor's in the roster, None while no name is known."""

    place: int | None
    phrases: list[int] = field(default_factory=list)
    gender: int = 0
    number: int = 0


class Clusters:
    """The clusters of an article in the making; `of` says for each phrase which is its own."""

    def __init__(self, phrases: Sequence[Phrase], places: Sequence[int | None], actors: Sequence[NamedActor]) -> None:
        self.phrases = phrases
        self.places = places
        self.actors = actors
        self.clusters: list[Cluster] = []
        self.of: list[int] = []
        self.recent: dict[int, int] = {}  # the named clusters and where each was last mentioned, the last one last
        self.by_noun: dict[str, int] = {}  # the last cluster that each noun in the singular referred to
        self._by_place: dict[int, int] = {}

    def add(self, number: int, cluster: int | None) -> None:
        """Put the next phrase into a cluster, or into a new one."""
        place = self.places[number]
        if cluster is None and place is not None:
            cluster = self._by_place.get(place)
        if cluster is None:
            cluster = len(self.clusters)
            self.clusters.append(Cluster(None))
        chosen, phrase = self.clusters[cluster], self.phrases[number]
        if place is not None and chosen.place is None:
            chosen.place = place
            self._by_place.setdefault(place, cluster)
        chosen.phrases.append(number)
        if phrase.kind <= 0:
            chosen.gender = chosen.gender or phrase.gender
        chosen.number = chosen.number or phrase.number
        self.of.append(cluster)
        if not phrase.pronoun and phrase.number == SINGULAR:
            self.by_noun[phrase.keys[1]] = cluster
        if chosen.place is not None:
            self.recent.pop(cluster, None)
            self.recent[cluster] = phrase.last

    def get_actor(self, cluster: int) -> NamedActor | None:
        """The named actor of a cluster."""
        place = self.clusters[cluster].place
        return None if place is None else self.actors[place]

    def shares_word(self, cluster: int, phrase: Phrase) -> bool:
        """Whether a name that no actor bears has a word of the cluster's actor: other names are of others."""
        actor = self.get_actor(cluster)
        if actor is None:
            return True
        words = {word for name in (actor.name, *actor.aliases) for word in name.lower().split()}
        return any(word in words for word in phrase.keys[0].split())

    def is_person(self, cluster: int) -> bool:
        """Whether a cluster is of one person: named, or described in the singular."""
        actor = self.get_actor(cluster)
        if actor is not None:
            return actor.kind is ActorKind.PERSON
        first = self.phrases[self.clusters[cluster].phrases[0]]
        is_body = first.keys[1] in BODY_NOUNS or first.keys[1] in COMPANY_NOUNS
        return first.kind <= 0 and first.number == SINGULAR and not first.pronoun and not is_body

    def has_noun(self, cluster: int) -> bool:
        """Whether a cluster has a name or a noun: pronouns alone refer to nobody."""
        numbers = self.clusters[cluster].phrases
        return self.clusters[cluster].place is not None or any(not self.phrases[n].pronoun for n in numbers[:20])

    def is_compatible(self, cluster: int, phrase: Phrase) -> bool:
        """Whether gender, number and kind let the phrase refer to what the cluster does."""
        other = self.clusters[cluster]
        actor = self.get_actor(cluster)
        if {other.gender, phrase.gender} == {MALE, FEMALE}:
            return False
        if actor is not None:
            is_person = actor.kind is ActorKind.PERSON
            if is_person and (phrase.pronoun in (3, 4, 6) or phrase.number == PLURAL):
                return False  # "it", "they", "we" and "the officials" are no single person
            if not is_person and phrase.gender in (MALE, FEMALE):
                return False
            return phrase.kind < 0 or is_person == (phrase.kind == 0) or phrase.pronoun > 0
        if not phrase.pronoun and {other.number, phrase.number} == {SINGULAR, PLURAL}:
            return False
        if phrase.pronoun in (1, 2) and find_kind(self.phrases, other) > 0:
            return False
        return not (other.number == SINGULAR and phrase.pronoun == 6) and not (
            other.number == PLURAL and phrase.pronoun in (1, 2, 3)
        )


def find_kind(phrases: Sequence[Phrase], cluster: Cluster) -> int:
    """The kind of a cluster's first phrase that is no pronoun: index of heads.MENTION_KINDS, -1 unknown."""
    return next((phrases[number].kind for number in cluster.phrases if not phrases[number].pronoun), -1)


def group(clusters: Clusters, scores: Floats, later: Ints, earlier: Ints, sources: frozenset[int]) -> None:
    """Give every phrase its cluster; the pairs are sorted by the later one. sources: numbers of phrases that speak."""
    speaks = np.zeros(len(clusters.phrases), bool)
    speaks[list(sources)] = True
    bounds = np.searchsorted(later, np.arange(len(clusters.phrases) + 1))
    for number, phrase in enumerate(clusters.phrases):
        if clusters.places[number] is not None:
            clusters.add(number, None)
            continue
        cluster = find_by_words(clusters, number)
        if cluster is None:
            rows = slice(int(bounds[number]), int(bounds[number + 1]))
            bonus = np.zeros(rows.stop - rows.start, np.float32)
            if number in sources and phrase.pronoun:
                named = [clusters.clusters[clusters.of[int(n)]].place is not None for n in earlier[rows]]
                bonus += find_last_speaker(clusters, number, earlier[rows], speaks)
                bonus += SOURCE_BONUS * speaks[earlier[rows]] + NAME_BONUS * np.array(named, np.float32)
            cluster = choose(clusters, number, scores[rows] + bonus, earlier[rows], number in sources)
        clusters.add(number, cluster)


def find_last_speaker(clusters: Clusters, number: int, candidates: Ints, speaks: NDArray[np.bool_]) -> Floats:
    """LAST_BONUS for the phrases of the last person who spoke and whom the pronoun fits, else 0."""
    phrase = clusters.phrases[number]
    for place in range(len(candidates) - 1, -1, -1):
        cluster = clusters.of[int(candidates[place])]
        if speaks[candidates[place]] and clusters.is_person(cluster) and clusters.is_compatible(cluster, phrase):
            return LAST_BONUS * np.array([clusters.of[int(n)] == cluster for n in candidates], np.float32)
    return np.zeros(len(candidates), np.float32)


def find_least(phrase: Phrase, is_source: bool) -> float:
    """The least score of a phrase's antecedent."""
    if not is_source:
        is_nominal = phrase.kind == 0 and phrase.form is MentionForm.NOMINAL
        is_epithet = is_nominal and phrase.article == 1 and phrase.number == SINGULAR
        return LEAST_SCORE_OF_EPITHETS if is_epithet else LEAST_SCORES.get(phrase.keys[1], LEAST_SCORE)
    return LEAST_SCORE_OF_OFFICES if is_office(phrase) else LEAST_SCORES_OF_SOURCES.get(phrase.pronoun, LEAST_SCORE)


def is_office(phrase: Phrase) -> bool:
    """Whether a phrase is an office without its holder's name ("the minister")."""
    return phrase.article == 1 and phrase.number != PLURAL and phrase.keys[1] in TITLES


def choose(clusters: Clusters, number: int, scores: Floats, candidates: Ints, is_source: bool) -> int | None:
    """The cluster of the best antecedent that fits a phrase, None where nothing scores enough."""
    phrase = clusters.phrases[number]
    least = find_least(phrase, is_source)
    for place in np.argsort(-scores):
        if scores[place] <= least:
            return None
        cluster = clusters.of[int(candidates[place])]
        is_weak = scores[place] <= LEAST_SCORE and clusters.get_actor(cluster) is None
        if is_weak and is_source and is_office(phrase):
            continue  # "the minister" is no "official" of before
        if phrase.article == INDEFINITE and phrase.first - clusters.phrases[int(candidates[place])].last > 1:
            continue  # "an official" is somebody new, unless he stands in apposition
        if phrase.form is MentionForm.NAME and not clusters.shares_word(cluster, phrase):
            continue
        is_somebody = phrase.pronoun not in (1, 2) or clusters.has_noun(cluster)
        if is_somebody and clusters.is_compatible(cluster, phrase):
            return cluster
    return None


def find_by_words(clusters: Clusters, number: int) -> int | None:
    """The cluster that a phrase's words decide on: of a relative pronoun, an office, a kind of body, a noun again."""
    phrase = clusters.phrases[number]
    around = find_around(clusters, number)
    if around is not None:
        return around
    if phrase.pronoun:
        return find_before_relative(clusters, number) if phrase.pronoun == RELATIVE else None
    if phrase.article not in (1, 3) or phrase.number == PLURAL:
        return None
    return find_by_noun(clusters, phrase)


def find_around(clusters: Clusters, number: int) -> int | None:
    """The cluster of the phrase around one that has its head, or is its title ("Justice Minister | Ada Falk")."""
    phrase = clusters.phrases[number]
    for earlier in range(number - 1, max(-1, number - NESTED), -1):
        other = clusters.phrases[earlier]
        if not (other.first <= phrase.first and phrase.last <= other.last) or phrase.pronoun:
            continue
        is_title = clusters.places[earlier] is not None and phrase.last <= other.head + 1 and phrase.keys[1] in TITLES
        if other.head == phrase.head or is_title:
            return clusters.of[earlier]
    return None


def find_before_relative(clusters: Clusters, number: int) -> int | None:
    """The cluster of the phrase right before "who"."""
    first = clusters.phrases[number].first
    is_thing = clusters.phrases[number].keys[1] in ("which", "that")
    for earlier in range(number - 1, max(-1, number - 8), -1):
        if first - 1 <= clusters.phrases[earlier].last <= first:
            actor = clusters.get_actor(clusters.of[earlier])
            if not is_thing or actor is None or actor.kind is not ActorKind.PERSON:
                return clusters.of[earlier]
    return None


def find_by_noun(clusters: Clusters, phrase: Phrase) -> int | None:
    """The cluster of the last named actor that a definite noun fits, else of the last phrase with the same noun."""
    noun = phrase.keys[1]
    fits = choose_test(noun)
    if noun in COMPANY_NOUNS and fits is None:
        return find_company(clusters, phrase)
    if fits is not None:
        for cluster, last in reversed(clusters.recent.items()):
            if phrase.first - last > FAR:
                break
            actor, gender = clusters.get_actor(cluster), clusters.clusters[cluster].gender
            if actor is not None and fits(actor, phrase) and {gender, phrase.gender} != {MALE, FEMALE}:
                return cluster
    last_one = clusters.by_noun.get(noun)
    if last_one is None or phrase.article != 1 or clusters.get_actor(last_one) is not None:
        return None
    return last_one


def find_company(clusters: Clusters, phrase: Phrase) -> int | None:
    """The company mentioned most often so far, of those not far back."""
    best: tuple[int, int] | None = None
    for cluster, last in reversed(clusters.recent.items()):
        if phrase.first - last > FAR:
            break
        actor = clusters.get_actor(cluster)
        if actor is not None and actor.kind is ActorKind.ORGANISATION and is_company(actor.name, phrase.keys[1]):
            best = max(best or (0, 0), (len(clusters.clusters[cluster].phrases), cluster))
    return best[1] if best else None


def choose_test(noun: str) -> Callable[[NamedActor, Phrase], bool] | None:
    """The test of an actor that a noun asks for, None for nouns that say too little."""
    if noun in BODY_NOUNS:
        return lambda actor, phrase: has_words(actor.name, phrase)
    if noun in TITLES:
        return lambda actor, phrase: any(fits_role(role, phrase) for role in actor.roles)
    return None


def has_words(name: str, phrase: Phrase) -> bool:
    """Whether a body's name holds a phrase's words ("the Ministry of Finance", "the finance ministry")."""
    words = name.lower().split()
    return all(word in words or word in SMALL_WORDS for word in phrase.keys[0].split())


def is_company(name: str, noun: str) -> bool:
    """Whether a name may be a company's: it holds the noun, or no word of public bodies."""
    words = name.lower().split()
    return noun in words or not any(word in BODY_NOUNS or word in PUBLIC_WORDS for word in words)


def fits_role(role: str, phrase: Phrase) -> bool:
    """Whether a role holds the phrase's words ("Finance Minister", "the finance minister", "the minister")."""
    words = {widen(word) for word in role.lower().replace("-", " ").split()} - SMALL_WORDS
    wanted = [widen(word) for word in phrase.keys[0].replace("-", " ").split() if word not in SMALL_WORDS]
    noun = widen(phrase.keys[1].split("-")[-1])
    return noun in words and (words.issuperset(wanted) or words.issubset(wanted))


def widen(word: str) -> str:
    """A word of an office as the first of those that stand for the same one ("Sen.", "lawmaker")."""
    bare = word.strip(".,")
    return next((min(row) for row in SAME_OFFICES if bare in row), bare)
