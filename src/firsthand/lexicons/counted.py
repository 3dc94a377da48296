"""What figures count, and how exactly they say it."""

# Words of one count: a toll is told as dead, deaths, victims, bodies. The first of a line names it.
COUNTED = tuple(
    tuple(line.split())
    for line in """
    dead deaths death killed kill toll fatalities fatality bodies body died die lives
    injured wounded hurt injuries casualties
    missing unaccounted
    people persons person residents travellers customers passengers individuals users clients citizens
    money dollars dollar euros euro pounds pound crowns rubles roubles yen loan ransom price fee fine budget
    percent per%cent percentage
    prisoners detainees captives hostages
    troops soldiers
    arrested arrests detained
    year years
    month months
    week weeks
    day days
    hour hours
    minute minutes
    """.strip().splitlines()
)
# Behind a number these say all that it counts: "49 years".
PERIODS = frozenset("year month week day hour minute".split())
# Signs that stand for money before or behind a figure.
CURRENCIES = "$€£¥₴₽₹"
# Words before a figure that leave room on one side, or on both.
AT_LEAST = frozenset("least more over above exceed exceeds exceeding minimum".split())
AT_MOST = frozenset("most up under below less fewer maximum nearly almost".split())
ABOUT = frozenset("about around some roughly approximately nearly almost estimated circa".split())
# Units that count many kinds of thing: two figures with one of them alone need not be of one matter.
LOOSE_UNITS = PERIODS | frozenset("people money percent".split())
# Counts of what cannot be undone: a lower one takes the higher one back.
GROWING = frozenset(("dead",))
# Small numbers in words, from none on; larger ones are printed in figures.
NUMBER_NAMES = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Words and letters behind a number, and what they multiply it by.
SCALES = {
    "hundred": 100.0, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "billion": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
