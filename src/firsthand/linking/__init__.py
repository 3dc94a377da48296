"""Across articles: copies, actors, claims, origins, relations, stories and the timeline.

Two stages: `make_plan` finds stories and actors from the cards of all articles; `link_story` does the rest, one story
at a time. Both are functions of the set of articles and judgements, never of the order in which they came.
"""

from firsthand.linking.cards import VERSION as CARD_VERSION
from firsthand.linking.cards import Card, decode_card, encode_card, make_card
from firsthand.linking.claims.comparison import ClaimModel, load_model
from firsthand.linking.deciding import concerns, name_articles
from firsthand.linking.entries import Entry, Material
from firsthand.linking.linker import Part, gather, link_story, make_key
from firsthand.linking.planning import COPY, STORY, Edges, Plan, compare_cards, find_stories, make_plan

EDGE_KINDS = (STORY, COPY)

__all__ = [
    "CARD_VERSION",
    "COPY",
    "EDGE_KINDS",
    "STORY",
    "Card",
    "ClaimModel",
    "Edges",
    "Entry",
    "Material",
    "Part",
    "Plan",
    "compare_cards",
    "concerns",
    "decode_card",
    "encode_card",
    "find_stories",
    "gather",
    "link_story",
    "load_model",
    "make_card",
    "make_key",
    "make_plan",
    "name_articles",
]
