"""A kill in the middle of linking leaves whole stories, and indexes that fit them."""

import multiprocessing
import os
import signal
from itertools import count
from pathlib import Path

import apsw

from firsthand.storage import open_store
from tests.storage.made_links import make_links
from tests.storage.made_records import TEXT, make_record

STORIES = 40


def link_until_killed(path: Path) -> None:
    with open_store(path) as store:
        store.add([make_record(str(number), f"{TEXT} {number}") for number in range(2 * STORIES)])
        for turn in count():
            for number in range(STORIES):
                articles = (str(2 * number), str(2 * number + 1))
                (id,) = store.links.settle_ids("story", [articles])
                store.links.save_story(f"{turn}", make_links(id, articles, gist=f"Turn {turn} of the port"))
            (path.parent / "ready").touch()


def test_a_kill_leaves_whole_stories(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    worker = multiprocessing.get_context("spawn").Process(target=link_until_killed, args=(path,))
    worker.start()
    while not (tmp_path / "ready").exists():
        worker.join(0.01)
        assert worker.is_alive()
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()
    with open_store(path) as store:
        keys = store.links.load_story_keys()
        assert len(keys) == STORIES
        assert store.links.is_current()
        for id, turn in keys.items():
            links = store.links.get_story(id)
            assert links.claims[0].gist == f"Turn {turn} of the port"
            found = store.links.search_claims(story=id)
            assert {claim.id for claim in found} == {claim.id for claim in links.claims}
        assert len(store.links.search_claims("turn", limit=1000)) == STORIES
    connection = apsw.Connection(str(path))
    assert connection.pragma("integrity_check") == "ok"
    assert list(connection.execute("PRAGMA foreign_key_check")) == []
    for index, table in (("story_index", "stories"), ("claim_index", "claims"), ("actor_index", "appearances")):
        rows = f"SELECT rowid FROM {index} EXCEPT SELECT row FROM {table}"
        assert list(connection.execute(rows)) == []
