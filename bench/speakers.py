"""Speakers over the articles of an event (NewsWCL50, BASIL), through the real command.

usage: python bench/speakers.py   prints named mentions found, pairs across articles, named speakers of BASIL

Pairs: two mentions in two articles of one event that bear one speaker, against the annotated entities; as
tools/score_speakers.py and tools/score_basil.py of the shared folder count them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from shared import absent, digest, held, reader_command, shared_folder

SETS = ("newswcl50.jsonl", "basil.jsonl")
TARGETS = {
    "named mentions found": 85.0,
    "pairs across articles, precision": 80.0,
    "pairs across articles, recall": 80.0,
    "pairs across articles, F1": 80.0,
    "BASIL: right last name": 82.0,
}
"""What was asked for of the named mentions and speakers, in per cent."""


def scored(shared: Path, name: str, scorer: str) -> str:
    """What a scorer of the shared folder prints of one set, each event a library of its own."""
    gold, tools = shared / "data/quotes" / name, shared / "tools"
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "found.jsonl")
        predict = [str(tools / "predict.py"), str(gold), str(found), "--by", "event", "--reader", reader_command()]
        subprocess.run([sys.executable, *predict], check=True, stdout=subprocess.DEVNULL)
        score = [sys.executable, str(tools / scorer), str(gold), str(found)]
        return subprocess.run(score, check=True, stdout=subprocess.PIPE, text=True).stdout


def measured(shared: Path) -> dict[str, float]:
    """The figures of both sets, in per cent."""
    pairs = scored(shared, "newswcl50.jsonl", "score_speakers.py").splitlines()[0]
    names = scored(shared, "basil.jsonl", "score_basil.py")
    numbers = [
        *re.search(r"found ([\d.]+)% .* P ([\d.]+) R ([\d.]+) F1 ([\d.]+)", pairs).groups(),  # type: ignore[union-attr]
        re.search(r"overall ([\d.]+)%", names)[1],  # type: ignore[index]
    ]
    return {label: float(number) for label, number in zip(TARGETS, numbers, strict=True)}


def gate() -> bool:
    """True where no pinned figure fell, and where the shared folder is absent."""
    shared = shared_folder()
    if shared is None:
        print(absent("speakers"))
        return True
    corpus = digest(shared / "data/quotes" / name for name in SETS)
    return held("speakers", measured(shared), corpus, slack=0.5)


def main() -> int:
    """Prints every figure beside what was asked for."""
    shared = shared_folder()
    if shared is None:
        print(absent("speakers"))
        return 0
    for label, value in measured(shared).items():
        print(f"{label:36} {value:5.1f}   asked {TARGETS[label]:g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
