"""The main text of an HTML page: trafilatura, held in a worker where the page is large, and plain paragraphs after it.

trafilatura finds the article best (F1 .96), but it hangs on pages of several MB and gives nothing, without a word,
on deep nesting. Up to a million characters its worst case is 4 s (bare line breaks); above, it gets a worker that is
killed in time.
"""

import logging
import os
import re
import subprocess
import sys
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_IN_PROCESS = 1_000_000  # characters
WORKER_SECONDS = 8.0  # of which about one goes into starting it
NOISE = "script, style, noscript, template, nav, header, footer, aside, form, button, select, figure, iframe, svg"
CONTAINERS = ("article", "main", "[itemprop=articleBody]")
MIN_PROSE = 40
PROSE_END = re.compile(r"[.!?…。！？।؟][\"”»’')\]]*(?:\s|$)")


@dataclass(frozen=True, slots=True)
class PageText:
    """Paragraphs with a blank line between, and whether trafilatura had to be replaced."""

    text: str
    is_fallback: bool


def extract_page_text(html: str, url: str | None = None) -> PageText:
    """The article's text of a page; empty when there is none in it."""
    is_small = len(html) <= MAX_IN_PROCESS
    text = extract_with_trafilatura(html, url) if is_small else _extract_in_worker(html)
    if is_prose(text):
        return PageText(text, is_fallback=False)
    text = extract_paragraphs(html)
    return PageText(text if is_prose(text) else "", is_fallback=True)


def extract_with_trafilatura(html: str, url: str | None = None) -> str:
    """What trafilatura takes for the article, paragraphs parted by blank lines; empty when it finds none."""
    import trafilatura  # costs 0.5 s at start, and most inputs are no pages

    # Without a handler of its own, its complaints about odd pages would end on the user's screen.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    text = trafilatura.extract(html, url=url, include_comments=False, include_tables=False, include_formatting=False)
    return "\n\n".join(line.strip() for line in (text or "").split("\n") if line.strip())


def extract_paragraphs(html: str) -> str:
    """The paragraphs of the first likely container that has most of the page's: crude, but it never fails, in 1 ms."""
    tree = LexborHTMLParser(html)
    for node in tree.css(NOISE):
        node.decompose()
    body = tree.body
    whole = "" if body is None else _join_paragraphs(body)
    for selector in CONTAINERS:
        texts = [_join_paragraphs(node) for node in tree.css(selector)[:20]]
        longest = max(texts, key=len, default="")
        if len(longest) * 2 > len(whole):
            return longest
    if whole or body is None:
        return whole
    lines = (" ".join(line.split()) for line in body.text(separator="\n").split("\n"))
    return "\n\n".join(line for line in lines if len(line) >= MIN_PROSE)


def is_prose(text: str) -> bool:
    """Whether there is at least one sentence in `text`, and not only links and labels."""
    return any(len(line) >= MIN_PROSE and PROSE_END.search(line) for line in text.split("\n"))


def _join_paragraphs(node: LexborNode) -> str:
    paragraphs = (" ".join(paragraph.text().split()) for paragraph in node.css("p"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _extract_in_worker(html: str) -> str:
    """Run trafilatura in a process of its own that is killed after WORKER_SECONDS; empty when it had to be."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "firsthand.reading.page_worker"],
            input=html.encode("utf-8", "replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=WORKER_SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
