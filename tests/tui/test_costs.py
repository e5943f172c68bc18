"""What a key may cost, in things that can be counted: bytes to the terminal, cards made, places looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.library import Library
from reader.marks.book import MarkBook
from reader.marks.marks import ArticleMark, ArticleRef
from reader.model.analysis import Analysis
from reader.model.articles import Article, Block, Fact, Metadata
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.tui import standing
from reader.tui.marking import Marks
from reader.tui.rendering import card
from tui.conftest import Opener
from tui.terminal import Terminal

CURSOR = 1000
"""Bytes that a key of the cursor may write at 120 x 40."""


def long_article(paragraphs: int) -> Library:
    """A library of one article with a quote in every paragraph, each of some 500 characters."""
    text, blocks, quotes = "A long read", [Block("title", Span(0, 11))], []
    parts = [text]
    at = len(text)
    for number in range(paragraphs):
        said = f"“This is sentence {number} of very many.”"
        words = f"\n\n{said} Nobody counted them. " + "The harbour was quiet and the ferries ran late. " * 9 + "\n"
        start = at + 2
        parts.append(words)
        at += len(words)
        blocks.append(Block("paragraph", Span(start, at - 1)))
        marks = Span(start, start + len(said))
        quotes.append(Quote(Span(marks.start + 1, marks.end - 1), "direct", marks=marks, confidence=0.95))
    parts.append("\n\nThe very end.")
    blocks.append(Block("paragraph", Span(at + 2, at + 15)))
    article = Article(
        "long", "news/long.txt", "".join(parts), tuple(blocks), Metadata(title=Fact("A long read", "test"))
    )
    return Library([("long", Analysis(article, tuple(quotes), ()))], (), ())


def many_files(folder: Path, number: int) -> None:
    for n in range(number):
        (folder / f"{n:02}.txt").write_text(f"Bridge number {n} shut for works\n\n" + f"Words of article {n}. " * 40)


def test_a_key_of_the_cursor_writes_little(tmp_path: Path) -> None:
    many_files(tmp_path, 12)
    with Terminal("-m", "reader", "--fresh", str(tmp_path), env={"XDG_STATE_HOME": str(tmp_path / "state")}) as t:
        t.until("12 articles")
        t.until("1/12")
        t.press("2", "j", "j")
        for key in "jjkj":
            before = len(t.raw)
            t.press(key)
            assert 0 < len(t.raw) - before < CURSOR
        t.press("q")
        assert t.ended() == 0


async def test_a_line_that_stays_the_same_is_not_painted_again(reader: Opener) -> None:
    async with reader() as r:
        painted: list[int] = []
        kept = r.room.sources.draw

        def counted(y: int):  # type: ignore[no-untyped-def]
            painted.append(y)
            return kept(y)

        r.room.sources.draw = counted  # type: ignore[method-assign]
        await r.press("2", "1")
        painted.clear()
        await r.press("j")
        lines = r.room.sources.outer_size.height
        assert r.room.sources.cursor == 1
        assert 0 < len(set(painted)) < lines / 2


async def test_of_a_long_article_only_what_is_shown_is_made(reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    real = card.card_of

    def counted(analysis: Analysis, index: int, *rest: object) -> card.Card:
        made.append(index)
        return real(analysis, index, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.tui.widgets.quotes.card_of", counted)
    async with reader(long_article(20_000)) as r:
        assert len(r.room.library.analysis("long").article.text) > 9_000_000
        await r.press("2", "G")
        assert "The very end." in r.text
        assert "100%" in r.text
        await r.press("[")
        assert "20,000/20,000" in r.text
        assert "sentence 19999 of very many" in r.text
        await r.press("g", "]", "]")
        assert "sentence 1 of very many" in r.text
        assert "2/20,000" in r.text
        await r.press("3", "G", "k")
        assert "19,999/20,000" in r.text
        assert len(made) < 200
        await r.press("g", "/")
        await r.type("sentence 15000")
        await r.press("enter")
        await r.until(lambda: "1/1" in r.text)
        assert "This is sentence 15000 of" in r.text
        await r.press("slash")
        await r.type("quiet")
        await r.press("enter")
        await r.until(lambda: "10,000+" in r.text)


async def test_the_place_in_a_long_article_outlives_a_resize(reader: Opener) -> None:
    async with reader(long_article(2_000)) as r:
        await r.press("2", "/")
        await r.type("sentence 1234 ")
        await r.press("enter")
        await r.until(lambda: "This is sentence 1234 of" in r.text)
        await r.pilot.resize_terminal(84, 30)
        await r.until(lambda: r.app.size.width == 84)
        assert "This is sentence 1234 of" in r.text


def test_what_stands_behind_and_ahead_is_what_looking_at_all_finds() -> None:
    analysis = long_article(60).analysis("long")
    stands = standing.standing(analysis, False)
    starts = [analysis.quotes[index].span.start for index in stands.listed]
    for offset in range(0, 30_000, 173):
        behind = [place for place, start in enumerate(starts) if start > offset]
        ahead = [place for place, start in enumerate(starts) if start < offset]
        assert stands.behind(offset) == (behind[0] if behind else None)
        assert stands.ahead(offset) == (ahead[-1] if ahead else None)
        holding = [
            i for i, q in enumerate(analysis.quotes) if standing.whole(q).start <= offset < standing.whole(q).end
        ]
        assert [i for _, i in standing.quotes_between(analysis, offset, offset + 1)] == holding


async def test_moving_never_looks_at_all_marks(reader: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = MarkBook.open([str(tmp_path)])
    refs = [ArticleRef(id=f"{n:016}", path=f"gone/{n}.txt", part=1, title=f"Article {n}") for n in range(10_000)]
    book.change_all([ArticleMark(ref, tags=("gone",)) for ref in refs])
    book.close()
    looked: list[str] = []
    monkeypatch.setattr(Marks, "all", lambda _: looked.append("all"))
    async with reader(folder=tmp_path) as r:
        looked.clear()
        await r.press("j", "J", "K", "2", "j", "n", "]", "3", "j", "s", "n", "s", "1", "v", "escape")
        assert not looked
