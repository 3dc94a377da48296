"""Invented articles of three courses of events."""

from firsthand.records import Annotations, Article

DAM = [
    ("Dam at Ostrel bursts, Kanny flooded", "The Ostrel dam burst on Monday and flooded Kanny."),
    ("Kanny under water after Ostrel dam fails", "Rescuers searched Kanny houses after the Ostrel dam burst."),
    ("Ostrel dam owner knew of cracks", "The owner of the dam at Ostrel knew of cracks before Kanny was flooded."),
]
STRIKE = [
    ("Bakers of Vellmar walk out", "The bakers' union of Vellmar began a strike for higher wages on Monday."),
    ("Vellmar bakers' strike enters third day", "No bread in Vellmar: the bakers' union strikes on for wages."),
]
COMET = [("Comet Arnulf seen from Tessia", "Astronomers at Tessia saw the comet Arnulf pass the moon.")]
STORIES = (DAM, STRIKE, COMET)


def make_record(
    id: str, title: str | None, text: str, published: str | None = "2026-03-02", publisher: str | None = None
) -> Annotations:
    return Annotations(Article(id, text, title=title, published=published, publisher=publisher))


def make_records() -> list[Annotations]:
    return [
        make_record(f"{'abc'[story]}{number}", title, text, f"2026-03-0{number + 2}", f"Paper {number}")
        for story, articles in enumerate(STORIES)
        for number, (title, text) in enumerate(articles)
    ]
