"""Tables with horizontal rules only: the bands between the rules hold header and rows (三线表, one rule a row)."""

import re
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.reading.alignment import clusters, columns_of, is_row
from ingest.reading.code_names import with_codes_joined
from ingest.reading.header_names import with_header_columns
from ingest.reading.heading_rows import TABLE_NUMBER
from ingest.reading.marks import Ruling
from ingest.reading.pieces import Piece, has_places
from ingest.reading.rulings import joined
from ingest.reading.unruled_grid import grid_from
from ingest.records.layout import Grid

SAME = 6.0  # rules whose ends are nearer than this belong together, points
NARROW = 0.4  # of the table's width: a longer name in a header is a sentence
MOST_NAMES = 10  # lines of a header
LONG = 0.6  # of a table's width: words of a sentence
_ONE_ROW = 4  # amounts of a table of a single row
SIDE = 15.0  # shorter strokes are dashes, points
NARROWEST = 120.0  # rules shorter than this are underlines, points


class Frame(NamedTuple):
    """Rules of one width above each other, and the lines between the first and the last of them."""

    rules: list[float]
    lines: list[int]
    short: list[Ruling]  # lines under some names of the header only


def frames_of(rules: list[Ruling], lines: list[list[Piece]]) -> list[Frame]:
    """The frames of a page: three rules or more of one width with rows of pieces between them."""
    groups: list[list[Ruling]] = []
    flat = sorted(joined(rules), key=lambda r: r.at)
    for rule in flat:
        if rule.high - rule.low < NARROWEST:
            continue
        for group in groups:
            if abs(group[-1].low - rule.low) < SAME and abs(group[-1].high - rule.high) < SAME:
                group.append(rule)
                break
        else:
            groups.append([rule])
    frames = []
    sides = [rule for rule in rules if rule.high - rule.low > SIDE]  # drawn cell by cell, they tell columns
    for group in groups:
        frames += _frames_in(group, lines, [rule for rule in (*flat, *sides) if _is_part_of(rule, group[0])])
    return [f for f in frames if not any(len(f.lines) < len(o.lines) and set(f.lines) & set(o.lines) for o in frames)]


def _is_part_of(rule: Ruling, whole: Ruling) -> bool:
    return (
        rule.high - rule.low < 0.95 * (whole.high - whole.low) and whole.low - 2 < rule.low < rule.high < whole.high + 2
    )


def _frames_in(group: list[Ruling], lines: list[list[Piece]], short: list[Ruling]) -> list[Frame]:
    """A group of rules cut where the words between two of them are no part of a table."""
    low, high = group[0].low - SAME, group[0].high + SAME
    places = [
        (i, sum(p.middle for p in line) / len(line))
        for i, line in enumerate(lines)
        if line[0].x0 >= low and line[-1].x1 <= high
    ]
    frames: list[Frame] = []
    current: list[float] = [group[0].at]
    held: list[int] = []
    for upper, lower in pairwise(group):
        between = [i for i, y in places if upper.at < y < lower.at]
        if between and not _reads_like_table([lines[i] for i in between], upper.high - upper.low):
            frames.append(Frame(current, held, short))
            current, held = [lower.at], []
            continue
        current.append(lower.at)
        held += between
    frames.append(Frame(current, held, short))
    return [f for f in frames if len(f.rules) >= 3 and sum(1 for i in f.lines if is_row(lines[i])) >= 2]


_CAPTION = re.compile(rf"^(?:金额)?单位[：:]|表\s*(?:[(（].{{0,12}}[)）])?$|{TABLE_NUMBER}")


def _reads_like_table(between: list[list[Piece]], width: float) -> bool:
    """Whether lines between two rules are rows or names of columns; sentences and captions are neither."""
    if any(_CAPTION.search(piece.text.strip()) for line in between for piece in line):
        return False  # the caption of the next table
    rows = sum(1 for line in between if is_row(line))
    few = len(between) <= 3 and all(len(line) <= 2 for line in between)
    return few or (rows >= 1 and rows * 3 >= len(between)) or _are_names(between, width)


def _are_names(between: list[list[Piece]], width: float) -> bool:
    """Whether lines are the wrapped names of several columns, each set at its own height: 车辆 over 合计, 房屋面积."""
    pieces = [piece for line in between for piece in line]
    narrow = all(piece.x1 - piece.x0 < NARROW * width for piece in pieces)
    columns = clusters(pieces, 1)
    return narrow and len(between) <= MOST_NAMES and len(columns) >= 3


def grid_in_frame(frame: Frame, over: list[list[Piece]], lines: list[list[Piece]], page: int) -> Grid | None:
    """The grid of a frame: leading bands without numbers are the header, each other band is a row or holds rows.

    ``over`` are header lines above the first rule.
    """
    lines = with_codes_joined(lines)
    rows = [line for line in lines if is_row(line) and any(piece.is_number for piece in line)]
    if len(rows) < 2 and not any(sum(map(has_places, line)) >= _ONE_ROW for line in rows):
        return None
    bands: list[list[list[Piece]]] = [[] for _ in range(len(frame.rules) - 1)]
    for line in lines:
        middle = sum(p.middle for p in line) / len(line)
        band = max((i for i, at in enumerate(frame.rules[:-1]) if middle > at), default=0)
        bands[band].append(line)
    first = next((i for i, band in enumerate(bands) if any(_numbers(line) for line in band)), 0)
    header = [line for band in bands[:first] for line in band]
    body = [band for band in bands[first:] if band]
    if not header and body and len(body) == 1:
        cut = next((i for i, line in enumerate(body[0]) if _numbers(line)), 0)
        header, body = body[0][:cut], [body[0][cut:]]
    header = [*over, *header]
    spans = with_header_columns(columns_of(_without_sentences([line for band in body for line in band])), header)
    if len(spans) < 2:
        return None
    one_each = len(body) >= 3 and median(sum(1 for line in band if _numbers(line)) for band in body) <= 1
    return grid_from(
        header, [line for band in body for line in band], spans, page, body if one_each else None, frame.short
    )


def _without_sentences(lines: list[list[Piece]]) -> list[list[Piece]]:
    """The lines without words that run over most of the width, the goal of a form: they tell no columns."""
    width = max(line[-1].x1 for line in lines) - min(line[0].x0 for line in lines)
    short = [[piece for piece in line if piece.x1 - piece.x0 < LONG * width] for line in lines]
    return [line for line in short if line] if sum(len(line) >= 3 for line in short) >= 3 else lines


def _numbers(line: list[Piece]) -> bool:
    return any(piece.is_number and any(c.isdigit() for c in piece.text) for piece in line)
