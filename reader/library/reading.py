"""One file becomes analyses: from the store where its bytes were seen before, else through the stages."""

from __future__ import annotations

from msgspec import Struct

from reader.library.packing import packed, unpacked
from reader.library.store import Done, Piece, Store, key_of, pressed, stamp_at, unpressed
from reader.loading.discover import shown
from reader.loading.formats import FORMATS, format_of
from reader.loading.load import load_bytes, read
from reader.model.analysis import Analysis
from reader.model.articles import SPOKEN, Article
from reader.model.problems import Problem
from reader.text.folding import folded
from reader.text.guard import visible_line

READ = SPOKEN | {"note"}
"""Kinds of block that are shown and searched."""


class Read(Struct, frozen=True):
    """What became of one file."""

    analyses: tuple[Analysis, ...] = ()
    problem: Problem | None = None


def read_file(path: str, *, cleaned: bool = True, store: Store | None = None) -> Read:
    """The analyses of all articles of a file, or its problem. Never raises.

    Args: cleaned: False takes every text whole; store: asked first, and told what was found.
    """
    data = read(path)
    if isinstance(data, Problem):
        return Read(problem=data)
    name, content = data
    key = _key(path, content, cleaned)
    known = _known(store, key, name)
    if known is not None:
        return known
    found = _analysed(path, name, content, cleaned)
    if store and not found.problem:
        store.put([(key, [packed(analysis) for analysis in found.analyses])])
    return found


def known_before(path: str, *, cleaned: bool, store: Store) -> Read | None:
    """What was found in a file of the same bytes before, or its problem; None where it must be analysed."""
    data = read(path)
    if isinstance(data, Problem):
        return Read(problem=data)
    return _known(store, _key(path, data[1], cleaned), data[0])


def _known(store: Store | None, key: str, name: str) -> Read | None:
    known = store.get(key) if store else None
    if known is None:
        return None
    try:
        return Read(tuple(unpacked(one, name) for one in known))
    except (TypeError, ValueError, KeyError):
        return None  # written by something else: analysed anew


def done_with(path: str, *, cleaned: bool = True, store: Store | None = None) -> Done:
    """What became of a file, ready to be kept. Never raises. Args: store: asked whether it has the file's bytes."""
    stamp = stamp_at(path)
    data = read(path)
    if isinstance(data, Problem):
        return Done(path, problem=data)
    name, content = data
    key = _key(path, content, cleaned)
    if store and store.has(key):
        if not store.unsearched(key):
            return Done(path, stamp, key)
        found = Read(tuple(unpacked(one, name) for one in store.get(key) or ()))
    else:
        found = _analysed(path, name, content, cleaned)
    if found.problem:
        return Done(path, problem=found.problem)
    return Done(path, stamp, key, tuple(map(_piece, found.analyses)))


def _piece(analysis: Analysis) -> Piece:
    from reader.library.digest import digested  # resolving is not needed for the first view

    article = analysis.article
    words = searched(article)
    return Piece(pressed(packed(analysis)), article.id, sound(folded(article.title)), *words, *digested(analysis))


def opened(done: Done) -> tuple[Analysis, ...]:
    """The analyses that a worker handed over."""
    name = visible_line(shown(done.path))
    return tuple(unpacked(unpressed(piece.data), name) for piece in done.pieces or ())


def searched(article: Article) -> tuple[str, str]:
    """What full-text search looks at: what is shown, and what the person may say belongs to the article."""
    shown_text = "\n".join(b.span.of(article.text) for b in article.blocks if b.kind in READ)
    hidden = "\n".join(b.span.of(article.text) for b in article.blocks if b.kind not in READ)
    return sound(folded(shown_text)), sound(folded(hidden))


def sound(text: str) -> str:
    """The text as a database can hold it: halves of surrogate pairs become question marks."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _key(path: str, content: bytes, cleaned: bool) -> str:
    return key_of(content, (format_of(path) or FORMATS[0]).name, cleaned)


def _analysed(path: str, name: str, content: bytes, cleaned: bool) -> Read:
    from reader.library.pipeline import analyse_document  # the stages cost a tenth of a second to import

    loaded = load_bytes(content, path, name)
    if isinstance(loaded, Problem):
        return Read(problem=loaded)
    try:
        return Read(tuple(analyse_document(raw, cleaned=cleaned) for raw in loaded))
    except Exception as error:  # one article that trips a stage must not take the library with it
        what = f"could not be analysed ({type(error).__name__}: {error})"
        return Read(problem=Problem(name, what[:200], "please report this file"))
