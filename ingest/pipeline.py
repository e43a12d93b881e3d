"""One document through, many documents through: read, understood, checked, stored, searchable."""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ingest.gathering import Source, failed, gather
from ingest.originals import Originals
from ingest.reader_version import reader_version
from ingest.reading.errors import ReadError
from ingest.report import FileReport, Outcome, Reason, Report, written
from ingest.settings import Settings
from ingest.stores.engine import ready_for_threads
from ingest.stores.ledger import LedgerEntry, LedgerStatus
from ingest.stores.store import RecordStore, open_store
from ingest.stores.vector_queue import is_behind
from ingest.workers import Limits, Read, read_all


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: told after every file."""

    done: int
    count: int
    file: FileReport | None


OnProgress = Callable[[Progress], None]


def ingest(
    paths: Iterable[Path],
    settings: Settings,
    jobs: int | None = None,
    dask: str | None = None,
    on_progress: OnProgress | None = None,
    vectors: bool = True,
) -> Report:
    """Take files and folders in; a file that cannot be read is in the report and changes nothing that is stored.

    ``jobs`` processes read (default: one a core; 0: this process), or the workers of the Dask cluster at ``dask``.
    Raises StoreError and WorkersError where the store or the cluster cannot be used.
    """
    begun = time.perf_counter()
    tell = on_progress or (lambda progress: None)
    with tempfile.TemporaryDirectory(prefix="budget-") as unpacked, open_store(settings) as store:
        sources, reports = _split(gather(paths, Path(unpacked), settings.max_file_mb))
        run = _Run(store, Originals(settings), reader_version(), store.ledger(), tell, len(sources) + len(reports))
        for report in reports:
            run.set_aside(report)
        fresh = run.fresh(sources)
        workers = jobs if jobs is not None else settings.jobs or os.cpu_count() or 1
        with _Embedding(store, settings, vectors) as embedding:
            for read in read_all(fresh, workers, dask, Limits(settings.max_seconds, settings.max_pages)):
                run.take(read)
                embedding.catch_up()
            if fresh or is_behind(store.engine, settings):
                embedding.catch_up()
    files = tuple(sorted(run.files, key=lambda file: file.path))
    seconds = time.perf_counter() - begun
    return Report(files, seconds, embedding.count, embedding.seconds, embedding.fault)


def _split(found: Iterable[Source | FileReport]) -> tuple[list[Source], list[FileReport]]:
    sources: list[Source] = []
    reports: list[FileReport] = []
    for one in found:
        if isinstance(one, Source):
            sources.append(one)
        else:
            reports.append(one)
    # The first name in the alphabet stands for equal contents, whatever the order of the paths.
    sources.sort(key=lambda source: (source.name, source.path))
    return sources, reports


class _Run:
    """One run over a store: what is known from earlier, what came of each file."""

    def __init__(
        self,
        store: RecordStore,
        originals: Originals,
        reader: str,
        ledger: dict[str, LedgerEntry],
        tell: OnProgress,
        count: int,
    ) -> None:
        self.store = store
        self.originals = originals
        self.reader = reader
        self.ledger = ledger
        self.tell = tell
        self.count = count
        self.files: list[FileReport] = []
        self.same: dict[str, list[Source]] = {}

    def fresh(self, sources: Sequence[Source]) -> list[Source]:
        """The sources that must be read; the others are reported at once."""
        stored = {
            entry.document_id
            for entry in self.ledger.values()
            if entry.reader == self.reader and entry.status is LedgerStatus.STORED
        }
        stored &= {document.id for document in self.store.documents()}
        to_read: dict[str, Source] = {}
        for source in sources:
            entry = self.ledger.get(source.path)
            known = source.document_id in stored
            if known:
                self.originals.keep(source.document_id, source.file)
            if (
                known
                and entry is not None
                and (entry.content, entry.document_id) == (source.content, source.document_id)
            ):
                self._report(FileReport(source.path, Outcome.UNCHANGED, source.document_id))
            elif known:
                self._duplicate(source)
            elif source.document_id in to_read:
                self.same.setdefault(source.document_id, []).append(source)
            else:
                to_read[source.document_id] = source
        # The largest first: a long document that comes last would keep one process busy and the others idle.
        return sorted(to_read.values(), key=lambda source: (-source.file.stat().st_size, source.path))

    def take(self, read: Read) -> None:
        """Store what a worker read, and settle the files of the same content."""
        source, parsed = read.source, read.parsed
        if parsed is None:
            error = read.error
            assert error is not None
            for one in (source, *self.same.get(source.document_id, ())):
                named = ReadError(error.key, **{**error.values, "file": one.name})
                self._failed(one, failed(one.path, named, read.seconds))
            return
        entry = self._entry(source, LedgerStatus.STORED, pages=parsed.document.pages, seconds=read.seconds)
        self.originals.keep(source.document_id, source.file)
        self.store.replace(parsed, entry)
        self._report(
            FileReport(
                source.path,
                Outcome.STORED,
                source.document_id,
                None,
                read.seconds,
                parsed.document.pages,
                len(parsed.tables),
                len(parsed.figures),
                len(parsed.indicators),
                len(parsed.passages),
                parsed.document.warnings,
            )
        )
        for one in self.same.get(source.document_id, ()):
            self._duplicate(one)

    def set_aside(self, report: FileReport) -> None:
        """Note a file that never reached a reader."""
        if report.outcome is Outcome.FAILED and Path(report.path).exists():
            self._note_failure(report.path, "", report)
        self._report(report)

    def _duplicate(self, source: Source) -> None:
        self.store.note(self._entry(source, LedgerStatus.DUPLICATE), file_name=source.name)
        self._report(FileReport(source.path, Outcome.DUPLICATE, source.document_id))

    def _failed(self, source: Source, report: FileReport) -> None:
        self._note_failure(source.path, source.content, report)
        self._report(report)

    def _note_failure(self, path: str, content: str, report: FileReport) -> None:
        before = self.ledger.get(path)
        reason = report.reason or Reason("ingest.unknown", {})
        kept = before.document_id if before is not None else None
        self.store.note(LedgerEntry(path, kept, content, self.reader, LedgerStatus.FAILED, _now(), written(reason)))

    def _entry(self, source: Source, status: LedgerStatus, **facts: Any) -> LedgerEntry:
        return LedgerEntry(source.path, source.document_id, source.content, self.reader, status, _now(), **facts)

    def _report(self, report: FileReport) -> None:
        self.files.append(report)
        self.tell(Progress(len(self.files), self.count, report))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class _Embedding:
    """Embeds beside the reading, in one thread: the model and Chroma load while the first documents are read."""

    def __init__(self, store: RecordStore, settings: Settings, wanted: bool) -> None:
        self._store = store
        self._settings = settings
        self._thread = ThreadPoolExecutor(1) if wanted and settings.embedding != "none" else None
        if self._thread is not None:
            ready_for_threads()
        self._vectors: Any = None
        self._asked: Future[None] | None = None
        self.count = 0
        self.seconds = 0.0
        self.fault: Reason | None = None

    def __enter__(self) -> "_Embedding":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._thread is not None:
            self._thread.shutdown()

    def catch_up(self) -> None:
        """Ask for the vectors of what is stored by now; returns at once."""
        if self._thread is not None and (self._asked is None or self._asked.running() or self._asked.done()):
            self._asked = self._thread.submit(self._repair)

    def _repair(self) -> None:
        begun = time.perf_counter()
        from ingest.stores.vectors import VectorsError, open_vectors

        try:
            if self.fault is None:
                self._vectors = self._vectors or open_vectors(self._settings, self._store)
                self.count += self._vectors.repair()
        except VectorsError as error:
            self.fault = Reason(error.key, error.values)
        except Exception as error:  # vectors can be rebuilt; the records are in, and the report says what is not
            self.fault = Reason("store.vectors_unavailable", {"reason": f"{type(error).__name__}: {error}"})
        self.seconds += time.perf_counter() - begun
