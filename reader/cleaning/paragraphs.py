"""An article that came on one line becomes paragraphs again."""

from __future__ import annotations

from reader.languages.known import basics
from reader.model.spans import Span
from reader.text.sentences import SentenceWords, sentence_spans

LONGEST = 1200
"""Characters; hardly one printed paragraph in a thousand is longer."""
FULL = 260
"""Characters at which a rebuilt paragraph takes no further sentence."""
_OPENERS, _CLOSERS = "“«„", "”»"


def rebuilt(text: str, language: str | None) -> list[Span]:
    """Paragraphs of one or two sentences; no cut falls inside a quote or between a quote and its attribution."""
    words = basics(language)
    rules = SentenceWords(words.ABBREVIATIONS, words.CLOSING_ABBREVIATIONS, words.STARTERS, words.MONTHS)
    groups: list[list[Span]] = []
    inside = False
    for sentence in sentence_spans(text, words=rules):
        if groups and (inside or _belongs(text, groups[-1], sentence)):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
        inside = _open_after(sentence.of(text), inside)
    return [Span(group[0].start, group[-1].end) for group in groups]


def _belongs(text: str, group: list[Span], sentence: Span) -> bool:
    """True where the sentence goes on with the paragraph before it."""
    length = sentence.end - group[0].start
    starts_quote = text[sentence.start] in '"“«„‘'
    if starts_quote:
        # `"...," she said. "..."`: the second half of one utterance stays with its first
        return text[group[0].start] in '"“«„‘' and len(group) < 3 and length < 2 * FULL
    return len(group) < 2 and length < FULL and text[group[0].start] not in '"“«„‘'


def _open_after(sentence: str, inside: bool) -> bool:
    """True where a double quotation mark is still open at the sentence's end."""
    for character in sentence:
        if character == '"':
            inside = not inside
        elif character in _OPENERS:
            inside = True
        elif character in _CLOSERS:
            inside = False
    return inside
