"""How a statement is presented: its act, its status, and whether it is an older one brought up again."""

import re

import msgspec

from firsthand.extraction.acts import LONGEST_CUE, find_act, is_outlet, is_plain
from firsthand.extraction.anonymity import LONGEST_SOURCE
from firsthand.extraction.cast import Cast
from firsthand.extraction.presentation_clauses import LONGEST_CONTENT
from firsthand.extraction.status import find_status
from firsthand.lexicons.presentation import LONG_AGO, RECALL_OPENINGS, RECALL_WORDS
from firsthand.records import Act, ActorKind, Form, Spans, Statement, Status, evidence

BEFORE = 160  # characters in front of a statement in which its sentence may begin
SHORT_OPENING = 45  # characters: a longer one is another clause, with dates of its own
SHORT_CONTENT = 20  # characters: a pronoun or an empty noun
AFTER = 100  # characters behind it in which its sentence may end
MONTHS = "January February March April May June July August September October November December".split()
SENTENCE_BREAK = re.compile(r"[.!?…][\"”’'»)]*\s+(?=[\"“‘'«]?[A-Z])|[\n\r\x0b\x0c\x85\u2028\u2029]+")
TODAY = r"\b(?! (?:on|today|this (?:week|morning|day)|in the (?:day|week)))"  # "earlier on Tuesday" is news still
OPENS_RECALL = re.compile(rf"^\W*(?:{RECALL_OPENINGS}){TODAY}", re.IGNORECASE)
RECALLS = re.compile(f"{RECALL_WORDS}|{LONG_AGO}", re.IGNORECASE)
DATED_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Ll]ast|[Ss]ince|[Bb]ack in)\s+(?:(?:early|late|mid)[ -])?({'|'.join(MONTHS)})\b(?!\s+\d{{1,2}}\b)"
)
DATED_YEAR = re.compile(r"\b[Ii]n\s+((?:19|20)\d\d)\b")
PAST_PERFECT = re.compile(
    r"^had (?:(?:first|once|long|earlier|previously|already|repeatedly|also|originally|initially) )*(?:said|told"
    r"|denied|warned|promised"
    r"|vowed|announced|claimed|reported|called|declared|insisted|argued|asked|demanded|threatened|predicted"
    r"|written|pledged)\b",
    re.IGNORECASE,
)


def present(cue: str, content: str, source: str, form: Form | None) -> tuple[Act, Status]:
    """Act and status of a statement with these words; the pieces of a content are joined by an ellipsis.

    Only the beginnings are read: of a source 400 characters, of a content 2,000.
    """
    cue, content, source = cue[:LONGEST_CUE], content[:LONGEST_CONTENT], source[:LONGEST_SOURCE]
    act = find_act(cue, content, source, is_quoted=form is Form.DIRECT)
    return act, find_status(act, cue, content)


def is_recalled(
    text: str, source: Spans, cue: Spans, content: Spans, published: str | None = None, *, is_nested: bool = False
) -> bool:
    """Whether a statement is an older one brought up again, by the words of its sentence outside of its content.

    "Earlier," and "as reported" in front; "at the time", "first said", a date of another month or year beside the cue;
    a cue in the pluperfect, which inside of another statement is only its sequence of tenses. `published`, an ISO
    date, tells which month is an earlier one.
    """
    if not cue:
        return False
    opening, framing = find_framing(text, source, cue, content)
    if OPENS_RECALL.search(opening) or RECALLS.search(framing) or is_as_reported(text, opening, cue):
        return True
    if not is_nested and PAST_PERFECT.match(text[cue[0][0] : cue[-1][1]]):
        return True
    return is_dated_before(framing, published)


def is_as_reported(text: str, opening: str, cue: Spans) -> bool:
    """Whether a sentence opens with "As Bloomberg reported": in the past tense it speaks of an earlier report."""
    words = text[cue[0][0] : cue[-1][1]].lower()
    return opening.strip().lower() == "as" and words.endswith(("reported", "wrote"))


def is_dated_before(framing: str, published: str | None) -> bool:
    """Whether the words beside a statement name a month or a year before that of the publication."""
    if not published or not re.match(r"\d{4}-\d\d", published):
        return False
    year, month = int(published[:4]), int(published[5:7])
    if any(int(found) < year for found in DATED_YEAR.findall(framing)):
        return True
    # The month just past is still news in the first days of the next one.
    recent = {month, (month - 2) % 12 + 1} if published[8:10] < "08" else {month}
    return any(MONTHS.index(found) + 1 not in recent for found in DATED_MONTH.findall(framing))


def find_framing(text: str, source: Spans, cue: Spans, content: Spans) -> tuple[str, str]:
    """The words in front of a statement in its sentence, and those beside its cue.

    The words beside the cue take in a short opening ("In 2019,"), and end where a content begins; what follows a
    content speaks of that, unless it is only a word ("denied it last year").
    """
    start, end = min(s for s, _ in (*source, *cue)), max(e for _, e in (*source, *cue))
    first = min([start, *(s for s, e in content if e >= start - 3)])
    floor = max(0, first - BEFORE)
    # Two characters more, so that the break sees the capital behind it.
    breaks = (found.end() for found in SENTENCE_BREAK.finditer(text, floor, first + 2))
    floor = max((after for after in breaks if after <= first), default=floor)
    opening = text[floor:first]
    ending = SENTENCE_BREAK.search(text, end, end + AFTER)
    long_ones = [s for s, e in content if s >= end and e - s > SHORT_CONTENT]
    stop = min([ending.start() if ending else end + AFTER, *long_ones])
    beside = blank_out(text, first, stop, (*source, *content))
    return opening, f"{opening} {beside}" if len(opening) <= SHORT_OPENING else beside


def blank_out(text: str, start: int, end: int, holes: Spans) -> str:
    """The characters of `start`…`end` that lie in no hole."""
    pieces, position = [], start
    for first, last in sorted(holes):
        pieces.append(text[position : max(position, min(first, end))])
        position = max(position, min(last, end))
    return " ".join([*pieces, text[position:end]])


def review_acts(text: str, cast: Cast, statements: list[Statement]) -> list[Statement]:
    """The statements with the acts that are known only with their speakers: what an outlet says, it reports.

    For use once speakers are resolved, since "it adds" and "the agency says" tell no outlet by their words.
    """
    return [review_act(text, cast, statement) for statement in statements]


def review_act(text: str, cast: Cast, statement: Statement) -> Statement:
    """A statement by a plain cue: a `report` where an outlet speaks, a `claim` where somebody without a name does.

    A person with an outlet's name ("Bloomberg said") is read again as a person.
    """
    cue, source = evidence(text, statement.cue)[:LONGEST_CUE], evidence(text, statement.source)[:LONGEST_SOURCE]
    if not is_plain(cue):
        return statement
    kind = cast.get(statement.speaker).kind if statement.speaker is not None else None
    act = statement.act
    if kind is ActorKind.OUTLET and act not in {Act.DECLINE, Act.ASK}:
        act = Act.REPORT
    elif kind is ActorKind.PERSON and act is Act.REPORT and is_outlet(source):
        content = evidence(text, statement.content)[:LONGEST_CONTENT]
        act = find_act(cue, content, is_quoted=statement.form is Form.DIRECT)
    elif statement.anonymous and act is Act.SAY and statement.form is not Form.DIRECT:
        act = Act.CLAIM
    return msgspec.structs.replace(statement, act=act)
