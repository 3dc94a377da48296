"""What no file of the project may hold: paths of one machine, registry hosts, words of the borrowed article."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed"
GRAM = 6  # words: fewer occur by chance

# Put together here, so that this file does not hold them itself.
MACHINE_PATHS = tuple(f"/{name}/" for name in ("work", "root", "farm"))
HOSTS = (("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs"), ("deb", "debian", "org"))
REGISTRY_HOSTS = tuple(map(".".join, HOSTS))


def list_files(root: Path) -> list[Path]:
    """The files that git keeps, or would: what is ignored stays out."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    return [root / name for name in listed.split("\0") if name and (root / name).is_file()]


def read_texts(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The text files among these; a NUL or broken UTF-8 makes a file binary."""
    for path in paths:
        content = path.read_bytes()
        if b"\0" not in content:
            try:
                yield path, content.decode("utf-8")
            except UnicodeDecodeError:
                continue


def find_words(text: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word in text]


def make_grams(text: str) -> set[str]:
    """All runs of six words, without case and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}


@pytest.fixture(scope="module")
def texts() -> list[tuple[Path, str]]:
    return list(read_texts(list_files(ROOT)))


def test_the_project_is_read(texts: list[tuple[Path, str]]) -> None:
    names = {path.relative_to(ROOT).as_posix() for path, _ in texts}
    assert {"pyproject.toml", "README.md", "src/firsthand/records.py", "tests/test_project_text.py"} <= names


@pytest.mark.parametrize("words", [MACHINE_PATHS, REGISTRY_HOSTS], ids=["machine", "registries"])
def test_no_file_names_this_machine_or_a_registry(texts: list[tuple[Path, str]], words: tuple[str, ...]) -> None:
    found = {str(path.relative_to(ROOT)): hits for path, text in texts if (hits := find_words(text, words))}
    assert found == {}


def test_no_words_of_the_seed_article_in_the_package(texts: list[tuple[Path, str]]) -> None:
    if not SEED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"no seed article at {SEED}")
        pytest.skip("the seed article lies outside of the project, and is not here")
    grams = set().union(*(make_grams(path.read_text(encoding="utf-8")) for path in SEED.glob("*.txt")))
    assert len(grams) > 100
    package = [(path, text) for path, text in texts if path.is_relative_to(ROOT / "src")]
    found = {str(path.relative_to(ROOT)): hits for path, text in package if (hits := grams & make_grams(text))}
    assert found == {}


def test_planted_words_are_found(tmp_path: Path) -> None:
    planted = f"see {MACHINE_PATHS[0]}main and https://{REGISTRY_HOSTS[0]}/simple"
    (tmp_path / "a.md").write_text(planted, encoding="utf-8")
    (tmp_path / "model.bin").write_bytes(b"\0" + MACHINE_PATHS[0].encode())
    (tmp_path / "latin.txt").write_bytes(b"\xe9")
    ((path, text),) = read_texts(sorted(tmp_path.iterdir()))
    assert path.name == "a.md"
    assert find_words(text, MACHINE_PATHS) == [MACHINE_PATHS[0]]
    assert find_words(text, REGISTRY_HOSTS) == [REGISTRY_HOSTS[0]]


def test_grams_see_through_case_and_marks() -> None:
    assert make_grams("One, two “three”\nfour FIVE six.") == {"one two three four five six"}
    assert make_grams("one two three four five") == set()
