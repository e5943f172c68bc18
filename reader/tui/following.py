"""Following speakers: who has which letter; pure functions over the state."""

from __future__ import annotations

from reader.library.library import Library
from reader.model.speakers import Speaker
from reader.tui.state import LETTERS, Follow, State


def followed(state: State, speaker: Speaker) -> State | None:
    """The state with a speaker followed, under their old letter if it is free; None if all are taken."""
    taken = {follow.letter for follow in state.follows}
    theirs = dict(state.letters)
    free = [letter for letter in LETTERS if letter not in taken]
    if not free:
        return None
    fresh = [letter for letter in free if letter not in theirs.values()]
    before = theirs.get(speaker.id, "")
    letter = before if before in free else (fresh or free)[0]
    theirs = {who: what for who, what in theirs.items() if what != letter} | {speaker.id: letter}
    follow = Follow(letter, speaker.id, speaker.name)
    return state._replace(follows=(*state.follows, follow), letters=tuple(theirs.items()), walk="follow")


def unfollowed(state: State, speaker_id: str) -> State:
    """The state without a speaker; their letter stays kept for them."""
    follows = tuple(f for f in state.follows if f.speaker != speaker_id)
    walk = state.walk if follows or state.walk != "follow" else ("search" if state.search else "")
    return state._replace(follows=follows, walk=walk)


def carried_over(follows: tuple[Follow, ...], library: Library) -> tuple[Follow, ...]:
    """The same follows in a later view of the library, where a speaker may have another id or a fuller name."""
    kept: list[Follow] = []
    for follow in follows:
        speaker = library.by_id.get(follow.speaker) or library.named(follow.name)
        if speaker and speaker.id not in (f.speaker for f in kept):
            kept.append(Follow(follow.letter, speaker.id, speaker.name))
        elif speaker is None:
            kept.append(follow)
    return tuple(kept)
