"""The command that writes a database, or a part of it, in the contract's form or in one of other programs."""

import argparse
import sys

from firsthand.errors import UsageError
from firsthand.serving import exports, queries
from firsthand.serving.exit_statuses import FINE
from firsthand.serving.outputs import open_output
from firsthand.storage import Store


def export(options: argparse.Namespace) -> int:
    """Write what was asked for, all of one moment."""
    form = exports.ExportFormat(options.format)
    chosen = _check_options(options, exports.FORMATS[form])
    with queries.open_database(options.db, create=False) as store, store.snapshot():
        material = _gather(store, options)
        with open_output(options.out) as output:
            output.writelines(exports.write_export(material, form, chosen))
            output.flush()
    return FINE


def _check_options(options: argparse.Namespace, form: exports.Format) -> exports.Options:
    """The format's own options.

    Raises:
        UsageError: it has no such option, or would fill a terminal with what is no text.

    """
    if options.table and not form.has_tables:
        raise UsageError("--table is for --format csv and --format parquet", options.format)
    if options.bom and options.format != exports.ExportFormat.CSV:
        raise UsageError("--bom is for --format csv", options.format)
    if options.newest and _list_parts(options):
        raise UsageError("--newest is for the whole database: a part of it has the newest revisions")
    if form.is_binary and options.out is None and sys.stdout.isatty():
        raise UsageError("not for a terminal: name a file with --out, or pipe it", options.format)
    table = exports.TableName(options.table or exports.TableName.STATEMENTS)
    return exports.Options(table=table, bom=options.bom)


def _list_parts(options: argparse.Namespace) -> list[str]:
    return [part for part in (options.story, options.claim, options.article, options.actor) if part is not None]


def _gather(store: Store, options: argparse.Namespace) -> exports.Material:
    if options.story is not None:
        return exports.gather_story(store, options.story)
    if options.claim is not None:
        return exports.gather_claim(store, options.claim)
    if options.article is not None:
        return exports.gather_article(store, options.article)
    if options.actor is not None:
        return exports.gather_actor(store, options.actor)
    return exports.gather_store(store, newest=options.newest)
