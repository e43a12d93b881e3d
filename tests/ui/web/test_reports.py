from pathlib import Path

import pytest

from assistant.question import Question
from tests.ui.fakes import FakeAssistant
from ui.web import reports
from ui.web.session import Turn


def turn() -> Turn:
    return Turn(1, "平台", FakeAssistant().ask(Question("平台")), 0.1)


def test_reports_come_newest_first_and_damaged_lines_are_left_out(tmp_path: Path) -> None:
    assert reports.kept(tmp_path) == ()
    reports.keep(tmp_path, turn(), "一" * 2000, "v1")
    (tmp_path / reports.NAME).open("a", encoding="utf-8").write("{broken\n")
    reports.keep(tmp_path, turn(), "二", "v1")
    newest, oldest = reports.kept(tmp_path)
    assert newest.remark == "二" and len(oldest.remark) == reports.LONGEST
    assert newest.answer["figures"][0]["value"] == "1266.19"


def test_full_file_takes_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "LARGEST", 10)
    assert reports.keep(tmp_path, turn(), "一", "v1")
    assert not reports.keep(tmp_path, turn(), "二", "v1")
