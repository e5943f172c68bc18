"""Walking a speaker's occurrences across articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.library.library import Occurrence


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
