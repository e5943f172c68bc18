"""What the headless commands do. Results go to standard output, problems to standard error."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from msgspec.structs import asdict

from reader.cli.exits import GOOD, SOME_UNREAD, UNWRITTEN, USAGE
from reader.cli.listings import (
    ARTICLES,
    HITS,
    NOTES,
    QUOTES,
    SPEAKERS,
    STATEMENTS,
    VERSIONS,
    article_rows,
    hit_rows,
    matrix_rows,
    quote_rows,
    speaker_rows,
    statement_rows,
    version_rows,
)
from reader.cli.tables import print_rows
from reader.exporting.contract import MarkOf
from reader.exporting.files import write_whole
from reader.exporting.formats import export_format
from reader.exporting.notes import notes_of, report
from reader.exporting.selection import Selection
from reader.library.comparison import compare as compared
from reader.library.comparison import find_statements
from reader.library.library import Library
from reader.library.open import open_library, wants_index
from reader.library.queries import parse
from reader.marks.book import MarkBook
from reader.marks.marks import ArticleMark
from reader.model.analysis import Analysis
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line

BINARY = ("qdpx",)
"""Formats that a terminal cannot show."""


def export(args: argparse.Namespace) -> int:
    """`reader export`: the library in one of the formats, on standard output or in a file."""
    if args.output is None and args.format in BINARY and sys.stdout.isatty():
        print(f"reader: {args.format} is no text for a terminal; write it into a file with -o", file=sys.stderr)
        return USAGE
    book = _book(args)
    library = _library(args, book)
    form = export_format(args.format or "json")
    pieces = form.write(Selection(library, _marks(library, book)))
    if args.output is None:
        sys.stdout.flush()
        out = getattr(sys.stdout, "buffer", None)
        for piece in pieces:
            if out is not None:
                out.write(piece)
            else:
                sys.stdout.write(piece.decode("utf-8"))
        sys.stdout.flush()
    else:
        try:
            write_whole(Path(args.output), pieces)
        except OSError as error:
            where, why = visible_line(args.output), (error.strerror or "cannot be written").lower()
            print(f"reader: {where}: {why}; nothing was written", file=sys.stderr)
            mistaken = isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError)
            return USAGE if mistaken else UNWRITTEN
    return _code(library)


def read(args: argparse.Namespace) -> int:
    """`reader read`: articles to be read, on standard output or in a pager."""
    from reader.cli.reading import manner_of, printed
    from reader.exporting.selection import article_views

    book = _book(args)
    library = _library(args, book)
    selection = Selection(library, _marks(library, book))
    if args.format == "markdown":
        lines = (piece.decode("utf-8") for piece in export_format("markdown").write(selection))
    else:
        manner = manner_of(
            args.format or ("ansi" if args.pager and not os.environ.get("NO_COLOR") else None), args.width
        )
        rule = "\n* * *\n\n"
        lines = (
            f"{rule if number else ''}{chr(10).join(printed(view, manner))}\n"
            for number, view in enumerate(article_views(selection))
        )
    if args.pager and sys.stdout.isatty():
        _page("".join(lines))
    else:
        sys.stdout.writelines(lines)
    return _code(library)


def _page(text: str) -> None:
    """Show text in the person's pager; print it where that cannot be started."""
    import shlex
    import subprocess

    try:
        pager = shlex.split(os.environ.get("PAGER") or "less -R")
        subprocess.run(pager, input=text.encode("utf-8"), check=False)
    except (OSError, ValueError, IndexError):
        sys.stdout.write(text)


def quotes(args: argparse.Namespace) -> int:
    """`reader quotes`: a row a quote."""
    library = _library(args, _book(args))
    print_rows(quote_rows(library, indirect=args.indirect), QUOTES, args.format)
    return _code(library)


def speakers(args: argparse.Namespace) -> int:
    """`reader speakers`: a row a speaker."""
    library = _library(args, _book(args))
    print_rows(speaker_rows(library), SPEAKERS, args.format)
    return _code(library)


def articles(args: argparse.Namespace) -> int:
    """`reader articles`: a row an article."""
    book = _book(args)
    library = _library(args, book)
    print_rows(article_rows(library, _marks(library, book)), ARTICLES, args.format)
    return _code(library)


def statements(args: argparse.Namespace) -> int:
    """`reader statements`: a row an utterance that several articles report."""
    library = _library(args, _book(args))
    print_rows(statement_rows(library), STATEMENTS, args.format)
    return _code(library)


def compare(args: argparse.Namespace) -> int:
    """`reader compare "words"`: every version of the utterances that have these words."""
    library = _library(args, _book(args))
    found = find_statements(library, args.words)
    if not found:
        print("reader: no utterance with these words is reported by two articles", file=sys.stderr)
    rows = (row for statement in found for row in version_rows(library, compared(library, statement)))
    print_rows(rows, VERSIONS, args.format)
    return _code(library)


def search(args: argparse.Namespace) -> int:
    """`reader search QUERY`: a row a place that the query finds."""
    try:
        query = parse(args.query)
        if not query.terms:
            raise ReaderError(Problem("search", "nothing is looked for", "type a word, or a field as in speaker:NAME"))
    except ReaderError as error:
        print(f"reader: {visible_line(str(error))}", file=sys.stderr)
        return USAGE
    book = _book(args)
    library = _library(args, book)
    print_rows(hit_rows(library, query, book.marked), HITS, args.format)
    return _code(library)


def notes(args: argparse.Namespace) -> int:
    """`reader notes`: the report of all notes."""
    book = _book(args)
    library = _library(args, book)
    found = list(notes_of(library, book.marked))
    if args.format in (None, "markdown"):
        here = library.row_by_key
        sys.stdout.writelines(report(found, [mark for mark in book.marks() if mark.ref.id not in here]))
    else:
        print_rows(map(asdict, found), NOTES, args.format)
    return _code(library)


def matrix(args: argparse.Namespace) -> int:
    """`reader matrix`: speakers by outlets."""
    library = _library(args, _book(args))
    columns, rows = matrix_rows(library)
    print_rows(rows, columns, args.format)
    return _code(library)


def _book(args: argparse.Namespace) -> MarkBook:
    """The person's marks; why they cannot be read is said on standard error."""
    book = MarkBook.open(args.paths)
    if book.problem and (book.problem.fatal or book.problem.line):
        print(f"reader: {visible_line(str(book.problem))}", file=sys.stderr)
    return book


def index(args: argparse.Namespace) -> int:
    """`reader index`: read everything ahead, so that opening it later takes no time."""
    from reader.cli.indexing import index_paths

    return index_paths(args, _book(args))


def _library(args: argparse.Namespace, book: MarkBook) -> Library:
    library = _indexed(args, book)
    if library is None:
        library = open_library(args.paths, jobs=args.jobs, clean=not args.no_clean, book=book)
    for problem in library.problems:
        print(f"reader: {visible_line(str(problem))}", file=sys.stderr)
    if library.skipped:
        print(f"reader: {library.skipped} files of unknown kinds were passed over", file=sys.stderr)
    return library


def _indexed(args: argparse.Namespace, book: MarkBook) -> Library | None:
    """The library from its index, where it is large or has one; None for others."""
    if not wants_index(args.paths, cleaned=not args.no_clean):
        return None
    import sqlite3

    from reader.cli.indexing import Bar
    from reader.library.indexing import open_index

    bar = Bar()
    try:
        return open_index(args.paths, jobs=args.jobs, cleaned=not args.no_clean, book=book, report=bar.show)
    except (sqlite3.Error, OSError) as error:
        why = visible_line(str(error))
        print(f"reader: the index cannot be used ({why}); everything is read into memory", file=sys.stderr)
        return None
    finally:
        bar.clear()


def _marks(library: Library, book: MarkBook) -> MarkOf:
    """What the person said of each article of the opened folder."""

    def mark_of(key: str, analysis: Analysis) -> ArticleMark | None:
        return book.marked(key)

    return mark_of


def _code(library: Library) -> int:
    return SOME_UNREAD if library.problems else GOOD
