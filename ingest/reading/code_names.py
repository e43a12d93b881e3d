"""Codes set in further by their level, with their names right behind them: one column, not one for each level."""

import re
from itertools import pairwise

from ingest.reading.pieces import Piece, joined_pieces

FEWEST = 3  # rows
STEADY = 0.5  # in character sizes: by how much the gaps between codes and names may differ
NEAR = 2.0  # in character sizes: a wider gap parts two columns
STEP = 0.8  # in character sizes: how far a level is set in
_CODE = re.compile(r"[1-9]\d{2}(?:\d{2}){0,3}")


def with_codes_joined(lines: list[list[Piece]]) -> list[list[Piece]]:
    """The lines with each code and its name as one piece, where the names move with the codes.

    Names of a column of their own do not: a longer code leaves them a smaller gap.
    """
    coded = [line for line in lines if len(line) > 1 and _CODE.fullmatch(line[0].text) and not line[1].is_number]
    if len(coded) < FEWEST:
        return lines
    size = max(char.size for char in coded[0][0].chars)
    gaps = [line[1].x0 - line[0].x1 for line in coded]
    starts = sorted({(len(line[0].text), line[0].x0) for line in coded})
    steps = [b - a for (one, a), (other, b) in pairwise(starts) if other > one]
    if max(gaps) - min(gaps) > STEADY * size or max(gaps) > NEAR * size or min(steps, default=0.0) < STEP * size:
        return lines
    joined = {id(line): [joined_pieces(line[:2]), *line[2:]] for line in coded}
    return [joined.get(id(line), line) for line in lines]
