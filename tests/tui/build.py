"""A small library made of model values, written down in a little markup: no stage of the pipeline is needed.

In a paragraph, `«Name|kind|"words"»` is a quote, `‹Name|words›` the phrase it is given to or a mention; a phrase
before or after a quote of the same paragraph is its source when it is written `‹Name|words|source›`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.library.library import Library
from reader.library.open import Progress
from reader.model.analysis import Analysis
from reader.model.articles import Article, Block, BlockKind, Fact, Metadata
from reader.model.mentions import Mention
from reader.model.problems import Problem
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Entity, Link, Speaker, Statement

_MARK = re.compile(
    r"«(?P<who>[^|»]*)\|(?P<kind>\w+)\|(?P<words>[^»]*)»|‹(?P<name>[^|›]*)\|(?P<phrase>[^|›]*)(?P<src>\|source)?›"
)


@dataclass
class Draft:
    """An article being written down."""

    id: str
    title: str
    outlet: str | None
    day: str | None
    blocks: Sequence[tuple[BlockKind, str]]
    text: str = ""
    quotes: list[tuple[str, str, Span]] = field(default_factory=list)
    names: dict[str, list[Span]] = field(default_factory=dict)
    sources: list[tuple[str, Span]] = field(default_factory=list)


def analysis(draft: Draft) -> Analysis:
    """The analysis that a draft describes."""
    blocks = []
    for kind, marked in [("title", draft.title), *draft.blocks]:
        if draft.text:
            draft.text += "\n\n"
        start = len(draft.text)
        _write(draft, marked)
        blocks.append(Block(kind, Span(start, len(draft.text)), rule=f"{kind} rule"))
    names = list(draft.names)
    entities = tuple(
        Entity(name, "person", tuple(Link(span, "full name") for span in draft.names[name]), (name,)) for name in names
    )
    quotes = tuple(_quote(draft, number, names) for number in range(len(draft.quotes)))
    metadata = Metadata(
        title=Fact(draft.title, "test"),
        outlet=Fact(draft.outlet, "test") if draft.outlet else None,
        published=Fact(draft.day, "test") if draft.day else None,
    )
    article = Article(draft.id, f"news/{draft.id}.txt", draft.text, tuple(blocks), metadata)
    return Analysis(article, quotes, entities)


def _write(draft: Draft, marked: str) -> None:
    at = 0
    for mark in _MARK.finditer(marked):
        draft.text += marked[at : mark.start()]
        start = len(draft.text)
        draft.text += mark["words"] if mark["kind"] else mark["phrase"]
        span = Span(start, len(draft.text))
        if mark["kind"]:
            draft.quotes.append((mark["who"], mark["kind"], span))
            if mark["who"]:
                draft.names.setdefault(mark["who"], [])
        else:
            draft.names.setdefault(mark["name"], []).append(span)
            if mark["src"]:
                draft.sources.append((mark["name"], span))
        at = mark.end()
    draft.text += marked[at:]


def _quote(draft: Draft, number: int, names: list[str]) -> Quote:
    who, kind, span = draft.quotes[number]
    near = [s for name, s in draft.sources if name == who]
    phrase = min(near, key=lambda s: abs(s.start - span.end)) if near else None
    source = Mention(phrase, phrase, "name") if phrase else None
    inner = Span(span.start + 1, span.end - 1) if kind != "indirect" else span
    return Quote(
        inner,
        kind,
        marks=span if kind != "indirect" else None,
        source=source,
        confidence=0.95,
        utterance=number,
        rule="test rule",
        entity=names.index(who) if who else None,
    )


def library(drafts: Sequence[Draft], problems: Sequence[Problem] = (), same: Sequence[str] = ()) -> Library:
    """The library of some drafts; quotes whose words hold one of `same` report one statement."""
    keyed = [(draft.id, analysis(replace(draft, quotes=[], names={}, sources=[], text=""))) for draft in drafts]
    places: dict[str, list[tuple[str, int]]] = {}
    for key, one in keyed:
        for index, entity in enumerate(one.entities):
            places.setdefault(entity.name, []).append((key, index))
    speakers = [Speaker(f"s-{name}", name, "person", (name,), (), tuple(where)) for name, where in places.items()]
    statements = []
    for words in same:
        where = [(k, i) for k, a in keyed for i, q in enumerate(a.quotes) if words in q.span.of(a.article.text)]
        statements.append(Statement(f"st-{words}", None, tuple(where)))
    return Library(keyed, speakers, statements, problems)


BRIDGE = Draft(
    "bridge", "Old bridge shut for a year", "Courier", "2024-05-12",
    (
        ("summary", "Bridge shut from June"),
        ("summary", "Ferry to run"),
        ("caption", "The bridge in 2019. Photo: Ada Quill"),
        ("paragraph", "The old bridge will be shut, ‹Lena Hartwig|Mayor Lena Hartwig|source› told reporters. "
                      "«Lena Hartwig|direct|“We cannot patch this bridge for ever.”» It was built in 1911."),
        ("dropped", "Share this article"),
        ("heading", "A YEAR OF WORKS"),
        ("paragraph", "‹Tomas Reiter|Tomas Reiter|source›, who sells sofas, called it "
                      "«Tomas Reiter|mixed|“a disaster for the old town”» and ‹Lena Hartwig|she› shrugged."),
        ("paragraph", "«Lena Hartwig|indirect|The ferry will be free», ‹Lena Hartwig|Hartwig|source› said."),
        ("note", "This story is being updated."),
    ),
)  # fmt: skip
FERRY = Draft(
    "ferry", "Free ferry promised as bridge shuts", None, "2024-05-13",
    (
        ("paragraph", "The city pays, ‹Lena Hartwig|Hartwig|source› said. "
                      "«Lena Hartwig|direct|“This bridge cannot be patched for ever.”» Nobody objected."),
        ("paragraph", "Works may end next summer. " * 12),
        ("paragraph", "“Long live the ferry,” read a sign. ‹Lena Hartwig|The mayor› smiled."),
    ),
)  # fmt: skip
PRICES = Draft(
    "prices", "Sofa prices rise again", "Coastal Post", None,
    (("paragraph", "Wood is dear, ‹Tomas Reiter|Reiter|source› said. «Tomas Reiter|direct|“It hurts.”»"),),
)  # fmt: skip
BROKEN = Problem("news/scan.pdf", "needs the extra", "pip install 'quote-reader[pdf]'")


def small() -> Library:
    """Three articles, two speakers, one file that did not open."""
    return library((BRIDGE, FERRY, PRICES), (BROKEN,), same=("patch",))


def steps_of(final: Library, *earlier: Library):  # type: ignore[no-untyped-def]
    """What stands in for open_steps: the given views, one after the other."""

    def steps(paths: Sequence[str]) -> Iterator[Progress]:
        total = len(final.keys)
        for view in earlier:
            yield Progress(view, len(view.keys), total, False)
        yield Progress(final, total, total, True)

    return steps
