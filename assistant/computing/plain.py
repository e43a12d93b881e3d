"""A plain look-up with the ways it may turn: a set of projects or units, a target, a line described in other words."""

import re
from dataclasses import replace as replace_desk

from assistant.computing.arithmetic.remainder import remainder
from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import outcome_of
from assistant.computing.rows.printed_totals import names_units
from assistant.computing.sets.operations import over_same_named, over_set
from assistant.computing.targets.indicators import indicator_answer
from assistant.finding.evidence import Outcome
from assistant.finding.holdings import department_key
from assistant.finding.labels import line_of
from assistant.finding.scope import places_of
from assistant.lexicon import concepts
from assistant.plan import Ask, Operation, Plan, Term, replace
from assistant.understand.bodies.described import is_kind_of_body
from assistant.understand.clauses.named_things import projects_term
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.document import RowRole, Stage
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

# 农村低保安排多少 asks for money, not how many people are covered; nor 退休人员的补助 for how much of it was paid.
_MONEY_ASKED = re.compile(r"钱|元|资金|经费|预算|支出|收入|安排|拨|花|费|补[助贴]|津贴|[金款](?=$|[多是有要？?])")
_RATE_ASKED = re.compile(r"率|指标|目标|百分|比例|%|％|满意|达到|几成")
_EXCEPT = re.compile(r"除了?.{1,12}?(?:之外|以外|外)的?")
_LEFT_OVER = re.compile(r"其[他它]各|以外|之外|除外|其余|剩下|剩余")


# Income that is no appropriation, one line a source (部门收入总表).
_OWN_INCOME = {
    "other_funds",
    "business_income",
    "operating_income",
    "other_income",
    "superior_subsidy",
    "affiliated_income",
}
_APPROPRIATED = {"fiscal", "general_public", "government_fund", "state_capital"}
# What one of them names, the other is no part of.
_APART = (
    ({"basic_expenditure"}, {"project_expenditure"}),
    ({"personnel"}, {"public_use"}),
    (_OWN_INCOME, _APPROPRIATED),
)


def _left_out_anyway(ask: Ask) -> bool:
    """Whether what is left out is no part of what is asked for: 不是财政拨的、归其他收入的; 项目支出, 不是基本支出."""
    asked, left_out = {t.concept for t in ask.terms}, {t.concept for t in ask.excluded}
    pairs = [pair for one, other in _APART for pair in ((one, other), (other, one))]
    return any(asked & one and left_out <= other for one, other in pairs)


def _beside(ask: Ask) -> str:
    """The words of an ask beside what it names."""
    return without(ask.words, (*(t.text for t in (*ask.terms, *ask.base)), *ask.scope.said))


def _of_a_unit(desk: Desk, ask: Ask) -> bool:
    return any(p.unit for options in places_of(desk.library, ask.scope, desk.units) for p in options)


def _of_one_unit(desk: Desk, ask: Ask) -> bool:
    places = [p for options in places_of(desk.library, ask.scope, desk.units) for p in options]
    return len(places) == 1 and places[0].unit is not None


def asks_money(words: str) -> bool:
    """Whether words ask for money, and for no rate or target."""
    return _MONEY_ASKED.search(words) is not None and _RATE_ASKED.search(words) is None


def _own_and_unit(desk: Desk, ask: Ask, plan: Plan | None) -> Outcome | None:
    """The figures of the department's own level and of a unit named beside it: 本级和下属中心各多少."""
    if not (ask.scope.own_level and _OWN_AND.search(ask.words) and _of_a_unit(desk, ask)):
        return None
    owners = {
        department_key(p.documents[0]) for options in places_of(desk.library, ask.scope, desk.units) for p in options
    }
    if len(owners) != 1:
        return None
    (owner,) = owners
    scopes = (
        replace(ask.scope, departments=((owner,),), said=(owner,)),
        replace(ask.scope, own_level=False),
    )
    told = [plain_lookup(desk, replace(ask, words=_OWN_AND.sub("", ask.words), scope=scope), plan) for scope in scopes]
    unit = next((s for s, keys in zip(ask.scope.said, ask.scope.departments, strict=False) if owner not in keys), "")
    first, second = told if ask.words.find("本") < ask.words.find(unit) else reversed(told)
    if any(one.kind != "figures" for one in told):
        return next(one for one in told if one.kind != "figures")
    for found in second.found:
        found.label = f"{second.place}{found.label.removeprefix(second.place)}"  # the place of the first stands once
    first.found.extend(second.found)
    first.method.extend(second.method)
    return first


def _of_projects(desk: Desk, ask: Ask) -> Outcome | None:
    """The part of a subject that is spent on projects, where 项目支出 is said right after its name: 行政运行项目支出.

    None where nothing is printed so; the name may be a project's own then.
    """
    if ask.entity != "project" or not ask.terms or "项目支出" not in ask.words:
        return None
    term = Term("项目支出", "concept", "project_expenditure")
    within = replace(ask, entity=None, terms=(*ask.terms, term))
    outcome = outcome_of(desk, within, sights_of(desk, within))
    return outcome if outcome.kind in ("figures", "blank") else None


_OWN_COLUMN = Term("本级", "name", None, (("本级", 1.0),))


def _own_column(desk: Desk, ask: Ask) -> Outcome | None:
    """What the body's own level pays of a line that prints it in a column beside what higher levels pay (本级支出)."""
    if not (ask.scope.own_level and ask.terms):
        return None
    above = {t for t in ask.terms if "上级" in t.text and "上级" not in ask.words}  # …上级补多少、本级掏多少
    terms = (*(t for t in ask.terms if t not in above), _OWN_COLUMN)
    asked = replace(ask, terms=terms, scope=replace(ask.scope, own_level=False))
    out = outcome_of(desk, asked, sights_of(desk, asked))
    columns = [f.figure.column[-1] if f.figure and f.figure.column else "" for f in out.found]
    return out if out.kind == "figures" and all(c.startswith("本级") for c in columns) else None


def _of_a_subtotal(desk: Desk, ask: Ask, outcome: Outcome) -> Outcome | None:
    """The lines added up where their subtotal was asked for and only one of them was found: 部门业务费小计."""
    terms = tuple(t for t in ask.terms if t.text not in _SUBTOTAL)
    if not terms or len(terms) == len(ask.terms) or outcome.kind != "figures":
        return None
    lines = [f.figure for f in outcome.found if f.figure is not None]
    if not lines or any(f.role is not RowRole.ITEM or any(s in line_of(f) for s in _SUBTOTAL) for f in lines):
        return None
    summed = over_same_named(desk, replace(ask, operation=Operation.SUM, terms=terms))
    return summed or Outcome("refusal", message=say("answer.condition_left", desk.language, condition=_SUBTOTAL[0]))


_LISTED = ("unit", "subject", "function", "economic")  # what a condition chooses from
_SUBTOTAL = ("小计", "合计", "总计")


def _whole_of_a_unit(desk: Desk, ask: Ask, outcome: Outcome) -> Outcome | None:
    """What a unit spends in all, where only its projects are printed as spending: as much as its income."""
    if len(ask.terms) != 1 or ask.terms[0].concept not in _ALL_SPENT:
        return None
    if not (ask.scope.own_level or _of_a_unit(desk, ask)):
        return None
    if outcome.kind != "refusal" and not all(f.figure and f.figure.table_kind in _IN_PART for f in outcome.found):
        return None
    total = concepts()["budget_total"]
    asked = replace(ask, terms=(Term(total.words[0], "concept", total.id),))
    told = outcome_of(desk, asked, sights_of(desk, asked))
    figures = [f.figure for f in told.found if f.figure is not None]
    planned = bool(figures) and all(f.stage is Stage.BUDGET and f.table_kind not in _IN_PART for f in figures)
    if ask.scope.own_level:
        planned = planned and all(bare(f.label) in bare(f.department or "") for f in figures)
    return told if told.kind == "figures" and planned else None


_ALL_SPENT = ("expenditure_total", "expenditure_this_year")
_IN_PART = ("project_expenditure", "basic_expenditure")  # tables that hold no unit's whole spending


def _of_one_body(ask: Ask) -> bool:
    """Whether a name is but the word for a kind of body said of one of them: 那个监狱 picks no set of projects."""
    said = ask.topic + ask.words
    kinds = [t.text for t in ask.terms if t.kind in ("name", "like") and is_kind_of_body(t.text)]
    return any(kind == "中心" or re.search(rf"[那这][个家所座]{re.escape(kind)}", said) for kind in kinds)


def is_money(outcome: Outcome) -> bool:
    return any(f.figure is not None and f.figure.unit.kind is UnitKind.MONEY for f in outcome.found)


_OWN_AND = re.compile(r"(?:本级|本部)[和与及跟、]|[和与及跟、](?:[局厅委办])?(?:本级|本部)")


def plain_lookup(desk: Desk, ask: Ask, plan: Plan | None = None) -> Outcome:
    """The answer to an ask of one figure: the line itself, a set it stands for, a target, or a line described."""
    both = _own_and_unit(desk, ask, plan)
    if both is not None:
        return both
    left_over = _LEFT_OVER.search(_beside(ask)) is not None
    if left_over and not (ask.terms or ask.excluded or ask.dropped):
        return Outcome("refusal", message=say("answer.left_over", desk.language, words=ask.words))  # 财政以外的钱
    if (ask.entity == "project" and (ask.filters or ask.secret)) or (ask.entity in _LISTED and ask.filters):
        return over_set(desk, replace(ask, operation=Operation.LIST))
    if ask.secret is not None and not ask.terms:
        operation = Operation.SUM if re.search(r"多少钱|金额|资金|合计|总共", ask.words) else Operation.LIST
        return over_set(desk, replace(ask, operation=operation, entity="project"))
    if ask.excluded and not ask.terms and re.search(r"预算|支出|开支", ask.topic + ask.words):
        ask = replace(ask, terms=(Term("支出", "concept", "expenditure_total"),))  # 预算中不属于教育支出的有多少
    if not ask.terms and ask.entity == "project" and _of_one_unit(desk, ask):
        ask = replace(ask, terms=(projects_term(),))  # 某中心项目多少钱 asks for no whole budget of it
    if not ask.terms and not _of_a_unit(desk, ask):
        # With nothing named there is no line to look up; a total nobody asked for is no answer.
        if ask.entity == "project":
            return over_set(desk, replace(ask, operation=Operation.LIST))
        return Outcome("refusal", message=say("answer.nothing_asked", desk.language))
    project = any(t.concept == "project_expenditure" for t in ask.terms)
    if (
        project
        and not (ask.hints or _of_one_body(ask))
        and (
            ask.secret is not None
            or ask.filters
            or ask.excluded
            or ask.dropped
            or any(t.kind in ("name", "like") for t in ask.terms)
        )
    ):
        summed = over_set(desk, replace(ask, operation=Operation.SUM, entity="project"))
        if summed.kind == "figures":
            return summed
    if ask.excluded and ask.terms and all(t.text.startswith(("其他", "其它")) for t in ask.terms):
        ask = replace(ask, excluded=(), words=_EXCEPT.sub("", ask.words))  # 财政拨款之外的其他收入 is that line
    if ask.excluded and _left_out_anyway(ask):
        ask = replace(ask, excluded=())
    if ask.excluded and (rest := remainder(desk, ask)) is not None:
        return rest
    if ask.excluded or ask.dropped or left_over or (ask.secret is not None and all(t.concept for t in ask.terms)):
        # A printed line says nothing of what is left when a part is taken out, nor of what in it is secret.
        words = "、".join(t.text for t in ask.excluded) or ask.words
        return Outcome("refusal", message=say("answer.left_over", desk.language, words=words))
    if (ask.said_count or 0) > 1 and ask.summed and names_units(desk, ask):
        return over_set(desk, replace(ask, operation=Operation.SUM, entity="unit", said_count=None))  # 四个监狱加起来
    if (ask.each or re.search(r"所有|全部|[每一][个家所]", _beside(ask))) and names_units(desk, ask):
        return over_set(desk, replace(ask, operation=Operation.LIST, entity="unit"))  # 各监狱 are units, no line
    if (column := _own_column(desk, ask) or _of_projects(desk, ask)) is not None:
        return column
    outcome = outcome_of(desk, ask, sights_of(desk, ask))
    if (whole := _of_a_subtotal(desk, ask, outcome) or _whole_of_a_unit(desk, ask, outcome)) is not None:
        return whole
    if ask.summed and outcome.kind == "clarification":
        outcome = over_same_named(desk, replace(ask, operation=Operation.SUM)) or outcome
    own = {t.concept for t in ask.terms} == {"project_expenditure"} and _of_one_unit(desk, ask)
    if outcome.kind == "refusal" and (own or (ask.summed and ask.entity == "project")):
        summed = over_set(desk, replace(ask, operation=Operation.SUM, entity="project"))
        if summed.kind == "figures":
            return summed
    if outcome.kind == "refusal" and ask.terms and plan is not None:
        described_indicator = indicator_answer(desk, replace(ask, operation=Operation.TARGET), plan, exact_only=True)
        if described_indicator is not None and described_indicator.kind in ("figures", "quotes"):
            counts = any(f.unit and money_unit(f.unit) is None for f in described_indicator.found)
            if not (counts and asks_money(ask.words)):
                return described_indicator
    if outcome.kind == "refusal" and (ask.terms or ask.hints):
        wide = replace_desk(desk, describing=True)
        found = outcome_of(wide, ask, sights_of(wide, ask))
        if found.kind == "clarification" and ask.summed:
            found = over_same_named(wide, replace(ask, operation=Operation.SUM)) or found
        if found.kind in ("figures", "clarification"):
            return _of_a_subtotal(wide, ask, found) or found
    if (
        outcome.kind == "refusal"
        and len(ask.terms) == 1
        and ask.terms[0].concept in ("budget_total", "expenditure_total")
    ):
        spent = replace(ask, terms=(projects_term(),))
        listed = outcome_of(desk, spent, sights_of(desk, spent))
        if listed.kind == "figures":
            return listed
    return outcome
