"""Outputs that take no more: one sentence, an exit code, and no half file."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.exits import UNWRITTEN

FULL = Path("/dev/full")


def run(
    *words: str, output: int | None = subprocess.PIPE, error: int | None = subprocess.PIPE, most: int | None = None,
    closed: int | None = None,
) -> subprocess.CompletedProcess[str]:  # fmt: skip
    """A run of the program. Args: most: bytes that a file may have, as on a full disk; closed: a stream's number."""

    def before() -> None:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        if closed is not None:
            os.close(closed)

    return subprocess.run(
        [sys.executable, "-m", "reader", *words], stdin=subprocess.DEVNULL, stdout=output, stderr=error, text=True,
        check=False, preexec_fn=before,
    )  # fmt: skip


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("words", ["quotes", "read", "export", "export --format qdpx", "--plain", "config", "doctor"])
def test_a_full_output_is_told_in_a_sentence(folder: Path, words: str) -> None:
    paths = () if words in ("config", "doctor") else (str(folder),)
    with FULL.open("w") as full:
        done = run(*words.split(), *paths, output=full.fileno())
    assert done.returncode == UNWRITTEN
    assert done.stderr == "reader: the output could not be written: no space left on device\n"


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
def test_problems_that_cannot_be_told_leave_the_results_as_they_are(folder: Path) -> None:
    whole = run("quotes", str(folder), str(folder / "nothing"))
    with FULL.open("w") as full:
        done = run("quotes", str(folder), str(folder / "nothing"), error=full.fileno())
    assert "nothing" in whole.stderr
    assert (done.returncode, done.stdout) == (whole.returncode, whole.stdout)


def test_closed_streams(folder: Path) -> None:
    assert run("quotes", str(folder), closed=0).returncode == 0
    assert run("quotes", str(folder), closed=2).returncode == 0
    done = run("quotes", str(folder), closed=1)
    assert done.returncode == UNWRITTEN
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("form", ["json", "qdpx", "markdown"])
def test_an_export_that_does_not_fit_leaves_the_old_file(folder: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out" / "library"
    target.parent.mkdir()
    target.write_text("as it was")
    done = run("export", str(folder), "--format", form, "-o", str(target), most=1024)
    assert done.returncode == UNWRITTEN
    assert done.stderr == f"reader: {target}: file too large; nothing was written\n"
    assert [(file.name, file.read_text()) for file in target.parent.iterdir()] == [("library", "as it was")]


def test_a_default_config_that_does_not_fit_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    done = run("config", "--write", most=1024)
    assert done.returncode == UNWRITTEN
    assert "could not be written: file too large" in done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_index_that_does_not_fit(folder: Path) -> None:
    done = run("index", str(folder), most=1024)
    assert done.returncode == UNWRITTEN
    assert "the index cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert run("quotes", str(folder)).returncode == 0
