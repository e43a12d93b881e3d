"""A plain look-up with the ways it may turn: a set of projects or units, a target, a line described in other words."""

import re
from dataclasses import replace as replace_desk

from assistant.computing.arithmetic.remainder import remainder
from assistant.computing.arithmetic.together import sum_of_parts, together
from assistant.computing.figures.apart import without_what_is_apart
from assistant.computing.figures.conditions import asks_for_people
from assistant.computing.figures.looking import Desk, holdings_of, sights_of
from assistant.computing.figures.lookup import outcome_of
from assistant.computing.figures.otherwise import all_that_is_printed, as_described
from assistant.computing.figures.staff import is_serving, people_of
from assistant.computing.rows.members import not_so_many
from assistant.computing.rows.printed_totals import names_units
from assistant.computing.rows.unit_rows import units_below_alone
from assistant.computing.sets.operations import over_same_named, over_set
from assistant.computing.targets.indicators import indicator_answer
from assistant.finding.classed import name_of_class
from assistant.finding.evidence import Outcome
from assistant.finding.holdings import department_key
from assistant.finding.labels import line_of
from assistant.finding.scope import places_of
from assistant.lexicon import is_classified, parts_of, scan
from assistant.plan import Ask, Operation, Plan, Term, replace
from assistant.understand.bodies.described import is_kind_of_body
from assistant.understand.clauses.named_things import projects_term
from assistant.understand.words.concept_terms import concept_term, name_term
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.document import RowRole, Stage
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

# 农村低保安排多少 asks for money, not how many people are covered; nor 退休人员的补助 for how much of it was paid.
_MONEY_ASKED = re.compile(r"钱|元|资金|经费|预算|支出|收入|安排|拨|花|费|补[助贴]|津贴|[金款](?=$|[多是有要？?])")
_RATE_ASKED = re.compile(r"率|指标|目标|百分|比例|%|％|满意|达到|几成")
_MONEY_IN_ALL = re.compile(r"多少钱|金额|资金|合计|总共")
_ASKS_AMOUNT = re.compile(r"多少|几|计|[总共和]|加|相|吗|[金数]额|占|何|平均")
_SPENDING = re.compile(r"预算|支出|开支")
_EVERY_ONE = re.compile(r"所有|全部|[每一][个家所]")
_LEFT_OVER = re.compile(r"其[他它]各|以外|之外|除外|其余|剩下|剩余")


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
    if ask.entity != "project" or not ask.terms or not _said_as_a_column(ask.words):
        return None
    within = replace(ask, entity=None, terms=(*ask.terms, projects_term()))
    outcome = outcome_of(desk, within, sights_of(desk, within))
    return outcome if outcome.kind in ("figures", "blank") else None


def _said_as_a_column(words: str) -> bool:
    """Whether project spending is said as tables head it (项目支出, 专项业务经费); 项目经费 may be of one project."""
    key = bare(words)
    said = (key[start:end] for start, end, concept in scan(key) if concept == "project_expenditure")
    return any(text.startswith("项目支出") or not text.startswith("项目") for text in said)


_OWN_COLUMN = name_term("本级")


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
    asked = replace(ask, terms=(concept_term("budget_total"),))
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
    if (both := _own_and_unit(desk, ask, plan)) is not None:
        return both
    left_over = _LEFT_OVER.search(_beside(ask)) is not None
    if left_over and not (ask.terms or ask.excluded or ask.dropped):
        return Outcome("refusal", message=say("answer.left_over", desk.language, words=ask.words))  # 财政以外的钱
    if (chosen := _set_by_condition(desk, ask)) is not None:
        return chosen
    ask = _by_code_of_class(desk, _with_its_name(desk, ask))
    if not ask.terms and (asks_for_people(ask.words) or not _of_a_unit(desk, ask)):
        return _of_nothing_named(desk, ask)
    if (summed := _projects_named(desk, ask)) is not None:
        return summed
    ask = without_what_is_apart(ask)
    left_over = _LEFT_OVER.search(_beside(ask)) is not None
    stood_for = (
        _what_is_left(desk, ask, left_over)
        or _set_of_units(desk, ask)
        or _own_column(desk, ask)
        or _of_projects(desk, ask)
    )
    told = stood_for or _line(desk, ask, plan)
    if told.kind in ("refusal", "clarification") and is_serving(ask):
        people = people_of(desk, ask)
        return people if people.kind == "figures" else told
    return told


def _set_by_condition(desk: Desk, ask: Ask) -> Outcome | None:
    """The set that a condition chooses: 涉密的项目, 100万以上的科目."""
    if (ask.entity == "project" and (ask.filters or ask.secret)) or (ask.entity in _LISTED and ask.filters):
        return over_set(desk, replace(ask, operation=Operation.LIST))
    if ask.secret is None or ask.terms:
        return None
    operation = Operation.SUM if _MONEY_IN_ALL.search(ask.words) else Operation.LIST
    return over_set(desk, replace(ask, operation=operation, entity="project"))


def _with_its_name(desk: Desk, ask: Ask) -> Ask:
    """The ask with the line that is meant where none is named: all spending less a part, a unit's projects."""
    if ask.terms:
        return ask
    if ask.excluded and _SPENDING.search(ask.topic + ask.words):
        return replace(ask, terms=(Term("支出", "concept", "expenditure_total"),))  # 预算中不属于教育支出的有多少
    if ask.entity == "project" and _of_one_unit(desk, ask):
        return replace(ask, terms=(projects_term(),))  # 某中心项目多少钱 asks for no whole budget of it
    return ask


def _by_code_of_class(desk: Desk, ask: Ask) -> Ask:
    """The ask without the name of a class whose code it says too, which may be the name of one of its lines as well."""
    said = next((t for h, _ in holdings_of(desk, ask) if (t := name_of_class(ask.terms, h)) is not None), None)
    return ask if said is None else replace(ask, terms=tuple(t for t in ask.terms if t is not said))


def _of_nothing_named(desk: Desk, ask: Ask) -> Outcome:
    """With nothing named there is no line to look up; a total nobody asked for is no answer."""
    if ask.entity == "project":
        return over_set(desk, replace(ask, operation=Operation.LIST))
    if asks_for_people(ask.words) and ask.scope.departments:
        return people_of(desk, ask)
    return Outcome("refusal", message=say("answer.nothing_asked", desk.language))


def _sum_of_projects(desk: Desk, ask: Ask) -> Outcome | None:
    summed = over_set(desk, replace(ask, operation=Operation.SUM, entity="project"))
    return summed if summed.kind == "figures" else None


def _projects_named(desk: Desk, ask: Ask) -> Outcome | None:
    """The sum of those projects that a name or a condition picks; each of them where no amount is asked for."""
    of_projects = any(t.concept == "project_expenditure" for t in ask.terms)
    if not of_projects or ask.hints or _of_one_body(ask):
        return None
    if ask.filters and all(t.concept for t in ask.terms) and not _ASKS_AMOUNT.search(_beside(ask)):
        return over_set(desk, replace(ask, operation=Operation.LIST, entity="project"))  # 项目支出 大于100万元
    limited = ask.secret is not None or ask.filters or ask.excluded or ask.dropped
    picked = limited or any(t.kind in ("name", "like") for t in ask.terms)
    return _sum_of_projects(desk, ask) if picked else None


def _what_is_left(desk: Desk, ask: Ask, left_over: bool) -> Outcome | None:
    """What is left of a line when a part is taken out; a printed line says nothing of it, nor of what is secret."""
    if ask.excluded and (rest := remainder(desk, ask)) is not None:
        return rest
    secret = ask.secret is not None and all(t.concept for t in ask.terms)
    if not (ask.excluded or ask.dropped or left_over or secret):
        return None
    words = "、".join(t.text for t in ask.excluded) or ask.words
    return Outcome("refusal", message=say("answer.left_over", desk.language, words=words))


_HALVES = ("basic_expenditure", "project_expenditure")
_TWO = 2  # tables, one a half


def _in_both_halves(desk: Desk, ask: Ask, asked_back: Outcome) -> Outcome | None:
    """A line in all, where the basic and the project half each print it in a table of their own: 办公费一共多少."""
    line = ask.terms[0].concept if len(ask.terms) == 1 else None
    if line is None or not is_classified(line) or len(asked_back.choices) != _TWO:
        return None
    halves = tuple((*ask.terms, concept_term(half)) for half in _HALVES)
    out = together(desk, replace(ask, operation=Operation.SUM, terms=(), operands=halves, summed=False))
    parts = [f.figure for f in out.found[1:]] if out.kind == "figures" else []
    one_line = len({(f.label, f.code, f.year, f.stage) for f in parts if f is not None}) == 1
    return out if one_line and len({f.table_id for f in parts if f is not None}) == _TWO == len(parts) else None


def _set_of_units(desk: Desk, ask: Ask) -> Outcome | None:
    """The units that are meant, not a line: 四个监狱加起来, 各监狱."""
    if (ask.said_count or 0) > 1 and ask.summed and names_units(desk, ask):
        return over_set(desk, replace(ask, operation=Operation.SUM, entity="unit", said_count=None))
    if units_below_alone(ask) and ask.terms and not (ask.each or ask.hints or ask.said_count):
        return over_set(desk, replace(ask, operation=Operation.SUM))
    if (ask.each or _EVERY_ONE.search(_beside(ask))) and names_units(desk, ask):
        return over_set(desk, replace(ask, operation=Operation.SUM if ask.summed else Operation.LIST, entity="unit"))
    return None


def _line(desk: Desk, ask: Ask, plan: Plan | None) -> Outcome:
    """The line that is named; where none is found, what else its words may stand for."""
    outcome = outcome_of(desk, ask, sights_of(desk, ask))
    if (whole := _of_a_subtotal(desk, ask, outcome) or _whole_of_a_unit(desk, ask, outcome)) is not None:
        return whole
    if ask.summed and _is_one_of_many(ask, outcome):
        return over_same_named(desk, replace(ask, operation=Operation.SUM)) or not_so_many(
            desk.language, ask.said_count or 0, outcome.found
        )
    if ask.summed and outcome.kind == "clarification":
        summed = over_same_named(desk, replace(ask, operation=Operation.SUM))
        outcome = summed or _in_both_halves(desk, ask, outcome) or outcome
    if outcome.kind != "refusal":
        return outcome
    otherwise = _all_projects(desk, ask) or _as_indicator(desk, ask, plan) or _in_other_words(desk, ask)
    return otherwise or all_that_is_printed(desk, ask) or sum_of_parts(desk, ask) or outcome


def _is_one_of_many(ask: Ask, outcome: Outcome) -> bool:
    """Whether one printed line of a subject is found where so many of its name are asked for: 医疗补助两笔合计."""
    concept = ask.terms[0].concept if len(ask.terms) == 1 else None
    if concept is None or not is_classified(concept) or parts_of(concept) or outcome.kind != "figures":
        return False
    only = outcome.found[0].figure if len(outcome.found) == 1 else None
    return (ask.said_count or 0) > 1 and only is not None and only.role is RowRole.ITEM and ask.entity is None


def _all_projects(desk: Desk, ask: Ask) -> Outcome | None:
    """The projects added up, of one unit or where a sum was asked for."""
    own = {t.concept for t in ask.terms} == {"project_expenditure"} and _of_one_unit(desk, ask)
    return _sum_of_projects(desk, ask) if own or (ask.summed and ask.entity == "project") else None


def _as_indicator(desk: Desk, ask: Ask, plan: Plan | None) -> Outcome | None:
    """The indicator of just that name; one that counts is no answer where money is asked for."""
    if not ask.terms or plan is None:
        return None
    found = indicator_answer(desk, replace(ask, operation=Operation.TARGET), plan, exact_only=True)
    if found is None or found.kind not in ("figures", "quotes"):
        return None
    counts = any(f.unit and money_unit(f.unit) is None for f in found.found)
    of_each = ask.summed and "每" not in ask.words and any("“每" in f.label for f in found.found)
    return None if of_each or (counts and asks_money(ask.words)) else found  # 一共多少钱 is not what each costs


def _in_other_words(desk: Desk, ask: Ask) -> Outcome | None:
    """The line that is described, not named."""
    if not (ask.terms or ask.hints):
        return None
    wide = replace_desk(desk, describing=True)
    found = as_described(desk, ask)
    if found.kind == "clarification" and ask.summed:
        found = over_same_named(wide, replace(ask, operation=Operation.SUM)) or found
    if found.kind not in ("figures", "clarification"):
        return None
    return _of_a_subtotal(wide, ask, found) or found
