"""Ruled tables whose rules part rows but not all columns: the missing columns are told by alignment."""

import re
from itertools import pairwise

from ingest.reading.alignment import SHARED, Span, columns_of, is_table, overlap
from ingest.reading.header_names import with_header_columns
from ingest.reading.marks import Char
from ingest.reading.pieces import Piece, finely, lines_of_pieces
from ingest.reading.stacks import Place

FEWEST = 3  # lines that must agree on the columns
_THOUSANDS = re.compile(r"\d{3}(?: \d{3})*(?:\.\d{1,6})?(?:[万亿千百]?元)?")


def with_inner_columns(
    xs: list[float], cells: list[Place], held: list[list[Char]]
) -> tuple[list[float], list[Place], list[list[Char]]]:
    """The lattice with every ruled column cut in which most lines hold several aligned pieces with numbers."""
    for column in range(len(xs) - 2, -1, -1):
        own = [k for k, cell in enumerate(cells) if cell[1] == column and cell[3] == column + 1 and held[k]]
        spans = _spans([held[k] for k in own])
        if spans is not None:
            xs, cells, held = _cut(xs, cells, held, column, spans)
    return xs, cells, held


def _spans(contents: list[list[Char]]) -> list[Span] | None:
    """The columns inside one ruled column, None where its lines are single pieces or running words."""
    if (alone := _one_row(contents)) is not None:
        return alone
    if sum(len(chars) for chars in contents) < 4 * FEWEST:
        return None
    lines = [line for chars in contents for line in lines_of_pieces(chars)]
    several = [line for line in lines if len(line) >= 2 and any(p.is_number and p.text.strip("-—–") for p in line)]
    if any(_is_one_number(line) for line in several):
        return None
    numbers = sum(piece.is_number for line in several for piece in line)
    if len(several) < FEWEST or len(several) * 2 < len(lines) or numbers < 2 * FEWEST:
        return None
    spans = columns_of(several)
    if len(spans) < 2 or not is_table(several, spans):
        return None
    return with_header_columns(spans, [line for line in lines if line not in several])


def _one_row(contents: list[list[Char]]) -> list[Span] | None:
    """The columns of a framed header over a single row: as many names as entries, each over its own."""
    if len(contents) != 2 or any(len(lines_of_pieces(chars)) != 1 for chars in contents):
        return None
    names, row = (lines_of_pieces(chars)[0] for chars in contents)
    if len(names) < FEWEST or len(names) != len(row) or any(piece.is_number for piece in names):
        return None
    nearest = [min(range(len(names)), key=lambda i: abs(names[i].middle_x - piece.middle_x)) for piece in row]
    over = nearest == [*range(len(names))]
    counted = sum(piece.is_number for piece in row) > 0
    return [(min(a.x0, b.x0), max(a.x1, b.x1)) for a, b in zip(names, row, strict=True)] if over and counted else None


def _is_one_number(line: list[Piece]) -> bool:
    """29 300, 6 265 019.92元: blanks between the thousands of one number, not two columns."""
    return any(
        a.is_number and _THOUSANDS.fullmatch(b.text.strip()) is not None and b.x0 - a.x1 < 0.6 * a.chars[-1].size
        for a, b in pairwise(line)
    )


def _cut(
    xs: list[float], cells: list[Place], held: list[list[Char]], column: int, spans: list[Span]
) -> tuple[list[float], list[Place], list[list[Char]]]:
    edges = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    more = len(edges)
    new: list[tuple[Place, list[Char]]] = []
    for (top, left, bottom, right), chars in zip(cells, held, strict=True):
        after = right + more if right > column else right
        first = left + more if left > column else left
        if (left, right) != (column, column + 1):
            new.append(((top, first, bottom, after), chars))
            continue
        parts = _parts(chars, spans)
        if parts is None:
            new.append(((top, left, bottom, after), chars))
        else:
            new += [((top, left + i, bottom, left + i + 1), part) for i, part in enumerate(parts)]
    new.sort(key=lambda pair: pair[0])
    return [*xs[: column + 1], *edges, *xs[column + 1 :]], [place for place, _ in new], [chars for _, chars in new]


def _parts(chars: list[Char], spans: list[Span]) -> list[list[Char]] | None:
    """A cell's characters column by column; None where a piece stands over several columns."""
    parts: list[list[Char]] = [[] for _ in spans]
    for line in lines_of_pieces(chars):
        for piece in _fitting(line, spans):
            hit = [i for i, span in enumerate(spans) if overlap(piece.x0, piece.x1, *span) > SHARED]
            if len(hit) > 1:
                return None
            middle = (piece.x0 + piece.x1) / 2
            at = hit[0] if hit else min(range(len(spans)), key=lambda i: abs(sum(spans[i]) / 2 - middle))
            parts[at] += piece.chars
    return parts


def _fitting(line: list[Piece], spans: list[Span]) -> list[Piece]:
    """The pieces of a line, cut more finely where one stands over several columns."""
    for piece in line:
        if sum(overlap(piece.x0, piece.x1, *span) > SHARED for span in spans) > 1:
            return finely(line)
    return line
