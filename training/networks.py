"""The encoders in plain PyTorch: BERT (the student, MiniLM) and MPNet (the teacher), each with the tagging head.

Written out rather than taken from a library because the export (export.py) needs every weight by its place, and
because attention without dropout runs fused on a CPU.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from firsthand.extraction.features import N_BREAKS, N_CASES, N_QUOTATION_STATES
from firsthand.extraction.tagger import LABELS


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=epsilon)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x: (batch, length, width); mask: additive, broadcast to (batch, heads, length, length)."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(batch, length, width)))
        out: Tensor = self.norm2(x + self.down(functional.gelu(self.up(x))))
        return out


class Tagger(nn.Module):
    """Encoder and head: piece ids with their features in, label scores out."""

    def __init__(self, kind: str, vocabulary: int, width: int, layers: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.kind = kind
        self.heads = heads
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(514 if kind == "mpnet" else 512, width)
        self.cases = nn.Embedding(N_CASES, width)
        self.states = nn.Embedding(N_QUOTATION_STATES, width)
        self.breaks = nn.Embedding(N_BREAKS, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.layers = nn.ModuleList(Layer(width, heads, 4 * width, epsilon) for _ in range(layers))
        self.bias = nn.Embedding(32, heads) if kind == "mpnet" else None
        self.head = nn.Linear(width, len(LABELS))
        for table in (self.cases, self.states, self.breaks):
            nn.init.normal_(table.weight, std=0.002)

    def forward(self, ids: Tensor, cases: Tensor, states: Tensor, breaks: Tensor, lengths: Tensor) -> Tensor:
        """Ids and features: (batch, length); lengths: (batch,). Gives (batch, length, labels)."""
        length = ids.shape[1]
        offset = 2 if self.kind == "mpnet" else 0
        x = self.words(ids) + self.positions(torch.arange(offset, offset + length))
        x = self.norm(x + self.cases(cases) + self.states(states) + self.breaks(breaks))
        mask = None
        if int(lengths.min()) < length:
            mask = torch.zeros(len(ids), 1, 1, length)
            mask.masked_fill_(torch.arange(length)[None, None, None] >= lengths[:, None, None, None], -1e4)
        if self.bias is not None:
            shared = self.bias(relative_buckets(length)).permute(2, 0, 1)[None]
            mask = shared if mask is None else shared + mask
            mask = mask.expand(len(ids), -1, -1, -1)
        for layer in self.layers:
            x = layer(x, mask)
        scores: Tensor = self.head(x)
        return scores


def relative_buckets(length: int) -> Tensor:
    """MPNet's buckets of relative positions: (length, length), values below 32."""
    distance = torch.arange(length)[None, :] - torch.arange(length)[:, None]
    n = -distance
    bucket = (n < 0).long() * 16
    n = n.abs()
    far = 8 + (torch.log(n.float().clamp(min=1) / 8) / math.log(128 / 8) * 8).long()
    return bucket + torch.where(n < 8, n, far.clamp(max=15))


def load_minilm(folder: Path) -> Tagger:
    """all-MiniLM-L6-v2 with a new head. The token type that is always 0 is folded into the positions."""
    weights = load_file(folder / "model.safetensors")
    tagger = Tagger("bert", 30522, 384, 6, 12, 1e-12)
    weights["embeddings.position_embeddings.weight"] += weights["embeddings.token_type_embeddings.weight"][0]
    parts = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
             "attention.output.LayerNorm")
    return _fill(tagger, weights, parts)


def load_mpnet(folder: Path) -> Tagger:
    """all-mpnet-base-v2 with a new head."""
    weights = load_file(folder / "model.safetensors")
    tagger = Tagger("mpnet", 30527, 768, 12, 12, 1e-5)
    parts = ("attention.attn.q", "attention.attn.k", "attention.attn.v", "attention.attn.o", "attention.LayerNorm")
    assert tagger.bias is not None
    tagger.bias.weight.data.copy_(weights["encoder.relative_attention_bias.weight"])
    return _fill(tagger, weights, parts)


def _fill(tagger: Tagger, weights: dict[str, Tensor], parts: tuple[str, str, str, str, str]) -> Tagger:
    tagger.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
    tagger.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
    _copy(tagger.norm, weights, "embeddings.LayerNorm")
    query, key, value, out, norm = parts
    for number, layer in enumerate(tagger.layers):
        assert isinstance(layer, Layer)
        at = f"encoder.layer.{number}."
        for name in ("weight", "bias"):
            joined = torch.cat([weights[f"{at}{part}.{name}"] for part in (query, key, value)])
            getattr(layer.qkv, name).data.copy_(joined)
        _copy(layer.out, weights, at + out)
        _copy(layer.norm1, weights, at + norm)
        _copy(layer.up, weights, at + "intermediate.dense")
        _copy(layer.down, weights, at + "output.dense")
        _copy(layer.norm2, weights, at + "output.LayerNorm")
    return tagger


def _copy(module: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[f"{name}.weight"])
    module.bias.data.copy_(weights[f"{name}.bias"])
