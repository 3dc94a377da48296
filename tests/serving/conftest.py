"""Linking itself is tested elsewhere: here it ends with made sums, and a store can be had that holds a made story."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import pytest

from firsthand.records import StoryLinks
from firsthand.serving import linking_calls
from firsthand.storage import Store, open_store
from tests.serving.made_story import make_links, make_records


@dataclass(frozen=True)
class Sums:
    """What a run of linking ends with."""

    articles: int = 36
    stories: int = 4
    claims: int = 140
    corroborated: int = 9
    disputed: int = 12
    copies: int = 13


@dataclass
class FakeLinking:
    """Counts what it was asked for."""

    sums: Sums = field(default_factory=Sums)
    runs: list[bool] = field(default_factory=list)

    def link(
        self, store: Store, *, progress: Callable[[str, int, int], None] | None = None, anew: bool = False
    ) -> Sums:
        assert store.list_articles() is not None  # it is open
        if progress:
            progress("copies", 1, 36)
        self.runs.append(anew)
        return self.sums


@pytest.fixture(autouse=True)
def linking(monkeypatch: pytest.MonkeyPatch) -> FakeLinking:
    fake = FakeLinking()
    monkeypatch.setattr(linking_calls, "link", fake.link)
    return fake


@pytest.fixture
def story_database(tmp_path: Path) -> str:
    """The path of a database with the made story."""
    path = tmp_path / "story.db"
    with open_store(path) as store:
        store.add(make_records())
        store.links.save_story("key", make_links())
    issue_ids(path, make_links())
    return str(path)


def issue_ids(path: Path, links: StoryLinks) -> None:
    """The made story's ids, which are words, as if the store had issued them."""
    actors: dict[str, list[str]] = {}
    for article, names in sorted(links.renamed.items()):
        for own, id in sorted(names.items()):
            actors.setdefault(id, []).append(f"{article}/{own}")
    # Each claim has a piece of its own of every statement that it is in.
    claims = {claim.id: [f"{id}#{number}" for id in claim.statements] for number, claim in enumerate(links.claims)}
    connection = apsw.Connection(str(path))
    with connection:
        for kind, groups in (("actor", actors), ("claim", claims)):
            for id, members in groups.items():
                sql = "INSERT INTO issued (kind, id, anchor, current) VALUES (?, ?, ?, 0)"
                connection.execute(sql, (kind, id, members[0]))
                row = connection.last_insert_rowid()
                connection.execute("UPDATE issued SET current = ?1 WHERE sequence = ?1", (row,))
                values = [(kind, member, row) for member in members]
                connection.executemany("INSERT INTO settled (kind, member, issued) VALUES (?, ?, ?)", values)
    connection.close()
