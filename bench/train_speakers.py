"""Learns whom he and she stand for, from the annotated articles in the shared folder.

usage: python bench/train_speakers.py            writes reader/speakers/learned.py, learned from all articles
       python bench/train_speakers.py --folds F  writes F/0/speakers.json ... F/4, each without a fifth of the articles
       python bench/train_speakers.py --measure  prints the share of pronouns right, five-fold over articles

The shared folder is READER_SHARED, else ../shared. Needs scikit-learn (pip install -e '.[train]').
An article is whole in one fold: crc32 of its id modulo 5. What is learned is a weight a feature: a logistic regression
over the differences between the right candidate and each wrong one, so that only their order counts.
"""

from __future__ import annotations

import argparse
import bisect
import json
import zlib
from pathlib import Path

import numpy as np
from shared import shared_folder
from sklearn.linear_model import LogisticRegression

from reader.cleaning.whole import whole_article
from reader.mentions.find import find_mentions
from reader.model.documents import RawDocument
from reader.model.mentions import Mention
from reader.model.quotes import Quote
from reader.model.spans import Span
from reader.speakers import pronouns
from reader.speakers import walk as walking
from reader.speakers.article import link_speakers
from reader.speakers.people import name_of

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
STRENGTH = 3.0  # inverse of the regularisation; 1 to 10 measure alike


def fold_of(key):
    return zlib.crc32(key.encode()) % FOLDS


def in_article(article, offset):
    """An offset of the decoded text as one of the article's text."""
    at = bisect.bisect_right(article.raw_map.raws, offset) - 1
    if at < 0:
        return 0
    return article.raw_map.starts[at] + min(offset - article.raw_map.raws[at], article.raw_map.lengths[at])


def source_of(mentions, gold, names):
    """The mention that an annotated source stands for: by name where it holds one, else its first."""
    hits = [m for m in mentions if m.head.overlaps(gold)]
    if not hits:
        return Mention(gold, gold, "role")
    if names:
        return min(hits, key=lambda m: (not gold.holds(m.head), m.kind == "group", m.form != "name", -m.span.length))
    return min(hits, key=lambda m: (not gold.holds(m.head), m.kind == "group", m.head.start))


def gold_quotes(row, article, mentions):
    """The annotated quotes with their annotated sources, and the gold rows beside them."""
    found = []
    for gold in sorted(row["quotes"], key=lambda q: q["start"]):
        span = Span(in_article(article, gold["start"]), in_article(article, gold["end"]))
        source = None
        if gold.get("speaker_span"):
            where = Span(*(in_article(article, o) for o in gold["speaker_span"]))
            source = source_of(mentions, where, gold["speaker_type"] in ("name", "name-multi"))
        marks = Span(max(0, span.start - 1), span.end + 1)
        found.append((Quote(span, "direct", marks=marks, source=source, confidence=1.0), gold))
    return found


def last_word(name):
    words = name_of(name.removesuffix("'s").removesuffix("’s")).words
    return words[-1] if words else ""


def samples(rows):
    """(article id, feature rows of the candidates, which are right) of every pronoun whose bearer is known."""
    found = []
    for row in rows:
        article = whole_article(RawDocument(row["id"], row["text"], row["id"]))
        mentions = find_mentions(article)
        quotes = gold_quotes(row, article, mentions)
        known = {
            quote.source: last_word(gold["speaker_canonical"])
            for quote, gold in quotes
            if quote.source is not None and gold.get("canon_by") == "coref-agree"
        }

        def observe(scene, mention, quote, weights, known=known, key=row["id"]):
            if mention not in known:
                return pronouns.resolve_pronoun(scene, mention, quote, weights)
            numbers = pronouns.candidates(scene, mention)
            about = pronouns.asked(scene, mention, quote, numbers) if numbers else None
            values = [[float(v) for v in pronouns.features(scene, about, n, r)] for r, n in enumerate(numbers)]
            right = [last_word(scene.drafts[n].best_name()) == known[mention] for n in numbers]
            found.append((key, values, right))
            return (numbers[right.index(True)], 1.0) if any(right) else (None, 0.0)

        walking.resolve_pronoun = observe
        link_speakers(article, mentions, [q for q, _ in quotes])
    return found


def learn(found):
    """Feature -> weight."""
    differences, labels, shares = [], [], []
    for _, values, right in found:
        if not any(right) or all(right):
            continue
        best = np.array(values[right.index(True)])
        wrong = [np.array(v) for v, r in zip(values, right, strict=True) if not r]
        for value in wrong:
            differences += [best - value, value - best]
            labels += [1, 0]
            shares += [1 / len(wrong)] * 2
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=5000)
    model.fit(np.array(differences), np.array(labels), sample_weight=np.array(shares))
    return {n: round(float(w), 3) for n, w in zip(pronouns.FEATURES, model.coef_[0], strict=True)}


def temperature(found):
    """What the weights are divided by, so that of pronouns given with a belief of .9 nine in ten are right."""
    beliefs = []
    for fold in range(FOLDS):
        weights = np.array(list(learn([s for s in found if fold_of(s[0]) != fold]).values()))
        for _, values, right in (s for s in found if fold_of(s[0]) == fold):
            if values:
                beliefs.append((np.array(values) @ weights, right))

    def loss(heat):
        total = 0.0
        for scores, right in beliefs:
            shares = np.exp((scores - scores.max()) / heat)
            told = float((shares * np.array(right)).sum() / shares.sum())
            total -= np.log(min(max(told, 1e-3), 1.0))
        return total

    return min(np.arange(0.5, 4.0, 0.05), key=loss)


def tempered(found):
    """Feature -> weight, as sure as it may be."""
    heat = temperature(found)
    return {name: round(weight / heat, 3) for name, weight in learn(found).items()}


def measure(found):
    """Share of all pronouns given to the right surname, each fold by weights learned from the others."""
    good = 0
    for fold in range(FOLDS):
        weights = np.array(list(learn([s for s in found if fold_of(s[0]) != fold]).values()))
        for _, values, right in (s for s in found if fold_of(s[0]) == fold):
            good += bool(values) and right[int(np.argmax(np.array(values) @ weights))]
    return good / len(found)


def write_module(weights):
    lines = "\n".join(f'    "{name}": {weight},' for name, weight in weights.items())
    (ROOT / "reader/speakers/learned.py").write_text(
        '"""Learned numbers, written by bench/train_speakers.py; NOTICE says from which articles."""\n\n'
        f"PRONOUN = {{\n{lines}\n}}\n"
        '"""Feature of reader.speakers.pronouns -> weight."""\n',
        encoding="utf-8",
    )


def write_folds(found, target):
    """One set of weights a fold in target/0 ... target/4, each learned without it."""
    for fold in range(FOLDS):
        folder = target / str(fold)
        folder.mkdir(parents=True, exist_ok=True)
        weights = tempered([s for s in found if fold_of(s[0]) != fold])
        (folder / "speakers.json").write_text(json.dumps({"version": 1, "pronoun": weights}, indent=1))


def learn_folds(target):
    """The same from the articles on disk."""
    file = shared_folder() / "data/quotes/polnear.jsonl"
    write_folds(samples([json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]), target)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    file = shared_folder() / "data/quotes/polnear.jsonl"
    found = samples([json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()])
    if options.measure:
        print(f"{len(found)} pronouns, right {100 * measure(found):.1f}% (five-fold); heat {temperature(found):.2f}")
    elif options.folds:
        write_folds(found, options.folds)
    else:
        write_module(tempered(found))


if __name__ == "__main__":
    main()
