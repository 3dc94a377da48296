"""The public names are a list; to change it is a decision."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import firsthand

NAMES = [
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


def test_the_public_names_are_these() -> None:
    assert firsthand.__all__ == NAMES
    assert dir(firsthand) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    thing = getattr(firsthand, name)
    assert thing.__doc__
    if name != "__version__":
        assert thing.__name__ == name


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        firsthand.nonsense  # noqa: B018


def test_the_version_is_that_of_the_package() -> None:
    assert version("firsthand") == firsthand.__version__


def test_importing_loads_nothing_heavy() -> None:
    heavy = "{'apsw', 'lxml', 'msgspec', 'numpy', 'onnxruntime', 'platformdirs', 'rich', 'tokenizers', 'trafilatura'}"
    program = f"import sys, firsthand.serving.cli as cli; cli.make_parser(); print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_type_checkers_are_told_that_there_are_types() -> None:
    assert (Path(firsthand.__file__).parent / "py.typed").is_file()
