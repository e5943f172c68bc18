"""The helper process of reader.loading.apart: files in, documents out, until its input ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import BinaryIO

import msgspec

from reader.loading.apart import ADVICE, LENGTH, LONGEST, Answer, Request
from reader.model.problems import Problem

SPARE = 1
"""Seconds of the processor beyond what a file may take, since whole seconds are counted: then this process ends."""


def serve(memory: int) -> None:
    """Answer requests one after the other. Args: memory: bytes of address space that this process may take."""
    limit(memory)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not get between the answers
    requests = sys.stdin.buffer
    asked = msgspec.msgpack.Decoder(Request)
    with suppress(BrokenPipeError):
        while message := _next(requests):
            request = asked.decode(message)
            limit_time(request.seconds)
            answer = _packed(_outcome(request), request.name)
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


def limit_time(seconds: float) -> None:
    """Let this process take no more than so many further seconds of the processor and some, where the system knows."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        had = resource.getrusage(resource.RUSAGE_SELF)
        most = int(had.ru_utime + had.ru_stime + seconds) + SPARE
        resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _next(requests: BinaryIO) -> bytes:
    head = requests.read(LENGTH.size)
    return requests.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


def _packed(answer: Answer, name: str) -> bytes:
    try:
        packed = msgspec.msgpack.encode(answer)
    except (ValueError, OverflowError, TypeError) as error:  # half a surrogate pair, a number of no machine
        packed = msgspec.msgpack.encode(_failed(name, f"could not be read ({type(error).__name__})"))
    if len(packed) > LONGEST:
        packed = msgspec.msgpack.encode(_failed(name, f"unfolds to more than {LONGEST >> 20} MB"))
    return packed


def _outcome(request: Request) -> Answer:
    from reader.loading.load import named, read_here

    try:
        found = read_here(named(request.form), request.data, request.name)
    except MemoryError:
        return _failed(request.name, "needs more memory to read than a file of articles should")
    except Exception as error:  # a parser's own fault must not end the helper
        return _failed(request.name, f"could not be read ({type(error).__name__})")
    return Answer(problem=found) if isinstance(found, Problem) else Answer(found)


def _failed(name: str, what: str) -> Answer:
    return Answer(problem=Problem(name, what, ADVICE))
