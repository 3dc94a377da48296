"""Abbreviations that end in a full stop without ending a sentence, because a name or number follows them."""

ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof sen rep gov gen lt col maj capt sgt adm cmdr rev hon st mt ft vs no jan feb mar apr jun jul aug
    sep sept oct nov dec mon tue wed thu fri sat sun d.c u.k u.n e.g i.e
    """.split()
)
