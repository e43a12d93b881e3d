"""The figures of one table that explain everything asked: by title, row, rows above, column, body, each at its cost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from assistant.finding.classed import Costs, classed, names_class
from assistant.finding.evidence import nil_figure
from assistant.finding.ground import Ground
from assistant.finding.holdings import ColumnView, Holding, RowView, TableView, department_key
from assistant.finding.labels import PROJECT_FORMS, is_heading, relation_of, side_of
from assistant.finding.masks import column_masks, of_other_side, own_lines, row_masks
from assistant.finding.matching import Facts, label_cost
from assistant.finding.narrow import WITHIN_TOPIC, narrow_cost, off_topic, outermost
from assistant.finding.period import held_as_asked, in_period, period_cost
from assistant.finding.row_bodies import fits_body
from assistant.finding.wanted import Candidate, Wanted
from assistant.lexicon import is_fund, narrowing, parts_of
from assistant.plan import Term
from ingest.records.document import RowRole
from ingest.records.figure import Figure, Relation
from ingest.wording.glyphs import bare

_ITEM_DIGITS = 7  # of the code of an item (项)
_BY_BODY = 0.15  # what a term costs that is the body of the row
_UNTOLD = 1.0  # and one of which no part tells a cost
_SLIPPED = 1.5  # any sound place of the figure comes before a table that others contradict


@dataclass(frozen=True, slots=True)
class _Header:
    """A column, and what its header explains of the terms; masks hold a bit for every term."""

    column: ColumnView
    mask: int
    costs: list[float | None]
    unnamed: float  # what a header costs that names nothing asked for
    loose: float  # what its levels cost that nothing asked for
    relation: Relation
    narrow: frozenset[str]


@dataclass(slots=True)
class _Search:
    """What is looked for in one table, and what its title and headers explain of it before any row is read.

    All of it but ``wanted``, which is of the look at hand, follows from the terms and is kept for the next look.
    """

    holding: Holding
    table: TableView
    wanted: Wanted
    asked: frozenset[str]
    costs_of: Costs
    facts: Facts
    titled: int  # the terms its title says
    title: int  # and those of them it gives no line of their own
    headers: list[_Header]
    any_header: int  # the terms that one header or another explains
    has_whole: bool  # a column holds the total of all funds
    by_code: bool  # a term is a code
    by_class: bool  # a term may name lines by a further classification alone
    narrow: frozenset[str]
    aside: float  # what a subject costs that was not asked for
    slipped: float  # what a table costs that others contradict
    single: bool  # one row stands for all
    blank: bool  # no amount is printed

    @property
    def terms(self) -> tuple[Term, ...]:
        """The things named."""
        return self.wanted.terms

    def is_all(self, mask: int) -> bool:
        """Whether a mask holds every term."""
        return mask == (1 << len(self.terms)) - 1

    def is_all_with_headers(self, mask: int) -> bool:
        """Whether the headers, all of them taken together, explain every term that a mask leaves."""
        return self.is_all(mask | self.any_header)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row that may answer, and what it explains of the terms."""

    row: RowView
    mask: int  # with the title and the body
    own: list[float | None]  # what each term costs on the row's own name
    above: list[float | None]  # and on the rows above it
    body_mask: int
    body_cost: float
    named: bool
    relation: Relation
    narrow: frozenset[str]
    of_project: bool  # a project or the like, which no classification narrows
    received: float


def in_table(ground: Ground, table: TableView, titled: int, wanted: Wanted) -> Iterable[Candidate]:
    """The figures of a table within reach that explain everything wanted; the zero of one that is declared empty."""
    search = ground.searches.get(table.table.id)
    if search is None:
        search = ground.searches[table.table.id] = _search(ground, table, titled, wanted)
    search.wanted = wanted
    if search.blank and (nil := _nil(search)) is not None:
        yield nil
        return
    cells = table.cells
    for row in table.rows:
        printed = cells.get(row.row.id)
        line = _line(search, row) if printed else None
        if line is None or printed is None:
            continue
        for index, figure in printed:
            found = _of_cell(search, line, search.headers[index], figure)
            if found is not None:
                yield found


def _search(ground: Ground, table: TableView, titled: int, wanted: Wanted) -> _Search:
    """What title and headers of a table explain of what is wanted."""
    holding, terms, asked, costs_of = ground.holding, ground.terms, ground.asked, ground.costs_of
    facts = Facts(holding, table, terms)
    headers = [_header(terms, column, table, costs_of) for column in table.columns]
    filled = [row for row in table.rows if row.cells]
    return _Search(
        holding=holding,
        table=table,
        wanted=wanted,
        asked=asked,
        costs_of=costs_of,
        facts=facts,
        titled=titled,
        title=titled & ~own_lines(terms, table, costs_of),
        headers=headers,
        any_header=reduce(or_, (header.mask for header in headers), 0),
        has_whole=any(header.column.is_total and not header.narrow for header in headers),
        by_code=any(term.kind == "code" for term in terms),
        by_class=any(map(names_class, terms)),
        narrow=narrowing(table.concepts) | facts.title_narrow,
        aside=off_topic(table.concepts, asked, terms) or _transferred(table, asked, titled),
        slipped=_SLIPPED if table.table.id in holding.contradicted else 0.0,
        # The one row of a form of one project stands for the project, not for its unit.
        single=len(filled) == 1 and table.table.kind not in PROJECT_FORMS,
        blank=not any(figure.amount is not None for row in filled for _, figure in row.cells),
    )


def _header(terms: tuple[Term, ...], column: ColumnView, table: TableView, costs_of: Costs) -> _Header:
    """What the header of a column explains of the terms."""
    mask, costs, unnamed = column_masks(terms, column, costs_of, len(table.columns) == 1)
    relation = relation_of(column.keys[-1] if column.keys else "")
    loose = _loose_levels(column, costs_of, table, terms)
    return _Header(column, mask, costs, unnamed, loose, relation, narrowing(column.concepts))


def _line(search: _Search, row: RowView) -> _Line | None:
    """A row with what it explains; None where with its table's headers it leaves a term, or is of another body."""
    if row.row.role is RowRole.NOTE or not _of_level(row, search) or _says_nothing_asked(search, row):
        return None
    row_mask, own, above = row_masks(search.terms, row, search.costs_of)
    for at in search.facts.said_of_one(search.terms, row):
        row_mask, own[at] = row_mask & ~(1 << at), None
    body_mask, body_cost = fits_body(search.terms, row, search.wanted, search.holding)
    if body_cost is None:
        return None
    mask = search.title | row_mask | body_mask
    of_fund = [search.title >> at & 1 and is_fund(term.concept) for at, term in enumerate(search.terms)]
    # 其他政府性基金…安排的支出 in the table of the fund: the fund is said of the whole table.
    named = any(cost is not None and not fund for cost, fund in zip(own, of_fund, strict=True))
    if (named or search.by_class) and not search.is_all_with_headers(mask):
        for at, cost in classed(search.terms, search.holding, row, search.costs_of).items():
            mask |= 1 << at
            named = named or names_class(search.terms[at])
            above[at] = cost if above[at] is None else above[at]
    if not search.is_all_with_headers(mask) or not (named or _stands_for_all(search, row, body_cost)):
        return None
    return _Line(
        row=row,
        mask=mask,
        own=own,
        above=above,
        body_mask=body_mask,
        body_cost=body_cost,
        named=named,
        relation=relation_of(row.key),
        narrow=narrowing(row.concepts) if named or not row.is_total else frozenset(),
        of_project=named and not search.facts.is_subject(row),
        received=search.facts.received_cost(row),
    )


def _says_nothing_asked(search: _Search, row: RowView) -> bool:
    """Whether a row names nothing that is asked for and stands for nothing else: told of most rows by their name."""
    if search.by_class or search.wanted.bodies or row.is_total or search.single or (row.code and search.by_code):
        return False
    named = any(cost is not None for cost in search.costs_of(row.key))
    return not named and relation_of(row.key) is Relation.AMOUNT


def _stands_for_all(search: _Search, row: RowView, body_cost: float) -> bool:
    """Whether a row that names nothing asked for stands for all of its table, or for all of a body asked for."""
    if row.is_total or search.single or relation_of(row.key) is not Relation.AMOUNT:
        return True
    bodies = search.wanted.bodies
    return bool(bodies) and body_cost in (0.0, 0.6) and search.facts.is_body_row(row, bodies)


def _of_cell(search: _Search, line: _Line, header: _Header, figure: Figure) -> Candidate | None:
    """A figure where row and column explain all terms, and its kind and time are those asked for."""
    if not _is_of_kind(search, line, header, figure) or not search.is_all(line.mask | header.mask):
        return None
    if of_other_side(search.terms, line.row, header.column, line.own, line.above, header.costs):
        return None
    if not line.named and (search.aside or _says_nothing(search, line, header)):
        return None  # a total of a subject that was not asked for, or of nothing that was
    narrow = _narrow(search, line, header)
    cost = _cost(search, line, header, figure, narrow)
    return Candidate(
        figure, search.holding, search.table, line.row, header.column, cost, narrow, search.table.table.is_nil
    )


def _is_of_kind(search: _Search, line: _Line, header: _Header, figure: Figure) -> bool:
    """Whether a figure is an amount or a rate as asked for, of the time asked for, held against what was asked."""
    wanted, relation = search.wanted, figure.relation
    if relation is Relation.AMOUNT:
        relation = line.relation if line.relation is not Relation.AMOUNT else header.relation
    if relation is not wanted.relation or not in_period(figure, wanted, search.holding):
        return False
    return held_as_asked(figure, relation, wanted.basis)


def _says_nothing(search: _Search, line: _Line, header: _Header) -> bool:
    """Whether neither title nor column nor body says anything of what is asked, only rows above the total."""
    said = search.title or line.body_mask or header.mask
    return bool(search.terms) and not search.single and not said


def _narrow(search: _Search, line: _Line, header: _Header) -> frozenset[str]:
    """What a figure is narrowed to that nobody asked for."""
    if line.of_project:
        # A project belongs to project expenditure by nature; only a fund beside its whole narrows it.
        return outermost(header.narrow - search.asked) if search.has_whole else frozenset()
    return outermost((search.narrow | line.narrow | header.narrow) - search.asked)


def _cost(search: _Search, line: _Line, header: _Header, figure: Figure, narrow: frozenset[str]) -> float:
    """How much a figure adds of its own to what was asked."""
    cost = line.body_cost + period_cost(figure, search.wanted, search.holding) + search.facts.prior + line.received
    cost += sum(_term_costs(search, line, header))
    cost += header.loose
    cost += search.aside
    cost += narrow_cost(narrow)
    if not line.named and not search.single:
        cost += 0.0 if line.row.row.role is RowRole.GRAND_TOTAL or line.row.is_total else 0.2
    plain = header.relation is Relation.AMOUNT and not figure.basis
    if not header.mask and not header.column.is_total and plain:
        cost += header.unnamed
    if line.row.row.role is RowRole.OF_WHICH:
        cost += 0.05
    return cost + (_context_cost(search.wanted.context, search.table, line.row, header.column) + search.slipped)


def _term_costs(search: _Search, line: _Line, header: _Header) -> Iterable[float]:
    """What each term costs where it is said best: row, rows above, column, title, body."""
    for at in range(len(search.terms)):
        options = [c for c in (line.own[at], line.above[at], header.costs[at]) if c is not None]
        if search.title >> at & 1:
            options.append(search.facts.title_costs[at])
        if line.body_mask >> at & 1:
            options.append(_BY_BODY)
        yield min(options) if options else _UNTOLD


def _transferred(table: TableView, asked: frozenset[str], titled: int) -> float:
    """Dearer in a table of transfers that nobody asked for: what was spent of them is not what the body spent."""
    meant = "transfer_payment" in asked or titled
    return WITHIN_TOPIC if table.table.kind == "transfer_payments" and not meant else 0.0


def _of_level(row: RowView, search: _Search) -> bool:
    """Whether a row is of the level of subjects asked for: by its code, by its parts in a table without codes."""
    digits = search.wanted.level
    if not digits:
        return True
    if row.code or any(other.code for other in search.table.rows):
        return len(row.code or "") == digits
    return (row.row.role is RowRole.SUBTOTAL) is (digits < _ITEM_DIGITS)


def _says_side_of(term: Term, key: str) -> bool:
    """Whether a term says more than the side a header stands for: 政府性基金支出 of 本年支出; 收入 is of the whole."""
    return side_of(term.text) == key[2:] and term.concept not in ("income_total", "expenditure_total")


def _loose_levels(column: ColumnView, costs_of: Costs, table: TableView, terms: tuple[Term, ...]) -> float:
    """The cost of header levels that nothing asked for: a part under a heading that was asked for."""
    cost = 0.0
    for key in column.keys:
        if key in ("本年收入", "本年支出", "当年收入", "当年支出") and len(column.keys) > 1:
            cost += 0.0 if any(_says_side_of(term, key) for term in terms) else 0.4
        elif (
            (not is_heading(key, table.concepts) or _is_of_some_money(key, table))
            and relation_of(key) is Relation.AMOUNT
            and not any(c is not None for c in costs_of(key))
        ):
            cost += 1.5
    return cost


# 市级当年财政拨款安排 beside 上级提前通知专项转移支付: whose money it is, a part of the total column.
_WHOSE_MONEY = re.compile(r"[省市区县州]级(?!政府)|上级|中央|提前")


def _is_of_some_money(key: str, table: TableView) -> bool:
    """Whether a heading says whose money its columns are of, in a table that totals the money of all."""
    return _WHOSE_MONEY.search(key) is not None and any(c.is_total and key not in c.keys for c in table.outline)


def _context_cost(context: Iterable[Term], table: TableView, row: RowView, column: ColumnView) -> float:
    """Dearer by a little where the figure shares nothing with what was spoken of before."""
    context = tuple(context)
    if not context:
        return 0.0
    keys = (row.key, *row.parents, table.key, *column.keys)
    near = any(label_cost(term, key) is not None for term in context for key in keys)
    near = near or any(t.concept and t.concept in table.concepts for t in context)
    return 0.0 if near else 0.35


def _nil(search: _Search) -> Candidate | None:
    """The zero of a table that is declared empty, where its title (and columns) explain everything asked."""
    table, wanted = search.table, search.wanted
    of_targets = table.table.kind == "performance_targets" or "绩效" in table.key
    if not wanted.terms or of_targets or not search.is_all_with_headers(search.titled):
        return None
    if not (table.columns or table.table.is_nil):  # a form of words prints no amounts, which is no zero
        return None
    if not (narrowing(table.concepts) or _is_of_bodies(search)):  # nothing of a fund is nothing of it for any unit
        return None
    if wanted.years and table.table.year is not None and table.table.year not in wanted.years:
        return None
    if wanted.stages and table.table.stage.value not in wanted.stages:
        return None
    if outermost(narrowing(table.concepts) - search.asked):  # the zero of a part says nothing of the whole
        return None
    if any(map(parts_of, table.concepts - search.asked)):
        return None  # no “三公”经费 of a fund is not nothing of the fund
    cost = 0.2 * len(wanted.terms)
    return Candidate(nil_figure(search.holding, table), search.holding, table, None, None, cost, frozenset(), True)


def _is_of_bodies(search: _Search) -> bool:
    """Whether an empty table is of the bodies asked for: its department's, or the unit's it is printed for."""
    bodies = {body.removeprefix("=") for body in search.wanted.bodies}
    whose = {department_key(search.holding.document), bare(search.table.table.department or "")}
    return not bodies or bool(bodies & whose)
