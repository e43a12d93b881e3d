"""What a self-evaluation prints beside the targets: what was done, points, the total score, why it fell short.

Source: 项目支出绩效自评表 and 部门整体支出绩效自评表 of the Ministry of Finance (财预〔2020〕10号) and the provinces
after it, with the columns 年度指标值, 实际完成值, 分值, 得分, 偏差原因分析及改进措施.
"""

import re
from decimal import Decimal

from ingest.records.layout import Cell
from ingest.tables.celltext import cell_text
from ingest.tables.sheet import Sheet
from ingest.wording.glyphs import bare
from ingest.wording.numbers import CellKind, read_cell
from ingest.wording.targets import Target, read_target

# In the order they are tried: 未完成原因 says why, not what was done.
_ROLES = (
    ("deviation", re.compile(r"偏差|原因|未完成(?:说明|情况)")),
    (
        "actual",
        re.compile(
            r"^(?!.*(?:计划|目标|预期|预计|应|率|时间|上年|历史|以前)).*(?:完成(?:指标)?值|完成情况|实际(?:值|完成)|执行值|^实际)"
        ),
    ),
    ("points", re.compile(r"^(?:自评|评价|实际|最终|指标)?(?:得分|评分)(?:值|情况)?$|^自评分$")),
    ("full", re.compile(r"^(?:指标|标准)?(?:分值|权重|满分|标准分)(?:值)?$")),
)
_ASIDE = re.compile(r"\(.*?\)$|[a-z]$")  # 实际完成值（B）
_SCORED = re.compile(r"^(?:(?:自评|评价|综合|最终|绩效)+)?(?:总?得分|总分|评分)(?:值|数|\(分\))?$|^自评分$")
_TOTAL = re.compile(r"^(?:自评|评价|综合|绩效)*(?:总分|总得分|得分|自评分|合计|总计)(?:值|数)?$")
_NAMED_TOTAL = re.compile(r"^(?:自评|评价|综合|绩效)+(?:总分|总得分|得分|评分)(?:值|数)?$|^(?:总得分|自评分)$")
_CLOSING = re.compile(r"原因|措施|问题|建议|偏差")
_NOTHING = frozenset(("", "-", "/", "—", "——", "无"))


def evaluated_columns(sheet: Sheet, header: int) -> dict[str, int]:
    """Which columns of an indicator grid hold the actual value, the points, the full points and the deviation."""
    found: dict[str, int] = {}
    for cell in sheet.in_row(header):
        words = _ASIDE.sub("", bare(cell.text))
        if cell.row != header or len(words) > 20:
            continue
        role = next((role for role, pattern in _ROLES if pattern.search(words)), None)
        if role is not None:
            found.setdefault(role, cell.column)
    return found


def is_score(header: str) -> bool:
    """Whether a column or label is of the points a whole project got: 自评得分, 得分（分）."""
    return _SCORED.match(bare(header)) is not None


def names_total_score(label: str) -> bool:
    """Whether a label beside a number is of a whole form's score: 自评得分, 自评总分."""
    return _NAMED_TOTAL.match(bare(label)) is not None


def total_scores(sheet: Sheet, header: int) -> list[tuple[tuple[str, ...], Cell, bool]]:
    """The numbers of the last line 总分 with their names; True marks the score that was reached."""
    heads = (
        {cell.column: _ASIDE.sub("", bare(cell.text)) for cell in sheet.in_row(header)} if header < sheet.rows else {}
    )
    for row in range(header + 1, sheet.rows):
        filled = sheet.filled(row)
        if not filled or not _TOTAL.match(bare(filled[0].text)):
            continue
        numbers = [cell for cell in filled[1:] if read_cell(cell.text).kind is CellKind.NUMBER]
        told = [(c, heads.get(c.column, "") if c.column_span <= 2 else "") for c in numbers]
        reached = [c for c, head in told if _ROLES[2][1].search(head)]
        full = [c for c, head in told if _ROLES[3][1].search(head)]
        rest = [c for c in numbers if c not in full]
        last = next(reversed(reached or rest), None)
        total = cell_text(filled[0].text).replace(" ", "")
        return [
            (
                (total, "分值") if c in full else (total, "得分") if len(numbers) > 1 and c is last else (total,),
                c,
                c is last,
            )
            for c in numbers
        ]
    return []


def closing_texts(sheet: Sheet, header: int) -> list[tuple[str, Cell]]:
    """The lines of words below the grid: why something fell short, what is to be done."""
    found = []
    for row in range(header + 1, sheet.rows):
        filled = sheet.filled(row)
        label = cell_text(filled[0].text) if filled else ""
        if len(filled) == 2 and filled[1].column_span > 1 and len(label) <= 20 and _CLOSING.search(bare(label)):
            found.append((label, filled[1]))
    return found


def read_actual(text: str, unit: str | None, target: Target) -> Target:
    """What was done as a value with its unit: its own, its column's, or the target's where it is a bare number."""
    told = read_target(text, None, unit)
    if told.value is None or told.comparator != "=":
        return Target(told.text)
    own = told.unit or target.unit
    if own == "%" and "%" not in text and "％" not in text and abs(told.value) <= 1 and (target.value or 0) > 1:
        return Target(told.text)  # 0.95 beside ≥90% may be a share or a percentage
    return Target(told.text, told.comparator, told.value, own)


def points_in(text: str) -> Decimal | None:
    """A printed number of points; None where the cell has none."""
    number = read_cell(re.sub(r"分$", "", text.strip()))
    return number.value if number.kind is CellKind.NUMBER and not number.percent else None


def deviation_in(text: str) -> str | None:
    """The printed reason of a deviation; None for a blank, a dash or 无."""
    return None if bare(text) in _NOTHING else text
