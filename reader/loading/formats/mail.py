"""Mail, newsletters above all (.eml)."""

from __future__ import annotations

import email
import email.policy
from contextlib import suppress
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from reader.loading.decoding import decode
from reader.loading.documents import identity
from reader.loading.formats.html import html_text, page_document
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible, visible_line

LONGEST = 4000
"""Bytes of a subject or a sender that are read."""
LEAST = 200
"""Characters of a plain part that is the letter itself and no "your program shows no HTML"."""


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The letter as one document: its plain part where that says enough, else its HTML part. Raises ReaderError."""
    message = email.message_from_bytes(_without_long_heads(data), policy=email.policy.default)
    stated = _stated(message)
    plain, page = _part(message, "text/plain"), _part(message, "text/html")
    words = decode(plain) if plain else None
    text = visible(words.text) if words else ""
    if page and len(text.strip()) < LEAST:
        html, encoding, problems = html_text(page, path)
        found = page_document(html, path, encoding, problems)
        said = {**dict(found.stated), **dict(stated)}
        return (
            RawDocument(
                path=path, text=html, id=identity(html), format="mail", encoding=encoding, sections=found.sections,
                stated=tuple(said.items()), problems=problems,
            ),
        )  # fmt: skip
    if not text.strip():
        raise ReaderError(Problem(path, "is a letter without text"))
    return (RawDocument(path=path, text=text, id=identity(text), format="mail", stated=stated, derived=True),)


def _without_long_heads(data: bytes) -> bytes:
    """The letter with what it says of itself cut where it goes on and on: the package's time is quadratic in it."""
    lines, used = data.splitlines(keepends=True), 0
    for number, line in enumerate(lines):
        if not line.strip():
            break
        used = used + len(line) if line[:1] in b" \t" else len(line)
        if used > LONGEST:
            lines[number] = b"" if line[:1] in b" \t" else line[:LONGEST] + b"\r\n"
    return b"".join(lines)


def _part(message: EmailMessage, kind: str) -> bytes:
    """The decoded bytes of the first part of a kind that is no attachment, in its own character set as UTF-8."""
    for part in message.walk():
        if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                charset = part.get_content_charset()
                try:
                    return content.decode(charset).encode("utf-8") if charset else content
                except (LookupError, UnicodeError):
                    return content
    return b""


def _stated(message: EmailMessage) -> tuple[tuple[str, str], ...]:
    """Title, outlet and date as the letter's head says."""
    subject, sender = str(message.get("Subject") or ""), str(message.get("From") or "")
    name, address = parseaddr(sender)
    outlet = name or address.rpartition("@")[2]
    found = {"title": visible_line(" ".join(subject.split())), "outlet": visible_line(outlet)}
    with suppress(TypeError, ValueError, IndexError, OverflowError):
        found["date"] = parsedate_to_datetime(str(message.get("Date") or "")).date().isoformat()
    return tuple((field, value) for field, value in found.items() if value)
