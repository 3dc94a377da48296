"""Which phrases give a name, and whose: names with their roles, entered into the roster."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from firsthand.extraction.actors import split_name
from firsthand.extraction.attributions import Reading
from firsthand.extraction.mentions import Phrase, find_span
from firsthand.extraction.name_spans import FUNCTION_WORDS, Name, get_word, is_capital, is_title, opens_paragraph
from firsthand.extraction.name_words import PLACE, cut_possessor, guess_hint, is_name
from firsthand.extraction.roster import Roster
from firsthand.lexicons.cues import SPEECH_CUES
from firsthand.lexicons.names import (
    COURTESIES,
    ORGANISATION_WORDS,
    TITLES,
)
from firsthand.lexicons.outlets import OUTLET_NOUNS
from firsthand.lexicons.persons import BODY_NOUNS, COMPANY_NOUNS, GOVERNMENTS, STAFF
from firsthand.records import ActorKind, MentionForm

LONGEST_ROLE = 7  # words before a name
LONGEST_APPOSITION = 9  # words behind it
HEAD_ENDS = frozenset(",;:()–—\"“”") | frozenset("who whom whose which that of for from at in on with".split())


class Namer:
    """Enters the names of phrases into a roster, in reading order."""

    def __init__(self, reading: Reading, names: Sequence[Name], roster: Roster) -> None:
        self._reading = reading
        self._names = names
        self._starts = [name.first for name in names]
        self._roster = roster

    def name_all(self, phrases: Sequence[Phrase], sources: frozenset[int]) -> list[int | None]:
        """For each phrase the place in the roster of the actor whose name it gives; places only where they speak.

        sources: the numbers of the phrases that are sources.
        """
        places: list[int | None] = []
        named_until = 0
        for number, phrase in enumerate(phrases):
            is_source = number in sources
            place = None
            # A name inside another's name is part of it ("Roux" in "the Roux Development Fund").
            if phrase.pronoun == 0 and not (phrase.last <= named_until and not is_source):
                place = self.name(phrase, is_source)
            if place is not None and self._is_all_name(phrase):
                named_until = max(named_until, phrase.last)
            places.append(place)
        for number, phrase in enumerate(phrases[:-1]):  # "Harbour Minister | Anne Roux"
            after = next((n for n in (number + 1, number + 2, number + 3) if n < len(phrases)
                          and phrases[n].first == phrase.last and places[n] is not None), None)
            if places[number] is None and after is not None and is_title(phrase.keys[1]):
                places[number] = places[after]
        return places

    def name(self, phrase: Phrase, is_source: bool) -> int | None:
        """The place of the actor whose name a phrase gives, None where it gives none."""
        if phrase.form is not MentionForm.NAME and not is_source:
            return None
        text = self._reading.text[slice(*find_span(self._reading.text, self._reading.features, phrase))]
        bare = text.lower().removeprefix("the ")
        if bare in ORGANISATION_WORDS or bare in BODY_NOUNS or bare in COMPANY_NOUNS:
            return None  # "the Fund": a noun with a capital, which refers back
        own = self._find_own(phrase)
        is_people = own is not None and own.kind == "people"
        is_place = phrase.kind == PLACE or (own is not None and own.kind == "place")
        if not is_source and (is_place or is_people) and self._has_staff(phrase) and bare not in GOVERNMENTS:
            body = self._roster.find_body(text)
            return self._roster.add(text, None, False, ActorKind.ORGANISATION) if body is None else body
        if is_place and not is_source:
            # A company may bear a place's name, and be known by half of its own.
            return self._roster.find(text) if own is not None else self._roster.find_body(text)
        if is_source and self._is_joint(phrase):
            return self._roster.add(text, None, False, ActorKind.GROUP)
        name, role = self._read_name(phrase, text, own)
        if name is None or not is_name(name) or is_people:
            return None
        is_body = role is None and phrase.kind > 0 and (own is None or own.kind == "organisation")
        body = self._roster.find_body(name) if is_body else None
        if body is not None:
            return body
        hint = guess_hint(phrase, name, role, own, bare)
        if is_place:
            name, hint = GOVERNMENTS.get(bare, name), ActorKind.GOVERNMENT
        if hint is None or hint is ActorKind.PERSON:
            role = role or self._find_apposed_role(phrase)
        return self._roster.add(name, role, text.lower().startswith(f"the {name.lower()}"), hint)

    def _has_staff(self, phrase: Phrase) -> bool:
        """Whether a name stands before those who are a company's, be it a place's too ("Nordby's spokesman")."""
        words = self._reading.features.words
        is_possessive = get_word(self._reading, phrase.last - 1).endswith(("’s", "'s"))
        return is_possessive and phrase.last < len(words) and get_word(self._reading, phrase.last) in STAFF

    def _read_name(self, phrase: Phrase, text: str, own: Name | None) -> tuple[str | None, str | None]:
        """The name and the role that a phrase gives, by the model's own name in it, else by its words."""
        name, role = split_name(text)
        apposed = self._find_apposed_name(phrase) if own is None and name is None else None
        if apposed is not None:
            return apposed, re.sub(r"^(the|an?)\s+", "", text.partition(",")[0], flags=re.IGNORECASE)
        if own is not None and own.kind == "person":
            printed = self._print(own.first, own.last)
            if name is None or len(printed) >= len(name) or role is None:
                return self._find_role(own.first, printed)
        elif name is not None and role is None and own is None and phrase.kind not in (1, PLACE):
            return self._find_role(phrase.first, name)
        if name is None:
            name, role = self._read_tail(phrase)
        if name is not None and own is not None and own.kind == "organisation":
            name = cut_possessor(name, self._print(own.first, own.last))
        return (name, role) if name is not None else (self._read_body(text), None)

    def _is_joint(self, phrase: Phrase) -> bool:
        """Whether two names speak together: "Anne Roux and Bob Ray"."""
        inside = self._names[bisect_left(self._starts, phrase.first) : bisect_left(self._starts, phrase.last)]
        if len(inside) < 2 or inside[1].last < phrase.last - 1 or inside[0].first - phrase.first > LONGEST_ROLE:
            return False
        tie = inside[0].last
        return get_word(self._reading, tie) == "and" and inside[1].first - tie <= 2

    def _find_apposed_name(self, phrase: Phrase) -> str | None:
        """The person's name behind a description: "Anne Roux’s spokeswoman, Marta Lind"."""
        for word in range(phrase.first + 1, phrase.last - 1):
            if get_word(self._reading, word) == ",":
                at = bisect_left(self._starts, word + 1)
                name = self._names[at] if at < len(self._names) else None
                is_person = name is not None and name.first == word + 1 and name.kind == "person"
                return self._print(name.first, name.last) if is_person and name is not None else None
        return None

    def _read_body(self, text: str) -> str | None:
        """A body whose name has a title in it, so that it looks like an office: "the Office of Legal Counsel"."""
        words = text.removeprefix("the ").removeprefix("The ").split()
        is_named = all(word[0].isupper() or word in ("of", "for", "and", "the", "&") for word in words)
        return " ".join(words) if is_named and len(words) > 1 and words[0].lower() in ORGANISATION_WORDS else None

    def _find_own(self, phrase: Phrase) -> Name | None:
        """The name that is a phrase's head, and not one in its description."""
        inside = self._names[bisect_left(self._starts, phrase.first) : bisect_left(self._starts, phrase.last)]
        end = phrase.first
        while end < phrase.last and (end == phrase.first or get_word(self._reading, end).lower() not in HEAD_ENDS):
            end += 1
        before = [name for name in inside if name.first < end]
        last = before[-1] if before else None
        if last is None or last.last < end or get_word(self._reading, last.last - 1).endswith(("’s", "'s")):
            is_bare = last is not None and last.first == phrase.first and phrase.last == last.last
            return last if is_bare else None
        return last

    def _read_tail(self, phrase: Phrase) -> tuple[str | None, str | None]:
        """A name behind the noun that says what bears it: "the governor Jon Falk", "the paper Nordby Courier"."""
        words = [get_word(self._reading, word) for word in range(phrase.first, phrase.last)]
        end = next((n for n, word in enumerate(words) if n and word.lower() in HEAD_ENDS - {"of", "for"}), len(words))
        start = end
        while start and (is_capital(words[start - 1]) or (words[start - 1] in ("&", ".") and start > 1)):
            start -= 1
        before = words[start - 1].lower() if start else ""
        has_title = is_title(before) or any(is_title(word.lower()) for word in words[:start])
        has_noun = before in OUTLET_NOUNS | COMPANY_NOUNS or has_title
        if start == end and words[end - 1].lower() in OUTLET_NOUNS:  # "the Nihon Keizai business daily"
            capitals = [n for n, word in enumerate(words) if is_capital(word) and word.lower() != "the"]
            if capitals and capitals == list(range(capitals[0], capitals[-1] + 1)):
                return self._print(phrase.first + capitals[0], phrase.first + capitals[-1] + 1), None
        if start == end or start == 0:
            return self._read_titled(words[:end], phrase)
        if before in ("of", "for"):
            return self._read_titled(words[:end], phrase)
        if not has_noun or before in HEAD_ENDS or words[end - 1].endswith(("’s", "'s")):
            return None, None
        is_person = before not in OUTLET_NOUNS | COMPANY_NOUNS
        role = re.sub(r"^(the|an?)\s+", "", " ".join(words[:start]), flags=re.IGNORECASE)
        return self._print(phrase.first + start, phrase.first + end), role if is_person else None

    def _read_titled(self, words: Sequence[str], phrase: Phrase) -> tuple[str | None, str | None]:
        """A name that ends a run of capitals with a title in it: "Minister of Roads Ada Falk"."""
        if len(words) < 4 or not all(map(is_capital, words[-2:])):
            return None, None
        if not any(is_title(word.lower()) for word in words[:-2]):
            return None, None
        if any(word.lower() in TITLES | ORGANISATION_WORDS | FUNCTION_WORDS for word in words[-2:]):
            return None, None
        last = phrase.first + len(words)
        return self._print(last - 2, last), self._print(phrase.first, last - 2)

    def _print(self, first: int, last: int) -> str:
        words = self._reading.features.words
        text = " ".join(self._reading.text[words[first][0] : words[last - 1][1]].split())
        return text[:-2] if text.endswith(("’s", "'s")) else text

    def _find_role(self, first: int, name: str) -> tuple[str, str | None]:
        """A name and the title right before it ("Finance Minister | Anne Roux"), None where no title stands there.

        Words between the title and the name are of the name ("Rep. Anne | Roux").
        """
        start = first
        while start and first - start < LONGEST_ROLE and self._is_of_role(start - 1):
            start -= 1
        while start < first and get_word(self._reading, start).lower() in ("of", "for", "and", "the"):
            start += 1
        words = [get_word(self._reading, word).lower() for word in range(start, first)]
        titles = [place for place, word in enumerate(words) if is_title(word)]
        if not titles:
            return name, None
        end = start + titles[-1] + 1
        end += end < first and words[end - start] == "."
        after_title = end
        if end < first and all(is_capital(get_word(self._reading, word)) for word in range(end, first)):
            name = f"{self._print(end, first)} {name}"
        is_courtesy = all(words[place] in COURTESIES for place in titles)
        return name, None if is_courtesy else self._print(start, after_title)

    def _find_apposed_role(self, phrase: Phrase) -> str | None:
        """The title behind a name ("Anne Roux, the mayor of Brost, …"): up to the next comma or stop."""
        end = next((n for n in range(phrase.first, phrase.last) if get_word(self._reading, n) == ","), phrase.last)
        words = self._reading.features.words
        if end >= len(words) or get_word(self._reading, end) != ",":
            return None
        start = stop = end + 1
        most = min(len(words), start + LONGEST_APPOSITION)
        while stop < most and get_word(self._reading, stop)[0] not in ",.;:()“\"–—":
            stop += 1
        said = [get_word(self._reading, n).lower() for n in range(start, stop)]
        head = next((start + n for n, word in enumerate(said) if word in ("of", "for", "at", "in")), stop)
        if any(word in SPEECH_CUES for word in said) or not any(map(is_title, said[: min(head - start, 6)])):
            return None  # "…, the governor told reporters" is no apposition
        return re.sub(r"^(the|an?)\s+", "", self._print(start, stop), flags=re.IGNORECASE)

    def _is_of_role(self, number: int) -> bool:
        """Whether a word may be of the role before a name."""
        word = get_word(self._reading, number)
        if opens_paragraph(self._reading, number + 1):
            return False
        if not word[0].isalpha() or self._reading.ends[number] != self._reading.ends[number + 1]:
            return word == "." and get_word(self._reading, number - 1).lower() in TITLES if number else False
        return is_title(word.lower()) or word[0].isupper() or word in ("of", "for")

    def _is_all_name(self, phrase: Phrase) -> bool:
        """Whether a phrase is one name, so that what stands in it is no name of its own."""
        words = [get_word(self._reading, word) for word in range(phrase.first, phrase.last)]
        return all(word[0].isupper() or word in ("the", "&") for word in words)
