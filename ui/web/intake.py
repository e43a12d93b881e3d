"""Reading of uploaded files in the background: it goes on when the visitor turns to another page or leaves."""

import hashlib
import logging
import shutil
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.pipeline import Progress, ingest
from ingest.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Going:
    """How far the reading is: files done, files in all, the file read last; ``failed`` where the program gave up."""

    done: int
    count: int
    name: str = ""
    failed: bool = False


class Intake:
    """Takes uploads in, one after the other, in a thread of its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._waiting: list[tuple[str, bytes]] = []
        self._going: Going | None = None
        self._lock = threading.Lock()

    def begin(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Take files in, given by name and content; those of another visitor come first."""
        with self._lock:
            self._waiting += files
            if self._going is not None and not self._going.failed:
                return
            self._going = Going(0, len(self._waiting))
        threading.Thread(target=self._work, name="intake", daemon=True).start()

    def going(self) -> Going | None:
        """How far it is; None where nothing is being read."""
        return self._going

    def _work(self) -> None:
        while True:
            with self._lock:
                files, self._waiting = self._waiting, []
                if not files:
                    self._going = None
                    return
                self._going = Going(0, len(files))
            try:
                self._read(files)
            except Exception:  # a thread has nobody to raise to: the page says that it failed, the log why
                log.exception("Uploads could not be taken in")
                with self._lock:
                    self._going = replace(self._going, failed=True)
                return

    def _read(self, files: Sequence[tuple[str, bytes]]) -> None:
        # A path by content keeps two uploads of one name apart, and makes the same file again a repetition.
        folder = self._settings.data.absolute() / "uploads"
        paths = []
        try:
            for name, content in files:
                path = folder / hashlib.sha256(content).hexdigest()[:16] / Path(name).name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                paths.append(path)
            ingest(paths, self._settings, on_progress=self._moved)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _moved(self, progress: Progress) -> None:
        name = Path(progress.file.path).name if progress.file else ""
        self._going = Going(progress.done, progress.count, name)
