"""How the time of loading and cleaning grows with hostile texts: an exponent of 1 is linear.

usage: python bench/growth.py [--size N]   N: characters of the largest text, 8 million unless told
"""

from __future__ import annotations

import math
import sys
import time

from reader.cleaning.clean import clean
from reader.loading.formats.plain import read

WRAPPED = "the harbour office said on Monday in a letter to all who live here and there\n"
SENTENCE = "The ferry will run all night from June on, the harbour office said. "
WRAPPED = "the harbour office said on Monday in a letter to all who live here and there\n"
SHAPES = {
    "one-letter lines": lambda n: "a\n" * (n // 2),
    "different short lines": lambda n: "".join(f"{k:x}\n" for k in range(n // 6)),
    "one line": lambda n: SENTENCE * (n // len(SENTENCE)),
    "one line without stops": lambda n: "word " * (n // 5),
    "blanks": lambda n: " " * (n // 2) + "\n" * (n // 2),
    "quoted deep": lambda n: ("> " * 30 + "and so on\n") * (n // 70),
    "prose": lambda n: (SENTENCE * 4 + "\n\n") * (n // (4 * len(SENTENCE) + 2)),
    "wrapped prose": lambda n: (WRAPPED * 6 + "\n") * (n // 463),
    "quotation marks": lambda n: "“a” " * (n // 4),
    "brackets and bars": lambda n: "[1] | " * (n // 6),
}  # fmt: skip


def seconds(text: str) -> float:
    """What loading and cleaning take."""
    data = text.encode()
    began = time.process_time()
    for document in read(data, "growth.txt"):
        clean(document)
    return time.process_time() - began


def exponent(times: list[float]) -> float:
    """The slope of log time over log size, sizes doubling."""
    xs, ys = range(len(times)), [math.log2(max(t, 1e-4)) for t in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)


def main() -> int:
    size = int(sys.argv[sys.argv.index("--size") + 1]) if "--size" in sys.argv else 8_000_000
    worst = 0.0
    for name, make in SHAPES.items():
        times = [min(seconds(make(size // part)) for _ in range(2)) for part in (8, 4, 2, 1)]
        worst = max(worst, exponent(times))
        print(f"{name:26}{' '.join(f'{t:8.2f}' for t in times)} s   exponent {exponent(times):.2f}", flush=True)
    return int(worst > 1.15)


if __name__ == "__main__":
    sys.exit(main())
