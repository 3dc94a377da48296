"""Words by which a position softens: what is put before a thing denied, so that less than before is denied."""

# "No binding offer" admits an offer. Only right before a word that the earlier denial had too.
QUALIFIERS = frozenset(
    """
    binding formal official final firm direct written concrete specific immediate current definite definitive explicit
    signed legal contractual personal deliberate intentional systematic widespread substantive substantial significant
    material further new additional public full complete active ongoing
    """.split()
)
