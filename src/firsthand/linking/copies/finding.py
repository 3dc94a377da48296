"""The copies of a story: who carries whose text, from what can be seen in words, credits, figures and dates."""

from collections.abc import Mapping, Sequence

from firsthand.linking.copies.borrowing import News, find_borrowing, find_secrets
from firsthand.linking.copies.crediting import Credits, find_credits
from firsthand.linking.copies.describing import describe_borrowing, describe_reprint, describe_retelling
from firsthand.linking.copies.precedence import Precedence
from firsthand.linking.copies.profiles import Profile, make_profiles
from firsthand.linking.copies.reprints import find_reprints
from firsthand.linking.copies.retellings import find_retelling
from firsthand.linking.copies.verdicts import apply_judgements
from firsthand.linking.entries import Material
from firsthand.records import Copy, Judgement


def find_copies(material: Material, judgements: Sequence[Judgement] = ()) -> tuple[Copy, ...]:
    """The copies among a story's articles, at most one original for each, in canonical order of the copies.

    Reprints are told by their words, credited retellings by the sentences they credit, uncredited ones by figures of
    unnamed sources; the first of these that explains an article is taken. Judgements of kind copy win: the same makes
    a copy of what was not found, different or unsure undoes one. The result depends on the set of articles and
    judgements alone.
    """
    profiles = make_profiles(material)
    if len(profiles) < 2:
        return ()
    publishers = _name_publishers(profiles)
    credits = [find_credits(profile, publishers) for profile in profiles]
    precedence = Precedence(profiles, credits)
    found = _find_reprints(profiles, credits, precedence)
    found |= _find_rewrites(profiles, credits, precedence, frozenset(publishers), found)
    return apply_judgements(found, profiles, credits, precedence, judgements)


def _name_publishers(profiles: Sequence[Profile]) -> Mapping[str, tuple[str, ...]]:
    names: dict[str, set[str]] = {}
    for profile in profiles:
        if profile.publisher:
            names.setdefault(profile.publisher, set()).update(profile.names)
    return {publisher: tuple(sorted(names[publisher])) for publisher in sorted(names)}


def _find_reprints(profiles: Sequence[Profile], credits: Sequence[Credits], precedence: Precedence) -> dict[int, Copy]:
    reprints = find_reprints(profiles, precedence)
    return {
        number: describe_reprint(profiles, credits, reprint)
        for number, reprint in reprints.items()
        if not _is_circular(number, {copy: reprint.original for copy, reprint in reprints.items()})
    }


def _find_rewrites(
    profiles: Sequence[Profile], credits: Sequence[Credits], precedence: Precedence, publishers: frozenset[str],
    reprints: Mapping[int, Copy],
) -> dict[int, Copy]:
    """Rewrites among the articles that are no reprints; their originals may be reprints."""
    secrets = [find_secrets(profile, publishers) for profile in profiles]
    originals = [number for number in range(len(profiles)) if number not in reprints]
    news = News(profiles, originals, precedence)
    found: dict[int, Copy] = {}
    for copy in originals:
        if retelling := find_retelling(copy, profiles, credits, precedence):
            found[copy] = describe_retelling(profiles, retelling)
        elif borrowing := find_borrowing(copy, profiles, secrets, news, credits, precedence):
            found[copy] = describe_borrowing(profiles, borrowing)
    return found


def _is_circular(copy: int, original_of: Mapping[int, int]) -> bool:
    """Whether the originals lead back to the copy: then the credit that turned the dates is no evidence."""
    seen = {copy}
    while copy in original_of:
        copy = original_of[copy]
        if copy in seen:
            return True
        seen.add(copy)
    return False
