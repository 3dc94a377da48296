"""Bytes → text, in the encodings that news comes in, and the check that it is text at all.

Every doubt is a flag on the article: `replaced_bytes:N`, `replaced_surrogates:N`, `control_characters:N`,
`guessed_encoding:NAME`.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.errors import EncodingError, SizeError

MAX_BYTES = 20_000_000  # of a file or page
MAX_CHARACTERS = 3_000_000  # of an article: five thick novels, about a minute of extraction
REPLACEMENT = "\ufffd"

# The longer mark first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = [
    *("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256"),
    *("shift_jis", "gb18030", "euc_kr", "big5"),
]
SAMPLE_BYTES = 100_000
# Pages declare the small encoding and use the larger one that holds it.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

SURROGATE = re.compile("[\ud800-\udfff]")
# Without U+0080 to U+009F: text that was decoded wrongly before it reached us is full of them, and is text.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")
HIGH_RUN = re.compile(rb"[\x80-\xff]+")
# Letters by which windows-1250 shows: š ž Š Ž, ť, ě with ř, Romanian ă with ţ; and inside a word ł, ą, ż.
CENTRAL_MARKS = [{0x9A}, {0x9E}, {0x8A}, {0x8E}, {0x9D}, {0xEC, 0xF8}, {0xE3, 0xFE}]
CENTRAL_IN_WORD = re.compile(rb"[A-Za-z][\xb3\xb9\xbf]")
# ő and ű, unless they are the õ and û of languages that have ã, à, è or ê as well.
HUNGARIAN = {0xF5, 0xFB}
PORTUGUESE_OR_FRENCH = {0xE0, 0xE3, 0xE8, 0xEA}
# ş and ğ, unless they are the þ and ð of Icelandic, which has æ.
TURKISH = {0xFE, 0xF0}
# One character of several bytes, and what can't be part of one.
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Quotation marks, dashes, signs of money and the like in windows-1252; an apostrophe or dash may stand inside a word.
TYPOGRAPHIC = re.compile(rb"[\x80\x82\x84\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb4\xb7\xbb]")
LETTER_IN_WORD = re.compile(rb"(?:(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z]))")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the flags that its decoding earned."""

    text: str
    flags: tuple[str, ...] = ()


def decode_text(data: bytes, declared: str | None = None, limit: int = MAX_BYTES) -> Decoded:
    """`data` as text. The order: byte order mark, valid UTF-8, the `declared` encoding, UTF-8 with damage, a guess.

    Raises:
        SizeError: more bytes than `limit`.
    """
    check_size(len(data), limit)
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_with_damage(data[len(mark) :], encoding)
    known = _known_encoding(declared)
    for encoding in _order(known):
        try:
            return Decoded(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if known and known != "utf-8":
        return _decode_with_damage(data, known)
    return _decode_without_help(data)


def check_size(size: int, limit: int = MAX_BYTES) -> None:
    """Hold the limit for one input, in bytes.

    Raises:
        SizeError: `size` is over `limit`.
    """
    if size > limit:
        raise SizeError(f"larger than {limit // 1_000_000} MB, too long for one article; split it into articles")


def check_length(text: str) -> None:
    """Hold the limit for one article's text.

    Raises:
        SizeError: it has over MAX_CHARACTERS characters.
    """
    if len(text) > MAX_CHARACTERS:
        raise SizeError(
            f"{len(text):,} characters, too long for one article (at most {MAX_CHARACTERS:,}); split it into articles"
        )


def check_characters(text: str) -> tuple[str, ...]:
    """A flag when `text` holds a trace of control characters, which stay in it.

    Raises:
        EncodingError: more than a trace of them, or of replaced bytes: this is no text.
    """
    controls = len(CONTROL.findall(text))
    limit = min(max(3, len(text) // 1000), len(text) // 10)
    if controls > limit or text.count(REPLACEMENT) > max(3, len(text) // 10):
        raise EncodingError("binary data, or in no encoding we know; give plain text, HTML or JSON, best in UTF-8")
    return (f"control_characters:{controls}",) if controls else ()


def replace_surrogates(text: str) -> Decoded:
    """`text` with its lone surrogates, which no UTF-8 can carry, replaced by U+FFFD."""
    replaced, count = SURROGATE.subn(REPLACEMENT, text)
    return Decoded(replaced, (f"replaced_surrogates:{count}",) if count else ())


def _order(known: str | None) -> tuple[str, ...]:
    """Valid UTF-8 is UTF-8, whatever was declared, but for the encodings that hide in plain ASCII."""
    if known is None:
        return ("utf-8",)
    return (known, "utf-8") if known.startswith("iso2022") else ("utf-8", known)


def _decode_without_help(data: bytes) -> Decoded:
    if _is_damaged_utf8(data):
        return _decode_with_damage(data, "utf-8")
    encoding = guess_encoding(data)
    decoded = _decode_with_damage(data, encoding)
    return Decoded(decoded.text, (f"guessed_encoding:{encoding}", *decoded.flags))


def _known_encoding(declared: str | None) -> str | None:
    """The codec that a browser would take for a declared name; UTF-16 can't be declared in ASCII, so it is not."""
    try:
        name = codecs.lookup((declared or "").strip()).name
        b"".decode(name)  # refuses codecs that aren't for text
    except (LookupError, ValueError):
        return None
    return None if name.startswith(("utf-16", "utf-32", "utf-7")) else WIDER.get(name, name)


def _decode_with_damage(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    # The text may have held U+FFFD of its own: those are no replacements of ours.
    own = data.count(REPLACEMENT.encode(encoding)) if encoding.startswith("utf") else 0
    return Decoded(text, (f"replaced_bytes:{text.count(REPLACEMENT) - own}",))


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether bytes that aren't UTF-8 are UTF-8 with some bytes broken, and not an older encoding."""
    rest, good = MULTIBYTE.subn(b"", data)
    bad = _count(HIGH_BYTE.findall(rest))
    if good:
        return bad <= max(2, good)
    # Only ASCII around: accents and typographic marks speak for windows-1252, stray bytes for damage.
    plausible = _count(LETTER_IN_WORD.findall(data)) + _count(TYPOGRAPHIC.findall(data))
    return bad <= max(3, len(data) // 500) and plausible * 2 <= bad


def guess_encoding(data: bytes) -> str:
    """The older encoding that `data` is most likely in, as Python names it; UTF-8 where nothing fits."""
    first = HIGH_BYTE.search(data)
    start = max(0, first.start() - SAMPLE_BYTES // 2) if first else 0
    sample = data[start : start + SAMPLE_BYTES]
    runs = HIGH_RUN.findall(sample)
    if sum(map(len, runs)) < 2 * len(runs):
        return _guess_latin(sample)
    from charset_normalizer import from_bytes  # costs 30 ms at start, and most inputs are UTF-8

    best = from_bytes(sample, cp_isolation=CANDIDATES, threshold=0.3).best()
    return best.encoding if best else "utf-8"


def _guess_latin(sample: bytes) -> str:
    """Which of the three Latin code pages: in short news, charset-normalizer takes French and Turkish for Slavic."""
    high = set(sample) & set(range(0x80, 0x100))
    if any(mark <= high for mark in CENTRAL_MARKS) or CENTRAL_IN_WORD.search(sample):
        return "cp1250"
    if high & HUNGARIAN and not high & PORTUGUESE_OR_FRENCH:
        return "cp1250"
    return "cp1254" if high & TURKISH and not high & {0xE6} else "cp1252"


def _count(found: Iterable[object]) -> int:
    return sum(1 for _ in found)
