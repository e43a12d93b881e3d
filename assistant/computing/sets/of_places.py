"""What one line gives to each place that heads a column of its row: 分到五个县区各多少, 按县区从多到少排.

The places are asked for by their kind alone, which no table prints as it is said (县(市、区)). They have to be all the
columns of places in the row of the line, and as many as are said.
"""

import re
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.evidence import Found, Outcome, converted, source_of
from assistant.plan import EVERY, Ask, Operation, Plan, replace
from ingest.records.figure import Figure
from ingest.wording.glyphs import bare

_COUNTIES = "县市区|市县区|区县市|旗县区|县区|区县|市县|县市|州市|市州|盟市|旗县|地市"
_TOWNS = "乡镇|镇街|街镇|镇乡|街道"
_KIND = rf"(?:下辖|所辖)?(?:(?P<counties>{_COUNTIES})|{_TOWNS})"
_KINDS = re.compile(rf"[各每]?{_KIND}")
_ASKED = re.compile(
    rf"(?:[各每]一?个?|(?:按|分)照?|哪[一几些两三四五]?个?|[一二两三四五六七八九十\d]+个){_KIND}"
    rf"|{_KIND.replace('counties', 'named')}(?:各|分别)"
)
_OF_COUNTIES, _OF_TOWNS = re.compile(r"[县市区州旗盟]$"), re.compile(r"[镇乡]$|街道$")
_ORDERED = (Operation.TOP, Operation.BOTTOM, Operation.MAX, Operation.MIN)
_OF_EACH = (*_ORDERED, Operation.LOOKUP, Operation.LIST)
_ASCENDING = (Operation.BOTTOM, Operation.MIN)


def places_told(desk: Desk, plan: Plan) -> Outcome | None:
    """The amounts of one line place by place, in the order asked for; None where its row heads no places."""
    asked = _ASKED.search(plan.question)
    if asked is None or len(plan.asks) != 1 or (ask := _of_the_line(plan)) is None:
        return None
    cells = _cells_of(desk, ask, _OF_COUNTIES if asked["counties"] or asked["named"] else _OF_TOWNS)
    if not cells or plan.asks[0].said_count not in (None, 0, 1, len(cells), plan.asks[0].number):
        return None
    return Outcome("list", found=_chosen(plan.asks[0], cells), place=ask.scope.said[0] if ask.scope.said else "")


def _of_the_line(plan: Plan) -> Ask | None:
    """The look-up of the line that is given to places; None where anything else is said of it."""
    (ask,) = plan.asks
    said = [*plan.unexplained, *ask.hints, *(t.text for t in ask.terms if t.kind == "like")]
    lines = tuple(t for t in ask.terms if not _KINDS.fullmatch(t.text)) or ask.context
    plain = not (ask.excluded or ask.filters or ask.by_columns or ask.moved or ask.base or ask.per or ask.picks)
    left = [word for word in said if not _KINDS.fullmatch(word) and all(word != t.text for t in lines)]
    if ask.operation not in _OF_EACH or not plain or left or len(lines) != 1 or not ask.scope.departments:
        return None
    return replace(ask, operation=Operation.LOOKUP, terms=lines, hints=(), context=(), each=False, said_count=None)


def _cells_of(desk: Desk, ask: Ask, kind: re.Pattern[str]) -> list[Found]:
    """The cells of the line's row whose columns are places of a kind."""
    told = looked_up(desk, ask)
    figures = [f.figure for f in told.found if f.figure is not None and f.figure.row_id is not None]
    rows = {(f.document_id, f.row_id) for f in figures}
    if told.kind not in ("figures", "clarification") or len(rows) != 1:
        return []
    holding = desk.library.holding(figures[0].document_id)
    row = holding.rows.get(figures[0].row_id or "")
    cells = [figure for _, figure in row.cells if _is_of_a_place(figure, kind)] if row is not None else []
    if row is None or len(cells) < 2 or len({f.unit for f in cells}) > 1 or len({f.column[:-1] for f in cells}) > 1:
        return []
    return [_found(desk, figure) for figure in cells]


def _is_of_a_place(figure: Figure, kind: re.Pattern[str]) -> bool:
    """Whether an amount stands under a place of a kind: 某某区, and no 地区."""
    leaf = bare(figure.column[-1]) if figure.column else ""
    return figure.amount is not None and len(leaf) > 1 and kind.search(leaf) is not None


def _found(desk: Desk, figure: Figure) -> Found:
    """An amount under the name of its place."""
    assert figure.amount is not None
    value, unit = converted(figure.amount.value, figure.unit, desk.unit)
    source = source_of(figure, desk.library.holding(figure.document_id))
    return Found(figure.column[-1], value, unit, [source], figure=figure)


def _chosen(ask: Ask, cells: list[Found]) -> list[Found]:
    """The cells in the order asked for; of a rank alone the first of them, with those that are equal to it."""
    if ask.operation not in _ORDERED:
        return cells
    order = sorted(cells, key=_base, reverse=ask.operation not in _ASCENDING)
    count = min(ask.number or 1, len(order), EVERY)
    return [f for at, f in enumerate(order) if at < count or _base(f) == _base(order[count - 1])]


def _base(found: Found) -> Decimal:
    figure = found.figure
    assert figure is not None and figure.amount is not None
    return figure.amount.base
