"""The check of an answer: its cells read again from the kept originals, its computed figure worked out again."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from statistics import median

from assistant.answer import Answer, AnswerFigure, SourceRef
from ingest.records.figure import Figure
from ingest.records.layout import Box, Page, Reading
from ingest.records.units import MONEY_UNITS

TOUCHES = 1.0  # points by which two boxes must overlap
SCALES = {unit.name: unit.scale for unit in MONEY_UNITS}
NUMBER = re.compile(r"[-−+]?\d+(?:\.\d+)?")
DIGITS = 60


@dataclass(frozen=True, slots=True)
class Recheck:
    """What a check found: sources by index that read the same, otherwise, or could not be read again, and how the
    first figure was worked out anew (``formula`` is a message key; ``again`` what came out)."""

    same: tuple[int, ...]
    differs: tuple[int, ...]
    unreadable: tuple[int, ...]
    formula: str | None = None
    again: Decimal | None = None
    agrees: bool | None = None


def recheck(
    answer: Answer,
    read_again: Callable[[SourceRef], Reading | None],
    stored: Callable[[SourceRef], Figure | None],
) -> Recheck:
    """Check an answer; ``read_again`` gives a source's document freshly read, ``stored`` the record behind a source."""
    found: dict[bool | None, list[int]] = {True: [], False: [], None: []}
    for index, source in enumerate(answer.sources):
        reading = read_again(source)
        page = None if reading is None else next((p for p in reading.pages if p.number == source.page), None)
        found[None if page is None else _stands(page, source)].append(index)
    checked = Recheck(tuple(found[True]), tuple(found[False]), tuple(found[None]))
    worked = _worked_out(answer, stored) if answer.figures and answer.figures[0].computed else None
    if worked is None:
        return checked
    formula, again, agrees = worked
    return replace(checked, formula=formula, again=again, agrees=agrees)


def _stands(page: Page, source: SourceRef) -> bool | None:
    """Whether the printed text stands at its place on the freshly read page.

    None where that cannot be told: only a cell that now holds another number contradicts.
    """
    wanted = _bare(source.text)
    if not wanted:
        return None
    near = _texts_at(page, source.box)
    if any(wanted in text for text in (*near, "".join(near))):  # a quotation may run over several lines
        return True
    numbers = [text for text in near if NUMBER.fullmatch(text)]
    return False if NUMBER.fullmatch(wanted) and source.box is not None and numbers else None


def _texts_at(page: Page, box: Box | None) -> list[str]:
    cells = [cell for grid in page.grids for cell in grid.cells]
    parts = [(cell.box, cell.text) for cell in cells] + [(line.box, line.text) for line in page.lines]
    return [_bare(text) for at, text in parts if box is None or at is None or _touch(at, box)]


def _touch(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOUCHES and down > TOUCHES


def _bare(text: str) -> str:
    return re.sub(r"[\s,，≥≤=＝<>＜＞]", "", text)


def _worked_out(answer: Answer, stored: Callable[[SourceRef], Figure | None]) -> tuple[str, Decimal, bool] | None:
    """The formula that the plan names, what comes out of it, and whether that is the figure.

    The inputs are the further figures that the answer names, else the records behind its sources. None where no formula
    leads to the figure and the inputs are not rows of one table, each once: then it cannot be told what is wrong.
    """
    figure, operation = answer.figures[0], _operation(answer)
    if operation == "count":
        return _judged("formula_count", Decimal(len(figure.sources)), figure)
    named = [_base(one.value, one.unit) for one in answer.figures[1:] if not one.computed]
    records = [record for index in figure.sources if (record := stored(answer.sources[index])) is not None]
    amounts = [record.amount.base for record in records if record.amount is not None]
    whole = len(amounts) == len(figure.sources)
    once = {(r.document_id, r.year, r.label, r.amount.base): r.amount.base for r in records if r.amount is not None}
    inputs = [named] * (len(named) > 1) + [amounts, list(once.values())] * whole
    formulas = _FORMULAS[_family(figure, operation)]
    for name, formula in formulas:
        for values in inputs:
            result = formula(values)
            if result is not None and abs(_rounded(result, figure)) == abs(figure.value):
                return name, figure.value, True
    rows = {record.row_id for record in records}
    one_table = len({record.table_id for record in records}) == 1 and len(rows) == len(records) > 2
    if whole and one_table and len(formulas) == 1 and (result := formulas[0][1](amounts)) is not None:
        return _judged(formulas[0][0], result, figure)
    return None


def _judged(name: str, result: Decimal, figure: AnswerFigure) -> tuple[str, Decimal, bool]:
    again = _rounded(result, figure)
    return name, again, again == figure.value


def _rounded(result: Decimal, figure: AnswerFigure) -> Decimal:
    value = result / SCALES.get(figure.unit, Decimal(1))
    return value.quantize(Decimal(1).scaleb(int(figure.value.as_tuple().exponent)), ROUND_HALF_UP)


def _base(value: Decimal, unit: str) -> Decimal:
    return value * SCALES.get(unit, Decimal(1))


def _operation(answer: Answer) -> str:
    asks = (answer.plan or {}).get("asks")
    return str(asks[0].get("operation", "")) if isinstance(asks, list) and asks and isinstance(asks[0], dict) else ""


def _family(figure: AnswerFigure, operation: str) -> str:
    if operation in {"mean", "median"}:
        return operation
    if figure.unit == "%":
        return "percent"
    if figure.unit not in SCALES:
        return "times"
    return "difference" if operation in {"difference", "change"} else "sum" if operation == "sum" else "sum_or_derived"


def _total(values: Sequence[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) if values else None


def _mean(values: Sequence[Decimal]) -> Decimal | None:
    return sum(values, Decimal(0)) / len(values) if values else None


def _difference(values: Sequence[Decimal]) -> Decimal | None:
    return values[0] - values[1] if len(values) == 2 else None


def _quotient(values: Sequence[Decimal], hundredfold: bool) -> Decimal | None:
    if len(values) != 2 or not values[1]:
        return None
    with localcontext(prec=DIGITS):
        return values[0] / values[1] * (100 if hundredfold else 1)


def _growth(values: Sequence[Decimal]) -> Decimal | None:
    if len(values) != 2 or not values[1]:
        return None
    with localcontext(prec=DIGITS):
        return (values[0] - values[1]) / values[1] * 100


def _growth_from_change(values: Sequence[Decimal]) -> Decimal | None:
    """Growth where the sources print this year's amount and the change: change over (amount − change)."""
    if len(values) != 2 or not values[0] - values[1]:
        return None
    with localcontext(prec=DIGITS):
        return values[1] / (values[0] - values[1]) * 100


_FORMULAS: dict[str, tuple[tuple[str, Callable[[Sequence[Decimal]], Decimal | None]], ...]] = {
    "sum": (("formula_sum", _total),),
    "sum_or_derived": (("formula_sum", _total), ("formula_derived", _difference)),
    "mean": (("formula_mean", _mean),),
    "median": (("formula_median", lambda values: median(values) if values else None),),
    "difference": (("formula_difference", _difference),),
    "times": (("formula_times", lambda values: _quotient(values, hundredfold=False)),),
    "percent": (
        ("formula_share", lambda values: _quotient(values, hundredfold=True)),
        ("formula_growth", _growth),
        ("formula_growth_from_change", _growth_from_change),
    ),
}
