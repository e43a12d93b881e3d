"""Time of reading a PDF into records, beside other table extractors on the same pages in the same process."""

import importlib.util
import logging
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

# Reads the tables of a PDF and says how many it found.
Extract = Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds that one way took over all files, the tables it found, its time over that of the bare extraction."""

    name: str
    seconds: float
    pages: int
    found: int
    ratio: float


def time_reading(files: Sequence[Path], repeats: int = 1, others: bool = True) -> tuple[Timing, ...]:
    """Every way of reading over the same PDFs, the best of ``repeats``; the bare pdfplumber extraction first."""
    logging.disable(logging.WARNING)
    ways: list[tuple[str, Extract]] = [
        ("pdfplumber extract_tables", _bare),
        ("read", _read),
        ("read and parse", _parse),
        ("read, parse and store", _stored),
    ]
    if others:
        ways += [(name, way) for name, module, way in _OTHERS if importlib.util.find_spec(module)]
    pages = sum(map(_pages, files))
    timings: list[Timing] = []
    for name, way in ways:
        seconds, found = min((_timed(way, files) for _ in range(repeats)), key=lambda each: each[0])
        bare = timings[0].seconds if timings else seconds
        timings.append(Timing(name, seconds, pages, found, seconds / bare))
    return tuple(timings)


def _timed(way: Extract, files: Sequence[Path]) -> tuple[float, int]:
    start = time.perf_counter()
    found = sum(way(file) for file in files)
    return time.perf_counter() - start, found


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


def _stored(file: Path) -> int:
    from ingest.pipeline import ingest
    from ingest.settings import Settings

    with tempfile.TemporaryDirectory(prefix="budget-bench-") as folder:
        report = ingest([file], Settings(data=Path(folder)), jobs=0, vectors=False)
    return report.total("tables")


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
