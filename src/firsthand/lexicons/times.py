"""Words that tell time in English news, all in lower case."""

# "may", "march", "sat" and "sun" are other words too: the rules ask for a capital or a figure beside them.
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
# Taken only before a date ("Tue, 4 March"): alone they are names and other words.
SHORT_WEEKDAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())

# The letter of a TIMEX3 duration, and how many of it: a decade is ten years there.
UNITS = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "night": ("D", 1), "day": ("D", 1),
    "weekday": ("D", 1), "week": ("W", 1), "fortnight": ("W", 2), "weekend": ("W", 1), "month": ("M", 1),
    "quarter": ("Q", 1), "year": ("Y", 1), "decade": ("Y", 10), "century": ("Y", 100), "centurie": ("Y", 100),
}  # fmt: skip

# TIMEX3 writes them as letters, EDTF as 21 to 24.
SEASONS = {
    "spring": ("SP", 21), "summer": ("SU", 22), "autumn": ("FA", 23), "fall": ("FA", 23), "winter": ("WI", 24),
}  # fmt: skip

PARTS_OF_DAY = {
    "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV",
    "night": "NI", "nights": "NI", "overnight": "NI",
}  # fmt: skip

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
# How many is left open.
VAGUE_NUMBERS = frozenset("several few many some dozens scores countless numerous multiple".split())

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
           "eighties": 80, "nineties": 90}  # fmt: skip

# References without a date, as TimeML has them. "already", "previously", "then" and "still" are no time expressions
# in TimeBank: marked there once in twenty times or never.
REFERENCES = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF", "current": "PRESENT_REF",
    "at present": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "at the moment": "PRESENT_REF", "recently": "PAST_REF", "recent": "PAST_REF", "lately": "PAST_REF",
    "the past": "PAST_REF", "the recent past": "PAST_REF", "the distant past": "PAST_REF",
    "soon": "FUTURE_REF", "as soon as possible": "FUTURE_REF", "the future": "FUTURE_REF",
    "the near future": "FUTURE_REF", "the not too distant future": "FUTURE_REF", "the near term": "FUTURE_REF",
    "a later date": "FUTURE_REF", "a later stage": "FUTURE_REF", "the immediate future": "FUTURE_REF",
}  # fmt: skip

# Adverbs and adjectives of repetition. "annual" and "quarterly" are left out: they name events and reports
# ("the annual march") rather than say how often.
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "annually": "P1Y", "yearly": "P1Y", "biweekly": "P2W",
}  # fmt: skip

# A fixed day (month, day), or the n-th weekday of a month (month, weekday, n; -1 is the last).
HOLIDAYS: dict[str, tuple[int, int] | tuple[int, int, int]] = {
    "christmas day": (12, 25), "christmas": (12, 25), "christmas eve": (12, 24), "new year's eve": (12, 31),
    "new year's day": (1, 1), "boxing day": (12, 26),
    "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "independence day": (7, 4), "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1), "halloween": (10, 31), "valentine's day": (2, 14),
    "st. patrick's day": (3, 17), "bastille day": (7, 14), "may day": (5, 1), "veterans day": (11, 11),
    "columbus day": (10, 1, 2),
}  # fmt: skip

# Minutes east of Greenwich. "IST" and "CST" outside America are left out: they stand for several zones.
ZONES = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "est": -300,
    "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540,
}  # fmt: skip

# What places the time of its clause before or after the telling. "would", "could" and "should" follow a past verb
# ("said it would meet on Monday") and point ahead all the same.
AHEAD = frozenset(
    """
    will ll shall would could should may might must can expected expects scheduled due intends upcoming tomorrow until
    till going forthcoming slated likely effective payable planned planning hoping preparing
    """.split()
)
BEHIND = frozenset(
    """
    said says told was were had did has have been took came went made gave met held began became left sent saw found
    got won lost rose fell led wrote spoke brought kept paid put read ran sold shot stood struck thought withdrew broke
    built cut drew flew grew hit knew let meant set shut tore rode wore rang sang sank drove chose spread since
    after ago last yesterday following follows because
    """.split()
)
# These point ahead before "to" only: "plans to meet", "is to resume", but "the plan", "is".
AHEAD_BEFORE_TO = frozenset("plan plans hope hopes expect is are set aims intend wants wanted agreed".split())

# Before a date, these make it the time of something else than the speech.
NO_SPEECH_DATES = frozenset("since until till by before after from for of as to".split())
# Sources that go on from the one before.
RUNNING_SOURCES = frozenset("he she it they his her its their".split())
# Where it was said, told right after the cue ("told a news conference"): an occasion that the lead has dated.
OCCASIONS = frozenset("briefing conference reporters journalists newsmen lawmakers".split())
