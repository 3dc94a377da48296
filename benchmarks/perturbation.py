"""As many articles as a benchmark needs, made from real ones by changing words, sentences and dates."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain

import msgspec

from firsthand.records import Article
from firsthand.text.sentences import split_sentences

LEAST_CHANGED, MOST_CHANGED = 0.1, 0.3  # of the words and of the sentences
MOST_DAYS = 365  # that a date is shifted by, either way


def perturb(articles: Sequence[Article], number: int, seed: int) -> list[Article]:
    """`number` articles: first the given ones, then changed copies of them, round by round. The same for one seed.

    A copy has 10 to 30% of its words replaced by other articles' words, as many sentences dropped and as many moved,
    and another date. Its id is the original's with the round behind it. Sections are left out: they don't fit it.

    Raises:
        ValueError: there are no articles to begin with.

    """
    if not articles:
        raise ValueError("no articles to make others from")
    generator = random.Random(seed)
    words = sorted(set(chain.from_iterable(article.text.split() for article in articles))) or ["word"]
    made = list(articles[:number])
    while len(made) < number:
        round_, place = divmod(len(made), len(articles))
        original = articles[place]
        made.append(
            msgspec.structs.replace(
                original,
                id=f"{original.id}~{round_}",
                text=change_text(original.text, words, generator),
                published=shift_date(original.published, generator),
                sections=(),
            )
        )
    return made


def change_text(text: str, words: Sequence[str], generator: random.Random) -> str:
    """The text with sentences dropped and moved, and with words replaced; one sentence a line."""
    rate = generator.uniform(LEAST_CHANGED, MOST_CHANGED)
    sentences = [text[start:end] for start, end in split_sentences(text)]
    kept = [sentence for sentence in sentences if generator.random() >= rate] or sentences[:1]
    for _ in range(int(rate * len(kept))):
        kept.insert(generator.randrange(len(kept)), kept.pop(generator.randrange(len(kept))))
    return "\n".join(change_words(sentence, words, rate, generator) for sentence in kept)


def change_words(sentence: str, words: Sequence[str], rate: float, generator: random.Random) -> str:
    """The sentence with about `rate` of its words replaced."""
    return " ".join(generator.choice(words) if generator.random() < rate else word for word in sentence.split())


def shift_date(published: str | None, generator: random.Random) -> str | None:
    """A day up to a year before or after; what is no full date stays as it is."""
    days = timedelta(generator.randint(-MOST_DAYS, MOST_DAYS))
    try:
        return (date.fromisoformat((published or "")[:10]) + days).isoformat()
    except (ValueError, OverflowError):
        return published
