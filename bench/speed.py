"""Ratios that may not grow: the start, its memory, the first frame, a key, the analysis, each beside a floor of this
machine, so that a slow machine or a busy one changes them little. `make check` runs the gate.

usage: python bench/speed.py [--raise | --lower]

A figure is a cost: it fails where it is more than `ROOM` times the pinned one (baselines/speed.json). `--lower` pins what
was measured, `--raise` only where it is less than what is pinned. The floors: `python -c pass`, a bare Textual app with
one Static, importing Textual. Of every program the least of some interleaved rounds counts.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from analysing import floor, whole
from driving import ROOT, Driven
from keys import DOWN, pressed
from shared import BASELINES
from start import BARE, SIZE, Frames, ended, first_words, start, xdg
from synthetic import archive

ROOM = 1.25
"""By how much a figure may lie over the pinned one: what two runs on a busy machine differ by, and a little more."""
ROUNDS = 4
ARTICLES = 40
PRESSES = 20


def starts(home: Path) -> dict[str, float]:
    """CPU and memory of the start, and of the first frame, against their floors."""
    env, shown = xdg(home / "seeds"), first_words("seeds")
    frames = Frames("seeds", home)
    rounds = [
        (
            ended([sys.executable, "-c", "pass"]),
            start(["-c", BARE], [b"first headline"], xdg(home), settle=0.2),
            start(["-m", "reader", "seeds"], shown, env, settle=2.0),
            frames(),
        )
        for _ in range(ROUNDS + 1)
    ][1:]  # the first fills the caches
    none, bare, ours, frame = (min(one[n].cpu for one in rounds) for n in range(4))
    over = statistics.median(one[2].peak / one[1].peak for one in rounds)
    return {
        "CPU of a start / of bare Textual": ours / bare,
        "peak memory / of bare Textual": over,
        "CPU until the first frame / of python -c pass": frame / none,
    }


def keys(home: Path) -> dict[str, float]:
    """CPU and bytes of a key of the cursor in the list."""
    with Driven(["-m", "reader", "--fresh", "--theme", "dark", "seeds"], size=SIZE, env=xdg(home / "keys")) as program:
        program.written(4.0)
        costs = [pressed(program, key, 0.3) for key in (DOWN, b"k") * (PRESSES // 2)]
        letters = [pressed(program, b"2" if n == 0 else DOWN, 0.2) for n in range(PRESSES)][1:]
    import_ms = floor()
    return {
        "bytes of a cursor key in the list / 1,000": statistics.median(c.written for c in costs) / 1000,
        "bytes of a cursor key in the article / 1,000": statistics.median(c.written for c in letters) / 1000,
        "CPU of 100 cursor keys / of importing Textual": 100 * min(c.answer for c in letters) / import_ms,
    }


def analysis(home: Path) -> dict[str, float]:
    """CPU of a worker's analysis of made-up articles."""
    import time

    from reader.library.weights import set_cleaning_weights

    set_cleaning_weights()
    files = []
    for name, text in archive(ARTICLES):
        files.append(home / Path(name).name)
        files[-1].write_text(text, encoding="utf-8", newline="")
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
        print(
            f"  {'ok' if value <= most else 'GREW':5} speed: {name} = {value:.2f} (pinned {pinned.get(name, value):.2f})"
        )
    if "--lower" in sys.argv or "--raise" in sys.argv:
        least = figures if "--lower" in sys.argv else {k: min(v, pinned.get(k, v)) for k, v in figures.items()}
        file.write_text(json.dumps({k: round(v, 3) for k, v in least.items()}, indent=1) + "\n")
        return True
    return good


if __name__ == "__main__":
    sys.exit(not gate())
