"""What a claim is called."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.claims.gists import LONGEST, write_gist
from firsthand.linking.claims.propositions import make_propositions
from tests.linking.claims.made_propositions import BRIDGE, propose
from tests.linking.relations.made_claims import Line, gather, write


def test_a_gist_is_the_content_from_a_capital_on_without_marks_and_complementiser() -> None:
    assert write_gist(propose(f"“that {BRIDGE}”")) == f"{BRIDGE[:1].upper()}{BRIDGE[1:]}"


def test_a_gist_is_the_wording_that_has_what_most_have() -> None:
    lines = [Line("Reyes", "the bridge shuts"), Line("Brask", BRIDGE), Line("Tolle", BRIDGE)]
    found = write_gist(make_propositions(gather(write("x1", "2026-02-02", lines))))
    assert found.casefold() == BRIDGE.casefold()


def test_a_long_content_is_cut_at_a_word() -> None:
    found = write_gist(propose("the bridge over the Lumme would be closed " * 9))
    assert len(found) <= LONGEST + 2
    assert found.endswith(" …")


@given(st.text(min_size=1, max_size=300))
def test_any_content_has_a_gist_in_one_line(text: str) -> None:
    for one in propose(text):
        found = write_gist([one])
        assert len(found.splitlines()) <= 1
        assert len(found) <= LONGEST + 2
