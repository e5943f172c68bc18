"""Who said what on PolNeAR, through the real command: tables by place, form and kind beside the anchors' figures.

usage: python bench/quotes.py             learns five times without a fifth of the articles and reads that fifth
       python bench/quotes.py --shipped   the same with the shipped weights, which know the articles: an upper bound
       python bench/quotes.py --errors N  lists N errors by article, gold and prediction besides

End-to-end: a quote counts where its words and its speaker are both right, as tools/score_quotes.py of the shared
folder counts it. What is learned from the articles is judged by cross-validation alone; each is whole in one fold.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from shared import absent, digest, held, reader_command, shared_folder

FOLDS = 5
SLACK = 0.3
"""Points that learning again on another machine moves a figure."""
ANCHORS = (
    ("two human annotators", "96.2 / 95.2", "97.9 / 97.0"),
    ("best Python peer (SaysWho, spaCy)", "78.6 / 68.8", "88.2 / 77.5"),
    ("textacy + spaCy by paragraph", "78.2 / 68.3", ""),
    ("a floor of regular expressions", "83.1 / 73.4", "88.3 / 77.6"),
    ("a trial of a learned ranker", "89.2 / 85.6", "92.0 / 88.2"),
)
"""e2e_mention / e2e_canonical of others, on all quotes and on those of five words or more."""
Gold = list[dict[str, Any]]


def learned_folds(folder: Path) -> None:
    """Weights of quotes and of speakers without each fold in turn, in folder/0 ... folder/4."""
    import train_quotes
    import train_speakers

    with redirect_stdout(io.StringIO()):
        train_quotes.learn_folds(folder)
        train_speakers.learn_folds(folder)


def predicted(gold: Gold, folder: Path | None, tools: Path) -> dict[str, list[dict[str, Any]]]:
    """What the command finds in every article, by id; with `folder`, each fold by the weights that do not know it."""
    import train_quotes

    found: dict[str, list[dict[str, Any]]] = {}
    parts = [[r for r in gold if train_quotes.fold_of(r["id"]) == n] for n in range(FOLDS)] if folder else [gold]
    for number, part in enumerate(parts):
        with tempfile.TemporaryDirectory() as scratch:
            rows, out = Path(scratch, "gold.jsonl"), Path(scratch, "found.jsonl")
            rows.write_text("".join(json.dumps(r) + "\n" for r in part), encoding="utf-8")
            weights = {"READER_WEIGHTS": str(folder / str(number))} if folder else {}
            told = subprocess.run(
                [sys.executable, str(tools / "predict.py"), str(rows), str(out), "--reader", reader_command()],
                check=True, env={**os.environ, **weights}, capture_output=True, text=True,
            )  # fmt: skip
            print(told.stdout.strip())
            for line in out.open(encoding="utf-8"):
                row = json.loads(line)
                found[row["id"]] = row["quotes"]
    return found


def table(gold: Gold, found: dict[str, list[dict[str, Any]]], errors: int) -> dict[str, float]:
    """Prints the tables; the figures that the gate pins."""
    import score_quotes as scorer

    direct = {k: [q for q in v if q["kind"] != "indirect"] for k, v in found.items()}
    long: Callable[[Any], bool] = lambda q: len(q["text"].split()) >= 5  # noqa: E731
    core: Callable[[Any], bool] = lambda q: q.get("core", True)  # noqa: E731
    missed: list[Any] = []
    whole = scorer.run(gold, direct, by="pos", errors=missed)
    sure = [ok for confidence, ok in scorer.LEVELS if confidence >= 0.9]
    covered = len(sure) / max(1, len(scorer.LEVELS))
    five = scorer.run(gold, direct, keep=long)
    every = scorer.run(gold, found, indirect=True)
    proper = scorer.run(gold, found, keep=core, indirect=True)

    print(f"{'e2e mention / canonical':36}{'all quotes':>16}{'five words up':>16}")
    for name, all_quotes, five_up in ANCHORS:
        print(f"{name:36}{all_quotes:>16}{five_up:>16}")
    both = [f"{o['e2e_mention']['F1']} / {o['e2e_canonical']['F1']}" for o in (whole, five)]
    print(f"{'reader':36}{both[0]:>16}{both[1]:>16}")
    print(f"spans P {whole['span_overlap']['P']} R {whole['span_overlap']['R']}, sources {whole['spk_mention_acc']}")
    for field in ("pos", "speaker_type", "kind"):
        rows = whole if field == "pos" else scorer.run(gold, direct, by=field)
        for key, row in rows[f"by_{field}"].items():
            print(f"  {key:28} {row['gold']:5} found {row['recall']:5} source {row['spk_mention']:5} "
                  f"speaker {row['spk_canonical']:5}")  # fmt: skip
    print(f"with indirect speech: all {every['e2e_mention']}, speech proper {proper['e2e_mention']}")
    print(f"sure (0.9 and up): {100 * sum(sure) / max(1, len(sure)):.1f}% right, {100 * covered:.1f}% of all")
    for article, want, have in missed[:errors]:
        print(f"{article[:40]} {want['start']}: {want['speaker']} ({want['pos']}), not {have['speaker']}")
    place = whole["by_pos"]
    return {
        "mention": whole["e2e_mention"]["F1"], "canonical": whole["e2e_canonical"]["F1"],
        "mention, five words up": five["e2e_mention"]["F1"], "canonical, five words up": five["e2e_canonical"]["F1"],
        "before, found": place["before"]["recall"], "before, source": place["before"]["spk_mention"],
        "after, source": place["after"]["spk_mention"], "earlier paragraph, found": place["earlier-para"]["recall"],
        "earlier paragraph, source": place["earlier-para"]["spk_mention"],
        "with indirect, mention": every["e2e_mention"]["F1"], "speech proper, mention": proper["e2e_mention"]["F1"],
        "speech proper, precision": proper["e2e_mention"]["P"],
        "sure and right": round(100 * sum(sure) / max(1, len(sure)), 1), "sure": round(100 * covered, 1),
    }  # fmt: skip


def measured(shared: Path, *, shipped: bool = False, errors: int = 0) -> dict[str, float]:
    """The figures, with the tables printed on the way."""
    sys.path.insert(0, str(shared / "tools"))
    gold = [json.loads(line) for line in (shared / "data/quotes/polnear.jsonl").open(encoding="utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        if not shipped:
            learned_folds(Path(folder))
        found = predicted(gold, None if shipped else Path(folder), shared / "tools")
    return table(gold, found, errors)


def gate() -> bool:
    """True where no figure fell under its pinned floor."""
    shared = shared_folder()
    if shared is None:
        print(absent("quotes"))
        return True
    return held("quotes", measured(shared), digest([shared / "data/quotes/polnear.jsonl"]), slack=SLACK)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shipped", action="store_true", help="measure the shipped weights, which know the articles")
    parser.add_argument("--errors", type=int, default=0, help="list so many errors")
    parser.add_argument("--gate", action="store_true", help="fail where a pinned figure fell")
    parser.add_argument("--raise", action="store_true", help="with --gate: lift the floors to what was measured")
    parser.add_argument("--lower", action="store_true", help="with --gate: set the floors whatever was measured")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        print(absent("quotes"))
        return 0
    if options.gate:
        return 0 if gate() else 1
    measured(shared, shipped=options.shipped, errors=options.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
