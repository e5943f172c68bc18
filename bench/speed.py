"""Ratios that may not grow: the start, its memory, the first frame, a key, the analysis, each beside a floor of this
machine, so that a slow machine or a busy one changes them little. `make check` runs the gate.

usage: python bench/speed.py [--raise | --lower]

A figure is a cost: it fails where it is more than `ROOM` times the pinned one (baselines/speed.json). `--lower` pins
what was measured, `--raise` only where it is less than what is pinned. The floors: a bare Textual app with one Static,
and importing Textual. Of every program the least of some interleaved rounds counts.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from analysing import floor, whole
from driving import ROOT, Driven
from keys import DOWN, pressed
from shared import BASELINES, reader_command
from start import BARE, SIZE, Frames, first_words, start, xdg
from synthetic import archive

ROOM = 1.5
"""By how much a figure may lie over the pinned one: runs on a busy machine differ by a third."""
ROUNDS = 4
ARTICLES = 40
PRESSES = 20
LISTED = 80
"""Articles of the list in which a key is held."""


def starts(home: Path) -> dict[str, float]:
    """CPU and memory of the start, and of the first frame, against their floors."""
    env, shown = xdg(home / "seeds"), first_words("seeds")
    frames = Frames("seeds", home)
    rounds = [
        (
            start(["-c", BARE], [b"first headline"], xdg(home), settle=0.2),
            start(["-m", "reader", "seeds"], shown, env, settle=2.0),
            frames(),
        )
        for _ in range(ROUNDS + 1)
    ][1:]  # the first fills the caches
    bare, ours, frame = (min(one[n].cpu for one in rounds) for n in range(3))
    over = statistics.median(one[1].peak / one[0].peak for one in rounds)
    return {
        "CPU of a start / of bare Textual": ours / bare,
        "peak memory / of bare Textual": over,
        "CPU until the first frame / of bare Textual": frame / bare,
    }


def keys(home: Path) -> dict[str, float]:
    """CPU and bytes of a key of the cursor, in an indexed list and in an article."""
    folder = home / "archive"
    write(folder, LISTED)
    env = xdg(home / "keys")
    subprocess.run([reader_command(), "index", str(folder)], env={**os.environ, **env}, check=True, capture_output=True)
    command = ["-m", "reader", "--fresh", "--theme", "dark", str(folder)]
    with Driven(command, size=SIZE, env=env) as program:
        program.written(5.0)
        costs = [pressed(program, DOWN, 0.03) for _ in range(LISTED // 2)]
        program.written(1.0)
        os.write(program.master, b"2")
        program.written(1.0)
        letters = [pressed(program, DOWN, 0.2) for _ in range(PRESSES)]
    return {
        "bytes of a key held in the list / 1,000": statistics.median(c.written for c in costs) / 1000,
        "bytes of a cursor key in the article / 1,000": statistics.median(c.written for c in letters) / 1000,
        "CPU of 100 cursor keys / of importing Textual": 100 * min(c.answer for c in letters) / floor(),
    }


def write(folder: Path, count: int) -> list[Path]:
    """Made-up articles in a folder."""
    folder.mkdir()
    files = []
    for name, text in archive(count):
        files.append(folder / Path(name).name)
        files[-1].write_text(text, encoding="utf-8", newline="")
    return files


def analysis(home: Path) -> dict[str, float]:
    """CPU of a worker's analysis of made-up articles."""
    from reader.library.weights import set_cleaning_weights

    set_cleaning_weights()
    files = write(home / "analysed", ARTICLES)
    letters = sum(len(file.read_text(encoding="utf-8")) for file in files)
    rounds = [[whole(file, time.process_time) for file in files] for _ in range(ROUNDS + 1)]
    best = sum(min(one) for one in zip(*rounds, strict=True))
    return {"CPU of 100,000 analysed characters / of importing Textual": 1000 * best * 1e5 / letters / floor()}


def gate() -> bool:
    """True where no cost grew beyond its room; prints each beside what is pinned."""
    if not Path("/proc/self/schedstat").exists():
        print("speed: not run, this system has no /proc/PID/schedstat")
        return True
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    home = Path(tempfile.mkdtemp(prefix="reader-speed-"))
    try:
        figures = starts(home) | keys(home) | analysis(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return _held(figures)


def _held(figures: dict[str, float]) -> bool:
    file = BASELINES / "speed.json"
    pinned: dict[str, float] = json.loads(file.read_text()) if file.exists() else {}
    good = True
    for name, value in figures.items():
        most = ROOM * pinned.get(name, value)
        good = good and value <= most
        word, pin = "ok" if value <= most else "GREW", pinned.get(name, value)
        print(f"  {word:5} speed: {name} = {value:.2f} (pinned {pin:.2f})")
    if "--lower" in sys.argv or "--raise" in sys.argv:
        least = figures if "--lower" in sys.argv else {k: min(v, pinned.get(k, v)) for k, v in figures.items()}
        file.write_text(json.dumps({k: round(v, 3) for k, v in least.items()}, indent=1) + "\n")
        return True
    return good


if __name__ == "__main__":
    sys.exit(not gate())
