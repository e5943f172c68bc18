"""One file becomes analyses: from the cache where its bytes were seen before, else through the stages."""

from __future__ import annotations

from dataclasses import dataclass

from reader.library.cache import Cache, key_of
from reader.library.packing import packed, unpacked
from reader.loading.formats import FORMATS, format_of
from reader.loading.load import load_bytes, read
from reader.model.analysis import Analysis
from reader.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one file."""

    analyses: tuple[Analysis, ...] = ()
    problem: Problem | None = None


def read_file(path: str, *, cleaned: bool = True, cache: Cache | None = None) -> Read:
    """The analyses of all articles of a file, or its problem. Never raises.

    Args: cleaned: False takes every text whole; cache: asked first, and told what was found.
    """
    data = read(path)
    if isinstance(data, Problem):
        return Read(problem=data)
    name, content = data
    key = key_of(content, (format_of(path) or FORMATS[0]).name, cleaned)
    known = cache.get(key) if cache else None
    if known is not None:
        try:
            return Read(tuple(unpacked(one, name) for one in known))
        except (TypeError, ValueError, KeyError):
            pass  # written by something else: analysed anew
    found = _analysed(path, name, content, cleaned)
    if cache and not found.problem:
        cache.put([(key, [packed(analysis) for analysis in found.analyses])])
    return found


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
