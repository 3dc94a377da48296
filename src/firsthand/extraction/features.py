"""What the tagger sees of an article: word pieces, and three facts about each that an uncased vocabulary loses."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from tokenizers import Tokenizer

from firsthand.text.quotation_marks import Closing, Quotation, find_quotations
from firsthand.text.words import Span, split_paragraphs, split_words

MOST_PIECES = 8  # of one word: longer ones are addresses and noise, and their head says enough
N_CASES, N_QUOTATION_STATES, N_BREAKS = 5, 4, 2


@dataclass(frozen=True, slots=True)
class Features:
    """An article as the tagger sees it. The lists over pieces have one length, `first_piece` and `words` another."""

    words: list[Span]
    quotations: list[Quotation]
    first_piece: list[int]  # of each word, an index into the lists below
    pieces: list[int]
    cases: list[int]  # 0 lower or no letters, 1 Title, 2 UPPER, 3 mIxed, 4 one capital letter
    states: list[int]  # 0 outside of quotations, 1 inside, 2 a mark, 3 inside one that was never closed
    breaks: list[int]  # 1 at the first word of a paragraph


Encoder = Callable[[str], tuple[int, ...]]


def make_encoder(tokenizer: Tokenizer) -> Encoder:
    """A cached function from a word to its piece ids; a word that the vocabulary can't spell is one unknown piece."""
    tokenizer.no_padding()  # the published file pads every word to 128 pieces
    tokenizer.no_truncation()
    unknown = (tokenizer.token_to_id("[UNK]") or 0,)

    @lru_cache(maxsize=100_000)
    def encode(word: str) -> tuple[int, ...]:
        return tuple(tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]) or unknown

    return encode


def make_features(text: str, encode: Encoder) -> Features:
    """The features of a whole article."""
    words = split_words(text)
    quotations = find_quotations(text)
    states = mark_states(words, quotations)
    openers = mark_breaks(text, words)
    first_piece: list[int] = []
    pieces: list[int] = []
    cases: list[int] = []
    piece_states: list[int] = []
    breaks: list[int] = []
    for (start, end), state, opener in zip(words, states, openers, strict=True):
        word = text[start:end]
        ids = encode(word)
        first_piece.append(len(pieces))
        pieces += ids
        cases += [find_case(word)] * len(ids)
        piece_states += [state] * len(ids)
        breaks += [opener] * len(ids)
    return Features(words, quotations, first_piece, pieces, cases, piece_states, breaks)


def find_case(word: str) -> int:
    """The letter case of a word, as one of N_CASES."""
    if word.islower() or not word[0].isalpha():
        return 0
    if len(word) == 1:
        return 4
    if word.isupper():
        return 2
    return 1 if word[0].isupper() and word[1:].islower() else 3


def mark_states(words: list[Span], quotations: list[Quotation]) -> list[int]:
    """For each word where it stands to the quotations, as one of N_QUOTATION_STATES."""
    states = [0] * len(words)
    at = 0
    for quotation in quotations:
        (start, end), (inner_start, inner_end) = quotation.span, quotation.inner
        inside = 3 if quotation.closing is Closing.UNCLOSED else 1
        while at < len(words) and words[at][1] <= start:
            at += 1
        while at < len(words) and words[at][0] < end:
            states[at] = inside if inner_start <= words[at][0] < inner_end else 2
            at += 1
    return states


def mark_breaks(text: str, words: list[Span]) -> list[int]:
    """1 for each word that opens a paragraph, else 0."""
    starts = {start for start, _ in split_paragraphs(text)}
    return [int(start in starts) for start, _ in words]
