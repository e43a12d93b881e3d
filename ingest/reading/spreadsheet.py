"""Spreadsheets (xlsx, xlsm, xls, ods) through python-calamine: a page a sheet, boxes in cell units."""

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from ingest.reading.cell_limit import hold_sheets_to_limit, hold_to_limit
from ingest.reading.errors import ReadError
from ingest.reading.header_blanks import covered_by, merged_names
from ingest.reading.heading_rows import first_table_row
from ingest.reading.ods import sheet_looks
from ingest.records.layout import Cell, Grid, Line, Page, Reading
from ingest.wording.glyphs import led_in

# A spreadsheet holds numbers as binary floats and shows at most 15 significant digits (Excel's documented limit);
# the 16th and 17th are noise of the binary form, never typed by anyone.
SIGNIFICANT_DIGITS = 15
_MOST_COLUMNS = 16_384  # of a sheet, by the format
Merged = tuple[tuple[int, int], tuple[int, int]]  # the first and the last row and column of a merged range
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_PERCENT = re.compile(r"^[^;%.]*(?:\.(?P<places>[0#?]+))?[^;%.]*%")
_NOTE = re.compile(r"\s*[（(]?(?:备?注|附注|说明)\s*\d?\s*[：:﹕∶]")


def read_spreadsheet(content: bytes, name: str) -> Reading:
    """Every visible sheet as a page; raises ReadError where the workbook cannot be opened or has too many cells."""
    import python_calamine

    hold_sheets_to_limit(content, name)
    open_looks = sheet_looks(content, name)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        metadata = list(workbook.sheets_metadata)
    except python_calamine.PasswordError as fault:
        raise ReadError("encrypted", file=name) from fault
    except Exception as fault:  # the library raises its own, zip and XML errors alike
        raise ReadError("broken", file=name, detail=str(fault)) from fault
    looks = _looks(content)
    pages: list[Page] = []
    warnings: list[str] = []
    cells = 0
    for sheet in metadata:
        if "visible" not in str(sheet.visible).lower() or "hidden" in str(sheet.visible).lower():
            warnings.append(f"hidden_sheet:{sheet.name}")
            continue
        number = len(pages) + 1
        try:
            book_sheet = workbook.get_sheet_by_name(sheet.name)
            cells += book_sheet.total_height * book_sheet.total_width
            hold_to_limit(name, cells)
            values = book_sheet.to_python(skip_empty_area=False)
            merged = book_sheet.merged_cell_ranges or []
        except ReadError:
            raise  # too many cells
        except Exception as fault:  # one bad sheet does not stop the others
            pages.append(Page(number, 0, 0, fault=f"broken_sheet:{sheet.name}:{fault}"))
            continue
        look = looks.get(sheet.name, _Look())
        if (told := open_looks.get(sheet.name)) is not None:
            merged, look = told.merged, _Look(told.percent, told.rows, told.columns)
        merged = _within(merged, len(values), max(map(len, values), default=0))
        hold_to_limit(name, sum((bottom - top + 1) * (right - left + 1) for (top, left), (bottom, right) in merged))
        if any(_is_hidden(look, i, j) and value != "" for i, row in enumerate(values) for j, value in enumerate(row)):
            warnings.append(f"hidden_cells:{sheet.name}")
        pages.append(_page(number, sheet.name, *_shown(values, merged, look)))
    return Reading(name, "spreadsheet", tuple(pages), tuple(warnings))


def _within(merged: Iterable[Merged], rows: int, columns: int) -> list[Merged]:
    """Merged ranges as far as they lie in the sheet: nothing is shown beyond its last filled row and column."""
    inside = ((start, end) for start, end in merged if start[0] < rows and start[1] < columns)
    return [(start, (min(end[0], rows - 1), min(end[1], columns - 1))) for start, end in inside]


def _page(
    number: int,
    sheet: str,
    values: list[list[Any]],
    merged: Iterable[Merged],
    percent: Mapping[tuple[int, int], int],
) -> Page:
    spans = {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in merged}
    covered = covered_by(spans)
    printed = [
        [
            "" if (row, column) in covered else printed_value(value, percent.get((row, column)))
            for column, value in enumerate(line)
        ]
        for row, line in enumerate(values)
    ]
    lines: list[Line] = []
    grids: list[Grid] = []
    for top, bottom in _blocks(printed):
        start = top + first_table_row(printed[top:bottom])
        end = _before_notes(printed, start, bottom)
        lines += _lines(printed, top, start)
        if start < end:
            own = spans
            if not any(start <= row < end for row, _ in spans):
                own = {(start + i, j): span for (i, j), span in merged_names(printed[start:end]).items()}
            grids.append(_grid(number, printed, start, end, own, covered_by(own)))
        lines += _lines(printed, end, bottom)
    if not any(line.text for line in lines[:1]) and grids:
        # The tab's name is often the only title there is.
        lines.insert(0, Line(sheet, (0, -1, 1, 0)))
    width = max((len(line) for line in printed), default=0)
    return Page(number, float(width), float(len(printed)), tuple(grids), tuple(lines))


def printed_value(value: Any, percent: int | None = None) -> str:
    """A cell's value as a person sees it, exact to the 15 digits a spreadsheet holds; blank for nothing.

    ``percent`` is the number of decimal places with which a percentage is shown.

    >>> printed_value(3505.9000000000001), printed_value(0.4172839, percent=2), printed_value(None)
    ('3505.9', '41.73%', '')
    """
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    if isinstance(value, int | float):
        number = Decimal(format(value, f".{SIGNIFICANT_DIGITS}g"))
        if percent is not None:
            return f"{_plain((number * 100).quantize(Decimal(1).scaleb(-percent), ROUND_HALF_UP))}%"
        return _plain(number)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.datetime | datetime.time):
        return value.isoformat()
    return str(value).strip("\r\n")


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def _blocks(printed: list[list[str]]) -> list[tuple[int, int]]:
    """Runs of rows between blank rows; two blank rows part two tables, one does not."""
    blocks: list[tuple[int, int]] = []
    start: int | None = None
    blank = 0
    for index, line in enumerate([*printed, [], []]):
        if any(text.strip() for text in line):
            start = index if start is None else start
            blank = 0
            continue
        blank += 1
        if blank == 2 and start is not None:
            blocks.append((start, index - 1))
            start = None
    return [(top, min(bottom, len(printed))) for top, bottom in blocks]


def _before_notes(printed: list[list[str]], top: int, bottom: int) -> int:
    """Where the notes under a table begin, which no ruled line parts from its rows: 注：本表为空。"""
    filled = [[text for text in line if text.strip()] for line in printed[top:bottom]]
    while filled and (not filled[-1] or (len(filled[-1]) == 1 and _NOTE.match(filled[-1][0]))):
        filled.pop()
    return top + len(filled)


def _lines(printed: list[list[str]], top: int, bottom: int) -> list[Line]:
    return [
        Line(part.strip(), (float(column), float(row), float(column + 1), float(row + 1)))
        for row in range(top, bottom)
        for column, text in enumerate(printed[row])
        for part in text.splitlines()
        if part.strip()
    ]


def _grid(
    page: int,
    printed: list[list[str]],
    top: int,
    bottom: int,
    spans: dict[tuple[int, int], tuple[int, int]],
    covered: set[tuple[int, int]],
) -> Grid:
    used = [index for row in printed[top:bottom] for index, text in enumerate(row) if text.strip()]
    left, right = min(used), max(used) + 1
    cells = []
    for row in range(top, bottom):
        for column in range(left, right):
            if (row, column) in covered:
                continue
            rows, columns = spans.get((row, column), (1, 1))
            rows, columns = min(rows, bottom - row), min(columns, right - column)
            text = printed[row][column] if column < len(printed[row]) else ""
            box = (float(column), float(row), float(column + columns), float(row + rows))
            cells.append(Cell(row - top, column - left, text, box, rows, columns, page, indent=led_in(text)))
    box = (float(left), float(top), float(right), float(bottom))
    return Grid(page, box, bottom - top, right - left, tuple(cells))


class _Look(NamedTuple):
    """What only the formats of a sheet tell, in rows and columns from 0."""

    percent: Mapping[tuple[int, int], int] = {}  # printed a hundred times as large, with so many decimal places
    rows: frozenset[int] = frozenset()  # hidden ones
    columns: frozenset[int] = frozenset()


def _is_hidden(look: _Look, row: int, column: int) -> bool:
    return row in look.rows or column in look.columns


def _shown(
    values: list[list[Any]], merged: Iterable[Merged], look: _Look
) -> tuple[list[list[Any]], list[Merged], Mapping[tuple[int, int], int]]:
    """The values, merged ranges and percentages of a sheet as one sees them: hidden rows and columns are left out."""
    if not look.rows and not look.columns:
        return values, list(merged), look.percent
    width = max(map(len, values), default=0)
    rows = [i for i in range(len(values)) if i not in look.rows]
    columns = [j for j in range(width) if j not in look.columns]
    row_at, column_at = ({old: new for new, old in enumerate(kept)} for kept in (rows, columns))
    ranges: list[Merged] = []
    for (top, left), (bottom, right) in merged:
        over = [row_at[i] for i in range(top, bottom + 1) if i in row_at]
        across = [column_at[j] for j in range(left, right + 1) if j in column_at]
        if not over or not across:
            continue
        ranges.append(((over[0], across[0]), (over[-1], across[-1])))
        values[rows[over[0]]][columns[across[0]]] = values[top][left]  # its words are shown in the cells left of it
    percent = {(row_at[i], column_at[j]): n for (i, j), n in look.percent.items() if i in row_at and j in column_at}
    return [[values[i][j] for j in columns if j < len(values[i])] for i in rows], ranges, percent


def _looks(content: bytes) -> dict[str, _Look]:
    """Percentages, hidden rows and hidden columns by sheet; only a workbook that has any is opened for them."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            styles = parts.read("xl/styles.xml").decode("utf-8", "replace")
            percent = "%" in styles or any(f'numFmtId="{number}"' in styles for number in (9, 10))
            sheets = (one for one in parts.namelist() if one.startswith("xl/worksheets/sheet"))
            if not percent and not any(_HIDDEN.search(parts.read(sheet)) for sheet in sheets):
                return {}
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError):
        return {}  # xls comes without this look, ods has its own, and a damaged sheet is told where it is read
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except Exception:  # calamine read it; without the formats the stored numbers stand
        return {}
    return {sheet.title: _look(sheet) for sheet in workbook.worksheets}


def _look(sheet: Any) -> _Look:
    percent = {
        (cell.row - 1, cell.column - 1): len(match["places"] or "")
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float) and (match := _PERCENT.search(str(cell.number_format)))
    }
    rows = frozenset(at - 1 for at, row in sheet.row_dimensions.items() if row.hidden)
    hidden = [column for column in sheet.column_dimensions.values() if column.hidden]
    columns = frozenset(at - 1 for column in hidden for at in range(column.min, min(column.max, _MOST_COLUMNS) + 1))
    return _Look(percent, rows, columns)
