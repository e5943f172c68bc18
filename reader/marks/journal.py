"""The journal beside the book of marks: every act is on disk in it before the YAML follows.

One line an act: a check sum, a blank, and the marks it left behind as a JSON string of YAML. A line that was cut off by
a crash fails its check sum and counts as never written; nobody was told that it was.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from msgspec import Struct

from reader.marks.disk import force_entry, open_regular
from reader.marks.marks import Acts, ArticleMark

_NAME_LENGTH = 17
"""Of the first line, which is another one in every journal: who has read one knows by it that there is a new one."""


class Entry(Struct, frozen=True):
    """What one act left behind."""

    marks: tuple[ArticleMark, ...]
    acts: Acts | None
    """None where it changed none."""


class Journal:
    """The entries that are not in the YAML yet. Every call is made under the book's lock."""

    def __init__(self, path: Path) -> None:
        """Args: path: the journal's file; it is made by the first entry and removed when the YAML has followed."""
        self.path = path
        self._name = b""
        self._at = 0

    def news(self) -> tuple[Entry, ...]:
        """The entries since the last call, by whichever instance. Raises OSError and ReaderError."""
        try:
            with open(open_regular(self.path), "rb") as file:
                name = file.readline(_NAME_LENGTH)
                if name != self._name:
                    self._name, self._at = name, len(name)
                file.seek(self._at)
                data = file.read()
        except FileNotFoundError:
            self._name, self._at = b"", 0
            return ()
        entries, used = _entries(data, self.path.name)
        self._at += used
        return entries

    def add(self, marks: Iterable[ArticleMark], acts: Acts | None) -> None:
        """Write an entry and force it to disk; what a crash left half written is cut off first.

        Raises OSError; the journal is then as it was. Call `news` before.
        """
        line = _line(marks, acts)
        new = len(self._name) < _NAME_LENGTH
        name = b"%0*x\n" % (_NAME_LENGTH - 1, int.from_bytes(os.urandom(8))) if new else self._name
        at = 0 if new else self._at
        number = open_regular(self.path, os.O_WRONLY | os.O_CREAT)
        try:
            os.ftruncate(number, at)
            _write_all(number, name + line if new else line, at)
            os.fsync(number)
            if new:
                force_entry(self.path.parent)
        except OSError:
            with suppress(OSError):
                os.ftruncate(number, at)
            if new:
                with suppress(OSError):
                    os.unlink(self.path)
            raise
        finally:
            os.close(number)
        self._name, self._at = name, at + len(line) + (len(name) if new else 0)

    @property
    def length(self) -> int:
        """Bytes of entries that the YAML does not have yet, as far as they were read."""
        return max(0, self._at - _NAME_LENGTH)

    def clear(self) -> None:
        """Remove it, once the YAML has everything. Raises OSError."""
        with suppress(FileNotFoundError):
            os.unlink(self.path)
        self._name, self._at = b"", 0


def _write_all(number: int, data: bytes, at: int) -> None:
    """Write all bytes at an offset: one call may write fewer and raise nothing, as on a disk that is nearly full."""
    written = 0
    while written < len(data):
        written += os.pwrite(number, data[written:], at + written)


def _line(marks: Iterable[ArticleMark], acts: Acts | None) -> bytes:
    import json

    from reader.marks.file import written

    data = {"marks": written(marks, acts or Acts(), empty=True), "acts": acts is not None}
    text = json.dumps(data, ensure_ascii=True).encode()
    return b"%08x %s\n" % (crc32(text), text)


def _entries(data: bytes, name: str) -> tuple[tuple[Entry, ...], int]:
    """The whole entries in some bytes, and how many bytes they take."""
    import json

    from reader.marks.file import parsed

    entries: list[Entry] = []
    used = 0
    for line in data.split(b"\n")[:-1]:
        check, _, text = line.partition(b" ")
        if check != b"%08x" % crc32(text):
            break
        found = json.loads(text)
        marks, acts = parsed(found["marks"], name)
        entries.append(Entry(marks, acts if found["acts"] else None))
        used += len(line) + 1
    return tuple(entries), used
