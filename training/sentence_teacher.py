"""The sentence model that vectors are learnt from: all-MiniLM-L6-v2 as it was published, in floats."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import nn

from training.base_models import find_base, load_base

WIDTH = 384
BATCH = 32
MOST_PIECES = 254  # of a text; the two special ones come on top


class SentenceTeacher:
    """Texts in, their vectors out: the mean over all pieces of the last layer, of length 1."""

    def __init__(self) -> None:
        tagger = load_base("minilm")
        tagger.head = nn.Identity()  # type: ignore[assignment]
        for table in (tagger.cases, tagger.states, tagger.breaks):
            nn.init.zeros_(table.weight)
        self._encoder = tagger.eval()
        self._tokenizer = Tokenizer.from_file(str(find_base("minilm") / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MOST_PIECES + 2)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float16]:
        """The vectors of texts, (texts, 384). Texts of like length go together, whatever their order."""
        pieces = [one.ids for one in self._tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(texts)), key=lambda number: len(pieces[number]))
        vectors = np.zeros((len(texts), WIDTH), np.float16)
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            vectors[chosen] = self._embed_batch([pieces[number] for number in chosen])
        return vectors

    @torch.inference_mode()
    def _embed_batch(self, pieces: list[list[int]]) -> NDArray[np.float32]:
        lengths = torch.tensor([len(one) for one in pieces])
        ids = torch.zeros(len(pieces), int(lengths.max()), dtype=torch.long)
        for row, one in zip(ids, pieces, strict=True):
            row[: len(one)] = torch.tensor(one)
        blank = torch.zeros_like(ids)
        hidden = self._encoder(ids, blank, blank, blank, lengths)
        mask = (torch.arange(ids.shape[1]) < lengths[:, None]).unsqueeze(-1)
        pooled = (hidden * mask).sum(1) / lengths[:, None]
        vectors: NDArray[np.float32] = nn.functional.normalize(pooled, dim=-1).numpy()
        return vectors
