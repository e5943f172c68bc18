"""Writes what is made from the code: docs/keys.md, config.md, themes.md and the man page. `--check` only compares."""

from __future__ import annotations

import ast
import inspect
import sys
from itertools import pairwise
from pathlib import Path

from reader.cli.main import COMMANDS as HEADLESS
from reader.cli.main import TOOLS
from reader.cli.plain.spoken import SPOKEN
from reader.cli.tools.manual import manual
from reader.settings import themes
from reader.settings.config import FIELDS, commented, shown_default
from reader.settings.keys import PRESETS
from reader.settings.themes import COLOURS, TERMINAL, Theme, contrast, load_theme, theme_folder
from reader.tui.commands import COMMANDS, SCOPE_NAMES, Table, key_name

HERE = Path(__file__).parent
FILE = HERE / "keys.md"
SCOPES = {"app": "everywhere", **SCOPE_NAMES}
MADE = "Made from the code by `make docs`. Do not edit."


def reference() -> str:
    """The page of keys and commands."""
    lines = ["# Keys and commands", "", MADE, "", "## Keys", ""]
    for group in dict.fromkeys(command.group for command in COMMANDS):
        lines += [f"### {group}", "", "| keys | where | what | id |", "|---|---|---|---|"]
        for command in COMMANDS:
            if command.group == group:
                keys = _keys(command.keys) or "palette only"
                what = command.text + (f". {command.help}" if command.help else "")
                lines.append(f"| {keys} | {SCOPES[command.scope]} | {_cell(what)} | `{command.id}` |")
        lines.append("")
    lines += ["## Presets", "", "`preset: vi` or `preset: emacs` in config.yaml changes these.", ""]
    for name, changes in PRESETS.items():
        if changes:
            lines += [f"### {name}", "", "| what | keys | id |", "|---|---|---|"]
            table = Table.of(changes).by_id
            lines += [
                f"| {_cell(table[id_].text)} | {_keys(keys) or 'none'} | `{id_}` |" for id_, keys in changes.items()
            ]
            lines.append("")
    lines += ["## Typed commands of `reader --plain`", "", "| command | what |", "|---|---|"]
    lines += [f"| `{_cell(spoken.usage)}` | {_cell(spoken.help)} |" for spoken in SPOKEN] + [""]
    lines += ["## Commands of the command line", "", "`reader [--theme NAME] [PATH...]` opens the app.", ""]
    lines += ["| command | what | formats |", "|---|---|---|"]
    for headless in HEADLESS:
        lines.append(f"| `reader {headless.name}` | {_cell(headless.help)} | {', '.join(headless.formats)} |")
    lines += [f"| `reader {tool.name}` | {_cell(tool.help)} | |" for tool in TOOLS]
    return "\n".join(lines) + "\n"


def _keys(keys: tuple[str, ...]) -> str:
    return " ".join(f"`{_cell(key_name(key))}`" for key in keys)


def configuration() -> str:
    """The page of settings."""
    lines = ["# Settings", "", MADE, "", "They stand in `config.yaml` in `$XDG_CONFIG_HOME/reader` (usually "
             "`~/.config/reader`). `reader config --write` writes the commented default below, `reader config` prints "
             "what is in force and what is wrong. A field that cannot be used keeps its default, and the app says so.",
             "", "| field | values | default | what |", "|---|---|---|---|"]  # fmt: skip
    for field in FIELDS:
        lines.append(
            f"| `{field.name}` | {_cell(field.values)} | `{_cell(shown_default(field))}` | {_cell(field.says)} |"
        )
    lines += ["", "Keys are written as `s`, `S`, `ctrl+d` (or `^d`, `C-d`), `alt+v` (or `M-v`), `f2`, `space`. "
              "An id that there is not, and a key that two commands would have in one place, are refused with file and "
              "line. The footer, help, the palette and what the app says follow. `ctrl+c` always quits.", "",
              "Widths, hidden panes and the theme that you change in the app are kept too; they hold until the config "
              "says something else.", "", "```yaml", commented().rstrip(), "```"]  # fmt: skip
    return "\n".join(lines) + "\n"


def colours() -> str:
    """The page of themes."""
    lines = ["# Themes", "", MADE, "", "`theme: auto` takes `theme_dark` or `theme_light` after the terminal's "
             "background, which is asked for at the start; `--theme NAME` takes another, the command *Choose a theme* "
             "changes it while you read. Terminals of sixteen colours get `ansi`, and where NO_COLOR is set, `plain`. "
             "Colour never tells alone: followed speakers have letters, what was taken away has a sign before it, the "
             "cursor has a mark, and where colours cannot tell which pane has the keys its border is double.", "",
             "A theme of your own is a YAML file in `~/.config/reader/themes`: copy one of `themes/`, and it is drawn "
             "anew each time you save it.", ""]  # fmt: skip
    for path in sorted(theme_folder().glob("*.yaml")):
        theme = load_theme(path.stem)
        says = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        least = min(contrast(getattr(theme, a), getattr(theme, b)) for a, b in theme.pairs) if theme.own else 0
        lines += [f"## {path.stem}", "", says + (f" Contrast {least:.1f} or more." if theme.own else ""), "",
                  f"![The reading room in the theme {path.stem}](themes/{path.stem}.svg)", ""]  # fmt: skip
    documented = _documented()
    lines += ["## Fields of a theme file", "", "Every colour is `'#rrggbb'` or one of the terminal's own: "
              + ", ".join(f"`{name}`" for name in TERMINAL) + ".", "", "| field | what |", "|---|---|",
              f"| `dark` | {documented['dark']} |"]  # fmt: skip
    lines += [f"| `{name}` | {_cell(documented.get(name) or 'The same for the next one.')} |" for name in COLOURS]
    return "\n".join(lines) + "\n"


def _documented() -> dict[str, str]:
    """What stands below each field of a theme in the code."""
    tree = ast.parse(inspect.getsource(themes))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == Theme.__name__)
    found = {}
    for one, after in pairwise(body):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and isinstance(after, ast.Expr):
            found[one.target.id] = ast.literal_eval(after.value)
    return found


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


PAGES = {FILE: reference, HERE / "config.md": configuration, HERE / "themes.md": colours, HERE / "reader.1": manual}
"""Every page that is made."""


def main() -> int:
    """Write the pages, or tell whether they would change."""
    if "--check" in sys.argv:
        return 0 if all(f.exists() and f.read_text(encoding="utf-8") == made() for f, made in PAGES.items()) else 1
    for file, made in PAGES.items():
        file.write_text(made(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
