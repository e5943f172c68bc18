"""The statements of a library: quotes in different articles that report one utterance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2s

from reader.model.analysis import Analysis
from reader.model.speakers import Speaker, Statement
from reader.statements.facets import Facets
from reader.statements.index import Index, Item, Place, Rarity
from reader.statements.words import Words, rarity, whole, words_of


def group(analyses: Sequence[tuple[str, Analysis]], speakers: Sequence[Speaker]) -> tuple[Statement, ...]:
    """The statements of a library, in order of their first quote; the result does not depend on the articles' order.

    Direct and mixed quotes count, not those of titles and headings. A long quote can be in two statements.
    """
    of = {place: s.id for s in speakers for place in s.entities}
    return grouped(items_of(sorted(analyses, key=lambda pair: pair[0]), of))


def grouped(items: Sequence[Item]) -> tuple[Statement, ...]:
    """The same from the quotes, in the order of their places."""
    rare = Rarity(rarity(i.words for i in items))
    index, facets = Index(rare), Facets(len(items))
    ones, left_out = _in_the_same_words(items, rare)
    numbers: list[int] = []
    for number, item in enumerate(items):
        if number in ones:
            facets.one(ones[number], whole(item.words))
        elif number in left_out:
            continue
        for earlier, found in index.add(item, several=number in ones):
            facets.join(numbers[earlier], found.left, number, found.right)
        numbers.append(number)
    said = Counter((i.place[0], i.text) for i in items)
    return tuple(_statement(items, numbers, said) for numbers in sorted(facets.sets()))


def _in_the_same_words(items: Sequence[Item], rare: Rarity) -> tuple[dict[int, list[int]], set[int]]:
    """Quotes of one speaker in the same words that report the same, as far as several articles have them, by the first
    of each; and all but the first."""
    alike: dict[tuple[str | None, Words], list[int]] = {}
    for number, item in enumerate(items):
        alike.setdefault((item.speaker, item.words), []).append(number)
    ones = {
        numbers[0]: numbers
        for numbers in alike.values()
        if items[numbers[0]].place[0] != items[numbers[-1]].place[0] and rare.one(items[numbers[0]])
    }
    return ones, {number for numbers in ones.values() for number in numbers[1:]}


def items_of(ordered: Iterable[tuple[str, Analysis]], of: Mapping[tuple[str, int], str]) -> list[Item]:
    """The quotes that can be grouped."""
    items = []
    for key, analysis in ordered:
        article = analysis.article
        for n, quote in enumerate(analysis.quotes):
            if quote.kind not in ("direct", "mixed"):
                continue
            if article.blocks[article.block_at(quote.span.start)].kind in ("title", "heading"):
                continue
            text = quote.span.of(article.text)
            words = words_of(text, article.language)
            if words.content:
                speaker = of.get((key, quote.entity)) if quote.entity is not None else None
                stems = frozenset(words.all[k] for k in words.content)
                items.append(Item((key, n), text, words, speaker, stems))
    return items


def _statement(items: Sequence[Item], numbers: Sequence[int], said: Mapping[tuple[str, str], int]) -> Statement:
    """A statement. Args: said: how often an article has the same words."""
    mine = [items[n] for n in numbers]
    voice = Voice()
    for item in mine:
        voice.add(item.place, item.text, item.speaker, said[item.place[0], item.text] > 1)
    return Statement(voice.id, voice.speaker, tuple(item.place for item in mine))


class Voice:
    """What makes a statement, told quote by quote in their order: whose it is and its id from all their words."""

    def __init__(self) -> None:
        self._speakers: Counter[str] = Counter()
        self._words = blake2s(digest_size=6)
        self._separator = b""

    def add(self, place: Place, text: str, speaker: str | None, twice: bool) -> None:
        """Add a quote. Args: twice: whether its article has the same words in another quote, so that only the number
        tells them apart."""
        if speaker is not None:
            self._speakers[speaker] += 1
        evidence = f"{place[0]}:{text}" + (f"#{place[1]}" if twice else "")
        self._words.update(self._separator + evidence.encode("utf-8", "replace"))
        self._separator = b"|"

    @property
    def speaker(self) -> str | None:
        """The speaker most of the quotes have."""
        return min(self._speakers, key=lambda s: (-self._speakers[s], s)) if self._speakers else None

    @property
    def id(self) -> str:
        """An id from the quotes' words."""
        return self._words.hexdigest()
