"""How fast one core analyses articles: characters a second of every stage and of all together.

    python bench/analysing.py [--articles 150] [--passes 5]

Made-up articles (bench/synthetic.py) and, where the shared folder is, those of PolNeAR. CPU time of this process, of
every article the best of some passes, so that other work on the machine counts little. The last line says how fast this
machine is today: what starting Python and importing Textual costs, beside the machine on which the targets were set.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from shared import shared_folder
from synthetic import archive

from reader.cleaning.clean import clean
from reader.library.reading import done_with
from reader.library.weights import quote_weights, set_cleaning_weights, speaker_weights
from reader.loading.load import load_bytes
from reader.mentions.find import find_mentions
from reader.model.problems import Problem
from reader.quoting.find import find_quotes
from reader.speakers.article import link_speakers

STAGES = ("loading", "cleaning", "mentions", "quotes", "speakers")
WHOLE = "a worker, end to end"
"""Reads the file and does what an index keeps of it, too."""
REFERENCE = 180
"""Milliseconds of CPU for Python and `import textual` where the targets were set."""
IMPORT = "import textual.app, textual.widgets"
Clock = Callable[[], float]


def stages(file: Path, clock: Clock) -> Iterator[float]:
    """Seconds of every stage for one file."""
    data = file.read_bytes()
    at = clock()
    loaded = load_bytes(data, str(file), file.name)
    yield clock() - at
    if isinstance(loaded, Problem):
        raise SystemExit(f"{loaded.path}: {loaded.what}")
    spent = [0.0] * 4
    for raw in loaded:
        times = [clock()]
        article = clean(raw)
        times.append(clock())
        mentions = find_mentions(article)
        times.append(clock())
        quotes = find_quotes(article, mentions, quote_weights())
        times.append(clock())
        link_speakers(article, mentions, quotes, speaker_weights())
        times.append(clock())
        spent = [s + after - before for s, before, after in zip(spent, times, times[1:], strict=False)]
    yield from spent


def whole(file: Path, clock: Clock) -> float:
    """Seconds in which a worker is done with a file."""
    at = clock()
    done_with(str(file))
    return clock() - at


def measured(files: list[Path], passes: int) -> list[float]:
    """Seconds of every stage, and of the whole, over all files: of each file its best."""
    clock = time.process_time
    best: dict[Path, list[float]] = {}
    for _ in range(passes + 1):  # the first fills what is kept from article to article
        for file in files:
            row = [*stages(file, clock), whole(file, clock)]
            best[file] = list(map(min, row, best.get(file, row)))
    return [sum(column) for column in zip(*best.values(), strict=True)]


def real(count: int) -> list[str]:
    """Articles of the development set; none where it is absent."""
    shared = shared_folder()
    if shared is None:
        return []
    with (shared / "data/quotes/polnear.jsonl").open(encoding="utf-8") as lines:
        rows: Iterator[dict[str, Any]] = map(json.loads, islice(lines, count))
        return [row["text"] for row in rows]


def floor() -> float:
    """Milliseconds of CPU for starting Python and importing Textual, the best of five."""
    found = []
    for _ in range(5):
        before = os.times()
        subprocess.run([sys.executable, "-c", IMPORT], check=True)
        after = os.times()
        spent = after.children_user + after.children_system - before.children_user - before.children_system
        found.append(1000 * spent)
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=150)
    parser.add_argument("--passes", type=int, default=5)
    options = parser.parse_args()
    set_cleaning_weights()
    today = floor()
    sets = {"made up": [text for _, text in archive(options.articles)], "PolNeAR": real(options.articles)}
    for name, texts in sets.items():
        if not texts:
            print(f"{name}: not run, the shared folder is absent (set READER_SHARED to where it is)")
            continue
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, f"{n:06}.txt") for n in range(len(texts))]
            for file, text in zip(files, texts, strict=True):
                file.write_text(text, encoding="utf-8", newline="")
            letters, spent = sum(map(len, texts)), measured(files, options.passes)
        print(f"\n{name}: {len(texts)} articles, {letters:,} characters")
        for stage, seconds in zip((*STAGES, WHOLE), spent, strict=True):
            share = "" if stage == WHOLE else f"{seconds / sum(spent[:-1]):6.0%}"
            print(f"  {stage:22} {letters / seconds:12,.0f} characters a second {share}")
        both = spent[0] + spent[1]
        print(f"  {'loading and cleaning':22} {letters / both:12,.0f} characters a second")
    print(f"\nthis machine, now: {today:.0f} ms for Python and {IMPORT!r}; {REFERENCE} where the targets were set")


if __name__ == "__main__":
    main()
