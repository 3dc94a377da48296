"""Every phrase to its cluster: names by name, then roles and kinds of bodies, then the learned scorer."""

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.clusters import Clusters
from firsthand.extraction.descriptions import find_by_words
from firsthand.extraction.mentions import PLURAL, SINGULAR, Phrase
from firsthand.extraction.voices import Voices
from firsthand.lexicons.names import TITLES
from firsthand.records import MentionForm

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
LEAST_SCORE = 0.0  # of an antecedent
LEAST_SCORES = {"he": -3.0, "she": -3.0, "his": -3.0, "its": -2.0}  # these nearly always refer back
# Who speaks is hardly ever new as "he": the best antecedent will do, be it a weak one.
LEAST_SCORES_OF_SOURCES = {1: -8.0, 2: -8.0, 3: -2.0, 4: -2.0}  # by the class of the pronoun
LEAST_SCORE_OF_OFFICES = -5.0  # "the minister", whose name came without the office
LEAST_SCORE_OF_EPITHETS = -3.5  # "the former banker"
SOURCE_BONUS = 1.0  # for antecedents that spoke before
LAST_BONUS = 3.0  # for the one who spoke last, or whose name opened a sentence since
NAME_BONUS = 1.5  # for those with a name: who is quoted by a pronoun was introduced
INDEFINITE = 2  # the article of "an official" (mentions.find_article)
FIRST, THIRD = 5, (1, 2)  # the classes of "I", and of "he" and "she"


def group(clusters: Clusters, scores: Floats, later: Ints, earlier: Ints, voices: Voices) -> None:
    """Give every phrase its cluster; the pairs are sorted by the later one."""
    waiting: dict[int, int] = {}  # clusters of "I" in quotations whose source is yet to come, by its number
    speaks, leads = np.zeros((2, len(clusters.phrases)), bool)
    speaks[list(voices.sources)] = leads[list(voices.leads)] = True
    bounds = np.searchsorted(later, np.arange(len(clusters.phrases) + 1))
    for number, phrase in enumerate(clusters.phrases):
        if clusters.places[number] is not None:
            clusters.add(number, None)
            clusters.merge(clusters.of[number], waiting.get(number))
            continue
        quoter = voices.quoters.get(number)
        if quoter is not None and phrase.pronoun == FIRST:
            clusters.add(number, clusters.of[quoter] if quoter < number else waiting.get(quoter))
            waiting.setdefault(quoter, clusters.of[number])
            continue
        cluster = find_by_words(clusters, number)
        if cluster is None:
            rows = slice(int(bounds[number]), int(bounds[number + 1]))
            bonus = np.zeros(rows.stop - rows.start, np.float32)
            if number in voices.sources and phrase.pronoun and quoter is None:
                named = [clusters.clusters[clusters.of[int(n)]].place is not None for n in earlier[rows]]
                bonus += find_last_speaker(clusters, number, earlier[rows], leads)
                bonus += SOURCE_BONUS * speaks[earlier[rows]] + NAME_BONUS * np.array(named, np.float32)
            quoted_by = clusters.of[quoter] if quoter is not None and quoter < number else None
            cluster = choose(clusters, number, scores[rows] + bonus, earlier[rows], number in voices.sources, quoted_by)
        clusters.add(number, cluster)
        clusters.merge(clusters.of[number], waiting.get(number))


def find_last_speaker(clusters: Clusters, number: int, candidates: Ints, leads: NDArray[np.bool_]) -> Floats:
    """LAST_BONUS for the phrases of the last person who spoke, or led a sentence, and whom the pronoun fits, else 0."""
    phrase = clusters.phrases[number]
    for place in range(len(candidates) - 1, -1, -1):
        cluster = clusters.of[int(candidates[place])]
        if leads[candidates[place]] and clusters.is_person(cluster) and clusters.is_compatible(cluster, phrase):
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


def choose(clusters: Clusters, number: int, scores: Floats, candidates: Ints, is_source: bool,
           quoted_by: int | None = None) -> int | None:
    """The cluster of the best antecedent that fits a phrase, None where nothing scores enough.

    quoted_by: the cluster of whoever is quoted here, who calls himself by none of these words.
    """
    phrase = clusters.phrases[number]
    least = find_least(phrase, is_source)
    for place in np.argsort(-scores):
        if scores[place] <= least:
            return None
        cluster = clusters.of[int(candidates[place])]
        if cluster == quoted_by and phrase.pronoun in THIRD:
            continue
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
