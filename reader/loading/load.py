"""A path becomes documents, or a problem. Nothing here raises for a bad file."""

from __future__ import annotations

from reader.loading.discover import shown
from reader.loading.formats import FORMATS, format_of
from reader.loading.reading import read_bytes
from reader.model.documents import RawDocument
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line


def load(path: str) -> tuple[RawDocument, ...] | Problem:
    """The articles that a file holds, or the one problem that kept it from opening.

    A file whose ending no format claims is read as plain text: the person named it.
    """
    name = visible_line(shown(path))
    try:
        data = read_bytes(path, name)
        if not data.strip():
            return Problem(name, "is empty")
        return (format_of(path) or FORMATS[0]).read(data, name)
    except ReaderError as error:
        return error.problem
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        return Problem(name, f"could not be read ({type(error).__name__})", "please report this file")
