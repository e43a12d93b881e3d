import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.pipeline import Progress
from ingest.settings import Settings
from ui.web import intake
from ui.web.intake import Intake


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(500):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("waited in vain")


def test_uploads_are_read_one_after_the_other_and_their_copies_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[list[str]] = []
    gate = {"open": False}

    def ingest(paths: list[Path], settings: Settings, on_progress: Callable[[Progress], None]) -> None:
        wait_until(lambda: gate["open"])
        read.append([f"{path.name}={path.read_text('utf-8')}" for path in paths])
        on_progress(Progress(1, len(paths), None))

    monkeypatch.setattr(intake, "ingest", ingest)
    taking = Intake(Settings(data=tmp_path))
    taking.begin([("a.pdf", b"1"), ("a.pdf", b"2")])
    taking.begin([("../../b.pdf", b"3")])
    going = taking.going()
    assert going is not None and not going.failed
    gate["open"] = True
    wait_until(lambda: taking.going() is None)
    assert [name for batch in read for name in batch] == ["a.pdf=1", "a.pdf=2", "b.pdf=3"]
    assert not (tmp_path / "uploads").exists()


def test_a_failing_program_is_told_and_the_next_upload_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(intake, "ingest", broken)
    taking = Intake(Settings(data=tmp_path))
    taking.begin([("a.pdf", b"1")])
    wait_until(lambda: (going := taking.going()) is not None and going.failed)
    monkeypatch.setattr(intake, "ingest", lambda *_, **__: None)
    taking.begin([("a.pdf", b"1")])
    wait_until(lambda: taking.going() is None)
