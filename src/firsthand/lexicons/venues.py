"""Channels and venues of speech, and documents that speak: what a statement's medium may be."""

# Platforms, by name; "on" stands before them. "X" is one only behind "on" or "network".
PLATFORMS = (
    "X", "Twitter", "Facebook", "Instagram", "Telegram", "Signal", "WhatsApp", "YouTube", "TikTok", "LinkedIn",
    "Weibo", "WeChat", "VK", "VKontakte", "Viber", "Reddit", "Snapchat", "Truth Social", "Bluesky", "Threads",
    "Mastodon", "Zoom", "Skype", "Parler", "Gab", "Tumblr", "Medium", "Substack", "Discord", "Clubhouse",
    "social media", "social networks",
)  # fmt: skip
# What is spoken through, behind "by", "over the", "via" or "on the".
LINES = (
    "telephone", "phone", "e-mail", "email", "text message", "text", "fax", "letter", "video link", "videolink",
    "video conference", "satellite phone", "radio", "mail",
)  # fmt: skip
# Occasions and texts, behind "in", "at", "during", "told"; the words between article and noun belong to the medium.
OCCASIONS = (
    "interview", "statement", "news conference", "press conference", "press briefing", "news briefing", "briefing",
    "post", "tweet", "tweets", "posts", "blog post", "blog", "email", "e-mail", "letter", "memo", "report",
    "speech", "address", "television address", "testimony", "hearing", "press release", "news release", "release",
    "op-ed", "column", "editorial", "article", "essay", "book", "memoir", "lawsuit", "complaint", "filing",
    "court filing", "indictment", "affidavit", "ruling", "decision", "order", "note", "message", "video",
    "video message", "video address", "podcast", "broadcast", "conversation", "phone call", "telephone call",
    "conference call", "call", "debate", "rally", "forum", "summit", "conference", "meeting", "session", "ceremony",
    "sermon", "communique", "communiqué", "declaration", "announcement", "paper", "study", "survey", "advisory",
    "bulletin", "notice", "tweetstorm", "thread", "town hall", "panel", "event", "telephone interview",
    "phone interview", "keynote", "manifesto", "decree", "transcript", "recording", "deposition", "motion", "brief",
    "petition", "commentary", "remarks", "comments", "appearance", "live stream", "livestream", "caption",
    "voicemail", "documents", "document", "findings", "statements", "update",
)  # fmt: skip
# What belongs to somebody on the net or on the air, behind "on".
PAGES = (
    "website", "web site", "site", "blog", "page", "account", "channel", "show", "podcast", "feed", "program",
    "programme",
)  # fmt: skip
# Cues that name their platform themselves.
TWEETING = frozenset("tweeted tweets tweeting retweeted".split())
# Without an article, behind "in".
BARE_OCCASIONS = (
    "remarks", "comments", "tweets", "posts", "filings", "testimony", "interviews", "statements", "letters",
    "e-mails", "emails", "messages",
)  # fmt: skip
# Places that need no article, behind "in".
INSIDE = ("parliament", "court", "public", "Congress")
# Bodies that are spoken to, behind "told": the body is the venue.
AUDIENCES = (
    "parliament", "Congress", "the court", "a court", "the Senate", "the House", "the Bundestag", "the Knesset",
    "the Duma", "the State Duma", "the Verkhovna Rada", "the National Assembly", "the General Assembly",
    "the Security Council", "the UN Security Council", "the House of Commons", "the House of Lords",
    "the European Parliament", "lawmakers", "MPs", "senators", "legislators", "deputies",
)  # fmt: skip
# Behind "on": the air.
AIR = (
    "television", "state television", "state TV", "TV", "national television", "radio", "air", "the radio",
    "state radio",
)  # fmt: skip
# Heads of documents that are sources themselves ("its March report"): then the source is the medium.
DOCUMENTS = frozenset(
    """
    report reports statement statements letter letters memo memorandum document documents notice notices filing filings
    lawsuit complaint indictment affidavit ruling order decree communique communiqué release message messages post posts
    tweet tweets email emails e-mail e-mails study survey review paper article book transcript recording video
    findings assessment draft website site page advisory bulletin note agreement text declaration press-release petition
    manual contract data records statistics figures poll publication material materials
    """.split()
)
# Of these the outlet itself is meant, not a document that a speaker uses.
OUTLET_DOCUMENTS = frozenset("publication material materials article report story".split())
