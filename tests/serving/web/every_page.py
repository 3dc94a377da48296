"""Every page and state of a page, for the tests that hold for all of them. A new page is added here."""

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

from firsthand import open_store
from firsthand.records import ClaimStatus
from firsthand.storage import Store

# Names of pages over the example stories, with their addresses; {…} is filled with an id of the store.
PAGES = {
    "stories": "/",
    "stories found": "/?words=port",
    "stories not found": "/?words=zebra",
    "story": "/stories/{story}",
    "story, disputed claims": "/stories/{story}?claims=disputed",
    "claims": "/claims",
    "claims not found": "/claims?words=zebra",
    "claim": "/claims/{claim}",
    "claim, disputed": "/claims/{disputed}",
    "claim, anonymous": "/claims/{anonymous}",
    "actors": "/actors",
    "actor": "/actors/{actor}",
    "outlet": "/actors/{outlet}",
    "articles": "/articles",
    "articles not found": "/articles?words=zebra",
    "article": "/articles/{article}",
    "article, a statement brought out": "/articles/{article}#s-2",
    "article, side by side": "/articles/{copy}?beside={original}",
    "search": "/search",
    "search found": "/search?words=port",
    "search not found": "/search?words=zebra&act=deny",
    "add": "/add",
    "uploads": "/uploads",
    "corrections": "/corrections",
    "correction": "/corrections/new?statement={statement}",
    "same": "/corrections/new?same=claim&id={claim}",
    "help": "/help",
    "api": "/api",
    "export": "/export",
    "report of a story": "/report?story={story}",
    "report of an article": "/report?article={article}",
    "no such page": "/nowhere",
    "no such story": "/stories/s-nowhere",
    "not understood": "/articles?offset=-1",
}
EMPTY = ("/", "/claims", "/actors", "/articles", "/search", "/add", "/corrections")  # over a store of nothing
ERRORS = frozenset(("no such page", "no such story", "not understood"))
REPORTS = frozenset(("report of a story", "report of an article"))  # files to mail: they have no bar and no theme


def fill_addresses(path: Path) -> dict[str, str]:
    """The address of each page, over a store of the examples."""
    with open_store(path) as store:
        ids = {name: quote(id, safe="") for name, id in _find_ids(store).items()}
    return {name: address.format_map(ids) for name, address in PAGES.items()}


def _find_ids(store: Store) -> dict[str, str]:
    """Things that have something to show: the fullest of their kind."""
    story = max(store.links.list_stories(10), key=lambda one: (one.articles, one.id))
    copy = next(one for one in store.links.export_links().copies if one.evidence)
    claims = store.links.search_claims(limit=500)
    article = max(store.list_articles(), key=lambda one: one.statements)
    actors = store.links.find_actors("", 100)
    return {
        "story": story.id,
        "claim": claims[0].id,
        "disputed": next(one.id for one in claims if one.status is ClaimStatus.DISPUTED),
        "anonymous": next(one.id for one in claims if one.anonymous_only),
        "actor": next(one.id for one in actors if one.kind == "person"),
        "outlet": next(one.id for one in actors if one.kind == "outlet"),
        "article": article.id,
        "statement": store.get(article.id).statements[0].id,
        "copy": copy.article,
        "original": copy.of,
    }


def visit(page: Page, addresses: dict[str, str], name: str, fragment: str | None = None) -> None:
    """Open a page and wait until it is whole; it must be there, unless it is one that tells of an error."""
    address = addresses[name] if fragment is None else addresses[name].partition("#")[0] + fragment
    answer = page.goto(address)
    if answer is not None:  # None where only the fragment changes
        assert (answer.status >= 400) == (name in ERRORS), f"{answer.status} at {address}"
    settle(page)


def settle(page: Page) -> None:
    """Until late parts have come: those that come by themselves, and those that come when one scrolls to them."""
    page.wait_for_load_state("networkidle")
    page.evaluate(
        """async () => {
          for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
            scrollTo(0, y);
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          }
          scrollTo(0, 0);
        }"""
    )
    page.wait_for_load_state("networkidle")


def open_all(page: Page) -> None:
    """Open everything that is folded."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
