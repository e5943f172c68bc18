"""Speakers and statements over many quotes: how long, and how it grows.

python bench/scale.py [--quotes 100000]
"""

from __future__ import annotations

import argparse
import math
import random
import time

from synthetic import event, people, version

from reader.model.analysis import Analysis
from reader.model.articles import Article, Block
from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.model.speakers import Entity, Link
from reader.speakers.library import resolve
from reader.statements.group import group, items_of
from reader.statements.index import Index
from reader.statements.words import rarity


def analyses(quotes: int, seed: int = 1) -> list[tuple[str, Analysis]]:
    """Analyses of articles with some eight quotes each, `quotes` in all, without going through the stages."""
    chance = random.Random(seed)
    crowd = people(chance, max(40, quotes // 40))
    found: list[tuple[str, Analysis]] = []
    made = 0
    while made < quotes:
        happening = event(chance, chance.sample(crowd, 8))
        for _ in range(chance.randint(2, 8)):
            analysis = _analysis(chance, f"{len(found):08}", happening.said)
            found.append((analysis.article.id, analysis))
            made += len(analysis.quotes)
    return found


def _analysis(chance, key, said):
    text, quotes, entities, links = "", [], {}, {}
    for _ in range(8):
        person, words = chance.choice(said)
        name = person.full if person.full not in entities else person.last
        index = entities.setdefault(person.full, len(entities))
        start = len(text)
        named = Span(start, start + len(name))
        quoted = version(chance, words)
        text += f"{name} said: “{quoted}.”\n\n"
        span = Span(named.end + 8, named.end + 8 + len(quoted))
        links.setdefault(index, []).append(Link(named, "full name"))
        quotes.append(
            Quote(span, "direct", source=Mention(named, named, "name"), entity=index, confidence=0.98, utterance=start)
        )
    made = tuple(Entity(full, "person", tuple(links[n]), (full, full.split()[-1])) for full, n in entities.items())
    article = Article(key, f"{key}.txt", text, (Block("paragraph", Span(0, len(text))),), language="en")
    return Analysis(article, tuple(quotes), made)


def seconds(quotes: int) -> tuple[float, float, int]:
    """CPU seconds of resolving and of grouping, and the number of statements."""
    library = analyses(quotes)
    began = time.process_time()
    speakers = resolve(library)
    resolved = time.process_time()
    statements = group(library, speakers)
    return resolved - began, time.process_time() - resolved, len(statements)


def one_more(quotes: int, count: int = 500) -> list[float]:
    """Milliseconds in which each of `count` new quotes found its like among `quotes`, ascending."""
    library = analyses(quotes)
    speakers = {place: s.id for s in resolve(library) for place in s.entities}
    items = items_of(library, speakers)
    index = Index(rarity(item.words for item in items[:-count]))
    for item in items[:-count]:
        index.add(item)
    found = []
    for item in items[-count:]:
        began = time.perf_counter()
        index.add(item)
        found.append(1000 * (time.perf_counter() - began))
    return sorted(found)


def main() -> None:
    """Print times for n/8, n/4, n/2 and n quotes, and the exponent of their growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=100_000)
    most = parser.parse_args().quotes
    before = 0.0
    print(f"{'quotes':>8} {'speakers':>9} {'statements':>11} {'exponent':>9}  found")
    for count in (most // 8, most // 4, most // 2, most):
        speakers, statements, found = seconds(count)
        total = speakers + statements
        growth = f"{math.log2(total / before):.2f}" if before else ""
        print(f"{count:8} {speakers:8.1f}s {statements:10.1f}s {growth:>9}  {found}", flush=True)
        before = total
    times = one_more(most)
    middle, high = times[len(times) // 2], times[len(times) * 95 // 100]
    print(f"one more quote: median {middle:.2f} ms, 95th percentile {high:.2f} ms")


if __name__ == "__main__":
    main()
