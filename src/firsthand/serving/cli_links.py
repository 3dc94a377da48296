"""The options of the commands on links."""

import argparse
from collections.abc import Callable

AddCommand = Callable[[str, str], argparse.ArgumentParser]
CLAIM = "a claim's id, as story and claims print it; that of a statement or an origin stands for its claim"
VERDICTS = (
    *("same", "different", "unsure"),
    *("speaker", "not-speaker", "a-statement", "not-a-statement"),
    *("list", "undo"),
)
STORY = "a story's id, as stories prints it; that of an article or a claim stands for its story"


def describe_link_commands(add_command: AddCommand) -> None:
    """Add the commands on links with their options."""
    _describe_link(add_command("link", "join the stored articles into stories, claims and origins"))
    _describe_stories(add_command("stories", "list the stories, those that moved last first"))
    story = add_command("story", "show a story: articles, outlets, origins, claims, copies, voices, timeline")
    story.add_argument("id", metavar="ID", help=STORY)
    _add_full(story, "all claims, copies, voices and dates, not the first of each only")
    form = story.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the story with all its links")
    add_html(form)
    add_database(story)
    add_layout(story)
    timeline = add_command("timeline", "show what happens in a story, and when it was said and reported")
    timeline.add_argument("story", metavar="STORY", help=STORY)
    _add_output(timeline, "one entry a line, as in the contract")
    _describe_claims(add_command("claims", "find claims, those that most articles carry first"))
    claim = add_command("claim", "show a claim: its origins, what is said against it, and every wording")
    claim.add_argument("id", metavar="ID", help=CLAIM)
    _add_full(claim, "all statements, each to its end, not the first only")
    _add_output(claim, "the claim, its relations, and its statements with their words")
    origins = add_command("origins", "show the origins of a claim, each with the reasons for it")
    origins.add_argument("claim", metavar="CLAIM", help=CLAIM)
    _add_output(origins, "one origin a line, as in the contract")
    explain = add_command("explain", "walk the evidence for a claim's number of origins, step by step")
    explain.add_argument("claim", metavar="CLAIM", help=CLAIM)
    _add_output(explain, "one step a line")
    actor = add_command("actor", "show who somebody is, what they said when, and how it changed")
    actor.add_argument("actor", nargs="+", metavar="ACTOR", help="an actor's id, or words of a name")
    _add_full(actor, "all names, statements and stories, not the first only")
    _add_output(actor, "the actor with statements, positions and judgements")
    _describe_judge(add_command("judge", "decide what is the same, who says what; list or undo what was decided"))


def _describe_link(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="forget what was computed before, and link all anew")
    parser.add_argument("--json", action="store_true", help="the sums as one object")
    add_database(parser)


def _describe_stories(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORDS", help="only stories that name all of them")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N stories (default: 20)")
    _add_output(parser, "one story a line")


def _describe_claims(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORDS", help="only claims with all of them")
    parser.add_argument("--story", default="", metavar="ID", help="only claims of this story")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--disputed", action="store_true", help="only those that somebody denies or contradicts")
    kind.add_argument("--corroborated", action="store_true", help="only undisputed ones of several origins")
    parser.add_argument("--anonymous", action="store_true", help="only those that rest on anonymous sources alone")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N claims (default: 20)")
    _add_output(parser, "one claim a line")


def _describe_judge(parser: argparse.ArgumentParser) -> None:
    verdicts = (
        "same, different or unsure of two ids; speaker or not-speaker of a statement and an actor; "
        "a-statement or not-a-statement; list; or undo a judgement"
    )
    parser.add_argument("verdict", choices=VERDICTS, metavar="VERDICT", help=verdicts)
    ids = "two actors, claims, articles (are they copies?) or origins; or parts of one: statements, ARTICLE/NAME"
    parser.add_argument("ids", nargs="*", metavar="ID", help=ids)
    parser.add_argument("--origins", action="store_true", help="two statements are meant as origins, not as claims")
    parser.add_argument("--by", metavar="NAME", help="who decides (default: who is logged in)")
    parser.add_argument("--no-link", action="store_true", help="do not link afterwards")
    _add_output(parser, "the judgement, or one a line")


def _add_full(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("--full", action="store_true", help=words)


def _add_output(parser: argparse.ArgumentParser, form: str) -> None:
    parser.add_argument("--json", action="store_true", help=form)
    add_database(parser)
    add_layout(parser)


def add_database(parser: argparse.ArgumentParser) -> None:
    """Which database."""
    parser.add_argument("--db", metavar="FILE", help="the database (default: in your data folder)")


def add_html(group: "argparse._MutuallyExclusiveGroup") -> None:
    """A report to mail and print, in place of what is printed."""
    words = "write a report to mail and print, one HTML file that needs nothing else; - for standard output"
    group.add_argument("--html", metavar="FILE", help=words)


def add_layout(parser: argparse.ArgumentParser) -> None:
    """The options of everything that is laid out for a terminal."""
    parser.add_argument("--width", type=int, metavar="N", help="columns (default: the terminal's, or 80)")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: on a terminal")
