"""A file as it was read, before any cleaning."""

from __future__ import annotations

from msgspec import Struct, field

from reader.model.problems import Problem
from reader.model.spans import Span


class Section(Struct, frozen=True):
    """A piece of a structured document (HTML, Markdown) whose role its format states."""

    text: str
    kind: str | None = None
    """A block kind (reader.model.articles.KINDS) where the format is sure of it, else None."""
    level: int = 0
    """Of a heading: 1 to 6."""
    pieces: tuple[tuple[int, int, int], ...] = ()
    """(start in text, start in the raw text, length) runs that were taken over letter for letter."""
    raw: Span | None = None
    """Where the section stands in the raw text; None where the format has none (HTML)."""
    guessed: bool = False
    """True where the kind is an extractor's guess, which cleaning weighs against its own."""


class RawDocument(Struct, frozen=True):
    """One article's worth of a file: its decoded text and what its format says about it."""

    path: str
    """The file as given on the command line."""
    text: str
    """Decoded; BOM removed, newlines untouched, control characters replaced one for one."""
    id: str
    """Hash of the decoded text."""
    part: int = 1
    """Counts from 1 where one file holds several articles."""
    format: str = "text"
    """The name of its entry in FORMATS."""
    encoding: str = "utf-8"
    sections: tuple[Section, ...] | None = None
    """What the format made of it; None for plain text, which cleaning cuts into blocks itself."""
    stated: tuple[tuple[str, str], ...] = field(default=())
    """(field, value) pairs that the format states: front matter, <meta>; fields as in Metadata."""
    start: int = 0
    """Where `text` begins in the decoded text of its file, of which it may be one of several articles."""
    first_line: int = 1
    """The line of the file at which `text` begins."""
    derived: bool = False
    """True where `text` was taken out of a container (PDF, mail, JSON), so that no offset leads back to the file."""
    problems: tuple[Problem, ...] = ()
    """Faults that did not keep it from opening, such as a guessed encoding."""

    @property
    def has_offsets(self) -> bool:
        """True where offsets lead back to the file (text and Markdown)."""
        if self.derived:
            return False
        return self.sections is None or any(s.raw is not None for s in self.sections)
