"""Risky formats are read in a process of their own, which is killed when a file takes too long or too much."""

from __future__ import annotations

import atexit
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress

import msgspec
from msgspec.structs import replace

from reader.loading.documents import guarded
from reader.loading.parts import MAX_PARTS, MAX_UNFOLDED
from reader.model.documents import RawDocument
from reader.model.problems import Problem
from reader.text.guard import visible_line

SECONDS, SECONDS_A_MB = 15.0, 6.0
"""What a file may take of the processor: a page takes a tenth of a second, an archive of pages three seconds a MB on a
slow machine."""
PATIENT = 4.0
"""So many times as long it may take on the clock: other programs may have the processor, and no result should hang on
that."""
MEMORY = 3 << 30
"""Bytes of address space that the process may take."""
FILES = 500
"""Files after which a fresh process takes over, since the parsers keep some memory."""
LONGEST = 2 * MAX_UNFOLDED
"""Bytes of an answer: the text of a file, and once more what its format made of it."""
MOST = 10 * MAX_PARTS
"""Documents in an answer."""
LENGTH = struct.Struct(">Q")
"""Before every message: its length."""
ADVICE = "it may be damaged or a trap; the rest was opened"
_START = "import sys; sys.path[:] = sys.argv[2:]; from reader.loading.child import serve; serve(int(sys.argv[1]))"
Outcome = tuple[RawDocument, ...] | Problem


class Request(msgspec.Struct, frozen=True):
    """What is asked of the helper."""

    form: str
    """The name of the format."""
    name: str
    """The file as it may be shown."""
    seconds: float
    """What it may take of the processor."""
    data: bytes


class Answer(msgspec.Struct, frozen=True):
    """What the helper says: values of these types alone, since a file may have taken its parser over."""

    documents: tuple[RawDocument, ...] = ()
    problem: Problem | None = None


_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Answer)


class UnavailableError(Exception):
    """No process can be started here."""


def read_apart(form: str, data: bytes, name: str) -> Outcome:
    """The articles in a file's bytes, read by the helper process; it is started with the first such file.

    Args: form: the name of the format; name: the file as it may be shown. Raises UnavailableError.
    """
    with _STATE.lock:
        helper = _STATE.helper
        if helper is None or helper.files >= FILES or not helper.alive:
            _STATE.dismiss()
            helper = _STATE.helper = _Helper()
        seconds = SECONDS + SECONDS_A_MB * len(data) / 1e6
        try:
            return _checked(helper.ask(Request(form, name, seconds, data)), name)
        except TimeoutError:
            _STATE.dismiss()
            return Problem(name, f"took longer than {seconds:.0f} seconds to read", ADVICE)
        except (OSError, EOFError):
            late = helper.ended_late()
            _STATE.dismiss()
            what = f"took longer than {seconds:.0f} seconds to read" if late else "made the process stop that read it"
            return Problem(name, what, ADVICE)
        except (ValueError, RecursionError):  # msgspec's errors are of the first kind
            _STATE.dismiss()
            return Problem(name, "made the process that read it answer what cannot be", ADVICE)


def _checked(answer: Answer, name: str) -> Outcome:
    """What an answer says, guarded here too: what is wrong is told of this file, and no document has another's path.

    Raises ValueError where no file can give it.
    """
    if answer.problem is not None:
        return _guarded(answer.problem)
    found = answer.documents
    if not 0 < len(found) <= MOST or any(one.path != name and not one.path.startswith(f"{name}/") for one in found):
        raise ValueError
    return tuple(
        replace(guarded(one), path=visible_line(one.path), problems=tuple(map(_guarded, one.problems))) for one in found
    )


def _guarded(problem: Problem) -> Problem:
    told = {part: visible_line(getattr(problem, part)) for part in ("path", "what", "advice")}
    return replace(problem, **told)


class _Helper:
    """The process and the two pipes to it. When this process goes, it reads the end of its pipe and goes too."""

    def __init__(self) -> None:
        self.files = 0
        command = [sys.executable, "-P", "-c", _START, str(MEMORY), *sys.path]
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                start_new_session=True,  # ^C is the first process's business
            )  # fmt: skip
        except (OSError, ValueError) as error:
            raise UnavailableError from error
        assert self._process.stdin is not None
        os.set_blocking(self._process.stdin.fileno(), False)  # one that reads no more must not keep us waiting

    def ask(self, request: Request) -> Answer:
        """The helper's answer. Raises TimeoutError, EOFError where it died, OSError, ValueError where it is none."""
        self.files += 1
        until = time.monotonic() + PATIENT * request.seconds
        message = _ENCODER.encode(request)
        self._write(LENGTH.pack(len(message)) + message, until)
        (length,) = LENGTH.unpack(self._read(LENGTH.size, until))
        if length > LONGEST:
            raise ValueError
        return _DECODER.decode(self._read(length, until))

    def _write(self, message: bytes, until: float) -> None:
        assert self._process.stdin is not None
        number = self._process.stdin.fileno()
        left = memoryview(message)
        while left:
            if not select.select([], [number], [], max(0.0, until - time.monotonic()))[1]:
                raise TimeoutError
            with suppress(BlockingIOError):
                left = left[os.write(number, left[: 1 << 16]) :]

    def _read(self, length: int, until: float) -> bytes:
        assert self._process.stdout is not None
        number = self._process.stdout.fileno()
        pieces: list[bytes] = []
        while length:
            ready, _, _ = select.select([number], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                raise TimeoutError
            piece = os.read(number, min(length, 1 << 20))
            if not piece:
                raise EOFError
            pieces.append(piece)
            length -= len(piece)
        return b"".join(pieces)

    @property
    def alive(self) -> bool:
        """True while it runs."""
        return self._process.poll() is None

    def ended_late(self) -> bool:
        """True where it was ended for having had the processor too long."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(1.0) == -getattr(signal, "SIGXCPU", 0)
        return False

    def kill(self) -> None:
        """End it."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self._process.kill()
        self._process.wait()

    @property
    def number(self) -> int:
        """Its process id."""
        return self._process.pid


def dismiss() -> None:
    """End the helper; the next risky file starts another."""
    with _STATE.lock:
        _STATE.dismiss()


def helper() -> int | None:
    """Process id of the helper, None where there is none."""
    return _STATE.helper.number if _STATE.helper else None


class _State:
    """The one helper of this process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.helper: _Helper | None = None

    def dismiss(self) -> None:
        """End the helper, if there is one."""
        if self.helper is not None:
            self.helper.kill()
            self.helper = None

    def forget(self) -> None:
        """Leave the helper to the process that started it: after a fork."""
        self.lock, self.helper = threading.Lock(), None


_STATE = _State()
atexit.register(_STATE.dismiss)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_STATE.forget)
