"""Forms of one project each: label and value side by side, money lines, a goal, and a grid of indicators below.

Seen in Shandong, Shaanxi, Fujian, Jilin and central forms, and in 自评表 of final accounts, whose money lines have
columns of their own (年初预算数, 全年预算数, 全年执行数).
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from ingest.records.layout import Cell
from ingest.tables.celltext import cell_text
from ingest.tables.evaluations import closing_texts, names_total_score, total_scores
from ingest.tables.form_figures import FormFigure, told_apart
from ingest.tables.heading import is_about
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare
from ingest.wording.numbers import CellKind, places, read_cell
from ingest.wording.units import without_unit

# 项目名称, 项目（政策）名称, 部门预算项目（课题）编码: any of the words that say of what, the last before what it is.
_OF_WHAT = r"(?:一级|二级|预算|支出|专项|政策|项目|资金|任务|课题|工程|部门|单位|整体|年度|[和或及])"
_START = re.compile(
    rf"^(?:{_OF_WHAT}*(?:专项|政策|项目|资金|任务|课题|工程)(?:支出)?(?:名称|编码|代码)|(?:预算)?(?:部门|单位){{1,2}}名称|项目名|名称|填报单位)$"
)
_FORM_LABEL = re.compile(
    r"^(?:主管部门|主管单位|实施单位|预算单位|项目单位|项目属性|项目类[别型]|项目期|项目周期|项目起止|起止(?:时间|日期|年限)|资金用途|项目资金|资金金额|资金总额|年度资金|预算金额|总体目标|年度目标|年度总体目标|"
    r"绩效目标|年度绩效目标|中期目标|实施期目标|长期目标|当年目标|一级指标|绩效指标|年度绩效指标|年度主要任务|项目概况|项目概述|立项依据|预算执行|资金情况|项目负责人|资金来源|预算情况|年度预算|部门职能|年度主要|设立依据|"
    r"预算资金|项目总额|资金管理|使用范围|项目支出|基本支出|任务名称|整体目标|整体(?:支出)?绩效目标|总体资金|预算总额|指标名称)"
)
_MONEY = re.compile(
    r"资金|金额|拨款|预算|总额|经费|其他|财政|结转|自筹|支出|收入|专户|贷款|补助|合计|投入|执行|总投资|债券|其中"
)
_NAME = re.compile(r"^(?:.*(?:项目|专项资金|专项|政策|任务|课题|工程)名称|项目名|名称)$")
_UNIT_NAME = re.compile(
    r"^(?:项目)?(?:实施单位|预算单位|项目单位|使用单位|填报单位|资金使用单位|具体实施单位|承担单位|部门单位名称|单位名称|部门名称|预算部门)"
)
_PROJECT_CODE = re.compile(r"^(?:预算)?项目(?:编码|代码|编号)$|^(?:编码|代码)$")
_CODE = re.compile(r"(?:编码|代码)$")
_INDICATORS = re.compile(r"^(?:[一二三四]级指标|指标名称|指标值|指标内容|指标性质|年度指标值)")
_ONE_WORD = re.compile(r"(?:名称|单位|部门|负责人|联系人|属性|类[别型])$")  # labels of a word, no group of money lines
_NOT_MONEY = re.compile(r"说明|期限|时间|年限|人数|数量")
_COLUMN_NAME = re.compile(r"(?:预算|执行|决算|支出|资金)数$|^分值$|^得分$|率$|^20\d\d年.{0,6}(?:金额|数额)$|^占比$")
_GOAL_HEADING = re.compile(r".{0,6}(?:目标|完成情况)(?:(?:20\d\d年?度?[-—至~]?){0,2})")  # (2024年-2026年)
# When money is to be spent, its share right below: 资金支出计划（%） over 3月底, 6月底 (Hebei's form).
_BY_WHEN = re.compile(r"\d{1,2}月(?:份|底|末)?|第?[一二三四1-4]季度|[上下]半年")
_CENTS = 2  # decimal places
_SENTENCE = 16  # signs that no label has
_SCORE = re.compile(r"分值|得分|权重|评分")
_HALF = re.compile(r"(?:基本|项目|部门|单位|整体)+支出")
_OF_POINTS = re.compile(r"[（(]\d+分[）)]")  # what a page's edge left of 预算执行情况（万元）（20分）
_WITHIN = re.compile(r"(?P<label>[^：:\n]{2,12})[：:]\s*(?P<value>\S.*)", re.DOTALL)

_AMOUNT_WITHIN = re.compile(
    r"(?:其中[：:])?(?P<label>[\u4e00-\u9fff（）()]{2,20})[：:](?P<value>-?\d[\d,]*(?:\.\d+)?)(?:万?元)?"
)
_DIVIDED_BY = re.compile(r"按.{2,8}(?:性质|来源|用途|类型|科目|经济|功能).{0,2}分类?")


@dataclass(frozen=True, slots=True)
class Form:
    """A form read: its project, money cells, and every other pair of label and value."""

    name: str
    name_cell: Cell | None
    code: str | None
    body: str | None
    figures: tuple[FormFigure, ...]
    texts: tuple[tuple[str, Cell], ...]
    indicators_from: int  # the row of the indicator grid's header
    score: FormFigure | None = None  # the total of a self-evaluation


def form_start(sheet: Sheet) -> int | None:
    """The first row of a form, None where the sheet is no form."""
    for row in range(min(sheet.rows, 6)):
        filled = sheet.filled(row)
        if not filled or (len(filled) == 1 and sheet.columns > 1) or all(is_about(c.text) for c in filled):
            continue
        if heads_money(sheet, row) or _is_halves(filled):
            return row if any(heads_indicators(sheet, r) for r in range(row + 1, sheet.rows)) else None
        if not _START.match(bare(filled[0].text)):
            return None
        left = filled[0].column
        later = [bare(c.text) for r in range(row + 1, sheet.rows) for c in sheet.filled(r)[:1] if c.column <= left]
        return row if any(_FORM_LABEL.match(text) for text in later) else None
    return None


def _is_halves(cells: list[Cell]) -> bool:
    """Whether a row is halves of spending with their amounts: a whole department's form begins so (Hubei's form)."""
    kinds = [read_cell(cell.text).kind for cell in cells]
    paired = len(cells) >= 2 and kinds == [CellKind.WORDS, CellKind.NUMBER] * (len(cells) // 2)
    return paired and all(_HALF.match(bare(cell.text)) for cell in cells[::2])


def heads_form(sheet: Sheet) -> bool:
    """Whether a sheet begins as a form does: the name of its project beside its label."""
    filled = sheet.filled(0)
    named = len(filled) in (2, 4) and _START.match(bare(filled[0].text)) is not None
    return named and not any(_FORM_LABEL.match(w) or _COLUMN_NAME.search(w) for w in [bare(filled[1].text)])


def heads_money(sheet: Sheet, row: int) -> bool:
    """Whether a row names the columns of money lines: 年初预算数, 全年执行数, 分值, 执行率, 得分."""
    words = [bare(cell.text) for cell in sheet.in_row(row) if cell.row == row]
    return sum(1 for w in words if _COLUMN_NAME.search(w)) >= 3 and any(_SCORE.search(w) for w in words)


def heads_indicators(sheet: Sheet, row: int) -> bool:
    """Whether a row names the columns of a grid of indicators: 一级指标, 二级指标, 三级指标."""
    return sum(1 for cell in sheet.in_row(row) if _INDICATORS.match(bare(cell.text))) >= 2


def begins_form(sheet: Sheet, other: Sheet) -> bool:
    """Whether a sheet begins with the same first label as a form: it is the next form, not its continuation."""
    start, again = form_start(other), form_start(sheet)
    if start is None:
        return False
    if again is not None:
        return True
    first = next((sheet.filled(row) for row in range(sheet.rows) if sheet.filled(row)), [])
    return bool(first) and bare(first[0].text) == bare(other.filled(start)[0].text)


def begins_line(cell: Cell) -> bool:
    """Whether a cell is the label that a line of a form begins with: no rest of the line above."""
    words = bare(cell.text)
    return bool(_FORM_LABEL.match(words) or _START.match(words)) and len(words) <= 16


def is_line(cells: list[Cell]) -> bool:
    """Whether the cells of a form's row are a line of their own: a label first, or an amount right behind its name."""
    amounts = (
        _MONEY.search(bare(name.text)) and read_cell(name.text).kind is CellKind.WORDS
        for name, value in pairwise(cells)
        if read_cell(value.text).kind is CellKind.NUMBER
    )
    return begins_line(cells[0]) or _said_within(cells[0]) is not None or any(amounts)


def form_of(sheet: Sheet, start: int) -> Form:
    """Read a form from its first row on."""
    end = _indicator_row(sheet, start)
    name_cell: Cell | None = None
    code = body = None
    figures: list[FormFigure] = []
    texts: list[tuple[str, Cell]] = []
    score: FormFigure | None = None
    for row in range(start, end):
        pairs = _pairs(sheet, start, row)
        paid = any(read_cell(pair[2].text).kind is CellKind.NUMBER and _is_money(*pair) for pair in pairs)
        for path, group, value in pairs:
            label = bare(path[0])
            if _is_money(path, group, value) or (paid and _is_amount_beside(path, value)):
                figures.append(FormFigure(path, value, group))
            elif _SCORE.search(bare(path[-1])) and read_cell(value.text).kind is CellKind.NUMBER:
                texts.append(("/".join(path), value))
                if names_total_score(path[-1]) and len(path) == 1 and not group:
                    score = FormFigure(path, value, "")
            elif not value.text.strip() or read_cell(value.text).kind is not CellKind.WORDS:
                continue
            elif _NAME.match(label) and name_cell is None:
                name_cell = value
            elif _PROJECT_CODE.search(label) and code is None and re.fullmatch(r"[\w\-]+", bare(value.text)):
                code = bare(value.text).upper()
            else:
                if _UNIT_NAME.match(label) and body is None:
                    body = cell_text(value.text)
                texts.append((path[0] if bare(group) in ("", label) else f"{group}/{path[0]}", value))
    total = total_scores(sheet, end)
    texts += [("/".join(path), cell) for path, cell, _ in total]
    texts += closing_texts(sheet, end)
    score = next((FormFigure(path, cell, "") for path, cell, reached in total if reached), score)
    name = cell_text(name_cell.text) if name_cell is not None else (body or "")
    return Form(name, name_cell, code, body, told_apart(figures), tuple(texts), end, score)


def _indicator_row(sheet: Sheet, start: int) -> int:
    return next((row for row in range(start, sheet.rows) if heads_indicators(sheet, row)), sheet.rows)


def _is_money(path: tuple[str, ...], group: str, value: Cell) -> bool:
    kind = read_cell(value.text).kind
    if kind is CellKind.WORDS or _SCORE.search(bare(path[-1])):
        return False
    said = bare(group) + bare("".join(path))
    return _CODE.search(bare(path[0])) is None and bool(_MONEY.search(said)) and not _NOT_MONEY.search(said)


def _is_amount_beside(path: tuple[str, ...], value: Cell) -> bool:
    """Whether a value in a line of money is money whatever its label: 本级安排 195.66 between 当年预算 and 上级补助."""
    label, number = bare(path[-1]), read_cell(value.text)
    told = number.value is not None and not number.percent and places(number.value) >= _CENTS
    return told and not any(rule.search(label) for rule in (_SCORE, _NOT_MONEY, _CODE, _COLUMN_NAME))


def _pairs(sheet: Sheet, start: int, row: int) -> list[tuple[tuple[str, ...], str, Cell]]:
    """Label path, group and value cell of every pair in a row.

    A group right of the first (部门收入, 部门支出 beside 年度预算) names its money lines too: each has a 合计.
    """
    cells = _without_gaps(sheet, start, row, _within_margin(sheet, start, row))
    if sum(1 for cell in cells if cell.row == row and _COLUMN_NAME.search(bare(cell.text))) >= 3:
        return []  # 年初预算数, 全年预算数, 全年执行数, 分值: names of columns below
    if all(_DIVIDED_BY.fullmatch(bare(cell.text)) for cell in cells if cell.row == row and cell.text.strip()):
        return []  # 按收入性质分 beside 按支出性质分: each heads the amounts below
    if sum(1 for c in cells if c.row == row and (_heads_value(sheet, c) or _heads_columns(sheet, c))) >= 2:
        return []  # 资金总额, 财政拨款, 其他资金 with their amounts right below, or with their parts and those of each
    group = inner = ""
    pairs: list[tuple[tuple[str, ...], str, Cell]] = []
    label: Cell | None = None
    for cell, after in zip_longest(cells, cells[1:]):
        text = cell.text.strip()
        if _OF_POINTS.fullmatch(text):
            continue
        is_value = read_cell(cell.text).kind in (CellKind.NUMBER, CellKind.DASH)
        if cell.row < row or (cell.row_span > 1 and text and cell is cells[0]):
            if text and not is_value and cell.column < sheet.columns // 2:
                group = cell_text(text)
                inner = "" if cell is cells[0] or _has_own_value(cell, after) else _plain(without_unit(text))
            if cell.row < row:
                continue
            if cell.row_span > 1:
                continue
        if (told := _amount_within(cell)) is not None:  # 预算金额（万元） | 总额：12.00 | 财政拨款：12.00
            group, label = group if label is None else cell_text(label.text), None
            pairs.append(((*_divided_by(sheet, start, cell), told[0]), group, told[1]))
            continue
        if label is None:
            above = sheet.at(row - 1, cell.column) if row > start else None
            heading = _goal_heading(sheet, cell) if group and text else ""
            if heading:
                pairs.append(((heading,), group, cell))
            elif above is not None and _heads_value(sheet, above, blank=True):
                when = _BY_WHEN.fullmatch(bare(above.text)) is not None
                plan = (group or cell_text(sheet.in_row(row - 1)[0].text),) if when else ()
                pairs.append(((*plan, *_part_of(sheet, above), _plain(above.text)), group, cell))
            elif (own := _said_within(cell)) is not None:
                pairs.append(((own[0],), group, own[1]))
            elif group and text and not is_value and _fills_row(cell, cells):
                pairs.append(((_plain(group),), "", cell))  # 预算规模及资金用途: its money lines, then what it is for
            elif text and not is_value:
                label = cell
            continue
        column = _column_words(sheet, start, row, cell)
        path = (*((inner,) if inner else ()), _plain(label.text), *((column,) if column else ()))
        if is_value or not text:
            pairs.append((path, group, cell))
            if not column:
                label = None
        elif _looks_like_label(cell, cells):
            label = cell
        elif after is not None and _heads_lines(label, cell, after):
            inner, label = _plain(without_unit(label.text)), cell
        elif _GOAL_HEADING.fullmatch(bare(label.text)) and _GOAL_HEADING.fullmatch(bare(text)):
            label = None  # 预期目标 beside 实际完成情况: both head what stands below
        else:
            pairs.append(((_plain(label.text),), group, cell))
            label = None
    return pairs


def _without_gaps(sheet: Sheet, start: int, row: int, cells: list[Cell]) -> list[Cell]:
    """The cells of a row without the blank ones between a label and its amount, which no rule parts (三线表).

    Under names of columns a blank is an amount that is not printed.
    """
    kept: list[Cell] = []
    for at, cell in enumerate(cells):
        behind = next((c for c in cells[at + 1 :] if c.text.strip()), None)
        blank = not cell.text.strip() and behind is not None and bool(kept) and kept[-1].text.strip() != ""
        if blank and _NAME.match(bare(kept[-1].text)):
            continue  # no project goes without a name
        gap = blank and behind is not None and read_cell(behind.text).kind is CellKind.NUMBER
        if gap and not any(_column_words(sheet, start, row, c) for c in cells[at:]):
            continue
        kept.append(cell)
    return kept


def _within_margin(sheet: Sheet, start: int, row: int) -> list[Cell]:
    """The cells of a row without a margin: a first column that is ruled but blank all along the form."""
    cells = sheet.in_row(row)
    if not cells or cells[0].text.strip():
        return cells
    first = (sheet.at(other, 0) for other in range(start, sheet.rows))
    return cells if any(c is not None and c.text.strip() for c in first) else cells[1:]


def _part_of(sheet: Sheet, heading: Cell) -> tuple[str, ...]:
    """What a heading of amounts stands under: 财政拨款 over 合计, 基本支出, 项目支出 (Beijing's form)."""
    over = sheet.at(heading.row - 1, heading.column) if heading.row else None
    return (_plain(over.text),) if over is not None and _heads_columns(sheet, over) else ()


def _heads_columns(sheet: Sheet, cell: Cell) -> bool:
    """Whether a heading of money stands over several others that have their amounts right below."""
    below = cell.row + cell.row_span
    places = range(cell.column, cell.column + cell.column_span)
    heads = [c for c in sheet.starting(below) if c.column in places] if below < sheet.rows else []
    whole = sum(c.column_span for c in heads) == cell.column_span and len(heads) > 1
    return whole and _MONEY.search(bare(cell.text)) is not None and all(_heads_value(sheet, c, True) for c in heads)


def _fills_row(cell: Cell, cells: list[Cell]) -> bool:
    """Whether a cell has its row for itself, beside the groups that reach down to it: a sentence, not a short label."""
    return cell.column_span > 1 and cell is cells[-1] and all(c.row_span > 1 for c in cells if c is not cell)


def _has_own_value(cell: Cell, after: Cell | None) -> bool:
    """Whether a label over several rows has its one amount beside it, as tall: it heads no lines right of that."""
    same = after is not None and (after.row, after.row_span) == (cell.row, cell.row_span)
    return after is not None and same and read_cell(after.text).kind in (CellKind.NUMBER, CellKind.DASH)


def _heads_lines(label: Cell, name: Cell, value: Cell) -> bool:
    """Whether a label stands over the line of a name and its amount: 部门支出 | 人员类项目 | 120.00."""
    said = bare(label.text)
    money = _MONEY.search(said) or _MONEY.search(bare(name.text))
    return read_cell(value.text).kind is CellKind.NUMBER and money is not None and _ONE_WORD.search(said) is None


def _said_within(cell: Cell) -> tuple[str, Cell] | None:
    """A label and its value printed in one cell: 实施单位：某局, 起止时间：2025-01至2025-12."""
    said = _WITHIN.fullmatch(cell.text.strip())
    if said is None or not (_FORM_LABEL.match(label := bare(said["label"])) or _UNIT_NAME.match(label)):
        return None
    return label, replace(cell, text=said["value"])


def _amount_within(cell: Cell) -> tuple[str, Cell] | None:
    """A money line and its amount printed in one cell: 其中：基本支出：3416.48 (Hunan's forms)."""
    said = _AMOUNT_WITHIN.fullmatch(re.sub(r"\s", "", cell.text))
    if said is None or _MONEY.search(said["label"]) is None or _NOT_MONEY.search(said["label"]):
        return None
    return said["label"], replace(cell, text=said["value"])


def _divided_by(sheet: Sheet, start: int, cell: Cell) -> tuple[str, ...]:
    """By what amounts are divided that stand below in their own cells: 按支出性质分."""
    for above in range(cell.row - 1, start - 1, -1):
        other = sheet.at(above, cell.column)
        if other is not None and _DIVIDED_BY.fullmatch(bare(other.text)):
            return (_plain(other.text),)
        if other is None or (other.text.strip() and _amount_within(other) is None):
            break
    return ()


def _heads_value(sheet: Sheet, cell: Cell, blank: bool = False) -> bool:
    """Whether a heading of money has its value (or, where its fellows have, a blank) right below, in a cell as wide."""
    below = sheet.at(cell.row + cell.row_span, cell.column)
    if below is None or (below.column, below.column_span) != (cell.column, cell.column_span):
        return False
    if _amount_within(cell) is not None:
        return False
    kinds = (CellKind.NUMBER, CellKind.DASH, CellKind.BLANK) if blank else (CellKind.NUMBER,)
    if read_cell(cell.text).kind is not CellKind.WORDS or read_cell(below.text).kind not in kinds:
        return False
    said = bare(cell.text)
    named = _MONEY.search(said) or _BY_WHEN.fullmatch(said)
    return named is not None and not cell.text.strip().endswith(("：", ":"))


def _goal_heading(sheet: Sheet, cell: Cell) -> str:
    """预期目标 or 实际完成情况 right above a cell of words."""
    above = sheet.at(cell.row - 1, cell.column)
    if above is None or (above.column, above.column_span) != (cell.column, cell.column_span):
        return ""
    beside = sheet.at(above.row, above.column + above.column_span)
    if beside is not None and _GOAL_HEADING.fullmatch(bare(beside.text)) is None and len(beside.text) > _SENTENCE:
        return ""  # it has its own words at its right
    return cell_text(above.text) if _GOAL_HEADING.fullmatch(bare(above.text)) else ""


def _looks_like_label(cell: Cell, cells: list[Cell]) -> bool:
    text = bare(cell.text)
    return bool(cell.text.strip().endswith(("：", ":")) or _FORM_LABEL.match(text)) and cell is not cells[-1]


def _plain(text: str) -> str:
    return cell_text(text).strip("：: ")


def _column_words(sheet: Sheet, start: int, row: int, cell: Cell) -> str:
    """The heading right above a value where the money lines have columns of their own."""
    for above in range(row - 1, start - 1, -1):
        other = sheet.at(above, cell.column)
        if other is None or not other.text.strip() or other.row_span > 1:
            return ""
        if (other.column, other.column_span) != (cell.column, cell.column_span):
            return ""
        if read_cell(other.text).kind is CellKind.WORDS:
            beside = [c for c in sheet.filled(above) if c is not other]
            headed = any(read_cell(c.text).kind is CellKind.WORDS and c.column > cell.column - 3 for c in beside)
            return cell_text(other.text) if headed and re.search(r"数|额|率|占比|预算|执行|分", other.text) else ""
    return ""
