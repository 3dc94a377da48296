"""Whom the words of a description decide on: an office, a kind of body, a company, the same noun again."""

from collections.abc import Callable

from firsthand.extraction.clusters import SEEN, SMALL_WORDS, Clusters
from firsthand.extraction.mentions import FEMALE, MALE, PLURAL, Phrase
from firsthand.extraction.roster import NamedActor
from firsthand.lexicons.names import PLACE_OPENINGS, TITLES
from firsthand.lexicons.persons import BODY_NOUNS, COMPANY_NOUNS, MEN, PUBLIC_WORDS, SAME_OFFICES, WOMEN
from firsthand.records import ActorKind

RELATIVE = 8  # the class of "who" and "that"
NESTED = 5  # phrases back in which the one around another is looked for
FAR = 400  # words between a noun such as "the minister" and the last mention of the one it may refer to


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
    if noun in BODY_NOUNS and not clusters.may_be_body(last_one, phrase):
        return None  # "the foreign ministry" is not the ministry of justice
    return last_one


def find_company(clusters: Clusters, phrase: Phrase) -> int | None:
    """The company mentioned most often so far, of those not far back."""
    best: tuple[bool, int, int] | None = None
    for cluster, last in reversed(clusters.recent.items()):
        if phrase.first - last > FAR:
            break
        actor = clusters.get_actor(cluster)
        if actor is not None and is_company(actor.name, phrase.keys[1]):
            is_sure = actor.kind is ActorKind.ORGANISATION
            if is_sure or (phrase.head == phrase.first + 1 and may_be_company(clusters, cluster)):
                best = max(best or (False, 0, 0), (is_sure, len(clusters.clusters[cluster].phrases), cluster))
    return best[2] if best else None


def may_be_company(clusters: Clusters, cluster: int) -> bool:
    """Whether somebody known by one word only, of whom nothing else tells a person, may be a company after all."""
    actor = clusters.get_actor(cluster)
    if actor is None or actor.kind is not ActorKind.PERSON or actor.roles or " " in actor.name:
        return False
    own = clusters.clusters[cluster]
    is_given_name = actor.name.lower() in MEN or actor.name.lower() in WOMEN
    is_seen = any(clusters.phrases[number].kind == 1 for number in own.phrases[:SEEN])  # the model took it for a body
    return is_seen or not (is_given_name or own.gender in (MALE, FEMALE))


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
    is_public = any(word in BODY_NOUNS or word in PUBLIC_WORDS for word in words)
    return noun in words or not (is_public or words[0] in PLACE_OPENINGS)


def fits_role(role: str, phrase: Phrase) -> bool:
    """Whether a role holds the phrase's words ("Finance Minister", "the finance minister", "the minister")."""
    words = {widen(word) for word in role.lower().replace("-", " ").split()} - SMALL_WORDS
    wanted = [widen(word) for word in phrase.keys[0].replace("-", " ").split() if word not in SMALL_WORDS]
    noun = widen(phrase.keys[1].split("-")[-1])
    return noun in words and (words.issuperset(wanted) or words.issubset(wanted))


def has_office(role: str, noun: str) -> bool:
    """Whether a role is of the office that a noun names, of whatever place or field."""
    return widen(noun) in {widen(word) for word in role.lower().replace("-", " ").split()}


def widen(word: str) -> str:
    """A word of an office as the first of those that stand for the same one ("Sen.", "lawmaker")."""
    bare = word.strip(".,")
    return next((min(row) for row in SAME_OFFICES if bare in row), bare)
