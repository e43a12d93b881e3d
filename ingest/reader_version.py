"""The version of the reading code: a document is read again when the code that understands it has changed."""

import hashlib
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parent
_READING = ("records", "wording", "reading", "tables", "narrative", "checks", "checks.py", "parse.py")


@cache
def reader_version() -> str:
    """A short hash over the source of everything between a file and its records."""
    digest = hashlib.sha256()
    for name in _READING:
        place = _ROOT / name
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for file in files:
            if file.suffix in (".py", ".toml", ".tsv", ".json") and file.is_file():
                digest.update(file.relative_to(_ROOT).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
