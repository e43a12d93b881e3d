"""Subjects by how they changed: which fell, which fell most, which came out as budgeted.

Every change is taken from one printing: the two amounts of one sentence, a printed change, or the same table of two
years or stages; a subject for which none is printed is left out, and the method says how many were looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.arithmetic.aggregate import sliced
from assistant.computing.arithmetic.changes import percent
from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import missing
from assistant.computing.rows.members import compare, narrowed
from assistant.computing.rows.parts import leaves
from assistant.computing.rows.population import project_tables
from assistant.computing.rows.subjects import subjects
from assistant.finding.evidence import Found, Outcome, as_printed, converted, source_of
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.period import basis_fits
from assistant.finding.scope import Period, Place, periods_of, places_of
from assistant.lexicon import concepts_in, is_fund, narrowing
from assistant.plan import Ask, Filter, Operation, Scope, replace
from assistant.saying.wordings import condition_words
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name
from ingest.wording.units import money_unit


@dataclass(slots=True)
class Move:
    """How one subject changed: both amounts in 元, or only the change where that is all that is printed."""

    label: str
    change: Decimal
    before: Decimal | None
    unit: str
    sources: list[SourceRef]
    computed: bool
    printed: tuple[Figure, ...]  # what it is told by


def moved_set(desk: Desk, ask: Ask) -> Outcome:
    """The subjects an ask chooses by their change, as a list or a number."""
    moves: list[Move] = []
    where, every = "", 0
    for options in places_of(desk.library, ask.scope, desk.units):
        for place in options:
            for period in periods_of(place, ask.scope):
                found = _moves(desk, ask, place, period)
                if found:
                    where = place.name
                    every += len(_subjects_of(desk, ask, period))
                moves.extend(found)
    noun = say(_NOUNS.get(ask.entity or "", "answer.noun_subject"), desk.language)
    if not moves and ask.entity in _NOUNS:
        return Outcome("refusal", message=say("answer.no_moves_printed", desk.language, noun=noun))
    named = [t.text for t in ask.terms if not (t.concept and is_fund(t.concept))]
    if not moves and (named or ask.level):
        named = named or [say("answer.noun_spending", desk.language)]
        return Outcome("refusal", message=say("answer.no_part_moves", desk.language, whole="、".join(named)))
    if not moves:
        return missing(desk, ask, sights_of(desk, replace(ask, operation=Operation.LOOKUP)))
    if ask.said_count and ask.said_count != every:
        message = say("answer.not_so_many", desk.language, said=ask.said_count, count=every, names=noun)
        return Outcome("refusal", message=message)  # 33项支出里 of 32
    method = [say("answer.moves_of", desk.language, place=where, count=len(moves), noun=noun)]
    lead = ""
    if len(moves) < every:
        lead = say("answer.moves_partial", desk.language, count=len(moves), every=every, noun=noun)
    method += [lead] if lead else []
    kept = [m for m in moves if _goes(m, ask.direction) and all(_passes(m, f) for f in ask.filters)]
    if ask.operation is Operation.COUNT:
        sources = [s for m in kept for s in m.sources]
        label = say("answer.moves_counted", desk.language, noun=noun)
        piece = say("answer.piece", desk.language)
        counted = Found(label, Decimal(len(kept)), piece, sources, True)
        return narrowed(Outcome("figures", found=[counted], method=method, lead=lead))
    if ask.operation not in (Operation.LIST, Operation.SUM):
        kept = [m for m in kept if m.change != 0 and (ask.moved != "rate" or m.before)]
        kept.sort(key=lambda m: (-_size(m, ask), m.label))
        kept = sliced(kept, ask.operation, ask.number)
    if not kept:
        message = say("answer.no_moves", desk.language, place=where, count=len(moves), noun=noun)
        return Outcome("blank", message=message, method=method)
    if ask.operation is Operation.LIST:
        how = say(f"answer.moved_{ask.direction or 'any'}", desk.language)
        how += condition_words(ask, desk.language).removesuffix("的")
        kept.sort(key=lambda m: -_size(m, ask) if ask.filters else 0)
        lead += say("answer.moves_listed", desk.language, place=where, how=how, count=len(kept), noun=noun)
    elif ask.operation is not Operation.SUM:
        how = say(f"answer.ranked_{ask.direction or 'any'}", desk.language)
        by = "rate" if ask.moved == "rate" else "amount"
        lead += say(f"answer.moves_ranked_{by}", desk.language, place=where, how=how, noun=noun)
    return narrowed(Outcome("list", found=[_told(desk, ask, m) for m in kept], method=method, lead=lead))


def _passes(move: Move, condition: Filter) -> bool:
    """Whether a move meets a condition: a rate by its rate, an amount said of the change by it, else what there is."""
    if condition.unit == "%":
        return bool(move.before) and compare(abs(percent(move.change, move.before or Decimal(1))), condition)
    unit = money_unit(condition.unit) or money_unit(move.unit)
    if unit is None or (move.before is None and condition.on != "change"):
        return False
    base = abs(move.change) if condition.on == "change" else (move.before or Decimal(0)) + move.change
    return compare(base / unit.scale, condition)


def _subjects_of(desk: Desk, ask: Ask, period: Period) -> set[str]:
    """The codes of the subjects that the tables of a year print, at the level asked for; or its projects."""
    if ask.entity == "unit":
        holdings = [desk.library.holding(d.id) for d in period.documents]
        listed = (_compared_rows(h, t, ask) for h in holdings for t in h.tables if _is_of(t, ask))
        return max(({r.row.id for r in rows} for rows in listed), key=len, default=set())
    if ask.entity == "project":
        tables = [t for d in period.documents for t in project_tables(desk.library.holding(d.id))]
        return max(({r.row.id for r in leaves(t)} for t in tables), key=len, default=set())
    codes = (code for d in period.documents for code in _functional(desk.library.holding(d.id)))
    return {code for code in codes if len(code) == (ask.level or 7)}


def _functional(holding: Holding) -> set[str]:
    """The functional codes that the tables of a document print."""
    rows = (row for table in holding.tables for row in table.rows)
    return {row.code for row in rows if row.row.code_scheme == "functional" and row.code}


def _goes(move: Move, direction: str | None) -> bool:
    if direction == "new":  # nothing was budgeted for it
        return move.before == 0 and move.change > 0
    if direction == "increase":
        return move.change > 0
    if direction == "decrease":
        return move.change < 0
    return move.change == 0 if direction == "same" else True


def _size(move: Move, ask: Ask) -> Decimal:
    return abs(percent(move.change, move.before)) if ask.moved == "rate" and move.before else abs(move.change)


def _told(desk: Desk, ask: Ask, move: Move) -> Found:
    if ask.moved == "rate" and move.before:
        return Found(move.label, abs(percent(move.change, move.before)), "%", move.sources, True)
    unit = money_unit(move.unit)
    assert unit is not None
    base = move.before if ask.direction == "same" and move.before is not None else abs(move.change)
    value, name = converted(as_printed(base / unit.scale, *move.printed), unit, desk.unit)
    return Found(move.label, value, name, move.sources, move.computed)


def _moves(desk: Desk, ask: Ask, place: Place, period: Period) -> list[Move]:
    """The changes of one place and year, from the sentences where they tell them, else from two tables."""
    holdings = [desk.library.holding(d.id) for d in period.documents]
    if ask.entity == "project":
        listed = ((h, t) for h in holdings for t in project_tables(h))
        return max((_of_one_table(h, t, ask, period.year) for h, t in listed), key=len, default=[])
    if ask.entity == "unit":
        by_unit = (_of_one_table(h, t, ask, period.year) for h in holdings for t in h.tables if _is_of(t, ask))
        return max(by_unit, key=len, default=[])
    told: list[Move] = []
    for holding in holdings:
        told.extend(_spoken(holding, ask, period.year))
    printed = max((_of_one_table(h, t, ask, period.year) for h in holdings for t in h.tables), key=len, default=[])
    told = printed if len(printed) > len(told) else told
    return told or _of_tables(desk, ask, place, period, holdings)


def _above(ask: Ask, holding: Holding) -> tuple[str, ...] | None:
    """The functional codes that the members' codes begin with, where a line is named they are parts of; else None."""
    named = [t for t in ask.terms if ask.entity not in _NOUNS and not (t.concept and is_fund(t.concept))]
    if not named:
        return None
    keys = {key for t in named for key, _ in t.names} | {bare(t.text) for t in named}
    rows = (row for table in holding.tables for row in table.rows)
    return tuple({r.code for r in rows if r.row.code_scheme == "functional" and r.code and r.key in keys})


def _is_below(code: str, above: tuple[str, ...] | None) -> bool:
    return above is None or (code.startswith(above) and code not in above)


def _compared_rows(holding: Holding, table: TableView, ask: Ask) -> list[RowView]:
    """The rows whose changes are asked for: the subjects of a level, or the projects of a table of the names said."""
    if ask.entity == "project":
        named = [t for t in ask.terms if not t.concept]
        return leaves(table) if all(t.text in table.key for t in named) else []
    if ask.entity == "unit":
        return [r for r in leaves(table) if r.row.code_scheme is None and is_body_name(r.row.label)]
    above = _above(ask, holding)
    functional = [r for r in table.rows if r.row.code_scheme == "functional" and len(r.code or "") == (ask.level or 7)]
    return [r for r in functional if _is_below(r.code or "", above)]


def _of_one_table(holding: Holding, table: TableView, ask: Ask, year: int | None) -> list[Move]:
    """The changes of the subjects or projects of a table that prints two years side by side (一般公共预算支出表).

    Empty where the table is of another fund than asked, or has several columns of the year before.
    """
    asked = {t.concept for t in ask.terms if t.concept and (ask.entity == "unit" or is_fund(t.concept))}
    asked -= _WHOLES if ask.entity == "unit" else set()
    rows = _compared_rows(holding, table, ask)
    if year is None or ask.base_scope is not None or not rows or not asked <= table.concepts:
        return []
    if not asked and table.concepts & _OTHER_FUNDS:
        return []
    moves = []
    for row in rows:
        cells = [(i, f) for i, f in row.cells if f.amount is not None and f.unit.kind is UnitKind.MONEY]
        before = [f for _, f in cells if f.relation is Relation.AMOUNT and f.year == (ask.basis_year or year - 1)]
        after = [(i, f) for i, f in cells if f.relation is Relation.AMOUNT and f.year == year]
        now = next((f for i, f in after if len(after) == 1 or table.columns[i].is_total), None)
        was = before[0] if len(before) == 1 else None
        if now is None or was is None or now.amount is None or was.amount is None:
            continue
        if ask.basis == "execution" and was.stage is not Stage.EXECUTION:
            continue
        sources = [source_of(f, holding) for f in (now, was)]
        change = now.amount.base - was.amount.base
        moves.append(Move(row.row.label, change, was.amount.base, now.unit.name, sources, True, (now, was)))
    return moves


def _is_of(table: TableView, ask: Ask) -> bool:
    """Whether a table of units is of what is asked for: of all their money where nothing is named."""
    asked = {t.concept for t in ask.terms if t.concept} - _WHOLES
    return all(t.concept for t in ask.terms) and asked <= table.concepts and not narrowing(table.concepts) - asked


_NOUNS = {"project": "answer.noun_project", "unit": "answer.noun_unit"}
_WHOLES = {"budget_total", "expenditure_total", "income_total", "income", "expenditure"}
_OTHER_FUNDS = {"government_fund", "state_capital", "special_account"}


def _spoken(holding: Holding, ask: Ask, year: int | None) -> Iterable[Move]:
    by_code: dict[str, list[Figure]] = {}
    functional, above = _functional(holding), _above(ask, holding)
    for figure in holding.spoken:
        code = figure.code or ""
        counts = figure.unit.kind is UnitKind.MONEY or figure.relation is Relation.RATE
        if code and figure.amount is not None and counts:
            if (ask.level and len(code) != ask.level) or (not ask.level and len(code) != 7):
                continue
            if (functional and code not in functional) or not _is_below(code, above):
                continue
            by_code.setdefault(code, []).append(figure)
    for code in sorted(by_code):
        move = _in_words(holding, ask, by_code[code], year)
        if move is not None:
            yield move


def _in_words(holding: Holding, ask: Ask, figures: list[Figure], year: int | None) -> Move | None:
    """The change a document tells of one subject: both amounts, else the change it prints."""
    amounts = [f for f in figures if f.relation is Relation.AMOUNT]
    now = _only([f for f in amounts if f.year == year and f.stage is holding.document.stage])
    before = _only([f for f in amounts if _is_base(f, ask, year, holding.document.stage)])
    if now is not None and before is not None and now.amount is not None and before.amount is not None:
        sources = [source_of(now, holding), source_of(before, holding)]
        change = now.amount.base - before.amount.base
        rate = _only([f for f in figures if f.relation is Relation.RATE])
        if rate is not None and rate.amount is not None and rate.amount.value * change < 0:
            return None  # the document says both that it rose and that it fell: a slip of the pen in one of them
        return Move(now.label, change, before.amount.base, now.unit.name, sources, True, (now, before))
    if ask.base_scope is not None or ask.basis == "execution":
        return None
    printed = _only(
        [f for f in figures if f.relation is Relation.CHANGE and basis_fits(f.basis, ask.basis or "last_year")]
    )
    if printed is None or printed.amount is None:
        return None
    base = now.amount.base - printed.amount.base if now is not None and now.amount is not None else None
    sources = [source_of(printed, holding)]
    return Move(printed.label, printed.amount.base, base, printed.unit.name, sources, False, (printed,))


def _only(figures: list[Figure]) -> Figure | None:
    values = {f.amount.base for f in figures if f.amount is not None}
    return figures[0] if len(values) == 1 else None


def _is_base(figure: Figure, ask: Ask, year: int | None, stage: Stage) -> bool:
    """Whether an amount is of the year and stage the change is counted from."""
    if year is None:
        return False
    if ask.base_scope is not None:
        years = ask.base_scope.years or (year,)
        stages = ask.base_scope.stages
        return (
            figure.year in years
            and (figure.stage.value in stages if stages else True)
            and (figure.year != year or figure.stage is not stage)
        )
    wanted = ask.basis_year or year - 1
    return figure.year == wanted and (figure.stage is Stage.EXECUTION) == (ask.basis == "execution")


def _of_tables(desk: Desk, ask: Ask, place: Place, period: Period, holdings: list[Holding]) -> list[Move]:
    """The changes between the same table of two years or stages."""
    scope = ask.base_scope or Scope(years=((ask.basis_year or (period.year or 0) - 1),))
    if ask.basis == "execution":
        return []
    years = scope.years or ((period.year,) if period.year else ())
    earlier = [
        d
        for d in place.documents
        if d.year in years and (not scope.stages or d.stage.value in scope.stages) and d not in period.documents
    ]
    stages = {h.document.stage for h in holdings}
    earlier = [d for d in earlier if d.stage in stages] or earlier if not scope.stages else earlier
    plain_ask = replace(ask, operation=Operation.LIST, direction=None, moved=None, base_scope=None)
    after = subjects(desk, plain_ask, place, holdings)
    before = subjects(desk, plain_ask, place, [desk.library.holding(d.id) for d in earlier])
    if after is None or before is None or narrowing(concepts_in(after.table)) != narrowing(concepts_in(before.table)):
        return []
    was = {m.candidate.row.code: m for m in before.members if m.candidate.row is not None}
    above = _above(ask, holdings[0]) if holdings else None
    moves = []
    for member in after.members:
        row = member.candidate.row
        base = was.get(row.code) if row is not None and _is_below(row.code or "", above) else None
        if base is None or base.base is None or member.base is None:
            continue
        sources = [source_of(m.candidate.figure, m.candidate.holding) for m in (member, base)]
        unit = member.candidate.figure.unit.name
        told = (member.candidate.figure, base.candidate.figure)
        moves.append(Move(member.label, member.base - base.base, base.base, unit, sources, True, told))
    return moves
