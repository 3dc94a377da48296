"""How well the heads do on what was held out, for the screen while they are trained."""

from collections import Counter
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from firsthand.extraction.tagger import LABELS
from training.heads import Heads, PairScorer
from training.heads_corpus import Corpus, Document, HeadsWindow
from training.heads_losses import Pairs, list_ranges, run_trunk, score_document


@torch.no_grad()
def report(heads: Heads, scorer: PairScorer, held: Corpus, pairs: dict[str, Pairs]) -> None:
    """Print the figures of every group of windows and of the documents."""
    heads.eval()
    scorer.eval()
    for group, windows in held.windows.items():
        for line in measure_tags(heads, windows):
            print(f"  {group}.{line}", flush=True)
    counts: Counter[str] = Counter()
    for document in held.documents:
        own = run_trunk(heads, document.windows)
        counts += count_mentions(heads, own, document)
        scores = score_document(heads, scorer, own, document, pairs[document.id])
        counts += count_antecedents(scores, pairs[document.id])
    print(f"  mentions {describe(counts['hits'], counts['found'], counts['mentions'])}; "
          f"antecedents right {counts['right'] / max(1, counts['chosen']):.3f}", flush=True)
    heads.train()
    scorer.train()


def measure_tags(heads: Heads, windows: list[HeadsWindow]) -> list[str]:
    """A line for each kind of tags that these windows have labels of: precision and recall, word by word."""
    found = torch.cat([run_trunk(heads, [window])[0] for window in windows])
    lines = []
    for name, head in (("inner", heads.inner), ("deeper", heads.deeper)):
        labels = [getattr(window, name) for window in windows]
        if any(soft is not None for soft in labels):
            unknown = (np.zeros((len(window.names), len(LABELS))) for window in windows)
            gold = np.concatenate([none if soft is None else soft for soft, none in zip(labels, unknown, strict=True)])
            lines.append(f"{name} {compare(gold.argmax(1), head(found), gold.sum(1) > 0.5)}")
    names = np.concatenate([window.names for window in windows])
    if (names >= 0).any():
        lines.append(f"names {compare(names, heads.names(found), names >= 0)}")
    return lines


def compare(gold: NDArray[np.int64], scores: Tensor, known: NDArray[np.bool_]) -> str:
    """Precision and recall of all labels but the first, over the words that are known."""
    gold, tags = gold[known], scores.argmax(1).numpy()[known]
    return describe(int(((gold == tags) & (gold > 0)).sum()), int((tags > 0).sum()), int((gold > 0).sum()))


def describe(hits: int, found: int, gold: int) -> str:
    """Precision and recall in words."""
    return f"P {hits / max(1, found):.3f} R {hits / max(1, gold):.3f}"


def count_mentions(heads: Heads, own: list[Tensor], document: Document) -> Counter[str]:
    """How many mentions there are, how many are found, how many of these with the right words and kind."""
    found: set[Any] = set()
    for x, words, kept in zip(own, list_ranges(document), document.kept, strict=True):
        for place, length, kind in (heads.score_spans(x) > 0).nonzero().tolist():
            if kept[0] <= place + words[0] < kept[1]:
                found.add((place + words[0], place + words[0] + length + 1, kind))
    gold = {mention[:3] for mention in document.mentions}
    return Counter(hits=len(gold & found), found=len(found), mentions=len(gold))


def count_antecedents(scores: Tensor, pairs: Pairs) -> Counter[str]:
    """Of how many mentions the best antecedent, or none, is right."""
    _, later, _, linked, head, _ = pairs
    right = 0
    for mention in range(1, len(head)):
        mine = later == mention
        best = int(scores[mine].argmax())
        right += bool(linked[mine][best]) if scores[mine][best] > 0 else not linked[mine].any()
    return Counter(right=right, chosen=max(0, len(head) - 1))
