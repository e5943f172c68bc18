"""`reader --plain`: a command, its answer a line a fact, and a prompt; no cursor moves, nothing is drawn."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from reader.cli.plain.desk import Desk, TypingError
from reader.cli.plain.spoken import BY_NAME, SPOKEN, Spoken
from reader.library.open import open_library
from reader.marks.book import MarkBook
from reader.model.problems import ReaderError
from reader.settings.config import Settings
from reader.settings.endings import end_in_order
from reader.text.guard import visible_line

PROMPT = "reader> "


def run(paths: Sequence[str], *, settings: Settings, safe: bool = False) -> int:
    """Open paths and do what is typed, until it ends; the exit code."""
    terminal = sys.stdin.isatty()
    end_in_order()
    book = MarkBook.open(paths)
    book.bring_home()
    if book.problem:
        say([str(book.problem)])
    desk = Desk(paths, open_library(paths, book=book), book, settings, safe, terminal)
    say(greeting(desk))
    if terminal:
        complete()
    try:
        converse(desk, terminal)
    except BaseException:
        with suppress(OSError):  # nobody may be listening
            close(desk)
        raise
    return close(desk)


def converse(desk: Desk, terminal: bool) -> None:
    """Do what is typed, until it ends; ^C ends what is being done."""
    for line in typed(terminal):
        try:
            say(answer(desk, line))
        except EOFError:
            return
        except KeyboardInterrupt:
            print()


def greeting(desk: Desk) -> Iterator[str]:
    """What is open, and how to go on."""
    library = desk.library
    quotes = sum(row.quotes for row in library.rows)
    yield f"reader: {len(library.keys):,} articles, {quotes:,} quotes, {len(library.speakers):,} speakers."
    yield from (f"Not read: {problem}." for problem in library.problems)
    yield "Type list for the articles, help for all commands, quit to leave."


def typed(terminal: bool) -> Iterator[str]:
    """The lines that are typed, a prompt before each on a terminal."""
    while True:
        try:
            yield input(PROMPT) if terminal else input()
        except EOFError:
            return
        except KeyboardInterrupt:
            print()
        except UnicodeDecodeError:
            say(["What was typed is not UTF-8."])


def answer(desk: Desk, line: str) -> Iterator[str]:
    """What a typed line gives. Raises EOFError to leave."""
    name, _, words = line.strip().partition(" ")
    if not name:
        return
    spoken = BY_NAME.get(name.casefold()) or _begins(name.casefold())
    if spoken is None:
        near = difflib.get_close_matches(name.casefold(), BY_NAME, 1)
        yield f"There is no command {name}. " + (f"Did you mean {near[0]}?" if near else "Type help for all.")
        return
    try:
        yield from spoken.do(desk, words.strip())
    except TypingError as error:
        yield str(error)
    except ReaderError as error:
        yield str(error)
    except (EOFError, KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:
        yield f"That went wrong ({type(error).__name__}: {error})."


def _begins(name: str) -> Spoken | None:
    """The one command whose name begins so."""
    found = [spoken for spoken in SPOKEN if spoken.name.startswith(name)]
    return found[0] if len(found) == 1 else None


def say(lines: Iterable[str]) -> None:
    """Print lines, each safe for a terminal."""
    for line in lines:
        sys.stdout.write(visible_line(line) + "\n")
    sys.stdout.flush()


def complete() -> None:
    """Editing, history and completion of command names, where the machine has them."""
    with suppress(ImportError):
        import readline

        names = [spoken.name + " " for spoken in SPOKEN]

        def completer(text: str, state: int) -> str | None:
            found = [name for name in names if name.startswith(text)]
            return found[state] if state < len(found) and not readline.get_begidx() else None

        readline.set_completer(completer)
        readline.set_completer_delims(" ")
        readline.parse_and_bind("tab: complete")


def close(desk: Desk) -> int:
    """Bring all marks to disk; the exit code."""
    try:
        copy = desk.book.close()
    except ReaderError as error:
        say([str(error)])
        return 1
    if copy:
        say([f"{desk.book.where} could not be written; your marks are in {copy}."])
    return 1 if copy or desk.library.problems else 0
