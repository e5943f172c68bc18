"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from reader.cli.main import COMMANDS, TOOLS
from reader.settings.config import FIELDS
from reader.settings.themes import COLOURS
from reader.tui.commands import COMMANDS as APP_COMMANDS

ROOT = Path(__file__).parent.parent


def test_the_reference_is_made_from_the_code_as_it_is() -> None:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for file, made in module.PAGES.items():
        assert file.read_text(encoding="utf-8") == made(), f"{file.name}: run `make docs`"


def test_the_reference_names_every_key_command_field_and_colour() -> None:
    pages = {name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("keys", "config", "themes")}
    assert all(f"| `{command.id}` |" in pages["keys"] for command in APP_COMMANDS)
    assert all(f"`reader {command.name}`" in pages["keys"] for command in (*COMMANDS, *TOOLS))
    assert all(f"| `{field.name}` |" in pages["config"] for field in FIELDS)
    assert all(f"| `{colour}` |" in pages["themes"] for colour in COLOURS)
    manual = (ROOT / "docs" / "reader.1").read_text(encoding="utf-8")
    assert all(f".SS reader {command.name}" in manual for command in (*COMMANDS, *TOOLS))


def test_every_theme_has_its_picture() -> None:
    themes = {path.stem for path in (ROOT / "themes").glob("*.yaml")}
    assert {path.stem for path in (ROOT / "docs" / "themes").glob("*.svg")} == themes


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"reader {command.name}" in readme


def test_links_of_the_documentation_lead_to_files() -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:\s]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_room_of_the_architecture_is_there() -> None:
    named = set(re.findall(r"^\| `(\w+)/?` \|", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.M))
    there = {p.name for p in (ROOT / "reader").iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert there <= named
