"""Folders that changed are found, and others are left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.library import folders as module
from reader.library.folders import Folders

LATE = 10**19


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a", "b", "a/inner", ".hidden"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.txt").write_text("one")
    for folder in (tmp_path, *tmp_path.rglob("*")):
        os.utime(folder, (1_700_000_000, 1_700_000_000))
    return tmp_path


def test_nothing_changed(tree: Path) -> None:
    folders = Folders([str(tree)], LATE)
    assert folders.look() == set()
    assert folders.go_on(1.0) == set()


def test_a_file_that_came_and_one_that_went(tree: Path) -> None:
    folders = Folders([str(tree)], LATE)
    (tree / "a" / "inner" / "two.txt").write_text("two")
    (tree / "b" / "one.txt").unlink()
    assert folders.look() == {str(tree / "a" / "inner"), str(tree / "b")}
    assert folders.look() == set()


def test_new_folders_with_what_is_in_them_and_gone_ones(tree: Path) -> None:
    folders = Folders([str(tree)], LATE)
    (tree / "c" / "deep").mkdir(parents=True)
    (tree / "a" / "inner" / "one.txt").unlink()
    (tree / "a" / "inner").rmdir()
    found = folders.look()
    assert {str(tree), str(tree / "a"), str(tree / "a" / "inner"), str(tree / "c"), str(tree / "c" / "deep")} <= found
    (tree / "c" / "deep" / "new.txt").write_text("new")
    assert folders.look() == {str(tree / "c" / "deep")}


def test_what_is_hidden_is_not_looked_at(tree: Path) -> None:
    folders = Folders([str(tree)], LATE)
    (tree / ".hidden" / "two.txt").write_text("two")
    assert folders.look() == set()


def test_a_file_written_over_in_place_is_found_by_the_round(tree: Path) -> None:
    folders = Folders([str(tree)], LATE)
    folders.go_on(1.0)
    with open(tree / "b" / "one.txt", "r+") as file:
        file.write("another")
    assert folders.go_on(1.0) == {str(tree / "b")}
    assert folders.go_on(1.0) == set()


def test_what_changed_while_it_was_read_is_found(tree: Path) -> None:
    folders = Folders([str(tree)], 0)
    assert str(tree / "b") in folders.look()


def test_a_half_written_file_is_looked_at_once_more(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AGAIN", 0.0)
    folders = Folders([str(tree)], LATE)
    file = tree / "b" / "long.txt"
    file.write_text("half")
    assert folders.look() == {str(tree / "b")}
    with open(file, "a") as more:
        more.write(" and half")
    assert folders.look() == {str(tree / "b")}
    assert folders.look() == set()


def test_a_file_that_was_given_itself(tree: Path) -> None:
    file = tree / "b" / "one.txt"
    folders = Folders([str(file)], LATE)
    file.write_text("another")
    assert folders.look() == {str(file)}
    file.unlink()
    assert folders.look() == {str(file)}
