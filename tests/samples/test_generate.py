"""The committed samples are what the generator writes."""

import re
import zipfile
import zlib
from pathlib import Path

import pytest

pytest.importorskip("reportlab")

from samples.fonts import FontMissing, font_path
from samples.generate import DOCUMENTS, WRITERS, generate


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples written a second time."""
    try:
        font_path()
    except FontMissing as missing:
        pytest.skip(str(missing))
    directory = tmp_path_factory.mktemp("samples") / "documents"
    generate(directory)
    return directory


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_again(name: str, again: Path) -> None:
    new, committed = again / name, DOCUMENTS / name
    # Byte for byte; where this machine packs otherwise (another zlib), what is packed is the same.
    assert new.read_bytes() == committed.read_bytes() or unpacked(new) == unpacked(committed)


def unpacked(path: Path) -> list[bytes]:
    """What an archive or a PDF file holds, out of its packing."""
    if path.suffix != ".pdf":
        with zipfile.ZipFile(path) as archive:
            return [name.encode() + archive.read(name) for name in archive.namelist()]
    streams = re.findall(rb"stream\r?\n(.*?)\s*endstream", path.read_bytes(), re.DOTALL)
    assert streams
    return [zlib.decompressobj().decompress(stream) if stream[:1] == b"\x78" else stream for stream in streams]


def test_the_same_truth_again(again: Path) -> None:
    assert (again.parent / "truth.json").read_bytes() == (DOCUMENTS.parent / "truth.json").read_bytes()


def test_only_generated_documents_ship_and_they_are_small() -> None:
    files = sorted(path.name for path in DOCUMENTS.iterdir())
    assert files == sorted(WRITERS)
    assert sum(path.stat().st_size for path in DOCUMENTS.iterdir()) < 3_000_000
