"""What every format does first: bytes to guarded text, and text to an id."""

from __future__ import annotations

from msgspec.structs import replace

from reader.loading.decoding import decode
from reader.model.documents import RawDocument, Section
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible, visible_line, without_hints


def decoded_text(data: bytes, path: str, *, marked_up: bool = False) -> tuple[str, str, tuple[Problem, ...]]:
    """The guarded text of the bytes, its encoding, and doubts about it. Raises ReaderError where they are no text.

    Args: marked_up: the text is a page's source, to which no offset leads.
    """
    decoded = decode(data)
    if decoded is None:
        raise ReaderError(Problem(path, "holds binary data, not text", "give it the ending of its real format"))
    doubts = (Problem(path, decoded.doubt, fatal=False),) if decoded.doubt else ()
    return visible(without_hints(decoded.text) if marked_up else decoded.text), decoded.encoding, doubts


def guarded(document: RawDocument) -> RawDocument:
    """The document with all that its format made of it guarded: entities and escapes become characters late."""
    return replace(
        document,
        text=visible(document.text),
        stated=tuple((name, visible_line(without_hints(value))) for name, value in document.stated),
        sections=None if document.sections is None else tuple(map(_guarded, document.sections)),
    )


def _guarded(section: Section) -> Section:
    text = visible(section.text if section.raw else without_hints(section.text))
    return section if text == section.text else replace(section, text=text)


def identity(text: str) -> str:
    """The id of an article: 16 hexadecimal digits of the SHA-256 of its decoded text."""
    import hashlib  # not for files that are known

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
