"""Opening the app: what can be refused is refused before Textual is imported."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.model.problems import ReaderError
from reader.settings.builtin import BUILTIN
from reader.settings.config import Settings, load_config
from reader.settings.endings import asked_to_end, end_in_order
from reader.settings.kept import load_kept, save_kept
from reader.settings.themes import Theme, load_theme, own_theme
from reader.text.guard import visible_line
from reader.tui.background import Answer, Question, ask, few_colours, light_background, refusal
from reader.tui.commands import bindings

if TYPE_CHECKING:
    from reader.tui.application import ReaderApp
    from reader.tui.firstframe import Shown


def run(
    paths: Sequence[str],
    *,
    theme: str | None = None,
    safe: bool = False,
    mouse: bool = True,
    fresh: bool = False,
    shown: Shown | None = None,
) -> int:
    """Open paths in the app; returns the exit code: 2 where there is no terminal or no such theme.

    Args: safe: nothing else may be started, no browser, no command, no editor; fresh: the last session is left alone;
    shown: the first frame, where it is on the screen.
    """
    end_in_order()
    web = in_browser(os.environ)
    if not web and not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        print("reader: this is no terminal; `reader export` and `reader quotes` work without one.", file=sys.stderr)
        return 2
    refused = "" if web else refusal(os.environ, sys.stdout.encoding or "")
    if refused:
        if shown:
            shown.leave()
        print(f"reader: {refused}", file=sys.stderr)
        return 2
    loaded = load_config(bindings())
    kept = load_kept(loaded.settings)
    config, loaded = loaded.settings, loaded._replace(settings=kept.settings)
    try:
        asked_for = named_theme(theme, loaded.settings, os.environ)
        colours = load(asked_for) if asked_for else None
    except ReaderError as error:
        if shown:
            shown.leave()
        print(f"reader: {visible_line(str(error))}", file=sys.stderr)
        return 2
    question: Question | None = None
    try:
        question = None if colours or web else ask(os.environ)
        gc.disable()  # starting makes much and frees nothing: collecting costs 20 ms; the app enables it again
        from reader.tui.lean import import_textual

        import_textual()
        from reader.tui.application import ReaderApp
    finally:
        answer = question.answer() if question else Answer()
    colours = colours or load(theme_after(answer.light, loaded.settings, os.environ))
    app = ReaderApp(paths, colours, loaded=loaded, answer=answer, shown=shown)
    app.room.state = app.room.state._replace(safe=safe)
    app.room.opening.fresh = fresh
    app.room.new_here = kept.first
    if asked_to_end():
        return asked_to_end()
    app.run(mouse=mouse and loaded.settings.mouse)
    save_kept(config, app.room.changed_settings)
    if not web:
        from reader.tui.lastframe import keep

        keep(app, paths, app.last_frame if loaded.settings.first_frame and theme is None else None)
    return farewell(app)


def farewell(app: ReaderApp) -> int:
    """Say what is to be said once the terminal is given back; the exit code."""
    for words in filter(None, (app.last_words, app.fault)):
        with suppress(OSError):  # the terminal may be gone
            print(f"reader: {visible_line(words)}", file=sys.stderr, flush=True)
    return app.return_code or (1 if app.last_words else 0)


def in_browser(environment: Mapping[str, str]) -> bool:
    """True where textual-serve shows the app in a browser: it is driven through pipes then."""
    return environment.get("TEXTUAL_DRIVER", "").endswith(":WebDriver")


def named_theme(name: str | None, settings: Settings, environment: Mapping[str, str]) -> str:
    """The theme the person named, else what the terminal's colours ask for; empty: after its background.

    Who named a theme gets it; NO_COLOR holds where nobody did (https://no-color.org).
    """
    name = settings.theme if name in (None, "auto") else name
    if name and name != "auto":
        return name
    if environment.get("NO_COLOR"):
        return "plain"
    return "ansi" if few_colours(environment) else ""


def theme_after(light: bool | None, settings: Settings, environment: Mapping[str, str]) -> str:
    """The theme for a background: as the terminal answered, else as COLORFGBG says, else the dark one."""
    if light is None:
        light = light_background(environment.get("COLORFGBG", ""))
    return settings.theme_light if light else settings.theme_dark


def load(name: str) -> Theme:
    """A theme by its name, the two usual ones without reading a file. Raises ReaderError."""
    return (None if own_theme(name) else BUILTIN.get(name)) or load_theme(name)
