"""What is never one claim: a refusal and another's words, an old figure and who corrects it."""

import pytest

from firsthand.linking.claims.barring import find_barred
from firsthand.linking.claims.candidates import find_likes
from firsthand.linking.claims.comparison import Pair
from firsthand.records import Act, Statement, Status
from tests.linking.claims.made_claims import make, say


def is_barred(left: Statement, right: Statement) -> bool:
    propositions, scene = make(left, right)
    return find_barred({(0, 1): Pair(*propositions, scene)}) == [(0, 1)]


def test_refusals_of_two_speakers_are_two() -> None:
    refusal = "to comment on the payment"
    assert is_barred(say(refusal, "anna", Act.DECLINE), say(refusal, "ivo", Act.DECLINE))
    assert not is_barred(say(refusal, "anna", Act.DECLINE), say(refusal, "anna", Act.DECLINE))


def test_a_refusal_is_no_claim_of_somebody_else() -> None:
    refusal = say("a payment to the hackers", "anna", Act.DECLINE)
    assert is_barred(refusal, say("the company made a payment to the hackers", "ivo"))
    assert is_barred(refusal, say("the company made a payment to the hackers", None))


def test_who_tells_of_a_refusal_may_say_what_it_is() -> None:
    refusal = say("whether two ports were hit", "anna", Act.DECLINE)
    assert not is_barred(refusal, say("the port has not denied it", "ivo", Act.REPORT, Status.DENIED))


def test_equal_words_of_two_refusals_are_not_taken_as_one() -> None:
    declined = [say("to comment by telephone", who, Act.DECLINE) for who in ("anna", "ivo", None, None, "anna")]
    assert find_likes(make(*declined)[0]) == [0, 1, 2, 3, 0]
    spoken = [say("the dam has moved again", who) for who in ("anna", "ivo")]
    assert find_likes(make(*spoken)[0]) == [0, 0]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("eleven people were killed by the mud", "the toll was lowered to nine from 11", True),
        ("a loan of 2.4 billion dollars was offered", "the sum is now $1.8bn, not $2.4bn", True),
        ("nine people were killed by the mud", "the toll was lowered to nine from 11", False),
        ("eleven people were killed by the mud", "the dead are eleven from Nordby", False),
        ("the toll was lowered to nine from 11", "nine were killed instead of 11", False),
    ],
)
def test_who_corrects_a_figure_no_longer_gives_it(earlier: str, later: str, expected: bool) -> None:
    assert is_barred(say(earlier, "anna"), say(later, "ivo")) == expected


def test_who_says_the_opposite_says_none_of_it() -> None:
    told = say("the siren was turned off on Friday", "anna")
    assert is_barred(told, say("quite the opposite", "ivo"))
    assert not is_barred(told, say("the siren opposite the church was turned off", "ivo"))
