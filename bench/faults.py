"""Faults at every system call of a save: the old or the new marks must be on disk, and the error must be told.

    python bench/faults.py [--careless]

A process that holds an open book is told to save one tag while strace makes one of its system calls fail (ENOSPC, EIO,
EINTR) or kills it there; so for each file call of a save in turn, with the YAML written at once and with the journal
alone. Then the same with files that may not grow beyond some bytes, which is what a full disk does: it takes a part of
what is written. `--careless` is the control: it saves by writing over the file, and must be torn or silent.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from driving import Driven
from msgspec.structs import replace

from reader.marks import book as books
from reader.marks.marks import ArticleRef
from reader.model.problems import ReaderError
from reader.settings.config import commented

FILE_CALLS = frozenset(
    """openat open creat read write pwrite64 pread64 fsync fdatasync ftruncate rename renameat renameat2 unlink unlinkat
    close flock mkdir mkdirat lseek fcntl chmod""".split()
)
FAULTS = ("error=ENOSPC", "error=EIO", "error=EINTR", "signal=SIGKILL")
REF = ArticleRef("0001", "a.txt")
OLD, NEW = ("old",), ("old", "new")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")


class Outcome(NamedTuple):
    """What the saving process said, and what was found after it."""

    said: str
    """"saved", the sentence of an error, or nothing where it was killed."""
    found: tuple[str, ...] | str
    """The tags, or why the marks could not be read."""

    def fault(self) -> str:
        """What is wrong with it; empty where all is right."""
        if isinstance(self.found, str):
            return f"torn: {self.found}"
        if self.found not in (OLD, NEW):
            return f"lost: {self.found}"
        if self.said == "saved" and self.found != NEW:
            return "acknowledged and not there"
        return ""


def careless(book: books.MarkBook) -> None:
    """The control: write over the file, and look at nothing."""
    from reader.marks.file import written

    text = written(book.marks(), book.acts)
    number = os.open(book.where, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    with suppress(OSError):
        os.write(number, text.encode())
    os.close(number)


def saving(folder: str, control: bool, before: Callable[[], object]) -> tuple[int, int, int]:
    """A process that waits to save a tag: its id, the pipe that lets it, the pipe on which it answers."""
    go, let = os.pipe()
    answer, tell = os.pipe()
    pid = os.fork()
    if pid:
        os.close(go)
        os.close(tell)
        os.read(answer, 1)
        time.sleep(0.003)
        return pid, let, answer
    os.close(let)
    os.close(answer)
    book = books.MarkBook.open([folder])
    mark = replace(book.mark(REF), tags=NEW)
    os.write(tell, b".")
    os.read(go, 1)
    before()
    try:
        if control:
            book._marks[REF.id] = mark
            careless(book)
        else:
            book.change(mark)
        said = "saved"
    except ReaderError as error:
        said = str(error)
    except BaseException as error:
        said = f"! {type(error).__name__}: {error}"
    os.write(tell, said.encode())
    os._exit(0)


def outcome(folder: str, pid: int, let: int, answer: int, finished: Callable[[], object] = lambda: None) -> Outcome:
    """Let it save, and look."""
    os.write(let, b"x")
    said = b""
    while piece := os.read(answer, 1 << 16):
        said += piece
    os.waitpid(pid, 0)
    finished()
    os.close(let)
    os.close(answer)
    book = books.MarkBook.open([folder])
    return Outcome(said.decode(), str(book.problem) if book.problem else book.mark(REF).tags)


def folder_with_marks() -> tempfile.TemporaryDirectory[str]:
    """A folder with one tag, and some more marks so that the file has a size."""
    folder = tempfile.TemporaryDirectory()
    book = books.MarkBook.open([folder.name])
    others = [books.ArticleMark(ArticleRef(f"x{n}", f"{n}.txt", title="t" * 60), ("x",)) for n in range(60)]
    book.change_all([books.ArticleMark(REF, OLD), *others])
    book.close()
    return folder


def traced(control: bool, how: str = "") -> tuple[Outcome, list[str]]:
    """A save under strace, and the calls it made. Args: how: the injection; empty: none."""
    with folder_with_marks() as folder:
        pid, let, answer = saving(folder, control, lambda: None)
        log = Path(folder, "..", f"strace.{pid}").resolve()
        watcher = subprocess.Popen(
            ["strace", "-q", "-o", str(log), "-p", str(pid), *(["-e", f"inject={how}"] if how else [])],
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + 10
        while "TracerPid:\t0" in Path(f"/proc/{pid}/status").read_text() and time.monotonic() < end:
            time.sleep(0.002)
        found = outcome(folder, pid, let, answer, watcher.wait)
        calls = [m[1] for line in log.read_text(errors="replace").splitlines() if (m := _CALL.match(line))]
        log.unlink()
    return found, calls


def places(calls: list[str]) -> Iterator[tuple[str, int]]:
    """(name, how many-th of that name) of each file call between the word to go and the answer."""
    seen: Counter[str] = Counter()
    first, last = calls[:2].index("read") if "read" in calls[:2] else -1, len(calls) - 1 - calls[::-1].index("write")
    for at, name in enumerate(calls):
        seen[name] += 1
        if name in FILE_CALLS and first < at < last:
            yield name, seen[name]


def limited(control: bool, most: int) -> Outcome:
    """A save where no file may grow beyond so many bytes."""
    with folder_with_marks() as folder:

        def limit() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        return outcome(folder, *saving(folder, control, limit))


SHORT = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <unistd.h>
static int calls;
#define SOME(n) ((n) > 1 ? ((n) + 1) / 2 : (n))
#define ODD (++calls % 3 == 0 && (errno = EINTR))
ssize_t write(int f, const void *b, size_t n) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  return f > 2 && ODD ? -1 : real(f, b, f > 2 ? SOME(n) : n);
}
ssize_t pwrite64(int f, const void *b, size_t n, off_t at) {
  ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite64");
  return ODD ? -1 : real(f, b, SOME(n), at);
}
ssize_t pwrite(int f, const void *b, size_t n, off_t at) { return pwrite64(f, b, n, at); }
"""
"""Half of what is written is taken, and every third call is interrupted."""
SAVES = """
import sys
from msgspec.structs import replace
from reader.marks import book as books
from reader.marks.marks import ArticleRef
from faults import careless
books.SMALL = int(sys.argv[2])
book = books.MarkBook.open([sys.argv[1]])
for n in range(40):
    mark = book.mark(ArticleRef("1", "a.txt"))
    mark = replace(mark, tags=(*mark.tags, f"t{n}"), note="x" * 5000)
    if sys.argv[3] == "careless":
        book._marks[mark.ref.id] = mark
        careless(book)
    else:
        book.change(mark)
"""


def halved(control: bool) -> str:
    """What became of 40 saves whose writes take a half, every third interrupted; empty where all is right."""
    if shutil.which("cc") is None:
        return "not run, there is no C compiler"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "short.c").write_text(SHORT)
        subprocess.run(["cc", "-shared", "-fPIC", "-o", f"{folder}/short.so", f"{folder}/short.c", "-ldl"], check=True)
        for small in ("1000000", "0"):
            marks = Path(folder, small)
            marks.mkdir()
            words = [sys.executable, "-c", SAVES, str(marks), small, "careless" if control else ""]
            paths = f"{Path(__file__).parent}:{Path(__file__).parent.parent}"
            done = subprocess.run(
                words, env=os.environ | {"LD_PRELOAD": f"{folder}/short.so", "PYTHONPATH": paths},
                stderr=subprocess.PIPE, check=False, text=True,
            )  # fmt: skip
            book = books.MarkBook.open([str(marks)])
            tags = book.mark(ArticleRef("1", "a.txt")).tags
            if done.returncode or book.problem or len(tags) != 40:
                return f"short writes: {len(tags)} of 40, {book.problem or done.stderr[-80:]}"
    return ""


COMMANDS = (
    "export FOLDER -o OUT/a.json", "export FOLDER --format qdpx -o OUT/a.json", "config --write",
    "index FOLDER --jobs 1", "index FOLDER --jobs 2", "quotes FOLDER", "--plain FOLDER",
)  # fmt: skip
"""What writes without the app."""
PATIENCE = 120.0
"""Seconds after which a command hangs; strace makes everything some ten times slower."""
WRITING = "write,pwrite64,fsync,fdatasync,rename,renameat,ftruncate,mkdir,link"


def commands() -> tuple[int, list[str]]:
    """How many faults were made in commands, and which of them did harm: a traceback, a half file, a false success."""
    runs, wrong = 0, []
    for line in COMMANDS:
        for fault in ("error=ENOSPC", "error=EIO", "error=EDQUOT"):
            nth = 1
            while nth < 40:
                try:
                    done, hit, whole = _commanded(line, f"{WRITING}:{fault}:when={nth}+")
                except subprocess.TimeoutExpired:
                    wrong.append(f"{line}, {fault} from call {nth} on: it hangs")
                    break
                if not hit:
                    break
                runs += 1
                said = done.stderr.strip()
                if "Traceback" in said or "fault in the program" in said or done.returncode not in (0, 1):
                    wrong.append(f"{line}, {fault} from call {nth} on: exit {done.returncode} {said[-150:]}")
                if whole:
                    wrong.append(f"{line}, {fault} from call {nth} on: {whole}")
                nth = nth + 1 if nth < 6 else int(nth * 1.5)
    return runs, wrong


def _commanded(line: str, how: str) -> tuple[subprocess.CompletedProcess[str], bool, str]:
    """A command with faults from some call on: what it said, whether one came, and what is wrong with what it left."""
    with tempfile.TemporaryDirectory() as place:
        folder, out, log = Path(place, "news"), Path(place, "out"), Path(place, "log")
        folder.mkdir()
        out.mkdir()
        (folder / "a.txt").write_text("Bridge to close\n\n“It is old,” Lena Hartwig, the mayor, said on Monday.\n")
        (out / "a.json").write_text("as it was")
        homes = {f"XDG_{name}_HOME": f"{place}/.{name}" for name in ("CACHE", "DATA", "STATE", "CONFIG")}
        words = [word.replace("FOLDER", str(folder)).replace("OUT", str(out)) for word in line.split()]
        done = subprocess.run(
            ["strace", "-f", "-q", "-o", str(log), "-e", f"trace={WRITING}", "-e", "signal=none", "-e", f"inject={how}",
             sys.executable, "-B", "-m", "reader", *words],
            input="open 1\ntag harbour\nquit\n", env=os.environ | homes, capture_output=True, text=True, check=False,
            timeout=PATIENCE,
        )  # fmt: skip
        hit = "(INJECTED)" in log.read_text(errors="replace")
        left = [file.name for file in out.iterdir()]
        wrong = ""
        if left != ["a.json"]:
            wrong = f"left {left}"
        text = (out / "a.json").read_bytes()
        if "OUT" in line and done.returncode and text != b"as it was":
            wrong = "half a file"
        config = Path(place, ".CONFIG", "reader", "config.yaml")
        if config.exists() and config.read_text() != commented():
            wrong = "half a config"
        if hit and "-o" in line and done.returncode == 0 and text == b"as it was":
            wrong = "nothing was written and nothing said"
        return done, hit, wrong


def on_screen() -> str:
    """What the app shows where the disk is full: on the screen, and once it has ended. Empty where all is right."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.txt").write_text("Bridge to close\n\nThe bridge will close in June, the mayor said.\n")
        homes = {f"XDG_{name}_HOME": f"{folder}/.{name}" for name in ("CACHE", "DATA", "STATE", "CONFIG")}
        with Driven(["-m", "reader", folder], size=(120, 40), env=homes) as d:
            d.until(b"Bridge to close")
            d.still(0.7)
            full = subprocess.Popen(
                ["strace", "-f", "-q", "-o", os.devnull, "-p", str(d.pid), "-e", "inject=fsync,pwrite64:error=ENOSPC"],
                stderr=subprocess.DEVNULL,
            )
            time.sleep(1.0)
            d.press("f", quiet=0.5)
            shown = d.until(b"memory", seconds=10)  # the last word of the sentence, whatever the lines
            at = len(d.raw)
            d.press("q")
            d.ended(15)
            full.wait()
            told = b"space left on device" in d.raw[at:]
            if not shown:
                return "the error is not on the screen"
            return "" if told and d.status == 1 else f"nothing was said at the end (exit {d.status})"


def main() -> int:
    """Run all faults; 0 where none did harm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--careless", action="store_true")
    control = parser.parse_args().careless
    if shutil.which("strace") is None:
        print("faults: not run, strace is not installed")
        return 0
    runs, silent, wrong = 0, 0, []
    for small, name in ((10**9, "YAML"), (0, "journal")):
        books.SMALL = small
        _, calls = traced(control)
        for call, nth in places(calls):
            for fault in FAULTS:
                found, _ = traced(control, f"{call}:{fault}:when={nth}")
                runs += 1
                untold = found.said.startswith("!") or (not found.said and "KILL" not in fault)
                silent += untold
                if found.fault() or untold:
                    wrong.append(f"{name}, {call} {nth}, {fault}: {found.fault()} {found.said[:60]}")
        for most in (*range(0, 12_000, 400),):
            found = limited(control, most)
            runs += 1
            if found.fault() or found.said.startswith("!"):
                wrong.append(f"{name}, at most {most} bytes: {found.fault()} {found.said[:60]}")
    short = halved(control)
    runs += 1
    wrong += [short] if short else []
    made, harmed = (0, []) if control else commands()
    print(f"{made} faults in commands that write: {len(harmed)} did harm")
    wrong += harmed
    shown = "" if control else on_screen()
    wrong += [f"app: {shown}"] if shown else []
    print(f"{runs} faults in saves: {len(wrong)} did harm, {silent} were not told; the app tells: {not shown}")
    for line in wrong[:20]:
        print(f"  {line}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
