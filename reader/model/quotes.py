"""A quote: words somebody is reported to have said."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reader.model.mentions import Mention
from reader.model.spans import Span

QuoteKind = Literal["direct", "mixed", "indirect", "unspoken"]


class RunnerUp(Struct, frozen=True):
    """A source that was considered and not taken."""

    mention: Span
    score: float
    """Its share of the belief, 0 to 1."""


class Quote(Struct, frozen=True):
    """A stretch of an article's text that is quoted or reported, and to whom it is given."""

    span: Span
    """The words between the marks (of an indirect quote, its content), over the article's text."""
    kind: QuoteKind
    marks: Span | None = None
    """The same with its quotation marks; None for indirect speech and block quotes."""
    source: Mention | None = None
    """The phrase of the article that names the speaker; None where the text withholds it."""
    cue: Span | None = None
    """The words that report it: "said", "according to"."""
    confidence: float = 0.0
    """How likely the attribution is right, 0 to 1; of an unspoken one, that it is unspoken."""
    utterance: int = 0
    """The same number within an article for the parts of one utterance that its cue splits."""
    rule: str = ""
    """The rule that attributed it."""
    runners_up: tuple[RunnerUp, ...] = ()
    entity: int | None = None
    """Index into the analysis's entities, filled in by reader.speakers; None without a speaker."""

    def given_to(self, entity: int | None, confidence: float) -> Quote:
        """The same quote of this entity (what `replace` gives, for less)."""
        return Quote(
            self.span, self.kind, self.marks, self.source, self.cue, confidence, self.utterance, self.rule,
            self.runners_up, entity,
        )  # fmt: skip
