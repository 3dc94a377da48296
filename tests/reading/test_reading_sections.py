from time import process_time

import pytest

from firsthand.reading.sections import outline_text

BODY = "The minister said on Monday that the talks would go on for another week in Torvik."
MORE = "The other side said that it had seen no draft, and that no date was set for signing."


def outline(text: str, title: str | None = None, *, guesses: bool = True) -> list[tuple[str, str]]:
    sections = outline_text(text, title, guesses_title=guesses).sections
    return [(section.kind.value, text[slice(*section.span)]) for section in sections]


def test_a_recall_heading_opens_the_background() -> None:
    text = f"{BODY}\n\n{MORE}\n\nRecall\n\n{MORE}\n\n{BODY}\n"
    assert outline(text) == [("body", f"{BODY}\n\n{MORE}"), ("background", f"Recall\n\n{MORE}\n\n{BODY}")]


@pytest.mark.parametrize("heading", ["Background:", "## What we know", "EARLIER", "As reported earlier…", "Context"])
def test_headings_in_their_many_dresses(heading: str) -> None:
    assert outline(f"{BODY}\n{heading}\n{MORE}") == [("body", BODY), ("background", f"{heading}\n{MORE}")]


@pytest.mark.parametrize("heading", ["What's next", "Talks in the capital"])
def test_the_next_heading_ends_the_background(heading: str) -> None:
    text = f"{BODY}\n\nBackground\n\n{MORE}\n\n{heading}\n\n{BODY}"
    assert outline(text)[1:] == [("background", f"Background\n\n{MORE}"), ("body", f"{heading}\n\n{BODY}")]


@pytest.mark.parametrize("line", ["Recall that he said no.", "Recall"])
def test_no_background_without_a_heading_over_something(line: str) -> None:
    assert outline(f"{BODY}\n\n{line}") == [("body", f"{BODY}\n\n{line}")]


def test_title_byline_dateline_body_and_credit() -> None:
    text = (
        f"Talks go on in Torvik\n\nBy Jane Roe and John Doe\n\nTORVIK, Sept 7, 2026 (ETB) - {BODY}\n\n{MORE}\n\n"
        "Reporting by Jane Roe; editing by Max Moe\nSource: ETB"
    )
    assert outline(text) == [
        ("title", "Talks go on in Torvik"),
        ("credit", "By Jane Roe and John Doe"),
        ("dateline", "TORVIK, Sept 7, 2026 (ETB) -"),
        ("body", f"{BODY}\n\n{MORE}"),
        ("credit", "Reporting by Jane Roe; editing by Max Moe\nSource: ETB"),
    ]
    found = outline_text(text, guesses_title=True)
    assert found.title == "Talks go on in Torvik"
    assert found.authors == ("Jane Roe", "John Doe")
    assert found.dateline is not None
    assert (found.dateline.published, found.dateline.agency) == ("2026-09-07", "ETB")


@pytest.mark.parametrize(
    ("dateline", "published", "agency"),
    [
        ("WASHINGTON (Reuters) —", None, "Reuters"),
        ("HANOI, Nov. 18 (Xinhua) --", None, "Xinhua"),
        ("BEIJING, Nov. 14(Xinhua)--", None, "Xinhua"),
        ("MANCHESTER, New Hampshire (Reuters) -", None, "Reuters"),
        ("BAGHDAD/WASHINGTON (Reuters) -", None, "Reuters"),
        ("NASHUA, N.H. -", None, None),
        ("JERUSALEM, Israel –", None, None),
        ("(Reuters) -", None, "Reuters"),
        ("MOSCOW, February 27. /TASS/.", None, "TASS"),
        ("Paris, 7 March 2025 (AFP) –", "2025-03-07", "AFP"),
        ("date 2025-02-27", "2025-02-27", None),
        ("2025-02-27", "2025-02-27", None),
        ("27 February 2025", "2025-02-27", None),
        ("February 27, 2025, 10:14 -", "2025-02-27", None),
        ("Published: 27.02.2025", "2025-02-27", None),
    ],
)
def test_datelines_before_the_first_sentence(dateline: str, published: str | None, agency: str | None) -> None:
    text = f" {dateline} {BODY}"
    assert outline(text) == [("dateline", dateline), ("body", BODY)]
    found = outline_text(text).dateline
    assert found is not None
    assert (found.published, found.agency) == (published, agency)


def test_a_date_or_place_alone_on_the_first_line() -> None:
    for line in ("27 February 2025", "Kyiv, 27 February 2025", "Updated: 2025-02-27"):
        assert outline(f"{line}\n\n{BODY}") == [("dateline", line), ("body", BODY)]


@pytest.mark.parametrize(
    "text",
    [
        f"EXCLUSIVE – {BODY}",
        f"FILE - {BODY}",
        "27 February 2025 was the day on which the talks began.",
        "2025-13-41 The talks began.",
        "Donald Trump – the president – said so.",
        "NATO — the alliance of 32 states — said so.",
        "The legacy of empire — he said — is heavy.",
        "20:02 The minister speaks.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert outline(text) == [("body", text)]


def test_a_correction_may_stand_before_the_dateline() -> None:
    note = "(Corrects day of payment in paragraph 5)"
    expected = [("body", note), ("dateline", "TORVIK, Sept 16 (ETB) -"), ("body", BODY)]
    assert outline(f"{note}\n\nTORVIK, Sept 16 (ETB) - {BODY}") == expected


@pytest.mark.parametrize(
    "text",
    [
        f"He said no.\n\n{BODY}",
        f"the minister and the\n{BODY}",
        "The minister said on Monday that the\ntalks would go on for another week in\nTorvik, and then end.",
        f"Talks go on\n\nin {BODY[4:-1]}",
    ],
)
def test_titles_are_guessed_only_when_sure(text: str) -> None:
    assert outline(text) == [("body", text)]


def test_a_known_title_is_found_and_no_other_is_guessed() -> None:
    text = f"Talks go  on in Torvik\n{BODY}"
    assert outline(text, "Talks go on in Torvik", guesses=False)[0] == ("title", "Talks go  on in Torvik")
    assert outline(text, "Another title", guesses=False) == [("body", text)]
    assert outline(text, guesses=False) == [("body", text)]


@pytest.mark.parametrize(
    "credit",
    [
        "(Reuters)",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "Jane Roe in Paris contributed to this report.",
        "Follow Jane Roe on Twitter @janeroe",
        "___",
        "© 2026 Torvik Aftenblad",
    ],
)
def test_credits_at_the_end(credit: str) -> None:
    assert outline(f"{BODY}\n\n{credit}\n") == [("body", BODY), ("credit", credit)]


def test_a_credit_behind_the_last_sentence() -> None:
    assert outline(f"{BODY} (Reporting by Jane Roe)") == [("body", BODY), ("credit", "(Reporting by Jane Roe)")]


def test_a_text_of_credits_only_keeps_a_body() -> None:
    assert outline("Source: Reuters") == [("body", "Source: Reuters")]


def test_a_row_of_hyphens_and_capitals_is_no_dateline_and_takes_no_time() -> None:
    started = process_time()
    assert outline_text("A-" * 100 + f" {BODY}").dateline is None
    assert process_time() - started < 1  # it could be cut into places in millions of ways
