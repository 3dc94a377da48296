"""What words say of a person or a body: pronouns, gender, number, the nouns that name people and institutions."""

from pathlib import Path

FOLDER = Path(__file__).parent

# Given names that the 1990 census of the United States has at least four times as often for one sex (public domain).
WOMEN = frozenset((FOLDER / "first_names_women.txt").read_text(encoding="utf-8").split())
MEN = frozenset((FOLDER / "first_names_men.txt").read_text(encoding="utf-8").split())

MALE_PRONOUNS = frozenset("he him his himself".split())
FEMALE_PRONOUNS = frozenset("she her hers herself".split())
NEUTER_PRONOUNS = frozenset("it its itself".split())
PLURAL_PRONOUNS = frozenset("they them their theirs themselves".split())
FIRST_PRONOUNS = frozenset("i me my mine myself".split())
FIRST_PLURAL_PRONOUNS = frozenset("we us our ours ourselves".split())
SECOND_PRONOUNS = frozenset("you your yours yourself".split())
RELATIVE_PRONOUNS = frozenset("who whom whose which that".split())
# Those that always refer to somebody or something named before.
PERSONAL = MALE_PRONOUNS | FEMALE_PRONOUNS | PLURAL_PRONOUNS | frozenset(["its"])

MALE_WORDS = frozenset(
    """
    mr sir man boy king prince father son brother husband uncle grandfather chairman spokesman congressman gentleman
    actor businessman policeman salesman widower nephew emperor duke bishop pope lord guy mr.
    """.split()
)
FEMALE_WORDS = frozenset(
    """
    mrs ms miss dame woman girl queen princess mother daughter sister wife aunt grandmother chairwoman spokeswoman
    congresswoman lady actress businesswoman policewoman widow niece empress duchess nun mrs. ms.
    """.split()
)
# Nouns without an s that stand for several.
PLURAL_WORDS = frozenset("people police men women children officials staff both many some several most few".split())
# Nouns with an s that stand for one.
SINGULAR_WORDS = frozenset(
    "news press congress boss business class witness hostess princess actress states nations us".split()
)
DETERMINERS = frozenset("the a an this that these those his her its their my our your some any no each every".split())
DEFINITES = frozenset("the this that these those".split())
POSSESSIVES = frozenset("his her its their my our your".split())
# Words that end the head of a noun phrase: what follows describes it.
BREAKS = frozenset(
    "of in for from at on with to by about near against who whom whose which that than as and or , ( – — -".split()
)

# Nouns that refer back to a body named before ("the company", "the ministry"), by what it is.
COMPANY_NOUNS = frozenset(
    """company firm group corporation operator carrier maker manufacturer bank airline retailer giant startup
    carmaker""".split()
)
BODY_NOUNS = frozenset(
    """
    ministry department agency office council committee commission party union fund association institute university
    foundation service administration bureau authority court police army government parliament senate board campaign
    cabinet presidency regulator embassy prosecutor's organisation organization bloc alliance body watchdog team
    inspectorate directorate ombudsman
    """.split()
)
# Who and what is a company's: a name before them is one, though it may look like a place's ("Nordby's shareholders").
STAFF = frozenset("spokesman spokeswoman spokesperson ceo boss shareholders shares customers headquarters".split())
# Who speaks for a place: its government, by the country's or the capital's name, or by these nouns.
GOVERNMENT_NOUNS = frozenset(
    "government authorities cabinet country state nation kingdom republic administration".split()
)

# Who or what speaks for the one whose it is: people without a name, and papers ("its statement", "a letter from it").
REPRESENTING = frozenset(
    """
    representatives representative spokesman spokeswoman spokesperson spokespeople spokesmen office statement statements
    letter report document memo material materials publication notice announcement post tweet authors author filing
    investigation inquiry
    findings study survey poll audit figures records message brief submission complaint lawsuit inspection review
    communique communiqué website page release dispatch
    """.split()
)
PAPERS = REPRESENTING - frozenset(
    """representatives representative spokesman spokeswoman spokesperson spokespeople spokesmen office authors
    author""".split()
)
# Governments by the names that news uses for them, beside the country's own.
GOVERNMENTS = {
    "u.s": "United States", "us": "United States", "u.s.": "United States", "usa": "United States",
    "america": "United States", "washington": "United States", "the us": "United States", "britain": "United Kingdom",
    "uk": "United Kingdom", "u.k": "United Kingdom", "u.k.": "United Kingdom", "great britain": "United Kingdom",
    "moscow": "Russia", "beijing": "China", "kyiv": "Ukraine", "kiev": "Ukraine", "tehran": "Iran", "berlin": "Germany",
    "paris": "France", "ankara": "Turkey", "tokyo": "Japan", "seoul": "South Korea", "pyongyang": "North Korea",
    "new delhi": "India", "islamabad": "Pakistan", "minsk": "Belarus", "warsaw": "Poland", "ottawa": "Canada",
    "canberra": "Australia", "damascus": "Syria", "baghdad": "Iraq", "cairo": "Egypt", "riyadh": "Saudi Arabia",
    "doha": "Qatar", "budapest": "Hungary", "brussels": "European Union", "eu": "European Union",
    "e.u": "European Union", "e.u.": "European Union", "london": "United Kingdom", "rome": "Italy", "madrid": "Spain",
}

# Offices that news names by several words: any of a row stands for the others.
SAME_OFFICES = tuple(
    frozenset(row.split()) for row in (
        "rep representative congressman congresswoman lawmaker sen senator mp legislator",
        "judge justice", "nominee candidate", "ceo chief boss executive",
        "spokesman spokeswoman spokesperson secretary",
        "chairman chairwoman chair chairperson head", "gov governor", "republican gop", "prosecutor attorney",
    )
)

# Nouns in the singular that stand for many.
COLLECTIVE_NOUNS = frozenset(
    """
    left right opposition public media press community electorate crowd movement industry world establishment
    resistance majority minority elite leadership coalition gang mob militia family generation class faction wing lobby
    jury audience population percent majority half third quarter
    """.split()
)
# Parts of a company that speak for all of it ("head office had said").
BRANCHES = frozenset("headquarters management board directors".split())
# Words in the names of public bodies, which are no companies.
PUBLIC_WORDS = frozenset("national federal state public centre center republic county city union nations".split())
