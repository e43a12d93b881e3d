"""Whether a row of a table is of the body that is asked for, and what another body costs."""

from assistant.finding.holdings import Holding, RowView, department_key
from assistant.finding.row_units import is_of_department
from assistant.finding.wanted import Wanted
from assistant.plan import Term
from ingest.records.document import RowRole
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body


def fits_body(terms: tuple[Term, ...], row: RowView, wanted: Wanted, holding: Holding) -> tuple[int, float | None]:
    """Which terms the row's body explains, and the cost of the body; None where it is another body than asked."""
    body = bare(row.body) if row.body else ""
    department = department_key(holding.document)
    mask = 0
    for at, term in enumerate(terms):
        if body and term.kind in ("name", "like") and any(key == body for key, _ in term.names):
            mask |= 1 << at
    own = next((b[1:] for b in wanted.bodies if b.startswith("=")), None)
    if own is not None:
        # 本级: the department's own row among its units (the deepest one), or rows reported for it.
        plain_key, plain_body = (
            bare(read_body(name).name) if own in bare(name) else "" for name in (row.row.label, row.body or "")
        )
        whole = is_of_department(row.row.label, row.key, own)  # 甲局部门 over its units is no office of its own
        if not whole and ((plain_key == own and row.key != own) or (plain_body == own and body != own)):
            return mask, 0.0  # …（本级）, or a line reported for it
        return mask, 0.0 if (row.key == own and row.row.role is RowRole.ITEM) or (body == own and row.key != own) else (
            0.6 if row.key == own and row.row.role is RowRole.SUBTOTAL and not row.is_total else None
        )
    if wanted.bodies:
        if row.key in wanted.bodies:
            return mask, 0.0
        if body in wanted.bodies or (department in wanted.bodies and not body):
            return mask, 0.0
        return mask, None
    if not body or (body == department and not row.parents):
        return mask, 0.0
    if row.is_total and row.row.role is RowRole.GRAND_TOTAL:
        return mask, 0.0
    # A project may bear the code of its unit; a unit's own row does not: its name is the unit's.
    subject = row.row.code_scheme not in (None, "project") and (row.row.code_scheme != "unit" or row.key == body)
    first, others = (0.25, 0.5) if subject else (0.05, 0.1)
    return mask, 0.0 if mask else first if body == department else others
