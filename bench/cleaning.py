"""How much of each page's article cleaning keeps, and how much of the rest: the table beside the known anchors.

usage: python bench/cleaning.py            learns five times without a fifth of the pages, cleans that fifth, prints
       python bench/cleaning.py --speed    only how fast it is
       python bench/cleaning.py --shipped  the same with the shipped weights, which know the pages: an upper bound

F1 of 4-word shingles [share of the article's paragraphs kept whole], as tools/score_cleaning.py of the shared
folder counts them. What is learned from the pages is judged by cross-validation alone.
"""

from __future__ import annotations

import gc
import gzip
import json
import math
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import ModuleType

from cleaning_gold import FOLDS, Page, pages
from shared import absent, digest, held, shared_folder

from reader.cleaning.clean import clean
from reader.cleaning.weights import use_weights
from reader.loading.formats import html
from reader.loading.formats.plain import read
from reader.model.articles import Article
from reader.model.documents import RawDocument
from reader.model.spans import Span

SETS = (("sh", "inner"), ("sh", "lynx"), ("l3s", "inner"), ("l3s", "lynx"), ("wcxb", "inner"))
ANCHORS = (
    ("keep everything", (".718 [1.00]", ".666", ".706 [1.00]", ".657", ".826")),
    ("jusText on the lines", (".79", ".77", ".84", ".84", ".85")),
    ("boilerpy3 on the lines", (".83", ".81", ".87", ".85", ".87")),
    ("the densest run", (".901 [.90]", ".831", ".931 [.93]", ".873", ".898 [.84]")),
    ("half an hour's trial", (".890 [.873]", ".884 [.869]", ".969 [.972]", ".958 [.948]", ".922 [.899]")),
)
"""Of other ways on pages of the same sets (the densest run and boilerpy3: on pages kept aside)."""
SLACK = 0.004
"""Learning again on another machine moves a figure so far."""


def kept(page: Page) -> str:
    """The text that cleaning keeps of a page: its paragraphs and headings."""
    document, *_ = read(page.text.encode(), page.id)
    return _body(clean(document))


def scores(found: Sequence[Page], scorer: ModuleType) -> Mapping[tuple[str, str], list[dict[str, float]]]:
    """What the scorer says of every page, by set."""
    rows: dict[tuple[str, str], list[dict[str, float]]] = defaultdict(list)
    for page in found:
        rows[page.source, page.rendering].append({"id": page.id, **scorer.score_one(page.body, kept(page))})
    return rows


def measured(shipped: bool) -> Mapping[tuple[str, str], list[dict[str, float]]]:
    """Scores by set: by cross-validation, or with the shipped weights."""
    shared = shared_folder()
    assert shared is not None
    sys.path.insert(0, str(shared / "tools"))
    import score_cleaning
    from train_cleaning import learn, samples

    found = pages(shared)
    if shipped:
        return scores(found, score_cleaning)
    learned = samples(shared)
    rows: dict[tuple[str, str], list[dict[str, float]]] = defaultdict(list)
    for fold in range(FOLDS):
        use_weights(learn([s for s in learned if s.fold != fold]))
        for key, more in scores([p for p in found if p.fold == fold], score_cleaning).items():
            rows[key] += more
    use_weights(None)
    return rows


def table(rows: Mapping[tuple[str, str], list[dict[str, float]]]) -> dict[str, float]:
    """Prints the table; the figures that the gate pins."""
    import score_cleaning

    print(f"{'':26}" + "".join(f"{' '.join(key):>15}" for key in SETS))
    for name, figures in ANCHORS:
        print(f"{name:26}" + "".join(f"{figure:>15}" for figure in figures))
    line, pinned = "", {}
    for key in SETS:
        total = score_cleaning.aggregate(rows[key])
        line += f"{total['F1']:.3f} [{total['para_recall']:.3f}]".rjust(15)
        pinned[f"{' '.join(key)} F1"] = round(total["F1"], 4)
        pinned[f"{' '.join(key)} paragraphs"] = round(total["para_recall"], 4)
    print(f"{'reader':26}" + line)
    return pinned


def saved_pages() -> dict[str, float]:
    """Prints what is kept of pages saved as HTML beside trafilatura alone; the figures that the gate pins."""
    shared = shared_folder()
    assert shared is not None
    import score_cleaning

    gold = json.loads((shared / "data/cleaning/html-gold.json").read_text(encoding="utf-8"))
    rows = []
    for key, page in gold.items():
        data = gzip.decompress((shared / f"data/cleaning/html/{key}.html.gz").read_bytes())
        article = clean(html.read(data, key)[0])
        rows.append(score_cleaning.score_one(page["body"], _body(article)))
    total = score_cleaning.aggregate(rows)
    print(f"{'saved as HTML':26}{total['F1']:.3f} [{total['para_recall']:.3f}] (trafilatura alone .951 [.961])")
    return {"html F1": round(total["F1"], 4), "html paragraphs": round(total["para_recall"], 4)}


def clean_articles() -> dict[str, float]:
    """Prints how many quotes are lost in articles that had no debris; the figure that the gate pins."""
    shared = shared_folder()
    assert shared is not None
    quotes = kept_quotes = 0
    with open(shared / "data/quotes/polnear.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            article = clean(RawDocument(row["id"], row["text"], row["id"]))
            shown = [b.raw for b in article.blocks if b.raw and b.kind in ("paragraph", "caption", "summary")]
            quotes += len(row["quotes"])
            kept_quotes += sum(any(s.holds(Span(q["start"], q["end"])) for s in shown) for q in row["quotes"])
    print(f"{'quotes of clean articles':26}{100 * (1 - kept_quotes / quotes):.2f}% lost (at most .3% is asked)")
    return {"quotes kept in clean articles": round(kept_quotes / quotes, 5)}


def _body(article: Article) -> str:
    return "\n".join(b.span.of(article.text) for b in article.blocks if b.kind in ("paragraph", "heading"))


def speed() -> float:
    """Megabytes that loading and cleaning take in a second of one core; the best of several runs of every page.

    Cycles are not collected meanwhile, as in the headless command.
    """
    shared = shared_folder()
    assert shared is not None
    found = pages(shared)[::3]
    best = [math.inf] * len(found)
    gc.disable()
    for _ in range(5):
        for number, page in enumerate(found):
            began = time.process_time()
            kept(page)
            best[number] = min(best[number], time.process_time() - began)
    gc.enable()
    return sum(len(p.text.encode()) for p in found) / 1e6 / sum(best)


def gate() -> bool:
    """True where no figure fell under its pinned floor."""
    shared = shared_folder()
    if shared is None:
        print(absent("cleaning"))
        return True
    figures = {**table(measured(shipped=False)), **saved_pages(), **clean_articles()}
    corpus = [shared / "data/cleaning/text.jsonl", shared / "data/cleaning/html-gold.json"]
    return held("cleaning", figures, digest(corpus), slack=SLACK)


def main() -> int:
    if shared_folder() is None:
        print(absent("cleaning"))
        return 0
    if "--speed" in sys.argv:
        print(f"{speed():.2f} MB a second, loading and cleaning")
        return 0
    rows = measured("--shipped" in sys.argv)
    table(rows)
    saved_pages()
    clean_articles()
    print(f"{speed():.2f} MB a second, loading and cleaning")
    for key in SETS if "--worst" in sys.argv else ():
        for row in sorted(rows[key], key=lambda r: r["f1"])[:8]:
            print(*key, row["id"], f"f1 {row['f1']:.2f} p {row['p'] or 0:.2f} r {row['r']:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
