"""When a statement was made: the date beside its cue, and what carries it on. 12 May 2026 is a Tuesday."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.extraction.speech_dates import date_statements
from firsthand.extraction.timexes import find_timexes
from firsthand.records import Act, Article, Section, SectionKind, Span, Spans, Statement

Parts = tuple[str | None, str, str]


def make_statements(text: str, *parts: Parts) -> list[Statement]:
    """Statements whose source, cue and content are looked for in reading order of the cues."""
    statements, at = [], 0
    for number, (source, cue, content) in enumerate(parts):
        place = text.index(cue, at)
        at = place + len(cue)
        statements.append(
            Statement(
                id=str(number),
                source=find_nearest(text, source, place) if source else (),
                cue=((place, at),),
                content=find_nearest(text, content, place),
                act=Act.SAY,
            )
        )
    return statements


def find_nearest(text: str, words: str, place: int) -> Spans:
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    start = min(starts, key=lambda i: abs(i - place))
    return ((start, start + len(words)),)


def date_all(text: str, *parts: Parts, published: str | None = "2026-05-12", publisher: str | None = None,
             background: Span | None = None) -> list[str | None]:  # fmt: skip
    sections = (Section(SectionKind.BACKGROUND, background),) if background else ()
    article = Article(id="a", text=text, published=published, publisher=publisher, sections=sections)
    statements = make_statements(text, *parts)
    return [s.said_on for s in date_statements(article, statements, find_timexes(text, published))]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "said_on"),
    [
        ("The mayor said on Saturday the pier was closed.", "The mayor", "said", "the pier was closed", "2026-05-09"),
        ("The pier is closed, Anna Roux told reporters late on Monday.", "Anna Roux", "told", "The pier is closed",
         "2026-05-11"),
        ("In a statement on 3 March, the mayor said the pier was closed.", "the mayor", "said", "the pier was closed",
         "2026-03-03"),
        ("Last week he had warned that the pier was old.", "he", "warned", "that the pier was old", "2026-W19"),
        ("The mayor on Monday flatly denied that the pier was old.", "The mayor", "denied", "that the pier was old",
         "2026-05-11"),
        ("In 2024 H. Roux promised that the pier would stand.", "H. Roux", "promised", "that the pier would stand",
         "2024"),
        ("In December, the union threatened a strike.", "the union", "threatened", "a strike", "2025-12"),
        ("The mayor asked lawyers about the pier last autumn.", "The mayor", "asked", "about the pier", "2025-23"),
        ("The pier will close, says a notice published on Friday.", "a notice published on Friday", "says",
         "The pier will close", "2026-05-08"),
        ("The town on Monday cut the fee, saying that boats were few.", None, "saying", "that boats were few",
         "2026-05-11"),
        ("The town on Monday cut the fee, saying that boats were few.", "The town", "saying", "that boats were few",
         "2026-05-11"),
        ("He told the harbour council on Monday that boats were few.", "He", "told",
         "the harbour council on Monday that boats were few", "2026-05-11"),
        ("It was a change from Monday, when she vowed never to pay.", "she", "vowed", "never to pay", "2026-05-11"),
        ("The pier was closed last year, the mayor said at the time.", "the mayor", "said",
         "The pier was closed last year", "2025"),
    ],
)  # fmt: skip
def test_a_date_beside_the_cue(text: str, source: str | None, cue: str, content: str, said_on: str) -> None:
    assert date_all(text, (source, cue, content)) == [said_on]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said the pier was closed on Saturday.", "The mayor", "said", "the pier was closed on Saturday"),
        ("The mayor has said since Saturday that it is closed.", "The mayor", "said", "that it is closed"),
        ("The pier broke on Saturday. The mayor said it was old.", "The mayor", "said", "it was old"),
        ("The mayor said it was old.", "The mayor", "said", "it was old"),
        ("date 2026-05-12 The mayor offered a pier.", "The mayor", "offered", "a pier"),
        ("The mayor now says it is old.", "The mayor", "says", "it is old"),
    ],
)
def test_a_date_of_something_else(text: str, source: str, cue: str, content: str) -> None:
    assert date_all(text, (source, cue, content)) == [None]


def test_a_date_goes_with_its_own_cue() -> None:
    text = "On Monday Roux said it was old, and on Sunday the union said it was new."
    assert date_all(text, ("Roux", "said", "it was old"), ("the union", "said", "it was new")) == [
        "2026-05-11", "2026-05-10"
    ]  # fmt: skip


def test_a_date_holds_while_the_source_goes_on() -> None:
    text = "Anna Roux said on Monday it was old. She added it is wet.\n\nIt is cold, Roux said. A union said it is new."
    found = date_all(text, ("Anna Roux", "said", "it was old"), ("She", "added", "it is wet"),
                     ("Roux", "said", "It is cold"), ("A union", "said", "it is new"))  # fmt: skip
    assert found == ["2026-05-11", "2026-05-11", "2026-05-11", None]


def test_a_date_goes_from_a_pronoun_to_its_name() -> None:
    text = "Anna Roux watched the boats. It is old, she said on Monday.\n\nThe pier, Roux recalled, was new."
    found = date_all(text, ("she", "said", "It is old"), ("Roux", "recalled", "was new"))
    assert found == ["2026-05-11", "2026-05-11"]


def test_a_date_does_not_hold_for_what_was_said_before() -> None:
    text = "Anna Roux said on Monday it was old. She had said it was new."
    assert date_all(text, ("Anna Roux", "said", "it was old"), ("She", "had said", "it was new"))[1] is None


def test_a_date_holds_at_the_same_occasion() -> None:
    text = "The town on Monday denied that it was old. It is new, Anna Roux told a news conference."
    found = date_all(text, ("The town", "denied", "that it was old"), ("Anna Roux", "told", "It is new"))
    assert found == ["2026-05-11", "2026-05-11"]


def test_a_dated_quotation_dates_the_answer_before_it() -> None:
    text = "The mayor denies it. “It is new,” she told the paper on Monday."
    assert date_all(text, ("The mayor", "denies", "it"), ("she", "told", "“It is new,”")) == ["2026-05-11"] * 2


def test_entries_of_a_live_report_are_of_its_day() -> None:
    text = "16:40 Roux says it is old.\n\n16:10 The union says it is new.\n\n15:00 Roux said on Monday it was dry."
    found = date_all(text, ("Roux", "says", "it is old"), ("The union", "says", "it is new"),
                     ("Roux", "said", "it was dry"))  # fmt: skip
    assert found == ["2026-05-12", "2026-05-12", "2026-05-11"]


def test_a_press_release_is_of_its_day() -> None:
    text = "Brost Ferries regrets that the boats are late. The firm will pay, said Anna Roux, its head."
    parts = (("Brost Ferries", "regrets", "that the boats are late"), ("Anna Roux", "said", "The firm will pay"))
    assert date_all(text, *parts, publisher="Brost Ferries") == ["2026-05-12", "2026-05-12"]
    assert date_all(text, *parts, publisher="Brost Courier") == [None, None]


def test_what_is_said_of_the_days_event_was_said_that_day() -> None:
    text = "Two boats sank on Tuesday, the mayor said. The union asked for help."
    parts = (("the mayor", "said", "Two boats sank on Tuesday"), ("The union", "asked", "for help"))
    assert date_all(text, *parts) == ["2026-05-12", "2026-05-12"]
    assert date_all(text, *parts, published="2026-05-15") == [None, None]
    assert date_all(text, *parts, published=None) == [None, None]
    assert date_all("9:00 A.\n9:01 B.\n9:02 Roux said it.", ("Roux", "said", "it"), published="some day") == [None]


def test_the_order_is_kept() -> None:
    text = "The mayor said on Saturday it was old. The union said it was new."
    statements = make_statements(text, ("The mayor", "said", "it was old"), ("The union", "said", "it was new"))
    article = Article(id="a", text=text, published="2026-05-12")
    found = date_statements(article, statements[::-1], find_timexes(text, "2026-05-12"))
    assert [(s.id, s.said_on) for s in found] == [("1", None), ("0", "2026-05-09")]


WORDS = ["on Monday", "said", "he", ", ", ". ", "\n", "“", "”", "12:30 ", "Roux ", " "]
PIECES = st.lists(st.sampled_from(WORDS), max_size=20)


@given(PIECES.map(" ".join), st.data())
def test_any_statements_are_survived(text: str, data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: (min(pair), max(pair)))
    some = st.lists(spans, max_size=2).map(lambda found: tuple(sorted(found)))
    statements = [
        Statement(id=str(number), source=data.draw(some), cue=data.draw(some), content=(data.draw(spans),))
        for number in range(data.draw(st.integers(0, 4)))
    ]
    article = Article(id="a", text=text, published="2026-05-12")
    dated = date_statements(article, statements, find_timexes(text, article.published))
    assert [s.id for s in dated] == [s.id for s in statements]
    assert all(s.said_on is None or s.said_on[:1] == "2" for s in dated)


def test_many_statements_in_one_endless_sentence_take_no_longer() -> None:
    unit = "Roux said on Monday it is old and "
    text = unit * 6_000
    step = len(unit)
    statements = [
        Statement(id=str(i), source=((i * step, i * step + 4),), cue=((i * step + 5, i * step + 9),),
                  content=((i * step + 20, i * step + 29),)) for i in range(6_000)
    ]  # fmt: skip
    timexes = find_timexes(text, "2026-05-12")
    begin = process_time()
    dated = date_statements(Article(id="a", text=text, published="2026-05-12"), statements, timexes)
    assert process_time() - begin < 5
    assert {s.said_on for s in dated} == {"2026-05-11"}
