"""Train the link scorer on gold spans: python -m training.train_links --train polnear_train.jsonl.gz --out links.npz"""

import argparse
import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from firsthand.extraction.decoding import ROLES, TaggedSpan
from firsthand.extraction.features import Encoder, Features, make_encoder, make_features
from firsthand.extraction.links import Paragraph, count_sentence_ends, describe_pair
from firsthand.text.words import split_paragraphs
from training.base_models import find_base
from training.corpora import read_rows

Pairs = dict[str, list[tuple[list[float], bool]]]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hidden", type=int, default=32)
    options = parser.parse_args()
    torch.manual_seed(1)
    encode = make_encoder(Tokenizer.from_file(str(find_base("minilm") / "tokenizer.json")))
    pairs: Pairs = {"source": [], "content": []}
    generator = random.Random(1)
    for row in read_rows(options.train):
        collect_pairs(row, encode, pairs, generator)
    weights: dict[str, Any] = {}
    for role, examples in pairs.items():
        weights |= {f"{role}.{name}": value for name, value in fit(examples, options.hidden, role).items()}
    np.savez(options.out, **weights)


def collect_pairs(row: dict[str, Any], encode: Encoder, pairs: Pairs, generator: random.Random) -> None:
    """The pairs of every paragraph of an article; now and then a span is left out, as a tagger would."""
    features = make_features(row["text"], encode)
    ends = count_sentence_ends(row["text"], features)
    owners = gold_spans(row, features)
    for start, end in split_paragraphs(row["text"]):
        inside = [
            span for span in owners
            if start <= features.words[span.first][0] and features.words[span.last - 1][1] <= end
            and generator.random() > 0.04
        ]
        paragraph = Paragraph(row["text"], features, inside, ends)
        for cue in (s for s in inside if s.role == "cue"):
            for other in (s for s in inside if s.role != "cue"):
                pairs[other.role].append((describe_pair(paragraph, cue, other), bool(owners[cue] & owners[other])))


def gold_spans(row: dict[str, Any], features: Features) -> dict[TaggedSpan, set[int]]:
    """Each gold span in reading order, with the numbers of the attributions that own it."""
    owners: dict[TaggedSpan, set[int]] = {}
    starts = np.array([start for start, _ in features.words])
    stops = np.array([end for _, end in features.words])
    for number, attribution in enumerate(row["attributions"]):
        for role in ROLES:
            for start, end in attribution.get(role) or ():
                first = int(np.searchsorted(stops, start, side="right"))
                last = int(np.searchsorted(starts, end, side="left"))
                if first < last:
                    owners.setdefault(TaggedSpan(role, first, last, 1.0), set()).add(number)
    return dict(sorted(owners.items(), key=lambda item: (item[0].first, item[0].last)))


def fit(examples: list[tuple[list[float], bool]], hidden: int, role: str) -> dict[str, Any]:
    """Two layers, trained to tell linked pairs from others; a tenth is kept aside to report on."""
    x = torch.tensor([features for features, _ in examples])
    y = torch.tensor([float(linked) for _, linked in examples])
    held = torch.arange(len(x)) % 10 == 0
    first, second = nn.Linear(x.shape[1], hidden), nn.Linear(hidden, 1)
    model = nn.Sequential(first, nn.ReLU(), second)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=1e-3)
    train_x, train_y = x[~held], y[~held]
    steps = 12 * len(train_x) // 256
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    for _ in range(steps):
        chosen = torch.randint(len(train_x), (256,))
        loss = nn.functional.binary_cross_entropy_with_logits(model(train_x[chosen]).squeeze(-1), train_y[chosen])
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
    right = ((model(x[held]).squeeze(-1) > 0) == (y[held] > 0.5)).float().mean()
    print(f"{role}: {len(x)} pairs, {float(y.mean()):.3f} linked, {100 * float(right):.2f} % right on a held-out tenth")
    return {"w1": first.weight.T.detach().numpy(), "b1": first.bias.detach().numpy(),
            "w2": second.weight.T[:, 0].detach().numpy(), "b2": second.bias.detach().numpy()}


if __name__ == "__main__":
    main()
