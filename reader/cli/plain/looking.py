"""Commands of the linear mode that read: articles, their text, their quotes, searching."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.cli.plain.desk import Desk, TypingError
from reader.cli.reading import facts_of
from reader.library.comparison import outlet_of
from reader.library.library import Row
from reader.library.queries import parse
from reader.library.searching import excerpt
from reader.library.searching import search as search_library
from reader.model.problems import ReaderError
from reader.model.spans import Span

AROUND = 60
"""Characters said before and after what a search found."""
KINDS = {"heading": "Heading: ", "summary": "In short: ", "caption": "Picture: ", "note": "Note: "}


def articles(desk: Desk, words: str) -> Iterator[str]:
    """The articles under the filter, one a line."""
    rows = desk.rows
    for number, row in enumerate(rows, 1):
        yield f"{number}. {told(desk, row)}"
    for problem in desk.library.problems:
        yield f"Not read: {problem}."
    if not rows:
        yield "No article is listed. Type filter to list all."


def told(desk: Desk, row: Row) -> str:
    """An article in a line."""
    mark = desk.book.marked(row.key)
    parts = [row.title.rstrip("."), f"{outlet_of(row)}, {row.date or 'no date'}", _many(row.quotes, "quote")]
    parts += ["open now"] if row.key == desk.key else []
    parts += ["unread"] if not (mark and mark.read) else []
    parts += ["starred"] if mark and mark.star else []
    parts += [f"tags: {', '.join(mark.tags)}"] if mark and mark.tags else []
    for name in desk.follows:
        number = sum(o.key == row.key for o in desk.library.occurrences(desk.speaker(name).id))
        parts += [f"{name} {number}"] if number else []
    return ". ".join(parts) + "."


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def open_article(desk: Desk, words: str) -> Iterator[str]:
    """Open an article by its number or by words of its headline; say what it is."""
    if words:
        desk.key, desk.quote, desk.paragraph = desk.numbered(words).key, None, 0
    view = desk.view
    desk.listed = tuple((desk.row.key, q.index) for q in view.quotes)
    yield view.article.title
    yield from facts_of(view)
    yield f"{_many(len(desk.shown(view.article)), 'paragraph')}, {_many(len(view.quotes), 'quote')}."


def step(desk: Desk, by: int) -> Iterator[str]:
    """Open the next or the previous listed article."""
    keys = [row.key for row in desk.rows]
    at = keys.index(desk.key) + by if desk.key in keys else 0 if by > 0 else len(keys) - 1
    if not 0 <= at < len(keys):
        raise TypingError("That was the last article." if by > 0 else "That was the first article.")
    yield from open_article(desk, str(at + 1))


def read(desk: Desk, words: str) -> Iterator[str]:
    """The text: all of it, from a paragraph on, or one paragraph ("read 3 to 5", "read 3")."""
    article = desk.article
    shown = desk.shown(article)
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    if words and (not numbers or not 0 < numbers[0] <= len(shown)):
        raise TypingError(f"There are paragraphs 1 to {len(shown)}. Type read, read 3, or read 3 to 5.")
    first = numbers[0] if numbers else 1
    last = min(numbers[1], len(shown)) if len(numbers) > 1 else first if numbers else len(shown)
    yield from paragraphs(desk, first, last)


def paragraphs(desk: Desk, first: int, last: int) -> Iterator[str]:
    """Some paragraphs, each on a line with its number."""
    article = desk.article
    shown = desk.shown(article)
    for number in range(first, last + 1):
        block = article.blocks[shown[number - 1]]
        yield f"{number}. {KINDS.get(block.kind, '')}{' '.join(block.span.of(article.text).split())}"
        desk.paragraph = number
    desk.now_read()


def more(desk: Desk, words: str) -> Iterator[str]:
    """The next paragraph, or that many."""
    total = len(desk.shown(desk.article))
    number = int(words) if words.isdecimal() and len(words) < 6 else 1
    if desk.paragraph >= total:
        raise TypingError("That was the last paragraph.")
    yield from paragraphs(desk, desk.paragraph + 1, min(total, desk.paragraph + max(1, number)))


def quotes(desk: Desk, words: str) -> Iterator[str]:
    """The quotes of the open article, one a line."""
    views = desk.quotes
    desk.listed = tuple((desk.row.key, view.index) for view in views)
    for number, view in enumerate(views, 1):
        yield f"{number}. {said(desk, (desk.row.key, view.index))}"
    if not views:
        yield "No quotes here." if desk.indirect else "No quotes here. Type reported to list reported speech too."


def said(desk: Desk, place: tuple[str, int]) -> str:
    """A quote in a line."""
    quote, speaker = desk.quote_at(place), desk.speaker_at(place)
    mark = desk.quote_mark(place)
    words = desk.words_at(place)
    parts = [speaker.name if speaker else "Nobody named", quote.kind]
    parts += (
        ["by hand"] if quote.rule == "by hand" else [f"{quote.confidence:.0%} sure"] if quote.confidence < 0.9 else []
    )
    parts += ["starred"] if mark.star else []
    parts += [f"tags {' '.join(mark.tags)}"] if mark.tags else []
    parts += [f"note: {mark.note}"] if mark.note else []
    return f"{', '.join(parts)}: “{words}”"


def quote(desk: Desk, words: str) -> Iterator[str]:
    """Choose a quote: by number, or the next, or the previous one; say it in its paragraph."""
    if words in ("", "next", "previous"):
        indices = [view.index for view in desk.quotes]
        if not indices:
            raise TypingError("No quotes here.")
        by = -1 if words == "previous" else 1
        at = indices.index(desk.quote) + by if desk.quote in indices else 0
        if not 0 <= at < len(indices):
            raise TypingError("That was the last quote." if by > 0 else "That was the first quote.")
        place = (desk.row.key, indices[at])
    else:
        place = desk.place(words)
    desk.go(place)
    if place[0] != desk.row.key:
        yield f"In {desk.row.title}."
    yield said(desk, place)
    yield from paragraphs(desk, desk.paragraph, desk.paragraph) if desk.paragraph else ()


def cleaned(desk: Desk, words: str) -> Iterator[str]:
    """What cleaning took away from the open article, with the rule that did it."""
    article = desk.article
    taken = [b for b in article.blocks if b.kind in ("dropped", "meta", "related", "note") and b.span.length]
    for block in taken:
        yield f"{block.kind}, {block.rule or 'no rule named'}: {' '.join(block.span.of(article.text).split())}"
    if not taken:
        yield "Cleaning took nothing away."


def reported(desk: Desk, words: str) -> Iterator[str]:
    """List reported speech too, or no longer."""
    desk.indirect = not desk.indirect
    yield "Reported speech is listed too." if desk.indirect else "Reported speech is left out."


# -- searching


def search(desk: Desk, words: str) -> Iterator[str]:
    """Where words stand in the open article; next and previous then walk them."""
    desk.search = words
    found = _found(desk)
    if not words:
        yield "The search is dropped."
        return
    desk.walked = -1
    yield f"{_many(len(found), 'place')} in {desk.row.title}." if found else f"“{words}” is not in this article."
    for number, span in enumerate(found, 1):
        yield f"{number}. {_around(desk, span)}"


def _found(desk: Desk) -> list[Span]:
    """Places of the search, capitals counting where one is typed."""
    if not desk.search:
        return []
    pattern = r"\s+".join(re.escape(word) for word in desk.search.split())
    flags = re.NOFLAG if any(c.isupper() for c in desk.search) else re.IGNORECASE
    article = desk.article
    shown = set(desk.shown(article))
    found = (Span(*match.span()) for match in re.finditer(pattern, article.text, flags))
    return [span for span in found if article.block_at(span.start) in shown]


def _around(desk: Desk, span: Span) -> str:
    """A place with the words around it."""
    article = desk.article
    index = article.block_at(span.start)
    block = article.blocks[index].span
    start, end = max(block.start, span.start - AROUND), min(block.end, span.end + AROUND)
    words = " ".join(article.text[start:end].split())
    return f"Paragraph {desk.number_of(article, index)}: {'…' * (start > block.start)}{words}{'…' * (end < block.end)}"


def walk(desk: Desk, by: int) -> Iterator[str]:
    """The next or the previous place of the search, else of the speaker followed last, across articles."""
    if desk.search:
        found = _found(desk)
        if not found:
            raise TypingError(f"“{desk.search}” is not in this article.")
        desk.walked = (desk.walked + by) % len(found) if desk.walked >= 0 else 0 if by > 0 else len(found) - 1
        yield f"{desk.walked + 1} of {len(found)}. {_around(desk, found[desk.walked])}"
        return
    speaker, places = desk.occurrences()
    if not places:
        raise TypingError(f"{speaker.name} does not occur here.")
    desk.walked = (desk.walked + by) % len(places) if desk.walked >= 0 else 0 if by > 0 else len(places) - 1
    place = places[desk.walked]
    if place.key != desk.key:
        desk.key, desk.quote = place.key, None
        yield f"In {desk.row.title}, {outlet_of(desk.row)}."
    head = f"{desk.walked + 1} of {len(places)}"
    if place.quote is not None:
        desk.go((place.key, place.quote))
        yield f"{head}, quoted. {said(desk, (place.key, place.quote))}"
    else:
        yield f"{head}, named. {_around(desk, place.span)}"


def find(desk: Desk, words: str) -> Iterator[str]:
    """Search the whole library; the articles found are listed until filter is typed."""
    if not words:
        raise TypingError('Type find and what is wanted, such as: find speaker:quill "root causes" date:2025-03')
    try:
        query = parse(words)
    except ReaderError as error:
        raise TypingError(str(error)) from error
    hits = list(search_library(desk.library, query, desk.book.marked))
    desk.found = frozenset(hit.key for hit in hits)
    desk.listed = tuple((hit.key, hit.quote) for hit in hits if hit.quote is not None)
    number = 0
    for hit in hits:
        row = desk.library.row_by_key[hit.key]
        if hit.quote is not None:
            number += 1
            yield f"{number}. {outlet_of(row)}: {said(desk, (hit.key, hit.quote))}"
        else:
            text = " ".join(excerpt(desk.library.analysis(hit.key).article, hit)[0].split())
            yield f"Article, {row.title}, {outlet_of(row)}: {text}"
    yield f"Found: {_many(len(hits), 'place')} in {_many(len(desk.found), 'article')}."
    if not hits:
        desk.found = None


def filter_by(desk: Desk, words: str) -> Iterator[str]:
    """List only articles with a tag; without one, all."""
    desk.tag, desk.found = words.lstrip("#"), None
    number = len(desk.rows)
    yield f"{_many(number, 'article')} with the tag {desk.tag}." if desk.tag else f"All {number} articles are listed."
