"""Subjects by how they changed: which fell, which fell most, which came out as budgeted.

Every change is taken from one printing: the two amounts of one sentence, a printed change, or the same table of two
years or stages; a subject for which none is printed is left out, and the method says how many were looked at.
"""

import re
from decimal import Decimal

from assistant.computing.arithmetic.aggregate import sliced
from assistant.computing.arithmetic.exact import percent
from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import missing
from assistant.computing.rows.members import compare, narrowed
from assistant.computing.rows.population import project_tables
from assistant.computing.rows.subjects import subjects
from assistant.computing.sets.caused import printed_because
from assistant.computing.sets.compared_rows import (
    WHOLES,
    codes_above,
    compared_rows,
    functional_codes,
    is_of,
    lines_held,
)
from assistant.computing.sets.move_sizes import completion_of, printed_rate, rate_printed, size_of
from assistant.computing.sets.moves_told import Move, is_below, spoken_moves, tell_the_whole
from assistant.computing.sets.stages_beside import of_adjusted, of_two_stages
from assistant.finding.evidence import Found, Outcome, as_printed, converted, source_of
from assistant.finding.holdings import Holding, TableView
from assistant.finding.scope import Period, Place, periods_of, places_of
from assistant.lexicon import concepts_in, is_fund, narrowing
from assistant.plan import Ask, Filter, Operation, Scope, replace
from assistant.saying.wordings import basis_words, condition_words
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.units import UnitKind
from ingest.wording.units import money_unit


def moved_set(desk: Desk, ask: Ask) -> Outcome:
    """The subjects an ask chooses by their change, as a list or a number."""
    moves: list[Move] = []
    where, against, every, listed, read = "", "", 0, False, False
    for options in places_of(desk.library, ask.scope, desk.units):
        for place in options:
            for period in periods_of(place, ask.scope):
                (found, against), read = _moves_against(desk, ask, place, period), True
                if found:
                    where = _where(desk, place, period, ask)
                    every += len(found) if _is_whole(desk, ask, period, found) else len(lines_held(desk, ask, period))
                listed = listed or bool(found) or (ask.entity == "project" and bool(lines_held(desk, ask, period)))
                moves.extend(found)
    if ask.entity == "project" and not moves and _means_lines(ask, listed):
        return moved_set(desk, replace(ask, entity="subject"))
    noun = say(_NOUNS.get(ask.entity or "", "answer.noun_subject"), desk.language)
    named = [t.text for t in ask.terms if not (t.concept and is_fund(t.concept))]
    bare_subjects = ask.entity in _CLASSIFIED and read and not named and not ask.level
    if not moves and (ask.entity in _NOUNS or bare_subjects):
        stages = _beside_budget(ask)
        key = "answer.no_stages_printed" if stages else "answer.no_moves_printed"
        return Outcome("refusal", message=say(key, desk.language, noun=noun), narrowed=stages)
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
    method += [said for said in (lead, against) if said]
    kept = [m for m in moves if _is_chosen(desk, m, ask)]
    if ask.operation is Operation.COUNT:
        sources = [s for m in kept or moves for s in m.sources]  # of none, all that were looked at
        label = say("answer.moves_counted", desk.language, noun=noun)
        if _beside_budget(ask) and ask.direction is not None and not ask.filters:
            label = _how(desk, ask, "moved") + say("answer.moves_of_noun", desk.language, noun=noun)
        if ask.moved == "completion":
            how = condition_words(_of_lines(ask), desk.language).removesuffix("的")
            label = say("answer.completions_counted", desk.language, how=how, noun=noun)
        piece = say("answer.piece", desk.language)
        counted = Found(_because(desk, ask) + label, Decimal(len(kept)), piece, sources, True)
        return narrowed(Outcome("figures", found=[counted], method=method, lead=lead))
    if ask.operation not in (Operation.LIST, Operation.SUM):
        kept = [
            m
            for m in kept
            if ask.moved == "completion" or (m.change and (ask.moved != "rate" or m.before or printed_rate(m, ask)))
        ]
        kept.sort(key=lambda m: (-size_of(m, ask), m.label))
        kept = sliced(kept, ask.operation, ask.number)
    if not kept:
        message = say("answer.no_moves", desk.language, place=where, count=len(moves), noun=noun)
        return Outcome("blank", message=message, method=method)
    if ask.moved == "completion":
        return narrowed(_carried_out(desk, ask, where, noun, kept, method, lead + _of_no_budget(desk, ask, moves)))
    if ask.operation is Operation.SUM:
        return narrowed(_added(desk, ask, noun, kept, method, lead))
    if ask.operation is Operation.LIST:
        on = condition_words(_of_lines(ask), desk.language).removesuffix("的")
        how = _because(desk, ask) + _how(desk, ask, "moved") + on
        kept.sort(key=lambda m: -size_of(m, ask) if ask.filters else 0)
        lead += say("answer.moves_listed", desk.language, place=where, how=how, count=len(kept), noun=noun)
        lead += say(f"answer.moves_by_{_told_by(ask)}", desk.language) if ask.side else ""
    else:
        how = _how(desk, ask, "ranked")
        by = "rate" if ask.moved == "rate" else "amount"
        lead += say(f"answer.moves_ranked_{by}", desk.language, place=where, how=how, noun=noun)
    return narrowed(Outcome("list", found=[_told(desk, ask, m) for m in kept], method=method, lead=lead))


def _is_chosen(desk: Desk, move: Move, ask: Ask) -> bool:
    """Whether a move goes the way that is asked for, meets each condition and has the cause that is said."""
    if not _goes(move, ask.direction) or not all(_passes(move, f) for f in ask.filters):
        return False
    if ask.moved == "completion" and not move.before:
        return False  # of no budget there is no rate
    return not ask.cause or printed_because(desk.library.holding(move.printed[0].document_id), move, ask.cause)


def _of_no_budget(desk: Desk, ask: Ask, moves: list[Move]) -> str:
    """The lines that moved as asked but had no budget they could be a part of."""
    left = [m.label for m in moves if ask.direction is not None and _goes(m, ask.direction) and not m.before]
    return say("answer.no_budget_to_complete", desk.language, names="、".join(left)) if left else ""


def _because(desk: Desk, ask: Ask) -> str:
    """The cause that lines are chosen by; empty where none is said."""
    return say("answer.moved_because", desk.language, cause=ask.cause) if ask.cause else ""


def _means_lines(ask: Ask, listed: bool) -> bool:
    """Whether projects that tell no change mean lines: an account that lists none, 支出项目 money is spent on."""
    called = not ask.terms and _LINES_CALLED.search(ask.words) is not None
    return called or (not listed and _beside_budget(ask) and not of_adjusted(ask))


def _told_by(ask: Ask) -> str | None:
    """Which amount of each line is told: before or after of its budget, else that of this year."""
    return ask.side if _beside_budget(ask) else "now"


def _beside_budget(ask: Ask) -> bool:
    """Whether lines are held against the opening budget of their own year."""
    base = ask.base_scope
    return base is not None and base.stages == (Stage.BUDGET.value,) and base.years == ask.scope.years


def _how(desk: Desk, ask: Ask, key: str) -> str:
    """How the lines chosen moved: 增加, or 决算高于年初预算."""
    if _beside_budget(ask) and ask.direction in ("increase", "decrease", "same"):
        key = "adjusted" if of_adjusted(ask) else "beside"
    return say(f"answer.{key}_{ask.direction or 'any'}", desk.language)


def _where(desk: Desk, place: Place, period: Period, ask: Ask) -> str:
    """The body, the year, and the fund and line that the lines chosen are of."""
    when = say("answer.in_year", desk.language, year=period.year) if period.year else ""
    return say("answer.place", desk.language, department=place.name, when=when, stage="", label=_said_of(ask)).strip(
        " :"
    )


def _said_of(ask: Ask) -> str:
    """The fund, and the line, that the lines chosen are of."""
    named = [t.text for t in ask.terms if t.concept and (is_fund(t.concept) or ask.entity not in _NOUNS)]
    return "、".join(named)


def _of_lines(ask: Ask) -> Ask:
    """An ask without the funds, which are said with the place."""
    return replace(ask, terms=tuple(t for t in ask.terms if not (t.concept and is_fund(t.concept))))


def _is_whole(desk: Desk, ask: Ask, period: Period, found: list[Move]) -> bool:
    """Whether the lines told come to a total that the document prints, so that none is left out."""
    named = ask.entity in _NOUNS or codes_above(ask, desk.library.holding(period.documents[0].id)) is not None
    return not named and any(tell_the_whole(desk.library.holding(d.id), found) for d in period.documents)


def _carried_out(
    desk: Desk, ask: Ask, place: str, noun: str, kept: list[Move], method: list[str], lead: str
) -> Outcome:
    """The lines by how much of their opening budget was spent."""
    how = condition_words(_of_lines(ask), desk.language).removesuffix("的")
    key = "answer.completions_listed" if how else "answer.completions_ranked"
    if ask.direction is not None:
        how, key = _how(desk, ask, "moved"), "answer.completions_of_moved"
    if ask.operation is Operation.LIST:
        kept.sort(key=lambda m: size_of(m, ask))
    lead += say(key, desk.language, place=place, how=how, count=len(kept), noun=noun)
    found = [_told(desk, ask, m) for m in kept]
    return Outcome("list", found=found, method=method, lead=lead)


def _added(desk: Desk, ask: Ask, noun: str, kept: list[Move], method: list[str], lead: str) -> Outcome:
    """By how much the chosen lines moved together, before each of them."""
    told = [_told(desk, replace(ask, moved="amount"), m) for m in kept]
    unit = money_unit(told[0].unit)
    assert unit is not None
    scales = [one.scale if (one := money_unit(f.unit)) is not None else unit.scale for f in told]
    total = sum((f.value * scale for f, scale in zip(told, scales, strict=True) if f.value is not None), Decimal(0))
    how = _how(desk, ask, "moved")
    label = say("answer.moves_added", desk.language, how=how, noun=noun, count=len(kept))
    printed = [f for m in kept for f in m.printed]
    value, name = converted(as_printed(total / unit.scale, *printed), unit, desk.unit)
    whole = Found(label, value, name, [s for m in kept for s in m.sources], True)
    return Outcome("figures", found=[whole, *told], method=method, lead=lead)


def _passes(move: Move, condition: Filter) -> bool:
    """Whether a move meets a condition: a rate by its rate, an amount said of the change by it, else what there is."""
    if condition.on == "completion":
        return bool(move.before) and compare(completion_of(move), condition)
    if condition.unit == "%":
        rate = abs(percent(move.change, move.before)) if move.before else rate_printed(move)
        return rate is not None and compare(rate, condition)
    unit = money_unit(condition.unit) or money_unit(move.unit)
    if unit is None or (move.before is None and condition.on != "change"):
        return False
    base = abs(move.change) if condition.on == "change" else (move.before or Decimal(0)) + move.change
    return compare(base / unit.scale, condition)


def _goes(move: Move, direction: str | None) -> bool:
    if direction == "new":  # nothing was budgeted for it
        return move.before == 0 and move.change > 0
    if direction == "increase":
        return move.change > 0
    if direction == "decrease":
        return move.change < 0
    return move.change == 0 if direction == "same" else True


def _told(desk: Desk, ask: Ask, move: Move) -> Found:
    if ask.moved == "completion":
        if move.completed is not None and move.completed.amount is not None:
            return Found(move.label, move.completed.amount.value, "%", move.sources[-1:], False, move.completed)
        return Found(move.label, completion_of(move), "%", move.sources, True)
    printed = printed_rate(move, ask)
    if printed is not None and move.rated is not None:
        source = source_of(move.rated, desk.library.holding(move.rated.document_id))
        return Found(move.label, printed, "%", [source], figure=move.rated)
    if ask.moved == "rate" and move.before:
        return Found(move.label, abs(percent(move.change, move.before)), "%", move.sources, True)
    unit = money_unit(move.unit)
    assert unit is not None
    base = move.before if ask.direction == "same" and move.before is not None else abs(move.change)
    if ask.side and move.before is not None:
        base = move.before + (move.change if ask.side == "after" else 0)
    value, name = converted(as_printed(base / unit.scale, *move.printed), unit, desk.unit)
    return Found(move.label, value, name, move.sources, move.computed)


def _moves(desk: Desk, ask: Ask, place: Place, period: Period) -> list[Move]:
    """The changes of one place and year, from the sentences where they tell them, else from two tables."""
    holdings = [desk.library.holding(d.id) for d in period.documents]
    if ask.entity == "project" and _beside_budget(ask):
        return max((of_two_stages(h, t, ask, period.year) for h in holdings for t in h.tables), key=len, default=[])
    if of_adjusted(ask):
        return []  # an account tells what was adjusted of no line
    if ask.entity == "project":
        listed = ((h, t) for h in holdings for t in project_tables(h))
        return max((_of_one_table(h, t, ask, period.year) for h, t in listed), key=len, default=[])
    if ask.entity == "unit":
        by_unit = (_of_one_table(h, t, ask, period.year) for h in holdings for t in h.tables if is_of(t, ask))
        return max(by_unit, key=len, default=[])
    told: list[Move] = []
    for holding in holdings if ask.entity != "economic" else ():  # sentences are of functions
        told.extend(spoken_moves(holding, ask, period.year, functional_codes(holding), codes_above(ask, holding)))
    printed = max((_of_one_table(h, t, ask, period.year) for h in holdings for t in h.tables), key=len, default=[])
    told = printed if len(printed) > len(told) else told
    return told or _of_tables(desk, ask, place, period, holdings)


def _moves_against(desk: Desk, ask: Ask, place: Place, period: Period) -> tuple[list[Move], str]:
    """The changes, and against what they are where the question leaves it open and more are told of what was spent."""
    found = _moves(desk, ask, place, period)
    said = ask.basis not in (None, "last_year") or ask.basis_year or ask.base_scope is not None
    if said or ask.entity in _NOUNS or _beside_budget(ask) or of_adjusted(ask):
        return found, ""
    spent = _moves(desk, replace(ask, basis="execution"), place, period)
    if len(spent) <= len(found):
        return found, ""
    basis = next((m.rated.basis for m in spent if m.rated is not None and m.rated.basis), "")
    return spent, say("answer.basis", desk.language, basis=basis_words(basis, desk.language)) if basis else ""


def _of_one_table(holding: Holding, table: TableView, ask: Ask, year: int | None) -> list[Move]:
    """The changes of the subjects or projects of a table that prints two years side by side (一般公共预算支出表).

    Empty where the table is of another fund than asked, or has several columns of the year before.
    """
    asked = {t.concept for t in ask.terms if t.concept and (ask.entity == "unit" or is_fund(t.concept))}
    asked -= WHOLES if ask.entity == "unit" else set()
    rows = compared_rows(holding, table, ask)
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


_LINES_CALLED = re.compile(r"(?:支出|开支|花销)项目")
_CLASSIFIED = ("subject", "function", "economic")
_NOUNS = {"project": "answer.noun_project", "unit": "answer.noun_unit"}
_OTHER_FUNDS = {"government_fund", "state_capital", "special_account"}


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
    was = {r.code or r.key: m for m in before.members if (r := m.candidate.row) is not None}
    above = codes_above(ask, holdings[0]) if holdings else None
    moves = []
    for member in after.members:
        row = member.candidate.row
        base = was.get(row.code or row.key) if row is not None and is_below(row.code or "", above) else None
        if base is None or base.base is None or member.base is None:
            continue
        sources = [source_of(m.candidate.figure, m.candidate.holding) for m in (member, base)]
        unit = member.candidate.figure.unit.name
        told = (member.candidate.figure, base.candidate.figure)
        moves.append(Move(member.label, member.base - base.base, base.base, unit, sources, True, told))
    return moves
