"""When articles were published, as far as they say so, and how far apart in words."""

from datetime import UTC, date, datetime, timedelta

from firsthand.lexicons.counted import NUMBER_NAMES


class Moment:
    """A publication's time in UTC, or its day alone (`time` is None), or neither."""

    def __init__(self, published: str | None) -> None:
        self.time = _read_time(published or "")
        self.day = _read_day(published or "")

    @property
    def key(self) -> tuple[str, str]:
        """For sorting: by day, then by time; the undated last."""
        day = self.time.date() if self.time else self.day
        return (day.isoformat() if day else "~", self.time.isoformat() if self.time else "~")


def subtract(later: Moment, earlier: Moment) -> timedelta | None:
    """How much later the one was published; None where that can't be known, as of two articles of one day."""
    if later.time and earlier.time:
        return later.time - earlier.time
    if later.day and earlier.day and later.day != earlier.day:
        return later.day - earlier.day
    return None


def describe_gap(gap: timedelta | None) -> str:
    """In words: "published two hours later". A negative one is a copy's whose credit outweighs the dates."""
    if gap is None:
        return "no telling from the dates which came first"
    if gap < timedelta(0):
        return "dated earlier than the text that it credits"
    hours, days = round(gap / timedelta(hours=1)), round(gap / timedelta(days=1))
    if gap < timedelta(hours=1):
        return f"published {_count(round(gap / timedelta(minutes=1)), 'minute')} later"
    if hours < 36:
        return f"published {_count(hours, 'hour')} later"
    return f"published {_count(days, 'day')} later"


def _count(number: int, unit: str) -> str:
    word = NUMBER_NAMES[number] if number < len(NUMBER_NAMES) else str(number)
    return f"{word} {unit}" + ("" if number == 1 else "s")


def _read_time(published: str) -> datetime | None:
    """A date-time in UTC; one without a zone is taken as UTC."""
    if len(published) < len("2026-03-10T07:40"):
        return None
    try:
        time = datetime.fromisoformat(published)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _read_day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
