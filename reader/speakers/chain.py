"""What is known of one article's mentions while they are being linked."""

from __future__ import annotations

from msgspec import Struct, field

from reader.mentions.lexicon import Lexicon
from reader.model.articles import Article
from reader.model.mentions import Mention
from reader.model.speakers import Link
from reader.speakers.draft import Draft
from reader.speakers.weights import Weights


class Chain(Struct):
    """The drafts of one article, and which mention belongs to which."""

    article: Article
    words: Lexicon
    drafts: list[Draft]
    of: dict[Mention, int]
    """Mention -> number of its draft."""
    weights: Weights
    sure: dict[Mention, float] = field(default_factory=dict)
    """How certain a mention leads to its draft, where that is not plain."""

    def link(self, mention: Mention, number: int, rule: str, sure: float) -> int:
        """Gives a mention to a draft; the number of the draft."""
        self.of[mention] = number
        self.sure[mention] = sure
        span = mention.head if mention.form in ("name", "pronoun") else mention.span
        self.drafts[number].links.append(Link(span, rule, round(sure, 4)))
        return number
