"""Pictures of pages, for showing where a figure is printed; pypdfium2 draws PDF pages, Pillow opens image files."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.records.layout import Box

PDF_MAGIC = b"%PDF-"
DRAWN_AT_MOST = 4000  # pixels of the longer side; a poster-sized page must not take the memory of the machine

FRAME_RED = (196, 33, 27)
FRAME_WIDE = 1.6  # points


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of a part of a page; ``part`` is that part and ``page_size`` the whole page, in points as displayed."""

    png: bytes
    part: Box
    page_size: tuple[float, float]


class NoPicture(ValueError):
    """The file has no pages to draw, or not this one; the text says why."""


def page_picture(file: Path, page: int, scale: float = 2.0, part: Box | None = None) -> Picture:
    """Draw a page (counted from 1) or the part of it in a box of points, ``scale`` pixels a point.

    Raises NoPicture where the file is neither PDF nor image, cannot be opened, or lacks the page.
    """
    with file.open("rb") as opened:
        is_pdf = PDF_MAGIC in opened.read(1024)
    return _pdf_picture(file, page, scale, part) if is_pdf else _image_picture(file, page, part)


def framed(picture: Picture, box: Box) -> bytes:
    """The picture as PNG with a place framed in red, for those who cannot lay a frame over it."""
    from PIL import Image, ImageDraw

    image = Image.open(io.BytesIO(picture.png)).convert("RGB")
    left, top, right, bottom = picture.part
    across, down = image.width / (right - left), image.height / (bottom - top)
    corners = ((box[0] - left) * across, (box[1] - top) * down, (box[2] - left) * across, (box[3] - top) * down)
    wide = max(2, round(across * FRAME_WIDE))
    ImageDraw.Draw(image).rectangle(
        (*(edge - wide for edge in corners[:2]), *(edge + wide for edge in corners[2:])), None, FRAME_RED, wide
    )
    written = io.BytesIO()
    image.save(written, "PNG")  # a palette of 64 would lose the thin red line
    return written.getvalue()


def rewritten(content: bytes) -> bytes | None:
    """A damaged PDF written anew by a library that forgives more; None where it cannot open the file either."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        if len(document) == 0:
            return None
        written = io.BytesIO()
        document.save(written)
    except pypdfium2.PdfiumError:
        return None
    return written.getvalue()


def _pdf_picture(file: Path, page: int, scale: float, part: Box | None) -> Picture:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as fault:
        raise NoPicture(str(fault)) from fault
    try:
        if not 1 <= page <= len(document):
            raise NoPicture(f"page {page} of {len(document)}")
        sheet = document[page - 1]
        width, height = sheet.get_size()
        left, top, right, bottom = _within(part, width, height)
        scale = min(scale, DRAWN_AT_MOST / max(right - left, bottom - top))
        drawn = sheet.render(scale=scale, crop=(left, height - bottom, width - right, top))
        return Picture(_png(drawn.to_pil()), (left, top, right, bottom), (width, height))
    finally:
        document.close()


def _image_picture(file: Path, page: int, part: Box | None) -> Picture:
    from PIL import Image, ImageSequence, UnidentifiedImageError

    try:
        image = Image.open(file)
    except (UnidentifiedImageError, OSError) as fault:
        raise NoPicture(str(fault)) from fault
    with image:
        frames = getattr(image, "n_frames", 1)
        if not 1 <= page <= frames:
            raise NoPicture(f"page {page} of {frames}")
        frame = next(found for number, found in enumerate(ImageSequence.Iterator(image), 1) if number == page)
        width, height = frame.size
        left, top, right, bottom = _within(part, width, height)
        cut = frame.convert("RGB").crop((int(left), int(top), int(right), int(bottom)))
        cut.thumbnail((DRAWN_AT_MOST, DRAWN_AT_MOST))
        return Picture(_png(cut), (left, top, right, bottom), (float(width), float(height)))


def _within(part: Box | None, width: float, height: float) -> Box:
    """The part cut to the page, at least a point wide and high."""
    if part is None:
        return (0.0, 0.0, width, height)
    left, top = min(max(part[0], 0.0), width - 1), min(max(part[1], 0.0), height - 1)
    return (left, top, max(min(part[2], width), left + 1), max(min(part[3], height), top + 1))


def _png(image: Any) -> bytes:
    """A small PNG: printed pages have few colours, so a palette of 64 halves the bytes without a visible change."""
    written = io.BytesIO()
    image.convert("RGB").quantize(64).save(written, "PNG", optimize=False)
    return written.getvalue()


def page_bitmap(content: bytes, page: int, scale: float) -> Any:
    """A PDF page (counted from 1) as a Pillow image, ``scale`` pixels a point; raises NoPicture where it cannot."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        raise NoPicture(str(fault)) from fault
    try:
        sheet = document[page - 1]
        longest = max(sheet.get_size())
        return sheet.render(scale=min(scale, DRAWN_AT_MOST / longest)).to_pil().convert("RGB")
    finally:
        document.close()
