"""Every gate of accuracy and of speed, one after the other; `make check` runs it. Exits 1 where a pinned figure fell.

`--raise` lifts the floors to what was measured; `--lower` sets them whatever was measured.
"""

from __future__ import annotations

import subprocess
import sys
import time

import cleaning
import exports
import quotes
import speakers
import speed
from shared import HERE

import seeds


def hostile() -> bool:
    """That of hostile files, in a process of its own: it starts others that must find it by itself."""
    return (
        subprocess.run([sys.executable, str(HERE / "hostile.py"), "--gate", *sys.argv[1:]], check=False).returncode == 0
    )


GATES = (seeds.gate, exports.gate, speed.gate, hostile, cleaning.gate, speakers.gate, quotes.gate)


def main() -> int:
    """Run them all, also after one failed."""
    good = True
    for gate in GATES:
        began = time.monotonic()
        good = gate() and good
        print(
            f"  {gate.__name__ if gate is hostile else gate.__module__}: {time.monotonic() - began:.0f} s", flush=True
        )
    return not good


if __name__ == "__main__":
    sys.exit(main())
