"""The processes that read documents: a pool on this machine, or the workers of a Dask cluster.

A document that brings its process down, or never ends, is found out and reported; the others are read all the same.
"""

import faulthandler
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.gathering import Source
from ingest.messages import ToldError
from ingest.reading.errors import ReadError
from ingest.records.parsed import Parsed

# So many documents wait at the cluster at a time; more would only fill the memory.
_AHEAD = 16
# How much longer than the limit a document may take before its process is ended from outside.
_GRACE = 1.5


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost."""

    seconds: int
    pages: int


@dataclass(frozen=True, slots=True)
class Read:
    """What a worker gives back: the records, or the error."""

    source: Source
    parsed: Parsed | None
    error: ReadError | None
    seconds: float


Reader = Callable[[Source, bytes | None, Limits], Read]


class WorkersError(ToldError):
    """The asked-for workers cannot be had."""


def read_source(source: Source, content: bytes | None, limits: Limits) -> Read:
    """Read one document, within its limits; this is what runs in a worker."""
    begun = time.perf_counter()
    try:
        with _time_limit(limits.seconds, source.name):
            parsed = _parse(source, content, limits)
        return Read(source, parsed, None, time.perf_counter() - begun)
    except ReadError as error:
        return Read(source, None, error, time.perf_counter() - begun)
    except MemoryError:
        return Read(source, None, ReadError("too_heavy", file=source.name), time.perf_counter() - begun)
    except Exception as error:  # a broken file must never end the run; the report names the place
        return Read(source, None, _unexpected(source, error), time.perf_counter() - begun)


def _parse(source: Source, content: bytes | None, limits: Limits) -> Parsed:
    from ingest.parse import parse
    from ingest.reading.kind import read_bytes

    reading = read_bytes(source.file.read_bytes() if content is None else content, source.name)
    if len(reading.pages) > limits.pages:
        raise ReadError("too_many_pages", file=source.name, pages=len(reading.pages), limit=limits.pages)
    return parse(reading, source.document_id)


def _unexpected(source: Source, error: Exception) -> ReadError:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
    detail = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return ReadError("unexpected", file=source.name, detail=detail, place=place)


@contextmanager
def _time_limit(seconds: int, name: str) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # a Dask worker's task thread takes no signals; the cluster has limits of its own
        return

    def give_up(_signal: int, _frame: object) -> None:
        raise ReadError("too_slow", file=name, limit=seconds)

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def read_watched(source: Source, content: bytes | None, limits: Limits) -> Read:
    """As ``read_source``, in a process of the pool: past all patience the process ends itself."""
    # The alarm cannot interrupt a library that loops in compiled code: then the whole process ends, which the parent
    # sees as a crash of this document.
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(limits.seconds * _GRACE + 5, exit=True, file=nowhere)
        try:
            return read_source(source, content, limits)
        finally:
            faulthandler.cancel_dump_traceback_later()


def read_all(
    sources: Sequence[Source], jobs: int, dask: str | None, limits: Limits, reader: Reader = read_watched
) -> Iterator[Read]:
    """Read documents in ``jobs`` processes (0: in this one) or on a Dask cluster, in the order in which they finish.

    Raises WorkersError where the cluster cannot be reached.
    """
    if dask is not None:
        with _dask_executor(dask) as executor:
            yield from _through_cluster(executor, sources, lambda source: source.file.read_bytes(), limits)
        return
    if jobs == 0:
        for source in sources:
            yield read_source(source, None, limits)
        return
    yield from _through_lanes(sources, min(jobs, max(1, len(sources))), limits, reader)


class _Lane:
    """One reading process, with one document at a time; a new one takes its place when a document ends it."""

    # A pool of several processes would not do: one that is started while the pool finds another broken is waited for
    # and never ended (CPython 3.11, ``terminate_broken``), and nothing tells which document was at fault.

    def __init__(self) -> None:
        self._process = _process()

    def read(self, reader: Reader, source: Source, limits: Limits) -> Future[Read]:
        try:
            return self._process.submit(reader, source, None, limits)
        except BrokenExecutor:  # ended from outside, between two documents
            self.renew()
            return self._process.submit(reader, source, None, limits)

    def renew(self) -> None:
        self.close()
        self._process = _process()

    def close(self) -> None:
        self._process.shutdown(cancel_futures=True)


def _through_lanes(sources: Sequence[Source], jobs: int, limits: Limits, reader: Reader) -> Iterator[Read]:
    left = iter(sources)
    idle = [_Lane() for _ in range(jobs)]
    running: dict[Future[Read], tuple[_Lane, Source]] = {}
    finished: list[Read] = []
    try:
        while True:
            while idle and (source := next(left, None)) is not None:
                lane = idle.pop()
                running[lane.read(reader, source, limits)] = lane, source
            # What was read is given away only after the next document was handed out: no process waits for the storing.
            yield from finished
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            finished = []
            for future in done:
                lane, source = running.pop(future)
                finished.append(_result(future, lane, source))
                idle.append(lane)
    finally:
        for lane in [*idle, *(lane for lane, _ in running.values())]:
            lane.close()


def _result(future: Future[Read], lane: _Lane, source: Source) -> Read:
    try:
        return future.result()
    except BrokenExecutor:
        lane.renew()
        return Read(source, None, ReadError("crashed", file=source.name), 0.0)


def _through_cluster(
    executor: Executor, sources: Sequence[Source], content: Callable[[Source], bytes], limits: Limits
) -> Iterator[Read]:
    left = iter(sources)
    running: set[Future[Read]] = set()
    while True:
        while len(running) < _AHEAD and (source := next(left, None)) is not None:
            running.add(executor.submit(read_source, source, content(source), limits))
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()


def _process() -> ProcessPoolExecutor:
    # A fork of a process that runs threads (embedding, web server) may lock up; the fork server has none.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["ingest.parse", "ingest.reading.kind", "ingest.workers"])
    return ProcessPoolExecutor(1, mp_context=context)


@contextmanager
def _dask_executor(address: str) -> Iterator[Executor]:
    try:
        import distributed
    except ImportError as error:
        raise WorkersError("ingest.no_dask") from error
    try:
        client: Any = distributed.Client(address, timeout="10s")
    except (OSError, ValueError, TypeError) as error:
        raise WorkersError("ingest.dask_unreachable", address=address, reason=str(error).splitlines()[0]) from error
    with client:
        executor: Executor = client.get_executor(pure=False)
        yield executor
