"""What stands in headlines beside the headline, casefolded."""

# Before it, with a colon, a dash or a bar behind, or a number first ("UPDATE 3-", "Update no. 2:"). Words that mean
# something as the beginning of a headline's own sentence ("Iran:", "Report:") are no tags.
HEADLINE_TAGS = frozenset(
    """
    opinion|op-ed|editorial|commentary|comment|analysis|news analysis|explainer|fact check|fact-check|factbox|q&a|
    interview|profile|review|column|letters|blog|podcast|video|videos|photo|photos|pictures|in pictures|gallery|audio|
    listen|watch|graphic|live|live blog|live updates|as it happened|breaking|breaking news|just in|developing|
    exclusive|update|updated|corrected|correction|refile|rpt|wrapup|wrap|insight|feature|special report|must read|
    read|sponsored|press release|media release|for immediate release
    """.replace("\n", "").replace("    ", "").split("|")
)
