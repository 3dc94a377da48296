"""Values as FollowTheMoney's model takes them: cleaned, cut to its limits, with ids of its own alphabet."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from firsthand.serving.exports.calendar_days import find_days
from firsthand.serving.report_lines import shorten

DATASET = "firsthand"
CALENDAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
QUOTED = re.compile(r"[\"'](.*)[\"']")
PLAIN_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z-]{0,100}[0-9a-zA-Z])?", re.ASCII)
NAMES, LONGEST_NAME = frozenset(("name", "alias")), 384
TEXTS, LONGEST_TEXT = frozenset(("description", "notes", "summary", "bodyText")), 65_000
LONGEST_VALUE = 1_024
# ISO 639-1 → 639-3, which the model wants, for languages that news is printed in.
LANGUAGES = dict(
    pair.split(":")
    for pair in """ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est
    fa:fas fi:fin fr:fra he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl it:ita ja:jpn ka:kat kk:kaz ko:kor lt:lit
    lv:lav mk:mkd ms:msa nl:nld no:nor pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa th:tha
    tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho""".split()
)
Entity = dict[str, Any]
Values = Iterable[str | None]


def make_entity(schema: str, kind: str, id: str, properties: Mapping[str, Values]) -> Entity:
    """An entity without what is empty; each value once, as the model wants it."""
    filled: dict[str, list[str]] = {}
    for name, values in properties.items():
        cleaned = dict.fromkeys(piece for value in values if value for piece in _fit(name, _clean(value)))
        if kept := [value for value in cleaned if value]:
            filled[name] = kept
    return {"id": make_id(kind, id), "schema": schema, "properties": filled,
            "datasets": [DATASET], "origin": DATASET}  # fmt: skip


def _fit(name: str, value: str) -> list[str]:
    """The value as the model's limits allow it: long texts in pieces, what is too long for a name or a word cut."""
    if name in TEXTS:
        return [value[at : at + LONGEST_TEXT].strip() for at in range(0, len(value), LONGEST_TEXT)]
    if name in NAMES and (quoted := QUOTED.fullmatch(value)):
        value = quoted[1].strip()  # as the model's own cleaning does
    longest = LONGEST_NAME if name in NAMES else LONGEST_VALUE
    return [value if len(value) <= longest else shorten(value, longest)]


def _clean(value: str) -> str:
    """Without control characters and blanks around, which the model refuses; in Unicode's normal form C."""
    return unicodedata.normalize("NFC", CONTROLS.sub("", value)).strip()


def join_lines(value: str) -> str:
    """On one line, as names are."""
    return " ".join(value.split())


def make_id(kind: str, id: str) -> str:
    """`firsthand-actor-a-1f`; an id with other signs than the model allows in one becomes a hash of itself."""
    # A dot is allowed, but Aleph takes what follows one for a signature.
    plain = id if PLAIN_ID.fullmatch(id) else sha256(id.encode("utf-8", "replace")).hexdigest()[:32]
    return f"{DATASET}-{kind}-{plain}"


def refer(kind: str, ids: Values) -> list[str]:
    """The entities' ids of these things; None refers to nothing."""
    return [make_id(kind, id) for id in ids if id is not None]


def date_entity(value: str | None) -> dict[str, Values]:
    """A day, month or year as it is; anything vaguer as its first and last day."""
    if exact := word_moment(value):
        return {"date": [exact]}
    first, last = find_days(value or "")
    return {"startDate": [first.isoformat() if first else None], "endDate": [last.isoformat() if last else None]}


def word_moment(value: str | None) -> str | None:
    """A moment in UTC, which the model's dates have no zone for, or a day, month or year; None for all else."""
    if value is None or (CALENDAR.fullmatch(value) and None in find_days(value)):
        return None
    if CALENDAR.fullmatch(value):
        return value
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%S") if moment.year >= 1000 and "T" in value else None


def find_language(code: str | None) -> str | None:
    """The model's code for a language such as `en` or `en-GB`; None for one that is not among LANGUAGES."""
    return LANGUAGES.get((code or "").partition("-")[0].lower())
