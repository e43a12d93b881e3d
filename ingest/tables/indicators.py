"""Performance indicators of projects, from running text in cells and from grids with a column a level."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.records.document import Row
from ingest.records.figure import Indicator
from ingest.records.layout import Cell
from ingest.tables.celltext import cell_text
from ingest.tables.evaluations import deviation_in, evaluated_columns, points_in, read_actual
from ingest.tables.framework import ReadTable
from ingest.tables.heading import is_numbering
from ingest.tables.indicator_years import YearColumns, without_header, year_columns
from ingest.tables.paired_indicators import paired_in
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare, printed
from ingest.wording.indicator_text import (
    IndicatorText,
    combined_levels,
    level_of,
    level_one,
    level_two,
    read_indicator_text,
)
from ingest.wording.targets import Target, comparator_of, read_target
from ingest.wording.units import money_unit, unit_named

_ROLES = (
    ("level1", re.compile(r"^一级指标|^指标类别$|^指标类型$")),
    ("level2", re.compile(r"^二级指标")),
    (
        "name",
        re.compile(
            r"^(?:三级指标|指标名称|具体指标|绩效指标|指标内容|四级指标|绩效指标名称|个性指标|三级指标名称|明细指标)$"
        ),
    ),
    ("sign", re.compile(r"性质$|运算符|计算符|比较符|^符号$|指标方向|指标值类型")),
    ("done", re.compile(r"完成|实际|执行值|历史|上年|以前|标杆|前三年|近三年")),
    (
        "value",
        re.compile(
            r"指标值|目标值|预期值|计划值|^值$|(?:性质|符号|方向)[及和与、/]?值|年度目标$|^目标$|指标值及单位|预期指标值|绩效目标值|全年目标"
        ),
    ),
    ("unit", re.compile(r"(?:度量|计量|指标)单位$|^单位$")),
)
_LEVEL1_CELL = re.compile(r"^(?:产出|效益|效果|满意度?|成本)指标?$")
_LEVEL2_CELL = re.compile(
    r"^(?:数量|质量|时效|进度|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|(?:服务对象|社会公众)?满意度)指标?$"
)
_LEVEL_HEADED = re.compile(r"(?:数量|质量|时效)指标$")
_PROJECTS = re.compile(r"^(?:单位名称|项目单位)?项目(?:名称)?$")
_NAMED = ("三级指标", "四级指标", "三级指标名称", "指标名称")
_WEIGHT = re.compile(r"分值|权重|得分|评分|备注|说明|解释|依据|是否|方法|偏差|来源|标准|指标值内容")
_CUT_CELLS = 2  # cells of one project that a page break leaves empty before it: its name, its amount
# A column of units says of a target in words what kind it is: 办公条件 = 有所改善, 无; 制度 = 健全, 是/否.
_NO_UNIT = re.compile(r"[无否/\\—-]+|是/?否|日期|年月日|时间|文字|定性|不适用")
_DAY = re.compile(r"日期|年月日|时间")
_LABEL_UNIT = re.compile(r"[（(]\s*([^（()）]{1,8})\s*[)）]\s*$")


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which column of a grid of indicators says what; ``values`` may be two: 实施周期 and 年度."""

    header: int
    columns: dict[str, int] = field(default_factory=dict)
    values: tuple[tuple[int, str | None], ...] = ()
    weight: int | None = None
    width: int = 0
    evaluated: dict[str, int] = field(default_factory=dict)  # actual, points, full, deviation
    years: YearColumns | None = None  # of several years under one heading


def indicators_of(document_id: str, tables: Sequence[ReadTable]) -> tuple[Indicator, ...]:
    """All indicators of a document, each with the row of its project."""
    found: list[Indicator] = []
    last: tuple[_Layout, ReadTable, Row | None] | None = None
    for table in tables:
        written = list(_written(document_id, table))
        layouts = _layouts(table.sheet, table.table.year)
        going_on = _going_on(table, last[0], last[1]) if last is not None and not written and not layouts else None
        if last is not None and going_on is not None:
            # A form goes on over a page without its header, and is no table of its own.
            found += _in_columns(document_id, table, going_on, table.sheet.rows, last[2], last[1])
            last = (going_on, table, last[2])
            continue
        found += written
        found += _paired(document_id, table) if not (layouts or written) else ()
        last = None
        for i, layout in enumerate(layouts):
            end = layouts[i + 1].header if i + 1 < len(layouts) else table.sheet.rows
            found += _in_columns(document_id, table, layout, end, None)
            row = _row_at(table, end - 1)
            last = (layout, table, row)
    return tuple(replace(indicator, id=f"{document_id}-i{n:04d}") for n, indicator in enumerate(found))


def _paired(document_id: str, table: ReadTable) -> Iterator[Indicator]:
    """The indicators that stand beside each other in the line of their project."""
    for place, told in paired_in(table.sheet):
        row, target = _row_at(table, place), read_target(told.target)
        levels = (told.level1, told.level2)
        yield _indicator(document_id, table, row, *levels, told.name, told.target, told.cell, None, target)


def _written(document_id: str, table: ReadTable) -> Iterator[Indicator]:
    """Indicators written as running text in the cells of a row."""
    seen: set[tuple[int, int]] = set()
    headed = {column.place: column.leaf for column in table.columns if "指标" in column.leaf}
    for row, (place, _) in zip(table.rows, table.row_places, strict=True):
        for cell in table.sheet.in_row(place):
            text = cell_text(cell.text)
            if (cell.row, cell.column) in seen or len(text) < 6 or ("指标" not in text and cell.column not in headed):
                continue
            seen.add((cell.row, cell.column))
            for item in _items_of(text, headed.get(cell.column, "")):
                target = read_target(item.target)
                level1, level2, name = item.level1, item.level2, item.name
                piece = table.sheet.piece_at(cell, len("".join(printed(text)[: item.at].split())))
                yield _indicator(document_id, table, row, level1, level2, name, target.text, piece, item.period, target)


def _items_of(text: str, header: str) -> list[IndicatorText]:
    """The indicators of a cell; one without a level in its words is of the level its column is headed by: 数量指标."""
    items = list(read_indicator_text(text))
    level = _LEVEL_HEADED.search(bare(header)) if not items else None
    led = f"{level[0]}：" if level is not None else ""
    return items or [replace(item, at=max(0, item.at - len(led))) for item in read_indicator_text(led + text) if led]


def _layouts(sheet: Sheet, year: int | None) -> list[_Layout]:
    """Every header of a grid of indicators in a sheet; a sheet may hold several forms."""
    found: list[_Layout] = []
    for row in range(sheet.rows):
        columns: dict[str, int] = {}
        values: list[tuple[int, str | None]] = []
        weight, years = None, None
        for cell in sheet.in_row(row):
            words = bare(cell.text)
            role = next((role for role, pattern in _ROLES if pattern.search(words)), None) if len(words) <= 16 else None
            if role == "value" and not _WEIGHT.search(words):
                under = year_columns(sheet, cell, year)
                years = years or under
                values.append((under.target if under else cell.column, _period_of(words)))
            elif role == "name" and words in _NAMED:
                columns["name"] = cell.column  # 绩效指标 may head the whole grid beside it
            elif role is not None and role not in ("value", "done"):
                columns.setdefault(role, cell.column)
            elif _WEIGHT.search(words) and len(words) <= 16:
                weight = cell.column
        if "level1" in columns and "name" not in columns and "level2" in columns and values:
            columns["name"] = columns.pop("level2")
        evaluated = evaluated_columns(sheet, row)
        # 绩效指标 heads a whole grid, unless what was done stands beside its target.
        listed = columns.get("name") is not None and _heads_projects(sheet, row, columns["name"])
        if values and "name" in columns and (len(columns) >= 2 or listed or "actual" in evaluated):
            if found and found[-1].header == row - 1:
                continue
            behind = [
                v for v in values if v[0] > columns["name"]
            ]  # 年度目标 before the names is the project's own goal
            found.append(_Layout(row, columns, tuple(behind or values), weight, sheet.columns, evaluated, years))
    return found


def _heads_projects(sheet: Sheet, row: int, name: int) -> bool:
    """Whether a header is of a list of projects, each with its indicator by name: 项目名称, 三级指标, 指标值."""
    named = any(cell.column == name and bare(cell.text) in _NAMED for cell in sheet.in_row(row))
    return named and any(cell.column < name and _PROJECTS.match(bare(cell.text)) for cell in sheet.in_row(row))


def _period_of(words: str) -> str | None:
    if re.search(r"实施周期|实施期|中期|总体|长期|整体", words):
        return "实施周期"
    return "年度" if re.search(r"年度|本年|当年|全年|年", words) else None


def _going_on(table: ReadTable, layout: _Layout, before: ReadTable) -> _Layout | None:
    """The layout of a sheet that goes on with the grid of the page before, None where it is another table."""
    near = 0 <= table.table.page - before.table.page_end <= 1
    if not near or table.indicators_from is not None or table.heading.end:
        return None
    if table.sheet.columns == layout.width:
        return replace(layout, header=-1)
    return _layout_by_levels(table.sheet, layout.years)


def _layout_by_levels(sheet: Sheet, years: YearColumns | None) -> _Layout | None:
    """A grid without header told by its levels: 产出指标 and 数量指标 in two columns, then name, target and weight."""
    counts: dict[str, dict[int, int]] = {"level1": {}, "level2": {}}
    for cell in sheet.cells:
        for level, pattern in (("level1", _LEVEL1_CELL), ("level2", _LEVEL2_CELL)):
            if pattern.match(bare(cell.text)):
                counts[level][cell.column] = counts[level].get(cell.column, 0) + 1
    second = max(counts["level2"], key=lambda c: counts["level2"][c], default=None)
    if second is None or counts["level2"][second] < 2 or second + 2 >= sheet.columns:
        return None
    columns = {"level2": second, "name": second + 1}
    if second - 1 in counts["level1"]:
        columns["level1"] = second - 1
    years = without_header(second + 2, years) if years is not None else None
    behind = second + 2 + (years.columns if years is not None else 1)
    if behind > sheet.columns:
        return None
    value = years.target if years is not None else second + 2
    weight = behind if behind < sheet.columns else None
    return _Layout(-1, columns, ((value, None),), weight, sheet.columns, years=years)


def _in_columns(
    document_id: str, table: ReadTable, layout: _Layout, end: int, row: Row | None, of: ReadTable | None = None
) -> Iterator[Indicator]:
    """The indicators of a grid, a line each; levels printed once hold for the lines below them."""
    sheet, level1, level2 = table.sheet, None, None
    owner: str | None = None
    seen: set[tuple[int, int]] = set()
    for place in range(layout.header + 1, end):
        if is_numbering(sheet, place):
            continue
        name_cell = sheet.at(place, layout.columns["name"])
        project = row or _row_at(table, place)
        if name_cell is None or (name_cell.row, name_cell.column) in seen:
            continue
        if name_cell.column != layout.columns["name"] and name_cell.column_span > 2:
            continue
        seen.add((name_cell.row, name_cell.column))
        if project is not None and project.id != owner:
            owner, level1, level2 = project.id, None, None
        said1 = _text(sheet, place, layout.columns.get("level1"))
        said2 = _text(sheet, place, layout.columns.get("level2"))
        if _is_own_blank(sheet, place, layout.columns.get("level1")):
            level1, level2 = None, None
        if _is_own_blank(sheet, place, layout.columns.get("level2")):
            level2 = None
        if said1 and level_one(said1) and level_one(said1) != level1:
            level1, level2 = level_one(said1), None
        if said2:
            level2 = level_two(said2)
        own1, own2, name = combined_levels(cell_text(name_cell.text))
        if not name or name in ("三级指标", "指标名称", "绩效指标") or len(name) > 150:
            continue
        yield from _line(
            document_id, table, layout, place, project, own1 or level1, own2 or level2, name, name_cell, of or table
        )


def _line(
    document_id: str,
    table: ReadTable,
    layout: _Layout,
    place: int,
    row: Row | None,
    level1: str | None,
    level2: str | None,
    name: str,
    name_cell: Cell,
    of: ReadTable,
) -> Iterator[Indicator]:
    sign = _text(table.sheet, place, layout.columns.get("sign"))
    measured_in = _text(table.sheet, place, layout.columns.get("unit"))
    unit = "" if _NO_UNIT.fullmatch(bare(measured_in)) else measured_in
    for column, period in (*layout.values, *(layout.years.others if layout.years else ())):
        cell = table.sheet.at(place, column)
        if cell is None or (cell.column_span > 3 and cell.column < column):
            continue
        text = cell_text(cell.text)
        if not text and not sign:
            continue
        if _is_several(table.sheet, place, layout, cell) or _DAY.fullmatch(bare(measured_in)):
            target = replace(read_target(""), text=printed(text))
        else:
            target = read_target(text, sign or None, unit or _unit_in(name, text) or None)
        shown = text if not sign or text.startswith(sign) else f"{_shown_sign(sign, text)}{text}{unit}"
        made = _indicator(document_id, of, row, level1, level2, name, shown, name_cell, period, target)
        evaluated = layout.evaluated if (column, period) in layout.values else {}
        yield _with_evaluation(made, table.sheet, name_cell, evaluated, unit, target)


def _with_evaluation(
    indicator: Indicator, sheet: Sheet, name: Cell, columns: dict[str, int], unit: str, target: Target
) -> Indicator:
    """The indicator with what a self-evaluation says of it; points beside several indicators are of none of them."""
    cells = {role: sheet.at(name.row, column) for role, column in columns.items()}
    told = {
        role: cell_text(cell.text)
        for role, cell in cells.items()
        if cell is not None and (role not in ("points", "full") or cell.row_span <= name.row_span)
    }
    if not told.get("actual") and not told.get("points"):
        return indicator
    actual = read_actual(told.get("actual", ""), unit or None, target)
    return replace(
        indicator,
        actual=actual.text or None,
        actual_value=actual.value,
        actual_unit=actual.unit,
        points=points_in(told.get("points", "")),
        full_points=points_in(told.get("full", "")),
        deviation=deviation_in(told.get("deviation", "")),
    )


def _is_own_blank(sheet: Sheet, place: int, column: int | None) -> bool:
    """A merged cell that begins here and is empty: its words were lost, and those above are not its own."""
    cell = sheet.at(place, column) if column is not None else None
    return cell is not None and cell.row == place and cell.row_span > 1 and not cell.text.strip()


def _is_several(sheet: Sheet, place: int, layout: _Layout, cell: Cell) -> bool:
    """Two lines run together where a rule is missing: their weights stand below one another, as their values do."""
    if layout.weight is None:
        return False
    weight = sheet.at(place, layout.weight)
    lines = [line for line in (weight.text if weight else "").split("\n") if line.strip()]
    return len(lines) > 1 and all(re.fullmatch(r"[\d.]+", line.strip()) for line in lines) and "\n" in cell.text


def _shown_sign(sign: str, text: str) -> str:
    """The sign to print before a target; = before words (= 有所改善) says nothing."""
    compared = comparator_of(sign)
    return sign if compared and (compared != "=" or any(map(str.isdigit, text))) else ""


def _unit_in(name: str, target: str) -> str | None:
    """The unit that stands in the name's brackets, where the target is a bare number: 培训成本（元） ≤1947."""
    match = _LABEL_UNIT.search(name)
    if match is None or not re.fullmatch(r"\D{0,4}\s*[\d.,]+", target.strip()):
        return None
    unit = match.group(1)
    known = money_unit(unit) is not None or (unit_named(unit) is not None and len(unit) <= 6)
    return unit if known and not re.search(r"[含略]|\d", unit) else None


def _text(sheet: Sheet, row: int, column: int | None) -> str:
    cell = sheet.at(row, column) if column is not None else None
    return cell_text(cell.text) if cell is not None else ""


def _row_at(table: ReadTable, place: int) -> Row | None:
    """The row of records that a line of the sheet belongs to: the last that begins at or above it.

    A project whose cells a page break cuts may have its words behind the break: its lines before it are its own.
    """
    starts = [(row, start) for row, (start, _) in zip(table.rows, table.row_places, strict=True)]
    above = [(row, start) for row, start in starts if start <= place]
    below = next(((row, start) for row, start in starts if start > place), None)
    if above and below is not None and _is_cut_before(table.sheet, above[-1][1], place, below[1]):
        return below[0]
    return above[-1][0] if above else None


def _is_cut_before(sheet: Sheet, above: int, place: int, below: int) -> bool:
    """Whether a line stands beside empty cells that end at a page break, behind which the words of its row begin."""
    if below not in sheet.page_starts:
        return False
    heads = [c for c in sheet.in_row(below) if c.row == below and c.row_span > 1 and c.text.strip()]
    empty = 0
    for head in heads:
        own, over = sheet.at(place, head.column), sheet.at(above, head.column)
        ended = over is not None and over.row_span > 1 and over.row + over.row_span <= place
        cut = own is not None and own.row > above and own.row + own.row_span == below and not own.text.strip()
        empty += cut and ended
    return empty >= _CUT_CELLS


def _indicator(
    document_id: str,
    table: ReadTable,
    row: Row | None,
    level1: str | None,
    level2: str | None,
    name: str,
    text: str,
    cell: Cell,
    period: str | None,
    target: Target,
) -> Indicator:
    whole = table.table.kind == "overall_performance"
    body = table.table.department or table.table.title
    return Indicator(
        "",
        document_id,
        table.table.id,
        row.id if row is not None and not whole else None,
        body if whole or row is None else row.label,
        level1 or level_of(level2),
        level2,
        name,
        text,
        target.comparator,
        target.value,
        target.unit,
        period,
        cell.page or table.table.page,
        cell.box,
    )
