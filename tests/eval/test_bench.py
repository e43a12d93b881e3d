"""What the measuring programs count and how; the times themselves are no test's business."""

import subprocess
import sys
from pathlib import Path

import pytest

from eval.bench_process import run
from eval.bench_questions import Times, time_questions, times_of
from eval.bench_tables import rows_of, score_tables
from ingest.records.layout import Cell, Grid
from ingest.settings import Settings


def test_the_middle_and_the_slow_ones() -> None:
    assert times_of([4.0, 1.0, 3.0, 2.0]) == Times(2.5, 4.0)
    assert times_of([float(n) for n in range(1, 101)]) == Times(50.5, 95.0)


def test_a_process_is_timed_with_its_children() -> None:
    child = "import time; held = bytearray(64 * 2**20); time.sleep(0.5)"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}]); print('done')"
    done = run([sys.executable, "-c", program])
    assert done.output == "done\n" and done.seconds > 0.5
    assert done.megabytes is None or done.megabytes > 64


def test_a_process_that_fails_is_no_measurement() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        run([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_grid_as_rows_of_texts() -> None:
    cells = (Cell(0, 0, "项目", None, 1, 2), Cell(1, 0, "运维", None), Cell(1, 1, "3", None))
    assert rows_of(Grid(1, None, 2, 2, cells)) == [["项目", ""], ["运维", "3"]]


def test_a_store_without_figures_cannot_be_asked(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no figures"):
        time_questions(Settings(data=tmp_path))


def test_what_the_scorer_says_is_passed_on(tmp_path: Path) -> None:
    told = '{"doc_avg_P": 0.5, "doc_avg_R": 0.25, "doc_avg_F1": 0.3333}'
    (tmp_path / "evaluate.py").write_text(f"print({told!r})", "utf-8")
    assert [(s.name, s.precision, s.recall, s.f1) for s in score_tables(tmp_path, others=False)] == [
        ("read", 0.5, 0.25, 0.3333)
    ]
    (tmp_path / "evaluate.py").write_text("raise SystemExit('no such folder')", "utf-8")
    assert [s.fault for s in score_tables(tmp_path, others=False)] == ["no such folder"]
