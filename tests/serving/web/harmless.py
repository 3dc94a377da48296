"""Whether a page can do nothing but show: read as browsers read it."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

FORBIDDEN = frozenset(
    ("iframe", "object", "embed", "base", "frame", "applet", "portal", "foreignobject", "audio", "video")
)
LEADING = frozenset(("href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster", "background",
                     "ping", "hx-get", "hx-post"))  # fmt: skip
FINE = ("/", "#", "?")


def find_harm(html: str, *, styled: bool = False) -> list[str]:
    """What a page has that could run, load or lead where it should not; `styled` if its styles may stand in it."""
    tree = LexborHTMLParser(html)
    assert tree.root is not None
    return [harm for node in tree.root.traverse() for harm in _judge(node, styled=styled)]


def _judge(node: LexborNode, *, styled: bool) -> list[str]:
    tag, given = (node.tag or "").lower(), node.attributes
    harm = [f"<{tag}>"] if tag in FORBIDDEN or (tag == "style" and not styled) else []
    if tag == "script" and (node.text() or not (given.get("src") or "").startswith("/static/")):
        harm.append("<script>")
    if tag == "meta" and "http-equiv" in given and not (styled and given["http-equiv"] == "Content-Security-Policy"):
        harm.append("<meta http-equiv>")
    for name, value in given.items():
        if name.startswith(("on", "hx-on", "data-hx", "hx-vals", "hx-headers")) or name == "style":
            harm.append(f"{name}={value}")
        if name in LEADING and not is_fine(node, value or ""):
            harm.append(f"{name}={value}")
    return harm


def is_fine(node: LexborNode, address: str) -> bool:
    """Whether an address is one of ours; what an article says is its own may be followed, and no more."""
    if address.startswith(FINE) and not address.startswith(("//", "/\\")):
        return True
    return (
        node.tag == "a"
        and address.startswith(("http://", "https://"))
        and "nofollow" in (node.attributes.get("rel") or "")
    )
