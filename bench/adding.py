"""Ten files dropped into a library of 100,000 while the app has it open: seconds until they are listed, CPU, the place.

    python bench/adding.py FOLDER [--files 10] [--runs 3]

FOLDER is one that bench/large.py made; its index is the one in the cache folder, and the files are taken away again.
The app runs on a terminal of 120 x 40 with the cursor some rows down, an article open and a speaker followed. The files
sort behind the article under the cursor, so that all of their headlines are on the screen once the app knows them.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pyte
from driving import Driven
from start import cpu_of, peak_of

KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u|\x1b\[\?[0-9;]*\$p|\x1b\[>[0-9;]*[mq]")
TEXT = """\
Tram {n} comes to Eastport

{day} June 2024

EASTPORT - Tram number {n} will come to Eastport, said Ada Corwin, the head of the works, on Monday.

"We have waited {day} years for tram number {n}," Corwin said. "Nobody here will wait for another."

Mayor Lena Hartwig answered that the money was not there. "Ask me again in spring," she told reporters at the depot.
"""
DOWN = 6
"""Rows that the cursor is moved down."""


class Seen:
    """A program on a terminal, and its screen."""

    def __init__(self, program: Driven) -> None:
        self.program = program
        self.screen = pyte.Screen(120, 40)
        self._stream, self._fed = pyte.ByteStream(self.screen), 0

    def lines(self, seconds: float) -> list[str]:
        """The screen after so many seconds more."""
        self.program.written(seconds)
        self._stream.feed(KITTY.sub(b"", bytes(self.program.raw[self._fed :])))
        self._fed = len(self.program.raw)
        return list(self.screen.display)

    def until(self, true: Callable[[str], bool], seconds: float) -> float:
        """Seconds until something is on the screen; the whole patience where it never comes."""
        began = time.monotonic()
        while not true("\n".join(self.lines(0.02))) and time.monotonic() - began < seconds:
            pass
        return time.monotonic() - began

    def keys(self, *keys: str) -> None:
        """Press keys, each after the last is done."""
        for key in keys:
            os.write(self.program.master, key.encode())
            self.lines(0.6)


def run(folder: Path, files: int) -> None:
    """One start, one drop; prints what came of it."""
    names = sorted(name for name in os.listdir(folder / "000") if name.endswith(".txt"))
    beside = names[DOWN]
    added = [folder / "000" / f"{beside.removesuffix('.txt')}~{n:02}.txt" for n in range(files)]
    with Driven(["-m", "reader", "--fresh", str(folder)], size=(120, 40)) as program:
        seen = Seen(program)
        seen.until(lambda text: "articles" in text and "Loading" not in text, 30.0)
        seen.lines(8.0)  # whatever changed before is worked in
        seen.keys("3", "s", "1", *"j" * DOWN)
        before = seen.lines(1.0)
        row = seen.screen.cursor.y
        at_rest = cpu_of(program.pid)
        seen.lines(10.0)
        resting = (cpu_of(program.pid) - at_rest) / 100
        mine = cpu_of(program.pid)
        helpers = os.times()
        try:
            for n, file in enumerate(added):
                file.write_text(TEXT.format(n=n + 100, day=n + 1), encoding="utf-8")
            shown = min(files, 12)
            wanted = [f"Tram {n + 100} " for n in range(shown)]
            took = seen.until(lambda text: all(one in text for one in wanted), 60.0)
            spent = cpu_of(program.pid) - mine
            after = seen.lines(1.0)
            if os.environ.get("SHOW"):
                print("\n".join([str(row), *before[:30], str(seen.screen.cursor.y), *after[:30]]))
            kept = seen.screen.cursor.y == row and before[row - 1 : row + 1] == after[row - 1 : row + 1]
            whole = [one[31:] for one in before[2:-4]] == [one[31:] for one in after[2:-4]]
            del helpers
            print(
                f"{files} files: listed after {took:.2f} s; {spent:.0f} ms CPU in the app meanwhile, "
                f"{resting:.1f}% CPU at rest; cursor row {'kept' if kept else 'LOST'}, "
                f"article and quotes {'kept' if whole else 'CHANGED'}; peak {peak_of(program.pid):.0f} MiB"
            )
        finally:
            for file in added:
                file.unlink(missing_ok=True)
        began = time.monotonic()
        gone = seen.until(lambda text: not any(one in text for one in wanted), 60.0)
        print(f"  taken away: gone after {gone:.2f} s ({time.monotonic() - began:.2f})")
        os.kill(program.pid, signal.SIGTERM)
        program.ended()


def main() -> None:
    """Drop the files, and take them away."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for _ in range(options.runs):
        run(options.folder, options.files)


if __name__ == "__main__":
    main()
