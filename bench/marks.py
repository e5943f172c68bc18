"""Marks under strain: two instances at once, an editor meanwhile, any text, and YAML that nobody should write.

    python bench/marks.py [--texts 10000] [--edits 250] [--careless]

`--careless` is the control: instances that take no lock and do not read again, and a writer and reader of plain YAML;
they must lose.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from shared import absent, shared_folder

from reader.marks import book as books
from reader.marks.file import parsed
from reader.marks.marks import ArticleMark, ArticleRef, QuoteMark
from reader.model.problems import ReaderError
from reader.settings.config import parse_config
from reader.settings.themes import parse_theme
from reader.strictyaml import dump, load, plain
from reader.tui.commands import bindings

SECONDS = 2.0
"""No document of the suite may take longer."""
DEVIATIONS = ("652Z-0", "HM87-1", "JEF9-2", "L24T-1")
"""Cases that PyYAML's parser reads in another way: a question mark before a letter, blanks at the end of a file."""
SIGNS = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}
"""How the suite writes what cannot be seen (its ReadMe)."""


# -- instances and editors


def edit(folder: str, who: str, edits: int, small: int, careless: bool) -> None:
    """One instance: so many edits of articles that both know."""
    books.SMALL = small
    if careless:
        books.locked = lambda _: nullcontext()  # type: ignore[assignment]
        books.Journal.add = lambda *_: None  # type: ignore[method-assign,assignment]
    book = books.MarkBook.open([folder])
    if careless:
        book._read = lambda: None  # type: ignore[method-assign]
    for n in range(edits):
        ref = ArticleRef(f"{n % 50}", f"{n % 50}.txt")
        mark = book.mark(ref)
        book.change(replace(mark, tags=(*mark.tags, f"{who}{n}")))
    book.close()


def instances(edits: int, careless: bool) -> int:
    """How many of the edits of two instances at once are lost, with the YAML at once and with the journal."""
    lost = 0
    for small in (10**9, 0):
        with tempfile.TemporaryDirectory() as folder:
            both = [
                multiprocessing.Process(target=edit, args=(folder, who, edits, small, careless)) for who in ("a", "b")
            ]
            for one in both:
                one.start()
            for one in both:
                one.join()
            there = {tag for tag, _ in books.MarkBook.open([folder]).tags()}
            lost += sum(f"{who}{n}" not in there for who in "ab" for n in range(edits))
    return lost


def editor(rounds: int) -> int:
    """How often what an editor saved, or what the app did meanwhile, was neither kept nor on disk beside it."""
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        book = books.MarkBook.open([folder])
        refs = [ArticleRef(f"{n}", f"{n}.txt") for n in range(3)]
        book.change_all([ArticleMark(ref, ("first",), note="one") for ref in refs])
        for n in range(rounds):
            text = book.where.read_text(encoding="utf-8")
            mark = book.mark(refs[0])
            book.change(replace(mark, tags=(*mark.tags[-5:], f"app{n}")))  # the app saves while the editor has it open
            edited = text.replace("note: ", f"note: by editor {n} ", 1) if n % 2 else text.replace("[", f"[ed{n}, ", 1)
            book.where.write_text(edited, encoding="utf-8")  # the editor writes over what it never saw
            mark = book.mark(refs[1])
            book.change(replace(mark, tags=(*mark.tags[-5:], f"late{n}")))
            everywhere = "".join(p.read_text(encoding="utf-8") for p in book.where.parent.iterdir() if p.is_file())
            for word in (f"app{n}", f"late{n}", f"by editor {n} " if n % 2 else f"ed{n}"):
                lost += word not in everywhere
    return lost


# -- ten thousand marked articles


def large(count: int, careless: bool) -> str:
    """What an act costs in a book of so many marks, and how long who only looks waits while the YAML is written."""
    books.SMALL = 300
    with tempfile.TemporaryDirectory() as folder:
        book = books.MarkBook.open([folder])
        refs = [ArticleRef(f"{n:x}", f"deep/{n}.txt", title=f"Headline number {n} of the day") for n in range(count)]
        book.change_all([ArticleMark(ref, ("war/ceasefire", "x"), note="A note of some length") for ref in refs])
        book.follow()
        acts, sizes = [], []
        for ref in refs[:100]:
            mark, before = book.mark(ref), book._journal.length
            began = time.process_time()
            book.change(replace(mark, tags=(*mark.tags, "new")))
            acts.append(time.process_time() - began)
            sizes.append(book._journal.length - before)
        following, longest = threading.Thread(target=book.follow), 0.0
        following.start()
        while following.is_alive():
            began = time.monotonic()
            with book._thread if careless else nullcontext():
                book.marked(refs[0].id)
            longest = max(longest, time.monotonic() - began)
        began = time.process_time()
        books.MarkBook.open([folder])
        opened = time.process_time() - began
    acts.sort()
    return (
        f"{count} marked articles: an act takes {acts[len(acts) // 2] * 1000:.1f} ms in the thread that "
        f"saves and {max(sizes[1:])} bytes; while the YAML is written, looking waits {longest * 1000:.0f} ms at most; "
        f"reading them takes {opened:.1f} s"
    )


# -- any text


def texts(count: int, careless: bool) -> tuple[int, int]:
    """How many texts were tried as tag, note and words of a quote, and how many came back changed."""
    tried = changed = 0
    some = st.text(st.characters(codec=None), min_size=1, max_size=60) | st.text(
        "\x00\x1b\x85\x9b\u2028\ufeff\ud800\udfff#:-[]{}\"'|>&*!%@` \n\t\r~0", min_size=1, max_size=30
    )

    @settings(max_examples=max(1, count // 100), deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.lists(some, min_size=100, max_size=100))
    def hundred(found: list[str]) -> None:
        nonlocal tried, changed
        with tempfile.TemporaryDirectory() as folder:
            book = books.MarkBook.open([folder])
            if careless:
                import yaml

                text = yaml.safe_dump(found, allow_unicode=True)
                back = yaml.safe_load(text.encode("utf-8", "replace").decode())
                tried, changed = tried + 100, changed + sum(a != b for a, b in zip(found, back, strict=True))
                return
            marks = [
                ArticleMark(ArticleRef(f"{n}", f"{n}.txt"), (t,), note=t, quotes=(QuoteMark(t, tags=(t,), note=t),))
                for n, t in enumerate(found)
            ]
            book.change_all(marks)
            book.close()
            again = books.MarkBook.open([folder])
            tried += 100
            changed += sum(again.mark(mark.ref) != mark for mark in marks)

    hundred()
    return tried, changed


# -- YAML that nobody should write


def suite(folder: Path) -> Iterator[tuple[str, str, str | None, bool]]:
    """(name, text, tree of events or None, whether it must fail) of every case of the YAML test suite."""
    import yaml

    for file in sorted(folder.glob("*.yaml")):
        before: dict[str, Any] = {}
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))):
            before = {**{k: v for k, v in before.items() if k != "fail"}, **case}
            text = before.get("yaml", "")
            for sign, meant in SIGNS.items():
                text = text.replace(sign, meant)
            yield f"{file.stem}-{number}", text, before.get("tree"), bool(case.get("fail"))


def value_of(tree: str) -> Any:
    """What a tree of events says, all of it text; None where it has what is not allowed here."""
    stack: list[list[Any]] = [[]]
    for raw in tree.splitlines():
        line = raw.strip()
        if line.startswith("+DOC") and stack[0]:
            return None
        if line.startswith(("+SEQ", "+MAP")):
            if "&" in line or "<" in line:
                return None
            stack.append([line[1]])
        elif line.startswith(("-SEQ", "-MAP")):
            kind, *members = stack.pop()
            stack[-1].append(members if kind == "S" else dict(zip(members[::2], members[1::2], strict=True)))
        elif line.startswith("=VAL"):
            body = line[5:]
            if body[:1] in "&<":
                return None
            stack[-1].append(_unescaped(body[1:]))
        elif line.startswith("=ALI"):
            return None
    return stack[0][0] if stack[0] else ""


def _unescaped(text: str) -> str:
    for sign, meant in {
        "␣": " ",
        "»": "\t",
        "—": "",
        "\\\\": "\0",
        "\\n": "\n",
        "\\t": "\t",
        "\\r": "\r",
        "\\b": "\b",
    }.items():
        text = text.replace(sign, meant)
    return text.replace("\0", "\\")


def tried(name: str, text: str, wrong: list[str]) -> dict[str, int]:
    """A text as marks, settings and theme: taken, or refused with its place; counts of both."""
    counts = {"taken": 0, "refused": 0}
    own = bindings()

    def config(text: str) -> None:
        _, problems = parse_config(text, "x", own)
        for problem in problems:
            raise ReaderError(problem)

    ways: dict[str, Callable[[str], object]] = {
        "marks": lambda t: parsed(t, "x"), "config": config, "theme": lambda t: parse_theme(t, "x", "x"),
    }  # fmt: skip
    for way, read in ways.items():
        began = time.monotonic()
        try:
            read(text)
            counts["taken"] += 1
        except ReaderError as error:
            counts["refused"] += 1
            if not (error.problem.line and error.problem.column):
                wrong.append(f"{name} as {way}: no place: {error}")
        except Exception as error:
            wrong.append(f"{name} as {way}: {type(error).__name__}: {error}")
        if time.monotonic() - began > SECONDS:
            wrong.append(f"{name} as {way}: {time.monotonic() - began:.1f} s")
    return counts


def unchanged(name: str, text: str, wrong: list[str]) -> None:
    """The text as a file of marks: opened and saved over; what was refused must be there to the byte."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, ".reader", "marks.yaml")
        file.parent.mkdir()
        data = text.encode("utf-8", "surrogatepass")
        file.write_bytes(data)
        book = books.MarkBook.open([folder])
        try:
            book.change(ArticleMark(ArticleRef("1", "a.txt"), ("x",)))
        except ReaderError:
            if file.read_bytes() != data:
                wrong.append(f"{name}: refused and changed")
            return
        if book.problem is None or book.problem.fatal:
            wrong.append(f"{name}: written over")


def documents(folder: Path) -> tuple[int, int, list[str]]:
    """All documents as all three kinds: how many there were, how many loaded as the suite says, what was wrong."""
    wrong: list[str] = []
    cases = right = 0
    for name, text, tree, fails in suite(folder / "yaml-test-suite" / "src"):
        cases += 1
        tried(name, text, wrong)
        unchanged(name, text, wrong)
        try:
            node = load(text, "x")
        except ReaderError:
            continue
        meant = value_of(tree) if tree and not fails else None
        if meant is None or (isinstance(meant, dict | list | str) and plain(node) == meant):
            right += 1
        elif name not in DEVIATIONS:
            wrong.append(f"{name}: loaded as something else")
    for number, words in enumerate(json.loads((folder / "blns" / "blns.json").read_text(encoding="utf-8"))):
        cases += 1
        for form in (words, dump({"theme": words, "template": words, "keys": {"tag": words}}), f"theme: {words}\n"):
            tried(f"naughty {number}", form, wrong)
        mark = ArticleMark(ArticleRef("1", "a.txt"), (words,) if words else (), note=words)
        with tempfile.TemporaryDirectory() as place:
            book = books.MarkBook.open([place])
            book.change(mark)
            if books.MarkBook.open([place]).mark(mark.ref) != (mark if words else ArticleMark(mark.ref)):
                wrong.append(f"naughty {number}: came back changed")
    return cases, right, wrong


def main() -> int:
    """Run all; 0 where nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=250)
    parser.add_argument("--careless", action="store_true")
    options = parser.parse_args()
    lost = instances(options.edits, options.careless)
    print(
        f"two instances, {options.edits} edits each, YAML and journal: {lost} of {4 * options.edits} lost", flush=True
    )
    print(large(10_000, options.careless), flush=True)
    tries, changed = texts(options.texts, options.careless)
    print(f"{tries} texts as tag, note and quote: {changed} came back changed", flush=True)
    if options.careless:
        return bool(lost or changed)
    gone = editor(40)
    print(f"an editor that saves meanwhile, 40 times: {gone} of 120 words are nowhere", flush=True)
    shared = shared_folder()
    if shared is None:
        print(absent("documents"))
        return bool(lost or changed or gone)
    cases, right, wrong = documents(shared / "data" / "corpora")
    print(f"{cases} documents as marks, settings and theme: {right} taken as they should be, {len(wrong)} wrong")
    for line in wrong[:30]:
        print(f"  {line[:200]!a}")
    return bool(lost or changed or gone or wrong)


if __name__ == "__main__":
    sys.exit(main())
