"""Through whom a statement came: its publisher, the carriers, its speaker, each with its evidence.

A chain is what the article prints, outermost first: the publisher, the agency that signs the copy, the speakers of
the statements that hold this one, the outlets that it came through, and the speaker; an actor is never its own
neighbour. Hops that the article does not print are inferred, and their description says why.
"""

from collections.abc import Sequence

import msgspec

from firsthand.extraction.carriers import Carriers
from firsthand.extraction.cast import Cast
from firsthand.extraction.hops import Chain, collapse_hops, make_carrier
from firsthand.extraction.media import Media
from firsthand.extraction.outlet_names import OutletNames, Reference
from firsthand.extraction.passages import Passages, overlaps
from firsthand.extraction.publisher import Publisher, find_publisher, name_publisher
from firsthand.extraction.retelling import Retelling, find_retellings, turns_away
from firsthand.extraction.retroactive import cover_before, find_covers, is_covered
from firsthand.lexicons.citing import CITING_CUES, FIRST_PERSON, GOING_ON
from firsthand.records import (
    Act,
    ActorKind,
    Article,
    Certainty,
    Form,
    Hop,
    HopRole,
    Mention,
    MentionForm,
    Span,
    Spans,
    Statement,
)

# Held whenever, not said on the occasion of the statement before.
MENTAL_ACTS = frozenset({Act.BELIEVE, Act.EXPECT, Act.INTEND})
REACH_PARAGRAPHS = 2
MOST_IN_SENTENCE = 20
RETOLD = "the article retells {} and does not say how it got this"
SAME_OCCASION = "said right after something that came through {}"


def trace_chains(article: Article, statements: Sequence[Statement], cast: Cast) -> list[Statement]:
    """The statements of an article with `covers`, `medium` and `chain`, in the order given.

    The publisher, and outlets that only carry, join the cast; names that are short for the publisher are made one
    with it, which may change speakers. Statements without an unknown parent (`within`) start their chain anew.
    """
    if not statements:
        return []
    return _Tracer(article, list(statements), cast).trace()


class _Tracer:
    """The chains of one article in the making."""

    def __init__(self, article: Article, statements: list[Statement], cast: Cast) -> None:
        self.text = article.text
        self.cast = cast
        self.passages = Passages(article)
        self.publisher = find_publisher(article, cast) or self._find_publisher_in_text()
        publisher = self.publisher.actor if self.publisher else None
        statements = [msgspec.structs.replace(s, speaker=cast.follow(s.speaker)) for s in statements]
        outlets = OutletNames(self.text, cast, publisher)
        self.retellings = find_retellings(self.text, outlets, self.passages)
        outlets.prefer([(it.sentence[1], actor) for it in self.retellings if (actor := self._refer(it.outlet).actor)])
        self.statements = [self._name_outlet(statement, outlets) for statement in statements]
        self.carriers = Carriers(self.text, self.statements, outlets, self.passages)
        self.media = Media(self.text, self.statements, self.passages)
        self.covered = self._find_covered()
        self.chains: dict[str, Chain] = {}
        self._by_sentence: dict[Span, list[Statement]] = {}

    def _name_outlet(self, statement: Statement, outlets: OutletNames) -> Statement:
        """A statement whose source is a noun for an outlet, with that outlet as its speaker where it has no named one.

        Here and not with the other nominals, because a retelling tells which outlet "the newspaper" is.
        """
        if statement.anonymous or len(statement.source) != 1 or not self._is_open(statement):
            return statement
        span = statement.source[0]
        reference = outlets.read(span[0])
        if reference is None or reference.span[1] != span[1] or reference.actor in (None, statement.speaker):
            return statement
        self.cast.refer(Mention(span, reference.actor or "", MentionForm.NOMINAL))
        return msgspec.structs.replace(statement, speaker=reference.actor)

    def _is_open(self, statement: Statement) -> bool:
        """Whether a speaker is unknown, or known by nothing but the words of the source."""
        if statement.speaker is None:
            return True
        source = self.text[slice(*statement.source[0])].casefold()
        return source.startswith("the ") and self.cast.get(statement.speaker).name.casefold() in {source, source[4:]}

    def _find_publisher_in_text(self) -> Publisher | None:
        """The outlet by whose report the first retelling closes ("…, reports NNA")."""
        for retelling in find_retellings(self.text, OutletNames(self.text, self.cast, None), self.passages):
            if retelling.publisher is not None and retelling.publisher.name is not None:
                return name_publisher(retelling.publisher.name, retelling.publisher.span, self.cast)
        return None

    def trace(self) -> list[Statement]:
        covers = find_covers(self.text, self.statements, self.passages, self.retellings)
        chained = self._chain_all()
        found: list[Statement] = []
        for statement in self.statements:
            medium = self._find_medium(statement, found[-1] if found else None)
            found.append(
                msgspec.structs.replace(
                    statement, covers=covers.get(statement.id, ()), medium=medium, chain=chained[statement.id]
                )
            )
        return found

    def _chain_all(self) -> dict[str, Chain]:
        """The chains by statement ids: parents first, whatever the order of the statements."""
        by_id = {statement.id: statement for statement in self.statements}
        before = {s.id: self._find_before(number) for number, s in enumerate(self.statements)}
        for statement in self.statements:
            for each in self._find_unchained(statement, by_id):
                chain = self._make_chain(each, by_id.get(each.within or ""), before[each.id])
                self.chains[each.id] = chain
                for start, _ in each.cue[:1]:
                    self._by_sentence.setdefault(self.passages.find_sentence(start), []).append(each)
        return self.chains

    def _find_unchained(self, statement: Statement, by_id: dict[str, Statement]) -> list[Statement]:
        """A statement and those that hold it, outermost first, as far as they have no chain yet; a ring ends."""
        line: dict[str, Statement] = {}
        each: Statement | None = statement
        while each is not None and each.id not in line and each.id not in self.chains:
            line[each.id] = each
            each = by_id.get(each.within or "")
        return list(reversed(line.values()))

    def _find_citing(self, statement: Statement) -> Statement | None:
        """Who cites this source for the same content, where the statement is not marked as being within his."""
        cue = " ".join(self.text[start:end] for start, end in statement.cue).lower()
        if cue not in CITING_CUES or not statement.content:
            return None
        near = self._by_sentence.get(self.passages.find_sentence(statement.cue[0][0]), [])[:MOST_IN_SENTENCE]
        same = [s for s in near if any(overlaps(span, s.content) for span in statement.content)]
        return next((s for s in reversed(same) if s.id in self.chains and s.within == statement.within), None)

    def _find_before(self, number: int) -> Statement | None:
        """The statement before in reading order: the innermost one, where it stands inside of another."""
        last = self.statements[number - 1] if number else None
        earlier = self.statements[max(0, number - 3) : max(0, number - 1)]
        return next((s for s in reversed(earlier) if last is not None and s.within == last.id), last)

    def _make_chain(self, statement: Statement, parent: Statement | None, before: Statement | None) -> Chain:
        links: list[Hop] = []
        parent = self._find_citing(statement) or parent
        if parent is not None and parent.id in self.chains:
            links += [make_carrier(hop) for hop in self.chains[parent.id]]
        else:
            links += self._make_head()
        own = self.carriers.find_for(statement)
        links += [self._refer(carrier.reference) for carrier in own]
        if not own and parent is None:
            links += self._find_unsaid(statement, before)
        speaker = self._make_speaker(statement, parent)
        return collapse_hops([*links, speaker] if speaker else links)

    def _make_head(self) -> list[Hop]:
        """The publisher, and the agency whose signed copy the article is."""
        if self.publisher is None:
            return []
        it = self.publisher
        hops = [Hop(it.actor, HopRole.PUBLISHER, it.certainty, it.evidence, it.reason)]
        if it.agency is not None:
            hops.append(Hop(it.agency, HopRole.CARRIER, Certainty.STATED, it.agency_evidence))
        return hops

    def _refer(self, reference: Reference) -> Hop:
        actor = reference.actor
        if actor is None and reference.name is not None:
            actor = self.cast.add(reference.name, ActorKind.OUTLET)
        if actor is None:
            words = self.text[slice(*reference.span)]
            return Hop(None, HopRole.CARRIER, Certainty.STATED, (reference.span,), words)
        if self.cast.get(actor).kind is ActorKind.PERSON:
            self.cast.recast(actor, kind=ActorKind.OUTLET)
        return Hop(actor, HopRole.CARRIER, Certainty.STATED, (reference.span,))

    def _make_speaker(self, statement: Statement, parent: Statement | None) -> Hop | None:
        if statement.anonymous:
            words = " ".join(self.text[start:end] for start, end in statement.source)
            if parent is not None and parent.anonymous and words.lower() in FIRST_PERSON:
                return None  # the same nameless person, in his own words
            return Hop(None, HopRole.SPEAKER, Certainty.STATED, statement.source, words or None)
        if statement.speaker is None:
            return None
        return Hop(statement.speaker, HopRole.SPEAKER, Certainty.STATED, statement.source)

    def _find_unsaid(self, statement: Statement, before: Statement | None) -> list[Hop]:
        """Carriers that the statement itself does not name: of what covers it, or of the occasion before."""
        position = min(statement.cue + statement.content + statement.source)[0]
        if statement.speaker is not None and self.publisher and statement.speaker == self.publisher.actor:
            return []
        for spans, retelling in self.covered:
            if is_covered(position, spans):
                return [self._refer(retelling.outlet)]
        going_on = self._continue(statement, before)
        return going_on if going_on is not None else self._retell(statement, position)

    def _continue(self, statement: Statement, before: Statement | None) -> list[Hop] | None:
        """The carriers of the statement before, where the same speaker goes on; None where he doesn't."""
        if before is None or statement.speaker is None or before.speaker != statement.speaker:
            return None
        if count_paragraphs(self.passages, before, statement) > REACH_PARAGRAPHS or before.id not in self.chains:
            return None
        carriers = [hop for hop in self.chains[before.id][1:] if hop.role is HopRole.CARRIER]
        agency = self.publisher.agency if self.publisher else None
        carriers = [hop for hop in carriers if hop.actor not in (agency, statement.speaker)]
        if not carriers:
            return None
        if self._goes_on(statement, before):
            return carriers
        return [self._infer(hop, SAME_OCCASION) for hop in carriers if hop.actor is not None]

    def _goes_on(self, statement: Statement, before: Statement) -> bool:
        """Whether a source takes the one before up again: a pronoun, nothing, or the same words."""
        source = " ".join(self.text[start:end] for start, end in statement.source)
        return source.lower() in GOING_ON or not source or statement.source == before.source

    def _retell(self, statement: Statement, position: int) -> list[Hop]:
        """The outlet that the article retells here: stated for those whom only that outlet can name, else inferred."""
        retelling = self._find_retelling(position)
        if retelling is None:
            return []
        hop = self._refer(retelling.outlet)
        if statement.anonymous or (statement.speaker is None and not statement.source):
            return [hop]
        if statement.speaker is None or statement.speaker == hop.actor or statement.background:
            return []
        if self.cast.get(statement.speaker).kind is ActorKind.OUTLET:
            return []
        return [self._infer(hop, RETOLD)]

    def _infer(self, hop: Hop, reason: str) -> Hop:
        if hop.certainty is Certainty.INFERRED:
            return hop
        name = self.cast.get(hop.actor).name if hop.actor else ""
        return msgspec.structs.replace(hop, certainty=Certainty.INFERRED, description=reason.format(name))

    def _find_retelling(self, position: int) -> Retelling | None:
        """The last retelling sentence before a position, unless a turn or a new section stands between."""
        earlier = [it for it in self.retellings if it.sentence[0] <= position]
        if not earlier or self.passages.find_section_start(position) > earlier[-1].sentence[0]:
            return None
        first = self.passages.find_paragraph(earlier[-1].sentence[0]) + 1
        last = self.passages.find_paragraph(position)
        starts = [start for start, _ in self.passages.paragraphs[first : last + 1]][:200]
        if any(turns_away(self.text, start) for start in starts):
            return None
        return None if turns_away(self.text, self.passages.find_sentence(position)[0]) else earlier[-1]

    def _find_covered(self) -> list[tuple[Spans, Retelling]]:
        """The text that every backward retelling gives to its outlet."""
        return [
            (cover_before(retelling.sentence, self.statements, self.passages), retelling)
            for retelling in self.retellings
            if retelling.is_backward
        ]

    def _find_medium(self, statement: Statement, before: Statement | None) -> str | None:
        """The statement's own medium, an unnamed outlet's ("local radio"), or that of the same speaker just before."""
        kind = self.cast.get(statement.speaker).kind if statement.speaker else None
        medium = self.media.find_for(statement, is_outlet=kind is ActorKind.OUTLET)
        carriers = [hop for hop in self.chains[statement.id] if hop.role is HopRole.CARRIER]
        unnamed = next((hop for hop in carriers if hop.actor is None), None)
        if medium is not None or (unnamed is not None and not statement.within):
            return medium or (unnamed.description if unnamed else None)
        if before is None or before.medium is None or statement.speaker is None or before.speaker != statement.speaker:
            return None
        if not self._is_one_occasion(before, statement):
            return None
        return before.medium

    def _is_one_occasion(self, before: Statement, statement: Statement) -> bool:
        """Whether two statements of one speaker in a row were made at once: nothing dates or places them apart."""
        if statement.act in MENTAL_ACTS or statement.background != before.background:
            return False
        if statement.said_on is not None and before.said_on is not None and statement.said_on != before.said_on:
            return False
        if statement.within not in (None, before.within) or self.media.is_document(before):
            return False
        distance = count_paragraphs(self.passages, before, statement)
        is_quoted = statement.form is not None and statement.form is not Form.INDIRECT
        return distance == 0 or (distance == 1 and (is_quoted or self._goes_on(statement, before)))


def count_paragraphs(passages: Passages, first: Statement, second: Statement) -> int:
    """Paragraphs from the end of one statement to the beginning of another."""
    end = max(end for _, end in first.content + first.cue)
    start = min(start for start, _ in second.content + second.cue)
    return abs(passages.find_paragraph(start) - passages.find_paragraph(end - 1))
