"""Kills a process while it saves marks, many times, and counts what was torn or lost.

    python bench/kills.py [--kills 500] [--careless]

`--careless` is the control: it saves by writing over the file, and must lose.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

CHILD = """
import sys
from msgspec.structs import replace
from reader.marks import book as books
from reader.marks.marks import ArticleRef
folder, start, careless = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "careless"
books.SMALL = 10**9 if start % 2 else 0  # the YAML with every act, or the journal alone
if careless:
    books.write_atomically = lambda path, text: [open(path, "w").write(text[:n]) for n in (0, len(text) // 2, None)]
    books.Journal.add = lambda *_: None
book = books.MarkBook.open([folder])
if book.problem:
    print(f"! {book.problem}", flush=True)
    sys.exit(1)
for n in range(start, start + 100000):
    mark = book.mark(ArticleRef(f"{n % 40}", f"{n % 40}.txt"))
    book.change(replace(mark, tags=(*mark.tags[-60:], f"t{n}")))
    print(n, flush=True)
"""


def main() -> int:
    """Kill, look, and tell; 0 where nothing was torn and nothing acknowledged was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--careless", action="store_true")
    options = parser.parse_args()
    chance = random.Random(1)
    torn = lost = acts = 0
    with tempfile.TemporaryDirectory() as folder:
        start = 0
        for _ in range(options.kills):
            how = "careless" if options.careless else "careful"
            child = subprocess.Popen(
                [sys.executable, "-c", CHILD, folder, str(start), how], stdout=subprocess.PIPE, text=True
            )
            assert child.stdout is not None
            first = child.stdout.readline()
            if first.startswith("!"):
                torn += 1
                child.wait()
                for file in Path(folder, ".reader").iterdir():
                    file.unlink()
                continue
            try:
                child.wait(chance.random() * 0.05)
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
            told = [int(line) for line in [first, *child.stdout.read().split()] if line.strip().isdigit()]
            child.wait()
            acts += len(told)
            lost += _lost(folder, told)
            start = (told[-1] if told else start) + 1
    print(f"{options.kills} kills, {acts} acts acknowledged: {torn} times torn, {lost} acts lost")
    return bool(torn or lost)


def _lost(folder: str, told: list[int]) -> int:
    """How many of the acts told last are not in the book."""
    from reader.marks.book import MarkBook

    tags = {tag for tag, _ in MarkBook.open([folder]).tags()}
    return sum(f"t{n}" not in tags for n in told[-40:])


if __name__ == "__main__":
    sys.exit(main())
