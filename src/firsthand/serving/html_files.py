"""Reports written to files: what `--html FILE` of several commands does."""

from firsthand.errors import UsageError
from firsthand.serving.outputs import open_output

MOST = 500  # articles of one file: browsers get slow beyond
STANDARD_OUTPUT = "-"


def check_number(articles: int, named: str) -> None:
    """Whether so many articles may go into one file.

    Raises:
        UsageError: they are too many.

    """
    if articles > MOST:
        raise UsageError(f"more than {MOST} articles are too much for one report: read fewer at a time", named)


def write_html(html: str, named: str) -> None:
    """A report into a file, which is there only when it is whole, or to standard output for `-`.

    Raises:
        UsageError: the file can't be written.

    """
    # Text of articles has no lone surrogates by now; should one get here, it is replaced rather than that all is lost.
    with open_output(None if named == STANDARD_OUTPUT else named, "--html") as output:
        output.write(html.encode("utf-8", "replace"))
        output.flush()
