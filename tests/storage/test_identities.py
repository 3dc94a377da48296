"""Ids of groups: stable while groups grow, merged ones redirect, a split gives back what was before."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count, pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.storage import Links, Store, open_store

Partition = list[list[str]]
MEMBERS = "uvwxyz"
run = count()  # each example has members of its own, so that one store serves them all


@pytest.fixture(scope="module")
def links(make_store: Callable[[], Store]) -> Iterator[Links]:
    with make_store() as store:
        yield store.links


def make_partition(labels: Sequence[int | None]) -> Partition:
    """Members of one label are a group; those without any are not there."""
    groups = {label: [m for m, its in zip(MEMBERS, labels, strict=True) if its == label] for label in labels}
    return sorted(group for label, group in groups.items() if label is not None)


LABEL = st.integers(0, 3)
PARTITIONS = st.lists(LABEL, min_size=len(MEMBERS), max_size=len(MEMBERS)).map(make_partition)
LOSSY = st.lists(LABEL | st.none(), min_size=len(MEMBERS), max_size=len(MEMBERS)).map(make_partition)


def name_members(partition: Partition, example: int) -> Partition:
    return [[f"{example}-{member}" for member in group] for group in partition]


def settle(links: Links, partition: Partition, example: int, kind: str = "claim") -> list[str]:
    return links.settle_ids(kind, name_members(partition, example))


def test_ids_look_like_their_kind(links: Links) -> None:
    for kind, prefix in (("story", "s-"), ("claim", "c-"), ("actor", "a-")):
        (id,) = links.settle_ids(kind, [["one member", "other"]])
        assert id.startswith(prefix)
        assert len(id) == 12
        assert int(id[2:], 16) >= 0


def test_merge_split_and_growth(links: Links) -> None:
    one, two = links.settle_ids("story", [["m1", "m2"], ["m3"]])
    assert links.settle_ids("story", [["m0", "m1", "m2"]]) == [one]
    assert links.settle_ids("story", [["m0", "m3", "m1", "m2"]]) == [one]
    assert links.follow_id(two) == one
    assert links.settle_ids("story", [["m0", "m1"], ["m2", "m3"]]) == [one, two]
    assert links.follow_id(two) == two


def test_redirects_of_redirects_are_followed(links: Links) -> None:
    first, second, third = links.settle_ids("story", [["r1"], ["r2"], ["r3"]])
    links.settle_ids("story", [["r2", "r3"]])
    links.settle_ids("story", [["r2"]])  # r3 has gone: its id stays with the second
    links.settle_ids("story", [["r1", "r2"]])
    assert [links.follow_id(id) for id in (first, second, third)] == [first] * 3
    assert links.follow_id("s-unheard-of") == "s-unheard-of"


def test_an_id_stays_when_its_first_article_is_revised(links: Links) -> None:
    (id,) = links.settle_ids("story", [["a1", "b1", "c1"]])
    assert links.settle_ids("story", [["a1~2", "b1", "c1"]]) == [id]
    assert links.settle_ids("story", [["a1~2"], ["b1", "c1"]])[1] == id
    # The first revision again, as a group of its own: a new group, under an id of its own.
    (again,) = links.settle_ids("story", [["a1"]])
    assert again not in {id, links.settle_ids("story", [["a1~2"]])[0]}
    assert again.startswith(id)


def test_a_member_that_comes_back_takes_no_id_from_the_others(links: Links) -> None:
    (id,) = links.settle_ids("claim", [["k1", "k2"]])
    assert links.settle_ids("claim", [["k1"]]) == [id]
    (other,) = links.settle_ids("claim", [["k2"]])
    assert other != id
    assert links.settle_ids("claim", [["k1"]]) == [id]


@pytest.mark.parametrize("groups", [[[]], [["x"], []], [["x", "x"]], [["x"], ["y", "x"]]])
def test_groups_that_are_none_are_refused(links: Links, groups: Partition) -> None:
    with pytest.raises(ValueError, match="disjoint"):
        links.settle_ids("claim", groups)


def test_no_groups_have_no_ids(links: Links) -> None:
    assert links.settle_ids("claim", []) == []


def test_the_time_grows_with_the_number_of_members(links: Links) -> None:
    groups = [[f"many-{number}-{member}" for member in "xyz"] for number in range(8_000)]
    started = process_time()
    ids = links.settle_ids("actor", groups)
    assert links.settle_ids("actor", groups) == ids
    assert process_time() - started < 10  # 1 s here; going through all members for each takes minutes


@given(history=st.lists(PARTITIONS, max_size=4), last=PARTITIONS, merged=st.lists(LABEL, min_size=6, max_size=6))
def test_undoing_a_merge_gives_the_former_ids(
    links: Links, history: list[Partition], last: Partition, merged: list[int]
) -> None:
    example = next(run)
    for partition in history:
        settle(links, partition, example)
    before = settle(links, last, example)
    joint: dict[int, list[str]] = {}
    for group, label in zip(last, merged, strict=False):
        joint.setdefault(label, []).extend(group)
    wholes = settle(links, list(joint.values()), example)
    assert set(wholes) <= set(before)
    names = dict(zip(joint, wholes, strict=True))
    assert [links.follow_id(id) for id in before] == [names[label] for label in merged[: len(before)]]
    assert settle(links, last, example) == before
    assert [links.follow_id(id) for id in before] == before


@given(history=st.lists(LOSSY, min_size=1, max_size=6))
def test_ids_are_unique_and_every_id_ever_issued_leads_to_one_that_stands_for_itself(
    links: Links, history: list[Partition]
) -> None:
    example = next(run)
    issued: set[str] = set()
    for partition in history:
        ids = settle(links, partition, example)
        assert len(set(ids)) == len(ids) == len(partition)
        assert settle(links, partition, example) == ids
        issued.update(ids)
        assert all(links.follow_id(id) == id for id in ids)
        assert {links.follow_id(links.follow_id(id)) for id in issued} <= issued
        assert all(links.follow_id(links.follow_id(id)) == links.follow_id(id) for id in issued)


@given(history=st.lists(PARTITIONS, min_size=1, max_size=6))
def test_the_oldest_id_anchored_in_a_group_is_its_id(links: Links, history: list[Partition]) -> None:
    example = next(run)
    anchors: dict[str, str] = {}  # id → anchor, in the order of issue
    for partition in history:
        groups = name_members(partition, example)
        expected = [next((id for id, anchor in anchors.items() if anchor in group), None) for group in groups]
        ids = settle(links, partition, example)
        for group, id, old in zip(groups, ids, expected, strict=True):
            assert id == old or (old is None and id not in anchors)
            anchors.setdefault(id, group[0])
        held = {member: id for group, id in zip(groups, ids, strict=True) for member in group}
        assert {id: links.follow_id(id) for id in anchors} == {id: held[anchor] for id, anchor in anchors.items()}


@given(history=st.lists(LOSSY, min_size=1, max_size=6))
def test_the_groups_that_changed_are_enough(links: Links, history: list[Partition]) -> None:
    example = next(run)
    known: dict[tuple[str, ...], str] = {}
    for partition in history:
        whole = settle(links, partition, example, "story")
        changed = [group for group in partition if tuple(group) not in known]
        ids = settle(links, changed, example, "actor")
        found = {tuple(group): id for group, id in zip(changed, ids, strict=True)}
        known = {tuple(group): found.get(tuple(group)) or known[tuple(group)] for group in partition}
        assert [id[2:] for id in known.values()] == [id[2:] for id in whole]


@given(history=st.lists(LOSSY, min_size=1, max_size=5))
def test_a_preview_gives_the_ids_that_are_settled_then_and_keeps_nothing(
    links: Links, history: list[Partition]
) -> None:
    example = next(run)
    for before, partition in pairwise([[], *history]):
        ids = settle(links, before, example)
        held = {member: id for id, group in zip(ids, before, strict=True) for member in group}
        known = links.find_ids("claim", [f"{example}-{member}" for member in held])
        previewed = links.preview_ids("claim", name_members(partition, example))
        assert links.find_ids("claim", [f"{example}-{member}" for member in held]) == known
        assert known == {f"{example}-{member}": id for member, id in held.items()}
        assert settle(links, partition, example) == previewed


def test_a_preview_leaves_what_is_written_around_it(links: Links) -> None:
    with links.transact():
        (kept,) = links.settle_ids("claim", [["around"]])
        (shown,) = links.preview_ids("claim", [["within"]])
    assert links.find_ids("claim", ["around", "within"]) == {"around": kept}
    assert links.settle_ids("claim", [["within"]]) == [shown]


def test_a_member_leads_to_the_id_that_stands_for_its_group_now(links: Links) -> None:
    one, other = links.settle_ids("actor", [["n1/x"], ["n2/x", "n2/y"]])
    assert links.find_ids("actor", ["n1/x", "n2/y", "n3/z", "\ud800"]) == {"n1/x": one, "n2/y": other}
    assert links.settle_ids("actor", [["n1/x", "n2/x", "n2/y"]]) == [one]
    assert links.find_ids("actor", ["n2/y"]) == {"n2/y": one}
    assert links.find_ids("claim", ["n1/x"]) == {}


def test_settling_what_has_not_changed_waits_for_nobody(tmp_path: Path) -> None:
    with open_store(tmp_path / "x.db") as store, open_store(tmp_path / "x.db") as other:
        ids = store.links.settle_ids("actor", [["m1", "m2"], ["m3"]])
        with other.links.transact():
            other.links.settle_ids("claim", [["m1"]])
            assert store.links.settle_ids("actor", [["m3"], ["m2", "m1"]]) == ids[::-1]
