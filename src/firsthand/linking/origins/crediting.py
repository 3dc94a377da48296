"""What an outlet says in its own voice: reporting of its own where others credit it, a source's where it shows one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from firsthand.linking.origins.ground import Ground
from firsthand.linking.origins.introductions import telling_words
from firsthand.linking.origins.kinds import fold_words
from firsthand.linking.origins.roots import Root, Standing
from firsthand.records import CopyKind, evidence

OWN_REPORTING = (Standing.CITED, Standing.OBTAINED)
CREDITING = (CopyKind.REWRITE_CREDITED, CopyKind.TRANSLATION)


def raise_voice(root: Root, followers: Iterable[Root], ground: Ground) -> Root:
    """A root in an outlet's own voice, as those who have it from there call it; any other root as it is.

    followers: the roots of the statements that come to this one.
    """
    if root.standing != Standing.VOICE:
        return root
    shown = find_shown(root, ground)
    if shown:
        return replace(root, standing=Standing.OBTAINED, description=shown)
    best = max(find_credits(root, followers, ground), key=lambda one: one.standing, default=None)
    return root if best is None else replace(root, standing=best.standing, description=best.description)


def find_credits(root: Root, followers: Iterable[Root], ground: Ground) -> Iterator[Root]:
    """The followers that credit the root's outlet, and how they do: for its own word, or for a source of its."""
    article = ground.entry(root.statement).id
    for one in followers:
        copies = ground.originals(ground.entry(one.statement).id)
        if one.holder == root.holder and one.standing in OWN_REPORTING:
            yield one
        elif any(copy.of == article and copy.kind in CREDITING for copy in copies):
            yield replace(one, standing=Standing.CITED, description=None)


def find_shown(root: Root, ground: Ground) -> str | None:
    """The withheld source that an outlet's own words show: one whom its article quotes, and whom others credit it with.

    "The engineer has copied a number" is the engineer's, where others retell "a former engineer told the outlet".
    """
    statement = ground.material.statements[root.statement]
    credited = ground.credited_sources.get(root.holder)
    if statement.source or not credited:
        return None
    entry = ground.entry(root.statement)
    here = credited.intersection(fold_words(evidence(entry.article.text, statement.content)))
    quoted = (evidence(entry.article.text, one.source) for one in entry.record.statements if one.anonymous)
    return next((words for words in quoted if not telling_words(words).isdisjoint(here)), None)
