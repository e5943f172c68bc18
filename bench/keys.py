"""What a key costs in the app: CPU of all its threads, and bytes to the terminal; the median and 95th percentile.

    python bench/keys.py FOLDER [--wait 10]

Keys are sent over a real terminal of 120 x 40, each after the last one is done, and held down where it says so.
`bench/large.py` makes a folder worth measuring.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics

from driving import Driven
from start import cpu_of, peak_of

KEYS = (
    ("down, held", b"j", 40, 0.04), ("down, article opened", b"j", 20, 0.4),
    ("page down in the list", b"\x1b[6~", 20, 0.4), ("to the bottom", b"G", 3, 0.6),
    ("to the top", b"g", 3, 0.6), ("next article", b"J", 20, 0.4),
    ("to the quotes", b"3", 1, 0.4), ("follow, unfollow", b"s", 7, 0.5), ("next occurrence", b"n", 20, 0.4),
    ("to the article", b"2", 1, 0.4), ("down in the article", b"j", 20, 0.2), ("page down in it", b" ", 10, 0.3),
)  # fmt: skip
"""What it is, the bytes, how often, and seconds between two."""


def main() -> None:
    """Open the app and press the keys."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--wait", type=float, default=10.0, help="seconds for the start and what follows it")
    options = parser.parse_args()
    with Driven(["-m", "reader", "--fresh", options.folder], size=(120, 40)) as program:
        program.written(options.wait)
        print(f"after the start: peak {peak_of(program.pid):.1f} MiB")
        print(f"{'key':24} {'median ms':>10} {'95th ms':>8} {'bytes':>8}")
        for what, key, count, wait in KEYS:
            costs, sizes = [], []
            for _ in range(count):
                before = cpu_of(program.pid)
                os.write(program.master, key)
                sizes.append(program.written(wait))
                costs.append(cpu_of(program.pid) - before)
            high = sorted(costs)[int(len(costs) * 0.95)]
            print(f"{what:24} {statistics.median(costs):10.1f} {high:8.1f} {statistics.median(sizes):8.0f}")
        print(f"at the end: peak {peak_of(program.pid):.1f} MiB")
        os.kill(program.pid, signal.SIGTERM)
        program.ended()


if __name__ == "__main__":
    main()
