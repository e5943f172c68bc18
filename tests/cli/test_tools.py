"""`reader config`, `doctor` and `completion`: about the program itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli.exits import GOOD, SOME_UNREAD, USAGE
from reader.cli.main import COMMANDS, TOOLS, main
from reader.cli.parsers import usages
from reader.cli.tools.completion import SHELLS
from reader.cli.tools.manual import manual
from reader.settings.config import FIELDS, config_file
from reader.settings.themes import own_folder

NAMES = [command.name for command in (*COMMANDS, *TOOLS)]


def _config(text: str) -> None:
    path = Path(config_file())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_config_prints_what_is_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == GOOD
    out = capsys.readouterr().out
    assert "not there; reader config --write makes one" in out
    assert all(re.search(rf"^{field.name} +\S", out, re.M) for field in FIELDS)
    _config("width: 90\nkeys:\n  follow: F2\n")
    assert main(["config"]) == GOOD
    out = capsys.readouterr().out
    assert re.search(r"^width +90 +config.yaml$", out, re.M)
    assert re.search(r"^keys +follow: f2 +config.yaml$", out, re.M)


def test_config_names_all_that_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    _config("width: x\nmouse: maybe\n")
    own_folder().mkdir()
    (own_folder() / "mine.yaml").write_text("dark: true\n", encoding="utf-8")
    assert main(["config"]) == SOME_UNREAD
    told = capsys.readouterr().err
    assert "line 1, column 8" in told
    assert "line 2, column 8" in told
    assert "mine.yaml" in told


def test_config_writes_a_commented_default_and_never_over_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--write"]) == GOOD
    text = Path(config_file()).read_text(encoding="utf-8")
    assert "# theme: auto" in text
    assert main(["config"]) == GOOD
    _config("width: 90\n")
    assert main(["config", "--write"]) == SOME_UNREAD
    assert "was left as it is" in capsys.readouterr().err
    assert Path(config_file()).read_text(encoding="utf-8") == "width: 90\n"


def test_doctor_tells_what_there_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert main(["doctor"]) == GOOD
    out = capsys.readouterr().out
    for name in ("reader", "python", "packages", "terminal", "colours", "background", "theme", "clipboard", "config"):
        assert re.search(rf"^{name} +\S", out, re.M), name
    assert "true colour" in out
    assert "contrast-dark" in out
    _config("width: x\n")
    monkeypatch.setenv("TERM", "dumb")
    assert main(["doctor"]) == SOME_UNREAD
    out = capsys.readouterr().out
    assert "TERM=dumb" in out
    assert "'x' is no number" in out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_knows_every_command_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == GOOD
    text = capsys.readouterr().out
    assert all(name in text for name in NAMES)
    for usage in usages():
        for option in usage.options:
            assert all(flag.lstrip("-") in text for flag in option.flags)
            assert all(choice in text for choice in option.choices)
    program = shutil.which(shell)
    if program:
        done = subprocess.run([program, "-n"], input=text, text=True, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["reader", "qu"], "quotes"),
        (["reader", "quotes", "--fo"], "--format"),
        (["reader", "quotes", "--format", "cs"], "csv"),
        (["reader", "completion", "fi"], "fish"),
        (["reader", "--theme", "sep"], "sepia"),
        (["reader", "export", "a-h"], "a-harbour.txt"),
    ],
)
def test_bash_completes(words: list[str], offered: str, folder: Path) -> None:
    script = SHELLS["bash"](usages())
    asked = " ".join(f"'{word}'" for word in words)
    script += f'COMP_WORDS=({asked}); COMP_CWORD={len(words) - 1}; _reader; echo "${{COMPREPLY[@]}}"\n'
    done = subprocess.run(["bash"], input=script, text=True, capture_output=True, check=True, cwd=folder)
    assert done.stdout.split() == [offered]


def test_an_unknown_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "csh"]) == USAGE
    assert "bash" in capsys.readouterr().err


def test_the_man_page_names_every_command_option_and_setting() -> None:
    page = manual()
    assert all(f".SS reader {name}" in page for name in NAMES)
    assert all(f".B {field.name}\n" in page for field in FIELDS)
    for usage in usages():
        for option in usage.options:
            assert all(flag.replace("-", "\\-") in page for flag in option.flags)
    assert not re.search(r"^'", page, re.M)
