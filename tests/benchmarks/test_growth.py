"""The growth of linking: changed copies keep what was found in them, and stages add up. No speed is judged here."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.growth import COLUMNS, format_growth, measure_store
from benchmarks.load_records import Record
from benchmarks.moved_spans import Mover
from benchmarks.perturbed_records import (
    choose_words,
    collect_words,
    find_passages,
    perturb_record,
    perturb_records,
    shuffle,
)
from benchmarks.stages import REST, Stage, Watch
from firsthand.extraction import load_extractor
from firsthand.records import Article, evidence
from firsthand.storage import open_store
from firsthand.text.sentences import split_sentences
from firsthand.text.words import split_words

TEXT = """The bridge at Orlavo will stay shut until May, Mayor Ilka Brandis said on Monday.

"We found cracks in two of nine piers," she told reporters. "Nobody will drive over them before they are mended."

The builder, Kestrel Works, denied that it had been warned. "That is untrue," said its spokesman, Jon Marsh.

About 4,000 cars a day used the bridge in 2030. Buses go by Tolna now. Mr. Marsh said that U.S. engineers would come."""


@pytest.fixture(scope="module")
def readings() -> list[Record]:
    made = []
    for number, publisher in enumerate(("The Orlavo Post", "Tolna Radio", "Harbour Wire")):
        article = Article(f"art{number}", TEXT, publisher=publisher, published=f"2031-03-0{number + 1}",
                          url=f"https://example.org/{number}")
        record, vectors = load_extractor().read(article)
        made.append((record, vectors.tobytes()))
    return made


def test_a_copy_has_vectors_for_its_sentences_and_statements(readings: list[Record]) -> None:
    words = collect_words([TEXT])
    for round_ in range(1, 30):
        record, vectors = perturb_record(readings[0], words, round_, seed=1)
        width = len(readings[0][1]) // (len(split_sentences(TEXT)) + len(readings[0][0].statements))
        assert len(vectors) == width * (len(split_sentences(record.article.text)) + len(record.statements))


def test_what_a_copy_says_was_found_is_in_its_text(readings: list[Record]) -> None:
    words = collect_words([TEXT])
    original = {one.id.removeprefix("art0"): one for one in readings[0][0].statements}
    assert len(original) > 4
    copies = [perturb_record(readings[0], words, round_, seed=1)[0] for round_ in range(1, 30)]
    assert len({copy.article.text for copy in copies}) == 29
    assert 0 < sum(len(copy.statements) for copy in copies) < 29 * len(original)
    for copy in copies:
        names = {actor.id for actor in copy.actors}
        for one in copy.statements:
            before = original[one.id.removeprefix(copy.article.id)]
            found = evidence(copy.article.text, one.content)
            assert len(split_words(found)) == len(split_words(evidence(TEXT, before.content)))
            assert {hop.actor for hop in one.chain} <= {*names, None}


def test_copies_are_articles_of_their_own_and_the_same_for_a_seed(readings: list[Record]) -> None:
    made = list(perturb_records(readings, 8, seed=3))
    assert made == list(perturb_records(readings, 8, seed=3))
    assert made[:3] == readings
    assert len({record.article.id for record, _ in made}) == 8
    assert len({record.article.url for record, _ in made}) == 8
    assert made[3] != next(x for x in perturb_records(readings, 8, seed=4) if x[0].article.id == made[3][0].article.id)


def test_copies_of_nothing_are_an_error() -> None:
    with pytest.raises(ValueError, match="no records"):
        next(perturb_records([], 1, seed=0))


@given(st.text(alphabet="ab Cd1.!?\n\"’,é", max_size=120), st.integers(0, 99))
def test_words_are_followed_wherever_they_go(text: str, seed: int) -> None:
    generator = random.Random(seed)
    sentences = split_sentences(text)
    order = shuffle([[number] for number in range(len(sentences))], 0.3, generator)
    words = collect_words([text])
    exchanged = choose_words(text, words, 0.3, generator)
    mover = Mover(text, sentences, order, exchanged)
    for number, span in enumerate(sentences):
        assert mover.holds(span) is (number in order)
        for word in split_words(text[slice(*span)]):
            start, end = (span[0] + at for at in word)
            moved = mover.move((start, end))
            expected = exchanged.get((start, end), text[start:end])
            assert (moved is not None) is (number in order)
            assert moved is None or mover.text[slice(*moved)] == expected


def test_passages_hold_whole_statements(readings: list[Record]) -> None:
    record = readings[0][0]
    sentences = split_sentences(TEXT)
    passages = find_passages(record, sentences)
    assert [number for passage in passages for number in passage] == list(range(len(sentences)))
    where = {number: place for place, passage in enumerate(passages) for number in passage}
    for one in record.statements:
        spans = (*one.source, *one.cue, *one.content)
        first, last = min(s for s, _ in spans), max(e for _, e in spans)
        assert len({where[n] for n, (start, end) in enumerate(sentences) if start < last and end > first}) == 1


def burn(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def outer() -> None:
    burn(0.02)
    burn(0.03)


def test_a_stage_does_not_count_what_is_inside_of_it() -> None:
    watch = Watch()
    here = __name__
    stages = [Stage("outside", ((here, "outer"),)), Stage("inside", ((here, "burn"),))]
    with watch.watching(stages):
        outer()
    assert watch.seconds["inside"] >= 0.05
    assert watch.seconds["outside"] < 0.02
    assert watch.seconds[REST] < 0.02
    assert outer.__name__ == "outer"


def test_a_store_is_measured(readings: list[Record], tmp_path: object) -> None:
    with open_store(f"{tmp_path}/store.db") as store:
        found = measure_store(store, perturb_records(readings, 110, seed=2), 9)
    assert found.articles == 9
    assert found.total == pytest.approx(sum(found.stages.values()))
    assert set(found.stages) == set(COLUMNS)
    assert found.stages["copies"] > 0
    assert found.stages["claims"] > 0
    assert found.claims > 0
    assert 1 <= found.largest <= 110
    assert "9 articles" in format_growth(found)
