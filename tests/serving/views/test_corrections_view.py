"""Judgements as pages tell them, what they change in figures, and what one may choose from."""

import msgspec
import pytest

from firsthand.errors import UsageError
from firsthand.records import Judgement, JudgementKind, Verdict
from firsthand.serving.judging import judge, undo
from firsthand.serving.views.choices import choose_same, choose_speaker
from firsthand.serving.views.corrections import (
    CorrectionView,
    export_log,
    find_correction,
    is_followed,
    list_corrections,
    read_judgement_kind,
    read_verdict,
)
from firsthand.serving.views.recounting import REMEMBERED, Figures, Ledger, Recount, compare_figures, count_figures
from firsthand.storage import Store
from tests.serving.made_story import DENIAL, PEOPLE, SALE, STORY, make_claims

SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


def tell(store: Store, judgement: Judgement) -> CorrectionView:
    (found,) = [one for one in list_corrections(store).items if one.logged.judgement == judgement]
    return found


def test_claims_are_told_by_their_gists(store: Store) -> None:
    told = tell(store, judge(store, SAME, SALE, DENIAL))
    assert told.words == "claims “The old pier will be sold.” and “The old pier will not be sold.” are one"
    assert [(piece.thing.page, piece.thing.target) for piece in told.pieces if piece.thing] == [
        ("claims", SALE),
        ("claims", DENIAL),
    ]


def test_speakers_statements_articles_and_origins_are_told_by_their_words(store: Store) -> None:
    speaker = tell(store, judge(store, SAME, "m1:1", "a-caldo", kind=JudgementKind.SPEAKER))
    assert speaker.words == "“Ines Caldo” makes the statement “the old pier will be sold”"
    none = tell(store, judge(store, DIFFERENT, "m3:2", kind=JudgementKind.STATEMENT))
    assert none.words == "“We will not sell the old pier” is no statement"
    copy = tell(store, judge(store, DIFFERENT, "m2", "m1"))
    assert "“Harbour Post: People close" in copy.words
    origins = tell(store, judge(store, SAME, "o-1111111111", "o-2222222222"))
    assert [piece.thing.page for piece in origins.pieces if piece.thing] == ["claims", "claims"]


def test_an_actor_of_one_article_is_told_with_its_article(store: Store) -> None:
    parted = judge(store, DIFFERENT, "m1/m1:a-caldo", "m3/m3:a-caldo", kind=JudgementKind.ACTOR)
    told = tell(store, parted)
    assert "“Ines Caldo in “People close" in told.words
    assert {piece.thing.target for piece in told.pieces if piece.thing} == {"a-caldo"}


def test_what_has_gone_is_told_by_its_id(store: Store) -> None:
    gone = Judgement("", JudgementKind.CLAIM, SAME, "c-gone\u202e", "c-away", "x:1#0", "y:1#0", "", "2031-03-04")
    told = tell(store, store.links.add_judgement(gone))
    assert [piece.thing.page for piece in told.pieces if piece.thing] == ["", ""]
    assert "\u202e" not in told.words


def test_the_log_is_newest_first_and_says_what_is_undone_or_superseded(store: Store) -> None:
    first, second = judge(store, SAME, SALE, DENIAL), judge(store, DIFFERENT, SALE, DENIAL)
    third = judge(store, DIFFERENT, "m1:1", kind=JudgementKind.STATEMENT)
    undo(store, third.id, by="Ben")
    page = list_corrections(store, limit=2)
    assert [one.logged.judgement for one in page.items] == [third, second]
    assert page.has_more
    assert page.items[0].logged.undone_by == "Ben"
    assert find_correction(store, first.id).superseded_by == second.id
    lines = export_log(store.links.load_judgement_log()).splitlines()
    assert [msgspec.json.decode(line)["judgement"]["id"] for line in lines] == [first.id, second.id, third.id]
    assert not is_followed(store, first.id)
    with pytest.raises(UsageError, match="no correction"):
        find_correction(store, "j-0")


def test_verdicts_and_kinds_are_read() -> None:
    assert (read_verdict("same"), read_judgement_kind("speaker"), read_judgement_kind("")) == (
        SAME,
        JudgementKind.SPEAKER,
        None,
    )
    for read in (read_verdict, read_judgement_kind):
        with pytest.raises(UsageError, match="one of"):
            read("perhaps")


def test_figures_are_compared(store: Store) -> None:
    before = count_figures(store, [STORY, STORY, "s-gone"])
    assert (before.stories, before.actors, before.copies) == ((STORY,), 5, 1)
    assert compare_figures(before, before, JudgementKind.CLAIM) == ()
    sale = msgspec.structs.replace(before.claims[SALE], independent_origins=1)
    after = msgspec.structs.replace(before, claims={SALE: sale}, copies=0, statements=4)
    assert compare_figures(before, after, JudgementKind.CLAIM) == (
        Recount("The old pier will be sold.", "2 origins, disputed", "1 origin, disputed", SALE),
        Recount("claims", "3 claims", "1 claim"),
        Recount("copies", "1 copy", "0 copies"),
    )
    told = compare_figures(before, after, JudgementKind.STATEMENT)
    assert told[-1] == Recount("statements", f"{before.statements} statements", "4 statements")


def test_of_many_changed_counts_a_few_are_told() -> None:
    first = make_claims()[0]
    claims = {f"c-{at}": msgspec.structs.replace(first, id=f"c-{at}") for at in range(20)}
    changed = {id: msgspec.structs.replace(claim, independent_origins=(1, 3)) for id, claim in claims.items()}
    told = compare_figures(Figures((), claims, 0, 0, 0), Figures((), changed, 0, 0, 0), JudgementKind.ORIGIN)
    assert len(told) == 7
    assert told[-1].now == "14 other counts changed"


def test_the_ledger_forgets_what_is_oldest() -> None:
    ledger, empty = Ledger(), Figures((), {}, 0, 0, 0)
    for number in range(REMEMBERED + 1):
        ledger.keep(str(number), empty)
    assert ledger.find("0") is None
    assert ledger.find("1") is empty


def test_speakers_are_offered_from_the_article_first(store: Store) -> None:
    choices = choose_speaker(store, "m1:2")
    assert choices.speaker is not None
    assert (choices.speaker.id, choices.source) == ("a-caldo", "Ines Caldo")
    offered = [one.id for one in choices.in_article]
    assert "a-caldo" not in offered
    assert set(offered) == {"a-courier", "a-post", "a-radio", "a-council"}
    assert choices.in_story == choices.found == ()
    assert [one.name for one in choose_speaker(store, "m1:1", "Vellmar").found] == ["the council of Vellmar"]


def test_an_outlets_own_words_have_no_other_speaker(store: Store) -> None:
    assert choose_speaker(store, "m4:own").is_outlets_own
    assert not choose_speaker(store, "m1:1").is_outlets_own
    assert choose_speaker(store, "m1:1").speaker is None


def test_only_a_statement_has_speakers(store: Store) -> None:
    with pytest.raises(UsageError, match="no statement with this id"):
        choose_speaker(store, SALE)


def test_what_may_be_the_same_is_offered(store: Store) -> None:
    assert [one.id for one in choose_same(store, "claim", SALE, "not").found] == [DENIAL]
    assert SALE not in [one.id for one in choose_same(store, "claim", SALE).found]
    assert [one.id for one in choose_same(store, "copy", "m2", "radio").found] == ["m3"]
    assert len(choose_same(store, "copy", "m2").found) == 3
    assert [one.id for one in choose_same(store, "origin", "o-1111111111").found] == ["o-2222222222"]
    assert PEOPLE in choose_same(store, "origin", "o-1111111111").chosen.name
    assert [one.id for one in choose_same(store, "actor", "a-caldo", "council").found] == ["a-council"]
    assert choose_same(store, "actor", "a-caldo").words == "Caldo"
    with pytest.raises(UsageError, match="one of actor"):
        choose_same(store, "story", STORY)
