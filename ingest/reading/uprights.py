"""Columns of a table whose columns alone are ruled: the stretches between the upright rules beside its rows."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.reading.alignment import Span
from ingest.reading.marks import Ruling
from ingest.reading.pieces import Piece, cut_at
from ingest.reading.rulings import joined

_DRAWN = 0.8  # of the rows' height; merged cells interrupt a rule
_FEWEST = 3
_SIDE = 1.0  # between a rule and the words of its cell, points


def columns_between(rules: Sequence[Ruling], lines: list[list[Piece]]) -> list[Span] | None:
    """The columns between upright rules that run beside all lines; None where these are not enclosed by such rules."""
    top, bottom = min(p.top for p in lines[0]), max(p.bottom for p in lines[-1])
    drawn: dict[float, float] = {}
    for rule in joined([rule for rule in rules if not rule.horizontal]):
        drawn[rule.at] = drawn.get(rule.at, 0.0) + max(0.0, min(rule.high, bottom) - max(rule.low, top))
    places = sorted(at for at, length in drawn.items() if length >= _DRAWN * (bottom - top))
    pieces = [piece for line in lines for piece in line]
    if len(places) < _FEWEST or any(not places[0] < p.middle_x < places[-1] for p in pieces):
        return None
    return [(low + _SIDE, high - _SIDE) for low, high in pairwise(places)]


def cut_at_columns(lines: list[list[Piece]], spans: list[Span]) -> list[list[Piece]]:
    """Lines whose pieces are cut where a column ends in one of their gaps."""
    edges = [high + _SIDE for _, high in spans[:-1]]
    return [[part for piece in line for part in cut_at(piece, edges)] for line in lines]
