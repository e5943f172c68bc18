"""One article's mentions linked into entities, and each quote given to one of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reader.mentions.lexicon import lexicon
from reader.model.articles import Article
from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.speakers import Entity
from reader.speakers.appositions import link_appositions
from reader.speakers.bodies import add_bodies
from reader.speakers.chain import Chain
from reader.speakers.draft import Draft
from reader.speakers.names import People, body_key
from reader.speakers.walk import walk
from reader.speakers.weights import Weights, shipped


def link_speakers(
    article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote], weights: Weights | None = None
) -> tuple[tuple[Quote, ...], tuple[Entity, ...]]:
    """(the quotes with their entity and confidence, the article's entities in order of first mention).

    Args: weights: replaces what the package ships with (READER_WEIGHTS).
    """
    words = lexicon(article.language)
    every = _with_sources(mentions, quotes)
    people = People(article.text, words)
    people.add(every)
    chain = Chain(article, words, people.drafts, people.of, weights or shipped())
    add_bodies(article.text, words, every, chain.drafts, chain.of)
    sources = {q.source: q for q in reversed(quotes) if q.source is not None}
    link_appositions(chain, every)
    walk(chain, every, quotes, sources)
    _unnamed(chain, sources)
    return _finish(chain, quotes)


def _with_sources(mentions: Sequence[Mention], quotes: Sequence[Quote]) -> list[Mention]:
    """All mentions and sources in reading order, the longer phrase first."""
    missing = {q.source for q in quotes if q.source is not None}.difference(mentions)
    every = [*mentions, *missing]
    return every if not missing else sorted(every, key=lambda m: (m.span.start, -m.span.end, m.head, m.form))


def _unnamed(chain: Chain, sources: dict[Mention, Quote]) -> None:
    """An entity for every source that is still nobody: groups, bodies by a mere noun, pronouns that stay dark."""
    text = chain.article.text
    by_phrase: dict[str, int] = {}
    by_head = sorted((m.head.start, n) for m, n in chain.of.items() if m.form == "name")
    for mention in sources:
        if mention in chain.of:
            continue
        if mention.kind == "group":
            low, high = (bisect_left(by_head, (o, -1)) for o in (mention.span.start, mention.span.end))
            inside = [n for _, n in by_head[low:high]]
            members = tuple(dict.fromkeys(inside))
            if len(members) > 1:
                names = " and ".join(chain.drafts[n].best_name() for n in members)
                number = by_phrase.get(names)
                if number is None:
                    chain.drafts.append(Draft("group", first=mention.span.start, phrase=names, members=members))
                    number = by_phrase[names] = len(chain.drafts) - 1
                chain.link(mention, number, "group", 0.95)
                continue
        phrase = mention.span.of(text)
        key = body_key(phrase) if mention.form != "pronoun" else f"{phrase} {mention.span.start}"
        number = by_phrase.get(key)
        if number is None:
            chain.drafts.append(Draft("unnamed", first=mention.span.start, phrase=phrase))
            number = by_phrase[key] = len(chain.drafts) - 1
        chain.link(mention, number, "phrase", 1.0)


def _finish(chain: Chain, quotes: Sequence[Quote]) -> tuple[tuple[Quote, ...], tuple[Entity, ...]]:
    """The drafts that matter as entities, in order of first mention, and the quotes that point to them."""
    wanted: set[int] = {chain.of[q.source] for q in quotes if q.source is not None and q.source in chain.of}
    for number in list(wanted):
        wanted.update(chain.drafts[number].members)
    wanted.update(n for n, d in enumerate(chain.drafts) if d.named)
    order = sorted(wanted, key=lambda n: (chain.drafts[n].first, n))
    place = {n: at for at, n in enumerate(order)}
    entities = []
    for number in order:
        draft = chain.drafts[number]
        draft.members = tuple(place[m] for m in draft.members)
        entities.append(draft.entity())
    linked = []
    for quote in quotes:
        if quote.source is None or quote.source not in chain.of:
            linked.append(quote)
            continue
        sure = chain.sure.get(quote.source, 1.0)
        linked.append(quote.given_to(place[chain.of[quote.source]], round(quote.confidence * sure, 4)))
    return tuple(linked), tuple(entities)
