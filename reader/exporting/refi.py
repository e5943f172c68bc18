"""The exchange format of tools for qualitative analysis (REFI-QDA 1.0): code book and project."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from reader.exporting.selection import ArticleView, QuoteView, Selection, article_views
from reader.library.comparison import outlet_of

_SPACE = UUID("5a1c6a57-6d0c-4f0e-9d5e-2f6b2f1d7a10")
"""Of the ids made here; the same article or speaker has the same id in every export."""
_USER = uuid5(_SPACE, "user")
_ORIGIN = "reader"


def _guid(*words: str) -> str:
    return str(uuid5(_SPACE, "\0".join(words)))


def qdc(selection: Selection) -> Iterator[str]:
    """The code book: a code a speaker and a code a tag, levels of tags as levels of codes."""
    views = list(article_views(selection))
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="{_ORIGIN}">\n'
    yield from _codes(views)
    yield "</CodeBook>\n"


def qdpx(selection: Selection) -> bytes:
    """The project as a .qdpx archive: the articles as sources, every quote a selection coded with its speaker and
    its tags, notes as notes."""
    views = list(article_views(selection))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        _add(zipped, "project.qde", "".join(_project(views)))
        for view in views:
            _add(zipped, f"sources/{_guid('source', view.row.key)}.txt", view.article.text)
    return archive.getvalue()


def _add(zipped: zipfile.ZipFile, name: str, text: str) -> None:
    """A member with a fixed date, so that the same project gives the same bytes."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    zipped.writestr(entry, text.encode("utf-8", "replace"))


def _project(views: list[ArticleView]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<Project xmlns="urn:QDA-XML:project:1.0" name="Who said what" origin="{_ORIGIN}" '
    yield f'creatingUserGUID="{_USER}">\n<Users><User guid="{_USER}" name="{_ORIGIN}"/></Users>\n'
    if _names(views) or _tags(views):
        yield f"<CodeBook>\n{''.join(_codes(views))}</CodeBook>\n"
    if views:
        yield "<Sources>\n"
        for view in views:
            yield from _source(view)
        yield "</Sources>\n"
    notes = [note for view in views for note in _notes(view)]
    if notes:
        yield "<Notes>\n" + "".join(notes) + "</Notes>\n"
    yield "</Project>\n"


def _codes(views: list[ArticleView]) -> Iterator[str]:
    """The codes; a code book must have one at least."""
    yield "<Codes>\n"
    yield f'<Code guid="{_guid("code", "speakers")}" name="Speakers" isCodable="false">\n'
    for identity, name in _names(views).items():
        yield f'<Code guid="{_guid("speaker", identity)}" name={_attribute(name)} isCodable="true"/>\n'
    yield "</Code>\n"
    tags = _tags(views)
    if tags:
        yield f'<Code guid="{_guid("code", "tags")}" name="Tags" isCodable="false">\n'
        yield from _levels(tags, "")
        yield "</Code>\n"
    yield "</Codes>\n"


def _levels(tags: Iterable[str], above: str) -> Iterator[str]:
    """Codes of tags below `above`: `war/ceasefire` lies in `war`."""
    below: dict[str, list[str]] = {}
    for tag in tags:
        first, _, rest = tag.partition("/")
        below.setdefault(first, [])
        if rest:
            below[first].append(rest)
    for name, deeper in below.items():
        path = f"{above}/{name}" if above else name
        yield f'<Code guid="{_guid("tag", path)}" name={_attribute(name)} isCodable="true">'
        yield from _levels(deeper, path)
        yield "</Code>\n"


def _names(views: list[ArticleView]) -> dict[str, str]:
    """Speaker ids to names, of all quotes taken."""
    return {q.speaker.id: q.speaker.name for view in views for q in view.quotes if q.speaker}


def _tags(views: list[ArticleView]) -> list[str]:
    found = [tag for view in views for tag in view.tags]
    found += [tag for view in views for quote in view.quotes if quote.mark for tag in quote.mark.tags]
    return sorted(set(found))


def _source(view: ArticleView) -> Iterator[str]:
    guid = _guid("source", view.row.key)
    name = f"{outlet_of(view.row)}: {view.article.title}"
    yield f'<TextSource guid="{guid}" name={_attribute(name)} plainTextPath="internal://{guid}.txt">\n'
    yield f"<Description>{_text(view.article.path)}</Description>\n"
    for quote in view.quotes:
        span = quote.quote.span
        selection = _guid("selection", view.row.key, quote.id)
        yield f'<PlainTextSelection guid="{selection}" name={_attribute(quote.words[:60])} '
        yield f'startPosition="{span.start}" endPosition="{span.end}">'
        for code in _codings(quote):
            yield f'<Coding guid="{_guid(selection, code)}"><CodeRef targetGUID="{code}"/></Coding>'
        if quote.mark and quote.mark.note:
            yield f'<NoteRef targetGUID="{_guid("note", selection)}"/>'
        yield "</PlainTextSelection>\n"
    for tag in view.tags:
        code = _guid("tag", tag)
        yield f'<Coding guid="{_guid(guid, code)}"><CodeRef targetGUID="{code}"/></Coding>\n'
    if view.mark and view.mark.note:
        yield f'<NoteRef targetGUID="{_guid("note", guid)}"/>\n'
    yield "</TextSource>\n"


def _codings(quote: QuoteView) -> list[str]:
    codes = [_guid("speaker", quote.speaker.id)] if quote.speaker else []
    return codes + [_guid("tag", tag) for tag in (quote.mark.tags if quote.mark else ())]


def _notes(view: ArticleView) -> Iterator[str]:
    """The notes on the article and on its quotes."""
    if view.mark and view.mark.note:
        yield _note(_guid("note", _guid("source", view.row.key)), view.article.title, view.mark.note)
    for quote in view.quotes:
        if quote.mark and quote.mark.note:
            selection = _guid("selection", view.row.key, quote.id)
            yield _note(_guid("note", selection), quote.words, quote.mark.note)


def _note(guid: str, name: str, text: str) -> str:
    return (
        f'<Note guid="{guid}" name={_attribute(name[:60])}><PlainTextContent>{_text(text)}</PlainTextContent></Note>\n'
    )


def _legal(text: str) -> str:
    """The text without the characters that XML 1.0 does not allow."""
    return "".join(c for c in text if c in "\t\n\r" or " " <= c < "\ud800" or "\ue000" <= c <= "\ufffd" or c > "\uffff")


def _text(text: str) -> str:
    return escape(_legal(text))


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))
