"""What a column's cells measure: their unit, their year and stage, and whether they are amounts, changes or rates."""

import re
from collections.abc import Iterator

from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.layout import Cell
from ingest.records.units import PERCENT, POINTS, Unit, UnitKind
from ingest.tables.columns import Column, ColumnKind
from ingest.tables.halves import Block
from ingest.wording.glyphs import bare, printed
from ingest.wording.own_units import OwnUnit
from ingest.wording.periods import calendar_years, column_period, stage_in
from ingest.wording.units import is_unit, label_unit, money_unit, unit_named, without_unit

_CHANGE = re.compile(r"增减|变动|变化|增加额|减少额|增加数|减少数|比上年|较上年|同比|差额")
_RATE = re.compile(r"%|率|幅|增长|百分比")
_SHARE = re.compile(r"占比|比重|比例|占.*%|完成.*%|执行率|完成率")
# The amount a header holds the column before it against: 比上年执行数增减%, 执行数为预算%, 为上年%.
_HELD_AGAINST = re.compile(
    r"^(?:比|较|与|同)(?P<other>.{2,12}?)(?:相比)?(?:的)?(?:增减|增长|增加|变动|变化|下降|%)"
    r"|^(?:.{0,6}(?:预算|执行|完成|决算)数?)?(?:为|占)(?P<part>.{0,6}(?:预算|上年|执行|决算).{0,4}?)(?:的)?(?:%|百分比|比例|比重)$"
)
# What a change or a share is held against, which dates it not: 2025年预算数比2024年执行数, 为上年决算数的%.
_BASIS = re.compile(r"(?:[比较为占]|与|同(?!比))(?:20\d\d年|上年|去年|年初|全年|调整|预算|执行|决算).*$")
# Under such a header its leaf says only how the difference is put: 比上年增减 over 金额 and %.
_PUT_AS = re.compile(r"(?:增减)?(?:金额|数额?|额|绝对[数额值]|%|率|幅度?|比例|百分比)")
# 增长%, 增幅: held against the year before without saying so.
_GROWTH = re.compile(r"^(?:增长|增加|增减|下降|升降)(?:率|幅|%|百分比|比例)|^[增降涨减]幅")
_PERCENT_LEAF = re.compile(r"(?:比例|比重|率|占比|百分比|增幅|降幅)$")
_COUNTED = re.compile(
    r"[（(]\s*(?:[台件]\s*[、/,，]\s*(?=辆))?(辆|人|名|个|台|套|张|所|平方米|㎡|件|次|份|批|项|处|户|家|间|座|亩|公顷|吨|公里|平方公里|立方米|人次|批次|台[、，,/（(]?套[)）]?)\s*[)）]"
)
# Time, length, surface and weight that a header ends in, and money by the head or the piece: 期限（年）, 标准（元/人）.
_MEASURED = re.compile(
    r"[（(]\s*(年|个?月|天|小时|公里|千米|米|[万千百]?(?:人|人次|户|亩|公顷|平方米|立方米|平方公里|吨)|万?元/[^)）]{1,8})\s*[)）]$"
)
# A price that decides what is counted is no unit of the count: 单价50万元以上 (设备), 单位价值100万元（含）以上.
_BY_PRICE = re.compile(r"(?:单台|单位)?(?:单价|价值|原值)?\d[\d.]*[百千万亿]*元(?:[（(]含[)）])?(?:及|或|和)?以[上下]")


# A column of counts that prints no unit says by its noun what is counted: 年末编制数, 退休人数, 车辆保有量.
_COUNTED_NOUNS = (
    (re.compile(r"人数|编制|在职|在编|退休|离休|职工|人员|学生|教师|教职工"), "人"),
    (re.compile(r"班级?数"), "个"),
    (re.compile(r"床位"), "张"),
    (re.compile(r"车辆|用车|汽车"), "辆"),
    (re.compile(r"面积"), "平方米"),
    (re.compile(r"设备|仪器"), "台"),
)
_OF_ANY = re.compile(r"编制数?|实有数?|核定数?|在编数?")
_QUANTITY = re.compile(r"数量|数$")
_BARE_QUANTITY = re.compile(r"(?:实有|资产|合计|期末|年末|购置|配置)?数量?")  # of what, the rows say
_PLACES = re.compile(r"(?:[站网]?点|[站所室馆场村])$")  # 服务站点: counted in 个
_MEASURED_IN = re.compile(r"(?:计量|度量|数量)?单位$")
_MEASURING_WORD = re.compile(r"[\u4e00-\u9fff/、㎡²³]{1,4}(?:[（(][\u4e00-\u9fff]{1,2}[)）])?")  # 平方米, 台（套）
_MONEY_COLUMN = re.compile(r"金额|价值|[原净现]值|折旧|余额|成本|单价|元")


def column_unit(
    path: tuple[str, ...], kind: ColumnKind, percent: bool, table_unit: Unit, own: tuple[OwnUnit, ...] = ()
) -> Unit:
    """The unit of a column's cells: its own header's, what is declared for it, else the table's.

    Counts are never money.
    """
    header = "".join(path)
    if kind is ColumnKind.SCORE:
        return POINTS
    leaf = bare(path[-1]) if path else ""
    if percent or "%" in leaf or _PERCENT_LEAF.search(leaf):
        return PERCENT
    counted = _COUNTED.search(header)
    if counted is not None:
        return Unit(counted.group(1), UnitKind.COUNT)
    measured = _MEASURED.search(path[-1].strip()) if path else None
    if measured is not None and not _MONEY_COLUMN.search(path[-1][: measured.start()]):
        return unit_named(measured.group(1)) or table_unit
    declared = declared_for(path, own) if label_unit(header) is None else None
    if declared is not None and declared.unit is not None:
        return declared.unit
    if declared is not None:
        kind, table_unit = ColumnKind.COUNT, _MONEY  # 除人数外: counted in what its noun says
    if path and _BY_PRICE.search(path[-1]) and not _MONEY_COLUMN.search(_BY_PRICE.sub("", header)):
        kind = ColumnKind.COUNT
    money = label_unit(path[-1]) if kind is ColumnKind.COUNT and path else None
    if money is not None and money.kind is UnitKind.MONEY:
        return money  # 人均公用定额（元）
    if kind is ColumnKind.COUNT and table_unit.kind is not UnitKind.MONEY:
        return table_unit
    if kind is ColumnKind.COUNT:
        counted_by = path and (_BARE_QUANTITY.fullmatch(leaf) or _PLACES.search(leaf))
        named = without_unit(printed(path[-1])) if path and not counted_by else "个"
        return Unit(next(_counted_nouns(leaf, header), named), UnitKind.COUNT)
    return label_unit(header) or table_unit


def _counted_nouns(leaf: str, header: str) -> Iterator[str]:
    """What the nouns of a header count, the leaf's first; 编制 and 实有 are of whatever the header is about."""
    for words in (_OF_ANY.sub("", leaf), _OF_ANY.sub("", header), leaf, header):
        yield from (unit for noun, unit in _COUNTED_NOUNS if noun.search(words))


def declared_for(names: tuple[str, ...], own: tuple[OwnUnit, ...]) -> OwnUnit | None:
    """The unit that the line over a table declares for a column or row of those names alone."""
    return next((unit for unit in own if unit.holds_for(names)), None)


def counts_rows(column: Column) -> bool:
    """Whether a column's header leaves it to the rows what is counted: 数量 beside 房屋（平方米）, 车辆（台、辆）."""
    return column.kind is ColumnKind.AMOUNT or (
        column.kind is ColumnKind.COUNT and _BARE_QUANTITY.fullmatch(column.leaf) is not None
    )


_OF_HUNDRED = re.compile(r"(?:增减|增长|下降|变动|占比|比重|比例|率|幅度?)[^\d]{0,6}[%％]\s*[)）]?$")


def row_unit(label: str, path: tuple[str, ...]) -> Unit | None:
    """The unit of counts that a row's own name ends in: 公务用车购置数（辆）; None where its column speaks of money.

    Where the column only says 数量, a noun of the row tells it too: 单价20万元以上的设备.
    """
    if _OF_HUNDRED.search(label):
        return PERCENT
    counted = _COUNTED.search(label)
    if counted is None and path and _BARE_QUANTITY.fullmatch(bare(path[-1])):
        noun = next((unit for words, unit in _COUNTED_NOUNS if words.search(label)), None)
        return None if noun is None else Unit(noun, UnitKind.COUNT)
    if counted is None or label[counted.end() :].strip() or _MONEY_COLUMN.search("".join(path)):
        return None
    return Unit(counted.group(1), UnitKind.COUNT)


def is_countable(label: str, path: tuple[str, ...]) -> bool:
    """Whether a row under one of counts is a kind of what is counted there, and no amount: not 金额, 费."""
    if _MONEY_COLUMN.search("".join(path)):
        return False
    return not _MONEY_COLUMN.search(label) and not re.search(r"费用?$|支出|经费|收入|资金|合同", label)


def unit_beside(cells: dict[int, Cell], column: Column, block: Block) -> Unit | None:
    """The measuring word of a count that stands in a column of its own: 数量 6, 计量单位 辆 (政府采购预算表)."""
    if column.kind is not ColumnKind.COUNT or not _QUANTITY.search(column.leaf):
        return None
    beside = (cells[c.place].text.strip() for c in block.columns if _MEASURED_IN.match(c.leaf) and c.place in cells)
    return next((Unit(word, UnitKind.COUNT) for word in beside if _MEASURING_WORD.fullmatch(word)), None)


def units_column(block: Block, rows: list[dict[int, Cell]]) -> Column | None:
    """The column that tells row by row what the amounts beside it are in: 万元, 元, 万人 and % below 计量单位.

    Beside quantities it says what those are counted in.
    """
    if any(_QUANTITY.search(column.leaf) for column in block.of(ColumnKind.COUNT)):
        return None
    for column in block.of(ColumnKind.TEXT):
        told = [cells[column.place].text.strip() for cells in rows if column.place in cells]
        known = [word for word in told if word]
        if _MEASURED_IN.match(column.leaf) and any(map(money_unit, known)) and all(map(_is_measure, known)):
            return column
    return None


def _is_measure(word: str) -> bool:
    named = unit_named(word)
    return named is not None and (named.kind is not UnitKind.COUNT or is_unit(word))


def is_additive(column: Column) -> bool:
    """Whether a column's amounts may be added up at all: money, no rates, shares or counts."""
    return (
        column.kind is ColumnKind.AMOUNT and column_unit(column.path, column.kind, False, _MONEY).kind is UnitKind.MONEY
    )


_MONEY = Unit("元", UnitKind.MONEY)


def held_against(path: tuple[str, ...]) -> str | None:
    """What the cells of a column are held against, where its header says so: 上年执行数, 预算."""
    levels = [bare(level) for level in path]
    if len(levels) > 1 and _PUT_AS.fullmatch(levels[-1]):
        levels.pop()
    said = _HELD_AGAINST.search(levels[-1]) if levels else None
    return (said["other"] or said["part"]) if said is not None else None


def relation_of(path: tuple[str, ...], period: str | None) -> Relation:
    """What the cells of a column say: an amount, a change against another column, a rate or a share."""
    said = bare("".join(path)) + bare(period or "")
    leaf = bare(path[-1]) if path else ""
    against = _HELD_AGAINST.search(leaf)
    if _SHARE.search(leaf) or _SHARE.search(bare(period or "")) or (against is not None and against["part"]):
        return Relation.SHARE
    if _GROWTH.search(leaf):
        return Relation.RATE
    if _CHANGE.search(said):
        return Relation.RATE if _RATE.search(leaf) or _RATE.search(bare(period or "")) else Relation.CHANGE
    return Relation.AMOUNT


def is_rate(period: str) -> bool:
    """Whether a row beside 预算数 and 决算数 tells a rate between them: 完成%, 增减率."""
    return relation_of((), period) in (Relation.RATE, Relation.SHARE)


def period_of(
    path: tuple[str, ...], row_period: str | None, year: int | None, stage: Stage
) -> tuple[int | None, Stage]:
    """The year and stage of a cell: its row's where years stand row by row, else its column's, else the table's."""
    if relation_of(path, row_period) is not Relation.AMOUNT:  # a change is of the year that changed
        path = tuple(_BASIS.sub("", level) for level in path)
    own_year, own_stage = column_period(path, year, stage)
    if row_period is not None:
        said = calendar_years(row_period)
        if said:  # 2024年执行数 | 2025年预算数
            own_year, own_stage = said[0].resolve(year), stage_in(row_period) or own_stage
        else:
            own_year, own_stage = column_period((row_period,), own_year, own_stage)
    return own_year, own_stage
