"""Files that take their time are analysed by another process, with the same result."""

from pathlib import Path

import pytest

from reader.library import files
from reader.library.open import open_library, open_steps

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
