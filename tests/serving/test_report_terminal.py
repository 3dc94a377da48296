"""The terminal report on its way out: width, colour, encodings, and text that tries to break the terminal."""

import io
import re
import subprocess
import sys
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from firsthand.records import (
    Act,
    Actor,
    ActorKind,
    Annotations,
    Article,
    Certainty,
    Hop,
    HopRole,
    Span,
    Spans,
    Statement,
    Status,
    Timex,
)
from firsthand.serving.report import print_report

QUOTE = "“We hid nothing — nothing at all — of what the divers saw under the third crane,”"
TEXT = f"{QUOTE} Ines Caldo told the inspectors of the port of Vellmar."
WHO = (len(QUOTE) + 1, len(QUOTE) + 11)
RECORD = Annotations(
    Article("a1", TEXT, title="Three cranes closed", flags=("text_cut",)),
    (Actor("caldo", "Ines Caldo", ActorKind.PERSON),),
    statements=(
        Statement(
            "s1",
            source=(WHO,),
            cue=((WHO[1] + 1, WHO[1] + 5),),
            content=((0, len(QUOTE)),),
            speaker="caldo",
            status=Status.DENIED,
            confidence=0.2,
        ),
    ),
)


def report(*records: Annotations, width: int | None = 80, color: bool | None = None, full: bool = False) -> str:
    file = io.StringIO()
    print_report(records, width=width, color=color, file=file, full=full)
    return file.getvalue()


def make_record(text: str) -> Annotations:
    """A record whose one statement has the whole text as its content."""
    statement = Statement("s", (), (), ((0, len(text)),), confidence=0.9)
    return Annotations(Article("x", text, title="Title"), statements=(statement,))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def print_to(file: TextIO, color: bool | None = None) -> None:
    print_report([RECORD], width=80, color=color, file=file)


def test_pipe_gets_no_ansi_and_terminal_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in report(RECORD)
    terminal = Terminal()
    print_to(terminal)
    assert "\x1b[1m" in terminal.getvalue()
    assert re.sub(r"\x1b\[[\d;]*m", "", terminal.getvalue()) == report(RECORD)
    assert "\x1b[1m" in report(RECORD, color=True)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_environment_turns_colour_off(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    terminal = Terminal()
    print_to(terminal)
    assert terminal.getvalue() == report(RECORD)


def test_false_turns_colour_off_on_a_terminal() -> None:
    terminal = Terminal()
    print_to(terminal, color=False)
    assert "\x1b" not in terminal.getvalue()


def test_width_of_a_pipe_is_columns_or_80(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert report(RECORD, width=None) == report(RECORD, width=80)
    monkeypatch.setenv("COLUMNS", "50")
    assert report(RECORD, width=None) == report(RECORD, width=50) != report(RECORD, width=80)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_narrow_encodings_get_signs_they_have(encoding: str) -> None:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding)
    print_report([RECORD, make_record("\u041d\u0456 \u2014 no")], width=80, color=False, file=file)
    file.flush()
    output = raw.getvalue().decode(encoding)
    assert "Ines Caldo" in output
    assert "?? " in output
    assert max(map(len, output.splitlines())) <= 80


def test_hostile_characters_are_shown_and_never_sent() -> None:
    hostile = "red \x1b[31m nul \x00 bell \x07 c1 \x9b del \x7f bidi \u202e\u2066 lone \ud800"
    hostile += " [bold]tag[/bold] :smile: \u200b!"
    output = report(make_record(hostile), width=160)
    assert "red ␛[31m nul ␀ bell ␇ c1 � del ␡ bidi �� lone � [bold]tag[/bold] :smile: !" in output
    output.encode()


def test_right_to_left_and_wide_text_come_through() -> None:
    text = "\u05d0\u05de\u05e8 \u05d4\u05e9\u05e8 " * 20 + "\u5927\u81e3\u306f\u8a00\u3063\u305f" * 30
    for width in (40, 80, 160):
        output = report(make_record(text), width=width, full=True)
        assert max(map(cell_len, output.splitlines())) <= width
        assert "".join(output.split()).count("\u5927\u81e3") >= 25


SIGNS = st.characters(categories=None) | st.sampled_from(
    "\x1b\x00\r\n\u2028\u202e\u200d\ufe0f\U0001f468\u0e33\u5927[]/ "
)
WORDS = st.text(SIGNS, max_size=60)


@st.composite
def make_records(draw: st.DrawFn) -> Annotations:
    text = draw(st.text(SIGNS, max_size=300))
    ids = ["a", "b", "c"]

    def spans(limit: int = 2) -> Spans:
        places = st.integers(0, len(text))
        pairs: list[Span] = draw(
            st.lists(st.tuples(places, places).map(lambda pair: (min(pair), max(pair))), max_size=limit)
        )
        return tuple(pairs)

    hops = st.builds(Hop, st.none() | st.sampled_from(ids), st.sampled_from(HopRole), st.sampled_from(Certainty),
                     description=st.none() | WORDS)  # fmt: skip
    statements = [
        Statement(
            draw(st.sampled_from(ids)), spans(), spans(), spans(), spans(),
            speaker=draw(st.none() | st.sampled_from(ids)), anonymous=draw(st.booleans()),
            act=draw(st.none() | st.sampled_from(Act)), status=draw(st.none() | st.sampled_from(Status)),
            within=draw(st.none() | st.sampled_from(ids)), chain=tuple(draw(st.lists(hops, max_size=4))),
            medium=draw(st.none() | WORDS), said_on=draw(st.none() | WORDS), confidence=draw(st.floats(0, 1)),
            flags=tuple(draw(st.lists(WORDS, max_size=2))),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]  # fmt: skip
    article = Article(
        draw(WORDS), text, draw(st.none() | WORDS), draw(st.none() | WORDS), draw(st.none() | WORDS), (draw(WORDS),),
        draw(st.none() | WORDS), draw(st.none() | WORDS), flags=(draw(WORDS),),
    )  # fmt: skip
    actors = tuple(Actor(one, draw(WORDS), draw(st.sampled_from(ActorKind)), roles=(draw(WORDS),)) for one in ids[:2])
    values = st.sampled_from(("2031-03-05", "2031-W10", "P3W", "../2031")) | WORDS
    timexes = tuple(Timex(span, "DATE", draw(values), draw(st.none() | values)) for span in spans(4))
    return Annotations(article, actors, (), timexes, tuple(statements))


@given(st.lists(make_records(), max_size=3), st.integers(20, 170), st.booleans())
def test_any_record_prints_within_the_width(records: list[Annotations], width: int, full: bool) -> None:
    output = report(*records, width=width, full=full)
    lines = output.split("\n")
    assert max(map(cell_len, lines)) <= width
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", output)
    labels = [line for line in lines if re.match(r"(line )?\d+(–\d+)?  ", line)]
    located = sum(bool(one.source + one.cue + one.content) for record in records for one in record.statements)
    assert len(labels) >= located


def test_importing_the_report_leaves_rich_alone() -> None:
    script = "import sys, firsthand.serving.report; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_megabyte_in_one_line_is_cut_before_it_is_wrapped() -> None:
    output = report(make_record("word " * 200_000))
    assert len(output) < 2000
    assert re.search(r"… 199,\d\d\d more words", output)
    assert "… more" in report(make_record("x" * 1_000_000))
