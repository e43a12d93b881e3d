"""Rows of a table as subjects of a classification: their level told by their codes, or by their place in the tree.

Some budgets print subjects by name only, each under its class; then the first level is 类, the next 款, the third 项 of
the functional classification, and 类, 款 of the economic one (源: 政府收支分类科目).
"""

import re
from dataclasses import dataclass

from assistant.finding.holdings import RowView, TableView
from assistant.finding.labels import is_total_label
from assistant.lexicon import whole_concept
from ingest.records.document import RowRole

_CLASS = {"functional": re.compile(r"f\d{3}"), "department_economic": re.compile(r"e3\d{2}")}
_DEEPEST = {"functional": 2, "department_economic": 1}
_KNOWN = 0.6  # of the uppermost rows with amounts so many are known classes


@dataclass(frozen=True, slots=True)
class Subject:
    """A row that stands for a subject, with the digits of its level: 类 3, 款 5, 项 7."""

    row: RowView
    digits: int

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells it from the table's other subjects: its code, or its name with those above it."""
        return (self.row.code,) if self.row.code else (self.row.key, *self.row.parents)

    def under(self, top: "Subject") -> bool:
        """Whether it stands below another subject of its table."""
        if self.row.row.id == top.row.row.id or self.digits <= top.digits:
            return False
        if self.row.code and top.row.code:
            return self.row.code.startswith(top.row.code)
        return top.row.key in self.row.parents


def subjects_of(table: TableView, scheme: str) -> list[Subject]:
    """The rows of a table that are subjects of a scheme; none where the table is of another."""
    coded = [r for r in table.rows if r.row.code_scheme == scheme and r.code and r.cells]
    if coded:
        return [Subject(r, len(r.code or "")) for r in coded]
    return _of_tree(table, scheme) if scheme in _CLASS else []


def _of_tree(table: TableView, scheme: str) -> list[Subject]:
    totals = {r.key for r in table.rows if r.is_total}  # 一般公共预算支出合计 over its classes
    above = {r.row.id: [k for k in r.parents if k not in totals and not is_total_label(k)] for r in table.rows}
    rows = [r for r in table.rows if _may_be_subject(r)]
    known = {r.row.side for r in rows if not above[r.row.id] and _is_class(r.key, scheme)}
    rows = [r for r in rows if r.row.side in known]
    tops = [r.key for r in rows if not above[r.row.id] and any(f.amount is not None for _, f in r.cells)]
    if not tops or sum(_is_class(key, scheme) for key in tops) < _KNOWN * len(tops):
        return []
    inside = [r for r in rows if len(above[r.row.id]) <= _DEEPEST[scheme]]
    return [Subject(r, 3 + 2 * len(above[r.row.id])) for r in inside]


def _may_be_subject(row: RowView) -> bool:
    items = row.row.role in (RowRole.ITEM, RowRole.SUBTOTAL, RowRole.OF_WHICH)
    return bool(items and row.cells and not row.is_total and not row.code and not row.body)


def _is_class(key: str, scheme: str) -> bool:
    return _CLASS[scheme].fullmatch(whole_concept(key) or "") is not None
