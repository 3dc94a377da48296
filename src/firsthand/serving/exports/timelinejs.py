"""TimelineJS (timeline.knightlab.com): what happens when, as its JSON.

TimelineJS shows headlines and texts as HTML, so ours are escaped. Groups and dates it decodes first and shows as HTML
then, so that escaping would undo itself: there, < > and & become their full-width forms.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from html import escape
from typing import Any

from firsthand.records import Annotations, EventStatus, Statement, TimelineEntry, evidence
from firsthand.serving.dates_in_words import word_date
from firsthand.serving.exports.addresses import encode_json
from firsthand.serving.exports.calendar_days import find_days
from firsthand.serving.exports.material import Material, name_outlet, name_speaker
from firsthand.serving.report_lines import count, make_safe, shorten

HEADLINE = 160  # characters
WORDS = 600  # of a statement
PLAIN = str.maketrans({"<": "＜", ">": "＞", "&": "＆"})
Found = dict[str, tuple[Statement, Annotations]]


def write_timeline(material: Material) -> Iterator[bytes]:
    """One JSON object; the events by date. What has no day at all can't be shown: the title says how many those are."""
    wanted = {entry.statement for entry in material.links.timeline}
    found = {one.id: (one, record) for one, record in material.load_statements() if one.id in wanted}
    stories = {story.id: story.title for story in material.links.stories}
    dated = [(entry, slide) for entry in material.links.timeline if (slide := _date_entry(entry))]
    dated.sort(key=lambda pair: _sort_key(pair[1]))
    seen: Counter[str] = Counter()
    events = []
    for entry, slide in dated:
        seen[entry.statement] += 1
        group = stories.get(entry.story or "", "") if len(stories) > 1 else str(entry.status)
        events.append(
            {
                **slide,
                "unique_id": f"{entry.statement}-{seen[entry.statement]}",
                "group": make_safe(group).translate(PLAIN),
                "text": {"headline": _escape(entry.what, HEADLINE), "text": _compose(entry, found, material)},
                "autolink": False,
            }
        )
    yield encode_json({"title": _make_title(material, len(dated)), "events": events}) + b"\n"


def _make_title(material: Material, shown: int) -> dict[str, Any]:
    left = len(material.links.timeline) - shown
    text = f"{count(shown, 'event')}; {left} without a day left out" if left else count(shown, "event")
    return {
        "text": {"headline": _escape(material.title, HEADLINE), "text": f"<p>{escape(text)}</p>"},
        "autolink": False,
    }


def _date_entry(entry: TimelineEntry) -> dict[str, Any] | None:
    """The start, the end where it takes longer than a day, and the date as we word it."""
    for value in (entry.when, entry.reported or ""):
        first, last = find_days(value)
        start = first or last
        if start is not None:
            slide: dict[str, Any] = {"start_date": _make_day(start, value)}
            if last is not None and last != start:
                slide["end_date"] = _make_day(last, "")
            return {**slide, "display_date": word_date(entry.when).translate(PLAIN)}
    return None


def _make_day(day: date, value: str) -> dict[str, int]:
    made = {"year": day.year, "month": day.month, "day": day.day}
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return made
    return {**made, "hour": moment.hour, "minute": moment.minute} if len(value) > len("2031-03-01") else made


def _sort_key(slide: dict[str, Any]) -> tuple[int, ...]:
    return tuple(slide["start_date"].get(part, 0) for part in ("year", "month", "day", "hour", "minute"))


def _compose(entry: TimelineEntry, found: Found, material: Material) -> str:
    """Paragraphs: the statement's words, who said it where, whether it has happened, and why the date."""
    lines = []
    if entry.statement in found:
        statement, record = found[entry.statement]
        words = shorten(evidence(record.article.text, statement.content), WORDS)
        speaker = name_speaker(statement, record, material.actors)
        lines += [words, ", ".join(filter(None, (speaker, name_outlet(record, material.actors))))]
    clocks = [("said", entry.said), ("reported", entry.reported)]
    told = [f"{word} {word_date(value)}" for word, value in clocks if value]
    status = [str(entry.status)] if entry.status is not EventStatus.HAPPENED else []
    lines += [" · ".join(status + told), *entry.because]
    return "".join(f"<p>{_escape(line, WORDS)}</p>" for line in lines if make_safe(line))


def _escape(words: str, characters: int) -> str:
    return escape(shorten(words, characters))
