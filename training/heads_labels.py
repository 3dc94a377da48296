"""Labels of the heads for the words of a text, from what each corpus says of its characters."""

from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.features import Features
from firsthand.extraction.heads import MENTION_KINDS, NAME_LABELS
from firsthand.extraction.tagger import LABELS
from training.corpora import split_content_id
from training.heads_corpus import MASKED, Soft
from training.nesting_examples import Marks

Named = dict[str, Any]  # a row of label_names.py
Contents = dict[tuple[int, int], Soft]  # the teacher's labels of an article's contents, by their characters


def find_words(features: Features, start: int, end: int) -> range:
    """The words that begin in a span of characters."""
    return range(bisect_left(features.words, (start, 0)), bisect_left(features.words, (end, 0)))


def label_names(features: Features, named: Named | None) -> NDArray[np.int64]:
    """The name labels of a text's words, MASKED behind what the teacher has read of it."""
    labels = np.full(len(features.words), MASKED, np.int64)
    if named is None:
        return labels
    labels[: len(find_words(features, 0, len(named["text"])))] = 0
    for start, end, kind in named["names"]:
        for number, word in enumerate(find_words(features, start, end)):
            labels[word] = NAME_LABELS.index(("B-" if number == 0 else "I-") + kind)
    return labels


def label_outside(features: Features) -> Soft:
    """(words, 7): every word outside of sources, cues and contents."""
    labels = np.zeros((len(features.words), len(LABELS)), np.float16)
    labels[:, 0] = 1
    return labels


def label_roles(features: Features, marks: Marks, into: Soft) -> None:
    """Write the tags of marked spans over the rows of their words."""
    for start, end, index in marks:
        for number, word in enumerate(find_words(features, start, end)):
            into[word] = 0
            into[word, 2 * index + (1 if number == 0 else 2)] = 1


def copy_soft(features: Features, contents: Contents, into: Soft, shift: int = 0) -> None:
    """Write the teacher's labels of contents over the rows of their words; `shift` is added to the contents' places."""
    for (start, end), labels in contents.items():
        words = find_words(features, start + shift, end + shift)
        count = min(len(words), len(labels))
        into[words.start : words.start + count] = labels[:count]


def label_nothing_below(inner: Soft) -> Soft:
    """Tags two levels down: nothing where nothing lies one level down, and elsewhere unknown."""
    deeper = np.zeros_like(inner)
    deeper[inner[:, -2:].sum(1) < 0.2, 0] = 1
    return deeper


def list_mentions(features: Features, mentions: Iterable[dict[str, Any]]) -> list[tuple[int, int, int, int]]:
    """The mentions of a row of GUM of the kinds that we know: words [first, last), index of the kind, cluster."""
    clusters: dict[str, int] = {}
    found = set()
    for mention in mentions:
        words = find_words(features, mention["start"], mention["end"])
        if mention["type"] in MENTION_KINDS and words:
            cluster = clusters.setdefault(mention["cluster"], len(clusters))
            found.add((words.start, words.stop, MENTION_KINDS.index(mention["type"]), cluster))
    return sorted(found)


def read_contents_labels(path: Path) -> dict[str, Contents]:
    """What label_contents.py wrote, by article."""
    found: dict[str, Contents] = {}
    with np.load(path) as stored:
        for key in stored.files:
            name, start, end = split_content_id(key)
            found.setdefault(name, {})[start, end] = stored[key]
    return found
