"""However the articles come, linking ends with the same: by batches in any order, killed in between, or anew."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.engine.links import link
from firsthand.storage import open_store
from tests.acceptance.conftest import PACKS
from tests.acceptance.linked_stores import Record, add, describe, export_bytes, link_in_batches

Examples = dict[str, list[Record]]
# Two random orders of all stories, and eighteen of one story each, which cost a third.
ORDERS = [(seed, PACKS) for seed in range(2)] + [(seed, (PACKS[seed % 3],)) for seed in range(2, 20)]


@pytest.fixture(scope="module")
def wholes(examples: Examples, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], dict[str, Any]]:
    """What linking all at once finds, by the names of the stories."""
    folder = tmp_path_factory.mktemp("wholes")
    return {
        names: link_in_batches(folder / f"{'-'.join(names)}.db", [[one for name in names for one in examples[name]]])
        for names in dict.fromkeys(names for _, names in ORDERS)
    }


def draw_batches(records: list[Record], seed: int) -> Iterator[list[Record]]:
    """The records in a random order, in up to four batches of random sizes."""
    chance = random.Random(seed)
    chance.shuffle(records)
    cuts = sorted(chance.sample(range(1, len(records)), chance.choice([1, 1, 2, 3])))
    for start, end in zip([0, *cuts], [*cuts, len(records)], strict=True):
        yield records[start:end]


@pytest.mark.parametrize(("seed", "names"), ORDERS)
def test_batches_in_any_order_end_with_what_all_at_once_gives(
    seed: int, names: tuple[str, ...], examples: Examples, wholes: dict[Any, dict[str, Any]], tmp_path: Path
) -> None:
    records = [one for name in names for one in examples[name]]
    found = link_in_batches(tmp_path / "batches.db", draw_batches(records, seed))
    whole = wholes[names]
    assert found.keys() == whole.keys()
    for part in whole:  # one by one, since a difference of all is too long to read
        assert found[part] == whole[part], part


def test_the_examples_give_a_story_each_with_all_that_linking_finds(wholes: dict[Any, dict[str, Any]]) -> None:
    """Else the orders would agree on nothing."""
    whole = wholes[PACKS]
    assert sorted(len(story["articles"]) for story in whole["stories"]) == [9, 9, 9]
    assert all(whole[part] for part in ("actors", "claims", "copies", "relations", "timeline"))
    assert any(len(claim["statements"]) > 1 for claim in whole["claims"])


class StopError(Exception):
    """Stands for a kill."""


def test_a_run_that_is_killed_between_stories_goes_on(
    examples: Examples, wholes: dict[Any, dict[str, Any]], tmp_path: Path
) -> None:
    def kill(what: str, done: int, of: int) -> None:
        if (what, done, of) == ("stories", 1, 3):
            raise StopError

    path = tmp_path / "killed.db"
    with open_store(path) as store:
        add(store, [one for name in PACKS for one in examples[name]])
        with pytest.raises(StopError):
            link(store, progress=kill)
        assert not store.links.is_current()
        assert len(store.links.load_story_keys()) == 1
    with open_store(path) as store:
        sums = link(store)
        assert sums.linked == 2
        assert store.links.is_current()
        assert describe(store) == wholes[PACKS]


def test_what_has_not_changed_is_not_linked_again(database: Path) -> None:
    with open_store(database) as store:
        before = export_bytes(store)
        sums = link(store)
        assert (sums.stories, sums.linked) == (3, 0)
        assert export_bytes(store) == before
        assert link(store, anew=True).linked == 3
        assert export_bytes(store) == before


def test_articles_that_come_again_change_nothing(database: Path, examples: Examples) -> None:
    with open_store(database) as store:
        before = export_bytes(store)
        assert set(add(store, examples["ferry_hack"])) == {"duplicate"}
        assert link(store).linked == 0
        assert export_bytes(store) == before
