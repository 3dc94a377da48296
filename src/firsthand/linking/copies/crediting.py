"""Which sentences of an article are credited to which publisher of its story."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from firsthand.lexicons.credits import CARRYING, GOING_ON, RETOLD_NOUNS
from firsthand.linking.copies.profiles import Profile
from firsthand.records import Span, Statement

WORD = re.compile(r"\w+")
FIRST_WORDS = 40  # of a sentence, in which it says whom it carries

Credits = Mapping[str, tuple[int, ...]]


def find_credits(profile: Profile, publishers: Mapping[str, Sequence[str]]) -> Credits:
    """For each publisher that the article credits, by id, the numbers of the sentences that it credits to it.

    A sentence is credited that names the publisher, that has a statement whose chain leads through it, or that goes
    on from such a sentence by what it calls it ("The paper reckons …", "It adds …"). `publishers` gives their names.
    """
    named = _find_named(profile, publishers)
    for publisher, sentences in _find_carried(profile, publishers).items():
        named[publisher] |= sentences
    return {
        publisher: tuple(sorted(sentences | _find_continued(profile, sentences, named)))
        for publisher, sentences in named.items()
        if publisher != profile.publisher
    }


def _find_named(profile: Profile, publishers: Mapping[str, Sequence[str]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    starts = [start for start, _ in profile.sentences]
    for publisher, names in publishers.items():
        for name in names:
            short = name.removeprefix("the ")
            if short not in profile.text or name in profile.names:
                continue
            article = "" if short == name else "[Tt]he "
            for match in re.finditer(rf"(?<!\w){article}{re.escape(short)}(?!\w)", profile.text):
                found[publisher].add(max(bisect_right(starts, match.start()) - 1, 0))
    return found


def _find_carried(profile: Profile, publishers: Mapping[str, Sequence[str]]) -> dict[str, set[int]]:
    """The sentences of statements in whose chain a publisher stands behind the article's own."""
    found: dict[str, set[int]] = defaultdict(set)
    for statement in profile.entry.record.statements:
        for hop in statement.chain[1:]:
            if hop.actor in publishers:
                found[str(hop.actor)] |= find_sentences(profile.sentences, statement)
    return found


def find_sentences(sentences: Sequence[Span], statement: Statement) -> set[int]:
    """The numbers of the sentences that a statement's cue, content and what it covers lie in."""
    starts = [start for start, _ in sentences]
    found: set[int] = set()
    for start, end in (*statement.cue, *statement.content, *statement.covers):
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        found |= set(range(max(first, 0), last + 1))
    return found


def _find_continued(profile: Profile, sentences: set[int], named: Mapping[str, set[int]]) -> set[int]:
    """The sentences right behind credited ones that go on with the same outlet, until another one is named."""
    others = set().union(*named.values()) - sentences
    found: set[int] = set()
    for number in range(min(sentences) + 1, len(profile.sentences)):
        if number in sentences or number in others or not {number - 1} & (sentences | found):
            continue
        start, end = profile.sentences[number]
        words = [word.casefold() for word in WORD.findall(profile.text[start:end][:400])[:FIRST_WORDS]]
        if _goes_on(words):
            found.add(number)
    return found


def _goes_on(words: Sequence[str]) -> bool:
    """Whether a sentence carries on from an outlet: by a noun for it, or a pronoun with a verb of carrying."""
    is_named = any(word == "the" and after in RETOLD_NOUNS for word, after in pairwise(words))
    is_meant = bool(words) and words[0] in GOING_ON and not CARRYING.isdisjoint(words[1:4])
    return is_named or is_meant
