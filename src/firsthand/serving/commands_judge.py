"""The command by which people decide what is one: `firsthand judge`."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from firsthand.errors import UsageError
from firsthand.records import Judgement, JudgementKind, Verdict
from firsthand.serving import queries
from firsthand.serving.anchors import find_judged
from firsthand.serving.commands_link import link_store, word_link_sums
from firsthand.serving.commands_read import print_drawn, print_json
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.exit_statuses import FINE
from firsthand.serving.report_lines import ALERT, PLAIN, QUIET, STRONG, count, make_safe, shorten
from firsthand.serving.report_rows import draw_row, make_items, run
from firsthand.serving.streams import tell
from firsthand.storage import LoggedJudgement, Store

if TYPE_CHECKING:
    from rich.text import Text

COLUMN = 11  # cells: as wide as `different`
WANTED = {"list": 0, "undo": 1}  # ids that each needs; a verdict needs two


def judge(options: argparse.Namespace) -> int:
    """Keep a judgement, take one back, or list them all.

    Raises:
        UsageError: there are not as many ids as it needs, or they can't be judged together.

    """
    wanted = WANTED.get(options.verdict, 2)
    if len(options.ids) != wanted:
        usage = {0: "judge list", 1: "judge undo ID"}.get(wanted, f"judge {options.verdict} A B")
        raise UsageError(f"needs {count(wanted, 'id') if wanted else 'no ids'}: `firsthand {usage}`")
    with queries.open_database(options.db, create=False) as store:
        if options.verdict == "list":
            _list(store, options)
        else:
            by = options.by if options.by is not None else find_user()
            _change(store, options, by)
    return FINE


def _change(store: Store, options: argparse.Namespace, by: str) -> None:
    """Keep or undo, then link, so that everything follows at once."""
    if options.verdict == "undo":
        judgement, word = store.links.undo_judgement(options.ids[0], by=by), "undone"
    else:
        judgement = store.links.add_judgement(make_judgement(store, options, by))
        word = "kept"
    if options.json:
        print_json([msgspec.json.encode(judgement)])
    else:
        sys.stdout.write(make_safe(f"{word}: {judgement.id}, {word_judgement(judgement)}") + "\n")
    if not options.no_link:
        (tell if options.json else sys.stdout.write)(word_link_sums(link_store(store)) + "\n")


def make_judgement(store: Store, options: argparse.Namespace, by: str) -> Judgement:
    """A judgement on two things of one kind, without an id yet; its anchors hold whatever is joined or split later.

    Raises:
        UsageError: nothing has an id, or the two can't be judged together.

    """
    left, right = find_judged(store, *options.ids, as_origins=options.origins)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Judgement("", left.kind, Verdict(options.verdict), left.id, right.id, left.anchor, right.anchor, by, at)


def find_user() -> str:
    """Who is logged in; empty where the system does not say."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def word_judgement(judgement: Judgement) -> str:
    """`claims c-1 and c-2 are the same`."""
    nouns = {JudgementKind.COPY: "articles"}
    verdicts = {
        Verdict.SAME: "are one" if judgement.kind is not JudgementKind.COPY else "have one text",
        Verdict.DIFFERENT: "are different" if judgement.kind is not JudgementKind.COPY else "are no copies",
        Verdict.UNSURE: "may be one" if judgement.kind is not JudgementKind.COPY else "may be copies",
    }
    noun = nouns.get(judgement.kind, f"{judgement.kind}s")
    return f"{noun} {judgement.left} and {judgement.right} {verdicts[judgement.verdict]}"


def _list(store: Store, options: argparse.Namespace) -> None:
    log = store.links.load_judgement_log()
    if options.json:
        print_json(map(msgspec.json.encode, log))
        return
    print_drawn(lambda width: _draw_log(log, width), options)
    in_force = sum(one.undone_at is None for one in log)
    sys.stdout.write(f"{in_force:,} in force, {len(log) - in_force:,} undone\n" if log else "no judgements yet\n")


def _draw_log(log: list[LoggedJudgement], width: int) -> "Iterator[Text]":
    for one in log:
        judgement = one.judgement
        notes = [f"by {shorten(judgement.by)}" if judgement.by else "", word_date(judgement.at), shorten(judgement.id)]
        words = run((shorten(word_judgement(judgement), 300), STRONG if one.undone_at is None else PLAIN))
        undone = f"undone {word_date(one.undone_at)}" if one.undone_at else ""
        undone += f" by {shorten(one.undone_by)}" if undone and one.undone_by else ""
        items = make_items(notes, QUIET) + make_items([undone], ALERT)
        yield from draw_row(str(judgement.verdict), [words, items], COLUMN, width)
