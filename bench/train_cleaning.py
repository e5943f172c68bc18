"""Learns which lines of a page are its article, from the pages in the shared folder.

usage: python bench/train_cleaning.py            writes reader/cleaning/learned.py, learned from all pages
       python bench/train_cleaning.py --folds F  writes F/0/cleaning.json ... F/4/cleaning.json, each learned without
                                                 a fifth of the pages; READER_WEIGHTS=F/0 cleans with the first

The shared folder is READER_SHARED, else ../shared. Needs scikit-learn (pip install -e '.[train]'). Half a minute.
"""

from __future__ import annotations

import argparse
import base64
import json
import sys
import zlib
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from cleaning_gold import FOLDS, TOKEN, labels, pages
from shared import absent, shared_folder
from sklearn.linear_model import LogisticRegression

from reader.cleaning import context, features
from reader.cleaning.body import scored
from reader.cleaning.units import units_of
from reader.cleaning.weights import FILE, VERSION

LEARNED = Path(__file__).resolve().parent.parent / "reader/cleaning/learned.py"
STRENGTH = {"first": 0.05, "second": 0.02}
"""Inverse regularisation of the two looks (LogisticRegression's C)."""
SOURCES = {"sh": 1.5, "l3s": 1.0, "wcxb": 0.7}
CLEAN = 0.3
"""Weight of a page's article standing alone: what has no debris must not lose a line."""
BIAS, COST = 0.9, 8.0
INNER = 4


class Sample:
    """A page cut into units, with the columns of the first look and what is right."""

    def __init__(self, text, body, fold, weight, key):
        self.text, self.fold, self.key = text, fold, key
        self.units = units_of(text)
        self.shapes = [features.shape(u.measures) for u in self.units]
        self.sizes = [u.measures.words for u in self.units]
        self.asked = features.asked_of(self.units)
        self.rows = features.rows_of(self.units, self.shapes, self.asked)
        self.kept = np.array(self.asked, dtype=bool)
        self.right = np.array(labels(self.units, body)) >= 0.5
        loud = np.sqrt(np.minimum(np.array(self.sizes), 120) + 3.0)
        whole = loud[self.right].sum() + 0.35 * loud.sum() + 1
        self.weights = loud / whole**0.5 * 8 * weight


def samples(shared):
    """Every page, and every copied page's article alone."""
    found = []
    for page in pages(shared):
        key = zlib.crc32(b"x" + " ".join(TOKEN.findall(page.body)[:60]).encode())
        found.append(Sample(page.text, page.body, page.fold, SOURCES[page.source], key))
        if page.rendering == "inner" and CLEAN:
            found.append(Sample(page.body, page.body, page.fold, CLEAN, key))
    return [s for s in found if s.kept.any()]


def fit(chosen, rows_of, width, strength):
    """The weights of one look."""
    rows = [row for s in chosen for row, kept in zip(rows_of(s), s.kept, strict=True) if kept]
    ends = np.cumsum([0] + [len(r) for r in rows])
    places = np.fromiter((i for r in rows for i in r), dtype=np.int32, count=ends[-1])
    matrix = sp.csr_matrix((np.ones(len(places), dtype=np.float32), places, ends), shape=(len(rows), width))
    right = np.concatenate([s.right[s.kept] for s in chosen])
    weight = np.concatenate([s.weights[s.kept] for s in chosen])
    model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
    return model.fit(matrix, right, sample_weight=weight).coef_[0]


def learn(chosen):
    """Both looks. The second learns from beliefs of a first that has not seen the page."""
    width, more = features.COLUMNS.total, context.COLUMNS.total
    first = fit(chosen, lambda s: s.rows, width, STRENGTH["first"])
    seconds = {}
    for part in range(INNER):
        others = [s for s in chosen if s.key % INNER != part]
        table = fit(others, lambda s: s.rows, width, STRENGTH["first"])
        for s in chosen:
            if s.key % INNER == part:
                around = context.context_rows(scored(s.rows, table.tolist()), s.sizes, s.shapes, s.asked)
                seconds[id(s)] = [r + [width + i for i in c] for r, c in zip(s.rows, around, strict=True)]
    second = fit(chosen, lambda s: seconds[id(s)], width + more, STRENGTH["second"])
    return {"version": VERSION, "first": packed(first), "second": packed(second), "bias": BIAS, "cost": COST}


def packed(table):
    """A table as signed bytes and their scale."""
    scale = float(np.abs(table).max()) / 127
    data = np.round(table / scale).astype(np.int8).tobytes()
    return {"scale": round(scale, 8), "bytes": base64.b64encode(data).decode()}


def module(data):
    """The text of the module that holds the weights."""
    text = json.dumps(data, separators=(",", ":"))
    lines = [f"    {text[at : at + 110]!r}" for at in range(0, len(text), 110)]
    head = '# ruff: noqa\n# fmt: off\n"""Weights learned by bench/train_cleaning.py. Not written by hand."""\n\n'
    return head + "DATA = (\n" + "\n".join(lines) + "\n)\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        sys.exit(absent("training"))
    found = samples(shared)
    if args.folds is None:
        LEARNED.write_text(module(learn(found)), encoding="utf-8")
        return
    for fold in range(FOLDS):
        (args.folds / str(fold)).mkdir(parents=True, exist_ok=True)
        data = learn([s for s in found if s.fold != fold])
        (args.folds / str(fold) / FILE).write_text(json.dumps(data), encoding="utf-8")


if __name__ == "__main__":
    main()
