"""Feeds saved as XML (RSS, Atom, RDF) and articles in NITF: one document an entry."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree

from reader.loading.documents import identity
from reader.loading.markup import parsed, visible_pieces
from reader.loading.parts import MAX_PARTS, needs, too_many
from reader.model.documents import RawDocument, Section
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible, visible_line

BODIES = ("encoded", "content", "body.content", "description", "summary")
"""Names of the elements that hold an entry's text, the fullest first."""


@needs("reading feeds", "html", "lxml")
def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """A document for every entry with text, in the feed's order. Raises ReaderError."""
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise ReaderError(Problem(path, f"is no XML that can be read ({error})"[:160])) from error
    entries = [e for e in root.iter() if _name(e) in ("item", "entry", "body")]
    if len(entries) > MAX_PARTS:
        raise too_many(path)
    if _name(root) == "nitf":
        entries = [root]
    elif _name(root) not in ("rss", "feed", "rdf"):
        raise ReaderError(Problem(path, f"is XML of an unknown kind (<{visible_line(_name(root))}>)", "feeds are read"))
    outlet = _outlet(root)
    found: list[RawDocument] = []
    for entry in entries:
        document = _document(entry, outlet, path, len(found) + 1)
        if document is not None:
            found.append(document)
    if not found:
        raise ReaderError(Problem(path, "is a feed without texts"))
    return tuple(found)


def _name(element: Any) -> str:
    """The name of an element without its namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def _children(entry: Any, *names: str) -> list[Any]:
    """The elements below an entry that have one of the names, in the order of the names."""
    found = list(entry.iter())
    return [e for name in names for e in found if _name(e) == name and e is not entry]


def _text(entry: Any, *names: str) -> str:
    """The text of the first such element that has any."""
    for element in _children(entry, *names):
        words = " ".join("".join(element.itertext()).split())
        if words:
            return visible_line(words)
    return ""


def _outlet(root: Any) -> str:
    """The title of the feed itself."""
    for element in root.iter():
        if _name(element) in ("item", "entry"):
            return ""
        if _name(element) == "title" and (element.text or "").strip():
            return visible_line(" ".join((element.text or "").split()))
    return ""


def _document(entry: Any, outlet: str, path: str, part: int) -> RawDocument | None:
    """The document of an entry, or None where it has no text."""
    html = ""
    for element in _children(entry, *BODIES):
        html = _markup(element)
        if html.strip():
            break
    tree = parsed(visible(html)) if html.strip() else None
    pieces = visible_pieces(tree) if tree is not None else []
    if not pieces:
        return None
    links = [
        e.get("href") for e in _children(entry, "link") if e.get("href") and e.get("rel", "alternate") == "alternate"
    ]
    found = {
        "title": _text(entry, "title", "hl1", "headline"),
        "outlet": _text(entry, "source") or outlet,
        "date": _date(_text(entry, "pubdate", "published", "date", "issued") or _issued(entry)),
        "updated": _date(_text(entry, "updated", "modified")),
        "author": _author(entry),
        "url": (links[0] if links else _text(entry, "link")) or "",
    }
    text = "\n\n".join(p.text for p in pieces)
    return RawDocument(
        path=path, text=text, id=identity(text), part=part, format="feed", derived=True,
        sections=tuple(Section(p.text, "heading" if p.level else None, p.level) for p in pieces),
        stated=tuple((k, v) for k, v in found.items() if v),
    )  # fmt: skip


def _markup(element: Any) -> str:
    """The HTML of an element: written out as text, or standing there as elements."""
    if len(element):
        return "".join([element.text or "", *(ElementTree.tostring(c, "unicode", method="html") for c in element)])
    words = element.text or ""
    return words if "<" in words else "".join(f"<p>{line}</p>" for line in words.split("\n") if line.strip())


def _author(entry: Any) -> str:
    for element in _children(entry, "creator", "author", "byttl", "byline"):
        name = _text(element, "name") or visible_line(" ".join("".join(element.itertext()).split()))
        if name:
            return name
    return ""


def _issued(entry: Any) -> str:
    """The date of an NITF article, which stands in an attribute: 20250314T101500Z."""
    for element in _children(entry, "date.issue", "date.release"):
        norm = str(element.get("norm") or "")
        if norm[:8].isdigit():
            return f"{norm[:4]}-{norm[4:6]}-{norm[6:8]}"
    return ""


def _date(words: str) -> str:
    """YYYY-MM-DD of a date as feeds write them; other forms unchanged, for the dates' own reader."""
    if len(words) >= 10 and words[4:5] == "-":
        return words[:10]
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return words
