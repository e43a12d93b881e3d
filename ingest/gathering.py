"""From the paths a person gives to the files to be read: folders and archives opened, contents hashed."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.reading.archive import members
from ingest.reading.errors import ReadError
from ingest.reading.kind import FileKind, kind_of
from ingest.report import FileReport, Outcome, Reason

# In a folder only files with these endings are taken, so that notes and programs beside the documents stay out; what
# a file is, its content says. A file that is named on its own is always read.
_ENDINGS = (
    *(".pdf", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".docx", ".doc", ".wps", ".html", ".htm", ".xhtml", ".mht"),
    *(".txt", ".csv", ".tsv", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".zip"),
)


# An archive may unfold to this much in all; one that unfolds to more was made to fill the disk.
_UNFOLDED_MB = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: where its bytes lie, and the path and name by which it is known."""

    path: str  # absolute; inside an archive: the archive's path, "/" and the member's name
    name: str
    file: Path
    content: str  # SHA-256 of the bytes

    @property
    def document_id(self) -> str:
        """The id of the document these bytes hold."""
        return self.content[:16]


def gather(paths: Iterable[Path], unpacked: Path, max_file_mb: int) -> Iterator[Source | FileReport]:
    """Every file to read, or the report of why one is not read; members of archives are unpacked into ``unpacked``."""
    seen: set[Path] = set()
    for path in paths:
        for file, named in _files(path):
            if file in seen:
                continue
            seen.add(file)
            if not named and file.suffix.lower() not in _ENDINGS and file.suffix:
                yield FileReport(str(file), Outcome.SKIPPED)
                continue
            yield from _opened(file, unpacked, max_file_mb)


def _files(path: Path) -> Iterator[tuple[Path, bool]]:
    path = path.expanduser().absolute()
    if not path.is_dir():
        yield path, True
        return
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path).parts
        if file.is_file() and not any(part.startswith((".", "~$", "__")) for part in inside):
            yield file, False


def _opened(file: Path, unpacked: Path, max_file_mb: int) -> Iterator[Source | FileReport]:
    try:
        size = file.stat().st_size
        if size > max_file_mb * 1024 * 1024:
            raise ReadError("too_large", file=file.name, size=f"{size / 1024 / 1024:.0f}", limit=max_file_mb)
        content = file.read_bytes()
    except ReadError as error:
        yield failed(str(file), error)
        return
    except FileNotFoundError:
        yield FileReport(str(file), Outcome.FAILED, reason=Reason("error.not_found", {"path": str(file)}))
        return
    except OSError as error:
        values = {"path": str(file), "reason": error.strerror or str(error)}
        yield FileReport(str(file), Outcome.FAILED, reason=Reason("ingest.unopened", values))
        return
    if not _is_archive(content, file.name):
        yield Source(str(file), file.name, file, hashlib.sha256(content).hexdigest())
        return
    unfolded = 0
    try:
        for at, (name, member) in enumerate(members(content, file.name)):
            path = f"{file.parent}/{name}"
            if isinstance(member, ReadError):
                yield failed(path, member)
                continue
            unfolded += len(member)
            if unfolded > _UNFOLDED_MB * 1024 * 1024:
                raise ReadError("unfolds_too_large", file=file.name, limit=_UNFOLDED_MB)
            digest = hashlib.sha256(member).hexdigest()
            copy = unpacked / f"{digest[:16]}-{at}"
            copy.write_bytes(member)
            yield Source(path, Path(name).name, copy, digest)
    except ReadError as error:
        yield failed(str(file), error)


def _is_archive(content: bytes, name: str) -> bool:
    if not content.startswith(b"PK"):
        return False
    try:
        return kind_of(content, name) is FileKind.ARCHIVE
    except ReadError:
        return False  # its reader will say why


def failed(path: str, error: ReadError, seconds: float = 0.0) -> FileReport:
    """The report of a file whose reader gave up."""
    return FileReport(path, Outcome.FAILED, reason=Reason(f"read.{error.key}", error.values), seconds=seconds)
