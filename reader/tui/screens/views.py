"""From state, library and marks to what each part of the screen shows; pure functions."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader.library.annotated import quote_marks
from reader.library.library import Library, Row, from_index
from reader.marks.marks import ArticleMark, TagColour
from reader.model.articles import Article
from reader.model.problems import ReaderError
from reader.model.spans import Span
from reader.tui.answers import listed
from reader.tui.commands import ALLOWED, Command, Scope, in_force, key_name, key_of
from reader.tui.expressions import Result, looks_apart
from reader.tui.rendering.lights import Lights
from reader.tui.rendering.lines import clip
from reader.tui.rendering.page import NOTHING_SAID, Head
from reader.tui.rendering.places import MIDDLING, WIDE
from reader.tui.shelf import Counts, Shelf, counts
from reader.tui.standing import kept
from reader.tui.state import Follow, State
from reader.tui.taginks import tag_ink
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.bars import Followed, Hint
from reader.tui.widgets.quotes import QuotesView
from reader.tui.widgets.sources import SourcesView

ALWAYS = ("help", "quit")
"""Commands whose hints never leave the footer."""


@lru_cache(maxsize=4)
def _lights(library: Library, key: str, follows: tuple[Follow, ...], indirect: bool) -> Lights:
    return Lights(library, key, follows, indirect)


@lru_cache(maxsize=4)
def _counts(library: Library, follows: tuple[Follow, ...]) -> tuple[Counts, ...]:
    return counts(library, follows)


def open_row(library: Library, shelf: Shelf | None, key: str | None) -> Row | None:
    """The row of the open article."""
    return library.row_by_key.get(key) if key is not None and shelf is not None else None


def sources_view(state: State, library: Library, shelf: Shelf | None, edition: int) -> SourcesView:
    """What the list shows."""
    selected = frozenset(target.key for target in state.selected if target.quote is None)
    return SourcesView(shelf, state.key, _counts(library, state.follows), state.read_files, edition, selected)


def head_of(mark: ArticleMark | None, colours: Sequence[TagColour]) -> Head:
    """What stands under an article's headline of what the person said of it."""
    if mark is None:
        return Head()
    return Head(mark.star, tuple((tag, tag_ink(tag, colours)) for tag in mark.tags), mark.note)


def article_view(
    state: State, library: Library, row: Row | None, head: Head = NOTHING_SAID, matched: Result | None = None
) -> ArticleView:
    """What the article pane shows. Args: matched: what a regular expression found."""
    search = state.search
    if row is None:
        waiting = "Nothing to read here." if state.resolved else "Reading…"
        return ArticleView(search=search, waiting=waiting)
    if row.waits:
        return ArticleView(key=row.key, search=search, waiting=f"Reading {row.title} before the others…")
    if row.problem:
        return ArticleView(key=row.key, search=search, waiting=f"{row.problem}.")
    return ArticleView(
        key=row.key,
        article=library.analysis(row.key).article,
        words=row.words,
        lights=_lights(library, row.key, state.follows, state.indirect),
        cleaned=state.cleaned,
        search=search,
        head=head,
        prose=state.sizes.prose,
        places=_places(state, library.analysis(row.key).article, matched),
        looked=f"“{clip(state.looked, 24)}” {state.hit}".rstrip() if state.looked else "",
    )


def _places(state: State, article: Article, matched: Result | None) -> tuple[Span, ...] | None:
    """What is lit in an article, where it is not plain words that are searched."""
    if state.search:
        return (matched.places if matched else ()) if looks_apart(article, state.search) else None
    return lit_places(article, state.looked) if state.looked else None


@kept
def lit_places(article: Article, looked: str) -> tuple[Span, ...]:
    """Where the words of a search of the library stand in an article."""
    from reader.library.queries import parse  # the first screen looks for nothing
    from reader.library.searching import spans_of

    try:
        terms = parse(looked).lit
    except ReaderError:
        return ()
    return tuple(sorted({span for term in terms for span in spans_of(term, article.text)}))


@lru_cache(maxsize=4)
def _heads(
    library: Library, key: str, mark: ArticleMark, colours: tuple[TagColour, ...]
) -> tuple[tuple[int, Head], ...]:
    """What the person said of an article's quotes, by their indices."""
    marks = quote_marks(library.analysis(key), mark)
    return tuple(
        (i, Head(m.star, tuple((tag, tag_ink(tag, colours)) for tag in m.tags), m.note)) for i, m in marks.items()
    )


def quotes_view(
    state: State, library: Library, row: Row | None, mark: ArticleMark | None = None, colours: Sequence[TagColour] = ()
) -> QuotesView:
    """What the quotes pane shows."""
    if row is None or row.problem:
        return QuotesView(library, None)
    quotes = listed(library.analysis(row.key), state.indirect)
    heads = _heads(library, row.key, mark, tuple(colours)) if mark and mark.quotes else ()
    selected = frozenset(t.quote for t in state.selected if t.key == row.key and t.quote is not None)
    return QuotesView(library, row.key, quotes, state.follows, state.indirect, heads, selected)


def status(
    paths: Sequence[str], state: State, library: Library, here: str
) -> tuple[tuple[str, str], tuple[Followed, ...]]:
    """The status line: (name, counts) and the followed speakers; `here` is the walk's place among occurrences."""
    articles, quotes = library.totals
    if from_index(library) and not state.resolved:
        parts = [_far(state), _many(quotes, "quote")]
    else:
        parts = [_many(articles, "article"), _many(quotes, "quote"), _many(len(library.speakers), "speaker")]
    if library.problems:
        parts.append(f"{len(library.problems):,} not read")
    name = os.path.basename(os.path.abspath(paths[0] if paths else "."))
    more = f" +{len(paths) - 1}" if len(paths) > 1 else ""
    return (name + more, " · ".join(parts) if articles or not state.resolved else ""), tuple(
        _followed(state, library, articles, here)
    )


def _far(state: State) -> str:
    """How far the first reading of a large library is."""
    done, total = state.read_files
    if state.doing and done >= total:
        return f"{_many(total, 'file')} read · {state.doing}"
    far = f"{done:,} of {total:,} files read"
    return f"{far} · {state.doing}, {key_of('pause')} goes on" if state.doing else far


def tip() -> str:
    """Where to begin, for somebody who opens the app for the first time."""
    first = f"{key_of('next_article')} next article · {key_of('follow')} follow a speaker"
    return f"New here? {first} · {key_of('help')} all keys"


def _followed(state: State, library: Library, articles: int, here: str) -> Iterable[Followed]:
    for counted, follow in zip(
        _counts(library, state.follows), sorted(state.follows, key=lambda f: f.letter), strict=True
    ):
        total = counted.total
        place = f"{here}/" if here and follow == state.lead else ""
        yield Followed(follow.letter, follow.name, f"{place}{total:,} in {len(counted.by_article):,} of {articles:,}")


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def hints(state: State, width: int, closable: bool, over: Scope | None = None) -> tuple[Hint, ...]:
    """What the footer offers in this state. Args: over: what lies over the panes and has the keys."""
    commands = [c for c in in_force().commands if c.hint and c.keys]
    if over is not None and over in ALLOWED:
        scopes = ("found", "view") if over == "found" else (over,)
        allowed = ALLOWED[over] - ({"follow"} if over == "speaker" else set())
        taken = {key for c in commands if c.scope == over for key in c.keys}
        found = [c for c in commands if c.scope in scopes or (c.scope == "app" and c.id in allowed)]
        found = [c for c in found if c.scope == over or not taken.intersection(c.keys)]
        found = [c for c in found if c.id not in ("next", "previous") or state.follows]
    else:
        found = [c for c in commands if _offered(c, state, width, closable)]
    shown = tuple(
        Hint(key_name(c.keys[0]), c.hint, c.weight, c.id in ALWAYS) for c in found if c.id != "close" or not over
    )
    return (*shown, Hint(key_of("quit"), "back", 100, True)) if over in ALLOWED else shown


def _offered(command: Command, state: State, width: int, closable: bool) -> bool:
    """True where a command has something to do."""
    match command.id:
        case "next" | "previous":
            return bool(state.walk)
        case "close":
            return closable
        case "quotes":
            return MIDDLING <= width < WIDE and not state.quotes_up
    return command.scope in ("app", state.pane)
