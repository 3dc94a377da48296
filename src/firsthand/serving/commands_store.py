"""The commands on stored articles: add, list, show, search."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from firsthand import engine
from firsthand.errors import UsageError
from firsthand.records import encode
from firsthand.serving import listings, queries
from firsthand.serving.commands_link import link_store, word_link_sums
from firsthand.serving.commands_read import (
    choose_inputs,
    choose_layout,
    make_particulars,
    print_json,
    show_records,
    tell_failure,
)
from firsthand.serving.exit_statuses import FINE, SOME_FAILED
from firsthand.serving.html_files import write_html
from firsthand.serving.report_lines import count, make_safe
from firsthand.serving.story_cache import StoryCache
from firsthand.serving.streams import tell
from firsthand.serving.terminal import is_terminal
from firsthand.storage import Fate, FoundArticle, FoundStatement, Outcome, Query, Store

PROGRESS_SECONDS = 0.5
KNOWN_SHOWN = 20  # duplicates and revisions told one by one; of more, only the sums


def add(options: argparse.Namespace) -> int:
    """Read the inputs into the database and link them; the sums at the end agree with the number of inputs."""
    inputs, standard_input = choose_inputs(options)
    particulars = make_particulars(options)
    fates: Counter[Fate] = Counter()
    known: list[Outcome] = []
    with queries.open_database(options.db, create=True) as store:
        outcomes = engine.add_all(store, inputs, particulars=particulars, standard_input=standard_input)
        try:
            told = _tell_outcomes(outcomes, fates, known)
            if options.json:
                print_json(msgspec.json.encode(outcome) for outcome in told)
            else:
                for _ in told:
                    pass
        finally:
            # Also after Ctrl-C or a full disk: what the sums count is stored and stays.
            (tell if options.json else sys.stdout.write)(word_sums(fates) + "\n")
            if not options.json and len(known) <= KNOWN_SHOWN:
                sys.stdout.writelines(f"{make_safe(word_known(outcome))}\n" for outcome in known)
        if not options.no_link and not store.links.is_current():
            (tell if options.json else sys.stdout.write)(word_link_sums(link_store(store)) + "\n")
    return SOME_FAILED if fates[Fate.REJECTED] else FINE


def list_articles(options: argparse.Namespace) -> int:
    """List the newest revision of every article."""
    if options.limit is not None and options.limit < 1:
        raise UsageError("the limit is a number from 1", str(options.limit))
    with queries.open_database(options.db, create=False) as store:
        articles = store.list_articles(limit=options.limit)
        if options.json:
            print_json(msgspec.json.encode(article) for article in articles)
        else:
            listings.print_articles(queries.add_titles(store, articles), *choose_layout(options), sys.stdout)
            _tell_count(count(len(articles), "article"))
    return FINE


def show(options: argparse.Namespace) -> int:
    """Show one stored article."""
    if options.html is not None:
        return _write_shown(options)
    with queries.open_database(options.db, create=False) as store:
        article = store.find_article(options.id, options.revision)
        record = store.get(article.id)
    if options.json:
        print_json([encode(record)])
        return FINE
    if article.revision > 1 or article.superseded:
        note = ", superseded by a newer one" if article.superseded else ""
        sys.stdout.write(f"Revision {article.revision}{note}\n\n")
    show_records([record], options)
    return FINE


def _write_shown(options: argparse.Namespace) -> int:
    """The article as an HTML report, with what linking found out about it."""
    from firsthand.serving.views.opened_article import open_article
    from firsthand.serving.web.reports import article_report

    with queries.open_database(options.db, create=False) as store, store.snapshot():
        opened = open_article(store, options.id, StoryCache(), options.revision)
        write_html(article_report.draw_article_report([opened]), options.html)
    return FINE


def search(options: argparse.Namespace) -> int:
    """Find statements, or articles, and say whether there are more than shown."""
    query = Query(
        words=" ".join(options.words),
        speaker=options.speaker,
        outlet=options.outlet,
        since=options.since,
        until=options.until,
        superseded=options.superseded,
        limit=options.limit,
    )
    with queries.open_database(options.db, create=False) as store:
        if options.articles:
            _print_found_articles(store, queries.search_articles(store, query), options)
        else:
            _print_found_statements(store, queries.search_statements(store, query), options)
    return FINE


def word_sums(fates: Counter[Fate]) -> str:
    """`12 stored, 1 revision, 3 duplicates, 2 rejected of 18`."""
    revisions, duplicates = count(fates[Fate.REVISION], "revision"), count(fates[Fate.DUPLICATE], "duplicate")
    stored, rejected = f"{fates[Fate.STORED]:,} stored", f"{fates[Fate.REJECTED]:,} rejected"
    return f"{stored}, {revisions}, {duplicates}, {rejected} of {fates.total():,}"


def word_known(outcome: Outcome) -> str:
    """What a duplicate or a revision is one of."""
    if outcome.fate is Fate.REVISION:
        return f"revision: {outcome.article} is {outcome.reason}"
    return f"{outcome.fate}: {outcome.reason}"


def _tell_outcomes(outcomes: Iterable[Outcome], fates: Counter[Fate], known: list[Outcome]) -> Iterator[Outcome]:
    """Count the outcomes, keep the first duplicates and revisions, name the rejected, and show that work goes on."""
    shows_progress = is_terminal(sys.stderr)
    erase = "\r\x1b[K" if shows_progress else ""
    last = time.monotonic()
    for outcome in outcomes:
        fates[outcome.fate] += 1
        if outcome.fate in {Fate.DUPLICATE, Fate.REVISION} and len(known) <= KNOWN_SHOWN:
            known.append(outcome)
        if outcome.fate is Fate.REJECTED:
            tell(erase)
            tell_failure(outcome.reason)
        if shows_progress and time.monotonic() - last > PROGRESS_SECONDS:
            last = time.monotonic()
            tell(f"{erase}{word_sums(fates)} so far")
        yield outcome
    tell(erase)


def _print_found_statements(
    store: Store, results: queries.Results[FoundStatement], options: argparse.Namespace
) -> None:
    if options.json:
        print_json(map(msgspec.json.encode, queries.describe_statements(store, results.found)))
        return
    listings.print_found_statements(queries.title_found(store, results.found), *choose_layout(options), sys.stdout)
    _tell_count(count(len(results.found), "statement"), results.has_more)


def _print_found_articles(store: Store, results: queries.Results[FoundArticle], options: argparse.Namespace) -> None:
    if options.json:
        print_json(msgspec.json.encode(queries.describe_article(one)) for one in results.found)
        return
    listings.print_found_articles(queries.title_found(store, results.found), *choose_layout(options), sys.stdout)
    _tell_count(count(len(results.found), "article"), results.has_more)


def _tell_count(words: str, has_more: bool = False) -> None:
    sys.stdout.write(f"{words} shown, there are more: --limit N shows N\n" if has_more else f"{words}\n")
