"""What all reports share: the style sheets of the pages, put into the file, and a policy that allows nothing else."""

import base64
import hashlib
import re
from datetime import UTC, datetime
from functools import cache
from typing import Any

from markupsafe import Markup

from firsthand.serving.web.rendering import STATIC, render_text

# Their files would have to be loaded; a report is set in what the reader's machine has.
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def draw_report(template: str, sheet: str, **values: Any) -> str:  # noqa: ANN401 -- whatever the template draws
    """A template as a report of today. `sheet` names the style sheet beside those of every report."""
    styles = join_styles(sheet)
    today = datetime.now(tz=UTC).date().isoformat()
    return render_text(template, styles=Markup(styles), policy=make_policy(sheet), today=today, **values)


@cache
def join_styles(sheet: str) -> str:
    """The style sheets as one text: that of all pages, `sheet`, that of reports, which has the last word."""
    texts = [(STATIC / "css" / f"{name}.css").read_text(encoding="utf-8") for name in ("base", sheet, "report")]
    return "\n" + COMMENT.sub("", FONT_FACE.sub("", "\n".join(texts)))


@cache
def make_policy(sheet: str) -> str:
    """The content security policy of a report: its own styles, by their hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(join_styles(sheet).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
