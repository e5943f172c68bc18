"""Commands of the linear mode that add and correct; all of it can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from reader.cli.plain.desk import Desk, TypingError
from reader.library.belonging import REMOVED, line_of
from reader.library.corrections import bearer, name_for, words_in
from reader.marks.marks import FOLLOW_UP, NOBODY, SpeakerAct, TagColour
from reader.marks.tags import clean_tag, lies_in, renamed
from reader.model.problems import ReaderError
from reader.model.quotes import QuoteKind
from reader.model.speakers import Speaker

KINDS: dict[str, QuoteKind] = {"direct": "direct", "mixed": "mixed", "indirect": "indirect"}


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:39]}…"


# -- tags, stars, notes


def tag(desk: Desk, words: str) -> Iterator[str]:
    """Give the open article a tag."""
    name, mark = _tag(words), desk.mark(desk.row.key)
    tags = tuple(dict.fromkeys((*mark.tags, name)))
    yield from desk.keep(f"Tagged {name}: {_short(desk.row.title)}", replace(mark, tags=tags))


def untag(desk: Desk, words: str) -> Iterator[str]:
    """Take a tag from the open article."""
    name, mark = _tag(words), desk.mark(desk.row.key)
    tags = tuple(t for t in mark.tags if t.casefold() != name.casefold())
    yield from desk.keep(f"No longer {name}: {_short(desk.row.title)}", replace(mark, tags=tags))


def tag_quote(desk: Desk, words: str) -> Iterator[str]:
    """Give the current quote a tag, or take it away where it has it."""
    name, place = _tag(words), desk.place()
    mark = desk.quote_mark(place)
    added = name not in mark.tags
    tags = (*mark.tags, name) if added else tuple(t for t in mark.tags if t != name)
    what = f"{'Tagged' if added else 'No longer'} {name}: “{_short(desk.words_at(place))}”"
    yield from desk.keep_quote(what, place, replace(mark, tags=tags))


def _tag(words: str) -> str:
    name = clean_tag(words)
    if not name:
        raise TypingError("Type the tag after the command, such as war/ceasefire.")
    return name


def follow_up(desk: Desk, words: str) -> Iterator[str]:
    """Give the open article the tag follow-up, or take it away."""
    has = FOLLOW_UP in desk.mark(desk.row.key).tags
    yield from (untag if has else tag)(desk, FOLLOW_UP)


def tags(desk: Desk, words: str) -> Iterator[str]:
    """Every tag with the number of articles and quotes that bear it."""
    counts: Counter[str] = Counter(t for mark in desk.book.marks() for t in mark.tags)
    counts.update(t for mark in desk.book.marks() for quote in mark.quotes for t in quote.tags)
    for name, number in sorted(counts.items()):
        yield f"{name}: {number}."
    if not counts:
        yield "No tags yet. Type tag and a name."


def rename_tag(desk: Desk, words: str) -> Iterator[str]:
    """Give a tag, and all below it, another name everywhere; that of another tag makes the two one."""
    old, new = _two(words, "rename-tag old name = new name")
    yield from _retag(desk, clean_tag(old), clean_tag(new))


def remove_tag(desk: Desk, words: str) -> Iterator[str]:
    """Take a tag, and all below it, away everywhere."""
    yield from _retag(desk, _tag(words), "")


def _retag(desk: Desk, old: str, new: str) -> Iterator[str]:
    changed = []
    for mark in desk.book.marks():
        quotes = tuple(replace(q, tags=renamed(q.tags, old, new)) for q in mark.quotes)
        after = replace(mark, tags=renamed(mark.tags, old, new), quotes=tuple(q for q in quotes if not q.empty))
        if after != mark:
            changed.append((mark, after))
    if not changed:
        raise TypingError(f"Nothing has the tag {old}.")
    if desk.tag and lies_in(desk.tag, old):
        desk.tag = new + desk.tag[len(old) :] if new else ""
    what = f"Tag {old} is now {new}" if new else f"Tag {old} taken away"
    yield from desk.do(desk.step(f"{what}, in {len(changed)} articles", tuple(changed)))


def tag_listed(desk: Desk, words: str) -> Iterator[str]:
    """Give all listed articles a tag at once."""
    name = _tag(words)
    pairs = [(mark, replace(mark, tags=(*mark.tags, name))) for row in desk.rows
             if name not in (mark := desk.mark(row.key)).tags]  # fmt: skip
    if not pairs:
        raise TypingError(f"All listed articles have the tag {name} already.")
    yield from desk.do(desk.step(f"Tagged {name}: {len(pairs)} articles", tuple(pairs)))


def tag_colour(desk: Desk, words: str) -> Iterator[str]:
    """Choose a tag's colour in the app."""
    from reader.tui.taginks import INKS

    name, colour = _two(words, f"tag-colour name = one of {', '.join(INKS.values())}")
    inks = {said: ink for ink, said in INKS.items()}
    if colour not in inks:
        raise TypingError(f"There is no colour {colour}; there are {', '.join(inks)}.")
    acts, tag_ = desk.book.acts, _tag(name)
    others = tuple(one for one in acts.colours if one.tag != tag_)
    chosen = replace(acts, colours=(*others, TagColour(tag_, inks[colour])))
    yield from desk.keep_acts(f"Tag {tag_} has the colour {colour}", chosen)


def star(desk: Desk, words: str) -> Iterator[str]:
    """Give the open article a star, or take it away."""
    mark = desk.mark(desk.row.key)
    what = f"{'No star' if mark.star else 'Star'}: {_short(desk.row.title)}"
    yield from desk.keep(what, replace(mark, star=not mark.star))


def star_quote(desk: Desk, words: str) -> Iterator[str]:
    """Give the current quote a star, or take it away."""
    place = desk.place()
    mark = desk.quote_mark(place)
    what = f"{'No star' if mark.star else 'Star'}: “{_short(desk.words_at(place))}”"
    yield from desk.keep_quote(what, place, replace(mark, star=not mark.star))


def note(desk: Desk, words: str) -> Iterator[str]:
    """Write the open article's note anew; "note -" takes it away, "note" says it."""
    mark = desk.mark(desk.row.key)
    if not words:
        yield mark.note or "No note on this article."
        return
    text = "" if words == "-" else words
    yield from desk.keep(
        f"{'Noted' if text else 'Note taken away'}: {_short(desk.row.title)}", replace(mark, note=text)
    )


def note_quote(desk: Desk, words: str) -> Iterator[str]:
    """Write the current quote's note anew; "note-quote -" takes it away, "note-quote" says it."""
    place = desk.place()
    mark = desk.quote_mark(place)
    if not words:
        yield mark.note or "No note on this quote."
        return
    text = "" if words == "-" else words
    what = f"{'Noted' if text else 'Note taken away'}: “{_short(desk.words_at(place))}”"
    yield from desk.keep_quote(what, place, replace(mark, note=text))


def notes(desk: Desk, words: str) -> Iterator[str]:
    """All notes, with what they are on."""
    empty = True
    for mark in desk.book.marks():
        if mark.note:
            empty = False
            yield f"{mark.ref.title}: {mark.note}"
        for quote in mark.quotes:
            if quote.note:
                empty = False
                yield f"{mark.ref.title}, “{_short(quote.words)}”: {quote.note}"
    if empty:
        yield "No notes yet. Type note and some words."


def unread(desk: Desk, words: str) -> Iterator[str]:
    """Mark the open article as unread, or as read."""
    mark = desk.mark(desk.row.key)
    what = f"{'Unread' if mark.read else 'Read'}: {_short(desk.row.title)}"
    yield from desk.keep(what, replace(mark, read=not mark.read))


def undo(desk: Desk, words: str) -> Iterator[str]:
    """Take back what was done last."""
    yield from _back(desk, "undo")


def redo(desk: Desk, words: str) -> Iterator[str]:
    """Do again what was taken back."""
    yield from _back(desk, "redo")


def _back(desk: Desk, which: str) -> Iterator[str]:
    try:
        step = desk.history.undo() if which == "undo" else desk.history.redo()
    except ReaderError as error:
        raise TypingError(str(error)) from error
    if step is None:
        raise TypingError(f"Nothing to {which}.")
    desk.follow_up(step)
    yield f"{'Undone' if which == 'undo' else 'Done again'}: {step.what}."


# -- correcting


def correct(desk: Desk, words: str) -> Iterator[str]:
    """Correct the current quote: speaker NAME, kind direct, words WORDS, right, nobody, none, or found (as it was)."""
    act, _, rest = words.partition(" ")
    place, rest = desk.place(), rest.strip()
    analysis, mark = desk.library.analysis(place[0]), desk.quote_mark(place)
    quote, shown = desk.quote_at(place), f"“{_short(desk.words_at(place))}”"
    match act:
        case "speaker" if rest:
            name = _name(desk, place[0], rest)
            yield from desk.keep_quote(f"{shown} is now {name}", place, replace(mark, speaker=name, quote=True))
        case "nobody":
            yield from desk.keep_quote(f"{shown} is given to nobody", place, replace(mark, speaker=NOBODY))
        case "kind" if rest in KINDS:
            yield from desk.keep_quote(f"{shown} is now {rest}", place, replace(mark, kind=KINDS[rest]))
        case "words" if rest:
            span = words_in(analysis, rest, quote.span)
            if span is None:
                raise TypingError("These words do not stand in this article.")
            new = replace(mark, ends=span.of(analysis.article.text))
            yield from desk.keep_quote(f"{shown} has other words now", place, new)
        case "none":
            new = replace(mark, quote=False, speaker=None, kind=None)
            yield from desk.keep_quote(f"{shown} is no quote", place, new)
        case "right":
            speaker = desk.speaker_at(place)
            name = name_for(desk.library, place[0], speaker) if speaker else NOBODY
            new = replace(mark, speaker=name, kind=quote.kind)
            yield from desk.keep_quote(f"{shown} is right", place, new)
        case "found":
            new = replace(mark, speaker=None, kind=None, ends=None, quote=True)
            yield from desk.keep_quote(f"{shown} is as the program found it", place, new)
        case _:
            raise TypingError(
                "Type correct speaker and a name, correct kind direct (mixed, indirect), correct words and the words, "
                "correct right, correct nobody, correct none, or correct found."
            )


def _name(desk: Desk, key: str, words: str) -> str:
    """The name of a known speaker, else what was typed as a new one."""
    try:
        return name_for(desk.library, key, desk.speaker(words))
    except TypingError:
        return " ".join(words.split())


def rename(desk: Desk, words: str) -> Iterator[str]:
    """Give a speaker another name everywhere."""
    old, new = _two(words, "rename name = new name")
    found = desk.speaker(old)
    yield from _act(desk, SpeakerAct("name", _called(desk, found), new), f"{found.name} is now called {new}")


def merge(desk: Desk, words: str) -> Iterator[str]:
    """Make a speaker the same as another, whose name is kept."""
    gone, kept = (desk.speaker(name) for name in _two(words, "merge name = name that is kept"))
    if gone.id == kept.id:
        raise TypingError("These are one already.")
    act = SpeakerAct("same", _called(desk, kept), _called(desk, gone))
    yield from _act(desk, act, f"{gone.name} is the same as {kept.name}")


def split(desk: Desk, words: str) -> Iterator[str]:
    """Say that in the open article a speaker is somebody else."""
    old, new = _two(words, "split name = who it is in this article")
    found, path = desk.speaker(old), desk.book.ref_path(desk.article)
    if not any(key == desk.row.key for key, _ in found.entities):
        raise TypingError(f"{found.name} does not occur in the open article.")
    act = SpeakerAct("apart", _called(desk, found), new, path)
    yield from _act(desk, act, f"In {_short(desk.row.title)}, {found.name} is {new}")


def _act(desk: Desk, act: SpeakerAct, what: str) -> Iterator[str]:
    acts = desk.book.acts
    yield from desk.keep_acts(what, replace(acts, speakers=(*acts.speakers, act)))


def _called(desk: Desk, speaker: Speaker) -> str:
    """A name by which an act finds this speaker and no other. Raises TypingError where there is none."""
    for name in (speaker.name, *speaker.aliases):
        at = bearer(desk.library.speakers, name)
        if at is not None and desk.library.speakers[at].id == speaker.id:
            return name
    raise TypingError(f"Another speaker bears the name {speaker.name} too; correct the quotes one by one.")


def _two(words: str, usage: str) -> tuple[str, str]:
    one, sign, other = words.partition("=")
    if not (sign and one.strip() and other.strip()):
        raise TypingError(f"Type {usage}.")
    return " ".join(one.split()), " ".join(other.split())


def belongs(desk: Desk, words: str) -> Iterator[str]:
    """Say that the paragraph of a number does not belong to the article; words of what was taken away: that it does."""
    article = desk.article
    shown = desk.shown(article)
    if words.isdecimal() and 0 < int(words) <= len(shown):
        block = shown[int(words) - 1]
    else:
        wanted = " ".join(words.split()).casefold()
        taken = [i for i, b in enumerate(article.blocks) if b.kind in REMOVED]
        found = [
            i
            for i in taken
            if wanted and wanted in " ".join(article.blocks[i].span.of(article.text).split()).casefold()
        ]
        if not found:
            raise TypingError("Type belongs and the number of a paragraph, or words of what cleaned lists.")
        block = found[0]
    belongs_now = article.blocks[block].kind in REMOVED
    mark, line = desk.mark(desk.row.key), line_of(article, block, belongs_now)
    lines = (*(m for m in mark.lines if (m.text, m.nth) != (line.text, line.nth)), line)
    what = "belongs to the article" if belongs_now else "does not belong to the article"
    yield from desk.keep(f"“{_short(line.text)}” {what}", replace(mark, lines=lines))
