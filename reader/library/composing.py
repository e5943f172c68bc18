"""Analyses become a library: the person's corrections applied, speakers resolved, statements grouped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.library.belonging import Outlets, outlet_lines, with_belonging
from reader.library.corrections import Place, corrected, corrected_speakers, named_by_hand
from reader.library.library import Library, from_index
from reader.marks.book import MarkBook
from reader.marks.marks import ArticleRef
from reader.model.analysis import Analysis
from reader.model.problems import Problem
from reader.model.speakers import Speaker

if TYPE_CHECKING:
    from reader.library.syndication import Families

Keyed = tuple[str, Analysis]
"""(article key, its analysis)."""


def compose(
    found: Sequence[Keyed],
    problems: Sequence[Problem] = (),
    skipped: int = 0,
    book: MarkBook | None = None,
    *,
    complete: bool = True,
    copies: Families | None = None,
) -> Library:
    """The library of what was found.

    Args: book: the person's marks, whose corrections are applied; complete: False while articles are still to come:
    then speakers are each article's own, statements wait, and no mark is given to another article; copies: which
    articles are one report, where that is known.
    """
    keyed, named = _corrected(found, book, complete=complete)
    if not complete:
        return Library(keyed, _provisional(keyed), (), problems, skipped, found=found, copies={})
    from reader.speakers.library import resolve  # not needed for the first view
    from reader.statements.group import group

    speakers = resolve(keyed)
    acts = book.acts.speakers if book else ()
    if book and (acts or named):
        paths = {key: book.ref_path(analysis.article) for key, analysis in keyed}
        speakers = corrected_speakers(speakers, acts, paths, named)
    place = {key: number for number, (key, _) in enumerate(keyed)}
    statements = [
        replace(s, quotes=tuple(sorted(s.quotes, key=lambda q: (place[q[0]], q[1])))) for s in group(keyed, speakers)
    ]
    statements.sort(key=lambda s: (place[s.quotes[0][0]], s.quotes[0][1], s.id))
    return Library(keyed, speakers, statements, problems, skipped, found=found, copies=copies)


def _provisional(keyed: Sequence[Keyed]) -> list[Speaker]:
    """Everybody quoted, each article's by themselves: enough to show names while articles are still to come."""
    speakers = []
    for key, analysis in keyed:
        for number in sorted({q.entity for q in analysis.quotes if q.entity is not None}):
            entity = analysis.entities[number]
            speakers.append(Speaker(f"{key}:{number}", entity.name, entity.kind, entities=((key, number),)))
    return speakers


def composed_again(library: Library, book: MarkBook) -> Iterator[Library]:
    """The same library after the person corrected something, or took it back; of a large one two views, the first with
    the articles themselves corrected, the last with all that follows from it."""
    if not from_index(library):
        yield compose(library.found, library.problems, library.skipped, book, copies=library.copies)
        return
    from reader.library.background import refreshed

    yield from refreshed(library, book)


def _corrected(
    found: Sequence[Keyed], book: MarkBook | None, *, complete: bool
) -> tuple[Sequence[Keyed], dict[Place, str]]:
    """The analyses with the person's corrections, and the entities that were named by hand."""
    if book is None or not (book.marks() or book.acts.outlets):
        return found, {}
    outlets = outlet_lines(book.acts.outlets)
    if complete:
        book.attach(_refs(found, book))
    named: dict[Place, str] = {}
    keyed: list[Keyed] = []
    for key, analysis in found:
        right, theirs = of_person(key, analysis, book, outlets)
        named |= theirs
        keyed.append((key, right))
    return keyed, named


def of_person(
    key: str, analysis: Analysis, book: MarkBook | None, outlets: Outlets
) -> tuple[Analysis, dict[Place, str]]:
    """An analysis with the person's corrections, and its entities that were named by hand.

    Args: outlets: what was said of every outlet's lines.
    """
    mark = book.marked(key) if book else None
    analysis = with_belonging(analysis, mark.lines if mark else (), outlets)
    if mark is None or not any(quote.corrects for quote in mark.quotes):
        return analysis, {}
    right = corrected(analysis, mark)
    return right, {(key, entity): name for entity, name in named_by_hand(right, mark).items()}


def _refs(found: Iterable[Keyed], book: MarkBook) -> list[ArticleRef]:
    return [book.ref(analysis.article, key) for key, analysis in found]
