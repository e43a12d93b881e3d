"""Lines joined to paragraphs, over page edges too; every character still knows its line on its page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.narrative.prose import ProseLine
from ingest.records.passage import PassageSpot
from ingest.wording.glyphs import columns
from ingest.wording.names import strip_enumerator

_END = re.compile(r"[。！？；!?][”’）)]?$")
_TAIL = re.compile(r"^(?:[）)，,。；;、]|[（(][类款项][)）])")  # never begins a paragraph
_FIGURE_END, _UNIT = (
    re.compile(r"\d$"),
    re.compile(r"(?:百|千|万|亿)?元|万(?![\u4e00-\u9fff])"),
)  # a figure broken off from its unit
_LATIN = re.compile(r"[A-Za-z]")
_HEADING_TAIL = re.compile(r"[，,：:；;。、]$")
_AMOUNT = re.compile(r"\d(?:\.\d+)?\s*(?:万|亿)?元|\d%")
_MIDST = re.compile(r"[；;。].*[^：:]$|，.*(?:是|为|由|和|与|及|的|本)[^，。：:]{0,6}$")
LONGEST_HEADING = 46


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the places of its lines; ``is_title`` where its print is larger than the body's."""

    text: str
    spots: tuple[PassageSpot, ...]
    is_title: bool = False
    is_note: bool = False
    is_contents: bool = False

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.spots[0].page

    @property
    def page_end(self) -> int:
        """The page it ends on."""
        return self.spots[-1].page


def paragraphs_of(lines: Sequence[ProseLine]) -> tuple[Paragraph, ...]:
    """Join lines to paragraphs: a paragraph begins at an indent, an enumerated item, a title, or after a short line."""
    body = _body_size(lines)
    found: list[Paragraph] = []
    run: list[ProseLine] = []
    for line in lines:
        if run and not _goes_on(run, line, body):
            found.append(_paragraph(run, body))
            run = []
        run.append(line)
    if run:
        found.append(_paragraph(run, body))
    return tuple(found)


def _body_size(lines: Sequence[ProseLine]) -> float | None:
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.size and not line.is_contents:
            sizes[round(line.size)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _is_large(line: ProseLine, body: float | None) -> bool:
    """Whether a line is set as a title: clearly larger than the body, short, no sentence."""
    return (
        body is not None
        and line.size is not None
        and line.size >= body * 1.18
        and len(line.text) <= LONGEST_HEADING
        and not re.search(r"[。；]", line.text)
    )


def _goes_on(run: Sequence[ProseLine], line: ProseLine, body: float | None) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    last = run[-1]
    if last.is_contents or line.is_contents:
        return last.is_contents and line.is_contents and last.page == line.page
    if _FIGURE_END.search(last.text) and _UNIT.match(line.text) and not last.is_note:
        return True
    if last.is_whole or line.is_note or (line.after_grid and _END.search(last.text)):
        return False
    large, was_large = _is_large(line, body), _is_large(last, body)
    if large or was_large:
        # A title over two lines keeps its size; a second numbered title is another one.
        return large and was_large and last.page == line.page and not strip_enumerator(line.text)[0] and len(run) < 3
    if last.is_note and not _END.search(last.text):
        return last.page == line.page
    ended = bool(_END.search(last.text))
    numbered = strip_enumerator(line.text)[0] is not None
    if _TAIL.match(line.text):
        return True
    if len(run) == 1 and not ended and _ends_short(last):
        return False
    if line.box is None or last.box is None:
        return not ended and last.is_full and not numbered
    step = _offset(line, last) - _offset(last, line)
    room = 0.8 * (line.size or 10.0)
    if step > room:
        # Further in begins a paragraph, but for the hanging lines of a numbered one.
        hanging = not ended and last.is_full and not numbered and len(run) == 1
        return hanging and strip_enumerator(run[0].text)[0] is not None
    if step < -room and len(run) == 1:
        # A first line that ends well before the margin is a title of its own, or a whole paragraph; a sentence that
        # breaks off in its midst is neither.
        broken = not ended and _MIDST.search(last.text) is not None
        return not numbered and (broken or _reach(last) > (0.93 if ended else 0.8))
    if numbered and (ended or not last.is_full):
        return False
    if line.is_indented and len(run) == 1:
        # Lines set equally far in are a block of text, or one-line paragraphs.
        return not ended and last.is_full and not numbered and not _looks_like_heading(last)
    if ended:
        return last.is_full
    return not _looks_like_heading(last) or last.is_full


def _ends_short(line: ProseLine) -> bool:
    """Whether a line of a plain text ends long before the column at which the text is broken, as titles do."""
    is_short = line.wrap is not None and columns(line.text) < 0.75 * line.wrap
    return is_short and not _HEADING_TAIL.search(line.text) and not _AMOUNT.search(line.text)


def _offset(line: ProseLine, other: ProseLine) -> float:
    """How far a line begins from the edge: of the paper on one page, of the text's margin over two."""
    x = line.box[0] if line.box else 0.0
    return x if line.page == other.page else x - (line.left or 0.0)


def _reach(line: ProseLine) -> float:
    """How much of the text's width a line spans."""
    if line.box is None or line.left is None or line.right is None:
        return 0.0
    return (line.box[2] - line.left) / max(line.right - line.left, 1.0)


def _looks_like_heading(line: ProseLine) -> bool:
    return (
        strip_enumerator(line.text)[0] is not None
        and len(line.text) <= LONGEST_HEADING
        and not _HEADING_TAIL.search(line.text)
        and not _AMOUNT.search(line.text)
    )


def _paragraph(run: Sequence[ProseLine], body: float | None) -> Paragraph:
    text, spots = "", []
    for line in run:
        if text and line.is_contents:
            text += "\n"
        elif text and _LATIN.match(line.text) and _LATIN.match(text[-1]):
            text += " "
        start = len(text)
        text += line.text
        spots.append(PassageSpot(line.page, line.box, start, len(text)))
    first = run[0]
    return Paragraph(text, tuple(spots), _is_large(first, body), first.is_note, first.is_contents)


def cut(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """A part of a paragraph with the lines it stands on."""
    spots = tuple(
        PassageSpot(s.page, s.box, max(s.start, start) - start, min(s.end, end) - start)
        for s in paragraph.spots
        if s.start < end and s.end > start
    )
    return replace(paragraph, text=paragraph.text[start:end], spots=spots)


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Where sentences begin and end: at 。！？ outside brackets; a bracket that never closes does not count."""
    bounds, start, depth, opened = [], 0, 0, 0
    for i, c in enumerate(text):
        if c in "（(":
            depth, opened = depth + 1, (opened if depth else i)
        elif c in "）)":
            depth = max(depth - 1, 0)
        elif c in "。！？\n" and (not depth or text.find("）", i) < 0 or i - opened > 300):
            end = i + 1
            while end < len(text) and text[end] in "”’":
                end += 1
            bounds.append((start, end))
            start, depth = end, 0
    if start < len(text):
        bounds.append((start, len(text)))
    return tuple((a, b) for a, b in bounds if text[a:b].strip())
