"""Zip archives: their members one by one, each a document of its own, within bounds."""

import io
import zipfile
from collections.abc import Iterator

from ingest.reading.errors import ReadError

# A zip of a few kilobytes can unfold to petabytes; a budget file of more than this is none.
MAX_MEMBER_BYTES = 200 * 1024 * 1024
MAX_MEMBERS = 10_000
_SYSTEM = ("__MACOSX/", ".DS_Store", "Thumbs.db")


def members(content: bytes, name: str) -> Iterator[tuple[str, bytes | ReadError]]:
    """Each file of the archive as (name, bytes), or the error that keeps that one out, in the order of names.

    Raises ReadError where the archive itself cannot be opened.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = sorted(
            (entry for entry in archive.infolist() if not entry.is_dir() and not _is_system(entry.filename)),
            key=_member_name,
        )
    except (zipfile.BadZipFile, OSError, ValueError) as fault:
        raise ReadError("broken", file=name, detail=str(fault)) from fault
    if len(entries) > MAX_MEMBERS:
        raise ReadError("too_many_members", file=name, count=len(entries), limit=MAX_MEMBERS)
    for entry in entries:
        yield f"{name}/{_member_name(entry)}", _member(archive, entry, name)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes | ReadError:
    file = f"{name}/{_member_name(entry)}"
    if entry.flag_bits & 1:
        return ReadError("encrypted", file=file)
    try:
        with archive.open(entry) as stream:
            content = stream.read(MAX_MEMBER_BYTES + 1)
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as fault:
        return ReadError("broken", file=file, detail=str(fault))
    except Exception as fault:  # zlib.error and its kin are no OSError
        return ReadError("broken", file=file, detail=type(fault).__name__)
    if len(content) > MAX_MEMBER_BYTES:
        return ReadError("too_large", file=file, size="200+", limit=MAX_MEMBER_BYTES // 1024 // 1024)
    return content


def _member_name(entry: zipfile.ZipInfo) -> str:
    """The member's name; archives packed on a Chinese Windows write GBK without saying so."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return entry.filename


def _is_system(name: str) -> bool:
    return any(part in name for part in _SYSTEM)
