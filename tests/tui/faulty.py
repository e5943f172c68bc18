"""`python -m tui.faulty KIND FOLDER`: the app over the small library, with a fault that some key or thread meets."""

from __future__ import annotations

import signal
import sys
from asyncio import get_running_loop
from threading import Thread
from typing import NoReturn

from textual.app import App

from reader.settings.builtin import DARK
from reader.tui.actions import ACTIONS
from reader.tui.app import farewell
from reader.tui.application import ReaderApp
from reader.tui.screens.room import ReadingRoom
from reader.tui.widgets.article import ArticlePane
from tui.build import small, steps_of

SECRET = "what an article said"


def fail(*_: object) -> NoReturn:
    """A fault of the program."""
    raise RuntimeError(SECRET * 20)


def arrange(kind: str, app: ReaderApp) -> None:
    """Let the key z lead to a fault."""
    table = dict(ACTIONS)
    if kind == "action":
        table["alone"] = fail
    elif kind == "thread":
        table["alone"] = lambda room: Thread(target=fail).start()
    elif kind == "timer":
        table["alone"] = lambda room: room.set_timer(0.01, fail)
    elif kind == "worker":
        table["alone"] = lambda room: room.run_worker(fail, thread=True)
    elif kind == "render":

        def render(room: object) -> None:
            ArticlePane.draw = fail  # type: ignore[method-assign]
            app.room.article.refresh()

        table["alone"] = render
    elif kind == "deaf":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        app.__class__.run_async = App.run_async  # type: ignore[method-assign]
        app.__class__.on_mount = lambda self: self.guard_terminal(get_running_loop())  # type: ignore[method-assign]
    elif kind == "careless":
        app.__class__.run_async = App.run_async  # type: ignore[method-assign]
    elif kind == "compose":
        ReadingRoom.compose = fail  # type: ignore[method-assign]
    import reader.tui.actions

    reader.tui.actions.ACTIONS = table


if __name__ == "__main__":
    app = ReaderApp(sys.argv[2:], DARK, steps_of(small()))
    arrange(sys.argv[1], app)
    app.run()
    sys.exit(farewell(app))
