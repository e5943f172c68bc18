"""One article in several outlets: who carries it, and what each of them changed."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from itertools import repeat
from typing import Literal, Protocol
from zlib import crc32

from msgspec import Struct

from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.spans import Span
from reader.statements.differences import Difference, differences
from reader.text.sentences import sentence_spans

SHARED = 0.6
"""Share of the shorter article's runs that must stand in the longer; two reporters of one event share under a tenth."""
RUN, LONG = 4, 9
"""Words of a run, and letters of the word that begins it."""
FEW, NEARLY = 16, 0.85
"""An article of fewer runs must share nearly all: a box at the end of every article is many of its few."""
LEAST = 5
"""Runs that an article must have to be known as a copy: some fifty words."""
PART = 0.25
"""A copy has at least this share of the other's runs: a brief that a long report holds by chance is none."""
COMMON = 64
"""Reports that may have a run before it counts as furniture and is passed over."""
ALIKE = 0.5
"""Share of words that two sentences must have in common to be one that was changed."""
BODY = frozenset({"paragraph", "heading", "summary"})
_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))
_WORD = re.compile(r"\w+")
Families = Mapping[str, tuple[str, ...]]
"""Article key to the keys of all articles that are one report, the fullest first; articles without copies left out."""


def families(keyed: Iterable[tuple[str, Analysis]]) -> Families:
    """Which articles of a library are the same report.

    Method: runs of four words that begin with a long one (Broder 1997's shingles, sampled by their content), an
    inverted index over the runs of the fullest articles, and containment, since outlets cut. Linear in the text.
    """
    keys: list[str] = []
    sizes, runs = array("I"), []
    for key, analysis in keyed:
        body = _body(analysis.article)
        keys.append(key)
        sizes.append(len(body))
        runs.append(runs_of(body))
    found = same_reports(sizes, array("I", map(len, runs)), runs.__getitem__, Held())
    return {keys[member]: tuple(keys[m] for m in family) for family in found for member in family}


class Holders(Protocol):
    """Which of the fullest articles have a run."""

    def of(self, runs: Set[int]) -> Iterable[int]:
        """The articles that have some runs, once for each; runs that more than COMMON have are passed over."""

    def add(self, article: int, runs: Set[int]) -> None:
        """Takes note of the runs of another article."""


class Held:
    """`Holders` in memory."""

    def __init__(self) -> None:
        self._index: dict[int, tuple[int, ...]] = {}

    def of(self, runs: Set[int]) -> Iterator[int]:
        for run in runs & self._index.keys():
            if len(self._index[run]) <= COMMON:
                yield from self._index[run]

    def add(self, article: int, runs: Set[int]) -> None:
        for run, mine in zip(runs, repeat((article,))):
            holders = self._index.setdefault(run, mine)
            if holders is not mine and len(holders) <= COMMON:
                self._index[run] = (*holders, article)


def same_reports(
    sizes: Sequence[int], counts: Sequence[int], runs: Callable[[int], Set[int]], held: Holders
) -> list[list[int]]:
    """The articles that are one report, by their numbers in library order, the fullest of each first.

    Args: sizes: letters of every article's body; counts: how many runs it has; runs: gives them.
    """
    order = sorted(range(len(counts)), key=lambda n: (-counts[n], -sizes[n]))  # stable: library order among equals
    families: dict[int, list[int]] = {}
    for number in order:
        own = runs(number)
        lead = _lead(own, counts, held) if len(own) >= LEAST else None
        if lead is None:
            held.add(number, own)
        else:
            families.setdefault(lead, [lead]).append(number)
    return [families[number] for number in order if number in families]


def _lead(own: Set[int], counts: Sequence[int], held: Holders) -> int | None:
    """The fuller article that holds most of these runs, if it holds enough of them."""
    shared = Counter(held.of(own))
    best = min(shared, key=lambda number: (-shared[number], counts[number], number), default=None)
    wanted = SHARED if len(own) >= FEW else NEARLY
    if best is None or shared[best] < wanted * len(own) or len(own) < PART * counts[best]:
        return None
    return best


def _body(article: Article) -> str:
    return " ".join(b.span.of(article.text) for b in article.blocks if b.kind == "paragraph").lower()


def runs_of(body: str) -> frozenset[int]:
    """Hashes (32 bits) of the runs by which an article is known in another outlet.

    Args: body: its paragraphs in lower case.
    """
    for typographic, plain in _PLAIN:
        body = body.replace(typographic, plain)
    words = body.split()
    long = [n for n, length in enumerate(map(len, words)) if length >= LONG]
    return frozenset(crc32(" ".join(words[n : n + RUN]).encode("utf-8", "replace")) for n in long)


def kept_runs(analysis: Analysis) -> bytes:
    """The length of an article's body and its runs, as the store keeps them."""
    body = _body(analysis.article)
    return array("I", [len(body), *sorted(runs_of(body))]).tobytes()


ChangeKind = Literal["same", "cut", "added", "changed"]


class Change(Struct, frozen=True):
    """A stretch of a copy, held against the fullest version."""

    kind: ChangeKind
    words: str
    """What the copy has; empty for a cut."""
    instead: str = ""
    """What the fullest version has there; empty for what was added."""
    span: Span | None = None
    """Where it stands in the copy; of a cut, where the copy goes on."""
    paragraphs: int = 0
    """How many whole paragraphs it is; 0 where it is part of one."""
    sentences: int = 1
    differences: tuple[Difference, ...] = ()
    """Word by word, of what was changed."""


class _Sentence(Struct, frozen=True):
    key: str
    span: Span
    paragraph: int


def changes(full: Article, copy: Article) -> tuple[Change, ...]:
    """What a copy changed of the fullest version, in its order: sentences left out, added, or reworded."""
    old, new = _sentences(full), _sentences(copy)
    found: list[Change] = []
    matcher = SequenceMatcher(None, [s.key for s in old], [s.key for s in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(_stretch("same", full, old[a:b], copy, new[c:d], new, old))
        else:
            found += _replaced(full, old, a, b, copy, new, c, d)
    return tuple(found)


def _replaced(
    full: Article, old: Sequence[_Sentence], a: int, b: int, copy: Article, new: Sequence[_Sentence], c: int, d: int
) -> list[Change]:
    """Sentences that gave way to others: alike ones are one that was changed, the rest is cut or added."""
    found: list[Change] = []
    for here in range(c, d):
        like = next((n for n in range(a, b) if _alike(old[n].key, new[here].key)), None)
        if like is None:
            _join(found, _stretch("added", full, (), copy, new[here : here + 1], new, old))
            continue
        if like > a:
            found.append(_stretch("cut", full, old[a:like], copy, (), new, old, at=new[here].span.start))
        one, other = old[like].span.of(full.text), new[here].span.of(copy.text)
        kind: ChangeKind = "changed" if old[like].key != new[here].key else "same"
        found.append(Change(kind, other, one, new[here].span, differences=differences(one, other)))
        a = like + 1
    if a < b:
        at = new[d].span.start if d < len(new) else new[-1].span.end if new else 0
        found.append(_stretch("cut", full, old[a:b], copy, (), new, old, at=at))
    return found


def _join(found: list[Change], change: Change) -> None:
    """Append a change, as one with the added one before it."""
    last = found[-1] if found else None
    if last and last.kind == change.kind == "added" and last.span and change.span:
        both = Change("added", f"{last.words} {change.words}", "", Span(last.span.start, change.span.end),
                      last.paragraphs + change.paragraphs, last.sentences + 1)  # fmt: skip
        found[-1] = both
    else:
        found.append(change)


def _stretch(
    kind: ChangeKind, full: Article, old: Sequence[_Sentence], copy: Article, new: Sequence[_Sentence],
    all_new: Sequence[_Sentence], all_old: Sequence[_Sentence], *, at: int = 0,
) -> Change:  # fmt: skip
    """Whole sentences as one change. Args: at: of a cut, where the copy goes on."""
    shown, every = (new, all_new) if new else (old, all_old)
    span = Span(new[0].span.start, new[-1].span.end) if new else Span(at, at)
    words = " ".join(s.span.of(copy.text) for s in new)
    instead = " ".join(s.span.of(full.text) for s in old)
    return Change(kind, words, instead, span, _whole_paragraphs(shown, every), len(shown))


def _whole_paragraphs(some: Sequence[_Sentence], every: Sequence[_Sentence]) -> int:
    """How many paragraphs some sentences are, if they are whole ones; else 0."""
    sizes, held = Counter(s.paragraph for s in every), Counter(s.paragraph for s in some)
    return len(held) if all(sizes[n] == size for n, size in held.items()) else 0


def _sentences(article: Article) -> list[_Sentence]:
    """The sentences of the body."""
    found = []
    for number, block in enumerate(article.blocks):
        if block.kind in BODY:
            for span in sentence_spans(article.text, block.span):
                key = " ".join(_WORD.findall(span.of(article.text).casefold()))
                if key:
                    found.append(_Sentence(key, span, number))
    return found


def _alike(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return len(a & b) >= ALIKE * max(len(a), len(b))
