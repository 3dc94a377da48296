"""What a story adds up to: its outlets, origins, carriers and copies, and which of its claims comes first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.records import Certainty, Claim, ClaimStatus, CopyKind, HopRole, identify_origin, weigh_claim
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.report_lines import count

SCRAP, LOOKED_AT = 4, 200  # words that a claim has at least if it says something; characters that are looked at


@dataclass(frozen=True)
class Relay:
    """One outlet's statements that reached it through another; `inferred` counts those where we say so, not it."""

    retold_by: str
    carrier: str
    statements: int
    inferred: int


def word_origins(claim: Claim) -> str:
    """A claim's number of independent origins in words."""
    return word_bounds(claim.independent_origins)


def word_bounds(number: int | tuple[int, int]) -> str:
    """`1 origin`, `2 origins`, `2 or 3 origins`, `1 to 4 origins`."""
    least, most = find_bounds(number)
    if least == most:
        return count(least, "origin")
    return f"{least} {'or' if most == least + 1 else 'to'} {most} origins"


def find_bounds(number: int | tuple[int, int]) -> tuple[int, int]:
    """The least and the most that a count may be; equal where it is known."""
    return number if isinstance(number, tuple) else (number, number)


def sort_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Most independent origins first, then those that more articles carry, then the earliest; scraps come last."""

    def weigh(claim: Claim) -> tuple[int, int, bool, int, int, str, str]:
        least, most = find_bounds(claim.independent_origins)
        return (-least, -most, is_scrap(claim), *weigh_claim(claim))

    return sorted(claims, key=weigh)


def is_scrap(claim: Claim) -> bool:
    """Whether a claim is too short to say much by itself (`the mine`): it stands behind others of equal rank."""
    return len(claim.gist[:LOOKED_AT].split(None, SCRAP)) < SCRAP


def find_leading(claims: Iterable[Claim]) -> Claim | None:
    """The claim that most articles carry; the earliest of several."""
    return min(claims, key=weigh_claim, default=None)


def count_publishers(story: LinkedStory) -> Counter[str]:
    """Each outlet's articles, most first."""
    return Counter(dict(Counter(map(story.name_publisher, story.records)).most_common()))


def count_origins(claims: Iterable[Claim]) -> Counter[tuple[str, str]]:
    """Each origin of these claims, counted once however many of them rest on it; with how many do."""
    found = Counter(identity for claim in claims for identity in {identify_origin(one) for one in claim.origins})
    return Counter(dict(sorted(found.items(), key=lambda row: (-row[1], row[0]))))


def count_statuses(claims: Iterable[Claim]) -> Counter[ClaimStatus]:
    """How many claims have which status."""
    return Counter(claim.status for claim in claims)


def count_copies(story: LinkedStory) -> Counter[CopyKind]:
    """How many articles carry another's text, by kind; an article with several originals counts with each kind once."""
    pairs = {(copy.article, copy.kind) for copy in story.links.copies}
    return Counter(kind for kind in CopyKind for _, found in pairs if found is kind)


def find_relays(story: LinkedStory) -> list[Relay]:
    """Who carries whom, by the chains of the statements: most statements first."""
    passed: Counter[tuple[str, str]] = Counter()
    inferred: Counter[tuple[str, str]] = Counter()
    for statement, _ in story.statements.values():
        for by, carrier in zip(statement.chain, statement.chain[1:], strict=False):
            if carrier.role is HopRole.CARRIER and by.actor and carrier.actor and by.actor != carrier.actor:
                passed[by.actor, carrier.actor] += 1
                inferred[by.actor, carrier.actor] += carrier.certainty is Certainty.INFERRED
    ordered = sorted(passed.items(), key=lambda row: (-row[1], row[0]))
    return [Relay(*pair, number, inferred[pair]) for pair, number in ordered]
