"""Plain text."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from reader.loading.documents import decoded_text, identity
from reader.loading.splitting import parts_of
from reader.model.documents import RawDocument
from reader.text.lines import line_starts


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The file as documents without sections: one, or several where it holds several. Raises ReaderError."""
    text, encoding, problems = decoded_text(data, path)
    return split_document(
        RawDocument(path=path, text=text, id=identity(text), format="text", encoding=encoding, problems=problems)
    )


def split_document(whole: RawDocument) -> tuple[RawDocument, ...]:
    """The document itself, or one for each of the articles in it, whose offsets lead back to the whole."""
    parts = parts_of(whole.text)
    if len(parts) == 1:
        return (whole,)
    starts = line_starts(whole.text)
    return tuple(
        replace(
            whole,
            text=(words := part.of(whole.text)),
            id=identity(words),
            part=number,
            start=part.start,
            first_line=bisect_right(starts, part.start),
        )
        for number, part in enumerate(parts, 1)
    )
