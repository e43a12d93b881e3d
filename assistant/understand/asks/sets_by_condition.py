"""Sets that a clause chooses by what their members are: by their change, by a column left empty, by their amount."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.lexicon import concepts, is_fund, parts_of
from assistant.plan import RANKS, Ask, Filter, Operation, Scope, Term, replace
from assistant.understand.asks.left_out import without_siblings
from assistant.understand.asks.of_the_counted import of_the_counted
from assistant.understand.asks.one_line import both_of_one_line
from assistant.understand.asks.without_said import also_without
from assistant.understand.clauses.clause import SET_ROLES, Clause
from assistant.understand.clauses.scoping import scope_of, scope_of_whole
from assistant.understand.words.compared_by_adjective import is_beside_budget
from assistant.understand.words.concept_terms import concept_term
from assistant.understand.words.limits_said import number_of
from assistant.understand.words.parts_said import made_of_projects
from assistant.understand.words.ranks_said import CN
from ingest.records.document import Stage
from ingest.wording.units import money_unit

RANK_ROLES = {"top": Operation.TOP, "bottom": Operation.BOTTOM, "nth": Operation.NTH, "nth_last": Operation.NTH_LAST}
_RANKS_SAID = {"max": Operation.MAX, "min": Operation.MIN, "compare": Operation.COMPARE}
_SUBJECTS = ("function", "economic", "subject")
SIDE_WORDS = ("expenditure_total", "budget_total")
# 是什么科目, 叫什么, 干什么用的科目: what bears the amount is asked for.
_WHAT_IT_IS = re.compile(
    r"(?:是|叫|属于?|算|列的?|[干做]).{0,4}(?:什么|啥|哪)|[哪](?:个|一?[笔项个条])|什么(?:科目|项目|钱|名目|名字)|名称"
)
_FUNDS_LISTED = re.compile(r"专项资金|专项$")  # what a table lists one by one
# Of the functional classification: its codes of three digits.
_CLASS = re.compile(r"[哪各][一几些]?个?大?类(?![型别似])|类级")
CLASS_DIGITS = 3
_LINES_COUNTED = re.compile(r"(?:几|多少)(?:大)?[项个类笔](?!百分点)")  # 33项支出里，有几项持平
# 哪三项, 各项里, 24项支出, 都有哪些项: the lines of an account, where they are held against its budget.
_LINES_SAID = re.compile(
    rf"(?:[哪各那几前有]|哪[一几]|第[{CN}\d])(?:[{CN}\d]{{0,3}}|些)个?(?:大)?(?:支出)?项(?!目)|[{CN}\d]项(?:一般公共预算|政府性基金)?(?:支出|开支)|支出项|[{CN}\d]个?项(?=[是有叫分都，,？?]|$)"
)
_ANY_THERE = re.compile(r"有没有|有无|有没|是否有|的(?:支出)?科目[？?]?$")
_WHICH_PART = re.compile(r"哪一?(?:大?[项类笔个块样]|些)|哪几大?[项类笔块样]|(?<![为因])什么")  # no 为什么
_MEASURES = re.compile(r"(?:额|百分比|比例|幅度?|率|数)(?:各自?|分别)?[是为]什么")  # of no part
# What is held against the opening budget where both are only named: 决算大于年初预算的, 调整预算数低于年初预算数的.
_STAGES_HELD = tuple(
    (s.value, Stage.BUDGET.value) for s in (Stage.FINAL_ACCOUNT, Stage.ADJUSTED_BUDGET, Stage.EXECUTION)
)
_BY_RATE = re.compile(r"最快|最慢|幅")  # 增长最快 is told by the rate, 增加最多 by the amount
_WHOLE_SAID = re.compile(r"预算|收支|盘子|总(?:收入|支出)|决算")
_OF_MEMBERS = re.compile(r"项目|科目|人[员数]|指标|率")  # 预算项目增加最多: of what a body has
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?\s*(?:(亿|千万|百万|万)元?|元)")
_WAN = Decimal(10000)
_AMOUNT_ASKED = re.compile(r"多少|几(?!个?(?:科目|项目))|(?:为|因)什么|为啥|原因|占|比(?!例)")


# 减少超过10万元, 降幅四成以上: the limit is set to the change, not to the amount.
_OF_THE_CHANGE = re.compile(
    r"(?:[增减升降涨跌压缩变][加少长降升涨减低]?|[多少]|幅度?|额|率)(?:[了出掉到在])*的?(?:金额|数额|幅度)?"
    r"(?:超过?|超出|不?[高低多少大小]于|不足|不到|达到|至少|[\d一二两三四五六七八九十百千万亿.]+[万亿%]?元?(?:以上|以下))"
)


def set_of_moves(clause: Clause, operations: list[Operation], scope: Scope) -> Ask | None:
    """Subjects, projects or units chosen by how they changed: 哪些科目比上年减少, 跌得最凶的项目, 增幅最大的单位."""
    roles = set(clause.operators)
    changes = roles & {"increase", "decrease", "same", "growth", "change", "difference"}
    if _is_of_one_year(clause, changes):
        return None
    carried = "completion" in roles and clause.against is None and not clause.basis
    unplanned = "unplanned" in roles and "reason" not in roles
    terms = [part for term in clause.terms for part in _fund_and_side(term)]
    wide = [*terms, *clause.inner]
    listed = bool({"list", "count"} & roles and wide) and all(t.concept in SIDE_WORDS for t in wide)
    listed = listed and ("list" in roles or _LINES_COUNTED.search(clause.words) is not None)
    to_budget = carried or unplanned or _is_held_against_budget(clause, scope)
    listed = listed or (to_budget and _LINES_SAID.search(clause.words) is not None)
    subjects = clause.entity in _SUBJECTS or (clause.entity is None and (clause.level is not None or listed))
    funds = [t for t in (*clause.inner, *terms) if _FUNDS_LISTED.search(t.text)]
    listed_ones = clause.entity == "project" or (clause.entity is None and bool(funds))
    units = clause.entity == "unit" and len(scope.departments) == 1 and changes != {"difference"}
    telling = [t for t in terms if t.concept not in SIDE_WORDS and not is_fund(t.concept) and t not in funds]
    chosen = [op for op in operations if op in (*RANK_ROLES.values(), *SET_ROLES.values())]
    wholes = telling or [t for t in clause.inner if t.concept not in SIDE_WORDS and t not in funds]  # 三公经费里哪一项
    wholes = [t for t in wholes if not (to_budget and _funds_of([t]))]  # 一般公共预算里超年初预算最多的三项
    of_line = clause.entity in (None, *_SUBJECTS) and bool(changes and _WHICH_PART.search(clause.words))
    of_line = of_line and _MEASURES.search(clause.words) is None
    ranked = any(op in RANKS for op in operations)
    against = clause.against is not None and not (to_budget and ranked)
    sides = clause.parts[1:] or against or len(clause.years) > 1 or len(scope.departments) > 1
    of_line = of_line and not sides
    parted = len(wholes) == 1 and chosen != [Operation.COUNT]
    if of_line and parted and not (to_budget and not _has_parts(wholes[0])):
        return _moved_parts(clause, chosen, wholes[0], scope)
    of_class = of_line and bool(chosen) and _CLASS.search(clause.words) is not None
    of_side = of_line and bool(chosen and wide) and all(t.concept in SIDE_WORDS for t in wide)  # 哪项支出增长最快
    moved_by = clause.stated if direction_of(clause) and _MOVED_BY.search(clause.words) else []  # 增长100%的有哪两项
    which_line = bool(moved_by) and clause.entity is None and _LINE.search(clause.words) is not None
    subjects = subjects or of_class or of_side or which_line
    if not ((changes or unplanned or carried) and (subjects or listed_ones or units)) or (telling and not units):
        return None
    if carried and not subjects:
        return None  # how far projects were carried out stands in their self-evaluations
    listed_all = carried and clause.each  # 各科目的完成率
    any_there = listed_all or (
        which_line or (to_budget and _ANY_THERE.search(clause.words) is not None)
    )  # 有没有跟年初预算一分不差的科目
    if not chosen and not (clause.which or "list" in roles or any_there or (listed_ones and "哪些" in clause.words)):
        return None
    direction = "same" if "same" in roles else direction_of(clause)
    rated = any(f.unit == "%" for f in (*clause.filters, *moved_by))
    exact = any(f.unit == "%" for f in moved_by)  # the rate is said: what each comes to is told
    base_scope = scope_held_against(clause, scope)
    if unplanned:
        direction, base_scope = "new", replace(scope, stages=(Stage.BUDGET.value,))
    elif carried or (base_scope is None and _is_held_against_budget(clause, scope)):
        direction, base_scope = direction_of(clause), replace(scope, stages=(Stage.BUDGET.value,))
        direction = "same" if "same" in roles else direction
        scope = replace(scope, stages=(Stage.FINAL_ACCOUNT.value,))
    elif base_scope is None and not clause.basis and scope.stages in _STAGES_HELD:
        base_scope = replace(scope, stages=scope.stages[1:])  # 决算大于年初预算的科目
        scope = replace(scope, stages=scope.stages[:1])
    return Ask(
        chosen[0] if chosen else Operation.LIST,
        terms=tuple(terms) if units else (*_funds_of([*clause.inner, *terms]), *funds, *(wholes if to_budget else ())),
        entity="project" if listed_ones else clause.entity or "subject",
        number=clause.number,
        basis_year=clause.basis_year,
        basis=clause.basis,
        direction=direction,
        level=clause.level or (CLASS_DIGITS if of_class or _is_of_classes(clause, listed_ones, units) else None),
        scope=scope,
        words=clause.words,
        which=clause.which,
        base_scope=base_scope,
        filters=(*(_of_move(f, clause, carried) for f in clause.filters), *(replace(f, on="change") for f in moved_by)),
        said_count=clause.said_count if listed and clause.said_count != clause.number else None,  # 前三个是哪三个
        moved="completion"
        if carried
        else "rate"
        if not exact and ("growth" in roles or rated or _BY_RATE.search(clause.words))
        else "amount",
        side="after" if exact else None,
    )


def _is_of_one_year(clause: Clause, changes: set[str]) -> bool:
    """Whether members are held against each other or their whole: 最大的和最小的差多少, 最大的占全部的百分之几."""
    apart = changes == {"difference"} and (clause.entity == "project" or len(set(clause.picks)) == 2)
    return apart or (changes == {"growth"} and clause.occupies and not clause.basis)


_LINE = re.compile(r"哪[一两二三四五六七八九十几\d]*[项个类]")
_MOVED_BY = re.compile(r"[增减涨降升跌加少多长幅]了?(?:正好|刚好)?\d[\d.,]*(?:[%％]|[万亿]?元)")


def _is_of_classes(clause: Clause, projects: bool, units: bool) -> bool:
    """Whether the subjects that moved are asked for class by class: 哪几类支出比上年增加."""
    return not (projects or units) and _CLASS.search(clause.words) is not None


def _has_parts(term: Term) -> bool:
    """Whether a line has parts by definition, which are no subjects: 三公经费."""
    return bool(term.concept and parts_of(term.concept))


def _funds_of(terms: list[Term]) -> list[Term]:
    """The funds that terms name, each once: 一般公共预算里哪三项…."""
    parts = [part for term in terms for part in _fund_and_side(term) if is_fund(part.concept)]
    return list({part.concept: part for part in parts}.values())


def _is_held_against_budget(clause: Clause, scope: Scope) -> bool:
    """Whether what was spent is held against the opening budget, which alone is said: 超年初预算最多的三项."""
    sides = clause.against is not None or clause.basis or len(clause.years) > 1
    if clause.against is not None and clause.against.stages == [Stage.BUDGET.value]:
        return True  # 决算比年初预算多得最多的三项
    stages = ((Stage.BUDGET.value,), (Stage.FINAL_ACCOUNT.value, Stage.BUDGET.value))
    return not sides and scope.stages in stages and is_beside_budget(clause.words)


def _of_move(condition: Filter, clause: Clause, carried: bool) -> Filter:
    """A condition as it is said of how a line moved: 执行率低于90%, 减少超过10万元."""
    if carried and condition.unit == "%":
        return replace(condition, on="completion")
    return replace(condition, on="change") if _OF_THE_CHANGE.search(clause.words) else condition


def _moved_parts(clause: Clause, chosen: list[Operation], whole: Term, scope: Scope) -> Ask:
    """The parts of a line chosen by how they changed: 三公经费里哪项降得最多, 社会保障支出中哪一项增加最多."""
    known = parts_of(whole.concept) if whole.concept else ()
    return Ask(
        chosen[0] if chosen else Operation.LIST,
        () if known else (whole,),
        entity=None if known else "subject",
        number=clause.number,
        basis_year=clause.basis_year,
        basis=clause.basis,
        direction=direction_of(clause),
        scope=scope,
        words=clause.words,
        which=clause.which,
        base_scope=scope_held_against(clause, scope),
        filters=tuple(_of_move(f, clause, False) for f in clause.filters),
        operands=tuple((concept_term(part),) for part in known),
        moved="rate" if "growth" in clause.operators or _BY_RATE.search(clause.words) else "amount",
    )


_OF_EACH = (Operation.COMPLETION, Operation.SHARE, Operation.GROWTH, Operation.CHANGE)
_COMPARED = (*RANK_ROLES.values(), Operation.MAX, Operation.MIN, Operation.COMPARE, Operation.DIFFERENCE)


def compared_bodies(
    clause: Clause, operations: list[Operation], scope: Scope, previous: Ask | None
) -> list[Ask] | None:
    """Bodies chosen or compared by a share or a change: 谁的人员经费占比更高, 哪些部门的三公经费比上年减少."""
    own = clause.terms or clause.mentions or clause.years or clause.filters
    moved = set(operations) <= {Operation.CHANGE, Operation.GROWTH}
    if previous is not None and previous.of and moved and not own:
        return []  # 下降最多的部门是哪个，降了多少: told with it
    every = (clause.entity == "department" or "group" in clause.operators) and not scope.departments
    terms = tuple(clause.terms) or _whole_budget(clause)
    parts = len(clause.parts) if clause.terms else 1
    if not (every or len(scope.departments) > 1) or parts != 1 or not terms or clause.inner:
        return None
    of_each = [op for op in _OF_EACH if op in operations] or [Operation.CHANGE] * ("same" in clause.operators)
    if not of_each or clause.against is not None or "reason" in clause.operators:
        return None
    chosen = [op for op in operations if op in _COMPARED] or [
        _RANKS_SAID[r] for r in clause.operators if r in _RANKS_SAID
    ]
    if not chosen and not (every and (clause.which or {"list", "which", "count"} & set(clause.operators))):
        return None
    of = of_each[0]
    if of is Operation.CHANGE and (_BY_RATE.search(clause.words) or any(f.unit == "%" for f in clause.filters)):
        of = Operation.GROWTH
    if of is Operation.GROWTH and any(money_unit(f.unit) for f in clause.filters):
        of = Operation.CHANGE  # 同比下降超过3万元
    listed = Operation.COUNT if "count" in clause.operators else Operation.LIST
    ask = Ask(
        chosen[0] if chosen else listed,
        terms,
        tuple(clause.whole),
        entity="department" if every else None,
        filters=tuple(clause.filters),
        number=clause.number,
        basis_year=clause.basis_year,
        basis=clause.basis,
        direction="same" if "same" in clause.operators and not clause.direction else direction_of(clause),
        scope=scope,
        words=clause.words,
        which=clause.which,
        of=of,
    )
    return [ask]


def _whole_budget(clause: Clause) -> tuple[Term, ...]:
    """The whole budget of each body, where a change of nothing else is asked for: 哪个局今年预算增长最多."""
    named = clause.hints or clause.whole or clause.unknown or _OF_MEMBERS.search(clause.words)
    moved = direction_of(clause) is not None and _WHOLE_SAID.search(clause.words) is not None
    return (concept_term("budget_total"),) if moved and not named else ()


def bodies_beyond(clause: Clause, scope: Scope, previous: Ask | None) -> Ask | None:
    """The bodies that have more or less of something than one body: 哪些部门的三公经费比甲局多, 哪些局比它高."""
    if clause.entity != "department" or clause.basis or direction_of(clause) is None:
        return None
    spoken_of = "same" in clause.follow and previous is not None and "比" in clause.words
    other = scope_held_against(clause, scope) if clause.against is not None and clause.against.mentions else None
    if other is None and spoken_of and previous is not None:
        other = previous.scope
    terms = tuple(clause.terms) or (previous.terms if spoken_of and previous is not None else ())
    if other is None or len(other.departments) != 1 or not terms:
        return None
    return Ask(
        Operation.COUNT if "count" in clause.operators else Operation.LIST,
        terms,
        entity="department",
        direction=direction_of(clause),
        scope=replace(scope, departments=(), said=()),
        words=clause.words,
        base_scope=other,
    )


def named_by_amount(clause: Clause, operations: list[Operation], scope: Scope) -> Ask | None:
    """The lines that bear an amount, where the question names them by nothing else: 有一笔268万多的开支是什么科目."""
    weak = all(t.concept in (*SIDE_WORDS, "project_expenditure") for t in (*clause.terms, *clause.inner))
    told = [f for f in clause.filters if f.sign in ("about", "=") and money_unit(f.unit)]
    told += [about(f, clause.words) for f in clause.stated if money_unit(f.unit)]
    if len(told) != 1 or len(clause.filters) + len(clause.stated) != 1 or clause.whole or clause.hints:
        return None
    if made_of_projects(clause.words):
        return None  # 那1531.45万元由哪些项目组成: what they come to
    other = [op for op in operations if op not in (Operation.PURPOSE, Operation.LIST, Operation.LOOKUP)]
    if other or not _WHAT_IT_IS.search(clause.words) or _AMOUNT_ASKED.search(clause.words):
        return None
    projects = any(t.concept == "project_expenditure" for t in clause.terms)
    entity = clause.entity or ("project" if projects else "line")
    if entity not in (*_SUBJECTS, "project", "line", "unit"):
        return None
    if not weak and entity == "line":
        return None
    return Ask(
        Operation.LIST,
        () if weak else (*clause.inner, *clause.terms),
        entity=entity,
        filters=tuple(told),
        level=clause.level,
        scope=scope,
        words=clause.words,
        which=True,
    )


def about(said: Filter, words: str) -> Filter:
    """The amounts that people say so, rounded or cut off at the last digit said: 268万元 for 2,687,760元."""
    unit = money_unit(said.unit)
    value = said.value * (unit.scale if unit is not None else 1)
    spoken = _DIGITS.search(words)
    in_words = Decimal(1) if value % _WAN else _WAN  # 一百七十万
    scale = number_of(f"一{spoken[2]}") if spoken and spoken[2] else Decimal(1) if spoken else in_words
    step = (scale or Decimal(1)).scaleb(-len((spoken[1] or "") if spoken else ""))
    return Filter("about", value - step / 2, "元", value + step)


def _fund_and_side(term: Term) -> list[Term]:
    """一般公共预算支出 as the fund and the side that it is made of; any other term as it is."""
    table = concepts()
    parts = table[term.concept].made_of if term.concept else ()
    made = [Term(term.text, "concept", part) for part in parts]
    return made if made and all(t.concept in SIDE_WORDS or is_fund(t.concept) for t in made) else [term]


def scope_held_against(clause: Clause, scope: Scope) -> Scope | None:
    """Where the other side of a comparison, or the whole of a share, is."""
    if clause.against is not None:
        return scope_of(clause.against, scope, fresh=False)
    return scope_of_whole(clause, scope)


def direction_of(clause: Clause) -> str | None:
    """Whether a clause speaks of a rise or a fall."""
    said = [role for role in ("increase", "decrease") if role in clause.operators]
    return said[0] if said else clause.direction


def asked_before_rank(clause: Clause) -> bool:
    """Whether each one's amount is asked for before the greatest or least of them: 各单位多少，最少是哪家."""
    rank = next((t.start for t in clause.tokens if t.role in ("max", "min")), 0)
    return any("多少" in t.text and t.start < rank for t in clause.tokens)


def held_against(clause: Clause, before: Ask | None) -> Scope | None:
    """What the change before was held against, where a clause asks how fast it was: …增加了多少？增长率是多少."""
    named = clause.basis or clause.against is not None or clause.years or clause.relative or clause.mentions
    return before.base_scope if before is not None and not named else None


# 哪几家单位有某项目: the bodies by a line of theirs, whatever their names are.
_WHOSE = re.compile(
    r"哪(?:些|[几两]?[家个所])(?:下属|所属|直属|预算|二级)*(?:单位|学校|医院|机构)(?:[里中]|都|各自)*(?:有|安排|列了?|编了?|承担)"
)


def asks_whose(words: str) -> bool:
    """Whether words ask which bodies have a line or a project: 哪几家单位有…, …哪些单位安排了."""
    return _WHOSE.search(words) is not None


def listed_by_body(ask: Ask) -> Ask:
    """An ask for projects as one body by body, where it asks which bodies have them."""
    named = ask.operation is Operation.LIST and ask.entity == "project" and bool(ask.terms)
    return replace(ask, group="body", each=True) if named and not ask.group and asks_whose(ask.words) else ask


def set_by_set(asks: Sequence[Ask]) -> list[Ask]:
    """The asks with what is said of their sets elsewhere: by a count before them, by kinds left out beside them."""
    return [without_siblings(listed_by_body(ask)) for ask in also_without(of_the_counted(asks))]


_PRICES = ("单价", "总价", "总价款", "数量")


def of_the_same_thing(asks: list[Ask], before: Ask | None) -> list[Ask]:
    """The asks with the thing that a price or a number is of, said before it: 某设备单价多少，总价多少."""
    made: list[Ask] = []
    for ask in asks:
        last = made[-1] if made else before
        only = bool(ask.terms) and all(t.text in _PRICES for t in ask.terms)
        things = tuple(t for t in last.terms if t.text not in _PRICES) if only and last is not None else ()
        if only and not things and any(t.concept for t in ask.terms):
            ask = replace(ask, terms=(), hints=(*ask.hints, *(t.text for t in ask.terms)))  # of what, is not said
        made.append(both_of_one_line(replace(ask, terms=(*things, *ask.terms)) if things else ask))
    return made
