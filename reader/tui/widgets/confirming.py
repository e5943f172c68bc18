"""A question that is answered with one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.tui.commands import key_name
from reader.tui.messages import Chosen
from reader.tui.theming import Paint
from reader.tui.widgets.chooser import Choice
from reader.tui.widgets.sheet import Piece, Sheet


class Reply(NamedTuple):
    """One answer: its key, its name in the border, what it stands for."""

    key: str
    label: str
    value: str


class Confirming(Sheet):
    """Lines to read and the keys that answer; escape answers nothing."""

    def __init__(self, paint: Paint, caption: str, pieces: Sequence[Piece], replies: Sequence[Reply]) -> None:
        super().__init__(paint, caption, pieces, width=76)
        self.replies = replies
        self.hint = " · ".join([*(f"{key_name(r.key)} {r.label}" for r in replies), "esc leave"])

    def press(self, key: str, character: str | None) -> bool:
        """Answer, or scroll."""
        for reply in self.replies:
            if key == reply.key:
                self.post_message(Chosen(self, Choice(reply.value, reply.label), "", False))
                return True
        return super().press(key, character)
