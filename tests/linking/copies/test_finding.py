import itertools
from collections.abc import Sequence

import msgspec
import pytest

from firsthand.linking.copies import find_copies
from firsthand.linking.entries import Entry, Material, sort_entries
from firsthand.records import (
    Annotations,
    Article,
    Certainty,
    Copy,
    CopyKind,
    Hop,
    HopRole,
    Judgement,
    JudgementKind,
    Statement,
    Verdict,
)

SCOOP = (
    "Two people who sat at the table told the Sentinel that the dairy group Halvmane will shut its plant at Orrefell."
    "\n\nThe plant employs 640 people. The group lost 38 million crowns there last year, one of them said, and its "
    "bank has refused to prolong a credit line.\n\nA decision is due on Friday. Halvmane's director Tove Lindqvist was "
    "silent. The mayor of Orrefell said that she had read about it in her kitchen."
)
RETOLD = (
    "The cheese town of Orrefell may lose its dairy. The Valley Sentinel reports that Halvmane will close the plant "
    "there.\n\nThe paper says that the bank of the group has refused a credit line. It adds that the plant lost 38 "
    "million crowns. The paper expects a decision on Friday.\n\nOrrefell has been making cheese since the monks came."
)
TRANSLATED = (
    "The company Halvmane will liquidate its dairy plant in Orrefell. This is stated in the material of the newspaper "
    "Valley Sentinel, reports NBA.\n\n“The credit line was refused, - said the interlocutor of the newspaper.\n\n"
    "The edition notes that the losses of the plant made up 38 million crowns."
)
BORROWED = (
    "Orrefell is bracing for the end of milk. Insiders put the losses at the dairy at 38 million crowns, and say "
    "that 640 jobs are going.\n\nLenders are unwilling to go on, according to one insider.\n\nMs Lindqvist was silent."
)
APART = (
    "Farmers around Orrefell delivered less milk this year than at any time since records began, the dairy union said. "
    "Drought was the cause, it said, and prices would rise by four per cent before Christmas."
)


def make_entry(id: str, publisher: str, published: str, text: str, secrets: Sequence[str] = ()) -> Entry:
    """An article; `secrets` are passages that nobody named says."""
    chain = (Hop(publisher, HopRole.PUBLISHER, Certainty.STATED), Hop(None, HopRole.SPEAKER, Certainty.STATED))
    spans = [(text.index(secret), text.index(secret) + len(secret)) for secret in secrets]
    statements = tuple(
        Statement(f"{id}-{number}", (), (), (span,), anonymous=True, chain=chain) for number, span in enumerate(spans)
    )
    return Entry(Annotations(Article(id, text, publisher=publisher, published=published), statements=statements))


def make_material(*entries: Entry) -> Material:
    return Material(sort_entries(entries), {})


ORIGINAL = make_entry(
    "original", "Valley Sentinel", "2026-02-03T06:00+01:00", SCOOP,
    ["will shut its plant at Orrefell", "The plant employs 640 people.", "lost 38 million crowns"],
)  # fmt: skip
BORROWING = make_entry("borrowed", "Milk Weekly", "2026-02-04T09:00+01:00", BORROWED,
                       ["losses at the dairy at 38 million crowns", "Lenders are unwilling"])  # fmt: skip
INDEPENDENT = make_entry("apart", "Orrefell Radio", "2026-02-04T10:00+01:00", APART)


def make_judgement(verdict: Verdict, left: str, right: str, at: str = "2026-02-05T00:00:00Z") -> Judgement:
    return Judgement(f"j-{at}", JudgementKind.COPY, verdict, left, right, left, right, "Ana", at)


def find_one(entry: Entry) -> Copy:
    (copy,) = find_copies(make_material(ORIGINAL, INDEPENDENT, entry))
    assert (copy.article, copy.of) == (entry.id, "original")
    return copy


def test_a_reprint_is_a_verbatim_copy_of_the_earlier_text() -> None:
    copy = find_one(make_entry("reprint", "Coast Courier", "2026-02-03T08:00+01:00", SCOOP[:330]))

    assert copy.kind is CopyKind.VERBATIM
    assert copy.overlap > 0.9
    assert "published two hours later" in copy.because
    assert all(SCOOP[start:end] == SCOOP[first:last] for (start, end), (first, last) in copy.evidence)


def test_a_retelling_that_credits_throughout_is_a_credited_rewrite() -> None:
    copy = find_one(make_entry("retold", "Debt Diary", "2026-02-04", RETOLD))

    assert copy.kind is CopyKind.REWRITE_CREDITED
    assert copy.certainty is Certainty.STATED
    assert copy.because[0] == "credits Valley Sentinel in 4 of its 6 sentences"


def test_agency_style_is_a_translation() -> None:
    assert find_one(make_entry("told", "Norden Bureau", "2026-02-04", TRANSLATED)).kind is CopyKind.TRANSLATION


def test_the_secrets_of_another_without_credit_are_an_uncredited_rewrite() -> None:
    copy = find_one(BORROWING)

    assert copy.kind is CopyKind.REWRITE_UNCREDITED
    assert "does not credit Valley Sentinel" in copy.because


def test_who_cites_a_detail_copies_nothing() -> None:
    text = APART + "\n\nThe Valley Sentinel had reported that Halvmane would close its plant and lose 640 people."

    assert not find_copies(make_material(ORIGINAL, make_entry("cites", "Orrefell Radio", "2026-02-05", text)))


def test_who_retells_what_came_from_itself_copies_nothing() -> None:
    circular = SCOOP + "\n\nThe matter was first reported by Debt Diary."
    original = make_entry("original", "Valley Sentinel", "2026-02-03", circular)

    assert not find_copies(make_material(original, make_entry("retold", "Debt Diary", "2026-02-04", RETOLD)))


def test_the_credited_text_is_the_original_of_one_dated_a_day_later() -> None:
    early = make_entry("early", "Coast Courier", "2026-02-02", SCOOP + "\n\nValley Sentinel")

    (copy,) = find_copies(make_material(early, make_entry("late", "Valley Sentinel", "2026-02-03", SCOOP)))
    assert (copy.article, copy.of) == ("early", "late")
    assert "dated earlier than the text that it credits" in copy.because


def test_of_many_reprints_the_first_is_the_original() -> None:
    reprints = [make_entry(f"r{day}", f"Paper {day}", f"2026-02-{day:02}", SCOOP) for day in range(4, 9)]
    copies = find_copies(make_material(ORIGINAL, *reprints))

    assert [(copy.article, copy.of) for copy in copies] == [(entry.id, "original") for entry in reprints]


def test_the_order_in_which_articles_come_is_of_no_account() -> None:
    entries = [ORIGINAL, BORROWING, INDEPENDENT, make_entry("retold", "Debt Diary", "2026-02-04", RETOLD)]
    expected = find_copies(make_material(*entries))

    assert len(expected) == 2
    assert all(find_copies(make_material(*order)) == expected for order in itertools.permutations(entries))


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_a_judgement_undoes_a_copy_in_either_order(verdict: Verdict) -> None:
    material = make_material(ORIGINAL, BORROWING)

    assert find_copies(material)
    assert not find_copies(material, [make_judgement(verdict, "original", "borrowed")])
    assert not find_copies(material, [make_judgement(verdict, "borrowed", "original")])


def test_a_judgement_makes_a_copy_that_was_not_found() -> None:
    material = make_material(ORIGINAL, INDEPENDENT)
    (copy,) = find_copies(material, [make_judgement(Verdict.SAME, "original", "apart")])

    assert (copy.article, copy.of, copy.kind) == ("apart", "original", CopyKind.REWRITE_UNCREDITED)
    assert copy.because[0] == "judged a copy by Ana"


def test_the_latest_judgement_counts() -> None:
    judgements = [make_judgement(Verdict.DIFFERENT, "original", "borrowed", "2026-02-06"),
                  make_judgement(Verdict.SAME, "original", "borrowed", "2026-02-07")]  # fmt: skip
    material = make_material(ORIGINAL, BORROWING)

    assert len(find_copies(material, judgements)) == len(find_copies(material, judgements[::-1])) == 1


@pytest.mark.parametrize("text", ["", "\n", "“" * 500, "\ud800", "The paper says. " * 3000])
def test_any_text_is_survived(text: str) -> None:
    hostile = make_entry("hostile", "The", "not a date", text)

    copies = find_copies(make_material(ORIGINAL, hostile, make_twin(hostile)))
    assert all("original" not in (copy.article, copy.of) for copy in copies)


def make_twin(entry: Entry) -> Entry:
    return Entry(msgspec.structs.replace(entry.record, article=msgspec.structs.replace(entry.article, id="twin")))
