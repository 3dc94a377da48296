"""Who confirms a claim, or gives its figure, joins it although he words it differently."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.claims.comparison import Pair
from firsthand.linking.claims.supporting import find_support, join_supported
from firsthand.linking.telling import is_telling
from firsthand.records import Act, Statement
from tests.linking.claims.made_claims import make, say

OFFERED = "the ministry offered the fund a lease of the deep harbour at Nordby for a loan"
CONFIRMED = "it received a letter from the ministry about a lease of the deep harbour at Nordby"


def supports(*statements: Statement, alike: float = 1.0) -> list[tuple[int, int]]:
    """The links between propositions of which the vectors have this cosine."""
    propositions, scene = make(*statements)
    sines = (np.array([1, 0], np.float32), np.array([alike, (1 - alike**2) ** 0.5], np.float32))
    turned = [replace(one, vector=sines[bool(number)]) for number, one in enumerate(propositions)]
    return find_support({(a, b): Pair(turned[a], turned[b], scene) for b in range(len(turned)) for a in range(b)})


def test_a_confirmation_supports_what_it_repeats() -> None:
    assert supports(say(OFFERED, "anna"), say(CONFIRMED, "ivo", Act.CONFIRM)) == [(0, 1)]


def test_nobody_confirms_without_saying_so_or_himself_or_other_words() -> None:
    assert supports(say(OFFERED, "anna"), say(CONFIRMED, "ivo")) == []
    assert supports(say(OFFERED, "anna"), say(CONFIRMED, "anna", Act.CONFIRM)) == []
    assert supports(say(OFFERED, "anna"), say("the harbour will be dredged", "ivo", Act.CONFIRM)) == []
    assert supports(say(OFFERED, "anna"), say(CONFIRMED, "ivo", Act.CONFIRM), alike=0.2) == []


def test_a_denial_is_not_supported() -> None:
    assert supports(say(OFFERED, "anna", Act.DENY), say(CONFIRMED, "ivo", Act.CONFIRM)) == []


def test_a_telling_figure_is_support_and_a_round_one_is_none() -> None:
    terms = "the term is {} years", "a lease would run for {} years"
    assert supports(say(terms[0].format(35), "anna"), say(terms[1].format(35), "ivo")) == [(0, 1)]
    assert supports(say(terms[0].format(30), "anna"), say(terms[1].format(30), "ivo")) == []
    assert supports(say(terms[0].format(35), "anna"), say("35 ships were loaded", "ivo")) == []


def test_a_figure_that_all_give_is_no_support() -> None:
    many = [say(f"the term is 35 years {place}", "ivo") for place in ("here", "there", "abroad", "inland", "offshore")]
    assert supports(say("a lease would run for 35 years", "anna"), *many) == []


def test_groups_are_joined_unless_kept_apart() -> None:
    groups = [[0, 2], [1], [3]]
    assert join_supported(groups, [(1, 2)], ()) == [[0, 1, 2], [3]]
    assert join_supported(groups, [(1, 2), (2, 3)], [(3, 0)]) == [[0, 1, 2], [3]]


@given(st.permutations([(0, 1), (2, 3), (1, 4), (5, 0)]))
def test_joined_groups_do_not_depend_on_the_order_of_links(links: list[tuple[int, int]]) -> None:
    assert join_supported([[number] for number in range(6)], links, ()) == [[0, 1, 4, 5], [2, 3]]


def test_telling_figures() -> None:
    assert [is_telling(value) for value in (35, 1.8e9, 0.125, 11)] == [True] * 4
    assert [is_telling(value) for value in (0, 2, 30, 4e6, 0.5)] == [False] * 5
