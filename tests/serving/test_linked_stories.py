"""What a story tells of its articles: who published them, and which claims their statements carry."""

import pytest

from firsthand.records import Annotations, Article, Certainty, Hop, HopRole, Statement
from firsthand.serving.linked_stories import find_publisher, list_claims_by_statement
from tests.serving.made_story import make_links

PUBLISHER, CARRIER, SPEAKER = (Hop(f"a-{role}", role, Certainty.STATED) for role in HopRole)


@pytest.mark.parametrize(
    ("chains", "publisher"),
    [
        ([], None),
        ([()], None),
        ([(PUBLISHER, CARRIER, SPEAKER)], "a-publisher"),
        ([(), (PUBLISHER,)], "a-publisher"),
        ([(SPEAKER,)], None),  # of an unknown outlet: who speaks first is not who prints it
        ([(CARRIER, SPEAKER)], None),
        ([(SPEAKER,), (PUBLISHER, SPEAKER)], "a-publisher"),
    ],
)
def test_the_publisher_is_who_a_chain_calls_so(chains: list[tuple[Hop, ...]], publisher: str | None) -> None:
    said = (Statement(f"x:{number}", (), (), (), chain=chain) for number, chain in enumerate(chains))
    assert find_publisher(Annotations(Article("x", "Text."), statements=tuple(said))) == publisher


def test_a_statement_leads_to_all_its_claims() -> None:
    claims = make_links().claims
    found = list_claims_by_statement(claims)
    assert {id: [claim.id for claim in carried] for id, carried in found.items()} == {
        id: [claim.id for claim in claims if id in claim.statements] for claim in claims for id in claim.statements
    }
