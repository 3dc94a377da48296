"""Train the heads on the frozen encoder.

    python -m training.train_heads --corpus FOLDER --out heads.pt

A step takes one document with coreference and some windows of every group. Every 400 steps the held-out figures are
printed and a checkpoint is left beside the result; the same command goes on from it. 4,000 steps take some 40 minutes
on two cores.
"""

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from firsthand.extraction.features import make_encoder
from training.base_models import find_base
from training.heads import Heads, PairScorer
from training.heads_corpus import Corpus, Document, HeadsWindow, read_corpus
from training.heads_losses import compute_losses, make_pairs
from training.heads_report import report

BATCH = {"attributed": 5, "wrapped": 4, "named": 14}  # windows of each group in a step
HELD_DOCUMENTS = 10
HELD_WINDOWS = 25  # every one of so many
REPORT_STEPS, CHECKPOINT_STEPS = 100, 400


class Run:
    """The networks with their optimizer and schedule."""

    def __init__(self, steps: int, rate: float, start: Path | None) -> None:
        self.heads, self.scorer = Heads(), PairScorer()
        self._plan = [steps, rate]
        self._parameters = [*self.heads.parameters(), *self.scorer.parameters()]
        self._optimizer = torch.optim.AdamW(self._parameters, lr=rate, weight_decay=0.01)
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(self._optimizer, rate, total_steps=steps, pct_start=0.08)
        if start is not None:
            self._load_networks(torch.load(start, weights_only=True))

    def advance(self, losses: list[Tensor]) -> None:
        """One step."""
        self._optimizer.zero_grad()
        torch.stack(losses).sum().backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._parameters, 1.0)
        self._optimizer.step()
        self._schedule.step()

    def save(self, path: Path, step: int | None = None) -> None:
        """Write the weights; with a step, all that is needed to go on from there. A kill leaves what was there."""
        state: dict[str, object] = {"heads": self.heads.state_dict(), "scorer": self.scorer.state_dict()}
        if step is not None:
            state |= {"optimizer": self._optimizer.state_dict(), "schedule": self._schedule.state_dict(), "step": step,
                      "plan": self._plan}
        part = path.with_suffix(".part")
        torch.save(state, part)
        part.replace(path)

    def resume(self, path: Path) -> int:
        """Load a checkpoint of the same steps and rate, and give the number of steps done; 0 without one."""
        state = torch.load(path, weights_only=True) if path.exists() else None
        if state is None or state["plan"] != self._plan:
            return 0
        self._load_networks(state)
        self._optimizer.load_state_dict(state["optimizer"])
        self._schedule.load_state_dict(state["schedule"])
        return int(state["step"])

    def _load_networks(self, state: dict[str, dict[str, Tensor]]) -> None:
        self.heads.load_state_dict(state["heads"])
        self.scorer.load_state_dict(state["scorer"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of encode_corpus.py")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--rate", type=float, default=1e-3, help="the highest of the schedule")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="begin from these heads")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(find_base("minilm") / "tokenizer.json"))
    corpus = read_corpus(options.corpus, make_encoder(tokenizer))
    train(corpus, options.steps, options.rate, random.Random(options.seed), options.out, options.start)


def train(corpus: Corpus, steps: int, rate: float, generator: random.Random, out: Path, start: Path | None = None,
          ) -> None:
    """One run, or the rest of it; `out` is written at the end, with a report on what was held out."""
    run = Run(steps, rate, start)
    checkpoint = out.with_suffix(".checkpoint")
    done = run.resume(checkpoint)
    kept, held = hold_out(corpus, generator)
    pairs = {document.id: make_pairs(document) for document in corpus.documents}
    started, running = time.time(), []
    for step, (windows, document) in enumerate(draw_batches(kept, steps, generator), 1):
        if step <= done:
            continue
        losses = compute_losses(run.heads, run.scorer, windows, document, pairs[document.id])
        run.advance(losses)
        running.append([float(loss.detach()) for loss in losses])
        if step % REPORT_STEPS == 0:
            print(f"{step}/{steps} {np.mean(running, 0).round(3)} {(time.time() - started) / 60:.1f} min", flush=True)
            running.clear()
        if step % CHECKPOINT_STEPS == 0 and step < steps:
            report(run.heads, run.scorer, held, pairs)
            run.save(checkpoint, step)
    report(run.heads, run.scorer, held, pairs)
    run.save(out)
    checkpoint.unlink(missing_ok=True)


def hold_out(corpus: Corpus, generator: random.Random) -> tuple[Corpus, Corpus]:
    """What is trained on, and what is looked at: some whole documents and every 25th window.

    A held window's neighbours are trained on, so the figures of windows flatter; they show the way, nothing more.
    """
    documents = corpus.documents[:]
    generator.shuffle(documents)
    kept, held = Corpus(documents[HELD_DOCUMENTS:]), Corpus(documents[:HELD_DOCUMENTS])
    for group, windows in corpus.windows.items():
        held.windows[group] = windows[::HELD_WINDOWS]
        kept.windows[group] = [window for number, window in enumerate(windows) if number % HELD_WINDOWS]
    return kept, held


def draw_batches(corpus: Corpus, steps: int, generator: random.Random) -> Iterator[tuple[list[HeadsWindow], Document]]:
    """The windows and the document of every step; documents come in turn, each time in another order."""
    documents = corpus.documents[:]
    for step in range(steps):
        place = step % len(documents)
        if place == 0:
            generator.shuffle(documents)
        windows = [w for group, size in BATCH.items() for w in generator.choices(corpus.windows[group], k=size)]
        yield windows, documents[place]


if __name__ == "__main__":
    main()
