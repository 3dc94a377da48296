"""What every figure has to reach: `floors.toml`, read and compared."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

FLOORS = Path(__file__).with_name("floors.toml")


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bound of a figure and what is aimed at. With `at_most`, the bound is a ceiling: less is better."""

    name: str
    floor: float
    what: str
    target: float | None = None
    at_most: bool = False


class Verdict(msgspec.Struct, frozen=True):
    """A figure beside its floor, and whether it holds."""

    figure: float
    floor: Floor
    is_held: bool


def read_floors(path: Path = FLOORS) -> list[Floor]:
    """The floors in the order of the file.

    Raises:
        msgspec.ValidationError: an entry lacks a field, or has one that does not exist.

    """
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8"))["figure"], list[Floor])


def compare(figures: Mapping[str, float], floors: Iterable[Floor]) -> list[Verdict]:
    """A verdict for every measured figure, in the order of the floors.

    Raises:
        KeyError: a figure has no floor, so that nothing would hold it.

    """
    found = [Verdict(figures[floor.name], floor, holds(figures[floor.name], floor))
             for floor in floors if floor.name in figures]
    if loose := figures.keys() - {verdict.floor.name for verdict in found}:
        raise KeyError(f"no floor for {', '.join(sorted(loose))}")
    return found


def find_unmeasured(figures: Mapping[str, float], floors: Iterable[Floor]) -> list[str]:
    """The floors without a figure: after a run of all gates there is to be none, for such a floor holds nothing."""
    return [floor.name for floor in floors if floor.name not in figures]


def holds(figure: float, floor: Floor) -> bool:
    """Whether the figure is on the right side. Both are compared as printed, to a tenth."""
    shown = round(figure, 1)
    return shown <= floor.floor if floor.at_most else shown >= floor.floor
