"""Where the person was in a folder: the open article, the pane, the filter, the follows, the place in each article.

Kept in the state folder. Losing it loses no work, so any fault of it is told in a line and passed over.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from reader.model.articles import Article
from reader.settings.folders import short, state_folder
from reader.text.digests import digest

MOST = 1_000
"""Articles whose places are kept, those visited last."""
BIGGEST = 1_000_000
"""Bytes of a session's file that are still read."""
OPENING = 48
"""Characters of a paragraph by which it is known again."""


class Spot(Struct, frozen=True):
    """A place in an article, found again after its text changed."""

    block: int
    opening: str
    """How its paragraph begins."""
    into: int
    """Characters from the paragraph's beginning."""


class Session(Struct, frozen=True):
    """What the person comes back to."""

    article: str = ""
    """Name of the open article, as `name_of` gives it."""
    pane: str = "sources"
    filter: str = ""
    """The tag that was wanted."""
    search: str = ""
    """The search of the library that was kept as a filter."""
    follows: tuple[tuple[str, str], ...] = ()
    """(letter, name) of each followed speaker, the last one followed last."""
    spots: Mapping[str, Spot] = field(default_factory=dict)
    """By the articles' names, the one visited last at the end."""

    @property
    def file(self) -> str:
        """The open article's file, from the opened folder."""
        return self.article.rpartition("#")[0]


def name_of(path: str, part: int, paths: Sequence[str]) -> str:
    """An article's name in a session: its file from the opened folder, and its number in that file."""
    root = paths[0] if paths else "."
    return f"{os.path.relpath(path, root)}#{part}"


def spot_of(article: Article, offset: int) -> Spot:
    """The place of an offset."""
    index = article.block_at(offset)
    span = article.blocks[index].span
    return Spot(index, _opening(article, index), max(0, offset - span.start))


def offset_of(article: Article, spot: Spot) -> int:
    """Where a place is now: in the paragraph that begins so, else in the one of that number."""
    same = [i for i in range(len(article.blocks)) if _opening(article, i) == spot.opening]
    index = min(same, key=lambda i: abs(i - spot.block)) if same else min(spot.block, len(article.blocks) - 1)
    if index < 0:
        return 0
    span = article.blocks[index].span
    return span.start + min(spot.into, max(0, span.length - 1))


def _opening(article: Article, index: int) -> str:
    span = article.blocks[index].span
    return " ".join(article.text[span.start : min(span.end, span.start + 2 * OPENING)].split())[:OPENING]


# -- the file


def session_file(paths: Sequence[str]) -> Path:
    """The file of the session of these paths, by the places they really have."""
    return state_folder() / "sessions" / f"{digest(*(os.fsencode(os.path.realpath(p)) for p in paths))}.json"


def load_session(paths: Sequence[str]) -> tuple[Session, str]:
    """The session of these paths, and why it was passed over; a new one where there is none. Never raises."""
    file = session_file(paths)
    try:
        with file.open("rb") as stream:
            data = stream.read(BIGGEST + 1)
        if len(data) > BIGGEST:
            raise ValueError("too large")
        return _parsed(_decoded(data)), ""
    except FileNotFoundError:
        return Session(), ""
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Session(), f"{short(file)} cannot be understood; the last session is forgotten."


def _decoded(data: bytes) -> Any:
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError:  # file names that are no UTF-8
        import json

        return json.loads(data)


def _parsed(data: Any) -> Session:
    """The session that a file holds. Raises ValueError, TypeError or KeyError for anything else."""
    spots = {
        _text(name): Spot(_number(block), _text(opening), _number(into))
        for name, (block, opening, into) in data["places"].items()
    }
    follows = tuple((_text(letter), _text(name)) for letter, name in data["follows"])
    article, pane, tag, search = (_text(data.get(name, "")) for name in ("article", "pane", "filter", "search"))
    return Session(article, pane, tag, search, follows, spots)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value < 1 << 40:
        raise ValueError(value)
    return value


def save_session(paths: Sequence[str], session: Session) -> None:
    """Keep a session. Raises OSError."""
    import json

    from reader.marks.disk import write_atomically

    data = {
        "article": session.article,
        "pane": session.pane,
        "filter": session.filter,
        "search": session.search,
        "follows": session.follows,
        "places": {name: (s.block, s.opening, s.into) for name, s in [*session.spots.items()][-MOST:]},
    }
    file = session_file(paths)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_atomically(file, json.dumps(data, ensure_ascii=True, separators=(",", ":")))
