"""Figures that two do not give by chance."""

TELLING_DIGITS = 2  # "35 years", "1.8 billion"; "30 years" and "two weeks" are said of many things


def is_telling(value: float) -> bool:
    """Whether a figure has digits enough, without its zeros at both ends, to be the same by chance only rarely."""
    digits = f"{value:.6g}".partition("e")[0].replace(".", "").strip("0")
    return len(digits) >= TELLING_DIGITS
