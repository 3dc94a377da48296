"""Linking from the command line: `firsthand link`, and what `add` and `judge` do of it."""

import argparse
import sys
import time
from typing import TYPE_CHECKING, Self

import msgspec

from firsthand.serving import linking_calls, queries
from firsthand.serving.commands_read import print_json
from firsthand.serving.exit_statuses import FINE
from firsthand.serving.report_lines import count
from firsthand.serving.streams import tell
from firsthand.serving.terminal import is_terminal
from firsthand.storage import Store

if TYPE_CHECKING:
    from firsthand.engine.links import LinkSums

PROGRESS_SECONDS = 0.2


def link(options: argparse.Namespace) -> int:
    """Bring the links up to date; the sums are those of the whole database."""
    with queries.open_database(options.db, create=False) as store:
        sums = link_store(store, anew=options.all)
    if options.json:
        print_json([msgspec.json.encode(sums)])
    else:
        sys.stdout.write(word_link_sums(sums) + "\n")
    return FINE


def link_store(store: Store, *, anew: bool = False) -> "LinkSums":
    """Link, and show on a terminal that work goes on."""
    with Progress() as progress:
        return linking_calls.link(store, progress=progress.show, anew=anew)


def word_link_sums(sums: "LinkSums") -> str:
    """`36 articles in 4 stories; 140 claims, 9 corroborated, 12 disputed; 13 copies`."""
    if not sums.articles:
        return "no articles to link: `firsthand add INPUT` adds some"
    stories = f"{sums.stories:,} {'story' if sums.stories == 1 else 'stories'}"
    claims = f"{count(sums.claims, 'claim')}, {sums.corroborated:,} corroborated, {sums.disputed:,} disputed"
    copies = f"{sums.copies:,} {'copy' if sums.copies == 1 else 'copies'}"
    return f"{count(sums.articles, 'article')} in {stories}; {claims}; {copies}"


class Progress:
    """One line on standard error that is written over again and again; nothing where nobody watches."""

    def __init__(self) -> None:
        self.is_shown = is_terminal(sys.stderr)
        self.last = time.monotonic()

    def show(self, doing: str, done: int, whole: int) -> None:
        """Tell what is done, how much of it, of how much."""
        if self.is_shown and time.monotonic() - self.last > PROGRESS_SECONDS:
            self.last = time.monotonic()
            tell(f"\r\x1b[Klinking: {doing}, {done:,} of {whole:,}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Erase the line."""
        if self.is_shown:
            tell("\r\x1b[K")
