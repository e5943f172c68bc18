"""Electronic books and newspapers (.epub): one document a chapter."""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from reader.loading.documents import identity
from reader.loading.formats.html import html_text
from reader.loading.markup import parsed, visible_pieces
from reader.loading.parts import needs
from reader.loading.unfolding import members, unfolded
from reader.model.documents import RawDocument, Section
from reader.model.problems import Problem, ReaderError

CONTAINER = "META-INF/container.xml"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
LEAST = 150
"""Characters of a chapter; covers, title pages and contents have fewer. A book of such pages alone is taken whole."""


@needs("reading EPUB", "html", "lxml")
def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """A document for every chapter with text, in the order of reading. Raises ReaderError."""
    return _chapters(data, path, LEAST) or _chapters(data, path, 1) or _nothing(path)


def _nothing(path: str) -> tuple[RawDocument, ...]:
    raise ReaderError(Problem(path, "has no text in it"))


def _chapters(data: bytes, path: str, least: int) -> tuple[RawDocument, ...]:
    """The chapters with at least so many characters."""
    found: list[RawDocument] = []
    with members(data, path) as archive:
        package = _package(unfolded(archive, CONTAINER, path), path)
        book = _tree(unfolded(archive, package, path), path)
        stated = _stated(book)
        for place in _spine(book, posixpath.dirname(package)):
            try:
                html, encoding, problems = html_text(unfolded(archive, place, path), path)
            except ReaderError:
                continue
            sections = _chapter(html)
            if sum(len(s.text) for s in sections if s.kind == "paragraph") < least:
                continue
            heading = next((s.text for s in sections if s.kind == "heading"), "")
            said = {**stated, "title": heading or stated.get("title", "")}
            found.append(
                RawDocument(
                    path=path, text=html, id=identity(html), part=len(found) + 1, format="epub", encoding=encoding,
                    sections=tuple(sections), stated=tuple((k, v) for k, v in said.items() if v), problems=problems,
                )
            )  # fmt: skip
    return tuple(found)


def _tree(data: bytes, path: str) -> Any:
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError) as error:
        raise ReaderError(Problem(path, "is damaged: its table of files cannot be read")) from error


def _package(container: bytes, path: str) -> str:
    """Where the package file stands in the archive."""
    for element in _tree(container, path).iter():
        if element.tag.endswith("rootfile") and element.get("full-path"):
            return str(element.get("full-path"))
    raise ReaderError(Problem(path, "is damaged: it names no package"))


def _stated(book: Any) -> dict[str, str]:
    """Title, authors, date and language of the book."""
    names = {"title": "title", "creator": "author", "publisher": "outlet", "date": "date", "language": "language"}
    found: dict[str, str] = {}
    for element in book.iter():
        field = names.get(str(element.tag).removeprefix(_DUBLIN)) if str(element.tag).startswith(_DUBLIN) else None
        if field and element.text and element.text.strip():
            found.setdefault(field, " ".join(element.text.split()))
    if "outlet" not in found and "title" in found:
        found["outlet"] = found["title"]
    if "language" in found:
        found["language"] = found["language"][:2].lower()
    return found


def _spine(book: Any, folder: str) -> list[str]:
    """The places of the chapters in the order of reading, the table of contents left out."""
    items = {
        i.get("id"): i
        for i in book.iter(f"{_PACKAGE}item")
        if "html" in (i.get("media-type") or "") and "nav" not in (i.get("properties") or "").split()
    }
    order = [items[r.get("idref")] for r in book.iter(f"{_PACKAGE}itemref") if r.get("idref") in items]
    return [posixpath.normpath(posixpath.join(folder, unquote(i.get("href") or ""))) for i in order]


def _chapter(html: str) -> list[Section]:
    """The pieces of a chapter; books have no furniture to be dropped."""
    tree = parsed(html)
    pieces = visible_pieces(tree) if tree is not None else []
    return [
        Section(p.text, "heading" if p.level else "caption" if p.caption else "paragraph", p.level or 0) for p in pieces
    ]
