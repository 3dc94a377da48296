"""Through whom a statement came."""

import msgspec
from made_statements import make_article, make_cast, state

from firsthand.extraction.cast import Cast
from firsthand.extraction.chains import trace_chains
from firsthand.records import Act, Article, Certainty, Form, HopRole, Statement

ROUX = ("roux", "p", "Anne Roux")


def name_hops(article: Article, cast: Cast, *statements: Statement) -> list[list[str]]:
    """The chains as names, "~" before an inferred one, anonymous hops by their words."""
    return [
        [
            ("~" if hop.certainty is Certainty.INFERRED else "")
            + (cast.get(hop.actor).name if hop.actor else str(hop.description))
            for hop in statement.chain
        ]
        for statement in trace_chains(article, statements, cast)
    ]


def chain_of(
    text: str,
    source: str,
    cue: str,
    content: str,
    publisher: str = "Nordby Post",
    act: Act = Act.SAY,
    form: Form = Form.INDIRECT,
) -> list[str]:
    """The chain of Anne Roux's statement in a text of its own."""
    cast = make_cast(text, ROUX)
    statement = state(text, source, cue, content, speaker="roux", act=act, form=form)
    return name_hops(make_article(text, publisher), cast, statement)[0]


def test_publisher_then_speaker() -> None:
    assert chain_of("Anne Roux said the dam would hold.", "Anne Roux", "said", "the dam would hold") == [
        "Nordby Post", "Anne Roux",
    ]  # fmt: skip


def test_told_outlet_carries() -> None:
    text = "Anne Roux told Reuters on Monday that the dam would hold."
    assert chain_of(text, "Anne Roux", "told", "that the dam would hold") == ["Nordby Post", "Reuters", "Anne Roux"]


def test_told_an_outlet_known_by_its_words_only() -> None:
    text = "Anne Roux told the Vale Courier that the dam would hold."
    assert chain_of(text, "Anne Roux", "told", "that the dam would hold") == [
        "Nordby Post",
        "Vale Courier",
        "Anne Roux",
    ]


def test_told_a_body_that_is_no_outlet_carries_nothing() -> None:
    text = "Anne Roux told the Finance Committee that the dam would hold."
    assert chain_of(text, "Anne Roux", "told", "that the dam would hold") == ["Nordby Post", "Anne Roux"]


def test_told_the_publisher_itself_collapses() -> None:
    text = "Anne Roux told the Post that the dam would hold."
    assert chain_of(text, "Anne Roux", "told", "that the dam would hold") == ["Nordby Post", "Anne Roux"]


def test_told_this_newspaper_collapses() -> None:
    text = "As CNN showed, rain fell. Anne Roux told this newspaper that the dam would hold."
    assert chain_of(text, "Anne Roux", "told", "that the dam would hold") == ["Nordby Post", "Anne Roux"]


def test_initials_are_the_publisher() -> None:
    text = "Anne Roux told NNA that the dam would hold."
    chain = chain_of(text, "Anne Roux", "told", "that the dam would hold", "Nordby News Agency")
    assert chain == ["Nordby News Agency", "Anne Roux"]


def test_interview_with_outlet() -> None:
    text = "The dam would hold, Anne Roux said in an interview on Sunday with CNN's Jo Beck."
    assert chain_of(text, "Anne Roux", "said", "The dam would hold") == ["Nordby Post", "CNN", "Anne Roux"]


def test_outlet_named_before_its_interview() -> None:
    text = "The dam would hold, Anne Roux said in a Fox News interview."
    assert chain_of(text, "Anne Roux", "said", "The dam would hold") == ["Nordby Post", "Fox News", "Anne Roux"]


def test_report_that_is_talked_about_carries_nothing() -> None:
    text = "In a statement on the Reuters report Anne Roux said the dam would hold."
    assert chain_of(text, "Anne Roux", "said", "the dam would hold") == ["Nordby Post", "Anne Roux"]


def test_according_to_outlet() -> None:
    text = "Anne Roux said the dam would hold, according to TASS."
    assert chain_of(text, "Anne Roux", "said", "the dam would hold") == ["Nordby Post", "TASS", "Anne Roux"]


def test_closing_report() -> None:
    text = "Anne Roux said the dam would hold, Interfax reported on Monday."
    assert chain_of(text, "Anne Roux", "said", "the dam would hold") == ["Nordby Post", "Interfax", "Anne Roux"]


def test_report_with_words_of_its_own_is_no_carrier() -> None:
    text = "Anne Roux said the dam would hold, but Interfax reported floods downstream."
    assert chain_of(text, "Anne Roux", "said", "the dam would hold") == ["Nordby Post", "Anne Roux"]


def test_quoted_by_outlet() -> None:
    text = "Anne Roux was quoted by Interfax as saying the dam would hold."
    assert chain_of(text, "Anne Roux", "saying", "the dam would hold") == ["Nordby Post", "Interfax", "Anne Roux"]


def test_outlet_quotes() -> None:
    text = "Interfax quoted Anne Roux as saying the dam would hold."
    assert chain_of(text, "Anne Roux", "saying", "the dam would hold") == ["Nordby Post", "Interfax", "Anne Roux"]


def test_agency_in_parentheses() -> None:
    text = "Anne Roux said the dam would hold (AFP)."
    assert chain_of(text, "Anne Roux", "said", "the dam would hold") == ["Nordby Post", "AFP", "Anne Roux"]


def test_outermost_carrier_comes_first() -> None:
    text = "Anne Roux told CNN the dam would hold, Reuters reported."
    chain = chain_of(text, "Anne Roux", "told", "the dam would hold")
    assert chain == ["Nordby Post", "Reuters", "CNN", "Anne Roux"]


def test_refusal_to_an_outlet() -> None:
    text = "Anne Roux declined to comment to Reuters on the dam."
    chain = chain_of(text, "Anne Roux", "declined", "to comment to Reuters on the dam", act=Act.DECLINE)
    assert chain == ["Nordby Post", "Reuters", "Anne Roux"]


def test_outlet_without_a_name_is_described() -> None:
    text = "Anne Roux told state television that the dam would hold."
    assert chain_of(text, "Anne Roux", "told", "that the dam would hold") == [
        "Nordby Post", "state television", "Anne Roux",
    ]  # fmt: skip


def test_newspaper_is_the_one_named_last() -> None:
    text = "The Vale Courier reported leaks. Anne Roux told the newspaper that the dam would hold."
    cast = make_cast(text, ROUX, ("courier", "t", "Vale Courier"))
    statement = state(text, "Anne Roux", "told", "that the dam would hold", speaker="roux")
    assert name_hops(make_article(text, "Nordby Post"), cast, statement) == [
        ["Nordby Post", "Vale Courier", "Anne Roux"]
    ]


def test_wire_copy_has_its_agency_in_every_chain() -> None:
    text = "NORDBY, May 2 (Reuters) - The dam would hold, Anne Roux said on Friday.\n\nRain is forecast."
    assert chain_of(text, "Anne Roux", "said", "The dam would hold") == ["Nordby Post", "Reuters", "Anne Roux"]


def test_nested_chain_runs_through_the_outer_speakers() -> None:
    text = "Anne Roux said a nurse told her that the school had called for help."
    cast = make_cast(text, ROUX, ("school", "o", "the school"))
    outer = state(
        text, "Anne Roux", "said", "a nurse told her that the school had called for help", speaker="roux", id="1"
    )
    middle = state(text, "a nurse", "told", "that the school had called for help", id="2", within="1")
    inner = state(text, "the school", "had called", "for help", speaker="school", id="3", within="2")
    # Inner ones first: chains do not depend on the order.
    found = name_hops(make_article(text, "Nordby Post"), cast, inner, middle, outer)
    assert found == [
        ["Nordby Post", "Anne Roux", "a nurse", "the school"],
        ["Nordby Post", "Anne Roux", "a nurse"],
        ["Nordby Post", "Anne Roux"],
    ]


def test_outer_speaker_carries_the_inner_statement() -> None:
    text = "Bloomberg reported, citing officials, that the dam would hold."
    cast = make_cast(text, ("b", "t", "Bloomberg"))
    outer = state(text, "Bloomberg", "reported", "that the dam would hold", speaker="b", id="1")
    inner = state(text, "officials", "citing", "that the dam would hold", id="2", within="1")
    chain = trace_chains(make_article(text, "Nordby Post"), [outer, inner], cast)[1].chain
    assert [hop.role for hop in chain] == [HopRole.PUBLISHER, HopRole.CARRIER, HopRole.SPEAKER]
    assert chain[1].evidence == outer.source
    assert (chain[2].actor, chain[2].description, chain[2].evidence) == (None, "officials", inner.source)


def test_first_person_of_a_nameless_speaker_is_he_himself() -> None:
    text = 'An engineer said: "I fear the dam will burst."'
    outer = state(text, "An engineer", "said", "I fear the dam will burst", id="1")
    inner = state(text, "I", "fear", "the dam will burst", id="2", within="1")
    assert name_hops(make_article(text, "Nordby Post"), make_cast(text), outer, inner)[1] == [
        "Nordby Post",
        "An engineer",
    ]


def test_statements_within_each_other_end() -> None:
    text = "Anne Roux said the dam would hold."
    one = state(text, "Anne Roux", "said", "the dam", speaker="roux", id="1", within="2")
    other = state(text, "Anne Roux", "said", "would hold", speaker="roux", id="2", within="1")
    assert len(trace_chains(make_article(text), [one, other], make_cast(text, ROUX))) == 2


RETOLD = (
    "The dam at Nordby is about to burst.\n\nIts owner has known for a year.\n\n"
    "This is said in the publication of Bloomberg, reports NNA.\n\n"
    "According to people close to the owner, the wall moves.\n\nAnne Roux said the wall had been checked.\n\n"
    "Meanwhile, Jo Beck said schools were closed."
)


def trace_retold(publisher: str | None) -> tuple[list[list[str]], list[Statement]]:
    cast = make_cast(RETOLD, ROUX, ("beck", "p", "Jo Beck"), ("b", "t", "Bloomberg"))
    statements = [
        state(RETOLD, "Its owner", "has known", "for a year", id="0"),
        state(RETOLD, "the publication of Bloomberg", "is said", "This", speaker="b", id="1"),
        state(RETOLD, "people close to the owner", "According to", "the wall moves", id="2"),
        state(RETOLD, "Anne Roux", "said", "the wall had been checked", speaker="roux", id="3", near="Anne Roux said"),
        state(RETOLD, "Jo Beck", "said", "schools were closed", speaker="beck", id="4", near="Meanwhile"),
    ]
    article = make_article(RETOLD, publisher)
    traced = trace_chains(article, statements, cast)
    names = [
        [
            ("~" if h.certainty is Certainty.INFERRED else "") + (cast.get(h.actor).name if h.actor else "?")
            for h in s.chain
        ]
        for s in traced
    ]
    return names, traced


def test_retelling_gives_its_outlet_to_what_stands_before_and_to_the_nameless_after() -> None:
    names, _ = trace_retold("Nordby News Agency")
    assert names == [
        ["Nordby News Agency", "Bloomberg", "?"],
        ["Nordby News Agency", "Bloomberg"],
        ["Nordby News Agency", "Bloomberg", "?"],
        ["Nordby News Agency", "~Bloomberg", "Anne Roux"],  # she may have spoken to anybody
        ["Nordby News Agency", "Jo Beck"],  # a turn: no longer the story retold
    ]


def test_retelling_covers_the_paragraphs_before() -> None:
    _, traced = trace_retold("Nordby News Agency")
    covered = [RETOLD[start:end] for start, end in traced[1].covers]
    assert covered == ["The dam at Nordby is about to burst.", "Its owner has known for a year."]
    assert [s.covers for s in traced if s.id != "1"] == [(), (), (), ()]


def test_inferred_hops_say_why() -> None:
    _, traced = trace_retold("Nordby News Agency")
    inferred = [hop for s in traced for hop in s.chain if hop.certainty is Certainty.INFERRED]
    assert [hop.description for hop in inferred] == ["the article retells Bloomberg and does not say how it got this"]


def test_retelling_names_the_publisher_where_nothing_else_does() -> None:
    names, traced = trace_retold(None)
    assert names[1] == ["~NNA", "Bloomberg"]
    assert traced[1].chain[0].description is not None


def test_pronoun_goes_on_through_the_same_carrier() -> None:
    text = 'Anne Roux told Reuters the dam would hold. "It will hold," she said.'
    cast = make_cast(text, ROUX)
    first = state(text, "Anne Roux", "told", "the dam would hold", speaker="roux", id="1")
    second = state(text, "she", "said", "It will hold", speaker="roux", id="2", form=Form.DIRECT, near='"It')
    assert name_hops(make_article(text, "Nordby Post"), cast, first, second)[1] == [
        "Nordby Post",
        "Reuters",
        "Anne Roux",
    ]


def test_a_name_again_goes_on_only_by_inference() -> None:
    text = "Anne Roux told Reuters the dam would hold. Roux said schools were closed."
    cast = make_cast(text, ROUX)
    first = state(text, "Anne Roux", "told", "the dam would hold", speaker="roux", id="1")
    second = state(text, "Roux", "said", "schools were closed", speaker="roux", id="2", near="Roux said")
    assert name_hops(make_article(text, "Nordby Post"), cast, first, second)[1] == [
        "Nordby Post",
        "~Reuters",
        "Anne Roux",
    ]


def test_publisher_under_two_names_is_one_actor() -> None:
    text = "NNA reports that the dam would hold. Nordby News Agency adds that rain fell."
    cast = make_cast(text, ("short", "o", "NNA"))
    first = state(text, "NNA", "reports", "that the dam would hold", speaker="short", id="1")
    traced = trace_chains(make_article(text, "Nordby News Agency"), [first], cast)
    assert [hop.role for hop in traced[0].chain] == [HopRole.PUBLISHER]
    assert traced[0].speaker == traced[0].chain[0].actor
    assert {actor.name: actor.aliases for actor in cast.actors} == {"Nordby News Agency": ("NNA",)}


def test_no_statements_no_chains() -> None:
    assert trace_chains(make_article("", "Nordby Post"), [], make_cast("")) == []


def test_newspaper_that_speaks_is_the_one_retold() -> None:
    text = "The dam leaks. This is said in the publication of Bloomberg.\n\nThe wall moves, the newspaper notes."
    cast = make_cast(text, ("b", "t", "Bloomberg"))
    statement = msgspec.structs.replace(state(text, "the newspaper", "notes", "The wall moves"), anonymous=False)
    traced = trace_chains(make_article(text, "Nordby Post"), [statement], cast)[0]
    assert traced.speaker == "b"
    assert [hop.role for hop in traced.chain] == [HopRole.PUBLISHER, HopRole.SPEAKER]
