"""The shared folder with the development sets, and the pinned figures that may not fall."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
BASELINES = HERE / "baselines"


def shared_folder() -> Path | None:
    """Where the development sets are: READER_SHARED, else ../shared beside the checkout; None where absent."""
    folder = Path(os.environ.get("READER_SHARED") or HERE.parent.parent / "shared")
    if not folder.is_absolute():
        folder = HERE.parent / folder
    return folder.resolve() if folder.is_dir() else None


def absent(what: str) -> str:
    """The sentence that says why a benchmark did not run."""
    return f"{what}: not run, the shared folder is absent (set READER_SHARED to where it is)"


def reader_command() -> str:
    """The real command, of the same environment as this script."""
    return str(Path(sys.executable).with_name("reader"))


def digest(files: Iterable[Path]) -> str:
    """The SHA-256 of some files' bytes, in the order of their names; pins the corpus."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def held(name: str, figures: Mapping[str, float], corpus: str, *, slack: float = 0.0) -> bool:
    """True where no figure lies below its pinned floor; prints each beside its floor.

    The floors are in baselines/NAME.json. `--raise` on the command line lifts them to what was measured,
    `--lower` sets them whatever was measured; without one of the two no floor ever changes.
    """
    file = BASELINES / f"{name}.json"
    pinned = json.loads(file.read_text()) if file.exists() else {"corpus": corpus, "floors": {}}
    floors: dict[str, float] = pinned["floors"]
    same_corpus = pinned["corpus"] == corpus
    good = same_corpus or "--lower" in sys.argv
    if not same_corpus:
        print(f"{name}: the corpus is another than the pinned one; --lower pins the new one")
    for key, value in figures.items():
        floor = floors.get(key)
        fell = floor is not None and value < floor - slack
        good = good and (not fell or "--lower" in sys.argv)
        told = "not pinned yet" if floor is None else f"floor {floor:g}"
        print(f"  {'FELL' if fell else 'ok':5} {name}: {key} = {value:g} ({told})")
    if "--raise" in sys.argv or "--lower" in sys.argv:
        lifted = {k: v if "--lower" in sys.argv else max(v, floors.get(k, v)) for k, v in figures.items()}
        BASELINES.mkdir(exist_ok=True)
        file.write_text(json.dumps({"corpus": corpus, "floors": {**floors, **lifted}}, indent=1) + "\n")
    return good
