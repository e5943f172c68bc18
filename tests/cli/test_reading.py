"""`reader read`: an article for a pipe, a pager, a screen reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.cli.main import main
from reader.model.spans import Span
from reader.text.prose import cells, line_breaks


def read(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["read", *words]) == 0
    return capsys.readouterr().out


def test_headline_facts_text_and_quotes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = read(capsys, str(folder / "b-ferry.txt")).splitlines()
    assert lines[0] == "Eastport promises free ferry as bridge shuts"
    assert "13 May 2024" in lines[1]
    assert "https://www.coastalpost.example/2024/05/13/free-ferry" in lines
    assert "3. Tomas Reiter (direct, said, " in "\n".join(lines)
    assert "   “Nobody buys a sofa and takes it home by boat,”" in lines
    assert max(len(line) for line in lines if "/news/" not in line) <= 76


def test_debris_is_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = read(capsys, str(folder / "a-harbour.txt"))
    assert "Share this article" not in text
    assert "Copyright" not in text


def test_a_pipe_gets_no_escapes_and_ansi_only_styles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in read(capsys, str(folder))
    styled = read(capsys, str(folder), "--format", "ansi")
    assert "\x1b[36m" in styled
    assert "\x1b" not in re.sub(r"\x1b\[[0-9;]*m", "", styled)


def test_hostile_text_stays_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "evil.txt").write_text(
        'A title\x1b]0;pwned\x07\n\n"Words\x1b[2J and\x9b31m," Lena Hartwig said on Sunday.\n'
    )
    for form in ("plain", "ansi", "markdown"):
        out = re.sub(r"\x1b\[[0-9;]*m", "", read(capsys, str(tmp_path), "--format", form))
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", out), form


def test_the_width_is_kept_and_can_be_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    narrow = read(capsys, str(folder / "a-harbour.txt"), "--width", "30")
    assert max(len(line) for line in narrow.splitlines() if "/" not in line and "%" not in line) <= 30
    whole = read(capsys, str(folder / "a-harbour.txt"), "--width", "0")
    assert any(len(line) > 150 for line in whole.splitlines())


def test_markdown_is_the_export(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = read(capsys, str(folder), "--format", "markdown")
    assert main(["export", str(folder), "--format", "markdown"]) == 0
    assert text == capsys.readouterr().out


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "none.txt")]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_lines_break_between_words_and_count_columns() -> None:
    text = "日本 日本 日本 aaaa  bb"
    lines = [line.of(text) for line in line_breaks(text, Span(0, len(text)), 9)]
    assert lines == ["日本 日本", "日本 aaaa", "bb"]
    assert cells("e\u0301日") == 3
    assert line_breaks("", Span(0, 0), 10) == []


@pytest.mark.parametrize("form", ["obsidian", "csv", "json", "yaml", "qdpx"])
def test_an_export_replaces_its_file_whole(form: str, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    assert main(["export", str(folder), "--format", form, "-o", str(out)]) == 0
    assert out.stat().st_size > 1000
    assert sorted(p.name for p in tmp_path.iterdir()) == ["news", "out"]
    assert main(["export", str(folder), "-o", str(tmp_path / "no" / "out")]) == 2
