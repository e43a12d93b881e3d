"""What a run of ingestion did, file by file."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ingest.messages import catalog, say


class Outcome(StrEnum):
    """What became of a file in this run."""

    STORED = "stored"
    UNCHANGED = "unchanged"  # same content, same reader: nothing to do
    DUPLICATE = "duplicate"  # the same bytes under another name
    SKIPPED = "skipped"  # found in a folder, but no document by its ending
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file is not in: a message key and its values, so that every language can say it."""

    key: str
    values: dict[str, Any]

    def text(self, language: str) -> str:
        """The reason in words."""
        if self.key not in catalog(language):
            return " ".join([self.key, *(str(value) for value in self.values.values())])
        return say(self.key, language, **self.values)


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file of a run; counts are of what was newly stored from it."""

    path: str
    outcome: Outcome
    document_id: str | None = None
    reason: Reason | None = None
    seconds: float = 0.0  # in the process that read it
    pages: int = 0
    tables: int = 0
    figures: int = 0
    indicators: int = 0
    passages: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run, its files sorted by path; ``seconds`` is wall time, ``vectors`` how many passages were embedded."""

    files: tuple[FileReport, ...]
    seconds: float
    vectors: int = 0
    vector_seconds: float = 0.0
    vector_fault: Reason | None = None

    def of(self, outcome: Outcome) -> tuple[FileReport, ...]:
        """The files with one outcome."""
        return tuple(file for file in self.files if file.outcome is outcome)

    @property
    def failed(self) -> tuple[FileReport, ...]:
        """The files that could not be read."""
        return self.of(Outcome.FAILED)

    def total(self, count: str) -> int:
        """The sum of one count (pages, tables, figures, indicators, passages) over all files."""
        return sum(getattr(file, count) for file in self.files)

    @property
    def reading_seconds(self) -> float:
        """The time that reading took in all processes together."""
        return sum(file.seconds for file in self.files)

    @property
    def seconds_per_document(self) -> float:
        """Wall time for each newly stored document; 0 where none was."""
        stored = len(self.of(Outcome.STORED))
        return self.seconds / stored if stored else 0.0

    def to_json(self, language: str) -> dict[str, Any]:
        """The report as the command line prints it with ``--json``."""
        counts = {name: self.total(name) for name in ("pages", "tables", "figures", "indicators", "passages")}
        return {
            "documents": len(self.of(Outcome.STORED)),
            "unchanged": len(self.of(Outcome.UNCHANGED)),
            "duplicates": len(self.of(Outcome.DUPLICATE)),
            "skipped": [file.path for file in self.of(Outcome.SKIPPED)],
            **counts,
            "seconds": round(self.seconds, 3),
            "seconds_per_document": round(self.seconds_per_document, 3),
            "reading_seconds": round(self.reading_seconds, 3),
            "vectors": self.vectors,
            "vector_seconds": round(self.vector_seconds, 3),
            "vector_fault": self.vector_fault.text(language) if self.vector_fault else None,
            "failed": [
                {"path": file.path, "reason": file.reason.text(language) if file.reason else ""} for file in self.failed
            ],
            "files": [_file_json(file) for file in self.files],
        }


def _file_json(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "outcome": file.outcome.value,
        "document_id": file.document_id,
        "seconds": round(file.seconds, 3),
        "pages": file.pages,
        "tables": file.tables,
        "figures": file.figures,
        "indicators": file.indicators,
        "passages": file.passages,
        "warnings": list(file.warnings),
    }


def written(reason: Reason) -> str:
    """A reason as the ledger keeps it."""
    return json.dumps({"key": reason.key, "values": reason.values}, ensure_ascii=False, default=str)


def reason_of(text: str | None) -> Reason:
    """The reason that ``written`` wrote."""
    if not text:
        return Reason("ingest.unknown", {})
    data = json.loads(text)
    return Reason(data["key"], data["values"])


def warning_text(warning: str, language: str) -> str:
    """The sentence of a warning: a message key of [warning], its detail after a colon and its page after a blank."""
    told, _, page = warning.partition(" page=")
    key, _, detail = told.partition(":")
    if f"warning.{key}" not in catalog(language):
        return warning
    return say(f"warning.{key}", language, detail=detail, page=page)
