"""brat standoff (brat.nlplab.org): an archive with a text and its annotations for each article, and brat's settings.

brat reads its files by lines and offsets, so the texts differ from ours in the kind of their blanks alone, never in
their number: what brat takes for the end of a line stands where ours had one, other separators become spaces. A span
that runs over lines is cut at their ends.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

from firsthand.records import Act, Annotations, Form, Span, Spans, Statement, Status
from firsthand.serving.exports.material import Material, name_speaker, word_chain
from firsthand.serving.exports.outflow import Outflow

# Line separators of readers other than brat's `\n`, and the tab, which parts brat's fields.
SPACES = str.maketrans(dict.fromkeys("\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))
LONGEST = 120  # characters of a file's name
STAMP = (1980, 1, 1, 0, 0, 0)  # the same export is the same archive
PARTS = ("source", "cue", "content", "covers")


def write_brat(material: Material) -> Iterator[bytes]:
    """A zip archive, in pieces of an article each."""
    output = Outflow()
    used: set[str] = set()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "annotation.conf", write_settings())
        for record in material.load_records():
            name = _name_file(record.article.id, used)
            _add(archive, f"{name}.txt", replace_blanks(record.article.text))
            _add(archive, f"{name}.ann", write_standoff(material, record))
            yield output.take()
    yield output.take()


def write_settings() -> str:
    """annotation.conf: the kinds of spans, relations and attributes that the files hold."""
    relations = "".join(f"{part}\tArg1:Cue|Content, Arg2:{part.title()}\n" for part in PARTS if part != "cue")
    values = {"Act": Act, "Status": Status, "Form": Form}
    attributes = "".join(f"{name}\tArg:Cue|Content, Value:{'|'.join(kinds)}\n" for name, kinds in values.items())
    entities = "".join(f"{part.title()}\n" for part in PARTS)
    within = "within\tArg1:Content, Arg2:Content\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n"
    return (
        f"[entities]\n{entities}\n[relations]\n{relations}{within}\n[events]\n\n"
        f"[attributes]\n{attributes}Anonymous\tArg:Cue|Content\n"
    )


def write_standoff(material: Material, record: Annotations) -> str:
    """The .ann file of an article: T spans, R relations, A attributes, and # notes on who speaks through whom."""
    text = replace_blanks(record.article.text)
    lines = _Lines()
    contents: dict[str, str] = {}
    for statement in material.choose(record):
        ids = _add_spans(lines, statement, text)
        if "content" in ids:
            contents[statement.id] = ids["content"]
        centre = ids.get("cue") or ids.get("content")
        if centre is not None:
            for part, id in ids.items():
                if id != centre:
                    lines.add("R", f"{part} Arg1:{centre} Arg2:{id}")
            for attribute in _list_attributes(statement, centre):
                lines.add("A", attribute)
            lines.add("#", f"AnnotatorNotes {centre}\t{_word_note(material, statement, record)}")
    for statement in material.choose(record):
        if statement.id in contents and statement.within in contents:
            lines.add("R", f"within Arg1:{contents[statement.id]} Arg2:{contents[statement.within]}")
    return str(lines)


class _Lines:
    """The lines of a file, numbered by their letters."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._counts: Counter[str] = Counter()

    def add(self, letter: str, line: str) -> str:
        """The id that the line got."""
        self._counts[letter] += 1
        id = f"{letter}{self._counts[letter]}"
        self._lines.append(f"{id}\t{line}\n")
        return id

    def __str__(self) -> str:
        return "".join(self._lines)


def _add_spans(lines: _Lines, statement: Statement, text: str) -> dict[str, str]:
    """The parts of a statement that show anything, with the ids of their lines."""
    ids: dict[str, str] = {}
    for part in PARTS:
        if pieces := cut_at_lines(text, getattr(statement, part)):
            offsets = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(text[start:end] for start, end in pieces)
            ids[part] = lines.add("T", f"{part.title()} {offsets}\t{words}")
    return ids


def _list_attributes(statement: Statement, centre: str) -> Iterator[str]:
    for name, value in (("Act", statement.act), ("Status", statement.status), ("Form", statement.form)):
        if value is not None:
            yield f"{name} {centre} {value}"
    if statement.anonymous:
        yield f"Anonymous {centre}"


def _word_note(material: Material, statement: Statement, record: Annotations) -> str:
    speaker = name_speaker(statement, record, material.actors) or "not known"
    note = f"statement {statement.id}; speaker: {speaker}; chain: {word_chain(statement, record, material.actors)}"
    return " ".join(note.split())


def replace_blanks(text: str) -> str:
    """The text as brat gets it, as long as ours: CR LF is a space and a line's end, a lone CR a line's end."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n").translate(SPACES)
    return lines.encode("utf-8", "replace").decode("utf-8")


def cut_at_lines(text: str, spans: Spans) -> list[Span]:
    """The spans without line ends, and without pieces that show nothing; in the text's order, none over another."""
    pieces: list[Span] = []
    reached = 0
    for start, end in sorted(spans):
        at = max(start, reached)
        while at < end:
            stop = text.find("\n", at, end)
            stop = end if stop < 0 else stop
            if text[at:stop].strip():
                pieces.append((at, stop))
            at = stop + 1
        reached = max(reached, end)
    return pieces


def _name_file(id: str, used: set[str]) -> str:
    """A name that every system can have for a file; it is the article's id where that is one already."""
    name = quote(id, safe="~", errors="replace")
    if not name or len(name) > LONGEST or name.casefold() in used or set(name) <= {"."}:
        name = f"{name[:40].strip('.')}-{sha256(id.encode('utf-8', 'replace')).hexdigest()[:16]}-{len(used)}"
    used.add(name.casefold())
    return name


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, text.encode("utf-8"))
