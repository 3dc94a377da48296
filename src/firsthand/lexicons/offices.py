"""Words of offices: who speaks for an institution, and how an institution is called by its head."""

# Whoever holds one of these is the voice of the body that it is held in ("chairman of the fund", "the ministry's
# spokesman"). An adviser, an engineer or a professor of a body speaks for himself.
OFFICES = (
    "spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokeswomen", "press secretary", "press officer",
    "press service", "press office", "representative", "representatives",
    "chief executive", "chief executive officer", "chief operating officer", "chief financial officer", "ceo", "cfo",
    "coo", "chairman", "chairwoman", "chairperson", "chair", "president", "vice president", "vice-president",
    "managing director", "general director", "director general", "director-general", "director", "head", "chief",
    "boss", "leader", "secretary-general", "secretary general", "general secretary", "governor", "mayor", "minister",
    "prime minister", "premier", "chancellor", "secretary", "commissioner", "commander", "commandant", "captain",
    "general", "superintendent", "administrator", "prosecutor general", "chief prosecutor",
    "attorney general", "ombudsman", "ambassador",
)  # fmt: skip
# What precedes a person's name and, with a body behind it, makes him its voice ("Captain X of the fire service").
RANKS = frozenset(
    """
    captain capt general gen colonel col major maj lieutenant lt sergeant sgt admiral adm commander commissioner chief
    inspector superintendent brigadier marshal commodore minister director chairman chairwoman president mayor governor
    """.split()
)
LEADING = ("heads", "leads", "runs", "chairs", "directs", "commands", "governs", "speaks for")
# No voice any more: what a former head says is his own.
PAST = frozenset("former ex onetime ousted retired late".split())
# A body by its head's title: both are one institution.
BODIES_OF_HEADS = {
    "minister": "ministry", "ministers": "ministry", "ministerial": "ministry", "president": "presidency",
    "presidential": "presidency", "presidents": "presidency", "governor": "governorship",
    "gubernatorial": "governorship",
    "premier": "premiership", "mayor": "mayoralty", "ambassador": "embassy", "prosecutor": "prosecution",
    "prosecutors": "prosecution", "commissioner": "commission", "chancellor": "chancellery", "unions": "union",
}  # fmt: skip
# Of these there is one, whom everybody can name: "the minister" withholds nothing.
OFFICE_HOLDERS = frozenset(
    """
    minister president premier chancellor governor mayor auditor ombudsman chairman chairwoman ceo king queen pope
    bishop archbishop speaker
    """.split()
)
# Bodies that stand for one office in one state: their place need not be said again.
STATE_OFFICES = frozenset(
    "ministry presidency governorship premiership mayoralty embassy prosecution chancellery".split()
)
# Words that say nothing of which body it is.
EMPTY_WORDS = frozenset(
    """
    the a an of for and at in on to from by with its their his her our this that s office offices service press new
    old general senior top official officials inc ltd plc corp co llc gmbh ag company companies group limited
    mr mrs ms dr today earlier
    """.split()
)
# Groups of whom nobody asks who they are: no origin beside a named one, and an anonymous one alone.
VAGUE_GROUPS = frozenset(
    """
    experts analysts observers superiors authors authorities locals residents witnesses eyewitnesses sources
    officials people insiders commentators media journalists reporters someone somebody others many some users mps
    lawmakers deputies senators voters critics
    """.split()
)
SOURCE_WORDS = frozenset("source sources insider insiders interlocutor interlocutors informant informants".split())
# Words of an anonymous source's description that do not tell one from another.
PLAIN_SOURCE_WORDS = frozenset(
    """
    a an the one two three four several some of them who that which with was were is are has have had close familiar
    matter matters talks negotiations situation knowledge source sources person people man woman men women official
    officials insider insiders interlocutor interlocutors anonymous unnamed unidentified not to be named identified on
    condition anonymity because he she they it his her their informed second first another other senior in at from by
    for and or about what asked told said speak speaking publicly authorised authorized requested spoke according
    former ex same these those there local agency newspaper edition publication
    """.split()
)
# A narrator's "he plans to go" is no speech of his: the plan comes from whoever tells it.
NARRATED = ("plan", "want", "intend", "aim", "seek", "prepar", "mean to", "consider")
# Heads of a body's name, behind which its name is over ("of the fire service dismissed …").
BODY_HEADS = frozenset(
    """
    service ministry department agency office authority police union fund bank court council commission committee
    centre center institute university company group party party's hospital clinic morgue board bureau corporation
    association federation army navy force forces command administration inspectorate brigade parliament presidency
    """.split()
)
# Words before which a body's name is over.
BEHIND_BODIES = frozenset(
    """
    said says say told tells added adds who which that in on at to with from and but has had have was were is are by as
    when while after before because dismissed denied confirmed rejected warned
    """.split()
)
