"""Finds the quotes of an article and to whom each is given."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reader.model.articles import Article
from reader.model.mentions import Mention
from reader.model.quotes import Quote, RunnerUp
from reader.model.spans import Span
from reader.quoting.candidates import Candidate, Place, candidates
from reader.quoting.classes import Sort
from reader.quoting.features import CANDIDATE_FEATURES, asked, mention_features, quote_features, relations
from reader.quoting.indirect import reported
from reader.quoting.kinds import kind_of
from reader.quoting.ranking import rank
from reader.quoting.sieves import sieved
from reader.quoting.transcripts import interview, transcript, unmarked
from reader.quoting.trees import Trees
from reader.quoting.views import Scene, View, scene
from reader.quoting.weights import Weights, shipped

STATEMENT = 0.54
"""From this belief on quoted words count as somebody's statement."""
GROUNDED = 0.24
"""Words whose likeliest source is less likely than this are most often nobody's: a title, a term."""
ELSEWHERE = 0.36
"""The same in languages from which nothing was learned, where beliefs are fainter."""

REMEMBERED = 16
"""Passages before the one asked about whose mentions are kept described; the last speaker counts no farther back."""
DOUBT_LEFT = 0.6
"""How much of the doubt whether words are a statement is left where a plain pattern gives them a source."""
OVERRULED = 0.8
"""The belief in a source that a plain pattern prefers to the one ranked first."""


class Choice(Struct, frozen=True):
    """What was decided about one marked stretch."""

    place: Place
    best: Candidate | None
    statement: float
    """The belief that it is a statement."""
    right: float
    """The belief that its source is the right one."""
    others: tuple[tuple[Candidate, float], ...] = ()
    rule: str = ""
    """The sieve that decided, if one did."""


def find_quotes(article: Article, mentions: Sequence[Mention], weights: Weights | None = None) -> tuple[Quote, ...]:
    """Every quote of the article in reading order, with source, cue, kind and confidence.

    `weights` replaces what the package ships with (READER_WEIGHTS). Quotes are looked for in blocks whose kind is
    in SPOKEN; the source is one of `mentions`; `entity` is left to reader.speakers.
    """
    learned = weights or shipped()
    seen = scene(article, mentions, learned.strength, learned.near)
    choices = _choices(seen, learned)
    labelled = interview(seen) or transcript(seen) or unmarked(seen)
    others = [*labelled, *outside(reported(seen, learned), labelled)]
    quotes = [*outside(_quotes(seen, choices, learned), labelled), *numbered(others, len(choices) + 1)]
    return tuple(sorted(quotes, key=lambda q: q.span))


def outside(quotes: Sequence[Quote], labelled: Sequence[Quote]) -> list[Quote]:
    """The quotes that stand in no labelled paragraph: there they are part of what is said."""
    if not labelled:
        return list(quotes)
    starts = [q.span.start for q in labelled]
    return [q for q in quotes if not _within(q.span, labelled, bisect_right(starts, q.span.start) - 1)]


def _within(span: Span, labelled: Sequence[Quote], at: int) -> bool:
    return at >= 0 and span.start < labelled[at].span.end


def numbered(quotes: Sequence[Quote], first: int) -> list[Quote]:
    """The quotes with utterance numbers of their own from `first` on."""
    return [replace(quote, utterance=first + n) for n, quote in enumerate(quotes)]


def _choices(seen: Scene, weights: Weights) -> list[Choice]:
    """A decision for every outermost marked stretch, first to last: the last speaker counts for the next quote."""
    found: list[Choice] = []
    previous: Candidate | None = None
    spoken: Counter[str] = Counter()
    for number, view in enumerate(seen.views):
        if number > REMEMBERED:
            seen.views[number - REMEMBERED].forget()
        for order, item in enumerate(view.passage.quotes):
            choice = choose(seen, Place(number, item, order), previous, spoken, weights)
            if choice.best and is_shown(seen, choice):
                previous = choice.best
                spoken[seen.heads[previous.mention]] += 1
            found.append(choice)
    return found


def is_shown(seen: Scene, choice: Choice) -> bool:
    """True where quoted words count as a statement of somebody."""
    if seen.words.code != "en":
        return choice.best is not None and choice.statement >= ELSEWHERE
    return choice.best is not None and choice.statement >= STATEMENT and choice.right >= GROUNDED


def choose(
    seen: Scene, place: Place, previous: Candidate | None, spoken: Mapping[str, int], weights: Weights
) -> Choice:
    """The best source of one marked stretch, and how sure it is that the words are a statement."""
    among = candidates(seen, place, previous)
    if not among:
        return Choice(place, None, 0.0, 0.0)
    about = quote_features(seen, place)
    related = relations(seen, asked(seen, place), among, previous, spoken)
    ranking = rank(weights.source, _encoded(seen, weights.source, among, related, about))
    first, named = ranking.order[0], sieved(seen, place, among, previous)
    best = named[0] if named else first
    row = [*mention_features(seen, among[first]), *related[first], *about, *ranking.features]
    statement = weights.statement.chance(row)
    if named:
        statement = 1 - (1 - statement) * DOUBT_LEFT
    right = 0.0  # asked for only where the words count as a statement
    if statement >= min(STATEMENT, ELSEWHERE):
        right = weights.right.chance(row) if best == first else OVERRULED
    others = tuple((among[i], s) for i, s in zip(ranking.order, ranking.shares, strict=True) if i != best)
    return Choice(place, among[best], statement, right, others[:3], named[1] if named else "")


def _encoded(
    seen: Scene, trees: Trees, among: Sequence[Candidate], related: Sequence[list[float]], about: list[float]
) -> list[list[float]]:
    """The whole rows of the candidates as `trees` read them; a mention's part is encoded once for all its quotes."""
    tail = trees.encoded(about, len(CANDIDATE_FEATURES))
    rows = []
    for one, relation in zip(among, related, strict=True):
        known = seen.views[one.view].encoded_rows
        row = known.get(one.order)
        if row is None:
            row = known[one.order] = trees.encoded(mention_features(seen, one))
        rows.append([*row, *relation, *tail])
    return rows


def _quotes(seen: Scene, choices: Sequence[Choice], weights: Weights) -> list[Quote]:
    quotes: list[Quote] = []
    utterance = 0
    for n, choice in enumerate(choices):
        part = n > 0 and bool(quotes) and _carries_on(seen, choices[n - 1], choice)
        utterance += not part
        quotes.append(_quote(seen, choice, weights, part, utterance))
    return quotes


def _quote(seen: Scene, choice: Choice, weights: Weights, part: bool, utterance: int) -> Quote:
    """The quote that a decision stands for."""
    place = choice.place
    passage = seen.views[place.view].passage
    marked = passage.marked[passage.refs[place.item]]
    if choice.best is None or not is_shown(seen, choice):
        return Quote(
            marked.span, "unspoken", marked.marks, None, None, 1 - choice.statement, utterance, "not a statement"
        )
    confidence = calibrated(weights, choice.right)
    others = tuple(RunnerUp(seen.mentions[c.mention].span, share) for c, share in choice.others if share > 0.01)
    cue, rule = _cue(seen, choice.best, place)
    return Quote(
        marked.span, kind_of(seen, place, part), marked.marks, seen.mentions[choice.best.mention], cue, confidence,
        utterance, choice.rule or rule, others,
    )  # fmt: skip


def calibrated(weights: Weights, belief: float) -> float:
    """The share of attributions with this belief that turned out right, by straight lines between measured points."""
    points = weights.sure
    at = bisect_right(points, (belief, 2.0))
    if at == 0 or at == len(points):
        return points[max(0, at - 1)][1]
    (x0, y0), (x1, y1) = points[at - 1], points[at]
    return y0 + (y1 - y0) * (belief - x0) / (x1 - x0)


def _cue(seen: Scene, best: Candidate, place: Place) -> tuple[Span | None, str]:
    """The words that report the quote, and the name of the place where its source stands."""
    view = seen.views[best.view]
    passage, attached = view.passage, view.attached[best.order]
    where = _where(best, place)
    item = attached.verb
    if attached.before >= 0 and (where == "after" or item < 0 or view.kinds[attached.before] == Sort.SOURCE):
        item, where = attached.before, "inverted" if where == "after" else where
        if view.kinds[item] == Sort.SOURCE:
            return Span(passage.starts[item], passage.ends[best.item - 1]), "according to"
    if item < 0 and best.view == place.view:
        item = _last_cue(view, *sorted((best.item, place.item)))
    if (
        item < 0
        and best.view == place.view
        and best.item + 1 < len(view.kinds)
        and view.kinds[best.item + 1] == Sort.COLON
    ):
        return Span(passage.starts[best.item + 1], passage.ends[best.item + 1]), "colon"
    return (Span(passage.starts[item], passage.ends[item]) if item >= 0 else None), where


def _last_cue(view: View, after: int, before: int) -> int:
    """The last cue between two items, -1 for none."""
    at = bisect_right(view.speech, before - 1)
    return view.speech[at - 1] if at and view.speech[at - 1] > after else -1


def _where(best: Candidate, place: Place) -> str:
    if best.view == place.view:
        return "before" if best.item < place.item else "after"
    return "earlier paragraph" if best.view < place.view else "later paragraph"


def _carries_on(seen: Scene, before: Choice, choice: Choice) -> bool:
    """True where a quote and the one before it are parts of one utterance that its cue splits."""
    one, two = before.place, choice.place
    if not (is_shown(seen, before) and is_shown(seen, choice)) or not before.best or not choice.best:
        return False
    if one.view != two.view:
        return two.view == one.view + 1 and not two.item and _open(seen, one)
    view = seen.views[one.view]
    between = view.kinds[one.item + 1 : two.item]
    if not one.item < choice.best.item < two.item or before.best != choice.best or len(between) > 40:
        return False
    sentences = view.passage.sentences
    return between[-1] in (Sort.COMMA, Sort.DASH) or sentences[two.item] == sentences[two.item - 1] + 1


def _open(seen: Scene, place: Place) -> bool:
    """True where a quote ends its passage without a closing mark."""
    passage = seen.views[place.view].passage
    return place.item == len(passage.words) - 1 and not passage.marked[-1].closed
