"""A quote as a card of a few lines: speaker and kind, the words, how it is reported."""

from __future__ import annotations

from typing import NamedTuple

from reader.library.corrections import BY_HAND
from reader.model.analysis import Analysis
from reader.model.quotes import Quote
from reader.model.speakers import Speaker
from reader.tui.answers import whole
from reader.tui.rendering.page import NOTHING_SAID, Head
from reader.tui.rendering.wrap import wrap

MOST_LINES = 3
"""Lines of quoted words a card shows at most."""
SURE = 0.9
"""From this confidence on, none is shown."""


class Card(NamedTuple):
    """What one quote's card says."""

    speaker: str
    named: bool
    """False where nobody is named."""
    letter: str
    """Of a followed speaker."""
    kind: str
    words: tuple[str, ...]
    """The quoted words, a line each."""
    how: str
    """"he said", "according to": the words that report it."""
    confidence: str
    """".82" where it is below .9, else empty."""
    reports: str
    """"= 3 articles" where others report the same, else empty."""
    head: Head = NOTHING_SAID
    """What the person said of it."""
    note: tuple[str, ...] = ()
    """The first lines of the note."""

    @property
    def has_how(self) -> bool:
        """True where a line says how it is reported."""
        return bool(self.how or self.confidence or self.reports)

    @property
    def height(self) -> int:
        """Lines of the card with the blank one below."""
        return 1 + len(self.words) + self.has_how + bool(self.head.tags) + len(self.note) + 1


def with_head(card: Card, head: Head, width: int) -> Card:
    """The card with what the person said of the quote, the note wrapped at `width` cells."""
    words = f"✎ {' '.join(head.note.split())}" if head.note else ""
    return card._replace(head=head, note=_words(words, 0, len(words), width) if words else ())


def card_of(analysis: Analysis, index: int, speaker: Speaker | None, letter: str, reports: int, width: int) -> Card:
    """The card of a quote, its words wrapped at `width` cells."""
    text, quote = analysis.article.text, analysis.quotes[index]
    source = quote.source.span.of(text) if quote.source else ""
    cue = quote.cue.of(text) if quote.cue else ""
    name = speaker.name if speaker else source
    by_hand = quote.rule == BY_HAND
    return Card(
        speaker=name or "nobody named",
        named=bool(name),
        letter=letter,
        kind=f"✓ {quote.kind}" if by_hand else quote.kind,
        words=_words(text, *whole(quote), width),
        how=" · ".join(filter(None, ("by hand" if by_hand else "", _how(quote, source, cue, name)))),
        confidence=f"{quote.confidence:.2f}".removeprefix("0") if quote.confidence < SURE else "",
        reports=f"= {reports} articles" if reports > 1 else "",
    )


def _how(quote: Quote, source: str, cue: str, name: str) -> str:
    """How it is reported: "he added", "told · Kremlin spokesman", "according to"."""
    if quote.source and quote.source.form == "pronoun":
        return f"{source} {cue}".strip()
    rest = source.replace(name, "").strip(" ,") if name and name in source else source
    if not rest or name.endswith(rest) or rest.lower() in ("a", "an", "the"):
        return cue
    return f"{cue} · {rest}" if cue else rest


def _words(text: str, start: int, end: int, width: int) -> tuple[str, ...]:
    """The first lines of a stretch of text, with an ellipsis where it goes on."""
    width = max(4, width)
    near = min(end, start + width * (MOST_LINES + 1))
    starts = wrap(text, start, near, width - 1)
    lines = [text[a:b].rstrip() for a, b in zip(starts, [*starts[1:], near], strict=True)]
    if len(lines) > MOST_LINES or near < end:
        lines = lines[:MOST_LINES]
        lines[-1] = lines[-1].rstrip(" .,;") + "…"
    return tuple(lines)
