"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from reader.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent


def test_the_reference_is_made_from_the_code_as_it_is() -> None:
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == module.reference(), "run `make docs`"


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
