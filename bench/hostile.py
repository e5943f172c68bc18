"""Hostile files: every case alone and all in one folder, in every headless command and in the app at three sizes.

    python bench/hostile.py [--seeds 1 2 3 4 5] [--quick] [--careless]

It counts crashes, answers that took the program more than a second or never came ("late"; "clock" are those that took
longer on the clock, other programs having had the processor meanwhile), sequences that reached the terminal, and the
visible markers that were seen on a screen of the app; `--missed` names the cases whose marker was not. Each case alone
has a process of its own, which is made smaller and larger; what a seed before had byte for byte is not opened alone
again. `--careless` is the control: the guard is taken out, and sequences must get through. `--quick` is what the gate
does: all in one folder in the app at 80x24, each case by every command, and a part of the cases alone in the app. The
files, and what looks for their sequences, are tools of the shared folder.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from hostile_app import SIZES, alone, as_settings, warm_up, whole
from hostile_cases import SEEN, SPECIAL, TRACE, Cases, Found, One, hostile_folder, own_place
from hostile_commands import in_process, real, real_alone
from shared import absent, held, shared_folder

CARELESS = """
import sys
from reader.text import guard
guard.visible = guard.visible_line = guard.harmless = lambda text: text
from reader.cli.main import main
sys.exit(main())
"""
PIECE = 40
"""Cases alone that one process opens one after the other."""
Job = Callable[[Cases], Found]


def careless() -> None:
    """Take the guard out, before anything has imported it."""
    from reader.text import guard

    guard.visible = guard.visible_line = guard.harmless = lambda text: text


def jobs(cases: Cases, fresh: list[One], *, quick: bool, bare: bool) -> list[Job]:
    """What is to be done with a folder, the longest first.

    Args: fresh: the cases that no seed before had byte for byte; bare: the control, which needs less.
    """
    start = ["-c", CARELESS] if bare else ["-m", "reader"]
    plain = [one for one in fresh if one.kind == "file" and one.path.endswith(".yaml")]
    special = [one for one in fresh if one.kind in SPECIAL]
    if bare:
        return [in_process, partial(whole, size=SIZES[0], timed=False)]
    if quick:
        some = [*fresh[:: len(fresh) // 8], *special[::6]]
        return [app_then_commands, partial(alone, chosen=some), partial(as_settings, chosen=plain[::16])]
    pieces = [fresh[at : at + PIECE] for at in range(0, len(fresh), PIECE)]
    return [
        partial(together, start=start), partial(as_settings, chosen=plain),
        *(partial(alone, chosen=piece, first=number) for number, piece in enumerate(pieces)),
        partial(real_alone, chosen=fresh[::12], start=start),
    ]  # fmt: skip


def together(cases: Cases, start: list[str]) -> Found:
    """All in one folder: in the app at three sizes, first with nothing kept, then by every command."""
    found = Found()
    for size in SIZES:
        found.add(whole(cases, size))
    found.add(in_process(cases, kept=True))
    found.add(real(cases, start))
    return found


def app_then_commands(cases: Cases) -> Found:
    """All in one folder in the app, then each case and all by every command, of the analyses that the app has kept."""
    found = whole(cases, SIZES[0], panes="")
    found.add(in_process(cases, kept=True))
    return found


def _done(job: Job, folder: Path, tools: Path, bare: bool) -> Found:
    """One job in a process of its own, with folders of its own."""
    if bare:
        careless()
    warm_up()
    with own_place() as own:
        cases = Cases(folder, tools)
        found = job(cases)
        for place in (own, folder):
            found.crashes += [f"{path} was made" for path in place.rglob(f"{TRACE}*")]
        found.crashes += [f"{name} was made in the folder it was started in" for name in os.listdir(own / "here")]
        return found


def run(
    seed: int, tools: Path, known: set[bytes], *, quick: bool = False, bare: bool = False, at_once: int = 3
) -> tuple[Found, int, str]:
    """One seed: what was found, how many cases have a visible marker, the digest of the folder.

    Args: known: digests of the cases that were opened alone before; at_once: jobs, which wait most of the time.
    """
    total = Found()
    with hostile_folder(tools, seed) as folder:
        cases = Cases(folder, tools)
        before = cases.digest()
        pool = ProcessPoolExecutor(at_once, mp_context=get_context("spawn"), max_tasks_per_child=1)
        with pool:
            todo = jobs(cases, cases.anew(known), quick=quick, bare=bare)
            for number, done in enumerate([pool.submit(_done, job, folder, tools, bare) for job in todo], 1):
                total.add(done.result())
                print(f"\rseed {seed}: {number} of {len(todo)} parts done\x1b[K", end="\r", file=sys.stderr, flush=True)
        if cases.digest() != before:
            total.crashes.append("a file of the folder was changed")
        total.seen &= cases.wanted
        total.missed = [one.name for one in cases if one.visible and one.id not in total.seen]
        return total, len(cases.wanted), cases.index["sha256"]


def figures(found: Found, wanted: int) -> dict[str, float]:
    """What the gate pins."""
    return {
        "crashes": -float(len(found.crashes)),
        "late answers": -float(len(found.late)),
        "leaks": -float(len(found.leaks)),
        "markers seen": round(len(found.seen) / wanted, 3),
    }


def report(seed: int, found: Found, wanted: int, seconds: float) -> None:
    """Print a row of the table, and the first of what failed."""
    took = "; ".join(f"{name} {value:.2f} s" for name, value in sorted(found.longest.items(), key=lambda i: -i[1])[:4])
    print(
        f"{seed:4} {len(found.crashes):8} {len(found.late):5} {found.clock:6} {len(found.leaks):6} "
        f"{len(found.seen) / wanted:8.1%} "
        f"{found.memory:7.0f} {seconds:7.0f}  {took}",
        flush=True,
    )
    for line in [*found.crashes, *found.late, *found.leaks][:20]:
        print(f"     - {line[:200]}")


def computed() -> float:
    """Seconds of the processor of all that was started and has ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def gate() -> bool:
    """Seed 1, the quick way; True where no pinned figure fell, or where it cannot be run. Crashes and leaks are pinned
    at none; a few answers may be late, since other work on the machine delays them too."""
    shared = shared_folder()
    if shared is None:
        print(absent("hostile files"))
        return True
    began = computed()
    found, wanted, corpus = run(1, shared / "tools", set(), quick=True)
    print(f"  hostile files: {computed() - began:.0f} s of the processor")
    for line in [*found.crashes, *found.late, *found.leaks][:20]:
        print(f"     - {line[:200]}")
    return held("hostile", figures(found, wanted), corpus)


def main() -> int:
    """Run the seeds that are asked for; 0 where all is as it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="*", default=[1, 2, 3, 4, 5])
    parser.add_argument("--after", type=int, nargs="*", default=[], help="seeds whose cases count as opened alone")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--careless", action="store_true")
    parser.add_argument("--missed", action="store_true", help="name the cases whose marker was not seen")
    parser.add_argument("--gate", action="store_true", help="seed 1 in short, against what is pinned")
    parser.add_argument("--raise", "--lower", action="store_true", dest="pin", help="with --gate: pin what was found")
    parser.add_argument("--at-once", type=int, default=3, metavar="N", help="processes")
    options = parser.parse_args()
    if options.gate:
        return not gate()
    shared = shared_folder()
    if shared is None:
        print(absent("hostile files"))
        return 0
    print("seed  crashes  late  clock  leaks  markers      MB   CPU s  the longest")
    good = True
    runs: dict[str, int] = {}
    known: set[bytes] = set()
    for seed in options.after:
        with hostile_folder(shared / "tools", seed) as folder:
            Cases(folder, shared / "tools").anew(known)
    for seed in options.seeds:
        began = computed()
        found, wanted, _ = run(
            seed, shared / "tools", known, quick=options.quick, bare=options.careless, at_once=options.at_once
        )
        report(seed, found, wanted, computed() - began)
        if options.missed:
            print(*(f"     not seen: {name}" for name in found.missed), sep="\n", flush=True)
        fell = bool(found.crashes or found.late or found.leaks) or len(found.seen) < SEEN * wanted
        good = good and (bool(found.leaks) if options.careless else not fell)
        for name, count in found.runs.items():
            runs[name] = runs.get(name, 0) + count
    for name, count in sorted(runs.items()):
        print(f"{count:8} {name}")
    return not good


if __name__ == "__main__":
    sys.exit(main())
