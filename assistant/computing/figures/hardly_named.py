"""A project said by little of its name: where another of the same table holds that much as well, both are offered."""

import re
from dataclasses import replace

from assistant.finding.choose import Choice
from assistant.finding.labels import PROJECT_TABLES
from assistant.finding.wanted import Candidate
from assistant.plan import Ask
from ingest.wording.glyphs import bare

# What says only that money is meant; a name is told apart by what stands before it.
_MONEY = re.compile(r"(?:项目|工作|专项)?(?:经费|费用|费|资金|款|支出|开支|补助|项目)$")
_LEAST = 2  # times what is said that a name is longer, so that most of it goes unsaid


def hardly_named(ask: Ask, choice: Choice) -> Choice:
    """The choice, or every project of the table that holds what was said: 活动费 of two about 活动."""
    best = choice.best
    term = ask.terms[0] if len(ask.terms) == 1 else None
    if best is None or best.row is None or best.table is None or term is None or term.kind != "like" or ask.hints:
        return choice
    said = bare(term.text)
    core = _MONEY.sub("", said)
    own = best.row.key
    unsaid = len(core) > 1 and core in own and said not in own and len(own) > _LEAST * len(said)
    if not unsaid or best.row.is_total or not PROJECT_TABLES.search(best.table.key):
        return choice
    alike = [best, *_others(best, core)]
    values = {c.figure.amount.base for c in alike if c.figure.amount is not None}
    return choice if len(values) < 2 else Choice(None, [], alike)


def _others(best: Candidate, core: str) -> list[Candidate]:
    """The figures of the other rows of a table that hold some words, in the same column."""
    table, own = best.table, best.row
    if table is None or own is None:
        return []
    rows = [r for r in table.rows if core in r.key and r.key != own.key and not r.is_total and r.body == own.body]
    found: list[Candidate] = []
    for row in rows:
        cells = [f for _, f in row.cells if f.column == best.figure.column and f.amount is not None]
        if cells and not best.holding.is_subject(row):
            found.append(replace(best, figure=cells[0], row=row))
    return found
