"""Cards of articles."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from firsthand.linking.stories.terms import MOST_TERMS, READ, StoryTerms, make_key, make_terms
from firsthand.records import Annotations, Article, Section, SectionKind
from tests.linking.stories.made_articles import make_record


def weights_of(terms: StoryTerms) -> dict[int, int]:
    keys = (int.from_bytes(terms.keys[at : at + 4], "little") for at in range(0, len(terms.keys), 4))
    return dict(zip(keys, terms.weights, strict=True))


def test_names_of_the_title_weigh_most_and_function_words_nothing() -> None:
    weights = weights_of(make_terms(make_record("a", "Ostrel dam bursts", "The dam was old, and the village near.")))
    assert weights[make_key("ostrel")] == 255
    assert weights[make_key("dam")] > weights[make_key("old")]
    assert make_key("the") not in weights


def test_what_comes_late_weighs_less_or_nothing() -> None:
    filler = "old new big " * 50
    near, far = (make_terms(make_record("a", None, text)) for text in (f"Kanny {filler}Tessia", f"{'x ' * READ}Kanny"))
    assert weights_of(near)[make_key("kanni")] > weights_of(near)[make_key("tessia")]
    assert make_key("kanni") not in weights_of(far)


def test_a_title_inside_the_text_counts_as_one() -> None:
    text = "Ostrel flooded\n\nRescuers came from Kanny."
    section = Section(SectionKind.TITLE, (0, 14))
    marked = weights_of(make_terms(Annotations(Article("a", text, sections=(section,)))))
    assert marked[make_key("ostrel")] > marked[make_key("kanni")]


def test_the_day_is_kept() -> None:
    terms = make_terms(make_record("a", None, "x", "2026-03-02T10:00:00Z"))
    assert terms.day == "2026-03-02"
    assert make_terms(Annotations(Article("a", ""))) == StoryTerms()


@given(st.text(max_size=3000), st.none() | st.text(max_size=100))
def test_any_article_has_a_small_card(text: str, title: str | None) -> None:
    terms = make_terms(make_record("a", title, text, title))
    assert len(terms.keys) == 4 * len(terms.weights) <= 4 * MOST_TERMS
    assert len(msgspec.json.encode(terms)) <= 640
    assert 0 not in terms.weights
