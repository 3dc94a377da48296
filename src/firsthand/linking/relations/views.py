"""A claim as relations look at it: its words, its figures, who says it, when, and whether it says no."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log, sqrt

from firsthand.linking.contradiction.figures import NAMES, Figure, find_counted, find_figures
from firsthand.linking.contradiction.polarity import is_opposite
from firsthand.linking.contradiction.sides import LONGEST, Side, read_side
from firsthand.linking.entries import Entry, Material
from firsthand.linking.relations.utterances import Utterance, says_no
from firsthand.linking.vectors import Floats, normalise
from firsthand.records import Claim, Spans, Statement, Status, evidence
from firsthand.text.sentences import split_sentences
from firsthand.text.spans import overlap

MOST_STATEMENTS = 40  # of a claim that are read; they come in canonical order, and the rest repeats them
MOST_WORDINGS = 12  # different wordings of a claim that are held against another's
SENTENCES_BEFORE = 3  # in which a figure that stands alone is looked for with its unit


@dataclass(frozen=True)
class ClaimView:
    """A claim, read. stems: weight times the share of the statements that have it. first and last are days."""

    claim: Claim
    utterances: tuple[Utterance, ...]
    stems: Mapping[str, float]
    norm: float
    figures: tuple[Figure, ...]
    speakers: frozenset[str]
    is_denial: bool
    first: str
    last: str

    @property
    def key(self) -> tuple[str, ...]:
        """What ties are broken by: it does not depend on how claims were numbered."""
        return self.claim.statements

    @cached_property
    def wordings(self) -> tuple[Utterance, ...]:
        """Utterances of different words, the first of each."""
        return tuple({frozenset(one.side.stems): one for one in reversed(self.utterances)}.values())[-MOST_WORDINGS:]

    @cached_property
    def shortest(self) -> int:
        """How many telling words its shortest wording has."""
        return min(len(one.side.stems) for one in self.utterances)

    @cached_property
    def hedged(self) -> float:
        """The share of its statements that are put carefully."""
        return sum(one.statement.status is Status.HEDGED for one in self.utterances) / len(self.utterances)


def read_claims(claims: Iterable[Claim], material: Material) -> list[ClaimView]:
    """The claims as relations look at them, in an order that does not depend on how they are numbered."""
    return view_claims(sorted(claims, key=lambda claim: claim.statements), material)


def view_claims(claims: Iterable[Claim], material: Material) -> list[ClaimView]:
    """The claims as relations look at them, in their order; those without statements in the material are left out.

    Words that most claims of the story have tell little of which ones belong together: they weigh less.
    """
    places = {
        statement.id: place for entry in material.entries for place, statement in enumerate(sort_statements(entry))
    }
    rows = {
        statement.id: len(entry.sentences) + number
        for entry in material.entries
        for number, statement in enumerate(entry.record.statements)
    }
    read = [(claim, _read_utterances(claim, material, places, rows)) for claim in claims]
    rarity = measure_rarity([utterances for _, utterances in read])
    return [_make_view(claim, _weigh(utterances, rarity), rarity) for claim, utterances in read if utterances]


def _weigh(utterances: Iterable[Utterance], rarity: Mapping[str, float]) -> tuple[Utterance, ...]:
    return tuple(
        replace(one, weights={stem: weight * rarity[stem] for stem, weight in one.side.stems.items()})
        for one in utterances
    )


def measure_rarity(claims: Sequence[Sequence[Utterance]]) -> dict[str, float]:
    """For each stem from 1 (in one claim) down to 0 (in all claims of the story)."""
    counts = Counter(stem for one in claims for stem in {stem for u in one for stem in u.side.stems})
    scale = log(len(claims) + 1)
    return {stem: 1 - log(count) / scale for stem, count in counts.items()}


def compare_stems(first: ClaimView, second: ClaimView) -> float:
    """How much two claims speak of the same: the cosine of their stems, from 0 to 1."""
    if not first.norm or not second.norm:
        return 0.0
    small, large = sorted((first.stems, second.stems), key=len)
    product = sum(weight * large[stem] for stem, weight in small.items() if stem in large)
    return product / (first.norm * second.norm)


def sort_statements(entry: Entry) -> list[Statement]:
    """The statements of an article in reading order."""
    return sorted(entry.record.statements, key=lambda one: ((one.content + one.cue + one.source)[:1], one.id))


def _make_view(claim: Claim, utterances: tuple[Utterance, ...], rarity: Mapping[str, float]) -> ClaimView:
    stems = _join_stems(utterances, rarity)
    days = sorted(utterance.day for utterance in utterances if utterance.day)
    return ClaimView(
        claim=claim,
        utterances=utterances,
        stems=stems,
        norm=sqrt(sum(weight * weight for weight in stems.values())),
        figures=_join_figures(utterances),
        speakers=_find_speakers(claim, utterances),
        is_denial=2 * sum(utterance.denies for utterance in utterances) > len(utterances),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )


def _read_utterances(
    claim: Claim, material: Material, places: Mapping[str, int], rows: Mapping[str, int]
) -> tuple[Utterance, ...]:
    gist = read_side(claim.gist)
    known = [id for id in claim.statements if id in material.statements][:MOST_STATEMENTS]
    return tuple(_read_utterance(material, id, places[id], rows[id], gist) for id in known)


def _read_utterance(material: Material, id: str, place: int, row: int, gist: Side) -> Utterance:
    statement, entry = material.statements[id], material.entry_of[id]
    spans = _choose_spans(entry.article.text, statement.covers or statement.content, gist)
    text = " ".join(entry.article.text[start:end] for start, end in spans)
    side = _complete_figures(read_side(text), entry, spans)
    cue = evidence(entry.article.text, statement.cue)
    turns = is_opposite(evidence(entry.article.text, statement.content))
    day = (statement.said_on or entry.day)[:10]
    vector = _find_vector(entry, statement, spans, row)
    return Utterance(statement, entry.id, place, cue, spans, side, turns or says_no(statement, cue), turns, day, vector)


def _find_vector(entry: Entry, statement: Statement, spans: Spans, row: int) -> Floats | None:
    """The vector of a whole content, else of the sentence in which the words begin; of length 1."""
    if entry.vectors is None or not spans:
        return None
    if spans != statement.content or row >= len(entry.vectors):
        row = next((n for n, (_, end) in enumerate(entry.sentences) if spans[0][0] < end), len(entry.vectors))
    if row >= len(entry.vectors):
        return None
    return normalise(entry.vectors[row])


def _complete_figures(side: Side, entry: Entry, spans: Spans) -> Side:
    """The figures that count nothing by themselves, “seven”, with what the words around say that they count.

    That is the sentence with its tag or one before it that gives the same number, else what the sentence before asked
    or told.
    """
    if not entry.sentences or all(figure.units or figure.is_date for figure in side.figures):
        return side
    text = entry.article.text
    first = next((number for number, sentence in enumerate(entry.sentences) if overlap((sentence,), spans)), 0)
    near = entry.sentences[max(0, first - SENTENCES_BEFORE) : first + 1]
    texts = [text[start:end][:LONGEST] for start, end in reversed(near)]
    near_figures = [figure for one in reversed(texts) for figure in find_figures(one) if figure.units]
    # A word that always counts goes before one that happens to stand there.
    named = {figure.value: figure.units for figure in sorted(near_figures, key=lambda one: bool(one.units & NAMES))}
    counted = find_counted(" ".join(texts[1:2]))
    figures = tuple(
        replace(figure, units=figure.units or named.get(figure.value) or counted) for figure in side.figures
    )
    return replace(side, figures=figures)


def _choose_spans(text: str, spans: Spans, gist: Side) -> Spans:
    """Of a content of several sentences the ones that the gist tells of; all where it tells of none."""
    sentences = [(start + a, start + b) for start, end in spans for a, b in split_sentences(text[start:end])]
    if len(sentences) < 2 or not gist.stems:
        return spans
    shares = [_share(gist, text[start:end]) for start, end in sentences]
    best = max(shares)
    return tuple(span for span, share in zip(sentences, shares, strict=True) if share >= best / 2) if best else spans


def _share(gist: Side, text: str) -> float:
    return read_side(text).cover(gist)


def _join_stems(utterances: Sequence[Utterance], rarity: Mapping[str, float]) -> dict[str, float]:
    counts = Counter(stem for utterance in utterances for stem in utterance.side.stems)
    weights = {stem: weight for utterance in utterances for stem, weight in utterance.side.stems.items()}
    return {stem: weights[stem] * rarity[stem] * count / len(utterances) for stem, count in sorted(counts.items())}


def _join_figures(utterances: Iterable[Utterance]) -> tuple[Figure, ...]:
    """The figures of all statements, each value once, the most frequent first, then as they come."""
    found = [figure for utterance in utterances for figure in utterance.side.figures if not figure.is_date]
    counts = Counter(figure.value for figure in found)
    merged: dict[float, Figure] = {}
    for figure in found:
        known = merged.get(figure.value, figure)
        merged[figure.value] = Figure(
            known.value, known.words, known.units | figure.units, known.bound, known.is_rough, is_date=False
        )
    return tuple(sorted(merged.values(), key=lambda figure: -counts[figure.value]))


def _find_speakers(claim: Claim, utterances: Iterable[Utterance]) -> frozenset[str]:
    """Who stands for the claim: its origins, and who says it; not outlets that pass it on."""
    origins = {origin.actor for origin in claim.origins if origin.actor is not None}
    speakers = {one.statement.speaker for one in utterances if one.statement.speaker is not None}
    return frozenset(origins | speakers)
