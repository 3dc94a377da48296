"""The words by which speakers are introduced, with their names or, where these are withheld, without."""

from firsthand.lexicons.offices import PLAIN_SOURCE_WORDS
from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.kinds import fold_words
from firsthand.linking.origins.posts import find_posts
from firsthand.records import evidence


def telling_words(description: str | None) -> frozenset[str]:
    """The words of an anonymous source's description that tell it from others."""
    return frozenset(fold_words(description or "")) - PLAIN_SOURCE_WORDS


def introducing_words(holder: str, ground: Ground) -> frozenset[str]:
    """The words by which the articles introduce a named speaker, without those of his name."""
    known = ground.memory.get(("introduction", holder))
    if known is None:
        actor = ground.material.actors.get(holder)
        said = ground.speech_by_name.get(holder, ())
        phrases = {evidence(ground.entry(one.id).article.text, one.source) for one in said}
        phrases |= {*(actor.roles if actor else ()), *(phrase for _, phrase in find_posts(holder, ground))}
        own = frozenset(fold_words(ground.name(holder)))
        known = frozenset(word for phrase in phrases for word in fold_words(phrase)) - own
        ground.memory["introduction", holder] = known
    return known
