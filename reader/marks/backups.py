"""The files of earlier sessions beside the book of marks: one a session; they stand in for a damaged one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from reader.marks.disk import open_regular, write_atomically
from reader.marks.marks import Acts, ArticleMark
from reader.model.problems import ReaderError

BACKUPS = 3


class Backup(NamedTuple):
    """What an earlier session left."""

    name: str
    marks: tuple[ArticleMark, ...]
    acts: Acts


def back_up(path: Path) -> None:
    """Keep the file as the newest of its backups; the oldest goes. Raises OSError."""
    names = backups(path)
    for older, newer in zip(reversed(names), [*reversed(names[:-1]), path], strict=True):
        if newer.exists():
            if newer == path:
                write_atomically(older, path.read_text(encoding="utf-8"))
            else:
                os.replace(newer, older)


def backups(path: Path) -> list[Path]:
    """The names of a file's backups, the newest first."""
    return [path.with_name(f"{path.stem}.backup-{n}{path.suffix}") for n in range(1, BACKUPS + 1)]


def last_good(path: Path) -> Backup | None:
    """The newest backup that can be read; None where there is none."""
    from reader.marks.file import parsed

    for file in backups(path):
        try:
            with open(open_regular(file), encoding="utf-8") as stream:
                marks, acts = parsed(stream.read(), file.name)
        except (OSError, ValueError, ReaderError):
            continue
        return Backup(file.name, marks, acts)
    return None
