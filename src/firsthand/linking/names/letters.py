"""Letters of any script as plain Latin ones, and spellings of one sound as one spelling."""

import re
from functools import lru_cache

from anyascii import anyascii

LONGEST_NAME = 200  # characters: what is longer is no name, and is cut
CACHED = 1 << 16
APOSTROPHES = re.compile(r"[’'‘`ʼ´]")
# What one language writes so, another writes otherwise: rows of (pattern, what stands for it), in this order.
# Vowels are kept apart: Marin and Moran are two.
SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?:shch|sch|sh|tsch|tch|ch)", "s"),  # Bush, Busch; Vučić, Vuchich
        (r"(?:kh|gh)", "h"),  # Khamenei, Hamenei
        (r"zh", "z"),  # Brezhnev, Breznev
        (r"ph", "f"),  # Stephan, Stefan
        (r"th", "t"),
        (r"ck|q", "k"),
        (r"x", "ks"),  # Aleksandr
        (r"c(?=[eiy])", "s"),  # Beatrice, Beatrise
        (r"c", "k"),  # Calvano, Kalvano
        (r"w", "v"),  # Wolodymyr
        (r"(?:iya|iia|ija|ya|ja)", "ia"),  # Mariya, Maria
        (r"(?:yo|jo)", "io"),
        (r"(?:yu|ju)", "iu"),
        (r"(?:ee|ii|iy|yy|yi|ie|ei|ey|y|j)", "i"),  # Dmitriy; Rasheed; Zelenskyy
        (r"(?:ou|oo)", "u"),  # Yousef, Yusuf
        (r"(?:ae|oe)", "e"),
        (r"ue", "u"),  # Mueller
        (r"aa", "a"),
        (r"z", "s"),  # Ariza, Arisa
        (r"h(?![aeiou])", ""),  # Shah
        (r"(.)\1+", r"\1"),  # Osei, Ossei
    )
)
VOWELS = re.compile(r"(?<=.)[aeiou]")


@lru_cache(CACHED)
def romanise(text: str) -> str:
    """`text` in lower-case Latin letters without accents: "Oštrev" is "ostrev", "Сергей" is "sergey"."""
    text = text[:LONGEST_NAME]
    plain = text if text.isascii() else anyascii(APOSTROPHES.sub("'", text)[:LONGEST_NAME])
    return plain[: 3 * LONGEST_NAME].lower()


@lru_cache(CACHED)
def make_spelling_key(word: str) -> str:
    """One spelling for all spellings of a romanised word: equal for "ostrev" and "oshtrev", "rashid" and "rasheed"."""
    for pattern, plain in SPELLINGS:
        word = pattern.sub(plain, word)
    return word


@lru_cache(CACHED)
def make_skeleton(word: str) -> str:
    """The consonants of a word's spelling key, with its first letter: "hsn" for "hassan" and for "hussein"."""
    return VOWELS.sub("", make_spelling_key(word))
