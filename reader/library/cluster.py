"""Analysis spread over a Dask cluster. Its workers read the files themselves, so they must see the same folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

from msgspec.structs import replace

from reader.library.indexing import Analyse
from reader.library.reading import done_with
from reader.library.store import Done
from reader.loading.discover import shown
from reader.model.problems import Problem, ReaderError
from reader.text.guard import visible_line

BATCH = 32
"""Files in a task: a task takes a millisecond of the scheduler's time."""
AHEAD = 4
"""Tasks that wait for each of the cluster's threads; no more results than that are held here."""
MISSING = Problem("--engine dask", "needs the extra", "pip install 'quote-reader[dask]'")


def dask_analyse(scheduler: str | None, jobs: int, cleaned: bool) -> Analyse:
    """What analyses files on a cluster. Raises ReaderError where Dask is not installed.

    Args: scheduler: the address of a running one ("tcp://host:8786"); None starts one here with `jobs` processes.
    """
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise ReaderError(MISSING) from error
    return partial(_analyse, scheduler, jobs, cleaned)


def _analyse(scheduler: str | None, jobs: int, cleaned: bool, files: Sequence[str]) -> Iterator[Done]:
    import distributed as _dask

    dask: Any = _dask  # it has no types of its own
    given = {os.path.abspath(file): file for file in files}
    cluster = None if scheduler else dask.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
    try:
        with dask.Client(scheduler or cluster, set_as_default=False) as client:
            _same_engine(client)
            batches = _batches(given)
            threads = sum(client.nthreads().values())
            window = max(2, threads * AHEAD)
            running = dask.as_completed([_sent(client, b, cleaned) for b in islice(batches, window)], loop=client.loop)
            for future in running:
                done: list[Done] = future.result()
                future.release()
                yield from (_as_given(one, given[one.path]) for one in done)
                for batch in islice(batches, 1):
                    running.add(_sent(client, batch, cleaned))
    finally:
        if cluster is not None:
            cluster.close()


def _as_given(done: Done, path: str) -> Done:
    """What became of a file, under the path the person gave."""
    problem = done.problem and replace(done.problem, path=visible_line(shown(path)))
    return done._replace(path=path, problem=problem)


def _sent(client: Any, batch: list[str], cleaned: bool) -> Any:
    return client.submit(_batch_done, batch, cleaned, pure=False)


def _batches(files: Iterable[str]) -> Iterator[list[str]]:
    source = iter(files)
    while batch := list(islice(source, BATCH)):
        yield batch


def _batch_done(files: list[str], cleaned: bool) -> list[Done]:
    """On a worker: what became of some files."""
    return [done_with(file, cleaned=cleaned) for file in files]


def _same_engine(client: Any) -> None:
    """Refuse workers with another version of the program: their analyses would not be ours."""
    found = set(client.run(_version).values())
    if found - {_version()}:
        what = f"a worker of the cluster has another version of reader ({', '.join(sorted(found))})"
        raise ReaderError(Problem("--engine dask", what, "install the same version everywhere"))


def _version() -> str:
    from reader import __version__

    return __version__
