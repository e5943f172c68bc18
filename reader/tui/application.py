"""The Textual app around the reading room: filters on all that is written, signals, the exit code."""

from __future__ import annotations

import asyncio
import gc
import select
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from queue import Empty
from threading import Thread
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import App
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from reader.model.problems import ReaderError
from reader.settings.config import Loaded, Settings
from reader.settings.crashes import report, silence
from reader.settings.endings import ENDINGS, asked_to_end
from reader.settings.keys import PRESETS
from reader.settings.themes import Theme
from reader.text.guard import outgoing
from reader.tui.background import Answer, LateAnswer
from reader.tui.commands import Table, use
from reader.tui.lastframe import Frame, last_frame, taking_over
from reader.tui.opening import Steps
from reader.tui.screens.room import ReadingRoom
from reader.tui.terse import terse
from reader.tui.theming import Paint

if TYPE_CHECKING:
    from reader.tui.firstframe import Shown

CRASHED = 70
"""The exit code after a fault of the program itself."""
SETTLED = 0.5
"""Seconds after the start from which garbage is collected, what the start made not among it."""


SELDOM = 20_000, 10, 50
"""How seldom garbage is collected, as `gc.set_threshold` takes it: a large text makes millions of values and few
cycles, and to look through them all keeps a key waiting for a third of a second."""


def _collect() -> None:
    """Collect garbage from now on."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


class Guard(LineFilter):
    """The second net: nothing that steers a terminal gets out, whoever drew it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with their text made safe; those of Textual's own making carry no text."""
        safe = [outgoing(segment.text) for segment in segments]
        if all(text is segment.text or segment.control for text, segment in zip(safe, segments, strict=True)):
            return segments
        return [
            segment if segment.control else Segment(text, segment.style)
            for text, segment in zip(safe, segments, strict=True)
        ]


class Terse(str):
    """What is short already."""

    __slots__ = ()


def terser(usual: type[Driver]) -> type[Driver]:
    """The driver, writing less for the same."""

    def write(driver: Driver, data: str) -> None:
        usual.write(driver, data if isinstance(data, Terse) else terse(data))

    return type(usual.__name__, (usual,), {"write": write})


class ReaderApp(App[None], inherit_bindings=False, inherit_css=False):
    """One screen; everything else is its doing. No style sheets: the parts say themselves how each cell looks."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    """The article pane selects text itself: by offsets, without margins and borders."""
    TITLE = "reader"

    def __init__(
        self,
        paths: Sequence[str],
        theme: Theme,
        steps: Steps | None = None,
        loaded: Loaded | None = None,
        answer: Answer | None = None,
        shown: Shown | None = None,
    ) -> None:
        """Args: steps: what reads the paths, reader.library's open_steps unless given; loaded: what the person set;
        answer: what the terminal said of itself; shown: the first frame, where it is on the screen."""
        driver = terser(taking_over(shown)) if shown else None
        super().__init__(driver, ansi_color=True)  # our own colours go to the terminal as they are, its sixteen too
        settings = loaded.settings if loaded else Settings()
        use(Table.of(PRESETS[settings.preset], settings.keys))
        self.animation_level = "none"
        self._disable_tooltips = self._disable_notifications = True  # as in Textual's own tests: the room has its own
        self._guard = Guard()
        self._ended_by = 0
        """The signal that asked for the end."""
        self.last_words = ""
        """What is to be told once the terminal is given back."""
        self.fault = ""
        """What is to be told of a fault of the program itself."""
        self.last_frame: Frame | None = None
        """The screen as it was left, to be shown first at the next start."""
        self._typed = answer.typed if answer else b""
        self.room = ReadingRoom(paths, Paint(theme), steps, loaded)
        self.room.framed = shown is not None
        if answer and not answer.settled:
            self.room.late = LateAnswer()

    def get_css_variables(self) -> dict[str, str]:
        """None: no style sheet asks for a colour."""
        return {}

    def get_driver_class(self) -> type[Driver]:
        """Textual's, but for what it writes: that is made shorter."""
        return terser(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Ours. Textual's own make colours out of the terminal's, and greys out of none: our themes know better."""
        return [self._guard]

    def send(self, sequence: str) -> None:
        """Write to the terminal as it is: for what we made ourselves, such as the clipboard's sequence."""
        if self._driver is not None:
            self._driver.write(sequence)

    def paint(self, drawn: str) -> None:
        """Write what draws a piece of the screen, and put the cursor back. Args: drawn: short as it can be."""
        if self._running and not self._closed and not self.is_headless and self._driver is not None:
            x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
            start, end = (SYNC_START, SYNC_END) if self._sync_available else ("", "")
            self._driver.write(Terse(f"{start}{drawn}\x1b[{y + 1};{x + 1}H{end}"))
        self.post_display_hook()

    def get_default_screen(self) -> Screen[None]:
        """The reading room."""
        return self.room

    async def run_async(self, *args: Any, **options: Any) -> None:
        """Run; the terminal is given back on signals too, at any time, with the exit code that tells which it was."""
        loop = asyncio.get_running_loop()
        for number in ENDINGS:
            loop.add_signal_handler(number, self._end, number)
        if asked_to_end():  # before the loop heard of it, and Python passed over it
            raise SystemExit(asked_to_end())
        await super().run_async(*args, **options)

    def on_mount(self) -> None:
        """Hear of faults and of the terminal's end."""
        self.set_timer(SETTLED, _collect)
        if self._ended_by:  # a signal that came before anybody took messages
            self._end(self._ended_by)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, told: self._note(told.get("exception")))
        silence(lambda error: self.call_later(self._note, error))
        self.guard_terminal(loop)

    def on_ready(self) -> None:
        """Take what was typed while the program was being loaded."""
        if self._typed:
            from textual._xterm_parser import XTermParser

            for event in XTermParser().feed(self._typed.decode("utf-8", "replace")):
                self.post_message(event)

    def exit(self, result: None = None, return_code: int = 0, message: object = None) -> None:
        """End; the screen is kept as it is."""
        if self.room.settings.first_frame and not self.is_headless and not self._exit:
            with suppress(Exception):  # a convenience: nothing may keep the app from ending
                self.last_frame = last_frame(self.room)
        super().exit(result, return_code)

    def _end(self, number: int) -> None:
        self._ended_by = number
        self.exit(return_code=128 + number)

    def guard_terminal(self, loop: asyncio.AbstractEventLoop) -> None:
        """End as after SIGHUP when the terminal goes, with a signal or without; a thread waits for it."""
        if self.is_headless or sys.__stdin__ is None:
            return
        poll = select.poll()
        poll.register(sys.__stdin__.fileno(), 0)

        def wait() -> None:
            poll.poll()
            self._unhear()
            with suppress(RuntimeError):  # it has ended meanwhile
                loop.call_soon_threadsafe(self._end, signal.SIGHUP)

        Thread(target=wait, name="watching", daemon=True).start()

    def _unhear(self) -> None:
        """Write nothing more: Textual's writing thread dies with the terminal, and who hands it more waits for ever."""
        if self._driver is not None:
            setattr(self._driver, "write", lambda _: None)  # noqa: B010  mypy will not have a method replaced
            waiting = getattr(getattr(self._driver, "_writer_thread", None), "_queue", None)
            with suppress(Empty):
                while waiting is not None:
                    waiting.get_nowait()

    def _note(self, error: BaseException | None) -> None:
        """Write down a fault that ends nothing, and say so."""
        if error is not None and not self._exit:
            words = report(error)
            self.room.say(f"{words[0].upper()}{words[1:]}.", "error")

    def _fatal_error(self) -> None:
        """End after a fault of the program: a report instead of a traceback. (Textual's own, given another ending.)"""
        error = sys.exc_info()[1] or self._exception
        self.fault = report(error) if error else "a fault in the program itself"
        self._return_code = CRASHED
        self._close_messages_no_wait()

    def panic(self, *_: object) -> None:
        """End where the terminal can no longer be read. (Textual's thread for keys calls it.)"""
        self._end(signal.SIGHUP)

    def on_unmount(self) -> None:
        """Stop reading, save what is not saved."""
        self.room.opening.stop()
        self.room.memory.save()
        self.room.saving.finish()
        self.last_words = "; ".join(filter(None, (self._close_book(), self.room.left)))

    def _close_book(self) -> str:
        """Bring all marks to disk; says where a copy was put if their own file could not be written."""
        book = self.room.marks.book
        if book is None:
            return ""
        try:
            copy = book.close()
        except ReaderError as error:
            return str(error)
        return f"{book.where} could not be written; your tags are in {copy}" if copy else ""
