"""What a source's words say of a name: the name in it and the role printed with it, and an actor's id."""

import hashlib
import re
from functools import lru_cache

from firsthand.lexicons.names import COURTESIES, ORGANISATION_WORDS, PRONOUNS, SURNAMES, TITLES, TOPICS, VOICES
from firsthand.lexicons.outlets import OUTLETS

WORD = re.compile(r"[\w’'.&\-]+|[^\w\s]")
POSSESSIVE = re.compile(r"[’']s?$")
# Small words inside names ("Bank of England", "Ursula von der Leyen"), and words that may follow a name at once.
JOINERS = frozenset("of the de del der den von van bin al la le di da dos for and &".split())
FOLLOWERS = frozenset("himself herself itself who of in on at from and or for with also the a an to".split())
# Words that tie somebody to a name that is not theirs.
PREPOSITIONS = frozenset("of for from to with in at by near against behind".split())
# Words that open a description, which a name in apposition may follow ("its chairman, Anne Roux").
DETERMINERS = frozenset("the a an its his her their our my another".split())
# First words that are capitalised only because they open a sentence.
COUNTING = frozenset(
    "one two three four five six seven eight nine ten several some many most few both all other another no not each "
    "a an the".split()
)


@lru_cache(maxsize=16_384)
def split_name(source: str) -> tuple[str | None, str | None]:
    """The name in a source and the role printed with it, each None where there is none.

    "French Defence Minister Anne Roux" and "its chairman, Anne Roux," are a role and a name; "the minister", "Roux's
    office" and "Officials" give no name: say nothing rather than guess.
    """
    name, role = _split_head(source)
    head, comma, apposition = source.partition(",")
    described = head.split(maxsplit=1)
    if name is None and comma and len(described) == 2 and described[0].lower() in DETERMINERS:
        named, _ = _split_head(apposition.strip())
        if named is not None and apposition.strip()[0].isupper():
            return named, described[1]
    return name, role


def _split_head(source: str) -> tuple[str | None, str | None]:
    """The name before the first comma, and its role."""
    words = _head_words(source)
    if not words or words[0].lower() in PRONOUNS:
        return None, None
    titles = [place for place in range(len(words)) if _is_title(words, place)]
    starts = [0, *(place + 1 for place in titles)]
    # The last title before a name: in "Rep. Steve King" the last word only looks like one.
    runs = [(start, *_find_run(words, start)) for start in reversed(starts)]
    start, first, last = next((run for run in runs if run[1] < run[2] and _is_name(words, *run[1:])), (0, 0, 0))
    role = " ".join(words[:first]) if titles and first == start else None
    if first == last or _belongs_to_name(words, first):
        return None, None
    if role and " of " in f" {' '.join(words[first:last])} ":
        last = words.index("of", first)  # "Mayor Anne Roux of Brost": where she is from is no part of the name
    follower = words[last].lower() if last < len(words) else ""
    if follower and follower[0].isalnum() and follower not in FOLLOWERS:
        return None, None  # "Trump campaign", "Kremlin officials": somebody else, who is not named
    name = POSSESSIVE.sub("", " ".join(words[first:last])).rstrip(".,")
    if name != " ".join(words[first:last]).rstrip(".,") and follower:
        return None, None
    return (name, _clean_role(role)) if len(name) > 1 else (None, None)


def _head_words(source: str) -> list[str]:
    """The words before the first comma, bracket or relative pronoun: what stands behind them describes."""
    words: list[str] = []
    for match in WORD.finditer(source):
        if match.group()[0] in ",;:()–—" or (words and match.group() in ("who", "whose", "which", "that")):
            break
        words.append(match.group())
    return words


def _is_title(words: list[str], place: int) -> bool:
    """Whether a word is of a person's title, and not of an organisation's name ("Justice Department")."""
    word = _bare(words[place])
    if place + 1 < len(words) and _bare(words[place + 1]) in ORGANISATION_WORDS:
        return False
    if word == "state":
        return place > 0 and words[place - 1] == "of"  # "Secretary of State", but not "Washington State"
    if word in TOPICS and _is_of_organisation(words, place):
        return False
    first, _, last = word.partition("-")
    return word in TITLES or (first in TITLES and last in TITLES | {"elect", "designate"})


def _is_of_organisation(words: list[str], place: int) -> bool:
    """Whether a topic is an organisation's ("Ministry of Foreign Affairs") and no minister's."""
    while place and _bare(words[place - 1]) in TOPICS:
        place -= 1
    return place > 1 and words[place - 1] == "of" and _bare(words[place - 2]) in ORGANISATION_WORDS


def _is_name(words: list[str], first: int, last: int) -> bool:
    """Whether capitalised words name somebody, and not only an office: "Steve King", but not "French President"."""
    if not _is_title(words, last - 1):
        return True
    return _bare(words[last - 1]) in SURNAMES and any(_bare(word) not in TITLES for word in words[first:last])


def _belongs_to_name(words: list[str], first: int) -> bool:
    """Whether somebody else speaks, whom a preposition ties to the name ("the wife of Anne Roux").

    Papers speak for whom they are of, and places for themselves: "the post of Channel Six", "the city of Brost".
    """
    ties = [place for place in range(1, first) if words[place] in PREPOSITIONS]
    if not ties or any(_bare(word) in VOICES for word in words[: ties[-1]]):
        return False
    return all(_bare(word) in (TITLES - TOPICS) | {"the", "a", "an"} for word in words[ties[-1] + 1 : first])


def _find_run(words: list[str], start: int) -> tuple[int, int]:
    """The first run of capitalised words from `start` on, joiners between them included; empty if there is none."""
    first = start
    while first < len(words) and not _is_capital(words, first):
        first += 1
    last = first
    while last < len(words) and (_is_capital(words, last) or _joins(words, last, first)):
        last += 1
    if last - first > 2 and words[first].endswith("s") and words[first + 1] == "of" and words[first] != "States":
        return first, first  # "Representatives of the Fund": people of a body, not the body
    return first, last


def _is_capital(words: list[str], place: int) -> bool:
    """Whether a word may be of a name; a plural that opens a sentence may only before another ("Hans Berg")."""
    word = words[place]
    if not word[0].isupper() or (place == 0 and word.lower() in COUNTING):
        return False
    if place or word.lower() in OUTLETS or any(other[0].isupper() for other in words[1:2]):
        return True
    return not (word[1:].islower() and _looks_plural(word))


def _looks_plural(word: str) -> bool:
    """Plural nouns that name groups and often open a sentence ("Officials", "Critics", "Residents")."""
    return word.lower().endswith(("ials", "ics", "ents", "ers", "ors", "ists", "ans", "ates", "yers", "sources"))


def _joins(words: list[str], place: int, first: int) -> bool:
    """Whether a small word stands inside a name: one or two of them, then a capitalised word."""
    if place == first or words[place].lower() not in JOINERS:
        return False
    after = [word for word in words[place + 1 : place + 3] if word.lower() not in JOINERS]
    return bool(after) and after[0][0].isupper()


def _bare(word: str) -> str:
    return word.lower().strip(".,")


def _clean_role(role: str | None) -> str | None:
    """A role without its article, None where nothing but a courtesy title is left."""
    if role is None:
        return None
    cleaned = re.sub(r"^(?:the|a|an)\s+", "", role.strip(), flags=re.IGNORECASE)
    return cleaned if cleaned and _bare(cleaned) not in COURTESIES else None


def make_id(article_id: str, name: str) -> str:
    """An actor's id in its article: stable for the same article and name."""
    return "a" + hashlib.sha256(f"{article_id}\0{name.casefold()}".encode()).hexdigest()[:12]
