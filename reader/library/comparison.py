"""One utterance as the outlets report it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reader.library.library import Library, Row
from reader.model.analysis import Analysis
from reader.model.quotes import Quote
from reader.model.speakers import Speaker, Statement
from reader.statements.differences import Difference, changed_meaning, differences

AROUND = 60
"""Characters of context kept on either side of a quote."""


class Version(Struct, frozen=True):
    """The utterance as one article has it."""

    key: str
    """Of the article."""
    quote: int
    """Index among the article's quotes."""
    outlet: str
    date: str | None
    words: str
    cue: str
    before: str
    """The end of what stands before the quote in its paragraph."""
    after: str
    differences: tuple[Difference, ...]
    """Held against the fullest version; of that one a single run of the same."""
    meaning: tuple[str, ...]
    """Why it may mean something else than the fullest version."""
    copies: tuple[str, ...] = ()
    """Other outlets that carry the same article (wire copy) with the same words; they are no versions of their own."""


class Comparison(Struct, frozen=True):
    """All versions of one statement, and who is silent on it."""

    statement: Statement
    speaker: Speaker | None
    versions: tuple[Version, ...]
    """In library order."""
    without: tuple[str, ...]
    """Outlets that quote or name the speaker and have not this utterance."""
    silent: tuple[str, ...]
    """Outlets that do not have the speaker at all."""

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet that has it, copies included."""
        return tuple(dict.fromkeys(outlet for v in self.versions for outlet in (v.outlet, *v.copies)))

    @property
    def meaning(self) -> tuple[str, ...]:
        """Why two versions may mean different things; empty where nothing points to it."""
        return tuple(dict.fromkeys(reason for version in self.versions for reason in version.meaning))


def _folded(library: Library, versions: Sequence[Version]) -> tuple[Version, ...]:
    """The versions without those that stand in copies of an article that has the same words; these are named in it."""
    kept: list[Version] = []
    for version in versions:
        words = _plain(version.words)
        same = next(
            (n for n, k in enumerate(kept) if _plain(k.words) == words and _is_copy(library, k.key, version.key)), None
        )
        if same is None:
            kept.append(version)
        else:
            kept[same] = replace(kept[same], copies=(*kept[same].copies, version.outlet))
    return tuple(kept)


def _is_copy(library: Library, one: str, other: str) -> bool:
    """True where two articles are one report, as an agency's in several outlets."""
    return one != other and other in library.copies.get(one, ())


def outlet_of(row: Row) -> str:
    """The name by which an article's outlet is listed; one whose outlet is unknown goes by its file."""
    if row.outlet:
        return row.outlet
    if row.agency:
        return f"via {row.agency}"
    return row.path.rsplit("/", 1)[-1]


def compare(library: Library, statement: Statement, *, absent: bool = True) -> Comparison:
    """The versions of a statement, held against the fullest of them.

    Args: absent: False leaves out who is without it, for which every article has to be looked at.
    """
    rows = library.row_by_key
    places = [(key, library.analysis(key), index) for key, index in statement.quotes]
    texts = [analysis.quotes[index].span.of(analysis.article.text) for _, analysis, index in places]
    full = max(texts, key=len, default="")
    versions = tuple(
        _version(rows[key], analysis, index, words, full)
        for (key, analysis, index), words in zip(places, texts, strict=True)
    )
    versions = _folded(library, versions)
    speaker = library.by_id.get(statement.speaker) if statement.speaker else None
    having = {key for key, _, _ in places}
    named = {o.key for o in library.occurrences(speaker.id)} if speaker and absent else set()
    others = [row for row in library.rows if row.problem is None and row.key not in having] if absent else []
    return Comparison(
        statement,
        speaker,
        versions,
        tuple(outlet_of(row) for row in others if row.key in named),
        tuple(outlet_of(row) for row in others if row.key not in named),
    )


def comparisons(library: Library) -> Iterator[Comparison]:
    """All comparisons without who is absent, those that may change the meaning first, then the most widely reported."""
    yield from sorted(unordered(library), key=weight)


def unordered(library: Library) -> Iterator[Comparison]:
    """The same in the order of the statements."""
    return (compare(library, statement, absent=False) for statement in library.statements)


def weight(comparison: Comparison) -> tuple[bool, int, str]:
    """What comparisons are ordered by."""
    return not comparison.meaning, -len(comparison.outlets), comparison.statement.id


def find_statements(library: Library, words: str) -> tuple[Statement, ...]:
    """The statements one of whose versions has these words, case and punctuation aside; else most of them."""
    wanted = _plain(words)
    if not wanted:
        return ()
    texts = [
        (statement, [_plain(library.words(*place)) for place in statement.quotes]) for statement in library.statements
    ]
    whole = tuple(s for s, versions in texts if any(f" {wanted} " in f" {v} " for v in versions))
    if whole:
        return whole
    parts = set(wanted.split())
    shared = [(max(len(parts & set(v.split())) for v in versions) / len(parts), s) for s, versions in texts]
    best = max((share for share, _ in shared), default=0.0)
    return tuple(s for share, s in shared if share == best and best >= 0.6)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _version(row: Row, analysis: Analysis, index: int, words: str, full: str) -> Version:
    quote = analysis.quotes[index]
    found = differences(full, words)
    before, after = _around(analysis, quote)
    cue = quote.cue.of(analysis.article.text) if quote.cue else ""
    return Version(
        row.key, index, outlet_of(row), row.date, words, cue, before, after, found, changed_meaning(found)
    )  # fmt: skip


def _around(analysis: Analysis, quote: Quote) -> tuple[str, str]:
    """What stands right before and after a quote in its block, cut at a word."""
    text = analysis.article.text
    block = analysis.article.blocks[analysis.article.block_at(quote.span.start)].span
    outer = quote.marks or quote.span
    before = text[max(block.start, outer.start - AROUND) : outer.start]
    after = text[outer.end : min(block.end, outer.end + AROUND)]
    if outer.start - AROUND > block.start:
        before = "…" + before.partition(" ")[2]
    if outer.end + AROUND < block.end:
        after = after.rpartition(" ")[0] + "…"
    return before.strip(), after.strip()
