"""A text taken whole: every run of lines between blank lines is a paragraph and nothing is dropped."""

from __future__ import annotations

from reader.cleaning.assemble import Draft, assemble
from reader.model.articles import Article, Metadata
from reader.model.documents import RawDocument
from reader.model.spans import Span
from reader.text.lines import line_spans


def whole_article(raw: RawDocument) -> Article:
    """The document as an article without any cleaning: one paragraph a line, blank lines left out."""
    drafts = []
    for line in line_spans(raw.text):
        words = line.of(raw.text)
        kept = words.strip()
        if kept:
            start = line.start + words.index(kept[0]) if words[:1].isspace() else line.start
            drafts.append(Draft("paragraph", "whole", (Span(start, start + len(kept)),)))
    return assemble(raw, drafts, Metadata())
