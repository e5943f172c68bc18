"""Every format that a library can be written in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from msgspec import Struct

from reader.exporting.selection import Selection
from reader.text.guard import harmless_lines


class ExportFormat(Struct, frozen=True):
    """A format: its name, the ending of its files, what it holds, and the function that writes it."""

    name: str
    ending: str
    what: str
    writer: str
    """module:function; imported when it is first asked for."""

    def write(self, selection: Selection) -> Iterator[bytes]:
        """The bytes of the export, in pieces; nothing in a text acts when it is printed, tags and notes included."""
        module, _, function = self.writer.partition(":")
        write: Callable[[Selection], bytes | Iterator[str]] = getattr(import_module(module), function)
        pieces = write(selection)
        if isinstance(pieces, bytes):
            yield pieces
        else:
            for piece in pieces:
                yield harmless_lines(piece).encode("utf-8", "replace")


EXPORTS = (
    ExportFormat("json", ".json", "everything, for programs", "reader.exporting.contract:whole"),
    ExportFormat("jsonl", ".jsonl", "everything, one object a line", "reader.exporting.contract:lines"),
    ExportFormat("yaml", ".yaml", "everything, as YAML", "reader.exporting.quotesheet:yaml_library"),
    ExportFormat("markdown", ".md", "articles with their quotes", "reader.exporting.markdown:markdown"),
    ExportFormat("obsidian", ".md", "the same as notes with tags and links", "reader.exporting.markdown:obsidian"),
    ExportFormat("html", ".html", "articles with their quotes as a page", "reader.exporting.page:html"),
    ExportFormat("csv", ".csv", "a row a quote, with its citation", "reader.exporting.quotesheet:csv_quotes"),
    ExportFormat("bibtex", ".bib", "sources and their quotes", "reader.exporting.bibliography:bibtex"),
    ExportFormat("csl-json", ".json", "sources and their quotes", "reader.exporting.bibliography:csl_json"),
    ExportFormat("qdc", ".qdc", "REFI-QDA code book: speakers and tags", "reader.exporting.refi:qdc"),
    ExportFormat("qdpx", ".qdpx", "REFI-QDA project: sources with coded quotes", "reader.exporting.refi:qdpx"),
)
NAMES = tuple(form.name for form in EXPORTS)


def export_format(name: str) -> ExportFormat:
    """The format of that name. Raises KeyError for another."""
    return {form.name: form for form in EXPORTS}[name]
