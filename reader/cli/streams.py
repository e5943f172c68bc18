"""Standard output and error that fill up, go away or were never there."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress

REFUSED = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""What a system says that can take no more of what is written."""


class Forgiving(io.TextIOWrapper):
    """A standard error that may be full: what is said there is lost then, and nothing else."""

    def write(self, text: str) -> int:
        with suppress(OSError):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()


def prepared() -> None:
    """Let each of the three standard streams be there, so that no file of ours gets the number of a closed one."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            # what writes to an output that was closed learns of it
            os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
            setattr(sys, name, os.fdopen(number, "r" if name == "stdin" else "w", encoding="utf-8", closefd=False))
    if not sys.stderr.isatty():
        whole = io.FileIO(2, "wb", closefd=False)  # what is lost must not be tried again at the end
        sys.stderr = Forgiving(whole, sys.stderr.encoding, "backslashreplace", line_buffering=True, write_through=True)


def output_fault(error: OSError) -> str:
    """The sentence where standard output took no more, empty where the error is of something else."""
    if error.filename is not None or error.errno not in REFUSED:
        return ""
    forget_output()
    return f"the output could not be written: {(error.strerror or 'cannot be written').lower()}"


def forget_output() -> None:
    """Let what is still to be printed, at the end of the program too, go nowhere."""
    number = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(number, sys.stdout.fileno())
    os.close(number)
