"""The first frame: what the screen showed last in a folder, shown again before anything else is loaded.

Only where it is still true: the files it was made from, the marks, the settings and the program itself have the stamps
that they had, and the terminal is as large and of the same kind. What is read from the cache file is not trusted: its
words are guarded, its styles are numbers, and where a line stands is said here. Keys that are typed while the frame
is alone stay in the terminal's queue, where the app finds them.

Nothing is imported here that a bare Python has not, but for what talks to the terminal: `reader.tui.lastframe` writes.
"""

from __future__ import annotations

import os
import sys

VERSION = b"reader frame 1"
BIGGEST = 400_000
"""Bytes of a frame's file that are still read."""
OPENING = " opening… "
COMMANDS = (
    "read", "articles", "quotes", "speakers", "statements", "compare", "search", "notes", "matrix", "index", "export",
    "serve", "config", "doctor", "completion",
)  # fmt: skip
"""Words that open no app; those of reader.cli.main, which takes its time to import. A test holds the two together."""
_DULL = ("", "dumb", "unknown", "linux", "cons25", "vt52", "vt100")
"""Kinds of terminal that are left alone."""
_SAID = ("TERM", "TERM_PROGRAM", "COLORTERM", "COLORFGBG", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE")
"""What of the environment decides on how a frame looks."""
_NUMBERS = frozenset("0123456789;")
_LEAVE = b"\x1b[?7h\x1b[?1049l\x1b[?25h"


class Shown:
    """A frame on the terminal, until the app has taken over or the terminal is given back."""

    def __init__(self, before: list) -> None:  # type: ignore[type-arg]  # as termios has it
        self.before = before
        """The terminal's modes as they were."""
        self.alone = True
        """True until the app has taken over."""

    def leave(self) -> None:
        """Give the terminal back as it was; once the app has taken over, only its modes."""
        import termios

        try:
            if self.alone:
                self.alone = False
                os.write(1, _LEAVE)
            termios.tcsetattr(0, termios.TCSANOW, self.before)
        except (OSError, termios.error):
            pass  # the terminal is gone


def show(words: list[str]) -> Shown | None:
    """Show the frame that was kept for these words of the command line, if there is one that is still true."""
    if not words_open(words) or not all(os.isatty(number) for number in (0, 1, 2)):
        return None
    try:
        size = os.get_terminal_size(1)
        with open(frame_file(words or ["."]), "rb") as file:
            status = os.fstat(file.fileno())
            data = file.read(BIGGEST + 1)
    except (OSError, ValueError):
        return None
    if status.st_uid != os.getuid() or len(data) > BIGGEST:
        return None
    rows = still_true(data, place((size.columns, size.lines)))
    if not rows or len(rows) != size.lines:
        return None
    return _shown(drawn(rows, size.columns).encode("utf-8", "replace"))


def words_open(words: list[str]) -> bool:
    """True for words that open the app without any option."""
    kind = os.environ.get("TERM", "").partition("-")[0]
    if kind in _DULL or os.environ.get("TEXTUAL_DRIVER") or (words and words[0] in COMMANDS):
        return False
    return not any(word.startswith("-") for word in words) and (sys.stdout.encoding or "").lower() in ("utf-8", "utf8")


def _shown(frame: bytes) -> Shown | None:
    """Write a frame on the other screen of the terminal, which is made quiet first."""
    import termios

    from reader.settings.endings import end_in_order

    try:
        before = termios.tcgetattr(0)
        quiet = termios.tcgetattr(0)
        quiet[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)  # as the app will have it, but for ctrl+c
        quiet[6][termios.VMIN] = 1
        quiet[6][termios.VSUSP] = b"\0"
        shown = Shown(before)
        end_in_order()
        termios.tcsetattr(0, termios.TCSANOW, quiet)
    except (OSError, ValueError, termios.error):
        return None
    try:
        while frame:
            frame = frame[os.write(1, frame) :]
    except BaseException:  # the terminal has gone, or the person has had enough
        shown.leave()
        raise
    return shown


# -- the file


def frame_file(paths: list[str]) -> str:
    """Where the frame of these paths is kept."""
    from reader.text.digests import digest

    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "reader", "frames", digest(*(os.fsencode(os.path.abspath(path)) for path in paths)))


def place(size: tuple[int, int]) -> bytes:
    """What a terminal must have in common with the one that a frame was drawn for."""
    said = (f"{name}={os.environ.get(name, '')}" for name in _SAID)
    return os.fsencode("\n".join((f"{size[0]}x{size[1]}", sys.prefix, *said)).replace("\0", ""))


def stamp(path: bytes) -> bytes:
    """What changes when a file or folder does; empty where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return b""
    size = status.st_size if status.st_mode & 0o040000 == 0 else 0
    return b"%d:%d:%d" % (status.st_mtime_ns, size, status.st_ino)


def packed(where: bytes, files: list[bytes], rows: list[list[tuple[str, str]]]) -> bytes:
    """A frame's file. Args: where: its place; files: all that it was made from; rows: runs of (style, words)."""
    fields = [VERSION, where, b"%d" % len(files)]
    for file in files:
        fields += [file, stamp(file)]
    fields += ["\x1f".join(part for run in row for part in run).encode("utf-8", "replace") for row in rows]
    return b"\0".join(fields)


def still_true(data: bytes, where: bytes) -> list[list[tuple[str, str]]] | None:
    """The rows of a frame, if what they show is still so; None for any other file."""
    fields = data.split(b"\0")
    if len(fields) < 4 or fields[0] != VERSION or fields[1] != where or not fields[2].isdigit():
        return None
    end = 3 + 2 * int(fields[2])
    if len(fields) <= end or any(stamp(fields[at]) != fields[at + 1] for at in range(3, end, 2)):
        return None
    try:
        rows = [field.decode("utf-8").split("\x1f") for field in fields[end:]]
    except UnicodeDecodeError:
        return None
    if any(len(row) % 2 or not _NUMBERS.issuperset("".join(row[::2])) for row in rows):
        return None
    return [list(zip(row[::2], map(_guarded, row[1::2]), strict=True)) for row in rows]


def _guarded(words: str) -> str:
    if words.isprintable():
        return words
    from reader.text.guard import harmless

    return harmless(words)


def drawn(rows: list[list[tuple[str, str]]], width: int) -> str:
    """What shows the rows from the upper left corner on, on a screen of their size, and says that more is to come."""
    lines = (
        f"\x1b[{number};1H" + "".join(f"\x1b[0;{style}m{words}" if style else f"\x1b[0m{words}" for style, words in row)
        for number, row in enumerate(rows, 1)
    )
    note = f"\x1b[{len(rows)};{max(1, width - len(OPENING) + 1)}H\x1b[0;7m{OPENING}\x1b[0m"
    return "\x1b[?1049h\x1b[?25l\x1b[?7l" + "".join(lines) + note
