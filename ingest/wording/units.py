"""Units: 元 and its multiples, percent, and the measure words of quantities; where a unit is declared.

Declared forms seen: ``单位：万元``, ``金额单位：人民币万元``, ``（万元）`` in a label or header cell,
``单位：元``.
"""

import re
from decimal import Decimal

from ingest.records.units import (
    MILLION_YUAN,
    PERCENT,
    THOUSAND_YUAN,
    WAN_YUAN,
    YI_YUAN,
    YUAN,
    Unit,
    UnitKind,
)
from ingest.wording.glyphs import characters

TEN_MILLION_YUAN = Unit("千万元", UnitKind.MONEY, Decimal(10_000_000))
HUNDRED_YUAN = Unit("百元", UnitKind.MONEY, Decimal(100))

_MONEY = {
    "元": YUAN,
    "人民币元": YUAN,
    "块": YUAN,
    "块钱": YUAN,
    "圆": YUAN,
    "百元": HUNDRED_YUAN,
    "千元": THOUSAND_YUAN,
    "万元": WAN_YUAN,
    "万块": WAN_YUAN,
    "百万元": MILLION_YUAN,
    "千万元": TEN_MILLION_YUAN,
    "亿元": YI_YUAN,
    "亿": YI_YUAN,
    "yuan": YUAN,
    "rmb": YUAN,
    "cny": YUAN,
}
# Measure words; the compounds keep their printed name.
_MEASURE_WORDS = """
    个百分点 百分点 平方公里 平方千米 平方米 立方米 公里 千米 公顷 人次 人天 人日 批次 班次 场次 架次
    车次 辆次 户次 件次 家次 台次 篇次 个工作日 工作日 小时 分钟 秒 个月 月 周 天 日 年 元/人/天
    元/人·天 元/人 元/平方米 元/年 元/月 元/天 元/次 元/个 元/份 元/条 元/台 万元/年 万元/月 万元/个
    万元/台 万元/人 次/年 次/月 次/周 人/次 个 人 名 位 辆 台 套 件 份 次 场 期 篇 条 户 家 间 处 项 所
    座 栋 幢 吨 公斤 千克 克 亩 米 米² 平方 升 度 千瓦时 部 本 册 张 幅 支 只 头 棵 株 盏 块 批 组 类
    种 级 分 倍 宗 起 例 字 页 卷 枚 把 瓶 箱 包 袋 盒 桶 节 课时 学时 学分 人份 门 班 站 片 面 颗 床
    床位 点 轮 镇街 镇 街道 街 区 村 社区 点位 路 道 艘 架 艇 gb tb mb kb pb g m mbps g/s mb/s ms 毫秒
    美元 欧元 港元 港币 日元 英镑 ㎡ m2 m² km km² kg % ‰ ％
"""
_COUNTED = tuple(_MEASURE_WORDS.split())
_COUNTED_SET = frozenset(_COUNTED)
_SCALES = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "万亿": Decimal(10) ** 12,
}
_SCALED = sorted((s for s in _SCALES if s), key=len, reverse=True)
_MONEY_NAMES = "|".join(sorted((re.escape(n) for n in _MONEY if not n.isascii() and n != "亿"), key=len, reverse=True))
_COUNT_NAMES = "|".join(sorted((re.escape(n) for n in _COUNTED), key=len, reverse=True))
_AT = re.compile(
    rf"(?:人民币)?(?P<rate>(?:万|百万|千|亿)?元/(?:平方米|[人个台套次年月天日份条件辆户家间处项场期篇本册吨亩](?:[·/][天日年月次])?))"
    rf"|(?P<money>{_MONEY_NAMES})|(?P<scale>{'|'.join(_SCALED)})?(?P<count>{_COUNT_NAMES})|(?P<only>{'|'.join(_SCALED)})",
    re.IGNORECASE,
)
_CURRENCY = r"(?:人民币|[Rr][Mm][Bb]|￥|¥)?\s*"
_DECLARED = re.compile(
    rf"(?:金\s*额|货\s*币|计\s*量|计\s*价|币\s*种)?\s*单\s*位\s*[：:﹕∶︰]?\s*[（(]?\s*{_CURRENCY}[:：]?\s*"
    r"((?:百\s*万|千\s*万|万|千|百|亿)?\s*元)(?!素|旦)"
)
_IN_BRACKETS = re.compile(
    rf"[（(\[【]\s*(?:金额)?(?:单位)?\s*[：:]?\s*{_CURRENCY}((?:百万|千万|万|千|亿)?元)\s*[)）\]】]"
)
_BARE = re.compile(rf"{_CURRENCY}((?:百万|千万|万|千|亿)元)")


def money_unit(name: str) -> Unit | None:
    """The unit of money of a printed name (万元, 人民币万元, 亿), or None."""
    tight = re.sub(r"\s+", "", characters(name)).lower().removeprefix("人民币")
    return _MONEY.get(tight)


def unit_named(name: str) -> Unit | None:
    """Any unit by its printed name: 万元, %, 个, 万人次; unknown measure words become a count of that name.

    None for an empty name.
    """
    tight = re.sub(r"\s+", "", characters(name)).replace("％", "%")
    if not tight:
        return None
    money = money_unit(tight)
    if money is not None:
        return money
    if tight in ("%", "百分比", "百分之"):
        return PERCENT
    for scale in _SCALED:
        if tight.startswith(scale) and tight[len(scale) :].lower() in _COUNTED_SET:
            return Unit(tight, UnitKind.COUNT, _SCALES[scale])
    return Unit(tight, UnitKind.COUNT)


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit that stands at a place of a text (right after a number), and where it ends.

    A multiple of 万 or 亿 without a measure word is a count of that multiple: ``3万`` -> 万.
    """
    while position < len(text) and text[position] in " \u00a0\u3000":
        position += 1
    match = _AT.match(text, position)
    if match is None:
        return None
    if match["rate"]:
        return Unit(match["rate"], UnitKind.COUNT), match.end()
    if match["money"]:
        unit = money_unit(match["money"])
        return None if unit is None else (unit, match.end())
    if match["only"]:
        return Unit(match["only"], UnitKind.COUNT, _SCALES[match["only"]]), match.end()
    if match["count"] in ("%", "％"):
        return PERCENT, match.end()
    scale = match["scale"] or ""
    return Unit(scale + match["count"], UnitKind.COUNT, _SCALES[scale]), match.end()


def declared_unit(text: str) -> Unit | None:
    """The unit of money a heading or table line declares: ``单位：万元``, ``金额单位：人民币万元``, ``（万元）``."""
    plain = characters(text)
    for pattern in (_DECLARED, _IN_BRACKETS):
        match = pattern.search(plain)
        if match is not None:
            return money_unit(match.group(1))
    return None


def lists_units(text: str) -> bool:
    """Whether a text is nothing but the units of several columns: 辆、台（套）、平方米、万元."""
    return is_unit(text) and re.search(r"[、,，/]", text) is not None


def is_unit(text: str) -> bool:
    """Whether a text is nothing but what things are measured in: 台（套）, 平方米, 台/套."""
    units = [re.sub(r"[（(].*?[)）]", "", part).strip() for part in re.split(r"[、,，/]", text)]
    found = [unit_at(unit, 0) for unit in units]
    return all(at is not None and at[1] == len(u) for u, at in zip(units, found, strict=True))


def label_unit(label: str) -> Unit | None:
    """The unit of money a label or column header carries in brackets or at its end: ``预算数（万元）``."""
    plain = re.sub(r"\s+", "", characters(label))
    match = _IN_BRACKETS.search(plain) or _DECLARED.search(plain)
    if match is not None:
        return money_unit(match.group(1))
    match = _BARE.search(plain)
    return money_unit(match.group(1)) if match is not None and plain.endswith(match.group(1)) else None


def without_unit(label: str) -> str:
    """A label without a unit in brackets: ``预算数（万元）`` -> ``预算数``."""
    return _IN_BRACKETS.sub("", label).strip()
