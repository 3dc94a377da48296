"""Whether one text supports or refutes another, from words alone: polarity, figures, opposites, names and gaps."""

from firsthand.linking.contradiction.judging import PairJudgement, PairVerdict, judge_pair
from firsthand.linking.contradiction.sides import Side, read_side

__all__ = ["PairJudgement", "PairVerdict", "Side", "judge_pair", "read_side"]
