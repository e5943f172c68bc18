"""Files that take their time are analysed by another process, with the same result."""

from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from reader.library import files
from reader.library.open import open_library, open_steps
from reader.library.workers import analysed

TEXT = 'Bridge to close\n\n"The bridge is closed to all," said Mayor Clara Norwick.\n\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(files, "HEAVY", 2_000)
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(TEXT)
    (news / "b.txt").write_text(TEXT + "The harbour will open again in May, the council wrote on Monday.\n\n" * 60)
    (news / "c.txt").write_text("")
    (news / "d.html").write_text("<p>" + TEXT * 60)
    return news


def test_a_large_file_reads_as_it_does_here(folder: Path) -> None:
    *_, last = open_steps([str(folder)])
    here = open_library([str(folder)])
    assert dict(last.library.items()) == dict(here.items())
    assert last.library.problems == here.problems
    *_, again = open_steps([str(folder)])  # from the cache
    assert dict(again.library.items()) == dict(here.items())


def test_a_worker_that_dies_takes_one_file_with_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.workers._serve", print)  # what the new process runs ends at once
    *_, last = open_steps([str(folder)])
    assert [problem.path.rpartition("/")[2] for problem in last.library.problems] == ["b.txt", "c.txt", "d.html"]
    assert "the analysis ended" in last.library.problems[0].what
    assert last.library.totals[0] == 1


def test_a_worker_that_cannot_be_reached_is_not_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def send(_: Connection, __: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Connection, "send", send)
    (done,) = analysed([str(folder / "a.txt")], 2)
    assert done.problem
    assert "could not be analysed" in done.problem.what


def test_where_no_process_can_be_started_files_are_read_in_this_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(_: SpawnProcess) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    here = open_library([str(folder)])
    monkeypatch.setattr(SpawnProcess, "start", start)
    assert {done.path[-5:]: bool(done.problem) for done in analysed(sorted(map(str, folder.iterdir())), 2)} == {
        "a.txt": False, "b.txt": False, "c.txt": True, ".html": False,
    }  # fmt: skip
    *_, last = open_steps([str(folder)])
    assert dict(last.library.items()) == dict(here.items())
