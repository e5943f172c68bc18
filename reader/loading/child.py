"""The helper process of reader.loading.apart: files in, documents out, until its input ends."""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from typing import BinaryIO

from reader.loading.apart import ADVICE, LENGTH, Outcome
from reader.model.problems import Problem


def serve(memory: int) -> None:
    """Answer requests one after the other. Args: memory: bytes of address space that this process may take."""
    limit(memory)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not get between the answers
    requests = sys.stdin.buffer
    with suppress(BrokenPipeError):
        while message := _next(requests):
            form, data, name = pickle.loads(message)
            answer = pickle.dumps(_outcome(form, data, name), pickle.HIGHEST_PROTOCOL)
            answers.write(LENGTH.pack(len(answer)) + answer)
            answers.flush()


def limit(memory: int) -> None:
    """Let this process take no more memory, where the system knows how."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _next(requests: BinaryIO) -> bytes:
    head = requests.read(LENGTH.size)
    return requests.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


def _outcome(form: str, data: bytes, name: str) -> Outcome:
    from reader.loading.load import named, read_here

    try:
        return read_here(named(form), data, name)
    except MemoryError:
        pass
    except Exception as error:  # a parser's own fault must not end the helper
        return Problem(name, f"could not be read ({type(error).__name__})", ADVICE)
    return Problem(name, "needs more memory to read than a file of articles should", ADVICE)
