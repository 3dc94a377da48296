"""The whole way, with reading and the model replaced; and with the real ones over the examples."""

from collections import Counter
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest

from firsthand import engine, reading
from firsthand.errors import FormatError, InputError, MissingInputError, StoreAccessError, UsageError
from firsthand.records import Annotations, Article
from firsthand.storage import Fate, open_store
from tests.serving.fakes import FakeExtractor
from tests.storage.made_records import TEXT

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_read_gives_the_one_article_of_a_file(tmp_path: Path, extractor: FakeExtractor) -> None:
    path = tmp_path / "one"
    path.write_text(f"a|{TEXT}")
    record = engine.read(path)
    assert record.article.text == TEXT
    assert record.article.publisher == "Moravel Courier"
    assert len(record.statements) == 2
    assert extractor.annotated == ["a"]


@pytest.mark.usefixtures("extractor")
def test_what_the_user_says_of_an_article_wins(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text(f"a|{TEXT}")
    article = engine.read(str(path), publisher="KNA", published="2025-01-01", url="u:1", title="Port").article
    assert article == Article("a", TEXT, publisher="KNA", published="2025-01-01", url="u:1", title="Port")


def test_one_text_from_two_outlets_is_two_articles(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(TEXT)
    extractor = FakeExtractor()
    with open_store(tmp_path / "x.db") as store:
        for publisher, fate in (("KNA", Fate.STORED), ("Courier", Fate.STORED), ("KNA", Fate.DUPLICATE)):
            particulars = engine.make_particulars(publisher=publisher)
            (outcome,) = engine.add_all(store, [str(path)], particulars=particulars, extractor=extractor)
            assert outcome.fate is fate
        assert len({article.id for article in store.list_articles()}) == 2


def test_a_changed_page_at_the_same_address_is_a_revision(tmp_path: Path) -> None:
    lines = [f'{{"url": "https://kna.example/1", "text": "{TEXT} {number}"}}' for number in range(2)]
    (tmp_path / "pages.jsonl").write_text("\n".join(lines))
    with open_store(tmp_path / "x.db") as store:
        outcomes = list(engine.add_all(store, [str(tmp_path / "pages.jsonl")], extractor=FakeExtractor()))
        assert [outcome.fate for outcome in outcomes] == [Fate.STORED, Fate.REVISION]
        older, newer = (str(outcome.article) for outcome in outcomes)
        assert store.find_article(older).id == newer
        assert store.find_article(newer, revision=1).id == older


def test_a_date_that_is_none_is_refused_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        engine.read("missing", published="soon")
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        engine.read_text("He said so.", published="soon")
    assert engine.make_particulars(published="27 February 2025").published == "2025-02-27"


def test_odd_bytes_in_what_the_user_says_become_signs(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(TEXT)
    particulars = engine.make_particulars(publisher="K\udcffA", url="\ud800")
    (record,) = engine.read_all([str(path)], particulars=particulars, extractor=FakeExtractor())
    assert isinstance(record, Annotations)
    assert (record.article.publisher, record.article.url) == ("K\ufffdA", "\ufffd")


def test_read_raises_what_read_all_gives(tmp_path: Path, articles: str, extractor: FakeExtractor) -> None:
    with pytest.raises(MissingInputError, match="no such file"):
        engine.read(tmp_path / "missing")
    (tmp_path / "two").write_text("a|One.\nb|Two.")
    with pytest.raises(FormatError, match="read_all"):
        engine.read(tmp_path / "two")
    (tmp_path / "none").touch()
    with pytest.raises(FormatError, match="no article"):
        engine.read(tmp_path / "none")
    results = list(engine.read_all([articles], extractor=extractor))
    assert [type(result) for result in results] == [
        *(Annotations, FormatError, Annotations, Annotations, Annotations, FormatError)
    ]


@pytest.mark.usefixtures("extractor")
def test_a_lone_path_is_one_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.reading, "read_inputs", reading.inputs.read_inputs)
    path = tmp_path / "two.jsonl"
    path.write_text('{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n')
    for alone in (path, str(path), [path], (str(path),)):
        assert [type(result) for result in engine.read_all(alone)] == [Annotations] * 2
    with open_store(tmp_path / "x.db") as store:
        assert [outcome.article for outcome in engine.add_all(store, str(path))] == ["a", "b"]
        assert [outcome.article for outcome in engine.add_all(store, path)] == ["a", "b"]


def test_read_sends_folders_to_read_all(tmp_path: Path) -> None:
    for folder in (tmp_path, str(tmp_path)):
        with pytest.raises(FormatError, match="a folder: use read_all"):
            engine.read(folder)


@pytest.mark.parametrize("name", ["publisher", "published", "url", "title"])
def test_what_the_user_says_must_be_strings(name: str) -> None:
    with pytest.raises(TypeError, match=f"{name} must be a string, not int: 5"):
        engine.make_particulars(**{name: 5})  # type: ignore[arg-type]


def test_a_date_may_be_a_date_object() -> None:
    assert engine.make_particulars(published=date(2025, 2, 27)).published == "2025-02-27"
    assert engine.make_particulars(published=datetime(2025, 2, 27, 9, tzinfo=UTC)).published == (
        "2025-02-27T09:00:00+00:00"
    )


def test_read_all_reads_as_it_goes(articles: str, extractor: FakeExtractor) -> None:
    results = engine.read_all([articles, "missing"])
    assert isinstance(next(results), Annotations)
    assert extractor.annotated == ["a"]


def test_read_all_reads_standard_input(extractor: FakeExtractor) -> None:
    (result,) = engine.read_all(["-"], standard_input=BytesIO(b"s|Piped in."), extractor=extractor)
    assert isinstance(result, Annotations)
    assert result.article.id == "s"


def test_every_input_of_add_all_has_an_outcome_in_order(
    tmp_path: Path, articles: str, extractor: FakeExtractor
) -> None:
    with open_store(tmp_path / "x.db") as store:
        outcomes = list(engine.add_all(store, [articles, "missing"]))
        assert [outcome.fate.value for outcome in outcomes] == [
            *("stored", "rejected", "stored", "duplicate", "revision", "rejected", "rejected")
        ]
        assert [outcome.article for outcome in outcomes] == ["a", None, "b", "a", "a~2", None, None]
        assert "missing: there is no such file" in outcomes[-1].reason
        assert len(store.list_articles()) == 2
        asked = len(extractor.annotated)
        # What is there already is not extracted again: a run that was stopped goes on where it was.
        again = Counter(outcome.fate for outcome in engine.add_all(store, [articles, "missing"]))
        assert again == {Fate.DUPLICATE: 4, Fate.REJECTED: 3}
        assert len(extractor.annotated) == asked


def test_a_stopped_run_keeps_whole_batches_and_goes_on(
    tmp_path: Path, extractor: FakeExtractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BATCH", 4)
    path = tmp_path / "many"
    path.write_text("\n".join(f"{number}|Text {number}." for number in range(10)))
    annotate = extractor.annotate

    def stop_at_six(article: Article) -> Annotations:
        if article.id == "6":
            raise KeyboardInterrupt
        return annotate(article)

    with open_store(tmp_path / "x.db") as store:
        monkeypatch.setattr(extractor, "annotate", stop_at_six)
        with pytest.raises(KeyboardInterrupt):
            list(engine.add_all(store, [str(path)]))
        assert sorted(article.id for article in store.list_articles()) == ["0", "1", "2", "3"]
        monkeypatch.setattr(extractor, "annotate", annotate)
        fates = [outcome.fate for outcome in engine.add_all(store, [str(path)])]
        assert fates == [Fate.DUPLICATE] * 4 + [Fate.STORED] * 6


def test_a_closed_database_is_a_store_error(tmp_path: Path, articles: str, extractor: FakeExtractor) -> None:
    store = open_store(tmp_path / "x.db")
    store.close()
    with pytest.raises(StoreAccessError):
        list(engine.add_all(store, [articles], extractor=extractor))


@pytest.mark.parametrize("name", ["port_lease", "dam_breach", "ferry_hack"])
def test_the_examples_are_read_and_stored_whole(tmp_path: Path, name: str) -> None:
    path = str(EXAMPLES / f"{name}.jsonl")
    with open_store(tmp_path / "x.db") as store:
        outcomes = list(engine.add_all(store, [path]))
        assert [outcome.fate for outcome in outcomes] == [Fate.STORED] * 9
        records = [store.get(outcome.article or "") for outcome in outcomes]
    assert records == list(engine.read_all([path]))
    assert all(record.statements for record in records)


def test_a_text_in_memory_is_read() -> None:
    record = engine.read_text("“The port stays open,” Ana Reyes said on Monday.", publisher="Moravel Courier")
    assert record.article.publisher == "Moravel Courier"
    assert len(record.statements) == 1
    with pytest.raises(InputError):
        engine.read_text("")
