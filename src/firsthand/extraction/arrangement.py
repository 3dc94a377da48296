"""Attributions of one sentence that the model finds side by side, though one stands inside the other.

citing      "Reuters, citing two officials, reported that …": the officials told Reuters, and speak inside its report
according   "According to him, a colleague reported that …": all of the rest is what he said
quoting     "…," the paper quotes one of the officials: the official speaks, the paper carries it
"""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.extraction.attributions import Reading, is_quoted, words_of
from firsthand.extraction.decoding import TaggedSpan
from firsthand.extraction.links import Attribution
from firsthand.lexicons.nesting import CITING, REFERRING_TO

Parents = dict[int, int]
MOST_SOURCE_WORDS = 12
LEAST_REST = 4  # words of what is cited


def arrange(reading: Reading, attributions: Sequence[Attribution], phrases: Sequence[tuple[int, int]]
            ) -> tuple[list[Attribution], Parents]:
    """The attributions, each parent before its children, and the parents by number.

    phrases: mentions as ranges of words, in reading order.
    """
    ordered = list(attributions)
    parents: Parents = {}
    number = 0
    while number < len(ordered):
        one = ordered[number]
        other = ordered[number + 1] if number + 1 < len(ordered) else None
        is_report = other is not None and are_close(reading, one, other) and not is_citing(reading, other)
        if other is not None and is_report and is_citing(reading, one):
            ordered[number], ordered[number + 1] = other, one  # the report first, then whom it cites
            cite(reading, one, other, phrases)
            parents[number + 1] = number
            number += 2
            continue
        before = ordered[number - 1] if number and number - 1 not in parents else None
        if before is not None and is_citing(reading, one) and are_close(reading, before, one):
            cite(reading, one, before, phrases)
            parents[number] = number - 1
        elif before is not None and is_according(reading, before) and are_close(reading, before, one) and one.contents:
            before.contents = [join(one)]
            parents[number] = number - 1
        elif is_citing(reading, one):
            give_to_quoted(reading, one)
            inner = split_cited(reading, one, phrases)
            if inner is not None:
                ordered.insert(number + 1, inner)
                parents[number + 1] = number
                number += 1
        number += 1
    return ordered, parents


def is_citing(reading: Reading, attribution: Attribution) -> bool:
    """Whether the cue cites somebody ("citing", "with reference to")."""
    if attribution.cue is None:
        return False
    cue = words_of(reading, attribution.cue)
    return any(word in CITING for word in cue) or tuple(cue) in REFERRING_TO


def is_according(reading: Reading, attribution: Attribution) -> bool:
    """Whether the cue is "according to"."""
    return attribution.cue is not None and words_of(reading, attribution.cue)[0] == "according"


def are_close(reading: Reading, one: Attribution, other: Attribution) -> bool:
    """Whether two attributions with cues and sources stand in one sentence."""
    if one.cue is None or other.cue is None or not one.sources or not other.sources:
        return False
    return reading.ends[one.cue.first] == reading.ends[other.cue.first]


def cite(reading: Reading, cited: Attribution, report: Attribution, phrases: Sequence[tuple[int, int]]) -> None:
    """Make those whom a report cites the source of what it reports."""
    assert cited.cue is not None
    behind = next((span for span in cited.contents if 0 <= span.first - cited.cue.last <= 1), None)
    if cited.sources and cited.sources[0].first < cited.cue.first and behind is not None:
        cited.sources = [replace(cut_phrase(reading, behind, phrases), role="source")]
    own = [cited.cue, *cited.sources]
    first, last = min(span.first for span in own), max(span.last for span in own)
    kept = [replace(span, last=min(span.last, first)) for span in report.contents if span.first < first]
    kept += [span for span in report.contents if span.first >= last]
    cited.contents = kept or list(report.contents)


def cut_phrase(reading: Reading, span: TaggedSpan, phrases: Sequence[tuple[int, int]]) -> TaggedSpan:
    """A span up to the end of the widest mention that it begins with, else to its first comma."""
    ends = [last for first, last in phrases if first == span.first and last <= span.last]
    most = min(span.last, span.first + MOST_SOURCE_WORDS)
    words = words_of(reading, replace(span, last=most))
    comma = span.first + words.index(",") if "," in words[1:] else most
    return replace(span, last=max(ends, default=comma))


def give_to_quoted(reading: Reading, attribution: Attribution) -> None:
    """"…," the paper quotes one of the officials: he is the source, for the words are his."""
    assert attribution.cue is not None
    is_behind = [0 <= span.first - attribution.cue.last <= 1 for span in attribution.contents]
    named = [span for span, behind in zip(attribution.contents, is_behind, strict=True) if behind]
    rest = [span for span, behind in zip(attribution.contents, is_behind, strict=True) if not behind]
    if not named or not rest or not is_quoted(reading, rest[0]) or is_quoted(reading, named[0]):
        return
    if named[0].last - named[0].first <= MOST_SOURCE_WORDS:
        attribution.sources = [replace(named[0], role="source")]
        attribution.contents = rest


def split_cited(reading: Reading, one: Attribution, phrases: Sequence[tuple[int, int]]) -> Attribution | None:
    """Those cited, who open the content ("Reuters, citing an official, that the siren failed"), as its source."""
    if one.cue is None or not one.sources or one.sources[0].first > one.cue.first or len(one.contents) != 1:
        return None
    content = one.contents[0]
    cited = cut_phrase(reading, content, phrases)
    rest = replace(content, first=cited.last + 1)
    if content.first != one.cue.last or rest.last - rest.first < LEAST_REST or cited.last == content.last:
        return None
    one.contents = [rest]
    return Attribution(one.cue, [replace(cited, role="source")], [rest], one.link)


def join(attribution: Attribution) -> TaggedSpan:
    """Everything of an attribution, as one content."""
    spans = [*attribution.contents, *attribution.sources, *([attribution.cue] if attribution.cue else [])]
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    return TaggedSpan("content", first, last, attribution.contents[0].probability)
