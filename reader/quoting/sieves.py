"""Patterns so plain that they decide a quote's source by themselves, before what was learned is asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from reader.quoting.candidates import Candidate, Place
from reader.quoting.classes import SPEECH, Sort
from reader.quoting.passages import Passage
from reader.quoting.views import Scene

Sieve = Callable[[Scene, Place, Sequence[Candidate], Candidate | None], int | None]
"""Asked with the article, the quote, its candidates and the last speaker; gives a place among the candidates."""
_SAYINGS = frozenset({Sort.SAY, Sort.TELL, Sort.WRITE})
_LINKS = frozenset({Sort.AS, Sort.DETERMINER, Sort.AUXILIARY, Sort.COMMA})
"""What may stand between a verb and the words it sets off: "as", "a"."""


def said_before_passed_on(scene: Scene, place: Place, among: Sequence[Candidate], _: Candidate | None) -> int | None:
    """`"...," X said, according to Y`: X."""
    view = scene.views[place.view]
    for n, one in enumerate(among):
        if one.view != place.view or not place.item < one.item <= place.item + 3:
            continue
        attached = view.attached[one.order]
        verb = attached.verb if attached.verb >= 0 else attached.before
        if place.item < verb <= place.item + 5 and Sort.SOURCE in view.kinds[max(verb, one.item) : verb + 12]:
            return n
    return None


def described_by(scene: Scene, place: Place, among: Sequence[Candidate], _: Candidate | None) -> int | None:
    """`was described by X as "..."`: X."""
    view = scene.views[place.view]
    kinds = view.kinds
    for n, one in enumerate(among):
        if one.view != place.view or one.item < 2 or kinds[one.item - 1] != Sort.BY:
            continue
        between = kinds[one.item + 1 : place.item]
        if (
            one.item < place.item
            and kinds[one.item - 2] == Sort.CALL
            and len(between) <= 2
            and _LINKS.issuperset(between)
        ):
            return n
    return None


def what_somebody_called(scene: Scene, place: Place, among: Sequence[Candidate], _: Candidate | None) -> int | None:
    """`what X called a "..."`: X, whoever the sentence is about."""
    view = scene.views[place.view]
    kinds, words = view.kinds, view.passage.words
    for n, one in enumerate(among):
        if one.view != place.view or not 0 < one.item < place.item or words[one.item - 1] not in scene.words.what:
            continue
        if scene.mentions[one.mention].form == "pronoun":  # most often the one that the sentence is about
            continue
        verb = view.attached[one.order].verb
        if (
            one.item < verb <= one.item + 3
            and _LINKS.issuperset(kinds[verb + 1 : place.item])
            and place.item - verb < 4
        ):
            return n
    return None


def said_that(scene: Scene, place: Place, among: Sequence[Candidate], _: Candidate | None) -> int | None:
    """`X said on Friday that ... "..."` with no other verb of saying between: X."""
    view = scene.views[place.view]
    kinds, sentences = view.kinds, view.passage.sentences
    for n, one in enumerate(among):
        if one.view != place.view or one.item >= place.item or sentences[one.item] != sentences[place.item]:
            continue
        verb = view.attached[one.order].verb
        if not one.item < verb < place.item or kinds[verb] not in _SAYINGS:
            continue
        rest = kinds[verb + 1 : place.item]
        if Sort.THAT in rest[:3] and not any(k in _SAYINGS or k == Sort.QUOTE for k in rest) and len(rest) < 12:
            return n
    return None


def according_to(scene: Scene, place: Place, among: Sequence[Candidate], _: Candidate | None) -> int | None:
    """`According to X, ... "..."` with no verb of saying between: X."""
    view = scene.views[place.view]
    kinds, sentences = view.kinds, view.passage.sentences
    for n, one in enumerate(among):
        if one.view != place.view or not 0 < one.item < place.item or kinds[one.item - 1] != Sort.SOURCE:
            continue
        between = kinds[one.item + 1 : place.item]
        first = view.attached[one.order].before
        opens = first == 0 or sentences[first - 1] != sentences[first]
        same = sentences[one.item] == sentences[place.item]
        if opens and same and Sort.QUOTE not in between and not any(k in _SAYINGS for k in between):
            return n
    return None


def runs_on(scene: Scene, place: Place, among: Sequence[Candidate], previous: Candidate | None) -> int | None:
    """A quote that no mark closed goes on in the next paragraph: the same speaker."""
    if not previous or place.item or not place.view or previous not in among:
        return None
    before, own = scene.views[place.view - 1].passage, scene.views[place.view]
    open_ended = before.quotes and before.quotes[-1] == len(before.words) - 1 and not before.marked[-1].closed
    return among.index(previous) if open_ended and len(own.kinds) < 3 else None


def introduced(scene: Scene, place: Place, among: Sequence[Candidate], _: Candidate | None) -> int | None:
    """`X said:` and the quote is the whole next paragraph: X, or the subject of the sentence that ends in the colon."""
    own = scene.views[place.view]
    if place.item or not place.view or (len(own.kinds) > 2 and own.passage.marked[0].closed):
        return None
    view = scene.views[place.view - 1]
    if not view.kinds or view.kinds[-1] != Sort.COLON:
        return None
    sentences = view.passage.sentences
    near = [n for n, c in enumerate(among) if c.view == place.view - 1 and sentences[c.item] == sentences[-1]]
    near.sort(key=lambda n: among[n].item)
    verbs = {n: view.attached[among[n].order].verb for n in near}
    speaking = [n for n in near if verbs[n] >= len(view.kinds) - 6]
    speaking = speaking or [n for n in near if verbs[n] >= 0 and view.kinds[verbs[n]] in _SAYINGS]
    subject = [n for n in near if among[n].order in view.subjects]
    return speaking[-1] if speaking else subject[0] if subject else near[0] if near else None


def goes_on(scene: Scene, place: Place, among: Sequence[Candidate], previous: Candidate | None) -> int | None:
    """A long quotation whose paragraphs each begin with a mark and close none: the same speaker to its end."""
    if not previous or previous not in among or not place.view:
        return None
    own, before = scene.views[place.view].passage, scene.views[place.view - 1].passage
    if not (_block(own) or (place.item == 0 and len(own.words) < 3)) or not _block(before):
        return None
    return among.index(previous)


def _block(passage: Passage) -> bool:
    """True where a paragraph begins with a straight mark that is not closed."""
    return bool(passage.quotes) and passage.quotes[0] == 0 and not passage.marked[0].closed


def before_the_colon(scene: Scene, place: Place, among: Sequence[Candidate], _: Candidate | None) -> int | None:
    """`More from X: "..."` and `- X: "..."` with no verb of saying before X, or one that a dash cuts off: X."""
    view = scene.views[place.view]
    kinds, sentences = view.kinds, view.passage.sentences
    if place.item < 2 or kinds[place.item - 1] != Sort.COLON:
        return None
    for n, one in enumerate(among):
        if one.view == place.view and one.item == place.item - 2:
            start = bisect_left(sentences, sentences[one.item])
            left = kinds[one.item - 1] if one.item > start else Sort.EDGE
            plain = left == Sort.DASH or not any(k in SPEECH for k in kinds[start : one.item])
            return n if plain and left in _OPEN else None
    return None


_OPEN = frozenset({Sort.EDGE, Sort.DASH, Sort.PREPOSITION, Sort.STOP, Sort.SIGN})


SIEVES: tuple[Sieve, ...] = (
    runs_on, goes_on, introduced, said_before_passed_on, described_by, what_somebody_called,
    according_to, said_that, before_the_colon,
)  # fmt: skip
"""In the order in which they are asked."""


def sieved(
    scene: Scene, place: Place, among: Sequence[Candidate], previous: Candidate | None
) -> tuple[int, str] | None:
    """The place of the source in `among` and the name of the pattern that says so, or None."""
    for sieve in SIEVES:
        found = sieve(scene, place, among, previous)
        if found is not None:
            return found, sieve.__name__.replace("_", " ")
    return None
