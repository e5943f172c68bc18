"""What the person changed by keys and keeps: widths, hidden panes, the theme. In the state folder, over the config."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any, NamedTuple

from reader.settings.config import MOST, NARROWEST, WIDEST, Settings
from reader.settings.folders import state_folder
from reader.settings.themes import theme_file

KEPT = ("theme", "width", "sources_width", "quotes_width", "hide")
"""Fields of Settings that keys change."""
_LIMITS = {"width": (NARROWEST, WIDEST), "sources_width": (0, MOST), "quotes_width": (0, MOST)}


class Kept(NamedTuple):
    """What was kept from before."""

    settings: Settings
    """The config's, with what was changed since over it."""
    first: bool = False
    """True where nothing was kept yet: the first time."""


def load_kept(config: Settings) -> Kept:
    """The settings as the person left them. A field counts only while the config says what it said when it was kept.

    Never raises: what cannot be read is passed over.
    """
    try:
        lines = (state_folder() / "screen").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return Kept(config, first=True)
    except (OSError, ValueError):
        return Kept(config)
    found: dict[str, Any] = {}
    for line in lines:
        name, _, rest = line.partition(": ")
        value, _, under = rest.partition(" over ")
        if name in KEPT and under == _written(config, name):
            found.update(_read(name, value))
    if found.get("theme", "auto") != "auto" and not theme_file(found["theme"]).is_file():
        del found["theme"]
    return Kept(config._replace(**found))


def save_kept(config: Settings, now: Settings) -> None:
    """Keep what differs from the config. Where that fails, nothing of worth is lost."""
    changed = [name for name in KEPT if getattr(config, name) != getattr(now, name)]
    text = "".join(f"{name}: {_written(now, name)} over {_written(config, name)}\n" for name in changed)
    folder = state_folder()
    new = folder / f".screen.{os.getpid()}"
    with suppress(OSError):
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            new.write_text(text, encoding="utf-8")
            new.replace(folder / "screen")
        finally:
            new.unlink(missing_ok=True)


def _written(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _read(name: str, value: str) -> dict[str, Any]:
    """The field's value, or nothing where it is none."""
    if name in _LIMITS:
        least, most = _LIMITS[name]
        return {name: int(value)} if value.isdecimal() and least <= int(value[:6]) <= most else {}
    if name == "hide":
        return {name: tuple(pane for pane in ("sources", "quotes") if pane in value.split(","))}
    return {name: value} if value else {}
