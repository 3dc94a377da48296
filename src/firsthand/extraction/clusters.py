"""The phrases of one article by whom they refer to, in the making."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.extraction.mentions import FEMALE, MALE, PLURAL, SINGULAR, Phrase
from firsthand.extraction.roster import NamedActor
from firsthand.lexicons.persons import BODY_NOUNS, COMPANY_NOUNS
from firsthand.records import ActorKind

SMALL_WORDS = frozenset("the a an of for and same former then officer mr mrs ms dr".split())
SEEN = 20  # phrases of a cluster that are looked at


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

    def merge(self, kept: int, gone: int | None) -> None:
        """Put all phrases of another cluster, which has no name, into one; the other stays empty."""
        if gone is None or gone == kept:
            return
        one, other = self.clusters[kept], self.clusters[gone]
        for number in other.phrases:
            self.of[number] = kept
        one.phrases += other.phrases  # behind its own, so that the first one stays what it was
        one.gender, one.number = one.gender or other.gender, one.number or other.number
        other.phrases = []

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
        return self.clusters[cluster].place is not None or any(not self.phrases[n].pronoun for n in numbers[:SEEN])

    def may_be_body(self, cluster: int, phrase: Phrase) -> bool:
        """Whether a cluster without a name can be the body of a phrase: no person, no body with another's words."""
        if self.is_person(cluster):
            return False
        first = self.phrases[self.clusters[cluster].phrases[0]]
        one, other = (set(p.keys[0].split()) - SMALL_WORDS for p in (first, phrase))
        return first.keys[1] != phrase.keys[1] or one <= other or other <= one

    def is_compatible(self, cluster: int, phrase: Phrase) -> bool:
        """Whether gender, number and kind let the phrase refer to what the cluster does."""
        other = self.clusters[cluster]
        actor = self.get_actor(cluster)
        if {other.gender, phrase.gender} == {MALE, FEMALE}:
            return False
        if actor is not None:
            is_person = actor.kind is ActorKind.PERSON
            if actor.kind is ActorKind.OUTLET and phrase.keys[1] in COMPANY_NOUNS and not phrase.pronoun:
                return False  # an outlet is "the paper" or "the agency"
            if is_person and (phrase.pronoun in (3, 4, 6) or phrase.number == PLURAL):
                return False  # "it", "they", "we" and "the officials" are no single person
            if not is_person and phrase.gender in (MALE, FEMALE):
                return False
            return phrase.kind < 0 or is_person == (phrase.kind == 0) or phrase.pronoun > 0
        if not phrase.pronoun and {other.number, phrase.number} == {SINGULAR, PLURAL}:
            return False
        if not phrase.pronoun and phrase.keys[1] in BODY_NOUNS and not self.may_be_body(cluster, phrase):
            return False
        if phrase.pronoun in (1, 2) and find_kind(self.phrases, other) > 0:
            return False
        return not (other.number == SINGULAR and phrase.pronoun == 6) and not (
            other.number == PLURAL and phrase.pronoun in (1, 2, 3)
        )


def find_kind(phrases: Sequence[Phrase], cluster: Cluster) -> int:
    """The kind of a cluster's first phrase that is no pronoun: index of heads.MENTION_KINDS, -1 unknown."""
    return next((phrases[number].kind for number in cluster.phrases if not phrases[number].pronoun), -1)
