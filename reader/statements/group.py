"""The statements of a library: quotes in different articles that report one utterance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2s

from reader.model.analysis import Analysis
from reader.model.speakers import Speaker, Statement
from reader.statements.index import Index, Item
from reader.statements.match import Match
from reader.statements.words import rarity, words_of


def group(analyses: Sequence[tuple[str, Analysis]], speakers: Sequence[Speaker]) -> tuple[Statement, ...]:
    """The statements of a library, in order of their first quote; the result does not depend on the articles' order.

    Direct and mixed quotes count, not those of titles and headings. A long quote can be in two statements.
    """
    of = {place: s.id for s in speakers for place in s.entities}
    return grouped(items_of(sorted(analyses, key=lambda pair: pair[0]), of))


def grouped(items: Sequence[Item]) -> tuple[Statement, ...]:
    """The same from the quotes, in the order of their places."""
    rare = rarity(i.words for i in items)
    index = Index(rare)
    links = [(earlier, n, found) for n, item in enumerate(items) for earlier, found in index.add(item)]
    said = Counter((i.place[0], i.text) for i in items)
    return tuple(_statement(items, facets, said) for facets in _components(links))


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


def _statement(items: Sequence[Item], numbers: Sequence[int], said: Mapping[tuple[str, str], int]) -> Statement:
    """A statement with the speaker most of its quotes have and an id from their words.

    Args: said: how often an article has the same words; where more than once, the quote's number tells them apart.
    """
    mine = [items[n] for n in numbers]
    counts = Counter(i.speaker for i in mine if i.speaker is not None)
    speaker = min(counts, key=lambda s: (-counts[s], s)) if counts else None
    evidence = "|".join(
        f"{i.place[0]}:{i.text}" + (f"#{i.place[1]}" if said[i.place[0], i.text] > 1 else "") for i in mine
    )
    return Statement(
        blake2s(evidence.encode("utf-8", "replace"), digest_size=6).hexdigest(), speaker, tuple(i.place for i in mine)
    )
