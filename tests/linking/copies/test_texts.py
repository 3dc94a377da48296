import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.linking.copies import TextVerdict, compare_texts

REPORT = (
    "The harbour board of Lunmark voted on Tuesday to close the old grain pier after divers found cracks in nine of "
    "its forty piles. Work on a new pier will begin in spring and take two years, the board's engineer told reporters. "
    "Fishermen who land their catch there will move to the southern basin, which has room for thirty boats.\n\n"
    "The town will pay a third of the cost, and the rest comes from a fund for small ports that was set up last year."
)
OTHER = (
    "A bridge over the Tarn valley opened to lorries on Monday, eleven months late. Drivers waited in the rain for an "
    "hour because the ribbon had been left in the capital. The road authority expects six thousand vehicles a day and "
    "has promised that the toll will not rise before the loan for the second lane has been repaid to the bank."
)
SPEECH = (
    "“We have carried this town through two floods and one fire, and we shall carry it through this winter as well, "
    "whatever the people in the capital may think of us and of the way in which we live here by the sea,”"
)


def test_a_text_with_its_tail_cut_is_a_reprint() -> None:
    comparison = compare_texts(REPORT[:330], REPORT, same_publisher=False)

    assert comparison.verdict is TextVerdict.REPRINT
    assert comparison.overlap_a > 0.95 > comparison.overlap_b


def test_texts_with_one_speech_only_quote_it() -> None:
    comparison = compare_texts(f"{REPORT}\n\n{SPEECH} the mayor said.", f"{OTHER}\n\n{SPEECH} she told them.", False)

    assert comparison.verdict is TextVerdict.QUOTES_ONLY
    assert comparison.overlap < 0.1


def test_texts_without_common_passages_are_independent() -> None:
    assert compare_texts(REPORT, OTHER, False).verdict is TextVerdict.INDEPENDENT


def test_the_menu_of_one_publisher_is_no_copy() -> None:
    menu = "\n\n" + " ".join(f"Photos of the year number {number} hide caption" for number in range(20))

    assert compare_texts(REPORT + menu, OTHER + menu, same_publisher=True).verdict is not TextVerdict.REPRINT
    assert compare_texts(REPORT + menu, REPORT[:330] + menu, same_publisher=True).verdict is TextVerdict.REPRINT


def test_passages_are_the_same_words_in_both_texts() -> None:
    comparison = compare_texts(f"{OTHER} {REPORT}", REPORT, False)

    assert comparison.passages
    for (start, end), (first, last) in comparison.passages:
        assert f"{OTHER} {REPORT}"[start:end] == REPORT[first:last]


@pytest.mark.parametrize("text", ["", "\n", "a", "word " * 4, "!" * 1000, "\ud800 “" * 50, "a b c d e " * 5000])
def test_any_text_is_survived(text: str) -> None:
    assert compare_texts(text, REPORT, False).verdict is TextVerdict.INDEPENDENT
    assert compare_texts(text, text, False).overlap <= 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab “”.\n", max_size=300), st.text(alphabet="ab “”.\n", max_size=300))
def test_overlaps_are_parts_and_the_verdict_is_mutual(one: str, other: str) -> None:
    there, back = compare_texts(one, other, False), compare_texts(other, one, False)

    assert there.verdict is back.verdict
    assert (there.overlap_a, there.overlap_b) == (back.overlap_b, back.overlap_a)
    assert 0 <= there.overlap <= 1
