"""What a command really loads, seen from outside."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROBE = """
import sys
from reader.cli.main import main
code = main({words!r})
print(sorted(m for m in sys.modules if m.split(".")[0] in {watched!r}), file=sys.stderr)
sys.exit(code)
"""


def loaded(*words: str, watched: set[str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(words=list(words), watched=watched)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("command", ["export", "quotes", "speakers", "articles"])
def test_headless_commands_do_not_load_the_app(command: str, folder: Path) -> None:
    assert loaded(command, str(folder), "--format", "json", watched={"textual", "rich", "markdown_it"}) == "[]"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_neither_the_app_nor_the_stages(option: str) -> None:
    code = (
        "import sys\nfrom reader.cli.main import main\n"
        f"main([{option!r}])\n"
        "print(sorted(m for m in sys.modules if m.startswith(('textual', 'rich', 'yaml', 'reader.quoting'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys, reader\nprint([m for m in sys.modules if m.startswith('reader.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
