"""Scanned pages and images: characters through rapidocr (its models are in its wheel), rulings from the picture.

What is recognised becomes the same marks a PDF page is drawn with, so that one reader finds the tables of both.
"""

import contextlib
import io
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

from ingest.reading.errors import ReadError
from ingest.reading.marks import Char, Marks, Ruling
from ingest.reading.picture import page_bitmap
from ingest.reading.picture_lines import blank_rulings, page_gray, rulings_in, straightened
from ingest.records.layout import Box, Cell, Line, Page, Reading

DOTS_PER_INCH = 200  # what the recognition models were trained near; finer pictures cost time, coarser ones digits
POINTS_PER_INCH = 72
SHORTEST_SIDE = 8  # pixels; smaller finds are specks
SURELY_UPRIGHT = 0.9  # lines standing on their heads read far below this score
LEAST_SCORE = 0.3  # a find below this is noise of the paper, not a character

_Printed = TypeVar("_Printed", Cell, Line)


@dataclass(frozen=True, slots=True)
class _Find:
    """A run of recognised text, in pixels of the upright picture."""

    text: str
    box: Box
    score: float


def read_image(content: bytes, name: str) -> Reading:
    """An image file, every frame a page; raises ReadError where it cannot be opened."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    pages = []
    try:
        image = Image.open(io.BytesIO(content))
        for number, frame in enumerate(ImageSequence.Iterator(image), 1):
            dots = frame.info.get("dpi", (0, 0))[0] or _likely_dots(frame.size)
            points = POINTS_PER_INCH / float(dots)
            width, height = frame.width * points, frame.height * points
            scale = DOTS_PER_INCH / float(dots)
            drawn = frame.convert("RGB").resize((round(frame.width * scale), round(frame.height * scale)))
            pages.append(read_picture(drawn, number, width, height))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError) as fault:
        raise ReadError("broken", file=name, detail=str(fault)) from fault
    return Reading(name, "image", tuple(pages))


def with_scanned_pages(reading: Reading, content: bytes) -> Reading:
    """A PDF reading with its scanned pages recognised; a page that fails says so and the others go on."""
    pages = []
    for page in reading.pages:
        if page.scanned and not page.grids and not page.lines:
            try:
                picture = page_bitmap(content, page.number, DOTS_PER_INCH / POINTS_PER_INCH)
                page = read_picture(picture, page.number, *page.displayed_size)
            except Exception as fault:  # whatever the recognition trips over, the other pages are read
                page = replace(page, fault=f"unrecognised:{type(fault).__name__}")
        pages.append(page)
    return replace(reading, pages=tuple(pages))


def read_picture(picture: Any, number: int, width: float, height: float) -> Page:
    """One page from its picture (a Pillow image); ``width`` and ``height`` are its size in points as displayed."""
    import numpy

    from ingest.reading.page import page_of

    gray = page_gray(numpy.asarray(picture))
    turns, boxes = _upright(gray)
    upright = numpy.ascontiguousarray(numpy.rot90(gray, -turns))
    upright, tilt = straightened(upright)
    if turns or tilt:
        boxes = _detect(upright)
    scale = (width if turns % 2 == 0 else height) / upright.shape[1]  # points a pixel
    flat, tall = rulings_in(upright, boxes)
    finds = _recognise(blank_rulings(upright, flat, tall), _split(boxes, tall))
    marks = Marks(
        upright.shape[1] * scale,
        upright.shape[0] * scale,
        [char for find in finds for char in _chars(find, scale)],
        [Ruling(True, at * scale, low * scale, high * scale) for at, low, high in flat]
        + [Ruling(False, at * scale, low * scale, high * scale) for at, low, high in tall],
        0.0,
    )
    # The picture was turned clockwise by ``turns`` quarters to stand upright.
    page = page_of(number, marks, turns)
    placed = [(_points(find.box, scale), find.score) for find in finds]
    return replace(
        page,
        scanned=True,
        grids=tuple(replace(grid, cells=tuple(_sure(cell, placed) for cell in grid.cells)) for grid in page.grids),
        lines=tuple(_sure(line, placed) for line in page.lines),
    )


@cache
def _engine() -> Any:
    import rapidocr

    with contextlib.redirect_stdout(io.StringIO()):
        return rapidocr.RapidOCR(params={"Global.log_level": "critical", "Global.max_side_len": 2000})


def _detect(gray: Any) -> list[Box]:
    import numpy

    found = _engine()(_colour(gray), use_det=True, use_cls=False, use_rec=False)
    if found.boxes is None:
        return []
    boxes = []
    for corners in numpy.asarray(found.boxes):
        x0, y0 = corners.min(axis=0)
        x1, y1 = corners.max(axis=0)
        if min(x1 - x0, y1 - y0) >= SHORTEST_SIDE:
            boxes.append((float(x0), float(y0), float(x1), float(y1)))
    return sorted(boxes, key=lambda box: (box[1], box[0]))


def _upright(gray: Any) -> tuple[int, list[Box]]:
    """Quarter turns clockwise that make the text stand upright, and the text boxes as the picture lies.

    Lines of text are longer than high; of the two ways left, the one that reads with the higher score is right.
    """
    import numpy

    boxes = _detect(gray)
    if not boxes:
        return 0, boxes
    standing = sum(1 for x0, y0, x1, y1 in boxes if y1 - y0 > 1.5 * (x1 - x0))
    lying = sum(1 for x0, y0, x1, y1 in boxes if x1 - x0 > 1.5 * (y1 - y0))
    sample = sorted(boxes, key=lambda box: -(box[2] - box[0]) * (box[3] - box[1]))[:4]
    scores: dict[int, float] = {}
    for turns in (1, 3) if standing > lying else (0, 2):
        crops = [numpy.ascontiguousarray(numpy.rot90(_crop(gray, box), -turns)) for box in sample]
        scores[turns] = sum(score for _, score in _read(crops)) / len(sample)
        if scores[turns] >= SURELY_UPRIGHT:
            break
    return max(scores, key=lambda turns: (scores[turns], -turns)), boxes


def _split(boxes: list[Box], tall: list[tuple[float, float, float]]) -> list[Box]:
    """Boxes cut at the upright rulings that cross them: detection runs over thin cell borders."""
    parts = []
    for x0, y0, x1, y1 in boxes:
        middle, margin = (y0 + y1) / 2, (y1 - y0) * 0.3
        cuts = sorted(at for at, low, high in tall if low <= middle <= high and x0 + margin < at < x1 - margin)
        edges = [x0, *cuts, x1]
        parts += [(a, y0, b, y1) for a, b in pairwise(edges) if b - a >= SHORTEST_SIDE]
    return parts


def _recognise(gray: Any, boxes: list[Box]) -> list[_Find]:
    texts = _read([_crop(gray, box) for box in boxes])
    return [
        _Find(text, box, score)
        for box, (text, score) in zip(boxes, texts, strict=True)
        if text.strip() and score >= LEAST_SCORE
    ]


def _read(crops: list[Any]) -> list[tuple[str, float]]:
    if not crops:
        return []
    read = _engine().recognize_txt([_colour(crop) for crop in crops])
    return [(str(text), float(score)) for text, score in zip(read.txts, read.scores, strict=True)]


def _crop(gray: Any, box: Box) -> Any:
    height, width = gray.shape[:2]
    x0, y0, x1, y1 = box
    return gray[max(int(y0) - 1, 0) : min(int(y1) + 2, height), max(int(x0) - 1, 0) : min(int(x1) + 2, width)]


def _colour(gray: Any) -> Any:
    import numpy

    return numpy.ascontiguousarray(numpy.stack([gray] * 3, axis=-1))


def _chars(find: _Find, scale: float) -> list[Char]:
    """The characters of a find, spread over its box by their usual widths (half for Latin, full for Chinese)."""
    x0, top, x1, bottom = (value * scale for value in find.box)
    widths = [0.5 if character.isascii() else 1.0 for character in find.text]
    step = (x1 - x0) / sum(widths)
    chars = []
    for character, share in zip(find.text, widths, strict=True):
        chars.append(Char(character, x0, top, x0 + share * step, bottom, (bottom - top) * 0.8, False))
        x0 += share * step
    return chars


def _points(box: Box, scale: float) -> Box:
    x0, top, x1, bottom = box
    return (x0 * scale, top * scale, x1 * scale, bottom * scale)


def _sure(printed: _Printed, finds: list[tuple[Box, float]]) -> _Printed:
    """The cell or line with the lowest score of the text in it."""
    if printed.box is None or not printed.text.strip():
        return printed
    x0, top, x1, bottom = printed.box
    scores = [
        score
        for (a, b, c, d), score in finds
        if x0 - 1 <= (a + c) / 2 <= x1 + 1 and top - 1 <= (b + d) / 2 <= bottom + 1
    ]
    return replace(printed, confidence=min(scores)) if scores else printed


def _likely_dots(size: tuple[int, int]) -> float:
    """Dots an inch of an image that does not say: taken for a page of A4, whose long side is 11.7 inches."""
    return max(max(size) / 11.7, 1.0)
