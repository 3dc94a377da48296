"""Words that make a statement inside another one's content, and words by which an inner one adds nothing."""

# Verbs of saying, thinking and wanting, by their base form: what speaks inside a content.
SPEECH = """
    accuse acknowledge add admit advise agree allege announce answer argue ask assert assure blame boast call challenge
    claim comment complain concede conclude condemn confirm contend criticize criticise declare decline demand
    denounce deny describe disclose dismiss dispute emphasize emphasise explain forecast hint inform insist invite
    joke maintain mention mock note notify observe offer oppose order pledge predict praise proclaim promise propose
    question quote recall recognize recognise recommend refuse refute reject remark remind repeat reply report request
    respond reveal say shout speculate state stress suggest suspect swear tell testify threaten tweet urge vow warn
    whisper wonder write advocate ridicule accept approve endorse apologize apologise concur
""".split()
THOUGHT = """
    believe consider doubt expect fear feel hope intend plan think want wish worry demand seek support favour favor
    convince find
""".split()
IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "swear": "swears swore sworn swearing", "think": "thinks thought thinking", "feel": "feels felt feeling",
    "seek": "seeks sought seeking", "find": "found finds",
    "speak": "speaks spoke spoken speaking",
}
# Speech only before a clause ("an audit found that", "she told us it was over"), else a deed ("found work").
ONLY_BEFORE_A_CLAUSE = frozenset(
    """
    find finds found feel feels felt consider considers considered write writes wrote written tell tells told telling
    show shows showed
    """.split()
)
# Forms that are nouns too: verbs only behind a pronoun or a plural, or behind "will", "did" and the like.
ALSO_NOUNS = frozenset(
    """
    answer answers call calls challenge challenges claim claims comment comments complaint concern demand demands doubt
    doubts favor favors favour favours fear fears hint hints hope hopes joke mock note notes offer offers order orders
    plan plans pledge praise promise promises question questions quote quotes report reports request requests state
    states support supports suspect suspects threat vow wish wishes worry worries wonder wonders tweet tweets try
    urge urges accord thinking warning saying meaning writing feeling
    """.split()
)
BEING = frozenset("is are was were be been being 's ’s 're ’re get got".split())
MODALS = frozenset("will would may might could can cannot do does did to not n't 'd ’d 'll ’ll".split())
NOBODY = frozenset("nobody none nothing neither one".split())  # "no one"


def inflect(verb: str) -> set[str]:
    """The forms of a regular or listed verb."""
    if verb in IRREGULAR:
        return {verb, *IRREGULAR[verb].split()}
    if verb.endswith("e"):
        return {verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    end = verb[-1] if verb in ("admit", "plan") else ""
    return {verb, f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch')) else 's'}", f"{verb}{end}ed", f"{verb}{end}ing"}


INNER_VERBS = frozenset(form for verb in (*SPEECH, *THOUGHT) for form in inflect(verb))
# Nouns of speech and will, with whose they are before or behind them ("his claim that", "a request by the union to").
INNER_NOUNS = frozenset(
    """
    accusation accusations admission anger attack attacks attitude doubts enthusiasm frustration hatred obsession
    outrage position praise preference reluctance sentiment skepticism support unwillingness willingness worries
    commitment decision decisions allegation allegations announcement appeal
    assertion assurance assurances belief
    call calls claim claims complaint complaints concern concerns conclusion criticism declaration demand demands
    denial fears forecast hope hopes intention intentions offer opinion opposition pledge plan plans prediction
    proclamation promise promises proposal question questions refusal remark remarks request statement statements
    suggestion threat threats view vow warning warnings
    """.split()
)
# Adjectives of an attitude, behind a form of "be" and before what it is about ("they are worried about …").
INNER_ADJECTIVES = frozenset(
    """
    afraid alarmed angry apprehensive ashamed committed concerned confident convinced delighted determined
    disappointed eager enthusiastic furious glad grateful happy hesitant hopeful inclined keen opposed optimistic
    pessimistic pleased prepared proud ready reluctant sceptical skeptical sorry sure surprised tired unhappy
    unsure unwilling upset wary willing worried
    """.split()
)
ATTITUDE_OPENERS = frozenset("to of about that with by over for at".split())
# What stands between a subject and its verb.
BETWEEN = frozenset(
    """
    has have had is are was were be been will would may might could can cannot do does did not never also still really
    already again itself himself herself themselves just then now always often 've 'd 'll ’ve ’d ’ll n't only even both
    all once clearly
    """.split()
)
# Words behind a verb that tell to whom it was said.
LISTENERS = frozenset("me us him her them you reporters journalists everybody everyone people".split())
# Cues that take their source behind them and stand inside a report ("Bloomberg reported, citing two officials").
CITING = frozenset("citing cites quoting quotes".split())
REFERRING_TO = (("with", "reference", "to"), ("referring", "to"), ("refers", "to"))
REFERRING = (*REFERRING_TO, ("based", "on"), ("according", "to"))
# "This is stated in …": verbs of the passive that names its source behind it.
PASSIVES = frozenset(
    """stated reported said announced told noted written confirmed declared informed published mentioned
    evidenced""".split()
)

# Who speaks of himself: the speaker of the outer statement, by a pronoun.
SELVES = frozenset("i we he it she they you".split())
# "I think": a filler, not a statement inside another.
FILLERS = frozenset("think guess suppose mean know imagine bet reckon wish wonder".split())
# An attitude of the same holder is the outer statement's own presentation ("it said it hoped to reopen").
ATTITUDES = frozenset(
    """
    hope hopes hoped expect expects expected plan plans planned intend intends intended want wants wanted believe
    believes believed think thinks thought fear fears feared would will could might may wish wishes wished aim aims
    aimed seek seeks sought support supports supported agree agrees agreed feel feels felt
    """.split()
)
