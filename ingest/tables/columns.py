"""What each column of a table is: names, codes, bodies, amounts, counts, words."""

import itertools
import re
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.tables.celltext import read_amount, read_count
from ingest.tables.evaluations import is_score
from ingest.tables.heading import Heading, column_path
from ingest.tables.sheet import Sheet
from ingest.wording.codes import is_code_cell, scheme_of, split_code
from ingest.wording.glyphs import bare, normal
from ingest.wording.names import is_body_name
from ingest.wording.numbers import CellKind
from ingest.wording.units import is_unit


class ColumnKind(StrEnum):
    """The part a column plays."""

    LABEL = "label"
    CODE = "code"
    BODY = "body"  # the unit using the money
    PERIOD = "period"  # 2025年 / 2026年 / 增减 printed row by row
    AMOUNT = "amount"
    COUNT = "count"  # a quantity that is not money
    TEXT = "text"
    INDICATOR = "indicator"
    INDEX = "index"
    SCORE = "score"  # the points a project got


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its header levels."""

    place: int
    kind: ColumnKind
    path: tuple[str, ...]
    heads: bool = False  # of the project over a run of items: the project itself, its own amounts

    @property
    def leaf(self) -> str:
        """The lowest header level, in comparison form."""
        return bare(self.path[-1]) if self.path else ""


_INDEX = re.compile(r"^(?:序号?|行次|栏次|编号|次序|no)$")
_CLASSES = re.compile(r"(?:经济|功能)分类$")  # 支出经济分类 over nothing but codes
_HEADS_CODES = re.compile(r"科目|分类|[类款项码号]|功能|经济|单位|名称")
_CODE = re.compile(r"编码|代码|编号|目录序号|科目号|^[类款项目]$|^code$")
_CODE_AND_NAME = re.compile(r"名称|及名")
_TEXT = re.compile(
    r"备注|说明|绩效目标|总体目标|年度目标|依据|标准|事由|理由|原因|规格|要求|参数|用途|主要内容|工作内容|项目内容|内容简述|简介|实施方案|立项|概述|评分|措施|采购方式|"
    r"组织形式|起止|时间|日期|联系|是否|计量单位|度量单位|单位性质"
)
_INDICATOR = re.compile(r"指标|绩效指标|性质|度量单位|计量单位|^权重|分值|目标值|完成值|得分|评(?:扣)?分")
_INDICATOR_NAME = re.compile(r"三级指标(?:名称)?|四级指标(?:名称)?|指标名称|明细指标")
_INDICATOR_TARGET = re.compile(r"(?:指标|目标|预期|计划)值")
_FEWEST_CODES = 4  # codes of a classification, each another: no amounts, whatever their header was taken for
_WHEN = re.compile(r"年份|年度|时间|日期|[开完竣动]工|立项|起始|截止")
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURE_NAME = re.compile(r"(?:主要|经济|财务|基本|统计|收支)*指标(?:名称|项目)?")
_OWN_UNIT = re.compile(r"(?:计量|度量)?单位")
_COUNT = re.compile(
    r"数量|人数|人次|面积|辆数|台数|件数|批次|个数|期限|年限|工期|编制数|实有数|(?:学生|教师|职工|教职工|班级?|床位|户|学位|村|社区|机构|网点)数$|占比|比例|比重|权重|分值|得分|%|百分比|率$"
)
# A head that says what all the columns under it count, whatever each is called: 编制人数 over 行政, 事业, 工勤.
_COUNTING_HEAD = re.compile(r"(?:人数|编制数?|实有数|辆数|台数|车辆数|面积|数量)$")
_STAFF_HEAD = re.compile(
    r"(?:单位|机构)?(?:人员|编制|人员编制|机构编制|职工|教职工|在职|在编)(?:情况|构成|状况|信息|规模)?"
)
_STAFF = re.compile(r"(?:年末|期末|核定|现有|实有)?(?:编制|在职|在编|在岗|在册|实有)(?:人员|职工|人)?数?|现有人员")
_HELD_HEAD = re.compile(
    r"(?:公务|执法|机动|业务)?(?:车辆|用车|汽车)(?:情况|配备|编制)?|固定资产|(?:办公|业务)?(?:用房|房屋)"
)
_HELD = re.compile(r"(?:核定)?(?:编制|实有|现有|在用|保有|超编|缺编|配备|期末|年末|合计)(?:量|数)?")
_WITH_PLACES, _FEWEST_PRINTED = re.compile(r"[-－−]?[\d,]+\.\d{2,}"), 3
_SMALL = re.compile(r"\d{1,5}")
_MONEY_LEAF = re.compile(r"预算|决算|金额|拨款|资金|经费|支出|收入|费用?$|元")
_RATE = re.compile(r"%|率$|幅$|占比|比例|比重|百分比")
_BODY = re.compile(
    r"(?:预算|用款|支出|使用|执行|填报|主管|基层|实施|采购|二级|一级|下属|所属|公开)?(?:单位|部门|机构)(?:名称|代码)?$|资金使用单位$|部门单位$"
)
_NAMES_LINES = re.compile(r"科目|名称|项目|品目|指标|内容")
_PERIOD = re.compile(r"^(?:年度|年份|预算年度)$")
_AMOUNT = re.compile(
    r"合计|小计|总计|支出|收入|预算|拨款|资金|经费|费用?$|决算|数$|金额|总额|结转|结余|基金|增减|贷款|补助|上缴|执行|余额|变动|专户|经营|国资"
)
_LABEL = re.compile(
    r"项目|科目|名称|类别|分类|内容|事项|品目|目录|种类|款项|摘要|单位|部门|收入|支出|经费|指标|资产|类型"
)
# A kind that a row is of; it names the row only where nothing else does.
CATEGORY = re.compile(r"类别|类型|批次|性质|属性|方式|级次|来源|分类$|形式|层级|目录编码")
# What is bought or held, a line each, and the project it is for.
_ITEM = re.compile(
    r"品目|(?:资产|货物|设备|标的物?|商品|物品|物资|产品|服务|(?:采购|购置|购买|配置)(?:服务|货物|资产)?(?:内容|目录))(?:名称)?$"
)
GOODS = re.compile(r"[一二三、.]*(?:货物|工程|服务)类?(?:采购|项目)?")  # over the purchases of its kind
_TOTAL = re.compile(r"(?:合计|总计|小计|总额)$")
PROJECT = re.compile(r"项目(?:名称)?$")
_ITS_PROJECT = re.compile(r"(?:对应|所属|归属|隶属|关联|相关|涉及|列支|资金来源|来源)(?:的|预算|支出)*项目(?:名称)?$")
_NEW_BLOCK = re.compile(
    r"^(?:(?:收入|支出)?(?:预算)?项目(?:名称|类别|按功能分类|按经济分类)?|.*科目.*|支出.*|收入.*|.*名称|.*分类(?:科目)?|.*按.{2,8}(?:分类?|性质).*|(?:支出|经济)性质|类别|内容|[类款项]|.*编码|.*代码|行次)$"
)


def columns_of(sheet: Sheet, heading: Heading) -> list[Column]:
    """Every column of a sheet with its header levels and kind."""
    rows = range(heading.body, sheet.rows)
    texts = [_texts(sheet, place, rows) for place in range(sheet.columns)]
    paths = [column_path(sheet, heading, place) for place in range(sheet.columns)]
    columns = [Column(place, _kind(paths[place], texts[place]), paths[place]) for place in range(sheet.columns)]
    columns = _with_whole_scores(_counted_beside_money(_named_by_measures(columns), texts), sheet, heading.body)
    return _settled(_of_items(_without_attributes(_of_bodies(columns, texts), texts), sheet, rows))


def _named_by_measures(columns: list[Column]) -> list[Column]:
    """The columns of a table whose rows are measures of money and people: 指标 names them, 计量单位 tells their units.

    Beside anything else that names a row 指标 is a target of it, and so it is under 一级指标 or before 指标值.
    """
    names = [c for c in columns if c.kind is ColumnKind.INDICATOR and _MEASURE_NAME.fullmatch(c.leaf)]
    others = [c for c in columns if c.kind is ColumnKind.INDICATOR and c not in names]
    told_otherwise = any(c.kind in (ColumnKind.LABEL, ColumnKind.BODY, ColumnKind.SCORE) for c in columns)
    measured = any(c.kind is ColumnKind.AMOUNT and not _INDICATOR_TARGET.search(c.leaf) for c in columns)
    if len(names) != 1 or told_otherwise or not measured or not all(_OWN_UNIT.fullmatch(c.leaf) for c in others):
        return columns
    kinds = {names[0].place: ColumnKind.LABEL} | {c.place: ColumnKind.TEXT for c in others}
    return [replace(c, kind=kinds.get(c.place, c.kind)) for c in columns]


def _counted_beside_money(columns: list[Column], texts: list[list[str]]) -> list[Column]:
    """The columns with those of counts told: small whole numbers where every amount of money is printed with places.

    补贴金额 2,019,000.00 beside 服务站点 7.
    """
    money = [c for c in columns if c.kind is ColumnKind.AMOUNT and _AMOUNT.search(c.leaf)]
    places = [text for c in money for text in texts[c.place] if text.strip()]
    if len(places) < _FEWEST_PRINTED or not all(map(_WITH_PLACES.fullmatch, map(normal, places))):
        return columns
    counts = [
        c.place
        for c in columns
        if c.kind is ColumnKind.AMOUNT
        and c.leaf
        and not any(_AMOUNT.search(bare(level)) or _RATE.search(bare(level)) for level in c.path)
        and all(map(_SMALL.fullmatch, map(normal, filter(str.strip, texts[c.place]))))
    ]
    return [replace(c, kind=ColumnKind.COUNT) if c.place in counts else c for c in columns]


def _texts(sheet: Sheet, place: int, rows: range) -> list[str]:
    """The texts of the cells that begin in a column."""
    cells = ((row, sheet.at(row, place)) for row in rows)
    return [cell.text for row, cell in cells if cell is not None and cell.row == row and cell.column == place]


def _with_whole_scores(columns: list[Column], sheet: Sheet, body: int) -> list[Column]:
    """The columns with the score of a whole project told: one cell a project, beside several indicators each."""

    def starts(place: int) -> set[int]:
        return {c.row for row in range(body, sheet.rows) for c in sheet.starting(row) if c.column == place}

    named = next((starts(c.place) for c in columns if c.kind is ColumnKind.LABEL), set[int]())
    finer = any(c.kind is ColumnKind.INDICATOR and starts(c.place) > named for c in columns)
    whole = [c for c in columns if finer and is_score(c.leaf) and starts(c.place) <= named]
    return [Column(c.place, ColumnKind.SCORE, c.path) if c in whole else c for c in columns]


def _of_bodies(columns: list[Column], texts: list[list[str]]) -> list[Column]:
    """The columns of a list of bodies, one a row: what is said of each body names no row (经费性质, 单位类别)."""
    bodies = [c for c in columns if c.kind is ColumnKind.BODY]
    labels = [c for c in columns if c.kind is ColumnKind.LABEL]
    if len(bodies) != 1 or not all(CATEGORY.search(c.leaf) for c in labels):
        return columns
    named = [bare(text) for text in texts[bodies[0].place] if text.strip()]
    told = max((sum(bool(text.strip()) for text in texts[c.place]) for c in labels), default=0)
    if len(named) < max(2, told) or len(set(named)) < len(named):
        return columns
    return [Column(c.place, ColumnKind.TEXT, c.path) if c in labels else c for c in columns]


def _without_attributes(columns: list[Column], texts: list[list[str]]) -> list[Column]:
    """The columns without labels that only sort the rows which the one before them names: 县区 beside 下达批次."""
    made = list(columns)
    for name, beside in itertools.pairwise(columns):
        if {name.kind, beside.kind} != {ColumnKind.LABEL} or _NAMES_LINES.search(beside.leaf):
            continue
        names, sorts = ([bare(t) for t in texts[c.place] if t.strip()] for c in (name, beside))
        told_apart = len(names) == len(set(names)) >= max(_FEWEST_PRINTED, len(sorts))
        if told_apart and sorts and len(set(sorts)) * 3 <= len(sorts):
            made[beside.place] = replace(beside, kind=ColumnKind.TEXT)
    return made


def _of_items(columns: list[Column], sheet: Sheet, rows: range) -> list[Column]:
    """The columns of a list of items, bought or held: the project an item is for does not name its row.

    It does where it tells the rows better apart (one purchase a project), or has rows of its own. Amounts that are
    printed beside it once a project are the project's own.
    """
    labels = [c for c in columns if c.kind is ColumnKind.LABEL and not CATEGORY.search(c.leaf)]
    said = {c.place: bare("".join(c.path)) for c in labels}  # 采购目录 over 编码 and 名称
    item = next((c for c in labels if _ITEM.search(said[c.place]) and not PROJECT.search(c.leaf)), None)
    project = next((c for c in labels if PROJECT.search(c.leaf)), None)
    if item is None or project is None:
        return columns
    between = range(min(item.place, project.place), max(item.place, project.place))
    owned = [c for c in columns if c.place in between and c.kind is ColumnKind.AMOUNT]
    if owned and not _of_projects(owned, project, columns, sheet, rows):
        return columns
    pairs = [(_word(sheet, row, project), _word(sheet, row, item)) for row in rows]
    pairs = [pair for pair in pairs if any(pair) and not any(map(_TOTAL.search, pair))]
    pairs = [(of, own) for of, own in pairs if own or not (names_body(of) or GOODS.fullmatch(of))]
    if any(not own for _, own in pairs):
        return columns
    of, items = len({of for of, _ in pairs if of}), len({own for _, own in pairs})
    if not owned and _ITS_PROJECT.search(project.leaf) is None and not (of <= items and of < len(set(pairs))):
        return columns
    parts = {project.place: replace(project, kind=ColumnKind.TEXT, heads=bool(owned))}
    parts |= {c.place: replace(c, heads=True) for c in owned}
    return [parts.get(c.place, c) for c in columns]


def _of_projects(owned: list[Column], project: Column, columns: list[Column], sheet: Sheet, rows: range) -> bool:
    """Whether amounts before the items are the project's own: printed where one begins, the items have others."""
    last = max(c.place for c in owned)
    if project.place > last or not any(c.kind is ColumnKind.AMOUNT and c.place > last for c in columns):
        return False
    begun = {
        row
        for row in rows
        if (cell := sheet.at(row, project.place)) is not None and cell.row == row and cell.text.strip()
    }
    printed = {
        row
        for row in rows
        for c in owned
        if (cell := sheet.at(row, c.place)) is not None
        and (cell.row, cell.column) == (row, c.place)
        and cell.text.strip()
    }
    return bool(printed) and printed <= begun


def lists_indicators(columns: list[Column]) -> bool:
    """Whether a table lists the indicators of named projects, a column a part: it needs no amounts."""
    leaves = [c.leaf for c in columns if c.kind is ColumnKind.INDICATOR]
    named = any(c.kind in (ColumnKind.LABEL, ColumnKind.BODY) for c in columns)
    return named and any(map(_INDICATOR_NAME.fullmatch, leaves)) and any(map(_INDICATOR_TARGET.search, leaves))


def names_body(text: str) -> bool:
    """Whether a cell names a body, with its code or without: 378001某某局本级 over what it buys."""
    coded = split_code(text)
    return is_body_name(text if coded is None else coded.name)


def _word(sheet: Sheet, row: int, column: Column) -> str:
    cell = sheet.at(row, column.place)
    return "" if cell is None else bare(cell.text)


def _kind(path: tuple[str, ...], texts: list[str]) -> ColumnKind:
    leaf = bare(path[-1]) if path else ""
    filled = [text for text in texts if text.strip()]
    kinds = [read_amount(text)[0].kind for text in filled]
    numbers = [text for text, kind in zip(filled, kinds, strict=True) if kind is CellKind.NUMBER]
    dashes = [text for text, kind in zip(filled, kinds, strict=True) if kind is CellKind.DASH]
    words = len(filled) - len(numbers) - len(dashes)
    codes = sum(1 for text in filled if is_code_cell(text) and "." not in text and "," not in text)
    if _INDEX.match(leaf) and words * 2 <= len(filled):
        return ColumnKind.INDEX
    if _PERIOD.match(leaf):
        return ColumnKind.PERIOD
    if _CODE.search(leaf) and not _CODE_AND_NAME.search(leaf):
        if len(leaf) == 1 and words > len(numbers):
            return ColumnKind.LABEL
        return ColumnKind.CODE if codes * 2 >= len(filled) or words * 2 <= len(filled) else ColumnKind.LABEL
    if _INDICATOR.search(leaf) and not _AMOUNT.search(leaf.replace("指标", "")):
        return ColumnKind.INDICATOR
    if words and _COUNT.search(leaf) and all(read_count(text)[0].kind is not CellKind.WORDS for text in filled):
        return ColumnKind.COUNT  # 数量: 2台, 24套
    if numbers and len(numbers) >= words:
        return _kind_of_numbers(path, leaf, numbers, codes)
    if words:
        if _TEXT.search(leaf) or (leaf == "单位" and all(map(is_unit, filled))):
            return ColumnKind.TEXT
        return ColumnKind.BODY if _BODY.search(leaf) else ColumnKind.LABEL
    return _kind_of_blank(leaf)


def _kind_of_numbers(path: tuple[str, ...], leaf: str, numbers: list[str], codes: int) -> ColumnKind:
    plain = [normal(text) for text in numbers]
    known = sum(1 for text in plain if scheme_of(text) is not None)
    # 无形资产 over 3015375 prints a round amount, whatever subject bears those digits; several codes are no chance.
    several = len(set(plain)) >= _FEWEST_CODES
    may_head = not leaf or _HEADS_CODES.search(leaf) or any(len(text) < 5 for text in plain)
    heads_codes = several or (may_head and (_CLASSES.search(leaf) or not _AMOUNT.search(leaf)))
    if known == len(plain) and codes == len(plain) and heads_codes:
        return ColumnKind.CODE
    if _WHEN.search(leaf) and not _AMOUNT.search(leaf) and all(map(_A_YEAR.fullmatch, plain)):
        return ColumnKind.TEXT
    counting = any(_COUNTING_HEAD.search(bare(level)) for level in path[:-1]) and not _MONEY_LEAF.search(leaf)
    if counting or _counts_heads(path, leaf, numbers) or (_COUNT.search(leaf) and not _RATE.search(leaf)):
        return ColumnKind.COUNT
    return ColumnKind.AMOUNT


def _counts_heads(path: tuple[str, ...], leaf: str, numbers: list[str]) -> bool:
    """Whether whole numbers under words of staff or holdings alone count them: 人员 over 在职, 车辆 over 编制.

    Money stands under such words too (人员 over 工资, 公务用车 over 购置): what is printed with places is money.
    """
    if any(_MONEY_LEAF.search(bare(level)) for level in path) or not all(map(_SMALL.fullmatch, map(normal, numbers))):
        return False
    of_staff = any(_STAFF_HEAD.fullmatch(bare(level)) for level in path[:-1])
    held = any(_HELD_HEAD.fullmatch(bare(level)) for level in path[:-1]) and _HELD.fullmatch(leaf) is not None
    return of_staff or held or _STAFF.fullmatch(leaf) is not None


def _kind_of_blank(leaf: str) -> ColumnKind:
    if _TEXT.search(leaf):
        return ColumnKind.TEXT
    if _COUNT.search(leaf) and not _RATE.search(leaf):
        return ColumnKind.COUNT
    if _BODY.search(leaf):
        return ColumnKind.BODY
    if _AMOUNT.search(leaf) and not re.search(r"名称|科目|项目$|类别", leaf):
        return ColumnKind.AMOUNT
    return ColumnKind.LABEL if _LABEL.search(leaf) or not leaf else ColumnKind.AMOUNT


def _settled(columns: list[Column]) -> list[Column]:
    """Kinds that only their neighbours can tell: a blank 支出 column before any amount is a label."""
    settled: list[Column] = []
    alone = sum(c.kind is ColumnKind.INDICATOR for c in columns) == 1  # of a project or good, not of its indicators
    for column in columns:
        kind = column.kind
        if ((kind is ColumnKind.INDICATOR and alone) or kind is ColumnKind.AMOUNT) and is_score(column.leaf):
            kind = ColumnKind.SCORE  # 自评总分 is no money
        elif kind is ColumnKind.INDICATOR and alone and _TEXT.search(column.leaf):
            kind = ColumnKind.TEXT
        seen = any(c.kind is ColumnKind.AMOUNT and not c.heads for c in settled)
        if kind is ColumnKind.LABEL and seen and column.leaf and not begins_block(columns, column):
            kind = ColumnKind.TEXT
        settled.append(replace(column, kind=kind))
    if settled and settled[0].kind is ColumnKind.AMOUNT and not settled[0].path:
        settled[0] = Column(settled[0].place, ColumnKind.LABEL, ())
    return settled


def begins_block(columns: list[Column], column: Column) -> bool:
    """Whether a label begins another half: by its words, or as its amounts are headed as those before it are."""
    if _NEW_BLOCK.match(column.leaf):
        return True
    at = columns.index(column)
    if is_headed_again(columns, at):
        return True
    beside = columns[at - 1 : at + 2 : 2] if 0 < at < len(columns) - 1 else []
    heads = {c.leaf for c in beside if c.kind is ColumnKind.AMOUNT and c.leaf != column.leaf}
    return len(heads) == 1 and "" not in heads and all(c.leaf in heads for c in beside)


def is_headed_again(columns: list[Column], at: int) -> bool:
    """Whether the whole header is printed once more from here on: 序号, 部门, 合计 | 序号, 部门, 合计."""
    heads = [c.leaf for c in columns]
    period = at - heads.index(heads[at])
    again = all(heads[i] == heads[i - period] for i in range(period, len(heads)))
    return period > 1 and len(heads) % period == 0 and again and any(c.kind is ColumnKind.AMOUNT for c in columns[:at])
