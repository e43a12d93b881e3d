"""``python -m eval.bench [PDF...]``: reading and asking measured beside bare tools; the ratios are what to watch."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from eval.bench_questions import time_questions
from eval.bench_reading import time_reading
from ingest.pipeline import ingest
from ingest.settings import Settings

SAMPLES = Path("samples/documents")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures the given PDF files, or the shipped samples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="PDF files (default: the shipped samples)")
    parser.add_argument("--repeats", type=int, default=1, help="the best of so many runs is kept")
    parser.add_argument("--ours-only", action="store_true", help="leave out camelot, tabula and PyMuPDF")
    chosen = parser.parse_args(arguments)
    files = chosen.files or sorted(SAMPLES.glob("*.pdf"))
    print(f"{'reading':<26}{'seconds':>9}{'a page':>9}{'tables':>8}{'ratio':>7}")
    for each in time_reading(files, chosen.repeats, not chosen.ours_only):
        print(
            f"{each.name:<26}{each.seconds:>9.2f}{each.seconds / each.pages:>9.3f}{each.found:>8}{each.ratio:>7.2f}",
            flush=True,
        )
    with tempfile.TemporaryDirectory(prefix="budget-bench-") as folder:
        settings = Settings(data=Path(folder))
        report = ingest(files, settings, jobs=2)
        print(
            f"\ningest, 2 processes: {report.seconds:.1f} s for {len(files)} files, "
            f"{report.seconds_per_document:.2f} s a document; "
            f"of it {report.vector_seconds:.1f} s for {report.vectors} embedded passages"
        )
        asked = time_questions(settings)
    print(
        f"\nquestions: {asked.questions}; a cold process {asked.cold / 1000:.2f} s, first {asked.first:.0f} ms, "
        f"then {asked.median:.1f} ms at the middle; the bare SQL {asked.sql:.2f} ms; ratio {asked.ratio:.1f}"
    )


if __name__ == "__main__":
    main()
