"""What pages read at once: who says what, who prints it, positions and steps, and from statements to their claims."""

import msgspec
import pytest

from firsthand.errors import UsageError
from firsthand.records import Act, Actor, Certainty, Hop, HopRole, Position, Status, Step, StoryLinks
from firsthand.storage import FoundStatement, Query, QuotingOutlet, Store
from tests.storage.made_links import COURIER, REYES, make_links
from tests.storage.made_records import TEXT, make_record

POSITIONS = (
    Position(REYES.id, "2026-03-09", "it closes", Act.DENY, Status.DENIED, "c-port-open", "a1:1"),
    Position(REYES.id, "2026-03-10", "it stays open", Act.SAY, None, "c-port-open", "b1:1", "admitted on 10 March"),
)
STEPS = {"c-port-open": (Step("Says so herself.", "a1:1", "a1"), Step("Prints it again.", None, "b1"), Step("So one."))}


def make_story(id: str = "s-port", articles: tuple[str, ...] = ("a1", "b1")) -> StoryLinks:
    return msgspec.structs.replace(make_links(id, articles), positions=POSITIONS, steps=STEPS)


@pytest.fixture
def full(store: Store) -> Store:
    """The port's story of two articles, the dam's of one, which is older and of unknown date."""
    for id, publisher, day in (("a1", "Moravel Courier", "2026-03-10"), ("b1", "Le Héraut", "2026-03-12T08:00:00Z")):
        store.add([make_record(id, f"{TEXT} {id}", publisher=publisher, published=day)])
    store.add([make_record("d1", f"{TEXT} d1", publisher=None, published=None)])
    store.links.save_story("key 1", make_story())
    store.links.save_story("key 2", make_links("s-dam", ("d1",), gist="The dam leaks"))
    return store


def list_ids(found: list[FoundStatement]) -> list[str]:
    return [one.id for one in found]


def test_what_an_actor_says_comes_newest_first_page_by_page(full: Store) -> None:
    links = full.links
    assert list_ids(links.list_spoken(REYES.id)) == ["b1:1", "a1:1", "d1:1"]
    assert list_ids(links.list_spoken(REYES.id, limit=1, offset=1)) == ["a1:1"]
    assert links.count_spoken(REYES.id) == 3
    assert links.list_spoken("a-none") == []
    first = links.list_spoken(REYES.id)[0]
    assert (first.speaker, first.content, first.act) == ("Ana Reyes", "“the port stays open”", "say")
    assert (first.actor, first.story, first.claims) == (REYES.id, "s-port", ("c-port-open",))
    assert first.article.publisher == "Le Héraut"


def test_what_a_publisher_asserts_itself_is_in_its_list_though_no_record_has_it(full: Store) -> None:
    (own, older) = full.links.list_spoken(COURIER.id)
    assert (own.id, own.cue, own.content) == ("b1:own", "", TEXT[:9])
    assert (own.speaker, own.claims) == ("Moravel Courier", ("c-port-open",))
    assert older.id == "d1:own"


def test_who_prints_what_an_actor_says(full: Store) -> None:
    links = full.links
    assert links.list_quoting(REYES.id) == [
        QuotingOutlet(None, "Le Héraut", 1, 1),
        QuotingOutlet(None, "Moravel Courier", 1, 1),
    ]
    assert links.list_quoting(COURIER.id, 1) == [QuotingOutlet(None, "Le Héraut", 1, 1)]


def test_a_publisher_that_the_chains_name_is_an_actor_and_does_not_quote_itself(store: Store) -> None:
    hop = Hop("a1:paper", HopRole.PUBLISHER, Certainty.STATED)
    made = make_record()
    said = tuple(msgspec.structs.replace(one, chain=(hop, *one.chain)) for one in made.statements)
    store.add([msgspec.structs.replace(made, statements=said)])
    links = make_links(articles=("a1",))
    renamed = {"a1": {**links.renamed["a1"], "a1:paper": COURIER.id}}
    store.links.save_story("key", msgspec.structs.replace(links, renamed=renamed))
    assert store.links.list_quoting(REYES.id) == [QuotingOutlet(COURIER.id, "Moravel Courier", 1, 1)]
    assert store.links.count_spoken(COURIER.id) == 1
    assert store.links.list_quoting(COURIER.id) == []


def test_an_actor_is_what_all_its_stories_have_together(full: Store) -> None:
    other = msgspec.structs.replace(REYES, aliases=("Reyes", "Mrs Reyes"), roles=("mayor",))
    links = msgspec.structs.replace(make_links("s-dam", ("d1",)), actors=(other, COURIER))
    full.links.save_story("key 3", links)
    whole = Actor(REYES.id, REYES.name, REYES.kind, ("Reyes", "Mrs Reyes"), ("minister", "mayor"))
    assert full.links.get_actor(REYES.id) == whole
    assert [story.id for story in full.links.list_stories_of_actor(REYES.id)] == ["s-port", "s-dam"]
    assert [story.id for story in full.links.list_stories_of_actor(REYES.id, offset=1)] == ["s-dam"]
    assert full.links.count_origin_claims(REYES.id) == 2
    with pytest.raises(UsageError, match="firsthand link"):
        full.links.get_actor("a-none")


def test_positions_and_steps_come_back_alone_and_with_their_story(full: Store) -> None:
    links = full.links
    assert tuple(links.load_positions(REYES.id)) == POSITIONS
    assert links.load_positions(REYES.id, limit=1) == [POSITIONS[0]]
    assert links.load_positions(REYES.id, offset=1) == links.load_positions(REYES.id, changed=True) == [POSITIONS[1]]
    assert (links.count_positions(REYES.id), links.count_positions(REYES.id, changed=True)) == (2, 1)
    assert links.load_positions("a-none") == []
    assert tuple(links.load_steps("c-port-open")) == STEPS["c-port-open"]
    assert links.load_steps("c-port-open-end") == []
    assert links.get_story("s-port") == make_story()
    with pytest.raises(UsageError, match="firsthand claims"):
        links.load_steps("c-none")


def test_statements_lead_to_their_claims_and_claims_to_their_articles(full: Store) -> None:
    links = full.links
    assert links.find_claims_of(["a1:1", "a1:2", "b1:own", "none"]) == {
        "a1:1": ("c-port-open",),
        "a1:2": ("c-port-open-end",),
        "b1:own": ("c-port-open",),
    }
    assert links.find_claim_articles("c-port-open") == ["a1", "b1"]
    assert links.find_claim_articles("c-none") == []
    (found,) = full.search_statements(Query(words="port", outlet="héraut"))
    assert (found.id, found.actor, found.story, found.claims) == ("b1:1", REYES.id, "s-port", ("c-port-open",))
    (article,) = full.search_articles(Query(words="port", outlet="héraut"))
    assert article.story == "s-port"


def test_a_story_that_goes_takes_all_of_it_along(full: Store) -> None:
    links = full.links
    links.drop_stories_except(["s-dam"])
    assert list_ids(links.list_spoken(REYES.id)) == ["d1:1"]
    assert links.load_positions(REYES.id) == []
    assert links.find_claims_of(["a1:1", "b1:own"]) == {}
    assert [actor.stories for actor in links.find_actors("reyes", 1)] == [1]
    links.drop_stories_except([])
    assert links.find_actors("", 10) == []
    (found, *_) = full.search_statements(Query(words="port"))
    assert (found.actor, found.story, found.claims) == (None, None, ())
