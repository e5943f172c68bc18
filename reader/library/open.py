"""Opening: paths become a library, step by step."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reader.library.composing import compose
from reader.library.files import Files
from reader.library.library import Library
from reader.library.reading import Read, read_file
from reader.library.store import is_indexed
from reader.loading.discover import Found, discover
from reader.loading.documents import identity
from reader.marks.book import MarkBook
from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.model.problems import Problem
from reader.text.guard import visible

LARGE = 2000
"""Files from which on a library is read from an index; fewer are held in memory."""
BETWEEN_STEPS = 0.25
"""Seconds between two views of a library that is still being read."""


class Progress(Struct, frozen=True):
    """Where the opening of a library stands."""

    library: Library
    done: int
    """Files read so far."""
    total: int
    resolved: bool
    """True in the last step, when speakers and statements hold over all articles."""
    doing: str = ""
    """What is done after all files were read, or why nothing is, in a few words."""


def open_steps(
    paths: Sequence[str], *, first: str | None = None, clean: bool = True, book: MarkBook | None = None
) -> Iterator[Progress]:
    """Views of the library while it is being read: one after the first article, some between, the last complete.

    Args: first: a path to be read before all others; book: the person's marks, whose corrections are applied.
    Never raises for a bad file; a path that does not exist is a problem of the library. A large library is read from
    its index, which another process brings up to date meanwhile.
    """
    if is_indexed(paths, clean):
        from reader.library.background import indexed_steps

        yield from indexed_steps(paths, clean=clean, book=book)
        return
    found = discover(paths)
    if len(found.files) >= LARGE and not os.environ.get("READER_WEIGHTS"):
        from reader.library.first import first_steps

        yield from first_steps(found, paths, first=first, clean=clean, book=book)
        return
    yield from _steps_in_memory(found, first=first, clean=clean, book=book)


def _steps_in_memory(found: Found, *, first: str | None, clean: bool, book: MarkBook | None) -> Iterator[Progress]:
    """The same of a library that is held in memory."""
    files = sorted(found.files, key=lambda f: f != first) if first else list(found.files)
    reads: dict[str, Read] = {}
    shown_at = 0.0
    with Files(clean) as source:
        for file in files:
            reads[file] = source.read(file)
            now = time.monotonic()
            if len(reads) < len(files) and (not shown_at or now - shown_at > BETWEEN_STEPS) and reads[file].analyses:
                yield Progress(library_of(found, reads, book, complete=False), len(reads), len(files), False)
                shown_at = time.monotonic()
    library = library_of(found, reads, book)
    library.copies  # noqa: B018  found here, in the thread that reads
    yield Progress(library, len(files), len(files), True)


def wants_index(paths: Sequence[str], *, cleaned: bool = True) -> bool:
    """True for paths that are better read from an index on disk: they have one, or they hold many files."""
    if os.environ.get("READER_WEIGHTS"):
        return False
    return is_indexed(paths, cleaned) or len(discover(paths).files) >= LARGE


def open_library(paths: Sequence[str], *, jobs: int = 1, clean: bool = True, book: MarkBook | None = None) -> Library:
    """The whole library of files and folders (with subfolders, hidden ones left out).

    Args: jobs: worker processes for the analysis; 1 does it in this one. The result is the same for any number;
    book: the person's marks, whose corrections are applied.
    """
    found = discover(paths)
    reads = dict(zip(found.files, _read_all(found.files, jobs, clean), strict=True))
    return library_of(found, reads, book)


def analyse(text: str, *, name: str = "") -> Article:
    """One text as a cleaned article. Args: name: shown where it has no title."""
    from reader.library.pipeline import analyse_document

    safe = visible(text)
    return analyse_document(RawDocument(path=name, text=safe, id=identity(safe))).article


def _read_all(files: Sequence[str], jobs: int, cleaned: bool) -> Iterable[Read]:
    """The files' reads in their order."""
    if jobs <= 1 or len(files) < 2 * jobs:
        return [read_file(file, cleaned=cleaned) for file in files]
    from reader.library.reading import opened
    from reader.library.workers import analysed

    found = {done.path: Read(opened(done), done.problem) for done in analysed(files, jobs, cleaned=cleaned)}
    return [found[file] for file in files]


def library_of(found: Found, reads: dict[str, Read], book: MarkBook | None, *, complete: bool = True) -> Library:
    """The library of what has been read, in the order of the found files."""
    keyed: list[tuple[str, Analysis]] = []
    problems: list[Problem] = list(found.problems)
    twins: dict[str, int] = {}
    for file in found.files:
        read = reads.get(file)
        if read is None:
            continue
        if read.problem:
            problems.append(read.problem)
        for analysis in read.analyses:
            twins[analysis.article.id] = count = twins.get(analysis.article.id, 0) + 1
            keyed.append((analysis.article.id + (f"-{count}" if count > 1 else ""), analysis))
    return compose(keyed, problems, found.skipped, book, complete=complete)
