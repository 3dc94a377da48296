"""How a timeline tells what somebody said: a verb for each act, in the past: right for one and for many."""

from firsthand.records import Act

TELLING = {
    Act.SAY: "said", Act.CLAIM: "claimed", Act.DENY: "denied", Act.CONFIRM: "confirmed", Act.OFFER: "offered",
    Act.PROMISE: "promised", Act.THREATEN: "threatened", Act.DEMAND: "demanded", Act.URGE: "urged", Act.WARN: "warned",
    Act.ASK: "asked", Act.EXPECT: "expected", Act.BELIEVE: "believed", Act.INTEND: "intended", Act.REPORT: "reported",
    Act.ANNOUNCE: "announced", Act.DECLINE: "declined to comment on",
}  # fmt: skip
QUOTING = "quoted"  # an outlet, somebody "as saying"
# Sources that name nobody when they stand alone.
PRONOUNS = frozenset("he she it they i we you this that these those who one his her their its our my".split())
# Behind one of these another clause begins.
SUBORDINATING = r"\s(?:if|when|that|which|who|whose|unless|because|while)\s"
# Contents that begin so hang on their speaker or on what was said before.
HANGING = frozenset("he she it they this that these those i we his her their its our my him them us to by".split())
# Cues that deny by themselves: what follows them is what is not so.
DENYING = r"\b(?:den(?:y|ie)|reject|refut|disput|dismiss|rebut|brush|repudiat|contradict)"
DENIED = r"\b(?:den(?:y|ie)|denial)"
# Who refuses or opposes a thing does so in the past, whatever form the cue has: "rejecting calls", "opposition to".
REFUSING = (
    ("reject", "rejected"), ("dismiss", "dismissed"), ("refut", "refuted"), ("disput", "disputed"),
    ("rebut", "rebutted"), ("repudiat", "repudiated"), ("oppos", "opposed"),
)  # fmt: skip
# Cues that tell of nothing said: what somebody will, would or may say or do.
AHEAD_OF_SPEECH = r"^(?:(?:\w+ )?(?:will|would|could|may|might|must|should|shall|ought)\b(?! have\b)|to\b)"
# Cues by which somebody does not get as far as saying: "was too soon to say who".
TOO_SOON = r"^(?:(?:is|was|be|it['’]s) )?(?:still |far |much )?too (?:soon|early) to"
NOT_YET = "could not yet"
# Cues in the first person, printed behind a name.
FIRST_PERSON = (
    (r"\bam not\b", "is not"), (r"\bdo not\b|\bdon['’]t\b", "did not"), (r"\bhaven['’]t\b|\bhave not\b", "had not"),
)  # fmt: skip
# Right before an inner source: what follows is left open, or is what somebody else says is not so.
LEFT_OPEN = r"\b(?:if|unless|whether|in case|lest)\s(?:\w+\s)?$"
IN_DENIAL = (
    r"\b(?:not?|never|neither|nor|without|n['’]t|cannot|nothing|untrue|false|doubt\w*|lack\w*|unlikely|impossible"
    r"|den(?:y|ie)\w*|reject\w*|refut\w*|disput\w*|dismiss\w*)\b[^,;:.!?\"“”]{0,60}\bthat\s(?:\w+\s)?$"
)
# Contents that open with one of these, or hold none of the verbs below, stand behind the verb without "that".
OPENINGS = r"^(?:that|to|whether|if|who|what|which|why|how|when|where|for|about)\b"
FINITE = (
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|\w{2,}ed"
    r"|went|took|made|gave|said|got|came|knew|left|met|paid|sent|sold|told|wrote|began|fell|rose|held|kept|lost|put"
    r"|isn['’]t|won['’]t|\w+['’](?:ll|re|ve|d))\b"
)
