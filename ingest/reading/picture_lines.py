"""Ruling lines in a picture of a page, through OpenCV: found, and wiped out before characters are recognised."""

from typing import Any

from ingest.records.layout import Box

Stroke = tuple[float, float, float]  # at, low, high in pixels

SHORTEST_LINE = 40  # pixels at 200 dots an inch, about 5 mm: longer than any stroke of a character
THICKEST_LINE = 9  # pixels
MOST_TILT = 5.0  # degrees; a page lying more askew is turned, not tilted
LEAST_TILT = 0.15  # degrees, below which straightening only blurs


def page_gray(picture: Any) -> Any:
    """The picture in shades of gray in which red ink (the seal on an official page) is as light as paper."""
    return picture[:, :, 0].copy() if picture.ndim == 3 else picture


def straightened(gray: Any) -> tuple[Any, float]:
    """The picture turned by the small angle its long lines stand askew, and that angle in degrees."""
    import cv2
    import numpy

    height, width = gray.shape
    half = cv2.resize(gray, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    lines = cv2.HoughLinesP(_ink(half), 1, numpy.pi / 1800, 150, minLineLength=width // 8, maxLineGap=4)
    if lines is None:
        return gray, 0.0
    angles = [
        float(numpy.degrees(numpy.arctan2(y1 - y0, x1 - x0)))
        for x0, y0, x1, y1 in numpy.asarray(lines).reshape(-1, 4)
        if abs(y1 - y0) < abs(x1 - x0) * 0.1
    ]
    tilt = float(numpy.median(angles)) if angles else 0.0
    if not LEAST_TILT <= abs(tilt) <= MOST_TILT:
        return gray, 0.0
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), tilt, 1.0)
    return cv2.warpAffine(gray, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255), tilt


def rulings_in(gray: Any, texts: list[Box]) -> tuple[list[Stroke], list[Stroke]]:
    """Flat and tall lines in pixels; ``texts`` are the boxes of the words, whose own strokes are no rulings."""
    ink = _ink(gray)
    flat = [
        line
        for line in _lines(ink, flat=True)
        if not any(x0 - 4 <= line[1] and line[2] <= x1 + 4 and y0 < line[0] < y1 for x0, y0, x1, y1 in texts)
    ]
    tall = [
        line
        for line in _lines(ink, flat=False)
        if not any(
            x0 < line[0] < x1 and y0 <= (line[1] + line[2]) / 2 <= y1 and line[2] - line[1] <= 1.3 * (y1 - y0)
            for x0, y0, x1, y1 in texts
        )
    ]
    return flat, tall


def blank_rulings(gray: Any, flat: list[Stroke], tall: list[Stroke]) -> Any:
    """The picture without its rulings: a border touching a digit is read as a 1."""
    clean = gray.copy()
    for at, low, high in flat:
        clean[max(int(at) - 2, 0) : int(at) + 3, int(low) : int(high) + 1] = 255
    for at, low, high in tall:
        clean[int(low) : int(high) + 1, max(int(at) - 2, 0) : int(at) + 3] = 255
    return clean


def _ink(gray: Any) -> Any:
    import cv2

    return cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12)


def _lines(ink: Any, flat: bool) -> list[Stroke]:
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (SHORTEST_LINE, 1) if flat else (1, SHORTEST_LINE))
    close = cv2.getStructuringElement(cv2.MORPH_RECT, (7, 1) if flat else (1, 7))
    strokes = cv2.morphologyEx(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, close), cv2.MORPH_OPEN, kernel)
    count, _, stats, _ = cv2.connectedComponentsWithStats(strokes)
    found = []
    for x, y, width, height, _ in stats[1:count]:
        thickness, length = (height, width) if flat else (width, height)
        if thickness <= THICKEST_LINE and length >= SHORTEST_LINE:
            at = (y + height / 2) if flat else (x + width / 2)
            low = x if flat else y
            found.append((float(at), float(low), float(low + length)))
    return sorted(found)
