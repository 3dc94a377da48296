"""Draw the pictures of the docs: `make pictures`.

Three terminal reports on the example story, as SVG in docs/pictures: `read` of its first article (report.svg), the head
and the first claims of `story` (story.svg), and `explain` of one of them (explain.svg). Then the pages, by
web_pictures.py.
"""

from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text
from web_pictures import draw_web_pictures

from firsthand import Annotations, read_all
from firsthand.engine import add_all
from firsthand.records import Claim, Step
from firsthand.serving.linked_queries import find_story
from firsthand.serving.linked_stories import LinkedStory
from firsthand.serving.linking_calls import link
from firsthand.serving.report import draw_report
from firsthand.serving.report_explain import draw_explanation
from firsthand.serving.report_story import draw_claims, draw_head
from firsthand.serving.report_voices import count_voices
from firsthand.serving.story_figures import find_bounds
from firsthand.serving.terminal import print_lines
from firsthand.storage import open_store

ROOT = Path(__file__).parent.parent
STORY = "examples/port_lease.jsonl"
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 88  # cells: readable, also where a page shows the picture small
MARGIN = 2  # cells at the right: some viewers' fonts run a little wider than they should
CLAIMS = 4  # in the picture of the story: more make it higher than a screen

# rich's own frame loads fonts from another host. Here any monospaced font will do: each run of signs has its length
# written beside it, so the columns stand whatever the font.
FRAME = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
    <style>
    .{unique_id}-matrix {{
        font-family: monospace;
        font-size: {char_height}px;
        line-height: {line_height}px;
    }}
    .{unique_id}-title {{ font-family: sans-serif; font-size: 18px; font-weight: bold; }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix" xml:space="preserve">
    {matrix}
    </g>
    </g>
</svg>
"""


def main() -> None:
    """Read and link the story and write the pictures."""
    PICTURES.mkdir(exist_ok=True)
    record = next(read_all([str(ROOT / STORY)]))
    assert isinstance(record, Annotations)
    draw_picture("report", f"read {STORY}", lambda width: draw_report(record, count_voices(record), width))
    story, steps = link_story(record.article.id)
    claim = choose_claim(story)
    draw_picture("story", f"story {story.links.story.id}", lambda width: draw_opening(story, width))
    draw_picture("explain", f"explain {claim.id}", lambda width: draw_explanation(story, claim, steps, width))
    draw_web_pictures()


def link_story(article: str) -> tuple[LinkedStory, list[Step]]:
    """The example story with its links, and the evidence for one of its claims."""
    with TemporaryDirectory() as folder, open_store(Path(folder) / "story.db") as store:
        for _ in add_all(store, [str(ROOT / STORY)]):
            pass
        link(store)
        story = find_story(store, article)
        return story, store.links.load_steps(choose_claim(story).id)


def choose_claim(story: LinkedStory) -> Claim:
    """A claim whose evidence fits into a picture: of several origins if there is one, and of few statements."""
    return min(story.links.claims, key=lambda one: (find_bounds(one.independent_origins)[0] < 2, len(one.statements)))


def draw_opening(story: LinkedStory, width: int) -> Iterable[Text]:
    """What `story` begins with."""
    yield from draw_head(story, width)
    yield from draw_claims(story, width, CLAIMS)


def draw_picture(name: str, command: str, draw: Callable[[int], Iterable[Text]]) -> None:
    """Write a report as SVG, the same for the same report."""
    console = Console(file=StringIO(), width=WIDTH, record=True, highlight=False, emoji=False, markup=False)
    print_lines(console, draw(WIDTH - MARGIN))
    title = f"firsthand {command}"
    svg = console.export_svg(title=title, theme=SVG_EXPORT_THEME, code_format=FRAME, unique_id=name)
    (PICTURES / f"{name}.svg").write_text("".join(f"{line.rstrip()}\n" for line in svg.splitlines()), encoding="utf-8")


if __name__ == "__main__":
    main()
