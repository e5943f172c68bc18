"""Web archives (.warc, .warc.gz): one document a saved page."""

from __future__ import annotations

import io

from reader.loading.formats.html import html_text, page_document
from reader.loading.parts import CUT, MAX_PARTS, MAX_UNFOLDED, needs, too_many
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError

MAX_PAGE = 16 * 1024 * 1024


@needs("reading web archives", "warc", "warcio")
def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """A document for every page that was answered with success, in the archive's order. Raises ReaderError."""
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

    found: list[RawDocument] = []
    left = MAX_UNFOLDED
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            if not _is_page(record):
                continue
            if len(found) >= MAX_PARTS:
                raise too_many(path)
            if left <= 0:
                raise ReaderError(Problem(path, f"unfolds to more than {MAX_UNFOLDED >> 20} MB", CUT))
            content = record.content_stream().read(min(MAX_PAGE, left))
            left -= len(content)
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            try:
                text, encoding, problems = html_text(content, path)
                found.append(page_document(text, path, encoding, problems, url, part=len(found) + 1))
            except ReaderError as error:
                if error.problem.advice.startswith("pip install"):
                    raise
    except (ArchiveLoadFailed, ValueError, EOFError, OSError) as error:
        if not found:
            raise ReaderError(Problem(path, "is no web archive that can be read")) from error
    if not found:
        raise ReaderError(Problem(path, "holds no web page"))
    return tuple(found)


def _is_page(record: object) -> bool:
    """True for an answer of status 200 that is HTML."""
    headers = getattr(record, "http_headers", None)
    if getattr(record, "rec_type", "") not in ("response", "resource"):
        return False
    if headers is None:
        return "html" in (record.rec_headers.get_header("Content-Type") or "")  # type: ignore[attr-defined]
    return "html" in (headers.get_header("Content-Type") or "") and headers.get_statuscode() == "200"
