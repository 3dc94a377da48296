"""What the flags of articles and statements mean, for those who read pages (docs/flags.md has the same)."""

from collections.abc import Iterable

import msgspec

from firsthand.serving.report_statements import word_flag

# Flag → what to make of it. What it says is worded in `report_statements`.
ADVICE = {
    "replaced_bytes": "The file is damaged there, or it was cut.",
    "replaced_surrogates": "Whatever wrote the file cut characters apart.",
    "control_characters": "They are shown as signs, and do no harm.",
    "guessed_encoding": "Look at letters with accents: if they are wrong, convert the file to UTF-8 and add it again.",
    "unreadable_date": "The date shown is what the text itself says, if it says any.",
    "page_fallback": "Menus or teasers may be among the text.",
    "page_flattened": "The words are all there.",
    "unclosed_quotation": "Where the quotation ends is a guess.",
    "mispaired_quotation": "Where the quotation ends is a guess.",
    "no_source": "Nothing in the article says who said it.",
    "no_cue": "It is quoted speech that stands alone: who said it is less certain.",
    "corrected_by_person": "A person said who speaks here: see the corrections.",
}


class FlagNote(msgspec.Struct, frozen=True):
    """A flag (`control_characters:3`) in words, and what to make of it; empty for one that an input brought along."""

    flag: str
    words: str
    advice: str


def explain_flags(flags: Iterable[str]) -> tuple[FlagNote, ...]:
    """The flags in their order, each once."""
    return tuple(FlagNote(one, word_flag(one), ADVICE.get(one.partition(":")[0], "")) for one in dict.fromkeys(flags))
