"""Hostile files: every case alone and all in one folder, in every headless command and in the app.

    python bench/hostile.py [--seeds 1 2 3 4 5] [--quick] [--careless]

It counts crashes, answers that took more than a second, sequences that reached the terminal, and the visible markers
that were seen. `--careless` is the control: the guard is taken out, and sequences must get through. The files, and what
looks for their sequences, are tools of the shared folder.
"""

from __future__ import annotations

import argparse
import base64
import io
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from driving import Driven
from shared import absent, shared_folder

SIZES = ((80, 24), (40, 10), (200, 50))
SECOND = 1.0
"""An answer that begins later is a hang."""
FRAME = 0.04
"""Seconds without output after which an answer is whole."""
SEEN = 0.85
"""The least share of the visible markers; the others lie in files that must be refused, or in none."""
_SUSPECT = re.compile(rb"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|(?<![\x80-\xf4])[\x80-\xbf]")
VIEWS = ("?", ":", "S", "C", "M", "D", "W", "A", "t", "T", "e", "w", "=")
CARELESS = """
import sys
from reader.text import guard
guard.visible = guard.visible_line = guard.harmless = lambda text: text
from reader.cli.main import main
sys.exit(main())
"""
TEXTUAL = ("json", "jsonl", "yaml", "markdown", "obsidian", "html", "csv", "bibtex", "csl-json", "qdc")


@dataclass
class Found:
    """What one run found."""

    crashes: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    shares: dict[str, float] = field(default_factory=dict)
    """Of the visible markers, by the size of the screen."""
    slowest: tuple[float, str] = (0.0, "")
    memory: float = 0.0
    """MB at the most, of the process that read all files."""
    longest: float = 0.0
    """Seconds until the latest answer of the app."""

    @property
    def good(self) -> bool:
        """True where nothing failed."""
        return not (self.crashes or self.late or self.leaks) and all(s >= SEEN for s in self.shares.values())


class Case:
    """One seed's folder, its index, and the checker."""

    def __init__(self, folder: Path, index: dict[str, Any], checker: Any, *, careless: bool) -> None:
        self.folder, self.index, self.checker, self.careless = folder, index, checker, careless
        self.found = Found()
        self.start = ["-c", CARELESS] if careless else ["-m", "reader"]

    def look(self, raw: bytes, where: str) -> None:
        """Count what got through."""
        if b"Traceback (most recent call last)" in raw:
            self.found.crashes.append(f"{where}: a traceback")
        if not _SUSPECT.search(raw):
            return  # nothing in it that a terminal could act on
        told = self.checker.check(raw, self.index)
        self.found.leaks += [f"{where}: {leak['what']} ({leak['path']})" for leak in told["leaks"]]


# -- in this process: each file alone, then all together, through the functions of the headless commands


def alone(case: Case) -> Found:
    """Every file through loading and analysis, and through every headless command; then all together."""
    from reader.library.composing import compose
    from reader.library.reading import read_file
    from reader.loading.discover import discover

    reads: list[tuple[str, Any]] = []
    problems = []
    for file in discover([str(case.folder)]).files:
        name = ascii(os.path.relpath(file, case.folder))
        began = time.monotonic()
        try:
            read = read_file(file)
        except Exception as error:
            case.found.crashes.append(f"{name}: {type(error).__name__}: {error}")
            continue
        case.found.slowest = max(case.found.slowest, (time.monotonic() - began, name))
        keyed = [(f"{a.article.id}-{n}", a) for n, a in enumerate(read.analyses)]
        one = [read.problem] if read.problem else []
        problems += one
        commands(case, compose(keyed, one, 0, None), file, name, ("table",), ("json",))
        reads += [(f"{len(reads) + n}-{a.article.id}", a) for n, a in enumerate(read.analyses)]
    whole = compose(reads, problems, 0, None)
    from reader.cli.main import LISTED

    commands(case, whole, str(case.folder), "all", LISTED, TEXTUAL)
    case.found.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return case.found


def commands(
    case: Case, library: Any, path: str, name: str, formats: tuple[str, ...], exports: tuple[str, ...]
) -> None:
    """What every headless command prints of a library."""
    from reader.cli import headless
    from reader.cli.main import COMMANDS

    printed = []
    headless.open_library = lambda *_, **__: library  # type: ignore[assignment]
    kinds = {"export": exports, "read": ("plain", "ansi") if len(formats) == 1 else ("plain", "ansi", "markdown")}
    for command in COMMANDS:
        for form in kinds.get(command.name, formats) if command.name != "index" else ():
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
                case.found.crashes.append(f"{command.name} {form} of {name}: {type(error).__name__}: {error}")
                continue
            printed += [out.buffer.getvalue(), said.getvalue().encode("utf-8", "backslashreplace")]  # type: ignore[attr-defined]
    case.look(b"\n".join(printed), f"commands on {name}")


# -- as processes on a terminal


def on_terminal(case: Case) -> None:
    """Every headless command on the whole folder, printing on a terminal."""
    from reader.cli.main import COMMANDS

    for command in COMMANDS:
        words = [command.name, *(["quote"] if command.name in ("compare", "search") else []), str(case.folder)]
        with Driven([*case.start, *words]) as d:
            if not d.ended(300):
                case.found.late.append(f"{command.name} of all did not end")
            if d.status not in (0, 1, None):
                case.found.crashes.append(f"{command.name} of all ended with {d.status}")
            case.look(bytes(d.raw), f"{command.name} of all on a terminal")


def app(case: Case, size: tuple[int, int], articles: int) -> None:
    """All in one folder in the app: keys while it reads, every article from its top, every view, the end."""
    where = f"app {size[0]}x{size[1]}"
    with Driven([*case.start, str(case.folder)], size=size) as d:
        d.until(b"\x1b[?1049h")
        d.still(0.5)
        keys = 0
        while b"passed over" not in d.raw and b"passed " not in d.raw and time.monotonic() - d.began < 120:
            answered(case, d, "J" if keys % 20 < 15 else "K", where)
            d.read(0.1)
            keys += 1
        d.still(0.3)
        for key in ("\x1b", "1", "g", "2"):
            d.press(key, quiet=0.15)
        show_all(d)
        for _ in range(articles):
            answered(case, d, "g", where)
            answered(case, d, "J", where)
        for key in VIEWS:
            answered(case, d, key, where)
            d.still(0.3)
            for _ in range(2):
                d.press("\x1b", quiet=0.15)
        d.press("q", quiet=0.3)
        if not d.ended(10) or d.status != 0:
            case.found.crashes.append(f"{where}: ended with {d.status}")
        case.look(bytes(d.raw), where)
        told = case.checker.check(bytes(d.raw), case.index)
        case.found.shares[where] = told["seen"] / told["want"]
        case.found.seen |= {e["id"] for e in case.index["entries"] if e["visible"]} - set(told["unseen"])


def show_all(d: Driven) -> None:
    """Show what cleaning took away, which only a row with an article can."""
    for _ in range(60):
        at = len(d.raw)
        d.press("c", quiet=0.15)
        if b"is no article here" not in d.raw[at:]:
            break
        d.press("J", quiet=0.1)
    d.press("1", quiet=0.1)
    d.press("g", quiet=0.1)
    d.press("2", quiet=0.1)


def answered(case: Case, d: Driven, key: str, where: str) -> None:
    """Press a key and count how long its answer took; a key may have nothing to change."""
    before = len(d.raw)
    seconds = d.press(key, quiet=FRAME, seconds=6.0)
    if len(d.raw) == before:
        return  # nothing changed on the screen; that it is alive is seen by the next one that does
    case.found.longest = max(case.found.longest, seconds)
    if seconds > SECOND:
        case.found.late.append(f"{where}: {key} after {seconds:.1f} s")


def app_alone(case: Case, step: int, start: int) -> int:
    """Every so many-th case alone in the app; how many."""
    entries = [e for e in case.index["entries"] if e["kind"] != "dir"][start::step]
    for entry in entries:
        path = os.path.join(os.fsencode(case.folder), base64.b64decode(entry["path_b64"]))
        with Driven([*case.start, "--", os.fsdecode(path)]) as d:
            d.until(b"\x1b[?1049h", seconds=10)
            d.still(0.25)
            for key in ("2", "c", "g", "G", "w"):
                answered(case, d, key, f"alone {entry['path']!a}")
            d.press("\x1b", quiet=0.1)
            d.press("q")
            if not d.ended(10) or d.status not in (0, 2):
                case.found.crashes.append(f"alone {entry['path']!a}: ended with {d.status}")
            case.look(bytes(d.raw), f"alone {entry['path']!a}")
    return len(entries)


# -- the whole


@contextmanager
def hostile_folder(tools: Path, seed: int) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A folder of hostile files, and the index of what each should do."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place, "hostile")
        made = [sys.executable, str(tools / "hostile.py"), str(folder), "--seed", str(seed)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        yield folder, json.loads(Path(f"{folder}.index.json").read_text(encoding="utf-8"))


def run(seed: int, tools: Path, *, quick: bool, careless: bool = False) -> Found:
    """One seed. Args: quick: all files in this process, and the app once; else everything."""
    sys.path.insert(0, str(tools))
    import escape_check  # type: ignore[import-not-found]

    with hostile_folder(tools, seed) as (folder, index), tempfile.TemporaryDirectory() as own:
        os.environ |= {
            "XDG_CACHE_HOME": f"{own}/cache",
            "XDG_DATA_HOME": f"{own}/data",
            "XDG_STATE_HOME": f"{own}/state",
        }
        case = Case(folder, index, escape_check, careless=careless)
        articles = 40 if careless else 480
        if careless:
            app(case, SIZES[0], articles)
            return case.found
        if quick:
            with ProcessPoolExecutor(1) as pool:
                others = pool.submit(_alone_apart, folder, index, tools)
                app(case, SIZES[0], articles)
                _add(case.found, others.result())
        else:
            for size in SIZES:
                app(case, size, articles)
                os.environ["XDG_CACHE_HOME"] = f"{own}/{size[0]}"
            alone(case)
            on_terminal(case)
            app_alone(case, 5, seed % 5)
    return case.found


def _alone_apart(folder: Path, index: dict[str, Any], tools: Path) -> Found:
    sys.path.insert(0, str(tools))
    import escape_check

    return alone(Case(folder, index, escape_check, careless=False))


def _add(found: Found, other: Found) -> None:
    """Put what another process found to it."""
    found.crashes += other.crashes
    found.leaks += other.leaks
    found.slowest, found.memory = other.slowest, other.memory


def report(seed: int, found: Found, seconds: float) -> None:
    """Print the figures and the first of what failed."""
    shares = ", ".join(f"{where.removeprefix('app ')} {share:.1%}" for where, share in found.shares.items())
    print(
        f"  {'ok' if found.good else 'FELL':5} hostile, seed {seed}: {len(found.crashes)} crashes, {len(found.late)} "
        f"late answers (latest {found.longest:.2f} s), {len(found.leaks)} leaks, markers seen {shares}; slowest file "
        f"{found.slowest[0]:.1f} s ({found.slowest[1]}), {found.memory:.0f} MB, {seconds:.0f} s"
    )
    for line in [*found.crashes, *found.late, *found.leaks][:20]:
        print(f"        {line[:160]}")


def gate() -> bool:
    """Seed 1, the quick way; True where it holds or cannot be run."""
    shared = shared_folder()
    if shared is None:
        print(absent("hostile files"))
        return True
    began = time.monotonic()
    found = run(1, shared / "tools", quick=True)
    report(1, found, time.monotonic() - began)
    return found.good


def main() -> int:
    """Run the seeds that are asked for; 0 where all is as it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3, 4, 5])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--careless", action="store_true")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        print(absent("hostile files"))
        return 0
    good = True
    for seed in options.seeds:
        began = time.monotonic()
        found = run(seed, shared / "tools", quick=options.quick, careless=options.careless)
        report(seed, found, time.monotonic() - began)
        good = good and found.good
    return not good


if __name__ == "__main__":
    sys.exit(main())
