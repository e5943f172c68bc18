"""`reader index` over made-up archives of growing size: seconds, speed, memory of all its processes, and how they grow.

    python bench/indexing.py [--articles 1000 2000 4000] [--jobs N]

Then, over the last archive: a run killed with SIGKILL and started again, an export, and `reader quotes | head`.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from synthetic import archive

READER = [sys.executable, "-m", "reader"]


class Run(NamedTuple):
    """What one command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, all processes."""
    peak: float
    """MiB of all processes together, each page that they share counted once."""


def run(words: list[str], env: dict[str, str], out: int = subprocess.DEVNULL) -> Run:
    """Run a command to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    child = subprocess.Popen(words, env=env, stdout=out, stderr=subprocess.DEVNULL)
    peak = 0.0
    while child.poll() is None:
        peak = max(peak, sum(map(_memory, _family(child.pid))))
        time.sleep(0.1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.monotonic() - began, cpu, peak)


def _family(pid: int) -> list[int]:
    """A process and all its descendants."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _memory(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def written(folder: Path, articles: int) -> int:
    """Write an archive; gives its bytes."""
    total = 0
    for name, text in archive(articles):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        os.utime(file, (1_600_000_000, 1_600_000_000))
        total += file.stat().st_size
    return total


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 2000, 4000])
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    place = Path(tempfile.mkdtemp(prefix="reader-bench-"))
    try:
        _measure(place, options.articles, str(options.jobs))
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _measure(place: Path, sizes: list[int], jobs: str) -> None:
    before = (0, 0.0)
    print(f"{'articles':>9} {'MB':>6} {'wall s':>8} {'CPU s':>8} {'MB/s of CPU':>12} {'peak MiB':>9} {'exponent':>9}")
    for number, count in enumerate(sizes):
        folder, env = place / f"{count}", {**os.environ, "XDG_CACHE_HOME": str(place / f"cache{count}")}
        size = written(folder, count)
        index = [*READER, "index", str(folder), "--jobs", jobs]
        took = run(index, env)
        growth = f"{math.log(took.cpu / before[1]) / math.log(count / before[0]):.2f}" if number else ""
        print(f"{count:9,} {size / 1e6:6.1f} {took.wall:8.1f} {took.cpu:8.1f} {size / 1e6 / took.cpu:12.3f} "
              f"{took.peak:9.0f} {growth:>9}", flush=True)  # fmt: skip
        before = (count, took.cpu)
    _told("again, nothing new", run(index, env))
    _told("export --format jsonl", run([*READER, "export", str(folder), "--format", "jsonl"], env))
    head = f"{sys.executable} -m reader quotes {folder} | head -1"
    _told("quotes | head -1", run(["sh", "-c", head], env))
    _told("killed and resumed", _killed(index, {**env, "XDG_CACHE_HOME": str(place / "killed")}, took.wall / 3))


def _killed(index: list[str], env: dict[str, str], after: float) -> Run:
    """The same anew, killed on the way; what the second run took."""
    child = subprocess.Popen(index, env=env, stderr=subprocess.DEVNULL)
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    child.wait()
    return run(index, env)


def _told(what: str, took: Run) -> None:
    print(f"  {what:24} {took.wall:6.1f} s wall {took.cpu:6.1f} s CPU {took.peak:6.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
