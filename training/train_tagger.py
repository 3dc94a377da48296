"""Train a tagger: the teacher (MPNet), or the student (MiniLM), with or without a teacher's soft labels.

    python -m training.train_tagger --base minilm --run NAME --train polnear_train.jsonl.gz [--soft FILE.npz]

Checkpoints lie in build/training/NAME; the same command continues from the last one. One CPU thread per core.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from firsthand.extraction.features import Encoder, make_encoder
from training.base_models import find_base, load_base, map_pieces
from training.corpora import Example, read_examples, read_unlabelled
from training.networks import Tagger
from training.windows import Batch, Window, cut_windows, make_batch, make_batches

CHECKPOINT_SECONDS = 300


@dataclass(frozen=True)
class Plan:
    """What one run does."""

    base: str
    rate: float
    head_rate: float
    epochs: float
    batch: int
    seed: int
    gold_share: float
    layers: int


def main() -> None:
    """The command line."""
    options = parse()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    plan = Plan(options.base, options.rate, options.head_rate, options.epochs, options.batch, options.seed,
                options.gold_share, options.layers)
    folder = Path("build/training") / options.run
    folder.mkdir(parents=True, exist_ok=True)
    examples = read_examples(options.train)
    soft = read_soft(options.soft)
    if soft:
        unlabelled = read_unlabelled(options.unlabelled, options.most_words, options.most_articles)
        examples += [e for e in unlabelled if e.id in soft]
    model = load_base(options.base, options.layers)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True)["model"])
    train(model, examples, soft, plan, folder)


def parse() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", choices=("minilm", "mpnet"), required=True)
    parser.add_argument("--run", required=True)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--soft", type=Path, nargs="*", default=[])
    parser.add_argument("--unlabelled", type=Path, nargs="*", default=[])
    parser.add_argument("--most-words", type=int, default=250)
    parser.add_argument("--most-articles", type=int, default=750, help="of each unlabelled file")
    parser.add_argument("--start", type=Path, help="begin from the weights of this checkpoint")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--gold-share", type=float, default=0.5)
    parser.add_argument("--layers", type=int, default=12, help="use only so many of the base's layers")
    return parser.parse_args()


def read_soft(paths: list[Path]) -> dict[str, NDArray[np.float16]]:
    """Soft labels by article id."""
    soft: dict[str, NDArray[np.float16]] = {}
    for path in paths:
        with np.load(path) as stored:
            soft |= {name: stored[name] for name in stored.files}
    return soft


def epochs_of(examples: list[Example], encode: Encoder, soft: dict[str, NDArray[np.float16]], plan: Plan,
              ) -> Iterator[list[Window]]:
    """Batches of windows for ever, each epoch cut and augmented anew."""
    epoch = 0
    while True:
        generator = random.Random(plan.seed * 1000 + epoch)
        windows = []
        for example in examples:
            windows += cut_windows(example, encode, soft.get(example.id), generator, plan.gold_share, True)
        yield from make_batches(windows, plan.batch, generator)
        epoch += 1


def count_steps(examples: list[Example], encode: Encoder, plan: Plan) -> int:
    """Batches of the whole run."""
    generator = random.Random(0)
    windows = sum(len(cut_windows(e, encode, None, generator, 1.0, False)) for e in examples[::20]) * 20
    return int(windows / plan.batch * plan.epochs)


def train(model: Tagger, examples: list[Example], soft: dict[str, NDArray[np.float16]], plan: Plan,
          folder: Path) -> None:
    """Run the plan, or go on with it."""
    encode = make_encoder(Tokenizer.from_file(str(find_base("minilm") / "tokenizer.json")))
    table = map_pieces() if model.kind == "mpnet" else None
    model.words.requires_grad_(False)  # word vectors never change: a third of the weights, and nothing lost
    optimizer = make_optimizer(model, plan)
    steps = count_steps(examples, encode, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(s / (0.06 * steps), (steps - s) / steps, 1))
    done = resume(folder, model, optimizer, schedule)
    print(json.dumps({"steps": steps, "done": done, "articles": len(examples), **plan.__dict__}), flush=True)
    started = saved = time.time()
    running = 0.0
    pieces = 0
    model.train()
    for number, windows in enumerate(epochs_of(examples, encode, soft, plan)):
        if number < done:
            continue
        if number >= steps:
            break
        batch = make_batch(windows, model.kind, table)
        loss = find_loss(model, batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        running += loss.item()
        pieces += int(batch.lengths.sum())
        if number % 50 == 49:
            rate = pieces / (time.time() - started)
            print(f"{number + 1}/{steps} loss {running / 50:.4f} {rate:.0f} pieces/s "
                  f"{(time.time() - started) / 60:.1f} min", flush=True)
            running = 0.0
        if time.time() - saved > CHECKPOINT_SECONDS:
            save(folder, model, optimizer, schedule, number + 1)
            saved = time.time()
    save(folder, model, optimizer, schedule, steps)


def make_optimizer(model: Tagger, plan: Plan) -> torch.optim.Optimizer:
    """AdamW, with the head's own rate and no decay of biases and norms."""
    head = {id(p) for p in model.head.parameters()}
    body = [p for p in model.parameters() if p.requires_grad and id(p) not in head]
    return torch.optim.AdamW(
        [
            {"params": [p for p in body if p.ndim > 1], "lr": plan.rate, "weight_decay": 0.01},
            {"params": [p for p in body if p.ndim == 1], "lr": plan.rate, "weight_decay": 0.0},
            {"params": list(model.head.parameters()), "lr": plan.head_rate, "weight_decay": 0.0},
        ],
        fused=True,
    )


def find_loss(model: Tagger, batch: Batch) -> Tensor:
    """Cross-entropy against the target distributions, over the first pieces of words."""
    scores = model(batch.ids, batch.cases, batch.states, batch.breaks, batch.lengths)
    chosen = scores[batch.rows, batch.columns]
    return -(batch.targets * functional.log_softmax(chosen, -1)).sum(-1).mean()


def save(folder: Path, model: Tagger, optimizer: torch.optim.Optimizer,
         schedule: torch.optim.lr_scheduler.LambdaLR, step: int) -> None:
    """Write the checkpoint; a kill in between leaves the one before."""
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
             "step": step}
    torch.save(state, folder / "checkpoint.part")
    (folder / "checkpoint.part").replace(folder / "checkpoint.pt")


def resume(folder: Path, model: Tagger, optimizer: torch.optim.Optimizer,
           schedule: torch.optim.lr_scheduler.LambdaLR) -> int:
    """Load the checkpoint if there is one, and give the number of steps done."""
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])


if __name__ == "__main__":
    main()
