"""How fast a worker analyses articles with this checkout beside another one, and whether both find the same.

    python bench/against.py OTHER [--articles 40] [--rounds 6]

OTHER is the folder of another checkout. Two processes live side by side and are given every file in turn, round after
round; of every file the least CPU time counts, so that other work on the machine hits both alike.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from analysing import real
from synthetic import archive

WORKER = """
import gc, sys, time, zlib
sys.path.insert(0, sys.argv[1])
from reader.library.reading import done_with
from reader.library.workers import COLLECTED
gc.set_threshold(*COLLECTED)
for line in sys.stdin:
    at = time.process_time()
    done = done_with(line.rstrip("\\n"))
    spent = time.process_time() - at
    found = [(zlib.decompress(p[0]), *p[1:]) for p in done.pieces or ()]
    print(spent, zlib.crc32(repr((done.key, found, done.problem)).encode("utf-8", "replace")), flush=True)
"""


class Side:
    """One checkout at work."""

    def __init__(self, tree: Path) -> None:
        words = [sys.executable, "-c", WORKER, str(tree.resolve())]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.best: dict[Path, float] = {}
        """Seconds of every file."""
        self.found: dict[Path, str] = {}
        """What was found in it, as a checksum."""

    def ask(self, file: Path) -> None:
        """Have a file analysed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{file}\n")
        self._process.stdin.flush()
        spent, self.found[file] = self._process.stdout.readline().split()
        self.best[file] = min(float(spent), self.best.get(file, float(spent)))

    def leave(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()


def compare(name: str, texts: Sequence[str], other: Path, rounds: int) -> bool:
    """Print how both fare; True where they find the same."""
    sides = Side(Path(__file__).resolve().parent.parent), Side(other)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{n:06}.txt") for n in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8", newline="")
        for _ in range(rounds + 1):  # the first fills what is kept from article to article
            for file in files:
                for side in sides:
                    side.ask(file)
    letters = sum(map(len, texts))
    own, others = (sum(side.best.values()) for side in sides)
    unlike = sum(sides[0].found[file] != sides[1].found[file] for file in files)
    for side in sides:
        side.leave()
    print(f"{name}: {letters / own:,.0f} characters a second here, {letters / others:,.0f} there")
    print(f"  {others / own:.3f} times as fast; {unlike} of {len(files)} articles are found to hold something else")
    return not unlike


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=6)
    options = parser.parse_args()
    sets = {"made up": [text for _, text in archive(options.articles)], "PolNeAR": real(options.articles)}
    alike = [compare(name, texts, options.other, options.rounds) for name, texts in sets.items() if texts]
    raise SystemExit(0 if all(alike) else 1)


if __name__ == "__main__":
    main()
