"""Which source and which contents belong to a cue: a small learned scorer over pairs of spans.

The features are what a reader goes by: distance, what stands between, quotation marks, the kind of cue. The
weights are a two-layer network each for sources and contents, trained on gold spans (training/train_links.py).
"""

from dataclasses import dataclass, field
from math import log1p

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.features import Features
from firsthand.lexicons.abbreviations import ABBREVIATIONS
from firsthand.lexicons.cues import PHRASE_CUES, SPEECH_CUES

PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "this", "that", "who", "which"])
SENTENCE_ENDS = frozenset(".!?")
LEAST_SOURCE, LEAST_CONTENT = 0.4, 0.15  # link probabilities below which a span stays alone
Network = dict[str, NDArray[np.float32]]


@dataclass(slots=True)
class Attribution:
    """A cue with its source and contents, as tagged spans; `link` is the lowest of its link probabilities."""

    cue: TaggedSpan | None
    sources: list[TaggedSpan] = field(default_factory=list)
    contents: list[TaggedSpan] = field(default_factory=list)
    link: float = 1.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The spans of one paragraph with what the features ask about its words."""

    text: str
    features: Features
    spans: list[TaggedSpan]
    ends: list[int]  # running number of sentence ends before each word of the article


def count_sentence_ends(text: str, features: Features) -> list[int]:
    """For each word how many sentences have ended before it, and one more at the end."""
    words = [text[start:end] for start, end in features.words]
    counts = [0]
    for place, word in enumerate(words):
        counts.append(counts[-1] + (word in SENTENCE_ENDS and not _is_inner_stop(words, place)))
    return counts


def _is_inner_stop(words: list[str], place: int) -> bool:
    """Whether a full stop belongs to an abbreviation ("Inc. has", "Sen. Cruz", "J. Smith")."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if words[place] != "." or not after:
        return False
    return after[0].islower() or before.lower() in ABBREVIATIONS or (len(before) == 1 and before.isupper())


def describe_pair(paragraph: Paragraph, cue: TaggedSpan, other: TaggedSpan) -> list[float]:
    """The features of a cue and a span that may belong to it."""
    text, features = paragraph.text, paragraph.features
    is_before = other.first < cue.first
    left, right = (other, cue) if is_before else (cue, other)
    gap = max(0, right.first - left.last)
    between = [s for s in paragraph.spans if left.last <= s.first and s.last <= right.first]
    same = [s for s in paragraph.spans if s.role == other.role and (s.first < cue.first) == is_before]
    nearest = max(same, key=lambda s: s.first) if is_before else min(same, key=lambda s: s.first)
    words = [text[s:e].lower() for s, e in features.words[cue.first : cue.last]]
    first_word = _word(paragraph, other.first)
    edge = _word(paragraph, other.last - 1) if is_before else _word(paragraph, other.first)
    joint = _word(paragraph, right.first - 1)
    follows = _word(paragraph, cue.last) if cue.last < len(features.words) else ""
    sentences = paragraph.ends[right.first] - paragraph.ends[left.last]
    return [
        1.0,
        float(is_before),
        log1p(gap),
        float(gap == 0),
        float(sentences > 0),
        log1p(sentences),
        float(sum(s.role == "cue" for s in between)),
        float(sum(s.role == "source" for s in between)),
        float(sum(s.role == "content" for s in between)),
        float(other is nearest),
        float(len(same)),
        float(sum(s.role == other.role for s in paragraph.spans) == 1),
        float(sum(s.role == "cue" for s in paragraph.spans) == 1),
        float(features.states[features.first_piece[other.first]] > 0),
        float(features.states[features.first_piece[cue.first]] > 0),
        float(edge in ',”"’\'' or edge == "''"),
        float(edge in SENTENCE_ENDS),
        float(joint == ","),
        float(joint == ":" or follows == ":"),
        float(first_word == "that"),
        float(first_word.lower() in PRONOUNS),
        float(first_word[:1].isupper()),
        float(words[0] in PHRASE_CUES),
        float(any(word in SPEECH_CUES for word in words)),
        float(len(words) > 1),
        log1p(other.last - other.first),
        float(paragraph.spans[0] is other),
        float(paragraph.spans[-1] is other),
        float(follows in (",", ".")),
        float(any(s.role == "source" and abs(s.first - cue.last) < 2 for s in paragraph.spans)),
        float(any(s.role == "source" and abs(cue.first - s.last) < 2 for s in paragraph.spans)),
    ]


def _word(paragraph: Paragraph, number: int) -> str:
    start, end = paragraph.features.words[number]
    return paragraph.text[start:end]


def link(paragraph: Paragraph, networks: dict[str, Network]) -> list[Attribution]:
    """The attributions of one paragraph: every cue with what belongs to it, then the contents that have no cue."""
    cues = [span for span in paragraph.spans if span.role == "cue"]
    attributions = [Attribution(cue) for cue in cues]
    contents = [span for span in paragraph.spans if span.role == "content"]
    orphans = _share_out(paragraph, attributions, contents, networks["content"])
    sources = [span for span in paragraph.spans if span.role == "source"]
    if sources and cues:
        table = _score(paragraph, cues, sources, networks["source"])
        for attribution, row in zip(attributions, table, strict=True):
            best = int(row.argmax())
            if row[best] >= LEAST_SOURCE:
                attribution.sources.append(sources[best])
                attribution.link = min(attribution.link, float(row[best]))
            else:
                attribution.link = min(attribution.link, 1 - float(row[best]))
    return attributions + [Attribution(None, contents=[orphan], link=0.5) for orphan in orphans]


def _share_out(paragraph: Paragraph, attributions: list[Attribution], contents: list[TaggedSpan], network: Network
               ) -> list[TaggedSpan]:
    """Give each content to its likeliest cue; a cue left with none takes one that another has. Gives the orphans."""
    if not contents or not attributions:
        return contents
    cues = [attribution.cue for attribution in attributions if attribution.cue]
    table = _score(paragraph, cues, contents, network)
    orphans = []
    for column, content in enumerate(contents):
        best = int(table[:, column].argmax())
        if table[best, column] < LEAST_CONTENT:
            orphans.append(content)
            continue
        attributions[best].contents.append(content)
        attributions[best].link = min(attributions[best].link, float(table[best, column]))
    for attribution, row in zip(attributions, table, strict=True):
        if not attribution.contents and row.max() >= 0.5:
            attribution.contents.append(contents[int(row.argmax())])
            attribution.link = min(attribution.link, float(row.max()))
    return orphans


def _score(paragraph: Paragraph, cues: list[TaggedSpan], others: list[TaggedSpan], network: Network
           ) -> NDArray[np.float32]:
    """Link probabilities, (cues, others)."""
    rows = np.array([describe_pair(paragraph, cue, other) for cue in cues for other in others], np.float32)
    hidden = np.maximum(rows @ network["w1"] + network["b1"], 0)
    scores = hidden @ network["w2"] + network["b2"]
    probabilities: NDArray[np.float32] = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).reshape(len(cues), len(others))
    return probabilities
