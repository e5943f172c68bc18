"""A disk that refuses or goes away while the app is open: told, kept, tried again, and a copy on leaving."""

from __future__ import annotations

import os
from pathlib import Path

from tui.terminal import Terminal


def marks(folder: Path) -> str:
    """What is in the file of marks."""
    return (folder / "news" / ".reader" / "marks.yaml").read_text(encoding="utf-8")


def opened(folder: Path) -> Terminal:
    """The app with one article."""
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text("Bridge to close\n\nThe bridge will close in June, the mayor said.\n")
    return Terminal("-m", "reader", str(folder / "news"), env={"XDG_DATA_HOME": str(folder / "data")})


def tagged_without_its_folder(t: Terminal, folder: Path) -> Path:
    """Take the folder away and tag the article; where the folder is now."""
    t.until("Bridge to close")
    t.settle(0.5)
    away = (folder / "news").rename(folder / "away")
    t.press("f")
    t.until("its folder is gone")
    return away


def test_a_folder_that_comes_back_gets_what_was_kept(tmp_path: Path) -> None:
    with opened(tmp_path) as t:
        away = tagged_without_its_folder(t, tmp_path)
        t.until("kept in memory")
        away.rename(tmp_path / "news")
        t.until("Your marks are saved now")
        t.press("q")
        assert t.ended() == 0
    assert "follow-up" in marks(tmp_path)
    assert not (tmp_path / "data").exists()


def test_a_folder_that_stays_away_gets_a_copy_elsewhere_and_has_it_the_next_time(tmp_path: Path) -> None:
    with opened(tmp_path) as t:
        away = tagged_without_its_folder(t, tmp_path)
        t.press("q")
        assert t.ended() == 1
        said = t.raw[t.raw.rfind(b"\x1b[?1049l") :].decode()
    (copy,) = (tmp_path / "data").rglob("*.yaml")
    assert os.path.basename(copy) in said.replace("\r\n", "")
    assert "follow-up" in copy.read_text()
    away.rename(tmp_path / "news")
    with Terminal("-m", "reader", str(tmp_path / "news"), env={"XDG_DATA_HOME": str(tmp_path / "data")}) as t:
        t.until("has again")
        t.until("#f-up")
        t.press("q")
        assert t.ended() == 0
    assert "follow-up" in marks(tmp_path)
