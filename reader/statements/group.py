"""The statements of a library: quotes in different articles that report one utterance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s

from reader.model.analysis import Analysis
from reader.model.speakers import Speaker, Statement
from reader.statements.match import FRAGMENT, LONG_RUN, Match, match
from reader.statements.words import Words, rarity, words_of

Place = tuple[str, int]
"""(article key, quote index)."""
_KEYS = 4  # rarest words of a quote under which it is looked up
_CROWDED = 400  # quotes under one word beyond which the word tells too little


@dataclass(frozen=True, slots=True)
class _Item:
    """One quote that can be part of a statement."""

    place: Place
    text: str
    words: Words
    speaker: str | None


def group(analyses: Sequence[tuple[str, Analysis]], speakers: Sequence[Speaker]) -> tuple[Statement, ...]:
    """The statements of a library, in order of their first quote; the result does not depend on the articles' order.

    Direct and mixed quotes count, not those of titles and headings. A long quote can be in two statements.
    """
    of = {place: s.id for s in speakers for place in s.entities}
    items = _items(sorted(analyses, key=lambda pair: pair[0]), of)
    rare = rarity(i.words for i in items)
    links = [(a, b, m) for a, b in _pairs(items, rare) if (m := _matched(items[a], items[b], rare))]
    return tuple(_statement(items, facets) for facets in _components(links))


def _items(ordered: Sequence[tuple[str, Analysis]], of: Mapping[tuple[str, int], str]) -> list[_Item]:
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
                items.append(_Item((key, n), text, words, speaker))
    return items


def _pairs(items: Sequence[_Item], rare: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Pairs of quotes of different articles that share a rare word, each once, the earlier first."""
    holders: dict[str, list[int]] = defaultdict(list)
    by_speaker: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        stems = sorted({item.words.all[k] for k in item.words.content}, key=lambda w: (-rare[w], w))
        long = len(stems) > FRAGMENT
        near: set[int] = set()
        for rank, word in enumerate(stems):
            if item.speaker is not None and len(by_speaker[item.speaker, word]) < _CROWDED:
                near.update(by_speaker[item.speaker, word])
            if rank < _KEYS and (long or len(item.words.all) >= LONG_RUN) and len(holders[word]) < _CROWDED:
                near.update(holders[word])
        for other in sorted(near):
            if items[other].place[0] != item.place[0]:
                yield other, n
        for rank, word in enumerate(stems):
            if item.speaker is not None:
                by_speaker[item.speaker, word].append(n)
            if rank < _KEYS * 2 and (long or len(item.words.all) >= LONG_RUN):
                holders[word].append(n)


def _matched(left: _Item, right: _Item, rare: Mapping[str, float]) -> Match | None:
    same = left.speaker is not None and left.speaker == right.speaker
    return match(left.words, right.words, rare, same)


def _components(links: Sequence[tuple[int, int, Match]]) -> list[list[int]]:
    """The items of each statement. A quote whose links touch different stretches of it takes part once a stretch."""
    stretches: dict[int, list[list[int]]] = defaultdict(list)
    for a, b, found in links:
        stretches[a].append([*found.left])
        stretches[b].append([*found.right])
    facets = {n: _merged(s) for n, s in stretches.items()}
    up: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        while up.setdefault(node, node) != node:
            up[node] = up[up[node]]
            node = up[node]
        return node

    for a, b, found in links:
        one = root((a, _facet(facets[a], found.left)))
        other = root((b, _facet(facets[b], found.right)))
        up[max(one, other)] = min(one, other)
    found_sets: dict[tuple[int, int], set[int]] = defaultdict(set)
    for node in sorted(up):
        found_sets[root(node)].add(node[0])
    return [sorted(s) for _, s in sorted(found_sets.items())]


def _merged(stretches: list[list[int]]) -> list[tuple[int, int]]:
    """Stretches of one quote, those that overlap made one."""
    merged: list[list[int]] = []
    for low, high in sorted(stretches):
        if merged and low <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], high)
        else:
            merged.append([low, high])
    return [(low, high) for low, high in merged]


def _facet(facets: Sequence[tuple[int, int]], stretch: tuple[int, int]) -> int:
    """Which of a quote's merged stretches holds one of them."""
    return next(n for n, (low, high) in enumerate(facets) if low <= stretch[0] <= high)


def _statement(items: Sequence[_Item], numbers: Sequence[int]) -> Statement:
    """A statement with the speaker most of its quotes have and an id from their words."""
    mine = [items[n] for n in numbers]
    counts = Counter(i.speaker for i in mine if i.speaker is not None)
    speaker = min(counts, key=lambda s: (-counts[s], s)) if counts else None
    evidence = "|".join(f"{i.place[0]}:{i.text}" for i in mine)
    return Statement(
        blake2s(evidence.encode("utf-8", "replace"), digest_size=6).hexdigest(), speaker, tuple(i.place for i in mine)
    )
