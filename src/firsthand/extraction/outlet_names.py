"""References to outlets: names, known or told by their words, and nouns such as "the newspaper"."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from firsthand.extraction.cast import Cast
from firsthand.extraction.publisher import make_short_forms
from firsthand.lexicons.outlets import (
    AGENCY_NOUNS,
    BROADCAST_NOUNS,
    CITED_OUTLETS,
    NEWS_WORDS,
    OPEN_ENDINGS,
    OUTLET_ENDINGS,
    OUTLET_NOUNS,
    OUTLET_OPENINGS,
    OUTLET_QUALITIES,
    OUTLETS,
    OWN_DETERMINERS,
    PAPER_NOUNS,
    PLACING_QUALITIES,
    WEB_NOUNS,
)
from firsthand.lexicons.times import WEEKDAYS
from firsthand.records import ActorKind, Mention, Span

# Words of a reference, at most 12 of them: longer names of outlets don't occur, and a megabyte may be one "name".
WORD = re.compile(r"[ \t\u00a0]*([^\W_](?:[\w&.’'\-]*\w)?|&)")
POSSESSIVE = re.compile(r"[’']s?$")
LONGEST = 12
MOST = 10  # short names of outlets that an article may use; each is looked for in all of its text
NAME = r"([A-Z][\w&’'\-]{0,30}(?:\s[A-Z][\w&’'\-]{0,30}){0,3})"
NOUN = f"({'|'.join(sorted(OUTLET_NOUNS))})"
APPOSITION = re.compile(rf"\b{NOUN}\s{NAME}|\b{NAME}\s(?:news\s)?{NOUN}\b")
DETERMINERS = frozenset("the a an this our its their his her one another".split())
JOINERS = frozenset("of and & de la le du des et der die für".split())
PHRASE_ENDS = frozenset(
    """
    that on in at by and as he she it they we i his her its their the a an for after before during when while last late
    this there who which where with from about to
    """.split()
)
NOUN_GROUPS = (BROADCAST_NOUNS, AGENCY_NOUNS, PAPER_NOUNS, WEB_NOUNS)


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to an outlet: by its name, or to an actor of the cast; neither for one without a name."""

    span: Span
    name: str | None = None
    actor: str | None = None


class OutletNames:
    """Reads references to outlets in one article."""

    def __init__(self, text: str, cast: Cast, publisher: str | None) -> None:
        self._text = text
        self._cast = cast
        self._publisher = publisher
        kinds = {actor.id: actor.kind for actor in cast.actors}
        self._outlets = {actor: kind for actor, kind in kinds.items() if kind is ActorKind.OUTLET or actor == publisher}
        mentions = [mention for mention in cast.mentions if mention.actor in self._outlets]
        self._mentions: list[Mention] = mentions
        self._starts = [mention.span[0] for mention in mentions]
        self._retold: list[tuple[int, str]] = []
        self._full_names: dict[str, str] = {}
        self._kinds = self._find_kinds()
        self._short_forms = {form: actor for actor in self._outlets for form in make_short_forms(cast.get(actor))}

    def prefer(self, retold: list[tuple[int, str]]) -> None:
        """From these positions on "the newspaper" is these outlets: the article retells them."""
        self._retold = sorted(retold)

    def _find_kinds(self) -> dict[str, set[str]]:
        """The nouns printed beside outlets' names ("the newspaper Nordblatt", "the Interfax news agency")."""
        kinds: dict[str, set[str]] = {}
        for match in APPOSITION.finditer(self._text):
            name = match[2] or match[3]
            actor = self._cast.find_named(name)
            if actor is not None:
                kinds.setdefault(actor, set()).add((match[1] or match[4]).lower())
        return kinds

    def read(self, start: int) -> Reference | None:
        """The reference that begins at a position (or behind blanks there), None where there is none."""
        words = self._read_words(start)
        if not words:
            return None
        text, first = self._text, 0
        lower = [text[a:b].lower() for a, b in words]
        if lower[0] in {"us", "me"} and self._publisher:
            return Reference(words[0], actor=self._publisher)
        if lower[0] in DETERMINERS and len(words) > 1:
            first = 1
        known = self._read_mention(words, first)
        if known is not None:
            return known
        if text[words[first][0]].isupper():
            return self._read_name(words, first, 0 if lower[0] in {"the", "a", "an"} else first)
        return self._read_nominal(words, lower, first)

    def _read_words(self, start: int) -> list[Span]:
        words: list[Span] = []
        while len(words) < LONGEST:
            match = WORD.match(self._text, start)
            if match is None:
                break
            words.append(match.span(1))
            start = match.end()
        return words

    def _read_mention(self, words: list[Span], first: int) -> Reference | None:
        """A mention of an outlet that the cast has here."""
        for start in {words[0][0], words[first][0]}:
            place = bisect_left(self._starts, start)
            while place < len(self._starts) and self._starts[place] == start:
                mention = self._mentions[place]
                if mention.span[1] <= words[-1][1]:
                    return Reference((words[0][0], mention.span[1]), actor=mention.actor)
                place += 1
        return None

    def _read_name(self, words: list[Span], first: int, start: int) -> Reference | None:
        """The longest run of capitalised words from `first` on that is an outlet's name."""
        last = self._find_run(words, first)
        is_definite = first > 0
        for end in range(last, first, -1):
            if self._text[words[end - 1][0] : words[end - 1][1]].lower() in JOINERS:
                continue
            stop = words[end - 1][1]
            name = self._text[words[first][0] : stop]
            bare = POSSESSIVE.sub("", name)
            if self.is_outlet(bare, is_definite=is_definite):
                # "Al-Ahram spokesman", "CNN poll": no one is told anything here, but the name is an outlet's.
                stop = stop - len(name) + len(bare)
                actor = self._find(bare)
                full = bare if actor or " " in bare else self._complete(bare)
                return Reference((words[start][0], self._take_noun(words, end, stop)), full, actor)
        return None

    def _complete(self, name: str) -> str:
        """The longer name that the article prints of an outlet ("the Post": "Nordby Post"), else the name itself."""
        if name not in self._full_names:
            pattern = re.compile(rf"\b(?:The\s)?((?:[A-Z][\w’'\-]*\s){{1,3}}{re.escape(name)})\b")
            is_short = name.lower() in OUTLET_ENDINGS and len(self._full_names) < MOST
            found = pattern.search(self._text) if is_short else None
            self._full_names[name] = found[1] if found else name
        return self._full_names[name]

    def _take_noun(self, words: list[Span], place: int, stop: int) -> int:
        """The end of a name with the noun behind it ("Interfax | news agency")."""
        if place + 1 < len(words) and self._text[slice(*words[place])] in NEWS_WORDS:
            place += 1
        if place < len(words) and self._text[slice(*words[place])] in OUTLET_NOUNS and words[place][0] - stop < 12:
            return words[place][1]
        return stop

    def _find_run(self, words: list[Span], first: int) -> int:
        text, last = self._text, first
        for place in range(first, len(words)):
            word = text[slice(*words[place])]
            if word[0].isupper() or word[0].isdigit():
                last = place + 1
            elif word.lower() not in JOINERS:
                break
            if POSSESSIVE.search(word) or (place + 1 < len(words) and words[place + 1][0] - words[place][1] > 3):
                break
        return last

    def is_outlet(self, name: str, *, is_definite: bool = False) -> bool:
        """Whether a name is an outlet's: listed, in the cast, or by its words."""
        plain = name.casefold().removeprefix("the ")
        if plain in OUTLETS or plain in CITED_OUTLETS or self._find(name) in self._outlets:
            return True
        words = plain.split()
        ending = POSSESSIVE.sub("", words[-1])
        if len(words) == 1:
            # "the Courier" of a paper that was named in full, or of one that nobody introduces.
            return is_definite and ending in OUTLET_ENDINGS - OPEN_ENDINGS and ending not in OUTLET_NOUNS
        if ending in OPEN_ENDINGS:
            return any(word in NEWS_WORDS for word in words[:-1])
        return ending in OUTLET_ENDINGS or words[0] in OUTLET_OPENINGS

    def _find(self, name: str) -> str | None:
        """The cast's actor with this name or, for the last word of an outlet's name, that outlet."""
        short = self._short_forms.get(name) or self._short_forms.get(name.casefold().removeprefix("the "))
        return short or self._cast.find_named(name)

    def _read_nominal(self, words: list[Span], lower: list[str], first: int) -> Reference | None:
        """A noun for an outlet: "the newspaper", "local radio", "the financial publication Pence & Pounds"."""
        place = self._find_noun(lower, first)
        if place is None:
            return None
        span = (words[0][0], words[place][1])
        named = self._read_apposition(words, place)
        if named is not None or lower[place + 1 : place + 2] == ["of"]:
            return named  # "the publication of Nordblatt" is no "publication" that was named before
        if lower[0] in OWN_DETERMINERS:
            return Reference(span, actor=self._publisher) if self._publisher else None
        if lower[0] == "the" and place == 1:
            actor = self.find_antecedent(POSSESSIVE.sub("", lower[place]), span[0])
            return Reference(span, actor=actor) if actor else None
        is_unnamed = lower[0] in {"a", "an"} or lower[first] in PLACING_QUALITIES
        return Reference(span) if is_unnamed and self._ends_phrase(words, lower, place) else None

    def _find_noun(self, lower: list[str], first: int) -> int | None:
        """Where the noun stands: behind qualities, the last of nouns in a row ("television channel")."""
        place = first
        while place < len(lower) and lower[place] in OUTLET_QUALITIES and lower[place] not in OUTLET_NOUNS:
            place += 1
        while place + 1 < len(lower) and lower[place] in OUTLET_NOUNS and lower[place + 1] in OUTLET_NOUNS:
            place += 1
        return place if place < len(lower) and POSSESSIVE.sub("", lower[place]) in OUTLET_NOUNS else None

    def _read_apposition(self, words: list[Span], place: int) -> Reference | None:
        """The name that follows a noun at once ("the newspaper Nordblatt")."""
        end = words[place][1]
        if place + 1 >= len(words) or not self._text[words[place + 1][0]].isupper() or words[place + 1][0] - end > 2:
            return None
        last = self._find_run(words, place + 1)
        name = POSSESSIVE.sub("", self._text[words[place + 1][0] : words[last - 1][1]])
        if name.lower() in WEEKDAYS:
            return None
        return Reference((words[0][0], words[last - 1][1]), name, self._find(name))

    def _ends_phrase(self, words: list[Span], lower: list[str], place: int) -> bool:
        """Whether nothing follows that the noun belongs to ("a television | interviewer")."""
        if place + 1 >= len(words) or words[place + 1][0] - words[place][1] != 1:
            return True
        follower = lower[place + 1]
        return follower in PHRASE_ENDS or self._text[words[place + 1][0]].isupper() or follower.endswith("ing")

    def find_antecedent(self, noun: str, position: int) -> str | None:
        """The outlet that "the newspaper" means: the last one named before that can be one, else the publisher."""
        place = bisect_left(self._starts, position)
        retold = self._retold[: bisect_left(self._retold, (position, ""))]
        mentioned = [mention.actor for mention in reversed(self._mentions[max(0, place - 50) : place])]
        named = [*(actor for _, actor in retold[-1:]), *mentioned]
        return next((actor for actor in named if self._can_be(noun, actor)), self._publisher)

    def _can_be(self, noun: str, actor: str) -> bool:
        """Whether nothing speaks against the noun: "the radio" is not the newspaper Nordblatt."""
        words = {*self._cast.get(actor).name.casefold().split(), *self._kinds.get(actor, ())}
        groups = [group for group in NOUN_GROUPS if noun in group]
        others = [group for group in NOUN_GROUPS if noun not in group]
        if groups and any(word in group for group in groups for word in words):
            return True
        return not groups or not any(word in group for group in others for word in words)
