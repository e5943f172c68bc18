"""Every gate of accuracy and of speed, one after the other; `make check` runs it. Exits 1 where a pinned figure fell.

`--raise` lifts the floors to what was measured; `--lower` sets them whatever was measured.
"""

from __future__ import annotations

import sys
import time

import cleaning
import exports
import hostile
import quotes
import speakers
import speed

import seeds

GATES = (seeds.gate, exports.gate, speed.gate, hostile.gate, cleaning.gate, speakers.gate, quotes.gate)


def main() -> int:
    """Run them all, also after one failed."""
    good = True
    for gate in GATES:
        began = time.monotonic()
        good = gate() and good
        print(f"  {gate.__module__}: {time.monotonic() - began:.0f} s", flush=True)
    return not good


if __name__ == "__main__":
    sys.exit(main())
