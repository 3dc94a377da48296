"""Who said this first, and through whom did it reach us?

    import firsthand
    record = firsthand.read("article.txt")

See docs/python_api.md. The names below are all that is public; they are loaded at first use, so that
`firsthand --help` need not wait for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from firsthand.engine import add_all, read, read_all, read_text
    from firsthand.engine.links import link
    from firsthand.errors import FirsthandError, InputError
    from firsthand.records import Actor, Annotations, Article, Hop, Statement, evidence
    from firsthand.storage import Store, open_store

__version__ = "0.4.0"

__all__ = [
    "Actor",
    "Annotations",
    "Article",
    "FirsthandError",
    "Hop",
    "InputError",
    "Statement",
    "Store",
    "__version__",
    "add_all",
    "evidence",
    "link",
    "open_store",
    "read",
    "read_all",
    "read_text",
]

_HOMES = {
    "firsthand.engine": ("add_all", "read", "read_all", "read_text"),
    "firsthand.engine.links": ("link",),
    "firsthand.errors": ("FirsthandError", "InputError"),
    "firsthand.records": ("Actor", "Annotations", "Article", "Hop", "Statement", "evidence"),
    "firsthand.storage": ("Store", "open_store"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- whatever the name is of
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'firsthand' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
