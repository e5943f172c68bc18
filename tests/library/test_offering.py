"""Speakers and articles of an index by what is typed, and the walk through a speaker's occurrences."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import FERRY, HARBOUR

from reader.library.indexed import IndexedLibrary
from reader.library.indexing import open_index
from reader.library.library import Library
from reader.library.offering import articles_like, speakers_like
from reader.library.open import open_library
from reader.tui.marking import Marks
from reader.tui.shelf import Shelf
from reader.tui.state import Within
from reader.tui.walking import Here, next_found


@pytest.fixture
def both(tmp_path: Path) -> tuple[IndexedLibrary, Library]:
    """Fourteen articles, three speakers in turn, two articles one report: as an index, and in memory."""
    for n in range(12):
        who = ("Lena Hartwig", "Ada Corwin", "Ben Ullmar")[n % 3]
        text = FERRY.replace("Lena Hartwig", who).replace("free ferry", f"free ferry number {n}")
        (tmp_path / f"b{n:02}.txt").write_text(text.replace("old iron bridge", f"bridge of the {n}th year"))
    (tmp_path / "a-harbour.txt").write_text(HARBOUR)
    (tmp_path / "c-copy.txt").write_text(HARBOUR.replace("The Eastport Courier", "The Norwick Mail"))
    for file in tmp_path.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    library = open_index([str(tmp_path)])
    assert isinstance(library, IndexedLibrary)
    return library, open_library([str(tmp_path)])


def test_speakers_are_found_by_the_beginnings_of_their_names(both: tuple[IndexedLibrary, Library]) -> None:
    index, memory = both
    assert [t.speaker.name for t in speakers_like(index, "", 99)] == [t.speaker.name for t in memory.tallies]
    assert [t.speaker.name for t in speakers_like(index, "cor", 9)] == ["Ada Corwin"]
    assert [t.speaker.name for t in speakers_like(index, "ULL ben", 9)] == ["Ben Ullmar"]
    assert speakers_like(index, "zebra", 9) == []
    assert len(speakers_like(index, "", 2)) == 2


def test_articles_are_found_by_their_headlines(both: tuple[IndexedLibrary, Library]) -> None:
    index, memory = both
    word = memory.rows[0].title.split()[0]
    assert memory.rows[0].key in {row.key for row in articles_like(index, word[:4], 50)}
    assert articles_like(index, "zebra", 9) == []
    assert len(articles_like(index, "", 5)) == 5
    short = [row.key for row in articles_like(index, word[:1], 3)]
    assert short == [row.key for row in articles_like(index, word[:1], 99)][:3]
    assert short == [row.key for row in articles_like(index, word, 99)][:3]


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("filtered", [False, True])
def test_the_walk_is_the_same_as_in_memory(both: tuple[IndexedLibrary, Library], step: int, filtered: bool) -> None:
    walks = []
    for library in both:
        keys = frozenset(row.key for row in library.rows[::2])
        shelf = Shelf(library, Marks(), None, Within("every other", keys) if filtered else None)
        shelf.fold(library.copies, ())
        speaker = library.named("Lena Hartwig")
        assert speaker is not None
        here, walked = Here(shelf.row(0).key, 0), []
        for _ in range(25):
            found = next_found(library, shelf, speaker.id, here, step)
            assert found is not None
            walked.append((found.occurrence.key, found.occurrence.span, found.number, found.wrapped))
            here = Here(found.occurrence.key, found.occurrence.span.start, found.number)
        walks.append(walked)
    assert walks[0] == walks[1]
