"""The colour of a tag: the one the person chose, else always the same one, after its highest level."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from reader.marks.marks import FOLLOW_UP, TagColour
from reader.marks.tags import lies_in

INKS: dict[str, str] = {
    "good": "green", "warning": "amber", "error": "red", "accent": "the accent", "quote": "that of quotes",
    "follow_a": "colour A", "follow_b": "colour B", "follow_c": "colour C", "follow_d": "colour D",
    "follow_e": "colour E", "follow_f": "colour F",
}  # fmt: skip
"""Theme colours that a tag can have, and what they are called."""
_BY_ITSELF = ("good", "quote", "follow_a", "follow_b", "follow_c", "follow_d", "follow_e", "follow_f")


def tag_ink(tag: str, chosen: Sequence[TagColour] = ()) -> str:
    """The name of the theme colour of a tag; a colour that was chosen for a tag holds for all below it."""
    theirs = [one for one in chosen if one.colour in INKS and lies_in(tag, one.tag)]
    if theirs:
        return max(theirs, key=lambda one: len(one.tag)).colour
    if lies_in(tag, FOLLOW_UP):
        return "warning"
    return _BY_ITSELF[crc32(tag.partition("/")[0].casefold().encode()) % len(_BY_ITSELF)]


def short_tag(tag: str) -> str:
    """A tag as a list shows it: #f-up, #war, #…/ceasefire."""
    if tag == FOLLOW_UP:
        return "#f-up"
    head, slash, last = tag.rpartition("/")
    return f"#…/{last}" if slash and len(head) > 4 else f"#{tag}"
