"""`reader doctor`: what the terminal can do and what the program found, for the person and for reports of faults."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from reader import __version__
from reader.cli.exits import GOOD, SOME_UNREAD
from reader.settings.config import config_file, config_folder, load_config
from reader.settings.folders import short, state_folder
from reader.settings.kept import load_kept
from reader.settings.themes import theme_folder, theme_names
from reader.text.guard import visible_line
from reader.tui.app import named_theme, theme_after
from reader.tui.background import Answer, ask, few_colours, light_background, refusal
from reader.tui.clipboard import WAYS, sequence
from reader.tui.commands import bindings

EXTRAS = (("pdf", "pypdf"), ("warc", "warcio"), ("serve", "textual_serve"))
"""Extras of the package and the module that each brings."""


def doctor(args: argparse.Namespace) -> int:
    """Print what was found; exit code 1 where something stands in the way of the app."""
    faults: list[str] = []
    for name, said in findings(faults):
        print(f"{name:11} {visible_line(said)}")
    for fault in faults:
        print(f"{'!':11} {visible_line(fault)}")
    return SOME_UNREAD if faults else GOOD


def findings(faults: list[str]) -> Iterator[tuple[str, str]]:
    """(name, what was found); what stands in the way is added to `faults`."""
    env = os.environ
    yield "reader", f"{__version__}, {Path(__file__).parent.parent.parent}"
    yield "python", f"{platform.python_version()} on {platform.system()} {platform.release()}, {sys.executable}"
    yield "packages", ", ".join(f"{name} {_version(name)}" for name in ("textual", "rich", "pyyaml", "trafilatura"))
    yield "extras", ", ".join(f"{name} {'yes' if find_spec(module) else 'no'}" for name, module in EXTRAS)
    tty = all(stream.isatty() for stream in (sys.stdin, sys.stdout))
    size = shutil.get_terminal_size()
    inside = " inside tmux" if env.get("TMUX") else " inside screen" if env.get("STY") else ""
    yield (
        "terminal",
        f"TERM={env.get('TERM', '(not set)')}{inside}, {size.columns} x {size.lines}"
        + ("" if tty else ", not connected to this command"),
    )
    yield (
        "locale",
        f"{env.get('LC_ALL') or env.get('LC_CTYPE') or env.get('LANG') or 'none set'}, {sys.stdout.encoding}",
    )
    many = "true colour" if env.get("COLORTERM", "").lower() in ("truecolor", "24bit") else "256"
    yield (
        "colours",
        ("16 or fewer" if few_colours(env) else many) + (" (NO_COLOR is set)" if env.get("NO_COLOR") else ""),
    )
    question = ask(env) if tty else None
    answer = question.answer() if question else Answer()
    yield "background", _background(answer.light)
    loaded = load_config(bindings())
    settings = load_kept(loaded.settings).settings
    yield "theme", named_theme(None, settings, env) or theme_after(answer.light, settings, env)
    yield "themes", f"{', '.join(theme_names())} in {theme_folder()}"
    ways = [way.said for way in WAYS if (not way.needs or env.get(way.needs)) and shutil.which(way.arguments[0])]
    yield "clipboard", ", then ".join((["the terminal (OSC 52)"] if sequence("x", env) else []) + ways + ["a file"])
    yield "editor", settings.editor or env.get("VISUAL") or env.get("EDITOR") or "none set: notes are written in place"
    yield "config", f"{short(Path(config_file()))}, {'read' if loaded.path else 'not there'}"
    from reader.library.store import cache_folder

    for name, folder in (("state", state_folder()), ("cache", cache_folder()), ("own themes", Path(config_folder()))):
        yield name, f"{short(folder)}, {_folder(folder, faults)}"
    faults += [str(problem) for problem in loaded.problems]
    refused = refusal(env, sys.stdout.encoding or "")
    faults += [refused] if refused else []


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _background(light: bool | None) -> str:
    if light is not None:
        return f"{'light' if light else 'dark'}, as the terminal says"
    said = os.environ.get("COLORFGBG", "")
    return f"{'light' if light_background(said) else 'dark'}, " + ("after COLORFGBG" if said else "which is a guess")


def _folder(folder: Path, faults: list[str]) -> str:
    """Whether a folder can be written to."""
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    if not os.access(there, os.W_OK | os.X_OK):
        faults.append(f"{folder} cannot be written to")
        return "cannot be written to"
    return "writable" if there == folder else "not there yet"
