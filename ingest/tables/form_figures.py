"""The money lines of a form, told apart where two bear one name."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from ingest.records.layout import Cell
from ingest.wording.glyphs import bare

_TOTAL = re.compile(r"总额|总计|合计|总金额")
_OF_A_YEAR = re.compile(r"^(?:年度|当年|本年).*(?:总额|总计|合计)")


@dataclass(frozen=True, slots=True)
class FormFigure:
    """A money line's cell, the words that name it, and the group they stand in."""

    path: tuple[str, ...]
    cell: Cell
    group: str


def told_apart(figures: list[FormFigure]) -> tuple[FormFigure, ...]:
    """Money lines with the total that heads their column, where it is not clear without it.

    So are two of one name (其他资金 of the project and of the year), and what is of a whole term beside a year.
    """
    lines = Counter((figure.group, figure.path) for figure in figures)
    heads: dict[tuple[str, int], FormFigure] = {}
    for figure in figures:
        heads.setdefault((figure.group, figure.cell.column), figure)
    yearly = {group for (group, _), head in heads.items() if _OF_A_YEAR.search(bare(head.path[-1]))}

    def told(figure: FormFigure) -> FormFigure:
        head = heads[(figure.group, figure.cell.column)]
        total = bare(head.path[-1])
        longer = figure.group in yearly and not _OF_A_YEAR.search(total)
        doubtful = longer or lines[(figure.group, figure.path)] > 1
        if not doubtful or head is figure or not _TOTAL.search(total):
            return figure
        return replace(figure, path=(*head.path, *figure.path))

    return tuple(map(told, figures))
