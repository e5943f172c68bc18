"""The formats that can be read, one module each."""

from __future__ import annotations

from importlib import import_module

from msgspec import Struct

from reader.model.documents import RawDocument


class Format(Struct, frozen=True):
    """A kind of file: its name, its endings, and the module whose `read` makes documents of it."""

    name: str
    endings: tuple[str, ...]
    module: str
    risky: bool = False
    """Read in a process of its own (reader.loading.apart): its parsers can be made to hang or to fill the memory."""

    def read(self, data: bytes, path: str) -> tuple[RawDocument, ...]:
        """The articles in a file's bytes. Raises ReaderError with one clear sentence."""
        documents: tuple[RawDocument, ...] = import_module(self.module).read(data, path)
        return documents


FORMATS = (
    Format("text", (".txt", ".text"), "reader.loading.formats.plain"),
    Format("markdown", (".md", ".markdown"), "reader.loading.formats.markdown"),
    Format("html", (".html", ".htm", ".xhtml"), "reader.loading.formats.html", risky=True),
    Format("mhtml", (".mhtml", ".mht"), "reader.loading.formats.mhtml", risky=True),
    Format("mail", (".eml",), "reader.loading.formats.mail", risky=True),
    Format("epub", (".epub",), "reader.loading.formats.epub", risky=True),
    Format("pdf", (".pdf",), "reader.loading.formats.pdf", risky=True),
    Format("docx", (".docx",), "reader.loading.formats.docx", risky=True),
    Format("feed", (".xml", ".rss", ".atom", ".rdf"), "reader.loading.formats.feed", risky=True),
    Format("json", (".json", ".jsonl", ".ndjson"), "reader.loading.formats.records"),
    Format("warc", (".warc", ".warc.gz"), "reader.loading.formats.warc", risky=True),
    Format("zip", (".zip",), "reader.loading.formats.archive", risky=True),
)
"""In the order in which they are tried; the first whose ending fits reads the file."""


def format_of(path: str) -> Format | None:
    """The format that a file's ending names, or None."""
    lower = path.lower()
    return next((f for f in FORMATS if lower.endswith(f.endings)), None)
