"""Characters to printed lines: one character drawn twice counted once, blanks set where a gap is wide."""

from bisect import bisect_left, insort

from ingest.reading.marks import Char

WIDE_GAP = 1.0  # in character sizes: a gap that parts two words of a line
COLUMN_GAP = 2.5  # in character sizes: a gap that parts two columns of unruled text


def once(chars: list[Char]) -> list[Char]:
    """Characters drawn twice in (nearly) one place, as fake bold does, are kept once."""
    kept: list[Char] = []
    places: dict[tuple[str, int], list[tuple[float, float, float]]] = {}
    for char in chars:
        if char.text.isspace():
            kept.append(char)
            continue
        near = max(0.25 * (char.x1 - char.x0), 0.3)
        slot = round(char.top / 4)
        twin = any(
            abs(x - char.x0) <= near and abs(y - char.top) <= max(near, 0.12 * char.size)
            for s in (slot - 1, slot, slot + 1)
            for x, y, _ in places.get((char.text, s), ())
        )
        if not twin:
            kept.append(char)
            places.setdefault((char.text, slot), []).append((char.x0, char.top, char.x1))
    return kept


def in_lines(chars: list[Char]) -> list[list[Char]]:
    """Characters grouped into printed lines from the top, each from the left.

    A character joins the line whose middle it shares, so that numbers set a little higher stay in their line.
    """
    lines: list[list[Char]] = []
    centers: list[tuple[float, int]] = []
    for char in sorted(chars, key=lambda c: ((c.top + c.bottom) / 2, c.x0)):
        middle = (char.top + char.bottom) / 2
        reach = 0.42 * max(min(char.bottom - char.top, char.size), 1.0)
        i = bisect_left(centers, (middle - reach, -1))
        best = None
        while i < len(centers) and centers[i][0] <= middle + reach:
            if best is None or abs(centers[i][0] - middle) < abs(centers[best][0] - middle):
                best = i
            i += 1
        if best is None:
            insort(centers, (middle, len(lines)))
            lines.append([char])
        else:
            lines[centers[best][1]].append(char)
    for line in lines:
        line.sort(key=lambda c: (c.x0, c.x1))
    return [lines[i] for _, i in sorted(centers)]


def _wide(text: str) -> bool:
    return ord(text[0]) > 0x2E7F


def _parted(last: Char, char: Char, gap: float, blank: bool) -> bool:
    if gap > WIDE_GAP or (blank and (gap > 0.1 or not _wide(char.text))):
        return True
    return gap > 0.25 and not (_wide(char.text) or _wide(last.text))


def text_of(line: list[Char]) -> str:
    """The words of one printed line; a wide gap becomes one blank, a very wide one four."""
    parts: list[str] = []
    last: Char | None = None
    blank = False
    for char in line:
        if char.text.isspace():
            blank = True
            continue
        if last is not None:
            size = max(last.size, char.size, 1.0)
            gap = char.x0 - last.x1
            if gap > COLUMN_GAP * size:
                parts.append("    ")
            elif _parted(last, char, gap / size, blank):
                parts.append(" ")
        parts.append(char.text)
        last, blank = char, False
    return "".join(parts)


def block_text(chars: list[Char]) -> str:
    """The text of a cell: its printed lines, joined by line breaks."""
    if not chars:
        return ""
    return "\n".join(t for t in (text_of(line) for line in in_lines(chars)) if t)
