"""Learns how quotes are given to their sources, from the annotated articles in the shared folder.

usage: python bench/train_quotes.py            writes reader/quoting/learned.py, learned from all articles
       python bench/train_quotes.py --folds F  writes F/0 ... F/4, each learned without a fifth of the articles

The shared folder is READER_SHARED, else ../shared. Needs scikit-learn (pip install -e '.[train]').
An article is whole in one fold: crc32 of its id modulo 5.
"""

from __future__ import annotations

import argparse
import base64
import json
import math
import os
import zlib
from array import array
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression

from reader.cleaning.whole import whole_article
from reader.mentions.find import find_mentions
from reader.model.documents import RawDocument
from reader.quoting import features
from reader.quoting.candidates import Place, candidates
from reader.quoting.find import SCORE_FEATURES, score_features
from reader.quoting.trees import shares, sigmoid
from reader.quoting.views import scene
from reader.quoting.weights import VERSION, weights_of

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("READER_SHARED", ROOT.parent / "shared"))
FOLDS = 5
PAIR = [*features.CANDIDATE_FEATURES, *features.QUOTE_FEATURES]
WHOLE = [*PAIR, *SCORE_FEATURES]
SOURCE = {"max_iter": 220, "learning_rate": 0.06, "max_leaf_nodes": 14, "min_samples_leaf": 15, "l2_regularization": 2.0}
STATEMENT = {"max_iter": 120, "learning_rate": 0.05, "max_leaf_nodes": 8, "min_samples_leaf": 15, "l2_regularization": 3.0}


class Words(dict):
    """Numbers words instead of knowing their strength, so that the strength can be learned per fold."""

    def get(self, word, default=0.0):
        return float(self.setdefault(word, len(self) + 1))


class Sample:
    """One marked stretch: its candidates' rows, which of them are right, whether it is a statement."""

    def __init__(self, article, rows, right, weight, statement, fold):
        self.article, self.fold, self.statement = article, fold, statement
        self.rows, self.right, self.weight = rows, right, weight


def fold_of(key):
    return zlib.crc32(key.encode()) % FOLDS


def samples_of(row, words):
    """The samples of one annotated article."""
    article = whole_article(RawDocument(row["id"], row["text"], row["id"]))
    seen = scene(article, find_mentions(article), words)
    gold = {(q["start"], q["end"]): q for q in row["quotes"]}
    previous, found = None, []
    for number, view in enumerate(seen.views):
        if number == 0:
            continue
        for order, item in enumerate(view.passage.quotes):
            place = Place(number, item, order)
            among = candidates(seen, place, previous)
            if not among:
                continue
            about = features.quote_features(seen, place)
            rows = [features.candidate_features(seen, place, c, previous) + about for c in among]
            quote = gold.get(tuple(article.raw(view.passage.marked[order].span)))
            right, weight = judged(article, seen, among, quote)
            found.append(Sample(row["id"], rows, right, weight, quote is not None, fold_of(row["id"])))
            best = [c for c, ok in zip(among, right) if ok]
            if best:
                previous = best[0]
    return found


def judged(article, seen, among, quote):
    """Which candidates are the annotated source, and which count (others of the same name do not)."""
    if not quote or not quote["speaker_span"]:
        return [False] * len(among), [0] * len(among)
    start, end = quote["speaker_span"]
    name = (quote["speaker_canonical"] or " ").split(" ")[-1].lower()
    spans = [article.raw(seen.mentions[c.mention].span) for c in among]
    right = [s.start < end and start < s.end for s in spans]
    weight = [1 if ok or seen.heads[c.mention] != name else 0 for ok, c in zip(right, among)]
    return right, weight


def learn(samples, words):
    """Weights, as a JSON-able value, from samples."""
    strength = strengths(samples, words)
    folds = sorted({s.fold for s in samples})
    source = fit_source(samples, strength)
    held = {}
    for fold in folds:
        trees = weights_of(wrap(fit_source([s for s in samples if s.fold != fold], strength), EMPTY, {}, []))
        for s in samples:
            if s.fold == fold:
                held[id(s)] = ranked(trees.source, s, strength)
    rows = [known(s.rows[held[id(s)][0][1]], strength) + score_features([x for x, _ in held[id(s)]]) for s in samples]
    said = [s.statement for s in samples]
    statement = fit(np.array(rows), np.array(said, float), np.ones(len(rows)), WHOLE, STATEMENT)
    sure = calibrate(samples, rows, said, held)
    named = {w: round(v, 4) for w, v in strength.items() if abs(v) > 0.002}
    return wrap(source, statement, named, sure)


def wrap(source, statement, strength, sure):
    return {"version": VERSION, "source": source, "statement": statement, "strength": strength, "sure": sure}


def strengths(samples, words):
    """How much more often than others a candidate with this verb is the source, shrunk for rare words."""
    named = {int(n): w for w, n in words.items()}
    verb, inverted = PAIR.index("strength"), PAIR.index("inverted_strength")
    right, seen = defaultdict(float), defaultdict(float)
    for s in samples:
        for row, ok, weight in zip(s.rows, s.right, s.weight):
            if not weight or row[PAIR.index("passages")]:
                continue
            for word in {row[verb], row[inverted]} - {0.0}:
                right[word] += ok
                seen[word] += 1
    share = sum(right.values()) / max(1, sum(seen.values()))
    return {named[int(w)]: (right[w] + 12 * share) / (seen[w] + 12) - share for w in seen}


STRENGTHS = [n for n, name in enumerate(PAIR) if "strength" in name]


def known(row, strength):
    """A row with its words' numbers replaced by their strength."""
    row = [float(x) for x in row]
    for n in STRENGTHS:
        row[n] = strength.get(NAMES.get(int(row[n]), ""), 0.0)
    return row


NAMES = {}


def fit_source(samples, strength):
    rows, right, weight = [], [], []
    for s in samples:
        for row, ok, w in zip(s.rows, s.right, s.weight):
            if w:
                rows.append(known(row, strength))
                right.append(float(ok))
                weight.append(float(w))
    return fit(np.array(rows), np.array(right), np.array(weight), PAIR, SOURCE)


def fit(rows, right, weight, names, shape):
    """Boosted trees as the three rows that reader.quoting.trees reads."""
    orders = {}
    for n, name in enumerate(names):
        if name in features.CATEGORICAL:
            orders[n] = order_of(rows[:, n].astype(int), right, weight)
            rows[:, n] = [orders[n].get(int(v), 0.0) for v in rows[:, n]]
    model = HistGradientBoostingClassifier(random_state=1, **shape).fit(rows, right, sample_weight=weight)
    return flat(model, orders)


def order_of(column, right, weight):
    """What each sort counts as: the share of right ones, shrunk to the whole's."""
    share = float(np.average(right, weights=weight))
    return {int(v): round((float((right * weight)[column == v].sum()) + 5 * share)
                          / (float(weight[column == v].sum()) + 5), 5) for v in np.unique(column)}  # fmt: skip


def flat(model, orders):
    feature, value, right, roots = array("h"), array("f"), array("i"), array("i")

    def add(nodes, n):
        at = len(feature)
        node = nodes[n]
        feature.append(-1 if node["is_leaf"] else int(node["feature_idx"]))
        value.append(float(node["value"] if node["is_leaf"] else node["num_threshold"]))
        right.append(0)
        if not node["is_leaf"]:
            add(nodes, node["left"])
            right[at] = len(feature)
            add(nodes, node["right"])

    for (tree,) in model._predictors:
        roots.append(len(feature))
        add(tree.nodes, 0)
    packed = {k: base64.b64encode(v.tobytes()).decode() for k, v in
              (("feature", feature), ("value", value), ("right", right), ("roots", roots))}  # fmt: skip
    return {**packed, "base": float(np.ravel(model._baseline_prediction)[0]),
            "orders": {str(k): {str(a): b for a, b in v.items()} for k, v in orders.items()}}  # fmt: skip


EMPTY = {"feature": "", "value": "", "right": "", "roots": "", "base": 0.0, "orders": {}}


def ranked(trees, sample, strength):
    """(score, candidate) pairs, best first."""
    rows = [trees.encoded(known(r, strength)) for r in sample.rows]
    return sorted(((trees.score(r), n) for n, r in enumerate(rows)), reverse=True)


def calibrate(samples, rows, said, held):
    """(belief, share right) points, from statement decisions made without the sample's fold."""
    beliefs, right = [], []
    folds = sorted({s.fold for s in samples})
    for fold in folds:
        train = [n for n, s in enumerate(samples) if s.fold != fold]
        trees = weights_of(wrap(EMPTY, fit(np.array([rows[n] for n in train]), np.array([float(said[n]) for n in train]),
                                           np.ones(len(train)), WHOLE, STATEMENT), {}, [])).statement  # fmt: skip
        for n, s in enumerate(samples):
            if s.fold != fold:
                continue
            scores = held[id(s)]
            statement = sigmoid(trees.score(trees.encoded(list(rows[n]))))
            if statement < 0.4:
                continue
            best = scores[0][1]
            beliefs.append(statement * shares([x for x, _ in scores])[0])
            right.append(bool(s.right[best]) or (any(s.right) and not s.weight[best]))
    line = IsotonicRegression(y_min=0.02, y_max=0.995, out_of_bounds="clip").fit(beliefs, np.array(right, float))
    points = [i / 50 for i in range(46)] + [0.92 + i / 400 for i in range(33)]
    return [[p, round(float(line.predict([p])[0]), 4)] for p in points if p <= 1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path, help="write one set of weights a fold into this folder")
    options = parser.parse_args()
    gold = SHARED / "data/quotes/polnear.jsonl"
    if not gold.exists():
        raise SystemExit(f"{gold} is absent: set READER_SHARED to the shared folder")
    words = Words()
    samples = [s for line in gold.open(encoding="utf-8") for s in samples_of(json.loads(line), words)]
    NAMES.update({n: w for w, n in words.items()})
    print(f"{len(samples)} marked stretches, {sum(len(s.rows) for s in samples)} candidates")
    if options.folds:
        for fold in range(FOLDS):
            data = learn([s for s in samples if s.fold != fold], words)
            folder = options.folds / str(fold)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "quotes.json").write_text(json.dumps(data), encoding="utf-8")
        return
    write(learn(samples, words))


def write(data):
    """The weights as a module of one string literal."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=True)
    pieces = "\n".join(f"    {text[i : i + 100]!r}" for i in range(0, len(text), 100))
    head = '"""Weights learned by bench/train_quotes.py from the sets named in NOTICE. Not written by hand."""\n\n'
    (ROOT / "reader/quoting/learned.py").write_text(
        f"# ruff: noqa\n# fmt: off\n{head}DATA = (\n{pieces}\n)\n", encoding="utf-8"
    )
    print(f"reader/quoting/learned.py: {len(text)} characters")


if __name__ == "__main__":
    main()
