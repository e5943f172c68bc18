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
import re
import zlib
from array import array
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from shared import absent, shared_folder
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.ensemble._hist_gradient_boosting.binning import _BinMapper
from sklearn.ensemble._hist_gradient_boosting.grower import TreeGrower
from sklearn.isotonic import IsotonicRegression

from reader.cleaning.whole import whole_article
from reader.mentions.find import find_mentions
from reader.model.documents import RawDocument
from reader.model.spans import Span
from reader.quoting import features
from reader.quoting.candidates import Place, candidates
from reader.quoting.clauses import CLAUSE_CATEGORICAL, CLAUSE_FEATURES, clause_features, clauses
from reader.quoting.find import STATEMENT as SHOWN
from reader.quoting.ranking import SCORE_FEATURES, rank
from reader.quoting.views import scene
from reader.quoting.weights import VERSION, weights_of

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 5
PAIR = [*features.CANDIDATE_FEATURES, *features.QUOTE_FEATURES]
WHOLE = [*PAIR, *SCORE_FEATURES]
SOURCE = {"trees": 80, "rate": 0.18, "leaves": 14, "smallest": 15, "shrink": 1.0, "seen": 0.4}
STATEMENT = {
    "max_iter": 40,
    "learning_rate": 0.13,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 15,
    "l2_regularization": 3.0,
}


class Words(dict):
    """Numbers words instead of knowing their strength, so that the strength can be learned per fold."""

    def get(self, word, default=0.0):
        return float(self.setdefault(word, len(self) + 1))


class Sample:
    """One marked stretch: its candidates' rows, which of them are right, whether it is a statement."""

    def __init__(self, article, rows, right, weight, statement, fold, withheld=False):
        self.article, self.fold, self.statement, self.withheld = article, fold, statement, withheld
        self.rows, self.right, self.weight = rows, right, weight


def fold_of(key):
    return zlib.crc32(key.encode()) % FOLDS


def samples_of(row, words):
    """The samples of one annotated article."""
    article = whole_article(RawDocument(row["id"], row["text"], row["id"]))
    seen = scene(article, find_mentions(article), words, words)
    gold = {(q["start"], q["end"]): q for q in row["quotes"]}
    previous, spoken, found = None, Counter(), []
    for number, view in enumerate(seen.views):
        if number == 0:
            continue
        for order, item in enumerate(view.passage.quotes):
            place = Place(number, item, order)
            among = candidates(seen, place, previous)
            if not among:
                continue
            about = features.quote_features(seen, place)
            related = features.relations(seen, features.asked(seen, place), among, previous, spoken)
            of_mentions = [features.mention_features(seen, c) for c in among]
            rows = [m + r + about for m, r in zip(of_mentions, related, strict=True)]
            quote = gold.get(tuple(article.raw(view.passage.marked[order].span)))
            right, weight = judged(article, seen, among, quote)
            found.append(
                Sample(
                    row["id"],
                    rows,
                    right,
                    weight,
                    quote is not None,
                    fold_of(row["id"]),
                    bool(quote and not quote["speaker_span"]),
                )
            )
            best = [c for c, ok in zip(among, right, strict=False) if ok]
            if best:
                previous = best[0]
                spoken[seen.heads[previous.mention]] += 1
    return found


class ClauseSample:
    """One clause that may be reported speech, and whether it is."""

    def __init__(self, row, right, fold):
        self.row, self.right, self.fold = row, right, fold


def clause_samples_of(row, words):
    """The clauses of one annotated article."""
    article = whole_article(RawDocument(row["id"], row["text"], row["id"]))
    seen = scene(article, find_mentions(article), words, words)
    gold = [(q, tokens(row["text"], q["start"], q["end"])) for q in row["indirect"]]
    found = []
    for number, view in enumerate(seen.views):
        for clause in clauses(seen, number):
            passage = view.passage
            span = article.raw(Span(passage.starts[clause.first], passage.ends[clause.last]))
            mention = passage.refs[passage.mentions[clause.source]]
            right = reported_by(gold, row["text"], span, article.raw(seen.mentions[mention].span), seen.heads[mention])
            found.append(ClauseSample(clause_features(seen, clause), right, fold_of(row["id"])))
    return found


def tokens(text, start, end):
    return {m.start() for m in WORD.finditer(text, start, end)}


def reported_by(gold, text, span, source, head):
    """True where half of the words are those of an annotated clause with this source."""
    mine = tokens(text, *span)
    shares = [(len(mine & t) / max(1, len(mine | t)), n) for n, (q, t) in enumerate(gold)
              if q["start"] < span.end and span.start < q["end"]]  # fmt: skip
    share, n = max(shares, default=(0, 0))
    if share < 0.5:
        return False
    quote = gold[n][0]
    place, name = quote["speaker_span"], (quote["speaker_canonical"] or " ").split(" ")[-1].lower()
    return bool(place and source.start < place[1] and place[0] < source.end) or name == head


def clause_words(samples):
    """How much more often than others clauses with this word are reported speech: cue, word before it, first word."""
    table, share = {}, sum(s.right for s in samples) / len(samples)
    for n in CLAUSE_WORDS:
        right, seen = defaultdict(float), defaultdict(float)
        for s in samples:
            right[s.row[n]] += s.right
            seen[s.row[n]] += 1
        table.update(
            {NAMES.get(int(w), ""): (right[w] + 6 * share) / (seen[w] + 6) - share for w in seen if seen[w] > 2}
        )
    return table


def fit_clause(samples, table):
    rows = [list(map(float, s.row)) for s in samples]
    for row in rows:
        for n in CLAUSE_WORDS:
            row[n] = table.get(NAMES.get(int(row[n]), ""), 0.0)
    right = np.array([s.right for s in samples], float)
    return fit(np.array(rows), right, np.ones(len(rows)), CLAUSE_FEATURES, CLAUSE)


WORD = re.compile(r"\w+(?:['’]\w+)*")
CLAUSE = {"max_iter": 45, "learning_rate": 0.16, "max_leaf_nodes": 10, "min_samples_leaf": 20, "l2_regularization": 3.0}
CLAUSE_WORDS = [n for n, name in enumerate(CLAUSE_FEATURES) if name in ("strength", "word_before", "first_strength")]


def judged(article, seen, among, quote):
    """Which candidates are the annotated source, and which count (others of the same name do not)."""
    if not quote or not quote["speaker_span"]:
        return [False] * len(among), [0] * len(among)
    start, end = quote["speaker_span"]
    name = (quote["speaker_canonical"] or " ").split(" ")[-1].lower()
    spans = [article.raw(seen.mentions[c.mention].span) for c in among]
    right = [s.start < end and start < s.end for s in spans]
    weight = [1 if ok or seen.heads[c.mention] != name else 0 for ok, c in zip(right, among, strict=False)]
    return right, weight


def learn(samples, reported, words):
    """Weights, as a JSON-able value, from samples."""
    strength = Lexical(strengths(samples, words), nearby(samples, words))
    folds = sorted({s.fold for s in samples})
    source = fit_source(samples, strength)
    rows, right = [], []
    for s, ranking in zip(samples, ranked_apart(samples, folds, strength), strict=True):
        best = ranking.order[0]
        rows.append(known(s.rows[best], strength) + ranking.features)
        right.append(bool(s.right[best]) or (any(s.right) and not s.weight[best]))
    said = np.array([float(s.statement) for s in samples])
    right = np.array(right, float)
    statement = fit(np.array(rows), said, np.ones(len(rows)), WHOLE, STATEMENT)
    good = fit(np.array(rows), right, np.ones(len(rows)), WHOLE, STATEMENT)
    sure = calibrate(samples, rows, right, said)
    table = clause_words(reported)
    clause = fit_clause(reported, table)
    strength.verbs.update(table)
    return wrap(source, strength, sure=sure, statement=statement, right=good, clause=clause)


def ranked_apart(samples, folds, strength):
    """The ranking of every sample by weights learned without its fold."""
    found = {}
    for fold in folds:
        source = weights_of(wrap(fit_source([s for s in samples if s.fold != fold], strength))).source
        for s in samples:
            if s.fold == fold:
                found[id(s)] = rank(source, [source.encoded(known(r, strength)) for r in s.rows])
    return [found[id(s)] for s in samples]


def wrap(source, strength=None, sure=((0, 0),), **others):
    """A weights file."""
    tables = (strength.verbs, strength.near) if strength else ({}, {})
    named = [{w: round(v, 4) for w, v in table.items() if abs(v) > 0.002} for table in tables]
    parts = {name: others.get(name, EMPTY) for name in ("statement", "right", "clause")}
    return {"version": VERSION, "source": source, **parts, "strength": named[0], "near": named[1], "sure": list(sure)}


class Lexical:
    """The two tables of words."""

    def __init__(self, verbs=(), near=()):
        self.verbs, self.near = dict(verbs), dict(near)


def nearby(samples, words):
    """How much more often than others words beside the marks go with a statement, shrunk for rare words."""
    named = {int(n): w for w, n in words.items()}
    right, seen = defaultdict(float), defaultdict(float)
    for s in samples:
        for word in {s.rows[0][n] for n in NEAR} - {0.0}:
            right[word] += s.statement
            seen[word] += 1
    share = sum(right.values()) / max(1, sum(seen.values()))
    return {named[int(w)]: (right[w] + 8 * share) / (seen[w] + 8) - share for w in seen if seen[w] > 2}


def strengths(samples, words):
    """How much more often than others a candidate with this verb is the source, shrunk for rare words."""
    named = {int(n): w for w, n in words.items()}
    verb, inverted = PAIR.index("strength"), PAIR.index("inverted_strength")
    right, seen = defaultdict(float), defaultdict(float)
    for s in samples:
        for row, ok, weight in zip(s.rows, s.right, s.weight, strict=False):
            if not weight or row[PAIR.index("passages")]:
                continue
            for word in {row[verb], row[inverted]} - {0.0}:
                right[word] += ok
                seen[word] += 1
    share = sum(right.values()) / max(1, sum(seen.values()))
    return {named[int(w)]: (right[w] + 12 * share) / (seen[w] + 12) - share for w in seen}


NEAR = [n for n, name in enumerate(PAIR) if name.startswith("word_")]
STRENGTHS = [n for n, name in enumerate(PAIR) if "strength" in name]


def known(row, strength):
    """A row with its words' numbers replaced by their strength."""
    row = [float(x) for x in row]
    for n in STRENGTHS:
        row[n] = strength.verbs.get(NAMES.get(int(row[n]), ""), 0.0)
    for n in NEAR:
        row[n] = strength.near.get(NAMES.get(int(row[n]), ""), 0.0)
    return row


NAMES = {}


def fit_source(samples, strength):
    """Boosted trees whose scores, made shares within a quote's candidates, give the source the largest (softmax)."""
    rows, right, group = [], [], []
    for number, s in enumerate(samples):
        if any(s.right):
            for row, ok, w in zip(s.rows, s.right, s.weight, strict=True):
                if w:
                    rows.append(known(row, strength))
                    right.append(float(ok))
                    group.append(number)
    rows, right = np.array(rows), np.array(right)
    orders = encode(rows, right, np.ones(len(rows)), PAIR)
    bins = _BinMapper(n_bins=256, random_state=1)
    binned = bins.fit_transform(rows)
    _, group = np.unique(group, return_inverse=True)
    score, grown, chance = np.zeros(len(rows)), [], np.random.default_rng(1)
    for _ in range(SOURCE["trees"]):
        top = np.full(group.max() + 1, -1e9)
        np.maximum.at(top, group, score)
        raised = np.exp(score - top[group])
        share = raised / np.bincount(group, weights=raised)[group]
        due = raised * right / np.bincount(group, weights=raised * right)[group]
        tree = TreeGrower(
            binned, (share - due).astype(np.float32), np.maximum(share * (1 - share), 1e-3).astype(np.float32),
            max_leaf_nodes=SOURCE["leaves"], min_samples_leaf=SOURCE["smallest"], l2_regularization=SOURCE["shrink"],
            shrinkage=SOURCE["rate"], feature_fraction_per_split=SOURCE["seen"], rng=chance,
            n_bins=256, n_bins_non_missing=bins.n_bins_non_missing_, n_threads=1,
        )  # fmt: skip
        tree.grow()
        for leaf in tree.finalized_leaves:
            score[leaf.sample_indices] += leaf.value
        grown.append(tree.make_predictor(bins.bin_thresholds_).nodes)
    return flat(grown, 0.0, orders)


def encode(rows, right, weight, names):
    """What each sort of the features that are not numbers counts as; the rows are changed accordingly."""
    orders = {}
    for n, name in enumerate(names):
        if name in features.CATEGORICAL or name in CLAUSE_CATEGORICAL:
            orders[n] = order_of(rows[:, n].astype(int), right, weight)
            rows[:, n] = [orders[n][int(v)] for v in rows[:, n]]
    return orders


def fit(rows, right, weight, names, shape):
    """Boosted trees that tell right rows from wrong ones."""
    orders = encode(rows, right, weight, names)
    model = HistGradientBoostingClassifier(random_state=1, **shape).fit(rows, right, sample_weight=weight)
    return flat([t.nodes for (t,) in model._predictors], float(np.ravel(model._baseline_prediction)[0]), orders)


def order_of(column, right, weight):
    """What each sort counts as: the share of right ones, shrunk to the whole's."""
    share = float(np.average(right, weights=weight))
    seen = [column == v for v in range(SORTS)]
    return [round(float(((right * weight)[at].sum() + 5 * share) / (weight[at].sum() + 5)), 5) for at in seen]


SORTS = 41
"""One more than the largest sort."""


def flat(trees, base, orders):
    """Trees in the three rows that reader.quoting.trees reads."""
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

    for nodes in trees:
        roots.append(len(feature))
        add(nodes, 0)
    packed = {k: base64.b64encode(v.tobytes()).decode() for k, v in
              (("feature", feature), ("value", value), ("right", right), ("roots", roots))}  # fmt: skip
    return {**packed, "base": base,
            "orders": {str(k): v for k, v in orders.items()}}  # fmt: skip


EMPTY = {"feature": "", "value": "", "right": "", "roots": "", "base": 0.0, "orders": {}}


def calibrate(samples, rows, right, said):
    """(belief, share right) points, from decisions made without the sample's fold; of those shown as statements."""
    beliefs, truth = [], []
    for fold in sorted({s.fold for s in samples}):
        train = np.array([s.fold != fold for s in samples])
        chosen = np.array(rows)[train]
        good = weights_of(wrap(EMPTY, right=fit(chosen.copy(), right[train], np.ones(train.sum()), WHOLE, STATEMENT),
                               statement=fit(chosen, said[train], np.ones(train.sum()), WHOLE, STATEMENT)))  # fmt: skip
        for n in np.flatnonzero(~train):
            if good.statement.chance(list(rows[n])) >= SHOWN:
                beliefs.append(good.right.chance(list(rows[n])))
                truth.append(right[n])
    line = IsotonicRegression(y_min=0.02, y_max=0.995, out_of_bounds="clip").fit(beliefs, truth)
    points = [i / 50 for i in range(46)] + [0.92 + i / 400 for i in range(33)]
    return [[p, round(0.988 * float(line.predict([p])[0]), 4)] for p in points if p <= 1]


def every_sample():
    """(samples of quotes, samples of clauses, words) of all annotated articles."""
    shared = shared_folder()
    if shared is None:
        raise SystemExit(absent("train_quotes"))
    words = Words()
    articles = [json.loads(line) for line in (shared / "data/quotes/polnear.jsonl").open(encoding="utf-8")]
    samples = [s for row in articles for s in samples_of(row, words)]
    reported = [s for row in articles for s in clause_samples_of(row, words)]
    NAMES.update({n: w for w, n in words.items()})
    print(f"{len(samples)} marked stretches, {sum(len(s.rows) for s in samples)} candidates, {len(reported)} clauses")
    return samples, reported, words


def learn_folds(target):
    """One set of weights a fold in target/0 ... target/4, each learned without it."""
    samples, reported, words = every_sample()
    for fold in range(FOLDS):
        data = learn([s for s in samples if s.fold != fold], [s for s in reported if s.fold != fold], words)
        folder = target / str(fold)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "quotes.json").write_text(json.dumps(data), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path, help="write one set of weights a fold into this folder")
    options = parser.parse_args()
    if options.folds:
        learn_folds(options.folds)
    else:
        write(learn(*every_sample()))


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
