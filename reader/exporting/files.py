"""An export in a file: the whole of it or none."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.exporting.formats import ExportFormat
from reader.exporting.selection import Selection, article_views


class Counted(NamedTuple):
    """What an export holds."""

    articles: int
    quotes: int

    def __str__(self) -> str:
        return f"{_many(self.articles, 'article')}, {_many(self.quotes, 'quote')}"


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def counted(selection: Selection) -> Counted:
    """How many articles and quotes a selection takes."""
    views = [len(view.quotes) for view in article_views(selection)]
    return Counted(len(views), sum(views))


def export_to(path: Path, form: ExportFormat, selection: Selection) -> Counted:
    """Write a selection into a file; a file that was there is replaced once the new one is whole. Raises OSError."""
    write_whole(path, form.write(selection))
    return counted(selection)


def write_whole(path: Path, pieces: Iterable[bytes], *, anew: bool = False) -> None:
    """Put the pieces in the file's place so that at any moment the old or the new one is there. Raises OSError.

    Args: anew: whatever has that name already stays as it is, and FileExistsError is raised.

    What is no plain file (a pipe, a device) is written as it comes; a link's file is written, the link stays.
    """
    if anew and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, "is there already")
    path = path.resolve()
    mode = _mode(path)
    if mode is None:
        with path.open("wb") as stream:
            stream.writelines(pieces)
        return
    number, temporary = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".new", dir=path.parent)
    try:
        with open(number, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), mode)
        if anew:
            _put_anew(temporary, path)
        else:
            os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _put_anew(temporary: str, path: Path) -> None:
    """Give a file its name, unless something has come to have it meanwhile."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, "is there already") from None
    except OSError:  # a disk without links
        os.replace(temporary, path)
    else:
        os.unlink(temporary)


def _mode(path: Path) -> int | None:
    """The permissions for a file of this name: those it has, else the usual; None where it is no plain file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
    return stat.S_IMODE(status.st_mode) if stat.S_ISREG(status.st_mode) else None
