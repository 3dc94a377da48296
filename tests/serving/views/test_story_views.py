"""What a story's page and its API give, of the made story: two copies of a leak, a denial, a confirmation."""

import msgspec
import pytest

from firsthand.errors import UsageError
from firsthand.records import CopyKind, EventStatus, TimelineEntry
from firsthand.serving.linked_stories import LinkedStory, join_story
from firsthand.serving.views.story import view_story
from firsthand.serving.views.story_articles import list_articles, list_copies
from firsthand.serving.views.story_claims import ClaimChoice, ClaimSort, count_choices, list_claims, read_choice
from firsthand.serving.views.story_timeline import Clock, Period, list_events, split_timeline
from firsthand.serving.views.story_voices import list_positions, list_voices
from firsthand.serving.views.story_ways import NodeKind, WayKind, find_ways, key_article
from tests.serving.made_story import DENIAL, SALE, STORY, VOTE, make_links, make_many_claims, make_records


@pytest.fixture
def story() -> LinkedStory:
    return join_story(make_links(), make_records())


def test_the_beginning_answers_what_is_asked_first(story: LinkedStory) -> None:
    view = view_story(story)
    assert (view.id, view.days, view.first_day, view.last_day) == (
        STORY,
        "1 to 3 March 2031",
        "2031-03-01",
        "2031-03-03",
    )
    assert view.leading is not None
    assert (view.leading.id, view.leading.origins) == (SALE, "2 origins")
    assert [one.words for one in view.leading.sources] == [
        "people close to the mayor (anonymous), through Moravel Courier", "the council of Vellmar",
    ]  # fmt: skip
    assert [(one.words, one.claim, one.by) for one in view.leading.against] == [("denied by", DENIAL, ("Ines Caldo",))]
    assert view.denied is None
    assert [(one.article.outlet, one.of.outlet) for one in view.copies] == [("Harbour Post", "Moravel Courier")]
    assert [(one.retold_by.name, one.carrier.name, one.inferred) for one in view.relays] == [
        ("Harbour Post", "Moravel Courier", 0), ("Quay Radio", "Harbour Post", 1),
    ]  # fmt: skip
    assert [one.what for one in view.ahead] == ["The pier is sold"]


def test_figures_add_up(story: LinkedStory) -> None:
    figures = view_story(story).figures
    assert figures.own + sum(figures.copies.values()) == figures.articles == 4
    assert figures.copies == {CopyKind.VERBATIM: 1}
    assert figures.corroborated + figures.disputed + figures.single_origin == figures.claims == 3
    assert figures.named + figures.anonymous == figures.origins == 3
    assert (figures.outlets, figures.ahead, figures.changes) == (3, 1, 1)


def test_claims_are_chosen_ordered_and_paged(story: LinkedStory) -> None:
    assert [one.id for one in list_claims(story).items] == [SALE, VOTE, DENIAL]
    assert [one.id for one in list_claims(story, order=ClaimSort.ARTICLES).items] == [SALE, DENIAL, VOTE]
    for choice, number in count_choices(story).items():
        assert len(list_claims(story, choice).items) == number
    assert [one.id for one in list_claims(story, ClaimChoice.ANONYMOUS).items] == [VOTE]
    second = list_claims(story, offset=1, limit=1)
    assert ([one.id for one in second.items], second.has_more) == ([VOTE], True)


def test_pages_of_claims_are_all_of_them_once() -> None:
    story = join_story(make_many_claims(95), make_records())
    found = [one.id for offset in range(0, 120, 40) for one in list_claims(story, offset=offset).items]
    assert len(found) == len(set(found)) == 98


@pytest.mark.parametrize("words", [("sold", ""), ("", "newest"), ("ALL", "")])
def test_what_nobody_can_choose_is_refused(words: tuple[str, str]) -> None:
    with pytest.raises(UsageError, match="one of"):
        read_choice(*words)


def test_an_article_says_whose_words_it_has(story: LinkedStory) -> None:
    first, copy, retold, last = list_articles(story).items
    assert (first.copies, [one.words for one in copy.copies]) == ((), ["verbatim copy"])
    assert [(one.actor.name, one.statements, one.inferred) for one in retold.credits] == [
        ("Harbour Post", 1, 1), ("Moravel Courier", 1, 0),
    ]  # fmt: skip
    assert [one.name for one in last.sources] == ["the council of Vellmar"]
    assert first.anonymous == ("people close to the mayor",)
    assert list_copies(story).items[0].because == ("published two hours later",)


def test_plans_stand_apart_from_what_happened(story: LinkedStory) -> None:
    parts = {period: [one.what for one in entries] for period, entries in split_timeline(story).items()}
    assert parts[Period.AHEAD] == ["The pier is sold"]
    assert parts[Period.DURING] == ["The council confirms the sale"]
    assert len(parts[Period.ALL]) == 2
    (event,) = list_events(story, Period.DURING).items
    assert (event.speaker and event.speaker.name, event.article and event.article.outlet) == (
        "the council of Vellmar", "Moravel Courier",
    )  # fmt: skip


def test_what_was_over_before_the_first_article_is_background() -> None:
    old = TimelineEntry("2029", None, None, "The pier was painted", EventStatus.HAPPENED, "gone")
    vague = TimelineEntry("P3D", None, None, "Work took three days", EventStatus.HAPPENED, "gone")
    links = msgspec.structs.replace(make_links(), timeline=(old, vague))
    parts = split_timeline(join_story(links, make_records()))
    assert (parts[Period.BEFORE], parts[Period.DURING]) == ([old], [vague])
    event = list_events(join_story(links, make_records()), Period.BEFORE).items[0]
    assert (event.speaker, event.article) == (None, None)


def test_a_vague_date_stands_at_its_end() -> None:
    days = ("2031", "P3D", "2031-03-04", "2031-W10", "2031-03-02/..")
    entries = tuple(TimelineEntry(when, None, None, "", EventStatus.HAPPENED, "gone") for when in days)
    story = join_story(msgspec.structs.replace(make_links(), timeline=entries), make_records())
    ordered = [one.when for one in list_events(story, Period.DURING).items]
    assert ordered == ["2031-03-02/..", "2031-W10", "2031-03-04", "2031", "P3D"]


def test_voices_have_their_positions(story: LinkedStory) -> None:
    voices = {one.actor.name: one for one in list_voices(story).items}
    caldo = voices["Ines Caldo"]
    assert (caldo.statements, caldo.articles, caldo.origin_of, caldo.positions, caldo.changes) == (3, 3, 1, 1, 1)
    assert [one.change for one in list_positions(story, "a-caldo", changed=True).items] == ["softened on 2 March"]
    assert list_positions(story, "a-council").items == ()


def test_ways_run_from_origins_through_carriers_to_articles(story: LinkedStory) -> None:
    ways = find_ways(story)
    found = {(one.start, one.end, one.kind) for one in ways.ways}
    assert (key_article("m1"), key_article("m2"), WayKind.COPY) in found
    assert (key_article("m2"), key_article("m3"), WayKind.CREDIT) in found  # Harbour Post's text of the day before
    assert (key_article("m1"), key_article("m2"), WayKind.CREDIT) in found  # through which it had the Courier's
    assert ("named:a-council", key_article("m4"), WayKind.FIRST_HAND) in found
    assert ("anonymous:a-courier", key_article("m1"), WayKind.FIRST_HAND) in found
    keys = {node.key for node in ways.nodes}
    assert all({one.start, one.end} <= keys for one in ways.ways)


def test_an_outlet_that_has_no_article_here_stands_outside() -> None:
    links = make_links()
    story = msgspec.structs.replace(links.story, articles=("m3", "m4"))
    records = [record for record in make_records() if record.article.id in story.articles]
    ways = find_ways(join_story(msgspec.structs.replace(links, story=story), records))
    outside = [node.name for node in ways.nodes if node.kind is NodeKind.OUTSIDE]
    assert outside == ["Harbour Post", "Moravel Courier"]


def test_a_story_without_anything_is_shown() -> None:
    empty = join_story(msgspec.structs.replace(make_links(), claims=(), copies=(), relations=(), timeline=(),
                                               positions=(), assertions={}), ())  # fmt: skip
    view = view_story(empty)
    assert (view.leading, view.denied, view.ahead, view.days) == (None, None, (), "dates not known")
    assert (find_ways(empty).nodes, list_articles(empty).items, list_voices(empty).items) == ((), (), ())


def test_what_goes_on_since_long_ago_is_background_and_what_has_no_date_says_so() -> None:
    entries = tuple(
        TimelineEntry(when, None, None, when, EventStatus.ONGOING, "gone", because=(because,))
        for when, because in (
            ("2029/..", "since then"), ("2031-03-02/..", "since then"),
            ("2031-03-03", "the day on which it was published"), ("2031-03-02", "the day on which it was said"),
        )
    )  # fmt: skip
    story = join_story(msgspec.structs.replace(make_links(), timeline=entries), make_records())
    assert [one.when for one in list_events(story, Period.BEFORE).items] == ["2029/.."]
    clocks = {one.when: one.dated_by for one in list_events(story, Period.DURING).items}
    assert clocks == {"2031-03-02/..": Clock.EVENT, "2031-03-03": Clock.REPORTED, "2031-03-02": Clock.SAID}


def test_scraps_stand_behind_claims_of_equal_rank(story: LinkedStory) -> None:
    sale = story.find_claim(SALE)
    scrap = msgspec.structs.replace(sale, id="c-0", gist="the mine")
    made = join_story(msgspec.structs.replace(story.links, claims=(scrap, *story.links.claims)), make_records())
    for order in ClaimSort:
        ids = [one.id for one in list_claims(made, order=order).items]
        assert ids.index(SALE) < ids.index("c-0")
    assert [one.id for one in list_claims(made).items][:3] == [SALE, "c-0", VOTE]
