"""Similar pairs of cards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.stories.edges import WEAKEST, count_days, find_edges
from firsthand.linking.stories.terms import StoryTerms, make_terms
from tests.linking.stories.made_articles import make_record, make_records

TERMS = {record.article.id: make_terms(record) for record in make_records()}
WORDS = st.lists(st.sampled_from("dam flood strike baker comet moon ostrel kanny vellmar tessia".split()), max_size=6)
DAYS = st.sampled_from([None, "2026", "2026-03-02", "2026-03-09", "2024-01-01", "no date"])
CARDS = st.lists(st.builds(lambda words, day: make_terms(make_record("x", None, " ".join(words), day)), WORDS, DAYS))


def score(left: StoryTerms, right: StoryTerms) -> float:
    return find_edges({"a": left, "b": right}).get(("a", "b"), 0.0)


def test_pairs_of_one_story_have_edges_and_no_others() -> None:
    edges = find_edges(TERMS)
    assert set(edges) == {("a0", "a1"), ("a0", "a2"), ("a1", "a2"), ("b0", "b1")}
    assert all(WEAKEST <= value <= 1 for value in edges.values())


def test_equal_articles_score_one_and_less_with_the_years_between() -> None:
    dates = ("2026-03-02", None, "2026-04-02", "2028-03-02", "1999-01-01")
    scores = [
        score(make_terms(make_record("a", None, "Kanny flooded", "2026-03-02")),
              make_terms(make_record("b", None, "Kanny flooded", day)))
        for day in dates
    ]
    assert scores[:2] == pytest.approx([1, 1])
    assert scores[1] > scores[2] > scores[3] > scores[4] == 0


def test_without_articles_there_are_no_edges() -> None:
    assert find_edges({}) == {}
    assert find_edges({"a": StoryTerms(), "b": StoryTerms()}) == {}


@settings(max_examples=40)
@given(CARDS, st.randoms(use_true_random=False), st.integers(1, 4))
def test_batch_after_batch_gives_what_the_whole_gives(cards: list[StoryTerms], order: object, batches: int) -> None:
    terms = {f"n{number}": card for number, card in enumerate(cards)}
    ids = list(terms)
    order.shuffle(ids)  # type: ignore[attr-defined]
    known: dict[str, StoryTerms] = {}
    edges: dict[tuple[str, str], float] = {}
    size = max(1, -(-len(ids) // batches))
    for start in range(0, len(ids), size):
        new = ids[start : start + size]
        known |= {id: terms[id] for id in new}
        found = find_edges(known, new)
        assert not found.keys() & edges.keys()
        edges |= found
    assert edges == find_edges(terms)


@pytest.mark.parametrize(
    ("day", "like"), [("2026", "2026-07-01"), ("2026-03", "2026-03-15"), ("2026-03-02", "2026-03-02")]
)
def test_vague_dates_stand_for_their_middle(day: str, like: str) -> None:
    assert count_days(day) == count_days(like) > 0


@pytest.mark.parametrize("day", ["", "soon", "2026-99", "20260", "9999-99-99"])
def test_what_is_no_date_is_unknown(day: str) -> None:
    assert count_days(day) == 0
