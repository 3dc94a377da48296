"""Words that deny what was said, words that tell of a denial, and words that are only against a thing."""

from firsthand.lexicons.telling import DENYING

# Cues that answer a claim. Other cues deny by what follows them: a negation, or a word for untrue that is predicated;
# who speaks of "the false accusations" in passing denies nothing by it.
ANSWERING = rf"{DENYING}|\b(?:denial|rejection|rebuttal|repudiation)s?\b"
UNTRUE_PREDICATE = (
    r"\b(?:is|are|was|were|be|been|as|'s|’s|an?|pure|completely|absolutely|totally|entirely|utterly|simply|patently|just)"
    r" (?:false|untrue|incorrect|inaccurate|baseless|unfounded|groundless|fake|fabricat\w+|invent(?:ed|ion)|lies?"
    r"|nonsense|a lie)\b(?! \w{4})"
)
# A content that says no more than that what was said before is not so: "says the opposite", "argues otherwise".
OPPOSITE_CONTENT = (
    r"\W*(?:that )?(?:(?:exactly|just|quite|precisely|the very) )?(?:the (?:exact |very )?(?:opposite|contrary|reverse)"
    r"|otherwise|to the contrary|the other way (?:a?round|about))(?: (?:is|was|were|to be) (?:true|so|the case))?\W*"
)
# Whoever opposes a plan, votes against it or resigns over it does not say that it is not so.
OPPOSING = r"\b(?:oppos|protest|resign|against\b|object(?:s|ed|ing|ion)|condemn|critici[sz]|accus)"
# A content that tells of a denial is not what is denied.
TELLING_OF_DENIAL = rf"{ANSWERING}|\b(?:false|untrue|baseless|unfounded|groundless|fabricat\w+)\b"
# A content that begins so has its speaker for a subject: "said that it …".
SELF_SUBJECT = r"^\W*(?:that )?(?:it|he|she|they|we|i)(?: |['’])"
# Cues of those who admit what others denied; who confirms or agrees need not have been asked.
ADMITTING = r"\b(?:admi[ts]|acknowledg|conced|confess|own(?:s|ed|ing)? up)"
# Where the first clause of a content ends; what it says counts, and not what follows.
FIRST_CLAUSE = r"[,;:]|\s(?:and|but|because|while|although|though)\s"
# A content that begins so leaves open what is so.
OPEN_QUESTION = r"^\W*(?:as to |exactly |just )?(?:whether|if|when|why|how|where|who|what)\b"
