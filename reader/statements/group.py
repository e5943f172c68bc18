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

_Holders = defaultdict[tuple[str, str], list[int]]
"""(speaker, word) to the numbers of the quotes that hold it."""
Place = tuple[str, int]
"""(article key, quote index)."""
_LEAST = 0.4
"""Share of the lighter quote's weight that two quotes of one speaker have in common wherever `match` holds."""
_LEAST_APART = 0.8
"""The same where the speakers differ or are unknown."""
_RUN = 4
_COMMON_RUN = 60
"""Quotes with one run of four words beyond which it is a phrase of the language, not somebody's."""
_CROWDED = 400
"""Quotes under one word beyond which the word tells too little."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One quote that can be part of a statement."""

    place: Place
    text: str
    words: Words
    speaker: str | None
    stems: frozenset[str]
    """The words that carry meaning, each once."""


def group(analyses: Sequence[tuple[str, Analysis]], speakers: Sequence[Speaker]) -> tuple[Statement, ...]:
    """The statements of a library, in order of their first quote; the result does not depend on the articles' order.

    Direct and mixed quotes count, not those of titles and headings. A long quote can be in two statements.
    """
    of = {place: s.id for s in speakers for place in s.entities}
    items = _items(sorted(analyses, key=lambda pair: pair[0]), of)
    rare = rarity(i.words for i in items)
    links = [(a, b, m) for a, b in pairs(items, rare) if (m := _matched(items[a], items[b], rare))]
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
                stems = frozenset(words.all[k] for k in words.content)
                items.append(_Item((key, n), text, words, speaker, stems))
    return items


def pairs(items: Sequence[_Item], rare: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Pairs of quotes of different articles that may match, each once, the earlier first.

    Two quotes that have a share of the lighter one's weight in common share one of the rarest words that make up the
    rest of it and a little more, so only those words are looked up (prefix filtering: Chaudhuri, Ganti and Kaushik
    2006, "A primitive operator for similarity joins in data cleaning"). Where the speakers differ, a match needs a run
    of four words, so runs are looked up.
    """
    weights = [sum(rare[w] for w in item.stems) for item in items]
    same = _Holders(list), _Holders(list)
    runs: dict[int, list[int]] = {}
    for n, item in enumerate(items):
        ordered = sorted(item.stems, key=lambda w: (-rare[w], w))
        near: set[int] = set()
        if item.speaker is not None:
            near = _near(same, item.speaker, ordered, _rarest(ordered, rare, weights[n] * (1 - _LEAST)), n)
        if len(ordered) > FRAGMENT or len(item.words.all) >= LONG_RUN:
            near |= _same_run(runs, item.words.all, n)
        for candidate in sorted(near):
            there = items[candidate]
            if there.place[0] == item.place[0]:
                continue
            shared = sum(rare[w] for w in item.stems & there.stems)
            alike = item.speaker is not None and item.speaker == there.speaker
            if shared + 1e-9 >= (_LEAST if alike else _LEAST_APART) * min(weights[n], weights[candidate]):
                yield candidate, n


def _same_run(runs: dict[int, list[int]], words: Sequence[str], number: int) -> set[int]:
    """Earlier quotes with a run of four words of this one, unless many quotes have that run; adds this one."""
    near: set[int] = set()
    keys = {hash(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
    for key in keys:
        holders = runs.setdefault(key, [])
        if len(holders) < _COMMON_RUN:
            near.update(holders)
            holders.append(number)
    return near


def _near(
    holders: tuple[_Holders, _Holders], speaker: str, words: Sequence[str], rarest: Sequence[str], number: int
) -> set[int]:
    """Earlier quotes that hold one of the rarest words, or of which a word here is one of the rarest; adds this one."""
    whole, first = holders
    near: set[int] = set()
    for word in rarest:
        if len(whole[speaker, word]) < _CROWDED:
            near.update(whole[speaker, word])
    for word in words:
        if len(first[speaker, word]) < _CROWDED:
            near.update(first[speaker, word])
    for word in words:
        whole[speaker, word].append(number)
    for word in rarest:
        first[speaker, word].append(number)
    return near


def _rarest(ordered: Sequence[str], rare: Mapping[str, float], weight: float) -> Sequence[str]:
    """The first words whose weights together are more than `weight`."""
    total = 0.0
    for place, word in enumerate(ordered, 1):
        total += rare[word]
        if total > weight:
            return ordered[:place]
    return ordered


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
