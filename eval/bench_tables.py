"""Tables found and cut right in the PDFs of the ICDAR 2013 competition, beside other extractors.

The folder brings its own ``evaluate.py``, which scores a folder of predictions and runs the other extractors.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.reading.errors import ReadError
from ingest.reading.kind import read_file
from ingest.records.layout import Grid

_OTHERS = (("pdfplumber", "pdfplumber"), ("camelot_lattice", "camelot"), ("camelot_hybrid", "camelot"))


@dataclass(frozen=True, slots=True)
class TablesScore:
    """Precision, recall and F1 of neighbouring cells, as means over the documents; or why there are none."""

    name: str
    precision: float = 0.0
    recall: float = 0.0
    f1: float = 0.0
    fault: str | None = None


def score_tables(folder: Path, others: bool = True) -> Iterator[TablesScore]:
    """Our grids and those of the other extractors against the hand-made ones."""
    with tempfile.TemporaryDirectory(prefix="budget-icdar-") as place:
        ours = Path(place) / "ours"
        ours.mkdir()
        for file in sorted(folder.glob("competition-dataset-*/*.pdf")):
            (ours / f"{file.stem}.json").write_text(json.dumps(_predicted(file)), "utf-8")
        yield _scored("read", folder, ["score", str(ours)])
        for name, module in _OTHERS if others else ():
            if importlib.util.find_spec(module) is None:
                yield TablesScore(name, fault=f"{module} is not installed; the extra is called bench")
            else:
                yield _scored(name, folder, ["run", name, str(Path(place) / name)])


def _scored(name: str, folder: Path, arguments: list[str]) -> TablesScore:
    command = [sys.executable, str(folder / "evaluate.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return TablesScore(name, fault=(done.stderr.strip().splitlines() or ["failed"])[-1][:100])
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return TablesScore(name, told["doc_avg_P"], told["doc_avg_R"], told["doc_avg_F1"])


def _predicted(file: Path) -> list[dict[str, object]]:
    try:
        pages = read_file(file).pages
    except ReadError:
        return []
    return [{"page": page.number, "rows": rows_of(grid)} for page in pages for grid in page.grids]


def rows_of(grid: Grid) -> list[list[str]]:
    """The texts of a grid row by row; a merged cell's text stands in its first place."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text
    return rows
