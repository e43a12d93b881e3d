"""Which operations a clause asks for, in the order of their answers."""

import re

from assistant.lexicon import is_fund
from assistant.plan import EVERY, Operation
from assistant.understand.asks.sets_by_condition import RANK_ROLES, asked_before_rank
from assistant.understand.clauses.clause import SET_ROLES, Clause
from assistant.understand.clauses.scoping import of_whole_department
from assistant.understand.words.sets_said import told_to_list

_APART = frozenset(("和", "与", "及", "以及", "各"))
_ORDER = (
    "reason",
    "define",
    "purpose",
    "target",
    "completion",
    "share",
    "ratio",
    "difference",
    "compare",
)


def on_indicators(clause: Clause) -> bool:
    """Whether a clause counts or lists targets, or projects by their targets."""
    said = "target" in clause.operators or any(t.text.endswith("指标") for t in clause.terms)
    if re.search(r"指标[？?]?$", clause.words) and not re.search(r"几|多少|哪些|列", clause.words):
        return False  # 完成审计项目数指标 is the name of one
    return said and "指标" in clause.words and bool({"count", "list"} & set(clause.operators))


_WITHIN_ACCOUNT = re.compile(
    r"(?:预算|决算)(?:表|书|报告|文件|公开|说明|草案)*[中里](?!央|心)"
)  # names the document alone


def _alone_moved(clause: Clause) -> bool:
    """Whether one thing of one body is said to be more or less and nothing that it is held against."""
    return bool(clause.direction) and _names_one(clause)


def _names_one(clause: Clause) -> bool:
    """Whether a clause names one thing of one body and nothing that it is held against."""
    stages = len(clause.stages) > 1 or (clause.stages and not _WITHIN_ACCOUNT.search(clause.words))
    sides = (clause.against, stages, clause.whole, clause.picks, clause.follow, clause.kinds, clause.recent)
    several = max(len(clause.parts), len(clause.mentions), len(clause.years), len(clause.relative)) > 1
    return bool(clause.terms) and not (several or any(sides) or clause.every_year or clause.which)


# 从低到高，第三名: places are counted from the end that was said first.
_FROM_BELOW = {"top": "bottom", "bottom": "top", "nth": "nth_last", "nth_last": "nth"}
_COME_TO = re.compile(
    r"(?:多少|几)[百千]?(?:钱|[万亿]|元|块|资金|经费)|(?:合计|总计|共计|总共|一共).{0,4}(?:[万亿]?元|金额|资金|经费)|[万亿]元$|"
    r"(?:总额|总金额|金额|总数额|资金|经费)(?:总额|总数|合计|相?加起?来|一共|总共|又?各?是|有|多少|几|$)"
)


def _counted_with(clause: Clause, found: list[Operation]) -> list[Operation]:
    """What is asked with a number: 一共有几个 asks for it alone, 几个、合计多少 and 个数，总额 for the sum too."""
    counted = next((t for t in clause.tokens if t.role == "count"), None)
    behind = [t for t in clause.tokens if counted is not None and t.start >= counted.end]
    rest = "".join(
        t.text for t in behind if t.family != "compare" and not (t.family == "concept" and is_fund(t.role))
    )  # 有几个项目用了单位资金 asks for no amount, nor does 有几家超过一亿元
    after = next((t for t in clause.tokens if counted is not None and t.start == counted.end), None)
    named = after is not None and (after.family in ("name", "quoted", "like") or after.text.startswith("同名"))
    if named and Operation.SUM in found:
        return [op for op in found if op is not Operation.COUNT]  # 几个同名的购置经费加起来
    if _COME_TO.search(rest.rstrip("？?呢啊")):
        return [*(op for op in found if op is not Operation.SUM), Operation.SUM]
    return found if clause.amount_said else [op for op in found if op is not Operation.SUM]


def _is_of_rate(clause: Clause) -> bool:
    """Whether what is said like a share is the rate of a change: 下降了多少百分比; 占比下降 is of a share."""
    said = [t for t in clause.tokens if t.role == "share"]
    moved = [t for t in clause.tokens if t.role in ("change", "increase", "decrease", "growth")]
    rates = all(_RATE.search(t.text) and "占" not in t.text for t in said)
    return rates and not (clause.whole or clause.drawn or clause.occupies) and moved[-1].start < said[0].start


def _share_moved(clause: Clause) -> str | None:
    """The words by which a share is said to have moved against last year: 占比比上年下降了多少."""
    share = next((t.end for t in clause.tokens if t.role == "share"), None)
    moved = (t for t in clause.tokens if t.role in ("change", "increase", "decrease", "growth"))
    against = (
        clause.basis is not None and share is not None and "百分点" not in clause.words
    )  # two shares are held then
    return next((t.text for t in moved if against and t.start >= (share or 0)), None)


_RATE = re.compile(r"百分比|百分之|比例|成")


#: 编报了几个绩效目标: their number, and what none of them is.
COUNTS_GOALS = re.compile(r"(?:几|多少)个?(?:项目)?的?(?:支出)?(?:绩效)?目标(?=[，,。？?吗呢啊]|$)")


def operations_of(clause: Clause) -> list[Operation]:
    """The operations a clause asks for, in the order of its answer."""
    roles = clause.operators
    found: list[Operation] = []
    for role in _ORDER:
        if role in roles and not (role == "target" and on_indicators(clause)):
            found.append(Operation(role))
    if Operation.PURPOSE in found and COUNTS_GOALS.search(clause.words):
        found.remove(Operation.PURPOSE)  # 编报了几个项目绩效目标 asks for none of them
    changes = [role for role in roles if role in ("change", "increase", "decrease", "growth")]
    if changes and Operation.SHARE in found and _is_of_rate(clause):
        found.remove(Operation.SHARE)  # 比上年下降了多少百分比
        changes = ["growth"]
    elif Operation.SHARE in found and (moved := _share_moved(clause)) is not None:
        clause.unknown.append(moved)  # how a share moved: no document prints last year's, and the share is no answer
    occupies = (clause.occupies and bool(clause.whole)) or of_whole_department(clause)
    if changes == ["growth"] and occupies:
        changes = []  # 占…的百分之几
    if clause.drawn and Operation.SHARE not in found:
        changes, found = [], [*found, Operation.SHARE]  # 有百分之几是由专项经费列支的
    if Operation.TARGET in found and set(changes) == {"growth"} and not (clause.basis or clause.basis_year):
        changes = []  # 要求数据项压减百分之几: the target itself says how much less
    if changes and not any(op in found for op in (Operation.REASON, Operation.SHARE)):
        rate_only = set(changes) == {"growth"}
        apart = clause.parts[1:] or any(t.text in _APART for t in clause.tokens)
        # 增加了多少、增幅多大: an amount is asked for beside the rate
        apart = apart or any(
            changes[0] != "growth" and t.role in changes and t.role != "growth" and t.text.endswith(("多少", "额"))
            for t in clause.tokens
        )
        if not rate_only and ("growth" not in changes or apart):
            found.append(Operation.CHANGE)
        if "growth" in changes:
            found.append(Operation.GROWTH)
    if Operation.COMPLETION in found and Operation.SHARE in found and not clause.whole:
        found.remove(Operation.SHARE)  # 完成年初预算的比例
    if Operation.DIFFERENCE in found and Operation.COMPARE in found:
        found.remove(Operation.COMPARE)  # 谁多，多多少: the gap is asked for, who is more goes with it
    if Operation.DIFFERENCE in found and Operation.CHANGE in found and (clause.basis or _names_one(clause)):
        found.remove(Operation.DIFFERENCE)  # 比上年是涨还是跌，差多少
    if Operation.COMPARE in found and Operation.CHANGE in found and len(clause.years) == 2:
        found.remove(Operation.COMPARE)  # 对比2024年与2025年，…降了多少
    one_moved = clause.basis and clause.against is None and len(clause.years) < 2
    if found in ([Operation.DIFFERENCE], [Operation.DIFFERENCE, Operation.GROWTH]) and one_moved:
        found[0] = Operation.CHANGE  # 比上年多多少，涨幅多大
    money_asked = re.search(r"多少(?:钱|万元|元|亿元|资金)", clause.words) is not None
    if found in ([Operation.DIFFERENCE], [Operation.DIFFERENCE, Operation.REASON]) and _alone_moved(clause):
        found[0] = Operation.CHANGE  # 三公经费少花了多少，为什么
    if occupies and not found and not changes and not money_asked:
        found.append(Operation.SHARE)
    if clause.basis and not found and not changes:
        found.append(Operation.CHANGE)
    if clause.against is not None and not found and not changes and not (clause.ranked or clause.sorted):
        found.append(Operation.DIFFERENCE)  # 部门口径减单位口径是多少
    if clause.sorted and not clause.ranked and not {"median", "mean", "sum"} & set(roles):
        clause.ranked, clause.number = clause.sorted, EVERY
    elif clause.sorted == "bottom":
        said = "".join(t.text for t in clause.tokens if t.family == "rank")
        clause.ranked = clause.ranked if re.search("[最大高多]", said) else _FROM_BELOW.get(clause.ranked or "")
    if clause.ranked:
        found = [op for op in found if op is not Operation.COMPARE]
        found.append(RANK_ROLES[clause.ranked])
    elif not (Operation.TARGET in found and {"count", "list"} & set(roles)):
        for role, operation in SET_ROLES.items():
            if role in roles and operation not in found:
                found.append(operation)
        if {Operation.MEAN, Operation.MEDIAN} & set(found) and (clause.said_count or "group" in roles):
            found = [op for op in found if op is not Operation.COUNT]  # 十二个项目，按个数平均
        if Operation.COUNT in found:
            found = _counted_with(clause, found)
        if Operation.SHARE in found:
            found = [op for op in found if op not in (Operation.MAX, Operation.SUM)]
        if Operation.LIST in found and (len(found) > 1 or _told_to_say(clause)):
            found.remove(Operation.LIST)
    if "holds" in roles and clause.entity in ("document", "unit", "department"):
        found = [Operation.HOLDERS]
    if "group" in roles and asked_before_rank(clause) and {Operation.MAX, Operation.MIN} & set(found):
        found.insert(0, Operation.LIST)
    by_name = clause.entity == "project" and any(t.family == "quoted" and t.role == "part" for t in clause.tokens)
    if by_name and clause.summed and not found:
        found.append(Operation.SUM)  # 名称以“罪犯”开头的项目合计多少: no printed line
    if clause.amount_first and Operation.LOOKUP not in found:
        found.insert(0, Operation.LOOKUP)
    return found


def _told_to_say(clause: Clause) -> bool:
    """Whether 列出 only tells to say several things that are named one by one, none of them a set."""
    plain = clause.entity is None and not (clause.filters or clause.said_count)
    return plain and len(clause.parts) > 1 and told_to_list(clause.words)


def value_of_targets(clause: Clause, operations: list[Operation]) -> list[Operation]:
    """The operations, with a rate said beside a list of targets as the value they have: 指标里哪些要做到100%."""
    rates = [f for f in clause.stated if f.unit == "%"]
    if rates and not clause.filters and on_indicators(clause) and {Operation.LIST, Operation.COUNT} & set(operations):
        clause.filters, clause.stated = rates, [f for f in clause.stated if f not in rates]
    return operations
