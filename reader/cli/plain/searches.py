"""Searches of the library that have a name, in the linear mode."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reader.cli.plain.desk import Desk, TypingError
from reader.cli.plain.looking import find
from reader.library.queries import parse
from reader.marks.marks import SavedSearch
from reader.model.problems import ReaderError


def known(desk: Desk) -> dict[str, str]:
    """Searches by their names: those of the settings, those saved over them."""
    return {**desk.settings.searches, **{one.name: one.query for one in desk.book.acts.searches}}


def searches(desk: Desk, words: str) -> Iterator[str]:
    """The searches that have a name; with a name, what that one finds."""
    found = known(desk)
    if words:
        if words not in found:
            raise TypingError(f"No search is called {words}. Type searches for all.")
        yield from find(desk, found[words])
        return
    for name, query in found.items():
        yield f"{name}: {query}."
    if not found:
        yield "No search has a name. Type save-search, a name, =, and the query."


def save_search(desk: Desk, words: str) -> Iterator[str]:
    """Give a search a name: save-search open points = tag:follow-up unread."""
    name, sign, query = (part.strip() for part in words.partition("="))
    if not (name and sign and query):
        raise TypingError("Type save-search, a name, =, and the query.")
    try:
        parse(query)
    except ReaderError as error:
        raise TypingError(f"{error}.") from error
    acts = desk.book.acts
    others = tuple(one for one in acts.searches if one.name != name)
    yield from desk.keep_acts(
        f"{name} is the search {query}", replace(acts, searches=(*others, SavedSearch(name, query)))
    )


def forget_search(desk: Desk, words: str) -> Iterator[str]:
    """Take the name of a saved search away."""
    acts = desk.book.acts
    kept = tuple(one for one in acts.searches if one.name != words)
    if kept == acts.searches:
        raise TypingError(f"No search that was saved here is called {words}. Type searches for all.")
    yield from desk.keep_acts(f"{words} is no longer a search", replace(acts, searches=kept))
