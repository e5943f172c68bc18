"""Textual imported without what the app has no use for: the widgets of its command palette, and TLS in asyncio.

Together that is a seventh of what importing Textual costs, and some MiB. asyncio allows for a Python without TLS.
`textual.app` takes names from `textual.command` that only its own palette uses, which the app switches off
(ENABLE_COMMAND_PALETTE): they get stand-ins. Afterwards both modules can be imported as ever, whole.
"""

from __future__ import annotations

import sys
from types import ModuleType

PALETTE = "textual.command"


def import_textual() -> None:
    """Import `textual.app`; nothing happens where that was done before."""
    if "textual.app" in sys.modules:
        return
    before = set(sys.modules)
    spared = {PALETTE: _stand_in(), "ssl": None}
    spared = {name: module for name, module in spared.items() if name not in before}
    sys.modules.update(spared)  # type: ignore[arg-type]  # None: an import of it fails
    try:
        import textual.app
    except Exception:  # a Textual that asks more of them: it gets all of them, from the beginning
        _forget({name for name in set(sys.modules) - before if name.partition(".")[0] in ("textual", "asyncio")})
    finally:
        _forget(spared)
    import textual.app  # noqa: F401


def _stand_in() -> ModuleType:
    """A module that has an empty class for every name it is asked for."""
    module = ModuleType(PALETTE)

    def empty(name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})

    setattr(module, "__getattr__", empty)  # noqa: B010  mypy knows of no such function of a module
    return module


def _forget(names: set[str] | dict[str, ModuleType | None]) -> None:
    for name in names:
        sys.modules.pop(name, None)
