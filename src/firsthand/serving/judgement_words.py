"""Judgements in words, as every door tells them."""

from firsthand.records import Judgement, JudgementKind, Verdict

LONGEST = 300  # characters shown of one: ids may be of any length

WORDS = {
    (JudgementKind.SPEAKER, Verdict.SAME): "{right} makes the statement {left}",
    (JudgementKind.SPEAKER, Verdict.DIFFERENT): "{right} does not make the statement {left}",
    (JudgementKind.STATEMENT, Verdict.SAME): "{left} is a statement",
    (JudgementKind.STATEMENT, Verdict.DIFFERENT): "{left} is no statement",
    (JudgementKind.COPY, Verdict.SAME): "articles {left} and {right} have one text",
    (JudgementKind.COPY, Verdict.DIFFERENT): "articles {left} and {right} are no copies",
    (JudgementKind.COPY, Verdict.UNSURE): "articles {left} and {right} may be copies",
}
WORDS_OF_ALL = {
    Verdict.SAME: "{kind}s {left} and {right} are one",
    Verdict.DIFFERENT: "{kind}s {left} and {right} are different",
    Verdict.UNSURE: "{kind}s {left} and {right} may be one",
}


def word_judgement(judgement: Judgement) -> str:
    """`claims c-1 and c-2 are one`."""
    words = WORDS.get((judgement.kind, judgement.verdict), WORDS_OF_ALL[judgement.verdict])
    return words.format(kind=judgement.kind, left=judgement.left, right=judgement.right)
