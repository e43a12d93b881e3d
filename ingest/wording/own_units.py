"""A unit line that names another unit for some of a table's columns.

Seen and alike: ``金额单位：元（“三公”经费单位：万元）``, ``单位：万元（人数单位：人）``, ``单位：万元（除人数外）``,
``“三公”经费单位为万元，其余为元``, ``单位：人、万元``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.records.units import Unit
from ingest.wording.glyphs import bare, normal
from ingest.wording.units import declared_unit, money_unit, unit_named

_MONEY = r"(?:百万|千万|万|千|百|亿)?元"
_UNIT = rf"(?:人民币)?(?:{_MONEY}|人次|人|名|辆|台/?套?|套|个|件|平方米|㎡|m2|公里|吨|%)"
_ENDS = r"(?=$|[,;。()]|以?外|计|计算|列示|反映|统计|填列|表示)"
_OF = re.compile(
    rf"(?P<of>[^:;,。()]{{2,20}}?)(?:的)?(?:金额|计量|计价)?(?:单位)?(?:均|都)?(?:为|是|按|以|用|:)(?P<unit>{_UNIT}){_ENDS}"
)
_EXCEPT = re.compile(r"除(?P<of>[^:;,。()为]{2,20}?)(?:等|数据|列|栏)?以?外")
_LISTED = re.compile(rf"单位:(?P<units>{_UNIT}(?:[、,/和及]{_UNIT})+)(?=$|[;。()])")
_LEADS = re.compile(r"^(?:其中|除|但|本表|表中|表内|注|备注|说明)+")
_ALL = re.compile(r"(?:金额|货币|计量|计价|币种|资金|数据|价值)?(?:单位)?")
_BODY = re.compile(r"(?:编制|编报|填报|公开|预算|决算|主管|报送)(?:单位)?")
_REST = re.compile(r"(?:其余|其他|其它|余)(?:的?(?:各|均|都|列|栏|项|目|数据|金额|部分))*")
_TAIL = re.compile(r"(?:一?[栏列]|数据?|金额|等)$")


@dataclass(frozen=True, slots=True)
class OwnUnit:
    """A column's or row's name and the unit declared for it; None where it is only kept out of the table's money."""

    of: str
    unit: Unit | None

    def holds_for(self, levels: Iterable[str]) -> bool:
        """Whether one of some header levels is what the unit was declared for."""
        return any(self.of in bare(level) for level in levels)


def own_units(text: str, names: Iterable[str]) -> tuple[tuple[OwnUnit, ...], Unit | None]:
    """The units a line declares for columns or rows of those names, and the unit of money of all others."""
    line = normal(re.sub(r"\s{2,}", ";", text.strip())).replace("：", ":").replace("，", ",").replace("；", ";")
    known = [bare(name) for name in names]
    found: list[OwnUnit] = []
    rest: Unit | None = None
    left = line
    for match in (*_OF.finditer(line), *_EXCEPT.finditer(line)):
        unit = unit_named(match["unit"].removeprefix("人民币")) if "unit" in match.groupdict() else None
        of = _LEADS.sub("", match["of"])
        if _ALL.fullmatch(of) or (_BODY.fullmatch(of) and unit is not None and money_unit(unit.name)):
            continue
        if _REST.fullmatch(of):
            rest, left = unit, left.replace(match.group(), "")
            continue
        named = [n for part in re.split(r"[、和及与]", of) if (n := _name_in(bare(part), known))]
        found += [OwnUnit(name, unit) for name in named]
        left = left.replace(match.group(), "") if named else left
    listed = _LISTED.search(line)
    if listed is not None:
        money = [m for u in re.split(r"[、,/和及]", listed["units"]) if (m := money_unit(u)) is not None]
        rest = rest or (money[0] if len(money) == 1 else None)
    return tuple(found), rest or declared_unit(left)


def _name_in(said: str, known: list[str]) -> str:
    """What was said, as far as some name of the table holds it; nothing where none does."""
    forms = (said, _TAIL.sub("", said))
    return next((form for form in forms if len(form) > 1 and any(form in name for name in known)), "")
