"""The first stage of linking: from the cards of all articles to stories and actors, before any text is read again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.linking.actors import JoinedActor, join_actors
from firsthand.linking.cards import Card
from firsthand.linking.copies.candidates import find_candidates
from firsthand.linking.copies.sketches import CopySketch
from firsthand.linking.stories.edges import find_edges
from firsthand.linking.stories.partitions import partition
from firsthand.records import Judgement, JudgementKind, Verdict

STORY, COPY = "story", "copy"  # the kinds of edges
# Articles that share so many of their word sequences are of one story, however far apart in time.
LEAST_REPRINT = 0.4
Edges = dict[tuple[str, str], float]


@dataclass(frozen=True)
class Plan:
    """stories: the articles of each, in ascending order. actors: those of the corpus, with their members."""

    stories: tuple[tuple[str, ...], ...]
    actors: tuple[JoinedActor, ...]


def compare_cards(cards: Mapping[str, Card], new: Collection[str]) -> dict[str, Edges]:
    """The edges by kind between the articles of `cards` of which one at least is `new`."""
    sketches = {id: card.sketch for id, card in cards.items()}
    pairs = find_candidates(sketches, new)
    copies = {pair: estimate_jaccard(sketches[pair[0]], sketches[pair[1]]) for pair in sorted(pairs)}
    return {
        STORY: find_edges({id: card.terms for id, card in cards.items()}, new),
        COPY: {pair: share for pair, share in copies.items() if share >= LEAST_REPRINT},
    }


def estimate_jaccard(left: CopySketch, right: CopySketch) -> float:
    """The part of word sequences that two texts have in common, to within some 0.05."""
    a, b = left.signature, right.signature
    return float(np.mean(a == b)) if len(a) and len(a) == len(b) else 0.0


def find_article(anchor: str, articles: Collection[str]) -> str:
    """The article of a proposition (`article:statement#piece`); an empty text where it is not in the store."""
    article = anchor.rpartition("#")[0].rpartition(":")[0]
    return article if article in articles else ""


def make_plan(cards: Mapping[str, Card], edges: Mapping[str, Edges], judgements: Sequence[Judgement]) -> Plan:
    """Stories and actors: a function of the set of cards and judgements, given the edges between all of them."""
    stories = find_stories(cards, edges, judgements)
    story_of = {id: articles[0] for articles in stories for id in articles}
    forms = (form for id in sorted(cards) for form in cards[id].forms)
    return Plan(stories, join_actors(forms, story_of, judgements))


def find_stories(
    articles: Collection[str], edges: Mapping[str, Edges], judgements: Sequence[Judgement]
) -> tuple[tuple[str, ...], ...]:
    """The articles of each story, all in ascending order, given the edges between all articles."""
    copies = set(edges[COPY])
    for one in judgements:
        pair = (one.left_anchor, one.right_anchor)
        if one.kind is JudgementKind.COPY:
            copies = copies - {pair, pair[::-1]} | ({pair} if one.verdict is Verdict.SAME else set())
        elif one.kind is JudgementKind.CLAIM and one.verdict is Verdict.SAME:
            # Claims live within a story: who says that two are one says that their articles are of one.
            copies.add((find_article(pair[0], articles), find_article(pair[1], articles)))
    return tuple(partition(articles, edges[STORY], copies))
