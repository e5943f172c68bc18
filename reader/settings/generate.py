"""Writes builtin.py from the default theme's YAML, so that the first screen costs no YAML parser.

Run `python -m reader.settings.generate` after changing that file; a test says when it was forgotten.
"""

from __future__ import annotations

from pathlib import Path

from reader.settings.themes import COLOURS, Theme, load_theme

TARGET = Path(__file__).parent / "builtin.py"


def source() -> str:
    """The text of builtin.py."""
    head = '"""The default themes as literals; written by reader.settings.generate, do not edit."""\n\n'
    head += "from __future__ import annotations\n\nfrom reader.settings.themes import Theme\n\n"
    body = "".join(_literal(load_theme(name)) for name in ("dark", "light"))
    return head + body + 'BUILTIN = {"dark": DARK, "light": LIGHT}\n"""By name."""\n'


def _literal(theme: Theme) -> str:
    """One theme as an assignment."""
    lines = [f'    name="{theme.name}",', f"    dark={theme.dark},"]
    lines += [f'    {key}="{getattr(theme, key)}",' for key in COLOURS]
    return f"{theme.name.upper()} = Theme(\n" + "\n".join(lines) + "\n)\n"


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
