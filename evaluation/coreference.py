"""Coreference of people and organisations: a record's mentions, grouped by actor, against the clusters of GUM.

Scored by scorch, a public implementation of the measures of the CoNLL shared tasks. A mention is known by its article
and its place, so the clusters of all articles are scored at once: as in those tasks, counts are pooled, not averaged.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from scorch.scores import conll2012

from firsthand.records import ActorKind, Annotations, Span

# GUM calls what acts an organisation: also a government, an outlet. Groups of people are persons there.
GOLD_TYPES = frozenset(("person", "organization"))
KINDS = frozenset(ActorKind) - {ActorKind.DOCUMENT}
# What may follow the head of a noun phrase. Texts of GUM have blanks around commas and brackets.
AFTER_HEAD = re.compile(r"\s*[,(:;–—]|\s-|\s(?:and|as|at|by|for|from|in|of|on|or|that|to|which|who|whose|with)\s")


class Place(NamedTuple):
    """A mention: the article's id, and the span that stands for it there."""

    article: str
    span: Span


Clusters = list[set[Place]]


def group_gold(row: Mapping[str, Any]) -> Clusters:
    """The people and organisations of a GUM row, each with the places of its mentions."""
    clusters: dict[str, set[Place]] = {}
    for mention in row["mentions"]:
        if mention["type"] in GOLD_TYPES:
            place = Place(row["id"], (mention["start"], mention["end"]))
            clusters.setdefault(mention["cluster"], set()).add(place)
    return list(clusters.values())


def group_mentions(record: Annotations) -> Clusters:
    """The actors of a record that are no documents, each with the places of its mentions."""
    kinds = {actor.id: actor.kind for actor in record.actors}
    clusters: dict[str, set[Place]] = {}
    for mention in record.mentions:
        if kinds.get(mention.actor) in KINDS:
            clusters.setdefault(mention.actor, set()).add(Place(record.article.id, mention.span))
    return list(clusters.values())


def score_clusters(gold: Iterable[set[Place]], predicted: Iterable[set[Place]], *, singletons: bool = False) -> float:
    """CoNLL F1 (the mean of MUC, B-cubed and CEAFe), from 0 to 1.

    `singletons` keeps clusters of one mention. The shared tasks had none, so by default they count on neither side:
    an actor that is mentioned once has nothing to be linked to.
    """
    smallest = 1 if singletons else 2
    key, response = ([cluster for cluster in side if len(cluster) >= smallest] for side in (gold, predicted))
    return float(conll2012(key, response)) if key and response else 0.0


def reduce_to_heads(clusters: Sequence[set[Place]], texts: Mapping[str, str]) -> Clusters:
    """The clusters with every mention reduced to its head word; of two mentions with one head the shorter stays.

    Where a mention ends ("the mayor", "the mayor of the town, who …") is a convention; its head is not.
    """
    owners: dict[Place, tuple[int, int]] = {}
    for number, cluster in enumerate(clusters):
        for place in cluster:
            head = Place(place.article, find_head(texts[place.article], place.span))
            owners[head] = min(owners.get(head, (len(texts[place.article]) + 1, 0)), (_length(place.span), number))
    reduced: dict[int, set[Place]] = {}
    for head, (_, number) in owners.items():
        reduced.setdefault(number, set()).add(head)
    return list(reduced.values())


def find_head(text: str, span: Span) -> Span:
    """The last word before anything that follows a head: `mayor` of "the mayor of the town". By pattern, not parsed."""
    start, end = span
    words = text[start:end]
    after = AFTER_HEAD.search(words, 1)
    core = (words[: after.start()] if after else words).rstrip()
    first = max(core.rfind(" "), core.rfind("\n")) + 1
    return (start + first, start + len(core))


def _length(span: Span) -> int:
    return span[1] - span[0]
