"""What a start costs: CPU time, wall time and memory until the first screen, in one interleaved run with its floors.

    python bench/start.py [--rounds N] [--large FOLDER] [PATH]

Measured in a terminal of 120 x 40, each round in turn: `python -c pass`; a bare Textual app with one Static; reader on
PATH until the first headline and a quote row are written; the same where the last screen was kept, until that first
frame is written and until the app has taken over; reader on an archive that was indexed before (bench/large.py makes
one; --large names its folder, the index lies in the cache folder of whoever runs this); `less` and newsboat where they
are installed. Peak memory is taken when everything is analysed. Wall times on a shared machine say little, CPU times
and their ratio do; the least of all rounds is what the program takes when nothing else runs.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from driving import ROOT, Driven

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("first headline", markup=False)
Bare().run()
"""
ESCAPES = re.compile(rb"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|\[[0-?]*[ -/]*[@-~]|.)", re.DOTALL)
PATIENCE = 60.0
"""Seconds after which a start counts as failed."""
SIZE = (120, 40)
NOTE = "opening…".encode()
"""What the first frame says."""
LIVE = b"help"
"""What stands there once the app has taken over."""
ASKED = {"ratio": 1.1, "memory": 15, "large ratio": 1.2, "large memory": 60, "frame": 20}


class Start(NamedTuple):
    """One start: until its first screen, and its peak afterwards."""

    cpu: float
    """Milliseconds, all threads."""
    wall: float
    """Milliseconds."""
    peak: float = 0.0
    """MiB."""


def cpu_of(pid: int) -> float:
    """CPU milliseconds of all threads of a process so far."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        total += int(Path(f"/proc/{pid}/task/{task}/schedstat").read_text().split()[0])
    return total / 1e6


def peak_of(pid: int) -> float:
    """Peak resident memory in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def until(program: Driven, *shown: bytes) -> Start:
    """Wait until all these words were written."""
    while time.monotonic() - program.began < PATIENCE:
        program.read(0.05)
        plain = ESCAPES.sub(b"", program.raw)
        if all(words in plain for words in shown):
            return Start(cpu_of(program.pid), (time.monotonic() - program.began) * 1000)
    raise SystemExit(f"no first screen within {PATIENCE:.0f} s; it wrote:\n{plain.decode(errors='replace')}")


def start(arguments: Sequence[str], shown: Sequence[bytes], env: Mapping[str, str], *, settle: float = 0.0,
          program: str = sys.executable) -> Start:  # fmt: skip
    """Start a program in a terminal, wait until all of `shown` is on it, and some seconds more for its peak."""
    with Driven(arguments, size=SIZE, env=env, program=program) as driven:
        first = until(driven, *shown)
        driven.written(settle)
        return first._replace(peak=peak_of(driven.pid))


def ended(command: Sequence[str]) -> Start:
    """A program that only begins and ends."""
    began = time.monotonic()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)
    ])  # fmt: skip
    _, _, used = os.wait4(pid, 0)
    return Start((used.ru_utime + used.ru_stime) * 1000, (time.monotonic() - began) * 1000, used.ru_maxrss / 1024)


def first_words(path: str) -> list[bytes]:
    """What the first screen shows: the beginning of the first headline, and of the first quote."""
    from reader.library.open import open_steps

    library = next(iter(open_steps([path]))).library
    row = next((row for row in library.rows if row.problem is None), None)
    if row is None:
        raise SystemExit(f"{path} has no article that can be read: nothing to measure")
    analysis = library.analysis(row.key)
    quote = next(q for q in analysis.quotes if q.kind in ("direct", "mixed"))
    words = quote.span.of(analysis.article.text).split()[:3]
    return [row.title[:18].encode(), " ".join(words).encode()]


class Frames:
    """Starts where the last screen was kept: until it is shown, and until the app has taken over."""

    def __init__(self, path: str, home: Path) -> None:
        self._path, self._env = path, xdg(home / "kept")
        with Driven(["-m", "reader", path], size=SIZE, env=self._env) as driven:
            until(driven, LIVE)
            driven.written(2.0)
            driven.press("q")
            if not driven.ended():
                raise SystemExit("the app did not end: no frame to measure")
        self.live: list[Start] = []
        self.obeyed = 0
        """How often a key that was sent right after the frame was obeyed."""

    def __call__(self) -> Start:
        """One start; a key is sent as soon as the frame is there."""
        with Driven(["-m", "reader", self._path], size=SIZE, env=self._env) as driven:
            shown = until(driven, NOTE)
            os.write(driven.master, b"?")
            at = len(driven.raw)
            while LIVE not in ESCAPES.sub(b"", driven.raw[at:]):
                driven.read(0.05)
            self.live.append(Start(cpu_of(driven.pid), (time.monotonic() - driven.began) * 1000))
            self.obeyed += driven.until(b"Help", since=at, seconds=5.0)
        return shown


def xdg(home: Path) -> dict[str, str]:
    """Folders of a person who has nothing yet."""
    return {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CACHE", "CONFIG", "STATE")}


def main() -> int:
    """Measure and print; exit code 0 whatever the figures are, since they depend on the machine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", default="seeds")
    parser.add_argument("--rounds", "--pairs", type=int, default=10)
    parser.add_argument("--large", metavar="FOLDER")
    args = parser.parse_args()
    if not Path("/proc/self/schedstat").exists():
        print("start: this system has no /proc/PID/schedstat, so CPU time until the first screen is not measured")
        return 0
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    home = Path(tempfile.mkdtemp(prefix="reader-bench-"))
    try:
        _measure(args, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0


def _measure(args: argparse.Namespace, home: Path) -> None:
    """All programs in turn; the first round, which fills caches, does not count."""
    frames = Frames(args.path, home)
    programs: dict[str, Callable[[], Start]] = {
        "python -c pass": lambda: ended([sys.executable, "-c", "pass"]),
        "bare Textual, one Static": lambda: start(["-c", BARE], [b"first headline"], xdg(home), settle=0.2),
        f"reader {args.path}": _reader(args.path, xdg(home)),
        "  its first frame": frames,
    }
    if args.large:
        programs["reader, large archive"] = _large(args.large, home)
    article = next((file for file in sorted(Path(args.path).rglob("*")) if file.is_file()), None)
    if (less := shutil.which("less")) and article:
        words = article.read_bytes().split()[:2]
        programs["less, one article"] = lambda: start([str(article)], words, {}, program=less)
    if newsboat := shutil.which("newsboat"):
        programs["newsboat --version"] = lambda: ended([newsboat, "--version"])
    runs: dict[str, list[Start]] = {name: [] for name in programs}
    for number in range(args.rounds + 1):
        for name, run in programs.items():
            one = run()
            if number:
                runs[name].append(one)
    runs["  the app after it"] = frames.live[1:]
    _report(runs, args.path, f"{frames.obeyed} of {args.rounds + 1}")


def _reader(path: str, env: dict[str, str]) -> Callable[[], Start]:
    shown = first_words(path)
    return lambda: start(["-m", "reader", path], shown, env, settle=2.0)


def _large(folder: str, home: Path) -> Callable[[], Start]:
    """The archive's index is the one in the cache of whoever runs this; all else is new."""
    from reader.library.store import cache_folder, is_indexed

    if not is_indexed([folder]):
        raise SystemExit(f"{folder} is not indexed with these stages: bench/large.py or `reader index` does it")
    return _reader(folder, {**xdg(home / "large"), "XDG_CACHE_HOME": str(cache_folder().parent)})


def _report(runs: Mapping[str, Sequence[Start]], path: str, obeyed: str) -> None:
    print(f"start, {len(runs['python -c pass'])} rounds           CPU ms: least   median   wall ms   peak MiB")
    for name, many in runs.items():
        middle = [statistics.median(getattr(run, field) for run in many) for field in Start._fields]
        least = min(run.cpu for run in many)
        peak = f"{middle[2]:>10.1f}" if middle[2] else ""
        print(f"  {name:<28} {least:>9.1f} {middle[0]:>9.1f} {middle[1]:>9.0f} {peak}")
    ours, bare = runs[f"reader {path}"], runs["bare Textual, one Static"]
    _compare(f"reader {path}", "bare Textual", ours, bare, ASKED["ratio"])
    _memory(f"reader {path}", ours, bare, ASKED["memory"])
    if large := runs.get("reader, large archive"):
        _compare("large archive", f"reader {path}", large, ours, ASKED["large ratio"])
        _memory("large archive", large, bare, ASKED["large memory"])
    frame, none = (min(run.cpu for run in runs[name]) for name in ("  its first frame", "python -c pass"))
    print(f"  first frame after {frame:.1f} ms CPU, {frame - none:.1f} over python -c pass (aim {ASKED['frame']}); "
          f"a key sent then was obeyed {obeyed} times")  # fmt: skip


def _compare(name: str, other: str, ours: Sequence[Start], floor: Sequence[Start], asked: float) -> None:
    median = statistics.median(a.cpu / b.cpu for a, b in zip(ours, floor, strict=True))
    least = min(run.cpu for run in ours) / min(run.cpu for run in floor)
    print(f"  {name} against {other}: {least:.2f} by the least, {median:.2f} by the median of pairs (aim {asked})")


def _memory(name: str, ours: Sequence[Start], floor: Sequence[Start], asked: float) -> None:
    over = statistics.median(a.peak - b.peak for a, b in zip(ours, floor, strict=True))
    print(f"  {name}, memory over bare Textual: {over:+.1f} MiB (aim +{asked} MB)")


if __name__ == "__main__":
    sys.exit(main())
