"""What nobody waits for any more ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.indexed import IndexedLibrary
from reader.library.indexing import open_index
from reader.library.wanted import NotWantedError, while_wanted


def test_a_library_answers_as_long_as_it_is_wanted(folder: Path) -> None:
    library = open_index([str(folder)])
    assert isinstance(library, IndexedLibrary)
    left = 3

    def wanted() -> bool:
        nonlocal left
        left -= 1
        return left >= 0

    with while_wanted(wanted):
        for _ in range(3):
            library.ask("SELECT key FROM rows")
        with pytest.raises(NotWantedError):
            library.ask("SELECT key FROM rows")
    assert len(library.ask("SELECT key FROM rows")) == 2
