"""The self-evaluations a question may speak of: a project with its score, its money, its indicators and its words."""

import re
from dataclasses import dataclass, field, replace

from assistant.answer import SourceRef
from assistant.computing.arithmetic.exact import percent
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.targets.pool import Place
from assistant.finding.evidence import Found, source_of, source_of_text
from assistant.finding.holdings import Holding, RowView, department_key
from assistant.plan import Ask
from assistant.understand.words.alike import spelt_in
from ingest.messages import say
from ingest.records.document import RowText, Stage
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_KIND = "performance_evaluation"
_POINTS = re.compile("得分|分值")  # 执行率得分 is no rate
_BUDGETS = (Stage.ADJUSTED_BUDGET, Stage.BUDGET)


@dataclass(slots=True)
class Evaluation:
    """A project (or a whole department) as it was evaluated; of several printings of one amount the first."""

    holding: Holding
    label: str
    key: str
    whole: bool  # of the department, not of a project
    chosen: bool = False  # by the unit the question names
    bodies: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)  # of its tables
    scores: list[Figure] = field(default_factory=list)  # one a value
    money: dict[Stage, Figure] = field(default_factory=dict)
    rate: Figure | None = None
    places: list[Place] = field(default_factory=list)
    texts: list[RowText] = field(default_factory=list)

    @property
    def budget(self) -> Figure | None:
        """What it could spend in the year: the adjusted budget, else the opening one."""
        return next((self.money[stage] for stage in _BUDGETS if stage in self.money), None)

    @property
    def spent(self) -> Figure | None:
        """What it spent."""
        return self.money.get(Stage.EXECUTION) or self.money.get(Stage.FINAL_ACCOUNT)

    def rate_found(self, language: str) -> Found | None:
        """Its execution rate as printed, else what it spent of what it could spend; None where neither is printed."""
        label = say("answer.rate_label", language, row=self.label)
        if self.rate is not None:
            return Found(label, self.rate.value, "%", [source_of(self.rate, self.holding)], figure=self.rate)
        if self.budget is None or self.spent is None or not self.budget.value or self.spent.amount is None:
            return None
        assert self.budget.amount is not None
        value = percent(self.spent.amount.base, self.budget.amount.base)
        return Found(label, value, "%", [source_of(f, self.holding) for f in (self.spent, self.budget)], True)

    @property
    def grade(self) -> RowText | None:
        """The printed grade: 优, 良."""
        return next((t for t in self.texts if re.search("等级|等次|评级", t.column)), None)

    def source_of_text(self, text: RowText) -> SourceRef:
        """The cell of words a form prints."""
        return source_of_text(text, self.label, self.holding.document)


def evaluations(desk: Desk, ask: Ask) -> list[Evaluation]:
    """The self-evaluations an ask leads to, in printed order; of the latest year that has any where none is said."""
    scope = replace(ask.scope, stages=(), kinds=())
    found = _found(desk, replace(ask, scope=scope))
    if found or scope.years or scope.relative_years:
        return found
    found = _found(desk, replace(ask, scope=replace(scope, every_year=True)))
    latest = max((e.holding.document.year or 0 for e in found), default=0)
    return [e for e in found if (e.holding.document.year or 0) == latest]


def _found(desk: Desk, ask: Ask) -> list[Evaluation]:
    made: dict[tuple[str, str], Evaluation] = {}
    for holding, of in holdings_of(desk, ask):
        department = department_key(holding.document)
        own: dict[str, Evaluation] = {}
        for table in holding.tables:
            if table.table.kind != _KIND:
                continue
            for row in table.rows:
                whole = row.key == department
                if row.is_total and not whole:
                    continue
                entry = own.setdefault(row.key, Evaluation(holding, row.row.label, row.key, whole))
                entry.titles.add(table.key)
                _add(entry, row)
        evaluated = {row.row.id: key for key, row in _rows(holding)}
        for indicator in holding.indicators:
            key = evaluated.get(indicator.row_id or "")
            if key in own and (indicator.actual is not None or indicator.points is not None):
                levels = f"{indicator.level1 or ''}{indicator.level2 or ''}"
                place = Place(holding, indicator, (bare(indicator.name), key, bare(indicator.text + levels)))
                own[key].places.append(place)
        units = _same_units(list(own.values()), of.unit) if of.unit else set[str]()
        for entry in own.values():
            if (entry.scores or entry.places or entry.rate) and (not of.unit or entry.bodies & units):
                entry.chosen = bool(of.unit)
                made.setdefault((holding.document.id, entry.key), entry)
    return list(made.values())


def _rows(holding: Holding) -> list[tuple[str, RowView]]:
    return [(row.key, row) for table in holding.tables if table.table.kind == _KIND for row in table.rows]


def _add(entry: Evaluation, row: RowView) -> None:
    entry.bodies |= {bare(body) for body in (row.body, row.row.body) if body}
    for _, figure in row.cells:
        if figure.amount is None:
            continue
        if figure.relation is Relation.SCORE:
            if all(figure.value != other.value for other in entry.scores):
                entry.scores.append(figure)
        elif figure.relation is Relation.SHARE and not _POINTS.search("".join(figure.column[-1:])):
            entry.rate = entry.rate or figure
        elif figure.relation is Relation.AMOUNT and figure.unit.kind is UnitKind.MONEY:
            entry.money.setdefault(figure.stage, figure)
    entry.texts += entry.holding.texts.get(row.row.id, [])


def _same_units(entries: list[Evaluation], unit: str) -> set[str]:
    """All the names of a unit: its own, its short one in a list (质安站), and those printed of the same project."""
    names = {unit}
    names |= {body for e in entries for body in e.bodies if _is_short(body, unit)}
    return names | {body for e in entries if e.bodies & names for body in e.bodies}


def _is_short(short: str, whole: str) -> bool:
    """Whether a name is another's short form: it ends like it and leaves characters out."""
    return len(short) > 2 and short[-1] == whole[-1] and spelt_in(short, whole)
