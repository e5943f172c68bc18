"""`reader config`: which files are in force, what they set, what is wrong with them; or a commented default."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from reader.cli.exits import GOOD, SOME_UNREAD
from reader.model.problems import ReaderError
from reader.settings.config import FIELDS, Settings, commented, config_file, load_config
from reader.settings.folders import short, state_folder
from reader.settings.kept import load_kept
from reader.settings.themes import load_theme, own_folder
from reader.text.guard import visible_line
from reader.tui.commands import bindings


def config(args: argparse.Namespace) -> int:
    """Print, or write the default."""
    return _write() if args.write else _show()


def _write() -> int:
    from reader.exporting.files import write_whole

    path = config_file()
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        write_whole(Path(path), [commented().encode()], anew=True)
    except FileExistsError:
        print(f"reader: {visible_line(path)} is there already; it was left as it is", file=sys.stderr)
        return SOME_UNREAD
    except OSError as error:
        print(
            f"reader: {visible_line(path)} could not be written: {(error.strerror or 'unknown').lower()}",
            file=sys.stderr,
        )
        return SOME_UNREAD
    print(f"written: {visible_line(path)}")
    return GOOD


def _show() -> int:
    loaded = load_config(bindings())
    problems = [str(problem) for problem in loaded.problems]
    themes = []
    for file in sorted(own_folder().glob("*.yaml")):
        try:
            load_theme(file.stem)
            themes.append(file.stem)
        except ReaderError as error:
            problems.append(str(error))
    kept = load_kept(loaded.settings).settings
    places = (
        ("config", f"{config_file()}{'' if loaded.path else '  (not there; reader config --write makes one)'}"),
        ("themes", f"{own_folder()}  ({', '.join(themes) or 'none of your own'})"),
        ("state", short(state_folder())),
    )
    for name, where in places:
        print(f"{name:9} {visible_line(where)}")
    print()
    for field in FIELDS:
        value, own = getattr(kept, field.name), getattr(loaded.settings, field.name)
        whence = "config.yaml" if own != getattr(Settings(), field.name) else ""
        whence = "by keys" if value != own else whence
        print(f"{field.name:14} {visible_line(_written(value)):40} {whence}".rstrip())
    for problem in problems:
        print(f"reader: {visible_line(problem)}", file=sys.stderr)
    return SOME_UNREAD if problems else GOOD


def _written(value: object) -> str:
    """A value as one would write it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {' '.join(v) if isinstance(v, tuple) else v}" for name, v in value.items()) or "none"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(value) if value != "" else "none"
