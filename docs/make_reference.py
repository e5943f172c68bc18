"""Writes docs/keys.md from the code: every key and every command. `--check` only says whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.cli.main import COMMANDS as HEADLESS
from reader.cli.main import SERVE
from reader.cli.plain.spoken import SPOKEN
from reader.tui.commands import COMMANDS, SCOPE_NAMES, key_name

FILE = Path(__file__).parent / "keys.md"
SCOPES = {"app": "everywhere", **SCOPE_NAMES}


def reference() -> str:
    """The page."""
    lines = ["# Keys and commands", "", "Made from the code by `make docs`. Do not edit.", "", "## Keys", ""]
    for group in dict.fromkeys(command.group for command in COMMANDS):
        lines += [f"### {group}", "", "| keys | where | what | id |", "|---|---|---|---|"]
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{_cell(key_name(key))}`" for key in command.keys) or "palette only"
                what = command.text + (f". {command.help}" if command.help else "")
                lines.append(f"| {keys} | {SCOPES[command.scope]} | {_cell(what)} | `{command.id}` |")
        lines.append("")
    lines += ["## Typed commands of `reader --plain`", "", "| command | what |", "|---|---|"]
    lines += [f"| `{_cell(spoken.usage)}` | {_cell(spoken.help)} |" for spoken in SPOKEN] + [""]
    lines += ["## Commands of the command line", "", "`reader [--theme NAME] [PATH...]` opens the app.", ""]
    lines += ["| command | what | formats |", "|---|---|---|"]
    for headless in HEADLESS:
        lines.append(f"| `reader {headless.name}` | {_cell(headless.help)} | {', '.join(headless.formats)} |")
    lines.append(f"| `reader serve` | {SERVE} | |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Write the page, or tell whether it would change."""
    if "--check" in sys.argv:
        return 0 if FILE.exists() and FILE.read_text(encoding="utf-8") == reference() else 1
    FILE.write_text(reference(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
