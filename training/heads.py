"""The heads in PyTorch: a narrow trunk over the frozen encoder's vectors, and what is read off it."""

import torch
from torch import Tensor, nn

from firsthand.extraction.coreference import N_PAIR_FEATURES
from firsthand.extraction.heads import LONGEST_MENTION, MENTION_KINDS, NAME_LABELS, SPAN_WIDTH, VECTOR_WIDTH
from firsthand.extraction.tagger import LABELS
from training.heads_corpus import WIDTH
from training.networks import Layer

TRUNK, TRUNK_HEADS, TRUNK_INNER, TRUNK_LAYERS = 192, 6, 512, 2
KINDS = len(MENTION_KINDS)


class NarrowLayer(Layer):
    """A transformer layer of the trunk."""

    def __init__(self) -> None:
        super().__init__(TRUNK, TRUNK_HEADS, TRUNK_INNER, 1e-5)


class Heads(nn.Module):
    """Vectors of words in, and for each word what extraction/heads.py lists."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.input = nn.Linear(WIDTH, TRUNK)
        self.norm = nn.LayerNorm(TRUNK, eps=1e-5)
        self.layers = nn.ModuleList(NarrowLayer() for _ in range(TRUNK_LAYERS))
        self.inner = nn.Linear(TRUNK, len(LABELS))
        self.deeper = nn.Linear(TRUNK, len(LABELS))
        self.names = nn.Linear(TRUNK, len(NAME_LABELS))
        self.starts = nn.Linear(TRUNK, KINDS * (SPAN_WIDTH + 1))
        self.stops = nn.Linear(TRUNK, KINDS * (SPAN_WIDTH + 1))
        self.vectors = nn.Linear(TRUNK, VECTOR_WIDTH)
        self.lengths = nn.Parameter(torch.zeros(LONGEST_MENTION, KINDS))

    def forward(self, vectors: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, words, WIDTH) and an additive mask; gives the trunk's vectors (batch, words, TRUNK)."""
        x = self.norm(self.input(self.dropout(vectors)))
        for layer in self.layers:
            x = self.dropout(layer(x, mask))
        trunk: Tensor = x
        return trunk

    def score_spans(self, x: Tensor) -> Tensor:
        """(words, TRUNK) of one text to scores of spans (words, LONGEST_MENTION, kinds): [i, n] is words i to i + n."""
        n = len(x)
        starts = self.starts(x).view(n, KINDS, SPAN_WIDTH + 1)
        stops = self.stops(x).view(n, KINDS, SPAN_WIDTH + 1)
        padded = torch.cat([stops, stops.new_zeros(LONGEST_MENTION, KINDS, SPAN_WIDTH + 1)])
        table = padded.unfold(0, LONGEST_MENTION, 1)[:n]  # (n, kinds, width, length)
        product = torch.einsum("nkd,nkdl->nlk", starts[..., :-1], table[:, :, :-1])
        scores: Tensor = product + starts[..., -1][:, None] + table[:, :, -1].transpose(1, 2) + self.lengths
        return scores


class PairScorer(nn.Module):
    """Whether a later mention refers to what an earlier one does; see extraction/coreference.py."""

    def __init__(self, hidden: int = 96) -> None:
        super().__init__()
        self.later = nn.Linear(VECTOR_WIDTH, hidden, bias=False)
        self.earlier = nn.Linear(VECTOR_WIDTH, hidden, bias=False)
        self.product = nn.Linear(VECTOR_WIDTH, hidden, bias=False)
        self.described = nn.Linear(N_PAIR_FEATURES, hidden)
        self.out = nn.Linear(hidden, 1)
        self.dropout = nn.Dropout(0.2)

    def forward(self, described: Tensor, vectors: Tensor, later: Tensor, earlier: Tensor) -> Tensor:
        """(pairs,) scores."""
        hidden = self.described(described) + self.later(vectors)[later] + self.earlier(vectors)[earlier]
        hidden = hidden + self.product(vectors[later] * vectors[earlier])
        scores: Tensor = self.out(self.dropout(torch.relu(hidden))).squeeze(-1)
        return scores


def make_vectors(x: Tensor, heads: Tensor, firsts: Tensor) -> Tensor:
    """The vectors of mentions: of the head's word and the first word, summed; `x` holds vectors of words."""
    return x[heads] + x[firsts]
