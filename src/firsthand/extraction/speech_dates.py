"""When a statement was made, where the article says so.

A date belongs to the speech when it stands beside the cue, outside the content: "said on Saturday", "told reporters
late on Monday", "In a statement on 3 March, X said". A date once given holds on while the same source goes on
speaking. A live entry, a press release and a report of the day's own event are told on their day.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from firsthand.extraction.timexes.calendar import read_day
from firsthand.lexicons.times import NO_SPEECH_DATES, OCCASIONS, RUNNING_SOURCES
from firsthand.records import Act, Article, Span, Statement, Timex

# Not after an initial or a title: "H. Maas", "Mr. Maas".
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr))(?<!\b(?:Mrs|Gen|Sen|Rep|Gov))[.!?][\"”’')]{0,3}\s+(?=[A-Z\"“‘(])|\n+"
)
STAMP = re.compile(r"^(?:[A-Z]{4,12}\s)?(?:[01]?\d|2[0-3])[:.][0-5]\d\b", re.MULTILINE)
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
CALENDAR_DATE = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d(?:T.*)?)?|W\d\d|Q\d|SP|SU|FA|WI))?")
WORD = re.compile(r"[\w-]+")
NAME = re.compile(r"\b[A-Z][\w-]+")
NAME_REACH = 200  # characters before a pronoun in which its name is looked for
LITTLE = frozenset("the a an of and his her its their he she it they".split())
JUST_BEHIND = 8  # characters between a source and its date: "The town on Monday"
SHORT_CONTENT = 4  # words of a content that may part a cue from its date: "denied the charge on Monday"
SHORT_ANSWER = 2  # words of a content that only points back: "denies it", "rejects the report"
FEWEST_STAMPS = 3  # lines opening with a time of the clock that make a live report
WORDS_AFTER, WORDS_BEFORE = 10, 4  # between a cue and its date: "said in an interview at his office on Monday"
PARAGRAPHS_ON = 2  # paragraphs over which a source goes on speaking
REACH = 600  # characters to each side of a cue in which its date is looked for
OPENING = 300  # characters that open an article


@dataclass(frozen=True, slots=True)
class Page:
    """What the dates of an article's statements are judged by. Dates and contents are in reading order."""

    text: str
    today: str | None
    dates: tuple[Timex, ...]
    cues: list[int]
    contents: list[Span]
    ends: list[int]
    is_live: bool
    is_release: bool
    is_of_the_day: bool


def date_statements(article: Article, statements: list[Statement], timexes: Sequence[Timex]) -> list[Statement]:
    """The statements with `said_on`, as TIMEX3 or EDTF: a day, week, month, season or year; None where untold."""
    page = open_page(article, statements, timexes)
    dates: dict[str, str] = {}
    run: Run | None = None
    in_order = sorted(statements, key=find_place)
    for statement in in_order:
        stated = find_said_on(page, statement)
        carried = carry_on(page, run, statement) if run and statement.within is None else None
        said_on = stated or carried or find_day_of_telling(page, statement)
        if said_on:
            dates[statement.id] = said_on
        if statement.within is None:
            run = go_on(page, run, statement, said_on, is_new=stated is not None)
    carry_back(page, in_order, dates)
    return [msgspec.structs.replace(s, said_on=dates[s.id]) if s.id in dates else s for s in statements]


@dataclass(frozen=True, slots=True)
class Run:
    """A source that goes on speaking, with the date once given, and the words that have named it."""

    said_on: str | None
    place: int
    words: frozenset[str]
    speaker: str | None = None


def go_on(page: Page, run: Run | None, statement: Statement, said_on: str | None, *, is_new: bool) -> Run | None:
    """The run that a statement opens or continues. One told in passing ("who on Tuesday denied") opens none."""
    words = frozenset(WORD.findall(read_spans(page.text, statement.source).lower())) - LITTLE
    place = find_place(statement)
    if is_new and page.text[max(0, place - 40) : place].rpartition(" who ")[1]:
        return None
    if statement.source and not words:  # a pronoun: the name stands shortly before
        start = statement.source[0][0]
        words = frozenset(name.lower() for name in NAME.findall(page.text, max(0, start - NAME_REACH), start)) - LITTLE
    if run and said_on == run.said_on and not is_new:
        words |= run.words
    return Run(said_on, place, words, statement.speaker)


def carry_back(page: Page, in_order: list[Statement], dates: dict[str, str]) -> None:
    """Date what led to a dated quotation: "The minister denies it. '…,' she told the paper on Monday"."""
    for earlier, later in zip(reversed(in_order[:-1]), reversed(in_order[1:]), strict=True):
        if earlier.id in dates or later.id not in dates or not earlier.cue:
            continue
        source = read_spans(page.text, later.source).lower()
        between = page.text[earlier.cue[0][0] : find_place(later)]
        is_answer = len(read_spans(page.text, earlier.content).split()) <= SHORT_ANSWER
        if is_answer and source in {"he", "she"} and "\n" not in between and not is_perfect(page, earlier):
            dates[earlier.id] = dates[later.id]


def open_page(article: Article, statements: list[Statement], timexes: Sequence[Timex]) -> Page:
    """An article prepared for dating."""
    text = article.text
    day = read_day(article.published) if article.published else None
    today = day.isoformat() if day else None
    dates = tuple(t for t in timexes if t.type in {"DATE", "TIME"} and CALENDAR_DATE.fullmatch(t.value))
    return Page(
        text=text,
        today=today,
        dates=dates,
        cues=sorted(start for statement in statements for start, _ in statement.cue),
        contents=sorted(span for statement in statements for span in statement.content),
        ends=[match.end() for match in SENTENCE_END.finditer(text)],
        is_live=sum(1 for _ in STAMP.finditer(text)) >= FEWEST_STAMPS,
        is_release=is_release(article, statements),
        is_of_the_day=today is not None and tells_of_today(statements, dates, today),
    )


def find_place(statement: Statement) -> int:
    """Where a statement stands: at its cue, else at its source or content."""
    return (statement.cue or statement.source or statement.content)[0][0]


def is_ahead(statement: Statement) -> bool:
    """Whether the content comes after the cue."""
    return find_place(statement) < statement.content[0][0]


def find_said_on(page: Page, statement: Statement) -> str | None:
    """The date that stands beside the cue, None where there is none."""
    if not statement.cue:
        return None
    cue = statement.cue[0][0], statement.cue[-1][1]
    low, high = find_sentence(page, cue)
    first = bisect_left(page.dates, low, key=lambda timex: timex.span[0])
    near = []
    is_then = page.text.startswith(" at the time", cue[1])  # of what the sentence tells
    for timex in page.dates[first : first + 12]:
        if timex.span[1] > high:
            break
        distance = measure_distance(page, statement, cue, timex.span, low)
        if distance is None and is_then:
            distance = timex.span[0] - low
        if distance is not None:
            near.append((distance, format_date(timex)))
    return min(near)[1] if near else None


def find_sentence(page: Page, span: Span) -> Span:
    """The sentence that holds a span, cut at REACH."""
    place = bisect_right(page.ends, span[0])
    low = page.ends[place - 1] if place else 0
    later = bisect_left(page.ends, span[1])
    high = page.ends[later] if later < len(page.ends) else len(page.text)
    return max(low, span[0] - REACH), min(high, span[1] + REACH)


def measure_distance(page: Page, statement: Statement, cue: Span, date: Span, low: int) -> int | None:
    """How many words part a date from its cue; None where it dates something else."""
    if is_in_own_content(page, statement, cue, date) or is_in_other_content(page, statement, cue, date):
        return None
    if page.text[date[1] : cue[0]].startswith(", when ") and bisect_left(page.cues, date[1]) == bisect_left(
        page.cues, cue[0]
    ):
        return 0  # "a change from Monday, when she vowed never to pay"
    before = page.text[max(low, date[0] - 14) : date[0]].lower().split()[-1:]
    if not NO_SPEECH_DATES.isdisjoint(before):
        return None
    if ISO_DATE.match(page.text, date[0]) and before != ["on"]:
        return None  # the stamp of the article, not of a speech
    if any(start <= date[0] and date[1] <= end for start, end in statement.source):
        return 0  # "a notice published on Friday"
    if date[0] >= cue[1]:
        gap = page.text[cue[1] : date[0]]
        is_near = len(gap.split()) <= WORDS_AFTER and not is_parted(page, statement, cue[1], date[0])
        return len(gap.split()) if is_near else None
    gap = page.text[date[1] : cue[0]]
    opens = len(page.text[low : date[0]].split()) <= 6 and not is_parted(page, statement, date[1], cue[0], ";:")
    is_participle = page.text[cue[0] : cue[1]].endswith("ing") and ", " in gap and "." not in gap
    if is_participle and all(end <= date[0] <= end + JUST_BEHIND for _, end in statement.source):
        return len(gap.split())  # "The town on Monday cut the fee, saying …"
    if opens or (len(gap.split()) <= WORDS_BEFORE and not is_parted(page, statement, date[1], cue[0])):
        return len(gap.split())
    return None


def is_parted(page: Page, statement: Statement, start: int, end: int, marks: str = ",;:\"“”") -> bool:
    """Whether a mark, another cue or the content itself stands between a cue and a date."""
    gap = page.text[start:end]
    if any(mark in gap for mark in marks) or " that " in gap:
        return True
    between = [page.text[max(a, start) : min(b, end)] for a, b in statement.content if a < end and start < b]
    if sum(len(piece.split()) for piece in between) > SHORT_CONTENT:
        return True
    return bisect_left(page.cues, end) > bisect_left(page.cues, start)


def format_date(timex: Timex) -> str:
    """A date without its hour; a season in EDTF, which all readers of dates know."""
    if timex.type == "TIME":
        return timex.value[:10]
    return timex.edtf if timex.edtf and timex.value[-2:] in {"SP", "SU", "FA", "WI"} and "/" not in timex.edtf else (
        timex.value)


def is_in_own_content(page: Page, statement: Statement, cue: Span, date: Span) -> bool:
    """Whether a date lies in the content; not so before its "that": "told the committee on Thursday that …"."""
    for start, end in statement.content:
        if start < date[1] and date[0] < end:
            is_before_that = start - cue[1] <= 1 and page.text.find(" that ", date[1], min(end, date[1] + 6)) == date[1]
            return not is_before_that
    return False


def is_in_other_content(page: Page, statement: Statement, cue: Span, date: Span) -> bool:
    """Whether a date lies in another statement's content that does not hold the cue."""
    place = bisect_right(page.contents, (date[0], len(page.text)))
    return any(
        span[0] <= date[0] < span[1] and not span[0] <= cue[0] < span[1] and span not in statement.content
        for span in page.contents[max(0, place - 8) : place]
    )


def carry_on(page: Page, run: Run, statement: Statement) -> str | None:
    """The date of the run, where the same source goes on or its occasion is told without a date."""
    is_relay = read_spans(page.text, statement.cue).lower().startswith(("cit", "accord", "quot"))
    if run.said_on is None or is_relay or is_perfect(page, statement):
        return None
    between = page.text[run.place : find_place(statement)]
    if between.count("\n") > 2 * PARAGRAPHS_ON:
        return None
    return run.said_on if is_same_source(page, run, statement) or has_occasion(page, statement) else None


def is_perfect(page: Page, statement: Statement) -> bool:
    """Whether the cue tells of another time: "had warned", "has said"."""
    return not {"had", "has", "have"}.isdisjoint(read_spans(page.text, statement.cue).lower().split())


def is_same_source(page: Page, run: Run, statement: Statement) -> bool:
    """Whether a source is the one before: the same actor, a pronoun, or words that have named it."""
    if run.speaker is not None and run.speaker == statement.speaker:
        return True
    words = WORD.findall(read_spans(page.text, statement.source).lower())
    return not words or words[0] in RUNNING_SOURCES or not run.words.isdisjoint(words)


def has_occasion(page: Page, statement: Statement) -> bool:
    """Whether it was said at the day's briefing or to reporters."""
    if not statement.cue:
        return False
    end = statement.cue[-1][1]
    return not OCCASIONS.isdisjoint(WORD.findall(page.text[end : end + 40].lower())[:4])


def find_day_of_telling(page: Page, statement: Statement) -> str | None:
    """The publication day, where the kind of article makes it the day of the speech."""
    if statement.background or is_perfect(page, statement):
        return None
    if statement.within is not None:
        # A live report "quotes him as saying" what he says now; who speaks in a release says "I want to repeat".
        is_relayed = page.is_live and read_spans(page.text, statement.cue).lower().startswith("as ")
        is_first_person = page.is_release and read_spans(page.text, statement.source).lower() in {"i", "we"}
        return page.today if is_relayed or is_first_person else None
    return page.today if page.is_live or page.is_release or page.is_of_the_day else None


def is_release(article: Article, statements: list[Statement]) -> bool:
    """Whether the publisher itself speaks, other than as an outlet that reports: a press release is of its day."""
    name = (article.publisher or "").lower()
    if not name or name not in article.text[:OPENING].lower():
        return False
    own = [s for s in statements if name in read_spans(article.text, s.source).lower()]
    return bool(own) and all(statement.act is not Act.REPORT for statement in own)


def tells_of_today(statements: list[Statement], dates: tuple[Timex, ...], today: str) -> bool:
    """Whether the article opens with what happened on its own day: then what is said of it was said that day."""
    opening = [timex for timex in dates if timex.span[0] < OPENING and timex.value.startswith(today)]
    contents = [span for s in statements for span in s.content if s.cue and span[0] < OPENING and not is_ahead(s)]
    return any(start <= timex.span[0] < end for timex in opening for start, end in contents)


def read_spans(text: str, spans: Iterable[Span]) -> str:
    """The words of spans, joined by blanks."""
    return " ".join(text[start:end] for start, end in spans)
