"""What the person says of a line: by keys, in the export, undone, there again after the file was edited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.exporting.contract import export
from reader.library.open import open_library
from reader.marks.book import MarkBook
from tui.conftest import Reader
from tui.test_correcting import opened

ONE = """Harbour Gazette

Old ferry sold for a song

Published: May 12, 2024

The town council sold its oldest ferry on Sunday after a debate of four hours that nobody wanted to end.

The buyer, a museum in the next valley, wants to put the ship on a hill and to serve coffee on its bridge.

Council clerk Berta Mohn was not amused. "We have sold the only thing in this town that moves," she told reporters.

Share this article

12 shares

The ferry will leave the harbour in June on two lorries, and the road will be closed for a whole night.

Copyright 2024 Harbour Gazette. All rights reserved.
"""
TWO = """Harbour Gazette

Lighthouse to be painted green

Published: May 14, 2024

The lighthouse will be painted green this summer, the harbour office said in a letter to all households.

Painter Ludo Karst said the colour was a mistake. "A lighthouse should be seen, and green is what hills are," he said.

Share this article

7 shares

The work begins in July and will take three weeks if the wind allows it, according to the same letter.

Copyright 2024 Harbour Gazette. All rights reserved.
"""
SPOKEN = "We have sold the only thing in this town that moves,"


def library(folder: Path) -> Path:
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    return folder


def exported(folder: Path) -> list[dict[str, Any]]:
    return list(export(open_library([str(folder)], book=MarkBook.open([str(folder)])))["articles"])


def kinds(folder: Path, words: str) -> list[tuple[str, str]]:
    """(kind, rule) of every block that begins so, over all articles."""
    blocks = [block for article in exported(folder) for block in article["blocks"]]
    return [(block["kind"], block["rule"]) for block in blocks if block["text"].startswith(words)]


def quotes(folder: Path) -> set[str]:
    return {quote["text"] for article in exported(folder) for quote in article["quotes"]}


async def to_line(r: Reader, words: str) -> None:
    """The article's cursor goes to the line that begins so."""
    room = r.room
    for key, analysis in room.library.items():
        at = analysis.article.text.find(words)
        if at >= 0:
            room.change(key=key, pane="article")
            page = room.article.page
            assert page is not None
            room.article.go(page.line_of(at))
            await r.pilot.pause()
            return
    raise AssertionError(f"no line {words!r}")


async def test_a_removed_line_belongs_and_is_seen_at_once(tmp_path: Path) -> None:
    folder = library(tmp_path)
    assert kinds(folder, "Share this article") == [("dropped", "share bar")] * 2
    async with opened(folder) as r:
        await r.press("c")
        await to_line(r, "Share this article")
        await r.press("b")
        assert "It belongs to the article" in r.text
        await r.press("enter")
        assert "by hand. u undoes." in r.room.toast.text
        await r.until(lambda: "✓ paragraph · by hand" in r.text)
        await r.press("w")
        assert "you said so" in r.text
        await r.leave()
        await r.until(lambda: ("paragraph", "by hand") in kinds(folder, "Share this article"))
        await r.press("c")
        assert "Share this article" in r.text
        await r.press("u")
        await r.until(lambda: "Share this article" not in r.text)
        await r.press("ctrl+r")
        await r.until(lambda: "Share this article" in r.text)
    assert sorted(kinds(folder, "Share this article")) == [("dropped", "share bar"), ("paragraph", "by hand")]


async def test_a_kept_paragraph_does_not_belong_and_its_quote_goes(tmp_path: Path) -> None:
    folder = library(tmp_path)
    assert SPOKEN in quotes(folder)
    async with opened(folder) as r:
        await to_line(r, "Council clerk")
        await r.press("b")
        assert "It does not belong to the article" in r.text
        await r.press("enter")
        await r.until(lambda: SPOKEN not in quotes(folder))
        assert kinds(folder, "Council clerk") == [("dropped", "by hand")]
        await r.press("c")
        await to_line(r, "Council clerk")
        await r.press("b")
        await r.type("found")
        await r.press("enter")
        await r.until(lambda: SPOKEN in quotes(folder))
    assert kinds(folder, "Council clerk")[0][1] != "by hand"


async def test_quotes_of_a_line_that_now_belongs_appear(tmp_path: Path) -> None:
    folder = library(tmp_path)
    async with opened(folder) as r:
        await to_line(r, "Council clerk")
        await r.press("b", "enter")
        await r.until(lambda: SPOKEN not in quotes(folder))
    async with opened(folder) as r:  # as if cleaning had taken it away
        assert SPOKEN not in r.text
        await r.press("c")
        await to_line(r, "Council clerk")
        await r.press("b", "enter")
        row = r.room.row
        assert row is not None
        await r.until(lambda: any(
            quote.span.of(r.room.library.analysis(row.key).article.text) == SPOKEN
            for quote in r.room.library.analysis(row.key).quotes
        ))  # fmt: skip
    assert SPOKEN in quotes(folder)


async def test_a_word_on_every_article_of_the_outlet(tmp_path: Path) -> None:
    folder = library(tmp_path)
    assert {kind for kind, _ in kinds(folder, "12 shares") + kinds(folder, "7 shares")} == {"dropped"}
    async with opened(folder) as r:
        await r.press("c")
        await to_line(r, "12 shares")
        await r.press("b", "down")
        assert "as in all of Harbour Gazette" in r.text
        await r.press("enter")
        await r.until(lambda: kinds(folder, "7 shares") == [("paragraph", "by hand")])
        assert kinds(folder, "12 shares") == [("paragraph", "by hand")]
        await r.press("u")
        await r.until(lambda: kinds(folder, "7 shares") != [("paragraph", "by hand")])
        await r.press("ctrl+r")
        await r.until(lambda: kinds(folder, "7 shares") == [("paragraph", "by hand")])
    (folder / "three.txt").write_text(TWO.replace("Lighthouse", "Boathouse").replace("7 shares", "433 shares"), "utf-8")
    assert kinds(folder, "433 shares") == [("paragraph", "by hand")]


async def test_it_is_there_after_the_file_gained_a_paragraph(tmp_path: Path) -> None:
    folder = library(tmp_path)
    async with opened(folder) as r:
        await to_line(r, "The buyer, a museum")
        await r.press("b", "enter")
        await r.until(lambda: kinds(folder, "The buyer") == [("dropped", "by hand")])
    file = folder / "one.txt"
    text = file.read_text(encoding="utf-8")
    more = "Sunday's meeting was the longest since the war, said the clerk, who has counted them all for years.\n\n"
    file.write_text(text.replace("The buyer", more + "The buyer"), encoding="utf-8")
    assert kinds(folder, "The buyer") == [("dropped", "by hand")]
    async with opened(folder) as r:
        assert "The buyer, a museum" not in r.text
        await r.press("c")
        await to_line(r, "The buyer")
        await r.press("w")
        assert "you said so" in r.text


async def test_only_the_line_that_was_meant(tmp_path: Path) -> None:
    twice = ONE.replace("Share this article\n", "The buyer, a museum in the next valley.\n")
    twice = twice.replace("The ferry will", "The buyer, a museum in the next valley.\n\nThe ferry will")
    (tmp_path / "one.txt").write_text(twice, encoding="utf-8")
    line = "The buyer, a museum in the next valley."
    assert [rule for _, rule in kinds(tmp_path, line)].count("by hand") == 0
    async with opened(tmp_path) as r:
        if kinds(tmp_path, line)[0][0] == "dropped":
            await r.press("c")
        await to_line(r, line)
        await r.press("b", "enter")
        await r.until(lambda: [rule for _, rule in kinds(tmp_path, line)].count("by hand") == 1)


async def test_the_rule_of_kept_and_of_removed_lines(tmp_path: Path) -> None:
    folder = library(tmp_path)
    async with opened(folder) as r:
        await to_line(r, "The town council sold")
        await r.press("w")
        assert "Why?" in r.text
        assert "rule" in r.text
        assert "paragraph" in r.text
        await r.leave()
        await r.press("c")
        await to_line(r, "Share this article")
        await r.press("w")
        assert "share bar" in r.text
        assert "taken away" in r.text


async def test_in_the_list_of_sources_it_says_where_to_go(tmp_path: Path) -> None:
    folder = library(tmp_path)
    async with opened(folder) as r:
        await r.press("1", "b")
        assert "Go to a line" in r.room.toast.text
