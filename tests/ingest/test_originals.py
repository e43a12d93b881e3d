from pathlib import Path

from ingest.originals import Originals
from ingest.settings import Settings


def test_original_is_kept_found_and_dropped(tmp_path: Path) -> None:
    file = tmp_path / "budget.pdf"
    file.write_bytes(b"bytes")
    originals = Originals(Settings(data=tmp_path / "data"))
    assert originals.find("0123456789abcdef") is None
    originals.keep("0123456789abcdef", file)
    file.unlink()
    originals.keep("0123456789abcdef", file)  # already there: the file is not read again
    kept = originals.find("0123456789abcdef")
    assert kept is not None and kept.read_bytes() == b"bytes"
    originals.drop("0123456789abcdef")
    originals.drop("0123456789abcdef")
    assert originals.find("0123456789abcdef") is None
