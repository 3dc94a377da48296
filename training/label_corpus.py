"""A teacher's soft labels for articles: {id: (words, labels) float16}, one .npz.

python -m training.label_corpus --run teacher --labelled polnear_train.jsonl.gz --unlabelled a.jsonl.gz --out soft.npz
"""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from firsthand.extraction.features import Encoder, make_encoder, make_features
from firsthand.extraction.windows import plan_windows
from training.base_models import find_base, load_base, map_pieces
from training.corpora import LABELS, Example, read_examples, read_unlabelled
from training.networks import Tagger, count_layers
from training.windows import Window, make_batch

Job = tuple[str, int, int, Window]  # article id, first and last word whose labels are kept, the window


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", choices=("minilm", "mpnet"), default="mpnet")
    parser.add_argument("--run", required=True)
    parser.add_argument("--labelled", type=Path, nargs="*", default=[])
    parser.add_argument("--unlabelled", type=Path, nargs="*", default=[])
    parser.add_argument("--most-words", type=int, default=600)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(2)
    state = torch.load(Path("build/training") / options.run / "checkpoint.pt", weights_only=True)["model"]
    model = load_base(options.base, count_layers(state))
    model.load_state_dict(state)
    examples = [e for path in options.labelled for e in read_examples(path)]
    examples += read_unlabelled(options.unlabelled, options.most_words)
    np.savez(options.out, **label(model, examples))  # type: ignore[arg-type]


def label(model: Tagger, examples: list[Example]) -> dict[str, NDArray[np.float16]]:
    """Soft labels of every article, from the best-centred window of each word."""
    encode = make_encoder(Tokenizer.from_file(str(find_base("minilm") / "tokenizer.json")))
    table = map_pieces() if model.kind == "mpnet" else None
    model.eval()
    soft: dict[str, NDArray[np.float16]] = {}
    jobs: list[Job] = []
    for example in examples:
        found = cut_jobs(example, encode)
        jobs += found
        soft[example.id] = np.zeros((found[-1][2] if found else 0, len(LABELS)), np.float16)
    jobs.sort(key=lambda job: len(job[3].ids))
    started = time.time()
    with torch.inference_mode():
        for at in range(0, len(jobs), 16):
            part = jobs[at : at + 16]
            batch = make_batch([job[3] for job in part], model.kind, table)
            scores = model(batch.ids, batch.cases, batch.states, batch.breaks, batch.lengths)
            chosen = scores[batch.rows, batch.columns].softmax(-1).numpy().astype(np.float16)
            row = 0
            for name, first, last, window in part:
                skip = int(window.targets[0, 0])
                soft[name][first:last] = chosen[row + skip : row + skip + last - first]
                row += len(window.firsts)
            if at // 16 % 50 == 0:
                print(f"{at}/{len(jobs)} windows, {(time.time() - started) / 60:.1f} min", flush=True)
    return soft


def cut_jobs(example: Example, encode: Encoder) -> list[Job]:
    """The windows of an article as the tagger itself cuts them; `targets` carries the number of words to skip."""
    features = make_features(example.text, encode)
    jobs = []
    for plan in plan_windows(features.first_piece, len(features.pieces)):
        start, end = plan.pieces
        first, last = plan.words
        targets = np.full((last - first, len(LABELS)), plan.kept[0] - first, np.float32)
        window = Window(features.pieces[start:end], features.cases[start:end], features.states[start:end],
                        features.breaks[start:end], [f - start for f in features.first_piece[first:last]], targets)
        jobs.append((example.id, plan.kept[0], plan.kept[1], window))
    return jobs


if __name__ == "__main__":
    main()
