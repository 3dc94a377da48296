"""Texts under a hand-made tagger: one piece a word, and spans named by their words."""

from math import log

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.attributions import Reading, make_reading
from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.features import Features, make_features
from firsthand.extraction.links import Attribution, Network
from firsthand.extraction.tagger import LABELS

N_PAIR_FEATURES = 31
GAP = 2  # of the features of a pair: how far apart they stand


def see(text: str) -> Features:
    """Features as if every word were one piece."""
    return make_features(text, lambda _: (7,))


def tag(text: str, role: str, phrase: str, probability: float = 0.9, after: int = 0) -> TaggedSpan:
    """The first span from character `after` on that reads `phrase`."""
    start = text.index(phrase, after)
    words = [n for n, (first, last) in enumerate(see(text).words) if start <= first and last <= start + len(phrase)]
    return TaggedSpan(role, words[0], words[-1] + 1, probability)


def tag_all(text: str, *parts: tuple[str, str]) -> list[TaggedSpan]:
    """Spans for (role, phrase), each looked for behind the one before."""
    spans, at = [], 0
    for role, phrase in parts:
        at = text.index(phrase, at)
        spans.append(tag(text, role, phrase, after=at))
        at += len(phrase)
    return spans


def read_span(text: str, span: TaggedSpan) -> str:
    words = see(text).words
    return text[words[span.first][0] : words[span.last - 1][1]]


def read_parts(text: str, attribution: Attribution) -> tuple[list[str], str | None, list[str]]:
    """The words of source, cue and contents."""
    return (
        [read_span(text, span) for span in attribution.sources],
        read_span(text, attribution.cue) if attribution.cue else None,
        [read_span(text, span) for span in attribution.contents],
    )


def make_scores(text: str, spans: list[TaggedSpan], sure: float = 0.97) -> NDArray[np.float32]:
    """Log-probabilities of a tagger that is nearly sure of these spans."""
    count = len(see(text).words)
    labels = [0] * count
    for span in spans:
        inside = LABELS.index(f"I-{span.role}")
        labels[span.first : span.last] = [inside] * (span.last - span.first)
        labels[span.first] = inside - 1
    scores = np.full((count, len(LABELS)), log((1 - sure) / (len(LABELS) - 1)), np.float32)
    scores[np.arange(count), labels] = log(sure)
    return scores


def read_tags(text: str, spans: list[TaggedSpan]) -> Reading:
    return make_reading(text, see(text), make_scores(text, spans))


def make_nearness(reach: float = 4.0) -> Network:
    """A network of one hidden cell that knows nothing but the distance: half sure at a gap of about `reach` words."""
    w1, w2 = np.zeros((N_PAIR_FEATURES, 1), np.float32), np.full((1, 1), -4.0, np.float32)
    w1[GAP, 0] = 1.0
    return {"w1": w1, "b1": np.zeros(1, np.float32), "w2": w2, "b2": np.full(1, 4.0 * np.log1p(reach), np.float32)}


NEARNESS = {"source": make_nearness(), "content": make_nearness()}
NO_TRANSITIONS = np.zeros((len(LABELS), len(LABELS)), np.float32)
