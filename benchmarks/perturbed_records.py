"""As many records as a benchmark of linking needs, made from real ones with all that was extracted from them.

Extraction takes many times as long as linking: that of fifty thousand articles would take hours. So texts are changed
in ways that what was found in them can follow exactly: passages are dropped and moved whole, words exchanged singly.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from benchmarks.load_records import Record
from benchmarks.moved_spans import Mover
from firsthand.records import Annotations, Article, Span, Spans, Statement
from firsthand.storage.rows import rename_article
from firsthand.text.sentences import split_sentences
from firsthand.text.words import split_words

LEAST_CHANGED, MOST_CHANGED = 0.1, 0.3  # of the words and of the sentences
MOST_DAYS = 365  # that a date is shifted by, either way
Words = Mapping[str, Sequence[str]]  # by their shape: lower case, capitalised, numbers


def perturb_records(records: Sequence[Record], number: int, seed: int) -> Iterator[Record]:
    """`number` records: first the given ones, then changed copies of them, round by round. The same for one seed.

    Raises:
        ValueError: there are no records to begin with.

    """
    if not records:
        raise ValueError("no records to make others from")
    words = collect_words(record.article.text for record, _ in records)
    for place in range(number):
        round_, original = divmod(place, len(records))
        yield perturb_record(records[original], words, round_, seed) if round_ else records[original]


def perturb_record(reading: Record, words: Words, round_: int, seed: int) -> Record:
    """A changed copy: 10 to 30% of its words exchanged for words of their shape from all articles, as many passages
    dropped and as many moved, another date, and an id and address of its own.

    A passage is a sentence, or several that a statement holds together. Sections are left out: they don't fit it.
    """
    record, vectors = reading
    article = record.article
    generator = random.Random(f"{seed} {round_} {article.id}")
    rate = generator.uniform(LEAST_CHANGED, MOST_CHANGED)
    sentences = split_sentences(article.text)
    order = shuffle(find_passages(record, sentences), rate, generator)
    mover = Mover(article.text, sentences, order, choose_words(article.text, words, rate, generator))
    kept = [place for place, one in enumerate(record.statements) if mover.holds(find_hull(one))]
    width = len(vectors) // max(1, len(sentences) + len(record.statements))
    rows = [*order, *(len(sentences) + place for place in kept)]
    changed = msgspec.structs.replace(
        article,
        text=mover.text,
        url=f"{article.url}?copy={round_}" if article.url else None,
        published=shift_date(article.published, generator),
        sections=(),
    )
    copy = rename_article(move_record(record, changed, kept, mover), f"{article.id}-{round_}")
    return copy, b"".join(vectors[width * row : width * (row + 1)] for row in rows)


def collect_words(texts: Iterable[str]) -> Words:
    """The different words of the texts, by shape."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for start, end in split_words(text):
            found[find_shape(text[start:end])].add(text[start:end])
    return {shape: sorted(words) for shape, words in found.items()}


def find_shape(word: str) -> str:
    """What may stand in a word's place without making other sentences of the text: "a", "A", "1", or "" for marks."""
    first = word[:1]
    if first.isdigit():
        return "1"
    return ("A" if first.isupper() else "a") if first.isalpha() else ""


def choose_words(text: str, words: Words, rate: float, generator: random.Random) -> dict[Span, str]:
    """Other words for about `rate` of the words; not before a full stop, where a sentence may hang on the word."""
    chosen = {}
    for start, end in split_words(text):
        shape = find_shape(text[start:end])
        if shape and text[end : end + 1] not in {".", "!", "?", "…"} and generator.random() < rate:
            chosen[start, end] = generator.choice(words[shape])
    return chosen


def find_hull(statement: Statement) -> Span:
    """From where a statement begins to where it ends, without what a pronoun covers."""
    spans = (*statement.source, *statement.cue, *statement.content)
    return min(start for start, _ in spans), max(end for _, end in spans)


def find_passages(record: Annotations, sentences: Sequence[Span]) -> list[list[int]]:
    """The numbers of the sentences, those together that a statement runs through."""
    ends = {end for _, end in sentences}
    for first, last in map(find_hull, record.statements):
        ends -= {end for end in ends if first < end < last}
    passages: list[list[int]] = [[]]
    for number, (_, end) in enumerate(sentences):
        passages[-1].append(number)
        if end in ends:
            passages.append([])
    return [passage for passage in passages if passage]


def shuffle(passages: Sequence[list[int]], rate: float, generator: random.Random) -> list[int]:
    """The sentences that stay, in their new order."""
    kept = [passage for passage in passages if generator.random() >= rate] or list(passages[:1])
    for _ in range(int(rate * len(kept))):
        kept.insert(generator.randrange(len(kept)), kept.pop(generator.randrange(len(kept))))
    return [number for passage in kept for number in passage]


def move_record(record: Annotations, article: Article, kept: Sequence[int], mover: Mover) -> Annotations:
    """What was found in an article, as far as it is still in its changed copy."""
    ids = {record.statements[place].id for place in kept}
    statements = tuple(move_statement(record.statements[place], ids, mover) for place in kept)
    mentions = ((one, mover.move(one.span)) for one in record.mentions)
    timexes = ((one, mover.move(one.span)) for one in record.timexes)
    replace = msgspec.structs.replace
    moved = tuple(replace(one, span=span) for one, span in mentions if span)
    used = {one.actor for one in moved} | {hop.actor for one in statements for hop in one.chain}
    return replace(
        record,
        article=article,
        actors=tuple(actor for actor in record.actors if actor.id in used),
        mentions=tuple(sorted(moved, key=lambda one: one.span)),
        timexes=tuple(sorted((replace(one, span=span) for one, span in timexes if span), key=lambda one: one.span)),
        statements=statements,
    )


def move_statement(statement: Statement, kept: set[str], mover: Mover) -> Statement:
    """A statement at its new place, with what is left of its evidence."""

    def move(spans: Spans) -> Spans:
        return tuple(sorted(found for found in map(mover.move, spans) if found))

    return msgspec.structs.replace(
        statement,
        source=move(statement.source),
        cue=move(statement.cue),
        content=move(statement.content),
        covers=move(statement.covers),
        within=statement.within if statement.within in kept else None,
        chain=tuple(msgspec.structs.replace(hop, evidence=move(hop.evidence)) for hop in statement.chain),
    )


def shift_date(published: str | None, generator: random.Random) -> str | None:
    """A day up to a year before or after; what is no full date stays as it is."""
    days = timedelta(generator.randint(-MOST_DAYS, MOST_DAYS))
    try:
        return (date.fromisoformat((published or "")[:10]) + days).isoformat()
    except (ValueError, OverflowError):
        return published
