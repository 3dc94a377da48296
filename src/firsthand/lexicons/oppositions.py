"""Words that turn one statement against another: what reverses, what restricts, what cannot both be so."""

# Each line is one side against the other. Verbs and nouns of what news tells of: whether it happened, which way it
# went, how it ended. Stems are taken of them, so that one form of a word stands for all.
ANTONYMS = tuple(
    tuple(frozenset(side.split()) for side in line.split("|"))
    for line in """
    rise increase grow gain climb up soar expand | fall decrease decline drop shrink down plunge reduce cut lower
    raise higher more | lower cut fewer less
    win victory beat | lose defeat loss
    accept agree approve back support endorse welcome | reject refuse oppose dismiss veto decline
    confirm admit acknowledge | deny dispute refute
    start begin open launch resume | end stop close halt suspend finish cancel
    arrive enter join | leave exit quit withdraw
    arrest detain jail capture | release free
    guilty convict | innocent acquit clear
    live alive survive survivor | die dead death kill
    allow permit legal lawful | ban forbid prohibit bar illegal unlawful
    true accurate correct real genuine authentic | false untrue inaccurate incorrect wrong fake fabricated fictional
    present attend | absent miss
    pass adopt | fail block defeat
    first | last final
    best top largest biggest highest longest | worst bottom smallest lowest shortest
    large big huge | small tiny little
    old ancient | new recent young
    before earlier | after later
    north northern | south southern
    east eastern | west western
    male man men boy husband father son brother his he king actor | female woman women girl wife mother daughter sister
    success successful succeed | failure unsuccessful
    public open | private secret confidential
    safe safety secure | dangerous unsafe danger
    find found | lose lost
    buy purchase | sell sale
    send give | receive take
    pay paid | owe unpaid
    peace truce ceasefire | war fighting
    majority most | minority few
    strong strengthen | weak weaken
    rich wealthy profit | poor loss
    positive | negative
    include | exclude omit
    intact | damaged destroyed torn
    on activate | off deactivate
    """.strip().splitlines()
)

# Kinds of which a thing is one: two of a line, where one would do, cannot both be so.
ALTERNATIVES = tuple(
    frozenset(line.split())
    for line in """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    spring summer autumn winter
    american british english scottish irish french german italian spanish portuguese dutch belgian swiss austrian
    america britain england scotland ireland france germany italy spain portugal netherlands belgium switzerland
    chinese japanese korean indian pakistani russian ukrainian polish czech hungarian romanian greek turkish swedish
    china japan korea india pakistan russia ukraine poland czechia hungary romania greece turkey sweden norway
    canadian mexican brazilian argentine australian israeli iranian iraqi syrian egyptian saudi african danish
    canada mexico brazil argentina australia israel iran iraq syria egypt africa denmark
    first second third fourth fifth sixth seventh eighth ninth tenth
    film movie book novel song album single series play painting poem game magazine band
    city town village county state country province continent island river mountain
    actor singer writer politician footballer model dancer painter scientist soldier lawyer doctor engineer
    comedy drama horror thriller romance western
    president minister senator governor mayor ambassador general judge
    company ministry court university school hospital church bank union
    red blue green yellow black white
    son daughter father mother brother sister husband wife uncle aunt cousin
    born died married divorced
    """.strip().splitlines()
)

# Negation in a clause. Not "not only", which asserts; "no later than" and "no doubt" deny nothing.
NEGATION = (
    r"\b(?:not(?! only| just| merely| least)|never|cannot|nobody|none|nothing|neither|nor|nowhere|without"
    r"|no(?! (?:later|sooner|more|less|fewer|earlier) than| doubt| wonder| matter)|zero)\b|n[’']t\b|\bain[’']t\b"
)
# Any word that denies, without regard to what stands behind it. Claims were fitted on these.
PLAIN_NEGATION = r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot)\b|n[’']t\b"
# Verbs, nouns and adverbs that deny what stands behind them: "failed to arrive", "is yet to answer", "refused to sign".
REVERSALS = (
    r"\b(?:fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing|al) (?:to|of)|yet to|unable|incapable|decline[sd]? to"
    r"|lack(?:s|ed|ing)?|absence|avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|rather than|instead of|other than"
    r"|outside of|anything but"
    r"|stopp(?:ed|ing)|ceas(?:ed|ing)|barely|hardly|scarcely|rarely|seldom|unaware|unknown|untrue|false|incorrect"
    r"|inaccurate|baseless|unfounded|groundless|fabricat\w+|invented|disassociated|unrelated|den(?:y|ies|ied|ial))\b"
)
# What leaves room for nothing else; true of less than what it is put against.
RESTRICTIONS = r"\b(?:only|solely|exclusively|entirely|always|just one|nothing but|purely|strictly|sole)\b"
