"""Who publishes an article, and what else it is called."""

import pytest
from made_statements import make_article, make_cast

from firsthand.extraction.publisher import find_publisher, is_short_form
from firsthand.records import Actor, ActorKind, Certainty

WIRE = "NORDBY, May 2 (Reuters) - The dam would hold, Anne Roux said.\n\nRain fell on Friday."


def test_metadata_name_the_publisher_without_evidence() -> None:
    cast = make_cast("")
    publisher = find_publisher(make_article("Rain fell.", "Nordby Post"), cast)
    assert publisher is not None
    assert (cast.get(publisher.actor).name, publisher.evidence, publisher.agency) == ("Nordby Post", (), None)


def test_dateline_names_the_publisher_where_metadata_do_not() -> None:
    cast = make_cast(WIRE)
    publisher = find_publisher(make_article(WIRE), cast)
    assert publisher is not None
    assert cast.get(publisher.actor).name == "Reuters"
    assert [WIRE[start:end] for start, end in publisher.evidence] == ["Reuters"]
    assert publisher.certainty is Certainty.STATED


def test_another_outlets_copy_has_an_agency() -> None:
    cast = make_cast(WIRE)
    publisher = find_publisher(make_article(WIRE, "Nordby Post"), cast)
    assert publisher is not None
    assert publisher.agency is not None
    assert cast.get(publisher.agency).name == "Reuters"


def test_own_initials_in_the_dateline_are_an_alias() -> None:
    text = WIRE.replace("Reuters", "NNA")
    cast = make_cast(text)
    publisher = find_publisher(make_article(text, "Nordby News Agency"), cast)
    assert publisher is not None
    assert publisher.agency is None
    assert cast.get(publisher.actor).aliases == ("NNA",)


def test_agency_in_a_byline() -> None:
    cast = make_cast("")
    publisher = find_publisher(make_article("Rain fell.", None, ("Jo Beck, Associated Press",)), cast)
    assert publisher is not None
    assert cast.get(publisher.actor).name == "Associated Press"


def test_nothing_names_no_publisher() -> None:
    assert find_publisher(make_article("Rain fell (hard)."), make_cast("")) is None


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("NNA", "Nordby News Agency", True),
        ("PAN", "Press Agency of Nordby", True),
        ("the Courier", "Vale Courier", True),
        ("Nordby", "Nordby News Agency", False),
        ("Agency", "Nordby News Agency", False),
        ("CNN", "CNN (Web News)", True),
        ("AFP", "Agence France-Presse", True),
        ("nna", "Nordby News Agency", False),
    ],
)
def test_short_forms(short: str, full: str, expected: bool) -> None:
    assert is_short_form(short, Actor("1", full, ActorKind.OUTLET)) is expected
