"""The files that documents were read from, kept beside the stores so that a page can be shown long after."""

import os
import shutil
from pathlib import Path

from ingest.settings import Settings


class Originals:
    """Copies of the read files, one a document, named by its id; contents are recognised by their bytes."""

    def __init__(self, settings: Settings) -> None:
        self._folder = settings.data / "files"

    def keep(self, document_id: str, file: Path) -> None:
        """Copy a file in, unless it is there; a half-written copy is never seen under the document's name."""
        kept = self._folder / document_id
        if kept.exists():
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        begun = self._folder / f"{document_id}.{os.getpid()}.part"
        shutil.copyfile(file, begun)
        begun.replace(kept)

    def find(self, document_id: str) -> Path | None:
        """The copy of a document's file; None where it was not kept."""
        kept = self._folder / document_id
        return kept if kept.is_file() else None

    def drop(self, document_id: str) -> None:
        """Remove the copy of a document's file."""
        (self._folder / document_id).unlink(missing_ok=True)
