"""What the body model sees of each unit of a page: buckets, one column each, as numbers into a table of weights."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from reader.cleaning.cues import BIT, CLASSES
from reader.cleaning.measures import Measures
from reader.cleaning.units import Unit

Row = list[int]
"""Active buckets of one unit, as indices into the table of weights."""

LENGTHS = (4, 9, 16, 25, 40, 60, 80, 110, 150, 220, 320, 500, 800)
COARSE = (12, 30, 60, 80, 140, 260)
COUNTS = (1, 2, 3, 5, 8, 12, 18, 30, 60)
SHARES = (0.01, 0.2, 0.4, 0.55, 0.7, 0.8, 0.9)
PLACES = (1, 2, 4, 7, 12, 20, 35, 60, 100, 200)
FRACTIONS = (0.001, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.999)
MASSES = (1, 60, 150, 300, 600, 1000, 1800, 3000)
SINCE = (1, 2, 4, 8, 16, 40)
REACH = 7
"""Lines around prose that are asked about."""
ENTRY = 6
"""Words of a list's entry about which the model is asked."""
MARKERS = (
    "comment", "related", "legal", "tags", "share", "byline", "popular", "subscribe", "calendar", "advert", "picture",
)  # fmt: skip
"""Cue classes whose last and next short line is measured to."""
MARKER_LONGEST = 70
"""Characters of a line that can be a marker."""


def _bucket(edges: Sequence[float], top: int) -> bytes:
    """The bucket of every whole number up to `top`, to be looked up."""
    return bytes(bisect_right(edges, n) for n in range(top + 1))


_LENGTH, _COARSE, _COUNT = _bucket(LENGTHS, 1000), _bucket(COARSE, 1000), _bucket(COUNTS, 100)
_PLACE, _MASS = _bucket(PLACES, 300), _bucket(MASSES, 4000)
_STEPS = bytes(7 if n >= 60 else bisect_right(SINCE, n) for n in range(61))
_FRACTION = bytes(bisect_right(FRACTIONS, n / 1000) for n in range(1001))
_SHARE = bytes(bisect_right(SHARES, n / 100) for n in range(101))


class Columns:
    """Gives every column of the table its place."""

    def __init__(self) -> None:
        self.sizes: list[tuple[str, int]] = []
        self.total = 0

    def add(self, name: str, size: int) -> int:
        """Where the new column of `size` buckets begins."""
        begin = self.total
        self.sizes.append((name, size))
        self.total += size
        return begin


NL, NC, NS, NE, NH = len(LENGTHS) + 1, len(COARSE) + 1, len(SHARES) + 2, 8, 6
SHAPES = 4 * 3 * 3
COLUMNS = Columns()
_add = COLUMNS.add
LEN = _add("length", NL)
WORDS = _add("words", len(COUNTS) + 1)
LOWER = _add("share in lower case", NS)
UPPER = _add("share in upper case", NS)
END = _add("end", NE)
HEAD = _add("head", NH)
LEN_END = _add("length x end", NC * NE)
LEN_LOWER = _add("length x lower", NC * NS)
END_LOWER = _add("end x lower", NE * NS)
LEN_HEAD = _add("length x head", NC * NH)
GAPS = _add("gap before x gap after", 9)
DIGITS = _add("share of digits", NS)
COMMAS = _add("commas x length", 4 * NC)
BARS = _add("separators", 4)
STOPS = _add("inner stops x length", 4 * NC)
QUOTES = _add("quotes x length", 2 * NC)
FORM = _add("bullet, indent, wrapped, capitals", 2 * 4 * 2 * 2)
FORM_LEN = _add("form x length", 32 * NC)
TIMES = _add("times on the page x length", 3 * NC)
PREV, NEXT = _add("shape before", SHAPES), _add("shape after", SHAPES)
PREV2, NEXT2 = _add("shape two before", SHAPES), _add("shape two after", SHAPES)
OWN_PREV, OWN_NEXT = _add("shape x before", SHAPES * SHAPES), _add("shape x after", SHAPES * SHAPES)
TOP, BOTTOM = _add("lines above", len(PLACES) + 1), _add("lines below", len(PLACES) + 1)
PART = _add("part of the prose above", 12)
PART_OWN = _add("part of the prose above x shape", 12 * SHAPES)
TOTAL = _add("prose of the page", 9)
AHEAD, BEHIND = _add("prose in the 5 after", 9), _add("prose in the 5 before", 9)
AHEAD_BEHIND = _add("prose before x after", 81)
AHEAD12, BEHIND12 = _add("prose in the 12 after", 9), _add("prose in the 12 before", 9)
CUES = _add("cue x words", len(CLASSES) * 4)
FIRST = _add("first cue x words", len(CLASSES) * 3)
MARKS_SINCE = _add("lines since a marker", len(MARKERS) * 8)
MARKS_UNTIL = _add("lines until a marker", len(MARKERS) * 8)
SINCE_TITLE = _add("lines since the longest repeated line", 8)
BIAS = _add("bias", 1)

_BITS = [(n, 1 << n) for n in range(len(CLASSES))]
_MARKER_BITS = [BIT[name] for name in MARKERS]
_MARKED = sum(_MARKER_BITS)


def _share(part: int, whole: int) -> int:
    """The bucket of a share; 0 is kept for no words at all."""
    return 1 + _SHARE[100 * part // whole] if whole else 0


def shape(m: Measures) -> int:
    """A line's rough shape: how long, how it ends, how much of it is in lower case."""
    length = m.length
    size = 0 if length < 25 else 1 if length < 80 else 2 if length < 200 else 3
    end = 0 if m.ends_sentence and m.end != 2 else 1 if m.end == 2 else 2
    lower = m.lower * 10
    return (size * 3 + end) * 3 + (0 if lower < 2 * m.words else 1 if lower < 6 * m.words else 2)


def asked_of(units: Sequence[Unit], reach: int = REACH) -> list[bool]:
    """True for every unit with prose nearby, or entries of a list that are nearly sentences; the model is not asked
    about the others, which stand far from any."""
    asked, count = [False] * len(units), len(units)
    done = 0
    for at, unit in enumerate(units):
        if unit.measures.prose or _is_entry(unit):
            for near in range(max(done, at - reach), min(count, at + reach + 1)):
                asked[near] = True
            done = min(count, at + reach + 1)
    return asked


def _is_entry(unit: Unit) -> bool:
    """True for several words mostly in lower case, or some more with a bullet: articles are made of lists too."""
    m = unit.measures
    return m.words >= ENTRY and (2 * m.lower >= m.words or (unit.bullet and m.words > ENTRY))


def rows_of(units: Sequence[Unit], shapes: Sequence[int], asked: Sequence[bool]) -> list[Row]:
    """The active buckets of every unit of a page that is asked about, in order; empty for the others."""
    if not units:
        return []
    all_measures = [u.measures for u in units]
    pads = [0, 0, *shapes, 0, 0]
    prose = [m.length if m.prose else 0 for m in all_measures]
    sums = [0]
    for mass in prose:
        sums.append(sums[-1] + mass)
    total, count = sums[-1] or 1, len(units)
    wrapped = any(u.joined > 1 for u in units)
    texts = Counter(u.text for u in units)
    since, until = _marks(all_measures, asked)
    titled = _since_title(units, texts)
    rows: list[Row] = []
    for at, (unit, m) in enumerate(zip(units, all_measures, strict=True)):
        if not asked[at]:
            rows.append([])
            continue
        row = _local(unit, m, min(texts[unit.text], 3) - 1, wrapped)
        own, before, after = shapes[at], pads[at + 1], pads[at + 3]
        gap = units[at + 1].gap if at + 1 < count else 2
        low5, high5 = max(0, at - 5), min(count, at + 6)
        low12, high12 = max(0, at - 12), min(count, at + 13)
        ahead, behind = _mass(sums[high5] - sums[at + 1]), _mass(sums[at] - sums[low5])
        part = _FRACTION[1000 * sums[at] // total]
        row += (
            GAPS + min(unit.gap, 2) * 3 + min(gap, 2),
            PREV + before, NEXT + after, PREV2 + pads[at], NEXT2 + pads[at + 4],
            OWN_PREV + own * SHAPES + before, OWN_NEXT + own * SHAPES + after,
            TOP + _PLACE[min(at, 300)], BOTTOM + _PLACE[min(count - 1 - at, 300)],
            PART + part, PART_OWN + part * SHAPES + own, TOTAL + _mass(total),
            AHEAD + ahead, BEHIND + behind, AHEAD_BEHIND + ahead * 9 + behind,
            AHEAD12 + _mass(sums[high12] - sums[at + 1]), BEHIND12 + _mass(sums[at] - sums[low12]),
            SINCE_TITLE + titled[at], BIAS,
        )  # fmt: skip
        row += since[at]
        row += until[at]
        rows.append(row)
    return rows


def _mass(characters: int) -> int:
    return _MASS[min(characters, 4000)]


def _local(unit: Unit, m: Measures, times: int, wrapped: bool) -> Row:
    """The buckets that a unit's own words give."""
    coarse = _COARSE[min(m.length, 1000)]
    lower = _share(m.lower, m.words)
    count = min(m.words, 100)
    indent = 0 if not unit.indent else 1 if unit.indent <= 3 else 2 if unit.indent <= 6 else 3
    form = ((unit.bullet * 4 + indent) * 2 + wrapped) * 2 + m.capitals
    row = [
        LEN + _LENGTH[min(m.length, 1000)], WORDS + _COUNT[count], LOWER + lower, UPPER + _share(m.upper, m.words),
        END + m.end, HEAD + m.head, LEN_END + coarse * NE + m.end, LEN_LOWER + coarse * NS + lower,
        END_LOWER + m.end * NS + lower, LEN_HEAD + coarse * NH + m.head, DIGITS + _share(m.digits, m.words),
        COMMAS + min(m.commas, 3) * NC + coarse, BARS + min(m.separators, 3), STOPS + min(m.stops, 3) * NC + coarse,
        QUOTES + (m.quotes > 0) * NC + coarse, FORM + form, FORM_LEN + form * NC + coarse, TIMES + times * NC + coarse,
    ]  # fmt: skip
    if m.cues:
        size = 0 if count < 4 else 1 if count < 10 else 2 if count < 25 else 3
        row += [CUES + n * 4 + size for n, bit in _BITS if m.cues & bit]
        if m.first_cue:
            row += [FIRST + n * 3 + min(size, 2) for n, bit in _BITS if m.first_cue & bit]
    return row


def _marks(all_measures: Sequence[Measures], asked: Sequence[bool]) -> tuple[list[Row], list[Row]]:
    """For every unit, how many lines ago each kind of marker last stood, and in how many it stands next."""
    marked = [m.cues & _MARKED if m.length <= MARKER_LONGEST else 0 for m in all_measures]
    return _distances(marked, asked, MARKS_SINCE), _distances(marked[::-1], asked[::-1], MARKS_UNTIL)[::-1]


def _distances(marked: Sequence[int], asked: Sequence[bool], column: int) -> list[Row]:
    """The buckets of every unit that is asked about; one of seven steps, the last where none stood in 60 lines."""
    last = [-1000] * len(MARKERS)
    newest = -1000
    columns = [column + n * 8 for n in range(len(MARKERS))]
    none_near = [begin + _STEPS[60] for begin in columns]
    rows: list[Row] = []
    for at, (bits, wanted) in enumerate(zip(marked, asked, strict=True)):
        if bits:
            newest = at
            for n in _MARKED_BY[bits]:
                last[n] = at
        if not wanted:
            rows.append([])
        elif at - newest >= 60:
            rows.append(none_near)
        else:
            steps = zip(columns, last)  # noqa: B905
            rows.append([begin + _STEPS[at - then if at - then < 60 else 60] for begin, then in steps])
    return rows


class _Memory(dict[int, tuple[int, ...]]):
    """Which markers a set of bits holds, worked out once."""

    def __missing__(self, bits: int) -> tuple[int, ...]:
        self[bits] = tuple(n for n, bit in enumerate(_MARKER_BITS) if bits & bit)
        return self[bits]


_MARKED_BY = _Memory()


def _since_title(units: Sequence[Unit], texts: Counter[str]) -> list[int]:
    """For every unit, the bucket of lines since the last line of a headline's length that the page repeats."""
    last, found = -1000, []
    for at, unit in enumerate(units):
        if texts[unit.text] > 1 and 20 <= len(unit.text) <= 200:
            last = at
        found.append(_STEPS[min(at - last, 60)])
    return found
