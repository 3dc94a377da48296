"""Records in an export: on corpus actors, with their publishers' assertions, where they are linked."""

import msgspec

from firsthand.records import Actor, ActorKind, Correction, decode, encode
from firsthand.storage import Store
from tests.storage.made_links import COURIER, REYES, make_links
from tests.storage.made_records import TEXT, make_record

OTHER = TEXT.replace("open", "shut")


def fill(store: Store, *ids: str) -> None:
    store.add([make_record(id, f"{TEXT} {id}") for id in ids])


def test_linked_records_are_on_corpus_actors(store: Store) -> None:
    fill(store, "a1", "b1")
    links = make_links()
    store.links.save_story("key", links)
    first, last = (decode(line) for line in store.export_records(linked=True))
    assert first.actors == (REYES,)
    assert last.actors == (REYES, COURIER)  # who asserts something is there too
    for record in (first, last):
        assert record.statements[0].speaker == record.mentions[0].actor == REYES.id
        assert record.statements[0].chain[0].actor == REYES.id
        assert record.article == store.get(record.article.id).article
    assert len(first.statements) == 2
    assert last.statements[2:] == links.assertions["b1"]


def test_records_without_a_story_stay_as_they_are(store: Store) -> None:
    fill(store, "a1", "b1", "c1")
    store.links.save_story("key", make_links())
    plain, linked = list(store.export_records()), list(store.export_records(linked=True))
    assert linked[2] == plain[2]
    assert linked[:2] != plain[:2]
    assert store.get("a1") == decode(plain[0])  # the store keeps what was read
    store.links.drop_stories_except([])
    assert list(store.export_records(linked=True)) == plain


def test_actors_that_linking_does_not_know_stay(store: Store) -> None:
    record = make_record("a1")
    stranger = Actor("a1:stranger", "The harbour", ActorKind.ORGANISATION)
    store.add([type(record)(record.article, (*record.actors, stranger), record.mentions, (), record.statements)])
    store.links.save_story("key", make_links(articles=("a1",)))
    (line,) = store.export_records(linked=True)
    assert decode(line).actors == (REYES, stranger, COURIER)


def test_a_revision_is_unlinked_and_its_forerunner_stays_linked(store: Store) -> None:
    fill(store, "a1", "b1")
    store.links.save_story("key", make_links())
    store.add([make_record("a1", OTHER)])
    every = {decode(line).article.id: decode(line) for line in store.export_records(linked=True)}
    assert every["a1"].actors == (REYES,)
    assert every["a1~2"] == store.get("a1~2")
    newest = [decode(line).article.id for line in store.export_records(newest=True, linked=True)]
    assert newest == ["b1", "a1~2"]


def test_the_order_of_saving_does_not_show(store: Store) -> None:
    fill(store, "a1", "b1", "c1")
    one, other = make_links(), make_links("s-dam", ("c1",))
    exports = []
    for stories in ((one, other), (other, one)):
        store.links.drop_stories_except([])
        for links in stories:
            store.links.save_story("key", links)
        exports.append((encode(store.links.export_links()), list(store.export_records(linked=True))))
    assert exports[0] == exports[1]


def test_an_actor_of_two_stories_has_the_aliases_of_both(store: Store) -> None:
    fill(store, "a1", "b1", "c1")
    replace = type(REYES)
    known = replace(REYES.id, REYES.name, REYES.kind, ("Minister Reyes", "Reyes"), ("mayor",))
    links = make_links("s-dam", ("c1",))
    store.links.save_story("key", type(links)(links.story, (known,)))
    store.links.save_story("key", make_links())
    reyes = next(actor for actor in store.links.export_links().actors if actor.id == REYES.id)
    assert reyes.aliases == ("Minister Reyes", "Reyes")
    assert reyes.roles == ("mayor", "minister")


def test_linked_records_are_as_people_corrected_them(store: Store) -> None:
    fill(store, "a1", "b1", "c1")
    corrections = (Correction("a1:1", "j-1", is_statement=False), Correction("b1:2", "j-2", COURIER.id))
    links = msgspec.structs.replace(make_links(), corrections=corrections)
    store.links.save_story("key", links)
    first, last, other = (decode(line) for line in store.export_records(linked=True))
    (inner,) = first.statements
    assert (inner.id, inner.within, inner.anonymous) == ("a1:2", None, True)
    corrected = last.statements[1]
    assert (corrected.speaker, corrected.anonymous, corrected.flags) == (COURIER.id, False, ("corrected_by_person",))
    assert [one.id for one in last.actors] == [REYES.id, COURIER.id]
    assert other == store.get("c1")
    assert [one.id for one in store.get("a1").statements] == ["a1:1", "a1:2"]  # what was read stays
    store.links.save_story("key", make_links())
    assert all("corrected_by_person" not in line.decode() for line in store.export_records(linked=True))
