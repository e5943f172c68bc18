"""Bytes become text."""

from __future__ import annotations

import codecs

from msgspec import Struct

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # the longer marks first: that of UTF-16 LE begins that of UTF-32 LE
_SAMPLE = 64 * 1024
_TORN = 1000
"""One bad byte in so many still counts as UTF-8: a page cut in mid-letter, a stray byte of a feed."""


class Decoded(Struct, frozen=True):
    """The text of a file, without its byte order mark."""

    text: str
    encoding: str
    doubt: str = ""
    """What a person should know of how it was decoded; empty where it was plain."""


def decode(data: bytes) -> Decoded | None:
    """The text of the bytes, or None where they are no text.

    In order: a byte order mark; UTF-16 without one (every other byte zero); UTF-8; UTF-8 with a few bad bytes;
    what charset-normalizer finds; Windows-1252.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _with_errors(data[len(mark) :], name)
    bare = _bare_utf16(data)
    if bare:
        return _with_errors(data, bare)
    if data.count(0) > len(data) // 200 and not _strays(data):
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    torn = data.decode("utf-8", "replace")
    bad = torn.count("\ufffd")
    if bad * _TORN <= len(torn) and len(torn) - bad < len(data) - bad:
        return Decoded(torn, "utf-8", f"{bad} bytes were not UTF-8 and are shown as \ufffd")
    return _guess(data)


def _strays(data: bytes) -> bool:
    """True for a short text with zero bytes strewn into it: all else in it is printable, and far more."""
    rest = data.translate(None, b"\0\t\n\r")
    return len(data) < 4096 and data.count(0) * 4 < len(data) and rest.isascii() and rest.decode().isprintable()


def _bare_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, judged by where the zero bytes of Latin letters stand."""
    head = data[:4096]
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _with_errors(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return Decoded(text, name, f"some bytes were not {name} and are shown as \ufffd")


def _guess(data: bytes) -> Decoded:
    """The most likely encoding of bytes that are not UTF-8, marked as a guess."""
    from charset_normalizer import from_bytes  # 40 ms: only a file in an old encoding pays for it

    best = from_bytes(data[:_SAMPLE]).best()
    name = best.encoding if best else "cp1252"
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, LookupError):
        text = data.decode(name if best else "cp1252", "replace")
    return Decoded(text, name, f"the encoding was guessed: {name}")
