"""From the things a question names to the printed figures that carry them.

A figure answers only where every thing named is explained by the figure itself: its row, the rows above it, its code,
its column, the table's title, its body. Among those that do, the one that adds least of its own is meant: the total
column, the widest fund, the whole department. Figures that stay level and differ in value are a question back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.finding.classed import Costs, classed, names_class
from assistant.finding.holdings import ColumnView, Holding, RowView, TableView, department_key
from assistant.finding.labels import (
    PROJECT_FORMS,
    is_heading,
    line_of,
    relation_of,
    side_of,
    with_side,
)
from assistant.finding.masks import column_masks, of_other_side, own_lines, row_masks, within_reach
from assistant.finding.matching import Facts, above_cost, code_cost, label_cost, title_explains
from assistant.finding.narrow import WITHIN_TOPIC, funds_said_before, narrow_cost, off_topic, outermost, topics_over
from assistant.finding.period import basis_fits, held_as_asked, in_period, period_cost
from assistant.finding.told_under import funds_told_under
from assistant.lexicon import concepts, concepts_in, implied, is_fund, narrowing
from assistant.plan import Term
from ingest.records.document import RowRole
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body

MARGIN = 0.3
_FUNDS_TOLD = ("general_public", "government_fund", "state_capital")
_SLIPPED = 1.5  # any sound place of the figure comes before a table that others contradict
_OF_ALL = re.compile(r"^本?(?:部门|单位)(?=总?[收支])")  # 部门收入预算 is income like any other


@dataclass(slots=True)
class Wanted:
    """What is looked for in one document."""

    terms: tuple[Term, ...]
    context: tuple[Term, ...] = ()
    years: tuple[int, ...] = ()
    stages: tuple[str, ...] = ()
    bodies: frozenset[str] = frozenset()  # comparison forms of units asked for
    own_level: bool = False
    relation: Relation = Relation.AMOUNT
    basis: str | None = None
    counted: bool = False  # a count is wanted, not money
    bought: bool = False  # of what is to be bought, not of what is there
    level: int | None = None  # digits of the subject codes asked for: 类 3, 款 5, 项 7
    part: bool = False  # of what was spoken of before: 其中


@dataclass(slots=True)
class Candidate:
    """A figure that explains everything asked, and how much of its own it adds (less is better)."""

    figure: Figure
    holding: Holding
    table: TableView | None
    row: RowView | None
    column: ColumnView | None
    cost: float
    narrow: frozenset[str] = frozenset()
    nil: bool = False

    @property
    def base(self) -> Decimal | None:
        """The amount in base units (元)."""
        return None if self.figure.amount is None else self.figure.amount.base


def candidates(holding: Holding, wanted: Wanted) -> list[Candidate]:
    """All figures of a document that explain everything wanted, cheapest first."""
    unit_set = holding.set_of(wanted.bodies)
    found = [] if unit_set is None else candidates(unit_set, replace(wanted, bodies=frozenset()))
    if found:
        return found  # of that set as of a department
    asked = implied(frozenset(t.concept for t in wanted.terms if t.concept))
    label_costs: dict[str, tuple[float | None, ...]] = {}

    def costs_of(key: str) -> tuple[float | None, ...]:
        cached = label_costs.get(key)
        if cached is None:
            cached = tuple(label_cost(term, key) for term in wanted.terms)
            label_costs[key] = cached
        return cached

    if wanted.relation is not Relation.SHARE or wanted.basis == "budget":  # a column 执行数为预算%
        for table in holding.tables:
            found.extend(_in_table(holding, table, wanted, asked, costs_of))
    found.extend(_spoken(holding, wanted, asked, costs_of))
    if wanted.level:
        found = [c for c in found if c.row is not None or bare(c.figure.label).endswith(_LEVELS[wanted.level])]
    if wanted.counted:
        found = [c for c in found if c.figure.unit.kind is UnitKind.COUNT]
        if wanted.bought:
            found = [c for c in found if "购" in line_of(c.figure)]
        for candidate in found if not wanted.bought else ():
            if _of_whole(wanted, candidate.figure):
                continue  # of the cars to be bought, how many are for law enforcement
            candidate.cost += 1.0 if "购置" in line_of(candidate.figure) else 0.0
            if candidate.figure.basis is None:
                candidate.cost += 0.4  # 有多少辆 asks for what there is (截至…), not for what is bought
    if any(t.kind == "code" for t in wanted.terms):
        # A code is its subject's; a list of projects prints it beside each of them.
        own = [c for c in found if c.row is None or holding.is_subject(c.row)]
        found = own if any(c.row is not None for c in own) else found
    found.sort(key=_rank)
    return found


def _rank(candidate: Candidate) -> tuple[object, ...]:
    figure = candidate.figure
    return (round(candidate.cost, 3), figure.table_id is None, figure.page, figure.id)


def _in_table(
    holding: Holding, table: TableView, wanted: Wanted, asked: frozenset[str], costs_of: Costs
) -> Iterable[Candidate]:
    terms: tuple[Term, ...] = wanted.terms
    full, by_class = (1 << len(terms)) - 1, any(map(names_class, terms))
    title_mask = title_explains(terms, table)
    if not within_reach(terms, holding, table, title_mask, costs_of):
        return
    facts = Facts(holding, table, terms)
    columns = [column_masks(terms, column, costs_of, len(table.columns) == 1) for column in table.columns]
    relations = [relation_of(column.keys[-1] if column.keys else "") for column in table.columns]
    column_loose = [_loose_levels(column, costs_of, table, terms) for column in table.columns]
    whole_title = title_mask
    title_mask &= ~own_lines(terms, table, costs_of)
    title_narrow = narrowing(table.concepts) | facts.title_narrow
    slipped = _SLIPPED if table.table.id in holding.contradicted else 0.0
    any_column = 0
    for mask, _, _ in columns:
        any_column |= mask
    empty = not any(f.amount is not None for r in table.rows for _, f in r.cells)
    if not table.rows or empty:
        nil = _nil(holding, table, wanted, whole_title, any_column, full, asked)
        if nil is not None:
            yield nil
            return
    whole = any(column.is_total and not narrowing(column.concepts) for column in table.columns)
    # The one row of a form of one project stands for the project, not for its unit.
    single = len([r for r in table.rows if r.cells]) == 1 and table.table.kind not in PROJECT_FORMS
    for row in table.rows:
        if not row.cells or row.row.role is RowRole.NOTE:
            continue
        if wanted.level and not _of_level(row, wanted.level, table):
            continue
        row_relation = relation_of(row.key)
        row_mask, row_cost, parent_cost = row_masks(terms, row, costs_of)
        body_mask, body_cost = fits_body(terms, row, wanted, holding)
        if body_cost is None:
            continue
        mask = title_mask | row_mask | body_mask
        of_fund = [title_mask >> at & 1 and is_fund(term.concept) for at, term in enumerate(terms)]
        # 其他政府性基金…安排的支出 in the table of the fund: the fund is said of the whole table.
        named = any(cost is not None and not fund for cost, fund in zip(row_cost, of_fund, strict=True))
        if (named or by_class) and (mask | any_column) != full:
            for at, cost in classed(terms, holding, row, costs_of).items():
                mask |= 1 << at
                named = named or names_class(terms[at])
                parent_cost[at] = cost if parent_cost[at] is None else parent_cost[at]
        if (mask | any_column) != full:
            continue
        total = (
            row.is_total
            or single
            or row_relation is not Relation.AMOUNT
            or (
                bool(wanted.bodies) and (body_cost == 0.0 or body_cost == 0.6) and facts.is_body_row(row, wanted.bodies)
            )
        )
        if not named and not total:
            continue
        received = facts.received_cost(row)
        row_narrow = narrowing(row.concepts) if named or not row.is_total else frozenset()
        for index, figure in row.cells:
            relation = figure.relation
            if relation is Relation.AMOUNT:
                relation = row_relation if row_relation is not Relation.AMOUNT else relations[index]
            if relation is not wanted.relation or not in_period(figure, wanted, holding):
                continue
            if not held_as_asked(figure, relation, wanted.basis):
                continue
            column_mask, column_costs, column_extra = columns[index]
            if (mask | column_mask) != full:
                continue
            if of_other_side(terms, table.columns[index], row_cost, parent_cost, column_costs):
                continue
            cost = body_cost + period_cost(figure, wanted, holding) + facts.prior + received
            spent: dict[int, float] = {}
            for at in range(len(terms)):
                options = [c for c in (row_cost[at], parent_cost[at], column_costs[at]) if c is not None]
                if title_mask >> at & 1:
                    options.append(facts.title_costs[at])
                if body_mask >> at & 1:
                    options.append(0.15)
                spent[at] = min(options) if options else 1.0
            cost += sum(spent.values())
            column_used = any(c is not None for c in column_costs)
            cost += column_loose[index]
            narrow = (title_narrow | row_narrow | narrowing(table.columns[index].concepts)) - asked
            narrow = outermost(narrow)
            aside = off_topic(table.concepts, asked, terms) or _transferred(table, asked, whole_title)
            if aside and not named:
                continue  # the total of a subject that was not asked for
            cost += aside
            if named and not facts.is_subject(row):
                # A project belongs to project expenditure by nature; only a fund beside its whole narrows it.
                narrow = outermost(narrowing(table.columns[index].concepts) - asked) if whole else frozenset()
            cost += narrow_cost(narrow)
            if not named and not single:
                cost += 0.0 if row.row.role is RowRole.GRAND_TOTAL or row.is_total else 0.2
                if not (title_mask or column_used or body_mask) and terms:
                    continue
            plain = relations[index] is Relation.AMOUNT and not figure.basis
            if not column_used and not table.columns[index].is_total and plain:
                cost += column_extra
            if row.row.role is RowRole.OF_WHICH:
                cost += 0.05
            cost += _context_cost(wanted.context, table, row, table.columns[index]) + slipped
            yield Candidate(figure, holding, table, row, table.columns[index], cost, narrow, table.table.is_nil)


def _transferred(table: TableView, asked: frozenset[str], title_mask: int) -> float:
    """Dearer in a table of transfers that nobody asked for: what was spent of them is not what the body spent."""
    meant = "transfer_payment" in asked or title_mask
    return WITHIN_TOPIC if table.table.kind == "transfer_payments" and not meant else 0.0


def _of_level(row: RowView, digits: int, table: TableView) -> bool:
    """Whether a row is of the level of subjects asked for: by its code, by its parts in a table without codes."""
    if row.code or any(other.code for other in table.rows):
        return len(row.code or "") == digits
    return (row.row.role is RowRole.SUBTOTAL) is (digits < _ITEM_DIGITS)


_LEVELS = {3: "类", 5: "款", 7: "项"}  # how a subject said in full ends
_ITEM_DIGITS = 7  # of the code of an item (项)


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
            not is_heading(key, table.concepts)
            and relation_of(key) is Relation.AMOUNT
            and not any(c is not None for c in costs_of(key))
        ):
            cost += 1.5
    return cost


def fits_body(terms: tuple[Term, ...], row: RowView, wanted: Wanted, holding: Holding) -> tuple[int, float | None]:
    """Which terms the row's body explains, and the cost of the body; None where it is another body than asked."""
    body = bare(row.body) if row.body else ""
    department = department_key(holding.document)
    mask = 0
    for at, term in enumerate(terms):
        if body and term.kind in ("name", "like") and any(key == body for key, _ in term.names):
            mask |= 1 << at
    own = next((b[1:] for b in wanted.bodies if b.startswith("=")), None)
    if own is not None:
        # 本级: the department's own row among its units (the deepest one), or rows reported for it.
        plain_key, plain_body = (
            bare(read_body(name).name) if own in bare(name) else "" for name in (row.row.label, row.body or "")
        )
        if (plain_key == own and row.key != own) or (plain_body == own and body != own):
            return mask, 0.0  # …（本级）, or a line reported for it
        return mask, 0.0 if (row.key == own and row.row.role is RowRole.ITEM) or (body == own and row.key != own) else (
            0.6 if row.key == own and row.row.role is RowRole.SUBTOTAL and not row.is_total else None
        )
    if wanted.bodies:
        if row.key in wanted.bodies:
            return mask, 0.0
        if body in wanted.bodies or (department in wanted.bodies and not body):
            return mask, 0.0
        return mask, None
    if not body or (body == department and not row.parents):
        return mask, 0.0
    if row.is_total and row.row.role is RowRole.GRAND_TOTAL:
        return mask, 0.0
    # A project may bear the code of its unit; a unit's own row does not: its name is the unit's.
    subject = row.row.code_scheme not in (None, "project") and (row.row.code_scheme != "unit" or row.key == body)
    first, others = (0.25, 0.5) if subject else (0.05, 0.1)
    return mask, 0.0 if mask else first if body == department else others


def _context_cost(context: Iterable[Term], table: TableView, row: RowView, column: ColumnView) -> float:
    """Dearer by a little where the figure shares nothing with what was spoken of before."""
    context = tuple(context)
    if not context:
        return 0.0
    keys = (row.key, *row.parents, table.key, *column.keys)
    near = any(label_cost(term, key) is not None for term in context for key in keys)
    near = near or any(t.concept and t.concept in table.concepts for t in context)
    return 0.0 if near else 0.35


def _nil(
    holding: Holding,
    table: TableView,
    wanted: Wanted,
    title_mask: int,
    column_mask: int,
    full: int,
    asked: frozenset[str],
) -> Candidate | None:
    """The zero of a table that is declared empty, where its title (and columns) explain everything asked."""
    of_targets = table.table.kind == "performance_targets" or "绩效" in table.key
    if not wanted.terms or of_targets or (title_mask | column_mask) != full:
        return None
    if not (table.columns or table.table.is_nil):  # a form of words prints no amounts, which is no zero
        return None
    if wanted.years and table.table.year is not None and table.table.year not in wanted.years:
        return None
    from assistant.finding.evidence import nil_figure

    if wanted.stages and table.table.stage.value not in wanted.stages:
        return None
    narrow = outermost(narrowing(table.concepts) - asked)
    if narrow:  # the zero of a part says nothing of the whole
        return None
    cost = 0.2 * len(wanted.terms) + narrow_cost(narrow)
    return Candidate(nil_figure(holding, table), holding, table, None, None, cost, narrow, True)


_FUNDS_APART = frozenset(("government_fund", "state_capital"))


def _of_whole(wanted: Wanted, figure: Figure) -> bool | None:
    """Whether a stated part is of the whole spoken of before (其中执法执勤用车); None where no part is asked for."""
    above = set(map(bare, figure.column))
    named = {bare(name) for term in wanted.context for name in (term.text, *(said for said, _ in term.names))}
    return bool(named & above) if wanted.part and above and named else None


def _fund_of_section(holding: Holding, figure: Figure) -> frozenset[str]:
    """The fund that the section of a stated figure is of: 年末结转 under 政府性基金预算… is not of all money."""
    section = next((p.section for p in holding.passages if p.id == figure.passage_id), ())
    return concepts_in(bare("".join(section[-1:]))) & _FUNDS_APART


def _spoken(holding: Holding, wanted: Wanted, asked: frozenset[str], costs_of: Costs) -> Iterable[Candidate]:
    """Figures of the narrative: their label explains the terms, or the terms stand in their label."""
    terms = wanted.terms
    if not terms:
        return
    table = concepts()
    for figure in holding.spoken:
        if figure.relation is not wanted.relation or not in_period(figure, wanted, holding):
            continue
        key = _OF_ALL.sub("", bare(figure.label))
        costs = list(costs_of(key))
        if any(c is not None for c in costs):
            for above in map(bare, figure.column):  # 事业 under 实有人员
                costs = [
                    0.3 + o if c is None and o is not None else c for c, o in zip(costs, costs_of(above), strict=True)
                ]
        label_concepts = concepts_in(key)
        total = 0.35
        fits = True
        for at, term in enumerate(terms):
            cost = costs[at]
            if term.kind == "code":
                cost = code_cost(term, figure.code)
            if cost is None and figure.column:
                cost = costs_of(with_side(key, figure.column))[at]
            if cost is None and term.concept is not None:
                made = table[term.concept].made_of
                if made and all(m in label_concepts for m in made):
                    cost = 0.4
            if cost is None and len(terms) > 1:
                cost = above_cost(term, key)  # 财政事务下的行政运行
            if cost is None and wanted.relation is not Relation.AMOUNT and len(terms) > 1 and is_fund(term.concept):
                cost = 0.3 if term.concept in funds_said_before(holding, figure) else None
            of_a_line = cost is None and term.concept in _FUNDS_TOLD and any(c is not None for c in costs)
            if of_a_line and term.concept in funds_told_under(holding, figure):
                cost = 0.6  # of the fund that the lines are told under
            if cost is None:
                fits = False
                break
            total += cost
        if not fits:
            continue
        body = bare(figure.body) if figure.body else ""
        if wanted.bodies and body not in wanted.bodies and department_key(holding.document) not in wanted.bodies:
            continue
        narrow = outermost((narrowing(label_concepts) | _fund_of_section(holding, figure)) - asked)
        of_whole = _of_whole(wanted, figure)
        topics = frozenset() if of_whole else topics_over(figure.column, asked, terms)
        total += narrow_cost(narrow) + period_cost(figure, wanted, holding) + WITHIN_TOPIC * len(topics)
        total += 0.35 if of_whole is False else 0.0
        narrow |= topics
        if wanted.basis and not basis_fits(figure.basis, wanted.basis):
            total += 1.0
        yield Candidate(figure, holding, None, None, None, total, narrow)
