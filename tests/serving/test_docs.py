"""The docs name what the code has, and nothing that it doesn't."""

import argparse
import ast
import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from firsthand import records
from firsthand.corrections import CORRECTED
from firsthand.extraction.extractor import load_extractor
from firsthand.records import Export, decode, encode, evidence
from firsthand.serving import cli, exit_statuses, report_statements

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
FLAG_NAME = re.compile(r"[a-z]+(?:_[a-z]+)+")
RECORD_STRUCTS = ("Annotations", "Article", "Section", "Actor", "Mention", "Timex", "Statement", "Hop")
CORPUS_STRUCTS = ("Export", "Claim", "Origin", "Copy", "Relation", "Story", "TimelineEntry")
RECORD_ENUMS = ("Act", "Status", "Form", "ActorKind", "MentionForm", "SectionKind", "HopRole", "Certainty")
CORPUS_ENUMS = ("ClaimStatus", "CopyKind", "RelationKind", "EventStatus")


def read_doc(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def find_code(text: str) -> set[str]:
    """The words in backticks, each by itself."""
    return {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w\-./]+", code)}


def list_commands() -> dict[str, argparse.ArgumentParser]:
    actions = cli.make_parser()._actions
    (commands,) = [action for action in actions if isinstance(action, argparse._SubParsersAction)]
    return dict(commands.choices)


def list_options(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions for name in action.option_strings} - {"-h", "--help"}


def read_sections(text: str) -> dict[str, str]:
    """Each command's section of docs/commands.md."""
    parts = re.split(r"^## ", text, flags=re.MULTILINE)
    return {match[1]: part for part in parts if (match := re.match(r"`firsthand (\w+)", part))}


def test_every_command_has_a_section_and_nothing_else_does() -> None:
    assert read_sections(read_doc("commands.md")).keys() == list_commands().keys()


@pytest.mark.parametrize("name", list_commands())
def test_a_commands_section_names_its_options_and_no_others(name: str) -> None:
    section = read_sections(read_doc("commands.md"))[name]
    assert {word for word in find_code(section) if word.startswith("--")} == list_options(list_commands()[name])


def test_choices_and_arguments_are_named() -> None:
    text = read_doc("commands.md")
    actions = [action for parser in list_commands().values() for action in parser._actions]
    choices = {str(choice) for action in actions for choice in action.choices or ()}
    names = {str(action.metavar) for action in actions if not action.option_strings}
    assert len(choices) == 29
    assert names == {"INPUT", "ID", "WORDS", "STORY", "CLAIM", "ACTOR", "VERDICT"}
    assert choices | names <= find_code(text)


def test_exit_statuses_are_those_of_the_command() -> None:
    named = {int(number) for number in re.findall(r"^\| (\d+) \|", read_doc("commands.md"), re.MULTILINE)}
    assert named == {value for name, value in vars(exit_statuses).items() if name.isupper()}
    assert len(named) == 6


def find_flags(tree: ast.AST) -> Iterator[str]:
    """Flag literals: `name:{number}` in an f-string, or a name of two words and more in a statement about flags."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            name, colon, rest = str(node.values[0].value).partition(":")
            if FLAG_NAME.fullmatch(name) and colon and not rest:
                yield name
        elif is_about_flags(node):
            yield from find_names(node)


def is_about_flags(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef):
        return "flag" in node.name
    return isinstance(node, ast.Assign | ast.Return) and bool(re.search(r"\bflags\b", ast.unparse(node)))


def find_names(node: ast.AST) -> Iterator[str]:
    constants = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return (value for value in constants if isinstance(value, str) and FLAG_NAME.fullmatch(value))


def read_documented_flags() -> set[str]:
    return set(re.findall(r"^\| `(\w+)(?::\w+)?` \|", read_doc("flags.md"), re.MULTILINE))


def test_the_flags_of_the_code_are_those_of_the_docs() -> None:
    rooms = [ROOT / "src" / "firsthand" / room for room in ("reading", "extraction")]
    paths = [path for room in rooms for path in room.glob("*.py")]
    found = {flag for path in paths for flag in find_flags(ast.parse(path.read_text(encoding="utf-8")))}
    found.add(CORRECTED)
    assert found == read_documented_flags()
    assert report_statements.FLAG_WORDS.keys() == found


def test_a_new_flag_would_be_seen() -> None:
    program = (
        'def find_flags():\n    add("odd_mark")\n'
        'def read():\n    flags = (*flags, "odd_date")\n    return f"odd_bytes:{n}"'
    )
    assert set(find_flags(ast.parse(program))) == {"odd_mark", "odd_date", "odd_bytes"}


def test_the_contract_names_every_field_and_every_value_of_a_closed_list() -> None:
    named = find_code(read_doc("contract.md"))
    structs = [getattr(records, name) for name in (*RECORD_STRUCTS, *CORPUS_STRUCTS)]
    fields = {field for struct in structs for field in struct.__struct_encode_fields__}
    values = {str(value) for name in (*RECORD_ENUMS, *CORPUS_ENUMS) for value in getattr(records, name)}
    assert (fields | values) - named == set()


def read_examples() -> list[str]:
    """The JSON of the contract's page: a record, and what linking found in a store."""
    return re.findall(r"^```json\n(.*?)^```", read_doc("contract.md"), re.DOTALL | re.MULTILINE)


def test_the_contracts_example_is_a_record_with_its_evidence() -> None:
    example, _ = read_examples()
    record = decode(example)
    assert json.loads(encode(record)) == json.loads(example)
    first, *_, inner = record.statements
    assert evidence(record.article.text, first.content) == "“We will not sell the old pier,” … “It feeds us.”"
    assert evidence(record.article.text, inner.source + inner.cue) == "a senior official … had offered"


def test_the_contracts_example_is_what_the_program_finds() -> None:
    example, _ = read_examples()
    record = decode(example)
    assert load_extractor().annotate(record.article) == record


def test_the_contracts_example_of_a_corpus_is_what_linking_finds() -> None:
    _, example = read_examples()
    printed = msgspec.json.decode(example, type=Export)
    assert json.loads(encode(printed)) == json.loads(example)
    lists = (printed.claims, printed.copies, printed.relations, printed.stories, printed.timeline)
    assert all(lists)
    make = runpy.run_path(str(DOCS / "make_examples.py"))
    assert make["link_articles"](read_doc("contract.md")) == printed
    assert "".join(f"{line}\n" for line in make["lay_out"](printed)) == example


def test_the_claim_in_the_readme_is_one_of_the_contracts() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    *_, shown = re.findall(r"^```json\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    claims = {claim["id"]: claim for claim in json.loads(read_examples()[1])["claims"]}
    claim = json.loads(shown)
    whole = claims[claim["id"]]
    for one, origin in zip(claim.pop("origins"), whole["origins"], strict=True):
        assert one.items() <= origin.items()
    assert {name: whole[name] for name in claim} == claim


def test_links_between_the_docs_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *DOCS.glob("*.md"), *(ROOT / "decisions").glob("*.md")]
    found = [(page, re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))) for page in pages]
    links = [(page, link) for page, names in found for link in names if "://" not in link]
    missing = [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()]
    assert len(links) > 10
    assert missing == []


def test_decisions_are_numbered_without_gaps_and_bear_their_numbers() -> None:
    paths = sorted((ROOT / "decisions").glob("[0-9]*.md"))
    numbers = [path.name[:4] for path in paths]
    assert numbers == [f"{number:04}" for number in range(1, len(paths) + 1)]
    assert [path.read_text(encoding="utf-8")[:7] for path in paths] == [f"# {number} " for number in numbers]


@pytest.mark.parametrize("path", sorted((DOCS / "pictures").glob("*.svg")), ids=lambda path: path.name)
def test_a_picture_loads_nothing_from_elsewhere(path: Path) -> None:
    picture = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "<text" in picture
    assert re.findall(r"https?://(?![\w.]+\.example/)|@import|@font-face|href|url\((?!#)", picture) == []
