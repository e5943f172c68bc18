"""What resolving needs of an article, so that it never looks into the analysis again: its row, what its entities tell,
where they stand, and the quotes that can be part of a statement. Made where the article is analysed."""

from __future__ import annotations

import zlib

from msgspec import DecodeError, Struct, msgpack

from reader.library.library import Row, occurrences_in, row_of
from reader.library.syndication import kept_runs
from reader.model.analysis import Analysis
from reader.model.speakers import Speaker
from reader.speakers.evidence import Evidence, evidence
from reader.statements.group import items_of
from reader.statements.index import Item
from reader.statements.words import Words


class Where(Struct, frozen=True, array_like=True):
    """Where an entity is quoted or named."""

    entity: int
    start: int
    stop: int
    quote: int | None = None


class Said(Struct, frozen=True, array_like=True):
    """A quote that can be part of a statement."""

    quote: int
    entity: int | None
    text: str
    words: str
    """Its stems with a blank between them."""
    content: tuple[int, ...]
    """Places of those that carry meaning."""
    names: tuple[str, ...] = ()

    def item(self, key: str, speaker: str | None) -> Item:
        """The quote as grouping takes it."""
        every = tuple(self.words.split(" "))
        stems = frozenset(every[n] for n in self.content)
        return Item((key, self.quote), self.text, Words(every, self.content, frozenset(self.names)), speaker, stems)


class Digest(Struct, frozen=True, array_like=True):
    """An article as resolving sees it."""

    part: int
    title: str
    outlet: str | None
    date: str | None
    agency: str | None
    words: int
    quotes: int
    entities: tuple[Evidence, ...]
    places: tuple[Where, ...]
    """In text order."""
    said: tuple[Said, ...]

    def row(self, key: str, path: str) -> Row:
        """The article in a list."""
        return Row(key, path, self.part, self.title, self.outlet, self.date, self.agency, self.words, self.quotes)


def digest(analysis: Analysis) -> Digest:
    """The digest of an analysis."""
    article = analysis.article
    row = row_of("", analysis)
    everybody = {("", n): Speaker(str(n), "", "person") for n in range(len(analysis.entities))}
    places = tuple(Where(int(n), *o.span, o.quote) for n, o in occurrences_in("", analysis, everybody))
    said = tuple(
        Said(item.place[1], analysis.quotes[item.place[1]].entity, item.text, " ".join(item.words.all),
             item.words.content, tuple(sorted(item.words.names)))
        for item in items_of([("", analysis)], {})
    )  # fmt: skip
    entities = tuple(evidence(e, n, article.language) for n, e in enumerate(analysis.entities))
    return Digest(row.part, row.title, row.outlet, row.date, row.agency, row.words, row.quotes, entities, places, said)


def digested(analysis: Analysis) -> tuple[bytes, bytes]:
    """(digest, runs) of an analysis as they are kept."""
    return condensed(digest(analysis)), kept_runs(analysis)


def condensed(found: Digest) -> bytes:
    """A digest as bytes; none at all for one that holds halves of surrogate pairs."""
    try:
        return zlib.compress(_ENCODER.encode(found), 1)
    except UnicodeEncodeError:
        return b""


def expanded(data: bytes) -> Digest | None:
    """The digest of bytes, None where they are none."""
    try:
        return _DECODER.decode(zlib.decompress(data)) if data else None
    except (DecodeError, zlib.error):
        return None


_ENCODER = msgpack.Encoder()
_DECODER = msgpack.Decoder(Digest)
