"""A story's title: of its articles' headlines the one that says most of what the others say."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

from firsthand.linking.entries import Entry, sort_entries
from firsthand.linking.stories.headlines import clean_headline, shorten
from firsthand.linking.stories.terms import find_title
from firsthand.linking.word_weights import stem_words, weigh
from firsthand.records import Article, SectionKind
from firsthand.text.sentences import split_sentences

UNTITLED = "Untitled"
LEAD = 2_000  # characters in which the lead sentence is looked for
FEWEST_WORDS = 4  # of a headline that can stand alone, and of a lead sentence
ADDRESS = re.compile(r"https? ?:|www ?\.")  # of the page, at the head of many saved texts
OUTSIDE = (SectionKind.TITLE, SectionKind.DATELINE, SectionKind.CREDIT)
# (what a headline has, what its score is multiplied by): such a one is taken where it is far more central only.
BLEMISHES = (
    (lambda headline: "?" in headline, 0.7),  # asks what the others tell
    (lambda headline: headline.startswith(("'", '"', "“", "‘")), 0.8),  # somebody's words, without who says them
    (lambda headline: headline.isupper(), 0.8),
    (lambda headline: headline.endswith("…"), 0.8),
    (lambda headline: len(headline.split()) < FEWEST_WORDS, 0.5),
)


def make_title(entries: Sequence[Entry]) -> str:
    """The headline nearest to all the articles' headlines and lead sentences, the earliest of equally near ones.

    Cleaned of the outlet's name, at most 120 characters; a lead sentence where no article has a headline.
    """
    articles = [entry.article for entry in sort_entries(entries)]
    headlines = [clean_headline(find_title(article), article.publisher) for article in articles]
    leads = [find_lead(article) for article in articles]
    weights = [weigh_words(f"{headline} {lead}") for headline, lead in zip(headlines, leads, strict=True)]
    candidates = [headline for headline in headlines if headline] or [shorten(lead) for lead in leads if lead]
    if not candidates:
        return UNTITLED
    centre: Counter[str] = Counter()
    for one in weights:
        centre.update(one)
    return max(dict.fromkeys(candidates), key=lambda headline: judge(headline, centre))


def find_lead(article: Article) -> str:
    """The first sentence of the body with a few words in it; empty where there is none."""
    outside = [section.span for section in article.sections if section.kind in OUTSIDE]
    for start, end in split_sentences(article.text[:LEAD]):
        begin = max([start, *(stop for first, stop in outside if first <= start < stop)])
        sentence = article.text[begin:end].lstrip(" -–—")
        if len(sentence.split()) >= FEWEST_WORDS and not ADDRESS.search(sentence):
            return sentence
    return ""


def judge(headline: str, centre: Mapping[str, float]) -> float:
    """How central a headline is: the cosine of its words and all the articles' words, less for its blemishes."""
    own = weigh_words(headline)
    score = sum(sorted(weight * centre.get(stem, 0.0) for stem, weight in own.items()))
    for has, factor in BLEMISHES:
        score *= factor if has(headline) else 1.0
    return score


def weigh_words(text: str) -> dict[str, float]:
    """The text's different stems with their weights, as a vector of length 1."""
    weights = {stem: weight for stem in stem_words(text) if (weight := weigh(stem))}
    length = sqrt(sum(sorted(weight * weight for weight in weights.values()))) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}
