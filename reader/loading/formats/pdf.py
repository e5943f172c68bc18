"""PDF files with a text layer."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

from reader.loading.documents import identity
from reader.loading.parts import needs
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible, visible_line

MAX_PAGES = 2000
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_])")
_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*$")
FULL, FULL_ENDED = 0.72, 0.88
"""Share of the width at which a line goes on; where a sentence ends in it, it must be fuller."""
_NUMBER = re.compile(r"\d+")
_LOWER = re.compile(r"[a-zà-öø-ÿа-я]")


@needs("reading PDF", "pdf", "pypdf")
def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The text layer as one document, lines as they stand on the pages, running heads and page numbers left out.

    Raises ReaderError where it is locked, damaged or has no text layer.
    """
    from pypdf import PdfReader  # 0.1 s: only PDF files pay for it
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        book = PdfReader(io.BytesIO(data))
        if book.is_encrypted and not book.decrypt(""):
            raise ReaderError(Problem(path, "is locked with a password", "unlock it first"))
        pages = [page.extract_text() for page in book.pages[:MAX_PAGES]]
        title = str((book.metadata.title if book.metadata else None) or "")
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise ReaderError(Problem(path, f"is a damaged PDF ({type(error).__name__})")) from error
    text = visible(joined(pages))
    if not text.strip():
        raise ReaderError(Problem(path, "has no text layer: it is a picture of a text", "run it through OCR first"))
    stated = (("title", visible_line(title.strip())),) if _is_headline(title, text) else ()
    return (RawDocument(path=path, text=text, id=identity(text), format="pdf", stated=stated, derived=True),)


def joined(pages: Sequence[str]) -> str:
    """The pages as one text: what repeats at the head or foot of most pages left out, broken words mended."""
    cut = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(_NUMBER.sub("0", line) for page in cut for line in {*page[:1], *page[-1:]})
    often = {line for line, times in edges.items() if times > 2 and 2 * times > len(pages)}
    kept = []
    for page in cut:
        while page and (_NUMBER.sub("0", page[0]) in often or page[0].isdigit()):
            page.pop(0)
        while page and (_NUMBER.sub("0", page[-1]) in often or page[-1].isdigit()):
            page.pop()
        kept.append("\n".join(page))
    text = "\n".join(page for page in kept if page)
    return _paragraphs(_BROKEN.sub(lambda m: "" if _LOWER.match(text, m.end()) else m.group()[0], text).split("\n"))


def _paragraphs(lines: Sequence[str]) -> str:
    """Lines as paragraphs with a blank line between: a line of nearly full width goes on in the next.

    Letters differ in width, so the widest lines in characters say only roughly where a line is full.
    """
    lengths = sorted(map(len, lines))
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    text: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        ended = _STOP.search(line) is not None
        goes_on = len(line) >= width * (FULL_ENDED if ended else FULL) or (not ended and following[:1].islower())
        text += [line, " " if goes_on else "\n\n"]
    return "".join(text).strip()


def _is_headline(title: str, text: str) -> bool:
    """True where the title that the file states stands in its text too; many state a file name or a template's."""
    words = " ".join(title.split()).lower()
    return len(words) > 8 and words in " ".join(text[:4000].split()).lower()
