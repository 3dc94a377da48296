"""Cue words: how attributions are made in English news."""

# Prepositions and participles that take the source after them ("according to police").
PHRASE_CUES = frozenset("according per citing quoting via".split())

# Verbs that stand beside direct speech, before or after their source.
SPEECH_CUES = frozenset(
    """
    said say says saying told tell tells telling added add adds adding asked ask asks asking replied replies reply
    answered wrote write writes writing tweeted tweets posted posts stated states state noted notes noting explained
    explains insisted insists argued argues declared declares warned warns quipped joked continued continues recalled
    remarked commented observed responded stressed stresses emphasized emphasised concluded exclaimed
    """.split()
)

# Verbs of the fixed patterns (extraction/patterns.py), in the forms that news uses there.
REPORTING_VERBS = frozenset(
    """
    said says stated states noted notes added adds wrote writes reported reports explained explains emphasized
    emphasised stressed stresses believes claims claimed argues argued announced recalled assures assured clarified
    concluded specified specifies reminded informs informed warned warns quotes quoted transmits transmitted
    """.split()
)
ANSWER_VERBS = frozenset("respond responded reply replied answer answered return returned comment".split())

# What a speaker does by a cue. Stems, tried longest first against the beginning of each cue word, so that "promis"
# takes promise, promised and promising. A cue without any of them says something: `say`.
ACT_STEMS = {
    "claim": "claim", "alleg": "claim", "assert": "claim", "contend": "claim", "maintain": "claim", "argu": "claim",
    "accus": "claim", "insist": "claim", "suggest": "claim", "complain": "claim", "hint": "claim", "insinuat": "claim",
    "convinc": "claim", "boast": "claim", "blam": "claim", "reckon": "claim", "float": "claim", "speculat": "claim",
    # A finding is its finder's claim; so is a name that one calls something by.
    "found": "claim", "find": "claim", "called": "claim", "calls": "claim", "calling": "claim",
    "den": "deny", "reject": "deny", "refut": "deny", "disput": "deny", "dismiss": "deny", "rebut": "deny",
    "brush": "deny", "repudiat": "deny", "contradict": "deny", "not accept": "deny", "oppos": "deny",
    "confirm": "confirm", "acknowledg": "confirm", "admit": "confirm", "conced": "confirm", "agree": "confirm",
    "corroborat": "confirm", "echo": "confirm", "verif": "confirm", "concur": "confirm",
    "offer": "offer", "propos": "offer", "invit": "offer",
    "promis": "promise", "vow": "promise", "pledg": "promise", "guarant": "promise", "swor": "promise",
    "threat": "threaten",
    "demand": "demand", "insisted on": "demand", "call for": "demand", "called for": "demand", "calling for": "demand",
    "calls for": "demand", "order": "demand", "order to": "say",
    "forbid": "demand", "forbad": "demand", "instruct": "demand",
    "urg": "urge", "recommend": "urge", "advis": "urge", "encourag": "urge", "appeal": "urge", "advocat": "urge",
    "call on": "urge", "called on": "urge", "calling on": "urge", "calls on": "urge", "exhort": "urge",
    "warn": "warn", "caution": "warn",
    "ask": "ask", "question": "ask", "inquir": "ask", "wonder": "ask", "request": "ask",
    "expect": "expect", "predict": "expect", "forecast": "expect", "anticipat": "expect", "project": "expect",
    "fear": "expect", "due": "expect", "schedul": "expect",
    "believ": "believe", "think": "believe", "thought": "believe", "consider": "believe", "feel": "believe",
    "felt": "believe", "hop": "believe", "doubt": "believe", "view": "believe", "worr": "believe",
    "suspect": "believe", "guess": "believe", "assum": "believe",
    "inten": "intend", "plan": "intend", "want": "intend", "seek": "intend", "decid": "intend", "aim": "intend",
    "hopes to": "intend", "hoped to": "intend", "hoping to": "intend", "hope to": "intend",
    "report": "report", "writ": "report", "wrote": "report", "publish": "report", "transmit": "report",
    "quot": "report", "according": "say",
    "announc": "announce", "unveil": "announce",
    "declin": "decline", "refus": "decline", "not comment": "decline", "not respon": "decline", "not repl": "decline",
    "not answ": "decline", "not return": "decline", "not elaborat": "decline", "not disclos": "decline",
    "not specif": "decline", "not discuss": "decline", "not say": "decline", "not said": "decline",
    "no comment": "decline", "no mention": "decline",
}
