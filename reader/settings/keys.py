"""Keys as plain data: how they are written, presets of them, and which commands would share one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Binding(NamedTuple):
    """A command as far as its keys go."""

    id: str
    keys: tuple[str, ...]
    places: frozenset[str]
    """Where it can be asked for: two commands may share a key only where these do not meet."""
    text: str = ""
    """What it does, for messages."""


class Clash(NamedTuple):
    """A key that two commands have in one place."""

    key: str
    one: str
    other: str
    """Ids."""


Asked = Mapping[str, tuple[str, ...]]
"""Command id to the keys it is to have in place of its own."""

PRESETS: Mapping[str, Asked] = {
    "default": {},
    "vi": {
        "page_down": ("ctrl+f", "space", "pagedown"),
        "half_down": ("ctrl+d",),
        "half_up": ("ctrl+u",),
        "next_quote": (")", "]"),
        "previous_quote": ("(", "["),
        "hide_sources": ("ctrl+left",),
        "hide_quotes": ("ctrl+right",),
    },
    "emacs": {
        "down": ("ctrl+n", "j", "down"),
        "up": ("ctrl+p", "k", "up"),
        "page_down": ("ctrl+v", "space", "pagedown"),
        "page_up": ("alt+v", "pageup"),
        "next_name": ("ctrl+f", "right"),
        "previous_name": ("alt+b", "left"),
        "half_down": (),
        "half_up": (),
        "top": ("alt+a", "home", "g"),
        "bottom": ("alt+e", "end", "G"),
        "next_article": ("alt+n", "J"),
        "previous_article": ("alt+p", "K"),
        "palette": ("alt+x", ":"),
        "close": ("ctrl+g", "escape"),
        "undo": ("ctrl+underscore", "u"),
        "redo": ("alt+r",),
        "search": ("alt+s", "/"),
    },
}
"""What each preset changes of the keys that commands have by themselves."""

NAMED = frozenset(
    """space enter tab escape backspace delete insert up down left right home end pageup pagedown
    f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12""".split()
)
"""Keys without a character."""
_ALIASES = {
    "esc": "escape", "return": "enter", "ret": "enter", "spc": "space", "del": "delete", "ins": "insert",
    "pgup": "pageup", "pgdn": "pagedown", "page_up": "pageup", "page_down": "pagedown", "page up": "pageup",
    "page down": "pagedown",
}  # fmt: skip
_MODIFIERS = {"c": "ctrl", "ctrl": "ctrl", "control": "ctrl", "m": "alt", "alt": "alt", "meta": "alt",
              "s": "shift", "shift": "shift"}  # fmt: skip
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
"""Keys that a terminal sends as others."""


def key_of(written: str) -> str:
    """A key as the app knows it, from how people write it: "^d", "C-d", "ctrl+d", "PgDn", "F2", "S".

    Raises ValueError with a sentence for what is no key.
    """
    words = written.strip() or written[:1]
    if len(words) == 1 and words.isprintable():
        return "space" if words == " " else words
    if len(words) == 2 and words[0] == "^":
        words = f"ctrl+{words[1]}"
    *before, last = words.replace("-", "+").split("+") if not words.endswith(("+", "-")) else [words]
    names = [_MODIFIERS.get(part.strip().lower(), "") for part in before]
    last = last.strip()
    if not all(names) or not last:
        raise ValueError(f"{written!r} is no key")
    name = _ALIASES.get(last.lower(), last.lower() if len(last) > 1 or before else last)
    if name in ("_", "/", "underscore") and names == ["ctrl"]:
        return "ctrl+underscore"
    if name not in NAMED and (len(name) != 1 or not name.isprintable()):
        raise ValueError(f"{written!r} is no key")
    whole = "+".join([*dict.fromkeys(sorted(names)), name])
    if names == ["shift"] and len(name) == 1:
        return name.upper()
    if whole == "ctrl+c":
        raise ValueError("ctrl+c always quits and can be no other command's key")
    if whole in _SAME:
        raise ValueError(f"a terminal sends {whole} as {_SAME[whole]}")
    return whole


def bound(bindings: Iterable[Binding], *changes: Asked) -> tuple[Binding, ...]:
    """The bindings with the keys of each change in place of their own, a later change over an earlier."""
    asked: dict[str, tuple[str, ...]] = {}
    for change in changes:
        asked.update(change)
    return tuple(one._replace(keys=asked.get(one.id, one.keys)) for one in bindings)


def clashes(bindings: Sequence[Binding]) -> list[Clash]:
    """Every key that two commands have in one place."""
    holders: dict[str, list[Binding]] = {}
    found = []
    for one in bindings:
        for key in one.keys:
            others = holders.setdefault(key, [])
            found += [Clash(key, other.id, one.id) for other in others if other.places & one.places]
            others.append(one)
    return found
