"""Words for people in number: a crowd has no one voice, so that beside a name it is no source of its own."""

# Plurals behind which nobody in particular stands: members of a party, a chamber or a staff may all be the one who is
# quoted by name ("Republicans say", then a Republican senator).
CROWDS = frozenset(
    """
    democrats republicans conservatives liberals progressives moderates centrists socialists nationalists hardliners
    members senators congressmen congresswomen representatives legislators lawmakers deputies parliamentarians mps
    leaders colleagues allies aides advisers advisors staffers supporters backers opponents critics rivals candidates
    activists campaigners protesters demonstrators voters citizens americans europeans men women people families
    residents neighbours neighbors workers employees students scholars historians economists experts analysts lawyers
    attorneys managers officials politicians governments countries states companies firms groups parties outlets
    papers newspapers reports documents messages emails e-mails texts records articles polls surveys
    """.split()
)
# A share of a crowd: "65 percent of voters", "roughly half of the party".
SHARES = ("percent", "per cent", "%", "half of", "majority", "third of", "most of", "many of", "some of", "both of")
# What a withheld source is called that says nothing of who he is.
NOBODY = frozenset(
    """
    a an the this that these those some other others who whom which what he she it they we i him her them one
    man men woman women person people individual individuals someone somebody
    """.split()
)
