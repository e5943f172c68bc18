"""What a headless command holds in memory, over indexes of several sizes; and how soon `| head` has its lines.

    python bench/streaming.py FOLDER[:CACHE] ... [--only export,quotes]

FOLDERs are such as bench/large.py makes, CACHE is the folder that XDG_CACHE_HOME was then. Memory is constant where the
peaks of one command are the same for all of them. Of `quotes | head` the exit codes and standard error are looked at.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from resource import struct_rusage

from driving import ROOT

COMMANDS: Mapping[str, Sequence[str]] = {
    "export": ("export", "--format", "jsonl"), "quotes": ("quotes", "--format", "jsonl"),
    "speakers": ("speakers", "--format", "jsonl"), "articles": ("articles", "--format", "jsonl"),
    "statements": ("statements", "--format", "jsonl"),
}  # fmt: skip


def environment(cache: str) -> dict[str, str]:
    """Of the program."""
    own = {"XDG_CACHE_HOME": cache} if cache else {}
    return {**os.environ, "PYTHONPATH": str(ROOT), "READER_SHARED": "", **own}


def ended(program: subprocess.Popen[bytes]) -> struct_rusage:
    """What a program has used, once it has ended."""
    _, status, used = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    return used


def whole(words: Sequence[str], env: Mapping[str, str]) -> str:
    """A command that is let run to its end."""
    began = time.monotonic()
    first, count = 0.0, 0
    program = subprocess.Popen([sys.executable, "-m", "reader", *words], stdout=subprocess.PIPE, env=env)
    assert program.stdout is not None
    while data := os.read(program.stdout.fileno(), 1 << 16):
        first = first or time.monotonic() - began
        count += len(data)
    used = ended(program)
    return (
        f"peak {used.ru_maxrss / 1024:6.1f} MiB  first byte {first:6.2f} s  "
        f"CPU {used.ru_utime + used.ru_stime:7.2f} s  "
        f"{count / 1e6:8.1f} MB  exit {program.returncode}"
    )


def headed(folder: str, env: Mapping[str, str]) -> str:
    """`reader quotes FOLDER | head`."""
    began = time.monotonic()
    program = subprocess.Popen(
        [sys.executable, "-m", "reader", "quotes", folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    )
    assert program.stdout is not None
    assert program.stderr is not None
    head = subprocess.Popen(["head"], stdin=program.stdout, stdout=subprocess.PIPE)
    program.stdout.close()
    lines = head.communicate()[0].splitlines()
    took = time.monotonic() - began
    said = program.stderr.read().decode().strip()
    used = ended(program)
    return (
        f"{len(lines)} lines after {took:.2f} s, ended after {time.monotonic() - began:.2f} s, "
        f"exit {program.returncode}, CPU {used.ru_utime + used.ru_stime:.2f} s, peak {used.ru_maxrss / 1024:.1f} MiB, "
        f"{'on standard error: ' + said if said else 'nothing on standard error'}"
    )


def main() -> None:
    """Run every command over every folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER[:CACHE]")
    parser.add_argument("--only", default="head," + ",".join(COMMANDS), help="commands, with commas between")
    options = parser.parse_args()
    for name in options.only.split(","):
        for given in options.folders:
            folder, _, cache = given.partition(":")
            env = environment(cache)
            found = headed(folder, env) if name == "head" else whole([*COMMANDS[name], folder], env)
            print(f"{name:10} {os.path.basename(folder):8} {found}", flush=True)


if __name__ == "__main__":
    main()
