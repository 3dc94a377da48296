"""W3C Web Annotation: one collection in one page, an annotation for each statement (www.w3.org/TR/annotation-model).

The target is the content in the article, a piece each, by position and by quotation. Positions count Unicode code
points, as the model demands of a text's selectors and as our contract does; they are exact in `article.text` of our
own export (the `scope`), while the quotation finds the words in the page itself (the `source`). Source, cue and
covered words are bodies that point into the article in the same way.
"""

from collections.abc import Iterator
from typing import Any

from firsthand.records import Annotations, Span, Spans, Statement, evidence
from firsthand.serving.exports.addresses import URN, encode_json, find_web_address, make_address
from firsthand.serving.exports.material import Material, name_speaker, word_chain

MODEL = "http://www.w3.org/ns/anno.jsonld"
# The model's terms say nothing of parts of an attribution; other programs pass these over.
CONTEXT: list[Any] = [MODEL, {"firsthand": URN}]
AROUND = 32  # characters of a quotation's prefix and suffix
PURPOSES = {"source": "identifying", "cue": "describing", "covers": "linking"}


def write_annotations(material: Material, *, base: str | None = None) -> Iterator[bytes]:
    """The collection as JSON-LD, in pieces. `base` is the address of the server whose permalinks are the ids."""
    id = f"{base.rstrip('/')}/export/{material.name}" if base else make_address(None, "export", material.name)
    head = {"@context": CONTEXT, "id": id, "type": "AnnotationCollection", "label": material.title}
    page = {"id": f"{id}#page", "type": "AnnotationPage", "partOf": id, "startIndex": 0}
    yield encode_json(head)[:-1] + b',"first":' + encode_json(page)[:-1] + b',"items":['
    total = 0
    for statement, record in material.load_statements():
        yield (b",\n" if total else b"\n") + encode_json(make_annotation(material, statement, record, base))
        total += 1
    # How many there are is known at the end; a name's place in an object means nothing.
    yield b']},"last":' + encode_json(f"{id}#page") + b',"total":' + str(total).encode() + b"}\n"


def make_annotation(
    material: Material, statement: Statement, record: Annotations, base: str | None = None
) -> dict[str, Any]:
    """One statement as an annotation, without the context, which its collection has."""
    pieces = [_point(record, span, "content", base) for span in statement.content]
    whole = {"type": "SpecificResource", **_name_article(record, base)}
    return {
        "id": make_address(base, "statement", statement.id),
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"id": f"{URN}software", "type": "Software", "name": "Firsthand"},
        "body": _make_bodies(material, statement, record, base),
        "target": pieces if len(pieces) > 1 else pieces[0] if pieces else whole,
        **_list_terms(material, statement, base),
    }


def _make_bodies(material: Material, statement: Statement, record: Annotations, base: str | None) -> list[Any]:
    bodies: list[Any] = [_write(_word_statement(material, statement, record), "describing", record)]
    tags = [statement.act, statement.status, statement.form, statement.medium, *statement.flags]
    bodies += [_write(str(tag), "tagging", None) for tag in tags if tag]
    if statement.speaker is not None:
        speaker = make_address(base, "actor", statement.speaker)
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": speaker})
    parts: dict[str, Spans] = {"source": statement.source, "cue": statement.cue, "covers": statement.covers}
    for part, spans in parts.items():
        bodies += [{**_point(record, span, part, base), "purpose": PURPOSES[part]} for span in spans]
    return bodies


def _write(words: str, purpose: str, record: Annotations | None) -> dict[str, str]:
    body = {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain"}
    return {**body, "language": record.article.language} if record and record.article.language else body


def _word_statement(material: Material, statement: Statement, record: Annotations) -> str:
    """`Ines Caldo: “We will not sell” (Quay Radio ← Ines Caldo)`."""
    words = evidence(record.article.text, statement.content)
    speaker = name_speaker(statement, record, material.actors)
    through = word_chain(statement, record, material.actors)
    return (f"{speaker}: " if speaker else "") + words + (f" ({through})" if through else "")


def _point(record: Annotations, span: Span, part: str, base: str | None) -> dict[str, Any]:
    """A piece of the article's text."""
    text, (start, end) = record.article.text, span
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    quotation = {"type": "TextQuoteSelector", "exact": text[start:end]}
    quotation |= {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
    return {
        "type": "SpecificResource",
        **_name_article(record, base),
        "selector": [position, quotation],
        "firsthand:part": part,
    }


def _name_article(record: Annotations, base: str | None) -> dict[str, str]:
    own = make_address(base, "article", record.article.id)
    return {"source": find_web_address(record.article.url) or own, "scope": own}


def _list_terms(material: Material, statement: Statement, base: str | None) -> dict[str, Any]:
    """What the contract says of a statement and the model has no term for."""
    terms = {
        "act": statement.act,
        "status": statement.status,
        "form": statement.form,
        "medium": statement.medium,
        "saidOn": statement.said_on,
        "within": statement.within and make_address(base, "statement", statement.within),
        "claim": [make_address(base, "claim", one.id) for one in material.claims_by_statement.get(statement.id, ())],
        "confidence": statement.confidence,
        "anonymous": statement.anonymous,
    }
    return {f"firsthand:{name}": value for name, value in terms.items() if value not in (None, [])}
