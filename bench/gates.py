"""Every gate of accuracy, one after the other; `make check` runs it. Exits 1 where a pinned figure fell."""

from __future__ import annotations

import sys

import seeds

GATES = (seeds.gate,)

if __name__ == "__main__":
    results = [gate() for gate in GATES]
    sys.exit(not all(results))
