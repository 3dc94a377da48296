"""One claim: origins, wordings, relations, steps, and its way."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import UsageError
from firsthand.records import Certainty, Form, Relation, RelationKind
from firsthand.serving.linked_stories import LinkedStory, find_publisher, join_story
from firsthand.serving.report_claim import name_source
from firsthand.serving.report_lines import make_safe
from firsthand.serving.story_cache import StoryCache
from firsthand.serving.views.claim import ClaimView, load_claim, view_claim
from firsthand.serving.views.claim_way import find_way
from firsthand.serving.views.claim_wordings import mark_changes
from firsthand.serving.views.story_claims import list_claims
from firsthand.serving.wordings import Difference
from firsthand.storage import Store
from tests.serving.made_story import DENIAL, PEOPLE, QUOTE, SALE, STORY, VOTE, make_links, make_records

WORDS = st.text(max_size=200) | st.lists(st.sampled_from(["we", "“we", "will”", "sell", "„not", "the pier"])).map(
    " ".join
)


@pytest.fixture
def story() -> LinkedStory:
    return join_story(make_links(), make_records())


def view(story: LinkedStory, id: str) -> ClaimView:
    return view_claim(story, story.find_claim(id))


def test_a_claim_tells_its_number_with_the_reasons_and_the_steps(story: LinkedStory) -> None:
    sale = view(story, SALE)
    assert sale.origins_in_words == "2 origins"
    assert sale.because[0] == "2, since the council speaks for itself"
    assert [(step.statement, step.article) for step in sale.steps] == [("m1:1", "m1"), (None, "m2"), (None, None)]
    assert view(story, VOTE).origins_in_words == "1 or 2 origins"


def test_each_origin_has_who_and_through_whom_and_the_words(story: LinkedStory) -> None:
    leak, council = view(story, SALE).origins
    assert (leak.actor, leak.description, leak.outlet.name) == (None, PEOPLE, "Moravel Courier")
    assert leak.statement
    assert leak.statement.words == "the old pier will be sold"
    assert council.actor
    assert council.actor.name == "the council of Vellmar"
    assert council.because == ("speaks for itself",)


def test_who_denies_it_stands_beside_it_and_the_other_way_round(story: LinkedStory) -> None:
    (denial,), (denied,) = view(story, SALE).relations, view(story, DENIAL).relations
    assert (denial.kind, denial.words, denial.claim.id) == (RelationKind.DENIES, "denied by", DENIAL)
    assert (denied.words, denied.claim.id) == ("denies", SALE)
    assert denial.statement
    assert denial.statement.speaker
    assert (denial.statement.speaker.name, denial.statement.words) == ("Ines Caldo", QUOTE)
    assert denial.because == ("says that it is not so",)


def test_statements_of_the_same_words_stand_together(story: LinkedStory) -> None:
    whole, part = view(story, DENIAL).wordings
    assert [quoted.id for quoted in whole.statements] == ["m1:2", "m2:2"]
    assert (part.earlier, part.difference) == (1, Difference.SHORTENED)
    assert part.details == ("without “not this year and not the next”",)
    assert not any(piece.changed for piece in part.pieces)


def test_a_limit_cuts_statements_and_nothing_else(story: LinkedStory) -> None:
    cut = view_claim(story, story.find_claim(SALE), 1)
    assert [quoted.id for wording in cut.wordings for quoted in wording.statements] == ["m1:1"]
    assert cut.statements == 4
    assert cut.carriers == view(story, SALE).carriers


def test_the_articles_say_which_shows_an_origin_and_which_is_a_copy(story: LinkedStory) -> None:
    carriers = view(story, SALE).carriers
    assert [one.article.id for one in carriers] == ["m1", "m2", "m3", "m4"]
    assert [one.shows_origin for one in carriers] == [True, False, False, True]
    assert [one.copy_of.id if one.copy_of else None for one in carriers] == [None, "m1", None, None]


def test_the_way_goes_from_origins_through_carriers_to_outlets(story: LinkedStory) -> None:
    way = find_way(story, story.find_claim(SALE))
    names = {node.key: node.name for node in way.nodes}
    ways = {(names[one.source], names[one.target]): one for one in way.edges}
    assert set(ways) == {
        (PEOPLE, "Moravel Courier"),
        ("the council of Vellmar", "Moravel Courier"),
        ("Moravel Courier", "Harbour Post"),
        ("Harbour Post", "Quay Radio"),
    }
    assert ways["Moravel Courier", "Harbour Post"].is_copy
    assert ways["Harbour Post", "Quay Radio"].certainty is Certainty.INFERRED
    assert [node.name for node in way.nodes if node.is_origin] == [PEOPLE, "the council of Vellmar"]
    courier = next(node for node in way.nodes if node.name == "Moravel Courier")
    assert (courier.articles, courier.first) == (2, "2031-03-01T07:00:00+00:00")


def test_what_an_outlet_asserts_itself_is_marked_as_such(story: LinkedStory) -> None:
    (wording,) = view(story, VOTE).wordings
    assert [(quoted.id, quoted.made) for quoted in wording.statements] == [("m4:own", True)]


def test_a_claim_is_loaded_by_the_ids_of_its_parts(store: Store) -> None:
    stories = StoryCache()
    assert {load_claim(store, id, stories).id for id in (SALE, "m4:1")} == {SALE}
    whole = load_claim(store, SALE, stories)
    assert whole.relations[0].statement  # of an article that the claim shares with the other, or that was loaded for it
    assert whole == view(join_story(make_links(), make_records()), SALE)
    assert store.links.find_publishers(STORY) == {node.key for node in whole.way.nodes if node.in_story} != set()
    assert store.links.find_publishers("s-none") == set()


def test_what_is_no_claim_is_refused(store: Store) -> None:
    for id, words in (("m1", "not a claim"), ("c-none", "nothing has this id")):
        with pytest.raises(UsageError, match=words):
            load_claim(store, id, StoryCache())


def test_a_view_is_json_and_back(story: LinkedStory) -> None:
    sale = view(story, SALE)
    assert msgspec.json.decode(msgspec.json.encode(sale), type=ClaimView) == sale


def test_other_words_than_before_are_marked() -> None:
    pieces = mark_changes("We will not lease the old pier", Form.DIRECT, "We will not sell the old pier".split())
    assert [(piece.text, piece.changed) for piece in pieces] == [
        ("We will not ", False),
        ("lease", True),
        (" the old pier", False),
    ]


def test_words_outside_of_quotation_marks_are_the_outlet_s_and_not_compared() -> None:
    pieces = mark_changes("that they “might sell” the pier", Form.MIXED, ["will", "sell"])
    assert [piece.text for piece in pieces if piece.changed] == ["might"]


@given(WORDS, WORDS, st.sampled_from([None, *Form]))
def test_the_pieces_are_the_words(words: str, earlier: str, form: Form | None) -> None:
    safe = make_safe(words)
    assert "".join(piece.text for piece in mark_changes(safe, form, earlier.split())) == safe


def relate(story: LinkedStory, *pairs: tuple[str, str, RelationKind]) -> LinkedStory:
    relations = tuple(Relation(source, target, kind, (f"{source} is newer",)) for source, target, kind in pairs)
    return join_story(msgspec.structs.replace(story.links, relations=relations), story.records)


def test_updates_are_followed_to_the_latest_one(story: LinkedStory) -> None:
    made = relate(story, (DENIAL, SALE, RelationKind.UPDATES), (VOTE, DENIAL, RelationKind.UPDATES))
    assert [(one.claim, one.because) for one in view(made, SALE).updates] == [
        (VOTE, f"{VOTE} is newer"), (DENIAL, f"{DENIAL} is newer"),
    ]  # fmt: skip
    assert [one.claim for one in view(made, DENIAL).updates] == [VOTE]
    assert view(made, VOTE).updates == ()


def test_updates_in_a_circle_or_of_no_claim_are_survived(story: LinkedStory) -> None:
    circle = [(SALE, VOTE), (VOTE, DENIAL), (DENIAL, SALE), (SALE, SALE), ("c-gone", SALE)]
    made = relate(story, *((*pair, RelationKind.UPDATES) for pair in circle))
    assert {one.claim for one in view(made, SALE).updates} == {VOTE, DENIAL}


def test_an_update_that_contradicts_is_told_once(story: LinkedStory) -> None:
    made = relate(story, (VOTE, SALE, RelationKind.CONTRADICTS), (VOTE, SALE, RelationKind.UPDATES))
    (older,), (newer,) = view(made, SALE).relations, view(made, VOTE).relations
    assert (older.words, older.also, newer.words, newer.also) == (
        "updated by", "and contradicts it", "updates", "and contradicts it",
    )  # fmt: skip
    assert [(one.claim, one.contradicts) for one in view(made, SALE).updates] == [(VOTE, True)]
    rows = {one.id: one for one in list_claims(made).items}
    assert (rows[SALE].against, [one.claim for one in rows[SALE].updates]) == ((), [VOTE])
    assert [(one.words, one.claim) for one in rows[VOTE].against] == [("updates and contradicts", SALE)]


def test_an_outlet_of_the_story_that_carries_another_claim_is_not_called_absent(story: LinkedStory) -> None:
    sale = story.find_claim(SALE)
    publisher = find_publisher(story.record_by_id["m2"])
    assert publisher
    assert {node.key for node in find_way(story, sale, {publisher}).nodes if node.in_story} == {publisher}
    publishers = set(map(find_publisher, story.records))
    assert {node.key for node in find_way(story, sale).nodes if node.in_story} == publishers


def test_a_source_of_a_named_person_is_no_word_of_that_person(story: LinkedStory) -> None:
    origin = msgspec.structs.replace(story.find_claim(DENIAL).origins[0], description="a friend")
    assert name_source(story.actors, origin) == "an anonymous source of Ines Caldo (“a friend”)"
