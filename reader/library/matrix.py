"""Speakers by outlets, statements by date, and who is named together with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from reader.library.comparison import outlet_of
from reader.library.library import Library, Tally
from reader.model.speakers import Speaker, Statement


class Cell(Struct, frozen=True):
    """How often one outlet has one speaker."""

    quotes: int
    mentions: int

    @property
    def total(self) -> int:
        """Quotes and mentions together."""
        return self.quotes + self.mentions


class Matrix(Struct, frozen=True):
    """Speakers by outlets."""

    outlets: tuple[str, ...]
    """In library order."""
    rows: tuple[tuple[Speaker, tuple[Cell, ...]], ...]
    """A cell an outlet; the most quoted speaker first."""


def matrix(library: Library) -> Matrix:
    """How often each outlet quotes and names each speaker."""
    outlet = {row.key: outlet_of(row) for row in library.rows if row.problem is None}
    outlets = tuple(dict.fromkeys(outlet.values()))
    rows = []
    for tally in library.tallies:
        counts: Counter[tuple[str, str]] = Counter()
        for place in library.occurrences(tally.speaker.id):
            counts[outlet[place.key], place.kind] += 1
        cells = tuple(Cell(counts[name, "quote"], counts[name, "mention"]) for name in outlets)
        rows.append((tally.speaker, cells))
    return Matrix(outlets, tuple(rows))


def called_by(library: Library, tally: Tally) -> dict[str, Counter[str]]:
    """What each outlet calls a speaker: outlet to the words of its mentions and how often each stands there."""
    rows = library.row_by_key
    found: dict[str, Counter[str]] = {}
    for key, index in tally.speaker.entities:
        analysis = library.analysis(key)
        names = found.setdefault(outlet_of(rows[key]), Counter())
        for link in analysis.entities[index].links:
            if link.rule != "pronoun":
                names[link.span.of(analysis.article.text)] += 1
    return found


class Dated(Struct, frozen=True):
    """A quote or statement on the line of time."""

    date: str | None
    """Of the earliest article that has it; None where none is dated."""
    speaker: Speaker | None
    words: str
    """The fullest version."""
    outlets: tuple[str, ...]
    statement: Statement | None
    place: tuple[str, int]
    """(article key, quote index) of the fullest version."""


def timeline(library: Library) -> tuple[Dated, ...]:
    """Every statement, and every quote that is in none, by date; undated ones last."""
    rows = library.row_by_key
    found: list[Dated] = []
    grouped: set[tuple[str, int]] = set()
    for statement in library.statements:
        grouped.update(statement.quotes)
        speaker = library.by_id.get(statement.speaker) if statement.speaker else None
        fullest = max(statement.quotes, key=lambda place: len(library.words(*place)))
        dates = sorted(day for key, _ in statement.quotes if (day := rows[key].date))
        outlets = tuple(dict.fromkeys(outlet_of(rows[key]) for key, _ in statement.quotes))
        found.append(Dated(dates[0] if dates else None, speaker, library.words(*fullest), outlets, statement, fullest))
    for key, analysis in library.items():
        for index, quote in enumerate(analysis.quotes):
            speaker = library.speaker_of(key, quote.entity)
            if quote.kind in ("direct", "mixed") and (key, index) not in grouped and speaker:
                words = quote.span.of(analysis.article.text)
                found.append(Dated(rows[key].date, speaker, words, (outlet_of(rows[key]),), None, (key, index)))
    return tuple(sorted(found, key=lambda d: (d.date is None, d.date or "")))


def together(library: Library) -> Iterator[tuple[Speaker, Speaker, int]]:
    """Pairs of speakers named in the same paragraphs, and in how many; the closest first."""
    counts: Counter[tuple[str, str]] = Counter()
    for key, analysis in library.items():
        by_block: dict[int, set[str]] = {}
        for index, entity in enumerate(analysis.entities):
            speaker = library.speaker_of(key, index)
            if speaker is None or speaker.kind == "unnamed":
                continue
            for link in entity.links:
                by_block.setdefault(analysis.article.block_at(link.span.start), set()).add(speaker.id)
        for ids in by_block.values():
            counts.update(combinations(sorted(ids), 2))
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for (one, other), number in order:
        yield library.by_id[one], library.by_id[other], number
