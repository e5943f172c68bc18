"""How the time of each stage grows with inputs that could hurt: an exponent of 1 is linear.

usage: python bench/growth.py [STAGE or SHAPE ...] [--limit 1.1]   all, or those whose names have one of the words

Each shape is made in five sizes, n to 16n, the largest so big that it takes about a second. The exponent is the slope
of the logarithm of the time (of the processor, the least of three runs) over that of the size. What is over the limit
is measured once more before it counts: other work on the machine can only add time. `--careless` is the control: a
stage that looks through everything once more for each piece must come out over it.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from shapes import LOADING, SENTENCE, SPOKEN, TEXTS, Make

from reader.cleaning.clean import clean
from reader.library.composing import compose
from reader.library.pipeline import analyse_article, analyse_document
from reader.library.queries import parse
from reader.library.searching import spans_of
from reader.loading.load import named, read_here
from reader.marks.file import parsed, written
from reader.marks.journal import Journal
from reader.marks.marks import Acts, ArticleMark, ArticleRef, QuoteMark
from reader.mentions.find import find_mentions
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.model.problems import ReaderError
from reader.quoting.find import find_quotes
from reader.statements.differences import differences
from reader.strictyaml import load
from reader.text.guard import visible

STEPS = (1, 2, 4, 8, 16)
ENOUGH, MOST, LARGEST = 0.8, 4.0, 24_000_000
"""Seconds that the largest size should take and the most it may; characters that it has at most."""
Work = Callable[[], object]


class Shape(NamedTuple):
    """One thing to measure."""

    stage: str
    name: str
    prepared: Callable[[int], Work]
    """For a size, what is to be timed."""
    begin: int = 2_000
    """The smallest size that is tried."""


def shapes() -> Iterator[Shape]:
    """All of them."""
    for form, makes in LOADING.items():
        for name, make in makes.items():
            yield Shape("loading", f"{form}, {name}", partial(_loading, form, make))
    for name, make in TEXTS.items():
        yield Shape("cleaning", name, partial(_cleaning, make))
        yield Shape("mentions", name, partial(_staged, find_mentions, make))
        yield Shape("quoting", name, partial(_quoting, make))
        yield Shape("speakers", name, partial(_staged, analyse_article, make))
    for name, text in (("one utterance", SPOKEN), ("many utterances", SPOKEN.replace("late", "late # and #"))):
        yield Shape("statements", f"{name} in many articles", partial(_library, text))
    yield Shape("statements", "two long versions", _versions, 500)
    for name, piece in TYPED.items():
        yield Shape("search", name, partial(_on, _parse, piece))
    for name, typed in {"a word": "ferry", "a phrase": '"the harbour office"', "accents": "café"}.items():
        yield Shape("search", f"{name} in a long text", partial(_looking, typed))
    yield Shape("marks", "the YAML", _reading_marks)
    yield Shape("marks", "writing the YAML", _writing_marks)
    yield Shape("marks", "the journal", _journal)
    for name, piece in YAML.items():
        yield Shape("YAML", name, partial(_loading_yaml, piece))
    for name, text in ONE_VALUE.items():
        yield Shape("YAML", name, partial(_on, _load, text, "key: "))
    yield Shape("guard", "control characters", partial(_on, visible, "\x1b\u202e\u200b\x07a"))
    yield Shape("guard", "joined signs", partial(_on, visible, "\U0001f469\u200d"))


TYPED = {"words": "bridge ", "fields": "speaker:hartwig ", "phrases": '"a b" ', "odd marks": '"', "minus": "-",
         "days": "date:2025-03 ", "colons": ":"}  # fmt: skip
YAML = {
    "ours": "key#: [a, b]\n", "comments": "key#: a # said\n", "escapes": 'key#: "a\\tb"\n', "blocks": "key#: |\n  a\n",
    "in brackets": "key#: {a: [b, c]}\n", "long lines": f"key#: {'a ' * 300}\n", "signs": "#: '!&*'\n",
    "folded": "key#: a\n  b\n\n  c\n",
}  # fmt: skip
ONE_VALUE = {
    "one value": "a ",
    "one list": "[a], ",
    "brackets": "[",
    "open mark": "'a ",
    "anchors": "&a ",
    "blanks": " ",
}


def careless() -> Iterator[Shape]:
    """Stages of a worse program."""

    def again(text: str) -> int:
        return sum(text.count("\n", 0, at) for at in range(0, len(text), 50))  # the line of each piece, counted anew

    yield Shape("control", "each piece looks at all before it", lambda n: lambda: again(SENTENCE * (n // 70)))


def _loading(form: str, make: Make, n: int) -> Work:
    data = make(n)
    return lambda: read_here(named(form), data, f"x.{form}")


def _cleaning(make: Make, n: int) -> Work:
    text = visible(make(n).decode())
    return lambda: clean(RawDocument(path="x", text=text, id="x"))


def _staged(stage: Callable[[Article], object], make: Make, n: int) -> Work:
    article = clean(RawDocument(path="x", text=visible(make(n).decode()), id="x"))
    return lambda: stage(article)


def _quoting(make: Make, n: int) -> Work:
    article = clean(RawDocument(path="x", text=visible(make(n).decode()), id="x"))
    mentions = find_mentions(article)
    return lambda: find_quotes(article, mentions)


def _library(text: str, n: int) -> Work:
    """Articles composed: speakers over all, statements."""
    found = []
    for k in range(max(1, n // len(text))):
        body = "Bridge to close\n\n" + text.replace("#", f"n{k}x{k * 7919 % 1009}") * 2
        found.append((f"{k:08}", analyse_document(RawDocument(path=f"{k}.txt", text=body, id=f"{k:08}"))))
    return lambda: compose(found)


def _versions(n: int) -> Work:
    one, other = SENTENCE * (n // len(SENTENCE)), SENTENCE.upper() * (n // len(SENTENCE))
    return lambda: differences(one, other)


def _on(stage: Callable[[str], object], piece: str, head: str | int, n: int | None = None) -> Work:
    """A stage on so many of a piece, a head before them if one is given."""
    head, n = (head, n) if isinstance(head, str) and n is not None else ("", int(head))
    text = head + piece * (n // len(piece))
    return lambda: stage(text)


def _parse(typed: str) -> None:
    with suppress(ReaderError):
        parse(typed)


def _looking(typed: str, n: int) -> Work:
    (term,) = parse(typed).terms
    text = SENTENCE * (n // len(SENTENCE))
    return lambda: spans_of(term, text)


def _loading_yaml(piece: str, n: int) -> Work:
    text = "".join(piece.replace("#", str(k), 1) for k in range(n // len(piece)))
    return lambda: _load(text)


def _load(text: str) -> None:
    with suppress(ReaderError):
        load(text, "x")


def _marks(count: int) -> list[ArticleMark]:
    quotes = (QuoteMark("words", tags=("q",), note="why"),)
    refs = (ArticleRef(f"{k:x}", f"{k}.txt", title=f"Bridge {k}") for k in range(count))
    return [ArticleMark(ref, ("a", "b"), note="c", quotes=quotes) for ref in refs]


def _reading_marks(n: int) -> Work:
    text = written(_marks(n // 200), Acts())
    return lambda: parsed(text, "x")


def _writing_marks(n: int) -> Work:
    marks = _marks(n // 200)
    return lambda: written(marks, Acts())


def _journal(n: int) -> Work:
    """Reading a journal of as many acts."""
    folder = tempfile.TemporaryDirectory()
    journal = Journal(Path(folder.name, "j"))
    (mark,) = _marks(1)
    for k in range(n // 400):
        journal.add([replace(mark, note=str(k))], None)
    return lambda: (folder, Journal(journal.path).news())


def measured(shape: Shape) -> tuple[float, list[float], int]:
    """The exponent, the seconds of each size, the largest size."""
    size = shape.begin * STEPS[-1]
    while size < LARGEST and (took := once(shape.prepared(size))) < ENOUGH:
        size = min(LARGEST, int(size * max(1.5, min(8.0, ENOUGH * 1.3 / max(took, 1e-3)))))
    sizes = [size * step // STEPS[-1] for step in STEPS]
    times = []
    for each in sizes:
        work = shape.prepared(each)
        times.append(min(once(work) for _ in range(3)))
    return exponent(times), times, size


def once(work: Work) -> float:
    """Seconds of the processor."""
    gc.collect()
    gc.disable()
    began = time.process_time()
    work()
    took = time.process_time() - began
    gc.enable()
    return took


def exponent(times: list[float]) -> float:
    """The slope of log time over log size, sizes doubling."""
    xs, ys = range(len(times)), [math.log2(max(t, 1e-5)) for t in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--limit", type=float, default=1.1)
    parser.add_argument("--careless", action="store_true")
    options = parser.parse_args()
    worst: dict[str, tuple[float, str]] = {}
    count, over = 0, []
    for shape in careless() if options.careless else shapes():
        full = f"{shape.stage} {shape.name}"
        if options.words and not any(word in full for word in options.words):
            continue
        found, times, size = measured(shape)
        if found > options.limit:
            found, times, size = min((found, times, size), measured(shape), key=lambda m: m[0])
        count += 1
        worst[shape.stage] = max(worst.get(shape.stage, (0.0, "")), (found, shape.name))
        if found > options.limit:
            over.append(full)
        row = f"{full:44.44}{size / 1e6:7.2f} MB {' '.join(f'{t:6.2f}' for t in times)} s  {found:5.2f}"
        print(row + "  OVER" * (found > options.limit), flush=True)
    for stage, (found, name) in worst.items():
        print(f"{stage}: at most {found:.2f} ({name})")
    print(f"{count} shapes, {len(over)} over {options.limit}")
    return bool(over)


if __name__ == "__main__":
    sys.exit(main())
