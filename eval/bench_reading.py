"""Time of reading PDF files into records, beside other table extractors on the same pages."""

import importlib.util
import json
import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.bench_process import run

# Reads the tables of a PDF and says how many it found.
Extract = Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that one way took over all files, the tables it found, its time over that of the bare extraction.

    ``fault`` says why a way could not be measured; then the numbers are zero. ``megabytes`` is known of whole runs.
    """

    name: str
    seconds: float = 0.0
    pages: int = 0
    found: int = 0
    ratio: float = 0.0
    megabytes: float | None = None
    fault: str | None = None


def time_reading(files: Sequence[Path], data: Path, repeats: int = 1, others: bool = True) -> Iterator[Timing]:
    """Every way over the same PDFs, the best of ``repeats``: bare pdfplumber first, then ours, then other tools.

    What is ingested with embeddings stays in the folder ``data``.
    """
    logging.disable(logging.WARNING)
    pages = sum(map(_pages, files))
    bare = _best("pdfplumber extract_tables", _bare, files, pages, repeats, None)
    yield bare
    yield _best("read", _read, files, pages, repeats, bare)
    yield _best("read and parse", _parse, files, pages, repeats, bare)
    yield _ingested("ingest, no embeddings", files, data / "plain", pages, bare, "none")
    yield _ingested("ingest", files, data, pages, bare, None)
    for name, module, way in _OTHERS if others else ():
        if importlib.util.find_spec(module) is None:
            yield Timing(name, fault=f"{module} is not installed; the extra is called bench")
            continue
        try:
            yield _best(name, way, files, pages, repeats, bare)
        except Exception as error:  # another tool's trouble with a file must not end the comparison
            yield Timing(name, fault=f"{type(error).__name__}: {error}".splitlines()[0][:100])


def _best(name: str, way: Extract, files: Sequence[Path], pages: int, repeats: int, bare: Timing | None) -> Timing:
    seconds, found = min((_timed(way, files) for _ in range(repeats)), key=lambda each: each[0])
    return Timing(name, seconds, pages, found, 1.0 if bare is None else seconds / bare.seconds)


def _timed(way: Extract, files: Sequence[Path]) -> tuple[float, int]:
    start = time.perf_counter()
    found = sum(way(file) for file in files)
    return time.perf_counter() - start, found


def _ingested(name: str, files: Sequence[Path], data: Path, pages: int, bare: Timing, embedding: str | None) -> Timing:
    """A whole run of the command line: processes, imports and stores are in it."""
    choice = () if embedding is None else ("env", f"BUDGET_EMBEDDING={embedding}")
    command = (*choice, sys.executable, "-m", "ui", "ingest", *map(str, files), "--data", str(data), "--json")
    done = run(command)
    report = json.loads(done.output)
    return Timing(name, done.seconds, pages, report["tables"], done.seconds / bare.seconds, done.megabytes)


def _pages(file: Path) -> int:
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        return len(pdf.pages)


def _bare(file: Path) -> int:
    import pdfplumber

    found = 0
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            found += len(page.extract_tables())
            page.close()
    return found


def _read(file: Path) -> int:
    from ingest.reading.kind import read_file

    return sum(len(page.grids) for page in read_file(file).pages)


def _parse(file: Path) -> int:
    from ingest.parse import parse
    from ingest.reading.kind import read_file

    return len(parse(read_file(file), "0" * 16).tables)


def _camelot(file: Path) -> int:
    import camelot

    return len(camelot.read_pdf(str(file), pages="all", flavor="lattice"))


def _tabula(file: Path) -> int:
    import tabula

    return len(tabula.read_pdf(str(file), pages="all", silent=True))


def _pymupdf(file: Path) -> int:
    import pymupdf

    with pymupdf.open(file) as pdf:
        return sum(len(page.find_tables().tables) for page in pdf)


_OTHERS: tuple[tuple[str, str, Extract], ...] = (
    ("camelot lattice", "camelot", _camelot),
    ("tabula", "tabula", _tabula),
    ("PyMuPDF find_tables", "pymupdf", _pymupdf),
)
