"""Whether two figures are of the budgets of two whole departments, of which neither is a part of the other."""

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found
from assistant.finding.holdings import department_key
from ingest.records.document import DocumentKind

_OF_DEPARTMENTS = (DocumentKind.DEPARTMENT_BUDGET, DocumentKind.DEPARTMENT_FINAL_ACCOUNT)


def other_department(desk: Desk, part: Found, whole: Found) -> str | None:
    """The department whose whole a unit of another is held against (甲局的乙中心占丙局的几成); None for its own."""
    told = [desk.library.holding(f.figure.document_id).document for f in (part, whole) if f.figure is not None]
    two = len({department_key(d) for d in told if d.kind in _OF_DEPARTMENTS}) > 1
    return told[-1].department if two else None
