"""Which files the given paths hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from reader.loading.formats import FORMATS, format_of
from reader.model.problems import Problem
from reader.text.guard import visible_line

MAX_DEPTH = 64
"""Folders nested deeper are passed over: no archive of articles is, a trap may be."""


class Found(Struct, frozen=True):
    """The files to be read, and what could not be looked into."""

    files: tuple[str, ...]
    """As the person would write them: the given path, then the way below it, in sorted order, none twice."""
    skipped: int = 0
    """Files of unknown kinds."""
    problems: tuple[Problem, ...] = ()


def discover(paths: Sequence[str]) -> Found:
    """The files of known kinds under the given files and folders; hidden ones are left out unless named.

    A file that is named itself is taken whatever its ending. A folder is never entered twice, so loops of links end;
    links that lead out of what was opened are not followed, since nobody asked for what lies there.
    """
    files: dict[str, None] = {}
    problems: list[Problem] = []
    skipped = 0
    roots = real_roots(paths)
    for path in paths:
        if os.path.isdir(path):
            for name in _walk(path, roots, problems):
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


def walked(folder: str) -> Iterator[str]:
    """Paths of all files below a folder, of all kinds, in the order of `discover`. Raises OSError where something
    stands in the way."""
    problems: list[Problem] = []
    yield from _walk(folder, real_roots([folder]), problems)
    if problems:
        raise OSError(problems[0].what)


def _walk(folder: str, roots: Sequence[str], problems: list[Problem]) -> Iterator[str]:
    """Paths of all files below a folder, not hidden, in sorted order, subfolders after the files beside them."""
    waiting, seen = [(folder, 0)], set()
    outside = 0
    too_deep = False
    while waiting:
        here, depth = waiting.pop()
        try:
            status = os.stat(here)
            if (status.st_dev, status.st_ino) in seen:
                continue
            if depth > MAX_DEPTH:
                too_deep = True
                continue
            seen.add((status.st_dev, status.st_ino))
            listed = beside(here, roots)
        except OSError as error:
            problems.append(Problem(visible_line(shown(here)), _reason(error), "the rest was opened"))
            continue
        outside += listed.outside
        yield from listed.files
        below = [(inner, depth + 1) for inner in listed.folders]
        waiting.extend(reversed(below))
    if outside:
        what = "1 link leads out of it and was" if outside == 1 else f"{outside} links lead out of it and were"
        advice = "open what is meant by its own name"
        problems.append(Problem(visible_line(shown(folder)), f"{what} not followed", advice, fatal=False))
    if too_deep:
        what = f"is nested deeper than {MAX_DEPTH} folders; the rest was opened"
        problems.append(Problem(visible_line(shown(folder)), what, "open the inner folders by name", fatal=False))


class Beside(NamedTuple):
    """What lies directly in a folder, hidden things left out, in sorted order."""

    files: tuple[str, ...]
    """Of all kinds."""
    folders: tuple[str, ...]
    outside: int
    """Links that lead out of what was opened."""


def beside(folder: str, roots: Sequence[str]) -> Beside:
    """What lies directly in a folder. Args: roots: the real paths of what was opened, each with a stroke at its end.

    Raises OSError for a folder that cannot be looked into."""
    files: list[str] = []
    folders: list[str] = []
    outside = 0
    with os.scandir(folder) as entries:
        listed = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
    for entry in listed:
        if entry.is_symlink() and not _leads_into(entry.path, roots):
            outside += 1
        else:
            (folders if _is_folder(entry) else files).append(os.path.join(folder, entry.name))
    return Beside(tuple(files), tuple(folders), outside)


def real_roots(paths: Sequence[str]) -> tuple[str, ...]:
    """The real paths of those that are folders, each with a stroke at its end."""
    return tuple(os.path.join(os.path.realpath(path), "") for path in paths if os.path.isdir(path))


def _leads_into(link: str, roots: Sequence[str]) -> bool:
    """True where a link leads to something within the opened folders."""
    try:
        return (os.path.realpath(link) + os.sep).startswith(tuple(roots))
    except (OSError, ValueError):
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


__all__ = ["FORMATS", "Beside", "Found", "beside", "discover", "real_roots", "shown", "walked"]
