"""A library: the articles of the opened paths with their analyses, and the questions a person asks of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeGuard

from msgspec import Struct

from reader.model.analysis import Analysis
from reader.model.problems import Problem
from reader.model.spans import Span
from reader.model.speakers import Speaker, Statement

if TYPE_CHECKING:
    from reader.library.indexed import IndexedLibrary
    from reader.library.syndication import Families
    from reader.marks.book import MarkBook


class Row(Struct, frozen=True):
    """What a list shows of one article, or of a file that did not open."""

    key: str
    """Unique within the library; the article's id but for byte-identical twins, which get a suffix."""
    path: str
    part: int = 1
    title: str = ""
    outlet: str | None = None
    date: str | None = None
    agency: str | None = None
    words: int = 0
    quotes: int = 0
    problem: Problem | None = None
    """Set where the file could not be read; such a row has no analysis."""
    waits: bool = False
    """True for a file that was not read yet; its problem says so."""


class Occurrence(Struct, frozen=True):
    """One place where a speaker is quoted or named; what `n` walks."""

    key: str
    """Of the article."""
    span: Span
    kind: Literal["quote", "mention"]
    quote: int | None = None
    """Index among the article's quotes, of a quote."""


class Tally(Struct, frozen=True):
    """How often a speaker is quoted and named, in all and in each article."""

    speaker: Speaker
    quotes: int
    mentions: int
    articles: tuple[tuple[str, int], ...]
    """(article key, occurrences) in library order, articles without any left out."""


class Standing(NamedTuple):
    """Where a row stands in a list in which articles that are one report are one row."""

    report: int
    """The place of that row, where all reports are one row each."""
    nth: int
    """Which of the report's articles, the fullest being 0."""
    reading: int
    """Its number in the order of reading."""
    more: int
    """How many copies the fullest has; 0 for its copies."""


class Library:
    """A frozen view of what has been analysed so far; a later view is a new object."""

    standing: Mapping[str, Standing] | None = None
    """Where each row stands with copies as one, where that is known without looking at all."""
    waiting = 0
    """Articles that were added since names and quotes were last compared across the library."""

    def __init__(
        self,
        analyses: Iterable[tuple[str, Analysis]],
        speakers: Sequence[Speaker] = (),
        statements: Sequence[Statement] = (),
        problems: Sequence[Problem] = (),
        skipped: int = 0,
        found: Sequence[tuple[str, Analysis]] | None = None,
        copies: Families | None = None,
    ) -> None:
        """Args: analyses as (key, analysis) in library order; problems of files that did not open;
        skipped: how many files of unknown kinds were passed over; found: the analyses before any correction;
        copies: what `copies` says, where another view of the same articles has found it."""
        self._analyses = dict(analyses)
        self.found = tuple(found) if found is not None else tuple(self._analyses.items())
        self.speakers = tuple(speakers)
        self.statements = tuple(statements)
        self.problems = tuple(problems)
        self.skipped = skipped
        self._copies = copies

    @cached_property
    def copies(self) -> Families:
        """Articles that are one report in several outlets, by key; the fullest first."""
        if self._copies is not None:
            return self._copies
        from reader.library.syndication import families  # not needed for the first view

        return families(self.found)

    @cached_property
    def rows(self) -> Sequence[Row]:
        """A row an article in library order (by path), files that did not open among them."""
        rows = [row_of(key, analysis) for key, analysis in self._analyses.items()]
        rows += [Row(key=f"!{p.path}", path=p.path, title=p.path, problem=p) for p in self.problems]
        return tuple(sorted(rows, key=lambda r: (r.path, r.part)))

    @cached_property
    def row_by_key(self) -> Mapping[str, Row]:
        """The rows by their articles' keys."""
        return {row.key: row for row in self.rows}

    def like(self, name: str) -> Iterable[Row]:
        """Rows among which are those of a file from the opened folder and its part: "a/b.txt#1"."""
        return self.rows

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the articles in library order."""
        return tuple(self._analyses)

    def analysis(self, key: str) -> Analysis:
        """The analysis of an article. Raises KeyError for a key that the library does not have."""
        return self._analyses[key]

    def words(self, key: str, quote: int) -> str:
        """The words of a quote, by its article's key and its index there."""
        analysis = self.analysis(key)
        return analysis.quotes[quote].span.of(analysis.article.text)

    def want(self, key: str) -> None:
        """Let a file that waits be read before all others; here none does."""

    def items(self) -> Iterable[tuple[str, Analysis]]:
        """All (key, analysis) pairs in library order."""
        return tuple(self._analyses.items())

    def attach(self, book: MarkBook) -> None:
        """Give marks to articles that changed since."""
        if book.marks():  # a sample of every article is dear where nobody has marked any
            book.attach(book.ref(analysis.article) for _, analysis in self.items())

    @cached_property
    def by_id(self) -> Mapping[str, Speaker]:
        """Speakers by their ids."""
        return {s.id: s for s in self.speakers}

    @cached_property
    def _speaker_of(self) -> Mapping[tuple[str, int], Speaker]:
        return {place: s for s in self.speakers for place in s.entities}

    def speaker_of(self, key: str, entity: int | None) -> Speaker | None:
        """The speaker that an article's entity is, or None (no entity, or one of no account)."""
        return None if entity is None else self._speaker_of.get((key, entity))

    @cached_property
    def _occurrences(self) -> Mapping[str, tuple[Occurrence, ...]]:
        found: dict[str, list[Occurrence]] = {s.id: [] for s in self.speakers}
        for key, analysis in self._analyses.items():
            for speaker_id, occurrence in occurrences_in(key, analysis, self._speaker_of):
                found[speaker_id].append(occurrence)
        return {k: tuple(v) for k, v in found.items()}

    def occurrences(self, speaker_id: str) -> tuple[Occurrence, ...]:
        """All places where a speaker is quoted or named, in library and then in text order."""
        return self._occurrences.get(speaker_id, ())

    @cached_property
    def totals(self) -> tuple[int, int]:
        """(articles, quotes)."""
        rows = [row for row in self.rows if row.problem is None]
        return len(rows), sum(row.quotes for row in rows)

    def counts(self, speaker_id: str) -> Mapping[str, int]:
        """How often a speaker occurs in each article that has any."""
        return Counter(place.key for place in self.occurrences(speaker_id))

    @cached_property
    def _tally_by_id(self) -> Mapping[str, Tally]:
        return {tally.speaker.id: tally for tally in self.tallies}

    def tally(self, speaker_id: str) -> Tally | None:
        """The counts of one speaker."""
        return self._tally_by_id.get(speaker_id)

    @cached_property
    def _by_name(self) -> Mapping[str, Speaker]:
        return {alias: speaker for speaker in self.speakers for alias in (*speaker.aliases, speaker.name)}

    def named(self, name: str) -> Speaker | None:
        """A speaker of that name or alias."""
        return self._by_name.get(name)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Counts of every speaker, the most quoted first, then by name."""
        tallies = []
        for speaker in self.speakers:
            places = self.occurrences(speaker.id)
            articles: dict[str, int] = {}
            for place in places:
                articles[place.key] = articles.get(place.key, 0) + 1
            quotes = sum(p.kind == "quote" for p in places)
            tallies.append(Tally(speaker, quotes, len(places) - quotes, tuple(articles.items())))
        return tuple(sorted(tallies, key=lambda t: (-t.quotes, -t.mentions, t.speaker.name, t.speaker.id)))

    def days(self, tally: Tally) -> tuple[str | None, str | None]:
        """The first and the last day of the articles that a speaker occurs in."""
        found = sorted(day for key, _ in tally.articles if (day := self.row_by_key[key].date))
        return (found[0], found[-1]) if found else (None, None)

    @cached_property
    def _statements_of(self) -> Mapping[tuple[str, int], tuple[Statement, ...]]:
        found: dict[tuple[str, int], tuple[Statement, ...]] = {}
        for statement in self.statements:
            for place in statement.quotes:
                found[place] = (*found.get(place, ()), statement)
        return found

    def statements_of(self, key: str, quote: int) -> tuple[Statement, ...]:
        """The statements that a quote (index among the article's quotes) belongs to."""
        return self._statements_of.get((key, quote), ())

    def reports(self, key: str, quote: int) -> int:
        """How many articles report what a quote says, its own among them."""
        return len({key, *(where for statement in self.statements_of(key, quote) for where, _ in statement.quotes)})


def from_index(library: Library) -> TypeGuard[IndexedLibrary]:
    """True for a library that is read from an index, and not held in memory."""
    return library.standing is not None


def row_of(key: str, analysis: Analysis) -> Row:
    """What a list shows of an article."""
    article, facts = analysis.article, analysis.article.metadata
    words = sum(b.span.of(article.text).count(" ") + 1 for b in article.blocks if b.kind in ("paragraph", "heading"))
    return Row(
        key=key,
        path=article.path,
        part=article.part,
        title=article.title,
        outlet=facts.outlet.value if facts.outlet else None,
        date=facts.date.value if facts.date else None,
        agency=facts.agency.value if facts.agency else None,
        words=words,
        quotes=sum(q.kind in ("direct", "mixed") for q in analysis.quotes),
    )


def occurrences_in(
    key: str, analysis: Analysis, speaker_of: Mapping[tuple[str, int], Speaker]
) -> list[tuple[str, Occurrence]]:
    """(speaker id, occurrence) pairs of one article in text order.

    The phrase to which a quote is given belongs to the quote and is no occurrence of its own.
    """
    found: list[tuple[str, Occurrence]] = []
    sources: set[tuple[int, Span]] = set()
    for index, quote in enumerate(analysis.quotes):
        if quote.entity is not None:
            if quote.source is not None:
                sources.add((quote.entity, quote.source.span))
            speaker = speaker_of.get((key, quote.entity))
            if speaker:
                found.append((speaker.id, Occurrence(key, quote.span, "quote", index)))
    own: dict[int, list[Span]] = {}
    for entity, span in sources:
        own.setdefault(entity, []).append(span)
    for index, entity_ in enumerate(analysis.entities):
        speaker = speaker_of.get((key, index))
        if speaker is None:
            continue
        for span in _apart([link.span for link in entity_.links], own.get(index, [])):
            found.append((speaker.id, Occurrence(key, span, "mention")))
    return sorted(found, key=lambda pair: (pair[1].span, pair[1].kind))


def _apart(spans: Sequence[Span], taken: Sequence[Span]) -> Sequence[Span]:
    """The spans that overlap none of those taken; found by halving, since a long article has thousands of both."""
    if not taken:
        return spans
    ordered = sorted(taken)
    starts, ends = [span.start for span in ordered], list(accumulate((span.end for span in ordered), max))
    return [span for span in spans if not (at := bisect_left(starts, span.end)) or ends[at - 1] <= span.start]
