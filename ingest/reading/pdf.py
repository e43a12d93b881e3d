"""PDF files: characters and rulings through pdfplumber, turned into grids and lines page by page."""

import io
import logging
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from ingest.reading.content import drawn_on
from ingest.reading.errors import ReadError
from ingest.reading.marks import Char, Marks, Ruling, turned
from ingest.reading.page import page_of
from ingest.reading.picture import rewritten
from ingest.reading.rulings import dotted
from ingest.records.layout import Page, Reading
from ingest.wording.glyphs import characters

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

THIN = 3.0  # a filled rectangle thinner than this is a line, points
STAR, STAR_SIZE = "★", 1.8  # in the middle of a seal; times the size of most characters
ASLANT = 0.2  # of a character's width: how far its base line rises where it is written over the page


def read_pdf(source: Path | bytes, name: str | None = None) -> Reading:
    """Read a PDF file or its bytes page by page; raises ReadError where the file as a whole cannot be read."""
    name = name or (source.name if isinstance(source, Path) else "document.pdf")
    content = source.read_bytes() if isinstance(source, Path) else source
    if not content:
        raise ReadError("empty", file=name)
    warnings: tuple[str, ...] = ()
    try:
        pages = _pages(content)
    except ReadError:
        raise  # the time is up
    except Exception as error:  # a damaged file makes the library raise almost anything
        cause = error.args[0] if error.args else error
        if isinstance(cause, PDFPasswordIncorrect) or isinstance(error, PDFPasswordIncorrect):
            raise ReadError("encrypted", file=name) from error
        pages = _pages_of_damaged(content, name, type(cause).__name__)
        warnings = (f"damaged_file:{type(cause).__name__}",)
    if not pages:
        raise ReadError("broken", file=name, detail="no pages")
    return Reading(name, "pdf", tuple(pages), warnings)


def _pages(content: bytes) -> list[Page]:
    pages = []
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            pages.append(_page(number, page))
            page.close()
    return pages


def _pages_of_damaged(content: bytes, name: str, detail: str) -> list[Page]:
    """The pages of a file whose index is damaged, after it is written anew; raises ReadError where that fails."""
    mended = rewritten(content)
    if mended is None:
        raise ReadError("broken", file=name, detail=detail)
    try:
        return _pages(mended)
    except Exception as error:
        raise ReadError("broken", file=name, detail=detail) from error


def _page(number: int, page: Any) -> Page:
    try:
        marks, quarter_turns = _marks(page)
    except ReadError:
        raise  # the time is up: that is no fault of this page
    except Exception as error:  # one bad page must not cost the others; pdfminer raises almost anything here
        return Page(number, 0.0, 0.0, fault=f"page_fault:{type(error).__name__}")
    return page_of(number, turned(marks, quarter_turns), quarter_turns)


def _marks(page: Any) -> tuple[Marks, int]:
    """The marks of a page, and how often it must be turned clockwise for most of its text to stand upright."""
    x_off, y_off, right, bottom = _shown(page)
    width, height = float(right - x_off), float(bottom - y_off)
    drawn = drawn_on(page)
    chars: list[Char] = []
    turns: Counter[int] = Counter()
    for c in _without_watermark(drawn["char"]):
        text = c["text"]
        if text.startswith("(cid:"):
            text = "\ufffd"
        x0, top, x1, low = c["x0"] - x_off, c["top"] - y_off, c["x1"] - x_off, c["bottom"] - y_off
        outside = x1 < 0 or x0 > width or low < 0 or top > height
        if outside and not (chars and _goes_on(chars[-1], x0, top, low)):
            continue  # unless it is the rest of a number that the page's edge cuts
        if not c["upright"] and not text.isspace():
            a, b, _, _, _, _ = c["matrix"]
            turns[1 if b > abs(a) else 3 if -b > abs(a) else 2 if a < 0 else 0] += 1
        else:
            turns[0] += 1
        chars.append(Char(characters(text), x0, top, x1, low, c["size"], "bold" in c["fontname"].lower()))
    rulings = [
        Ruling(
            r.horizontal,
            r.at - (y_off if r.horizontal else x_off),
            r.low - (x_off if r.horizontal else y_off),
            r.high - (x_off if r.horizontal else y_off),
        )
        for r in _rulings(drawn)
    ]
    pictures = sum(max(0.0, i["width"]) * max(0.0, i["height"]) for i in drawn["image"]) / max(width * height, 1.0)
    turn = turns.most_common(1)[0][0] if turns else 0
    tints = tuple(
        (r["x0"] - x_off, r["top"] - y_off, r["x1"] - x_off, r["bottom"] - y_off)
        for r in drawn["rect"]
        if r.get("fill") and r["bottom"] - r["top"] > THIN
    )
    return Marks(width, height, chars, rulings, min(pictures, 1.0), tints), turn


def _without_watermark(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The characters without those laid over the others, which are no part of any row or sentence.

    They are written aslant, or the star of a red seal, far larger than the amounts that it covers.
    """
    level = [c for c in chars if not _is_aslant(c)]
    level = level if 2 * len(level) > len(chars) else chars
    usual = Counter(c["size"] for c in level if c["text"] != STAR).most_common(1)
    return [c for c in level if c["text"] != STAR or not usual or c["size"] < STAR_SIZE * usual[0][0]]


def _is_aslant(char: dict[str, Any]) -> bool:
    """Whether a character stands neither level nor upright; one of a crooked scan hardly leans."""
    a, b = abs(char["matrix"][0]), abs(char["matrix"][1])
    return bool(min(a, b) > ASLANT * max(a, b))


def _goes_on(last: Char, x0: float, top: float, low: float) -> bool:
    along = abs(top - last.top) < 1 and abs(x0 - last.x1) < 1
    return along or (abs(x0 - last.x0) < 1 and (abs(top - last.bottom) < 1 or abs(low - last.top) < 1))


def _shown(page: Any) -> tuple[float, float, float, float]:
    """The part of the page that viewers show: its crop box inside its media box."""
    left, top, right, bottom = page.mediabox
    crop = page.cropbox
    box = (max(left, crop[0]), max(top, crop[1]), min(right, crop[2]), min(bottom, crop[3]))
    return box if box[2] - box[0] > 10 and box[3] - box[1] > 10 else (left, top, right, bottom)


def _rulings(drawn: dict[str, list[dict[str, Any]]]) -> Iterator[Ruling]:
    yield from dotted([(r["x0"], r["top"], r["x1"], r["bottom"]) for r in drawn["rect"]])
    for line in drawn["line"]:
        yield from _straight(line["x0"], line["top"], line["x1"], line["bottom"])
    for shape in (*drawn["rect"], *drawn["curve"]):
        x0, x1, top, bottom = shape["x0"], shape["x1"], shape["top"], shape["bottom"]
        stroked = bool(shape.get("stroke"))
        if bottom - top <= THIN or x1 - x0 <= THIN:
            # Spreadsheet printers draw a line as a thin filled shape.
            if x1 - x0 >= bottom - top:
                yield Ruling(True, (top + bottom) / 2, x0, x1)
            else:
                yield Ruling(False, (x0 + x1) / 2, top, bottom)
        elif stroked and shape["object_type"] == "rect":
            yield Ruling(True, top, x0, x1)
            yield Ruling(True, bottom, x0, x1)
            yield Ruling(False, x0, top, bottom)
            yield Ruling(False, x1, top, bottom)
        elif stroked:
            points = shape["pts"]
            for (xa, ya), (xb, yb) in pairwise(points):
                yield from _straight(xa, ya, xb, yb)


def _straight(xa: float, ya: float, xb: float, yb: float) -> Iterator[Ruling]:
    if abs(ya - yb) <= 1.0 and abs(xa - xb) > 1.0:
        yield Ruling(True, (ya + yb) / 2, min(xa, xb), max(xa, xb))
    elif abs(xa - xb) <= 1.0 and abs(ya - yb) > 1.0:
        yield Ruling(False, (xa + xb) / 2, min(ya, yb), max(ya, yb))
