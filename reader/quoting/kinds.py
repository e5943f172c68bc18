"""Whether quoted words stand as a sentence of their own or are built into the reporter's."""

from __future__ import annotations

from reader.model.quotes import QuoteKind
from reader.quoting.candidates import Place
from reader.quoting.classes import Sort
from reader.quoting.views import Scene

_STANDS_AFTER = frozenset({Sort.COMMA, Sort.COLON, Sort.DASH, Sort.EDGE, Sort.BREAK, Sort.QUOTE, Sort.BRACKET})
"""What may stand before quoted words that are a sentence of their own."""
_CUES = frozenset({Sort.SAY, Sort.TELL, Sort.WRITE, Sort.SAYING})


def kind_of(scene: Scene, place: Place, after_part: bool) -> QuoteKind:
    """direct or mixed. `after_part`: the quote carries on one that its cue split."""
    view = scene.views[place.view]
    passage, kinds, item = view.passage, view.kinds, place.item
    words = passage.marked[passage.refs[item]].span.of(scene.article.text)
    first = next((c for c in words if c.isalnum()), "")
    new = item == 0 or passage.sentences[item - 1] != passage.sentences[item]
    before = Sort.EDGE if new else kinds[item - 1]
    if after_part and before in _STANDS_AFTER:
        return "direct"
    sentence_like = not first.islower() or words[0] in "[("
    count = len(words.split())
    if not sentence_like:
        return "direct" if new and count > 6 else "mixed"
    if before in _STANDS_AFTER:
        alone = new or before in (Sort.COLON, Sort.COMMA)
        return "direct" if alone or count > 2 else "mixed"
    return "direct" if before in _CUES and count > 3 and words[-1] in ",.?!…" else "mixed"
