"""What the load benchmark asks for: every page and every route of the API, with ids drawn over the whole store."""

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from litestar.openapi.spec import Operation, Parameter

from firsthand.serving.web.app import make_app
from firsthand.serving.web.settings import Settings
from firsthand.storage import Store

LEADING = 30  # of each kind, the largest, are asked for as often as all others together in a quarter of the requests
LARGEST = 0.25
ARTICLES_OPENED = 300  # whose statements may be asked for
SEED = 5
HOLE = re.compile(r"\{(\w+)\}")
PAGES: dict[str, float] = {  # with how often each is asked for, beside the others
    "/": 4,
    "/?words={word}": 1,
    "/stories/{story}": 6,
    "/stories/{story}?claims=disputed": 1,
    "/stories/{story}?part=claims&offset=20": 1,
    "/stories/{story}?part=timeline": 1,
    "/stories/{story}?part=voices": 1,
    "/claims": 1,
    "/claims?words={word}": 1,
    "/claims?status=disputed&order=newest": 1,
    "/claims/{claim}": 6,
    "/actors": 1,
    "/actors?words={name}": 1,
    "/actors/{actor}": 4,
    "/articles": 1,
    "/articles?words={word}": 1,
    "/articles/{article}": 8,
    "/statements/{statement}": 2,
    "/search": 1,
    "/search?words={word}": 4,
    "/search?speaker={name}": 2,
    "/search?words={word}&act=say&status=denied": 1,
    "/add": 1,
    "/corrections": 0.5,
    "/help": 0.5,
    "/api": 0.5,
    "/report?story={story}": 0.5,
    "/report?article={article}": 0.5,
}
SEARCHES: dict[str, float] = {  # beside each route of the API once
    "/api/v1/comparisons?{pair}": 1,
    "/api/v1/statements?article={article}": 1,
    "/api/v1/export?claim={claim}&format=csv": 0.5,
    "/api/v1/export?article={article}&format=jsonl": 0.5,
    "/api/v1/search?words={word}": 3,
    "/api/v1/search?speaker={name}&limit=100": 1,
    "/api/v1/search?words={word}&since=2018-03": 1,
    "/api/v1/claims?words={word}": 1,
    "/api/v1/articles?words={word}": 1,
    "/api/v1/actors?words={name}": 1,
    "/api/v1/stories?words={word}": 1,
}
# What a route's own parameter stands for, by the collection that it is in.
IDS = {
    "stories": "story",
    "claims": "claim",
    "actors": "actor",
    "articles": "article",
    "statements": "statement",
    "uploads": "upload",
    "corrections": "correction",
}


class Ask(NamedTuple):
    """One request: `page` or `json`, the route that it belongs to in the figures, and its address."""

    kind: str
    route: str
    path: str


Pools = dict[str, Sequence[str]]


def draw_requests(store: Store, count: int, seed: int = SEED) -> list[Ask]:
    """As many requests, half of them for pages, the same for the same store."""
    pools = {name: ids for name, ids in fill_pools(store).items() if ids}
    chooser = random.Random(seed)
    halves = [
        [(kind, route, weight) for route, weight in routes.items() if set(HOLE.findall(route)) <= pools.keys()]
        for kind, routes in (("page", PAGES), ("json", find_api_routes() | SEARCHES))
    ]
    asked = []
    for number in range(count):
        half = halves[number % 2]
        ((kind, route, _),) = chooser.choices(half, [weight for *_, weight in half])
        asked.append(Ask(kind, route, HOLE.sub(lambda hole: _draw(chooser, hole[1], pools), route)))
    return asked


def find_api_routes() -> dict[str, float]:
    """Every address of the API that can be read as it stands, as the application itself describes it."""
    app = make_app(Settings(db=":memory:", works=False))
    return {
        re.sub(r"\{\w+\}", f"{{{IDS.get(path.split('/')[3], 'story')}}}", path): 1.0
        for path, item in (app.openapi_schema.paths or {}).items()
        if item.get and path.startswith("/api/v1/") and not any(one.required for one in _list_queries(item.get))
    }


def _list_queries(operation: Operation) -> list[Parameter]:
    """The parameters of a route beside those in its path."""
    return [one for one in operation.parameters or () if isinstance(one, Parameter) and one.param_in == "query"]


def fill_pools(store: Store) -> Pools:
    """Ids of every kind, those of most articles or statements first; and words and names to search for."""
    stories = store.links.list_stories(store.links.count().stories)
    stories.sort(key=lambda story: -story.articles)
    actors = [actor for offset in range(0, 3_000, 100) for actor in store.links.find_actors("", 100, offset=offset)]
    articles = sorted(store.list_articles(), key=lambda one: -one.statements)
    opened = random.Random(SEED).sample(articles, min(ARTICLES_OPENED, len(articles)))
    copies = store.links.export_links().copies
    titles = " ".join(one.title or "" for one in articles)
    return {
        "story": [story.id for story in stories],
        "claim": list(_list_claims(store)),
        "actor": [actor.id for actor in actors],
        "name": [actor.name for actor in actors[:300]],
        "article": [one.id for one in articles],
        "statement": [statement.id for one in opened for statement in store.get(one.id).statements],
        "pair": [f"article={quote(one.article, safe='')}&beside={quote(one.of, safe='')}" for one in copies],
        "word": sorted({word.lower() for word in re.findall(r"[A-Za-z]{5,}", titles)}),
        "upload": [upload.id for upload in store.uploads.list_newest(20)],
        "correction": [logged.judgement.id for logged in store.links.load_judgement_log()],
    }


def _list_claims(store: Store) -> Iterator[str]:
    """Those of most articles first; as deep as anybody pages."""
    for offset in range(0, 10_000, 500):
        yield from (claim.id for claim in store.links.search_claims(limit=500, offset=offset))


def _draw(chooser: random.Random, name: str, pools: Pools) -> str:
    """One of the largest, or any; a pair is written as a query already."""
    pool = pools[name]
    drawn = chooser.choice(pool[:LEADING] if chooser.random() < LARGEST else pool)
    return drawn if name == "pair" else quote(drawn, safe="")
