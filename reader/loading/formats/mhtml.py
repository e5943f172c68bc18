"""Pages saved whole by a browser (.mhtml, .mht): the page is one part of a message."""

from __future__ import annotations

import email
import email.policy

from reader.loading.formats.html import html_text, page_document
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The saved page as one document. Raises ReaderError where no page is in the file."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                text, encoding, problems = html_text(content, path)
                url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
                return (page_document(text, path, encoding, problems, url.strip()),)
    raise ReaderError(Problem(path, "holds no saved page", "save it again as a single file"))
