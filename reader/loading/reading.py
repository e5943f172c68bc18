"""The bytes of a file, and nothing that hangs."""

from __future__ import annotations

import os
import stat

from reader.model.problems import Problem, ReaderError

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is refused: an article has some 5 kB, a year of a newspaper some 50 MB."""

GROWTH = 1024 * 1024
"""So much more of a file that grows while it is read is taken too."""


def read_bytes(path: str, shown: str) -> bytes:
    """The content of a regular file. Raises ReaderError where it is none, is too large or cannot be read.

    Args: shown: the path as it may be printed. Opened without waiting, so that a pipe in the folder hangs nothing.
    """
    try:
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise ReaderError(Problem(shown, (error.strerror or "cannot be opened").lower())) from error
    with open(number, "rb") as file:
        status = os.fstat(number)
        if not stat.S_ISREG(status.st_mode):
            raise ReaderError(Problem(shown, "is not a regular file", "only files are read"))
        if status.st_size > MAX_BYTES:
            raise ReaderError(Problem(shown, f"is larger than {MAX_BYTES >> 20} MB", "cut it into smaller files"))
        try:
            data = file.read(min(status.st_size + GROWTH, MAX_BYTES) + 1)
        except OSError as error:
            raise ReaderError(Problem(shown, (error.strerror or "cannot be read").lower())) from error
    if len(data) > MAX_BYTES:
        raise ReaderError(Problem(shown, f"is larger than {MAX_BYTES >> 20} MB", "cut it into smaller files"))
    return data
