"""One article's mentions linked into entities, and each quote given to one of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.mentions.lexicon import Lexicon, lexicon
from reader.model.articles import Article
from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Entity, Link
from reader.speakers.bodies import add_bodies
from reader.speakers.descriptions import describe
from reader.speakers.draft import Draft
from reader.speakers.names import People, body_key
from reader.speakers.pronouns import resolve_pronoun
from reader.speakers.roles import Roles, definite
from reader.speakers.scene import Scene
from reader.speakers.weights import Weights, shipped

_AGE = re.compile(r", \d{1,3}, ")
_SURE_OF_GENDER = 0.8
"""From here on a pronoun tells the gender of somebody whose name does not."""
_SURE_ENOUGH = 0.5
"""Below this a pronoun or description is lit only where it is the source of a quote."""


@dataclass(slots=True)
class _Chain:
    """What the walk through one article knows so far."""

    article: Article
    words: Lexicon
    drafts: list[Draft]
    of: dict[Mention, int]
    weights: Weights
    sure: dict[Mention, float] = field(default_factory=dict)


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
    chain = _Chain(article, words, people.drafts, people.of, weights or shipped())
    add_bodies(article.text, words, every, chain.drafts, chain.of)
    sources = {q.source: q for q in reversed(quotes) if q.source is not None}
    _appositions(chain, every)
    _walk(chain, every, quotes, sources)
    _unnamed(chain, sources)
    return _finish(chain, quotes)


def _with_sources(mentions: Sequence[Mention], quotes: Sequence[Quote]) -> list[Mention]:
    """All mentions and sources in reading order, the longer phrase first."""
    every = set(mentions)
    every.update(q.source for q in quotes if q.source is not None)
    return sorted(every, key=lambda m: (m.span.start, -m.span.end, m.head, m.form))


def _appositions(chain: _Chain, mentions: Sequence[Mention]) -> None:
    """Links a description beside a name ("Trump's envoy, Steve Witkoff,") to the name's bearer."""
    text = chain.article.text
    last_name: Mention | None = None
    last_role: Mention | None = None
    for mention in mentions:
        if mention.form == "role" and not mention.plural and mention.kind != "group":
            if last_name is not None and _after_name(text, last_name, mention):
                _link(chain, mention, chain.of[last_name], "apposition", 0.95)
            last_role = mention
        elif mention.form == "name" and mention.kind == "person" and mention in chain.of:
            last_name = mention
            if last_role is not None and last_role not in chain.of and _before_name(text, last_role, mention):
                number = chain.of[mention]
                _link(chain, last_role, number, "apposition", 0.9)
                _take_description(chain, last_role, number)


def _after_name(text: str, name: Mention, role: Mention) -> bool:
    """True for ", the mayor of X" right behind a name, or behind the brackets that follow it."""
    if not name.head.end < role.span.start <= name.span.end + 2:
        return False
    between = text[name.head.end : role.span.start]
    return (
        between == ", " or (between.endswith("), ") and between.count(",") < 3) or _AGE.fullmatch(between) is not None
    )


def _before_name(text: str, role: Mention, name: Mention) -> bool:
    """True for "another critic, Laurence Tribe,": a description, a comma and a name that a comma or stop closes."""
    between = text[role.span.end : name.span.start]
    if not between.endswith(", ") or len(between) > 24 or "," in between[:-2]:
        return False
    if any(c in between for c in '.;:"“”'):
        return False
    return text[name.span.end : name.span.end + 1] in (",", ".", "", "\n", ":", " ") and len(between.split()) <= 3


def _take_description(chain: _Chain, mention: Mention, number: int) -> None:
    """Adds the words of a description to its bearer."""
    found = describe(mention.span.of(chain.article.text), chain.words.code)
    draft = chain.drafts[number]
    draft.nouns.update(found.nouns)
    draft.owners.update(found.owners)
    draft.vote(mention.gender)


def _link(chain: _Chain, mention: Mention, number: int, rule: str, sure: float) -> None:
    chain.of[mention] = number
    chain.sure[mention] = sure
    span = mention.head if mention.form in ("name", "pronoun") else mention.span
    chain.drafts[number].links.append(Link(span, rule, round(sure, 4)))


def _walk(chain: _Chain, mentions: Sequence[Mention], quotes: Sequence[Quote], sources: dict[Mention, Quote]) -> None:
    """Goes through the article in reading order and links pronouns and descriptions to those met before."""
    scene = Scene(chain.article, chain.drafts, quotes)
    roles = Roles(scene, chain.words)
    unnamed: dict[str, int] = {}
    owner: tuple[Span, int] | None = None
    before: Mention | None = None
    for mention in sorted(mentions, key=lambda m: (m.head.start, m.span.start)):
        quote = sources.get(mention)
        number = chain.of.get(mention)
        if number is None:
            number = _resolve(chain, scene, roles, mention, quote, owner, before, unnamed)
        if number is None:
            continue
        if chain.drafts[number].kind in ("person", "organisation", "place", "unnamed"):
            scene.see(number, mention, quote is not None)
        owner = (mention.head, number)
        if mention.form in ("name", "role"):
            before = mention


def _resolve(
    chain: _Chain,
    scene: Scene,
    roles: Roles,
    mention: Mention,
    quote: Quote | None,
    owner: tuple[Span, int] | None,
    before: Mention | None,
    unnamed: dict[str, int],
) -> int | None:
    """The draft of a mention without a name, linked where one is found."""
    text = chain.article.text
    quoted = scene.in_quote(mention.head.start)
    if mention.form == "pronoun":
        return _pronoun(chain, scene, mention, quote, before, quoted)
    if mention.form != "role" or mention.kind == "group":
        return None
    possessor = owner[1] if owner and mention.span.start <= owner[0].start < mention.head.start else None
    number, sure = roles.resolve(mention, possessor)
    if number is not None and (quote is not None or sure >= _SURE_ENOUGH):
        _link(chain, mention, number, "role", sure * (0.8 if quoted else 1.0))
        return number
    return _nameless(chain, mention, quote, unnamed, text, quoted)


def _nameless(
    chain: _Chain, mention: Mention, quote: Quote | None, unnamed: dict[str, int], text: str, quoted: bool
) -> int | None:
    """A draft without a name for somebody described ("a senior official"), so that "he" and "the official" find it."""
    if quoted and quote is None:
        return None
    head = mention.head.of(text).lower()
    phrase = mention.span.of(text)
    number = unnamed.get(head) if definite(phrase, chain.words) and not mention.plural else None
    if number is None:
        found = describe(phrase, chain.words.code)
        chain.drafts.append(
            Draft("person", first=mention.span.start, phrase=phrase, plural=mention.plural, nouns=set(found.nouns))
        )
        number = len(chain.drafts) - 1
        chain.drafts[number].vote(mention.gender)
        unnamed[head] = number
    _link(chain, mention, number, "same description", 0.7)
    chain.sure[mention] = 1.0
    return number


def _pronoun(
    chain: _Chain, scene: Scene, mention: Mention, quote: Quote | None, before: Mention | None, quoted: bool
) -> int | None:
    """he, she and who; others only where they are a source."""
    word = mention.head.of(chain.article.text).lower()
    if word in chain.words.relatives:
        text = chain.article.text
        if before is not None and before in chain.of and _follows(text, before, mention):
            _link(chain, mention, chain.of[before], "relative", 0.95)
            return chain.of[before]
        if quote is None or before is None or before not in chain.of:
            return None
        if mention.head.start - before.head.end < 120:
            _link(chain, mention, chain.of[before], "relative", 0.8)
            return chain.of[before]
        return None
    if not mention.gender or (quoted and quote is None):
        return None
    number, sure = resolve_pronoun(scene, mention, quote, chain.weights)
    if number is None or (quote is None and sure < _SURE_ENOUGH):
        return None
    _link(chain, mention, number, "pronoun", sure)
    if sure >= _SURE_OF_GENDER and not chain.drafts[number].gender:
        chain.drafts[number].vote(mention.gender)
    return number


def _follows(text: str, before: Mention, mention: Mention) -> bool:
    """True where a relative pronoun stands right after a mention, or after its name."""
    return text[before.head.end : mention.head.start] in (", ", " ") or (0 <= mention.head.start - before.span.end <= 3)


def _unnamed(chain: _Chain, sources: dict[Mention, Quote]) -> None:
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
                _link(chain, mention, number, "group", 0.95)
                continue
        phrase = mention.span.of(text)
        key = body_key(phrase) if mention.form != "pronoun" else f"{phrase} {mention.span.start}"
        number = by_phrase.get(key)
        if number is None:
            chain.drafts.append(Draft("unnamed", first=mention.span.start, phrase=phrase))
            number = by_phrase[key] = len(chain.drafts) - 1
        _link(chain, mention, number, "phrase", 1.0)


def _finish(chain: _Chain, quotes: Sequence[Quote]) -> tuple[tuple[Quote, ...], tuple[Entity, ...]]:
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
        linked.append(
            replace(quote, entity=place[chain.of[quote.source]], confidence=round(quote.confidence * sure, 4))
        )
    return tuple(linked), tuple(entities)
