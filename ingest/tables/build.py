"""From a reading to tables, rows and figures: the chain of steps in order."""

from dataclasses import dataclass, replace

from ingest.records.document import Row, RowText, Stage, Table
from ingest.records.figure import Figure
from ingest.records.grid import PlainGrid
from ingest.records.layout import Reading
from ingest.records.passage import Passage
from ingest.records.units import Unit
from ingest.tables.captions import Caption, caption_of
from ingest.tables.columns import columns_of
from ingest.tables.form_records import form_records
from ingest.tables.forms import form_of, form_start
from ingest.tables.framework import Framework, ReadTable
from ingest.tables.grid_records import grid_records
from ingest.tables.grids import plain_grid
from ingest.tables.heading import Heading, heading_of
from ingest.tables.join import sheets_of
from ingest.tables.mend import mended
from ingest.tables.sheet import Sheet
from ingest.tables.stacked_forms import forms_parted, with_forms_whole
from ingest.tables.stacked_tables import tables_parted
from ingest.tables.stage_rows import with_periods
from ingest.tables.task_lists import cost_list_parted, task_list_parted
from ingest.tables.two_in_one import amounts_apart
from ingest.tables.word_tables import passage_of
from ingest.wording.table_kinds import COSTS
from ingest.wording.units import money_unit


@dataclass(frozen=True, slots=True)
class TablesParsed:
    """Everything the tables of one document gave."""

    read: tuple[ReadTable, ...]
    passages: tuple[Passage, ...] = ()  # tables of words alone
    grids: tuple[PlainGrid, ...] = ()  # every table cell by cell

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables alone, in order."""
        return tuple(read.table for read in self.read)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all tables, in order."""
        return tuple(row for read in self.read for row in read.rows)

    @property
    def row_texts(self) -> tuple[RowText, ...]:
        """The cells of words of all rows, in order."""
        return tuple(text for read in self.read for text in read.texts)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of all tables, in order."""
        return tuple(figure for read in self.read for figure in read.figures)


def tables_of(
    reading: Reading,
    document_id: str,
    department: str | None,
    year: int | None,
    stage: Stage,
    unit: str | None = None,
    keep_grids: bool = False,
) -> TablesParsed:
    """Every table of a document as records, figures in their printed unit; the rest is what the document says.

    With ``keep_grids`` every table is kept cell by cell too.
    """
    framework = Framework(document_id, department, year, stage, money_unit(unit) if unit else None)
    read: list[ReadTable] = []
    passages: list[Passage] = []
    grids: list[PlainGrid] = []
    last_unit: Unit | None = None
    sheets = [amounts_apart(part) for whole in sheets_of(reading) for part in tables_parted(whole)]
    parts = [part for whole in sheets for part in forms_parted(whole)]
    for sheet in with_forms_whole(parts):
        if keep_grids:
            grids.append(plain_grid(document_id, len(grids), sheet, caption_of(sheet, heading_of(sheet)).title))
        found = _records(framework, len(read), sheet, last_unit, read[-1] if read else None)
        if found:
            read += found
            last_unit = money_unit(found[0].table.unit or "") or last_unit
            continue
        heading = heading_of(sheet)
        words = passage_of(document_id, len(passages), sheet, heading, caption_of(sheet, heading))
        if words is not None:
            passages.append(words)
    return TablesParsed(tuple(read), tuple(passages), tuple(grids))


def _records(
    framework: Framework, ordinal: int, sheet: Sheet, last_unit: Unit | None, before: ReadTable | None
) -> list[ReadTable]:
    """The table of a sheet; a form with a list of tasks in it gives two.

    The title printed above the first of several forms (附表1, 附表2) holds for those that follow without one.
    """
    start = form_start(sheet)
    if start is not None:
        whole = Heading(start, start, start)
        sheet = mended(sheet, whole, [])
        caption = caption_of(sheet, whole)
        if not caption.title and before is not None and before.indicators_from is not None:
            caption = replace(caption, title=before.table.title, year=caption.year or before.table.year)
        form, tasks = task_list_parted(sheet, start)
        listed = None if tasks is None else _grid(framework, ordinal, tasks, caption, last_unit)
        read = [] if listed is None else [listed]
        form, costs, called = cost_list_parted(form, start)
        if costs is not None:
            own = replace(caption, title=f"{called}（{form_of(form, start).name}）")
            costed = _grid(framework, ordinal + len(read), costs, own, last_unit, COSTS)
            read += [] if costed is None else [costed]
        return [*read, form_records(framework, ordinal + len(read), form, start, caption, last_unit)]
    grid = _grid(framework, ordinal, sheet, None, last_unit)
    return [] if grid is None else [grid]


def _grid(
    framework: Framework,
    ordinal: int,
    sheet: Sheet,
    caption: Caption | None,
    last_unit: Unit | None,
    kind: str | None = None,
) -> ReadTable | None:
    """The table of a sheet with a heading; ``kind`` where it is known already what it lists."""
    heading = heading_of(sheet)
    columns = columns_of(sheet, heading)
    if sheet.page_starts:
        sheet = mended(sheet, heading, columns)
        columns = columns_of(sheet, heading)
    columns = with_periods(columns, sheet, heading)
    caption = caption or caption_of(sheet, heading)
    return grid_records(framework, ordinal, sheet, heading, caption, columns, last_unit, kind)
