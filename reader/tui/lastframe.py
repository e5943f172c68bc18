"""Keeps the screen as the app leaves it, for `reader.tui.firstframe` to show at the next start."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual._compositor import CompositorUpdate

from reader.library.library import from_index
from reader.settings.folders import state_folder
from reader.text.guard import harmless
from reader.tui.firstframe import BIGGEST, Shown, frame_file, packed, place
from reader.tui.state import State
from reader.tui.widgets.drawn import Drawn
from reader.tui.widgets.sources import ROW

if TYPE_CHECKING:
    from textual.driver import Driver

    from reader.tui.application import ReaderApp
    from reader.tui.screens.room import ReadingRoom

MOST = 300
"""Files and folders that a frame may be made from; a larger library is known by its index and by what is listed."""
KEPT = 50
"""Frames that are kept, the newest ones."""
ALTERNATE = "\x1b[?1049h"
_STEP = re.compile(r"\x1b\[([\d;]*)([A-Za-z])")
Row = list[tuple[str, str]]


class Frame(NamedTuple):
    """What a screen showed."""

    rows: list[Row]
    size: tuple[int, int]


def last_frame(room: ReadingRoom) -> Frame | None:
    """The screen as the next start will show it: without dialogs, toasts and searches. None where it cannot be had."""
    if not room.state.resolved or room.row is None or not room.size:
        return None
    old = room.state
    room.overlays.clear()
    room.toast.text, room.here, room.new_here = "", "", False
    room.state = State(
        pane=old.pane, key=old.key, tag=old.tag, within=old.within, follows=old.follows, letters=old.letters,
        walk="follow" if old.follows else "", indirect=room.settings.indirect, sizes=old.sizes, safe=old.safe,
        read_files=old.read_files, resolved=True,
    )  # fmt: skip
    room.push()
    room._refresh_layout(room.size)
    for part in room.children:
        if isinstance(part, Drawn):
            part.forget()
    update = room._compositor.render_update(full=True, screen_stack=[])
    if not isinstance(update, CompositorUpdate):
        return None
    return Frame(rows_of(update.render_segments(room.app.console)), (room.size.width, room.size.height))


def rows_of(written: str) -> list[Row]:
    """Rows of (style, words) from what draws a whole screen row by row."""
    rows: list[Row] = []
    style = ""
    pieces = _STEP.split(written)
    for numbers, kind, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if kind == "H":
            rows.append([])
        elif kind == "m":
            style = "" if numbers in ("", "0") else numbers
        words = harmless(text.rstrip("\r\n"))
        if words and rows:
            rows[-1].append((style, words))
    return rows


def keep(app: ReaderApp, paths: Sequence[str], frame: Frame | None) -> None:
    """Keep a frame for these paths, or that there is none. Where that fails, nothing of worth is lost."""
    file = Path(frame_file(list(paths)))
    with suppress(OSError, ValueError):
        files = _made_from(app, paths, frame) if frame else []
        data = packed(place(frame.size), files, frame.rows) if frame and files else b""
        if not 0 < len(data) <= BIGGEST:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = file.with_name(f".{file.name}.{os.getpid()}")
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb") as stream:
            stream.write(data)
        new.replace(file)
        _tidy(file.parent)


def _tidy(folder: Path) -> None:
    """Remove all but the newest frames."""
    frames = sorted(folder.iterdir(), key=lambda f: f.stat().st_mtime, reverse=True)
    for old in frames[KEPT:]:
        old.unlink(missing_ok=True)


def _made_from(app: ReaderApp, paths: Sequence[str], frame: Frame) -> list[bytes]:
    """All that the frame depends on; empty where that is too much."""
    from reader.library.session import session_file
    from reader.library.store import snapshot_file, stage_files
    from reader.settings.config import config_file
    from reader.settings.themes import theme_file

    room = app.room
    book = room.marks.book
    marks = [book.where, book.where.with_suffix(".journal")] if book else []
    own = [config_file(), state_folder() / "screen", session_file(paths), theme_file(room.paint.theme.name)]
    indexed = from_index(room.library)
    articles = _listed(room, frame.size[1]) if indexed else _below(paths)
    row = room.row
    files = [*own, *marks, snapshot_file(paths), *paths, *articles, *([row.path] if row else ()), *stage_files()]
    if len(files) - len(stage_files()) > MOST:
        return []
    return list(dict.fromkeys(os.fsencode(os.path.abspath(file)) for file in files))


def _listed(room: ReadingRoom, height: int) -> list[str]:
    """The files of the rows that are seen."""
    shelf, first = room.shelf, room.sources.top // ROW
    if shelf is None:
        return []
    return [shelf.row(place).path for place in range(first, min(len(shelf), first + height // ROW + 1))]


def _below(paths: Sequence[str]) -> list[str]:
    """Files and folders below the paths, no more than are needed to see that they are too many."""
    found: list[str] = []
    for path in paths:
        for folder, below, names in os.walk(path):
            below[:] = [name for name in below if not name.startswith(".")]
            found += [folder, *(os.path.join(folder, name) for name in names if not name.startswith("."))]
            if len(found) > MOST:
                return found
    return found


def taking_over(shown: Shown) -> type[Driver]:
    """A driver that begins on the screen where the frame is, without clearing it, and ends as if it had begun."""
    from textual.drivers.linux_driver import LinuxDriver

    class Continuing(LinuxDriver):
        def write(self, data: str) -> None:
            if data != ALTERNATE or not shown.alone:
                super().write(data)

        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if shown.alone:
                self.attrs_before = list(shown.before)
                shown.alone = False

    return Continuing
