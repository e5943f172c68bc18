"""What a person would see of an HTML document: its pieces of text in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_UNSEEN = frozenset(
    """script style noscript template svg head iframe object select option textarea button math canvas audio
    video""".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead
    title tr ul""".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MAX_CHARACTERS = 20_000_000


class Piece(NamedTuple):
    """A run of text between two block tags."""

    text: str
    level: int = 0
    """Of a heading: 1 to 6."""
    caption: bool = False
    quoted: bool = False
    """Inside a blockquote: a post or a passage that the article shows."""


def parsed(html: str) -> HtmlElement | None:
    """The tree of an HTML document, or None where there is nothing in it. Comments and instructions are left out."""
    from lxml import etree  # type: ignore[import-untyped]  # 0.05 s: only pages pay for it
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree: HtmlElement | None = lxml_html.document_fromstring(
            html[:MAX_CHARACTERS].encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


def visible_pieces(tree: HtmlElement) -> list[Piece]:
    """The pieces of text in document order, headings and captions told; hidden elements are left out."""
    from lxml import etree

    pieces: list[Piece] = []
    words: list[str] = []
    level = hidden = caption = quoted = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _UNSEEN or _is_hidden(element):
                hidden += 1
            if tag in _BLOCKS:
                _flush(pieces, words, level, caption, quoted)
            level = int(tag[1]) if tag in _HEADINGS else level
            caption += tag == "figcaption"
            quoted += tag == "blockquote"
            if element.text and not hidden:
                words.append(element.text)
        else:
            if tag in _BLOCKS:
                _flush(pieces, words, level, caption, quoted)
            level = 0 if tag in _HEADINGS else level
            caption -= tag == "figcaption"
            quoted -= tag == "blockquote"
            if tag in _UNSEEN or _is_hidden(element):
                hidden -= 1
            if element.tail and not hidden:
                words.append(element.tail)
    _flush(pieces, words, level, caption, quoted)
    return pieces


def _is_hidden(element: HtmlElement) -> bool:
    """True where the page says it is not shown."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and "display:none" in style.replace(" ", "").lower()


def _flush(pieces: list[Piece], words: list[str], level: int, caption: int, quoted: int) -> None:
    """Turn the words gathered so far into a piece."""
    if words:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            pieces.append(Piece(text, level, caption > 0, quoted > 0))
