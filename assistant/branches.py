"""What one ask of a plan comes to: one branch an operation, nothing else decided here."""

import re
from collections.abc import Callable

from assistant.computing.arithmetic.against import against, changed
from assistant.computing.arithmetic.completion import completion
from assistant.computing.arithmetic.ratios import of_each_body
from assistant.computing.arithmetic.together import together
from assistant.computing.figures.conditions import numbered_thing, promises_kept
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import with_unit
from assistant.computing.figures.paid_to import without_payee
from assistant.computing.plain import is_money, plain_lookup
from assistant.computing.rows.named_rows import is_name_condition
from assistant.computing.rows.printed_totals import names_units
from assistant.computing.sets.across import over_departments
from assistant.computing.sets.by_amount import by_amount, is_by_amount
from assistant.computing.sets.of_columns import columns_ranked
from assistant.computing.sets.operations import over_events, over_same_named, over_set
from assistant.computing.sets.per_head import per_head
from assistant.computing.sets.picked import between_picks, most_changed
from assistant.computing.sets.projects_apart import projects_apart
from assistant.computing.sets.share import share_asked
from assistant.computing.sets.taken_together import share_moved
from assistant.computing.targets.indicators import asked_in_own_unit, counting_projects, indicator_answer
from assistant.computing.targets.named_exactly import target_named
from assistant.computing.targets.target import target
from assistant.computing.which_body import of_one_body
from assistant.descriptive.texts import in_words, purpose, reason
from assistant.finding.classed import names_class
from assistant.finding.evidence import Found, Outcome
from assistant.finding.scope import places_of
from assistant.lexicon import TOTALS
from assistant.plan import MOVES, RANKS, SET_OPERATIONS, Ask, Operation, Plan, Term, replace
from assistant.understand.clauses.named_things import projects_term
from assistant.understand.door import Door, asks_figures
from assistant.understand.words.alike import held
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

# A change that is hoped for is a target: 预计能让利用率提高几个百分点.
_EXPECTED = re.compile(
    r"预计|预期|指望|盼望|希望|目标|力争|争取|[能会要]让?[^，,。]{0,8}(?:提[高升]|上升|下降|降低|增加|减少)"
)
_WHAT_IS = re.compile(r"是(?:个?什么|啥)(?:东西|钱|费用|呢|啊)?[？?]?$")
_OF_YEARS = re.compile(
    r"[两三四五几]年.{0,12}(?:合计|总计|总和|总共|一共|共计)|(?:合计|总和|加起来|加总).{0,4}[两三四五几]年"
)
_MOVED = (Operation.CHANGE, Operation.GROWTH, Operation.REASON)
_OF_A_NAME = re.compile(r"(?:有|共)(?:几|多少)[个笔项条](?:[，,。？?]|$)")
_HOW_MANY = re.compile(r"(?:几|多少)个")
_HOW_MANY_BODIES = re.compile(r"(?:几|多少)个?单位")
_HOW_MANY_PROJECTS = re.compile(
    r"(?:几|多少)[个项]?(?:预算|支出|子)?项目|项目.{0,4}(?:几|多少)[个项]?$"
    r"|项目(?:里头?|里面|中|当中|之中)?[，,]?(?:一?共|总共)?有?(?:几|多少)[个项](?=是|[和跟与同]|属于|涉及|用[于在]|叫|$)"
)
# 有几个叫“甲”的项目, 有几个“甲”项目: what is counted are projects, by the name they bear.
_PROJECTS_CALLED = re.compile(
    r"(?:几|多少)[个项笔]?(?:(?:名字|名称)?(?:[都全均])?(?:叫做?|名叫|名为|称为?|名称?[是为])[^，,。；;？?]{2,40}?"
    r"|[“\"「『《][^”\"」』》]{2,40}[”\"」』》])的?(?:预算|支出|子)?项目"
)
_WAS_SPENT = re.compile(r"省[了下掉出多]|节[省约]|决算|实际|执行|花|用掉|用了|支出了|超支|完成|剩|结余")
_SPENT_ON = re.compile(r"项目(?:支出|经费|资金|[各都分别]*[有是要]?多少(?!个|项)|(?:上|里)?的?(?:钱|花费|开支))")
# 哪个监狱的项目支出, 各监狱……哪家, 四个监狱谁的项目支出: units of one kind, one of which is sought.
_WHOSE = (
    r"哪(?:一?[个家所座]|些){0}|[各几]{0}.*哪一?[家所](?![一-龥])|{0}(?:里头?|里面|中|当中|之中)?(?:谁|哪一?[个家所座](?!项))"
    r"|项目(?!最)[^，,。；;项]{{1,6}}最[多高大少低小]的[^，,。；;项]{{0,6}}{0}(?!的?项目)"
)
_SUMMED = re.compile(r"合计|总计|总和|[总一]共|加起来|合起来")
_BORNE = 0.6
_TOGETHER = ("合计", "总计", "总和", "共计")


def _with_parts(summed: Outcome, parts: Outcome) -> Outcome:
    """A sum with the figures it is made of."""
    summed.found = [*summed.found[:1], *(parts.found if parts.kind == "figures" else ())]
    return summed


def _of_stage(desk: Desk, ask: Ask, outcome: Outcome, plan: Plan) -> Outcome:
    """The outcome; the budget beside a final account where 预算 was said and only what was spent was found."""
    if promises_kept(desk, ask, outcome) is outcome or ask.scope.stages or "预算" not in ask.words:
        return outcome
    staged = replace(ask, scope=replace(ask.scope, stages=(Stage.BUDGET.value,)))
    told = plain_lookup(desk, staged, plan)
    return told if told.kind == "figures" else outcome


def _printed_count(desk: Desk, ask: Ask) -> Outcome | None:
    """The number that is printed of what is counted: 有多少个编制; of a count and an amount of one name the count."""
    printed = plain_lookup(desk, replace(ask, operation=Operation.LOOKUP))
    thing = numbered_thing(ask.words)
    if thing and any(held(thing, bare("".join((f.label, *f.figure.column)))) == 0 for f in printed.found if f.figure):
        # 自评发现多少个问题: the projects that were looked at are no number of them
        return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=thing))
    counts = [f for f in printed.found if f.figure is not None and f.figure.unit.kind is UnitKind.COUNT]
    if not all(_bears(f, t) for f in counts for t in ask.terms if t.kind == "like"):
        return None  # 要参与多少个审计项目 is no number of what is bought
    if printed.kind == "clarification" and len(counts) == 1:
        return Outcome("figures", found=counts)
    return printed if printed.kind == "figures" and len(counts) == len(printed.found) else None


def _bears(found: Found, term: Term) -> bool:
    """Whether the row or the column of a number holds most of what is said of it."""
    row = "".join(s.row or s.text for s in found.sources)
    return held(term.text, bare("".join((found.label, row, *(found.figure.column if found.figure else ()))))) >= _BORNE


def one_ask(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    """The outcome of one ask of a plan, of the one body that is meant."""
    told = of_one_body(desk, _of_year_after(desk, _of_held_stage(desk, ask)), lambda one: _branch(desk, one, plan))
    return columns_ranked(desk, ask, told)


def _of_held_stage(desk: Desk, ask: Ask) -> Ask:
    """A change against 年初预算 of a body without an account: its budget is held against that of the year before."""
    of_account = ask.scope.stages == (Stage.FINAL_ACCOUNT.value,) and ask.operation in _MOVED
    if not of_account or _WAS_SPENT.search(ask.topic + ask.words):
        return ask
    held = {d.stage for places in places_of(desk.library, ask.scope, desk.units) for p in places for d in p.documents}
    if Stage.FINAL_ACCOUNT in held:
        return ask
    return replace(ask, scope=replace(ask.scope, stages=()), base=(), base_scope=None, basis="budget")


def _of_year_after(desk: Desk, ask: Ask) -> Ask:
    """A change against the opening budget of a year that no account held is of: what moved is the year after it."""
    other = ask.base_scope
    moves = (*MOVES, Operation.DIFFERENCE)
    if ask.operation not in moves or other is None or len(other.years) != 1 or other.stages != (Stage.BUDGET.value,):
        return ask
    (year,) = other.years
    later = replace(other, years=(year + 1,), stages=())
    if ask.scope not in (later, replace(later, years=())) or ask.base not in ((), ask.terms):
        return ask
    documents = [d for places in places_of(desk.library, ask.scope, desk.units) for p in places for d in p.documents]
    settled = any(d.stage is Stage.FINAL_ACCOUNT and d.year == year for d in documents)
    if settled or not any(d.stage is Stage.BUDGET and d.year == year + 1 for d in documents):
        return ask
    operation = Operation.CHANGE if ask.operation is Operation.DIFFERENCE else ask.operation
    moved = replace(ask, operation=operation, base=(), base_scope=None, scope=later)
    return replace(moved, basis="budget", basis_year=year)


def _of_units(desk: Desk, ask: Ask) -> Ask:
    """What units of one kind spend on projects, unit by unit: 各监狱项目支出多少, 四个监狱的项目支出一共多少."""
    several = ask.each or (ask.said_count or 0) > 1
    ranked = ask.operation in RANKS or (ask.operation is Operation.SHARE and ask.inner in RANKS)
    chosen = ranked and any(re.search(_WHOSE.format(re.escape(t.text)), ask.words) for t in ask.terms)
    shared = ask.operation is Operation.SHARE and several
    added = shared or (ask.operation in (Operation.LOOKUP, Operation.SUM) and several)
    spent = ask.entity in ("project", "unit") and _SPENT_ON.search(ask.words) is not None
    spent = spent and not any(t.concept for t in ask.terms)
    if not (spent and (added or chosen) and names_units(desk, ask)):
        return ask
    operation = ask.operation if chosen or shared else Operation.SUM if _SUMMED.search(ask.words) else Operation.LIST
    return replace(ask, operation=operation, entity="unit", terms=(*ask.terms, projects_term()))


_OWNED = r"的?(?:下面|底下|下属|所属|直属|下辖|辖下|名下)?(?:单位|机构)?的?"  # between a department and its unit


def _of_the_unit(desk: Desk, ask: Ask) -> Ask:
    """A total of one unit whose department is but named as its owner, which adds up no two bodies: 甲委下面的乙中心."""
    plain = _is_plain(ask) and not (ask.operands or ask.dropped or ask.each) and ask.secret is None
    if ask.operation is not Operation.SUM or len(ask.scope.said) != 2 or not plain or len(ask.scope.years) > 1:
        return ask
    if re.search(_OWNED.join(map(re.escape, ask.scope.said)), ask.words) is None:
        return ask
    places = places_of(desk.library, ask.scope, desk.units)
    if len(places) != 1 or len(places[0]) != 1 or places[0][0].unit is None:
        return ask
    own = tuple(keys for keys in ask.scope.departments if places[0][0].unit in keys)
    return replace(ask, operation=Operation.LOOKUP, summed=True, scope=replace(ask.scope, departments=own))


def _without_so_many(desk: Desk, ask: Ask) -> Ask:
    """The ask without a number that is of the units left out, where there are so many: 除四所监狱外其他单位."""
    if len(ask.excluded) != 1 or ask.said_count is None:
        return ask
    gone = ask.excluded[0].text
    if re.search(rf"(?:除|不[算含计]|去掉|扣除)[了去掉开]?[^，,。；;外]{{1,5}}{re.escape(gone)}", ask.words) is None:
        return ask
    held = {d.id for places in places_of(desk.library, ask.scope, desk.units) for p in places for d in p.documents}
    units = [name for name, documents in desk.units.items() if name.endswith(gone) and held & set(documents)]
    return replace(ask, said_count=None) if len(units) == ask.said_count else ask


def _branch(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    """One branch an operation; what an ask is made of (an amount, a rank, several things as one) goes before it."""
    ask = _of_units(desk, _without_so_many(desk, _of_the_unit(desk, without_payee(desk, ask))))
    if (made := _by_its_make(desk, ask)) is not None:
        return made
    branch = _BRANCHES.get(ask.operation, _over_rows if ask.operation in SET_OPERATIONS else _text)
    return branch(desk, ask, plan)


def _by_its_make(desk: Desk, ask: Ask) -> Outcome | None:
    """What an ask comes to by what it is made of, whatever its operation; None where it is of one plain thing."""
    if is_by_amount(ask):
        return by_amount(desk, ask)
    if ask.per:
        return per_head(desk, ask)
    if ask.picks:
        return between_picks(desk, ask, over_set)
    if ask.of:
        return over_departments(desk, ask)
    if ask.operands:
        return most_changed(desk, ask) if ask.moved else together(desk, ask)
    return None


def _figure(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    """One figure, or what it means, comes to over years or bodies, or counts."""
    if _WHAT_IS.search(ask.words) and ask.terms and all(t.concept for t in ask.terms):
        return in_words(desk, ask, Door.DEFINE)
    if _adds_several(ask):
        whole = over_set(desk, replace(ask, operation=Operation.SUM))
        return _with_parts(whole, plain_lookup(desk, ask, plan) if whole.kind == "figures" else whole)
    if (counted := _in_its_own_unit(desk, ask, plan)) is not None:
        return counted
    told = target_named(desk, ask, plain_lookup(desk, ask, plan))
    if told.kind == "clarification" and ask.group == "body" and ask.summed:  # 各单位花在某科目上的钱一共多少
        added = over_set(desk, replace(ask, operation=Operation.SUM, entity="unit", group=None, summed=False))
        for one in added.found[:1]:
            one.label = f"{'、'.join(t.text for t in ask.terms)}（{one.label}）"
        told = added if added.kind == "figures" else told
    return with_unit(desk, ask, _of_stage(desk, ask, told, plan), len(plan.asks) == 1)


def _adds_several(ask: Ask) -> bool:
    """Whether the figures of several years or bodies are asked for as one sum."""
    summed = any(t.text.endswith(_TOGETHER) and t.concept not in TOTALS for t in ask.terms)  # 收入总计 is a line
    several = max(len(ask.scope.years), len(ask.scope.departments)) > 1 and not ask.each
    return several and (summed or _OF_YEARS.search(ask.words) is not None)


def _in_its_own_unit(desk: Desk, ask: Ask, plan: Plan) -> Outcome | None:
    """What is asked for in a unit that is no money: an indicator, or a printed count of the same name."""
    found = indicator_answer(desk, ask, plan) if asked_in_own_unit(ask.words) else None
    if found is None or found.kind != "figures":
        return None
    counted = plain_lookup(desk, ask, None)
    return counted if counted.kind == "figures" and not is_money(counted) else found


def _change(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    """A change against another year; of one that is only hoped for the target."""
    moved = changed(desk, ask)
    if moved.kind != "refusal" or not _EXPECTED.search(ask.words):
        return moved
    return indicator_answer(desk, replace(ask, operation=Operation.TARGET), plan) or moved


def _share(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    """A part of a whole, or by how many points it moved."""
    if (ask.basis or ask.basis_year) and "百分点" in ask.words:
        return share_moved(desk, ask, share_asked)
    return of_each_body(desk, ask, share_asked)


def _completion(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    return of_each_body(desk, ask, completion)


def _against(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    """Two sides held against each other; what is no line of its own may still be a part of the other's line."""
    told = projects_apart(desk, ask) or against(desk, ask)
    if told.kind != "refusal" or ask.operation is not Operation.RATIO or ask.base != ask.terms or not ask.base_scope:
        return told
    part = _share(desk, replace(ask, operation=Operation.SHARE), plan)  # a unit's projects, which no line adds up
    return part if part.kind == "figures" else told


def _target(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    return indicator_answer(desk, ask, plan) or target(desk, ask)


def _purpose(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    """What money is for; 某指标的目标定的是多少 asks for the target, though 目标 is also what a project is for."""
    told = indicator_answer(desk, ask, plan) if asks_figures(bare(ask.words)) else None
    return told or purpose(desk, ask)


def _reason(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    return reason(desk, ask, plan.unexplained)


def _meaning(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    return in_words(desk, ask, Door.DEFINE)


def _text(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    return in_words(desk, ask, Door.TEXT)


Branch = Callable[[Desk, Ask, Plan], Outcome]
_BRANCHES: dict[Operation, Branch] = {
    Operation.LOOKUP: _figure,
    Operation.CHANGE: _change,
    Operation.GROWTH: _change,
    Operation.SHARE: _share,
    Operation.COMPLETION: _completion,
    Operation.DIFFERENCE: _against,
    Operation.RATIO: _against,
    Operation.COMPARE: _against,
    Operation.TARGET: _target,
    Operation.PURPOSE: _purpose,
    Operation.REASON: _reason,
    Operation.DEFINE: _meaning,
}


def _over_rows(desk: Desk, ask: Ask, plan: Plan) -> Outcome:
    """An operation over rows: of one line that is printed as a sum, of indicators, of what a name counts, of a set."""
    if _adds_a_class(ask):
        return plain_lookup(desk, replace(ask, operation=Operation.LOOKUP, entity=None, summed=True), plan)
    if ask.entity == "indicator" or ask.on_indicators:
        return _target(desk, ask, plan)
    if ask.operation is Operation.COUNT:
        for counted_as in (
            _lines_of_a_name,
            _events_of_a_class,
            _number_printed,
            _units_of_an_indicator,
            counting_projects,
            _count_as_target,
        ):
            if (counted := counted_as(desk, ask, plan)) is not None:
                return counted
        if (deed := _deed_counted(ask)) is not None:
            return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=deed))
    return over_set(desk, ask)


def _deed_counted(ask: Ask) -> str | None:
    """The verb by which projects are counted that are work done, and no projects of a budget: 参与审计项目."""
    names = "|".join(re.escape(t.text) for t in ask.terms if t.kind == "name")
    said = re.search(rf"(?P<deed>参与|参加|完成|办结)了?的?(?:{names})项目", ask.words) if names else None
    return said["deed"] if said is not None and ask.entity == "project" else None


def _adds_a_class(ask: Ask) -> bool:
    """Whether what is added up is named by codes or classes alone, whose sum a line may print."""
    named = bool(ask.terms) and all(t.kind == "code" or names_class(t) for t in ask.terms)
    return ask.operation is Operation.SUM and named


def _is_plain(ask: Ask) -> bool:
    """Whether nothing says which rows are counted but the names."""
    return not (ask.entity or ask.level or ask.filters or ask.group)


def _lines_of_a_name(desk: Desk, ask: Ask, plan: Plan) -> Outcome | None:
    """How many lines bear a name: “审计业务经费”一共有几个."""
    of_a_name = _is_plain(ask) and _OF_A_NAME.search(ask.words) and ask.terms
    return over_same_named(desk, ask) if of_a_name and all(t.kind == "name" for t in ask.terms) else None


def _events_of_a_class(desk: Desk, ask: Ask, plan: Plan) -> Outcome | None:
    """How many events of a line are listed one by one: 有几个培训班 asks for no 培训人次."""
    return over_events(desk, ask)


def _number_printed(desk: Desk, ask: Ask, plan: Plan) -> Outcome | None:
    """The number a line prints of what is counted: 有多少个编制."""
    return _printed_count(desk, ask) if ask.terms and _is_plain(ask) and _HOW_MANY.search(ask.words) else None


def _units_of_an_indicator(desk: Desk, ask: Ask, plan: Plan) -> Outcome | None:
    """How many bodies an indicator is of: 审计多少个单位 is no count of the units that file the budget."""
    if not (_HOW_MANY_BODIES.search(ask.words) and any(t.kind in ("name", "like") for t in ask.terms)):
        return None
    described = indicator_answer(desk, replace(ask, operation=Operation.TARGET, entity=None, filters=()), plan)
    return described if described is not None and described.kind == "figures" else None


def _count_as_target(desk: Desk, ask: Ask, plan: Plan) -> Outcome | None:
    """The target that counts what is named in its own unit, where neither projects nor units are counted."""
    named = ask.entity is None and any(t.kind in ("name", "like") and t.text.endswith("项目") for t in ask.terms)
    called = _HOW_MANY_PROJECTS.search(ask.words.rstrip("？?")) or _PROJECTS_CALLED.search(ask.words)
    called = None if named else called  # 参与审计项目多少个: the word is of the target's own name
    by_name = any(map(is_name_condition, ask.terms))
    of_rows = called or by_name or ask.excluded or ask.entity == "unit"
    if of_rows or not asked_in_own_unit(ask.words) or not ask.terms or ask.filters:
        return None
    return indicator_answer(desk, replace(ask, operation=Operation.TARGET, entity=None), plan)
