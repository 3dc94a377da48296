"""Words for people who are not named, and for the withholding of a name."""

# Who they may be, in the singular. A name before one is an adjective or an employer ("a Northmark engineer"), a name
# after one is the person's. Titles (lexicons/names.py) are people too; the plural is made by adding "s" or as listed.
PEOPLE = frozenset(
    """
    person man woman boy girl child teenager somebody someone individual employee worker staffer staff-member clerk
    official officer diplomat aide adviser advisor assistant insider source informant interlocutor whistleblower
    participant attendee negotiator president chancellor premier
    commissioner sheriff mediator delegate executive banker investor trader broker analyst economist lender
    manager director engineer technician scientist researcher geologist doctor nurse physician surgeon paramedic
    teacher professor student lawyer attorney barrister prosecutor judge magistrate detective policeman policewoman
    investigator inspector guard soldier colonel general major captain lieutenant sergeant commander pilot sailor
    driver docker forwarder farmer fisherman trucker shopkeeper owner tenant resident neighbour neighbor
    witness bystander passenger passer-by survivor victim relative cousin brother sister mother father widow friend
    colleague co-worker classmate acquaintance associate confidant ally supporter opponent critic strategist consultant
    operative donor lobbyist spokesman spokeswoman spokesperson politician lawmaker legislator senator congressman
    congresswoman minister governor mayor councillor councilor ambassador envoy deputy secretary reporter journalist
    correspondent editor producer columnist reader listener viewer customer client user subscriber expert specialist
    priest bishop imam rabbi nun pastor activist organiser organizer campaigner protester demonstrator voter refugee
    migrant immigrant prisoner inmate hostage fighter rebel militant agent spy contractor supplier seller buyer
    vendor salesman accountant auditor civil-servant servant bureaucrat chief boss head leader member
    representative republican democrat chairman ceo founder guest host fan player coach trainer athlete villager
    commenter pollster miner fireman firefighter rescuer pensioner veteran
    """.split()
)
PEOPLE_IN_PLURAL = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "policemen": "policeman", "spokesmen": "spokesman", "spokespeople": "spokesperson",
    "fishermen": "fisherman", "firemen": "fireman", "passers-by": "passer-by", "allies": "ally",
    "attorneys": "attorney", "witnesses": "witness", "spies": "spy", "secretaries": "secretary", "deputies": "deputy",
}  # fmt: skip

# A bare plural of these withholds names ("sources said", "officials said"); a bare plural of any others is a group
# with a view ("critics", "voters", "experts"), about whose names nobody asks.
WITHHOLDING = frozenset("source insider informant interlocutor official diplomat aide negotiator whistleblower".split())

# Whoever speaks for an institution is its voice, named or not: it is the speaker. Bare ("a spokesman"), it is nobody's.
VOICES_OF_OTHERS = frozenset("spokesman spokeswoman spokesperson representative".split())

# They count or pick people: a handful of people with one story. "Many", "most" and "all" make a group instead.
COUNTS = frozenset(
    "a an one two three four five six seven eight nine ten some several another other dozen couple handful".split()
)
# "Some" with people who only hold a view is a group ("some voters"); with those who know something it is not.
VAGUE_COUNTS = frozenset("some other".split())
KNOWING = WITHHOLDING | frozenset(
    """
    person employee executive banker adviser advisor staffer participant attendee delegate officer lawmaker manager
    engineer colleague associate confidant
    """.split()
)
# Definite ones that are anonymous on their own, since they tell one withheld person from another.
TELLING_APART = frozenset("first second third fourth other latter former unnamed unidentified same".split())

# A person of whom only what they know is said: "people familiar with the matter", "a man who was there".
KNOWLEDGE = (
    r"\b(?:familiar with|close to|with (?:direct |first-hand |detailed |inside )?knowledge of|briefed on"
    r"|informed (?:of|about|on)"
    r"|aware of|acquainted with|privy to|involved in|who (?:know|knows|knew|saw|heard|attended|signed|was|were|is"
    r"|are|has"
    r"|have|had|asked|spoke|spoken|requested|declined|work|works|worked|phoned|called|took part))\b"
)
WITHHELD = (
    r"\b(?:(?:on|under) (?:the )?(?:strict )?condition (?:of anonymity|that \w+ not be)|anonymously|anonymity"
    r"|not (?:to be|be|being|wish(?:ing)? to be|want(?:ing)? to be) (?:named|identified|quoted by name)"
    r"|(?:declin|ask|refus|request|wish|prefer)(?:ed|ing|es|s)?(?: not)? to be (?:named|identified)"
    r"|not authori[sz]ed to (?:speak|discuss|talk|comment)|(?:is|are|was|were) not (?:named|identified)"
    r"|(?:name|names|identity|identities) (?:was|were|is|are|has been|have been) (?:withheld|changed|not disclosed)"
    r"|without attribution|speaking privately|on background)\b"
)
UNNAMED = frozenset("unnamed unidentified anonymous undisclosed".split())
