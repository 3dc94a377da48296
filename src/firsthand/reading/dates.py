"""Publication dates as people and pages write them → ISO dates; and dates that stand at a text's start."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
# Case is ignored inside the patterns, so that they can stand in others that mind it.
MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
CLOCK = r"(?i:\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+(?:GMT|UTC|[A-Z]{2,4}T\b))?)"
ISO_PART = r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
# A whole date: ISO, "27 February 2025", "February 27, 2025" or "27.02.2025".
DATE = re.compile(
    rf"(?P<iso>{ISO_PART})"
    rf"|(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month1>{MONTH}),?\s+(?P<year1>\d{{4}})"
    rf"|(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    r"|(?P<day3>\d{1,2})(?P<sign>[./])(?P<month3>\d{1,2})(?P=sign)(?P<year3>\d{4})"
)
EPOCH = re.compile(r"\d{10}(?:\d{3})?")
EARLIEST_YEAR, LATEST_YEAR = 1600, 2200
MAX_LENGTH = 100


def parse_published(value: str) -> str | None:
    """A publication date as an ISO date or date-time, None when it can't be read as a whole date.

    A valid ISO value is given back as it is. "03/04/2025" is no date here: nobody can tell the day from the month.
    """
    value = value.strip()[:MAX_LENGTH]
    readings = (_read_iso(value), _read_written(value), _read_mail(value), _read_epoch(value))
    return next((reading for reading in readings if reading), None)


def find_date(match: re.Match[str]) -> str | None:
    """The ISO date of a match of DATE, None when there is no such day."""
    parts = match.groupdict()
    if parts["iso"]:
        return _read_iso(parts["iso"])
    if parts["day3"]:
        return _read_numbers(parts)
    day, year = parts["day1"] or parts["day2"], parts["year1"] or parts["year2"]
    month = MONTHS[(parts["month1"] or parts["month2"])[:3].lower()]
    return _make_date(int(year), month, int(day))


def _read_iso(value: str) -> str | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if not EARLIEST_YEAR <= moment.year <= LATEST_YEAR:
        return None
    if re.fullmatch(ISO_PART, value):
        return value
    has_time = len(value) > len("2025-02-27") or moment.time().replace(tzinfo=None) != datetime.min.time()
    return moment.isoformat() if has_time else moment.date().isoformat()


def _read_written(value: str) -> str | None:
    match = DATE.search(value)
    return find_date(match) if match else None


def _read_numbers(parts: dict[str, str]) -> str | None:
    """Day and month in figures: dots put the day first; with slashes, only a number over 12 tells which is which."""
    first, second, year = int(parts["day3"]), int(parts["month3"]), int(parts["year3"])
    if parts["sign"] == "." or first > 12 or first == second:
        return _make_date(year, second, first)
    return _make_date(year, first, second) if second > 12 else None


def _read_mail(value: str) -> str | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if EARLIEST_YEAR <= moment.year <= LATEST_YEAR else None


def _read_epoch(value: str) -> str | None:
    if not EPOCH.fullmatch(value):
        return None
    seconds = int(value) / (1000 if len(value) > 10 else 1)
    moment = datetime.fromtimestamp(seconds, UTC).replace(microsecond=0)
    return moment.isoformat() if EARLIEST_YEAR <= moment.year <= LATEST_YEAR else None


def _make_date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None
