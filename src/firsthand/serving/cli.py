"""The commands and their options. Nothing heavy is imported before a command is known: `--help` is instant."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from firsthand import __version__
from firsthand.serving.cli_links import add_database, add_html, add_layout, describe_link_commands
from firsthand.serving.exit_statuses import FAULT, INTERRUPTED, PIPE_CLOSED, UNUSABLE
from firsthand.serving.streams import drop, prepare_streams, tell

DESCRIPTION = "Who said this first, and through whom did it reach us? Finds every statement in news articles."
EPILOG = """\
exit status:
  0  all is well
  1  some inputs could not be read (each is named on standard error); the others are done
  2  bad usage, or a database, model or output file that can't be used: the message says what to do
  3  a fault in Firsthand itself: set FIRSTHAND_DEBUG=1 to see where, and report it

examples:
  firsthand read article.txt             who says what, through whom, with the evidence
  firsthand read page.html --json        the same as JSON, one record a line
  curl -s ADDRESS | firsthand read       a page from standard input
  firsthand add articles.jsonl folder/   keep them, and link them
  firsthand stories                      what they are about; then story ID, claim ID, explain ID
  firsthand search "port lease" --speaker Oshtrev --since 2026-03
"""
INPUT = "a file (plain text, saved page, JSON Lines), a folder, or - for standard input"
# As in `exports`, which is not imported before a command needs it; a test compares them.
FORMATS = ("json", "jsonl", "csv", "parquet", "annotations", "followthemoney", "timelinejs", "gexf", "brat")
TABLES = ("statements", "claims", "origins", "articles", "actors", "copies", "relations", "timeline")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status. Never raises, but for argparse's SystemExit on bad usage and --help."""
    prepare_streams()
    try:
        status = _guard(lambda: _run(make_parser().parse_args(arguments)))
    except SystemExit as end:
        raise SystemExit(_finish(end.code if isinstance(end.code, int) else UNUSABLE)) from None
    return _finish(status)


class _Parser(argparse.ArgumentParser):
    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401 -- as argparse has it
        """Hidden by argparse itself where the message can't be written."""
        if file is sys.stdout:
            file.write(message)
        elif message:
            tell(message)


def make_parser() -> argparse.ArgumentParser:
    """All commands; their options are in the contract (docs) and stay."""
    parser = _Parser(
        prog="firsthand",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"firsthand {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def add_command(name: str, summary: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=summary, description=summary, allow_abbrev=False)

    _describe_read(add_command("read", "show who says what in articles"))
    _describe_add(add_command("add", "read articles and keep them in the database"))
    _describe_list(add_command("list", "list the stored articles, latest first"))
    _describe_show(add_command("show", "show a stored article like read does"))
    _describe_search(add_command("search", "find stored statements or articles, latest first"))
    _describe_export(add_command("export", "write the database, or a part of it, as JSON or for other programs"))
    describe_link_commands(add_command)
    _describe_serve(add_command("serve", "open the pages and the API on a local address"))
    add_command("schema", "print the JSON Schema of a record")
    return parser


def _describe_read(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one record a line, as in the contract")
    add_html(form)
    _add_full(parser)
    add_layout(parser)


def _describe_add(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    add_database(parser)
    parser.add_argument("--no-link", action="store_true", help="do not link the articles afterwards")
    parser.add_argument("--json", action="store_true", help="what became of each input, one a line")


def _describe_serve(parser: argparse.ArgumentParser) -> None:
    add_database(parser)
    parser.add_argument("--port", type=int, default=8765, metavar="N", help="the port (default: 8765)")
    host = "the address to listen on (default: 127.0.0.1, this machine alone); any other demands a token"
    parser.add_argument("--host", default="127.0.0.1", metavar="HOST", help=host)
    token = "what visitors must show (default: none on this machine, else a random one, printed at the start)"
    parser.add_argument("--token", default="", metavar="TOKEN", help=token)
    parser.add_argument("--read-only", action="store_true", help="look only: nothing can be added or corrected")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")


def _describe_list(parser: argparse.ArgumentParser) -> None:
    add_database(parser)
    parser.add_argument("--limit", type=int, metavar="N", help="at most N articles (default: all)")
    parser.add_argument("--json", action="store_true", help="one article a line, without its text")
    add_layout(parser)


def _describe_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the article's id, as list and search print it")
    parser.add_argument("--revision", type=int, metavar="N", help="this revision (default: the newest)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the record, as in the contract")
    add_html(form)
    _add_full(parser)
    add_database(parser)
    add_layout(parser)


def _describe_search(parser: argparse.ArgumentParser) -> None:
    words = 'all of them must occur; "quoted words" stand together; word* finds its beginnings'
    parser.add_argument("words", nargs="*", metavar="WORDS", help=words)
    parser.add_argument(
        "--speaker", default="", metavar="NAME", help="words of the speaker's name, as printed or known"
    )
    parser.add_argument("--outlet", default="", metavar="NAME", help="words of the publisher's name")
    parser.add_argument("--since", default="", metavar="DATE", help="published on or after YYYY-MM-DD, YYYY-MM or YYYY")
    parser.add_argument("--until", default="", metavar="DATE", help="published on or before that day, month or year")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--statements", action="store_true", help="find statements (the default)")
    kind.add_argument("--articles", action="store_true", help="find articles, by their titles and texts")
    parser.add_argument("--superseded", action="store_true", help="in older revisions of articles too")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N results (default: 20)")
    parser.add_argument("--json", action="store_true", help="one result a line")
    add_database(parser)
    add_layout(parser)


def _describe_export(parser: argparse.ArgumentParser) -> None:
    forms = "json, one object (the default); jsonl, one record a line; the others as the documentation says"
    parser.add_argument("--format", choices=FORMATS, default="json", help=forms)
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--story", metavar="ID", help="a story only")
    part.add_argument("--claim", metavar="ID", help="a claim only, with the articles that carry it")
    part.add_argument("--article", metavar="ID", help="an article only")
    part.add_argument("--actor", metavar="ID", help="what an actor says only, by id or name")
    parser.add_argument("--table", choices=TABLES, help="of csv and parquet, which one (default: statements)")
    parser.add_argument("--bom", action="store_true", help="begin csv with a byte order mark, for some spreadsheets")
    parser.add_argument("--out", metavar="FILE", help="write to FILE (default: standard output)")
    parser.add_argument("--newest", action="store_true", help="leave out superseded revisions")
    add_database(parser)


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help=INPUT)
    parser.add_argument("--publisher", metavar="NAME", help="the outlet of all these articles")
    parser.add_argument("--published", metavar="DATE", help="the date of all these articles, YYYY-MM-DD")


def _add_full(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--full", action="store_true", help="every content to its end, not its first lines only")


def _finish(status: int) -> int:
    """What is still in the buffer may fail too: a full disk, a reader that has gone."""
    tell("")
    return _guard(lambda: (sys.stdout.flush(), status)[1])


def _run(options: argparse.Namespace) -> int:
    from firsthand.serving import (
        commands_export,
        commands_judge,
        commands_link,
        commands_links,
        commands_read,
        commands_serve,
        commands_store,
    )

    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "read": commands_read.read,
        "schema": commands_read.schema,
        "add": commands_store.add,
        "list": commands_store.list_articles,
        "show": commands_store.show,
        "search": commands_store.search,
        "export": commands_export.export,
        "link": commands_link.link,
        "stories": commands_links.stories,
        "story": commands_links.story,
        "timeline": commands_links.timeline,
        "claims": commands_links.claims,
        "claim": commands_links.claim,
        "origins": commands_links.origins,
        "explain": commands_links.explain,
        "actor": commands_links.actor,
        "judge": commands_judge.judge,
        "serve": commands_serve.serve,
    }
    return commands[options.command](options)


def _guard(action: Callable[[], int]) -> int:
    """Whatever goes wrong as one line and an exit status."""
    from firsthand.errors import FirsthandError

    try:
        return action()
    except FirsthandError as error:
        return _complain(str(error), UNUSABLE)
    except BrokenPipeError:
        drop(sys.stdout)
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return _complain("stopped", INTERRUPTED)
    except OSError as error:
        drop(sys.stdout)
        place = error.filename or "standard output"
        return _complain(f"can't read or write {place} ({error.strerror or error})", UNUSABLE)
    except Exception as error:
        if os.environ.get("FIRSTHAND_DEBUG"):
            raise
        return _complain(f"a fault in Firsthand: {error!r} (set FIRSTHAND_DEBUG=1 to see where)", FAULT)


def _complain(message: str, status: int) -> int:
    from firsthand.serving.report_lines import make_safe

    tell(f"firsthand: {make_safe(message)}\n")
    return status
