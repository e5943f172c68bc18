"""A path becomes documents, or a problem. Nothing here raises for a bad file."""

from __future__ import annotations

from contextlib import suppress

from msgspec.structs import replace

from reader.loading.discover import shown
from reader.loading.documents import guarded
from reader.loading.formats import FORMATS, Format, format_of
from reader.loading.reading import read_bytes
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line


def load(path: str) -> tuple[RawDocument, ...] | Problem:
    """The articles that a file holds, or the one problem that kept it from opening.

    A file whose ending no format claims is read as plain text: the person named it.
    """
    data = read(path)
    return data if isinstance(data, Problem) else load_bytes(data[1], path, data[0])


def read(path: str) -> tuple[str, bytes] | Problem:
    """The name under which a file may be shown, and its bytes; or the problem that kept it from being read."""
    name = visible_line(shown(path))
    try:
        return name, read_bytes(path, name)
    except ReaderError as error:
        return error.problem if error.problem.path else replace(error.problem, path=name)
    except (OSError, ValueError, MemoryError) as error:
        return Problem(name, f"could not be read ({type(error).__name__})", "please report this file")


def load_bytes(data: bytes, path: str, name: str) -> tuple[RawDocument, ...] | Problem:
    """The articles in a file's bytes. Args: path: tells the format; name: as the file may be shown."""
    if not data.strip():
        return Problem(name, "is empty")
    form = format_of(path) or FORMATS[0]
    if form.risky:
        from reader.loading.apart import UnavailableError, read_apart  # plain text never needs it

        with suppress(UnavailableError):
            return read_apart(form.name, data, name)
    try:
        return read_here(form, data, name)
    except MemoryError as error:
        return Problem(name, f"could not be read ({type(error).__name__})", "please report this file")


def named(name: str) -> Format:
    """The format of that name. Raises KeyError."""
    return {form.name: form for form in FORMATS}[name]


def read_here(form: Format, data: bytes, name: str) -> tuple[RawDocument, ...] | Problem:
    """The articles in a file's bytes, read by this process. Raises MemoryError."""
    try:
        return tuple(map(guarded, form.read(data, name)))
    except ReaderError as error:
        problem = error.problem  # what a parser says may quote the file
        return replace(problem, path=problem.path or name, what=visible_line(problem.what))
    except MemoryError:
        raise
    except Exception as error:  # of a package that reads a format: none of them names all it may raise
        return Problem(name, f"could not be read ({type(error).__name__})", "it may be damaged")
