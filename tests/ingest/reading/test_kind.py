"""What a file is, by content alone; every dead end says what to do next."""

import io
import pickle
import zipfile
from pathlib import Path

import pytest

from ingest.messages import say
from ingest.reading.errors import ReadError
from ingest.reading.kind import FileKind, kind_of, read_bytes, read_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(name: str, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        pack.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4", FileKind.PDF),
        (packed("xl/workbook.xml"), FileKind.SPREADSHEET),
        (packed("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), FileKind.SPREADSHEET),
        (packed("word/document.xml"), FileKind.WORD),
        (packed("预算.pdf"), FileKind.ARCHIVE),
        (OLE + "Workbook".encode("utf-16-le"), FileKind.SPREADSHEET),
        ("<!DOCTYPE html><html>预算</html>".encode(), FileKind.HTML),
        ("项目\t总计\n甲\t1".encode(), FileKind.TEXT),
        ("项目,总计\n甲,1".encode("gb18030"), FileKind.TEXT),
        (b"\x89PNG\r\n\x1a\n", FileKind.IMAGE),
    ],
)
def test_kind_is_told_by_content(content: bytes, kind: FileKind) -> None:
    assert kind_of(content, "whatever.pdf") is kind


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty"),
        (b"  \n\0\0", "empty"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + "WordDocument".encode("utf-16-le"), "old_format"),
        (bytes(range(256)) * 8, "not_a_document"),
        (b"PK\x03\x04 cut off", "broken"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, key: str) -> None:
    with pytest.raises(ReadError) as fault:
        kind_of(content, "甲.pdf")
    assert fault.value.key == key
    assert "甲.pdf" in say(f"read.{key}", "zh", **fault.value.values)


def test_a_placeholder_is_no_document() -> None:
    with pytest.raises(ReadError) as fault:
        read_bytes(b"nothing here", "甲.pdf")
    assert fault.value.key == "nothing_in_it"


def test_the_error_crosses_process_borders() -> None:
    error = pickle.loads(pickle.dumps(ReadError("empty", file="甲")))
    assert (error.key, error.values) == ("empty", {"file": "甲"})


@pytest.mark.corpus
def test_hard_files_read_or_say_why(corpus: Path) -> None:
    refused = {}
    for path in sorted((corpus / "hard").iterdir()):
        if path.name.startswith("scanned"):
            continue  # see test_scan.py
        try:
            assert read_file(path).pages
        except ReadError as fault:
            refused[path.name] = fault.key
    assert refused == {
        "not_a_pdf_17bytes.pdf": "nothing_in_it",
        "pdfplumber_empty.pdf": "empty",
        "pdfplumber_password-example.pdf": "encrypted",
    }
