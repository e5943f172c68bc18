"""The resolving half of indexing alone: CPU, memory, and how they grow with the library.

    python bench/resolving.py [--articles 2000 4000 8000 16000 100000] [--distinct 400]

A shortcut: only the distinct articles (made up, 5 kB each) are analysed. Their digests are copied under other ids, each
block of copies with names, words and runs of its own, so that what is resolved is as varied as the real thing: nine
surnames of ten and most of the rare words change from block to block, the others are shared by all; first names turn,
so that a surname has more bearers the larger the library is. Every size is resolved in a process of its own. The last
column compares with the CPU of analysing as many articles, measured on the distinct ones.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from array import array
from hashlib import blake2s
from pathlib import Path
from zlib import crc32

from msgspec import convert, to_builtins
from synthetic import FIRST, RARE, RARE_ADJECTIVES, RARE_VERBS, SYLLABLES, archive, people

from reader.library.digest import Digest, condensed, digest
from reader.library.pipeline import analyse_document
from reader.library.plan import Plan, Source
from reader.library.snapshot import write
from reader.library.store import Store
from reader.library.syndication import kept_runs
from reader.loading.load import load_bytes
from reader.model.problems import Problem
from reader.speakers.people import fold
from reader.statements.words import stem

SHARED = 10
"""One name, word or run of so many is the same in all blocks."""


def analysed(count: int) -> tuple[list[tuple[Digest, bytes]], float]:
    """Digests and runs of made-up articles, and the CPU seconds that their analysis took."""
    texts = list(archive(count))
    analyses = []
    began = time.process_time()
    for name, text in texts:
        loaded = load_bytes(text.encode(), name, name)
        assert not isinstance(loaded, Problem)
        analyses += [analyse_document(raw) for raw in loaded]
    took = time.process_time() - began
    return [(digest(a), kept_runs(a)) for a in analyses], took


class Block:
    """What one block makes of names, words and runs."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._turned = {f: FIRST[(n + number) % len(FIRST)] for n, f in enumerate(FIRST)} if number else {}
        self._turned |= {fold(a): fold(b) for a, b in self._turned.items()}
        self._surname = _syllables(int(number**0.7))
        self._rare = _syllables(int(number**0.6))

    def digest(self, found: Digest) -> Digest:
        """An article of this block."""
        plain = to_builtins(found)
        entities = [self._words(entity) for entity in plain[-3]]
        said = [[*quote[:2], self._line(quote[2]), self._line(quote[3]), *quote[4:]] for quote in plain[-1]]
        again = expanded_from([*plain[:-3], entities, plain[-2], said])
        return again

    def runs(self, kept: bytes) -> bytes:
        """The runs of an article of this block."""
        size, *runs = array("I", kept)
        own = {r if not r % SHARED else crc32(f"{r}:{self._number}".encode()) for r in runs} if self._number else runs
        return array("I", [size, *sorted(own)]).tobytes()

    def _words(self, value):
        if isinstance(value, str):
            return self._line(value)
        return [self._words(v) for v in value] if isinstance(value, (list, tuple)) else value

    def _line(self, line: str) -> str:
        return " ".join(map(self._word, line.split(" "))) if self._number else line

    def _word(self, word: str) -> str:
        if word in SURNAMES and crc32(word.lower().encode()) % SHARED:
            return word + self._surname
        if word in RARES and crc32(word.encode()) % SHARED:
            return word + self._rare
        return self._turned.get(word, word)


def _syllables(number: int) -> str:
    text = ""
    while number:
        text, number = text + SYLLABLES[number % len(SYLLABLES)], number // len(SYLLABLES)
    return text


SURNAMES: set[str] = set()
RARES = {form for word in (*RARE, *RARE_VERBS, *RARE_ADJECTIVES) for form in (word, stem(word), word.capitalize())}


def expanded_from(plain: list) -> Digest:
    """A digest of plain lists."""
    return convert(plain, Digest)


def kept(folder: Path, articles: int, distinct: list[tuple[Digest, bytes]]) -> None:
    """Write a store that has the digests of a library, and nothing else."""
    store = Store(folder / "analyses.sqlite")
    base = store.base
    assert base is not None
    base.execute("PRAGMA synchronous = OFF")
    plan = folder / "plan"
    with base, open(plan, "w") as file:
        for number in range(articles):
            place, of = divmod(number, len(distinct))
            if not of:
                block = Block(place)
            found, runs = distinct[of]
            key = blake2s(f"{place}:{of}".encode(), digest_size=8).hexdigest()
            base.execute("INSERT INTO analyses VALUES (?, ?, 0, ?, '', 1)", (number + 1, key, key))
            row = (number + 1, condensed(block.digest(found)), block.runs(runs))
            base.execute("INSERT INTO digests VALUES (?, ?, ?)", row)
            file.write(f"{place:04}/{of:06}.txt {key}\n")
    store.close()


def resolve(folder: Path) -> None:
    """Resolve a library that was kept; in a process of its own."""
    sources = []
    for line in (folder / "plan").read_text().splitlines():
        below, key = line.split()
        sources.append(Source(0, below, key))
    parts: dict[str, float] = {}
    last = ["", time.process_time()]

    def report(what: str, done: int, total: int) -> None:
        now = time.process_time()
        parts[last[0]] = parts.get(last[0], 0.0) + now - last[1]
        last[:] = [what, now]

    write(
        folder / "snapshot.sqlite", Plan(("/library",), sources, (), 0), Store(folder / "analyses.sqlite"), None, report
    )
    report("", 0, 0)
    used = resource.getrusage(resource.RUSAGE_SELF)
    with sqlite3.connect(folder / "snapshot.sqlite") as base:
        counts = [
            base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("speakers", "occurrences WHERE quote IS NOT NULL", "statements", "copies")
        ]
    print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, counts, parts]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[2000, 4000, 8000, 16000, 100_000])
    parser.add_argument("--distinct", type=int, default=400)
    parser.add_argument("--parts", action="store_true", help="print what each step takes")
    parser.add_argument("--resolve", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.resolve:
        resolve(options.resolve)
        return
    distinct, analysing = analysed(options.distinct)
    SURNAMES.update(name for person in people(random.Random(1), max(20, options.distinct // 4))
                    for name in (person.last, fold(person.last)))  # fmt: skip
    each = analysing / len(distinct)
    print(f"analysis: {1000 * each:.1f} ms CPU an article")
    heads = f"{'articles':>9} {'CPU s':>8} {'ms each':>8} {'exponent':>9} {'peak MiB':>9} {'exponent':>9}"
    print(heads, "of all CPU  speakers, quotes, statements, copies")
    before: tuple[int, float, float] | None = None
    for count in options.articles:
        place = Path(tempfile.mkdtemp(prefix="reader-bench-"))
        try:
            kept(place, count, distinct)
            out = subprocess.run(
                [sys.executable, __file__, "--resolve", str(place)],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        finally:
            shutil.rmtree(place, ignore_errors=True)
        cpu, peak, counts, parts = json.loads(out)
        times = memory = ""
        if before:
            step = math.log(count / before[0])
            times, memory = f"{math.log(cpu / before[1]) / step:.2f}", f"{math.log(peak / before[2]) / step:.2f}"
        print(f"{count:9,} {cpu:8.1f} {1000 * cpu / count:8.2f} {times:>9} {peak:9.0f} {memory:>9} "
              f"{cpu / (cpu + each * count):10.0%}  {counts}", flush=True)  # fmt: skip
        if options.parts:
            print("         ", {what: round(seconds, 1) for what, seconds in parts.items()})
        before = count, cpu, peak


if __name__ == "__main__":
    main()
