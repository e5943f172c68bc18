"""What the linear mode knows between two commands, and how words are taken for articles, quotes and speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from msgspec.structs import replace

from reader.exporting.selection import ArticleView, QuoteView, Selection, article_views
from reader.library.comparison import outlet_of
from reader.library.composing import composed_again
from reader.library.corrections import mark_of_quote, quote_of
from reader.library.library import Library, Occurrence, Row
from reader.library.matrix import Dated
from reader.marks.book import MarkBook
from reader.marks.history import History, Step
from reader.marks.marks import Acts, ArticleMark, QuoteMark
from reader.marks.tags import bears
from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.problems import ReaderError
from reader.model.quotes import Quote
from reader.model.speakers import Speaker
from reader.settings.config import Settings

Place = tuple[str, int]
"""(article key, index of a quote)."""


class TypingError(Exception):
    """What was typed cannot be done; the message says why and what to do."""


@dataclass(slots=True)
class Desk:
    """An open library, and where the person stands in it."""

    paths: Sequence[str]
    library: Library
    book: MarkBook
    settings: Settings = field(default_factory=Settings)
    safe: bool = False
    """Nothing else may be started."""
    terminal: bool = False
    """True where somebody types at a terminal."""
    key: str | None = None
    """The open article."""
    quote: int | None = None
    """The current quote of it, as an index."""
    paragraph: int = 0
    """The paragraph read last, counted from 1; 0: none yet."""
    tag: str = ""
    """Only articles with this tag are listed."""
    found: frozenset[str] | None = None
    """Only these articles are listed: those that a search found."""
    follows: list[str] = field(default_factory=list)
    """Names of followed speakers, the last one first to be walked."""
    walked: int = -1
    """Index of the occurrence walked to last."""
    search: str = ""
    indirect: bool = False
    """Reported speech counts as quotes."""
    listed: tuple[Place, ...] = ()
    """The quotes that were listed last, by the numbers that were said."""
    history: History = field(init=False)

    def __post_init__(self) -> None:
        self.history = History(self.book)
        self.indirect = self.settings.indirect

    # -- articles

    @property
    def rows(self) -> list[Row]:
        """The articles under the filter, in the order in which they are numbered."""
        rows = [row for row in self.library.rows if row.problem is None]
        if self.tag:
            rows = [row for row in rows if bears(self.mark(row.key).tags, self.tag)]
        return [row for row in rows if self.found is None or row.key in self.found]

    @property
    def row(self) -> Row:
        """The open article's row. Raises TypingError where none is open."""
        if self.key is None or self.key not in self.library.row_by_key:
            raise TypingError("No article is open. Type list, then open and a number.")
        return self.library.row_by_key[self.key]

    @property
    def analysis(self) -> Analysis:
        """The open article's analysis. Raises TypingError where none is open."""
        return self.library.analysis(self.row.key)

    @property
    def article(self) -> Article:
        """The open article. Raises TypingError where none is."""
        return self.analysis.article

    @property
    def view(self) -> ArticleView:
        """The open article with marks and quotes. Raises TypingError where none is open."""
        return next(article_views(self.selection(frozenset((self.row.key,)))))

    def selection(self, keys: frozenset[str] | None = None, places: frozenset[Place] | None = None) -> Selection:
        """Part of the library, to be printed or exported."""
        return Selection(
            self.library, lambda key, _: self.book.marked(key), keys=keys, places=places, indirect=self.indirect
        )

    def numbered(self, words: str) -> Row:
        """The listed article of a number, or the one whose headline or outlet has these words. Raises TypingError."""
        rows = self.rows
        if words.isdecimal():
            if not 0 < int(words) <= len(rows):
                raise TypingError(f"There is no article {words}; {len(rows)} are listed.")
            return rows[int(words) - 1]
        wanted = words.casefold().split()
        same = [r for r in rows if all(w in f"{r.title} {outlet_of(r)} {r.path}".casefold() for w in wanted)]
        if not same:
            raise TypingError(f"No listed article has “{words}”.")
        return same[0]

    # -- quotes

    @property
    def quotes(self) -> list[QuoteView]:
        """The open article's quotes, in their order. Raises TypingError where none is open."""
        return list(self.view.quotes)

    def place(self, words: str = "") -> Place:
        """The quote of a number, else the current one. Raises TypingError."""
        if words:
            if self.listed and words.isdecimal() and 0 < int(words) <= len(self.listed):
                return self.listed[int(words) - 1]
            raise TypingError(f"There is no quote {words} in what was listed last. Type quotes.")
        if self.quote is None:
            raise TypingError("No quote is chosen. Type quotes, then quote and a number.")
        return self.row.key, self.quote

    def quote_at(self, place: Place) -> Quote:
        """The quote at a place."""
        return self.library.analysis(place[0]).quotes[place[1]]

    def words_at(self, place: Place) -> str:
        """The words of a quote on one line."""
        return " ".join(self.library.words(*place).split())

    def speaker_at(self, place: Place) -> Speaker | None:
        """Who says it."""
        return self.library.speaker_of(place[0], self.quote_at(place).entity)

    def go(self, place: Place) -> None:
        """Make a quote the current one, and its article the open one."""
        self.key, self.quote = place
        article = self.library.analysis(place[0]).article
        self.paragraph = self.number_of(article, article.block_at(self.quote_at(place).span.start))

    # -- paragraphs

    @staticmethod
    def shown(article: Article) -> list[int]:
        """Indices of the blocks that are read, which are numbered from 1."""
        kinds = ("heading", "paragraph", "summary", "caption", "note")
        return [i for i, block in enumerate(article.blocks) if block.kind in kinds]

    def number_of(self, article: Article, block: int) -> int:
        """The number of a block's paragraph; of one that is not read, that of the one before."""
        return sum(index <= block for index in self.shown(article))

    # -- speakers

    def speaker(self, words: str) -> Speaker:
        """The speaker of a name or a part of it; without words, of the current quote. Raises TypingError."""
        if not words:
            found = self.speaker_at(self.place())
            if found is None:
                raise TypingError("Nobody is named for this quote. Type a name after the command.")
            return found
        speakers = [tally.speaker for tally in self.library.tallies]
        wanted = words.casefold()
        for fits in (
            lambda s: s.name.casefold() == wanted,
            lambda s: wanted in {a.casefold() for a in s.aliases},
            lambda s: all(w in s.name.casefold() for w in wanted.split()),
        ):
            same = [s for s in speakers if fits(s)]
            if same:
                return same[0]
        raise TypingError(f"Nobody here is called {words}. Type speakers for all names.")

    def occurrences(self) -> tuple[Speaker, tuple[Occurrence, ...]]:
        """The speaker followed last and their places in the listed articles. Raises TypingError."""
        if not self.follows:
            raise TypingError("Nobody is followed. Type follow and a name.")
        speaker = self.speaker(self.follows[-1])
        keys = {row.key for row in self.rows}
        return speaker, tuple(o for o in self.library.occurrences(speaker.id) if o.key in keys)

    def wanted(self, entry: Dated) -> bool:
        """True where a followed speaker says it, or nobody is followed."""
        return not self.follows or (entry.speaker is not None and entry.speaker.name in self.follows)

    # -- marks

    def mark(self, key: str) -> ArticleMark:
        """What is known of an article."""
        return self.book.marked(key) or ArticleMark(self.book.ref(self.library.analysis(key).article, key))

    def quote_mark(self, place: Place) -> QuoteMark:
        """What is known of a quote."""
        analysis = self.library.analysis(place[0])
        known = (m for m in self.mark(place[0]).quotes if quote_of(analysis, m) == place[1])
        return next(known, None) or mark_of_quote(analysis, place[1])

    def now_read(self) -> None:
        """Count the open article as read."""
        mark = self.mark(self.row.key)
        if not mark.read:
            with suppress(ReaderError):  # no act of the person: it is said where one cannot be saved
                self.book.change(replace(mark, read=True))

    def keep(self, what: str, mark: ArticleMark) -> Iterator[str]:
        """Carry out an act on an article's marks; says what it was."""
        before = self.mark(mark.ref.id)
        if mark == before:
            yield "That is how it was already."
            return
        yield from self.do(Step(what, ((before, mark),)))

    def keep_quote(self, what: str, place: Place, mark: QuoteMark) -> Iterator[str]:
        """Carry out an act on a quote's mark; says what it was."""
        analysis, before = self.library.analysis(place[0]), self.mark(place[0])
        others = tuple(m for m in before.quotes if quote_of(analysis, m) != place[1])
        yield from self.keep(what, replace(before, quotes=others if mark.empty else (*others, mark)))

    def keep_acts(self, what: str, acts: Acts) -> Iterator[str]:
        """Carry out an act that is not of one article; says what it was."""
        yield from self.do(Step(what, (), (self.book.acts, acts)))

    @staticmethod
    def step(what: str, marks: tuple[tuple[ArticleMark, ArticleMark], ...]) -> Step:
        """An act on several articles."""
        return Step(what, marks)

    def do(self, step: Step) -> Iterator[str]:
        """Carry out an act of the person; says what it was, and where it could not be saved."""
        problem = ""
        try:
            self.history.do(step)
        except ReaderError as error:
            problem = str(error)
        self.follow_up(step)
        yield f"{step.what}."
        if problem:
            yield problem

    def follow_up(self, step: Step) -> None:
        """Bring the library up to date where an act corrects it."""
        quotes = any([m for m in a.quotes if m.corrects] != [m for m in b.quotes if m.corrects] for a, b in step.marks)
        lines = any(a.lines != b.lines for a, b in step.marks)
        acts = step.acts is not None and (step.acts[0].speakers, step.acts[0].outlets) != (
            step.acts[1].speakers, step.acts[1].outlets,
        )  # fmt: skip
        if quotes or lines or acts:
            *_, self.library = self.library, *composed_again(self.library, self.book)
            if self.key is not None and self.quote is not None and self.quote >= len(self.analysis.quotes):
                self.quote = None
