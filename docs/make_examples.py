"""Write the corpus example of docs/contract.md anew: `make pictures`.

The page holds three articles, and what linking finds in a store of them. A test compares the two.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap

from firsthand import add_all, link, open_store
from firsthand.records import Export, encode

PAGE = Path(__file__).parent / "contract.md"
ARTICLES = re.compile(r"^```jsonl\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINKS = re.compile(r'(?<=^```json\n)\{"articles": \[\].*?(?=^```$)', re.DOTALL | re.MULTILINE)
STRING = r'"(?:[^"\\]|\\.)*"'
WHOLE = re.compile(rf"{STRING}(?:: \[*(?:{STRING})?)?|[\[\d]+, [\d\]]+")  # a string, a field with its value, a span
WIDTH = 120


def main() -> None:
    """Link the articles of the page and put what was found into it."""
    page = PAGE.read_text(encoding="utf-8")
    found = "".join(f"{line}\n" for line in lay_out(link_articles(page)))
    PAGE.write_text(LINKS.sub(lambda _: found, page, count=1), encoding="utf-8")


def link_articles(page: str) -> Export:
    """What linking finds in a store of the articles that a page holds as JSON Lines."""
    (articles,) = ARTICLES.findall(page)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text(articles, encoding="utf-8")
        with open_store(Path(folder) / "example.db") as store:
            fates = [outcome.fate for outcome in add_all(store, [path])]
            assert fates == ["stored"] * len(fates), fates
            link(store)
            return store.links.export_links()


def lay_out(export: Export) -> Iterator[str]:
    """The JSON of an export in lines for a page: each record of a list begins a line."""
    fields = json.loads(encode(export))
    last = list(fields)[-1]
    for name, value in fields.items():
        end = "}" if name == last else ","
        if name == "articles":
            yield f'{{"{name}": {write(value)}{end}'
        elif not value or not isinstance(value, list):
            yield f' "{name}": {write(value)}{end}'
        else:
            *records, final = map(write, value)
            records = [*(f"{record}," for record in records), f"{final}]{end}"]
            yield from break_lines(f' "{name}": [{records[0]}')
            for record in records[1:]:
                yield from break_lines(f"  {record}")


def write(value: object) -> str:
    """JSON on one line, with a space behind each comma and colon."""
    return json.dumps(value, ensure_ascii=False)


def break_lines(line: str) -> list[str]:
    """A line of JSON, broken behind commas: not inside of strings and spans, nor between a field and its value."""
    kept = WHOLE.sub(lambda found: found[0].replace(" ", "\0"), line)
    lines = wrap(kept, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
    return [one.replace("\0", " ") for one in lines]


if __name__ == "__main__":
    main()
