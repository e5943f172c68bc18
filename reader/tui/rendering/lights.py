"""What is lit in an article: quotes, their speakers, followed speakers, places the cursor can stand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.library.library import Library
from reader.model.spans import Span
from reader.tui.answers import listed, speaker_of_quote, whole
from reader.tui.rendering.layers import Layer
from reader.tui.state import Follow
from reader.tui.theming import Over, follow_ink


class Lights(NamedTuple):
    """Layers of an article that do not depend on where the cursor is."""

    quotes: Layer
    sources: Layer
    """The phrases to which quotes are given."""
    followed: Layer
    """Quotes and mentions of followed speakers."""
    bars: tuple[tuple[Span, str], ...]
    """(quote, letter) of followed speakers, for the margin."""
    letters: tuple[tuple[Span, str], ...]
    """(mention, letter) of followed speakers, for the margin."""
    targets: tuple[Span, ...]
    """Names and quotes, in order: where the cursor can stand."""


def lights(library: Library, key: str, follows: Sequence[Follow], indirect: bool) -> Lights:
    """What is lit in an article."""
    analysis = library.analysis(key)
    letter_of = {f.speaker: f.letter for f in follows}
    shown = [analysis.quotes[i] for i in listed(analysis, indirect)]
    sources = [q.source.span for q in shown if q.source]
    bars, followed, letters = [], [], []
    for quote in shown:
        speaker = speaker_of_quote(library, key, quote)
        letter = letter_of.get(speaker.id, "") if speaker else ""
        if letter:
            bars.append((whole(quote), letter))
            followed.append((whole(quote), Over(follow_ink(letter))))
    names = set(sources)
    for index, entity in enumerate(analysis.entities):
        speaker = library.speaker_of(key, index)
        if speaker is None:
            continue
        letter = letter_of.get(speaker.id, "")
        for link in entity.links:
            names.add(link.span)
            if letter:
                letters.append((link.span, letter))
                followed.append((link.span, Over(follow_ink(letter), bold=True, underline=True)))
    return Lights(
        quotes=Layer((whole(q), Over("quote", italic=q.kind == "indirect")) for q in shown),
        sources=Layer((span, Over("speaker", bold=True)) for span in sources),
        followed=Layer(sorted(followed, key=lambda mark: -mark[0].length)),
        bars=tuple(sorted(bars)),
        letters=tuple(sorted(letters)),
        targets=tuple(sorted(names | {whole(q) for q in shown})),
    )
