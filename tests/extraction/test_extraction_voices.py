"""Who speaks where, before it is known who they are."""

from made_phrases import PERSON, make_all, read

from firsthand.extraction.voices import find_voices
from firsthand.records import Form, Statement

TEXT = "Anna Roux left. The clerk met Tom Falk. “I saw that he slept,” she said. Falk woke."
PARTS = (("Anna Roux", PERSON), ("Tom Falk", PERSON), ("I", PERSON), ("he", PERSON), ("she", PERSON), ("Falk", PERSON))
QUOTED = ((TEXT.index("“"), TEXT.index(" she")),)


def test_voices_of_an_article() -> None:
    said = Statement("s", ((57, 60),), ((61, 65),), QUOTED, form=Form.DIRECT)
    inner = Statement("t", ((41, 42),), (), ((47, 60),), form=Form.INDIRECT, within="s")
    found = find_voices(read(TEXT), make_all(TEXT, *PARTS), [0, 1, None, None, None, 1], [said, inner], [4, 2])
    assert found.sources == {2, 4}
    assert found.leads == {0, 2, 4, 5}  # "Tom Falk" stands inside his sentence
    assert found.quoters == {2: 4, 3: 4}


def test_words_outside_of_quotation_marks_are_nobodys() -> None:
    said = Statement("s", ((57, 60),), ((61, 65),), QUOTED, form=Form.INDIRECT)
    assert find_voices(read(TEXT), make_all(TEXT, *PARTS), [None] * 6, [said], [4]).quoters == {}
    assert find_voices(read(TEXT), make_all(TEXT, *PARTS), [None] * 6, [said], [None]).sources == frozenset()
