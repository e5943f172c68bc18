"""Walking a speaker's occurrences across articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.library.library import Library, Occurrence, from_index
from reader.model.spans import Span
from reader.tui.answers import whole

if TYPE_CHECKING:
    from reader.library.indexed import IndexedLibrary
    from reader.tui.shelf import Shelf


class Here(NamedTuple):
    """Where a walk stands."""

    key: str
    """The open article."""
    at: int
    """The cursor's offset in it."""
    walked: int = -1
    """Index of the occurrence walked to last, where the cursor still stands on it."""


class Found(NamedTuple):
    """Where a walk goes."""

    number: int
    """Its index among all occurrences of the speaker."""
    occurrence: Occurrence
    wrapped: bool
    """True where it went past the end and began anew."""


def next_found(library: Library, shelf: Shelf, speaker: str, here: Here, step: int) -> Found | None:
    """The next occurrence of a speaker in the listed articles (the one before, for -1); None where there is none."""
    if from_index(library):
        return _in_index(library, shelf, speaker, here, step)
    places = library.occurrences(speaker)
    mine = [(index, place) for index, place in enumerate(places) if place.key == here.key]
    spot = (shelf.folds.order.get(here.key, -1), *_spot(library, mine, here))
    found = next_occurrence(places, shelf.folds.order, spot, step)
    return Found(found[0], places[found[0]], found[1]) if found else None


def _in_index(library: IndexedLibrary, shelf: Shelf, speaker: str, here: Here, step: int) -> Found | None:
    """The same of an index, which is asked for the open article and for the next that has any."""
    from reader.library.neighbours import occurrences_within

    mine = occurrences_within(library, speaker, here.key) if here.key in shelf.places else []
    spot = _spot(library, mine, here)
    ahead = [(p.span.start, i, p) for i, p in mine if ((p.span.start, i) > spot if step > 0 else
                                                       (p.span.start, i) < spot)]  # fmt: skip
    if ahead:
        _, index, occurrence = min(ahead) if step > 0 else max(ahead)
        return Found(index, occurrence, False)
    beyond = _beyond(library, shelf, speaker, here.key, step)
    if beyond is None:
        return None
    theirs = [(p.span.start, i, p) for i, p in occurrences_within(library, speaker, beyond[0])]
    _, index, occurrence = min(theirs) if step > 0 else max(theirs)
    return Found(index, occurrence, beyond[1])


def _beyond(library: IndexedLibrary, shelf: Shelf, speaker: str, key: str, step: int) -> tuple[str, bool] | None:
    """The next listed article in which a speaker occurs, and whether it is past the end."""
    from reader.library.neighbours import first_of, next_article

    if shelf.whole:
        return next_article(library, speaker, key, step)
    order = shelf.folds.order
    listed = list(order)[::step]
    at = listed.index(key) + 1 if key in order else 0
    first = first_of(library, speaker, chain(listed[at:], listed[:at]))
    if first is None:
        return None
    return first, key in order and (order[first] - order[key]) * step <= 0


def _spot(library: Library, mine: Iterable[tuple[int, Occurrence]], here: Here) -> tuple[int, int]:
    """(offset, index) of the occurrence walked to last, else of the one under the cursor, else between two."""
    for index, occurrence in mine:
        if index == here.walked or (here.walked < 0 and occurrence_span(library, occurrence).start == here.at):
            return occurrence.span.start, index
    return here.at, -1


def occurrence_span(library: Library, occurrence: Occurrence) -> Span:
    """What the cursor lies on at an occurrence: of a quote, its marks too."""
    if occurrence.quote is None:
        return occurrence.span
    return whole(library.analysis(occurrence.key).quotes[occurrence.quote])


def next_occurrence(
    places: Sequence[Occurrence], order: Mapping[str, int], here: tuple[int, int, int], step: int
) -> tuple[int, bool] | None:
    """Index of the occurrence after (before, for -1) a place, and whether the walk wrapped; None where there is none.

    Args: order: article key to its place in the list, articles that are not listed left out;
    here: (place of the open article, offset in it, index of the occurrence walked to last or -1).
    """
    # Two occurrences may begin at one place (a quote that begins with a name), so the index takes part.
    spots = [(order[p.key], p.span.start, i) for i, p in enumerate(places) if p.key in order]
    if not spots:
        return None
    if step > 0:
        later = [spot for spot in spots if spot > here]
        return (min(later)[2], False) if later else (min(spots)[2], True)
    earlier = [spot for spot in spots if spot < here]
    return (max(earlier)[2], False) if earlier else (max(spots)[2], True)
