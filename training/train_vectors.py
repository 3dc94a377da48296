"""Train the head of vectors on the frozen encoder, to agree with a sentence model.

    python -m training.train_vectors --corpus FOLDER --out vectors.pt

Every 500 steps the held-out figures are printed and a checkpoint is left beside the result; the same command goes on
from it. 3,500 steps take some ten minutes on one core.
"""

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.vector_corpus import VectorCorpus, read_vector_corpus
from training.vector_head import VectorHead, compute_loss, find_basis, pool

SPANS = 64  # drawn for a step; as many again from anywhere, and as many from nearby, since these are alike more often
NEARBY = 25  # spans away: the same article or the next
MEASURED, FOR_BASIS = 20_000, 20_000
REPORT_STEPS = 500
PAIRS = 40_000  # of held-out spans


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of vector_corpus.py")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=3500)
    parser.add_argument("--rate", type=float, default=2e-3, help="the highest of the schedule")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="begin from this head")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    train(read_vector_corpus(options.corpus), options.steps, options.rate, options.seed, options.out, options.start)


def train(corpus: VectorCorpus, steps: int, rate: float, seed: int, out: Path, start: Path | None = None,
          ) -> None:
    """One run, or the rest of it; `out` is written at the end, with a report on what was held out."""
    head = VectorHead()
    optimizer = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.1)
    kept = np.flatnonzero(~corpus.held)
    measured = np.sort(np.random.default_rng(seed).choice(len(corpus.pieces), min(MEASURED, len(corpus.pieces)), False))
    head.measure(torch.from_numpy(corpus.pieces[measured].astype(np.float32)))
    if start is not None:
        head.load_state_dict(torch.load(start, weights_only=True))
    basis = find_basis(torch.from_numpy(corpus.targets[kept[:FOR_BASIS]].astype(np.float32)))
    checkpoint = out.with_suffix(".checkpoint")
    parts: dict[str, Any] = {"head": head, "optimizer": optimizer, "schedule": schedule}
    done = resume(checkpoint, parts, [steps, rate])
    started = time.time()
    for step in range(done + 1, steps + 1):
        chosen = draw_spans(corpus, kept, np.random.default_rng((seed, step)))
        loss = compute_loss(embed(head, corpus, chosen), read_targets(corpus, chosen), basis)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if step % REPORT_STEPS == 0 or step == steps:
            print(f"{step}/{steps} {float(loss.detach()):.3f} {compare(head, corpus)} "
                  f"{(time.time() - started) / 60:.1f} min", flush=True)
            save(checkpoint, {name: part.state_dict() for name, part in parts.items()} |
                 {"step": step, "plan": [steps, rate]})
    save(out, head.state_dict())
    checkpoint.unlink(missing_ok=True)


def resume(path: Path, parts: dict[str, Any], plan: list[float]) -> int:
    """Load a checkpoint of the same plan and give the number of steps done; 0 without one."""
    state = torch.load(path, weights_only=True) if path.exists() else None
    if state is None or state["plan"] != plan:
        return 0
    for name, part in parts.items():
        part.load_state_dict(state[name])
    return int(state["step"])


def save(path: Path, state: dict[str, Any]) -> None:
    """Write a file whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def draw_spans(corpus: VectorCorpus, kept: NDArray[np.int64], generator: np.random.Generator) -> NDArray[np.int64]:
    """The spans of a step, in order, none twice and none held out."""
    drawn = generator.choice(kept, SPANS)
    nearby = np.minimum(drawn + generator.integers(1, NEARBY, SPANS), len(corpus.held) - 1)
    chosen = np.unique(np.concatenate([drawn, nearby, generator.choice(kept, SPANS)]))
    free: NDArray[np.int64] = chosen[~corpus.held[chosen]]
    return free


def embed(head: VectorHead, corpus: VectorCorpus, chosen: NDArray[np.int64]) -> Tensor:
    """The head's vectors of some spans."""
    ranges = corpus.ranges[chosen]
    pieces = np.concatenate([corpus.pieces[first:last] for first, last in ranges]).astype(np.float32)
    return pool(head(torch.from_numpy(pieces)), torch.from_numpy(ranges[:, 1] - ranges[:, 0]))


def read_targets(corpus: VectorCorpus, chosen: NDArray[np.int64]) -> Tensor:
    """The teacher's vectors of some spans."""
    return torch.from_numpy(corpus.targets[chosen].astype(np.float32))


@torch.inference_mode()
def compare(head: VectorHead, corpus: VectorCorpus) -> str:
    """How the order of cosines of held-out pairs agrees with the teacher's."""
    held = np.flatnonzero(corpus.held)
    ours = torch.cat([embed(head, corpus, part) for part in np.array_split(held, max(1, len(held) // 400))])
    theirs = read_targets(corpus, held)
    left, right = np.random.default_rng(0).integers(0, len(held), (2, PAIRS))
    cosines = [(x[left] * x[right]).sum(1).numpy()[left != right] for x in (ours, theirs)]
    ranks = np.stack([np.argsort(np.argsort(x)) for x in cosines])
    correlation = np.asarray(np.corrcoef(ranks))[0, 1]
    return f"Spearman {correlation:.3f}, mean error {np.abs(cosines[0] - cosines[1]).mean():.3f}"


if __name__ == "__main__":
    main()
