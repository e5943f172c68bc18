"""Commands on speakers: follow, walk occurrences, the directory, where an attribution comes from, comparing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.corrections import BY_HAND
from reader.library.library import Library
from reader.model.analysis import Analysis
from reader.model.articles import Article
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Speaker
from reader.tui.actions.belonging import block_to_explain, reasons_of_block
from reader.tui.actions.meaning import meant_speaker
from reader.tui.answers import speaker_of_quote
from reader.tui.commands import key_of
from reader.tui.following import followed, unfollowed
from reader.tui.rendering.lines import clip
from reader.tui.rendering.places import MIDDLING
from reader.tui.shelf import counts
from reader.tui.state import State
from reader.tui.walking import Here, next_found, occurrence_span
from reader.tui.widgets.sheet import Piece, Sheet

if TYPE_CHECKING:
    from reader.tui.screens.room import ReadingRoom


def take(room: ReadingRoom, state: State) -> None:
    """Show a state whose follows changed."""
    room.here, room.walked = "", None
    room.change(follows=state.follows, letters=state.letters, walk=state.walk)


def toggle(room: ReadingRoom, speaker: Speaker) -> None:
    """Follow a speaker, or no longer."""
    if room.state.letter_of(speaker.id):
        take(room, unfollowed(room.state, speaker.id))
        room.say(f"No longer following {speaker.name}.")
        return
    state = followed(room.state, speaker)
    if state is None:
        room.say(f"Six are followed already; {key_of('close')} unfollows the last.", "warning")
        return
    take(room, state)
    (*_, counted) = counts(room.library, state.follows[-1:])
    room.say(
        f"Following {speaker.name}: {counted.total:,} places in {len(counted.by_article):,} articles. "
        f"{key_of('next')} goes to the next."
    )


def follow(room: ReadingRoom) -> None:
    """Follow who is quoted, or whose name is under the cursor."""
    speaker = meant_speaker(room)
    if speaker is None:
        room.say(
            f"No speaker here: go to a quote, or in the text to a name with {key_of('previous_name')} and "
            f"{key_of('next_name')}. {key_of('speakers')} lists all.",
            "warning",
        )
    else:
        toggle(room, speaker)


def walk_next(room: ReadingRoom) -> None:
    """To the next thing found or the next occurrence."""
    _walk(room, 1)


def walk_previous(room: ReadingRoom) -> None:
    """To the one before."""
    _walk(room, -1)


def _walk(room: ReadingRoom, step: int) -> None:
    if room.view:
        from reader.tui.actions.viewing import step_lit

        step_lit(room, step)
    elif room.state.walk == "found":
        from reader.tui.actions.searching import walk_found

        walk_found(room, step)
    elif room.state.walk == "search":
        found = room.article.step_found(step)
        if found is None:
            room.say(f"“{clip(room.state.search, 40)}” is not in this article.", "warning")
        elif found[1]:
            room.say("From the top again." if step > 0 else "From the bottom again.")
    elif room.state.lead:
        _walk_speaker(room, step)
    else:
        room.say(f"Nothing to walk: {key_of('follow')} follows a speaker, {key_of('search')} searches.", "warning")


def _walk_speaker(room: ReadingRoom, step: int) -> None:
    """To the next occurrence of the speaker followed last, across the listed articles."""
    lead, shelf = room.state.lead, room.shelf
    if lead is None or shelf is None:
        return
    key, at = room.state.key or "", room.article.at
    walked = room.walked[2] if room.walked and room.walked[:2] == (key, at) else -1
    found = next_found(room.library, shelf, lead.speaker, Here(key, at, walked), step)
    if found is None:
        room.say(f"{lead.name} does not occur here.", "warning")
        return
    place = found.occurrence
    room.here = f"{found.number + 1:,}"
    room.visit(place.key, occurrence_span(room.library, place))
    if room.size.width < MIDDLING:
        room.change(pane="article")  # the one pane there is room for shows the place
    room.walked = (place.key, room.article.at, found.number)
    room.push()
    if found.wrapped:
        room.say(f"From the {'first' if step > 0 else 'last'} article again.")


def why(room: ReadingRoom) -> None:
    """Where the current quote's attribution comes from; of a block without one under the cursor, the rule."""
    row = room.readable
    if row is None:
        room.say("There is nothing here to explain.", "warning")
        return
    analysis = room.library.analysis(row.key)
    block = block_to_explain(room)
    if block is not None:
        room.open(Sheet(room.paint, "Why?", reasons_of_block(block), width=60))
        return
    quote = room.quotes.quote
    if quote is None:
        room.say("There is no quote here to explain.", "warning")
        return
    speaker = speaker_of_quote(room.library, row.key, analysis.quotes[quote])
    pieces = [*_reasons(analysis, analysis.quotes[quote], speaker), *_still_to_come(room.library)]
    room.open(Sheet(room.paint, "Why?", pieces, width=76))


def _reasons(analysis: Analysis, quote: Quote, speaker: Speaker | None) -> list[Piece]:
    """What is known of an attribution, a line each."""
    text = analysis.article.text
    pieces = [
        Piece("words", (quote.marks or quote.span).of(text), ink="quote"),
        Piece("speaker", speaker.name if speaker else "nobody named", ink="speaker"),
        Piece("named by", quote.source.span.of(text) if quote.source else "nothing in the text"),
        *_chain(analysis, quote),
        Piece("cue", quote.cue.of(text) if quote.cue else "none"),
        Piece("kind", quote.kind),
        Piece(
            "rule",
            f"✓ by hand: you said so ({key_of('correct')} changes it)"
            if quote.rule == BY_HAND
            else quote.rule or "none named",
        ),
        Piece("confidence", f"{quote.confidence:.0%}"),
    ]
    rivals = [f"{rival.mention.of(text)} {rival.score:.0%}" for rival in quote.runners_up]
    pieces.append(Piece("or else", ", ".join(rivals) if rivals else "nobody came near"))
    if speaker and speaker.roles:
        pieces.append(Piece("known as", ", ".join((*speaker.aliases, *speaker.roles)[:12]), ink="muted"))
    return pieces


def _still_to_come(library: Library) -> list[Piece]:
    """What is not known yet of names in a library to which articles were added."""
    if not library.waiting:
        return []
    many = "1 article was" if library.waiting == 1 else f"{library.waiting:,} articles were"
    line = f"{many} added since names and quotes were last compared across the library; `reader index` does it"
    return [Piece("not yet", line, ink="muted")]


def _chain(analysis: Analysis, quote: Quote) -> list[Piece]:
    """How the words that name the speaker lead to a name: by which rule, how surely, and where the name stands."""
    if quote.entity is None or quote.source is None or quote.entity >= len(analysis.entities):
        return []
    text, entity = analysis.article.text, analysis.entities[quote.entity]
    mine = [link for link in entity.links if link.span in (quote.source.head, quote.source.span)]
    if not mine:
        return []
    step = f"{mine[0].rule} ({mine[0].confidence:.0%})"
    named = next((link for link in entity.links if link.span.of(text) == entity.name), None)
    if named is None or named.span == mine[0].span:
        return [Piece("leads to", f"{entity.name} by {step}")]
    line = f"{entity.name} by {step}; named in “{_around(analysis.article, named.span)}”"
    return [Piece("leads to", line)]


def _around(article: Article, name: Span) -> str:
    """A name with the words of its block that follow it, cut at a word."""
    end, cut = article.blocks[article.block_at(name.start)].span.end, name.end + 30
    after = article.text[name.end : min(cut, end)]
    if cut < end:
        after = after.rpartition(" ")[0] + "…"
    return " ".join((name.of(article.text) + after).split())
