"""Where a table's heading is: title rows inside the rulings, the header tree, rows of column numbers."""

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.records.layout import Cell
from ingest.tables.celltext import cell_text, read_amount
from ingest.tables.sheet import Sheet
from ingest.wording.codes import is_code_cell, split_code
from ingest.wording.glyphs import normal
from ingest.wording.names import coded_body, is_body_name
from ingest.wording.numbers import CellKind

# 单位：万元, 部门名称：…, 表3: said of a table as a whole, never a column of it.
_ABOUT = re.compile(
    r"^(?:[^:]{0,14}(?:单位|部门|编制|填报|名称|日期|币种|公开表|机构)[^:]{0,10}:.*|(?:附?件?\s*)?(?:公开|预算|决算|附)?表?\d{1,2}(?:-\d{1,2})?表?|"
    r"金?额?单位:?.{0,4}元|\(?单位:.*|.{0,40}(?:预算|财政|会计)?年[度份]:(?:19|20)\d\d年?度?)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERING = re.compile(
    r"\(?\d{1,3}\)?|[*＊]{1,3}|栏次|行次|序号|[甲乙丙丁]|[a-z]|\d{1,2}=[\d+\-=()…,.至]+|[a-z]=.+|[-—]+|合计|类?款?项?"
)
_FEWEST_NUMBERED = 4  # columns in a row whose numbers do not begin the count
TOTALS = frozenset(["合计", "总计", "小计", "总合计", "共计", "累计"])


@dataclass(frozen=True, slots=True)
class Heading:
    """Rows of a sheet: titles before ``first``, the header tree before ``end``, data from ``body``."""

    first: int
    end: int
    body: int


def is_about(text: str) -> bool:
    """Whether a cell speaks about the table: its unit, department or number."""
    return bool(_ABOUT.match(normal(text)))


def _is_data(cell: Cell) -> bool:
    text = normal(cell.text)
    if not text or _YEAR.fullmatch(text):
        return False
    if read_amount(cell.text)[0].kind is CellKind.NUMBER or is_code_cell(cell.text):
        return True
    coded = split_code(cell.text)
    return coded is not None and coded.scheme is not None


def _first_row(sheet: Sheet) -> int:
    """The first row that is not a title, unit or department line inside the rulings."""
    for row in range(sheet.rows):
        filled = sheet.filled(row)
        if not filled:
            continue
        titles = [cell for cell in filled if not is_about(cell.text)]
        if all(coded_body(cell.text) for cell in titles):
            continue
        if len(titles) < len(filled) and all(is_body_name(cell.text) for cell in titles):
            continue  # 甲市水务局 at the left of 单位：万元
        if len(filled) == 1 and sheet.columns > 1 and filled[0].row_span == 1:
            wide = filled[0].column_span * 2 > sheet.columns
            if _is_top_level(sheet, filled[0]):
                return row
            alone = len(sheet.in_row(row)) <= 2
            titled = re.search(r"表\s*(?:[(（].*)?$", filled[0].text.strip()) is not None
            if (wide or alone or titled) and not _is_data(filled[0]) and normal(filled[0].text) not in TOTALS:
                continue
        if len(titles) == 1 and len(filled) > 1 and re.search(r"表$", titles[0].text.strip()) and len(filled) <= 3:
            continue
        return row
    return sheet.rows


def _is_top_level(sheet: Sheet, cell: Cell) -> bool:
    """A cell over all columns that is no title but the first header level: 财政拨款“三公”经费 over 合计, 接待费 …"""
    text = normal(cell.text)
    if cell.column_span < sheet.columns or re.search(r"表|\d{4}|:|单位|收入|支出", text) or not sheet.above:
        return False
    below = sheet.filled(cell.row + 1)
    return len(below) >= 2 and not any(_is_data(c) or is_about(c.text) for c in below)


def heading_of(sheet: Sheet) -> Heading:
    """Find the heading rows of a sheet; ``first == end`` where it has none (a continuation without header)."""
    first = _first_row(sheet)
    begins = sheet.starting(first) if first < sheet.rows else []
    if first >= sheet.rows or (any(_is_data(cell) for cell in begins) and not _heads_classes(begins)):
        return Heading(first, first, _after_numbering(sheet, first))
    end = first + 1
    while end < sheet.rows:
        reach = max((c.row + c.row_span for r in range(first, end) for c in sheet.filled(r)), default=end)
        reach = min(reach, sheet.rows)
        if reach > end and not any(_is_data(c) for r in range(end, reach) for c in sheet.starting(r)):
            end = reach
        elif _is_lower_level(sheet, first, end):
            end += 1
        else:
            break
    return Heading(first, end, _after_numbering(sheet, end))


def _heads_classes(cells: list[Cell]) -> bool:
    """Whether a row heads its columns by classes with their codes: 科目名称, 总计, 501 机关工资福利支出, 502 …."""
    coded = [cell for cell in cells if _is_data(cell)]
    named = [cell for cell in cells if cell not in coded and _NAMES_COLUMN.search(normal(cell.text))]
    classes = all(split_code(cell.text) is not None and not is_code_cell(cell.text) for cell in coded)
    amounts = any(read_amount(cell.text)[0].kind is CellKind.NUMBER for cell in coded)
    return classes and not amounts and len(coded) > 1 and len(named) > 1


_NAMES_COLUMN = re.compile(r"科目|名称|编码|项目|单位|合计$|总计$")


def _is_lower_level(sheet: Sheet, first: int, row: int) -> bool:
    """Whether a row is a further header level: words under a header cell that spans several columns."""
    own = sheet.starting(row)
    filled = [cell for cell in own if cell.text.strip()]
    if not filled or any(_is_data(cell) for cell in filled) or is_numbering(sheet, row):
        return False
    if _all_under_blanks(sheet, first, row, filled):
        return True
    under: list[Cell] = []
    for cell in filled:
        parent = _above(sheet, first, row, cell.column)
        if parent is None or not parent.text.strip():
            continue
        if parent.column_span > cell.column_span or _goes_on_beside(sheet, parent):
            under.append(cell)
        elif not _is_cut_off(sheet, cell, under):
            return False  # words under a finished column: a row of data
    return len(under) >= 2 or (len(under) == 1 and any(c.row_span > 1 for c in filled))


def _goes_on_beside(sheet: Sheet, cell: Cell) -> bool:
    """Whether an upper name stands again on the page of further columns put beside: the paper cut it in two."""
    beside = (sheet.at(cell.row, cell.column - 1), sheet.at(cell.row, cell.column + cell.column_span))
    return any(c is not None and c.page != cell.page and normal(c.text) == normal(cell.text) for c in beside)


def _is_cut_off(sheet: Sheet, cell: Cell, under: list[Cell]) -> bool:
    """Whether a last column is the first under a name that the paper cuts: 合计 under each of 本年收入, 本年支出."""
    return cell.column == sheet.columns - 1 and any(normal(cell.text) == normal(other.text) for other in under)


def _all_under_blanks(sheet: Sheet, first: int, row: int, filled: list[Cell]) -> bool:
    """收入 | blank | 支出 | blank over 项目 | 预算数 | 项目 | 预算数: a first level whose cells are not merged."""
    if row != first + 1 or len(filled) < 4 or len(filled) < sheet.columns:
        return False
    top = [sheet.at(first, cell.column) for cell in filled]
    named = [cell for cell in top if cell is not None and cell.text.strip()]
    repeated = len({normal(cell.text) for cell in filled}) * 2 <= len(filled)
    return (repeated or _over_amounts(sheet, row, filled)) and top[0] in named and len(named) * 2 <= len(filled)


def _over_amounts(sheet: Sheet, row: int, filled: list[Cell]) -> bool:
    """科目编码 | 科目名称 | 总计 | 基本支出 | 项目支出, all different, right over a row with amounts in two columns."""
    below = [sheet.at(row + 1, cell.column) for cell in filled] if row + 1 < sheet.rows else []
    amounts = [c for c in below if c is not None and c.row == row + 1 and _is_data(c)]
    return len(amounts) > 1 and any(_NAMES_COLUMN.search(normal(cell.text)) for cell in filled)


def _above(sheet: Sheet, first: int, row: int, column: int) -> Cell | None:
    for r in range(row - 1, first - 1, -1):
        cell = sheet.at(r, column)
        if cell is not None and cell.text.strip():
            return cell
    return None


def is_numbering(sheet: Sheet, row: int) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3, ** 1 2, 1 2=3+4."""
    texts = [normal(cell.text) for cell in sheet.filled(row)]
    if len(texts) < 2 or not all(_NUMBERING.fullmatch(text) for text in texts):
        return False
    numbers = [int(text.strip("()")) for text in texts if text.strip("()").isdigit()]
    if len(numbers) == len(texts) >= _FEWEST_NUMBERED and all(b - a == 1 for a, b in pairwise(numbers)):
        return True  # 8 9 10 11: of the further columns of a sheet wider than its paper
    if len(numbers) >= 2 and all(b - a in (0, 1) for a, b in pairwise(numbers)) and numbers[0] in (0, 1, 2, 3):
        return numbers[-1] > numbers[0]
    return not numbers and any("*" in text or text in ("栏次", "行次") or "=" in text for text in texts)


def _after_numbering(sheet: Sheet, end: int) -> int:
    body = end
    while body < sheet.rows and (is_numbering(sheet, body) or not sheet.words(body)):
        if not sheet.words(body) and not _numbering_below(sheet, body):
            break
        body += 1
    return body


def _numbering_below(sheet: Sheet, row: int) -> bool:
    return row + 1 < sheet.rows and is_numbering(sheet, row + 1)


def column_path(sheet: Sheet, heading: Heading, column: int) -> tuple[str, ...]:
    """The header levels of a column from the top, wrapping mended, blank and repeated levels left out."""
    path: list[str] = []
    last: Cell | None = None
    for row in range(heading.first, heading.end):
        cell = sheet.at(row, column)
        if cell is not None and not cell.text.strip():
            cell = _spread(sheet, heading, row, column) or cell
        if cell is None or cell is last:
            continue
        last = cell
        text = cell_text(cell.text)
        if text and (not path or normal(path[-1]) != normal(text)):
            path.append(text)
    return tuple(path)


def _spread(sheet: Sheet, heading: Heading, row: int, column: int) -> Cell | None:
    """The header cell that means to stand over a blank one at its right where the form did not merge them.

    收入 over 项目 and a blank over 预算数: the blank has words below it, and so has the cell it belongs to.
    """
    if row + 1 >= heading.end or not _worded(sheet, row + 1, column):
        return None
    for left in range(column - 1, -1, -1):
        cell = sheet.at(row, left)
        if cell is None or not _worded(sheet, row + 1, left) or sheet.at(row + 1, left) is cell:
            return None
        if cell.text.strip():
            return cell
    return None


def _worded(sheet: Sheet, row: int, column: int) -> bool:
    cell = sheet.at(row, column)
    return cell is not None and cell.row == row and bool(cell.text.strip())
