"""What one of a thing costs, from the number and the amount that its own row prints: 照明设备折合一套多少元."""

import re

from assistant.computing.arithmetic.by_count import by_count
from assistant.computing.arithmetic.exact import base_of
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.evidence import Found, Outcome, source_of
from assistant.plan import Ask, Operation, Plan, Term, replace
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_UNITS = "套台辆部件把张条册本盏棵株只块艘架吨箱份"
EACH_THING = re.compile(
    rf"(?:(?:折合|折算|换算|平均|均摊|摊|合)(?:下来|起来|到|成)?)*(?:每|单|(?:(?<=折合)|(?<=平均)|(?<=折算)|(?<=合))一)一?(?P<unit>[{_UNITS}])"
    r"(?=[^，,。；;？?]{0,6}(?:多少|几)(?:[万亿]?元|钱|块)|的?(?:价格|价钱|单价|费用|成本))"
)
_BOUGHT = re.compile(r"(?:打算|计划|准备|拟|要|预计)?(?:采购|购置|购买|买|添置|更新)(?:的|了)?")


def each_of_row(desk: Desk, plan: Plan) -> Outcome | None:
    """The amount of a row by the number beside it, both shown; None where just that is not asked or not printed."""
    each = EACH_THING.search(bare(plan.question))
    ask = plan.asks[0] if len(plan.asks) == 1 else None
    if each is None or ask is None or (terms := _things(plan, ask, each)) is None:
        return None
    told = looked_up(desk, replace(ask, operation=Operation.LOOKUP, terms=terms, hints=(), words=terms[0].text))
    figures = [f.figure for f in told.found if f.figure is not None]
    rows = {(f.document_id, f.row_id) for f in figures}
    if told.kind not in ("figures", "clarification") or len(rows) != 1 or figures[0].row_id is None:
        return None
    holding = desk.library.holding(figures[0].document_id)
    cells = [f for _, f in holding.rows[figures[0].row_id].cells if f.amount is not None and f.amount.value]
    counts = [f for f in cells if f.unit.kind is UnitKind.COUNT and f.unit.name == each["unit"]]
    amounts = [f for f in cells if f.unit.kind is UnitKind.MONEY and f.relation is Relation.AMOUNT]
    if len(counts) != 1 or len({f.amount.base for f in amounts if f.amount is not None}) != 1:
        return None
    return _divided(desk, amounts[0], counts[0], each["unit"])


def _things(plan: Plan, ask: Ask, each: re.Match[str]) -> tuple[Term, ...] | None:
    """The one thing that is bought, and no word beside it, its buying and what it is divided by."""
    plain = not (ask.filters or ask.excluded or ask.base or ask.basis or ask.each)
    things = tuple(t for t in ask.terms if not _BOUGHT.fullmatch(t.text))
    left = [w for w in (*plan.unexplained, *ask.hints) if bare(w) not in each[0] and not _BOUGHT.fullmatch(w)]
    averaged = ask.operation in (Operation.LOOKUP, Operation.MEAN, Operation.TARGET)
    return things if plain and averaged and not left and len(things) == 1 and ask.scope.departments else None


def _divided(desk: Desk, amount: Figure, count: Figure, unit: str) -> Outcome:
    """An amount by a number of one row."""
    holding = desk.library.holding(amount.document_id)
    line, number = (
        Found(f.label, f.amount.value, f.unit.name, [source_of(f, holding)], figure=f)
        for f in (amount, count)
        if f.amount is not None
    )
    place = holding.document.department or ""
    return by_count(desk, line, number, base_of(number), (unit, number.unit), place)
