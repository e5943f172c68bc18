"""What each command does: functions over the reading room, by the ids of reader.tui.commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.tui.actions import following, moving, showing, tagging

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom

ACTIONS: Mapping[str, Callable[[ReadingRoom], None]] = {
    "down": moving.down,
    "up": moving.up,
    "page_down": moving.page_down,
    "page_up": moving.page_up,
    "half_down": moving.half_down,
    "half_up": moving.half_up,
    "top": moving.top,
    "bottom": moving.bottom,
    "next_pane": moving.next_pane,
    "previous_pane": moving.previous_pane,
    "pane_left": moving.pane_left,
    "pane_right": moving.pane_right,
    "sources": moving.sources,
    "article": moving.article,
    "quotes": moving.quotes,
    "open": moving.open_article,
    "next_name": moving.next_name,
    "previous_name": moving.previous_name,
    "show_quote": moving.show_quote,
    "next_article": moving.next_article,
    "previous_article": moving.previous_article,
    "next_quote": moving.next_quote,
    "previous_quote": moving.previous_quote,
    "search": showing.search,
    "next": following.walk_next,
    "previous": following.walk_previous,
    "follow": following.follow,
    "speakers": following.speakers,
    "compare": following.compare,
    "why": following.why,
    "indirect": showing.indirect,
    "tag": tagging.tag,
    "follow_up": tagging.follow_up,
    "filter": tagging.filter_by_tag,
    "read": tagging.read,
    "cleaned": showing.cleaned,
    "alone": showing.alone,
    "theme": showing.theme,
    "close": showing.close,
    "help": showing.help_sheet,
    "palette": showing.palette,
    "quit": showing.quit_app,
}
