"""A headline without what is no part of it: the outlet's name, "LIVE:", "UPDATE 3-"; and sentences as headlines."""

import re

from firsthand.lexicons.headlines import HEADLINE_TAGS
from firsthand.lexicons.outlets import CITED_OUTLETS, OUTLET_ENDINGS, OUTLETS
from firsthand.linking.word_weights import fold

LONGEST = 120  # characters; the longest headlines of agencies have about 100
SHORTEST_CLAUSE = 40
MOST_WORDS = 6  # of an outlet's name or a column's behind the headline
READ = 1_000  # characters of a title that are looked at: no headline is longer
BLANKS = re.compile(r"\s+")
# The parts that sites put their name into: behind a bar, or a dash with blanks.
TAIL = re.compile(r" (?:\||-|–|—|::|»|•) ")
TAG = re.compile(r"([^\W\d](?:[\w&-]| (?=\w)){0,30}?)(?: (?:no\. ?)?\d{1,3})?(?:: ?| \| | [-–—] |(?<=\d)-)(?=\S)")
ARTICLE = re.compile(r"^the ")
CLAUSE_END = re.compile(r"[,;:]? [–—-] |[,;:] ")
END_MARKS = " .,;:–—-"


def clean_headline(title: str, publisher: str | None = None) -> str:
    """The headline alone, at most LONGEST characters."""
    words = BLANKS.sub(" ", title[:READ]).strip()
    return shorten(drop_tags(drop_outlet(words, publisher)))


def drop_outlet(title: str, publisher: str | None) -> str:
    """The title without the site's name or department behind it."""
    while match := next(reversed(list(TAIL.finditer(title))), None):
        tail = title[match.end() :]
        is_site = match.group() != " - " and match.group() not in (" – ", " — ") and len(tail.split()) <= MOST_WORDS
        if match.start() == 0 or not (is_site or is_outlet(tail, publisher)):
            break
        title = title[: match.start()].rstrip()
    return title


def is_outlet(name: str, publisher: str | None) -> bool:
    """Whether this is the publisher's name, a known outlet's, or ends as names of outlets do."""
    plain = ARTICLE.sub("", fold(name).strip())
    words = plain.split()
    if not words or len(words) > MOST_WORDS:
        return False
    own = re.sub(r"^(?:the |www\.)|\.\w+$", "", fold(publisher or ""))
    is_name = all(word[:1].isupper() or word in {"of", "the", "and", "de"} for word in name.split())
    ends_so = is_name and len(words) > 1 and words[-1] in OUTLET_ENDINGS
    return plain in OUTLETS or plain in CITED_OUTLETS or plain == own or ends_so


def drop_tags(title: str) -> str:
    """The title without "LIVE:" and the like before it."""
    while (match := TAG.match(title)) and fold(match.group(1)).strip() in HEADLINE_TAGS:
        title = title[match.end() :]
    return title


def shorten(sentence: str) -> str:
    """At most LONGEST characters without the final full stop: cut at a clause's end, else between words, with "…"."""
    words = BLANKS.sub(" ", sentence[:READ]).strip()
    if len(words) <= LONGEST:
        return words[:-1] if words.endswith(".") and not words.endswith("..") else words
    cut = words[:LONGEST]
    ends = [match.start() for match in CLAUSE_END.finditer(cut) if match.start() >= SHORTEST_CLAUSE]
    end = ends[-1] if ends else cut.rfind(" ")
    return (cut[:end] if end > 0 else cut[:-1]).rstrip(END_MARKS) + "…"
