"""Small PDFs drawn on the spot, in the shapes that published budget tables have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
SIZE = 9.0
ROW = 18.0


@dataclass
class Drawing:
    """A PDF being drawn; places are points from the top left of the page."""

    path: Path
    size: tuple[float, float] = landscape(A4)
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.canvas = Canvas(str(self.path), pagesize=self.size)

    def text(self, x: float, top: float, words: str, size: float = SIZE, align: str = "left") -> None:
        """Write words with their upper left (or right, or middle) at a place."""
        self.canvas.setFont(FONT, size)
        y = self.size[1] - top - size
        {"left": self.canvas.drawString, "right": self.canvas.drawRightString, "center": self.canvas.drawCentredString}[
            align
        ](x, y, words)

    def aslant(self, x: float, low: float, words: str, size: float) -> None:
        """Write words over the page at an angle, as a watermark."""
        self.canvas.saveState()
        self.canvas.translate(x, self.size[1] - low)
        self.canvas.rotate(38)
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(0, 0, words)
        self.canvas.restoreState()

    def line(self, x0: float, top0: float, x1: float, top1: float) -> None:
        """Draw a ruling."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.size[1] - top0, x1, self.size[1] - top1)

    def table(
        self, x: float, top: float, widths: Sequence[float], rows: Sequence[Sequence[str | None]], rules: str = "all"
    ) -> float:
        """Draw a table and give its lower edge; None goes on the cell to its left, lines of a cell end with a newline.

        ``rules``: all, horizontal, frame (three lines), columns (no rules between rows), none.
        """
        edges = [x + sum(widths[:i]) for i in range(len(widths) + 1)]
        heights = [ROW + 11.0 * max(((cell or "").count("\n") for cell in row), default=0) for row in rows]
        tops = [top + sum(heights[:i]) for i in range(len(rows) + 1)]
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                if cell is None:
                    continue
                end = next((k for k in range(j + 1, len(row)) if row[k] is not None), len(row))
                self._cell(cell, edges[j], edges[end], tops[i], heights[i])
                if rules == "all" or (rules == "columns" and i == 0):
                    for y in (tops[i], tops[i + 1]):
                        self.line(edges[j], y, edges[end], y)
                if rules in ("all", "columns"):
                    for at in (edges[j], edges[end]):
                        self.line(at, tops[i], at, tops[i + 1])
        if rules == "horizontal":
            for y in tops:
                self.line(edges[0], y, edges[-1], y)
        if rules == "frame":
            for y in (tops[0], tops[1], tops[-1]):
                self.line(edges[0], y, edges[-1], y)
        if rules == "columns":
            self.line(edges[0], tops[-1], edges[-1], tops[-1])
        return tops[-1]

    def _cell(self, words: str, left: float, right: float, top: float, height: float) -> None:
        lines = words.split("\n")
        first = top + (height - 11.0 * len(lines)) / 2
        for k, line in enumerate(lines):
            if line.replace(",", "").replace(".", "").lstrip("-").isdigit():
                self.text(right - 3, first + 11 * k, line, align="right")
            else:
                self.text(left + 3, first + 11 * k, line)

    def next_page(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()

    def done(self) -> Path:
        """Write the file."""
        self.canvas.save()
        return self.path


@pytest.fixture
def drawing(tmp_path: Path) -> Callable[..., Drawing]:
    """Makes an empty drawing; ``size`` is its page size in points."""

    def make(size: tuple[float, float] = landscape(A4)) -> Drawing:
        return Drawing(tmp_path / "drawn.pdf", size)

    return make
