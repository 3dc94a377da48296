from random import Random

from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.clustering import cluster

Scores = dict[tuple[int, int], float]
TWO = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])
PAIRS = st.dictionaries(TWO, st.floats(0, 1), max_size=20)


def test_the_mean_between_groups_decides() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (3, 4): 0.7}
    assert cluster(5, scores, 0.5) == [[0, 1], [2], [3, 4]]
    assert cluster(5, scores, 0.4) == [[0, 1, 2], [3, 4]]


def test_a_missing_score_counts_as_nothing() -> None:
    assert cluster(3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5) == [[0, 1], [2]]


def test_judgements_win() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}
    assert cluster(3, scores, 0.5, apart=[(0, 2)]) == [[0, 1], [2]]
    assert cluster(4, scores, 0.5, together=[(2, 3)], apart=[(0, 3)]) == [[0, 1], [2, 3]]


@given(PAIRS, st.floats(0.01, 1), st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_is_without_effect(scores: Scores, threshold: float, chance: Random) -> None:
    shuffled = list(scores.items())
    chance.shuffle(shuffled)
    groups = cluster(8, dict(shuffled), threshold)
    assert groups == cluster(8, scores, threshold)
    assert sorted(item for group in groups for item in group) == list(range(8))


@given(PAIRS, st.sets(TWO, max_size=5))
def test_what_is_kept_apart_stays_apart(scores: Scores, apart: set[tuple[int, int]]) -> None:
    for group in cluster(8, scores, 0.1, apart=apart):
        assert not any(left in group and right in group for left, right in apart)
