"""The shipped samples from end to end: every document is read, every question on them asked."""

from pathlib import Path

import pytest

from eval.report import as_text
from eval.run import run_sets
from eval.scores import score
from ingest.pipeline import ingest
from ingest.settings import Settings

SET = Path(__file__).resolve().parents[1] / "eval" / "sets" / "samples.jsonl"
RIGHT_AT_LEAST = 0.94
WRONG_FIGURES_AT_MOST = 0


@pytest.fixture(scope="module")
def settings(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(data=tmp_path_factory.mktemp("samples"))
    report = ingest([samples / "documents"], settings, jobs=2)
    assert not report.failed and report.vector_fault is None
    assert len(report.files) == 8
    return settings


def test_a_second_run_does_nothing(settings: Settings, samples: Path) -> None:
    report = ingest([samples / "documents"], settings, jobs=2)
    assert {str(file.outcome) for file in report.files} == {"unchanged"}
    assert report.vectors == 0


def test_questions(settings: Settings) -> None:
    run = run_sets([SET], settings)
    reached = score("samples", run.results)
    print(f"{reached.right} of {reached.cases} right, {reached.wrong_figures} wrong figures")
    assert reached.share >= RIGHT_AT_LEAST, as_text(run, None, "en")
    assert reached.wrong_figures <= WRONG_FIGURES_AT_MOST, as_text(run, None, "en")
