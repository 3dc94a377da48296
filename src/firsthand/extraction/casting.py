"""From groups of phrases to actors, mentions and the speakers of statements."""

import re
from collections.abc import Sequence

import msgspec

from firsthand.extraction.actors import make_id
from firsthand.extraction.anonymity import NEAR, describe_anonymous, withholds
from firsthand.extraction.attributions import Reading
from firsthand.extraction.cast import Cast
from firsthand.extraction.clusters import Cluster, Clusters
from firsthand.extraction.descriptions import find_by_noun, find_company, fits_role, has_office
from firsthand.extraction.mentions import NEUTER, PLURAL, Phrase, find_span, make_phrase
from firsthand.extraction.roster import NamedActor
from firsthand.extraction.voices import Voices
from firsthand.lexicons.names import TITLES
from firsthand.lexicons.persons import (
    BODY_NOUNS,
    BRANCHES,
    COLLECTIVE_NOUNS,
    COMPANY_NOUNS,
    FIRST_PLURAL_PRONOUNS,
    FIRST_PRONOUNS,
    GOVERNMENT_NOUNS,
    PAPERS,
    REPRESENTING,
)
from firsthand.records import Actor, ActorKind, Article, Mention, MentionForm, Span, Statement

PLACE, UNKNOWN = 2, -1  # kinds of phrases: in heads.MENTION_KINDS; of a source that is no mention
OWN_PRONOUNS = FIRST_PRONOUNS | FIRST_PLURAL_PRONOUNS
CONTRACTION = re.compile(r"[’'](?:m|ve|d|ll|re)$")
LEAD = 60  # words from the start in which "a judge" is introduced whose name comes later
MOST_DESCRIPTIONS = 8  # phrases of a cluster that are looked at
# "The" before a person who holds no office that only one can hold: he has a name that everybody knows.
DEFINITE = re.compile(
    r"^the (?:same )?(?!.*\b(?:minister|president|premier|chancellor|governor|mayor|king|queen|pope|secretary"
    r"|ambassador|chairman|ceo|executive|speaker|two|three|others?)\b)",
    re.IGNORECASE,
)


class Casting:
    """From clusters to actors, mentions and speakers."""

    def __init__(self, article: Article, reading: Reading, clusters: Clusters, voices: Voices) -> None:
        self.article = article
        self.reading = reading
        self.clusters = clusters
        self.voices = voices
        self.actors: dict[str, Actor] = {}
        self.ids: dict[int, str] = {}  # of clusters that have become actors
        found = ((index, clusters.get_actor(index)) for index in range(len(clusters.clusters)))
        self.named = [(index, actor) for index, actor in found if actor is not None]

    def cast(self, statements: list[Statement], sources: Sequence[int | None]) -> tuple[Cast, list[Statement]]:
        """The cast, and the statements with their speakers."""
        for index, cluster in enumerate(self.clusters.clusters):
            named = self.clusters.get_actor(index)
            if named is not None:
                self.enter(index, named)
            elif len(cluster.phrases) > 1 and not self.is_place(cluster):
                self.enter_unnamed(index)
        known: dict[str, Statement] = {}
        for statement, number in zip(statements, sources, strict=True):
            known[statement.id] = self.resolve(statement, number, known)
        return Cast(self.article.id, list(self.actors.values()), self.list_mentions()), list(known.values())

    def list_mentions(self) -> list[Mention]:
        """Where actors are mentioned: of phrases of one actor with one head the model's own, else the widest."""
        best: dict[tuple[str, int], tuple[bool, int, Phrase]] = {}
        for phrase, cluster in zip(self.clusters.phrases, self.clusters.of, strict=True):
            if cluster in self.ids:
                key = (self.ids[cluster], phrase.head)
                rank = (phrase.kind != UNKNOWN, phrase.last - phrase.first)
                if key not in best or rank > best[key][:2]:
                    best[key] = (*rank, phrase)
        mentions = (Mention(self.find_whole(phrase), actor, phrase.form) for (actor, _), (_, _, phrase) in best.items())
        return list({mention.span: mention for mention in mentions}.values())

    def find_whole(self, phrase: Phrase) -> Span:
        """The characters of a mention: with a possessive ending, without a mark at its end."""
        words = self.reading.features.words
        start, end = words[phrase.first][0], words[phrase.last - 1][1]
        stripped = self.article.text[start:end].rstrip(" ,;:–—-")
        return start, start + len(stripped) if stripped else end

    def is_place(self, cluster: Cluster) -> bool:
        """Whether a cluster is of places that don't speak."""
        phrases = map(self.clusters.phrases.__getitem__, cluster.phrases)
        kinds = [phrase.kind for phrase in phrases if not phrase.pronoun]
        return 2 * kinds.count(PLACE) > len(kinds)

    def enter(self, cluster: int, named: NamedActor) -> str:
        """Make a named cluster an actor."""
        actor_id = make_id(self.article.id, named.name)
        self.actors[actor_id] = Actor(actor_id, named.name, named.kind, tuple(named.aliases), tuple(named.roles))
        self.ids[cluster] = actor_id
        return actor_id

    def enter_unnamed(self, cluster: int) -> str | None:
        """Make a cluster without a name an actor by its first description; None where pronouns are all there is."""
        phrases = [self.clusters.phrases[number] for number in self.clusters.clusters[cluster].phrases]
        described = next((phrase for phrase in phrases if phrase.form is not MentionForm.PRONOUN), None)
        if described is None:
            return None
        start, end = find_span(self.article.text, self.reading.features, described)
        name = " ".join(self.article.text[start:end].split())
        actor_id = make_id(self.article.id, f"{cluster} {name}")
        self.actors[actor_id] = Actor(actor_id, name, guess_kind_of(described))
        self.ids[cluster] = actor_id
        return actor_id

    def resolve(self, statement: Statement, number: int | None, known: dict[str, Statement]) -> Statement:
        """A statement with its speaker, who may be that of the statement around it ("I told them")."""
        if number is None:
            return statement
        text = " ".join(self.article.text[start:end] for start, end in statement.source)
        phrase, cluster = self.clusters.phrases[number], self.clusters.of[number]
        if CONTRACTION.sub("", text.lower()) in OWN_PRONOUNS:
            outer = known.get(statement.within or "")
            while outer is not None and outer.within is not None and number in self.voices.quoters:
                outer = known.get(outer.within)  # "He told me that I …" in a quotation is all of whoever is quoted
            return self.resolve_first_person(statement, outer)
        place = self.clusters.places[number]
        is_new = phrase.article == 2 or phrase.article == 0  # "an official", "two officials": nobody known yet
        if place is None and is_new and self.is_anonymous(text, statement.source[-1], None):
            near = self.article.text[statement.source[-1][1] : statement.source[-1][1] + NEAR]
            named = None if withholds(f"{text} {near}") else self.find_later(phrase)
            return msgspec.structs.replace(statement, anonymous=named is None, speaker=named)
        if self.clusters.get_actor(cluster) is not None:
            return msgspec.structs.replace(statement, speaker=self.ids[cluster])
        principal = self.find_principal(number)
        if principal is not None:
            return msgspec.structs.replace(statement, speaker=principal)
        if self.is_anonymous(text, statement.source[-1], cluster):
            return msgspec.structs.replace(statement, anonymous=True)
        if self.is_body(cluster):
            return msgspec.structs.replace(statement, speaker=self.ids.get(cluster) or self.enter_unnamed(cluster))
        return msgspec.structs.replace(statement, speaker=self.find_later(phrase))

    def resolve_first_person(self, statement: Statement, outer: Statement | None) -> Statement:
        """A statement of "I" or "we": of whoever speaks around it, outside of all quotations of the publisher."""
        if outer is None:
            return msgspec.structs.replace(statement, speaker=self.enter_publisher())
        return msgspec.structs.replace(statement, speaker=outer.speaker, anonymous=outer.anonymous)

    def enter_publisher(self) -> str | None:
        """The publisher, who says "we" outside of all quotations."""
        name = (self.article.publisher or "").strip()
        if not name:
            return None
        known = next((actor.id for actor in self.actors.values() if name in (actor.name, *actor.aliases)), None)
        if known is None:
            known = make_id(self.article.id, name)
            self.actors[known] = Actor(known, name, ActorKind.OUTLET)
        return known

    def find_later(self, phrase: Phrase) -> str | None:
        """Somebody named elsewhere in the role that a description gives: "a senator", and then his name."""
        noun = phrase.keys[1]
        if noun not in TITLES or phrase.number == PLURAL:
            return None
        fitting = [index for index, actor in self.named if any(fits_role(role, phrase) for role in actor.roles)]
        if not fitting and phrase.first < LEAD:
            fitting = [index for index, actor in self.named if self.begins_after(index, phrase)
                       and any(has_office(role, noun) for role in actor.roles)]
        return self.ids[fitting[0]] if len(fitting) == 1 else None

    def begins_after(self, cluster: int, phrase: Phrase) -> bool:
        """Whether a cluster is first mentioned behind a phrase."""
        return self.clusters.phrases[self.clusters.clusters[cluster].phrases[0]].first > phrase.first

    def find_principal(self, number: int) -> str | None:
        """Whose statement, spokesman or office a source is: they speak for the body, a paper also for a person."""
        phrase = self.clusters.phrases[number]
        noun = phrase.keys[1]
        is_branch = noun in BRANCHES or phrase.keys[0] == "head office"
        if noun not in REPRESENTING and not is_branch:
            return None
        for inner in range(number + 1, len(self.clusters.phrases)):
            other = self.clusters.phrases[inner]
            if other.first >= phrase.last:
                break
            cluster = self.clusters.of[inner]
            actor = self.clusters.get_actor(cluster)
            if actor is None and noun not in PAPERS and other.keys[1] in BODY_NOUNS:
                return self.ids.get(cluster) or self.enter_unnamed(cluster)  # "a spokesman for the ministry"
            if actor is not None and (noun in PAPERS or actor.kind is not ActorKind.PERSON):
                return self.ids[cluster]
        body = self.find_behind(phrase)
        if body is not None:
            return self.ids.get(body) or (None if noun in PAPERS else self.enter_unnamed(body))
        company = find_company(self.clusters, phrase) if is_branch else None
        return None if company is None else self.ids.get(company)

    def find_behind(self, phrase: Phrase) -> int | None:
        """The cluster of the body behind "of" or "for" in a phrase, where no mention stands for it."""
        text, words = self.article.text, self.reading.features.words
        said = [text[start:end].lower() for start, end in words[phrase.first : phrase.last]]
        tie = next((place for place, word in enumerate(said) if word in ("of", "for", "from")), None)
        if tie is None or tie + 1 >= len(said):
            return None
        behind = make_phrase(text, self.reading.features, phrase.first + tie + 1, phrase.last, UNKNOWN)
        return find_by_noun(self.clusters, behind)

    def is_anonymous(self, text: str, span: Span, cluster: int | None) -> bool:
        """Whether a source, or the description that it refers back to, withholds its name."""
        if describe_anonymous(text, self.article.text[span[1] : span[1] + NEAR]):
            return True
        if cluster is None:
            return False
        numbers = self.clusters.clusters[cluster].phrases[:MOST_DESCRIPTIONS]
        phrases = [self.clusters.phrases[number] for number in numbers]
        spans = [find_span(self.article.text, self.reading.features, p) for p in phrases if not p.pronoun]
        # "The engineer", whom no name is given to anywhere, is as nameless as "an engineer".
        return any(describe_anonymous(DEFINITE.sub("a ", self.article.text[start:end])) for start, end in spans)

    def is_body(self, cluster: int) -> bool:
        """Whether a cluster without a name is a group or an institution, which a description names well enough."""
        phrases = [self.clusters.phrases[number] for number in self.clusters.clusters[cluster].phrases]
        return any(guess_kind_of(phrase) is not ActorKind.PERSON for phrase in phrases
                   if phrase.form is not MentionForm.PRONOUN)


def guess_kind_of(phrase: Phrase) -> ActorKind:
    """What a description without a name stands for."""
    noun = phrase.keys[1]
    if noun in TITLES and phrase.number != PLURAL:
        return ActorKind.PERSON
    if noun in GOVERNMENT_NOUNS or phrase.kind == PLACE:
        return ActorKind.GOVERNMENT
    if noun in BODY_NOUNS or noun in COMPANY_NOUNS:
        return ActorKind.ORGANISATION
    if noun in PAPERS:
        return ActorKind.DOCUMENT
    if noun in COLLECTIVE_NOUNS:
        return ActorKind.GROUP
    is_bare_plural = phrase.form is MentionForm.NAME and noun.endswith("s") and phrase.last - phrase.first == 1
    if phrase.number == PLURAL or is_bare_plural:  # "Protesters" opens a sentence
        return ActorKind.GROUP
    return ActorKind.ORGANISATION if phrase.gender == NEUTER else ActorKind.PERSON
