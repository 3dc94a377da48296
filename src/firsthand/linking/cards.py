"""The card of an article: the little that the whole store must know of it to find its story, copies and actors."""

import hashlib

import msgspec

from firsthand.linking.actors import ActorForm, make_forms
from firsthand.linking.copies.sketches import CopySketch, make_sketch
from firsthand.linking.stories.terms import StoryTerms, make_terms
from firsthand.records import Annotations, encode

VERSION = "1"  # to be raised whenever the same record gives another card


class Card(msgspec.Struct, frozen=True):
    """`digest` stands for the whole record: whatever changes it changes the article's story."""

    digest: str
    sketch: CopySketch
    terms: StoryTerms
    forms: tuple[ActorForm, ...]


def make_card(record: Annotations) -> Card:
    """The card of one article; a function of its record alone."""
    article = record.article
    return Card(
        digest=hashlib.sha256(encode(record)).hexdigest()[:16],
        sketch=make_sketch(article.text, article.publisher),
        terms=make_terms(record),
        forms=make_forms(record),
    )


def encode_card(card: Card) -> bytes:
    """A card as bytes, for a store."""
    return msgspec.msgpack.encode(card)


def decode_card(data: bytes) -> Card:
    """A card from its bytes."""
    return msgspec.msgpack.decode(data, type=Card)
