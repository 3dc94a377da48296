"""The head of vectors in PyTorch, how its rows become the vectors of spans, and its loss."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from firsthand.extraction.vectors import COLUMNS, GROUPS, MEANING_WIDTH, STEEPEST
from training.vector_corpus import VECTOR_LAYERS, WIDTH

HIDDEN = 40  # as many as 300 kB in the model allow for
# Squared errors of cosines are small numbers beside those of the places; the neighbours' divergences are large ones.
COSINES, NEIGHBOURS = 10.0, 0.1
SHARPNESS = 0.07  # how near a neighbour has to be to count as one


class VectorHead(nn.Module):
    """The encoder's vectors of pieces in, (pieces, WIDTH); what extraction/vectors.py pools out, (pieces, COLUMNS).

    A linear layer, and a narrow one with an activation beside it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.mean = nn.Buffer(torch.zeros(WIDTH))
        self.deviation = nn.Buffer(torch.ones(WIDTH))
        self.input = nn.Linear(WIDTH, COLUMNS + HIDDEN)
        self.out = nn.Linear(HIDDEN, COLUMNS)
        nn.init.normal_(self.input.weight, std=0.5 / WIDTH**0.5)
        nn.init.zeros_(self.input.bias)

    def measure(self, pieces: Tensor) -> None:
        """Take the scale of every input from some pieces: a few of them are many times larger than the rest."""
        self.mean.copy_(pieces.mean(0))
        self.deviation.copy_(pieces.std(0).clamp(min=1e-3))

    def forward(self, pieces: Tensor) -> Tensor:
        """(pieces, COLUMNS)."""
        weight, bias = self.fold()
        plain, bent = (pieces @ weight + bias).split([COLUMNS, HIDDEN], -1)
        rows: Tensor = plain + self.out(functional.gelu(bent))
        return rows

    def fold(self) -> tuple[Tensor, Tensor]:
        """Weights (WIDTH, COLUMNS + HIDDEN) and bias of the first layer, for inputs as they are.

        The weights are as int8 will round them; gradients pass through as if they were not. Rounded only after the
        training, they found 5 in 100 claims less.
        """
        exact = (self.input.weight / self.deviation).T
        weight = exact + (round_weights(exact) - exact).detach()
        return weight, self.input.bias - self.mean @ weight


def round_weights(weight: Tensor) -> Tensor:
    """Weights as the export's int8 holds them: a scale for each layer of the encoder and each column."""
    parts = weight.view(len(VECTOR_LAYERS), -1, weight.shape[1])
    scale = parts.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
    return (torch.round(parts / scale) * scale).view_as(weight)


def pool(rows: Tensor, lengths: Tensor) -> Tensor:
    """The vectors of spans, (spans, MEANING_WIDTH), of length 1; `rows` are the pieces of one span after another."""
    owners = torch.repeat_interleave(torch.arange(len(lengths)), lengths)
    weights = torch.exp(rows[:, MEANING_WIDTH:, None].clamp(-STEEPEST, STEEPEST))
    weighted = (rows[:, :MEANING_WIDTH].view(len(rows), GROUPS, -1) * weights).view(len(rows), MEANING_WIDTH)
    pooled = torch.zeros(len(lengths), MEANING_WIDTH).index_add_(0, owners, weighted)
    return functional.normalize(pooled, dim=-1)


def compute_loss(vectors: Tensor, teacher: Tensor, basis: Tensor) -> Tensor:
    """How far a batch is from the teacher: in its cosines, its places on the teacher's axes, and its neighbours.

    vectors: (spans, MEANING_WIDTH), teacher: (spans, 384), both of length 1; basis: (384, MEANING_WIDTH).
    """
    others = ~torch.eye(len(vectors), dtype=torch.bool)
    ours, theirs = ((x @ x.T)[others].view(len(x), -1) for x in (vectors, teacher))
    places = 1 - (vectors * functional.normalize(teacher @ basis, dim=-1)).sum(1).mean()
    neighbours = functional.kl_div(torch.log_softmax(ours / SHARPNESS, 1), torch.softmax(theirs / SHARPNESS, 1),
                                   reduction="batchmean")
    return COSINES * torch.square(ours - theirs).mean() + places + NEIGHBOURS * neighbours


def find_basis(teacher: Tensor) -> Tensor:
    """The axes along which most of the teacher's vectors lies, (384, MEANING_WIDTH); cosines stay nearly the same."""
    return torch.linalg.svd(teacher, full_matrices=False)[2][:MEANING_WIDTH].T.contiguous()
