"""What the person adds to an article: tags, a note, read or not."""

from __future__ import annotations

from dataclasses import dataclass

FOLLOW_UP = "follow-up"
"""The tag that one key toggles."""


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """How a mark finds its article again: by id, else by path, else by title, else by likeness."""

    id: str
    path: str
    """Relative to the marked folder, with forward slashes."""
    part: int = 1
    title: str = ""
    sample: str = ""
    """Hashes of some of its longer sentences, so that an edited and renamed file is known again."""


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """All that the person said of one article."""

    ref: ArticleRef
    tags: tuple[str, ...] = ()
    """In the order they were given, no tag twice."""
    read: bool = False
    note: str = ""

    @property
    def empty(self) -> bool:
        """True where there is nothing to keep."""
        return not (self.tags or self.read or self.note)
