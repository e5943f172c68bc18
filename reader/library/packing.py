"""An analysis as plain lists that JSON can hold, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.model.analysis import Analysis
from reader.model.articles import Article, Block, Fact, Metadata, RawMap
from reader.model.mentions import Mention
from reader.model.problems import Problem
from reader.model.quotes import Quote, RunnerUp
from reader.model.spans import Span
from reader.model.speakers import Entity, Link

FACTS = ("title", "outlet", "published", "updated", "agency", "place", "section", "url")
Packed = list[Any]


def packed(analysis: Analysis) -> Packed:
    """The analysis as nested lists of text, numbers and None. The path is left out: it belongs to the opening."""
    article = analysis.article
    facts = article.metadata
    return [
        article.id, article.part, article.text, article.language,
        [[b.kind, *b.span, b.raw, b.lines, b.rule, b.level, b.rebuilt] for b in article.blocks],
        [_fact(getattr(facts, name)) for name in FACTS], [_fact(a) for a in facts.authors],
        [article.raw_map.starts, article.raw_map.raws, article.raw_map.lengths],
        [[p.what, p.advice, p.line, p.column, p.fatal] for p in article.problems],
        [_quote(q) for q in analysis.quotes],
        [_entity(e) for e in analysis.entities],
    ]  # fmt: skip


def unpacked(data: Packed, path: str) -> Analysis:
    """The analysis that `packed` made lists of, of the file at `path`. Raises ValueError, TypeError or KeyError
    for anything else."""
    id_, part, text, language, blocks, facts, authors, raw_map, problems, quotes, entities = data
    article = Article(
        id=id_, path=path, part=part, text=text, language=language,
        blocks=tuple(
            Block(kind, Span(start, end), _span(raw), (lines[0], lines[1]) if lines else None, rule, level, rebuilt)
            for kind, start, end, raw, lines, rule, level, rebuilt in blocks
        ),
        metadata=Metadata(
            **{name: Fact(*fact) if fact else None for name, fact in zip(FACTS, facts, strict=True)},
            authors=tuple(Fact(*author) for author in authors),
        ),
        raw_map=RawMap(*(tuple(row) for row in raw_map)),
        problems=tuple(Problem(path, *problem) for problem in problems),
    )  # fmt: skip
    return Analysis(
        article,
        tuple(_unpacked_quote(q) for q in quotes),
        tuple(
            Entity(
                name, kind, tuple(Link(Span(start, end), rule, sure) for start, end, rule, sure in links),
                tuple(aliases), tuple(roles), gender, tuple(members),
            )
            for name, kind, links, aliases, roles, gender, members in entities
        ),
    )  # fmt: skip


def _fact(fact: Fact | None) -> Packed | None:
    return [fact.value, fact.rule, fact.guessed] if fact else None


def _quote(quote: Quote) -> Packed:
    return [
        *quote.span, quote.kind, quote.marks, _mention(quote.source), quote.cue, quote.confidence, quote.utterance,
        quote.rule, [[*r.mention, r.score] for r in quote.runners_up], quote.entity,
    ]  # fmt: skip


def _entity(entity: Entity) -> Packed:
    links = [[*link.span, link.rule, link.confidence] for link in entity.links]
    return [entity.name, entity.kind, links, entity.aliases, entity.roles, entity.gender, entity.members]


def _mention(mention: Mention | None) -> Packed | None:
    if mention is None:
        return None
    return [*mention.span, *mention.head, mention.form, mention.kind, mention.gender, mention.plural, mention.role]


def _unpacked_quote(data: Sequence[Any]) -> Quote:
    start, end, kind, marks, source, cue, confidence, utterance, rule, others, entity = data
    return Quote(
        Span(start, end), kind, _span(marks), _unpacked_mention(source), _span(cue), confidence, utterance, rule,
        tuple(RunnerUp(Span(a, b), score) for a, b, score in others), entity,
    )  # fmt: skip


def _unpacked_mention(data: Sequence[Any] | None) -> Mention | None:
    if data is None:
        return None
    a, b, c, d, form, kind, gender, plural, role = data
    return Mention(Span(a, b), Span(c, d), form, kind, gender, plural, _span(role))


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(pair[0], pair[1]) if pair else None
