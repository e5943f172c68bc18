"""The same as `bench/fuzz.py`, led by what code each input reaches. Where atheris is installed, which it need not be.

    python bench/fuzz_guided.py STAGE [--minutes 10] [--seed 1] [--keep FOLDER]

Bytes choose the format and are its file, or choose the pieces of which a text is made; atheris bends those that reached
something new. It ends at the first exception, and prints the input: 0 where there was none. FOLDER keeps what was found
worth bending further, for another run.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import importlib.util
import os
import pkgutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

LONGEST = 3_000
"""Bytes of an input: so many pieces of a text at most."""
SLOW = 30
"""Seconds for one input from which on it counts as hanging."""


def stages() -> dict[str, Any]:
    """For every stage what is asked of it with some bytes."""
    import fuzz
    from hypothesis import HealthCheck, given, settings

    import reader

    for module in ("loading", "cleaning", "mentions", "quoting", "speakers", "text"):  # some are imported when needed
        for found in pkgutil.walk_packages([str(Path(reader.__path__[0], module))], f"reader.{module}."):
            importlib.import_module(found.name)
    forms = [form for form in fuzz.FORMATS if not form.risky or form.name not in ("warc", "pdf")]

    def text(data: bytes) -> str:
        """Bytes as pieces; the highest say how often the one after them stands there."""
        parts, times = [], 1
        for byte in data:
            if byte >= REPEATS:
                times = 1 << (byte - REPEATS)
                continue
            parts.append(fuzz.PIECES[byte % len(fuzz.PIECES)] * times)
            times = 1
        return str(fuzz.visible("".join(parts)))

    def loading(data: bytes) -> None:
        if data:
            fuzz.load_form(forms[data[0] % len(forms)].name, data[1:])

    @settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(fuzz.ARTICLES)
    def structured(drawn: str) -> None:
        fuzz.check_whole(drawn)

    return {
        "loading": loading,
        "cleaning": lambda data: fuzz.check_clean(text(data)),
        "quoting": lambda data: fuzz.check_quotes(text(data)),
        "structured": structured.hypothesis.fuzz_one_input,  # type: ignore[attr-defined]
    }


REPEATS = 246
"""Bytes from here on double the next piece, once and up to 512 times."""


def seeds(folder: Path, stage: str) -> None:
    """Files to begin with."""
    import fuzz

    if stage == "loading":
        forms = [form for form in fuzz.FORMATS if not form.risky or form.name not in ("warc", "pdf")]
        for number, form in enumerate(forms):
            (folder / form.name).write_bytes(bytes([number]) + fuzz.SEEDS.get(form.name, fuzz.SEEDS["text"]))
        return
    for number in range(40):
        (folder / str(number)).write_bytes(
            bytes((number * 37 + k * (number + 3)) % 256 for k in range(10 + 5 * number))
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=("loading", "cleaning", "quoting", "structured"))
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("not run: atheris is not installed (pip install atheris); bench/fuzz.py needs nothing")
        return 0
    import atheris  # type: ignore[import-not-found]

    with atheris.instrument_imports(include=["reader"]), contextlib.redirect_stderr(open(os.devnull, "w")):
        work = stages()[options.stage]
    folder = options.keep or Path(tempfile.mkdtemp(prefix="guided"))
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        seeds(folder, options.stage)
    began, count = time.monotonic(), 0

    def counted(data: bytes) -> None:
        nonlocal count
        count += 1
        work(data)

    atheris.Setup(
        [
            sys.argv[0], str(folder), f"-max_total_time={int(options.minutes * 60)}", f"-max_len={LONGEST}",
            f"-seed={options.seed}", f"-timeout={SLOW}", "-rss_limit_mb=4000", "-print_final_stats=1",
            f"-artifact_prefix={folder}/",
        ],
        counted,
    )  # fmt: skip
    import atexit

    atexit.register(lambda: print(f"{options.stage}: {count} inputs in {time.monotonic() - began:.0f} s", flush=True))
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
