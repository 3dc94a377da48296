"""What a claim is called."""

from dataclasses import replace

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.claims.gists import LONGEST, write_gist
from firsthand.linking.claims.propositions import make_propositions
from firsthand.records import Act, Form, Status
from tests.linking.claims.made_propositions import BRIDGE, CABLES, propose
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


def test_who_denies_it_is_not_in_the_name_of_what_others_say() -> None:
    told = Line("Brask", BRIDGE)
    denied = Line("Reyes", "this", Act.DENY, Status.DENIED, covers=0)
    both = make_propositions(gather(write("x1", "2026-02-02", [told, denied])))
    assert write_gist(both).casefold() == BRIDGE.casefold()
    assert write_gist(both[1:]) == f"Reyes denied that {BRIDGE}"


def test_the_opposite_is_told_as_a_denial() -> None:
    lines = [Line("Brask", BRIDGE), Line("Reyes", "the opposite", covers=0)]
    (_, opposite) = make_propositions(gather(write("x1", "2026-02-02", lines)))
    assert not opposite.affirms
    assert write_gist([opposite]) == f"Reyes denies that {BRIDGE}"


def test_a_quotation_behind_its_speaker_keeps_its_marks() -> None:
    (one,) = make_propositions(gather(write("x1", "2026-02-02", [Line("Reyes", "I was not informed")])))
    direct = replace(one, statement=msgspec.structs.replace(one.statement, form=Form.DIRECT))
    assert write_gist([direct]) == "Reyes said: “I was not informed”"


def test_of_a_content_in_pieces_one_is_taken() -> None:
    (one,) = make_propositions(gather(write("x1", "2026-02-02", [Line("Brask", f"{BRIDGE} and said {CABLES}")])))
    start, end = one.spans[0]
    pieces = ((start, start + len(BRIDGE)), (end - len(CABLES), end))
    found = write_gist([replace(one, spans=pieces, text=f"{BRIDGE} {CABLES}")])
    assert found.casefold() in {BRIDGE.casefold(), CABLES.casefold()}
