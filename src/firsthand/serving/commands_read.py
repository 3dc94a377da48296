"""The commands that need no database: read, schema."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from firsthand import engine
from firsthand.errors import InputError, UsageError
from firsthand.records import Annotations, encode, make_schema
from firsthand.serving import report
from firsthand.serving.exit_statuses import FINE, SOME_FAILED
from firsthand.serving.html_files import check_number, write_html
from firsthand.serving.report_lines import make_safe
from firsthand.serving.streams import tell
from firsthand.serving.terminal import NARROWEST, find_width, is_terminal, open_console, print_lines, wants_color

if TYPE_CHECKING:
    from rich.text import Text


def read(options: argparse.Namespace) -> int:
    """Show every article, or print its record; bad inputs are named on standard error and the others go on."""
    failures: list[InputError] = []
    inputs, standard_input = choose_inputs(options)
    results = engine.read_all(inputs, particulars=make_particulars(options), standard_input=standard_input)
    records = _tell_failures(results, failures)
    if options.json:
        print_json(encode(record) for record in records)
    elif options.html is not None:
        write_records(records, options.html)
    else:
        show_records(records, options)
    return SOME_FAILED if failures else FINE


def schema(options: argparse.Namespace) -> int:  # noqa: ARG001 -- every command has this shape
    """Print the contract of one record as a JSON Schema."""
    sys.stdout.write(json.dumps(make_schema(), indent=2) + "\n")
    return FINE


def choose_inputs(options: argparse.Namespace) -> tuple[list[str], BinaryIO | None]:
    """What to read: the inputs named, or what is piped in.

    Raises:
        UsageError: nothing is named, and nobody pipes anything in.

    """
    is_piped = sys.stdin is not None and not is_terminal(sys.stdin)
    if not options.inputs and not is_piped:
        raise UsageError(
            f"nothing to read: name files or folders (firsthand {options.command} article.txt), or pipe in"
        )
    standard_input = sys.stdin.buffer if sys.stdin is not None else None
    return options.inputs or ["-"], standard_input


def make_particulars(options: argparse.Namespace) -> engine.Particulars:
    """What `--publisher` and `--published` say of all inputs.

    Raises:
        UsageError: the date is none.

    """
    return engine.make_particulars(options.publisher, options.published)


def show_records(records: Iterable[Annotations], options: argparse.Namespace) -> None:
    """Reports in the terminal, laid out as the options ask."""
    color = {"auto": None, "always": True, "never": False}[options.color]
    report.print_report(records, width=check_width(options), color=color, file=sys.stdout, full=options.full)


def write_records(records: Iterable[Annotations], named: str) -> None:
    """One HTML report on all articles; where none could be read, no file.

    Raises:
        UsageError: they are too many, or the file can't be written.

    """
    from firsthand.serving.web.reports import article_report  # it draws with Jinja

    opened = []
    for record in records:
        opened.append(article_report.open_record(record))
        check_number(len(opened), named)
    if opened:
        write_html(article_report.draw_article_report(opened), named)
    else:
        tell_failure(f"{named}: not written, as there is no article")


def check_width(options: argparse.Namespace) -> int | None:
    """The columns asked for, None where the terminal is to say.

    Raises:
        UsageError: too narrow to show anything.

    """
    width: int | None = options.width
    if width is not None and not NARROWEST <= width <= 10_000:
        raise UsageError(f"a width is a number of columns, {NARROWEST} or more", str(width))
    return width


def choose_layout(options: argparse.Namespace) -> tuple[int, bool]:
    """Columns and colour, as the options or else the terminal say; raises like `check_width`."""
    color = {"auto": wants_color(sys.stdout), "always": True, "never": False}[options.color]
    return check_width(options) or find_width(sys.stdout), color


def print_drawn(draw: "Callable[[int], Iterable[Text]]", options: argparse.Namespace) -> None:
    """Print lines that are drawn for a width: the output's, but none that is hard to read back to its start."""
    width, color = choose_layout(options)
    print_lines(open_console(sys.stdout, width, color), draw(min(width, report.WIDEST)))


def print_json(lines: Iterable[bytes]) -> None:
    """JSON lines on standard output, always in UTF-8, each as soon as it is there."""
    for line in lines:
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


def tell_failure(message: str) -> None:
    """One line on standard error about one input."""
    tell(f"firsthand: {make_safe(message)}\n")


def _tell_failures(results: Iterable[Annotations | InputError], failures: list[InputError]) -> Iterator[Annotations]:
    for result in results:
        if isinstance(result, InputError):
            failures.append(result)
            sys.stdout.flush()  # the errors stand where they belong among the reports
            tell_failure(str(result))
        else:
            yield result
