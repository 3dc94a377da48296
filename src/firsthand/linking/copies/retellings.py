"""Credited retellings: articles that tell in other words what another outlet's article tells, and say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.linking.copies.crediting import Credits
from firsthand.linking.copies.precedence import Precedence
from firsthand.linking.copies.profiles import Profile

# An article that retells another credits it from the start and goes on for a while; one that cites another for a
# detail does so in a sentence or two, somewhere.
LEAST_CREDITED = 3  # sentences
STARTS_WITHIN = 4  # sentences
LEAST_PART = 0.15  # of all sentences
LEAST_PART_LATER = 0.4  # where it does not start with it
LEAST_SHARED = 3  # telling words and numbers that the credited sentences and the original have in common
# A publisher with whose name its own article begins sentences writes about itself: a company, a ministry. Whoever names
# it reports on it, and retells nothing. Outlets name themselves too ("told the Courier"), but hardly at the beginning.
PRINCIPAL_PART = 0.1
PRINCIPAL_SENTENCES = 2


@dataclass(frozen=True)
class Retelling:
    """`copy` retells `original`; both are numbers of profiles. `sentences` are those that it credits to it."""

    copy: int
    original: int
    sentences: tuple[int, ...]
    shared: tuple[str, ...]


def find_retelling(
    copy: int, profiles: Sequence[Profile], credits: Sequence[Credits], precedence: Precedence
) -> Retelling | None:
    """The article that one retells with credit; None where there is none. Of several the one it credits most."""
    profile = profiles[copy]
    retellings = []
    for publisher, sentences in sorted(credits[copy].items()):
        if not _is_throughout(sentences, len(profile.sentences)):
            continue
        originals = [
            number
            for number, other in enumerate(profiles)
            if other.publisher == publisher
            and precedence.rank[number] < precedence.rank[copy]
            and profile.publisher not in credits[number]  # what it got from the copy's publisher is no original
            and not is_principal(other)
            and any(name.removeprefix("the ") in profile.text for name in other.names)  # signed is not credited
        ]
        retellings += [Retelling(copy, number, sentences, _share(profile, sentences, profiles[number]))
                       for number in originals]
    retellings = [retelling for retelling in retellings if len(retelling.shared) >= LEAST_SHARED]
    return max(
        retellings,
        key=lambda one: (len(one.sentences), len(one.shared), -precedence.rank[one.original]),
        default=None,
    )


def _is_throughout(sentences: tuple[int, ...], count: int) -> bool:
    part = len(sentences) / max(count, 1)
    starts = sentences[0] < STARTS_WITHIN
    return len(sentences) >= LEAST_CREDITED and part >= (LEAST_PART if starts else LEAST_PART_LATER)


def is_principal(profile: Profile) -> bool:
    """Whether an article is about its own publisher."""
    names = tuple(name for name in profile.names if not name.startswith("the "))
    naming = sum(profile.text.startswith(names, start) for start, _ in profile.sentences)
    return naming >= PRINCIPAL_SENTENCES and naming >= PRINCIPAL_PART * len(profile.sentences)


def _share(profile: Profile, sentences: tuple[int, ...], original: Profile) -> tuple[str, ...]:
    """The telling words and numbers of some sentences that the original has too, the most telling first."""
    features = {feature: weight for number in sentences for feature, weight in profile.features[number].items()}
    return tuple(sorted(features.keys() & original.all_features.keys(), key=lambda one: (-features[one], one)))
