"""Saved web pages."""

from __future__ import annotations

import re

from reader.loading.documents import decoded_text, identity
from reader.loading.pages import page_sections
from reader.loading.parts import needs
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible, visible_line, without_hints

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")


def read(data: bytes, path: str) -> tuple[RawDocument, ...]:
    """The page as one document. Raises ReaderError where it is no text or nothing is on it."""
    text, encoding, problems = html_text(data, path)
    saved = _SAVED_FROM.search(text[:2000])
    return (page_document(text, path, encoding, problems, saved.group(1) if saved else ""),)


def html_text(data: bytes, path: str) -> tuple[str, str, tuple[Problem, ...]]:
    """The guarded text of a page: in UTF-8 where it is that, else in the encoding that it names."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                text = data.decode(named.group(1).decode("ascii"), "replace")
            except LookupError:
                pass
            else:
                return visible(without_hints(text)), named.group(1).decode("ascii").lower(), ()
    return decoded_text(data, path, marked_up=True)


@needs("reading web pages", "html", "trafilatura", "readability", "lxml")
def page_document(
    text: str, path: str, encoding: str = "utf-8", problems: tuple[Problem, ...] = (), url: str = "", part: int = 1
) -> RawDocument:
    """The document of one page. Raises ReaderError where no text is on it."""
    sections, stated = page_sections(text, url)
    if not sections:
        title = dict(stated).get("title", "")
        but = f" but its title, “{visible_line(title)[:100]}”" if title else ""
        raise ReaderError(Problem(path, f"has no text on its page{but}"))
    return RawDocument(
        path=path, text=text, id=identity(text), part=part, format="html", encoding=encoding, sections=sections,
        stated=stated, problems=problems,
    )  # fmt: skip
