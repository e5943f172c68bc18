"""Time that grows with the text and no faster: `reader export` on more and more of the same, and on hostile shapes.

usage: python bench/growth_export.py            every shape
       python bench/growth_export.py NAME ...   some of them

Each shape is made in four sizes, n, 2n, 4n and 8n, the largest as big as its name says. The exponent is the slope of
the logarithm of the time over the logarithm of the size, after the time of an empty file is taken off; 1 is linear.
Prints processor time, since other work on the machine does not change it; fails where an exponent reaches LIMIT.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from shared import reader_command

LIMIT = 1.1
STEPS = (1, 2, 4, 8)
SENTENCES = (
    'The bridge stays closed, Laura Finch said on Monday. "We will open it in May," she told the council of Eastport.',
    "Tom Reed, the head of the harbour office, said that the repairs would cost two million.",
    "Nobody was hurt when the river rose, according to the town's fire brigade, and the school was empty.",
)


def news(size: int) -> list[str]:
    """Articles of some 4,000 letters, as many as give `size` letters."""
    text = "Bridge of Eastport stays closed\n\n" + "\n\n".join(f"{' '.join(SENTENCES)} {n}." for n in range(12))
    return [text.replace("two", str(n)) for n in range(max(1, size // len(text)))]


def article(size: int) -> list[str]:
    """One article of `size` letters in paragraphs."""
    part = " ".join(SENTENCES)
    return ["Bridge of Eastport stays closed\n\n" + "\n\n".join([part] * (size // len(part)))]


def line(size: int) -> list[str]:
    """One line of `size` letters."""
    part = " ".join(SENTENCES)
    return [" ".join([part] * (size // len(part)))]


def marks(size: int) -> list[str]:
    """`size` quotation marks with a word between."""
    return ["Marks\n\n" + '"a ' * size]


def curly(size: int) -> list[str]:
    """`size` opening marks that nothing closes."""
    return ["Marks\n\n" + "“a " * size]


def nested(size: int) -> list[str]:
    """Quotes inside quotes, `size` deep."""
    return ["Nested\n\n" + "“a ‘b " * (size // 2) + "c’ d” " * (size // 2) + "Laura Finch said."]


def words(size: int) -> list[str]:
    """One word of `size` letters."""
    return ["Word\n\n" + "a" * size]


SHAPES: dict[str, tuple[Callable[[int], list[str]], int]] = {
    "articles, 8 million letters": (news, 8_000_000),
    "one article of 8 million letters": (article, 8_000_000),
    "one line of 10 million letters": (line, 10_000_000),
    "a million quotation marks": (marks, 1_000_000),
    "a million marks that nothing closes": (curly, 1_000_000),
    "ten thousand nested quotes": (nested, 10_000),
    "one word of 8 million letters": (words, 8_000_000),
}


def seconds(texts: list[str]) -> float:
    """Processor seconds of `reader export` with one process on these texts."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:06}.txt").write_text(text, encoding="utf-8")
        before = os.times()
        subprocess.run(
            [reader_command(), "export", folder, "--jobs", "1"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def slope(sizes: list[float], times: list[float]) -> float:
    """The exponent of the growth, by least squares on logarithms."""
    xs, ys = [math.log(s) for s in sizes], [math.log(max(t, 1e-3)) for t in times]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> int:
    empty = min(seconds(["Nothing\n"]) for _ in range(2))
    worst = 0.0
    for name, (make, largest) in SHAPES.items():
        if len(sys.argv) > 1 and not any(part in name for part in sys.argv[1:]):
            continue
        sizes = [largest * step / STEPS[-1] for step in STEPS]
        times = [seconds(make(int(size))) - empty for size in sizes]
        exponent = slope(sizes, times)
        worst = max(worst, exponent)
        print(f"{name:40} {'  '.join(f'{t:7.2f} s' for t in times)}   exponent {exponent:.2f}", flush=True)
    print(f"largest exponent {worst:.2f} (under {LIMIT} is asked)")
    return worst >= LIMIT


if __name__ == "__main__":
    sys.exit(main())
