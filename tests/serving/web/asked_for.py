"""Queries that a person, a program or an attacker may send: every address for reading, with ordinary and odd values."""

import random
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, quote_from_bytes

from firsthand.serving.exports import ExportFormat, TableName
from firsthand.storage import Store
from tests.serving.web.payloads import PAYLOADS

Ids = Mapping[str, list[str]]

WORDS = (
    "port",
    "the",
    "ferry",
    "bitcoin",
    '"the port"',
    "negotiat*",
    "a b c d e f g",
    "Zürich",
    "не",
    "港口",
    "o'clock",
)
ODD = (
    "", " ", "*", "**", '"', '""', '"""', "-", "!!", "%", "_", "\\", "'", "''; DROP TABLE articles; --", "NEAR(a b)",
    "a AND b", "a OR", "NOT a", "(a", "a:b", "{a b}: c", "^a", "a" * 200, "a" * 201, "a " * 100, '"a' * 60, "*a" * 60,
    "\x00", "a\x00b", "\x1b[31m", "\u202eabc", "\ufeff", "\U0001f600" * 50, "e\u0301" * 60, "ﷺ" * 60, "a\r\nb",
    "../../etc/passwd", "..%2f", "0", "-1", "1e9", "NaN", "null", "None", "undefined", "true", "[]", "{}", "s-",
    "c-", "a-",
)  # fmt: skip
RAW = (b"\xff", b"\xed\xa0\x80", b"\xc0\xaf", b"%", b"%zz", b"\x80abc", b"+")
NUMBERS = ("0", "1", "2", "7", "39", "40", "200", "201", "-1", "100000", "100001", str(2**31), str(2**63), str(10**40),
           "x", "", "1.5", "0x10", "٣", " 1", "1e3")  # fmt: skip
DAYS = ("2026", "2026-09", "2026-09-10", "2026-9", "2026-13", "0000", "99999", "yesterday", "2026-09-10T00:00")
CHOICES = {
    "status": ("disputed", "corroborated", "single_origin", "asserted", "denied", "planned"),
    "act": ("say", "deny", "promise"), "form": ("direct", "indirect", "mixed"), "kind": ("person", "outlet", "place"),
    "order": ("articles", "origins", "newest", "first_seen"), "claims": ("all", "disputed", "single"),
    "period": ("ahead", "during", "before", "all"), "changed": ("true", "false", "1"), "anonymous": ("true", "false"),
    "show": ("all", "several", "articles"), "same": ("claim", "actor", "copy", "article", "statement"),
    "format": (*ExportFormat, "xml"), "table": ("", *TableName), "fate": ("stored", "rejected"),
    "save": ("true", "false"),
    "part": ("claims", "ways", "copies", "timeline", "voices", "positions", "articles", "names", "statement",
             "statements", "comparison", "state"),
    "statements": ("all",), "least": ("1", "2", "5"),
}  # fmt: skip
SEARCH = ("words", "speaker", "actor", "outlet", "act", "status", "form", "since", "until")
LISTS = ("offset", "limit")
# Every address for reading, {kind} standing for an id, with the names that it knows.
ROUTES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("/", ("words", "show", "offset")),
    ("/stories/{stories}", ("claims", "order", "part", "period", "actor", "offset")),
    ("/claims", ("words", "story", "status", "anonymous", "order", "statement", "offset")),
    ("/claims/{claims}", ("statements",)),
    ("/actors", ("words", "kind", "offset")),
    ("/actors/{actors}", ("part", "offset")),
    ("/articles", ("words", "outlet", "since", "until", "offset")),
    ("/articles/{articles}", ("part", "revision", "number", "speaker", "offset", "beside", "against")),
    ("/statements/{statements}", ()),
    ("/search", (*SEARCH, "show", "offset")),
    ("/add", ("offset",)),
    ("/uploads", ("offset",)),
    ("/uploads/{uploads}", ("part", "fate", "offset")),
    ("/corrections", ("offset",)),
    ("/corrections/new", ("statement", "same", "id", "words")),
    ("/corrections/{corrections}", ("part",)),
    ("/corrections/export", ()),
    ("/help", ()),
    ("/api", ()),
    ("/export", ("story", "claim", "article", "actor", "format", "table")),
    ("/export", (*SEARCH, "format", "table")),
    ("/report", ("story", "article", "revision", "save")),
    ("/api/v1/stories", ("words", "least", *LISTS)),
    ("/api/v1/stories/{stories}", ()),
    ("/api/v1/stories/{stories}/claims", ("claims", "order", *LISTS)),
    ("/api/v1/stories/{stories}/ways", ()),
    ("/api/v1/stories/{stories}/copies", LISTS),
    ("/api/v1/stories/{stories}/timeline", ("period", *LISTS)),
    ("/api/v1/stories/{stories}/voices", LISTS),
    ("/api/v1/stories/{stories}/positions", ("actor", "changed", *LISTS)),
    ("/api/v1/stories/{stories}/articles", LISTS),
    ("/api/v1/claims", ("words", "story", "status", "anonymous", "order", *LISTS)),
    ("/api/v1/claims/{claims}", ()),
    ("/api/v1/claims/{claims}/steps", ()),
    ("/api/v1/actors", ("words", "kind", *LISTS)),
    ("/api/v1/actors/{actors}", ()),
    ("/api/v1/actors/{actors}/statements", LISTS),
    ("/api/v1/actors/{actors}/positions", LISTS),
    ("/api/v1/actors/{actors}/changes", ()),
    ("/api/v1/actors/{actors}/names", LISTS),
    ("/api/v1/articles", ("words", "outlet", "since", "until", *LISTS)),
    ("/api/v1/articles/{articles}", ("revision",)),
    ("/api/v1/statements/{statements}", ()),
    ("/api/v1/statements", ("article", "revision", *LISTS)),
    ("/api/v1/comparisons", ("article", "beside", "against")),
    ("/api/v1/state", ()),
    ("/api/v1/search", (*SEARCH, *LISTS)),
    ("/api/v1/search/articles", (*SEARCH, *LISTS)),
    ("/api/v1/uploads", LISTS),
    ("/api/v1/uploads/{uploads}", ("fate", *LISTS)),
    ("/api/v1/corrections", LISTS),
    ("/api/v1/corrections/{corrections}", ()),
    ("/api/v1/export", ("story", "claim", "article", "actor", "format", "table")),
    ("/api/openapi/openapi.json", ()),
    ("/static/x/css/base.css", ()),
)
OF_ID = {"story": "stories", "claim": "claims", "article": "articles", "actor": "actors", "statement": "statements",
         "beside": "articles", "speaker": "actors", "id": "claims"}  # fmt: skip


def find_ids(store: Store, most: int = 200) -> dict[str, list[str]]:
    """Ids of each kind that a store has."""
    articles = [one.id for one in store.list_articles(limit=most)]
    said = [one.id for id in articles[:40] for one in store.get(id).statements]
    return {
        "stories": [one.id for one in store.links.list_stories(most)],
        "claims": [one.id for one in store.links.search_claims(limit=most)],
        "actors": [one.id for one in store.links.find_actors("", most)],
        "articles": articles,
        "statements": said,
        "uploads": ["u-0"],
        "corrections": ["j-0"],
    }


def make_queries(ids: Ids, number: int, seed: int = 5) -> Iterator[str]:
    """So many addresses, the same for the same seed and ids; each route as often as any other."""
    chance = random.Random(seed)
    for at in range(number):
        route, names = ROUTES[at % len(ROUTES)]
        kind = route.partition("{")[2].partition("}")[0]
        path = route.replace(f"{{{kind}}}", make_id(ids, kind, chance)) if kind else route
        if chance.random() < 0.02:
            path += chance.choice(("/", "//", "/x", "/%00", "/..", "/%2e%2e/"))
        given = [name for name in names if chance.random() < 0.45]
        given += [chance.choice(("x", "offset", "words", "words"))] if chance.random() < 0.05 else []
        query = "&".join(f"{name}={make_value(ids, name, chance)}" for name in given)
        yield path + (f"?{query}" if query else "")


def make_id(ids: Ids, kind: str, chance: random.Random) -> str:
    """An id that is there, its beginning, one of another kind, or none."""
    draw = chance.random()
    if draw < 0.8 and ids[kind]:
        return quote(chance.choice(ids[kind]), safe="")
    if draw < 0.85 and ids[kind]:
        return quote(chance.choice(ids[kind])[: chance.randrange(1, 8)], safe="")
    if draw < 0.92:
        return quote(chance.choice(ids[chance.choice(sorted(ids))] or ["x"]), safe="")
    return make_odd(chance) or "x"


def make_value(ids: Ids, name: str, chance: random.Random) -> str:
    """What may stand behind a parameter's name, quoted."""
    if chance.random() < 0.12:
        return make_odd(chance)
    if name in OF_ID and (name != "speaker" or chance.random() < 0.3):
        return make_id(ids, OF_ID[name], chance)
    made: dict[str, Callable[[], str]] = {
        "offset": lambda: chance.choice(NUMBERS), "limit": lambda: chance.choice(NUMBERS),
        "revision": lambda: chance.choice(NUMBERS), "number": lambda: chance.choice(NUMBERS),
        "against": lambda: chance.choice(NUMBERS), "since": lambda: chance.choice(DAYS),
        "until": lambda: chance.choice(DAYS),
    }  # fmt: skip
    if name in CHOICES:
        return quote(chance.choice(CHOICES[name]))
    return quote(made[name]() if name in made else chance.choice(WORDS))


def make_odd(chance: random.Random) -> str:
    """A value that nobody means well with."""
    if chance.random() < 0.15:
        return quote_from_bytes(chance.choice(RAW), safe="%+")
    return quote(chance.choice((*ODD, *PAYLOADS)).encode("utf-8", "replace"), safe="")
