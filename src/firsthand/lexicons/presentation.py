"""How a content is presented: negation, modals, hedges, conditions, plans. Patterns over one clause, in lower case."""

# Negation that makes the clause negative. "No" counts before what was or was not there ("received no warning"), but
# not inside a phrase of another sense ("in no time", "no later than", "not only").
NOT_NEGATIONS = (
    r"\b(?:not (?:only|just|merely|simply|least|long after|to mention|unlike)|no (?:later|sooner|more|less|fewer"
    r"|earlier) than"
    r"|no (?:doubt|wonder|matter)|no\. ?\d|nothing (?:but|short of)|none other"
    r"|(?:with|in|at|for|by|of|under|on|from|or) no\b|or not|whether or not"
    r"|(?:decid|opt|vot|agree|chose|prefer|advis|warn|told|ask|urg|instruct|order)\w* (?:\w+ )?not to"
    r"|(?:if|why|would|could|should|do|does|did|is|are|was)n[’']t (?:it|he|she|they|you|we|that|this)\b)"
)
NEGATION = (
    r"\b(?:not|never|nobody|nothing|none|neither|cannot|no one|no-one|nowhere|no longer|no)\b|n[’']t\b"
    r"|\b(?:(?:is|are|was|were) (?:false|untrue|incorrect|inaccurate|baseless|unfounded|groundless|fake|a lie"
    r"|lies|nonsense))"
)

HEDGES = (
    r"\b(?:may|might|could(?! (?:see|hear|feel|smell|remember|afford|only))|can(?:not)? be ruled out|possibly"
    r"|perhaps|maybe"
    r"|probably|presumably|likely|allegedly|reportedly|apparently|supposedly|purportedly|seemingly|seem(?:s|ed)?"
    r"|appear(?:s|ed)? to|alleged|suspected|rumou?red|believed to|thought to|understood to|said to have"
    r"|it is possible"
    r"|not (?:be )?ruled out)\b"
)
# A condition on the content's own clause; "as if", "even if", "what if" and "asked if" are none.
CONDITION = (
    r"\bif\b(?<!\bas if)(?<!\beven if)(?<!\bwhat if)(?<!\basked if)(?<!\bwonder if)(?<!\bsee if)(?<!\bknow if)"
    r"(?<!\bclear if)(?<!\bsure if)|\bunless\b|\bon condition that\b|\bprovided that\b|\bas long as\b"
    r"|\bin the event (?:of|that)\b|\botherwise\b|\bonly (?:after|when|once)\b"
    r"|\bany \w+(?: \w+){0,4} would (?:need|require|have to)\b|\bor else\b"
)
# Inverted conditions: "should creditors refuse", "had there been", "were the court to". Only where a clause begins.
INVERTED = (
    r"^(?:had (?:there|he|she|it|they|we|i|you)|were (?:the|he|she|it|they|we|i|you)\b.* to"
    r"|should (?:the|he|she|it|they|we|i|you|any|there))\b|\bonly should\b"
)
# "Without new money the plant will close", "first the dredging, then the new pier".
BARE_CONDITION = (
    r"^(?:[“\"'‘]?without\b.*\b(?:will|would|can|cannot|could|won[’']t)\b|[“\"'‘]?first\b.*\bthen\b)"
    r"|\b(?:will|would|can|cannot|could)\b(?: not)? .*\bwithout (?!\w+ing\b)"
)
# What would have been: its condition is left unsaid ("she would have opposed it").
COUNTERFACTUAL = r"\b(?:would(?: not|n[’']t)? have|i[’']d have) \w+(?:ed|en|ne|wn|ught|ld|nt|pt|de|me)\b"

FUTURE = r"\b(?:will|shall|would|wo|is going to|are going to|am going to|[a-z]+[’']ll)\b"
PLANNED = (
    r"\b(?:(?:(?<!\ba )(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bno )(?<!\bany )plan|intend|aim|hope|propose|promise"
    r"|pledge|vow)(?:s|es|ed|ned|ning|ing)? to|(?:is|are|was|were)"
    r" (?:set|due|scheduled|planned|planning|expected|slated|about|ready|preparing|to be \w+) (?:to|for|from|on"
    r"|in|by)"
    r"|(?:is|are|was|were) (?:scheduled|planned)|(?:is|are) to (?!be\b)[a-z]+)\b"
)
# After "would", these say how something is, not what somebody is going to do: no plan, only a view of it.
STATES = (
    r"\b(?:would|[a-z]+[’']d)(?: also| still| not| never| probably| likely)* (?:need|mean|require|like|love"
    r"|prefer|seem|cost|help|depend"
    r"|suggest|say|imply|amount|matter|make (?:it|no|a)|be (?!\w+(?:ed|en|lt|nt|ld|ut|ght)\b)\w+)\b"
)
# What happens by itself: a forecast, not a plan, and so hedged.
HAPPENINGS = (
    r"\b(?:will|would|shall)(?: also| still| not| never| soon| eventually| further)* (?:rise|fall|grow|shrink"
    r"|drop|double|triple|increase|decrease"
    r"|decline|worsen|improve|slow|survive|collapse|fail|succeed|win|lose|recover|rebound|expand|contract|climb|slip"
    r"|suffer|happen|remain|last|die|disappear|emerge)\b"
)

# Speakers who hold a belief about the world in the content itself ("said he believed", "said she thought").
OWN_BELIEF = (
    r"^(?:that )?(?:he|she|it|they)(?: also| still| now| personally)? (?:believe|thought|think|suspect|doubt"
    r"|assume|fear|guess)(?:s|d|ed)?\b"
)
OWN_HOPE = (
    r"^(?:that )?(?:he|she|it|they|we|i)(?: also| still| now)? (?:hope|plan|intend|aim|want|mean)(?:s|d|ed"
    r"|ned)? to\b"
)
OWN_EXPECTATION = r"^(?:that )?(?:he|she|it|they|we)(?: also| still| now)? expect(?:s|ed)?\b"

# How one refuses to answer in so many words.
NO_ANSWER = (
    r"\btoo (?:early|soon) to (?:say|tell|speak|know|comment|judge|discuss|speculate)\b"
    r"|\b(?:could|can|would|will|did|do|does|had|has|have)(?: not|n[’']t|not)(?: immediately| yet| publicly"
    r"| be able to)*"
    r" (?:discuss|comment|verify|elaborate|say (?:who|what|when|where|how|whether|why|if|more)|speculate"
    r"|provide (?:details|further|more|any)"
    r"|confirm(?: or deny)?|go into|disclose|give details)\b"
    r"|\bno(?: further| immediate)? comment\b|\bneither confirm nor deny\b|\bunable to (?:comment|confirm|discuss"
    r"|say)\b"
    r"|\bnot going to (?:go into|comment|discuss|speculate|talk about|get into|answer)\b|\bno intention of\b"
    r"|\bnot (?:authori[sz]ed|at liberty) to (?:comment|speak|discuss|say)\b"
)

# Harm done to others on purpose. With a condition, or with "or", a threat.
HARMS = (
    r"\b(?:expel|suspend|block|sue|retaliat|sanction|strik|attack|punish|revok|clos|cut off|shut|fir|walk out"
    r"|withdraw|quit|veto|dismiss"
    r"|destroy|kill|bomb|invad|arrest|prosecut|ban|boycott|halt|seiz|impos|publish|leak|releas|respon|act|hit"
    r"|deport|jail|stop paying)"
    r"(?:e|es|ed|ing|ting|s|d|n)?\b"
)

# What an institution calls itself or is called by its own people, behind "the" or "our".
INSTITUTIONS = (
    "company|ministry|government|group|firm|union|bank|party|agency|office|administration|team|department|campaign|army"
    "|military|club|airline|operator|council|board|authorities|country"
)

# Denials that answer an allegation: that it is, was or happened. Views and reports of absence stay plain speech:
# "there is no reason", "no evidence", "nobody here is going to".
NOT_A_DENIAL = (
    r"\b(?:evidence|proof|sign|signs|indication|doubt|reason|need|way|place|room|alternative|question|problem"
    r"|excuse|choice|guarantee"
    r"|point|time|such thing|substitute|solution|winners?|magic|hope|chance|limit|comparison|surprise|better|clue"
    r"|word|idea|interest"
    r"|decisions?|threats?|injur\w+|casualt\w+|deaths?|victims?|damage|links?|connection|arrests?|suspects?"
    r"|reports? of|plans?)\b"
    r"|\b(?:not|n't|never)\]? (?:know|care|see|seen|want|think|believe|understand|remember|recall|like|mean"
    r"|have to|need|expect|sure|concerned"
    r"|found|worried|afraid|surprised|ready|going|only|able)\b|\b(?:will|would|going to|can|cannot)\b"
)
ABSENCE = (
    r"^(?:that )?(?:[“\"‘']?)(?:there (?:is|was|has been|have been|had been|were|are|is not|was not)|(?:no|none"
    r"|nothing|nobody|neither|no one)\b)"
)
SELVES = rf"^(?:that )?[“\"‘']?(?:i|we|he|she|it|they|(?:the|his|her|its|their|our|my) (?:{INSTITUTIONS}))\b"
PAST_OR_PERFECT = (
    r"\b(?:had|has|have|was|were|did|wasn|weren|didn|hasn|haven|hadn|is|are|isn|aren|carried|received|made|gave"
    r"|knew|took|played"
    r"|found|could)\b"
)
UNTRUE = (
    r"\b(?:false|untrue|incorrect|inaccurate|baseless|unfounded|groundless|fake|lies?|nonsense|fabricated"
    r"|invent(?:ed|ion)|not (?:true|accurate|correct|the case)|nothing to do with)\b"
)
# Strengthened verbs: with a negative content they deny ("insisted that he owned no boat").
STRENGTHENED = frozenset(
    "insist stress reiterat emphasi maintain declar assur repeat underlin swor swear clarif".split()
)

# An older statement brought up again. In front of the statement, in its own sentence.
RECALL_OPENINGS = (
    r"(?:as )?(?:previously|earlier) reported|as (?:\w+ ){1,4}(?:previously |earlier )?(?:reported|wrote|noted)"
    r"|as (?:a )?reminder|recall(?: that)?"
    r"|(?:it (?:should|will|can) be )?(?:recalled|remembered|reminded)|remember(?: that)?|let us (?:recall"
    r"|remind)|we (?:recall|remind|will remind)"
    r"|earlier|previously|at the time|back then|at that time|in the past"
)
RECALL_WORDS = (
    r"\b(?:at the time|back then|at that time|first (?:made|said|reported|told|denied|announced|raised)"
    r"|had (?:first|previously|earlier|already|long)"
    r"|had once|(?:previously|earlier|once|originally|initially) (?:said|told|denied|claimed|promised|vowed"
    r"|warned|announced|reported|stated|called|argued|insisted|wrote)"
    r"|(?:said|told|denied|claimed|promised|vowed|warned|announced|reported|stated|called"
    r"|wrote) (?:\w+ ){0,3}(?:previously|earlier|initially|originally))\b"
)
LONG_AGO = (
    r"\b(?:last (?:year|month|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)|(?:years?|months?|decades?) (?:ago|earlier|before))\b"
)

# Cues that present their content, whatever it says. In lower case, with "n't" kept.
NOT_EXCLUDING_CUES = (
    r"\b(?:(?:not|n't|never|neither) (?:rule|ruled|ruling|exclude|excluded|discount)|(?:not|n't) (?:rul"
    r"|exclud)\w*)\b"
)
DENYING_CUES = (
    r"\b(?:(?:not|n't|never|no longer) (?:accept|agree|believe|think|expect|see|seen|find|found|recogni[sz]e"
    r"|share|support)\w*)\b"
)
HEDGING_CUES = (
    r"\b(?:believ|think|thought|suspect|guess|specul|hint|insinuat|float|reckon|assum|fear|doubt|wonder|imagin"
    r"|predict|forecast"
    r"|anticipat|project|estimat|seem|appear|allegedl|apparentl|reportedl|supposedl|possibl|probabl|presumabl|rumou?r"
    r"|is understood|are understood|understood to|impl(?:y|ie))"
)
# What is expected on a date or of somebody is planned; what is only thought likely is hedged.
FORESEEING_CUES = r"\b(?:expect|schedul|due\b|slated|(?:is|are|was|were) (?:planned|set)\b)"

# One's own "will": a promise, unless the deed is one of those below. Who "the company" is, its words say.
OWN_WILL = (
    rf"^(?:that )?(?:on \w+ )?(?:i|we|he|she|it|they|(?:the|his|her|its|their|our|my) (?:{INSTITUTIONS}))"
    r"(?: also| still| now| never| immediately| soon)?(?: (?:will|would|shall|wo)|[’']ll|[’']d)\b"
    r"(?! (?:have|be (?!\w+ing\b)|need|like|love|prefer|say|mean|probably|likely|seem|depend|cost|take|rather))"
)
PROPOSED_DEEDS = (
    r"(?:\b(?:will|would|shall)|[’']ll|[’']d)(?: also| now| not| soon| still| \w+ly)? (?:propose|seek|try|run"
    r"|apply|push|aim|continue|consider|ask|appeal|sue|file)\b"
)
ANNOUNCED_DEEDS = (
    r"\b(?:decide|declare|announce|publish|present|release|issue|hold|meet|host|launch|open|start|begin|travel"
    r"|visit|vote|hear|resume|close)\b"
)
SCHEDULED = (
    r"\b(?:will|would) be (?:\w+ )?(?:issued|published|presented|released|held|announced|opened|launched|ready"
    r"|introduced|signed|unveiled|decided)\b"
)
# What is likely to come; under a plain cue an expectation.
FORECAST = r"\b(?:will|would) (?:probably|likely)\b|\b(?:is|are) likely to\b"
# An emphatic auxiliary concedes what was in doubt: "a draft did exist".
EMPHATIC = (
    r"\b(?:did|does) (?:exist|happen|occur|arrive|take place|meet|receive|know|send|write|visit|speak|go|discuss"
    r"|talk|contact)\b"
)
# A content that is an order: "to cease", "them to wait".
ORDER = (
    r"^(?:not )?to \w|^(?:them|him|her|us|me|you|people|everyone|everybody|reporters|voters|supporters"
    r"|residents) (?:not )?to \w"
)
# "Leave by noon or everyone will know."
ULTIMATUM = (
    r"^(?!(?:for|if|a|an|the|he|she|it|they|we|i|you|whoever|there|this|that|in|on|by|at|when|either|whether)\b)"
    r"(?:[\w'-]+,? ){1,8}or (?:else\b|(?!he\b|she\b|they\b)\w+ (?:\w+ )?will\b)"
)
# What one rejects without denying anything: to reject these is to decline.
REQUESTS = (
    r"^(?:that )?(?:(?:a|an|the|any|his|her|its|their|such) )?(?:[\w'-]+ ){0,3}(?:requests?|calls?|appeals?"
    r"|motions?|bids?|pleas?|demands?|petitions?|proposals?|offers?|invitations?)\b(?! that)"
)
# What a question asks; "questioned the need" asks nothing.
QUESTION_WORDS = r"^(?:whether|if|who|whom|whose|what|which|why|how|when|where|for|to|about)\b"
# Papers of findings as sources, up to their noun. A letter or a memo is its writer's speech instead.
STUDIES = (
    r"^(?:(?:a|an|the|its|their|his|her|other|new|recent|several|some) )?(?:[\w'’-]+ ){0,3}?(?:reports?"
    r"|statistics|stud(?:y|ies)|reviews?|analys[ei]s|polls?|surveys?|records?|data|website|documents?"
    r"|filings?)(?: (?:of|by|from|in|for|on|released|published)\b|,|$)"
)
# "It is not a campaign, it is a movement": denies one name for a thing to assert another.
CONTRAST = (
    r"(?:\bnot|n't)\b[^,;]*[,;] (?:but|it's|it is|it was|that's|they're|they are|he's|she's|we're|i'm|this is)\b"
)
# Cues of speech proper: who speaks so of what "he will" do speaks of himself. "Are optimistic that he'll win" does not.
SPEAKING = (
    r"(?:^|\b)(?:said|says?|saying|told|tells?|telling|add(?:s|ed|ing)?|wrote|writes?|writing|stat(?:es|ed|ing)"
    r"|not(?:es|ed)|explain\w*"
    r"|repl(?:y|ies|ied)|respond\w*|declar\w*|stress\w*|emphasi[sz]\w*|clarif\w*|insist\w*|assur\w*|inform\w*"
    r"|tweet\w*|post\w*"
    r"|continued|concluded|reiterat\w*|repeat\w*)\b|^\W*$"
)
