"""Kills a first indexing again and again, at moments that chance picks; nothing is lost.

    python bench/resuming.py [--articles 300] [--kills 5] [--seed 1]

A made-up archive is indexed without a fault, then in another cache folder with kills -9: of all its processes, of the
first alone, of one worker and then of all. Told are how many files were known before and after each kill (those in
flight are done again: eight a worker, and what the last second had not committed), whether the exports are equal, and
how long the last run took to go on.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from driving import ROOT
from synthetic import archive

OLD = 1_600_000_000


def environment(cache: Path) -> dict[str, str]:
    """Of the program."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}


def begun(folder: Path, cache: Path) -> subprocess.Popen[bytes]:
    """A run over the folder, with a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "reader", "index", "--jobs", "2", str(folder)],
        env=environment(cache), stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def kept(cache: Path) -> int:
    """Files that are in the store."""
    for file in (cache / "reader").glob("analyses*.sqlite"):
        try:
            with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as base:
                return int(base.execute("SELECT count(*) FROM files").fetchone()[0])
        except sqlite3.Error:
            return 0
    return 0


def workers(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def exported(folder: Path, cache: Path) -> bytes:
    """The whole library."""
    words = [sys.executable, "-m", "reader", "export", "--format", "jsonl", str(folder)]
    return subprocess.run(words, env=environment(cache), stdout=subprocess.PIPE, check=True).stdout


def main() -> None:
    """Index, kill, go on, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as where:
        folder, calm, torn = Path(where) / "archive", Path(where) / "calm", Path(where) / "torn"
        folder.mkdir()
        for name, text in archive(options.articles):
            file = folder / name.rsplit("/", 1)[-1]
            file.write_text(text, encoding="utf-8")
            os.utime(file, (OLD, OLD))
        began = time.monotonic()
        begun(folder, calm).wait()
        whole = time.monotonic() - began
        print(f"undisturbed: {whole:.1f} s", flush=True)
        for n in range(options.kills):
            program, before = begun(folder, torn), kept(torn)
            end = time.monotonic() + chance.uniform(0.1, 0.6) * whole
            while time.monotonic() < end and program.poll() is None:
                time.sleep(0.02)
            how, ran = ("all", "the first", "a worker")[n % 3], workers(program.pid)
            if how == "a worker" and ran:
                os.kill(chance.choice(ran), signal.SIGKILL)
                time.sleep(0.05 * whole)
            if how == "the first":
                program.kill()
            else:
                os.killpg(program.pid, signal.SIGKILL)
            program.wait()
            time.sleep(2.0)
            left = [pid for pid in ran if Path(f"/proc/{pid}").exists()]
            print(f"killed {how}: {before} files known before, {kept(torn)} after; {len(left)} left", flush=True)
        began, before = time.monotonic(), kept(torn)
        program = begun(folder, torn)
        while program.poll() is None and kept(torn) == before and before < options.articles:
            time.sleep(0.02)
        print(f"goes on after {time.monotonic() - began:.1f} s, with {before} of {options.articles} files known")
        program.wait()
        same = exported(folder, calm) == exported(folder, torn)
        print(f"whole after {time.monotonic() - began:.1f} s; the export is {'the same' if same else 'ANOTHER'}")


if __name__ == "__main__":
    main()
