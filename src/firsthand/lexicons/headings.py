"""Lines that part an article: headings that open background, words of datelines, and credit lines at the end."""

# Alone on a line, these open what the outlet reported before, not today's news. "Recall", "Reminder", "Addition" and
# "Reference" are how agencies translating from Ukrainian and Russian head it ("Нагадаємо", "Справка").
BACKGROUND_HEADINGS = frozenset(
    {
        "recall",
        "recall that",
        "it will be recalled",
        "it should be recalled",
        "it is worth recalling",
        "it was reported earlier",
        "earlier it was reported",
        "reminder",
        "as a reminder",
        "we remind you",
        "let us remind",
        "let's remind",
        "to recall",
        "addition",
        "additionally",
        "supplement",
        "reference",
        "for reference",
        "background",
        "the background",
        "some background",
        "earlier",
        "previously",
        "as reported earlier",
        "as previously reported",
        "as we reported earlier",
        "what happened before",
        "what happened earlier",
        "what preceded",
        "prehistory",
        "the backstory",
        "here is the backstory",
        "the story so far",
        "context",
        "the context",
        "for context",
        "what we know",
        "what is known",
        "what we know so far",
        "what do we know",
        "key facts",
        "timeline",
        "read also",
        "related",
        "history",
    }
)

# Alone on a line, these end a background part: the news goes on.
NEWS_HEADINGS = frozenset(
    {
        "details",
        "what happened",
        "what's happening",
        "what's new",
        "what's next",
        "what comes next",
        "the latest",
        "driving the news",
        "reaction",
        "reactions",
        "the bottom line",
        "why it matters",
    }
)

# Capitals and a dash at a text's start that name no place.
NOT_PLACES = frozenset(
    {
        "ALERT",
        "ANALYSIS",
        "BREAKING",
        "BREAKING NEWS",
        "CORRECTED",
        "CORRECTION",
        "EDITORIAL",
        "EXCLUSIVE",
        "EXPLAINER",
        "FACT CHECK",
        "FACTBOX",
        "FILE",
        "FLASH",
        "INTERVIEW",
        "LIVE",
        "NEWS",
        "OPINION",
        "PHOTO",
        "PHOTOS",
        "QUIZ",
        "REVIEW",
        "TRANSCRIPT",
        "UPDATE",
        "UPDATED",
        "UPDATES",
        "URGENT",
        "VIDEO",
        "WATCH",
    }
)

# How a line begins that tells who made the article, as a pattern from the line's start.
CREDIT_OPENINGS = (
    r"\((?:additional )?(?:reporting|writing|editing|compiled|written|edited|translated) by\b",
    r"(?:additional )?(?:reporting|writing|editing|compiled|written|edited|translated|translation|production) by\b",
    r"\(?(?:with )?(?:additional )?(?:files|material|reporting|contributions?) from\b",
    r"(?:source|sources|via|author|authors|editor|editors|contributing|contributors?|photo|photos|image source"
    r"|image|credit|credits)\s*:",
    r"our standards\s*:",
    r"(?:©|\(c\)|copyright)\s",
    r"follow \S.{0,60}\bon (?:twitter|x|facebook|instagram|telegram)\b",
    r"follow @\w+",
    r"(?:twitter|x)\s*:\s*@\w+",
    r"send letters to\b",
    r"_{2,}\.?$",
    r"this (?:report|story|article) (?:contains|includes) (?:material|information) from\b",
)

# How such a line may end instead ("Jane Roe in Paris contributed to this report.").
CREDIT_ENDINGS = (
    r"\bcontributed(?: reporting)?(?: to this (?:report|story|article))?\.?\)?$",
    r"\bis a (?:reporter|correspondent|staff writer|contributor) (?:for|at|with) [^.]{1,60}\.?$",
)
