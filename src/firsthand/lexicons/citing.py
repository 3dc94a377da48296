"""How news says through whom it got something. Patterns of words; what follows them is an outlet, or it is nothing."""

# Verbs that hand something to an outlet ("told Reuters", "confirms to Channel Six"): they are the statement's own cue.
TELLING = (
    "told", "tell", "tells", "telling", "assured", "assures", "informed", "informs", "reassured", "reminded",
    "emailed", "e-mailed", "texted",
)  # fmt: skip
# Talks and texts that an outlet got or brought ("in an interview with CNN", "in an op-ed for the Wall Street Journal").
OCCASIONS = (
    "interview", "interviews", "conversation", "conversations", "comment", "comments", "commentary", "remarks",
    "statement", "email", "e-mail", "letter", "message", "call", "op-ed", "column", "essay", "article", "piece",
    "appearance", "speech", "note", "chat", "talk", "documentary", "podcast", "answers",
    "texts",
)  # fmt: skip
# Those of them that an outlet's name may stand before ("in a Fox News interview").
BRANDED_OCCASIONS = ("interview", "op-ed", "column", "article", "essay", "podcast", "appearance", "documentary")
# Verbs of an outlet that brings another's words: "as reported by TASS", "remarks carried by Xinhua".
BRINGING = (
    "quoted", "cited", "carried", "reported", "published", "broadcast", "aired", "relayed", "released", "obtained",
    "printed", "transmitted", "monitored", "distributed", "seen", "reviewed", "preserved", "shared", "circulated",
)  # fmt: skip
# Verbs with an outlet as the subject, before or after it ("TASS quoted him as saying", "quotes the edition").
QUOTING = ("quoted", "quotes", "cited", "cites")
REPORTING = (
    "reported", "reports", "said", "says", "writes", "wrote", "adds", "added", "notes", "noted", "transmits",
    "informs", "reporting", "tells",
)  # fmt: skip
# Cues of a source whom somebody else cites ("Reuters reported, citing officials").
CITING_CUES = frozenset("citing|quoting|with reference to|referring to|with a reference to|with a link to".split("|"))

# An empty complement: a pronoun that stands for what was said before ("denied it", "This is stated in …").
PRONOUN_CONTENTS = frozenset("this that it so these those otherwise".split())
# With a cue of belief, people stand for what they said ("I believe him").
PERSON_CONTENTS = frozenset("him her them".split())
# Nouns that stand for it with "this", "such" or "the" ("refuted this information", "the new figure").
EMPTY_NOUNS = frozenset(
    """
    information news data report reports publication claim claims allegation allegations accusation accusations charge
    charges assertion assertions statement statements remark remarks comment comments threat threats promise warning
    warnings figure figures number numbers toll version versions account accounts rumour rumours rumor rumors theory
    suggestion suggestions speculation fact facts story possibility idea proposal demand demands words assessment
    """.split()
)
# Those of them that need no "this": what was alleged is what stands before ("denied the allegations").
ACCUSING_NOUNS = frozenset(
    "allegation allegations accusation accusations claim claims charge charges rumours rumors".split()
)
# Words before such a noun that point back.
POINTING = frozenset("this that these those such".split())
# Cues by which somebody answers what another said, so that the pronoun stands for the other's words.
ANSWERING_ACTS = frozenset("deny confirm decline".split())

# First words of sentences that leave the story retold so far and turn to something else.
TURNS = (
    "meanwhile", "separately", "earlier", "in the meantime", "at the same time", "besides", "recall", "previously",
    "it will be recalled", "as a reminder", "elsewhere", "in other news",
)  # fmt: skip

# Sources that go on with the speaker before them, who is still where he was.
GOING_ON = frozenset("he she they it i we his her their".split())
# Sources that are the speaker whose words hold them.
FIRST_PERSON = frozenset("i we me us my our".split())
