"""What w says of a quote: the way from the words that name its speaker to a name."""

from __future__ import annotations

from pathlib import Path

from tui.test_correcting import opened

REPORT = """Old ferry sold for a song

Berta Mohn, the clerk of the town council, came late to the meeting on Sunday and left it early.

"We have sold the only thing in this town that moves," Mohn told reporters on the steps of the town hall.

The ferry will leave the harbour in June on two lorries, and the road will be closed for a whole night.
"""


async def test_it_shows_where_the_whole_name_stands(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(REPORT, encoding="utf-8")
    async with opened(tmp_path) as r:
        await r.press("3", "w")
        words = " ".join(line.strip("│ ") for line in r.text.splitlines())
        shown = " ".join(words.replace("│", " ").split())
        assert "leads to Berta Mohn by" in shown
        assert "named in “Berta Mohn, the clerk of the town…”" in shown
