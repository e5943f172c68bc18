"""Documents of word processors (.docx)."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from reader.loading.documents import identity
from reader.loading.unfolding import members, unfolded
from reader.model.documents import RawDocument, Section
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The document's paragraphs in order, headings told by their style. Raises ReaderError.

    Read with the standard library: a .docx is XML in a zip archive (ECMA-376), and only its paragraphs are wanted.
    """
    with members(data, path) as archive:
        tree = _tree(unfolded(archive, "word/document.xml", path), path)
        names = set(archive.namelist())
        core = _tree(unfolded(archive, "docProps/core.xml", path), path) if "docProps/core.xml" in names else None
    sections = [s for p in tree.iter(f"{_W}p") for s in _sections(p)]
    if not sections:
        raise ReaderError(Problem(path, "has no text in it"))
    text = "\n\n".join(s.text for s in sections)
    return (
        RawDocument(
            path=path, text=text, id=identity(text), format="docx", sections=tuple(sections), stated=_stated(core),
            derived=True,
        ),
    )  # fmt: skip


def _tree(data: bytes, path: str) -> Any:
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError) as error:
        raise ReaderError(Problem(path, "is damaged: its text cannot be read")) from error


def _sections(paragraph: Any) -> list[Section]:
    """A paragraph as sections, one a line; its style says whether it is a title, a heading or a caption."""
    pieces = []
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            pieces.append(element.text or "")
        else:
            pieces.append(_BREAKS.get(element.tag, ""))
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    kind, level = _style("" if style is None else style.get(f"{_W}val") or "")
    lines = [" ".join(line.split()) for line in visible("".join(pieces)).split("\n")]
    return [Section(line, kind, level) for line in lines if line]


def _style(name: str) -> tuple[str | None, int]:
    """The kind and level that a style's name tells: Title, Heading2, berschrift2, Titre1, Caption."""
    plain = name.lower().replace(" ", "")
    if plain in ("title", "titel", "titre", "título", "titulo"):
        return "title", 0
    if plain.startswith(("heading", "berschrift", "überschrift", "titre", "ttulo", "título")):
        return "heading", int(plain[-1]) if plain[-1:].isdigit() and plain[-1] in "123456" else 2
    return ("caption", 0) if plain in ("caption", "beschriftung") else (None, 0)


def _stated(core: Any) -> tuple[tuple[str, str], ...]:
    """Title and author as the file's properties say. Its dates are the file's, not the article's."""
    found = []
    for field, tag in (("title", "title"), ("author", "creator")):
        element = core.find(f"{_DUBLIN}{tag}") if core is not None else None
        value = (element.text or "").strip() if element is not None else ""
        if value and value.lower() not in ("python-docx", "word document", "microsoft office user"):
            found.append((field, value))
    return tuple(found)
