"""The indicators a question may speak of: those of the documents it leads to, one a row and name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.finding.evidence import Found, source_of_indicator
from assistant.finding.holdings import Holding
from assistant.finding.period import year_of_state
from assistant.finding.stated import row_prints
from assistant.plan import Ask, Filter, Term
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.figure import Indicator
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_WHOLE_TERM = "实施周期"
_TITLE = 4  # signs from which on a word is the title of a table: 绩效目标表


@dataclass(slots=True)
class Place:
    """An indicator where it stands."""

    holding: Holding
    indicator: Indicator
    keys: tuple[str, str, str]  # name, row, target and levels in comparison form


def places(desk: Desk, ask: Ask) -> list[Place]:
    """All indicators an ask looks into, one a row and name: the year's target before the whole term's.

    A year that no document with indicators is of may be part of a project's name: 2019年建设项目 in the goals of 2023.
    """
    found = _places(desk, ask)
    if ask.stated:
        rows = [p.holding.rows.get(p.indicator.row_id or "") for p in found]
        told = [p for p, row in zip(found, rows, strict=True) if row is not None and row_prints(row, ask.stated)]
        found = told or found  # 那个539万的审计业务经费
    if found or not ask.scope.years:
        return found
    anywhen = _places(desk, replace(ask, scope=replace(ask.scope, years=(), pairs=())))
    spoken = without(bare(ask.words), map(bare, ask.scope.said), " ")
    return [p for p in anywhen if all(str(y) in p.keys[1] for y in ask.scope.years) and _shares(p.keys[1], spoken)]


def _shares(label: str, spoken: str) -> bool:
    """Whether a project's name and a question share words beside the year."""
    told = re.sub(r"20\d\d年?(?:度)?", "|", label)
    return any("|" not in told[i : i + 3] and told[i : i + 3] in spoken for i in range(len(told) - 2))


def _places(desk: Desk, ask: Ask) -> list[Place]:
    found: dict[tuple[object, ...], Place] = {}
    whole_term = "周期" in ask.words
    for holding, of in holdings_of(desk, ask):
        if ask.as_of and year_of_state(ask.as_of, of.documents) != holding.document.year:
            continue  # what is aimed at is reached at the end of its own year
        for key, indicator, keys in holding.once(("indicators", of.unit), partial(_keyed, holding, of.unit)):
            before = found.get(key)
            wanted = (indicator.period == _WHOLE_TERM) == whole_term
            if before is None or (wanted and (before.indicator.period == _WHOLE_TERM) != whole_term):
                found[key] = Place(holding, indicator, keys)
                before, indicator = found[key], before.indicator if before is not None else indicator
            if indicator.unit and not before.indicator.unit and indicator.value == before.indicator.value:
                before.indicator = replace(before.indicator, unit=indicator.unit)  # printed once for both periods
    return list(found.values())


def _keyed(holding: Holding, unit: str | None) -> list[tuple[tuple[object, ...], Indicator, tuple[str, str, str]]]:
    """The indicators of a document, of one unit where one is meant: what tells each from others, and its names."""
    document = holding.document
    seen: dict[tuple[object, ...], int] = {}  # of this document: one published twice counts once
    rows: dict[str, list[str]] = {}  # projects of one name are those of several units
    made: list[tuple[tuple[object, ...], Indicator, tuple[str, str, str]]] = []
    for indicator in holding.indicators:
        row = holding.rows.get(indicator.row_id or "")
        if unit and not (row is not None and row.body and bare(row.body) == unit):
            continue
        label, name = bare(indicator.row_label), bare(indicator.name)
        alike = rows.setdefault(label, [])
        if (row_id := indicator.row_id or "") not in alike:
            alike.append(row_id)
        own = (document.department or "", document.year, label, alike.index(row_id), name)
        turn = seen.get((*own, indicator.period), 0)
        seen[(*own, indicator.period)] = turn + 1
        levels = f"{indicator.level1 or ''}{indicator.level2 or ''}"
        made.append(((*own, turn), indicator, (name, label, bare(indicator.text + levels))))
    return made


def of_period(place: Place, indicator: Indicator) -> Place:
    """The same place with the indicator of another period."""
    return Place(place.holding, indicator, place.keys)


def found_of_indicator(desk: Desk, place: Place) -> Found:
    """An indicator's target as a value with its words."""
    indicator = place.indicator
    label = say(
        "answer.indicator_label", desk.language, row=indicator.row_label, name=indicator.name, text=indicator.text
    )
    source = source_of_indicator(indicator, place.holding.document)
    note = "" if indicator.value is not None else indicator.text
    return Found(label, indicator.value, indicator.unit or "", [source], note=note)


def level_cost(term: Term, indicator: Indicator) -> float | None:
    """What a term costs that names the level an indicator is of (满意度指标); None where it names none."""
    for level in (indicator.level1, indicator.level2):
        key = bare(level or "").removesuffix("指标")
        if key and term.text.removesuffix("指标") == key:
            return 0.05
    return None


def stands_under(term: Term, place: Place, stated: Sequence[Filter]) -> bool:
    """Whether a term names where a target stands: its table, or the column of an amount that its row is told by."""
    if len(term.text) >= _TITLE and term.text.endswith("表"):
        table = next((t for t in place.holding.tables if t.table.id == place.indicator.table_id), None)
        if table is not None and term.text in bare(table.table.title):
            return True
    row = place.holding.rows.get(place.indicator.row_id or "") if stated else None
    if row is None or row.table is None:
        return False
    columns = row.table.columns
    named = [f for at, f in row.cells if any(term.text == key for key in columns[at].keys)]
    told = [(unit.scale, s) for s in stated if (unit := money_unit(s.unit)) is not None]
    return any(
        f.amount is not None and s.value * scale <= f.amount.base <= (s.upper or s.value) * scale
        for f in named
        for scale, s in told
    )
