"""An article as pages and the API have it, by the made story."""

import re
from pathlib import Path

import msgspec
import pytest

from firsthand.errors import UsageError
from firsthand.records import Annotations, Article, Correction, decode, encode
from firsthand.serving.report_statements import FLAG_WORDS
from firsthand.serving.story_cache import StoryCache
from firsthand.serving.views.article import (
    answer_article,
    answer_statement,
    compare_copy,
    compare_revision,
    list_statements,
    view_article,
)
from firsthand.serving.views.articles import ask_articles, list_articles
from firsthand.serving.views.flags import ADVICE, explain_flags
from firsthand.serving.views.opened_article import OpenArticle, open_article
from firsthand.storage import Store
from tests.serving.made_story import FIRST, STORY, make_links, make_records

FLAGS = Path(__file__).parents[3] / "docs" / "flags.md"


def open_it(store: Store, id: str, revision: int | None = None) -> OpenArticle:
    return open_article(store, id, StoryCache(), revision)


def test_an_article_tells_its_story_speakers_and_copies(store: Store) -> None:
    copy = make_links().copies[0]
    view = view_article(open_it(store, copy.article))
    assert view.story is not None
    assert view.story.id == STORY
    assert [(one.other.id, one.is_original) for one in view.copies if one.is_original] == [(copy.of, True)]
    assert sum(one.statements for one in view.speakers) == view.statements
    original = view_article(open_it(store, copy.of))
    assert copy.article in [one.other.id for one in original.copies if not one.is_original]


def test_statements_are_on_corpus_actors_with_their_claims(store: Store) -> None:
    found = list_statements(open_it(store, "m1"))
    assert [one.number for one in found.items] == list(range(1, len(found.items) + 1))
    denial = next(one for one in found.items if one.quoted.id == "m1:2")
    assert denial.quoted.speaker is not None
    assert denial.quoted.speaker.id == "a-caldo"
    assert [claim.id for claim in denial.claims] == list(denial.quoted.claims)


def test_statements_of_one_speaker(store: Store) -> None:
    opened = open_it(store, "m1")
    for speaker in view_article(opened).speakers:
        assert len(list_statements(opened, speaker.key).items) == speaker.statements
    assert list_statements(opened, "nobody").items == ()


def test_statements_come_in_pages(store: Store) -> None:
    opened = open_it(store, "m1")
    first, second = list_statements(opened, limit=1), list_statements(opened, offset=1, limit=1)
    assert first.has_more
    assert [one.number for one in (*first.items, *second.items)] == [1, 2]


def test_what_linking_made_stands_in_its_article(store: Store) -> None:
    opened = open_it(store, "m4:own")
    assert opened.stored.id == "m4"
    assert opened.view(opened.numbers["m4:own"]).quoted.made
    with pytest.raises(UsageError, match="no such statement"):
        opened.view(99)


def test_what_a_person_took_out_is_gone(store: Store) -> None:
    store.links.save_story("other", msgspec.structs.replace(make_links(), corrections=(
        Correction("m1:2", "j-1", is_statement=False),
    )))  # fmt: skip
    opened = open_it(store, "m1:2")
    assert opened.stored.id == "m1"
    assert "m1:2" not in opened.numbers
    with pytest.raises(UsageError, match="a person may have said"):
        answer_statement(opened, "m1:2")


def test_a_copy_is_paired_with_its_original(store: Store) -> None:
    copy = make_links().copies[0]
    for one, other in ((copy.article, copy.of), (copy.of, copy.article)):
        found = compare_copy(open_it(store, one), other)
        assert len(found.rows) == len(copy.evidence)
    with pytest.raises(UsageError, match="no such copy"):
        compare_copy(open_it(store, "m1"), "m4")


def test_the_answer_is_a_record_of_the_contract(store: Store) -> None:
    answer = msgspec.json.encode(answer_article(open_it(store, "m1")))
    record = decode(answer)
    assert record == open_it(store, "m1").record
    assert decode(encode(record)) == record
    assert msgspec.json.decode(answer)["story"]["id"] == STORY


def test_an_earlier_revision_is_found_and_compared(store: Store) -> None:
    changed = Article("m1", FIRST.replace("sold", "rented", 1), publisher="Moravel Courier")
    store.add([Annotations(changed)])
    opened = open_it(store, "m1")
    assert (opened.stored.revision, opened.story, len(opened.revisions)) == (2, None, 2)
    first = open_it(store, "m1", 1)
    assert view_article(first).superseded
    for one, other in ((opened, 1), (first, 2)):
        (row, *_) = compare_revision(store, one, other).rows
        assert [piece.text for piece in row.left if piece.changed] == ["sold"]
        assert [piece.text for piece in row.right if piece.changed] == ["rented"]
    with pytest.raises(UsageError, match="no such revision"):
        compare_revision(store, opened, 3)


def test_articles_are_listed_newest_first_with_story_and_original(store: Store) -> None:
    stories = StoryCache()
    rows = list_articles(store, ask_articles(), stories).items
    assert [row.article.id for row in rows] == [record.article.id for record in reversed(make_records())]
    assert all(row.story is not None and row.story.id == STORY for row in rows)
    copies = {copy.article: copy.of for copy in make_links().copies}
    assert {row.article.id: row.copy_of.article for row in rows if row.copy_of} == copies
    assert [row.article.outlet for row in list_articles(store, ask_articles(outlet="harbour"), stories).items] == [
        "Harbour Post"
    ]
    assert list_articles(store, ask_articles(limit=1), stories).has_more
    with pytest.raises(UsageError, match="not a date"):
        list_articles(store, ask_articles(since="yesterday"), stories)


def test_every_flag_that_is_documented_is_explained() -> None:
    documented = {name.partition(":")[0] for name in re.findall(r"^\| `([a-z_:A-Z]+)`", FLAGS.read_text(), re.M)}
    assert documented <= set(ADVICE)
    assert set(FLAG_WORDS) <= set(ADVICE)
    note, unknown = explain_flags(("control_characters:3", "of_our_own", "of_our_own"))
    assert "3" in note.words
    assert (unknown.words, unknown.advice) == ("of our own", "")
