"""Databases that are old, newer, strange, missing or unusable."""

import os
import tempfile
import traceback
from pathlib import Path

import apsw
import msgspec
import pytest

from firsthand.errors import StoreAccessError, StoreVersionError
from firsthand.records import encode
from firsthand.storage import Query, open_store
from firsthand.storage.migrations import APPLICATION_ID, CREATE_TABLES, MIGRATIONS, migrate
from firsthand.storage.rows import hash_text
from tests.storage.made_links import make_links
from tests.storage.made_records import make_record


def make_version_1(path: Path) -> None:
    """A database as version 1 wrote it: no full-text indexes yet."""
    record = make_record()
    article = record.article
    connection = apsw.Connection(str(path))
    connection.execute(CREATE_TABLES)
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("user_version", 1)
    connection.execute(
        """INSERT INTO articles (id, given_id, series, revision, publisher, outlet_words, published, day, title,
        text_hash, added_at, extractor, statement_count, record)
        VALUES ('a1', 'a1', 'a1', 1, 'Moravel Courier', ' moravel courier ', '2026-03-10', '2026-03-10',
        'Port stays open', ?, '2026-03-11T00:00:00+00:00', '', 2, ?)""",
        (hash_text(article.text), encode(record).decode()),
    )
    connection.execute(
        """INSERT INTO statements (id, article, speaker, source, cue, content)
        VALUES ('a1:1', 1, 'Ana Reyes', 'Ana Reyes', 'said', '“the port stays open”')"""
    )
    connection.close()


def test_a_version_1_database_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    make_version_1(path)
    with open_store(path) as store:
        assert store.get("a1") == make_record()
        assert [found.id for found in store.search_statements(Query(words="open"))] == ["a1:1"]
        assert [found.article.id for found in store.search_articles(Query(words="lease"))] == ["a1"]
        assert store.find_duplicate(make_record().article)
        store.add([make_record("b", "Another text.")])
    connection = apsw.Connection(str(path))
    assert connection.pragma("user_version") == len(MIGRATIONS)


def test_a_version_2_database_gets_a_place_for_links(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    make_version_1(path)
    connection = apsw.Connection(str(path))
    migrate(connection, str(path), MIGRATIONS[:2])
    connection.close()
    with open_store(path) as store:
        assert store.links.find_unprepared("1") == store.links.find_without_vectors() == ["a1"]
        assert store.links.load_entries(["a1"]) == [(make_record(), None)]
        assert store.links.count_unlinked() == 1
        store.links.save_story("key", make_links(articles=("a1",)))
        assert store.links.is_current()
        assert [found.id for found in store.search_statements(Query(words="open"))] == ["a1:1"]


def test_what_version_3_linked_is_read_until_it_is_linked_again(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    make_version_1(path)
    connection = apsw.Connection(str(path))
    migrate(connection, str(path), MIGRATIONS[:3])
    links = make_links(articles=("a1",))
    connection.execute(
        """INSERT INTO stories (id, key, title, article_count, outlet_count, claim_count, copy_count, links)
        VALUES ('s-port', 'a key', 'Port lease', 1, 1, 2, 0, ?)""",
        (msgspec.json.encode(links).decode(),),
    )
    connection.execute("INSERT INTO story_articles VALUES (1, 1); INSERT INTO assertions VALUES ('a1:own', 1)")
    connection.execute(
        """INSERT INTO claims (id, story, gist, status, article_count, origins_least, origins_most, anonymous_only)
        VALUES ('c-port-open', 1, 'The port stays open', 'disputed', 1, 1, 1, 0)"""
    )
    connection.execute("INSERT INTO appearances VALUES (1, 'a-reyes', 1, 'Ana Reyes', 'person', 2)")
    connection.close()
    with open_store(path) as store:
        assert not store.links.is_current()  # so that the next `link` is told to run
        assert store.links.load_story_keys() == {"s-port": ""}
        assert store.links.get_story("s-port") == links
        assert [(one.disputed, one.leading and one.leading.id) for one in store.links.list_stories(9)] == [
            (1, "c-port-open")
        ]
        assert [one.statements for one in store.links.find_actors("", 9)] == [2]
        assert store.links.load_steps("c-port-open") == []
        assert store.links.resolve("a1:own").story == "s-port"
        store.links.save_story("a key", links)
        assert store.links.is_current()
        assert store.links.count_spoken("a-reyes") == 1


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    make_version_1(path)
    connection = apsw.Connection(str(path))
    with pytest.raises(apsw.SQLError):
        migrate(connection, str(path), (*MIGRATIONS, "CREATE TABLE extra (x); SELECT nonsense"))
    assert connection.pragma("user_version") == 1
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('extra', 'article_index')").get == 0


def test_a_newer_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    open_store(path).close()
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 99)
    connection.close()
    with pytest.raises(StoreVersionError, match=r"version 99.*install the newer") as caught:
        open_store(path)
    assert caught.value.subject == str(path)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE bookmarks (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreAccessError, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Ana Reyes said the port stays open. " * 50)
    with pytest.raises(StoreAccessError, match="not a database") as caught:
        open_store(path)
    assert str(path) in str(caught.value)


def test_a_damaged_database(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    with open_store(path) as store:
        store.add([make_record(str(number), f"Text {number}. " * 400) for number in range(40)])
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreAccessError, match="damaged"), open_store(path) as store:
        list(store.export_records())


def test_missing_tables_and_wrong_versions_say_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    open_store(path).close()
    for statement in ("PRAGMA user_version = 0", "PRAGMA user_version = 1", "PRAGMA user_version = -1"):
        connection = apsw.Connection(str(path))
        connection.execute(statement)
        connection.close()
        with pytest.raises(StoreAccessError, match="restore a backup"):
            open_store(path)
    connection = apsw.Connection(str(path))
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}; DROP TABLE statements")
    connection.close()
    with open_store(path) as store, pytest.raises(StoreAccessError, match="restore a backup"):
        store.search_statements(Query(words="port"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can become somebody who may not write")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o755, 0o644), (0o777, 0o444)])
def test_a_database_that_may_not_be_written_can_be_read(folder_mode: int, file_mode: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        with open_store(path) as store:
            store.add([make_record()])
        path.chmod(file_mode)
        Path(folder).chmod(folder_mode)
        assert read_as_nobody(path) == 0


def read_as_nobody(path: Path) -> int:
    child = os.fork()
    if child == 0:
        try:
            os.setuid(65534)
            with open_store(path, create=False) as store:
                found = store.list_articles() and store.search_statements(Query(words="open")) and store.get("a1")
            try:
                open_store(path).add([make_record("b", "Other.")])
            except StoreAccessError:
                os._exit(0 if found else 1)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("name", ["missing/x.db", "file/x.db", "folder", "x" * 300])
def test_places_where_no_database_can_be(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for create in (True, False):
        with pytest.raises(StoreAccessError) as caught:
            open_store(tmp_path / name, create=create)
        assert name in str(caught.value)


def test_reading_makes_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreAccessError, match="firsthand add"):
        open_store(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_sqlites_special_names_are_plain_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_store(":memory:").close()
    assert (tmp_path / ":memory:").is_file()


def test_a_locked_database_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.storage.database.BUSY_MILLISECONDS", 20)
    path = tmp_path / "busy.db"
    with open_store(path) as store:
        other = apsw.Connection(str(path))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreAccessError, match="another program is writing"):
            store.add([make_record()])
        assert store.list_articles() == []  # reading goes on meanwhile
        other.execute("ROLLBACK")
        store.add([make_record()])
