"""What each key costs in the app: processor time, and bytes to the terminal; the median and the 95th percentile.

    python bench/keys.py FOLDER ... [--sizes 120x40 250x60] [--only list article] [--marks 10000]

Keys are sent over a real terminal, each after the last one is done, or held down where it says so. `answer` is what all
threads of the app used until the last byte of the answer was written, `all` is with what they did after it. `!` stands
where a figure is over its aim: 5 ms at the median and 16 at the 95th percentile, 1,000 bytes for a key of the cursor,
50 ms for a letter, 100 ms for the first that a search finds.

`bench/large.py` makes a folder of a hundred thousand articles; `--long FOLDER` writes two of 10 MB, one wrapped
and one in a single line, to be read with `reader index` first. --marks lets so many articles be tagged before.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from driving import ROOT, Driven
from start import peak_of
from synthetic import archive

LONG = 10_000_000
"""Characters of a long article."""
DOWN, PAGE, LEFT, RIGHT, ESC = b"j", b"\x1b[6~", b"\x1b[D", b"\x1b[C", b"\x1b"


class Key(NamedTuple):
    """A key that is pressed some times in one place."""

    part: str
    what: str
    keys: bytes
    """Pressed in turn."""
    count: int
    wait: float = 0.25
    """Seconds between two."""
    before: bytes = b""
    """Pressed once before, each by itself."""
    after: bytes = b""
    median: float = 5.0
    """Aims, in milliseconds."""
    high: float = 16.0
    cursor: bool = False
    """True for a key that moves a cursor: it has an aim for its bytes too."""
    shows: bytes = b""
    """The answer ends with the first of these words, what comes later is more of it."""


def _letter(part: str, what: str, keys: bytes, before: bytes, after: bytes = ESC, wait: float = 0.6) -> Key:
    return Key(part, what, keys, len(keys), wait, before, after, 50, 50)


def _search(what: str, typed: bytes) -> Key:
    return Key("search", what, b"\r", 1, 1.5, typed, ESC, 100, 100, shows=rb"1/[0-9]+|Nothing found")


KEYS = (
    Key("idle", "nothing", b"", 5, 0.25),
    Key("list", "cursor, held", DOWN, 40, 0.03, b"1", cursor=True),
    Key("list", "cursor, resting", b"jjjk", 20, 0.3),
    Key("list", "page", PAGE, 20, 0.3),
    Key("list", "to the end, to the top", b"Gg", 8, 0.3),
    Key("list", "next article", b"JJJK", 20, 0.3),
    Key("list", "select", b"v", 10, 0.3, after=ESC),
    Key("list", "star", b"*", 10, 0.3),
    Key("article", "cursor", DOWN, 40, 0.1, b"2", cursor=True),
    Key("article", "page", b" ", 20, 0.2),
    Key("article", "to the end, to the top", b"Gg", 8, 0.2),
    Key("article", "next name", RIGHT, 20, 0.1),
    Key("article", "next quote", b"]", 20, 0.2),
    Key("article", "letter of a search", b"harbour", 7, 0.3, b"/", b"\r"),
    Key("article", "next found", b"n", 20, 0.2, after=ESC),
    Key("quotes", "cursor", b"jjjk", 20, 0.2, b"g3", cursor=True),
    Key("quotes", "page", PAGE, 10, 0.2),
    Key("quotes", "to the end, to the top", b"Gg", 8, 0.2),
    Key("follow", "follow, unfollow", b"s", 12, 0.4, b"3"),
    Key("follow", "next occurrence", b"n", 20, 0.3, b"s"),
    Key("follow", "next article, following", b"JJJK", 20, 0.3),
    Key("follow", "cursor of the list, following", DOWN, 20, 0.03, b"1", cursor=True, after=ESC),
    _letter("filter", "letter of a search", b"harbour", b"F", ESC),
    _letter("filter", "letter of a jump", b"harbour", b"'"),
    _letter("filter", "letter of a speaker", b"clara", b"S"),
    _search("two words", b"Fharbour tax"),
    _search("a common word", b"Fthe"),
    _search("a common phrase", b'F"all rights reserved"'),
    _search("a word of all last lines", b"Fcopyright"),
    _search("a field", b"Fspeaker:clara"),
    _search("two fields", b"Fspeaker:clara date:2020"),
)


class Cost(NamedTuple):
    """What one press of a key took."""

    answer: float
    """Milliseconds until the last byte."""
    all: float
    written: int


def spent(pid: int) -> float:
    """Milliseconds of the processor that all threads of a process have had, those that ended included."""
    return time.clock_gettime(~pid << 3 | 2) * 1000  # its CPU clock, see clock_getcpuclockid(3)


def pressed(program: Driven, key: bytes, wait: float, shows: bytes = b"") -> Cost:
    """Press a key and look on for some seconds. Args: shows: an expression for what the answer ends with."""
    before, had, seen, answered = spent(program.pid), len(program.raw), len(program.raw), 0.0
    os.write(program.master, key)
    end = time.monotonic() + wait
    while (left := end - time.monotonic()) > 0:
        if program.read(left) and not (shows and answered and re.search(shows, program.raw[had:seen])):
            answered, seen = spent(program.pid) - before, len(program.raw)
    return Cost(answered, spent(program.pid) - before, len(program.raw) - had)


def _typed(program: Driven, keys: bytes) -> None:
    """Press keys that are not measured."""
    for key in (keys,) if keys.startswith(ESC) else (bytes((one,)) for one in keys):
        os.write(program.master, key)
        program.written(0.3)


def _line(key: Key, costs: list[Cost]) -> str:
    answers, every = sorted(cost.answer for cost in costs), [cost.all for cost in costs]
    middle, high = statistics.median(answers), answers[min(len(answers) - 1, int(len(answers) * 0.95))]
    size = statistics.median(cost.written for cost in costs)
    over = "!" if middle > key.median or high > key.high else " "
    much = "!" if key.cursor and size >= 1000 else " "
    times = f"{middle:9.1f} {high:9.1f}{over} {statistics.median(every):9.1f}"
    return f"{key.part:8} {key.what:32} {times} {size:9.0f}{much} {max(cost.written for cost in costs):8}"


def measure(folder: str, size: tuple[int, int], parts: list[str], wait: float, env: dict[str, str]) -> None:
    """Open the app and press the keys."""
    with Driven(["-m", "reader", "--fresh", "--theme", "dark", folder], size=size, env=env) as program:
        program.written(wait)
        print(f"\n{folder} at {size[0]} x {size[1]}; after the start: peak {peak_of(program.pid):.1f} MiB")
        print(f"{'pane':8} {'key':32} {'answer ms':>9} {'95th':>9}  {'all ms':>9} {'bytes':>9}  {'most':>8}")
        for key in KEYS:
            if parts and key.part not in parts:
                continue
            _typed(program, key.before)
            one = [key.keys[at : at + 1] for at in range(len(key.keys))] if key.keys[:1] != ESC else [key.keys]
            costs = [pressed(program, one[n % len(one)] if one else b"", key.wait, key.shows) for n in range(key.count)]
            program.written(0.5)
            print(_line(key, costs), flush=True)
            _typed(program, key.after)
        print(f"at the end: peak {peak_of(program.pid):.1f} MiB")
        os.kill(program.pid, signal.SIGTERM)
        program.ended()


def write_long(folder: Path) -> None:
    """Write two articles of the same words, one of them wrapped, the other without a line break in its text."""
    text = next(iter(archive(1, size=LONG)))[1]
    head, _, body = text.partition("\n\nBy ")
    said = "\n".join(line for line in body.splitlines() if line)
    for name, words in (("wrapped", text), ("one-line", f"{head}\n\n{' '.join(said.split())}\n")):
        file = folder / name / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, encoding="utf-8")


def mark(folder: str, number: int, env: dict[str, str]) -> None:
    """Tag so many articles of a folder, in marks that nothing else uses."""
    words = "import sys; from keys import tag_many; tag_many(sys.argv[1], int(sys.argv[2]))"
    paths = {"PYTHONPATH": f"{ROOT}:{ROOT / 'bench'}"}
    subprocess.run([sys.executable, "-c", words, folder, str(number)], env={**os.environ, **env, **paths}, check=True)


def tag_many(folder: str, number: int) -> None:
    """Tag the first articles of a library."""
    from reader.library.open import open_steps
    from reader.marks.book import MarkBook
    from reader.marks.marks import ArticleMark, ArticleRef

    *_, last = open_steps([folder])
    book = MarkBook.open([folder])
    rows = [row for row, _ in zip(last.library.rows, range(number), strict=False)]
    refs = [ArticleRef(id=row.key, path=row.path, part=row.part, title=row.title) for row in rows]
    book.change_all(ArticleMark(ref, tags=("harbour", f"level/{n % 50}")) for n, ref in enumerate(refs))
    book.close()


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--sizes", nargs="+", default=["120x40", "250x60"])
    parser.add_argument("--only", nargs="+", default=[], choices=sorted({key.part for key in KEYS}))
    parser.add_argument("--wait", type=float, default=8.0, help="seconds for the start and what follows it")
    parser.add_argument("--long", type=Path, help="write two articles of 10 MB there")
    parser.add_argument("--marks", type=int, default=0)
    options = parser.parse_args()
    if options.long:
        write_long(options.long)
    for folder in options.folders:
        with tempfile.TemporaryDirectory(prefix="reader-keys-") as home:
            env = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("DATA", "CONFIG", "STATE")}
            if options.marks:
                mark(folder, options.marks, env)
            for size in options.sizes:
                width, _, height = size.partition("x")
                measure(folder, (int(width), int(height)), options.only, options.wait, env)


if __name__ == "__main__":
    main()
