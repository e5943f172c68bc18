"""Files and folders of odd kinds: each gives at most one row with a reason, and nothing waits or goes astray."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.open import open_library
from reader.loading import discover as discovering
from reader.loading import reading
from reader.loading.discover import discover
from reader.loading.load import load
from reader.model.problems import Problem

TEXT = "Harbour bridge to close\n\nThe bridge will close in June, the mayor said.\n"


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """A folder with one article, beside another folder with one."""
    for name in ("inside", "outside"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXT)
    return tmp_path / "inside"


def names(folder: Path) -> list[str]:
    return [os.path.relpath(file, folder) for file in discover([str(folder)]).files]


def test_loops_of_links_end(inside: Path) -> None:
    (inside / "again").symlink_to(".")
    (inside / "one").symlink_to("two")
    (inside / "two").symlink_to("one")
    (inside / "self.txt").symlink_to("self.txt")
    assert names(inside) == ["a.txt", "self.txt"]
    assert "symbolic links" in str(load(str(inside / "self.txt")))


def test_links_that_lead_out_are_told_in_one_row_and_not_followed(inside: Path) -> None:
    (inside / "folder").symlink_to(inside.parent / "outside")
    (inside / "file.txt").symlink_to(inside.parent / "outside" / "a.txt")
    (inside / "up").symlink_to("..")
    found = discover([str(inside)])
    assert names(inside) == ["a.txt"]
    assert [p.what for p in found.problems] == ["3 links lead out of it and were not followed"]


def test_links_are_followed_where_they_lead_was_opened_or_named(inside: Path) -> None:
    (inside / "folder").symlink_to(inside.parent / "outside")
    both = discover([str(inside), str(inside.parent / "outside")])
    assert len(both.files) == 2 + 1
    assert not both.problems
    assert len(discover([str(inside / "folder")]).files) == 1


def test_without_the_rule_they_would_be_followed(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (inside / "folder").symlink_to(inside.parent / "outside")
    monkeypatch.setattr(discovering, "_leads_into", lambda *_: True)
    assert names(inside) == ["a.txt", "folder/a.txt"]


def kinds(folder: Path) -> Iterator[Path]:
    """A pipe, a socket, a folder and devices that have the names of texts."""
    os.mkfifo(folder / "pipe.txt")
    yield folder / "pipe.txt"
    here = os.getcwd()
    os.chdir(folder)  # the path of a socket may have only a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket.txt")
    finally:
        os.chdir(here)
    yield folder / "socket.txt"
    (folder / "folder.txt").mkdir()
    yield folder / "folder.txt"
    for device in ("/dev/zero", "/dev/full", "/dev/tty"):
        yield Path(device)


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    for path in kinds(tmp_path):
        assert isinstance(load(str(path)), Problem), path


def test_a_folder_of_such_things_opens(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    list(kinds(tmp_path))
    library = open_library([str(tmp_path)])
    assert [row.title for row in library.rows if not row.problem] == ["Harbour bridge to close"]
    assert len(library.problems) == 2


def test_a_file_that_vanishes_or_cannot_be_read(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no such file" in str(load(str(inside / "gone.txt")))

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("reader.loading.reading.os.open", refused)
    assert str(load(str(inside / "a.txt"))).endswith("permission denied")


def test_a_folder_that_cannot_be_looked_into_is_a_row(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (inside / "b").mkdir()
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("reader.loading.discover.os.scandir", scandir)
    found = discover([str(inside)])
    assert len(found.files) == 1
    assert "permission denied" in str(found.problems[0])


def test_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    with open(tmp_path / "huge.txt", "wb") as file:
        file.truncate(1 << 30)
    assert "is larger than 64 MB" in str(load(str(tmp_path / "huge.txt")))


def test_a_file_that_grows_while_it_is_read_ends_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log.txt").write_text("x" * 3000)
    monkeypatch.setattr(reading, "MAX_BYTES", 1024)
    real = os.fstat

    class Small:
        def __init__(self, number: int) -> None:
            self.st_mode, self.st_size = real(number).st_mode, 10

    monkeypatch.setattr("reader.loading.reading.os.fstat", Small)
    assert "is larger than" in str(load(str(tmp_path / "log.txt")))


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        (b"caf\xe9.txt", "caf\ufffd.txt"),
        (b"new\nline.txt", "new␊line.txt"),
        (b"esc\x1b[2J.txt", "esc␛[2J.txt"),
        ("\u202etxt.exe.txt".encode(), "\ufffdtxt.exe.txt"),
        (b"c1-\x9b2J.txt", "c1-\ufffd2J.txt"),
    ],
)
def test_hard_names_are_read_and_shown_harmless(tmp_path: Path, name: bytes, seen: str) -> None:
    with open(os.path.join(os.fsencode(tmp_path), name), "w") as file:
        file.write(TEXT)
    (row,) = open_library([str(tmp_path)]).rows
    assert row.path.endswith(seen)
    assert not row.problem


def test_what_is_too_deep_is_left_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovering, "MAX_DEPTH", 3)
    folder = tmp_path
    for _ in range(5):
        folder /= "d"
        folder.mkdir()
        (folder / "a.txt").write_text(TEXT)
    found = discover([str(tmp_path)])
    assert len(found.files) == 3
    assert "nested deeper" in str(found.problems[0])


def test_zero_bytes_strewn_into_a_text_and_a_program(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The mayor\0 said that the bridge\0\0 would close.\n")
    (tmp_path / "b.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(1000))
    assert not isinstance(load(str(tmp_path / "a.txt")), Problem)
    assert "binary" in str(load(str(tmp_path / "b.txt")))
