"""Small words of names that tell little of who bears them: particles, honorifics, generations, legal forms, numbers."""

# Small words inside people's names: dropped before names are compared ("van der Berg", "al-Temmar", "bin Salman").
PARTICLES = frozenset(
    """
    al el ul ur as ad abd bin ben ibn bint de del della dello di da dos das do du des la le las los van von der den ten
    ter zu af av y e o of the na
    """.split()
)
# Small words inside bodies' names, of the languages in which news prints them: they tell nothing, and no initial of an
# acronym need stand for them.
SMALL_BODY_WORDS = frozenset(
    "the of and for in on at de la le du des del di da do dos der die das et y e i und a an to".split()
)
# Honorifics of other languages and of nobility and faith, beside `lexicons.names.TITLES`.
HONORIFICS = frozenset(
    """
    shaikh sheikh sheik shaykh sayyid sayed hajji haji hadji mullah mawlawi maulana ayatollah hojatoleslam emir amir
    prasident herr frau monsieur madame senor senora don dona signor pan pani tovarisch sri shri smt lt-gen maj-gen
    sultan baron baroness count countess earl viscount marquess hon honourable honorable rt his her excellency
    holiness highness majesty mp qc kc obe cbe phd md esq brigadier commander cmdr commodore corporal cpl private pvt
    purser officer inspector detective superintendent constable pc marshal field
    """.split()
)
# Honorifics that are given names or surnames just as well: dropped only where two other words are left.
HONORIFICS_AND_NAMES = frozenset("amir sultan haji baron earl count don pan private marshal field".split())
# Words that open a phrase for somebody, and words that stand for nobody in particular.
PHRASE_OPENINGS = frozenset("the a an its his her their our my one some several two three about at all no".split())
NOBODIES = frozenset("nobody none everybody everyone somebody someone anybody lots many most both neither each".split())
# What tells father from son.
GENERATIONS = {"jr": "junior", "junior": "junior", "sr": "senior", "senior": "senior", "ii": "ii", "iii": "iii"}

# Legal forms and the words for "company": they tell nothing of which company it is. Full forms are spelled as runs
# of words, since that is how they are written out. Without accents.
LEGAL_FORMS = frozenset(
    """
    ag aktiengesellschaft gmbh mbh kg kgaa ohg se sa sas sarl srl spa bv nv ab asa as a/s aps oy oyj ltd limited llc
    llp lp plc inc incorporated corp corporation co company jsc ojsc pjsc cjsc oao ooo pao zao ao too doo dd ad ead
    eood sro kft zrt bhd sdn pte pty pt tbk kk gk spzoo cv sab na jscb ooo zat tov prat pat
    """.split()
)
LEGAL_RUNS = (
    "limited liability company", "open joint stock company", "public joint stock company", "closed joint stock company",
    "joint stock company", "public limited company", "gesellschaft mit beschrankter haftung", "sp z o o", "sp z oo",
    "societatea cu raspundere limitata", "sociedad anonima", "societe anonyme", "s a de c v", "s a r l",
)  # fmt: skip

# Spellings and short forms of words in the names of organisations.
SPELLINGS = {
    "center": "centre", "labor": "labour", "organization": "organisation", "defense": "defence",
    "intl": "international",
    "int'l": "international", "dept": "department", "govt": "government", "natl": "national", "nat'l": "national",
    "assn": "association", "univ": "university", "&": "and", "programme": "program", "fourty": "forty",
    "bros": "brothers", "svcs": "services", "mgmt": "management", "min": "ministry", "technologies": "technology",
    "usa": "us", "saint": "st",
}  # fmt: skip

# Words for numbers, and the Roman ones, of which one-letter ones are left out: they are initials more often.
NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "1st": "1", "2nd": "2", "3rd": "3",
    "4th": "4", "5th": "5", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
}  # fmt: skip

# Words that say what kind of body it is, or that stand in thousands of names: they weigh little beside the others.
COMMON_BODY_WORDS = frozenset(
    """
    national federal state public general international world united american european global new north south east west
    northern southern eastern western central royal republic group holding holdings services service capital and
    """.split()
)
# Offices whose holders are of one field of life; two bearers of one name in two of these are two people, unless the
# story is one. Politics, business, media and law are left out: people change between them all the time.
FIELDS = {
    "faith": "pope bishop archbishop cardinal reverend rev rabbi imam pastor priest nun",
    "sport": "coach footballer striker goalkeeper quarterback midfielder defender athlete player pitcher golfer",
    "medicine": "surgeon nurse physician paediatrician pediatrician paramedic virologist epidemiologist pathologist",
    "stage": "actor actress singer comedian rapper dancer guitarist novelist playwright filmmaker",
    "police": "detective sheriff constable superintendent deputies patrolman",
}
FIELD_OF: dict[str, str] = {word: field for field, words in FIELDS.items() for word in words.split()}

# Bodies that a story mostly has one of, so that the noun alone tells ("the union"). Governments, houses, courts,
# schools, departments and parties come in twos and threes: in news of 2020 these nouns named the wrong one.
LONE_NOUNS = frozenset("ministry inspectorate union fund authority centre bureau academy laboratory".split())
# Bodies so numerous that their nouns point at none ("the high school"), if no name is printed with them.
NUMEROUS_NOUNS = frozenset("school college university house team club company group hospital museum lines".split())

# What a ministry, a court or a committee is for: with such a word alone, any country may have it.
GENERIC_TOPICS = frozenset(
    """
    foreign interior finance defence justice health education economy trade transport energy agriculture environment
    labour mines culture security home external internal affairs supreme high constitutional central criminal appeals
    district city county town provincial regional local port fire police election electoral parliamentary investigation
    investigative oversight intelligence emergency emergencies water tax customs border coast
    """.split()
)

# Offices that one person holds at a time, so that office and surname are nearly a whole name. Senators, judges and
# generals are many, and spokesmen change by the story.
HIGH_OFFICES = frozenset(
    {
        "president", "prime minister", "chancellor", "pope", "king", "queen", "secretary of state",
        "defense secretary", "defence secretary", "foreign secretary", "home secretary", "attorney general",
        "secretary-general", "house speaker", "supreme leader", "vice president", "chief justice",
    }
)  # fmt: skip
