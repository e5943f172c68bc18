"""CPU time and memory until the first screen, against a bare Textual app with one Static, in interleaved pairs.

Usage: python bench/start.py [--pairs N] [PATH]. The first screen is the first headline and a quote row; memory is
the peak with everything analysed. Wall times on a shared machine say little, CPU times and their ratio do.
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
PATIENCE = 30.0
"""Seconds after which a start counts as failed."""


class Start(NamedTuple):
    """One start: until its first screen, and its peak afterwards."""

    cpu: float
    """Milliseconds, all threads."""
    wall: float
    """Milliseconds."""
    peak: float
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


def start(arguments: list[str], shown: list[bytes], settle: float, env: dict[str, str]) -> Start:
    """Start this Python in a terminal of 120 x 40 and wait until all of `shown` is on it."""
    with Driven(arguments, size=(120, 40), env=env) as program:
        cpu, wall = 0.0, 0.0
        while not cpu and time.monotonic() - program.began < PATIENCE:
            program.read(0.05)
            plain = ESCAPES.sub(b"", program.raw)
            if all(words in plain for words in shown):
                cpu, wall = cpu_of(program.pid), (time.monotonic() - program.began) * 1000
        if not cpu:
            raise SystemExit(f"no first screen within {PATIENCE:.0f} s; it wrote:\n{plain.decode(errors='replace')}")
        program.written(settle)
        return Start(cpu, wall, peak_of(program.pid))


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


def main() -> int:
    """Measure and print; exit code 0 whatever the figures are, since they depend on the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", default="seeds")
    parser.add_argument("--pairs", type=int, default=10)
    args = parser.parse_args()
    if not Path("/proc/self/schedstat").exists():
        print("start: this system has no /proc/PID/schedstat, so CPU time until the first screen is not measured")
        return 0
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    shown = first_words(args.path)
    home = Path(tempfile.mkdtemp(prefix="reader-bench-"))
    try:
        bare, ours = _pairs(args, shown, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    _report(args.path, bare, ours)
    return 0


def _pairs(args: argparse.Namespace, shown: list[bytes], home: Path) -> tuple[list[Start], list[Start]]:
    """Both programs in turn; the first pair, which fills caches, does not count."""
    env = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CACHE", "CONFIG", "STATE")}
    bare, ours = [], []
    for number in range(args.pairs + 1):
        one = start(["-c", BARE], [b"first headline"], 0.2, env)
        other = start(["-m", "reader", args.path], shown, 2.0, env)
        if number:
            bare.append(one)
            ours.append(other)
    return bare, ours


def _report(path: str, bare: list[Start], ours: list[Start]) -> None:
    ratio = statistics.median(b.cpu / a.cpu for a, b in zip(bare, ours, strict=True))
    over = statistics.median(b.peak - a.peak for a, b in zip(bare, ours, strict=True))
    print(f"start, {len(ours)} pairs          CPU ms to first screen   wall ms   peak MiB")
    for name, runs in (("bare Textual, one Static", bare), (f"reader {path}", ours)):
        middle = [statistics.median(getattr(run, field) for run in runs) for field in Start._fields]
        print(f"  {name:<28} {middle[0]:>18.0f} {middle[1]:>9.0f} {middle[2]:>10.1f}")
    print(f"  ratio {ratio:.2f} (aim 1.25), memory over bare {over:+.1f} MiB (aim +20)")


if __name__ == "__main__":
    sys.exit(main())
