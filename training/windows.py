"""Windows of word pieces with their targets, cut anew in every epoch."""

import random
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from firsthand.extraction.features import Encoder, Features, make_features
from firsthand.extraction.tagger import CLOSING, LABELS, OPENING
from firsthand.extraction.windows import WINDOW
from training.augmentation import augment
from training.corpora import Example

SPECIAL = {"bert": (OPENING, CLOSING), "mpnet": (0, 2)}


@dataclass(frozen=True)
class Window:
    """A stretch of an article. `targets` holds a distribution over labels for the first piece of each word."""

    ids: list[int]
    cases: list[int]
    states: list[int]
    breaks: list[int]
    firsts: list[int]
    targets: NDArray[np.float32]


@dataclass(frozen=True)
class Batch:
    """Windows of about one length. `rows` and `columns` say where the targets stand."""

    ids: Tensor
    cases: Tensor
    states: Tensor
    breaks: Tensor
    lengths: Tensor
    rows: Tensor
    columns: Tensor
    targets: Tensor


def make_targets(example: Example, features: Features, origin: list[int], soft: NDArray[np.float16] | None,
                 clean_words: list[tuple[int, int]], gold_share: float) -> NDArray[np.float32]:
    """(words, labels): gold labels and a teacher's, mixed by `gold_share` where both are there."""
    targets = np.zeros((len(features.words), len(LABELS)), np.float32)
    share = gold_share if soft is not None else 1.0
    if example.is_labelled:
        before = 0
        for row, (start, end) in enumerate(features.words):
            characters = [origin[i] for i in range(start, end)]
            role = next((example.roles[c] for c in characters if example.roles[c]), 0)
            is_begin = role and (role != before or any(c in example.begins for c in characters))
            targets[row, 0 if not role else 2 * role - (1 if is_begin else 0)] = share
            before = role
    if soft is not None:
        share = 1 - share if example.is_labelled else 1.0
        targets += share * _follow(features, origin, soft, clean_words, len(example.text))
    return targets


def _follow(features: Features, origin: list[int], soft: NDArray[np.float16], clean_words: list[tuple[int, int]],
            length: int) -> NDArray[np.float32]:
    """The teacher's labels, given on the clean text, for the words of the augmented one."""
    word_at = np.full(length, -1)
    for number, (start, end) in enumerate(clean_words):
        word_at[start:end] = number
    rows = np.zeros((len(features.words), len(LABELS)), np.float32)
    before = -1
    for row, (start, end) in enumerate(features.words):
        number = max(int(word_at[origin[i]]) for i in range(start, end))
        rows[row] = soft[number]
        if number > before + 1 and soft[number - 1].argmax() % 2 == 1:  # its opening word was left out
            begin = int(soft[number - 1].argmax())
            if rows[row].argmax() == begin + 1:
                rows[row, [begin, begin + 1]] = rows[row, [begin + 1, begin]]
        before = number
    return rows


def cut_windows(example: Example, encode: Encoder, soft: NDArray[np.float16] | None, generator: random.Random,
                gold_share: float, is_augmented: bool) -> list[Window]:
    """The windows of one article, from a random offset, cut between words."""
    text, origin = augment(example.text, generator) if is_augmented else (example.text, list(range(len(example.text))))
    features = make_features(text, encode)
    clean_words = features.words if text is example.text else make_features(example.text, encode).words
    targets = make_targets(example, features, origin, soft, clean_words, gold_share)
    cases = features.cases
    if is_augmented and generator.random() < 0.08:
        cases = [0] * len(cases)  # a newsroom that forgets its capitals
    firsts = [*features.first_piece, len(features.pieces)]
    windows = []
    word, room = 0, generator.randint(64, WINDOW)
    while word < len(features.words):
        last = word
        while last < len(features.words) and firsts[last + 1] - firsts[word] <= room:
            last += 1
        last = max(last, word + 1)
        start, end = firsts[word], firsts[last]
        windows.append(Window(features.pieces[start:end], cases[start:end], features.states[start:end],
                              features.breaks[start:end], [f - start for f in firsts[word:last]], targets[word:last]))
        word, room = last, WINDOW
    return windows


def make_batch(windows: list[Window], kind: str, table: list[int] | None) -> Batch:
    """Padded tensors; `table` maps the student's piece ids to the teacher's."""
    opening, closing = SPECIAL[kind]
    longest = max(len(w.ids) for w in windows) + 2
    names = ("ids", "cases", "states", "breaks")
    tensors = {name: torch.zeros(len(windows), longest, dtype=torch.long) for name in names}
    rows: list[int] = []
    columns: list[int] = []
    for row, window in enumerate(windows):
        n = len(window.ids)
        ids = [table[i] for i in window.ids] if table else window.ids
        tensors["ids"][row, : n + 2] = torch.tensor([opening, *ids, closing])
        for name in names[1:]:
            tensors[name][row, 1 : n + 1] = torch.tensor(getattr(window, name))
        rows += [row] * len(window.firsts)
        columns += [f + 1 for f in window.firsts]
    return Batch(**tensors, lengths=torch.tensor([len(w.ids) + 2 for w in windows]), rows=torch.tensor(rows),
                 columns=torch.tensor(columns), targets=torch.from_numpy(np.concatenate([w.targets for w in windows])))


def make_batches(windows: list[Window], size: int, generator: random.Random) -> list[list[Window]]:
    """Windows in batches of about one length, in random order."""
    generator.shuffle(windows)
    batches = []
    for at in range(0, len(windows), 50 * size):
        chunk = sorted(windows[at : at + 50 * size], key=lambda w: len(w.ids))
        batches += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    generator.shuffle(batches)
    return batches
