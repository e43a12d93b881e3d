"""What the makers of records share: what a table takes from its document, and what they hand back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.records.document import Row, RowText, Stage, Table
from ingest.records.figure import Figure
from ingest.records.layout import Box, Cell
from ingest.records.units import WAN_YUAN, Unit, UnitKind
from ingest.tables.captions import Caption
from ingest.tables.columns import Column
from ingest.tables.heading import Heading
from ingest.tables.sheet import Sheet
from ingest.wording.units import label_unit


@dataclass(frozen=True, slots=True)
class Framework:
    """What a table takes from its document where it prints nothing itself."""

    document_id: str
    department: str | None
    year: int | None
    stage: Stage
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table's records, with the sheet it was read from for those who read more out of it (indicators, goals)."""

    table: Table
    sheet: Sheet
    heading: Heading
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_places: tuple[tuple[int, int], ...]  # (sheet row, half) of every row
    texts: tuple[RowText, ...]
    figures: tuple[Figure, ...]
    indicators_from: int | None = None  # in a form: the sheet row where its grid of indicators begins


@dataclass(frozen=True, slots=True)
class Said:
    """A table's own words settled against its document's."""

    id: str
    unit: Unit
    year: int | None
    department: str | None
    inferred: tuple[str, ...]
    stage: Stage


def settle(
    framework: Framework, ordinal: int, caption: Caption, header_unit: Unit | None, last_unit: Unit | None
) -> Said:
    """A table's unit, year and department: printed on it, else its document's; what is worked out is named."""
    printed_unit = caption.unit or header_unit
    inferred = () if printed_unit is not None else ("unit",)
    return Said(
        f"{framework.document_id}-t{ordinal:03d}",
        printed_unit or last_unit or framework.unit or WAN_YUAN,
        caption.year or framework.year,
        caption.department or framework.department,
        inferred,
        Stage.FINAL_ACCOUNT if "决算" in caption.title or "自评" in caption.title else framework.stage,
    )


def unit_of_labels(cells: Iterable[Cell]) -> Unit | None:
    """The one unit of money that labels within a table print in brackets: 预算情况（万元） beside its rows.

    It goes before a unit that was printed over another table; labels that differ tell nothing of the whole.
    """
    short = (c.text for c in cells if len(c.text) <= _LABEL and not any(map(str.isdigit, c.text)))
    labels = [text for text in short if re.search("[(（]", text)]
    units = {unit for text in labels if (unit := label_unit(text)) is not None and unit.kind is UnitKind.MONEY}
    return next(iter(units)) if len(units) == 1 else None


_LABEL = 14  # characters of a label, with the unit in its brackets


def around(cells: list[Cell], page: int) -> Box | None:
    """The smallest box around the cells of one page."""
    boxes = [cell.box for cell in cells if cell.box is not None and (cell.page or page) == page]
    if not boxes:
        return None
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
