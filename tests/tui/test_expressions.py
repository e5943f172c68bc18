"""Words that are looked for in an article."""

from __future__ import annotations

import pytest

from reader.tui.expressions import words_in


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("old bridge", ["old  bridge", "Old\nbridge"]),
        ("old    bridge", ["old  bridge", "Old\nbridge"]),
        ("Old bridge", ["Old\nbridge"]),
        (" bridge", ["  bridge", "\nbridge"]),
        ("new", []),
    ],
)
def test_blanks_stand_for_any_blanks(search: str, found: list[str]) -> None:
    text = "An old  bridge. Old\nbridge."
    assert [span.of(text) for span in words_in(text, search)] == found


def test_many_blanks_are_looked_for_in_many_blanks() -> None:
    """Each blank that is typed once was a repeat of its own, so that this went on for ever."""
    text = "old" + " " * 20_000 + "ferry"
    assert list(words_in(text, "old" + " " * 40 + "bridge")) == []
    assert list(words_in(text, " " * 40 + "bridge")) == []
