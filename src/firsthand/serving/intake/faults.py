"""Errors of no kind of ours in words, for the pages that tell how far adding and linking are."""

LONGEST = 300  # characters: a page has no room for more
REPORT = "please report this as a bug"


def word_fault(error: Exception) -> str:
    """`ValueError: no such pier`, cut; what an error says may hold any character."""
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return said[:LONGEST].encode("utf-8", "replace").decode()
