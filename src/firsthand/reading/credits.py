"""Lines that tell who made the article: bylines at its head, credits at its end."""

import re

from firsthand.lexicons.headings import CREDIT_ENDINGS, CREDIT_OPENINGS
from firsthand.records import Span

MAX_LINE = 300
CREDIT_LINE = re.compile(rf"(?:{'|'.join(CREDIT_OPENINGS)})|.*(?:{'|'.join(CREDIT_ENDINGS)})", re.IGNORECASE)
# An agency's name alone in parentheses, as wire copy signs its last line: "(Reuters)", "(AP)", "(dpa/AFP)".
SIGNATURE = re.compile(r"\([A-Za-z][\w.\-/& ]{1,40}\)|/[A-Z]{2,10}/")
# Credits in parentheses behind the last sentence, on the same line.
CREDIT_AT_END = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|compiled|written) by[^()]{3,250}\)\s*$", re.IGNORECASE
)
NAME = r"[^\W\d_a-z][\w.'’\-]*"
BYLINE = re.compile(rf"[Bb][Yy]:?\s+(?P<names>{NAME}(?:,?\s+(?:and\s+|&\s*)?(?:{NAME}|de|van|von|der|al|bin)){{1,9}})")
AUTHOR_BREAK = re.compile(r"\s*[;|]\s*|\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?")
MAX_AUTHORS = 50
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md"})


def is_credit(line: str) -> bool:
    """Whether a line at an article's end is a credit and not its last sentence."""
    if len(line) > MAX_LINE:
        return False
    return bool(CREDIT_LINE.match(line) or SIGNATURE.fullmatch(line))


def find_trailing_credit(text: str, span: Span) -> Span | None:
    """The credit in parentheses that ends a paragraph, after its last sentence."""
    start, end = span
    tail = max(start, end - MAX_LINE)
    match = CREDIT_AT_END.search(text[tail:end])
    return (tail + match.start(), end) if match and tail + match.start() > start else None


def read_byline(line: str) -> tuple[str, ...]:
    """The names of a line that is a byline and no more ("By Jane Roe and John Doe"); none otherwise."""
    match = BYLINE.fullmatch(line) if len(line) <= 120 else None
    return split_authors(match["names"]) if match else ()


def split_authors(value: str) -> tuple[str, ...]:
    """The authors in one string: parted at "and", "&", commas, semicolons and bars; "By" and suffixes understood."""
    value = re.sub(r"^\s*by:?\s+", "", value, flags=re.IGNORECASE)
    authors: list[str] = []
    for part in AUTHOR_BREAK.split(value)[:MAX_AUTHORS]:
        name = part.strip()
        if name.lower() in SUFFIXES and authors:
            authors[-1] += f", {name}"
        elif name and name not in authors:
            authors.append(name)
    return tuple(authors)
