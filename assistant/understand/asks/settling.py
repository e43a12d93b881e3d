"""The asks of a question together: whole budgets that no word names, and what another of them says better."""

import itertools
import re
from collections.abc import Callable

from assistant.lexicon import TOTALS
from assistant.plan import EVERY, FIRST_OF, MOVES, RANKS, SET_OPERATIONS, Ask, Operation, Term, replace
from assistant.understand.asks.both_levels import asked_of_both
from assistant.understand.asks.of_elsewhere import of_elsewhere
from assistant.understand.asks.of_income import of_income
from assistant.understand.asks.sets_meant import set_of, several_at_the_end, several_compared, sum_of_each
from assistant.understand.asks.within_the_year import within_the_year
from assistant.understand.asks.worked_from import worked_back
from assistant.understand.clauses.named_things import projects_term
from assistant.understand.words.concept_terms import concept_term
from ingest.records.document import Stage
from ingest.wording.units import money_unit

# 今年部门预算总共多少: the whole of the only budget there is, or of which one is asked back.
_BUDGET_SUMMED = re.compile(r"预算|收支|决算|(?:花|支出|开支|用)(?:了|掉)")
_BUYING = re.compile(r"[买购](?:了|进)?(?:些|点|的)?(?:什么|啥|哪)")  # 买些什么东西 asks for no total of the budget
# 多少人, 几个: what is counted has to be named.
_MEASURED = re.compile(
    r"(?:多少|几)\s*(?:人|名|个(?![亿万])|位|辆|台|家|平|次|场|所|户|件|套|亩|公里)"
    r"|(?:职工|员工|干部|人手|同事)(?:一共|总共|共|现在|目前|实际)*[有是]?多少(?=[，,。？?呢啊]|$)"
)
_VEHICLES = ("vehicle", "vehicle_count", "vehicle_purchase", "vehicle_running")
_HELD = (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE, Operation.SHARE)
_DONE = re.compile(
    r"(?:完成|做完|干完|办完|落实|实现|达标|建成)(?:了|得|的)?(?:没有?|吗|么|怎[么样]|如何)|是否(?:完成|达标)"
)
_PLANNED = re.compile(r"预算|批|安排|打算|计划|定|编|排|给|列|拨")
_SPENT = re.compile(r"[花用]了|[花用]掉|支出了|实际|决算")
_LISTED = (Operation.TOP, Operation.BOTTOM)
_RANKS = (Operation.MAX, Operation.MIN, Operation.TOP, Operation.BOTTOM)
_CARS_COUNTED = re.compile(r"(?:(?<!哪)几|多少)\s*[辆台部个]|车辆?(?:的)?(?:保有量|数量|总?数)(?![额字])")
_HELD_AMONG = "国有资产"  # all cars of a body are told among what it holds, under this heading
_SPENDING = ("花", "支出", "开支", "用了", "用掉")
_RANKED_TOTAL = re.compile(r"(?:总[计额数量和]|合计)(?:数|金额)?(?:的?排名?)?[最第]")
# What whole departments are ranked by; 项目最多的部门 ranks them by what they have.
_WHOLE_AMOUNT = re.compile(r"[预决]算|金额|盘子|规模|[花用拿分]的?钱|[钱款]最|资金|经费|支出|开支|开销")
_OF_MEMBERS = re.compile(r"项目|单位|科目|指标|人[员数]?[最多少]|编制|文件|报表|表格?[最多]|目标|车")
_SPENT_WHOLE = re.compile(r"花|支出|开支|开销|决算|用(?:了|掉|的?钱)")


_STATES = (Operation.COMPLETION, *RANKS)
# 怎么执行率垫底了: which place it has is known, and only why is asked.
_WHY, _LOW = "(?:为什么|为啥|为何|怎么|咋|何以)", "(?:率|得分)[^，,。；;？?多几哪谁]{0,5}(?:低|不高|不到位)"
_STATE_ASKED_WHY = re.compile(
    rf"{_WHY}[^，,。；;？?多几哪谁]*(?:最[低高少多差慢]|倒数|末位|首位)|{_WHY}[^，,。；;？?多几哪谁]*{_LOW}|{_LOW}的?(?:原因|理由|缘由)"
)
_ASKS_MORE = re.compile(r"多少|几|哪|谁|分别|什么(?!原因|缘故)(?<!为什么)")


def settled(asks: list[Ask]) -> list[Ask]:
    """Leave out asks that another says better: a bare list beside a filter, a total that is only a lookup."""
    made: list[Ask] = []
    asks = [one for ask in worked_back(asks) for one in asked_of_both(of_elsewhere(of_income(within_the_year(ask))))]
    asks = [_moved_since(ask, asks) for ask in asks]
    for ask in _planned_first(_only_why(asks)):
        kept = None if len(asks) > 1 and _sums_what_follows(ask) else _with_its_things(ask, made[-1] if made else None)
        if kept is not None:
            _take_in(made, kept)
    return made


def _only_why(asks: list[Ask]) -> list[Ask]:
    """The asks without what is only the state whose reason a clause asks for: 某项目为什么执行率最低."""
    why = next((a for a in asks if a.operation is Operation.REASON and a.terms and not a.which), None)
    if why is None or not _STATE_ASKED_WHY.search(why.words) or _ASKS_MORE.search(why.words):
        return asks
    return [a for a in asks if a is why or not (a.words == why.words and a.operation in _STATES)]


def _moved_since(ask: Ask, asks: list[Ask]) -> Ask:
    """A gap as a change, where a question names one line of one body and year only: 提租补贴, 多了多少, 为什么."""
    scope = ask.scope
    sided = ask.base or ask.base_scope or ask.operands or ask.picks or scope.stages or scope.every_year
    several = max(len(scope.departments), len(scope.years)) > 1 or scope.pairs or scope.recent > 1 or sided
    alone = all(other.terms == ask.terms and other.scope == scope for other in asks)
    reasoned = any(other.operation is Operation.REASON for other in asks)
    if ask.operation is not Operation.DIFFERENCE or not (ask.direction and ask.terms and alone and reasoned) or several:
        return ask
    return replace(ask, operation=Operation.CHANGE)


def _planned_first(asks: list[Ask]) -> list[Ask]:
    """The asks with the budget meant by one that plans before one for what was spent: 批了多少，最后花了多少."""
    made = list(asks)
    for at, (one, other) in enumerate(itertools.pairwise(asks)):
        final = (Stage.FINAL_ACCOUNT.value,)
        twice = one.operation is other.operation is Operation.LOOKUP and one.terms == other.terms
        spent = not one.scope.stages and other.scope == replace(one.scope, stages=final)
        if twice and spent and _PLANNED.search(one.words) and not _SPENT.search(one.words):
            made[at] = replace(one, scope=replace(one.scope, stages=(Stage.BUDGET.value,)))
    return made


def _with_its_things(ask: Ask, before: Ask | None) -> Ask | None:
    """An ask with the things that it leaves unsaid; None where the one before it tells them already."""
    for step in _STEPS:
        settled_by = step(ask, before)
        if settled_by is None:
            return None
        ask = settled_by
    return ask


def _take_in(made: list[Ask], ask: Ask) -> None:
    """Put an ask behind those made, in place of one that only leads to it, or not at all where it says one again."""
    if made and _repeats(ask, made[-1]):
        return
    if made and _says_the_order(ask, made[-1]):
        made[-1] = replace(made[-1], scope=ask.scope)
        return
    if ask.which and made and _of_the_list(ask, made[-1]):
        ask = replace(ask, which=False)  # …分别多少，谁最少: said beside the list, no further line of it
    if made and _bounds_the_set(made[-1], ask):
        made.pop()  # 金额不足二十万元的，有多少个: the bound goes with what is asked of the set
    if made and _leads_to(made[-1], ask) and set_of(made[-1]) == set_of(ask):
        made.pop()  # 谁最大？排前三名: the first line of the list
    if made and _of_the_totals(made[-1], ask):
        made.pop()  # 收入总计最大的是哪一家
    if made and (_says_again(ask, made[-1]) or _told_with(ask, made[-1])):
        return
    if ask.picks and made and made[-1].number == EVERY:
        made.pop()  # 从多到少，第二名和第四名差多少
    made.append(ask)


def _leads_to(one: Ask, ask: Ask) -> bool:
    """Whether a rank is only the first of a list asked for next, or leaves to that how many are told."""
    uncounted = one.operation is ask.operation and one.operation in _LISTED and one.number is None
    return FIRST_OF.get(one.operation) is ask.operation or (uncounted and ask.number is not None)


def _of_the_totals(summed: Ask, ask: Ask) -> bool:
    """Whether what seems a sum only says of which total of each the greatest is asked."""
    same = (summed.terms, summed.scope, summed.words) == (ask.terms, ask.scope, ask.words)
    return (
        summed.operation is Operation.SUM and ask.operation in RANKS and same and bool(_RANKED_TOTAL.search(ask.words))
    )


def _total(concept: str) -> tuple[Term, ...]:
    return (concept_term(concept),)


def _cars_counted(ask: Ask, _: Ask | None) -> Ask:
    """How many cars there are, where a number of them is asked for."""
    counted = any(t.concept == "vehicle_count" for t in ask.terms) or _CARS_COUNTED.search(ask.words)
    bounded = any(money_unit(f.unit) for f in ask.filters)  # 公车运行费超过35万元的单位有几个: of no car
    if not counted or bounded or ask.measure is not None or not any(t.concept in _VEHICLES for t in ask.terms):
        return ask
    kept = (*_HELD, *MOVES, Operation.TARGET, Operation.PURPOSE, *SET_OPERATIONS)
    held = ask.operation in kept and ask.operation is not Operation.COUNT
    operation = ask.operation if held else Operation.LOOKUP
    base, terms = _counted_vehicles(ask.base), _counted_vehicles(ask.terms)
    return replace(ask, operation=operation, measure="辆", base=base, terms=terms)


def _counted_vehicles(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    cars = (Term(t.text, "concept", "vehicle_count") if t.concept in _VEHICLES else t for t in terms)
    return tuple(t for t in cars if t.text != _HELD_AMONG)


def _is_plain_sum(ask: Ask) -> bool:
    """Whether a sum is asked of no set: of one body and year, without a condition."""
    scope = ask.scope
    dated = scope.every_year or len(scope.years) > 1 or scope.recent > 1
    several = len(scope.departments) > 1 or dated or ask.operands
    plain = ask.entity is None and not (ask.filters or several or ask.dropped) and ask.secret is None
    return ask.operation is Operation.SUM and plain


def _sums_what_follows(ask: Ask) -> bool:
    """Whether a sum is of what is named after it: 把两块合到一起，奖金总额是多少."""
    return _is_plain_sum(ask) and not ask.terms and _BUDGET_SUMMED.search(ask.words) is None


def _sum_printed(ask: Ask, _: Ask | None) -> Ask:
    """三公经费合计 is a printed line."""
    whole = ask.terms or ask.scope.departments or _BUDGET_SUMMED.search(ask.words)
    return replace(ask, operation=Operation.LOOKUP, summed=True) if whole and _is_plain_sum(ask) else ask


def _whole_compared(ask: Ask, _: Ask | None) -> Ask:
    """谁的预算大."""
    bodies = len(ask.scope.departments) > 1 and not (ask.terms or ask.base)
    return replace(ask, terms=_total("budget_total")) if ask.operation is Operation.COMPARE and bodies else ask


def _whole_ranked(ask: Ask, _: Ask | None) -> Ask:
    """哪个部门预算最大: whole departments are ranked or chosen by their amounts where no line is named."""
    chosen = ask.operation in RANKS or (ask.filters and ask.operation in (Operation.LIST, Operation.COUNT))
    named = ask.terms or ask.base or ask.moved or ask.of or ask.per or ask.on_indicators or ask.hints or ask.base_scope
    of_all = ask.entity == "department" or (ask.group == "body" and ask.entity is None)
    if not of_all or ask.scope.departments or named or not chosen or ask.direction is not None:
        return ask
    if _WHOLE_AMOUNT.search(ask.words) is None or _OF_MEMBERS.search(ask.words):
        return ask
    spent = _SPENT_WHOLE.search(ask.words) is not None
    return replace(ask, terms=_total("expenditure_total" if spent else "budget_total"))


def _whole_moved(ask: Ask, _: Ask | None) -> Ask:
    """今年预算比去年多了多少."""
    if not _is_of_whole(ask):
        return ask
    final = Stage.FINAL_ACCOUNT.value in ask.scope.stages or "支出" in ask.words
    return replace(ask, terms=_total("expenditure_total" if final else "budget_total"))


def _moved_as_before(ask: Ask, before: Ask | None) -> Ask | None:
    """A change of what was asked for before it: 去年批了多少钱？今年多了百分之几."""
    if before is None:
        return ask
    if _since_the_year_before(ask, before):
        ask = replace(ask, operation=Operation.CHANGE)
    if _goes_on_of_whole(ask, before):
        if before.operation is ask.operation:
            return None  # 预算比上年为什么增加，增加了多少: told before its reason
        return replace(ask, terms=_total("budget_total"))
    return replace(ask, terms=before.terms) if _goes_on_of(ask, before) else ask


def _since_the_year_before(ask: Ask, before: Ask) -> bool:
    """Whether a gap is the move of the line asked for of the year before: 去年预算多少，今年多了多少."""
    this_year = (before.scope.relative_years, ask.scope.relative_years) == ((-1,), (0,))
    one, other = before.scope.years, ask.scope.years
    years = this_year or (len(one) == len(other) == 1 and other[0] == one[0] + 1)
    named = (
        (ask.terms and not (this_year and ask.terms == before.terms))
        or ask.base
        or ask.base_scope
        or ask.basis
        or ask.operands
        or ask.picks
        or ask.filters
    )
    same = replace(ask.scope, years=one, relative_years=before.scope.relative_years) == before.scope
    gap = ask.operation is Operation.DIFFERENCE and ask.direction is not None and not named
    return gap and before.operation is Operation.LOOKUP and years and same


def _spent_on_projects(ask: Ask, _: Ask | None) -> Ask:
    """项目上实际花了多少."""
    return replace(ask, terms=(projects_term(),), entity=None) if _is_of_projects(ask) else ask


def _why_the_whole_moved(ask: Ask, before: Ask | None) -> Ask:
    """收支少了多少，为什么: why the whole moved that no word of its own names."""
    named = ask.terms or ask.entity or ask.hints or ask.context
    if before is None or ask.operation is not Operation.REASON or named or before.scope != ask.scope:
        return ask
    moved = before.operation in (Operation.CHANGE, Operation.GROWTH)
    return replace(ask, terms=before.terms) if moved and {t.concept for t in before.terms} <= set(TOTALS) else ask


def _between_stages(ask: Ask, _: Ask | None) -> Ask:
    """年初预算数和实际支出差了多少."""
    named = ask.terms or ask.base or ask.picks
    if ask.operation not in _HELD or named or len(ask.scope.stages) != 2:
        return ask
    return replace(ask, terms=(Term("支出", "concept", "expenditure_total"),))


def _whole_asked(ask: Ask, _: Ask | None) -> Ask:
    """The whole budget or spending of a body, or all that it buys, where an amount of nothing else is asked for."""
    chosen = ask.terms or ask.entity or ask.filters or ask.secret is not None or ask.excluded
    if ask.operation is not Operation.LOOKUP or chosen or _MEASURED.search(ask.words):
        return ask
    if _DONE.search(ask.words) and not re.search(r"多少|几", ask.words):
        return ask  # 某局2024年完成了没有 asks for no amount
    if not (ask.scope.departments or (ask.summed and _BUDGET_SUMMED.search(ask.words))):
        return ask
    if "专项" in ask.words:
        return replace(ask, entity="project")  # 某校专项多少 asks for what its projects cost, not for all it has
    if any(word in ask.words for word in _SPENDING):
        return replace(ask, terms=(Term("支出", "concept", "expenditure_total"),))
    return replace(ask, terms=_total("procurement" if _BUYING.search(ask.words) else "budget_total"))


def _of_the_stated(ask: Ask, before: Ask | None) -> Ask:
    """A target of the very row that an amount told before: 539万那个审计业务经费，办几次培训，节支要达到多少."""
    told = before is not None and bool(before.stated) and ask.scope == before.scope
    if before is None or not told or ask.operation is not Operation.TARGET or ask.stated or ask.filters:
        return ask
    shared = any(term in before.terms or term in before.context for term in ask.context)
    return replace(ask, stated=before.stated) if shared else ask


_STEPS: tuple[Callable[[Ask, Ask | None], Ask | None], ...] = (
    _cars_counted,
    _sum_printed,
    _whole_compared,
    several_compared,
    _whole_ranked,
    _whole_moved,
    _moved_as_before,
    _why_the_whole_moved,
    _spent_on_projects,
    _between_stages,
    _whole_asked,
    _of_the_stated,
    several_at_the_end,
    sum_of_each,
)


def _is_of_whole(ask: Ask) -> bool:
    """Whether a change is asked of a body's budget itself: nothing else is named that could have changed."""
    moved = ask.operation in (Operation.CHANGE, Operation.GROWTH) and bool(ask.basis or ask.basis_year or ask.direction)
    named = ask.terms or ask.base or ask.context or ask.operands or ask.entity or ask.filters or ask.picks or ask.hints
    return (
        moved
        and bool(ask.scope.departments)
        and not named
        and re.search(r"预算|盘子|收支|决算|口径", ask.words) is not None
    )


def _goes_on_of(ask: Ask, before: Ask) -> bool:
    """Whether a change with nothing named is of what the clause before asked for, itself a whole that no word names."""
    moved = ask.operation in (Operation.CHANGE, Operation.GROWTH) and before.operation is Operation.LOOKUP
    named = ask.terms or ask.base or ask.context or ask.operands or ask.entity or ask.filters or ask.picks or ask.hints
    return moved and not named and ask.scope.departments == before.scope.departments


def _goes_on_of_whole(ask: Ask, before: Ask) -> bool:
    """Whether a change is asked of the whole budget, whose change was spoken of before: 预算为什么减少，减少了多少."""
    moved = ask.operation in (Operation.CHANGE, Operation.GROWTH) and not (ask.terms or ask.context or ask.hints)
    whole = not before.terms or {t.concept for t in before.terms} == {"budget_total"}
    spoken = before.operation in (Operation.REASON, Operation.CHANGE) and re.search("预算|收支", before.words)
    return moved and whole and bool(spoken) and ask.scope == before.scope and bool(ask.scope.departments)


def _is_of_projects(ask: Ask) -> bool:
    """Whether what was spent on all projects together is asked for, and not which or how many they are."""
    plain = not (ask.terms or ask.context or ask.filters or ask.which or ask.each or ask.excluded or ask.hints)
    spent = re.search(r"[花用]了|[花用]掉|支出|开支|决算|实际", ask.words) is not None
    alone = ask.operation is Operation.LOOKUP and ask.entity == "project" and ask.secret is None
    return alone and plain and spent and bool(ask.scope.departments) and _MEASURED.search(ask.words) is None


def _repeats(ask: Ask, before: Ask) -> bool:
    """Whether a bare list or amount is of the very thing asked for before: its rank, or the same again."""
    bare = ask.operation in (Operation.LIST, Operation.LOOKUP)
    same = before.operation in (*_RANKS, ask.operation) and before == replace(ask, operation=before.operation)
    return bare and same


def _says_the_order(ask: Ask, before: Ask) -> bool:
    """Whether a list is the order that was asked for before it: 按三公多少排列，2026年依次是哪几所、各多少."""
    ordered = before.operation in (Operation.TOP, Operation.BOTTOM) and before.number == EVERY
    again = ask.operation in (Operation.LIST, Operation.LOOKUP) and re.search("依次|分别|顺序", ask.words) is not None
    return ordered and again and ask.terms == before.terms and ask.filters == before.filters


def _of_the_list(one: Ask, other: Ask) -> bool:
    """Whether a member is picked by rank from the very set that is listed before it."""
    picks = one.operation in (Operation.MAX, Operation.MIN, Operation.NTH, Operation.NTH_LAST)
    return picks and other.operation is Operation.LIST and set_of(one) == set_of(other)


def _says_again(ask: Ask, before: Ask) -> bool:
    """Whether a share only repeats the one before it: …，它占多少; …，用百分比."""
    twice = ask.operation is before.operation is Operation.SHARE
    return twice and not (ask.base or ask.inner) and ask.scope == before.scope and ask.terms in ((), before.terms)


def _bounds_the_set(one: Ask, other: Ask) -> bool:
    """Whether a clause only bounds the set that the next one counts, lists or adds up."""
    bound = one.operation is Operation.LOOKUP and bool(one.filters)
    asked = other.operation in (Operation.COUNT, Operation.LIST, Operation.SUM)
    return bound and asked and set_of(one) == set_of(other) and not re.search("多少|几", one.words)


def _told_with(ask: Ask, before: Ask) -> bool:
    """Whether a rate is told with the change before it: of things together, or against another year's account."""
    both = before.operation is Operation.CHANGE and ask.operation is Operation.GROWTH
    held = bool(before.operands) or before.base_scope is not None
    return both and held and ask.terms in ((), before.terms) and not ask.operands
