"""What a file is, told by its content; its name says nothing."""

import io
import zipfile
from enum import StrEnum
from pathlib import Path

from ingest.reading.errors import ReadError
from ingest.reading.html import decode
from ingest.records.layout import Reading


class FileKind(StrEnum):
    """The formats that can be read."""

    PDF = "pdf"
    SPREADSHEET = "spreadsheet"
    WORD = "word"
    HTML = "html"
    TEXT = "text"
    IMAGE = "image"
    ARCHIVE = "archive"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
_LEAST_CHARACTERS = 20  # a document says more than this; a file that says less is a placeholder


def kind_of(content: bytes, name: str) -> FileKind:
    """The format of a file's bytes; raises ReadError where it is empty, locked or no document."""
    if not content.strip(b"\x00 \t\r\n"):
        raise ReadError("empty", file=name)
    head = content[:1024]
    if b"%PDF-" in head:
        return FileKind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(content, name)
    if head.startswith(_OLE):
        return _kind_of_ole(content, name)
    if head.startswith(_IMAGES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return FileKind.IMAGE
    text = decode(content[:65536])
    start = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    if start.startswith(("<!doctype html", "<html")) or "<html" in start or ("<table" in start and "<td" in text):
        return FileKind.HTML
    if _is_text(content, text):
        return FileKind.TEXT
    raise ReadError("not_a_document", file=name)


def read_file(path: Path, name: str | None = None) -> Reading:
    """Read any file by its content; raises ReadError with what happened and what to do next."""
    return read_bytes(path.read_bytes(), name or path.name)


def read_bytes(content: bytes, name: str) -> Reading:
    """As ``read_file``, for bytes that may have no path of their own (a member of an archive)."""
    match kind_of(content, name):
        case FileKind.PDF:
            from ingest.reading.pdf import read_pdf

            reading = read_pdf(content, name)
            if any(page.scanned for page in reading.pages):
                from ingest.reading.scan import with_scanned_pages

                reading = with_scanned_pages(reading, content)
        case FileKind.SPREADSHEET:
            from ingest.reading.spreadsheet import read_spreadsheet

            reading = read_spreadsheet(content, name)
        case FileKind.WORD:
            from ingest.reading.word import read_word

            reading = read_word(content, name)
        case FileKind.HTML:
            from ingest.reading.html import read_html

            reading = read_html(content, name)
        case FileKind.IMAGE:
            from ingest.reading.scan import read_image

            reading = read_image(content, name)
        case FileKind.TEXT:
            from ingest.reading.text import read_text

            reading = read_text(content, name)
        case FileKind.ARCHIVE:
            raise ReadError("archive_in_archive", file=name)
    if not _says_something(reading):
        raise ReadError("nothing_in_it", file=name)
    return reading


def _kind_of_zip(content: bytes, name: str) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = set(archive.namelist())
            if any(part.startswith("xl/") for part in parts):
                return FileKind.SPREADSHEET
            if "word/document.xml" in parts:
                return FileKind.WORD
            if "mimetype" in parts and b"opendocument.spreadsheet" in archive.read("mimetype"):
                return FileKind.SPREADSHEET
            if "mimetype" in parts and b"opendocument" in archive.read("mimetype"):
                raise ReadError("old_format", file=name, instead="docx, xlsx, pdf")
    except (zipfile.BadZipFile, OSError, RuntimeError) as fault:
        raise ReadError("broken", file=name, detail=str(fault)) from fault
    return FileKind.ARCHIVE


def _kind_of_ole(content: bytes, name: str) -> FileKind:
    # Stream names stand in UTF-16 in the container's directory (MS-CFB).
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise ReadError("encrypted", file=name)
    if any(stream.encode("utf-16-le") in content for stream in ("Workbook", "Book\x00")):
        return FileKind.SPREADSHEET
    if "WordDocument".encode("utf-16-le") in content:
        raise ReadError("old_format", file=name, instead="docx")
    raise ReadError("not_a_document", file=name)


def _is_text(content: bytes, text: str) -> bool:
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    odd = sum(1 for character in text if character == "\ufffd" or (character < " " and character not in "\t\r\n\f"))
    return odd * 50 <= len(text)


def _says_something(reading: Reading) -> bool:
    if any(page.scanned or page.fault for page in reading.pages):
        return True
    count = 0
    for page in reading.pages:
        count += sum(len(line.text) for line in page.lines)
        count += sum(len(cell.text.strip()) for grid in page.grids for cell in grid.cells)
        if count >= _LEAST_CHARACTERS:
            return True
    return False
