"""Every id of a story, a claim or an actor that was ever shown stands for something for ever."""

from pathlib import Path

from firsthand.engine.links import link
from firsthand.storage import Store, ThingKind, open_store
from tests.acceptance.linked_stores import Record, add


def list_ids(store: Store) -> dict[str, ThingKind]:
    found = store.links.export_links()
    ids = {one.id: ThingKind.STORY for one in found.stories}
    ids |= {one.id: ThingKind.CLAIM for one in found.claims}
    return ids | {one.id: ThingKind.ACTOR for one in found.actors}


def test_no_id_is_lost_when_a_story_comes_to_another(tmp_path: Path, examples: dict[str, list[Record]]) -> None:
    with open_store(tmp_path / "ids.db") as store:
        add(store, examples["ferry_hack"])
        link(store)
        before = list_ids(store)
        links = store.links.export_links()
        issued: dict[str, ThingKind] = {}
        for records in (examples["port_lease"][6:], examples["port_lease"][3:6], examples["port_lease"][:3]):
            add(store, records)
            link(store)
            issued |= list_ids(store)
        # What the other story has nothing to do with stays as it was.
        now = store.links.export_links()
        assert {id: store.links.resolve(id).kind for id in before} == before
        assert all(store.links.resolve(id).redirected_from is None for id in before)
        assert set(links.claims) <= set(now.claims)
        # In the story that grew, ids were merged: they redirect to what is there.
        assert {id: store.links.resolve(id).kind for id in issued} == issued
        current = list_ids(store)
        merged = issued.keys() - current.keys()
        assert merged
        for id in merged:
            found = store.links.resolve(id)
            assert (found.redirected_from, found.id in current) == (id, True)


def test_the_claim_of_a_statement_goes_where_its_statement_goes(
    tmp_path: Path, examples: dict[str, list[Record]]
) -> None:
    """Whatever else comes, the claim that was shown for a statement stands for one that has the statement still."""
    with open_store(tmp_path / "claims.db") as store:
        shown: dict[str, tuple[str, ...]] = {}
        for start in (6, 3, 0):
            add(store, examples["dam_breach"][start : start + 3])
            link(store)
            shown = {one.id: one.statements for one in store.links.export_links().claims} | shown
        claims = {one.id: one for one in store.links.export_links().claims}
        astray = [
            id for id, statements in shown.items()
            if not set(statements) & set(claims[store.links.resolve(id).id].statements)
        ]  # fmt: skip
        assert astray == []
