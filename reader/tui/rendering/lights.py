"""What is lit in an article: quotes, their speakers, followed speakers, places the cursor can stand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.library.library import Library
from reader.model.spans import Span
from reader.tui.answers import speaker_of_quote
from reader.tui.rendering.layers import Asked, Layers
from reader.tui.standing import place_of, sources_between, standing
from reader.tui.state import Follow
from reader.tui.theming import Over, follow_ink

SOURCE = Over("speaker", bold=True)
QUOTE, REPORTED = Over("quote"), Over("quote", italic=True)


class Lights:
    """What is lit of an article whatever the cursor does, asked for by the stretch that is drawn."""

    def __init__(self, library: Library, key: str, follows: Sequence[Follow], indirect: bool) -> None:
        self._library, self._key = library, key
        self._analysis = library.analysis(key)
        self._stands = standing(self._analysis, indirect)
        self._letters = {follow.speaker: follow.letter for follow in follows}

    @property
    def layers(self) -> Layers:
        """Quotes, the phrases to which they are given, then what is of followed speakers."""
        base = (Asked(self._quotes), Asked(self._sources))
        return (*base, Asked(self._followed)) if self._letters else base

    def _quotes(self, start: int, end: int) -> Iterator[tuple[Span, Over]]:
        for span, index in self._stands.quotes.between(start, end):
            yield span, REPORTED if self._analysis.quotes[index].kind == "indirect" else QUOTE

    def _sources(self, start: int, end: int) -> Iterator[tuple[Span, Over]]:
        for span, index in sources_between(self._analysis, start, end):
            if self._lists(index):
                yield span, SOURCE

    def _followed(self, start: int, end: int) -> Iterator[tuple[Span, Over]]:
        for span, letter in self.bars(Span(start, end)):
            yield span, Over(follow_ink(letter))
        for span, letter in self.letters(Span(start, end)):
            yield span, Over(follow_ink(letter), bold=True, underline=True)

    def bars(self, line: Span) -> Iterator[tuple[Span, str]]:
        """(quote, letter) of followed speakers on a line, for the margin."""
        for span, index in self._stands.quotes.between(*line) if self._letters else ():
            speaker = speaker_of_quote(self._library, self._key, self._analysis.quotes[index])
            if speaker is not None and speaker.id in self._letters:
                yield span, self._letters[speaker.id]

    def letters(self, line: Span) -> Iterator[tuple[Span, str]]:
        """(mention, letter) of followed speakers on a line, for the margin."""
        for span, entity in self._stands.names.between(*line) if self._letters else ():
            speaker = self._library.speaker_of(self._key, entity)
            if speaker is not None and speaker.id in self._letters:
                yield span, self._letters[speaker.id]

    # -- where the cursor can stand

    def targets(self, start: int, end: int) -> list[Span]:
        """Names and quotes that begin in a stretch, in order."""
        found = {span for span, _ in self._stands.quotes.between(start, end)}
        found |= {span for span, index in sources_between(self._analysis, start, end) if self._lists(index)}
        found |= {span for span, entity in self._stands.names.between(start, end) if self._names(entity)}
        return sorted(span for span in found if start <= span.start < end)

    def next_target(self, here: Span, step: int) -> Iterator[Span]:
        """Those behind a place in order, for -1 those before it from the nearest on."""
        text, reach = self._analysis.article.text, 250
        start = here.start
        while 0 <= start < len(text) if step > 0 else start >= 0:
            first, last = (start, start + reach) if step > 0 else (max(0, start - reach), start + 1)
            found = [t for t in self.targets(first, last) if (t > here if step > 0 else t < here)]
            if found:
                yield from found if step > 0 else reversed(found)
            start = last if step > 0 else first - 1
            reach *= 2

    def _lists(self, index: int) -> bool:
        return place_of(self._stands.listed, index) is not None

    def _names(self, entity: int) -> bool:
        return self._library.speaker_of(self._key, entity) is not None
