"""Opening the app: what can be refused is refused before Textual is imported."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from reader.model.problems import ReaderError
from reader.settings.builtin import BUILTIN
from reader.settings.config import Settings, load_config
from reader.settings.themes import Theme, load_theme
from reader.text.guard import visible_line
from reader.tui.commands import bindings


def run(
    paths: Sequence[str], *, theme: str | None = None, safe: bool = False, mouse: bool = True, fresh: bool = False
) -> int:
    """Open paths in the app; returns the exit code: 2 where there is no terminal or no such theme.

    Args: safe: nothing else may be started, no browser, no command, no editor; fresh: the last session is left alone.
    """
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        print("reader: this is no terminal; `reader export` and `reader quotes` work without one.", file=sys.stderr)
        return 2
    loaded = load_config(bindings())
    try:
        colours = chosen_theme(theme, loaded.settings)
    except ReaderError as error:
        print(f"reader: {visible_line(str(error))}", file=sys.stderr)
        return 2
    gc.disable()  # starting makes much and frees nothing: collecting meanwhile costs 20 ms; the app enables it again
    from reader.tui.application import ReaderApp

    app = ReaderApp(paths, colours, loaded=loaded)
    app.room.state = app.room.state._replace(safe=safe)
    app.room.opening.fresh = fresh
    app.run(mouse=mouse and loaded.settings.mouse)
    if app.last_words:
        print(f"reader: {visible_line(app.last_words)}", file=sys.stderr)
    return app.return_code or 0


def chosen_theme(name: str | None, settings: Settings | None = None) -> Theme:
    """The theme asked for, else dark or light after the terminal's background. Raises ReaderError for no such one."""
    settings = settings or Settings()
    if name is None or name == "auto":
        name = settings.theme
    if name == "auto":
        light = light_background(os.environ.get("COLORFGBG", ""))
        name = settings.theme_light if light else settings.theme_dark
    return BUILTIN.get(name) or load_theme(name)


def light_background(colorfgbg: str) -> bool:
    """What a terminal says of its background in COLORFGBG ("0;15"): True where it is one of the light colours."""
    background = colorfgbg.rpartition(";")[2]
    return background.isdigit() and int(background) in (7, *range(9, 16))
