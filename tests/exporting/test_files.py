"""An export is in its file whole, or not at all."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.exporting.files import write_whole


def failing() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError("no more")


def test_a_file_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("old")
    path.chmod(0o640)
    with pytest.raises(RuntimeError):
        write_whole(path, failing())
    assert path.read_text() == "old"
    write_whole(path, [b"new ", b"one"])
    assert path.read_text() == "new one"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["out.md"]


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_whole(tmp_path / "link.md", [b"new"])
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_pipe_is_written_as_it_comes(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    got: list[bytes] = []
    reading = threading.Thread(target=lambda: got.append(path.read_bytes()))
    reading.start()
    write_whole(path, [b"a", b"b"])
    reading.join(5)
    assert got == [b"ab"]


def test_where_nothing_can_be_written_it_raises(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_whole(tmp_path / "no" / "out.md", [b"x"])


@pytest.mark.parametrize("links", [True, False])
def test_what_has_the_name_already_stays_where_a_new_file_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:

        def refused(*_: object) -> None:
            raise PermissionError("no links on this disk")

        monkeypatch.setattr("os.link", refused)
    path = tmp_path / "mine.md"
    write_whole(path, [b"first"], anew=True)
    with pytest.raises(FileExistsError, match="is there already"):
        write_whole(path, [b"second"], anew=True)
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_comes_while_another_is_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"

    def pieces() -> Iterator[bytes]:
        yield b"mine"
        path.write_bytes(b"theirs")

    with pytest.raises(FileExistsError, match="is there already"):
        write_whole(path, pieces(), anew=True)
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]
