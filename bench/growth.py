"""How the time of each stage grows with inputs that could hurt: an exponent of 1 is linear.

usage: python bench/growth.py [STAGE or SHAPE ...] [--limit 1.1] [--seconds 0.5]

all, or those whose names have one of the words.

Each shape is made in five sizes, n to 16n, the largest so big that it takes half a second. The exponent is the slope
of the logarithm of the time (of the processor, the least of some runs, each with an input of its own) over that of the
size. What is near the limit or over it is measured three times, and the middle one counts. `--careless` is the control:
a stage that looks through everything once more for each piece must come out over it.
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
ENOUGH, LARGEST = 0.5, 8_000_000
"""Seconds that the largest size should take; characters that it has at most."""
NEAR = 0.03
"""So near the limit an exponent is measured twice more."""
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
        yield Shape("statements", f"{name} in many articles", partial(_library, text), 16_000)  # past the most compared
    yield Shape("statements", "two long versions", _versions, 500)
    for name, piece in TYPED.items():
        yield Shape("search", name, partial(_on, _parse, piece))
    for name, typed in LOOKED_FOR.items():
        yield Shape("search", f"{name} in a long text", partial(_looking, typed, SENTENCE))
    for name, piece in {"one letter": "a", "marks": '"', "accents": "e\u0301", "nearly it": "ferr "}.items():
        yield Shape("search", f"a phrase in {name}", partial(_looking, '"aaa aab"', piece))
    yield Shape("marks", "the YAML", _reading_marks)
    yield Shape("marks", "the YAML, tags on one article", _reading_tags)
    yield Shape("marks", "writing the YAML", _writing_marks)
    yield Shape("marks", "the journal", _journal)
    for name, piece in YAML.items():
        yield Shape("YAML", name, partial(_loading_yaml, piece))
    for name, text in ONE_VALUE.items():
        yield Shape("YAML", name, partial(_on, _load, text, "key: "))
    yield Shape("YAML", "one list in brackets", partial(_on, _load, "a, ", "key: ["))
    yield Shape("YAML", "ever deeper", _deeper, 500)
    yield Shape("guard", "control characters", partial(_on, visible, "\x1b\u202e\u200b\x07a"))
    yield Shape("guard", "honest text", partial(_on, visible, SENTENCE))
    yield Shape("guard", "right to left", partial(_on, visible, "\u202bمرحبا\u202c "))
    yield Shape("guard", "marks that pile up", partial(_on, visible, "\u0301"))
    yield Shape("guard", "joined signs", partial(_on, visible, "\U0001f469\u200d"))


LOOKED_FOR = {"a word": "ferry", "a phrase": '"the harbour office"', "accents": "café", "one letter": "e",
              "what is not there": "nowhere"}  # fmt: skip
TYPED = {"words": "bridge ", "fields": "speaker:hartwig ", "phrases": '"a b" ', "odd marks": '"', "minus": "-",
         "days": "date:2025-03 ", "colons": ":", "brackets": "(", "stars": "a* ", "bars": "a OR ", "dots": "date:..",
         "expressions": "/(a+)+b/ ", "backslashes": "\\"}  # fmt: skip
YAML = {
    "ours": "key#: [a, b]\n", "comments": "key#: a # said\n", "escapes": 'key#: "a\\tb"\n', "blocks": "key#: |\n  a\n",
    "in brackets": "key#: {a: [b, c]}\n", "long lines": f"key#: {'a ' * 300}\n", "signs": "#: '!&*'\n",
    "folded": "key#: a\n  b\n\n  c\n", "long keys": f"{'k' * 300}#: a\n", "the same key": "key: a # x\n",
    "two lines": "key#:\n  - a\n  - b\n",
}  # fmt: skip
ONE_VALUE = {
    "one value": "a ", "one list": "[a], ", "brackets": "[", "open mark": "'a ", "anchors": "&a ", "blanks": " ",
    "braces": "{", "dashes": "- ", "tabs": "\t", "questions": "? ", "colons": ": ", "escapes": "\\", "tags": "!a ",
    "hashes": "#", "a long list": "\n  - a", "one line of a list": "a, ", "one key": "k",
}  # fmt: skip


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


def _looking(typed: str, piece: str, n: int) -> Work:
    (term,) = parse(typed).terms
    text = piece * (n // len(piece))
    return lambda: spans_of(term, text)


def _loading_yaml(piece: str, n: int) -> Work:
    text = "".join(piece.replace("#", str(k), 1) for k in range(n // len(piece)))
    return lambda: _load(text)


def _deeper(n: int) -> Work:
    """Each value one step further in, as far as is allowed, and again."""
    text = "".join(f"{' ' * (k % 40)}key{k // 40}{k % 40}:\n" for k in range(n // 30))
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


def _reading_tags(n: int) -> Work:
    """One article with as many tags."""
    ref = ArticleRef("a", "a.txt", title="Bridge")
    text = written([ArticleMark(ref, tuple(f"tag {k}" for k in range(n // 16)))], Acts())
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


class Measured(NamedTuple):
    """What came of one shape."""

    name: str
    exponent: float
    times: list[float]
    size: int

    def row(self, limit: float) -> str:
        """A line of the table."""
        times = " ".join(f"{t:6.2f}" for t in self.times)
        over = "  OVER" * (self.exponent > limit)
        return f"{self.name:50.50}{self.size / 1e6:7.2f} MB {times} s  {self.exponent:5.2f}{over}"


def measured(shape: Shape, enough: float = ENOUGH) -> Measured:
    """The growth of one shape. Each run has an input of its own, so that nothing remembered counts."""
    size = shape.begin * STEPS[-1]
    while size < LARGEST and (took := once(shape.prepared(size))) < enough:
        size = min(LARGEST, int(size * max(1.5, min(8.0, enough * 1.3 / max(took, 1e-3)))))
    sizes = [size * step // STEPS[-1] for step in STEPS]
    times = [min(once(shape.prepared(each)) for _ in range(3 if each < size else 2)) for each in sizes]
    return Measured(f"{shape.stage} {shape.name}", exponent(times), times, size)


def settled(shape: Shape, limit: float, enough: float) -> Measured:
    """The same; where it lies near the limit or over it, the middle one of three measurements."""
    first = measured(shape, enough)
    if first.exponent < limit - NEAR:
        return first
    return sorted([first, measured(shape, enough), measured(shape, enough * 1.5)], key=lambda m: m.exponent)[1]


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
    parser.add_argument("--seconds", type=float, default=ENOUGH, help="what the largest size should take")
    parser.add_argument("--careless", action="store_true")
    options = parser.parse_args()
    found: list[Measured] = []
    for shape in careless() if options.careless else shapes():
        full = f"{shape.stage} {shape.name}"
        if not options.words or any(word in full for word in options.words):
            found.append(settled(shape, options.limit, options.seconds))
            print(found[-1].row(options.limit), flush=True)
    print("\nstage            shapes   median   largest")
    for stage in dict.fromkeys(m.name.split()[0] for m in found):
        rows = sorted((m for m in found if m.name.split()[0] == stage), key=lambda m: m.exponent)
        middle, worst = rows[len(rows) // 2].exponent, rows[-1]
        print(f"{stage:14} {len(rows):8} {middle:8.2f} {worst.exponent:9.2f}  {worst.name}")
    over = [m for m in found if m.exponent > options.limit]
    print(
        f"{len(found)} shapes, {len(over)} over {options.limit}"
        + "".join(f"\n  {m.name}: {m.exponent:.2f}" for m in over)
    )
    return bool(over)


if __name__ == "__main__":
    sys.exit(main())
