"""Words that tell nothing of what a text is about, casefolded and without accents."""

# Articles, pronouns, prepositions, conjunctions, auxiliaries, and adverbs of degree, order and place; with what is
# left of a contraction when its apostrophe was lost ("dont"). No negation that changes who does what is lost by it:
# whoever needs "not" looks for it in the text.
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those such same other another each every either neither both all any some none no few
    fewer less least more most much many several enough own
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves one ones oneself who whom whose which what whoever
    whatever whichever someone somebody something anyone anybody anything everyone everybody everything nobody nothing
    about above across after against along alongside amid amidst among amongst around as at atop before behind below
    beneath beside besides between beyond by concerning despite down during except for from in inside into like near
    of off on onto out outside over past per regarding since than through throughout till to toward towards under
    underneath unlike until unto up upon versus via vs with within without
    and but or nor so yet if unless because although though while whilst whereas whether when whenever where wherever
    why how however once lest
    am is are was were be been being do does did done doing have has had having will would shall should can could may
    might must ought cannot
    isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't shan't shouldn't can't
    couldn't mustn't i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll he's he'd he'll she's she'd
    she'll it's it'd it'll they're they've they'd they'll that's there's here's what's who's let's
    isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt shouldnt cant couldnt
    not also too very quite rather almost nearly just only even still already again ever never always often sometimes
    here there now then thus hence therefore else instead otherwise perhaps maybe indeed really well away back
    together apart further moreover meanwhile nevertheless nonetheless thereby therein etc
    """.split()
)
