"""The further classifications of a row: the function or the government's economic item printed beside its own name.

A row of the 支出总表 in Beijing's form is named 租赁费 and prints 2010806-信息化建设 in a column before it.
"""

import re
from collections.abc import Callable

from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.matching import code_cost
from assistant.plan import Term
from ingest.wording.glyphs import bare

Costs = Callable[[str], tuple[float | None, ...]]  # what each term costs on a label
_CLASSED = 0.4
_AS_WHOLE = 0.5  # the cost of a label that is the thing named, not only holds its words
_AT_MOST = 24  # characters of a cell that classifies its row; longer ones describe it
_CLASS = re.compile(r"e5\d\d(?:\d\d)?")
_CELL = re.compile(r"^(?P<code>\d{2,14})?[-_ ]?(?P<name>[^\d-].*)?$")


def classed(terms: tuple[Term, ...], holding: Holding, row: RowView, costs_of: Costs) -> dict[int, float]:
    """What the terms cost that a row's further classifications carry by code or name, by their place."""
    found: dict[int, float] = {}
    for cell in holding.texts.get(row.row.id, ()):
        for at, cost in _cell_costs(terms, cell.text, costs_of):
            found[at] = min(found.get(at, cost), cost)
    return found


def classes_reach(term_at: int, terms: tuple[Term, ...], holding: Holding, table: TableView, costs_of: Costs) -> bool:
    """Whether any row of a table carries a term in its further classifications."""
    cells = {cell.text for row in table.rows for cell in holding.texts.get(row.row.id, ())}
    return any(at == term_at for text in cells for at, _ in _cell_costs(terms, text, costs_of))


def _cell_costs(terms: tuple[Term, ...], text: str, costs_of: Costs) -> list[tuple[int, float]]:
    printed = _CELL.match(bare(text)) if len(text) <= _AT_MOST else None
    if printed is None:
        return []
    named, code = costs_of(printed["name"] or ""), printed["code"]
    costs = [
        code_cost(term, code) if term.kind == "code" else 0.0 if _is_under(code, term) else named[at]
        for at, term in enumerate(terms)
    ]
    return [(at, _CLASSED + cost) for at, cost in enumerate(costs) if cost is not None and cost <= _AS_WHOLE]


def _is_under(code: str | None, term: Term) -> bool:
    """Whether a code is one of a class or item of the government's economic classification: 50201 under 502."""
    concept = term.concept or ""
    return (
        _CLASS.fullmatch(concept) is not None and code is not None and code.startswith(concept[1:]) and len(code) <= 5
    )


def names_class(term: Term) -> bool:
    """Whether a term may name lines by a further classification alone: a code or class of the government's own."""
    of_item = term.kind == "code" and re.fullmatch(r"5\d{4}", term.text) is not None
    return of_item or _CLASS.fullmatch(term.concept or "") is not None


def name_of_class(terms: tuple[Term, ...], holding: Holding) -> Term | None:
    """The term that only says the name of a class whose code another says, as rows print both: 50205 委托业务费."""
    codes = [t for t in terms if t.kind == "code" and names_class(t)]
    named = [t for t in terms if t.kind != "code"]
    if len(codes) != 1 or len(named) != 1:
        return None
    code, name = codes[0].text, bare(named[0].text)
    for row in (row for table in holding.tables for row in table.rows):
        cells = [bare(cell.text) for cell in holding.texts.get(row.row.id, ()) if len(cell.text) <= _AT_MOST]
        if row.code != code and (f"{code}-{name}" in cells or f"{code}{name}" in cells or {code, name} <= {*cells}):
            return named[0]
    return None
