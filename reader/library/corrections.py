"""The person's corrections, applied over what the program found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.marks.marks import NOBODY, ArticleMark, QuoteMark, SpeakerAct
from reader.model.analysis import Analysis
from reader.model.articles import SPOKEN
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Entity, Speaker

if TYPE_CHECKING:
    from reader.library.library import Library

BY_HAND = "by hand"
"""The rule of what a person said."""
Place = tuple[str, int]
"""(article key, entity index)."""
_WORD = re.compile(r"\w+")


def corrected(analysis: Analysis, mark: ArticleMark) -> Analysis:
    """The analysis with the person's corrections of its quotes; corrected ones have confidence 1.

    A correction whose words are no longer in the article changes nothing.
    """
    for quote_mark in mark.quotes:
        if quote_mark.corrects:
            analysis = _one_corrected(analysis, quote_mark)
    return analysis


def named_by_hand(analysis: Analysis, mark: ArticleMark) -> dict[int, str]:
    """Entities of a corrected analysis to which the person gave a quote, with the name that was given."""
    named: dict[int, str] = {}
    for quote_mark in mark.quotes:
        index = quote_of(analysis, quote_mark) if quote_mark.speaker else None
        entity = analysis.quotes[index].entity if index is not None else None
        if entity is not None and quote_mark.speaker:
            named[entity] = quote_mark.speaker
    return named


def quote_of(analysis: Analysis, mark: QuoteMark) -> int | None:
    """Index of the quote that a mark refers to: the same words, else the quote in which they stand; or None."""
    wanted = _plain(mark.words)
    words = [_plain(q.span.of(analysis.article.text)) for q in analysis.quotes]
    same = [i for i, found in enumerate(words) if found == wanted]
    if not same and mark.ends is not None:  # its ends were already moved
        same = [i for i, found in enumerate(words) if found == _plain(mark.ends)]
    if same:
        return same[min(mark.nth, len(same)) - 1]
    span = _span_of(analysis, mark.words, mark.nth)
    if span is None:
        return None
    near = [i for i, q in enumerate(analysis.quotes) if q.span.overlaps(span)]
    return max(near, key=lambda i: _shared(analysis.quotes[i].span, span), default=None)


def mark_of_quote(analysis: Analysis, index: int) -> QuoteMark:
    """An empty mark that refers to a quote."""
    words = analysis.quotes[index].span.of(analysis.article.text)
    plain = _plain(words)
    nth = sum(_plain(q.span.of(analysis.article.text)) == plain for q in analysis.quotes[: index + 1])
    return QuoteMark(words, nth)


def _one_corrected(analysis: Analysis, mark: QuoteMark) -> Analysis:
    """The analysis with one correction applied."""
    index = quote_of(analysis, mark)
    if index is None:
        span = _span_of(analysis, mark.words, mark.nth)
        if span is None or not mark.quote:
            return analysis
        analysis, index = _with_quote(analysis, span)
    if not mark.quote:
        unspoken = replace(
            analysis.quotes[index], kind="unspoken", source=None, entity=None, cue=None, confidence=1.0, rule=BY_HAND
        )
        return _with(analysis, index, unspoken)
    quote = replace(analysis.quotes[index], rule=BY_HAND, confidence=1.0)
    if mark.kind is not None:
        quote = replace(quote, kind=mark.kind)
    if mark.ends is not None:
        span = _nearest(analysis.article.text, mark.ends, quote.span)
        if span is not None:
            marks = quote.marks if span == quote.span else None
            quote = replace(quote, span=span, marks=marks)
    if mark.speaker == NOBODY:
        quote = replace(quote, entity=None, source=None)
    elif mark.speaker is not None:
        analysis, entity = _entity(analysis, mark.speaker)
        kind = "mixed" if quote.kind == "unspoken" else quote.kind
        same = quote.entity == entity
        quote = replace(quote, entity=entity, kind=kind, source=quote.source if same else None)
    return _with(analysis, index, quote)


def _with(analysis: Analysis, index: int, quote: Quote) -> Analysis:
    quotes = (*analysis.quotes[:index], quote, *analysis.quotes[index + 1 :])
    return replace(analysis, quotes=quotes)


def _with_quote(analysis: Analysis, span: Span) -> tuple[Analysis, int]:
    """The analysis with one quote more, that nobody has been given yet, and that quote's index."""
    utterance = max((q.utterance for q in analysis.quotes), default=-1) + 1
    new = Quote(span, "direct", rule=BY_HAND, confidence=1.0, utterance=utterance)
    quotes = sorted((*analysis.quotes, new), key=lambda q: q.span)
    return replace(analysis, quotes=tuple(quotes)), quotes.index(new)


def _entity(analysis: Analysis, name: str) -> tuple[Analysis, int]:
    """The index of the entity of that name, made where the article has none, and the analysis that has it."""
    wanted = name.casefold()
    for fits in (lambda e: e.name.casefold() == wanted, lambda e: wanted in {a.casefold() for a in e.aliases}):
        for index, entity in enumerate(analysis.entities):
            if fits(entity):
                return analysis, index
    new = Entity(name, "person", (), (name,))
    return replace(analysis, entities=(*analysis.entities, new)), len(analysis.entities)


def _span_of(analysis: Analysis, words: str, nth: int) -> Span | None:
    """Where these words stand for the nth time in the article's spoken blocks, white space and marks aside."""
    pattern = re.compile(r"\W+".join(re.escape(w) for w in _WORD.findall(words)))
    if not pattern.pattern:
        return None
    found = _matches(analysis, pattern)
    return found[min(nth, len(found)) - 1] if found else None


def _matches(analysis: Analysis, pattern: re.Pattern[str]) -> list[Span]:
    """Where a pattern is found in the article's spoken blocks."""
    text = analysis.article.text
    return [
        Span(*match.span())
        for block in analysis.article.blocks
        if block.kind in SPOKEN
        for match in pattern.finditer(text, *block.span)
    ]


def _nearest(text: str, words: str, near: Span) -> Span | None:
    """The occurrence of exactly these words that lies nearest to a span."""
    found = [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
    return min(found, key=lambda s: abs(s.start - near.start), default=None)


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def corrected_speakers(
    speakers: Sequence[Speaker], acts: Iterable[SpeakerAct], paths: Mapping[str, str], named: Mapping[Place, str]
) -> tuple[Speaker, ...]:
    """The speakers after the person's own acts, in the order in which they were done.

    Args: paths: of every article key; named: entities to which a person gave a quote by name, which are moved to the
    speaker of that name. An act on a name that nobody bears changes nothing.
    """
    found = list(speakers)
    for place, name in named.items():
        found = _moved(found, place, name)
    for act in acts:
        at = bearer(found, act.speaker)
        if at is None:
            continue
        if act.act == "name":
            aliases = tuple(dict.fromkeys((act.other, *found[at].aliases)))
            found[at] = replace(found[at], name=act.other, aliases=aliases)
        elif act.act == "same":
            other = bearer(found, act.other)
            if other is not None and other != at:
                found = _joined(found, at, other)
        else:
            found = _parted(found, at, act, paths)
    return tuple(sorted(found, key=lambda s: (s.name.casefold(), s.id)))


def bearer(speakers: Sequence[Speaker], name: str) -> int | None:
    """Index of the speaker of that name, else of the one it is an alias of; the most widely named of several."""
    wanted = name.casefold()
    bearers = [i for i, s in enumerate(speakers) if s.name.casefold() == wanted]
    bearers = bearers or [i for i, s in enumerate(speakers) if wanted in {a.casefold() for a in s.aliases}]
    return max(bearers, key=lambda i: (len(speakers[i].entities), -i), default=None)


def _joined(speakers: Sequence[Speaker], first: int, other: int) -> list[Speaker]:
    """The speakers with two of them as one, under the first one's id and name."""
    one, two = speakers[first], speakers[other]
    both = replace(
        one,
        aliases=tuple(dict.fromkeys((*one.aliases, two.name, *two.aliases))),
        roles=tuple(dict.fromkeys((*one.roles, *two.roles))),
        entities=tuple(sorted({*one.entities, *two.entities})),
    )
    return [both if i == first else s for i, s in enumerate(speakers) if i != other]


def _parted(speakers: Sequence[Speaker], at: int, act: SpeakerAct, paths: Mapping[str, str]) -> list[Speaker]:
    """The speakers with one article's part of a speaker as somebody else."""
    whole = speakers[at]
    away = tuple(place for place in whole.entities if paths.get(place[0]) == act.path)
    if not away:
        return list(speakers)
    rest = replace(whole, entities=tuple(p for p in whole.entities if p not in away))
    kept = [s for i, s in enumerate(speakers) if i != at]
    if rest.entities:
        kept.append(rest)
    theirs = bearer(kept, act.other)
    if theirs is None:
        kept.append(Speaker(f"{whole.id}-{away[0][0][:6]}", act.other, whole.kind, (act.other,), (), away))
    else:
        kept[theirs] = replace(kept[theirs], entities=tuple(sorted({*kept[theirs].entities, *away})))
    return kept


def _moved(speakers: Sequence[Speaker], place: Place, name: str) -> list[Speaker]:
    """The speakers with an entity under the speaker of that name, where there is one besides its own."""
    own = next((i for i, s in enumerate(speakers) if place in s.entities), None)
    theirs = bearer(speakers, name)
    if theirs is None or own == theirs or own is None:
        return list(speakers)
    found = list(speakers)
    found[theirs] = replace(found[theirs], entities=tuple(sorted({*found[theirs].entities, place})))
    found[own] = replace(found[own], entities=tuple(p for p in found[own].entities if p != place))
    return [s for s in found if s.entities]


def name_for(library: Library, key: str, speaker: Speaker) -> str:
    """The name under which a correction finds this speaker again: one the article has for them, if only theirs."""
    analysis = library.analysis(key)
    own = [analysis.entities[index] for where, index in speaker.entities if where == key]
    if any(speaker.name in (entity.name, *entity.aliases) for entity in own):
        return speaker.name
    for entity in own:
        at = bearer(library.speakers, entity.name)
        if at is not None and library.speakers[at].id == speaker.id:
            return entity.name
    return speaker.name


def words_in(analysis: Analysis, words: str, near: Span) -> Span | None:
    """Where words stand in what the article says, white space aside: the place nearest to a span."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return None
    return min(_matches(analysis, re.compile(pattern)), key=lambda span: abs(span.start - near.start), default=None)
