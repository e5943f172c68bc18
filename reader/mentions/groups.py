"""Two or more who speak together: "A and B", "A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reader.mentions.lexicon import Lexicon
from reader.model.mentions import Mention, MentionForm
from reader.model.spans import Span


def groups(text: str, named: Sequence[Mention], others: Sequence[Mention], words: Lexicon) -> Iterator[Mention]:
    """A mention for every pair or row of sources joined by "and"."""
    sources = [m for m in named if m.kind == "person"]
    sources += [m for m in others if m.form == "role" and m.kind == "person"]
    if len(sources) < 2:
        return
    joins = _joins(words.conjunctions)
    sources.sort(key=lambda m: (m.span.start, -m.span.end))
    outer: list[Mention] = []
    for mention in sources:
        if not outer or mention.span.start >= outer[-1].span.end:
            outer.append(mention)
    for at in range(1, len(outer)):
        left, right = outer[at - 1], outer[at]
        if right.span.start - left.span.end > 8 or text[left.span.end : right.span.start] not in joins:
            continue
        first = at - 1
        while first > 0 and text[outer[first - 1].span.end : outer[first].span.start] == ", ":
            first -= 1
        span = Span(outer[first].span.start, right.span.end)
        head = Span(outer[first].head.start, right.head.end)
        form: MentionForm = "name" if left.form == right.form == "name" else "role"
        yield Mention(span, head, form, "group", "", True)


@cache
def _joins(conjunctions: frozenset[str]) -> frozenset[str]:
    """What stands between two who speak together: " and ", ", and "."""
    return frozenset(f"{before} {c} " for c in conjunctions for before in ("", ","))
