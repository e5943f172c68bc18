"""What is seen of a quote and of each candidate for its source, as numbers."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from reader.quoting.candidates import Candidate, Place
from reader.quoting.classes import Sort, sort_of
from reader.quoting.views import Scene, View
from reader.text.quotationmarks import Marked

FAR = 60
"""Distances are cut here."""
NEAR = 20_000
"""Letters on either side within which the same words are looked for: more than a news article has."""
NONE = 40
"""Stands for no item among sorts."""
QUOTE_FEATURES = (
    "words", "capital", "last", "before", "after", "two_before", "two_after", "opens_passage", "closes_passage",
    "quotes_here", "order", "closed", "single", "cue_before", "cue_before_gap", "cue_after", "cue_after_gap",
    "opens_sentence", "first_person", "capitals", "runs_on", "comma_gap",
    "three_before", "prior_break", "heading", "only_quote", "strength_before", "strength_after",
    "word_before", "word_two_before", "word_after", "prior_end", "prior_only_quote", "since_quote", "repeated",
    "first_word", "second_word", "last_word", "inner_stops", "letters", "bare", "any_speech", "speech_here",
)  # fmt: skip
MENTION_FEATURES = (
    "form", "pronoun", "left", "right", "two_left", "two_right", "verb", "verb_gap", "apposition", "inverted",
    "first_in_sentence", "in_sentence_order", "plural", "length", "salience", "kind", "strength", "inverted_strength",
    "following", "heading", "role", "gender", "to_other_quote", "capital_head", "passage_end", "by", "subject",
    "subjects_before",
)  # fmt: skip
RELATION_FEATURES = (
    "side", "passages", "gap", "sentences", "quotes_between", "mentions_between", "cue_between", "that_between",
    "stops_between", "verb_to_quote", "mentions_verb_quote", "nearest_cue_is_its", "next_cue_is_its", "is_previous",
    "same_as_previous", "previous_passages", "mentions_to_cue", "items_to_cue", "sentences_to_end", "spoken",
    "last_saying_is_its", "reports_before", "subjects_between", "verbs_between",
)  # fmt: skip
CANDIDATE_FEATURES = (*MENTION_FEATURES, *RELATION_FEATURES)
CATEGORICAL = frozenset(
    ["before", "after", "two_before", "two_after", "three_before", "left", "right", "two_left", "two_right",
     "following", "pronoun", "form", "kind", "cue_before", "cue_after", "verb", "inverted", "last",
     "prior_end", "passage_end", "first_word", "second_word", "last_word"]
)  # fmt: skip
FORMS = {"name": 0, "role": 1, "pronoun": 2, "body": 3}
KINDS = {"person": 0, "organisation": 1, "place": 2, "group": 3, "document": 4, "unnamed": 5}
PRONOUNS = {"m": 1, "f": 2, "p": 3, "n": 4, "w": 5, "i": 6, "y": 7, "r": 8, "o": 9}
_GENDERS = {"": 0, "m": 1, "f": 2}
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us|[Yy]ou|[Yy]our|I['’]\w+|[Ww]e['’]\w+)\b")
_STRONG = {
    Sort.SAY: 6, Sort.TELL: 5, Sort.WRITE: 5, Sort.SAYING: 4, Sort.CLAIM: 4, Sort.CALL: 3, Sort.CALLING: 3,
    Sort.SPEAK: 1,
}  # fmt: skip
_SAYINGS = frozenset({Sort.SAY, Sort.TELL, Sort.WRITE})
_LASTS = {",": 1, ".": 2, "!": 3, "?": 3, "…": 4, "-": 5, "—": 5}


def quote_features(scene: Scene, place: Place) -> list[float]:
    """The numbers named in QUOTE_FEATURES."""
    view = scene.views[place.view]
    passage, kinds, item = view.passage, view.kinds, place.item
    marked = passage.marked[passage.refs[item]]
    words = marked.span.of(scene.article.text)
    split = words.split()
    size, last = len(kinds), len(kinds) - 1
    sentence = passage.sentences[item]
    before, after = _nearest_cues(view, item)
    runs_on = _runs_on(scene, place)
    prior = scene.views[place.view - 1] if place.view else None
    prior_break = item == 0 or passage.sentences[item - 1] != sentence
    closing = item == last or (item == last - 1 and kinds[last] in (Sort.STOP, Sort.SIGN))
    return list(map(float, [
        min(len(split), FAR), words[0].isupper() or words[0] in "[(", _LASTS.get(_last(scene.article.text, marked), 0),
        _sort(view, item - 1, sentence), _sort(view, item + 1, sentence),
        _sort(view, item - 2, sentence), _sort(view, item + 2, sentence),
        item == 0, closing, min(len(passage.quotes), 10), min(place.order, 10), marked.closed,
        marked.family == "single" and not scene.single_style,
        kinds[before] if before >= 0 else NONE, min(item - before, FAR) if before >= 0 else FAR,
        kinds[after] if after >= 0 else NONE, min(after - item, FAR) if after >= 0 else FAR,
        prior_break, bool(_FIRST_PERSON.search(words[:2000])), _capitals(split), runs_on,
        item > 1 and kinds[item - 1] == Sort.COMMA, _sort(view, item - 3, sentence),
        item > 0 and passage.sentences[item - 1] != sentence, passage.heading, size == 1,
        _strength(scene, view, before), _strength(scene, view, after),
        _near(scene, view, item - 1), _near(scene, view, item - 2), _near(scene, view, item + 1),
        prior.kinds[-1] if prior and prior.kinds else NONE, prior is not None and prior.passage.words == ["<q>"],
        min(item - passage.quotes[place.order - 1], FAR) if place.order else FAR,
        min(scene.quoted[words.strip(" ,.").lower()], 5),
        _inner(scene, split, 0), _inner(scene, split, 1), _inner(scene, split, -1) if len(split) > 2 else NONE,
        min(words.count(". ") + words.count("? ") + words.count("! "), 5), min(len(words) / len(split), 15),
        _bare(scene, words, marked.span.start) if len(split) < 6 else 1, min(len(view.speech), 5),
        bisect_left(passage.sentences, sentence + 1) - bisect_left(passage.sentences, sentence),
    ]))  # fmt: skip


class Asked(Struct, frozen=True, gc=False):
    """A quote with what is the same for all its candidates."""

    place: Place
    before: int
    """The item of the nearest cue before it, -1 for none."""
    after: int
    saying: int
    """The item of the last plain verb of saying before it."""


def asked(scene: Scene, place: Place) -> Asked:
    """What `relations` wants to know of a quote."""
    view = scene.views[place.view]
    return Asked(place, *_nearest_cues(view, place.item), _last_saying(view, place.item))


def mention_features(scene: Scene, one: Candidate) -> list[float]:
    """The numbers named in MENTION_FEATURES."""
    view = scene.views[one.view]
    row = view.rows.get(one.order)
    if row is None:
        row = view.rows[one.order] = _mention_features(scene, view, one)
    return row


def _mention_features(scene: Scene, view: View, one: Candidate) -> list[float]:
    passage, kinds, attached = view.passage, view.kinds, view.attached[one.order]
    mention, head, item = scene.mentions[one.mention], scene.heads[one.mention], one.item
    sentences = passage.sentences
    sentence, verb, inverted = sentences[item], attached.verb, attached.before
    first = bisect_left(passage.mentions, bisect_left(sentences, sentence))
    order, subjects = one.order - first, view.subjects
    rank = bisect_left(subjects, one.order)
    form, span, following = mention.form, mention.span, attached.following
    return list(map(float, [
        FORMS[form], PRONOUNS.get(scene.words.pronouns.get(head, ""), 0) if form == "pronoun" else 0,
        _sort(view, item - 1, sentence), _sort(view, item + 1, sentence),
        _sort(view, item - 2, sentence), _sort(view, item + 2, sentence),
        kinds[verb] if verb >= 0 else NONE, attached.gap if verb >= 0 else 9, attached.apposition,
        kinds[inverted] if inverted >= 0 else NONE, order == 0, order if order < 6 else 6, mention.plural,
        min(span.end - span.start, 120), math.log1p(scene.counts[head]), KINDS[mention.kind],
        _strength(scene, view, verb), _strength(scene, view, inverted),
        kinds[following] if following >= 0 else NONE, passage.heading, mention.role is not None,
        _GENDERS[mention.gender], _to_quote(view, item),
        scene.article.text[mention.head.start : mention.head.start + 1].isupper(), kinds[-1],
        item > 0 and kinds[item - 1] == Sort.BY and inverted >= 0, subjects[rank : rank + 1] == [one.order],
        min(rank - bisect_left(subjects, first), 6),
    ]))  # fmt: skip


def relations(
    scene: Scene, about: Asked, among: Sequence[Candidate], previous: Candidate | None, spoken: Mapping[str, int]
) -> list[list[float]]:
    """Of each candidate the numbers named in RELATION_FEATURES."""
    place = about.place
    last = scene.heads[previous.mention] if previous else None
    since = min(place.view - previous.view, 9) if previous else 9
    rows = []
    for one in among:
        head = scene.heads[one.mention]
        known = previous == one, head == last, since
        row = _here(scene, about, one, known) if one.view == place.view else _elsewhere(scene, place, one, known)
        row[-5] = min(spoken.get(head, 0), 9)
        rows.append(list(map(float, row)))
    return rows


Known: TypeAlias = "tuple[bool, bool, int]"
"""Whether a candidate is the last speaker, whether it bears that name, and the passages since."""


def _here(scene: Scene, about: Asked, one: Candidate, known: Known) -> list[float]:
    """The relation of a quote to a mention of its own passage."""
    quote, before, after, saying = about.place.item, about.before, about.after, about.saying
    view, item = scene.views[one.view], one.item
    passage, kinds = view.passage, view.kinds
    attached = view.attached[one.order]
    verb = attached.verb
    first, end = (item + 1, quote) if item < quote else (quote + 1, item)
    quotes, mentions, strongest, thats, stops, subjects, verbs = _between(view, first, end)
    cue = before if before >= 0 else after
    gap, apart = end - first, passage.sentences[quote] - passage.sentences[item]
    return [
        item > quote, 0, gap if gap < FAR else FAR, abs(apart), quotes if quotes < 6 else 6, mentions, strongest,
        thats, stops, _signed(quote - verb) if verb >= 0 else FAR + 1,
        _count(passage.mentions, verb, quote) if verb >= 0 else 9,
        0 <= verb == before, after >= 0 and after in (verb, attached.before), *known,
        *((_count(passage.mentions, item, cue), _signed(cue - item)) if cue >= 0 else (9, FAR + 1)),
        NONE, 0, 0 <= verb == saying, 0 <= verb < quote and Sort.THAT in kinds[verb + 1 : verb + 4], subjects, verbs,
    ]  # fmt: skip


def _elsewhere(scene: Scene, place: Place, one: Candidate, known: Known) -> list[float]:
    """The relation of a quote to a mention of another passage."""
    view = scene.views[one.view]
    behind = view.behind.get(one.order)
    if behind is None:
        behind = view.behind[one.order] = _behind(view, one)
    away, quotes, mentions, strongest, thats, stops, subjects, verbs, to_verb, across, sentences = behind
    gap, quotes = away + place.item, quotes + (place.order if one.view < place.view else 0)
    return [
        2 if one.view < place.view else 3, abs(one.view - place.view), gap if gap < FAR else FAR, 9,
        quotes if quotes < 6 else 6, mentions, strongest, thats, stops, to_verb, across, False, False, *known,
        9, FAR + 1, sentences, 0, False, False, subjects, verbs,
    ]  # fmt: skip


def _behind(view: View, one: Candidate) -> tuple[int, ...]:
    """What stands between a mention and the end of its passage, as `_elsewhere` takes it apart."""
    verb, size, passage = view.attached[one.order].verb, len(view.kinds), view.passage
    return (
        size - one.item - 1, *_between(view, one.item + 1, size), _signed(size - verb) if verb >= 0 else FAR + 1,
        _count(passage.mentions, verb, size) if verb >= 0 else 9,
        passage.sentences[-1] - passage.sentences[one.item],
    )  # fmt: skip


def _sort(view: View, item: int, sentence: int) -> int:
    """The sort of an item, EDGE outside the passage; BREAK where another sentence has begun."""
    if not 0 <= item < len(view.kinds):
        return Sort.EDGE
    return view.kinds[item] if view.passage.sentences[item] == sentence else Sort.BREAK


def _nearest_cues(view: View, item: int) -> tuple[int, int]:
    """The items of the nearest cues before and after, in the same sentence or right after it; -1 for none."""
    speech, sentences = view.speech, view.passage.sentences
    at = bisect_left(speech, item)
    before = speech[at - 1] if at and sentences[speech[at - 1]] == sentences[item] else -1
    after = speech[at] if at < len(speech) and sentences[speech[at]] <= sentences[item] + 1 else -1
    return before, after


def _last_saying(view: View, item: int) -> int:
    """The item of the last plain verb of saying before a quote in its sentence, -1 for none."""
    at = bisect_left(view.speech, item)
    for cue in reversed(view.speech[max(0, at - 6) : at]):
        if view.passage.sentences[cue] != view.passage.sentences[item]:
            break
        if view.kinds[cue] in _SAYINGS:
            return cue
    return -1


def _runs_on(scene: Scene, place: Place) -> bool:
    """True where the passage before ends inside a quote that nothing closes, and this one opens its passage."""
    if place.item or not place.view:
        return False
    before = scene.views[place.view - 1].passage
    return bool(before.quotes) and before.quotes[-1] == len(before.words) - 1 and not before.marked[-1].closed


def _capitals(words: Sequence[str]) -> float:
    """The share of words of four letters or more that begin with a capital, the first left out of long ones."""
    long = [w for w in words[:12] if len(w) > 3]
    return sum(w[:1].isupper() for w in long) / len(long) if long else 0.0


def _strength(scene: Scene, view: View, item: int) -> float:
    """How strongly the word of a cue speaks for speech, as learned; 0 for none and for words not met."""
    return scene.strength.get(view.passage.words[item], 0.0) if item >= 0 else 0.0


def _last(text: str, marked: Marked) -> str:
    """The sign that ends quoted words: inside the marks, or right behind them as in Britain and Europe."""
    behind = text[marked.marks.end : marked.marks.end + 1]
    inside = text[marked.span.end - 1]
    return behind if behind in (",", ".", "?", "!") and inside.isalnum() else inside


def _bare(scene: Scene, words: str, start: int) -> int:
    """How often the same words stand near, in marks or not; at most 6."""
    key = (words.strip(" ,."), start // NEAR)
    if key not in scene.near_counts:
        low = (key[1] - 1) * NEAR
        scene.near_counts[key] = min(scene.article.text.count(key[0], max(0, low), low + 3 * NEAR), 6)
    return scene.near_counts[key]


def _inner(scene: Scene, words: Sequence[str], at: int) -> int:
    """The sort of a word within the marks, NONE where there is none."""
    if at >= len(words):
        return NONE
    word = words[at].strip(",.?!…;:").lower()
    return sort_of(word or "-", scene.words)


def _near(scene: Scene, view: View, item: int) -> float:
    """How strongly a word beside the marks speaks for a statement, as learned; 0 for words not met."""
    return scene.near.get(view.passage.words[item], 0.0) if 0 <= item < len(view.kinds) else 0.0


def _between(view: View, first: int, end: int) -> tuple[int, int, int, int, int, int, int]:
    """What stands from item `first` up to `end`: quotes, mentions, the strongest cue (0 none), "that"s, stops, subjects
    of clauses and words that may be finite verbs."""
    passage, kinds, speech = view.passage, view.kinds, view.speech
    if end <= first:
        return 0, 0, 0, 0, 0, 0, 0
    near = kinds[first : min(end, first + FAR)]
    low = bisect_left(speech, first)
    high = bisect_left(speech, end, low)
    strongest = max([_STRONG[kinds[i]] for i in speech[low : min(high, low + 8)]]) if high > low else 0
    low = bisect_left(passage.mentions, first)
    high = bisect_left(passage.mentions, end, low)
    subjects = bisect_left(view.subjects, high) - bisect_left(view.subjects, low) if high > low else 0
    quotes = bisect_left(passage.quotes, end) - bisect_left(passage.quotes, first)
    verbs = near.count(Sort.AUXILIARY) + near.count(Sort.ED)
    return (
        quotes if quotes < 9 else 9, high - low if high - low < 9 else 9, strongest, near.count(Sort.THAT),
        near.count(Sort.STOP), subjects if subjects < 9 else 9, verbs if verbs < 9 else 9,
    )  # fmt: skip


def _count(places: Sequence[int], after: int, before: int) -> int:
    """How many of the ascending `places` lie between two items, neither included; in either order."""
    if after > before:
        after, before = before, after
    found = bisect_left(places, before) - bisect_right(places, after)
    return 0 if found < 0 else found if found < 9 else 9


def _signed(distance: int) -> int:
    return distance if -FAR < distance < FAR else FAR if distance > 0 else -FAR


def _to_quote(view: View, item: int) -> int:
    """Items from a mention to the nearest quote of its passage."""
    quotes = view.passage.quotes
    at = bisect_left(quotes, item)
    near = [abs(q - item) for q in quotes[max(0, at - 1) : at + 1]]
    return min([*near, FAR])
