"""Second looks at the model's scores: a cue without a source, or a quotation without a cue, is a reason to look again.

The tagger labels every word for itself and stays below its threshold where it is unsure. But an attribution has a
cue, and nearly always a source: once one part stands, a weaker trace of the other is worth believing.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.decoding import ROLES, TaggedSpan

Scores = NDArray[np.float32]
LEAST_SOURCE_TRACE = 0.2  # peak probability of a source word near a cue that has none
LEAST_CUE_TRACE = 0.08  # peak probability of a cue word near a content that has none
LEAST_CUE_TRACE_BY_QUOTATION = 0.015  # the same near a quotation: somebody has said it
REACH = 0.4  # neighbours join the span while they have this share of the peak


def role_probabilities(scores: Scores, role: str) -> NDArray[np.float32]:
    """For every word the probability that it has `role`, (words,)."""
    column = 1 + 2 * ROLES.index(role)
    probabilities: NDArray[np.float32] = np.exp(scores[:, column]) + np.exp(scores[:, column + 1])
    return probabilities


def look_again(probabilities: NDArray[np.float32], region: Iterable[int], taken: set[int], role: str, least: float
               ) -> TaggedSpan | None:
    """The likeliest span of `role` among the free words of `region`, if its best word reaches `least`."""
    free = [word for word in region if word not in taken]
    if not free:
        return None
    peak = max(free, key=lambda word: probabilities[word])
    if probabilities[peak] < least:
        return None
    floor = max(REACH * float(probabilities[peak]), 0.05)
    inside = set(free)
    first = last = peak
    while first - 1 in inside and probabilities[first - 1] >= floor:
        first -= 1
    while last + 1 in inside and probabilities[last + 1] >= floor:
        last += 1
    return TaggedSpan(role, first, last + 1, float(probabilities[first : last + 1].mean()))
