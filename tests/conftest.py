"""What every test may ask for: the folders of real documents and question sets that live beside the repository."""

import os
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from ingest.settings import Settings

ROOT = Path(__file__).resolve().parents[1]


def _folder(variable: str, beside: str) -> Path:
    """The folder named by an environment variable, else the one beside the repository; skips where it is absent.

    On CI (``CI`` is set) an absent folder fails the test: a green run there means that the real documents were read.
    """
    named = os.environ.get(variable)
    folder = Path(named) if named else ROOT.parent / beside
    if folder.is_dir():
        return folder
    reason = f"{folder} is not there: set {variable} to the folder."
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real published documents: ``BUDGET_CORPUS``, else ../shared/corpus."""
    return _folder("BUDGET_CORPUS", "shared/corpus")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder that holds corpus, questions and yardsticks: ``BUDGET_SHARED``, else ../shared."""
    return _folder("BUDGET_SHARED", "shared")


@pytest.fixture(scope="session")
def samples() -> Path:
    """The documents that ship with the project."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def corpus_settings(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a store into which every document at the top of the corpus was read, once a session."""
    settings = Settings(data=tmp_path_factory.mktemp("corpus"))
    files = [file for file in sorted(corpus.iterdir()) if file.suffix in (".pdf", ".txt")]
    report = ingest(files, settings, jobs=2)
    assert not report.failed, [(file.path, file.reason) for file in report.failed]
    return settings
