"""TimelineJS's JSON: days, words for vague dates, and no text that runs as a page's code."""

import html
import json
from html.parser import HTMLParser
from typing import Any

import msgspec

from firsthand.records import EventStatus, Export, TimelineEntry
from firsthand.serving.exports import Material
from firsthand.serving.exports.timelinejs import write_timeline
from tests.serving.exports.made_material import attack, make_story_material

Slide = dict[str, Any]


def read_back(material: Material) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(b"".join(write_timeline(material)))
    return found


def make_timeline(*whens: str) -> Material:
    entries = tuple(TimelineEntry(when, None, None, when, EventStatus.PLANNED, f"s-{when}") for when in whens)
    return Material("store", "Dates", lambda: iter(()), Export(timeline=entries))


class Tags(HTMLParser):
    """What a browser would make elements of."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag + "".join(name for name, _ in attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def parse(markup: str) -> Tags:
    tags = Tags()
    tags.feed(markup)
    tags.close()
    return tags


def test_a_story_is_slides_by_date() -> None:
    found = read_back(make_story_material())
    planned, confirmed = found["events"]
    assert planned["start_date"] == {"year": 2031, "month": 1, "day": 1}
    assert planned["end_date"] == {"year": 2031, "month": 12, "day": 31} and planned["display_date"] == "2031"
    assert confirmed["start_date"] == {"year": 2031, "month": 3, "day": 3} and "end_date" not in confirmed
    assert confirmed["display_date"] == "3 March 2031" and confirmed["group"] == "happened"
    assert parse(confirmed["text"]["text"]).text.startswith("the old pier will be soldthe council of Vellmar, Moravel")
    assert found["title"]["text"]["headline"] == "The old pier of Vellmar is for sale"
    assert len({event["unique_id"] for event in found["events"]}) == 2


def test_vague_dates_keep_our_words() -> None:
    whens = ("2025-W09", "2024-10/..", "2025-02-24/2025-02-28", "2025-SU", "1990", "2025-02-27T14:30:00+00:00", "P3D")
    slides = {slide["text"]["headline"]: slide for slide in read_back(make_timeline(*whens))["events"]}
    assert [slides[when]["display_date"] for when in whens[:4]] == [
        "week of 24 February 2025", "since October 2024", "24 to 28 February 2025", "summer 2025",
    ]  # fmt: skip
    assert slides["2024-10/.."]["start_date"] == {"year": 2024, "month": 10, "day": 1}
    assert "end_date" not in slides["2024-10/.."]
    assert slides["2025-02-27T14:30:00+00:00"]["start_date"]["hour"] == 14
    assert "P3D" not in slides
    assert parse(read_back(make_timeline(*whens))["title"]["text"]["text"]).text == "6 events; 1 without a day left out"


def test_the_report_dates_what_has_no_day_of_its_own() -> None:
    material = make_timeline("P3D")
    entry = msgspec.structs.replace(material.links.timeline[0], reported="2031-03-02")
    (slide,) = read_back(Material("store", "", material.lines, Export(timeline=(entry,))))["events"]
    assert slide["start_date"] == {"year": 2031, "month": 3, "day": 2} and slide["display_date"] == "P3D"


def test_attacks_are_text_however_often_they_are_decoded() -> None:
    for payload, material in attack():
        found = read_back(material)
        assert len(found["events"]) == 2
        for slide in (found["title"], *found["events"]):
            assert slide["autolink"] is False
            assert parse(slide["text"]["headline"]).found == []
            assert set(parse(slide["text"]["text"]).found) <= {"p"}
        for slide in found["events"]:
            for shown in (slide["group"], slide["display_date"]):  # decoded once, then shown as HTML
                assert parse(html.unescape(html.unescape(shown))).found == [], payload
                assert not set(shown) & set("<>&")


def test_a_headline_says_what_was_written() -> None:
    headline = dict(enumerate(attack()))[0][1]
    assert parse(read_back(headline)["events"][0]["text"]["headline"]).text == "<script>alert(1)</script>"
