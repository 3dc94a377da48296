"""The processes that read and link beside the pages: they begin and end with the server."""

from pathlib import Path

from firsthand import open_store
from firsthand.serving.views.uploads import view_work
from firsthand.serving.web.desk import Desk
from firsthand.serving.web.settings import Settings
from firsthand.serving.web.taking_in import describe_work
from firsthand.storage import Linking
from tests.serving.intake.waiting import is_running, wait_until


def test_they_begin_and_end_with_the_desk(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path):
        pass
    desk = Desk(Settings(str(path)))
    desk.start()
    worker = desk.worker
    assert worker is not None
    wait_until(lambda: all(worker.pids.values()))
    pids = list(worker.pids.values())
    with desk.read() as store:
        assert describe_work(desk, store).worker in {"starting", "working"}
    desk.close()
    assert not worker.is_alive()
    assert not any(is_running(pid) for pid in pids if pid is not None)


def test_none_begin_where_a_server_only_shows_or_links_by_itself(tmp_path: Path) -> None:
    for settings in (Settings(str(tmp_path / "a.db"), works=False), Settings(str(tmp_path / "a.db"), links_here=True)):
        desk = Desk(settings)
        desk.start()
        assert desk.worker is None
        desk.close()


def test_what_linking_does_is_told_in_words(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        for run, words in (
            (Linking(), ""),
            (Linking(is_running=True), "comparing articles"),
            (Linking(is_running=True, what="stories", done=1_030, total=2_381), "finding stories: 1,030 of 2,381"),
        ):
            store.uploads.save_linking(run)
            assert view_work(store, works=True, worker="working").step == words
