"""Whether a figure's own year, stage and basis are those asked for, and what a step aside costs."""

import re
from collections.abc import Iterable
from typing import Protocol

from assistant.finding.holdings import Holding
from ingest.records.document import Document, Stage
from ingest.records.figure import Figure, Relation

_STATES = ("state_assets", "staff")
_WHOLE_YEAR = re.compile(r"预算数(?:为|是|指)[^，,。；;]{0,12}全年预算数|预算数[^。；;]{0,30}调整后的预算数")
_MONTH = re.compile(r"(\d{1,2})\s*月")


class Asked(Protocol):
    """The part of what is wanted that says when."""

    years: tuple[int, ...]
    stages: tuple[str, ...]


def in_period(figure: Figure, wanted: Asked, holding: Holding) -> bool:
    """Whether a figure is of a year and stage asked for."""
    if wanted.years and figure.year is not None and figure.year not in wanted.years:
        return _is_state_before(figure, wanted, holding)
    if wanted.years and figure.year is None and holding.document.year is not None:
        return holding.document.year in wanted.years
    return not (wanted.stages and figure.stage.value not in wanted.stages) or _is_adjusted(figure, wanted, holding)


def _is_adjusted(figure: Figure, wanted: Asked, holding: Holding) -> bool:
    """Whether a column 预算数 answers for the adjusted budget that is asked for."""
    asked = wanted.stages == (Stage.ADJUSTED_BUDGET.value,) and figure.stage is Stage.BUDGET
    return asked and of_whole_year(figure, holding)


def of_whole_year(figure: Figure, holding: Holding) -> bool:
    """Whether a column 预算数 is of the adjusted budget by the note of its table: 预算数为“三公”经费全年预算数."""
    if holding.document.stage is not Stage.FINAL_ACCOUNT or figure.table_kind != "three_public":
        return False
    table = holding.table_of(figure)
    notes = [table.table.note or ""] if table is not None else []
    notes += [p.text for p in holding.passages if p.page == figure.page]
    return any(_WHOLE_YEAR.search(note) for note in notes)


def _is_state_before(figure: Figure, wanted: Asked, holding: Holding) -> bool:
    """Whether a figure tells what there was at the end of last year, in a budget of the year asked for."""
    year = holding.document.year
    told = figure.table_kind in _STATES and year is not None and figure.year == year - 1
    return told and year in wanted.years and not wanted.stages


def period_cost(figure: Figure, wanted: Asked, holding: Holding) -> float:
    """What it costs that a figure is not of its document's own year and stage."""
    cost = 0.0
    if figure.year is not None and holding.document.year is not None and figure.year != holding.document.year:
        cost += 0.4
    if not wanted.stages and figure.stage is not holding.document.stage:
        cost += 0.8 if figure.stage is not Stage.BUDGET else 0.6
    return cost


def state_at(figure: Figure, asked: tuple[int, int], holding: Holding) -> bool:
    """Whether a figure is of a state (截至…) in a year and month; a month is held where one is printed."""
    basis, (year, month) = figure.basis or "", asked
    last = holding.document.year is not None and holding.document.year - 1 == year
    if str(year) not in basis and not (last and re.search("上年|去年", basis)):
        return False
    printed = _MONTH.search(basis)
    return month == (int(printed[1]) if printed else 12)


def year_of_state(asked: tuple[int, int], documents: Iterable[Document]) -> int:
    """The year of a date; one told from the newest year (0, -1) is counted from the documents."""
    return asked[0] if asked[0] > 0 else max((d.year or 0 for d in documents), default=0) + asked[0]


def told_at(figure: Figure, asked: tuple[int, int], holding: Holding) -> bool:
    """Whether a figure may be of a state: one without a date of its own is of the end of what its document tells.

    That is the year of a final account, and for a budget the year before it.
    """
    if re.search(r"20\d\d|上年|去年|月", figure.basis or ""):
        return state_at(figure, asked, holding)
    final = holding.document.stage is Stage.FINAL_ACCOUNT
    return asked == ((holding.document.year or 0) - (0 if final else 1), 12)


def held_as_asked(figure: Figure, relation: Relation, asked: str | None) -> bool:
    """Whether a figure is held against what was asked: a share of the budget needs a basis, a rate may have none."""
    if relation is Relation.SHARE and not figure.basis:
        return False
    return not (asked and figure.basis) or basis_fits(figure.basis, asked)


def basis_fits(printed: str | None, asked: str) -> bool:
    """Whether a printed basis is the one asked for: last year, the execution, a year."""
    if printed is None:
        return False
    if asked == "execution":
        return "执行" in printed or "实际" in printed
    if asked == "budget":
        return "预算" in printed
    if asked.isdigit():
        return asked in printed or re.search(r"20\d\d|预算|执行", printed) is None or "上年" in printed
    # 较年初预算数减少 is held against the same year's opening budget, not against last year.
    return asked != "last_year" or re.match(r"(?:当年|本年|全年)?(?:年初|调整)?预算", printed) is None
