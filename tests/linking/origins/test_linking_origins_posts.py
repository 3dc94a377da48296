"""For whom somebody speaks, as articles introduce people."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.origins import Ground
from firsthand.linking.origins.body_names import body_words, same_body
from firsthand.linking.origins.posts import cut_body, find_posts, read_before, read_behind
from firsthand.linking.origins.voices import speaks_for
from tests.linking.origins.made_stories import ACTORS, gather, say, write


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Ivo Lind, chairman of Northmark Copper, was there.", "Northmark Copper"),
        ("Ivo Lind, who heads Northmark Copper, was there.", "Northmark Copper"),
        ("Northmark Copper's spokesman Ivo Lind was there.", "Northmark Copper"),
        ("Northmark Copper chief executive Ivo Lind was there.", "Northmark Copper"),
        ("The head of Northmark Copper, Ivo Lind, was there.", "Northmark Copper"),
        ("Captain Ivo Lind of Northmark Copper was there.", "Northmark Copper"),
        ("Northmark Copper was late. Its chief executive, Ivo Lind, was there.", "Northmark Copper"),
        ("Mines Minister Ivo Lind was there.", "Ministry of Mines"),
    ],
)
def test_introductions_name_the_body(line: str, body: str) -> None:
    ground = Ground(gather([write("a", 1, line, say("a1", "Courier > Ivo Lind"))]))
    assert speaks_for(ACTORS["Ivo Lind"], ACTORS[body], ground)


@pytest.mark.parametrize(
    "line",
    [
        "Ivo Lind, a former chairman of Northmark Copper, was there.",
        "Ivo Lind, an engineer at Northmark Copper, was there.",
        "Ivo Lind sued Northmark Copper.",
        "Northmark Copper and Ivo Lind met.",
    ],
)
def test_others_speak_for_themselves(line: str) -> None:
    ground = Ground(gather([write("a", 1, line, say("a1", "Courier > Ivo Lind"))]))
    assert not speaks_for(ACTORS["Ivo Lind"], ACTORS["Northmark Copper"], ground)


def test_an_office_is_one_by_all_its_names() -> None:
    ground = Ground(gather([write("a", 1, say("a1", "Courier > Ivo Lind"))]))
    names = ["President Lind", "President Lind's office", "the presidency of Northmark", "Northmark's president"]
    words = [body_words(name, ground) for name in names]
    assert all(same_body(words[0], other, ground) for other in words)
    assert not same_body(body_words("Ministry of Mines", ground), body_words("Ministry of Justice", ground), ground)


def test_a_body_ends_behind_its_noun() -> None:
    assert cut_body("the fire service dismissed reports") == "the fire service"
    assert cut_body("Northmark Copper, who") == "Northmark Copper"


@given(st.text(max_size=200))
def test_any_words_are_survived(text: str) -> None:
    for post in (*read_behind(text), *read_before(text)):
        assert all(isinstance(part, str) for part in post)


def test_a_long_line_takes_no_time() -> None:
    line = "chief of the " * 20_000 + "Ivo Lind" + " of the chief" * 20_000
    ground = Ground(gather([write("a", 1, line, say("a1", "Courier > Ivo Lind"))]))
    start = time.process_time()
    find_posts("Ivo Lind", ground)
    assert time.process_time() - start < 2
