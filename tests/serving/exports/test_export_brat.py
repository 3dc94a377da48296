"""The archive for brat is read by a small reader of its own, which checks what brat's does."""

import io
import re
import zipfile
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.records import Annotations, Article, Span, Spans, Statement, encode
from firsthand.serving.exports import Material
from firsthand.serving.exports.brat import cut_at_lines, replace_blanks, write_brat, write_settings
from tests.serving.exports.made_material import attack, make_story_material

LINE_ENDS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # of any reader


@dataclass
class Document:
    """A text with what stands off it."""

    text: str
    spans: dict[str, tuple[str, list[Span]]] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: list[tuple[str, ...]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)


def read_back(material: Material) -> dict[str, Document]:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(write_brat(material))))
    assert archive.testzip() is None
    names = [name.removesuffix(".txt") for name in archive.namelist() if name.endswith(".txt")]
    assert sorted(archive.namelist()) == sorted(
        ["annotation.conf", *(f"{n}.{e}" for n in names for e in ("txt", "ann"))]
    )
    return {name: parse(*(archive.read(f"{name}.{ending}").decode() for ending in ("txt", "ann"))) for name in names}


def parse(text: str, standoff: str) -> Document:
    document = Document(text)
    ids = set()
    for line in standoff.splitlines():  # as brat does: at every kind of line end
        id, rest = line.split("\t", 1)
        assert re.fullmatch(r"[TRA#]\d+", id) and id not in ids
        ids.add(id)
        match id[0]:
            case "T":
                parse_span(document, id, rest)
            case "R":
                kind, first, second = rest.split(" ")
                document.relations.append((kind, first.removeprefix("Arg1:"), second.removeprefix("Arg2:")))
            case "A":
                document.attributes.append(tuple(rest.split(" ")))
            case _:
                head, note = rest.split("\t")
                document.notes[head.removeprefix("AnnotatorNotes ")] = note
    return document


def parse_span(document: Document, id: str, rest: str) -> None:
    head, words = rest.split("\t")
    kind, offsets = head.split(" ", 1)
    spans: list[Span] = []
    for pair in offsets.split(";"):
        start, end = map(int, pair.split(" "))
        assert 0 <= start < end <= len(document.text)
        assert all(end <= other or start >= last for other, last in spans), "no piece over another"
        spans.append((start, end))
    assert words == " ".join(document.text[start:end] for start, end in spans)
    document.spans[id] = (kind, spans)


def mark(spans: Spans | list[Span], text: str) -> set[int]:
    """The places that spans cover, line ends and lines that show nothing apart."""
    lines = [(at.start(), at.end()) for at in re.finditer("[^\n]+", text)]
    return {
        place
        for start, end in spans
        for first, last in lines
        if text[max(start, first) : min(end, last)].strip()
        for place in range(max(start, first), min(end, last))
    }


def test_all_spans_come_back() -> None:
    documents = read_back(make_story_material())
    for record in make_story_material().load_records():
        document = documents[record.article.id]
        assert document.text == record.article.text
        found = sorted((kind, spans) for kind, spans in document.spans.values())
        expected = [
            (part.title(), list(spans))
            for one in record.statements
            for part in ("source", "cue", "content", "covers")
            if (spans := getattr(one, part))
        ]
        assert found == sorted(expected) and expected


def test_relations_attributes_and_notes_hang_on_the_cue() -> None:
    document = read_back(make_story_material())["m3"]
    kinds = {id: kind for id, (kind, _) in document.spans.items()}
    assert [(kind, kinds[first], kinds[second]) for kind, first, second in document.relations] == [
        ("source", "Cue", "Source"), ("content", "Cue", "Content")] * 2  # fmt: skip
    cue = next(first for _, first, _ in document.relations)
    assert ("Act", cue, "report") in document.attributes
    assert document.notes[cue].startswith("statement m3:1; speaker: Moravel Courier; chain: Quay Radio ← ")


def test_an_assertion_of_the_publisher_hangs_on_its_content() -> None:
    document = read_back(make_story_material())["m4"]
    (own,) = [id for id, note in document.notes.items() if note.startswith("statement m4:own")]
    assert document.spans[own][0] == "Content"


def test_the_settings_know_what_the_files_use() -> None:
    settings = write_settings()
    entities, relations, attributes = (
        settings.split(f"[{name}]\n")[1].split("\n\n")[0] for name in ("entities", "relations", "attributes")
    )
    for document in read_back(make_story_material()).values():
        assert {kind for kind, _ in document.spans.values()} <= set(entities.split())
        assert all(f"\n{kind}\t" in f"\n{relations}" for kind, _, _ in document.relations)
        for name, _, *values in document.attributes:
            line = next(line for line in attributes.splitlines() if line.startswith(f"{name}\t"))
            assert all(value in re.split(r"[:|]", line) for value in values)


def test_statements_within_others_are_related() -> None:
    inner = Statement("s-2", ((7, 8),), ((9, 13),), ((14, 15),), within="s-1")
    outer = Statement("s-1", ((0, 1),), ((2, 6),), ((7, 15),))
    record = Annotations(Article("x", "A says B said C"), statements=(outer, inner))
    (document,) = read_back(Material("store", "", lambda: iter([encode(record)]))).values()
    (within,) = [row for row in document.relations if row[0] == "within"]
    assert [document.spans[id][1] for id in within[1:]] == [[(14, 15)], [(7, 15)]]


def test_attacks_are_words_of_a_line() -> None:
    for payload, material in attack():
        (document,) = read_back(material).values()
        assert len(document.text) == len(next(iter(material.load_records())).article.text)
        if payload.strip():
            assert len(document.notes) == 2
        assert not any(LINE_ENDS.search(note) for note in document.notes.values())


@pytest.mark.parametrize("ids", [["../a", "a/b", "..", "", "A", "a", "x" * 500, "é\x00\n"]])
def test_files_have_names_of_their_own_without_folders(ids: list[str]) -> None:
    records = [encode(Annotations(Article(id, "Text."))) for id in ids]
    names = list(read_back(Material("store", "", lambda: iter(records))))
    assert len({name.casefold() for name in names}) == len(ids)
    assert all(re.fullmatch(r"[\w%~.-]{1,150}", name) and name.strip(".") for name in names)


TEXTS = st.text(alphabet=st.sampled_from("ab \n\r\t\u2028\x85é😀"), max_size=40)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_spans_are_cut_at_line_ends_and_lose_nothing_that_shows(text: str, pairs: list[Span]) -> None:
    spans = tuple((min(pair), min(max(pair), len(text))) for pair in pairs if min(pair) < min(max(pair), len(text)))
    shown = replace_blanks(text)
    assert len(shown) == len(text)
    pieces = cut_at_lines(shown, spans)
    assert all("\n" not in shown[start:end] and shown[start:end].strip() for start, end in pieces)
    assert {at for at in mark(pieces, shown) if shown[at].strip()} == {
        at for at in mark(spans, shown) if shown[at].strip()
    }


def test_the_same_export_is_the_same_archive() -> None:
    first, second = (b"".join(write_brat(make_story_material())) for _ in range(2))
    assert first == second
