"""A web page becomes sections: its article as trafilatura finds it, and everything else as dropped ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.loading.markup import Piece, parsed, visible_pieces
from reader.loading.statements import stated_by
from reader.model.documents import Section

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_WORD = re.compile(r"\w+")
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,20})\s[^<>]{20000,}>")
"""A tag with pictures in its attributes, or with thousands of them, for which parsers take quadratic time."""
_POPUP = re.compile(
    r"(?:^|[\s_-])(?:rollover|tooltip|popover|hover-?card)\w*-(?:\w+-)?(?:block|box|content|text|body|inner)\b"
)
"""Classes of boxes that come up under the mouse; the word alone names what the box belongs to."""
_INLINE = ("a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
           "span", "strong", "sub", "sup", "tt", "u", "var")  # fmt: skip
CROWDED = 1000
"""Links or bold words in one paragraph beyond which they become plain text: extractors take quadratic time for them."""
_DATES = {"original_date": True, "extensive_search": False}
LEAST = 250
"""Characters; where trafilatura finds less, readability is asked too."""
FAR_MORE, MOST_MORE = 1.3, 4
"""How many times as much readability must keep to be believed, and to be disbelieved."""
LOOK_AHEAD = 12
"""So many kept sections ahead a piece of the page is looked for."""


def page_sections(html: str, url: str = "") -> tuple[tuple[Section, ...], tuple[tuple[str, str], ...]]:
    """The sections of a page in its order, dropped ones included, and what the page states of itself.

    Method: trafilatura in its default mode (Barbaresi 2021, "Trafilatura: A web scraping library"), the best of the
    Python extractors measured; readability-lxml where that finds little or nothing. What neither keeps is dropped,
    so that nothing of the page is hidden.
    """
    html = _LONG_TAG.sub(r"<\1>", html)
    tree = parsed(html)
    if tree is None:
        return (), ()
    if _without_popups(tree) | _without_crowds(tree):
        from lxml.html import tostring

        html = tostring(tree, encoding="unicode")
        tree = parsed(html)  # its text in one piece again
        if tree is None:
            return (), ()
    stated = stated_by(tree, url)
    kept = _fuller(_article(html), html)
    return tuple(_woven(visible_pieces(tree), kept, dict(stated).get("title", ""))), stated


def _without_popups(tree: HtmlElement) -> bool:
    """Take out boxes that come up under the mouse in the middle of a paragraph; True where there was one.

    The page does not show them, but they are hidden by a style sheet, which no saved page needs to hold.
    """
    found = [e for e in tree.iter("span", "div", "ul") if _POPUP.search(e.get("class") or "") and _in_paragraph(e)]
    for element in found:
        element.drop_tree()
    return bool(found)


def _without_crowds(tree: HtmlElement) -> bool:
    """Make plain text of what stands within a line where there are thousands in one element; True where there were."""
    from lxml.etree import strip_tags  # type: ignore[import-untyped]

    found = [element for element in tree.iter() if len(element) > CROWDED]
    for element in found:
        strip_tags(element, *_INLINE)
    return bool(found)


def _in_paragraph(element: HtmlElement) -> bool:
    return any(str(above.tag) in ("p", "li", "td") for above in element.iterancestors())


def _fuller(kept: list[Section], html: str) -> list[Section]:
    """What was kept, or what readability keeps, where that is far more and holds nearly all of the former."""
    size = sum(len(s.text) for s in kept)
    other = _readable(html)
    words = _key(" ".join(s.text for s in other))
    found = sum(len(s.text) for s in kept if _key(s.text) in words)
    more = sum(len(s.text) for s in other)
    if size < LEAST and more > 2 * size:
        return other
    return other if FAR_MORE * size < more < MOST_MORE * size and found > 0.8 * size else kept


def _article(html: str) -> list[Section]:
    """The sections of the article by trafilatura; none where it finds none."""
    from trafilatura import bare_extraction  # 0.3 s: only pages pay for it

    found = bare_extraction(
        html, include_comments=False, with_metadata=False, date_extraction_params=_DATES, include_images=False
    )
    body = getattr(found, "body", None)
    return [s for s in _sections(body) if s.text] if body is not None else []


def _readable(html: str) -> list[Section]:
    """The sections of the article by readability-lxml; none where it fails."""
    from readability import Document  # type: ignore[import-untyped]
    from readability.readability import Unparseable  # type: ignore[import-untyped]

    try:
        tree = parsed(Document(html).summary(html_partial=True))
    except (Unparseable, ValueError, TypeError):
        return []
    if tree is None:
        return []
    return [Section(p.text, "heading" if p.level else "paragraph", p.level, guessed=True) for p in visible_pieces(tree)]


def _sections(body: HtmlElement) -> Iterator[Section]:
    """The sections of trafilatura's tree: head, p, list/item, quote, table/row/cell; lb ends a line."""
    for element in body:
        tag = str(element.tag)
        if tag == "head":
            rend = element.get("rend", "h2")
            level = int(rend[1]) if rend[1:2].isdigit() else 2
            yield Section(_plain("".join(element.itertext())), "heading", level, guessed=True)
        elif tag in ("list", "quote", "div", "row", "table") and len(element) and not _inline(element):
            if element.text and element.text.strip():
                yield Section(_plain(element.text), "paragraph", guessed=True)
            yield from _rows(element) if tag == "table" else _sections(element)
        else:
            for line in _lines(element):
                yield Section(line, "paragraph", guessed=True)
        if element.tail and element.tail.strip():
            yield Section(_plain(element.tail), "paragraph", guessed=True)


def _inline(element: HtmlElement) -> bool:
    """True where all below it is part of running text."""
    return all(str(child.tag) in ("lb", "hi", "ref", "del", "code", "graphic") for child in element)


def _rows(table: HtmlElement) -> Iterator[Section]:
    """A paragraph a row."""
    for row in table.iter("row"):
        cells = [_plain("".join(cell.itertext())) for cell in row.iter("cell")]
        yield Section(" | ".join(c for c in cells if c), "paragraph", guessed=True)


def _lines(element: HtmlElement) -> list[str]:
    """The texts of an element between its line breaks."""
    pieces = [element.text or ""]
    for child in element.iterdescendants():
        if child.tag == "lb":
            pieces.append("\n")
        elif child.text:
            pieces.append(child.text)
        if child.tail:
            pieces.append(child.tail)
    return [plain for line in "".join(pieces).split("\n") if (plain := _plain(line))]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _woven(pieces: Sequence[Piece], kept: Sequence[Section], title: str) -> list[Section]:
    """The kept sections in the page's order, every other piece of the page dropped between them."""
    keys = [_key(s.text) for s in kept]
    heading = _key(title)
    woven: list[Section] = []
    at = 0
    titled = False
    for piece in pieces:
        key = _key(piece.text)
        if not key.strip():
            continue
        found = next((n for n in range(at, min(at + LOOK_AHEAD, len(keys))) if key in keys[n]), None)
        if found is not None and not (key == heading and not titled):
            woven += kept[at : found + 1]
            at = found + 1
        elif any(key in keys[n] for n in range(max(0, at - 3), at)):
            continue
        elif key == heading and not titled:
            titled = True
            woven.append(Section(piece.text, "title"))
        elif piece.quoted and 0 < at < len(keys):
            # trafilatura passes embedded posts over; between two kept sections they are the article's
            woven.append(Section(piece.text, "paragraph", guessed=True))
        else:
            woven.append(
                Section(piece.text, "caption" if piece.caption and at else "dropped", piece.level, guessed=True)
            )
    return woven + list(kept[at:])


def _key(text: str) -> str:
    """The words of a text alone, with a blank at both ends, so that one can be looked for inside another."""
    return f" {' '.join(_WORD.findall(text.lower()))} "
