"""trafilatura as a process that can be killed: HTML on standard input, the article's text on standard output."""

import sys

from firsthand.reading.page_text import extract_with_trafilatura


def main() -> None:
    """Read one page and write its text, both in UTF-8."""
    html = sys.stdin.buffer.read().decode("utf-8", "replace")
    sys.stdout.buffer.write(extract_with_trafilatura(html).encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
