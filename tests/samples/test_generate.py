"""The committed samples are what the generator writes."""

from pathlib import Path

import pytest

pytest.importorskip("reportlab")

from samples.fonts import FontMissing, font_path
from samples.generate import DOCUMENTS, SIZE_LIMIT, WRITERS, generate


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
def test_the_same_bytes_again(name: str, again: Path) -> None:
    assert (again / name).read_bytes() == (DOCUMENTS / name).read_bytes()


def test_the_same_truth_again(again: Path) -> None:
    assert (again.parent / "truth.json").read_bytes() == (DOCUMENTS.parent / "truth.json").read_bytes()


def test_only_generated_documents_ship_and_they_are_small() -> None:
    files = sorted(path.name for path in DOCUMENTS.iterdir())
    assert files == sorted(WRITERS)
    assert sum(path.stat().st_size for path in DOCUMENTS.iterdir()) < SIZE_LIMIT
