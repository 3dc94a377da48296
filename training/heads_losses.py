"""What the heads are trained by: one loss for each, over whatever labels a window has."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from firsthand.extraction.coreference import describe_pairs, list_pairs, make_table
from firsthand.extraction.heads import LONGEST_MENTION
from firsthand.extraction.links import count_sentence_ends
from firsthand.extraction.mentions import make_phrase
from training.heads import Heads, PairScorer, make_vectors
from training.heads_corpus import MASKED, Document, HeadsWindow, Soft

# Tags inside contents count double: they are what the heads are worst at.
WEIGHTS = {"inner": 2.0, "deeper": 1.0, "names": 1.0, "mentions": 1.0, "coreference": 0.5}
LARGEST_SCORE = 25.0  # of a pair, so that its exponential stays a number
# A document's pairs of mentions: features, later, earlier, whether they corefer, heads' words, first words.
Pairs = tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]


def make_pairs(document: Document) -> Pairs:
    """The pairs of a document's gold mentions."""
    ends = count_sentence_ends(document.text, document.features)
    phrases = [make_phrase(document.text, document.features, first, last, kind)
               for first, last, kind, _ in document.mentions]
    table = make_table(phrases, document.features, ends)
    later, earlier = list_pairs(len(phrases))
    described = describe_pairs(table, later, earlier)
    clusters = np.array([cluster for *_, cluster in document.mentions], np.int64)
    return (torch.from_numpy(described), torch.from_numpy(later), torch.from_numpy(earlier),
            torch.from_numpy(clusters[later] == clusters[earlier]),
            torch.tensor([p.head for p in phrases]), torch.tensor([p.first for p in phrases]))


def run_trunk(heads: Heads, windows: list[HeadsWindow]) -> list[Tensor]:
    """The trunk's vectors of each window, (words, TRUNK)."""
    longest = max(len(w.names) for w in windows)
    vectors = torch.zeros(len(windows), longest, windows[0].vectors.shape[1])
    mask = torch.zeros(len(windows), 1, 1, longest)
    for row, window in enumerate(windows):
        vectors[row, : len(window.names)] = torch.from_numpy(np.array(window.vectors, np.float32))
        mask[row, ..., len(window.names) :] = -1e4
    x = heads(vectors, mask)
    return [x[row, : len(window.names)] for row, window in enumerate(windows)]


def compute_losses(heads: Heads, scorer: PairScorer, windows: list[HeadsWindow], document: Document, pairs: Pairs,
                   ) -> list[Tensor]:
    """The weighted losses in the order of WEIGHTS; mentions and coreference are learnt from the document."""
    every = windows + document.windows
    found = run_trunk(heads, every)
    own = found[len(windows) :]
    losses = {
        "inner": tag_loss(heads.inner, found, [w.inner for w in every]),
        "deeper": tag_loss(heads.deeper, found, [w.deeper for w in every]),
        "names": name_loss(heads, found, every),
        "mentions": torch.stack([
            span_loss(heads, x, document, words) for x, words in zip(own, list_ranges(document), strict=True)
        ]).mean(),
        "coreference": coreference_loss(heads, scorer, own, document, pairs),
    }
    return [weight * losses[name] for name, weight in WEIGHTS.items()]


def list_ranges(document: Document) -> list[tuple[int, int]]:
    """The words [first, last) of each window, by the article's count."""
    return [(first, first + len(w.names)) for first, w in zip(document.firsts, document.windows, strict=True)]


def tag_loss(head: nn.Linear, found: list[Tensor], labels: list[Soft | None]) -> Tensor:
    """Cross-entropy with soft labels over the words that have them."""
    losses, count = torch.zeros(()), 1.0
    for x, soft in zip(found, labels, strict=True):
        if soft is not None:
            targets = torch.from_numpy(np.array(soft, np.float32))
            losses = losses - (targets * functional.log_softmax(head(x), -1)).sum()
            count += float(targets.sum())
    return losses / count


def name_loss(heads: Heads, found: list[Tensor], windows: list[HeadsWindow]) -> Tensor:
    """Cross-entropy over the words whose names are known; 0 where none are."""
    names = torch.from_numpy(np.concatenate([w.names for w in windows]))
    known = names != MASKED
    scores = heads.names(torch.cat(found)[known])
    return functional.cross_entropy(scores, names[known], reduction="sum") / (known.sum() + 1)


def span_loss(heads: Heads, x: Tensor, document: Document, words: tuple[int, int]) -> Tensor:
    """Binary cross-entropy over all spans of a window, for each mention that is really there."""
    scores = heads.score_spans(x)
    targets = torch.zeros_like(scores)
    for first, last, kind, _ in document.mentions:
        if words[0] <= first and last <= words[1] and last - first <= LONGEST_MENTION:
            targets[first - words[0], last - first - 1, kind] = 1
    loss = functional.binary_cross_entropy_with_logits(scores, targets, reduction="sum")
    return loss / (targets.sum() + 5)


def gather_kept(heads: Heads, own: list[Tensor], document: Document) -> Tensor:
    """The vectors of the document's words, each from the window that keeps it."""
    parts = []
    for x, words, kept in zip(own, list_ranges(document), document.kept, strict=True):
        parts.append(heads.vectors(x[kept[0] - words[0] : kept[1] - words[0]]))
    return torch.cat(parts)


def score_document(heads: Heads, scorer: PairScorer, own: list[Tensor], document: Document, pairs: Pairs) -> Tensor:
    """The scores of a document's pairs."""
    described, later, earlier, _, head, first = pairs
    scores: Tensor = scorer(described, make_vectors(gather_kept(heads, own, document), head, first), later, earlier)
    return scores


def coreference_loss(heads: Heads, scorer: PairScorer, own: list[Tensor], document: Document, pairs: Pairs) -> Tensor:
    """Minus the log-likelihood of any right antecedent, or of none where there is none."""
    _, later, _, linked, head, _ = pairs
    if not len(later):
        return torch.zeros(())
    return rank_loss(score_document(heads, scorer, own, document, pairs), later, linked, len(head))


def rank_loss(scores: Tensor, later: Tensor, linked: Tensor, count: int) -> Tensor:
    """Each mention chooses among its antecedents and nobody (score 0)."""
    exp = scores.clamp(-LARGEST_SCORE, LARGEST_SCORE).exp()
    total = torch.ones(count).index_add(0, later, exp)
    right = torch.zeros(count).index_add(0, later, exp * linked)
    has_none = torch.zeros(count).index_add(0, later, linked.float()) == 0
    right = torch.where(has_none, torch.ones(()), right)
    return -(right.clamp(min=1e-9) / total).log().mean()
