"""Words that stand with names: what they say of the bearer, and what is no part of the name."""

PRONOUNS = frozenset("he she they it we i you this that these those who which his her their its one".split())

# Titles and honorifics before a person's name; kept as the role, not as the name. Lower case, without full stops.
TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor king queen
    prince princess sen senator rep representative congressman congresswoman gov governor mayor secretary ambassador
    envoy spokesman spokeswoman spokesperson director chief commissioner chairman chairwoman chair ceo general gen
    colonel col lt lieutenant major maj captain capt sergeant sgt admiral judge justice attorney sheriff deputy pope
    bishop archbishop cardinal reverend rev rabbi imam former foreign defense defence interior finance economy health
    special editor analyst founder head leader speaker boss economist lawyer expert scientist
    engineer co-founder adviser advisor aide counsel secretary-general prosecutor
    lawmaker legislator executive officer affairs sheikh ayatollah brigadier commander commodore corporal constable
    detective inspector superintendent purser
    """.split()
)
# Those of them, and of the endings of companies below, that are surnames too ("Steve King").
SURNAMES = frozenset("king prince pope judge bishop justice major lord gold steel power".split())
# Those of them that say what an office is for ("Minister of Health").
TOPICS = frozenset("foreign defense defence interior finance economy health justice special affairs".split())
# What speaks for the name behind it: papers ("the post of Channel Six"), and what a place is ("the city of Brost").
VOICES = frozenset(
    """
    material materials publication publications report reports article articles story statement statements post posts
    tweet letter data service city town state republic government authorities
    """.split()
)
# Titles that say nothing of a role.
COURTESIES = frozenset("mr mrs ms miss sir dame lord lady".split())
# Titles that are no office: two persons who both have one of them have no office in common.
NO_OFFICES = COURTESIES | {"dr", "former"}

# Last words of names that are an organisation's.
ORGANISATION_WORDS = frozenset(
    """
    ministry department agency office council committee commission party union group company corp inc ltd bank fund
    association institute university foundation service services administration bureau authority court police army
    forces force house senate congress parliament government board team campaign center centre organization
    organisation federation league inspectorate directorate exchange academy archive laboratory observatory club
    museum hospital school college industries systems energy airlines lines
    """.split()
)

# Bodies that bear the name of a person, who is still meant by the name alone ("the Roux campaign", "Roux").
BODIES_OF_PERSONS = frozenset("campaign camp administration foundation team family library presidency".split())
# What opens or ends the names of places that are no companies ("Fort Ravn"); the model may label the rest alone.
PLACE_OPENINGS = frozenset("fort camp mount lake cape port".split())
# Capitalised only because they open a sentence; a single one is no name.
OPENERS = frozenset(
    """
    earlier later meanwhile however also then now today yesterday tomorrow tonight here there recently separately
    previously afterwards besides moreover nevertheless still thus therefore once again finally
    """.split()
)
# Words that stand for somebody and name nobody.
INDEFINITES = frozenset(
    """
    both neither either none nobody somebody someone anybody anyone everybody everyone others another few many most some
    several all each one two three four five
    """.split()
)

# Last words of companies' names that no body of another kind has.
COMPANY_ENDINGS = frozenset(
    """
    airways aluminium automotive aviation beverages biotech brands breweries capital cement chemicals communications
    copper electric electronics energy engineering foods gas gold group holding holdings insurance lines logistics media
    metals minerals mining motors oil partners petroleum pharma pharmaceuticals power railways resources retail
    semiconductors shipping software solutions steel stores systems technologies technology telecom textiles
    """.split()
)
