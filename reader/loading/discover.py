"""Which files the given paths hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.loading.formats import FORMATS, format_of
from reader.model.problems import Problem
from reader.text.guard import visible_line

MAX_DEPTH = 64
"""Folders nested deeper are passed over: no archive of articles is, a trap may be."""


@dataclass(frozen=True, slots=True)
class Found:
    """The files to be read, and what could not be looked into."""

    files: tuple[str, ...]
    """As the person would write them: the given path, then the way below it, in sorted order, none twice."""
    skipped: int = 0
    """Files of unknown kinds."""
    problems: tuple[Problem, ...] = ()


def discover(paths: Sequence[str]) -> Found:
    """The files of known kinds under the given files and folders; hidden ones are left out unless named.

    A file that is named itself is taken whatever its ending. A folder is never entered twice, so loops of links end.
    """
    files: dict[str, None] = {}
    problems: list[Problem] = []
    skipped = 0
    for path in paths:
        if os.path.isdir(path):
            for name in _walk(path, problems):
                if format_of(name):
                    files.setdefault(name)
                else:
                    skipped += 1
        elif os.path.lexists(path):
            files.setdefault(path)
        else:
            problems.append(Problem(visible_line(shown(path)), "there is no such file or folder", "check the spelling"))
    return Found(tuple(files), skipped, tuple(problems))


def shown(path: str) -> str:
    """The path as text that can be printed: bytes that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """Paths of all files below a folder, not hidden, in sorted order, subfolders after the files beside them."""
    waiting, seen = [(folder, 0)], set()
    while waiting:
        here, depth = waiting.pop()
        try:
            status = os.stat(here)
            if (status.st_dev, status.st_ino) in seen or depth > MAX_DEPTH:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(here) as entries:
                listed = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            problems.append(Problem(visible_line(shown(here)), _reason(error), "the rest was opened"))
            continue
        below = []
        for entry in listed:
            if _is_folder(entry):
                below.append((os.path.join(here, entry.name), depth + 1))
            else:
                yield os.path.join(here, entry.name)
        waiting.extend(reversed(below))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


__all__ = ["FORMATS", "Found", "discover", "shown"]
