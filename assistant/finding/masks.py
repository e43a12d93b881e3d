"""Which of the things a question names the parts of a table explain: its rows, its columns, its title alone."""

from assistant.finding.classed import Costs, classes_reach, names_class
from assistant.finding.holdings import ColumnView, Holding, RowView, TableView
from assistant.finding.labels import is_of_other_side, side_of
from assistant.finding.matching import code_cost
from assistant.lexicon import concepts
from assistant.plan import Term
from ingest.records.document import RowRole

_UNNAMED_ROW = 3.0


def within_reach(terms: tuple[Term, ...], holding: Holding, table: TableView, title_mask: int, costs_of: Costs) -> bool:
    """Whether title, headers and rows together explain every term; told without a look at the figures."""
    beyond: list[int] = []
    named = False
    for at, term in enumerate(terms):
        said = any(costs_of(key)[at] is not None for key in table.words.keys)
        said = said or (term.kind == "code" and any(code_cost(term, code) is not None for code in table.words.codes))
        named = named or said
        if said or title_mask >> at & 1 or any(name in table.words.bodies for name, _ in term.names):
            continue
        if not any(_header_explains(at, column, costs_of) for column in table.outline):
            beyond.append(at)
    named = named or any(map(names_class, terms))
    return not beyond or (named and all(classes_reach(at, terms, holding, table, costs_of) for at in beyond))


def _header_explains(at: int, column: ColumnView, costs_of: Costs) -> bool:
    """Whether a column's header explains a term, by one of its levels or by all of them together."""
    if any(costs_of(key)[at] is not None for key in column.keys):
        return True
    return costs_of(column.joined)[at] is not None


def own_lines(terms: tuple[Term, ...], table: TableView, costs_of: Costs) -> int:
    """The terms that a table names in its title but also gives a column of their own; the title alone is not enough."""
    mask = 0
    for at, term in enumerate(terms):
        if term.kind not in ("concept", "name") or (term.concept and concepts()[term.concept].group == "side"):
            continue
        matched = 0
        for column in table.columns:
            if any((cost := costs_of(key)[at]) is not None and cost <= 0.3 for key in column.keys):
                matched += 1
        if 0 < matched < len(table.columns):  # a heading over all columns only repeats the title
            mask |= 1 << at
        elif term.concept and _has_row(term.concept, table) and _is_one_of_several(term.concept, table):
            mask |= 1 << at  # “三公”经费小计 below a total that takes in meetings and training
    return mask


def _is_one_of_several(concept: str, table: TableView) -> bool:
    """Whether a title names a concept as a topic, or beside a topic with a row of its own: “三公”经费、会议费支出表."""
    topics = [c for c in table.concepts if concepts()[c].group == "topic" and _has_row(c, table)]
    return concepts()[concept].group == "topic" or any(c != concept for c in topics)


def _has_row(concept: str, table: TableView) -> bool:
    """Whether a row below the total is called by a concept."""
    return any(concept in row.concepts for row in table.rows if row.row.role is not RowRole.GRAND_TOTAL)


def row_masks(
    terms: tuple[Term, ...], row: RowView, costs_of: Costs
) -> tuple[int, list[float | None], list[float | None]]:
    """Which terms a row and the rows above it explain, as bits, and what each costs on the one and the others."""
    own = list(costs_of(row.key))
    mask = 0
    parents: list[float | None] = [None] * len(terms)
    for at, term in enumerate(terms):
        if term.kind == "code":
            own[at] = code_cost(term, row.code)
        for depth, above in enumerate(row.parents):
            cost = code_cost(term, row.parent_codes[depth]) if term.kind == "code" else costs_of(above)[at]
            if cost is not None and cost <= 1.0:
                before = parents[at]
                parents[at] = 0.3 + cost if before is None else min(before, 0.3 + cost)
        if own[at] is not None or parents[at] is not None:
            mask |= 1 << at
    return mask, own, parents


def column_masks(
    terms: tuple[Term, ...], column: ColumnView, costs_of: Costs, alone: bool = False
) -> tuple[int, list[float | None], float]:
    """Which terms a column's header explains, as bits, what each costs, and what a header that names none costs."""
    costs: list[float | None] = [None] * len(terms)
    mask = 0
    for key in column.keys:
        for at, cost in enumerate(costs_of(key)):
            before = costs[at]
            if cost is not None and (before is None or cost < before):
                costs[at] = cost
    for at, cost in enumerate(costs_of(column.joined)):
        if cost is not None and costs[at] is None:
            costs[at] = cost
    for at, cost in enumerate(costs):
        if cost is not None:
            mask |= 1 << at
    extra = 0.2 if alone else _UNNAMED_ROW
    return mask, costs, extra


def of_other_side(terms: tuple[Term, ...], row: RowView, column: ColumnView, *costs: list[float | None]) -> bool:
    """Whether a term that only the title explains is of the other side than a cell: 政府性基金支出 and 本年收入."""
    unsaid = [term for term, *own in zip(terms, *costs, strict=True) if all(cost is None for cost in own)]
    beside = {side_of(term.text) for term in unsaid} - {None, row.row.side} if row.row.side else None
    return bool(beside) or any(is_of_other_side(term.text, column.keys) for term in unsaid)
