"""How much of a budget its final account came to: as printed, else worked out; in percent, two decimals."""

import re
from dataclasses import replace

from assistant.computing.arithmetic.exact import asked_of, base_of, percent
from assistant.computing.arithmetic.two_sides import OF_THE_FUND, of_the_account
from assistant.computing.figures.looking import Desk, Sight, sights_of
from assistant.computing.figures.lookup import looked_up, method_of, missing
from assistant.finding.beside import clause_of
from assistant.finding.evidence import Found, Outcome, source_of
from assistant.finding.stated import text_prints
from assistant.finding.wanted import Candidate
from assistant.plan import Ask, Operation
from assistant.saying.wordings import condition_words, place_words
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.wording.units import money_unit

_RATE = re.compile(r"(?:预算)?执行率(?:（%）|\(%\))?")
_ADJUSTED = re.compile(r"全年预算|调整(?:后的?)?预算")


def _of_another_budget(ask: Ask, basis: str) -> bool:
    """Whether a printed rate is of the year's adjusted budget where the opening one is asked for, or the other way."""
    adjusted = _ADJUSTED.search(basis) is not None
    return (adjusted and "年初" in ask.words) or (not adjusted and _ADJUSTED.search(ask.words) is not None)


def _is_carried_out(candidate: Candidate) -> bool:
    """Whether a printed rate says how far a budget was carried out: 比上年预算增长5% says nothing of that."""
    return re.search("完成|执行率", clause_of(candidate.figure, candidate.holding)) is not None


def completion(desk: Desk, ask: Ask) -> Outcome:
    """How much of the budget the final account came to, in percent; as printed, else worked out."""
    # A budget is carried out by spending it: where nothing else is named, the spending is meant.
    spent = concept_term("expenditure_total")
    terms = tuple(spent if t.concept == "budget_total" else t for t in ask.terms)
    ask = replace(ask, terms=terms or (spent,))
    plain_ask = replace(ask, operation=Operation.LOOKUP)
    told = _completion_told(desk, ask, plain_ask) or _completion_worked_out(desk, ask, plain_ask)
    if (unmet := _other_budget_stated(desk, ask, told)) is not None:
        return unmet
    fund = OF_THE_FUND.get(ask.terms[0].concept or "") if len(ask.terms) == 1 else None
    if told.kind != "refusal" or fund is None:
        return told
    return _completion_told(desk, ask, replace(plain_ask, terms=(concept_term(fund),))) or told


def _other_budget_stated(desk: Desk, ask: Ask, told: Outcome) -> Outcome | None:
    """A refusal where the amount that a question states (年初安排200万，执行到几成) is nowhere beside it."""
    stated = [replace(s, upper=s.upper or s.value) for s in ask.stated if s.sign == "=" and s.on == "amount"]
    if told.kind != "figures" or not stated:
        return None
    figures = [f.figure for f in told.found if f.figure is not None]
    printed = [p.text for f in figures if (p := desk.library.holding(f.document_id).passage_of(f)) is not None]
    budget = replace(ask, operation=Operation.LOOKUP, scope=replace(ask.scope, stages=(Stage.BUDGET.value,)))
    figures += [f.figure for f in looked_up(desk, budget).found if f.figure is not None]
    amounts = [f.amount.base for f in figures if f.amount is not None]
    for said in stated:
        unit = money_unit(said.unit)
        if unit is not None and said.value * unit.scale not in amounts and not text_prints(printed, said):
            condition = condition_words(replace(ask, filters=(said,)), desk.language).strip()
            return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=condition))
    return None


def _completion_told(desk: Desk, ask: Ask, plain_ask: Ask) -> Outcome | None:
    """The rate that is printed of a budget, where one is."""
    if plain_ask.scope.stages == (Stage.BUDGET.value,):  # 年初预算30万，执行了百分之几: the account prints the rate
        plain_ask = replace(plain_ask, scope=replace(plain_ask.scope, stages=()))
    for relation in (Relation.SHARE, Relation.RATE):
        for sight in sights_of(desk, replace(plain_ask, basis="budget"), relation):
            best = sight.choice.best
            if best is not None and _tells_completion(best, ask, relation):
                return _completion_printed(desk, sight, best)
    return None


def _tells_completion(best: Candidate, ask: Ask, relation: Relation) -> bool:
    """Whether a printed rate says how much of the budget asked for was spent."""
    basis = best.figure.basis
    if best.figure.amount is None or not basis or "预算" not in basis or _of_another_budget(ask, basis):
        return False
    return relation is Relation.SHARE or _is_carried_out(best)


def _completion_printed(desk: Desk, sight: Sight, best: Candidate) -> Outcome:
    """A printed rate of completion."""
    figure, language = best.figure, desk.language
    label = say("answer.completion_of", language, label=figure.label)
    value = figure.amount.value if figure.amount is not None else None
    found = Found(label, value, "%", [source_of(figure, best.holding)], False, figure)
    read = say("answer.read_from_text", language, page=figure.page) if best.table is None else method_of(desk, sight)
    return Outcome("figures", found=[found], method=[read], place=place_words(best, language))


def _rate_beside(desk: Desk, ask: Ask, final: Outcome) -> Outcome | None:
    """The rate that the row of what was spent prints: 年初预算数, 全年预算数, 全年执行数, 执行率 of a project.

    It is of the budget as it stood at the end; who names the opening one is given no other.
    """
    spent = final.found[0].figure
    table = desk.library.holding(spent.document_id).table_of(spent) if spent is not None else None
    if spent is None or table is None or "年初" in ask.words:
        return None
    row = [f for _, f in table.cells.get(spent.row_id or "", [])]
    rates = [
        f for f in row if f.column and _RATE.fullmatch(f.column[-1]) and f.column[:-1] == spent.column[:-1] and f.amount
    ]
    if len(rates) != 1 or rates[0].amount is None:
        return None
    label = say("answer.completion_of", desk.language, label=asked_of(ask))
    source = source_of(rates[0], desk.library.holding(spent.document_id))
    found = Found(label, rates[0].amount.value, "%", [source], False, rates[0])
    return Outcome("figures", found=[found, final.found[0]], method=final.method, place=final.place)


def _completion_worked_out(desk: Desk, ask: Ask, plain_ask: Ask) -> Outcome:
    """The final account, or what was executed, by the budget of its year."""
    final = looked_up(desk, replace(plain_ask, scope=replace(ask.scope, stages=(Stage.FINAL_ACCOUNT.value,))))
    if final.kind == "refusal" and "决算" not in ask.words:
        final = looked_up(desk, replace(plain_ask, scope=replace(ask.scope, stages=(Stage.EXECUTION.value,))))
    if final.kind != "figures":
        return final
    if (beside := _rate_beside(desk, ask, final)) is not None:
        return beside
    year = final.found[0].figure.year if final.found[0].figure else None
    of = Stage.ADJUSTED_BUDGET if _ADJUSTED.search(ask.words) else Stage.BUDGET
    scope = replace(ask.scope, stages=(of.value,), years=(year,) if year else ask.scope.years)
    budget_ask = replace(plain_ask, scope=scope)
    budget = looked_up(desk, budget_ask)
    if budget.kind == "blank":
        return missing(desk, ask, sights_of(desk, budget_ask))
    if budget.kind != "figures":
        return budget
    budget = of_the_account(desk, budget_ask, final, budget)
    if budget.found[0].figure is None:  # worked out of another year's change, which may be of another budget
        return Outcome("refusal", message=say("answer.one_side", desk.language, asked=asked_of(ask)))
    if base_of(budget.found[0]) == 0:
        return Outcome("refusal", message=say("answer.divided_by_zero", desk.language))
    value = percent(base_of(final.found[0]), base_of(budget.found[0]))
    label = say("answer.completion_of", desk.language, label=asked_of(ask))
    found = Found(label, value, "%", [*final.found[0].sources, *budget.found[0].sources], True)
    shown = [found, final.found[0], budget.found[0]]
    return Outcome("figures", found=shown, method=[*final.method, *budget.method], place=final.place)
