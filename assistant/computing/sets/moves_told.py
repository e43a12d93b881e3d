"""How subjects moved as the sentences of a document tell it: each line's amounts, or the change that is printed.

A final account tells its lines one by one, each with its opening budget, under a heading that names the fund:
五、一般公共预算财政拨款支出决算情况说明 … 1.…（项）。年初预算为5万元，支出决算为4万元。
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.rows.told_lines import CLASS_DIGITS, ITEM_DIGITS, come_to_a_told_total, is_of_fund, line_of
from assistant.finding.evidence import source_of
from assistant.finding.holdings import Holding
from assistant.finding.period import basis_fits
from assistant.lexicon import is_fund
from assistant.plan import Ask
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind


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
    completed: Figure | None = None  # how much of the budget was spent, where that is printed
    rated: Figure | None = None  # the rate that is printed of it


def spoken_moves(
    holding: Holding, ask: Ask, year: int | None, functional: set[str], above: tuple[str, ...] | None
) -> Iterable[Move]:
    """The changes that a document's sentences tell of the subjects of a level; ``above`` are the codes they begin with.

    A line whose code no table tells (a name that is printed in two ways) is known by its own words.
    """
    told = list(_of_level(holding, ask, year, functional, above, ask.level or ITEM_DIGITS))
    if told or ask.level is not None or above is not None:
        return told
    return list(_of_level(holding, ask, year, functional, above, CLASS_DIGITS))  # an account told by its classes alone


def _of_level(
    holding: Holding, ask: Ask, year: int | None, functional: set[str], above: tuple[str, ...] | None, level: int
) -> Iterable[Move]:
    """The changes told of the lines of one level."""
    funds = {t.concept for t in ask.terms if t.concept and is_fund(t.concept)}
    by_line: dict[str, list[Figure]] = {}
    for figure in holding.spoken:
        counts = figure.unit.kind is UnitKind.MONEY or figure.relation in (Relation.RATE, Relation.SHARE)
        line = line_of(figure, level) if figure.amount is not None and counts else None
        if line is None or not _is_among(figure.code, functional, above) or not is_of_fund(holding, figure, funds):
            continue
        by_line.setdefault(line, []).append(figure)
    for line in sorted(by_line):
        move = _in_words(holding, ask, by_line[line], year)
        if move is not None:
            yield move


def tell_the_whole(holding: Holding, moves: Sequence[Move]) -> bool:
    """Whether the later amounts of moves come to a total that the sentences print."""
    return come_to_a_told_total(holding, [m.printed[0] for m in moves if m.before is not None])


def _is_among(code: str | None, functional: set[str], above: tuple[str, ...] | None) -> bool:
    """Whether a line is one of the document's subjects, and below the line that is named."""
    return (not code or not functional or code in functional) and (
        above is None or (code is not None and is_below(code, above))
    )


def is_below(code: str, above: tuple[str, ...] | None) -> bool:
    """Whether a code is of a part of one of the lines above; any is where none is named."""
    return above is None or (code.startswith(above) and code not in above)


def _in_words(holding: Holding, ask: Ask, figures: list[Figure], year: int | None) -> Move | None:
    """The change a document tells of one subject: both amounts, else the change it prints."""
    amounts = [f for f in figures if f.relation is Relation.AMOUNT]
    before = _only([f for f in amounts if _is_base(f, ask, year, holding.document.stage)])
    spent = [f for f in amounts if f.year == year and f.stage is holding.document.stage]
    now = _only(spent) or _only(_told_beside(spent, before))
    if now is not None and before is not None and now.amount is not None and before.amount is not None:
        sources = [source_of(now, holding), source_of(before, holding)]
        change = now.amount.base - before.amount.base
        rate = _only([f for f in figures if f.relation is Relation.RATE])
        if rate is not None and rate.amount is not None and rate.amount.value * change < 0:
            return None  # the document says both that it rose and that it fell: a slip of the pen in one of them
        completed = _only([f for f in figures if f.relation is Relation.SHARE and "预算" in (f.basis or "")])
        sources += [source_of(completed, holding)] if completed is not None else []
        return Move(now.label, change, before.amount.base, now.unit.name, sources, True, (now, before), completed, rate)
    elsewhen = ask.basis == "execution" and year is not None and ask.basis_year not in (None, year - 1)
    if ask.base_scope is not None or elsewhen:
        return None
    printed = _only(
        [f for f in figures if f.relation is Relation.CHANGE and basis_fits(f.basis, ask.basis or "last_year")]
    )
    if printed is None or printed.amount is None:
        return None
    base = now.amount.base - printed.amount.base if now is not None and now.amount is not None else None
    sources = [source_of(printed, holding)]
    rate = _only([f for f in figures if f.relation is Relation.RATE and f.passage_id == printed.passage_id])
    if rate is not None and rate.amount is not None and rate.amount.value * printed.amount.base < 0:
        rate = None
    return Move(printed.label, printed.amount.base, base, printed.unit.name, sources, False, (printed,), None, rate)


def _only(figures: list[Figure]) -> Figure | None:
    values = {f.amount.base for f in figures if f.amount is not None}
    return figures[0] if len(values) == 1 else None


def _told_beside(spent: Sequence[Figure], base: Figure | None) -> list[Figure]:
    """Of amounts that a slip printed apart the one held against its base: 支出26.85元。年初预算28元，决算26.86元."""
    after = [f for f in spent if base is not None and f.passage_id == base.passage_id and f.id > base.id]
    return sorted(after, key=lambda f: f.id)[:1]


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
