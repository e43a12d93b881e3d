"""Parts of wholes: shares, in percent, two decimals."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from assistant.computing.arithmetic.exact import base_of, division, percent
from assistant.computing.arithmetic.income_of_year import fiscal_of_income
from assistant.computing.arithmetic.together import share_of_parts
from assistant.computing.arithmetic.two_departments import other_department
from assistant.computing.arithmetic.within_unit import bought_elsewhere, is_only_row, of_another_unit
from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import found_of, looked_up
from assistant.computing.figures.otherwise import all_that_is_printed, as_described
from assistant.computing.figures.whole_term import of_whole_term
from assistant.finding.evidence import Found, Outcome, source_of
from assistant.finding.matching import label_cost
from assistant.finding.scope import places_of
from assistant.finding.wanted import Candidate
from assistant.lexicon import HALVES, TOTALS, concepts, concepts_in, is_fund, parts_of, scan
from assistant.plan import Ask, Operation, Scope, Term
from assistant.understand.clauses.named_things import projects_term
from assistant.understand.clauses.parting import axis_of
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.units import Unit, UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.names import strip_enumerator
from ingest.wording.units import money_unit


def of_each_body(desk: Desk, ask: Ask, asked: Callable[[Desk, Ask], Outcome]) -> Outcome:
    """A share or a completion of every body named; where one has none, that is the answer."""
    ask = _of_a_unit_in_all(desk, ask)
    scope = ask.scope
    of_all = ask.base_scope is not None and ask.base_scope == replace(scope, kinds=("department",))
    of_all = of_all and len(places_of(desk.library, scope, desk.units)) == len(
        scope.departments
    )  # 甲局下属乙中心 is one
    if len(scope.departments) < 2 or (ask.base_scope and not of_all) or len(scope.said) != len(scope.departments):
        return asked(desk, ask)
    if not ask.each and _only_says_whose(desk, ask):
        return asked(desk, ask)  # 某局 某中心 项目支出占支出的比例
    out = Outcome("figures")
    for own in scope.body_by_body():
        one = asked(desk, replace(ask, scope=own, base_scope=replace(own, kinds=("department",)) if of_all else None))
        if one.kind != "figures":
            return one
        for found in one.found:
            found.label = one.place + found.label if one.place not in found.label else found.label
        out.found.extend(one.found)
        out.method.extend(one.method)
    return out


_IN_ALL = re.compile(r"占(?:[总全]|合计|总计|部门)")


def _of_a_unit_in_all(desk: Desk, ask: Ask) -> Ask:
    """The share of a unit in the same line of the department: 甲局 收入 乙中心占比, 甲局项目支出里乙中心那家占几成."""
    bodies = ask.scope.body_by_body()
    one_line = bool(ask.terms) != bool(ask.base)
    if ask.base_scope or not one_line or len(bodies) != 2 or len(places_of(desk.library, ask.scope, desk.units)) != 1:
        return ask
    whole, part = sorted(bodies, key=lambda own: _is_unit(desk, own))
    takes_up = re.search(rf"{re.escape(part.said[0])}\s*(?:[这那][一个]?[家个所]?)?(?:单位)?\s*所?占", ask.words)
    if not (ask.base or takes_up or _IN_ALL.search(ask.words)):
        return ask
    return replace(ask, terms=(), base=ask.terms or ask.base, scope=part, base_scope=whole)


def _only_says_whose(desk: Desk, ask: Ask) -> bool:
    """Whether a department is named right before its unit, and so only says whose the unit is."""
    one, other = ask.scope.said[:2]
    named = re.search(rf"{re.escape(one)}(?:的|下属的?|所属的?|直属的?)?\s*{re.escape(other)}", ask.words) is not None
    return named and len(ask.scope.departments) == 2 and len(places_of(desk.library, ask.scope, desk.units)) == 1


def _is_unit(desk: Desk, scope: Scope) -> bool:
    """Whether a scope is of a unit below a department."""
    return any(p.unit for options in places_of(desk.library, scope, desk.units) for p in options)


def share(desk: Desk, ask: Ask, part: Outcome | None = None) -> Outcome:
    """A part of its whole in percent; the whole is what is said, else the total the part belongs to."""
    if not (ask.terms or ask.base or ask.inner or ask.filters):
        return Outcome("refusal", message=say("answer.nothing_asked", desk.language))  # no part is named
    if (outside := _outside_of_it(ask)) is not None:
        said = {"one": outside, "other": ask.base[0].text}
        return Outcome("refusal", message=say("answer.not_a_part", desk.language, **said))
    ask, plain_ask, whole_scope = _part_and_whole(desk, ask, part is not None)
    part = part or _column_of_line(desk, plain_ask, ask.base) or _of_the_fund(desk, plain_ask, ask.base)
    part = part or _of_the_years_income(desk, plain_ask, ask, whole_scope) or looked_up(desk, plain_ask)
    if part.not_printed and (described := as_described(desk, plain_ask)).kind == "figures":
        part = described  # 区域协审经费 in a column beside 审计服务
    if part.kind != "figures":
        return part
    first = part.found[0]
    elsewhere = ask.base_scope is not None and ask.base_scope.departments != ask.scope.departments
    printed = None if elsewhere else _share_printed(desk, ask, plain_ask, part)
    if not ask.base and printed is not None:
        return printed
    plain_ask = replace(plain_ask, level=None, entity=None)
    if not ask.base and len(ask.terms) > 1:  # 采购预算给中小企业留的占比, 购房补贴 住房保障支出 占比
        ask = replace(ask, base=_nearest_whole(desk, plain_ask, ask.terms, first))
    terms = ask.base or whole_of(ask, first)
    line = next((f for f in part.found if f.figure is not None), first) if first.computed else first
    whole_ask = replace(plain_ask, terms=terms, filters=(), scope=whole_scope)
    whole = _line_above(desk, plain_ask, line, ask.base) or looked_up(desk, whole_ask)
    if _of_another_stage(first, whole):  # an account is no part of a budget that a later one tells of
        whole = looked_up(desk, replace(whole_ask, scope=replace(whole_scope, stages=(Stage.FINAL_ACCOUNT.value,))))
        if whole.kind == "figures" and _of_another_stage(first, whole):
            return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    if whole.kind == "clarification" and printed is not None:
        return printed
    if whole.kind != "figures":
        concept = terms[0].concept or ""
        of_parts = share_of_parts(desk, replace(plain_ask, scope=whole_scope), first, concept)
        if of_parts is not None:
            return replace(of_parts, place=part.place)
        if not ask.base and not parts_of(concept):
            whole = looked_up(desk, replace(plain_ask, terms=(projects_term(),), scope=whole_scope))
        elif ask.base:
            whole = all_that_is_printed(desk, whole_ask) or whole
    if whole.kind != "figures":
        return whole
    if elsewhere and (of := other_department(desk, first, whole.found[0])) is not None:
        return Outcome("refusal", message=say("answer.not_a_part", desk.language, one=first.label, other=of))
    if bought_elsewhere(desk, first, whole.found[0]):
        bought = looked_up(desk, replace(plain_ask, terms=(*plain_ask.terms, concept_term("procurement"))))
        part = bought if bought.kind == "figures" else part  # what of 审计业务 is bought
    return divided(desk, part, whole, printed)


def _outside_of_it(ask: Ask) -> str | None:
    """What is said to be a part of 三公经费 and by definition is none: 会议费; None where nothing is."""
    if len(ask.base) != 1 or ask.base[0].concept != "three_public" or len(ask.terms) != 1:
        return None
    said = ask.terms[0]
    line = concepts()[said.concept] if said.concept else None
    inside = line is None or line.part_of == "three_public" or line.id in parts_of("three_public")
    return None if inside or line is None or line.group != "item" else said.text


def _part_and_whole(desk: Desk, ask: Ask, is_found: bool) -> tuple[Ask, Ask, Scope]:
    """The ask with the whole that is meant, the ask of its part, and whose the whole is."""
    plain_ask = replace(ask, operation=Operation.LOOKUP, base=(), base_scope=None)
    whole_scope = ask.base_scope or ask.scope
    of_unit = whole_scope.kinds == ("department",) and _is_of_unit(desk, ask)
    if of_unit:  # 甲中心的三公占全局的几成: the same line of all
        whole_scope = replace(_department_scope(desk, ask), kinds=("department",))
        ask = replace(ask, base=ask.base or ask.terms)
    elif whole_scope.kinds == ("department",) and ask.scope.own_level:
        ask = replace(ask, base=ask.base or ask.terms)  # 本级的项目支出占部门的几成
    if not ask.terms and ask.base and not is_found:  # a part picked by its rank is of the same body
        plain_ask = replace(plain_ask, terms=ask.base)
        whole_scope = whole_scope if of_unit else ask.base_scope or _department_scope(desk, ask)
    return ask, plain_ask, whole_scope


def divided(desk: Desk, part: Outcome, whole: Outcome, printed: Outcome | None) -> Outcome:
    """A part by its whole; the share that is printed where the one found is no part of the other."""
    language = desk.language
    first, other = part.found[0], whole.found[0]
    if not _are_comparable(first, other):
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    if base_of(other) == 0:
        return Outcome("refusal", message=say("answer.divided_by_zero", language))
    value = percent(base_of(first), base_of(other))
    all_of_it = value == 100 and (is_only_row(first, other) or not _of_one_line(first, other))
    within = (value < 100 or all_of_it) and not of_another_unit(first, other)
    if not within or first.sources == other.sources or bought_elsewhere(desk, first, other):
        message = say("answer.not_a_part", language, one=first.label, other=other.label)
        return printed or Outcome("refusal", message=message)
    label = say("answer.share_of", language, one=first.label, other=other.label)
    found = Found(label, value, "%", [*first.sources, *other.sources], True)
    method = [division(first, other), *part.method, *whole.method]
    return Outcome("figures", found=[found, first, other], method=method, place=part.place)


def _are_comparable(first: Found, other: Found) -> bool:
    """Whether two figures are of one measure: printed, or amounts of money that were worked out."""
    summed = first.computed and money_unit(first.unit) is not None  # a line printed once a subject
    worked_back = other.figure is None and other.computed and money_unit(other.unit) is not None  # a year not printed
    if not (other.figure or worked_back) or not (summed or first.figure is not None):
        return False
    if first.figure and other.figure and not _of_one_measure(first.figure.unit, other.figure.unit):
        return False
    return not worked_back or money_unit(first.unit) is not None


def _of_another_stage(part: Found, whole: Outcome) -> bool:
    """Whether a part is of a final account and its whole was worked back from the change a later budget prints."""
    of = whole.found[0] if whole.kind == "figures" and whole.found else None
    settled = part.figure is not None and part.figure.stage is Stage.FINAL_ACCOUNT
    return settled and of is not None and of.figure is None and of.computed


def _share_printed(desk: Desk, ask: Ask, plain_ask: Ask, part: Outcome) -> Outcome | None:
    """The share as a sentence states it: of the whole it names, which has to be the one asked about where one is."""
    shares = [s.choice.best for s in sights_of(desk, plain_ask, Relation.SHARE) if s.choice.best is not None]
    if len(shares) != 1 or shares[0].figure.amount is None:
        return None
    best, figure = shares[0], shares[0].figure
    if ask.inner is not None and bare(part.found[0].label) not in bare(figure.label):
        return None  # what a sentence says of all projects is no share of the largest
    of = figure.basis or _told_under(best)
    if _OWN_BUDGET.fullmatch(bare(of)) or not all(label_cost(term, bare(of)) is not None for term in ask.base):
        return None  # 完成预算的85% is how far it was spent, and no share of a whole
    label = say("answer.share_printed", desk.language, label=part.found[0].label, basis=_bracketed(figure.basis))
    found = Found(label, shares[0].figure.amount.value, "%", [source_of(figure, best.holding)], False, figure)
    method = [say("answer.read_from_text", desk.language, page=figure.page)]
    return Outcome("figures", found=[found, part.found[0]], method=method, place=part.place)


_OWN_BUDGET = re.compile(r"(?:年初|全年|当年|调整)?预算数?")
_STRUCTURE = re.compile(r"(?P<whole>.{4,}?)(?:规模)?(?:支出)?(?:结构|构成)(?:变化)?(?:情况|说明)*$")


def _told_under(share: Candidate) -> str:
    """The whole that a heading says shares below it are of, where none of them does: 一般公共预算当年拨款结构情况."""
    passage = share.holding.passage_of(share.figure)
    told = _STRUCTURE.search(strip_enumerator(passage.section[-1])[1]) if passage and passage.section else None
    return told["whole"] if told is not None else ""


def _of_one_measure(part: Unit, whole: Unit) -> bool:
    """Whether one unit may be a part of the other: money of money, people of people."""
    return part.kind is UnitKind.MONEY or (part.kind is whole.kind is UnitKind.COUNT and part.name == whole.name)


def _bracketed(basis: str | None) -> str:
    """The whole a printed share is of, in brackets; nothing where none is printed."""
    return f"（{basis}）" if basis else ""


def _of_one_line(part: Found, whole: Found) -> bool:
    """Whether two equal figures are one line printed twice, or two names of the grand total."""
    if bare(part.label) == bare(whole.label):
        return True
    if _KEPT_FOR.search(part.label) and not _KEPT_FOR.search(whole.label):
        return False  # all that is bought is kept for small firms
    said = [{concept for _, _, concept in scan(bare(found.label))} for found in (part, whole)]
    return all(found and found <= set(TOTALS) for found in said) or (bool(said[0]) and said[0] == said[1])


def _of_the_fund(desk: Desk, plain_ask: Ask, base: tuple[Term, ...]) -> Outcome | None:
    """The part as far as its whole holds it: 教育支出 in 一般公共预算支出, 差旅费 in 基本支出.

    None where the whole is no fund and no half of spending, where the part is one or names one, or is not printed so.
    """
    table = concepts()
    funds = [c for t in base if t.concept for c in (t.concept, *table[t.concept].made_of) if _divides(c)]
    said = {c for t in plain_ask.terms if t.concept for c in (t.concept, *table[t.concept].made_of)}
    in_fund = bool(funds) and is_fund(funds[0]) and not any(map(is_fund, said))  # 项目支出 within 一般公共预算
    if len(funds) != 1 or not plain_ask.terms or (any(map(_divides, said)) and not in_fund):
        return None
    paid = concept_term(funds[0])
    found = looked_up(desk, replace(plain_ask, terms=(*plain_ask.terms, paid)))
    return found if found.kind == "figures" and not any(map(of_whole_term, found.found)) else None


def _column_of_line(desk: Desk, plain_ask: Ask, base: tuple[Term, ...]) -> Outcome | None:
    """What of a line is of one fund or kind of spending, where that is the part: 监狱支出中项目支出占几成.

    None where the whole is no line, or the part no column; the part is of the line then and of nothing wider.
    """
    columns = bool(plain_ask.terms) and all(t.concept and axis_of(t) for t in plain_ask.terms)
    if not columns or len(base) != 1 or base[0].concept in TOTALS or _OF_ALL.search(base[0].text):
        return None
    if base[0].concept and concepts()[base[0].concept].group not in (None, "", "item"):
        return None
    return looked_up(desk, replace(plain_ask, terms=(*base, *plain_ask.terms)))


_OF_ALL = re.compile(r"[总合]计|总[额支收预]")


def _of_the_years_income(desk: Desk, plain_ask: Ask, ask: Ask, whole_scope: Scope) -> Outcome | None:
    """The part as the row of the whole prints it, where that is a year's income and the part its fiscal money."""
    if len(ask.base) != 1 or ask.base[0].concept != "income_total" or whole_scope != ask.scope:
        return None
    return fiscal_of_income(desk, plain_ask, looked_up(desk, replace(plain_ask, terms=ask.base, filters=())))


def _divides(concept: str) -> bool:
    return is_fund(concept) or concept in HALVES


def _nearest_whole(desk: Desk, plain_ask: Ask, said: tuple[Term, ...], part: Found) -> tuple[Term, ...]:
    """The least thing said beside a part that is more than it: 政府采购 中小企业预留 小微企业 占比 is of the second."""
    wholes = [(base, term) for term in said if (base := _more_than(desk, plain_ask, term, part)) is not None]
    return (min(wholes, key=lambda whole: whole[0])[1],) if wholes else ()


def _more_than(desk: Desk, plain_ask: Ask, said: Term, part: Found) -> Decimal | None:
    """The amount of a thing said beside a part, alone, where it is more than the part."""
    whole = looked_up(desk, replace(plain_ask, terms=(said,)))
    one = whole.found[0] if whole.kind == "figures" else None
    if one is None or one.figure is None or part.figure is None or one.figure.unit.kind is not part.figure.unit.kind:
        return None
    return base_of(one) if base_of(one) > base_of(part) else None


def _line_above(desk: Desk, ask: Ask, part: Found, base: tuple[Term, ...]) -> Outcome | None:
    """The line a part is printed under, in its own column, where that is the whole named: both of one fund then."""
    figure = part.figure
    if figure is not None and figure.row_id is None and len(base) == 1:
        return _told_above(desk, ask, figure, base)
    if figure is None or figure.row_id is None or len(base) != 1:
        return None
    holding = desk.library.holding(figure.document_id)
    table = holding.table_of(figure)
    row = holding.rows.get(figure.row_id)
    column = next((i for i, f in row.cells if f.id == figure.id), None) if row is not None else None
    while row is not None and table is not None and column is not None:
        row = holding.rows.get(row.row.parent_id or "")
        cost = label_cost(base[0], row.key) if row is not None else None
        cell = next((f for i, f in row.cells if i == column), None) if row is not None else None
        if row is not None and cell is not None and cell.amount is not None and cost is not None and cost <= _EXACT:
            line = Candidate(cell, holding, table, row, table.columns[column], cost)
            return Outcome("figures", found=[found_of(desk, replace(ask, terms=base), line)])
    return None


_EXACT = 0.4


def _told_above(desk: Desk, ask: Ask, part: Figure, base: tuple[Term, ...]) -> Outcome | None:
    """The amount or count that a sentence tells a part of, where it is the whole named: 保有量9辆，其中轿车3辆."""
    holding = desk.library.holding(part.document_id)
    above = part.column[-1] if part.column else ""
    cost = label_cost(base[0], bare(above))
    counted = part.unit.kind is UnitKind.COUNT and base[0].text in bare(above)
    if not above or not (counted or (cost is not None and cost <= _EXACT)):
        return None
    told = (part.passage_id, part.year, part.stage, part.unit.kind, Relation.AMOUNT, above)
    for figure in holding.spoken:
        own = (figure.passage_id, figure.year, figure.stage, figure.unit.kind, figure.relation, figure.label)
        if own == told and figure.amount is not None:
            line = Candidate(figure, holding, None, None, None, 0.0)
            return Outcome("figures", found=[found_of(desk, replace(ask, terms=base), line)])
    return None


def _is_of_unit(desk: Desk, ask: Ask) -> bool:
    """Whether an ask with a whole elsewhere is of a unit below a department."""
    return ask.base_scope is not None and _is_unit(desk, ask.scope)


def _department_scope(desk: Desk, ask: Ask) -> Scope:
    """The scope of the department a unit belongs to."""
    options = [p for found in places_of(desk.library, ask.scope, desk.units) for p in found]
    keys = tuple(dict.fromkeys((p.key,) for p in options))
    return replace(ask.scope, departments=keys, said=tuple(p.name for p in options)[: len(keys)], own_level=False)


def whole_of(ask: Ask, part: Found) -> tuple[Term, ...]:
    """The total that a part belongs to, where none is said."""
    row = part.sources[0].row or ""
    spoken = tuple(t for t in ask.context if t not in ask.terms)
    if part.figure is not None and part.figure.unit.kind is UnitKind.COUNT and spoken:
        return spoken[:1]  # 有多少供养人员？行政编制的占百分之几: of those counted before
    income = "收入" in row and "支出" not in row
    parts = {"abroad", "vehicle", "vehicle_purchase", "vehicle_running", "reception"}
    table = concepts()
    said_of = {t.concept for t in ask.terms if t.concept}
    if not said_of and "采购" in ask.words:
        said_of = set(concepts_in(bare(row)))  # 政府采购中买货的部分: by its row
    if said_of & parts:
        concept = "three_public"
    elif any(table[c].part_of for c in said_of) or _narrows_procurement(ask, said_of):
        concept = "procurement"
    else:
        concept = "income_total" if income else "expenditure_total"
    said = {"income_total": "收入", "expenditure_total": "支出"}  # without what is carried over to the next year
    return (Term(said.get(concept, table[concept].words[0]), "concept", concept),)


def _narrows_procurement(ask: Ask, said_of: set[str]) -> bool:
    """Whether what is named is for whom a part of what is bought is kept: 政府采购预留中小企业, no line of its own."""
    named = [t for t in ask.terms if t.concept is None and _KEPT_FOR.search(t.text)]
    return bool(named) and said_of <= {"procurement"} and (bool(said_of) or "采购" in ask.words)


_KEPT_FOR = re.compile(r"预留|留给|面向|小微|中小")
