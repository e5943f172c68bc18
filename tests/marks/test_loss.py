"""Disks that go away, files that are damaged, locks that nobody gives back: what was typed is there again."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.marks import place
from reader.marks.book import MarkBook
from reader.marks.marks import ArticleRef
from reader.model.problems import ReaderError

REF = ArticleRef("1", "a.txt")


def give(book: MarkBook, *tags: str) -> None:
    """Tag the one article."""
    mark = book.mark(REF)
    book.change(replace(mark, tags=(*mark.tags, *tags)))


def session(folder: Path, *tags: str) -> None:
    """Open, tag, leave."""
    book = MarkBook.open([str(folder)])
    give(book, *tags)
    assert book.close() is None


def test_a_backup_stands_in_for_a_file_that_was_cut_off(folder: Path) -> None:
    session(folder, "first")
    session(folder, "second")
    file = folder / ".reader" / "marks.yaml"
    whole = file.read_text()
    file.write_text(whole[: whole.index("end:")])
    book = MarkBook.open([str(folder)])
    assert "was cut off" in str(book.problem)
    assert "until then marks.backup-1.yaml stands in" in str(book.problem)
    assert book.mark(REF).tags == ("first",)
    with pytest.raises(ReaderError):
        give(book, "third")
    file.write_text(whole)  # the person mends it
    book.save()
    assert MarkBook.open([str(folder)]).mark(REF).tags == ("first", "second", "third")


@pytest.mark.parametrize("small", [300, 0])
def test_a_damaged_file_moved_away_is_written_anew_with_the_backup(
    folder: Path, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    session(folder, "first")
    session(folder, "second")
    file = folder / ".reader" / "marks.yaml"
    file.write_text("[")
    monkeypatch.setattr("reader.marks.book.SMALL", small)
    book = MarkBook.open([str(folder)])
    file.rename(file.with_name("damaged"))
    give(book, "third")
    assert MarkBook.open([str(folder)]).mark(REF).tags == ("first", "third")


def test_a_damaged_file_moved_away_is_written_anew_on_leaving(folder: Path) -> None:
    session(folder, "first")
    session(folder, "second")
    file = folder / ".reader" / "marks.yaml"
    file.write_text("[")
    book = MarkBook.open([str(folder)])
    file.rename(file.with_name("damaged"))
    book.close()
    assert MarkBook.open([str(folder)]).mark(REF).tags == ("first",)


def test_what_the_journal_has_is_shown_over_the_backup_and_not_forgotten(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session(folder, "first")
    session(folder, "second")
    monkeypatch.setattr("reader.marks.book.SMALL", 0)
    killed = MarkBook.open([str(folder)])
    give(killed, "third")
    file = folder / ".reader" / "marks.yaml"
    whole = file.read_text()
    file.write_text("[")
    book = MarkBook.open([str(folder)])
    assert "third" in book.mark(REF).tags
    file.write_text(whole)
    give(book, "fourth")
    assert MarkBook.open([str(folder)]).mark(REF).tags == ("first", "second", "third", "fourth")


@pytest.mark.parametrize("had", [True, False])
def test_marks_do_not_go_below_a_disk_that_is_gone(folder: Path, monkeypatch: pytest.MonkeyPatch, had: bool) -> None:
    if had:
        session(folder, "first")
    book = MarkBook.open([str(folder)])
    away = folder.rename(folder.with_name("away"))
    folder.mkdir()  # where it was mounted
    monkeypatch.setattr(place, "_device", lambda root: root.stat().st_ino)
    book._ground._device = away.stat().st_ino
    with pytest.raises(ReaderError, match="its disk is gone"):
        give(book, "second")
    assert list(folder.iterdir()) == []
    copy = book.close()
    assert copy is not None
    assert "second" in copy.read_text()
    folder.rmdir()
    away.rename(folder)  # it is there again
    again = MarkBook.open([str(folder)])
    again.bring_home()
    assert again.mark(REF).tags == (("first", "second") if had else ("second",))
    assert "has again what could not be saved" in str(again.problem)
    assert MarkBook.open([str(folder)]).mark(REF).tags == again.mark(REF).tags
    assert not copy.exists()


def test_a_folder_that_is_gone_is_not_made_anew(folder: Path) -> None:
    session(folder, "first")
    book = MarkBook.open([str(folder)])
    away = folder.rename(folder.with_name("away"))
    with pytest.raises(ReaderError, match="its folder is gone"):
        give(book, "second")
    assert not folder.exists()
    away.rename(folder)
    book.save()
    assert MarkBook.open([str(folder)]).mark(REF).tags == ("first", "second")


def test_a_copy_that_cannot_be_brought_home_stays_where_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session(folder, "first")
    with monkeypatch.context() as broken:
        broken.setattr("reader.marks.book.locked", _refused)
        book = MarkBook.open([str(folder)])
        with pytest.raises(ReaderError):
            give(book, "second")
        copy = book.close()
        again = MarkBook.open([str(folder)])
        again.bring_home()
        assert again.mark(REF).tags == ("first", "second")
    assert copy is not None
    assert copy.exists()


def _refused(_: Path) -> None:
    raise OSError(30, "Read-only file system")


def test_a_lock_that_nobody_gives_back_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session(folder, "first")
    monkeypatch.setattr("reader.marks.disk.PATIENCE", 0.02)
    number = os.open(folder / ".reader" / "marks.yaml.lock", os.O_RDWR)
    try:
        fcntl.flock(number, fcntl.LOCK_EX)
        with pytest.raises(ReaderError, match="another program holds its lock"):
            give(MarkBook.open([str(folder)]), "second")
    finally:
        os.close(number)
