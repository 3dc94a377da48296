"""What the reports on stories, claims and actors say, at any width and whatever the articles hold."""

import io
from collections.abc import Callable, Iterable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from firsthand.records import Act, Annotations, Position, Status, Step, StoryLinks
from firsthand.serving.linked_stories import LinkedStory, join_story
from firsthand.serving.report_actor import ActorView, draw_actor
from firsthand.serving.report_claim import draw_claim_report
from firsthand.serving.report_explain import draw_explanation
from firsthand.serving.report_story import draw_story
from firsthand.serving.report_timeline import draw_timeline
from firsthand.serving.terminal import open_console, print_lines
from tests.serving.made_story import DENIAL, SALE, STORY, VOTE, make_links, make_many_claims, make_records

STEPS = [Step("The Courier has it first.", "m1:1"), Step("The Post prints it again.", None, "m2"), Step("So one.")]
POSITIONS = [Position("a-caldo", "", "will not sell", Act.SAY, Status.DENIED, DENIAL, "m1:2")]
Draw = Callable[[LinkedStory, int], Iterable[Text]]
REPORTS: dict[str, Draw] = {
    "story": draw_story,
    "full story": lambda story, width: draw_story(story, width, full=True),
    "timeline": draw_timeline,
    "claim": lambda story, width: draw_claim_report(story, story.claims[SALE], width),
    "quote": lambda story, width: draw_claim_report(story, story.claims[DENIAL], width, full=True),
    "explain": lambda story, width: draw_explanation(story, story.claims[SALE], STEPS, width),
    "actor": lambda story, width: draw_actor(ActorView(story.actors["a-caldo"], (story,), POSITIONS), width),
}


def make_story(links: StoryLinks | None = None) -> LinkedStory:
    return join_story(links or make_links(), make_records())


def draw(name: str, story: LinkedStory | None = None, width: int = 80) -> str:
    file = io.StringIO()
    print_lines(open_console(file, width, False), REPORTS[name](story or make_story(), width))
    return file.getvalue()


def rewrite(record: Annotations, words: str) -> Annotations:
    """The record with these words in everything that an article brings, its spans as they were."""
    text = words + record.article.text[len(words) :]
    article = msgspec.structs.replace(record.article, text=text, title=words, publisher=words)
    actors = tuple(msgspec.structs.replace(actor, name=words, roles=(words,)) for actor in record.actors)
    statements = tuple(msgspec.structs.replace(one, medium=words, said_on=words) for one in record.statements)
    return msgspec.structs.replace(record, article=article, actors=actors, statements=statements)


def fill(words: str) -> LinkedStory:
    """The made story with these words in every string that is printed."""
    links = make_links()
    replace = msgspec.structs.replace
    filled = replace(
        links,
        story=replace(links.story, title=words),
        actors=tuple(replace(one, name=words, aliases=(words,), roles=(words,)) for one in links.actors),
        copies=tuple(replace(one, because=(words,)) for one in links.copies),
        relations=tuple(replace(one, because=(words,)) for one in links.relations),
        timeline=tuple(replace(one, when=words, said=words, reported=words, what=words) for one in links.timeline),
        claims=tuple(
            replace(
                one,
                gist=words,
                because=(words,),
                first_seen=words,
                origins=tuple(replace(origin, because=(words,), description=words) for origin in one.origins),
            )
            for one in links.claims
        ),
    )
    return join_story(filled, [rewrite(record, words) for record in make_records()])


def test_a_storys_head_gives_every_count_with_its_reason() -> None:
    assert draw("story").splitlines()[:13] == [
        "The old pier of Vellmar is for sale",
        f"1 to 3 March 2031 · id {STORY}",
        "",
        "4 articles · 3 outlets · 3 origins",
        "4 articles      3 in their own words; 1 carries the text of another (1 verbatim",
        "                copy)",
        "3 outlets       Moravel Courier (2), Harbour Post, Quay Radio",
        "3 origins       2 named: Ines Caldo, the council of Vellmar; 1 anonymous,",
        "                through Moravel Courier",
        "3 claims        0 corroborated by independent origins, 1 disputed, 2 of a single",
        "                origin; 1 rests on anonymous sources only",
        "most carried    The old pier will be sold. (2 origins, 4 articles)",
        "",
    ]


def test_a_storys_claims_come_by_their_origins_with_what_is_said_against_them() -> None:
    out = draw("story")
    places = [out.index(words) for words in ("2 origins       The old", "1 or 2 origins  There", "1 origin        The")]
    assert places == sorted(places)
    assert "denied by: The old pier will not be sold." in out
    assert "2, since the council speaks for itself" in out


def test_a_story_shows_who_carries_whom_and_what_is_copied() -> None:
    out = " ".join(draw("story").split())
    assert "1 statement Quay Radio retells Harbour Post (1 inferred)" in out
    assert "1 statement Harbour Post retells Moravel Courier" in out
    assert "97% Harbour Post of 1 March 2031, 09:00 +00:00 is a verbatim copy of Moravel Courier" in out
    assert "published two hours later" in out
    assert "3 statements Ines Caldo, harbour master · a-caldo" in out
    assert "2031 The pier is sold (planned)" in out


def test_a_story_of_many_claims_shows_the_first_and_says_how_to_see_the_rest() -> None:
    story = make_story(make_many_claims(200))
    out = draw("story", story)
    assert f"… 197 more: `firsthand claims --story {STORY}`" in out
    assert out.count("of many.") == 3
    assert draw("full story", story).count("of many.") == 200


def test_a_story_without_anything_is_told_in_few_words() -> None:
    story = join_story(StoryLinks(make_links().story), [])
    out = draw("story", story)
    assert "0 articles · 0 outlets · 0 origins" in out
    assert "dates not known" in out
    assert "Claims," not in out
    assert "nothing in this story has a date" in draw("timeline", story)


def test_a_claim_gives_its_count_with_reasons_and_who_carried_it_when() -> None:
    out = draw("claim")
    assert "2 origins · disputed · 4 statements in 4 articles" in out
    assert "why             2, since the council speaks for itself" in out
    words = " ".join(out.split())
    assert "carried by Moravel Courier (1 March 2031, 07:00 +00:00) Harbour Post (1 March 2031, 09:00 +00:00)" in words
    assert "1 people close to the mayor (anonymous), through Moravel Courier it cites no other outlet" in words
    assert "“the old pier will be sold” Moravel Courier · 1 March 2031, 07:00 +00:00 · line 1 · m1:1" in words
    assert (
        "denied by The old pier will not be sold. 1 origin · single origin · c-2222222222 says that it is not" in words
    )


def test_wordings_of_one_quote_stand_side_by_side() -> None:
    out = " ".join(draw("quote").split())
    assert "same words, against Moravel Courier (m1:2)" in out
    assert "shortened, against Moravel Courier (m1:2): without “not this year and not the next”" in out
    assert "Ines Caldo (inferred)" not in out
    assert "Ines Caldo, through Moravel Courier (inferred)" in out


def test_what_an_outlet_says_in_its_own_voice_is_marked() -> None:
    story = make_story()
    file = io.StringIO()
    print_lines(open_console(file, 80, False), draw_claim_report(story, story.claims[VOTE], 80))
    assert "the outlet’s own words, credited to nobody" in file.getvalue()
    assert "none found: nobody who says it first-hand is known" in file.getvalue()
    assert "no reason recorded" in file.getvalue()


def test_an_explanation_is_numbered_and_rests_on_words_and_articles() -> None:
    out = draw("explain")
    assert "1   The Courier has it first.\n    “the old pier will be sold”\n    Moravel Courier" in out
    assert "2   The Post prints it again.\n    Harbour Post, “People close" in out
    assert out.endswith(
        "So 2 origins\n2, since the council speaks for itself\nHarbour Post and Quay Radio only retell the Courier\n"
    )


def test_an_actor_has_names_positions_and_statements() -> None:
    out = draw("actor")
    assert "also known as   Caldo, the harbour master\nroles           harbour master\n" in out
    assert "speaks          3 statements in 3 articles\norigin of       1 claim\n" in out
    assert "no date       will not sell\n" in out
    assert "2031-03-02        said (denied) We will not sell the old pier\n" in out


def test_an_actor_of_many_stories_says_how_to_see_the_others() -> None:
    story = make_story()
    lines = draw_actor(ActorView(story.actors["a-caldo"], (story,), hidden_stories=12), 80)
    assert [line.plain for line in lines][-2:] == [
        "Older stories",
        "… 12 more: --full shows all, and counts their statements",
    ]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("width", [20, 40, 60, 80, 140])
def test_no_line_is_wider_than_asked(name: str, width: int) -> None:
    lines = draw(name, width=width).split("\n")
    assert max(map(cell_len, lines)) <= width


@settings(max_examples=60)
@given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=120), width=st.integers(20, 120))
def test_any_words_are_survived_and_fit(words: str, width: int) -> None:
    story = fill(words)
    for name in REPORTS:
        assert max(map(cell_len, draw(name, story, width).split("\n"))) <= width


@pytest.mark.parametrize("name", REPORTS)
def test_controls_never_reach_the_terminal(name: str) -> None:
    out = draw(name, fill("red \x1b[31m bell \x07 c1 \x9b bidi \u202e lone \ud800 line\r\nend"))
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\ud800", "\r"} & set(out)


def test_the_order_of_the_records_does_not_matter() -> None:
    turned = join_story(make_links(), reversed(make_records()))
    assert all(draw(name, turned) == draw(name) for name in REPORTS)
