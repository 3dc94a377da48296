"""References to outlets, read at a position."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_statements import make_cast

from firsthand.extraction.outlet_names import OutletNames


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reuters that", "Reuters"),
        ("CNN's Jo Beck that", "CNN"),
        ("CNN Wednesday that", "CNN"),
        ("the Guardian that", "Guardian"),
        ("the Vale Courier that", "Vale Courier"),
        ("Radio Nordby that", "Radio Nordby"),
        ("the Interfax news agency that", "Interfax"),
        ("the newspaper Nordblatt that", "Nordblatt"),
        ("Nordby News Agency that", "Nordby News Agency"),
        ("the Environmental Protection Agency that", None),
        ("Anne Roux that", None),
        ("Congress that", None),
        ("reporters that", None),
        ("the agency that", None),
        ("", None),
    ],
)
def test_names(text: str, name: str | None) -> None:
    reference = OutletNames(text, make_cast(text), None).read(0)
    assert (reference.name if reference else None) == name


@pytest.mark.parametrize("text", ["local radio that", "state television on Monday", "a newspaper."])
def test_outlets_without_a_name(text: str) -> None:
    reference = OutletNames(text, make_cast(text), None).read(0)
    assert reference is not None
    assert (reference.name, reference.actor) == (None, None)


@pytest.mark.parametrize("text", ["a television interviewer that", "news agency that", "radio that"])
def test_nouns_that_are_no_outlet_here(text: str) -> None:
    assert OutletNames(text, make_cast(text), None).read(0) is None


def test_noun_is_the_last_outlet_of_its_kind() -> None:
    text = "The newspaper Nordblatt wrote it. Radio Nordby aired it. He told the newspaper"
    cast = make_cast(text, ("paper", "t", "Nordblatt"), ("radio", "t", "Radio Nordby"))
    reference = OutletNames(text, cast, "radio").read(text.index("the newspaper"))
    assert reference is not None
    assert reference.actor == "paper"


def test_short_name_is_completed_from_the_text() -> None:
    text = "The Vale Courier wrote it. He told the Courier that rain fell."
    reference = OutletNames(text, make_cast(text), None).read(text.index("the Courier"))
    assert reference is not None
    assert reference.name == "Vale Courier"


@given(st.text(alphabet="AaB the of’'.-& radio\n", max_size=80), st.integers(0, 80))
def test_any_text_is_read_within_its_bounds(text: str, start: int) -> None:
    reference = OutletNames(text, make_cast(""), None).read(start)
    assert reference is None or start <= reference.span[0] < reference.span[1] <= len(text)
