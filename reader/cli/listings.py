"""The rows that the listing commands print."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from reader.exporting.contract import MarkOf
from reader.library.comparison import Comparison, Version, comparisons, unordered, weight
from reader.library.library import Library, from_index
from reader.library.matrix import matrix
from reader.library.queries import Query
from reader.library.searching import excerpt, search
from reader.marks.marks import ArticleMark

Row = dict[str, Any]
ARTICLES = ("date", "outlet", "title", "words", "quotes", "tags", "path")
QUOTES = ("speaker", "kind", "cue", "confidence", "outlet", "date", "text", "path")
STATEMENTS = ("speaker", "outlets", "articles", "meaning", "date", "words", "id")
VERSIONS = ("outlet", "date", "difference", "cue", "words", "path")
HITS = ("date", "outlet", "title", "speaker", "found", "words", "path")
NOTES = ("date", "outlet", "title", "speaker", "words", "note", "tags", "citation", "path")
SPEAKERS = ("name", "kind", "quotes", "mentions", "articles", "first", "last", "roles", "aliases")


def article_rows(library: Library, mark_of: MarkOf) -> Iterator[Row]:
    """A row an article in library order."""
    for row in library.rows:
        if row.problem:
            continue
        mark = mark_of(row.key, library.analysis(row.key))
        yield {
            "id": row.key, "date": row.date, "outlet": row.outlet or row.agency, "title": row.title, "words": row.words,
            "quotes": row.quotes, "tags": list(mark.tags) if mark else [], "path": row.path, "part": row.part,
        }  # fmt: skip


def quote_rows(library: Library, *, indirect: bool = False) -> Iterator[Row]:
    """A row a quote in reading order; reported speech without marks only where it is asked for."""
    rows = library.row_by_key
    for key, analysis in library.items():
        row = rows[key]
        for quote in analysis.quotes:
            if quote.kind == "unspoken" or (quote.kind == "indirect" and not indirect):
                continue
            speaker = library.speaker_of(key, quote.entity)
            yield {
                "speaker": speaker.name if speaker else None, "kind": quote.kind,
                "cue": quote.cue.of(analysis.article.text) if quote.cue else None,
                "confidence": round(quote.confidence, 3), "outlet": row.outlet or row.agency, "date": row.date,
                "text": quote.span.of(analysis.article.text), "path": row.path, "article": key,
            }  # fmt: skip


def hit_rows(library: Library, query: Query, mark_of: Callable[[str], ArticleMark | None]) -> Iterator[Row]:
    """A row a place that a query finds, in library order: an article, a passage, a quote."""
    rows = library.row_by_key
    for hit in search(library, query, mark_of):
        row, analysis = rows[hit.key], library.analysis(hit.key)
        text = analysis.article.text
        quote = analysis.quotes[hit.quote] if hit.quote is not None else None
        speaker = library.speaker_of(hit.key, quote.entity) if quote else None
        yield {
            "date": row.date, "outlet": row.outlet or row.agency, "title": row.title,
            "speaker": speaker.name if speaker else None, "found": hit.kind,
            "words": " ".join((hit.span.of(text) if hit.span.length else excerpt(analysis.article, hit)[0]).split()),
            "lit": [span.of(text) for span in hit.lit], "path": row.path, "article": hit.key,
            "start": hit.place.start, "end": hit.place.end,
        }  # fmt: skip


def speaker_rows(library: Library) -> Iterator[Row]:
    """A row a speaker, the most quoted first."""
    for tally in library.tallies:
        speaker = tally.speaker
        first, last = library.days(tally)
        yield {
            "id": speaker.id, "name": speaker.name, "kind": speaker.kind, "quotes": tally.quotes,
            "mentions": tally.mentions, "articles": len(tally.articles), "roles": list(speaker.roles),
            "aliases": list(speaker.aliases), "first": first, "last": last,
        }  # fmt: skip


def statement_rows(library: Library) -> Iterator[Row]:
    """A row an utterance that several articles report; those whose meaning may have changed first."""
    if not from_index(library):
        yield from map(_statement_row, comparisons(library))
        return
    from reader.library.snapshot import scratch

    with scratch() as base:  # of a large library they are not all held
        base.execute("CREATE TABLE found (plain INTEGER, few INTEGER, id TEXT, row TEXT)")
        rows = ((*weight(c), json.dumps(_statement_row(c))) for c in unordered(library))
        base.executemany("INSERT INTO found VALUES (?, ?, ?, ?)", rows)
        for (row,) in base.execute("SELECT row FROM found ORDER BY plain, few, id, rowid"):
            yield json.loads(row)


def _statement_row(comparison: Comparison) -> Row:
    fullest = max(comparison.versions, key=lambda v: len(v.words))
    return {
        "id": comparison.statement.id,
        "speaker": comparison.speaker.name if comparison.speaker else None,
        "outlets": list(comparison.outlets),
        "articles": len({key for key, _ in comparison.statement.quotes}),
        "meaning": list(comparison.meaning),
        "date": min((v.date for v in comparison.versions if v.date), default=None),
        "words": fullest.words,
    }


def version_rows(library: Library, comparison: Comparison) -> Iterator[Row]:
    """A row a version of one utterance, what differs from the fullest marked in its words; then who is without it."""
    rows = library.row_by_key
    speaker = comparison.speaker.name if comparison.speaker else None
    for version in comparison.versions:
        yield {
            "statement": comparison.statement.id, "speaker": speaker, "outlet": [version.outlet, *version.copies],
            "date": version.date,
            "difference": ["may change the meaning: " + ", ".join(version.meaning)] if version.meaning else
            list(dict.fromkeys(d.kind for d in version.differences if d.kind != "same")), "cue": version.cue,
            "words": marked(version), "path": rows[version.key].path,
        }  # fmt: skip
    for outlet in comparison.without:
        yield {"statement": comparison.statement.id, "speaker": speaker, "outlet": outlet, "difference": ["not this"]}
    for outlet in comparison.silent:
        yield {"statement": comparison.statement.id, "speaker": speaker, "outlet": outlet, "difference": ["no speaker"]}


def marked(version: Version) -> str:
    """The words of a version with what differs: [-dropped-], {+added+}, [-other-]{+wording+}, and ⟨cut⟩."""
    pieces = []
    for difference in version.differences:
        if difference.kind == "same":
            pieces.append(difference.words)
        elif difference.kind == "cut":
            pieces.append(f"⟨cut⟩{' ' + difference.words if difference.words else ''}")
        else:
            old = f"[-{difference.instead}-]" if difference.instead else ""
            pieces.append(old + (f"{{+{difference.words}+}}" if difference.words else ""))
    return " ".join(pieces)


def matrix_rows(library: Library) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The columns (speaker, an outlet each, all) and a row a speaker: quotes, and mentions after a plus."""
    table = matrix(library)

    def rows() -> Iterator[Row]:
        for speaker, cells in table.rows:
            counts = {
                o: f"{c.quotes}+{c.mentions}" if c.total else "" for o, c in zip(table.outlets, cells, strict=True)
            }
            yield {"speaker": speaker.name, **counts, "all": sum(c.total for c in cells)}

    return ("speaker", *table.outlets, "all"), rows()
