"""Which unit a row is reported for, and its whole code, read off the row, its code and the rows above it."""

from collections.abc import Iterable, Sequence

from assistant.finding.labels import is_unit_label, is_unit_row
from assistant.plan import OWN_LEVEL
from ingest.records.document import Row, RowRole
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body


def coded_units(rows: Sequence[Row]) -> frozenset[str]:
    """The labels that stand beside the code of a unit, units whatever they are called."""
    return units_by_code((row.code, row.label, row.body) for row in rows if is_unit_row(row.code_scheme, row.label))


def units_by_code(printed: Iterable[tuple[str | None, str, str | None]]) -> frozenset[str]:
    """Of codes, the labels beside them and whose they are, the labels that are units.

    A project may bear the code of its unit: beside a label that is a unit otherwise, or the row's own body, it is none.
    """
    by_code: dict[str, dict[str, bool]] = {}
    for code, label, body in printed:
        labels = by_code.setdefault(code or "", {})
        labels[label] = labels.get(label, False) or label == body or is_unit_label(label)
    units: set[str] = set()
    for labels in by_code.values():
        sure = {label for label, known in labels.items() if known}
        units |= sure or (set(labels) if len(labels) == 1 else set())
    return frozenset(units)


def is_of_department(label: str, key: str, department: str) -> bool:
    """Whether a row is the whole department's: its name, or its name with its scope: 甲局部门."""
    if not department or key == department:
        return key == department != ""
    said = read_body(label)
    return said.scope in ("部门", "汇总") and bare(said.name) == department


def with_place(body: str | None, department: str) -> str | None:
    """A department's own office as a table names it without the place, in full: 旗农牧局本级 of 某某旗农牧局."""
    said = read_body(body) if body else None
    if body is None or said is None or said.scope != OWN_LEVEL:
        return body
    short = bare(said.name)
    cut = len(short) >= 3 and short != department and department.endswith(short)
    return f"{department}{OWN_LEVEL}" if cut else body


_SHORTEST_CUT = 4  # of 甲县公路中心 cut of 某市甲县公路事务中心: a shorter name may be anybody's


def is_cut_of(short: str, owner: str) -> bool:
    """Whether a name is another's with words left out before its kind, which both end in."""
    if not _SHORTEST_CUT <= len(short) < len(owner) or short[-2:] != owner[-2:]:
        return False
    left = iter(owner)
    return all(sign in left for sign in short)


def body_of(row: Row, above: Sequence[str | None], department: str, coded: frozenset[str]) -> str | None:
    """The unit a row is reported for: its own label where that is a unit, the stored body, or the row above's."""
    own = row.label if row.label in coded or (row.code_scheme is None and is_unit_label(row.label)) else None
    if own is not None and bare(read_body(own).name) != department:
        return own
    if own is not None and own != row.body and read_body(own).scope == OWN_LEVEL:
        return own  # 甲局机关 beside a code: the office among its units, whatever the table is reported for
    if row.body and (row.body in coded or is_unit_label(row.body)):
        return row.body
    return next((body for body in above if body), own)


def rows_over_own_office(rows: Sequence[Row], department: str) -> frozenset[str]:
    """The rows of a table that have a department's own office under them, which are the whole department's."""
    over = set()
    for row in rows:
        said = read_body(with_place(row.label, department) or "")
        named = bare(said.name) == department and (said.scope == OWN_LEVEL or row.role is RowRole.ITEM)
        if named and row.parent_id is not None:
            over.add(row.parent_id)
    return frozenset(over)


def whole_code(code: str | None, above: list[str]) -> str | None:
    """A code with what the rows above carry of it: 01 under 20108 is 2010801."""
    if code and len(code) == 2 and code.isdigit():
        upper = next((c for c in above if len(c) in (3, 5) and c.isdigit()), None)
        return f"{upper}{code}" if upper else code
    return code
