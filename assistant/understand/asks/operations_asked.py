"""Which operations a clause asks for, in the order of their answers."""

import itertools
import re
from dataclasses import dataclass, replace

from assistant.lexicon import HALVES, TOTALS, is_fund
from assistant.plan import EVERY, Operation
from assistant.understand.asks.sets_by_condition import RANK_ROLES, asked_before_rank
from assistant.understand.clauses.clause import SET_ROLES, Clause
from assistant.understand.clauses.scoping import of_whole_department
from assistant.understand.words.concept_terms import concept_term
from assistant.understand.words.sets_said import told_to_list
from ingest.records.document import Stage

_MOVING = ("change", "increase", "decrease", "growth")
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


_BOUNDED = ("金额", "数额", "总额", "总金额", "资金", "经费")  # 金额低于400万元 asks for no amount
_EACH_COUNTED = re.compile(r"^各.*(?:几|多少)$")  # 各有多少


def _counted_with(clause: Clause, found: list[Operation]) -> list[Operation]:
    """What is asked with a number: 一共有几个 asks for it alone, 几个、合计多少 and 个数，总额 for the sum too."""
    counted = next((t for t in clause.tokens if t.role == "count" or _EACH_COUNTED.search(t.text)), None)
    behind = [t for t in clause.tokens if counted is not None and t.start >= counted.end]
    pairs = itertools.pairwise(clause.tokens)
    bounded = [one for one, other in pairs if other.family == "compare" and one.text in _BOUNDED]
    rest = "".join(
        t.text
        for t in behind
        if t.family != "compare" and t not in bounded and not (t.family == "concept" and is_fund(t.role))
    )  # 有几个项目用了单位资金 asks for no amount, nor does 有几家超过一亿元
    after = next((t for t in clause.tokens if counted is not None and t.start == counted.end), None)
    named = after is not None and (after.family in ("name", "quoted", "like") or after.text.startswith("同名"))
    if named and Operation.SUM in found and any(t.role == "sum" for t in behind):
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


def _is_of_two(clause: Clause) -> bool:
    """Whether what is said like a share holds two things of one body against each other, neither of them the whole."""
    said = [t.text for t in clause.tokens if t.role == "share"]
    joined = any(t.text in _JOINING for t in clause.tokens)
    one_by_one = clause.each or clause.which or len(clause.mentions) > 1 or clause.inner or clause.follow
    whole = clause.whole or clause.drawn or clause.occupies or clause.ranked or clause.filters
    told = "几比几" not in clause.words and "÷" not in clause.words
    return told and said in (["比例"], ["比率"]) and len(clause.parts) == 2 and joined and not (one_by_one or whole)


_JOINING = ("和", "与", "跟", "同")


def _share_moved(clause: Clause) -> str | None:
    """The words by which a share is said to have moved against last year: 占比比上年下降了多少."""
    share = next((t.end for t in clause.tokens if t.role == "share"), None)
    moved = (t for t in clause.tokens if t.role in ("change", "increase", "decrease", "growth"))
    against = (
        clause.basis is not None and share is not None and "百分点" not in clause.words
    )  # two shares are held then
    return next((t.text for t in moved if against and t.start >= (share or 0)), None)


_RATE = re.compile(r"百分比|百分之|比例|成")


@dataclass(slots=True)
class _Found:
    """The operations found so far in the words of a clause, and what it says of changes, by the roles of its words."""

    clause: Clause
    operations: list[Operation]
    changes: list[str]

    def has(self, *operations: Operation) -> bool:
        """Whether one of some operations is found."""
        return any(operation in self.operations for operation in operations)

    def drop(self, *operations: Operation) -> None:
        """Leave operations out."""
        self.operations = [op for op in self.operations if op not in operations]

    @property
    def only_growth(self) -> bool:
        """Whether a rate is all that is said of changes."""
        return set(self.changes) == {"growth"}


#: 编报了几个绩效目标: their number, and what none of them is.
COUNTS_GOALS = re.compile(r"(?:几|多少)个?(?:项目)?的?(?:支出)?(?:绩效)?目标(?=[，,。？?吗呢啊]|$)")
# 整体绩效目标一共有几个指标: whose indicators are counted, and not what is aimed at.
_COUNTS_INDICATORS = re.compile(r"目标表?[^，,。？?]{0,8}(?:几|多少)[个项条]?[^，,。？?项]{0,6}指标")


def operations_of(clause: Clause) -> list[Operation]:
    """The operations a clause asks for, in the order of its answer."""
    roles = clause.operators
    said = [Operation(role) for role in _ORDER if role in roles and not (role == "target" and on_indicators(clause))]
    if COUNTS_GOALS.search(clause.words) or _COUNTS_INDICATORS.search(clause.words):
        said = [operation for operation in said if operation is not Operation.PURPOSE]  # 编报了几个项目绩效目标
    found = _Found(clause, said, [role for role in roles if role in _MOVING])
    for step in _STEPS:
        step(found)
    return found.operations


_WHOLE = r"占(?:了|到)?(?:整个|全部|全年|当年|本年|部门|单位)*"
_PART_ASKED = r"的?(?:百分|[%％]|几成|比|多[大少]|份额|几分)"
_OF_THE_BUDGET = re.compile(rf"{_WHOLE}预算{_PART_ASKED}")
_OF_THE_ACCOUNT = re.compile(rf"{_WHOLE}决算[数额]?{_PART_ASKED}")


def _settle_shares(found: _Found) -> None:
    """Tell the share of a whole from the rate of a change."""
    clause = found.clause
    if _OF_THE_BUDGET.search(clause.words) and clause.occupies and not (clause.whole or clause.drawn or clause.stages):
        clause.whole.append(concept_term("budget_total"))  # 接待费占预算的百分之几
    if _OF_THE_ACCOUNT.search(clause.words) and clause.occupies and not (clause.whole or clause.drawn):
        clause.whole.append(replace(concept_term("expenditure_total"), text="支出决算"))  # 接待费占决算的百分之几
    if _of_its_department(clause):
        clause.whole.append(
            concept_term("expenditure_total" if Stage.FINAL_ACCOUNT.value in clause.stages else "budget_total")
        )
    if found.has(Operation.SHARE) and _is_of_two(clause):
        found.drop(Operation.SHARE)  # 基本支出和项目支出的比例是多少
        found.operations.append(Operation.RATIO)
    if found.has(Operation.SHARE) and found.changes and _is_of_rate(clause):
        found.drop(Operation.SHARE)  # 比上年下降了多少百分比
        found.changes = ["growth"]
    elif found.has(Operation.SHARE) and (moved := _share_moved(clause)) is not None:
        clause.unknown.append(moved)  # how a share moved: no document prints last year's, and the share is no answer
    if found.changes == ["growth"] and _occupies(clause):
        found.changes = []  # 占…的百分之几
    if "growth" in found.changes and (part := _IS_PART.search(clause.words)) is not None:
        clause.unknown.append(part[0])  # a share of what nobody understood is no rate of a change
    if clause.drawn and not found.has(Operation.SHARE):
        found.changes = []  # 有百分之几是由专项经费列支的
        found.operations.append(Operation.SHARE)
    if found.has(Operation.TARGET) and found.only_growth and not (clause.basis or clause.basis_year):
        found.changes = []  # 要求数据项压减百分之几: the target itself says how much less


def _of_its_department(clause: Clause) -> bool:
    """Whether a unit is held against a whole body, and no line of either is said: 看守所占全局的几成."""
    line = clause.parts or clause.whole or clause.drawn or clause.ranked or clause.entity or clause.filters
    body = bool(clause.mentions) or clause.own_level
    return clause.occupies and body and not line and (bool(clause.whole_mentions) or of_whole_department(clause))


_IS_PART = re.compile(r"百分之(?:几|多少)(?:都|全|就)?是(?!多少|几|什么|由|用|从|靠|花)(?=[一-龥])")


def _occupies(clause: Clause) -> bool:
    """Whether what is named is said to take up a part of a whole."""
    picked = bool({"max", "min"} & set(clause.operators)) and bool(clause.entity or clause.level)
    return (clause.occupies and (bool(clause.whole) or picked)) or of_whole_department(clause)


def _add_moves(found: _Found) -> None:
    """A change, a rate, or both: 增加了多少、增幅多大 asks for an amount beside the rate."""
    if not found.changes or found.has(Operation.REASON, Operation.SHARE):
        return
    growth = "growth" in found.changes
    if not found.only_growth and (not growth or _asks_apart(found)):
        found.operations.append(Operation.CHANGE)
    if growth:
        found.operations.append(Operation.GROWTH)


def _asks_apart(found: _Found) -> bool:
    """Whether a change and its rate are asked for each."""
    tokens = found.clause.tokens
    if found.clause.parts[1:] or any(t.text in _APART for t in tokens):
        return True
    moved = [t for t in tokens if t.role in found.changes and t.role != "growth"]
    return found.changes[0] != "growth" and any(t.text.endswith(("多少", "额")) for t in moved)


def _keep_one_of_two(found: _Found) -> None:
    """Of two operations that one question asks for the one that tells both; a gap to a change of one thing."""
    clause = found.clause
    if found.has(Operation.COMPLETION) and not clause.whole:
        found.drop(Operation.SHARE)  # 完成年初预算的比例
    if found.has(Operation.DIFFERENCE):
        found.drop(Operation.COMPARE)  # 谁多，多多少: the gap is asked for, who is more goes with it
    either = "还是" in clause.words and clause.against is None
    if found.has(Operation.CHANGE) and (clause.basis or either or _names_one(clause)):
        found.drop(Operation.DIFFERENCE)  # 比上年是涨还是跌，差多少; 比年初多还是少、差多少
    if found.has(Operation.CHANGE) and len(clause.years) == 2:
        found.drop(Operation.COMPARE)  # 对比2024年与2025年，…降了多少
    gap = [Operation.DIFFERENCE]
    one_moved = clause.basis and clause.against is None and len(clause.years) < 2
    if found.operations in (gap, [*gap, Operation.GROWTH]) and one_moved:
        found.operations[0] = Operation.CHANGE  # 比上年多多少，涨幅多大
    if found.operations in (gap, [*gap, Operation.REASON]) and _alone_moved(clause):
        found.operations[0] = Operation.CHANGE  # 三公经费少花了多少，为什么


def _add_unsaid(found: _Found) -> None:
    """What is asked where only what it is held against says so."""
    clause = found.clause
    if found.operations or found.changes:
        return
    if _occupies(clause) and re.search(r"多少(?:钱|万元|元|亿元|资金)", clause.words) is None:
        found.operations.append(Operation.SHARE)
    elif clause.basis:
        found.operations.append(Operation.CHANGE)
    elif clause.against is not None and not (clause.ranked or clause.sorted):
        found.operations.append(Operation.DIFFERENCE)  # 部门口径减单位口径是多少


def _settle_order(found: _Found) -> None:
    """What is ranked by an order said (从低到高): all of a set, or a place counted from that end."""
    clause = found.clause
    if clause.sorted and not clause.ranked and not {"median", "mean", "sum"} & set(clause.operators):
        clause.ranked, clause.number = clause.sorted, EVERY
    elif clause.sorted == "bottom":
        said = "".join(t.text for t in clause.tokens if t.family == "rank")
        clause.ranked = clause.ranked if re.search("[最大高多]", said) else _FROM_BELOW.get(clause.ranked or "")


_BOUND_OF_ALL = re.compile(
    r"(?:一共|总共|合计|总计)(?:要|得|最[多少]|[至起]码|控制在)*(?:不[超低少高][过于]?|至[少多]|最[多少高低])"
)


def _add_sets(found: _Found) -> None:
    """A rank, or what is worked out over a set."""
    clause, roles = found.clause, set(found.clause.operators)
    if clause.ranked:
        found.drop(Operation.COMPARE)
        found.operations.append(RANK_ROLES[clause.ranked])
        return
    if found.has(Operation.TARGET) and {"count", "list"} & roles:
        return
    for role, operation in SET_ROLES.items():
        if role in roles and operation not in found.operations:
            found.operations.append(operation)
    if found.has(Operation.MEAN, Operation.MEDIAN) and (clause.said_count or "group" in roles):
        found.drop(Operation.COUNT)  # 十二个项目，按个数平均
    if found.has(Operation.COUNT):
        found.operations = _counted_with(clause, found.operations)
    if found.has(Operation.TARGET) and _BOUND_OF_ALL.search(clause.words):
        found.drop(Operation.SUM)  # 课时费一共不超过多少
    if found.has(Operation.SHARE):
        found.drop(Operation.MAX, Operation.MIN, Operation.SUM)
    if len(found.operations) > 1 or _told_to_say(clause):
        found.drop(Operation.LIST)


def _add_beside(found: _Found) -> None:
    """What goes beside the operations: a list before a rank of each, an amount asked for first."""
    clause, roles = found.clause, found.clause.operators
    if "holds" in roles and clause.entity in ("document", "unit", "department"):
        found.operations = [Operation.HOLDERS]
    if "group" in roles and asked_before_rank(clause) and found.has(Operation.MAX, Operation.MIN):
        found.operations.insert(0, Operation.LIST)
    by_name = clause.entity == "project" and any(t.family == "quoted" and t.role == "part" for t in clause.tokens)
    if by_name and clause.summed and not found.operations:
        found.operations.append(Operation.SUM)  # 名称以“罪犯”开头的项目合计多少: no printed line
    if clause.amount_first and not found.has(Operation.LOOKUP):
        found.operations.insert(0, Operation.LOOKUP)


def _hold_each_kind(found: _Found) -> None:
    """No amount of a whole is what each kind within it comes to: 各类项目支出分别多少, 各类支出比上年增减多少."""
    clause = found.clause
    plain = {Operation.CHANGE, Operation.GROWTH} >= set(found.operations) and not clause.occupies
    if not plain or clause.level or clause.entity or clause.ranked or _TOGETHER.search(clause.words):
        return
    for at, line in enumerate(clause.tokens):
        said = _EACH_KIND.search("".join(t.text for t in clause.tokens[max(0, at - 3) : at]))
        if said is not None and clause.each and line.role in (*TOTALS, *HALVES) and said[0] not in clause.unknown:
            clause.unknown.append(said[0])


_EACH_KIND = re.compile(r"[各每]一?(?:类型?|项|种)的?$")
_TOGETHER = re.compile(r"合计|[一总共]共|共计|总计|总[额和数]|加起来|加一起|合起来|汇总")
_STEPS = (
    *(_settle_shares, _add_moves, _keep_one_of_two, _add_unsaid, _settle_order, _add_sets, _add_beside),
    _hold_each_kind,
)


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
