"""What the person said of the articles, as the screen knows it: in memory at once, in the book by a worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from queue import SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from reader.library.library import Library, Row
from reader.marks.marks import Acts, ArticleMark, ArticleRef, LineMark, QuoteMark

if TYPE_CHECKING:
    from reader.marks.book import MarkBook


class Change(NamedTuple):
    """What the book has yet to save."""

    marks: tuple[ArticleMark, ...]
    acts: Acts | None = None
    corrects: bool = False
    """True where the library is another one after it."""


class Marks:
    """The marks of the open library. Changes hold at once; `waiting` is what the book has yet to save."""

    def __init__(self) -> None:
        self._book: MarkBook | None = None
        self._known: dict[str, ArticleMark] = {}
        self._changed: dict[str, ArticleMark] = {}
        self._acts: Acts | None = None
        self.waiting: SimpleQueue[Change | None] = SimpleQueue()

    def open(self, book: MarkBook) -> None:
        """Take what the book knows; what was changed meanwhile stays."""
        self._book = book
        self._known = dict(self._changed)

    @property
    def book(self) -> MarkBook | None:
        """Where they are kept, once it has been read."""
        return self._book

    @property
    def ready(self) -> bool:
        """True once the book has been read."""
        return self._book is not None

    def of(self, library: Library, row: Row) -> ArticleMark:
        """What is known of an article."""
        mark = self._known.get(row.key)
        if mark is None:
            ref = self._ref(library, row)
            mark = self._book.mark(ref) if self._book else ArticleMark(ref)
            self._known[row.key] = mark
        return mark

    def change(self, row: Row, mark: ArticleMark) -> None:
        """Keep a mark in memory and hand it to whoever saves."""
        self.change_all((mark if mark.ref.id == row.key else replace(mark, ref=replace(mark.ref, id=row.key)),))

    # -- as what a History keeps its steps in

    def mark(self, ref: ArticleRef) -> ArticleMark:
        """What is known of an article."""
        known = self._known.get(ref.id)
        return known or (self._book.mark(ref) if self._book else ArticleMark(ref))

    @property
    def acts(self) -> Acts:
        """What is known of speakers and outlets over all articles."""
        return self._acts or (self._book.acts if self._book else Acts())

    def change_all(self, marks: Iterable[ArticleMark], acts: Acts | None = None) -> None:
        """Keep marks in memory, and acts in place of all before, and hand them to whoever saves."""
        marks = tuple(marks)
        corrects = acts is not None and acts.corrections != self.acts.corrections
        for mark in marks:
            corrects = corrects or corrections(self.mark(mark.ref)) != corrections(mark)
            self._known[mark.ref.id] = self._changed[mark.ref.id] = mark
        if acts is not None:
            self._acts = acts
        self.waiting.put(Change(marks, acts, corrects))

    def seen(self, row: Row) -> ArticleMark:
        """What is known of an article, to be shown: without what finds its text again, which is dear to compute."""
        return self.known(row.key) or ArticleMark(ArticleRef(id=row.key, path=row.path, part=row.part, title=row.title))

    def known(self, key: str) -> ArticleMark | None:
        """What is known of the article of a library key, None where nothing; quick, and for any thread."""
        return self._known.get(key) or (self._book.marked(key) if self._book else None)

    def all(self) -> dict[str, ArticleMark]:
        """Every mark there is, by its article's key, those of articles that are not open included."""
        known = {mark.ref.id: mark for mark in self._book.marks()} if self._book else {}
        return known | self._changed

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag in use with its number of articles and quotes, the most used first."""
        counts = Counter(tag for mark in self.all().values() for tag in mark.all_tags)
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def _ref(self, library: Library, row: Row) -> ArticleRef:
        """How the book finds the article again."""
        if row.problem or self._book is None:
            return ArticleRef(id=row.key, path=row.path, part=row.part, title=row.title)
        return self._book.ref(library.analysis(row.key).article, row.key)


def corrections(mark: ArticleMark) -> tuple[QuoteMark | LineMark, ...]:
    """What the person corrected in an article."""
    quotes = (replace(quote, star=False, tags=(), note="") for quote in mark.quotes if quote.corrects)
    return (*quotes, *mark.lines)
