"""Files that are written so that nothing is ever half there."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 5.0
"""Seconds that the lock of another instance is waited for; a save takes some thousandths of one."""
State = tuple[int, int, int]
"""What changes when a file does: its inode, its time, its size."""


def state_of(path: Path) -> State | None:
    """The state of a file; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def open_regular(path: Path, flags: int = os.O_RDONLY) -> int:
    """The number of an opened regular file. Raises OSError for all else: a folder may hold traps under our names.

    A link is not followed, since it may lead to a file that is no business of ours; a pipe is not waited for.
    """
    number = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o600)
    status = os.fstat(number)
    if not stat.S_ISREG(status.st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "is not a regular file")
    return number


def write_atomically(path: Path, text: str) -> None:
    """Put the text in the file's place so that at any moment the whole old or the whole new one is there.

    All bytes and the folder's entry are forced to disk. Raises OSError; the old file is then untouched.
    """
    import tempfile  # not needed to open a folder

    number, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    try:
        with open(number, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    force_entry(path.parent)


def force_entry(folder: Path) -> None:
    """Force the names in a folder to disk. Raises OSError."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _wait_for(number: int) -> None:
    """Take the lock of an open file. Raises OSError where who has it does not give it back (it may be stopped)."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise OSError(errno.EBUSY, "another program holds its lock") from None
            time.sleep(0.005)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock that every instance takes before it writes; a file beside the book, since that is replaced."""
    number = open_regular(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT)
    try:
        _wait_for(number)
        yield
    finally:
        os.close(number)
