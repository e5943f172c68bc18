"""Tags in levels: war/ceasefire lies below war."""

from __future__ import annotations

from collections.abc import Iterable


def clean_tag(typed: str) -> str:
    """A typed tag without the sign people put before it, needless blanks and empty levels."""
    levels = (" ".join(level.split()) for level in typed.strip().lstrip("#").split("/"))
    return "/".join(level for level in levels if level)


def lies_in(tag: str, wanted: str) -> bool:
    """True for the wanted tag and for all below it, whatever their case."""
    one, other = tag.casefold(), wanted.casefold()
    return one == other or one.startswith(other + "/")


def bears(tags: Iterable[str], wanted: str) -> bool:
    """True where one of the tags is the wanted one or lies below it."""
    return any(lies_in(tag, wanted) for tag in tags)


def renamed(tags: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    """The tags with `old`, and all below it, under a new name; a tag that was there already stays once.

    Args: new: empty to take the tag and all below it away.
    """
    found = []
    for tag in tags:
        if not lies_in(tag, old):
            found.append(tag)
        elif new:
            found.append(new + tag[len(old) :])
    return tuple(dict.fromkeys(found))


def above(tag: str) -> tuple[str, ...]:
    """The tags above one, the highest first: a/b/c has a and a/b."""
    levels = tag.split("/")
    return tuple("/".join(levels[:n]) for n in range(1, len(levels)))
