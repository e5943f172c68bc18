"""Hostile files in the headless commands: printed in this process, and by real ones on a terminal."""

from __future__ import annotations

import argparse
import io
import os
import resource
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from driving import Driven
from hostile_cases import STATED, Cases, Found, One

PATIENCE = 300.0
"""Seconds after which a command on the whole folder hangs."""
ALONE = 40.0
"""Seconds that one case may take at most: its time limit (SECURITY.md), and the start of the program."""
FORMATS = {"export": ("json",), "read": ("plain", "ansi")}
ALL_FORMATS = {
    "export": ("json", "jsonl", "yaml", "markdown", "obsidian", "html", "csv", "bibtex", "csl-json", "qdc", "qdpx"),
    "read": ("plain", "ansi", "markdown"),
}


def in_process(cases: Cases, *, kept: bool = False) -> Found:
    """Every file read alone and printed by every headless command; then all together, in every format.

    Args: kept: the analyses are taken from the cache, where the app has been over the folder before.
    """
    from reader.cli.main import LISTED
    from reader.library.composing import compose
    from reader.library.reading import read_file
    from reader.library.store import Store
    from reader.loading.discover import discover

    cases.found = found = Found()
    reads: list[tuple[str, Any]] = []
    problems = []
    files = discover([str(cases.folder)]).files
    store = Store.of_person() if kept else None
    for file in files:
        name = ascii(os.path.relpath(file, cases.folder))
        began = time.process_time()
        try:
            read = read_file(file, store=store)
        except Exception as error:
            found.crashes.append(f"{name}: {type(error).__name__}: {error}")
            continue
        seconds = time.process_time() - began
        found.took(f"file ({name})" if seconds > 3 else "file", seconds)
        if seconds > STATED:
            found.late.append(f"{name} took {seconds:.1f} s to read")
        keyed = [(f"{a.article.id}-{n}", a) for n, a in enumerate(read.analyses)]
        one = [read.problem] if read.problem else []
        problems += one
        reads += [(f"{len(reads) + n}-{a.article.id}", a) for n, a in enumerate(read.analyses)]
        _print_all(cases, compose(keyed, one, 0, None), file, name, ("table",), FORMATS)
    if store:
        store.close()
    found.ran("each case alone printed by every command", len(files))
    _print_all(cases, compose(reads, problems, 0, None), str(cases.folder), "all", LISTED, ALL_FORMATS)
    found.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _print_all(
    cases: Cases, library: Any, path: str, name: str, formats: tuple[str, ...], own: dict[str, tuple[str, ...]]
) -> None:
    """What every headless command prints of a library."""
    from reader.cli import headless
    from reader.cli.main import COMMANDS

    headless.open_library = lambda *_, **__: library  # type: ignore[assignment]
    headless.wants_index = lambda *_, **__: False  # type: ignore[assignment]
    for command in COMMANDS:
        for form in own.get(command.name, formats) if command.name != "index" else ():
            args = argparse.Namespace(
                paths=[path], format=form, jobs=1, no_clean=False, output=None, indirect=True, words="quote",
                query="quote", width=None, pager=False,
            )  # fmt: skip
            out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
            said = io.StringIO()
            try:
                with redirect_stdout(out), redirect_stderr(said):
                    getattr(headless, command.name)(args)
                out.flush()
            except Exception as error:
                cases.found.crashes.append(f"{command.name} {form} of {name}: {type(error).__name__}: {error}")
                continue
            told = said.getvalue().encode("utf-8", "backslashreplace")
            cases.look(told, f"{command.name} {form} of {name}, standard error")
            if form != "qdpx":  # an archive, which no terminal is shown
                cases.look(out.buffer.getvalue(), f"{command.name} {form} of {name}")  # type: ignore[attr-defined]


def _lines(folder: str) -> Iterator[list[str]]:
    """Every headless command on a folder: two that read it all, one that keeps an index, the others from that."""
    from reader.cli.main import COMMANDS

    yield ["articles", folder]
    yield ["export", folder]
    yield ["index", folder]
    for command in COMMANDS:
        if command.name != "index":
            yield [command.name, *(["quote"] if command.name in ("compare", "search") else []), folder]
    yield ["quotes", "--jobs", "2", "--indirect", "--format", "table", folder]
    yield ["read", "--format", "ansi", "--width", "40", folder]


def real(cases: Cases, start: list[str]) -> Found:
    """Every headless command on the whole folder, as real processes that print on a terminal."""
    cases.found = found = Found()
    for words in _lines(str(cases.folder)):
        _run(cases, [*start, *words], f"{words[0]} of all", PATIENCE)
    with Driven([*start, "--plain", str(cases.folder)]) as d:
        for line in PLAIN:
            d.rest()
            os.write(d.master, f"{line}\n".encode())
        if not d.ended(PATIENCE) or d.status not in (0, 1):
            found.crashes.append(f"--plain of all ended with {d.status}")
        cases.look(bytes(d.raw), "--plain of all on a terminal")
    found.ran("real commands on the whole folder", len(list(_lines(""))) + 1)
    return found


PLAIN = ("help", "articles", "quotes", "speakers", "statements", "next", "read", "why 1", "notes", "quit")


def real_alone(cases: Cases, chosen: list[One], start: list[str]) -> Found:
    """Cases alone in real processes on a terminal."""
    cases.found = found = Found()
    for number, one in enumerate(chosen):
        command = ("read", "quotes", "export", "speakers", "articles")[number % 5]
        seconds = _run(cases, [*start, command, "--", one.path], f"{command} {one.name}", ALONE)
        found.took("command on a case alone", seconds)
    found.ran("real commands on a case alone", len(chosen))
    return found


def _run(cases: Cases, arguments: list[str], where: str, patience: float) -> float:
    """One real process; the seconds of the processor that it took."""
    with Driven(arguments) as d:
        seconds = 0.0
        while not d.ended(0.2):
            seconds = d.computed()
            if d.seconds > patience:
                cases.found.late.append(f"{where} did not end in {patience:.0f} s")
                break
        if d.status not in (0, 1, 2):
            cases.found.crashes.append(f"{where} ended with {d.status}")
        cases.look(bytes(d.raw), f"{where} on a terminal")
    return seconds
