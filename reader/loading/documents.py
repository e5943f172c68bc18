"""What every format does first: bytes to guarded text, and text to an id."""

from __future__ import annotations

import hashlib

from reader.loading.decoding import decode
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible


def decoded_text(data: bytes, path: str) -> tuple[str, str, tuple[Problem, ...]]:
    """The guarded text of the bytes, its encoding, and doubts about it. Raises ReaderError where they are no text."""
    decoded = decode(data)
    if decoded is None:
        raise ReaderError(Problem(path, "holds binary data, not text", "give it the ending of its real format"))
    doubts = (Problem(path, decoded.doubt, fatal=False),) if decoded.doubt else ()
    return visible(decoded.text), decoded.encoding, doubts


def identity(text: str) -> str:
    """The id of an article: 16 hexadecimal digits of the SHA-256 of its decoded text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
