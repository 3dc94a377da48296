"""Stories from similar pairs."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.stories import find_edges, make_terms, partition, partitions
from tests.linking.stories.made_articles import STORIES, make_records

IDS = [f"n{number}" for number in range(9)]
PAIRS = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] < pair[1])
EDGES = st.dictionaries(PAIRS, st.sampled_from([0.12, 0.2, 0.25, 0.5, 1.0]))


def test_articles_are_grouped_by_what_they_tell() -> None:
    terms = {record.article.id: make_terms(record) for record in make_records()}
    assert list(map(len, partition(terms, find_edges(terms)))) == list(map(len, STORIES))


def test_a_bridge_does_not_join_two_stories() -> None:
    edges = {("a", "b"): 0.6, ("c", "d"): 0.6, ("b", "c"): 0.5}
    assert partition("abcde", edges) == [("a", "b"), ("c", "d"), ("e",)]


def test_copies_stay_together_whatever_their_words() -> None:
    edges = {("a", "b"): 0.6, ("c", "d"): 0.6}
    assert partition("abcd", edges, [("a", "c")]) == [("a", "b", "c"), ("d",)]
    assert partition("abcd", {}, [("d", "a"), ("a", "c"), ("x", "b")]) == [("a", "c", "d"), ("b",)]


def test_what_is_not_asked_for_is_left_out() -> None:
    assert partition("ab", {("b", "x"): 1.0, ("a", "x"): 1.0}) == [("a",), ("b",)]
    assert partition([], {("b", "x"): 1.0}) == []


@given(EDGES, st.lists(PAIRS, max_size=3), st.randoms(use_true_random=False))
def test_every_article_is_in_one_story_whatever_the_order(
    edges: dict[tuple[str, str], float], copies: list[tuple[str, str]], order: random.Random
) -> None:
    stories = partition(IDS, edges, copies)
    assert sorted(id for story in stories for id in story) == IDS
    assert all(any({*pair} <= {*story} for story in stories) for pair in copies)
    mixed = list(edges.items())
    order.shuffle(mixed)
    assert partition(order.sample(IDS, len(IDS)), dict(mixed), copies[::-1]) == stories


def test_a_large_component_is_taken_apart_at_its_weak_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    # Four tight clusters on a string of weak pairs: one component, larger than is allowed.
    ids = [f"{group}{number}" for group in "abcd" for number in range(4)]
    edges = {(x, y): 0.9 for x in ids for y in ids if x < y and x[0] == y[0]}
    edges |= {("a3", "b0"): 0.13, ("b3", "c0"): 0.13, ("c3", "d0"): 0.13}
    whole = partition(ids, edges)
    monkeypatch.setattr(partitions, "LARGEST", 6)
    assert partition(ids, edges) == whole == [tuple(f"{group}{number}" for number in range(4)) for group in "abcd"]


def test_a_component_that_nothing_takes_apart_is_one_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "LARGEST", 3)
    edges = {(x, y): 1.0 for x in "abcdef" for y in "abcdef" if x < y}
    assert partition("abcdef", edges) == [tuple("abcdef")]
