"""The fiscal money within a year's income: what came in this year, without what was carried in from the last."""

from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import found_of
from assistant.finding.evidence import Found, Outcome
from assistant.finding.matching import label_cost
from assistant.finding.wanted import Candidate
from assistant.plan import Ask
from assistant.understand.words.concept_terms import concept_term

_FISCAL = ("fiscal", "fiscal_income")
_EXACT = 0.4


def fiscal_of_income(desk: Desk, ask: Ask, whole: Outcome) -> Outcome | None:
    """The fiscal money that the row of a total of income prints beside it: 本年收入合计, 财政拨款收入.

    A table of fiscal money alone ends in a total with what was carried in, which is no part of that income. None where
    another part is named, or no table prints the two in one row.
    """
    figure = whole.found[0].figure if whole.kind == "figures" and len(whole.found) == 1 else None
    if len(ask.terms) != 1 or ask.terms[0].concept not in _FISCAL or figure is None or figure.amount is None:
        return None
    holding = desk.library.holding(figure.document_id)
    income = concept_term("fiscal_income")
    made: list[Candidate] = []
    for table in holding.tables:
        if "收入" not in table.key or "支出" in table.key:
            continue
        for row in table.rows:
            cells = {at: f for at, f in row.cells if f.year == figure.year and f.stage is figure.stage and f.amount}
            whole_there = any(
                table.columns[at].is_total and f.amount is not None and f.amount.base == figure.amount.base
                for at, f in cells.items()
            )
            if not row.is_total or not whole_there:
                continue
            made += [
                Candidate(f, holding, table, row, table.columns[at], 0.0)
                for at, f in cells.items()
                if (cost := label_cost(income, table.columns[at].joined)) is not None and cost <= _EXACT
            ]
    if len({c.base for c in made}) != 1:
        return None
    return Outcome("figures", found=[_named(found_of(desk, ask, made[0]), made[0])], place=whole.place)


def _named(found: Found, candidate: Candidate) -> Found:
    """A figure called by its column: its row only says that it is a total."""
    found.label = candidate.figure.column[-1] if candidate.figure.column else found.label
    return found
