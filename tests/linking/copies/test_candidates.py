import random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.copies import find_candidates, make_sketch

WORDS = [f"{first}{second}" for first in "kelmorvanit" for second in "aquorsendibul"]


def write(seed: int, words: int = 200) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(50)) for _ in range(words))


def edit(text: str, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(word for word in text.split() if chance.random() > 0.02)


def join(pairs: set[tuple[str, str]], ids: list[str]) -> set[frozenset[str]]:
    group = {id: frozenset([id]) for id in ids}
    for left, right in pairs:
        whole = group[left] | group[right]
        group.update(dict.fromkeys(whole, whole))
    return set(group.values())


TEXTS = {f"{text}-{copy}": edit(write(text), copy) for text in range(4) for copy in range(4)}
SKETCHES = {id: make_sketch(text) for id, text in TEXTS.items()}


def test_reprints_are_joined_and_others_are_not() -> None:
    groups = join(find_candidates(SKETCHES), list(SKETCHES))

    assert groups == {frozenset(f"{text}-{copy}" for copy in range(4)) for text in range(4)}


def test_a_text_cut_to_a_fifth_is_found_by_its_lead() -> None:
    text = "\n".join(write(number, 40) for number in range(10))

    assert find_candidates({"whole": make_sketch(text), "cut": make_sketch(text[: len(text) // 5])})


def test_menus_of_one_publisher_are_no_candidates() -> None:
    menu = write(99, 150)
    pages = [write(1, 100) + " " + menu, write(2, 100) + " " + menu]

    assert find_candidates({str(number): make_sketch(page) for number, page in enumerate(pages)})
    assert not find_candidates({str(number): make_sketch(page, "Daily") for number, page in enumerate(pages)})


@settings(max_examples=30, deadline=None)
@given(st.permutations(sorted(SKETCHES)), st.integers(1, 5))
def test_batches_in_any_order_join_the_same_as_the_whole(order: list[str], size: int) -> None:
    found: set[tuple[str, str]] = set()
    for start in range(0, len(order), size):
        known = {id: SKETCHES[id] for id in order[: start + size]}
        found |= find_candidates(known, order[start : start + size])

    assert join(found, order) == join(find_candidates(SKETCHES), order)


def test_many_reprints_of_one_text_give_few_pairs_in_short_time() -> None:
    text = write(5)
    sketches = {str(number): make_sketch(edit(text, number)) for number in range(500)}
    start = process_time()

    assert len(find_candidates(sketches)) == 499
    assert process_time() - start < 3


@pytest.mark.parametrize("text", ["", "one two", "\ud800\n" * 99])
def test_a_text_without_words_enough_is_no_candidate(text: str) -> None:
    sketch = make_sketch(text)

    assert (sketch.size == 0) == (not sketch.minhash)
    assert not find_candidates({"a": sketch, "b": make_sketch(write(1))})


def test_sketches_are_the_same_everywhere() -> None:
    assert make_sketch("Six ships left the harbour of Lunmark today.", "Courier").leads == ()
    assert make_sketch("Six ships left the harbour today").minhash[:4].hex() == "45cd52c7"
