"""Draw the pictures of the docs: `make pictures`.

One so far: the terminal report of the first article of the example story, as SVG in docs/pictures/report.svg.
"""

from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME

from firsthand import Annotations, read_all
from firsthand.serving.report import draw_report
from firsthand.serving.report_voices import count_voices
from firsthand.serving.terminal import print_lines

ROOT = Path(__file__).parent.parent
STORY = "examples/port_lease.jsonl"
PICTURE = ROOT / "docs" / "pictures" / "report.svg"
WIDTH = 88  # cells: readable, also where a page shows the picture small
MARGIN = 2  # cells at the right: some viewers' fonts run a little wider than they should

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
    """Read the story's first article and write its picture."""
    record = next(read_all([str(ROOT / STORY)]))
    assert isinstance(record, Annotations)
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(draw_picture(record, f"firsthand read {STORY}"), encoding="utf-8")


def draw_picture(record: Annotations, title: str) -> str:
    """A record's report as SVG, the same for the same record."""
    console = Console(file=StringIO(), width=WIDTH, record=True, highlight=False, emoji=False, markup=False)
    print_lines(console, draw_report(record, count_voices(record), WIDTH - MARGIN))
    svg = console.export_svg(title=title, theme=SVG_EXPORT_THEME, code_format=FRAME, unique_id="report")
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines())


if __name__ == "__main__":
    main()
