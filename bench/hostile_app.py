"""Hostile files in the app: all in one folder, each alone, and each YAML as marks, theme and settings."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from driving import Driven, Warm
from hostile_cases import SECOND, STATED, Cases, Found, One, own_place

SIZES = ((80, 24), (40, 10), (200, 50))
LEAVES = ("quit", "suspend", "editor")
"""Commands that end the run, or start something of the machine's."""
KEYS = {
    "ctrl+d": "\x04", "ctrl+u": "\x15", "ctrl+r": "\x12", "ctrl+p": "\x10", "ctrl+t": "\x14", "pagedown": "\x1b[6~",
    "home": "\x1b[H", "pageup": "\x1b[5~", "end": "\x1b[F", "shift+tab": "\x1b[Z", "space": " ", "up": "\x1b[A",
    "down": "\x1b[B", "left": "\x1b[D", "right": "\x1b[C", "enter": "\r", "tab": "\t", "escape": "\x1b",
}  # fmt: skip
NEVER = 30.0
"""Seconds on the clock after which an answer is given up."""
PAUSE = 0.2
"""Seconds after escape, at the least, until the next key."""
MOST = 600
"""Articles that are walked through; there are fewer."""
LOADING = 240.0
"""Seconds in which all files must have been read; each may have a whole time limit of its own."""


def whole(cases: Cases, size: tuple[int, int], *, panes: str = "123", timed: bool = True) -> Found:
    """All in one folder: keys while it reads, every article from its top with what cleaning took away, every command
    from every pane, the end."""
    cases.found = found = Found()
    where = f"app {size[0]}x{size[1]}"
    with Warm([str(cases.folder)], size=size) as d:
        d.until(b"\x1b[?1049h")
        _escape(d)  # from the tutorial, where it is the first time
        _while_loading(found, d, where)
        for key in ("1", "g", "2"):
            d.answer(key)
            d.rest()
        _uncleaned(d)
        _walk(found, d, where)
        for pane in panes:
            _every_command(found, d, pane, where)
        peak = d.peak()
        _leave(found, d, where)
        cases.look(bytes(d.raw), where, screen=True)
    found.ran(f"{where}, whole folder")
    if not timed:
        found.late.clear()
    found.memory = peak
    return found


def _while_loading(found: Found, d: Driven, where: str) -> None:
    """Help opened and closed, and the next article, over and over while the files are read."""
    pressed = 0
    while not d.resting(0.3) and d.seconds < LOADING:
        _timed(found, d, "?", where, b"Help")
        d.press("\x1b", seconds=5)  # it draws what was below
        d.written(PAUSE)
        d.answer("J")
        d.written(0.2)
        pressed += 1
    if d.seconds >= LOADING:
        found.late.append(f"{where}: still reading after {LOADING:.0f} s")
    found.ran(f"{where}, answers while it read", pressed)


def _uncleaned(d: Driven) -> None:
    """Show what cleaning took away, which only a row with an article can: it says so when it does."""
    for _ in range(60):
        at = len(d.raw)
        d.answer("c")
        d.rest()
        if b"Cleaning took" in d.raw[at:]:
            break
        d.answer("J")
    for key in ("1", "g", "2"):
        d.answer(key)
        d.rest()


def _walk(found: Found, d: Driven, where: str) -> None:
    """Every article from its top, the time until something of it is there."""
    for _ in range(MOST):
        at = len(d.raw)
        _timed(found, d, "J", where)
        d.rest(seconds=5, samples=2)
        d.still(0.05)  # the text follows the list after a moment
        if len(d.raw) == at:
            break
        d.press("\x0c")  # only what differs was written: all of it, for who looks for words in bytes
        d.rest(seconds=5, samples=2)


def _every_command(found: Found, d: Driven, pane: str, where: str) -> None:
    from reader.tui.commands import COMMANDS

    for command in COMMANDS:
        if command.keys and command.id not in LEAVES:
            key = KEYS.get(command.keys[0], command.keys[0])
            d.answer(pane)
            _timed(found, d, key, f"{where}, pane {pane}, {command.id}")
            d.rest(seconds=20)
            for _ in range(2):
                _escape(d)


def _timed(found: Found, d: Driven, key: str, where: str, words: bytes = b"") -> None:
    """Press a key: late is what the program itself took too long for, or words that never came."""
    at = len(d.raw)
    seconds = d.answer(key, words, seconds=NEVER)
    found.took("answer of the app", seconds)
    found.took("answer on the clock", d.waited)
    found.clock += d.waited > SECOND
    if seconds > SECOND:
        found.late.append(f"{where}: {key!r} after {seconds:.1f} s, {d.waited:.1f} s on the clock")
    elif words and words not in d.raw[at:]:
        found.late.append(f"{where}: {key!r} never showed {words.decode()}")


def _leave(found: Found, d: Driven, where: str, dialogs: int = 3) -> None:
    for _ in range(dialogs):
        _escape(d)
    d.press("q")
    if not d.ended(5):
        d.press("q")  # the first came too soon after escape
    if not d.ended(30) or d.status not in (0, 1):
        found.crashes.append(f"{where}: ended with {d.status}")


def alone(cases: Cases, chosen: list[One], first: int = 0) -> Found:
    """Cases alone, each in a program of its own that is made smaller and larger: its text from top to end."""
    cases.found = found = Found()
    for number, one in enumerate(chosen, first):
        where = f"alone {one.name}"
        with Warm(["--", one.path], size=SIZES[number % 3]) as d:
            if not d.until(b"\x1b[?1049h", seconds=10):
                _no_screen(found, d, where)
            else:
                d.rest(seconds=60)
                seconds = d.computed()
                found.took("reading of a case alone", seconds)
                if seconds > STATED:
                    found.late.append(f"{where}: {seconds:.0f} s of the processor to read")
                for turn in range(3):
                    _keys(found, d, where, ("2", "c", "G", "g") if turn == 0 else ("G", "w", "\x1b", "g"))
                    if turn < 2:
                        d.resize(SIZES[(number + turn + 1) % 3])
                        d.rest(seconds=10)
                _leave(found, d, where, 1)
            cases.look(bytes(d.raw), where, screen=True)
    found.ran("app, each case alone at three sizes", len(chosen))
    return found


def _keys(found: Found, d: Driven, where: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        if key == "\x1b":
            _escape(d)
        else:
            _timed(found, d, key, where)
            d.still(0.015)


def _escape(d: Driven) -> None:
    """Press escape, and wait: with a key right after it, it would be alt and that key. The program waits a tenth of a
    second for one, and longer where others have the processor."""
    d.press("\x1b", seconds=PAUSE)
    d.written(max(0.05, PAUSE - d.waited))
    d.rest(seconds=5, samples=2)


def _no_screen(found: Found, d: Driven, where: str) -> None:
    """A path that the program refuses must be refused in a sentence and with its code."""
    if not d.ended(10) or d.status != 2 or b"reader: " not in d.raw:
        found.crashes.append(f"{where}: no screen, ended with {d.status}")


def as_settings(cases: Cases, chosen: list[One]) -> Found:
    """A case's YAML as the marks of a folder, a theme and the settings; it must stay as it was."""
    cases.found = found = Found()
    for one in chosen:
        where = f"settings {one.name}"
        with own_place() as own:
            marks, themes = own / "folder" / ".reader", own / "config" / "reader" / "themes"
            marks.mkdir(parents=True)
            themes.mkdir(parents=True)
            (own / "folder" / "a.txt").write_text("Harbour bridge to close\n\nIt will close in June, Ann Lee said.\n")
            copies = [marks / "marks.yaml", themes / "chosen.yaml", themes.parent / "config.yaml"]
            for copy in copies:
                shutil.copyfile(one.path, copy)
            folder = str(own / "folder")
            for words in ((folder,), ("--theme", "chosen", folder), ("config",), ("doctor",), ("notes", folder)):
                with Warm(list(words)) as d:
                    _visit(found, d, f"{where}, {words[0][-8:]}")
                    cases.look(bytes(d.raw), where, screen=True)
            before = Path(one.path).read_bytes()
            if any(copy.read_bytes() != before for copy in copies):
                found.crashes.append(f"{where}: the file was changed")
    found.ran("each YAML as marks, theme and settings", len(chosen))
    return found


def _visit(found: Found, d: Driven, where: str) -> None:
    """Look at what there is and leave."""
    d.until(b"\x1b[?1049h")
    if d.status is None:
        d.rest(seconds=20)
        _keys(found, d, where, ("t", "\x1b", "R", "\x1b", "\x14", "\x1b", "T"))
        _leave(found, d, where)
    elif d.status not in (0, 1, 2):
        found.crashes.append(f"{where}: ended with {d.status}")


def warm_up() -> None:
    """Import all of the program, so that a fork of this process need not."""
    import gc
    from importlib import import_module
    from pkgutil import walk_packages

    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    import reader.tui.application  # first, since it says how Textual is imported

    for module in walk_packages(reader.__path__, "reader."):
        if not module.name.endswith(("__main__", ".cluster", ".serving")):
            import_module(module.name)
    gc.freeze()
