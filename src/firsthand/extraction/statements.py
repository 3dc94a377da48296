"""From attributions to statements: spans in characters, form, act, flags, confidence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.features import Features
from firsthand.extraction.links import Attribution
from firsthand.extraction.nesting import Nested
from firsthand.extraction.presentation import is_recalled, present
from firsthand.records import Article, Form, SectionKind, Spans, Statement
from firsthand.records import evidence as quote
from firsthand.text.quotation_marks import Closing, Quotation, find_stray_marks, find_touching
from firsthand.text.words import Span

# Below it, four of five indirect statements are wrong. On PolNeAR dev leaving them out adds 0.3 points of whole
# overlap F1 and costs no detection; the calibrated confidence is what makes the choice possible.
LEAST_CONFIDENCE = 0.2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all statements of an article are judged by."""

    article: Article
    features: Features
    stray: list[Span]
    background: list[Span]
    calibration: NDArray[np.float32]


def make_statements(article: Article, features: Features, nested: Sequence[Nested],
                    calibration: NDArray[np.float32]) -> list[Statement]:
    """The statements of an article in reading order, not yet resolved: no speaker, no chain."""
    stray = find_stray_marks(article.text, features.quotations)
    evidence = Evidence(article, features, stray, find_background(article), calibration)
    found = [make_statement("", inner.attribution, evidence, is_nested=inner.parent is not None) for inner in nested]
    ids: list[str | None] = []
    kept: list[Statement] = []
    for inner, statement in zip(nested, found, strict=True):
        parent = None if inner.parent is None else ids[inner.parent]
        # What stands inside a statement that isn't believed is not believed either.
        is_kept = is_believable(statement) if inner.parent is None else parent is not None
        ids.append(f"{article.id}:{len(kept) + 1}" if is_kept else None)
        if is_kept:
            kept.append(msgspec.structs.replace(statement, id=ids[-1], within=parent))
    return kept


def is_believable(statement: Statement) -> bool:
    """Whether a statement is worth showing. Quoted speech always is: no quoted speech is to be lost."""
    return statement.form is not Form.INDIRECT or statement.confidence >= LEAST_CONFIDENCE


def make_statement(statement_id: str, attribution: Attribution, evidence: Evidence, *, is_nested: bool) -> Statement:
    """One attribution as a statement."""
    source = to_characters(evidence.features, attribution.sources)
    cue = to_characters(evidence.features, [attribution.cue] if attribution.cue else [])
    content = to_characters(evidence.features, attribution.contents)
    article = evidence.article
    form = find_form(article.text, evidence.features, attribution.contents)
    said, by = quote(article.text, content), quote(article.text, source)
    act, status = present(quote(article.text, cue), said, by, form)
    is_older = is_recalled(article.text, source, cue, content, article.published, is_nested=is_nested)
    return Statement(
        id=statement_id,
        source=source,
        cue=cue,
        content=content,
        form=form,
        act=act,
        status=status,
        background=is_older or is_background(evidence.background, content),
        confidence=estimate_confidence(attribution, form, evidence.calibration),
        flags=tuple(find_flags(evidence, source, cue, content)),
    )


def to_characters(features: Features, spans: list[TaggedSpan]) -> Spans:
    """Tagged spans as spans of characters, in reading order; neighbours are joined."""
    joined: list[Span] = []
    last_word = 0
    for span in sorted(spans, key=lambda s: s.first):
        start, end = features.words[span.first][0], features.words[span.last - 1][1]
        if joined and span.first <= last_word:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
        last_word = max(span.last, last_word)
    return tuple(joined)


def find_form(text: str, features: Features, contents: list[TaggedSpan]) -> Form:
    """Direct with nine tenths of the content's words in quotation marks, indirect with none, else mixed."""
    words = [w for span in contents for w in range(span.first, span.last) if text[features.words[w][0]].isalnum()]
    quoted = sum(features.states[features.first_piece[word]] > 0 for word in words)
    if not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted >= 0.9 * len(words) else Form.MIXED


def find_background(article: Article) -> list[Span]:
    """The background sections' spans in reading order, overlapping ones joined."""
    joined: list[Span] = []
    for start, end in sorted(section.span for section in article.sections if section.kind is SectionKind.BACKGROUND):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def is_background(background: list[Span], content: Spans) -> bool:
    """Whether a content begins in one of `find_background`'s spans."""
    place = bisect_right(background, content[0][0], key=lambda span: span[0]) - 1
    return place >= 0 and content[0][0] < background[place][1]


def find_flags(evidence: Evidence, source: Spans, cue: Spans, content: Spans) -> list[str]:
    """What is odd about a statement (docs/flags.md)."""
    flags = []
    touching = [q for start, end in content for q in find_touching(evidence.features.quotations, start, end)]
    if any(is_unclosed(quotation, content) for quotation in touching):
        flags.append("unclosed_quotation")
    stray = evidence.stray
    if any(bisect_left(stray, (start, 0)) < bisect_left(stray, (end + 1, 0)) for start, end in content):
        flags.append("mispaired_quotation")
    if not source:
        flags.append("no_source")
    if not cue:
        flags.append("no_cue")
    return flags


def is_unclosed(quotation: Quotation, content: Spans) -> bool:
    """Whether a closing mark is missing: also where the next paragraph opens a quotation, but this one had its tag."""
    if quotation.closing is not Closing.CONTINUED:
        return quotation.closing is Closing.UNCLOSED
    return all(end < quotation.inner[1] for _, end in content)


def describe_confidence(attribution: Attribution, form: Form) -> list[float]:
    """What the confidence is estimated from; the weights are fitted by training/calibrate.py."""
    cue = attribution.cue.probability if attribution.cue else 0.0
    source = min((span.probability for span in attribution.sources), default=0.0)
    content = min(span.probability for span in attribution.contents)
    return [
        1.0,
        cue,
        source,
        content,
        attribution.link,
        float(attribution.cue is None),
        float(not attribution.sources),
        float(form is Form.INDIRECT),
        cue * content * attribution.link,
    ]


def estimate_confidence(attribution: Attribution, form: Form, calibration: NDArray[np.float32]) -> float:
    """The probability that source, cue and content are all right, to three places."""
    score = float(np.dot(calibration, np.array(describe_confidence(attribution, form), np.float32)))
    return round(float(1 / (1 + np.exp(-score))), 3)
