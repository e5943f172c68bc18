"""Everything that strains what is promised in SECURITY.md, one row a figure, each with its control.

python bench/safety.py [--minutes 10]    so long for each stage of the fuzz
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
MINUTES = sys.argv[sys.argv.index("--minutes") + 1] if "--minutes" in sys.argv else "10"
RUNS = (
    ("kills", "kills.py", ()),
    ("  its control", "kills.py", ("--kills", "40", "--careless")),
    ("faults", "faults.py", ()),
    ("  its control", "faults.py", ("--careless",)),
    ("marks", "marks.py", ()),
    ("  its control", "marks.py", ("--careless", "--texts", "1000")),
    ("growth", "growth.py", ()),
    ("  its control", "growth.py", ("--careless",)),
    ("fuzz", "fuzz.py", ("--minutes", MINUTES)),
)


def main() -> int:
    """Run all; 0 where each promise held and each control failed."""
    bad = 0
    for name, script, options in RUNS:
        command = [sys.executable, str(HERE / script), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        right = (done.returncode != 0) is name.startswith("  ")
        bad += not right
        lines = [line for line in done.stdout.splitlines() if not line.startswith("  ")]
        wanted = [line for line in lines if "OVER" in line or " s  " not in line]
        for number, line in enumerate(wanted or [done.stderr.strip()[-200:]]):
            print(f"{name if not number else '':14}{'' if number else 'ok' if right else 'NOT':4}{line}", flush=True)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
