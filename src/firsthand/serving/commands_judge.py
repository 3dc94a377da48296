"""The command by which people decide what is one: `firsthand judge`."""

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from firsthand.errors import UsageError
from firsthand.records import JudgementKind, Verdict
from firsthand.serving import judging, queries
from firsthand.serving.commands_link import Progress, word_link_sums
from firsthand.serving.commands_read import print_drawn, print_json
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.exit_statuses import FINE
from firsthand.serving.judgement_words import LONGEST, word_judgement
from firsthand.serving.report_lines import ALERT, PLAIN, QUIET, STRONG, count, make_safe, shorten
from firsthand.serving.report_rows import draw_row, make_items, run
from firsthand.serving.streams import tell
from firsthand.storage import LoggedJudgement, Store

if TYPE_CHECKING:
    from rich.text import Text

COLUMN = 11  # cells: as wide as `different`
# What each verdict on a single statement is, and the ids that it needs; the other verdicts need two.
ON_STATEMENTS = {
    "speaker": (JudgementKind.SPEAKER, Verdict.SAME, "STATEMENT ACTOR"),
    "not-speaker": (JudgementKind.SPEAKER, Verdict.DIFFERENT, "STATEMENT ACTOR"),
    "a-statement": (JudgementKind.STATEMENT, Verdict.SAME, "STATEMENT"),
    "not-a-statement": (JudgementKind.STATEMENT, Verdict.DIFFERENT, "STATEMENT"),
}
SINGLE = frozenset(kind for kind, _, _ in ON_STATEMENTS.values())  # what is listed by its kind, not its verdict
IDS = {"list": "", "undo": "ID"} | {name: ids for name, (_, _, ids) in ON_STATEMENTS.items()}


def judge(options: argparse.Namespace) -> int:
    """Keep a judgement, take one back, or list them all.

    Raises:
        UsageError: there are not as many ids as it needs, or they can't be judged together.

    """
    ids = IDS.get(options.verdict, "A B")
    wanted = len(ids.split())
    if len(options.ids) != wanted:
        usage = f"judge {options.verdict} {ids}".rstrip()
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
        judgement, word = judging.undo(store, options.ids[0], by=by), "undone"
    else:
        kind, verdict, _ = ON_STATEMENTS.get(options.verdict) or (None, Verdict(options.verdict), "")
        kind = kind or (JudgementKind.ORIGIN if options.origins else None)
        judgement, word = judging.judge(store, verdict, *options.ids, kind=kind, by=by), "kept"
    if options.json:
        print_json([msgspec.json.encode(judgement)])
    else:
        sys.stdout.write(make_safe(f"{word}: {judgement.id}, {word_judgement(judgement)}") + "\n")
    if not options.no_link:
        with Progress() as progress:
            sums = judging.follow(store, judgement, progress=progress.show)
        (tell if options.json else sys.stdout.write)(word_link_sums(sums) + "\n")


def find_user() -> str:
    """Who is logged in; empty where the system does not say."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _list(store: Store, options: argparse.Namespace) -> None:
    log = store.links.load_judgement_log()
    if options.json:
        print_json(map(msgspec.json.encode, log))
        return
    print_drawn(lambda width: _draw_log(log, width), options)
    sys.stdout.write(_count_log(log) + "\n" if log else "no judgements yet\n")


def _count_log(log: list[LoggedJudgement]) -> str:
    """A judgement that a later one supersedes is not undone, but nothing follows it any more."""
    undone = sum(one.undone_at is not None for one in log)
    superseded = sum(one.undone_at is None and one.superseded_by is not None for one in log)
    told = f"{len(log) - undone - superseded:,} in force, {undone:,} undone"
    return f"{told}, {superseded:,} superseded" if superseded else told


def _draw_log(log: list[LoggedJudgement], width: int) -> "Iterator[Text]":
    for one in log:
        judgement = one.judgement
        notes = [f"by {shorten(judgement.by)}" if judgement.by else "", word_date(judgement.at), shorten(judgement.id)]
        words = run((shorten(word_judgement(judgement), LONGEST), STRONG if one.undone_at is None else PLAIN))
        undone = f"undone {word_date(one.undone_at)}" if one.undone_at else ""
        undone += f" by {shorten(one.undone_by)}" if undone and one.undone_by else ""
        superseded = f"superseded by {shorten(one.superseded_by)}" if one.superseded_by else ""
        items = make_items(notes, QUIET) + make_items([undone, superseded], ALERT)
        kind, verdict = str(judgement.kind), str(judgement.verdict)
        yield from draw_row(kind if kind in SINGLE else verdict, [words, items], COLUMN, width)
