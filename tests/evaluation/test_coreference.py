"""Clusters of mentions: which count, how singletons are treated, and mentions that agree in their heads alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.coreference import Place, find_head, group_gold, group_mentions, reduce_to_heads, score_clusters
from firsthand.records import Actor, ActorKind, Annotations, Article, Mention, MentionForm

TEXT = "The mayor of Vellmar , who was ill , said that she and the council of the town trust the Tide ."
MAYOR, COUNCIL, TIDE = "The mayor of Vellmar , who was ill", "the council of the town", "the Tide"


def place(words: str, article: str = "a") -> Place:
    start = TEXT.index(words)
    return Place(article, (start, start + len(words)))


def gold_mention(words: str, cluster: str, kind: str) -> dict[str, object]:
    start, end = place(words).span
    return {"cluster": cluster, "type": kind, "start": start, "end": end}


def test_gold_people_and_organisations_are_grouped() -> None:
    mentions = [
        gold_mention(MAYOR, "1", "person"),
        gold_mention("she", "1", "person"),
        gold_mention(COUNCIL, "2", "organization"),
        gold_mention("Vellmar", "3", "place"),
    ]
    assert group_gold({"id": "a", "mentions": mentions}) == [{place(MAYOR), place("she")}, {place(COUNCIL)}]


def test_actors_are_grouped_but_for_documents_and_those_that_are_not_there() -> None:
    actors = (Actor("m", "mayor", ActorKind.PERSON), Actor("t", "the Tide", ActorKind.DOCUMENT))
    mentions = tuple(
        Mention(place(words).span, actor, MentionForm.NOMINAL)
        for words, actor in [(MAYOR, "m"), ("she", "m"), (TIDE, "t"), (COUNCIL, "nobody")]
    )
    record = Annotations(Article("a", TEXT), actors, mentions)
    assert group_mentions(record) == [{place(MAYOR), place("she")}]


def test_a_missed_link_costs_and_articles_are_kept_apart() -> None:
    gold = [{place(MAYOR), place("she")}, {place(MAYOR, "b"), place("she", "b")}]
    assert score_clusters(gold, gold) == pytest.approx(1)
    # One of two entities: recall 1/2 by each of the three measures, precision 1, so F1 is 2/3.
    assert score_clusters(gold, gold[:1]) == pytest.approx(2 / 3)
    assert score_clusters(gold, [gold[0] | gold[1]]) < 1


def test_singletons_count_on_neither_side_unless_asked() -> None:
    gold = [{place(MAYOR), place("she")}, {place(COUNCIL)}]
    found = [{place(MAYOR), place("she")}, {place(TIDE)}]
    assert score_clusters(gold, found) == pytest.approx(1)
    assert score_clusters(gold, found, singletons=True) < 1
    assert score_clusters([], found) == score_clusters(gold, found[1:]) == 0


@pytest.mark.parametrize(
    ("words", "head"),
    [(MAYOR, "mayor"), ("The mayor", "mayor"), ("she", "she"), (COUNCIL, "council"), ("she and the council", "she")],
)
def test_the_head_is_the_last_word_before_what_follows(words: str, head: str) -> None:
    start, end = find_head(TEXT, place(words).span)
    assert TEXT[start:end] == head


def test_mentions_agree_by_their_heads() -> None:
    gold = [{place(MAYOR), place("she")}]
    found = [{place("The mayor"), place("she")}]
    texts = {"a": TEXT}
    assert score_clusters(gold, found) < 1
    assert score_clusters(reduce_to_heads(gold, texts), reduce_to_heads(found, texts)) == pytest.approx(1)


def test_of_two_mentions_with_one_head_the_shorter_stays() -> None:
    both = [{place("she and the council of the town")}, {place("she"), place("The mayor")}]
    assert reduce_to_heads(both, {"a": TEXT}) == [{place("she"), place("mayor")}]


@given(st.text(max_size=40), st.integers(0, 40), st.integers(1, 40))
def test_a_head_is_a_part_of_its_mention(text: str, start: int, length: int) -> None:
    end = min(start + length, len(text))
    if start < end:
        first, last = find_head(text, (start, end))
        assert start <= first <= last <= end
