"""An id that was printed once leads to its thing for ever: whatever is added, merged, parted, linked anew."""

import json
from collections import Counter
from pathlib import Path
from urllib.parse import quote

from firsthand import add_all, link, open_store
from firsthand.records import ActorKind, Verdict
from firsthand.serving.judging import judge, undo
from firsthand.serving.web.settings import Settings
from firsthand.storage import Store
from tests.serving.web.asking import Asker, run_application
from tests.serving.web.conftest import EXAMPLES

DOORS = ("/", "/api/v1/")
MANY = 10_000


def note_ids(store: Store) -> set[tuple[str, str]]:
    """Every id of the store, with what it is of."""
    articles = [one.id for one in store.list_articles()]
    return {
        *(("stories", one.id) for one in store.links.list_stories(MANY)),
        *(("claims", one.id) for one in store.links.search_claims(limit=MANY)),
        *(("actors", one.id) for one in store.links.find_actors("", MANY)),
        *(("articles", id) for id in articles),
        *(("statements", said.id) for id in articles for said in store.get(id).statements),
    }


def upset(store: Store, folder: Path) -> None:
    """What makes ids change: articles and a revision come, people judge and take it back, all is linked anew."""
    lines = [line for path in sorted(EXAMPLES.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    given = list(map(json.loads, lines))
    retold = [
        {**one, "id": f"new/{number} é", "publisher": f"Quay Gazette {number}", "url": None}
        for number, one in enumerate(given[::5])
    ]
    revised = {**given[1], "text": given[1]["text"] + "\nA harbour pilot said that the quay was closed on Monday."}
    (folder / "more.jsonl").write_text("\n".join(json.dumps(one) for one in [*retold, revised]), "utf-8")
    add_all(store, [str(folder / "more.jsonl")])
    people = [one.id for one in store.links.find_actors("", 30) if one.kind is ActorKind.PERSON]
    claims = [one.id for one in store.links.search_claims(limit=40)]
    first = judge(store, Verdict.SAME, people[0], people[1], by="a test")
    judge(store, Verdict.SAME, people[2], people[3], by="a test")
    for left, right in zip(claims[0:8:2], claims[1:8:2], strict=True):
        if store.links.resolve(left).story == store.links.resolve(right).story:
            judge(store, Verdict.SAME, left, right, by="a test")
    link(store, anew=True)
    undo(store, first.id, by="a test")
    link(store)


def follow(asker: Asker, target: str) -> tuple[int, str]:
    """The last status, and the address that has it; every step between leads on."""
    for _ in range(5):
        answer = asker.get(target)
        if answer.status != 302:
            return answer.status, target
        target = answer.headers["location"].partition("#")[0]
    return 508, target


def test_every_id_leads_to_its_thing_for_ever(own_store: Path, tmp_path: Path) -> None:
    with open_store(own_store) as store:
        noted = note_ids(store)
        upset(store, tmp_path)
        present = note_ids(store)
    kinds = Counter(kind for kind, _ in noted)
    assert min(kinds[kind] for kind in ("stories", "claims", "actors", "articles", "statements")) >= 3
    assert noted - present  # something did change
    lost = []
    with run_application(Settings(str(own_store), works=False)) as asker:
        for kind, id in sorted(noted | present):
            for door in DOORS:
                status, where = follow(asker, f"{door}{kind}/{quote(id, safe='')}")
                if status != 200:
                    lost.append((kind, id, status, where))
    assert lost == []
