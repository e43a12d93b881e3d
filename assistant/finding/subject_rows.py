"""Which rows are subjects of a classification, and which are projects printed beside the code of theirs."""

import re
from weakref import WeakKeyDictionary

from assistant.finding.holdings import Holding, RowView

SUBJECT_SCHEMES = ("functional", "department_economic", "government_economic")
#: Titles of tables that list projects one by one, the forms of one project each among them.
PROJECT_TABLES = re.compile(r"项目支出|绩效目标|项目.{0,6}(?:预算|明细|情况)?表|专项")
_Names = frozenset[tuple[str, str]]
_known: WeakKeyDictionary[Holding, _Names] = WeakKeyDictionary()


def subject_names(holding: Holding) -> _Names:
    """The codes of a document with the names they bear outside the tables of projects."""
    names = _known.get(holding)
    if names is None:
        names = _known[holding] = frozenset(
            (row.row.code, row.key)
            for table in holding.tables
            if not PROJECT_TABLES.search(table.key)
            for row in table.rows
            if row.row.code and row.row.code_scheme in SUBJECT_SCHEMES
        )
    return names


def is_subject_row(row: RowView, names: _Names) -> bool:
    """Whether a row is a subject; a project printed beside the code of its subject bears another name."""
    return row.row.code_scheme in SUBJECT_SCHEMES and (not names or (row.row.code or "", row.key) in names)
