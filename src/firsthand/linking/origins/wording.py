"""Words for reasons and steps: dates, articles, lists, counts."""

from collections.abc import Sequence

from firsthand.lexicons.counted import NUMBER_NAMES
from firsthand.lexicons.times import MONTHS
from firsthand.linking.origins.ground import Ground
from firsthand.records import CopyKind

COPY_WORDS = {
    CopyKind.VERBATIM: "is a copy",
    CopyKind.REWRITE_CREDITED: "rewrites, with credit, the text",
    CopyKind.REWRITE_UNCREDITED: "rewrites, without credit, the text",
    CopyKind.TRANSLATION: "retells in translation the text",
}
MONTH_NAMES = {number: name.capitalize() for name, number in sorted(MONTHS.items(), key=lambda one: len(one[0]))}


def say_day(published: str | None) -> str:
    """A publication date for a reader, "10 March 2026"; as it stands where it is no date, empty where it is unknown."""
    parts = (published or "")[:10].split("-")
    if len(parts) == 3 and all(part.isdecimal() for part in parts) and int(parts[1]) in MONTH_NAMES:
        return f"{int(parts[2])} {MONTH_NAMES[int(parts[1])]} {parts[0]}"
    return (published or "")[:10]


def say_article(ground: Ground, article: str) -> str:
    """An article for a reader: "Moravel Courier (10 March 2026)"."""
    publisher = ground.publishers.get(article)
    name = ground.name(publisher) if publisher else f"article {article}"
    day = say_day(ground.material.entry_by_id[article].article.published)
    return f"{name} ({day})" if day else name


def join_words(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def say_number(number: int) -> str:
    """A small number in words."""
    return NUMBER_NAMES[number] if 0 <= number < len(NUMBER_NAMES) else str(number)


def shorten(text: str, most: int = 80) -> str:
    """At most so many characters of a text, on one line, cut at a word."""
    flat = " ".join(text[: 4 * most].split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
