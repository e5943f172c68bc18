"""A whole article made ready for attribution: its passages with sorts, verbs and the frequency of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from reader.model.articles import Article
from reader.model.mentions import Mention
from reader.quoting.classes import SPEECH, Attached, Attachments, sorts, subjects
from reader.quoting.cues import Lexicon, lexicon
from reader.quoting.once import once
from reader.quoting.passages import Passage, passages

SPEAKING = 3
"""Speaking mentions at the end of a passage that are candidates for the next one's quotes."""


@dataclass
class View:
    """A passage with what does not depend on the quote asked about; of most passages little is asked."""

    passage: Passage
    words: Lexicon
    kinds: bytes
    """The sort of every item."""
    speech: list[int]
    """Items that are cues."""

    @once
    def rows(self) -> dict[int, list[float]]:
        """What is seen of its mentions, kept by their order, since a mention is a candidate for many quotes."""
        return {}

    @once
    def encoded_rows(self) -> dict[int, list[float]]:
        """The same as the ranking reads it."""
        return {}

    @once
    def behind(self) -> dict[int, tuple[int, ...]]:
        """What stands between a mention and the end of the passage, by the mention's order."""
        return {}

    def forget(self) -> None:
        """Drop what was seen of its mentions; it would be seen again."""
        for name in ("rows", "encoded_rows", "behind"):
            self.__dict__.pop(name, None)

    @once
    def attached(self) -> Mapping[int, Attached]:
        """The verb of every mention, by its order in `passage.mentions`; looked for when it is asked for."""
        return Attachments(self.passage, self.kinds)

    @once
    def speaking(self) -> list[int]:
        """The mentions, by their order in the passage, that have a reporting verb."""
        return list(filter(self.speaks, range(len(self.passage.mentions))))

    @once
    def last_speaking(self) -> list[int]:
        """The last few of them, the last one first."""
        return list(islice(filter(self.speaks, reversed(range(len(self.passage.mentions)))), SPEAKING))

    def speaks(self, order: int) -> bool:
        """True for a mention with a reporting verb."""
        attached = self.attached[order]
        return attached.verb >= 0 or attached.before >= 0

    @once
    def subjects(self) -> list[int]:
        """Those that look like the subject of a clause."""
        return subjects(self.passage, self.kinds, self.attached)


def view(passage: Passage, words: Lexicon) -> View:
    """The view of a passage."""
    kinds = bytes(sorts(passage, words))
    speech = [] if SPEECH.isdisjoint(kinds) else [i for i, k in enumerate(kinds) if k in SPEECH]
    return View(passage, words, kinds, speech)


@dataclass
class Scene:
    """All that attribution sees of an article."""

    article: Article
    mentions: Sequence[Mention]
    views: list[View]
    words: Lexicon
    strength: Mapping[str, float]
    """Learned: how strongly a cue's word speaks for speech."""
    near: Mapping[str, float]
    """Learned: how strongly a word beside the marks speaks for a statement."""

    near_counts: dict[tuple[str, int], int] = field(default_factory=dict)
    """How often words stand in a stretch of the article, as far as it was asked."""

    @once
    def heads(self) -> list[str]:
        """Of each mention the last word of its head in lower case: what tells one person from another."""
        text = self.article.text
        return [
            text[m.head.start : m.head.end].rsplit(None, 1)[-1].lower() if m.head.length else "" for m in self.mentions
        ]

    @once
    def counts(self) -> Counter[str]:
        """How often each head occurs."""
        return Counter(self.heads)

    @once
    def quoted(self) -> Counter[str]:
        """How often the same words stand in marks."""
        text = self.article.text
        return Counter(
            text[m.span.start : m.span.end].strip(" ,.").lower() for v in self.views for m in v.passage.marked
        )

    @once
    def single_style(self) -> bool:
        """True where the article quotes in single marks, as British papers do."""
        marked = [m.family for v in self.views if not v.passage.heading for m in v.passage.marked]
        return marked.count("single") > len(marked) / 2


def scene(
    article: Article, mentions: Sequence[Mention], strength: Mapping[str, float], near: Mapping[str, float]
) -> Scene:
    """The scene of an article; `mentions` in any order."""
    words = lexicon(article.language)
    found, every = passages(article, mentions, words)
    if words.code != "en":
        strength = carried_over(words, strength)
    return Scene(article, every, [view(p, words) for p in found], words, strength, near)


_PATTERNS = {"say": "said", "tell": "told", "write": "wrote", "claim": "insisted", "call": "called", "speak": "raised"}
"""English words whose learned strength the verbs of other languages take over, by their sort."""


def carried_over(words: Lexicon, strength: Mapping[str, float]) -> Mapping[str, float]:
    """Strengths for a language from which nothing was learned: each verb's is that of an English one of its sort."""
    table = {}
    for word, cue in words.verbs.items():
        for sign in ("", "~"):
            table[sign + word] = strength.get(sign + _PATTERNS[cue.sort], 0.0)
    return table
