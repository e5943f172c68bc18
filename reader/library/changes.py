"""Which files of a library are not as its snapshot has them."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import asdict

from reader.library.adding import Change, Copy, added, problems_in, waiting
from reader.library.plan import VERSION, Plan, corrections_digest, located, opened, path_of
from reader.library.store import Done, Store, snapshot_file, stamp_of
from reader.library.workers import analysed
from reader.loading.discover import beside, real_roots
from reader.loading.formats import format_of
from reader.marks.book import MarkBook
from reader.model.problems import Problem

FEW = 50
"""Articles that may wait in any library until names are compared across it."""
SHARE = 0.01
"""Share of a large library that may."""
BRIEF = 60
"""Seconds of the processor that comparing may take to be done by itself, however few articles wait for it."""
ALONE = 16
"""Files that are analysed without starting worker processes."""


class Waiting(NamedTuple):
    """How far a snapshot is behind what the whole library would give."""

    articles: int
    """That wait until names are compared across the library."""
    total: int
    seconds: int
    """What comparing took last."""

    @property
    def due(self) -> bool:
        """True where it is worth comparing names across the library now, nobody having asked."""
        return self.articles > 0 and (self.seconds <= BRIEF or self.articles > allowed(self.total))


def allowed(total: int) -> int:
    """How many articles of a library of so many may wait."""
    return max(FEW, int(SHARE * total))


def waiting_in(file: Path) -> Waiting:
    """How far a snapshot is behind; not at all where there is none."""
    try:
        with closing(opened(file)) as base:
            meta = dict(base.execute("SELECT name, value FROM meta"))
            total = base.execute("SELECT count(*) FROM rows").fetchone()[0]
            return Waiting(int(meta.get("added", 0)), total, int(meta.get("seconds", 0)))
    except (sqlite3.Error, ValueError):
        return Waiting(0, 0, 0)


def changes_since(
    file: Path, plan: Plan, problems: Mapping[str, Problem], store: Store, book: MarkBook | None
) -> list[Change] | None:
    """What differs between a snapshot and what its files hold now; None where that is too much to be worked into it,
    or the snapshot is none to build on. Args: problems: of files that did not open."""
    try:
        with closing(opened(file)) as base:
            if not _sound(base, plan.roots, store, book):
                return None
            most = allowed(base.execute("SELECT count(*) FROM rows").fetchone()[0]) - waiting(base)
            return _differences(base, plan, problems, store, most)
    except (sqlite3.Error, ValueError, KeyError):
        return None


def work_in(
    folders: Iterable[str], paths: Sequence[str], cleaned: bool, book: MarkBook | None, copy: Copy | None = None
) -> bool:
    """Work what changed in some folders into the snapshot of the paths; False where it is too much for that.

    Args: copy: of the snapshot, where one has been begun. Raises sqlite3.Error or OSError where that is impossible."""
    store, file = Store.of_person(), snapshot_file(paths, cleaned)
    try:
        changes = changes_in(file, folders, paths, store, book, cleaned)
        if changes is None:
            return False
        first = next(changes, None)
        if first is not None:
            added(copy or Copy(file), chain((first,), changes), store, book)
        return True
    finally:
        if copy is not None:
            copy.drop()


def changes_in(
    file: Path, folders: Iterable[str], paths: Sequence[str], store: Store, book: MarkBook | None, cleaned: bool
) -> Iterator[Change] | None:
    """The same of what lies directly in some folders, analysed as it is asked for. Args: folders: or files, or what is
    there no longer; each as it lies below one of the paths."""
    with closing(opened(file)) as base:
        if not _sound(base, tuple(paths), store, book):
            return None
        found = _candidates(base, folders, paths, store, cleaned)
        most = allowed(base.execute("SELECT count(*) FROM rows").fetchone()[0]) - waiting(base)
    if len(found) > most:
        return None
    return _analysed(found, paths, store, cleaned) if found else iter(())


def _sound(base: sqlite3.Connection, roots: Sequence[str], store: Store, book: MarkBook | None) -> bool:
    """True for a snapshot of these paths, made by this version from this store with the same corrections."""
    meta = dict(base.execute("SELECT name, value FROM meta"))
    known = [os.path.abspath(root) for root in json.loads(meta["roots"])]
    return (
        meta.get("version") == str(VERSION)
        and meta["store"] == str(store.file)
        and meta["corrections"] == corrections_digest(book)
        and known == [os.path.abspath(root) for root in roots]
    )


def _differences(
    base: sqlite3.Connection, plan: Plan, problems: Mapping[str, Problem], store: Store, most: int
) -> list[Change] | None:
    """What differs, unless it is more than so much."""
    rows = "SELECT root, below, stored FROM rows WHERE problem IS NULL AND part = 1"
    known = {(root, below): stored for root, below, stored in base.execute(rows)}
    told = {problem for _, problem in problems_in(base)}
    found: list[Change] = []
    for source in plan.sources:
        stored = known.pop((source.root, os.fsencode(source.below)), None)
        numbers = store.numbers(source.key)
        if numbers and stored != numbers[0][0]:
            found.append(Change(source.root, source.below, Done("", key=source.key)))
            if len(found) > most:
                return None
    for file, problem in problems.items():
        place = located(file, plan.roots)
        if known.pop((place[0], os.fsencode(place[1])), None) is not None or json.dumps(asdict(problem)) not in told:
            found.append(Change(*place, Done(file, problem=problem)))
    found += [Change(root, os.fsdecode(below), None) for root, below in known]
    paths = {problem.path for problem in plan.problems}
    found += [Change(*located(path, plan.roots), None) for path, _ in problems_in(base) if path not in paths]
    return found if len(found) <= most else None


def _candidates(
    base: sqlite3.Connection, folders: Iterable[str], paths: Sequence[str], store: Store, cleaned: bool
) -> dict[str, bool]:
    """Files in some folders that may have changed, and whether they are still there."""
    found: dict[str, bool] = {}
    roots = real_roots(paths)
    for folder in folders:
        here = _listed(folder, roots)
        for file in here:
            if not _known(file, store, cleaned):
                found[file] = True
        listed = set(here)
        for file in _held(base, folder, paths, whole=not os.path.isdir(folder)):
            if file not in listed:
                found[file] = False
    return found


def _listed(folder: str, roots: Sequence[str]) -> Sequence[str]:
    """The files that can be read of those directly in a folder, or the file that was given."""
    try:
        return [file for file in beside(folder, roots).files if format_of(file)]
    except OSError:
        return [folder] if os.path.isfile(folder) else []


def _known(file: str, store: Store, cleaned: bool) -> bool:
    """True where a file is as it was when it was read last."""
    try:
        known = store.known(file, cleaned)
        return known is not None and known[0] == stamp_of(os.stat(file))
    except (OSError, ValueError):
        return False


def _held(base: sqlite3.Connection, folder: str, paths: Sequence[str], *, whole: bool) -> Iterator[str]:
    """The files of a snapshot that lie directly in a folder. Args: whole: those in its folders too, and itself."""
    root, below = located(folder, paths)
    prefix = os.fsencode(os.path.join(below, "") if below else "")
    end = prefix[:-1] + b"0" if prefix else b"\xff" * 8
    rows = "SELECT below FROM rows WHERE root = ? AND part = 1 AND (below >= ? AND below < ? OR below = ?)"
    for (name,) in base.execute(rows, (root, prefix, end, os.fsencode(below))):
        if whole or b"/" not in name[len(prefix) :]:
            yield path_of(paths, root, os.fsdecode(name))
    start = os.path.join(folder, "")
    for path, _ in problems_in(base):
        if path == folder or (path.startswith(start) and (whole or "/" not in path[len(start) :])):
            yield path


def _analysed(found: Mapping[str, bool], paths: Sequence[str], store: Store, cleaned: bool) -> Iterator[Change]:
    """What became of the files."""
    for file, there in found.items():
        if not there:
            yield Change(*located(file, paths), None)
    files = [file for file, there in found.items() if there]
    jobs = 1 if len(files) <= ALONE else os.cpu_count() or 1
    done = list(analysed(files, jobs, cleaned=cleaned, store=store.file))
    store.keep(done, cleaned)
    for one in done:
        yield Change(*located(one.path, paths), one)
