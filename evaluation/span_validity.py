"""What must hold of every record, whatever the text: spans inside it and in order, references that lead somewhere."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from evaluation.hostile_texts import make_text
from evaluation.predictions import annotate, map_in_workers
from firsthand.records import Annotations, Article, Spans, decode, encode


def find_faults(record: Annotations, text: str) -> list[str]:
    """What is wrong with the record of `text`, in words; empty where all is well."""
    if record.article.text != text:
        return ["the article's text was changed"]
    length = len(text)
    faults = [f"{where}: {spans} is not in order inside {length}" for where, spans in _span_sets(record)
              if not is_ordered(spans, length)]
    return faults + list(_find_loose_ends(record))


def is_ordered(spans: Spans, length: int) -> bool:
    """Whether each span is a non-empty piece of a text of that length, and none begins before its forerunner ends."""
    return all(0 <= start < end <= length for start, end in spans) and all(
        before[1] <= after[0] for before, after in pairwise(spans)
    )


def _span_sets(record: Annotations) -> Iterator[tuple[str, Spans]]:
    for statement in record.statements:
        yield f"{statement.id}.source", statement.source
        yield f"{statement.id}.cue", statement.cue
        yield f"{statement.id}.content", statement.content
        yield f"{statement.id}.covers", statement.covers
        for hop in statement.chain:
            yield f"{statement.id}.chain", hop.evidence
    yield from ((f"mention of {mention.actor}", (mention.span,)) for mention in record.mentions)
    yield from ((f"timex {timex.value}", (timex.span,)) for timex in record.timexes)
    yield from ((f"section {section.kind}", (section.span,)) for section in record.article.sections)


def _find_loose_ends(record: Annotations) -> Iterator[str]:
    statements = {statement.id for statement in record.statements}
    actors = {actor.id for actor in record.actors}
    if len(statements) < len(record.statements):
        yield "two statements have one id"
    for statement in record.statements:
        if not statement.cue and not statement.content:
            yield f"{statement.id}: neither cue nor content"
        if not 0 <= statement.confidence <= 1:
            yield f"{statement.id}: confidence {statement.confidence}"
        if statement.within is not None and statement.within not in statements - {statement.id}:
            yield f"{statement.id}: within {statement.within}, which is not there"
        if statement.speaker is not None and statement.speaker not in actors:
            yield f"{statement.id}: speaker {statement.speaker}, who is not there"
        hops = (hop.actor for hop in statement.chain if hop.actor is not None and hop.actor not in actors)
        yield from (f"{statement.id}: {actor} in the chain, who is not there" for actor in hops)
    mentioned = (mention.actor for mention in record.mentions if mention.actor not in actors)
    yield from (f"mention of {actor}, who is not there" for actor in mentioned)


def check_text(number: int) -> list[str]:
    """Reads the hostile text of that number and gives the faults, an exception being one of them."""
    text = make_text(number)
    try:
        record = annotate(Article(id=str(number), text=text))
        if decode(encode(record)) != record:
            return [f"text {number}: the record is another after a round through JSON"]
        return [f"text {number}: {fault}" for fault in find_faults(record, text)]
    except Exception as error:  # whatever it is, it is what this gate looks for
        return [f"text {number}: {type(error).__name__}: {error}"]


def check_texts(numbers: Iterable[int]) -> list[str]:
    """The faults over all hostile texts of these numbers."""
    return list(chain.from_iterable(map_in_workers(check_text, list(numbers), chunk=100)))
