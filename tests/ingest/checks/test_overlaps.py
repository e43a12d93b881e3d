"""Documents about the same money."""

from itertools import permutations

from ingest.checks.overlaps import OverlapKind, overlaps
from ingest.records.document import Document, DocumentKind, Stage


def document(name: str, department: str, kind: DocumentKind, year: int = 2026) -> Document:
    """A document of that body and kind."""
    return Document(name, name + ".pdf", name, kind, department, year, Stage.BUDGET, "万元", 1, "pdf")


def test_a_department_holds_its_own_office() -> None:
    whole = document("a", "甲市司法局", DocumentKind.DEPARTMENT_BUDGET)
    office = document("b", "甲市司法局（本级）", DocumentKind.UNIT_BUDGET)
    other = document("c", "甲市司法局", DocumentKind.DEPARTMENT_BUDGET, 2025)
    tables = document("d", "甲市司法局", DocumentKind.BUDGET_TABLES)
    (found,) = {overlaps(order) for order in permutations((whole, office, other, tables))}
    assert [(o.first_id, o.second_id, o.kind) for o in found] == [
        ("a", "d", OverlapKind.COMPLETES),
        ("a", "b", OverlapKind.CONTAINS),
        ("d", "b", OverlapKind.COMPLETES),
    ]


def test_the_same_document_twice() -> None:
    twice = [document(name, "甲市司法局", DocumentKind.DEPARTMENT_BUDGET) for name in "ab"]
    assert [o.kind for o in overlaps(twice)] == [OverlapKind.REPEATS]
