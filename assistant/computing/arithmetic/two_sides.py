"""The two sides of a comparison: two things, bodies, years or stages, each looked up, with what sets them apart."""

import re
from dataclasses import replace

from assistant.computing.arithmetic.changes import change
from assistant.computing.arithmetic.exact import asked_of
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.choose import same_value
from assistant.finding.evidence import Found, Outcome
from assistant.finding.holdings import department_key
from assistant.finding.scope import places_of
from assistant.lexicon import is_fund
from assistant.plan import Ask, Operation, Scope
from assistant.saying.wordings import staged
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.wording.glyphs import bare

Pair = tuple[Found, Found, list[str], str]  # the sides, how they were found, and the place of both where it is one


def two_sides(desk: Desk, ask: Ask) -> Pair | Outcome:
    """The two sides; what stands in their way, or is told in their place, where there are no two."""
    ask = _own_level_beside(desk, _without_owner(desk, in_year_of_account(desk, ask)))
    if (many := _more_than_two(desk, ask)) is not None:
        return many
    plain_ask = replace(ask, operation=Operation.LOOKUP)
    if ask.base_scope is not None or (ask.base and not ask.scope.pairs):
        return _sides_said(desk, ask, replace(plain_ask, base=(), base_scope=None))
    if len(ask.scope.stages) == 2:
        return _of_two_stages(desk, ask, plain_ask)
    both = looked_up(desk, plain_ask)
    if both.kind != "figures":
        return both
    if len(both.found) == 1 and ask.basis == "last_year" and ask.operation is Operation.RATIO:
        return _beside_last_year(desk, ask, plain_ask, both)
    if len(both.found) > 1:
        one, other = _later_first(ask, both.found[0], both.found[1])
        return one, other, both.method, both.place
    if ask.basis is not None:
        return change(desk, replace(ask, operation=Operation.CHANGE))
    message = say("answer.one_side", desk.language, asked=asked_of(ask))
    return Outcome("refusal", message=message, found=both.found, place=both.place)


def _later_first(ask: Ask, one: Found, other: Found) -> tuple[Found, Found]:
    """Both sides of a ratio, the later year first where a growth is asked for, else as they are: 两年涨了几倍."""
    dated = [f.figure.year for f in (one, other) if f.figure is not None and f.figure.year is not None]
    if ask.operation is not Operation.RATIO or ask.direction != "increase" or len(dated) != 2 or dated[0] >= dated[1]:
        return one, other
    return other, one


def _more_than_two(desk: Desk, ask: Ask) -> Outcome | None:
    """A refusal where more bodies are named than the two sides there are: 甲乙丙三家差多少, 甲和乙加起来比丙多多少."""
    other = ask.base_scope.departments if ask.base_scope is not None else ()
    named = set(ask.scope.departments) | set(other)
    if len(named) < 3 and not (ask.base != ask.terms and ask.base and len(ask.scope.departments) > 1):
        return None
    if ask.scope.pairs:
        return None
    return Outcome("refusal", message=say("answer.which_two", desk.language, count=len(named)))


_JOINS = r"[、和与跟及同]"
_OWN_AND = re.compile(rf"本[级部]{_JOINS}|{_JOINS}[^，,。]{{0,6}}本[级部]")


def _without_owner(desk: Desk, ask: Ask) -> Ask:
    """The ask of two units without the department that only says whose they are: 某局的两家单位，甲中心比乙站高多少."""
    scopes = [ask.scope, *([ask.base_scope] if ask.base_scope is not None else [])]
    named = [own for scope in scopes for own in scope.body_by_body()]
    if len(named) != 3 or ask.scope.pairs or len({own.departments for own in named}) != 3:
        return ask
    together = replace(ask.scope, departments=tuple(own.departments[0] for own in named))
    kept = {place.unit for options in places_of(desk.library, together, desk.units) for place in options}
    units = [own for own in named if kept & set(own.departments[0])]
    owner = next((own.said[0] for own in named if own not in units), "")
    beside = rf"(?:{_JOINS}\s*{re.escape(owner)}|{re.escape(owner)}\s*{_JOINS})"
    if len(kept) != 2 or len(units) != 2 or re.search(beside, ask.words):
        return ask  # 某局和甲中心、乙站: three sides
    one, other = units
    if ask.base_scope is not None:
        return replace(ask, scope=one, base_scope=other, said_count=None, entity=None)
    both = replace(ask.scope, departments=(*one.departments, *other.departments), said=(*one.said, *other.said))
    return replace(ask, scope=both)


def _own_level_beside(desk: Desk, ask: Ask) -> Ask:
    """The ask of a department's own level held against a unit of it: 某局本级和下属中心的接待费差多少."""
    if not ask.scope.own_level or ask.base_scope is not None:
        return ask
    named = ask.scope.body_by_body()
    places = [[p for options in places_of(desk.library, one, desk.units) for p in options] for one in named]
    units = [one for one, own in zip(named, places, strict=True) if own and all(p.unit for p in own)]
    owners = {department_key(p.documents[0]) for own in places for p in own}
    if len(units) != 1 or len(owners) != 1 or len(named) > 2:
        return ask
    if len(named) == 1 and not _OWN_AND.search(ask.words):
        return ask  # 下属中心本级
    owner = replace(ask.scope, departments=(tuple(owners),), said=tuple(owners))
    sides = (owner, replace(units[0], own_level=False))
    first, second = sides if ask.words.find("本") < ask.words.find(units[0].said[0]) else reversed(sides)
    return replace(ask, scope=first, base_scope=second)


def _sides_said(desk: Desk, ask: Ask, plain_ask: Ask) -> Pair | Outcome:
    """Both sides where the other one is said: 甲局比乙局, 项目支出和基本支出."""
    one = looked_up(desk, plain_ask)
    other_ask = replace(plain_ask, terms=ask.base or ask.terms, scope=ask.base_scope or ask.scope)
    other = looked_up(desk, other_ask)
    for outcome in (one, other):
        if outcome.kind != "figures":
            return outcome
    other = of_the_account(desk, other_ask, one, other)
    only_one = Outcome("refusal", message=say("answer.one_side", desk.language, asked=asked_of(ask)))
    figure = one.found[0].figure
    if figure is not None and figure is other.found[0].figure:  # nothing is held against itself
        return only_one
    if _crosswise(one.found[0], other.found[0]):
        other = _of_the_same_row(desk, replace(plain_ask, scope=other_ask.scope), ask, one.found[0])
        if other.kind != "figures" or _crosswise(one.found[0], other.found[0]):
            return only_one
    _set_apart(desk, ask, one, other)
    return one.found[0], other.found[0], [*one.method, *other.method], one.place if one.place == other.place else ""


def _set_apart(desk: Desk, ask: Ask, one: Outcome, other: Outcome) -> None:
    """Name the sides by what sets them apart: the fund of the other, their stages, their places."""
    first, second = one.found[0], other.found[0]
    if first.label == second.label and (funds := [t.text for t in ask.base if is_fund(t.concept)]):
        second.label += say("answer.of_fund", desk.language, fund="、".join(funds))
    stages = {side.figure.stage for side in (first, second) if side.figure is not None}
    for side in (first, second) if len(stages) == 2 else ():
        side.label = staged(side.label, side.figure, desk.language)
    if one.place != other.place:
        for outcome in (one, other):
            outcome.found[0].label = outcome.place + outcome.found[0].label


def _of_two_stages(desk: Desk, ask: Ask, plain_ask: Ask) -> Pair | Outcome:
    """One figure at two stages: the budget and the account."""
    asks = [replace(plain_ask, scope=replace(ask.scope, stages=(stage,))) for stage in ask.scope.stages]
    sides = [looked_up(desk, own) for own in asks]
    for outcome in sides:
        if outcome.kind != "figures":
            return outcome
    if Stage.BUDGET.value in ask.scope.stages:
        at = ask.scope.stages.index(Stage.BUDGET.value)
        sides[at] = of_the_account(desk, asks[at], sides[1 - at], sides[at])
    for outcome in sides:
        found = outcome.found[0]
        found.label = outcome.place + staged(found.label, found.figure, desk.language)
    return sides[0].found[0], sides[1].found[0], [*sides[0].method, *sides[1].method], ""


def in_year_of_account(desk: Desk, ask: Ask) -> Ask:
    """The ask with the year of its final account where none is said: no account is held to a later year's budget."""
    scopes = [s for s in (ask.scope, ask.base_scope) if s is not None]
    account, opening = Stage.FINAL_ACCOUNT.value, Stage.BUDGET.value
    stages = {stage for s in scopes for stage in s.stages}
    dated = any(s.years or s.relative_years or s.pairs for s in scopes) or ask.basis_year is not None
    if dated or not {account, opening} <= stages:
        return ask
    of_account = next(s for s in scopes if account in s.stages)
    looked = replace(
        ask, operation=Operation.LOOKUP, base=(), base_scope=None, scope=replace(of_account, stages=(account,))
    )
    final = looked_up(desk, looked)
    figure = final.found[0].figure if final.kind == "figures" else None
    if figure is None or figure.year is None:
        return ask
    other = replace(ask.base_scope, years=(figure.year,)) if ask.base_scope is not None else None
    return replace(ask, scope=replace(ask.scope, years=(figure.year,)), base_scope=other)


def _beside_last_year(desk: Desk, ask: Ask, plain_ask: Ask, both: Outcome) -> Pair | Outcome:
    """A figure and the same of the year before."""
    earlier = looked_up(desk, replace(plain_ask, basis=None, basis_year=None, scope=_a_year_before(ask.scope)))
    if earlier.kind != "figures" or not earlier.found:
        return earlier
    before = earlier.found[-1]
    before.label = say("answer.in_year", desk.language, year=_year_before(both.found[0])) + before.label
    return both.found[0], before, [*both.method, *earlier.method], both.place


def final_beside(desk: Desk, budget: Figure) -> list[Figure]:
    """The final amounts that are printed in the passage of an opening budget, of the same line."""
    return [
        f
        for f in desk.library.holding(budget.document_id).spoken
        if (f.passage_id, f.label, f.year, f.stage)
        == (budget.passage_id, budget.label, budget.year, Stage.FINAL_ACCOUNT)
        and f.relation is Relation.AMOUNT
        and f.amount is not None
    ]


#: What stands for each total of an account where its opening budget is told.
OF_THE_FUND = {  # what the sentence of an account that prints its opening budget calls these totals
    "expenditure_total": "general_public_expenditure",
    "expenditure_this_year": "general_public_expenditure",
    "fiscal_expenditure": "general_public_expenditure",
}


def of_the_account(desk: Desk, plain_ask: Ask, one: Outcome, other: Outcome) -> Outcome:
    """The budget a final account is held against: the one it prints itself, not one that a later budget tells of.

    It prints that of 一般公共预算 only, which is the whole where the account beside it is what was found of the whole.
    """
    account = one.found[0].figure
    worked_out = other.found[0].computed and other.found[0].figure is None
    if not worked_out or account is None or account.stage is not Stage.FINAL_ACCOUNT or len(plain_ask.terms) != 1:
        return other
    fund = OF_THE_FUND.get(plain_ask.terms[0].concept or "")
    if fund is None:
        return other
    term = concept_term(fund)
    printed = looked_up(replace(desk, derive=None), replace(plain_ask, terms=(term,)))
    if printed.kind != "figures" or (opening := printed.found[0].figure) is None:
        return other
    own = opening.document_id == account.document_id and opening.passage_id is not None
    beside = final_beside(desk, opening) if own else []
    return printed if len(beside) == 1 and same_value(beside[0], account) else other


def _a_year_before(scope: Scope) -> Scope:
    return replace(scope, years=tuple(y - 1 for y in scope.years), relative_years=() if scope.years else (-1,))


def _year_before(found: Found) -> int | str:
    return found.figure.year - 1 if found.figure is not None and found.figure.year else ""


def _crosswise(one: Found, other: Found) -> bool:
    """Whether two figures of one table share neither row nor column: 甲市's 公交补助 and all that 乙县 gets."""
    first, second = one.figure, other.figure
    if first is None or second is None or first.table_id is None or first.table_id != second.table_id:
        return False
    if "income_expenditure" in first.table_kind:
        return False  # income and spending beside each other, each with its own rows and columns
    if all(f.column and bare(f.column[0]) in bare(f.label) for f in (first, second)):
        return False  # 人员经费合计 under 人员经费, 公用经费合计 under 公用经费: each the total of its half
    balances = all(_BALANCE.fullmatch(bare(side.row or "")) for f in (one, other) for side in f.sources)
    return first.row_id != second.row_id and first.column != second.column and not balances


# What an account brings in stands on its income's side, what is left on its spending's: 年初结转和结余, 年末结转和结余.
_BALANCE = re.compile(r"[一二三四五六七八九十、]*(?:年初|上年|年末|期初|期末)(?:财政拨款)?结[转余]和?(?:结余)?")


def _of_the_same_row(desk: Desk, plain_ask: Ask, ask: Ask, one: Found) -> Outcome:
    """The other side, with what the first says beside the name of its column."""
    column = bare("".join(one.figure.column)) if one.figure is not None else ""
    shared = tuple(t for t in ask.terms if t.text not in column and not any(name in column for name, _ in t.names))
    return looked_up(desk, replace(plain_ask, terms=(*ask.base, *shared)))
