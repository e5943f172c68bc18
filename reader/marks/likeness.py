"""Fingerprints by which an edited and renamed article is known again."""

from __future__ import annotations

import re
from zlib import crc32

from reader.model.articles import Article

SIZE = 16
"""Hashes in a sample."""
RUN = 4
"""Words in a shingle."""
MOST = 20000
"""Characters of a body that are looked at."""
ALIKE = 0.5
"""Share of hashes two samples must have in common; two articles on one event share under a tenth."""
_WORD = re.compile(r"\w+")


def sample_of(article: Article) -> str:
    """The smallest hashes of the body's four-word runs, as text; the same words give the same sample.

    Method: bottom-k sketch (Cohen and Kaplan 2007); the share of equal hashes estimates that of equal runs.
    """
    body, length = list[str](), 0
    for block in article.blocks:
        if block.kind == "paragraph" and length < MOST:
            body.append(block.span.of(article.text))
            length += block.span.length + 1
    words = [w.lower() for w in _WORD.findall(" ".join(body)[:MOST])]
    runs = {crc32(" ".join(words[i : i + RUN]).encode()) for i in range(max(0, len(words) - RUN + 1))}
    return " ".join(f"{h:08x}" for h in sorted(runs)[:SIZE])


def likeness(one: str, other: str) -> float:
    """How much two samples have in common, 0 to 1."""
    a, b = set(one.split()), set(other.split())
    if not a or not b:
        return 0.0
    smallest = set(sorted(a | b)[:SIZE])
    return len(smallest & a & b) / len(smallest)
