"""Plain text."""

from __future__ import annotations

from reader.loading.documents import decoded_text, identity
from reader.model.documents import RawDocument


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The whole file as one document without sections. Raises ReaderError where it is no text."""
    text, encoding, problems = decoded_text(data, path)
    return (RawDocument(path=path, text=text, id=identity(text), format="text", encoding=encoding, problems=problems),)
