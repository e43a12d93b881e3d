"""The rows whose changes are asked for: the subjects of one level, the projects or the units of a table."""

from assistant.computing.figures.looking import Desk
from assistant.computing.rows.classified import Subject, subjects_of
from assistant.computing.rows.parts import leaves, projects_listed
from assistant.computing.rows.population import project_tables
from assistant.computing.sets.moves_told import is_below
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.scope import Period
from assistant.lexicon import is_fund, narrowing
from assistant.plan import Ask
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name

WHOLES = {"budget_total", "expenditure_total", "income_total", "income", "expenditure"}
_SETS = ("project", "unit")
_ITEM = 7  # digits of an item of the functional classification
_CLASS = 3


def codes_above(ask: Ask, holding: Holding) -> tuple[str, ...] | None:
    """The functional codes that the members' codes begin with, where a line is named they are parts of; else None."""
    named = [t for t in ask.terms if ask.entity not in _SETS and not (t.concept and is_fund(t.concept))]
    if not named:
        return None
    keys = {key for t in named for key, _ in t.names} | {bare(t.text) for t in named}
    rows = (row for table in holding.tables for row in table.rows)
    return tuple({r.code for r in rows if r.row.code_scheme == "functional" and r.code and r.key in keys})


def compared_rows(holding: Holding, table: TableView, ask: Ask) -> list[RowView]:
    """The rows whose changes are asked for: the subjects of a level, or the projects of a table of the names said."""
    if ask.entity == "project":
        named = [t for t in ask.terms if not t.concept]
        return leaves(table) if all(t.text in table.key for t in named) else []
    if ask.entity == "unit":
        return [r for r in leaves(table) if r.row.code_scheme is None and is_body_name(r.row.label)]
    above = codes_above(ask, holding)
    found = subjects_of(table, "department_economic" if ask.entity == "economic" else "functional")
    level = ask.level or _level(found)
    return [s.row for s in found if s.digits == level and is_below(s.row.code or "", above)]


def _level(found: list[Subject]) -> int:
    """The lowest level that a table prints; of names without a code those that are surely classes."""
    coded = any(s.row.code for s in found)
    return max((s.digits for s in found), default=_ITEM) if coded else _CLASS


def lines_held(desk: Desk, ask: Ask, period: Period) -> set[str]:
    """The codes of the subjects that the tables of a year print, at the level asked for; or its projects."""
    if ask.entity == "unit":
        holdings = [desk.library.holding(d.id) for d in period.documents]
        listed = (compared_rows(h, t, ask) for h in holdings for t in h.tables if is_of(t, ask))
        return max(({r.row.id for r in rows} for rows in listed), key=len, default=set())
    if ask.entity == "project":
        tables = [t for d in period.documents for t in project_tables(desk.library.holding(d.id))]
        return max(({r.row.id for r in projects_listed(t)} for t in tables), key=len, default=set())
    held = [desk.library.holding(d.id) for d in period.documents]
    above = [codes_above(ask, h) for h in held]
    found = {
        code for h, lines in zip(held, above, strict=True) for code in functional_codes(h) if is_below(code, lines)
    }
    deepest = max(map(len, found), default=_ITEM)
    told = {code for code in found if len(code) == (ask.level or deepest)} if ask.entity != "economic" else set()
    listed = (compared_rows(h, t, ask) for h in held for t in h.tables)
    return told or max(({r.code or r.key for r in rows} for rows in listed), key=len, default=set())


def functional_codes(holding: Holding) -> set[str]:
    """The functional codes that the tables of a document print."""
    rows = (row for table in holding.tables for row in table.rows)
    return {row.code for row in rows if row.row.code_scheme == "functional" and row.code}


def is_of(table: TableView, ask: Ask) -> bool:
    """Whether a table of units is of what is asked for: of all their money where nothing is named."""
    asked = {t.concept for t in ask.terms if t.concept} - WHOLES
    return all(t.concept for t in ask.terms) and asked <= table.concepts and not narrowing(table.concepts) - asked
