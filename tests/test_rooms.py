"""The rooms of the package import one way only (docs and design: what each room may import)."""

import ast
import sys
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "firsthand"
PACKAGE = "firsthand"

GROUND = frozenset({"records", "errors", "text", "lexicons", "corrections"})
WORKSHOPS = frozenset({"reading", "extraction", "linking", "storage"})
ALLOWED: dict[str, frozenset[str]] = {
    **dict.fromkeys(GROUND, GROUND),
    **dict.fromkeys(WORKSHOPS, GROUND),
    "engine": GROUND | WORKSHOPS,
    "batch": GROUND | WORKSHOPS | {"engine"},
    "serving": frozenset({"records", "errors", "engine", "storage", "__init__"}),  # the last for the version
    # The doors of the package itself: the public names, and `python -m firsthand`.
    "__init__": GROUND | WORKSHOPS | {"engine", "batch"},
    "__main__": frozenset({"serving"}),
}
# Training tools, far too large to ship, and folders of the project that no installed package has.
FORBIDDEN = frozenset({"torch", "spacy", "textacy", "transformers", "training", "evaluation", "benchmarks", "tests"})
RUN_TIME_NAME = "<a name made at run time>"
GROUND_LIBRARIES = frozenset({"msgspec", PACKAGE})

Imports = Mapping[str, frozenset[str]]  # module → full names of what it imports


def read_imports(source: Path) -> Imports:
    """Every module of the package with all it imports, also inside functions and for type checkers alone."""
    paths = {name_module(source, path): path for path in source.rglob("*.py")}
    return {
        module: frozenset(
            resolve(name, paths.keys())
            for name in imported_names(ast.parse(path.read_text(encoding="utf-8")), module, path.name == "__init__.py")
        )
        for module, path in paths.items()
    }


def name_module(source: Path, path: Path) -> str:
    parts = (PACKAGE, *path.relative_to(source).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def imported_names(tree: ast.AST, module: str, is_package: bool) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = module.split(".")
            base = here[: len(here) - node.level + is_package] if node.level else []
            prefix = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{prefix}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and is_import_call(node.func) and node.args:
            first = node.args[0]
            yield str(first.value) if isinstance(first, ast.Constant) else RUN_TIME_NAME


def is_import_call(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in {"import_module", "__import__"}


def resolve(name: str, modules: Collection[str]) -> str:
    """`firsthand.records.Article` is the module `firsthand.records`; a foreign name stays as it is."""
    if name.split(".")[0] != PACKAGE:
        return name
    parts = name.split(".")
    for length in range(len(parts), 1, -1):
        found = ".".join(parts[:length])
        if found in modules or any(module.startswith(f"{found}.") for module in modules):
            return found
    return f"{PACKAGE}.__init__"


def room_of(module: str) -> str:
    return module.split(".")[1]


def find_faults(imports: Imports) -> list[str]:
    """Imports against the rooms, in words."""
    faults = []
    for module, names in sorted(imports.items()):
        room = room_of(module)
        if room not in ALLOWED:
            faults.append(f"{module}: a room without a rule")
        else:
            found = ((name, judge(room, name)) for name in sorted(names))
            faults.extend(f"{module} imports {name}: {reason}" for name, reason in found if reason)
    return faults


def judge(room: str, name: str) -> str | None:
    library = name.split(".")[0]
    if room == "__init__" and name == RUN_TIME_NAME:
        return None  # public names are loaded at first use; all are imported for type checkers too, and so read here
    if library in FORBIDDEN or name == RUN_TIME_NAME:
        return "never in the package"
    if library == PACKAGE and room_of(name) not in ALLOWED[room] | {room}:
        return f"{room} may import {', '.join(sorted(ALLOWED[room]))}"
    if room in GROUND and library not in GROUND_LIBRARIES and library not in sys.stdlib_module_names:
        return "the ground rests on msgspec alone"
    return None


def find_cycle(imports: Imports) -> list[str]:
    """Modules that import each other in a ring; empty where there is none."""
    own = {module: names & imports.keys() - {module} for module, names in imports.items()}
    try:
        TopologicalSorter(own).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def plant(folder: Path, **files: str) -> Imports:
    """The imports of a package of these modules ("text__words" is text/words.py)."""
    for name, code in files.items():
        parts = [name] if name.startswith("__") else name.split("__")
        path = folder.joinpath(*parts).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="utf-8")
    return read_imports(folder)


def test_the_package_is_read() -> None:
    imports = read_imports(SOURCE)
    assert {"firsthand.records", "firsthand.text.words", "firsthand.__init__"} <= imports.keys()
    assert "firsthand.text.words" in imports["firsthand.text.quotation_marks"]


def test_rooms_import_one_way() -> None:
    assert find_faults(read_imports(SOURCE)) == []


def test_no_modules_import_each_other_in_a_ring() -> None:
    assert find_cycle(read_imports(SOURCE)) == []


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("reading__pages", "from firsthand.storage import base"),
        ("reading__pages", "import firsthand.extraction.tagger"),
        ("linking__claims", "from ..reading import pages"),
        ("text__words", "def late():\n    from firsthand.engine import read"),
        ("text__words", "import numpy"),
        ("records", "from firsthand import engine"),
        ("serving__cli", "from firsthand.extraction.tagger import Tagger"),
        ("storage__sqlite", "from firsthand import read"),
        ("storage__sqlite", "from firsthand import reading"),
        ("extraction__tagger", "import torch.nn"),
        ("extraction__tagger", "import importlib\nimportlib.import_module('spacy')"),
        ("extraction__tagger", "from importlib import import_module\nimport_module('to' + 'rch')"),
        ("engine", "from training.corpora import read_rows"),
        ("helpers", ""),
    ],
)
def test_a_planted_import_is_found(tmp_path: Path, module: str, code: str) -> None:
    modules = {
        "__init__": "from firsthand.engine import read",
        "engine": "def read(): ...",
        "reading__pages": "",
        "extraction__tagger": "",
        "storage__base": "",
    }
    assert find_faults(plant(tmp_path / "good", **modules)) == []
    assert len(find_faults(plant(tmp_path / "bad", **{**modules, module: code}))) == 1


def test_allowed_imports_pass(tmp_path: Path) -> None:
    imports = plant(
        tmp_path,
        records="import msgspec",
        text__words="import re",
        text__marks="from .words import WORD",
        extraction__tagger="import numpy\nfrom firsthand import records\nfrom firsthand.text.words import WORD",
        engine="from firsthand.extraction.tagger import Tagger",
        serving__cli="from firsthand.engine import read",
    )
    assert find_faults(imports) == []
    assert imports["firsthand.text.marks"] == {"firsthand.text.words"}


def test_a_ring_is_found(tmp_path: Path) -> None:
    imports = plant(
        tmp_path,
        text__a="from firsthand.text.b import x",
        text__b="from . import c",
        text__c="def late():\n    import firsthand.text.a",
    )
    assert set(find_cycle(imports)) == {"firsthand.text.a", "firsthand.text.b", "firsthand.text.c"}
