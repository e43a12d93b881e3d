"""``python -m eval.bench [PDF...]``: reading and asking measured beside bare tools; the ratios are what to watch."""

import argparse
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from eval.bench_questions import time_questions
from eval.bench_reading import time_reading
from eval.bench_tables import score_tables
from ingest.settings import Settings

SAMPLES = Path("samples/documents")
YARDSTICKS = Path(os.environ.get("BUDGET_YARDSTICKS") or "../shared/yardsticks")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures the given PDF files and those of given folders, or the shipped samples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="PDF files and folders (default: the shipped samples)")
    parser.add_argument("--repeats", type=int, default=1, help="the best of so many runs is kept")
    parser.add_argument("--ours-only", action="store_true", help="leave out camelot, tabula and PyMuPDF")
    chosen = parser.parse_args(arguments)
    given = [sorted(path.glob("*.pdf")) if path.is_dir() else [path] for path in chosen.files or [SAMPLES]]
    files = [file for some in given for file in some]
    others = not chosen.ours_only
    with tempfile.TemporaryDirectory(prefix="budget-bench-") as folder:
        _reading(files, Path(folder), chosen.repeats, others)
        _questions(Settings(data=Path(folder)))
    _tables(YARDSTICKS / "icdar2013", others)


def _reading(files: Sequence[Path], data: Path, repeats: int, others: bool) -> None:
    print(f"{len(files)} files, {os.cpu_count()} cores; ratio: time over that of bare pdfplumber")
    print(f"{'':<26}{'seconds':>9}{'a page':>9}{'ratio':>7}{'tables':>8}{'memory':>9}")
    for each in time_reading(files, data, repeats, others):
        if each.fault is not None:
            print(f"{each.name:<26}  {each.fault}", flush=True)
            continue
        memory = "" if each.megabytes is None else f"{each.megabytes:.0f} MB"
        print(
            f"{each.name:<26}{each.seconds:>9.2f}{each.seconds / each.pages:>9.3f}{each.ratio:>7.2f}{each.found:>8}"
            f"{memory:>9}",
            flush=True,
        )


def _questions(settings: Settings) -> None:
    asked = time_questions(settings)
    memory = "" if asked.cold.megabytes is None else f", {asked.cold.megabytes:.0f} MB"
    print(f"\n{asked.questions} questions{'':<13}{'median':>9}{'95 of 100':>11}")
    for name, times in (("answer, warm", asked.answers), ("bare SQL", asked.sql)):
        print(f"{name:<26}{times.median:>6.2f} ms{times.p95:>8.2f} ms")
    slower = asked.answers.median / asked.sql.median, asked.answers.p95 / asked.sql.p95
    print(f"{'ratio':<26}{slower[0]:>9.1f}{slower[1]:>11.1f}")
    print(f"first in a process {asked.first:.0f} ms; a cold process {asked.cold.seconds:.2f} s{memory}", flush=True)


def _tables(folder: Path, others: bool) -> None:
    if not (folder / "evaluate.py").is_file():
        print(f"\nICDAR 2013: {folder} is not there; BUDGET_YARDSTICKS names the folder it is in")
        return
    print(f"\n{'ICDAR 2013, mean':<26}{'precision':>10}{'recall':>8}{'F1':>8}")
    for each in score_tables(folder, others):
        if each.fault is not None:
            print(f"{each.name:<26}  {each.fault}", flush=True)
        else:
            print(f"{each.name:<26}{each.precision:>10.3f}{each.recall:>8.3f}{each.f1:>8.3f}", flush=True)


if __name__ == "__main__":
    main()
