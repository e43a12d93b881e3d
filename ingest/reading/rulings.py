"""Rulings to lattices: lines snapped and joined, grouped where they touch.

Forms are ruled in many ways: one stroke a table, one stroke a cell side, thin filled rectangles, double lines a
point apart, dashes, dots. All become unbroken lines at snapped places here.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ingest.reading.marks import Ruling
from ingest.records.layout import Box

SNAP = 2.0  # lines nearer than this are one line, points
GAP = 3.0  # a gap up to this does not break a line, points
TOUCH = 3.5  # lines nearer than this meet, points
OPEN = 8.0  # by how much the crossing lines may pass the outermost line that is still the table's side, points
SHORTEST = 3.0  # shorter strokes are parts of pictures or characters, points
FEWEST_DOTS = 5  # of a line
SAME_DOT = 0.3  # points by which the dots of one line are off it


class Line(NamedTuple):
    """Unbroken line at ``at`` with the stretches it covers."""

    at: float
    spans: list[tuple[float, float]]

    def covers(self, low: float, high: float) -> float:
        """The share of a stretch that is drawn, 0 to 1."""
        drawn = sum(max(0.0, min(high, b) - max(low, a)) for a, b in self.spans)
        return drawn / (high - low) if high > low else 0.0


class Lattice(NamedTuple):
    """Lines that hang together: horizontal ones from the top, vertical ones from the left."""

    horizontal: list[Line]
    vertical: list[Line]

    @property
    def column_edges(self) -> list[float]:
        """Places of the vertical lines, and the ends of the horizontal ones where a table is open at its sides."""
        return _edges(self.vertical, self.horizontal)

    @property
    def row_edges(self) -> list[float]:
        """Places of the horizontal lines, and the ends of the vertical ones where a table is open above or below."""
        return _edges(self.horizontal, self.vertical)


def _edges(lines: list[Line], crossing: list[Line]) -> list[float]:
    low = min(start for line in crossing for start, _ in line.spans)
    high = max(end for line in crossing for _, end in line.spans)
    places = [line.at for line in lines]
    if not places or low < places[0] - OPEN:
        places.insert(0, low)
    if high > places[-1] + OPEN:
        places.append(high)
    return places


def joined(rulings: list[Ruling]) -> list[Ruling]:
    """Strokes of one direction snapped to common places and joined over small gaps."""
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings, key=lambda r: r.at):
        if groups and ruling.at - groups[-1][-1].at <= SNAP and ruling.at - groups[-1][0].at <= 2 * SNAP:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    whole = []
    for group in groups:
        length = sum(r.high - r.low for r in group) or 1.0
        at = sum(r.at * (r.high - r.low) for r in group) / length
        spans: list[tuple[float, float]] = []
        for ruling in sorted(group, key=lambda r: r.low):
            if spans and ruling.low <= spans[-1][1] + GAP:
                spans[-1] = (spans[-1][0], max(spans[-1][1], ruling.high))
            else:
                spans.append((ruling.low, ruling.high))
        whole += [Ruling(group[0].horizontal, at, a, b) for a, b in spans if b - a >= SHORTEST]
    return whole


def dotted(boxes: Sequence[Box]) -> list[Ruling]:
    """Lines of dots that are drawn one by one, as browsers print a dotted border: each dot is as wide as it is high."""
    dots = [b for b in boxes if b[2] - b[0] <= SHORTEST and b[3] - b[1] <= SHORTEST]
    level = _runs([((b[1] + b[3]) / 2, b[0], b[2]) for b in dots])
    upright = _runs([((b[0] + b[2]) / 2, b[1], b[3]) for b in dots])
    return [*(Ruling(True, *run) for run in level), *(Ruling(False, *run) for run in upright)]


def _runs(dots: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Dots at one place, each with its extent, that follow each other closely: place and extent of each run."""
    rows: list[list[tuple[float, float, float]]] = []
    for dot in sorted(dots):
        if rows and dot[0] - rows[-1][0][0] <= SAME_DOT:
            rows[-1].append(dot)
        else:
            rows.append([dot])
    runs: list[list[tuple[float, float, float]]] = []
    for row in rows:
        runs.append([])
        for dot in sorted(row, key=lambda d: d[1]):
            if runs[-1] and dot[1] - runs[-1][-1][2] > GAP:
                runs.append([])
            runs[-1].append(dot)
    return [(run[0][0], run[0][1], run[-1][2]) for run in runs if len(run) >= FEWEST_DOTS]


def _lines(rulings: list[Ruling]) -> list[Line]:
    places: dict[float, list[tuple[float, float]]] = {}
    for ruling in rulings:
        places.setdefault(ruling.at, []).append((ruling.low, ruling.high))
    return [Line(at, sorted(spans)) for at, spans in sorted(places.items())]


def lattices(rulings: list[Ruling]) -> list[Lattice]:
    """Groups of lines that touch and enclose at least one cell, from the top of the page."""
    flat = joined([r for r in rulings if r.horizontal])
    upright = joined([r for r in rulings if not r.horizontal])
    if not flat or not upright:
        return []
    group = list(range(len(flat) + len(upright)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    places = [r.at for r in flat]
    for j, line in enumerate(upright):
        i = bisect_left(places, line.low - TOUCH)
        while i < len(flat) and flat[i].at <= line.high + TOUCH:
            if flat[i].low - TOUCH <= line.at <= flat[i].high + TOUCH:
                group[root(i)] = root(len(flat) + j)
            i += 1
    members: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i in range(len(group)):
        pair = members.setdefault(root(i), ([], []))
        if i < len(flat):
            pair[0].append(flat[i])
        else:
            pair[1].append(upright[i - len(flat)])
    found = [Lattice(_lines(h), _lines(v)) for h, v in members.values() if h and v and len(h) + len(v) >= 3]
    return sorted(found, key=lambda lattice: (lattice.horizontal[0].at, lattice.vertical[0].at))
