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
    """A figure beside its floor."""

    figure: float
    floor: Floor

    @property
    def is_held(self) -> bool:
        """Whether the floor holds."""
        return holds(self.figure, self.floor.floor, at_most=self.floor.at_most)

    @property
    def is_reached(self) -> bool:
        """Whether the target is reached; one that nobody set is."""
        return self.floor.target is None or holds(self.figure, self.floor.target, at_most=self.floor.at_most)


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
    found = [Verdict(figures[floor.name], floor) for floor in floors if floor.name in figures]
    if loose := figures.keys() - {verdict.floor.name for verdict in found}:
        raise KeyError(f"no floor for {', '.join(sorted(loose))}")
    return found


def find_unmeasured(figures: Mapping[str, float], floors: Iterable[Floor]) -> list[str]:
    """The floors without a figure: after a run of all gates there is to be none, for such a floor holds nothing."""
    return [floor.name for floor in floors if floor.name not in figures]


def holds(figure: float, bound: float, *, at_most: bool = False) -> bool:
    """Whether the figure is on the right side. It is compared as it is printed, to a tenth."""
    shown = round(figure, 1)
    return shown <= bound if at_most else shown >= bound
