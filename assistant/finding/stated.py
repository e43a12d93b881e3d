"""What a question takes for granted of a figure: an amount its row prints, or that it is money."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.finding.beside import is_bought
from assistant.finding.holdings import RowView, department_key
from assistant.finding.select import MARGIN
from assistant.finding.wanted import Candidate
from assistant.lexicon import concepts_in, is_classified, whole_concept
from assistant.plan import Filter, Term
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.numbers import find_numbers
from ingest.wording.units import money_unit, unit_at

_MONEY_ASKED = re.compile(
    r"(?:多少|几)(?:钱|[万亿](?![人份次户用件条名辆路笔册台套])|元|资金|预算|经费)|金额(?:是|为|有)?多"
)


# 三市几家审计局 says whose figures are asked for and counts nothing; 有几家审计局 does.
_COUNT_ASKED = re.compile(
    r"(?:几|多少)\s*(?:人次|人|名|次|场|期|辆|台|套|户|座|栋|处|亩|平|公里|册|份|篇|件|条)"
    r"|多少\s*家|[有共设管辖]几家|(?<![这那哪])几\s*家(?![\u4e00-\u9fff]{0,6}[局委厅办院署])"
)


def of_stated(found: list[Candidate], stated: Sequence[Filter]) -> list[Candidate]:
    """The figures nearest the best whose rows print the amounts said (那个539万的审计业务经费); all where none does."""
    if not stated or not found:
        return found
    near = [c for c in found if c.cost <= found[0].cost + MARGIN]
    return [c for c in near if c.row is not None and row_prints(c.row, stated)] or found


def row_prints(row: RowView, stated: Sequence[Filter]) -> bool:
    """Whether a row prints every amount of money said."""
    told = [(unit.scale, s) for s in stated if (unit := money_unit(s.unit)) is not None]
    bases = {figure.amount.base for _, figure in row.cells if figure.amount is not None}
    return all(any(s.value * scale <= base <= (s.upper or s.value) * scale for base in bases) for scale, s in told)


def text_prints(texts: Iterable[str], stated: Filter) -> bool:
    """Whether some text prints an amount of money within one that is told by its first digits: 四千八百多万."""
    unit = money_unit(stated.unit)
    if unit is None or stated.upper is None:
        return True
    for text in texts:
        for number in find_numbers(text):
            printed = unit_at(text, number.end)
            scale = printed[0].scale if printed is not None else 1
            if stated.value * unit.scale <= number.value * scale <= stated.upper * unit.scale:
                return True
    return False


def names_threshold(text: str, condition: Filter) -> bool:
    """Whether a line is named by the very threshold of a condition: 单价100万元以上设备（台） for 上百万的设备."""
    unit = money_unit(condition.unit)
    wanted = condition.value * (unit.scale if unit is not None else 1)
    for number in find_numbers(text):
        printed = unit_at(text, number.end)
        if number.value * (printed[0].scale if printed is not None else 1) == wanted:
            return True
    return False


_GONE = re.compile(r"处置|报废|报损|超编|编制|核定")


def _is_gone(figure: Figure, words: str) -> bool:
    """Whether cars are counted that were given up or only allowed (处置车辆, 车辆编制), and nobody asks for these."""
    said = _GONE.search(figure.label) if figure.unit.kind is UnitKind.COUNT and "车" in figure.label else None
    return said is not None and said[0] not in words


def of_the_kind_asked(found: list[Candidate], words: str) -> list[Candidate]:
    """Without counts where the words ask for money, without money where they ask how many."""
    found = [c for c in found if not _is_gone(c.figure, words)]
    if not _MONEY_ASKED.search(words):
        if _COUNT_ASKED.search(words):
            return [c for c in found if c.figure.unit.kind is not UnitKind.MONEY]
        return found
    return [c for c in found if c.figure.unit.kind is not UnitKind.COUNT]


_MONEY_NAMED = re.compile(r"(?:费|经费|支出|费用)$")
_LONG_NAME = 8  # signs of a name that is said in full
_SAYS_COUNT = re.compile(r"[批人]次|人数|几|数量|[辆台]|保有")


def of_named_money(found: list[Candidate], terms: tuple[Term, ...], words: str) -> list[Candidate]:
    """Without counts where all that is named is money: 公车购置及运行费 is no number of cars."""
    if not terms or _SAYS_COUNT.search(words) or not all(_MONEY_NAMED.search(t.text) for t in terms):
        return found
    money = [c for c in found if c.figure.unit.kind is not UnitKind.COUNT]
    return money or found


_AGAINST = re.compile(r"[比较与跟和同](?:上一?年度?|去年|20\d\d年度?)的?(?:年初)?(?:预算|(?P<spent>实际|决算|执行))")


def of_the_basis_said(found: list[Candidate], words: str) -> list[Candidate]:
    """Without changes against what was spent where 比上年预算 is asked, or against a budget where 比上年实际 is."""
    said = _AGAINST.search(words)
    if said is None:
        return found
    other = re.compile("预算" if said["spent"] else "实际|执行|决算")
    return [c for c in found if c.figure.relation is Relation.AMOUNT or not other.search(c.figure.basis or "")]


_BUDGET_NAMED = re.compile(r"(?P<money>经费|费|收入|支出)(?:总)?预算(?:数|总?额)?$")


def of_the_budget_named(found: list[Candidate], terms: tuple[Term, ...], words: str) -> list[Candidate]:
    """Of an account's figures the budgets, where what is named ends in 预算: 三公经费预算 is not what was spent."""
    named = [m for t in terms if (m := _BUDGET_NAMED.search(t.text)) is not None]
    final = any(c.holding.document.stage is Stage.FINAL_ACCOUNT for c in found)
    if not named or not final or re.search("决算|实际|执行|完成|花", words):
        return found
    kept = [c for c in found if c.figure.stage is Stage.BUDGET or c.figure.relation is not Relation.AMOUNT]
    return kept or ([] if named[0]["money"].endswith("费") else found)


_DENIED = re.compile(r"(?<![是除莫无并])非(?P<name>[\u4e00-\u9fff]{2})")


def of_what_is_not_denied(found: list[Candidate], words: str) -> list[Candidate]:
    """Without figures of the very thing that 非 takes out: 财政拨款 where 非财政拨款 is asked for."""
    for denied in _DENIED.finditer(words):
        of_it = re.compile(f"(?<!非){denied['name']}")
        found = [c for c in found if not of_it.search(_line_and_table(c))]
    return found


def _line_and_table(candidate: Candidate) -> str:
    figure, table = candidate.figure, candidate.table
    return "".join((figure.label, *figure.column, table.key if table is not None else ""))


_INCOME_ASKED = re.compile(r"(?<![低高中])收入(?:预算|决算|执行)?数?(?:是|为|有|多少|$|[？?，,。])")
_SPENDING_ASKED = re.compile(r"支出(?:预算|决算|执行)?数?(?:是|为|有|多少|$|[？?，,。])")
_SIDES = ("收入", "支出")


def of_the_side_asked(found: list[Candidate], words: str) -> list[Candidate]:
    """Without lines of spending where only income is asked for, and without lines of income where only spending is.

    Where a half of a table prints the year's own sum, its 总计, which holds what was carried over, yields to that.
    """
    asked = _side_asked(words)
    if asked is None:
        return found
    kept = [c for c in found if not _is_of_other_side(c, asked)]
    if "总" in words:
        return kept
    return sorted((replace(c, cost=c.cost + _CARRIED) if _holds_more(c) else c for c in kept), key=lambda c: c.cost)


_CARRIED = 0.4


def _side_asked(words: str) -> str | None:
    sides = [side for side in _SIDES if side in words]
    if sides == ["收入"] and _INCOME_ASKED.search(words) and not re.search("补助|补贴|安排|花", words):
        return "收入"
    return "支出" if sides == ["支出"] and _SPENDING_ASKED.search(words) else None


def _is_of_other_side(candidate: Candidate, asked: str) -> bool:
    """Whether a cell stands in the other half of a table or, asked for income, in a table of spending alone."""
    other = _SIDES[1 - _SIDES.index(asked)]
    if candidate.row is None or candidate.table is None or asked in candidate.row.key:
        return False
    if candidate.row.row.side == other:
        return True
    columns = "".join(candidate.column.keys) if candidate.column is not None else ""
    spends = other in candidate.table.key and asked not in candidate.table.key
    return asked == "收入" and spends and asked not in columns


def _holds_more(candidate: Candidate) -> bool:
    """Whether a row is the 总计 of a half whose own sum of the year is printed above it: 本年支出合计."""
    row, table = candidate.row, candidate.table
    if row is None or table is None or row.row.side is None or not row.key.endswith("总计"):
        return False
    return any(r.row.side == row.row.side and r.key.startswith("本年") and r.key.endswith("合计") for r in table.rows)


def of_the_place_said(found: list[Candidate], words: str) -> list[Candidate]:
    """Only what the text states where it is asked what that says; only what tables print where it is they."""
    if _TEXT_SAID in words:
        return [c for c in found if c.table is None]
    return [c for c in found if c.table is not None] if _TABLE_SAID.search(words) else found


def says_place(words: str) -> bool:
    """Whether an ask says that the text, or the tables, are looked into."""
    return _TEXT_SAID in words or _TABLE_SAID.search(words) is not None


_TEXT_SAID = "文字说明"
_TABLE_SAID = re.compile(r"^(?:[，,在而那]|但是?)?表里(?![有的])")


_TO_BE = re.compile(r"拟(?:新)?(?:购|采购|处置)|计划(?:购置|采购|处置)")
_TO_BE_ASKED = re.compile("购|买|采|拟|新增|处置|计划|添|更[新换]|换新|安排")
_COUNTED = ("辆", "台", "套", "台（套）", "台(套)")


def of_what_is_owed(found: list[Candidate], words: str) -> list[Candidate]:
    """Without limits where what is owed is asked for, and the other way round: 债务余额限额 is a limit.

    What is to be bought or given away is not held: 本年度拟购置固定资产总额; 安排购置车辆6辆，其中执法执勤用车4辆.
    """
    if not _TO_BE_ASKED.search(words):
        found = [c for c in found if not _TO_BE.search(c.figure.label)] or found
        found = [c for c in found if not _counts_bought(c)] or found
    asked = [word for word in ("限额", "余额") if word in words]
    if asked == ["余额"]:
        return [c for c in found if "限额" not in c.figure.label]
    if asked == ["限额"]:
        return [c for c in found if "余额" not in c.figure.label or "限额" in c.figure.label]
    return found


def _counts_bought(candidate: Candidate) -> bool:
    """Whether a stated figure counts cars or machines that are to be bought."""
    amount = candidate.figure.amount
    counted = candidate.table is None and amount is not None and amount.unit.name in _COUNTED
    return counted and is_bought(candidate.figure, candidate.holding)


def of_what_was_done(found: list[Candidate]) -> list[Candidate]:
    """Without blank budgets of a past year whose row prints what was done: 债务余额 has an 执行数 and no 预算数."""
    done = {
        (c.figure.row_id, c.figure.year)
        for c in found
        if c.figure.stage is Stage.EXECUTION and c.figure.amount is not None and c.figure.row_id is not None
    }
    return [c for c in found if c.figure.amount is not None or (c.figure.row_id, c.figure.year) not in done]


def of_the_line_itself(found: list[Candidate], terms: tuple[Term, ...]) -> list[Candidate]:
    """The figures without those of rows whose longer names only hold another word for a line that is printed itself.

    津贴补贴 is printed as a line; 高龄津贴, a project, is none of it.
    """
    lines = {t.concept: t.text for t in terms if t.concept and is_classified(t.concept)}

    def own(candidate: Candidate) -> bool:
        return candidate.row is not None and whole_concept(candidate.row.key) in lines

    if not any(own(c) and c.figure.amount is not None for c in found):
        return found
    return [c for c in found if c.row is None or own(c) or not _only_worded(c.row.key, lines)]


def of_the_very_name(found: list[Candidate], terms: tuple[Term, ...]) -> list[Candidate]:
    """The figures of rows that are called just as the question says, where a line of one meaning has two long names.

    机关事业单位基本养老保险缴费 is a class of spending, …缴费支出 a function: their amounts need not be the same.
    """
    named = {t.text: t.concept for t in terms if t.concept and len(t.text) >= _LONG_NAME}
    very = any(c.row is not None and c.row.key in named and c.figure.amount is not None for c in found)
    if not very or len(terms) != 1:
        return found
    other = frozenset(named.values())
    return [c for c in found if c.row is None or c.row.key in named or whole_concept(c.row.key) not in other]


def of_no_member(found: list[Candidate], terms: tuple[Term, ...]) -> list[Candidate]:
    """The figures without rows that are of a line by the title of their table alone, where it is printed itself.

    The one meeting of a 会议费明细表 is not 会议费.
    """
    lines = {t.concept for t in terms if t.concept}
    printed = any(
        c.row is not None and whole_concept(c.row.key) in lines and c.figure.amount is not None for c in found
    )
    return [c for c in found if not _is_member(c, lines)] if printed else found


def _is_member(candidate: Candidate, lines: set[str]) -> bool:
    """Whether only the title names the line of a row that is neither a total nor the body's own row."""
    row, column = candidate.row, candidate.column
    if row is None or row.is_total or row.body is not None or row.key == department_key(candidate.holding.document):
        return False
    return not (concepts_in(row.key) | (column.concepts if column is not None else frozenset())) & lines


def _only_worded(key: str, lines: dict[str, str]) -> bool:
    """Whether a name that is no line of its own holds a line by another of its words alone."""
    held = concepts_in(key) & set(lines) if whole_concept(key) is None else frozenset()
    return bool(held) and not any(lines[concept] in key for concept in held)
