"""The terminal report: what it says of voices and statements, and that it loses none."""

import io
import re

import pytest
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
    Section,
    SectionKind,
    Spans,
    Statement,
    Status,
)
from firsthand.serving.report import print_report

TEXT = """Toll of the quay: three cranes closed

The cranes of Vellmar will stay shut until May. This is stated in the material of the Tide, reports VNA.

According to people close to the port, the operator "hid the cracks for years.

“We hid nothing,” Operator chief Ines Caldo said, “and the cranes are safe if the wind stays low.” He hopes to reopen.

The minister denied that a report existed. He said that it would be published. It is specified that two crews left."""


def find(words: str, start: int = 0) -> Spans:
    at = TEXT.index(words, start)
    return ((at, at + len(words)),)


def chain(*hops: tuple[str | None, HopRole], description: str | None = None) -> tuple[Hop, ...]:
    return tuple(
        Hop(actor, role, Certainty.STATED, (), description if actor is None else None)
        for actor, role in [("vna", HopRole.PUBLISHER), *hops]
    )


ACTORS = (
    Actor("vna", "Vellmar News Agency", ActorKind.OUTLET),
    Actor("tide", "The Tide", ActorKind.OUTLET),
    Actor("caldo", "Ines Caldo", ActorKind.PERSON, roles=("operator chief",)),
)
COVERED = find("The cranes of Vellmar will stay shut until May")
STATEMENTS = (
    Statement(
        "s1", find("VNA"), find("reports"), find("This is stated in the material of the Tide"),
        speaker="vna", chain=chain(), confidence=0.9,
    ),
    Statement(
        "s2", find("the material of the Tide"), find("stated"), find("This"), covers=COVERED, within="s1",
        speaker="tide", chain=chain(("tide", HopRole.SPEAKER)), confidence=0.9,
    ),
    Statement(
        "s3", find("people close to the port"), find("According to"), find('the operator "hid the cracks for years'),
        anonymous=True, confidence=0.9, flags=("unclosed_quotation",),
        medium="phone", said_on="2031-02", background=True,
        chain=chain(("tide", HopRole.CARRIER), (None, HopRole.SPEAKER), description="people close to the port"),
    ),
    Statement(
        "s4", find("Operator chief Ines Caldo"), find("said"),
        find("“We hid nothing,”") + find("“and the cranes are safe if the wind stays low.”"),
        speaker="caldo", chain=chain(("caldo", HopRole.SPEAKER)), status=Status.CONDITIONAL, confidence=0.9,
    ),
    Statement("s5", find("He"), find("hopes"), find("to reopen"), confidence=0.31),
    Statement("s6", find("The minister"), find("denied"), find("that a report existed"),
              status=Status.DENIED, confidence=0.9),
    Statement("s7", find("He", TEXT.index("existed")), find("said", TEXT.index("existed")),
              find("that it would be published"), confidence=0.9),
    Statement("s8", (), find("It is specified"), find("that two crews left"), confidence=0.9, flags=("no_source",)),
)  # fmt: skip
ARTICLE = Article("a1", TEXT, "https://vna.example/7", "Vellmar News Agency", "Three cranes closed", (), "2031-03-04")
RECORD = Annotations(ARTICLE, ACTORS, statements=STATEMENTS)


def report(*records: Annotations, width: int = 80, full: bool = False) -> str:
    file = io.StringIO()
    print_report(records, width=width, file=file, full=full)
    return file.getvalue()


def make_record(text: str) -> Annotations:
    """A record whose one statement has the whole text as its content."""
    statement = Statement("s", (), (), ((0, len(text)),), confidence=0.9)
    return Annotations(Article("x", text, title="Title"), statements=(statement,))


def find_block(output: str, words: str) -> str:
    """The lines between blank ones that hold `words`."""
    return next(block for block in output.split("\n\n") if words in block)


# The header


def test_header_tells_title_publisher_date_and_voices() -> None:
    lines = report(RECORD).splitlines()
    assert lines[:3] == [
        "Three cranes closed",
        "Vellmar News Agency · 4 March 2031",
        "https://vna.example/7",
    ]
    assert lines[4] == "8 statements · 2 voices or more (1 named, 1 anonymous) · 1 carrier"
    assert lines[5] == "4 statements not resolved"


def test_voices_are_listed_with_their_kind() -> None:
    assert find_block(report(RECORD), "Ines Caldo, operator").splitlines() == [
        "  1  Ines Caldo, operator chief",
        "  1  people close to the port (anonymous)",
        "  1  Vellmar News Agency · the publisher",
        "  1  The Tide · carrier, passes on 1 statement",
        "  4  not resolved: he (2), the minister (1), no source given (1)",
    ]


def test_outlet_that_carries_nobody_is_a_voice() -> None:
    alone = Annotations(ARTICLE, ACTORS, statements=(Statement("s", (), (), COVERED, speaker="tide"),))
    assert "1 statement · 1 voice\n" in report(alone)


def test_groups_and_documents_are_told_from_people() -> None:
    actors = (*ACTORS, Actor("g", "the critics", ActorKind.GROUP), Actor("d", "the audit", ActorKind.DOCUMENT))
    spoken = [Statement(one, (), (), COVERED, speaker=one) for one in ("caldo", "g", "d")]
    output = report(Annotations(ARTICLE, actors, statements=tuple(spoken)))
    assert "3 statements · 3 voices (2 named, 1 group)\n" in output
    assert "  1  the critics · group\n  1  the audit · document\n" in output


def test_three_roles_are_shown_and_none_that_the_name_says() -> None:
    roles = ("Minister", "deputy head of the port", "a pilot", "a diver", "a poet")
    actors = (Actor("x", "Minister Oru", ActorKind.PERSON, roles=roles),)
    output = report(Annotations(ARTICLE, actors, statements=(Statement("s", (), (), COVERED, speaker="x"),)))
    assert "  1  Minister Oru, deputy head of the port, a pilot, a diver\n" in output


@pytest.mark.parametrize(
    ("certainties", "words"),
    [
        ((Certainty.STATED, Certainty.STATED), "passes on 2 statements"),
        ((Certainty.INFERRED, Certainty.STATED), "passes on 2 statements (1 of them inferred)"),
        ((Certainty.INFERRED, Certainty.INFERRED), "passes on 2 statements (inferred)"),
    ],
)
def test_a_carrier_that_is_only_inferred_is_marked(certainties: tuple[Certainty, ...], words: str) -> None:
    passed = tuple(
        Statement(str(at), (), (), COVERED, speaker="caldo", chain=(Hop("tide", HopRole.CARRIER, certainty),))
        for at, certainty in enumerate(certainties)
    )
    output = report(Annotations(ARTICLE, ACTORS, statements=passed))
    assert f"  –  The Tide · carrier, {words}\n" in output


def test_speakers_that_are_all_unresolved_give_no_count_of_voices() -> None:
    unknown = Annotations(ARTICLE, statements=STATEMENTS[4:7])
    assert "3 statements · voices not known · 3 statements not resolved" in report(unknown)


def test_anonymous_sources_are_told_apart_by_description() -> None:
    same = [Statement(str(at), find("people close to the port"), (), COVERED, anonymous=True) for at in range(3)]
    assert "3 statements · 1 voice, anonymous" in report(Annotations(ARTICLE, statements=tuple(same)))


@pytest.mark.parametrize(
    ("article", "first", "second"),
    [
        (
            Article("a", "x", sections=(Section(SectionKind.TITLE, (0, 1)),)),
            "x",
            "publisher not known · date not known",
        ),
        (Article("a", "Some words\nhere"), "“Some words here”", "publisher not known · date not known"),
        (Article("a", "", published="2031-03-04T09:05:00+02:00"), "untitled (a)", "4 March 2031, 09:05 +02:00"),
        (Article("a", "", published="2031-13-45", publisher="P"), "untitled (a)", "P · 2031-13-45"),
        (
            Article("a", "", published="2031-03", publisher="P", authors=("A", "B")),
            "untitled",
            "P · March 2031 · by A, B",
        ),
    ],
)
def test_header_copes_with_what_is_missing(article: Article, first: str, second: str) -> None:
    lines = report(Annotations(article)).splitlines()
    assert first in lines[0]
    assert second in lines[1]
    assert lines[2] == "id a"


# The statements


def test_every_statement_appears_once_in_reading_order() -> None:
    output = report(Annotations(ARTICLE, ACTORS, statements=STATEMENTS[::-1]))
    heads = [line for line in output.splitlines() if line.startswith("line ")]
    assert [head.split("  ", 1)[1].strip() for head in heads] == [
        "Vellmar News Agency (“VNA”) · reports",
        "The Tide · stated",
        "people close to the port (anonymous) · according to",
        "Ines Caldo · said",
        "he (not resolved) · hopes",
        "the minister (not resolved) · denied",
        "he (not resolved) · said",
        "no source given · it is specified",
    ]
    assert [int(head.split()[1]) for head in heads] == [3, 3, 5, 7, 7, 9, 9, 9]


def test_statement_shows_content_chain_time_and_flags() -> None:
    assert find_block(report(RECORD), "· according to").splitlines() == [
        "line 5  people close to the port (anonymous) · according to",
        '        the operator "hid the cracks for years',
        "        chain: Vellmar News Agency",
        "               └─ as retold by The Tide",
        "                  └─ people close to the port (anonymous)",
        "        background · medium: phone · said February 2031 · quotation not closed",
    ]


def test_pieces_are_joined_and_status_is_in_words() -> None:
    block = find_block(report(RECORD), "Ines Caldo · said")
    assert "“We hid nothing,” … “and the cranes are safe if the wind stays low.”" in block
    assert block.endswith("conditional")
    assert "denied" in find_block(report(RECORD), "a report existed").splitlines()[-1]


def test_low_confidence_is_shown_and_high_is_not() -> None:
    output = report(RECORD)
    assert "unsure (0.31)" in find_block(output, "he (not resolved) · hopes")
    assert output.count("unsure") == 1


def test_nested_statement_stands_under_its_parent_with_what_it_covers() -> None:
    assert find_block(report(RECORD), "VNA”) · reports").splitlines() == [
        "line 3  Vellmar News Agency (“VNA”) · reports",
        "        This is stated in the material of the Tide",
        "line 3    The Tide · stated",
        "          This",
        "          covers: “The cranes of Vellmar will stay shut until May” (line 3)",
    ]


def test_long_covered_passage_shows_its_ends() -> None:
    text = "It began " + "and went on " * 30 + "until it ended"
    statement = Statement("s", (), (), ((0, 2),), covers=((0, len(text)),))
    output = report(Annotations(Article("a", text), statements=(statement,)))
    assert "covers: “It began and went on and … and went on until it ended” (line 1)" in output


def test_cue_that_is_only_a_sign_gives_way_to_the_act() -> None:
    colon = ((TEXT.index(":"), TEXT.index(":") + 1),)
    denial = Statement("s", find("VNA"), colon, COVERED, act=Act.DENY)
    assert "VNA (not resolved) · denies" in report(Annotations(ARTICLE, statements=(denial,)))
    bare = Statement("s", find("VNA"), colon, COVERED)
    assert "VNA (not resolved) · “:”" in report(Annotations(ARTICLE, statements=(bare,)))


def test_cycles_missing_parents_and_twin_ids_lose_nothing() -> None:
    knots = [("a", "b"), ("b", "a"), ("c", "c"), ("d", "nowhere"), ("e", "a"), ("e", "d")]
    statements = tuple(
        Statement(one, (), find("said"), ((at, at + 1),), within=parent) for at, (one, parent) in enumerate(knots)
    )
    assert report(Annotations(ARTICLE, statements=statements)).count("· said") == len(knots)


def test_deep_nesting_keeps_to_the_width() -> None:
    nest = tuple(Statement(str(at), (), (), ((at, 200),), within=str(at - 1)) for at in range(60))
    output = report(Annotations(ARTICLE, statements=nest), width=40)
    assert output.count("no cue") == 60
    assert max(map(cell_len, output.splitlines())) <= 40


def test_long_content_is_cut_unless_full() -> None:
    text = " ".join(f"word{at}" for at in range(200))
    cut, whole = report(make_record(text)), report(make_record(text), full=True)
    shown = re.findall(r"word\d+", cut[cut.index("line 1") :])
    assert len(re.findall(r"^ +word\d", cut, re.MULTILINE)) == 4
    assert f"… {200 - len(shown)} more words" in cut
    assert "word199" in whole and "more words" not in whole


def test_line_numbers_are_an_editors() -> None:
    statement = Statement("s", ((0, 1),), (), ((7, 8), (11, 12)))
    article = Article("a", "a\r\n\r\nb c\rd\ne", title="T")
    assert "\nline 1–5  a (not resolved)" in report(Annotations(article, statements=(statement,)))


@pytest.mark.parametrize(
    ("name", "shown"),
    [("The cabinet", "the cabinet"), ("The Tide", "The Tide"), ("Another aide,", "another aide")],
)
def test_a_name_without_a_capital_of_its_own_loses_that_of_the_sentence(name: str, shown: str) -> None:
    actors = (Actor("x", name, ActorKind.ORGANISATION),)
    output = report(Annotations(ARTICLE, actors, statements=(Statement("s", (), (), COVERED, speaker="x"),)))
    assert f"  1  {shown}\n" in output


def test_a_printed_name_is_not_repeated_for_its_punctuation() -> None:
    printed = ((TEXT.index("Caldo"), TEXT.index("Caldo") + 10),)
    shown = report(Annotations(ARTICLE, ACTORS, statements=(Statement("s", printed, (), COVERED, speaker="caldo"),)))
    assert "Ines Caldo · no cue" in shown


# The end of an article, and several articles


def test_nothing_found_is_said() -> None:
    output = report(Annotations(Article("a", "Rain is expected.", title="T", flags=("text_cut", "odd thing"))))
    assert "No attributed statements found; the text has 3 words." in output
    assert output.endswith("Note on this text: text cut; odd thing\n")
    assert "the text is empty" in report(Annotations(Article("a", " ")))
    assert "marked as “uk”" in report(Annotations(Article("a", "Так.", language="uk")))


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        ("guessed_encoding:cp1251", "read as cp1251, a guess"),
        ("replaced_bytes:3", "characters that stand for unreadable bytes: 3"),
        ("unreadable_date", "the date given can't be read"),
        ("unreadable_date:3", "unreadable date:3"),
        ("guessed_encoding", "guessed encoding"),
        ("control_characters:{}", "control characters in the text: {}"),
    ],
)
def test_flags_of_an_article_are_put_into_words(flag: str, words: str) -> None:
    output = report(Annotations(Article("a", "Rain is expected.", title="T", flags=(flag,))))
    assert output.endswith(f"Note on this text: {words}\n")


@pytest.mark.parametrize(
    ("text", "title"),
    [("Rain is expected.", "“Rain is expected.”"), ("“No,” she said.", "“No,” she said."), ('"No."', '"No."')],
)
def test_an_untitled_article_is_called_by_its_first_words(text: str, title: str) -> None:
    assert report(Annotations(Article("a", text))).splitlines()[0] == title


def test_several_articles_are_separated_and_summed() -> None:
    output = report(RECORD, RECORD, Annotations(Article("z", "Rain.", title="Weather")))
    assert output.count("─" * 80) == 3
    assert "\n3 articles, 16 statements, 3 voices\n" in output
    assert "8 statements not resolved" in output.split("\n3 articles")[1]


def test_one_article_has_no_totals_and_none_has_a_line() -> None:
    assert "1 article" not in report(RECORD)
    assert report() == "No articles.\n"


def test_articles_are_printed_as_they_come() -> None:
    file = io.StringIO()

    def records() -> object:
        yield RECORD
        assert "Three cranes closed" in file.getvalue()

    print_report(records(), file=file)  # type: ignore[arg-type]
    assert "Weather" not in file.getvalue()
