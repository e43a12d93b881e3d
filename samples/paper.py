"""Sheets of paper: page size, margins, page numbers, headings and running paragraphs."""

from pathlib import Path

from reportlab import rl_config
from reportlab.lib.pagesizes import A3, A4
from reportlab.pdfgen.canvas import Canvas

from samples.fonts import FONT, register, width_of
from samples.lines import wrap
from samples.recorded import Printed

BOTTOM = 62.0
PAGE_BREAK = "\f"  # inside a paragraph: the sheet ends here, in the middle of the sentence


class Paper:
    """A PDF being written from top to bottom; ``y`` is the next free height in points from the bottom edge."""

    def __init__(self, path: Path, title: str, numbering: str = "- {} -") -> None:
        rl_config.invariant = 1
        rl_config.useA85 = 0  # streams as bytes, a fifth smaller than as letters
        register()
        self.canvas = Canvas(str(path), invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("samples/generate.py")
        self.numbering = numbering
        self.number = 0  # of the printed page; 0 while the cover and the contents run
        self.sheet = 0  # of the file, counts from 1
        self.places: dict[str, int] = {}  # headings and the printed page they start on
        self.caption = ("", "", "")  # title, number and unit of the table being printed
        self.printed: list[Printed] = []
        self.width = self.height = self.margin = self.y = 0.0

    def page(self, size: str = "A4", landscape: bool = False, margin: float = 72.0, numbered: bool = True) -> None:
        """Turn to a new sheet."""
        if self.sheet:
            self._finish()
        width, height = A3 if size == "A3" else A4
        self.width, self.height = (height, width) if landscape else (width, height)
        self.kind = (size, landscape, margin, numbered)
        self.margin = margin
        self.y = self.height - margin
        self.sheet += 1
        if numbered:
            self.number += 1
        self.canvas.setPageSize((self.width, self.height))

    def next_page(self) -> None:
        """A new sheet of the same kind."""
        self.page(*self.kind)

    @property
    def floor(self) -> float:
        """The lowest height that may be printed on."""
        return min(self.margin, BOTTOM)

    @property
    def text_width(self) -> float:
        """Width between the margins in points."""
        return self.width - 2 * self.margin

    def text(self, x: float, y: float, words: str, size: float, bold: bool = False, space: float = 0.0) -> None:
        """Print words at a place; bold is drawn by a thin outline, as office programs do without a bold face."""
        self.canvas.saveState()
        writer = self.canvas.beginText(x, y)
        writer.setFont(FONT, size)
        if space:
            writer.setCharSpace(space)
        if bold:
            writer.setTextRenderMode(2)
            self.canvas.setLineWidth(size * 0.025)
        writer.textOut(words)
        self.canvas.drawText(writer)
        self.canvas.restoreState()

    def centered(self, words: str, size: float, bold: bool = True, after: float = 10.0) -> None:
        """A line in the middle of the sheet."""
        self.y -= size
        self.text((self.width - width_of(words, size)) / 2, self.y, words, size, bold)
        self.y -= after

    def left(self, words: str, size: float, bold: bool = False, after: float = 6.0) -> None:
        """A line at the left margin."""
        self.y -= size
        self.text(self.margin, self.y, words, size, bold)
        self.y -= after

    def right(self, words: str, size: float, after: float = 6.0) -> None:
        """A line at the right margin."""
        self.y -= size
        self.text(self.width - self.margin - width_of(words, size), self.y, words, size)
        self.y -= after

    def both(self, left: str, right: str, size: float, after: float = 4.0) -> None:
        """One line with words at both margins."""
        self.y -= size
        self.text(self.margin, self.y, left, size)
        self.text(self.width - self.margin - width_of(right, size), self.y, right, size)
        self.y -= after

    def heading(self, words: str, size: float = 16.0, indent: float = 32.0, leading: float = 28.0) -> None:
        """A bold heading inside the running text."""
        if self.y - 2 * leading < self.floor:
            self.next_page()
        self.places[words] = self.number
        self.y -= leading
        self.text(self.margin + indent, self.y, words, size, bold=True)

    def part(self, words: str, size: float = 20.0, after: float = 24.0) -> None:
        """The title of a part at the top of a sheet."""
        self.places[words] = self.number
        self.centered(words, size, after=after)

    def paragraph(self, words: str, size: float = 16.0, leading: float = 28.0) -> None:
        """Running text with a first indent of two characters, over as many sheets as it needs."""
        indent = 2 * size
        for number, piece in enumerate(words.split(PAGE_BREAK)):
            if number:
                self.next_page()
            lines = wrap(piece, self.text_width, size, 0.0 if number else indent)
            for position, line in enumerate(lines):
                if self.y - leading < self.floor:
                    self.next_page()
                self.y -= leading
                shift = indent if not number and position == 0 else 0.0
                more = position < len(lines) - 1 or number < words.count(PAGE_BREAK)
                self._line(line, shift, size, stretch=more)

    def _line(self, line: str, shift: float, size: float, stretch: bool) -> None:
        spare = self.text_width - shift - width_of(line, size)
        space = spare / (len(line) - 1) if stretch and len(line) > 1 and 0 < spare < 2 * size else 0.0
        self.text(self.margin + shift, self.y, line, size, space=space)

    def _finish(self) -> None:
        if self.kind[3] and self.numbering:
            words = self.numbering.format(self.number)
            self.text((self.width - width_of(words, 11)) / 2, 34, words, 11)
        self.canvas.showPage()

    def close(self) -> list[Printed]:
        """Finish the last sheet and write the file; gives the tables that were printed."""
        self._finish()
        self.canvas.save()
        return self.printed
