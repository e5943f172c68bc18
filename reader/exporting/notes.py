"""All notes of a person as one report: the article, the quote, what was noted, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reader.exporting.citing import chicago, source_of
from reader.exporting.markdown import escaped
from reader.library.annotated import MarkOf, lost_marks, quote_marks
from reader.library.comparison import outlet_of
from reader.library.library import Library
from reader.marks.marks import ArticleMark
from reader.text.guard import harmless_lines


class Note(Struct, frozen=True):
    """One note."""

    key: str
    """Of the article."""
    title: str
    outlet: str
    date: str
    path: str
    citation: str
    note: str
    tags: tuple[str, ...]
    words: str = ""
    """Of the quote it is on; empty: it is on the article."""
    speaker: str = ""
    kind: str = ""
    quote: int | None = None
    """Index of the quote; None too where its words are no longer in the article."""


def notes_of(library: Library, mark_of: MarkOf) -> Iterator[Note]:
    """The notes in library order, an article's own before those on its quotes."""
    for row in library.rows:
        mark = mark_of(row.key) if row.problem is None else None
        if mark is None or not (mark.note or any(quote.note for quote in mark.quotes)):
            continue
        analysis = library.analysis(row.key)
        article = analysis.article
        common = (row.key, row.title, outlet_of(row), row.date or "", row.path, chicago(source_of(article)))
        if mark.note:
            yield Note(*common, mark.note, mark.tags)
        for index, quote in sorted(quote_marks(analysis, mark).items()):
            if quote.note:
                found = analysis.quotes[index]
                speaker = library.speaker_of(row.key, found.entity)
                words = found.span.of(article.text)
                yield Note(*common, quote.note, quote.tags, words, speaker.name if speaker else "", found.kind, index)
        for quote in lost_marks(analysis, mark):
            if quote.note:
                yield Note(*common, quote.note, quote.tags, quote.words)


def report(notes: Iterable[Note], absent: Iterable[ArticleMark] = ()) -> Iterator[str]:
    """The notes as a page of Markdown, nothing of which acts when it is printed.

    Args: absent: marks of articles that are not in the library.
    """
    return map(harmless_lines, _pieces(notes, absent))


def _pieces(notes: Iterable[Note], absent: Iterable[ArticleMark]) -> Iterator[str]:
    yield "# Notes\n\n"
    title, empty = None, True
    for note in notes:
        empty = False
        if note.key != title:
            title = note.key
            yield f"## {escaped(note.title)}\n\n{escaped(note.citation)}\n\n"
        if note.words:
            gone = "" if note.quote is not None else "; these words are no longer in the article"
            who = note.speaker or "nobody named"
            detail = f"{who}, {note.kind}" if note.kind else who
            yield f"> “{escaped(note.words)}” ({escaped(detail)}{gone})\n\n"
        yield _body(note.note)
        if note.tags:
            yield escaped("Tags: " + ", ".join(note.tags)) + "\n\n"
    lost = [mark for mark in absent if mark.note or any(quote.note for quote in mark.quotes)]
    if lost:
        yield "## Articles that are not here\n\n"
    for mark in lost:
        yield f"### {escaped(mark.ref.title or mark.ref.path)}\n\n{escaped(mark.ref.path)}\n\n"
        yield _body(mark.note) if mark.note else ""
        for quote in mark.quotes:
            if quote.note:
                yield f"> “{escaped(quote.words)}”\n\n{_body(quote.note)}"
    if empty and not lost:
        yield "No notes yet.\n"


def _body(note: str) -> str:
    """A note's lines as they were written; an empty one parts paragraphs."""
    paragraphs = (part.strip("\n").split("\n") for part in note.split("\n\n") if part.strip())
    return "\n\n".join("  \n".join(map(escaped, lines)) for lines in paragraphs) + "\n\n"
