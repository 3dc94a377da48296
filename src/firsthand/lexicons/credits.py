"""How an article says that it retells another, and how a retelling reads that was translated from a foreign agency."""

from firsthand.lexicons.outlets import OUTLET_NOUNS

# What a retelling calls the outlet, text or author that it retells once it has named it ("the paper reckons", "the
# interlocutor of the newspaper"), with "the" before.
RETOLD_NOUNS = OUTLET_NOUNS | frozenset(
    """
    paper newspaper publication edition outlet agency blog site portal magazine resource report article author authors
    journalist journalists interlocutor interlocutors column
    """.split()
)
# Agencies whose texts others print, by which a copy of one day is told from its original.
AGENCIES = frozenset(
    """
    reuters|afp|agence france-presse|ap|associated press|bloomberg|bloomberg news|interfax|tass|itar-tass|ria novosti|
    xinhua|kyodo|kyodo news|jiji press|yonhap|dpa|efe|ansa|pti|press trust of india|upi|united press international|
    pa media|anadolu agency|ukrinform
    """.replace("\n", "").replace("    ", "").split("|")
)
# Last words of outlets' names that are no short forms of them: "the Press" and "the Agency" are many.
PLAIN_ENDINGS = frozenset(
    """
    press news newspaper magazine media agency radio tv television broadcasting channel online today wire newswire daily
    weekly fm
    """.split()
)
# First words of sentences that go on with the outlet named in the sentence before ("It adds that …").
GOING_ON = frozenset("it they he she according".split())
# Words that say that the outlet is carried further: without one, a pronoun may stand for anything.
CARRYING = frozenset(
    """
    add adds added adding claim claims claimed indicate indicates note notes noted notices noticed report reports
    reported reporting say says said quote quotes quoted cite cites cited citing specify specifies specified state
    states stated stress stresses stressed tell tells told write writes wrote writing believe believes reckon reckons
    estimate estimates describe describes described reveal reveals revealed mention mentions mentioned emphasise
    emphasises emphasized emphasised according assures assured
    """.split()
)

# What English-language services of foreign agencies write and English desks do not: each is a phrase that the
# languages they translate from use with an agency's name or a quotation. A text with two different ones is translated.
TRANSLATED_PHRASES = (
    r"\bwith (?:a )?reference to\b",
    r"\b(?:this|it) (?:is|was) (?:stated|said|told|reported|indicated|written|informed|announced)\b",
    r"\bin the (?:material|publication|materials) of\b",
    r"\b(?:transmits|informs|quotes the (?:edition|publication|agency|newspaper))\b",
    r"\bthe interlocutors? of\b",
    r"\bthe edition\b",
    r"\bmass media\b",
    r"\b(?:recall|it will be recalled|as a reminder)\b[,:]?\s*\n",
    r"\bas [A-Z]{2,6} (?:reported|wrote|informed)\b",
    r"(?:,|[\w”\"]) [-–] (?:said|noted|assures|emphasized|emphasised|added|believes|stated|declared|quotes|informed)\b",
    r"\b(?:he|she|the minister|the head) (?:informed|emphasized|underlined|stressed that)\b",
    r"[,.] (?:reports|writes|informs|transmits|quotes) [A-Z]{2,6}\b",
)
