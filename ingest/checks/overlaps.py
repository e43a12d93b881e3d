"""Documents that say the same money twice: a department's and its own office's, or one document published again.

A district's 司法局 publishes its 部门预算 (with its units) and its 单位预算 (its own office) of one year under nearly
the same title; their amounts must never be added up.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.records.document import Document, DocumentKind
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body


class OverlapKind(StrEnum):
    """How two documents of one body, year and stage stand to one another."""

    CONTAINS = "contains"  # the first is the department, the second one of its accounting units
    COMPLETES = "completes"  # tables in one file, explanation or goals in the other
    REPEATS = "repeats"  # the same kind of document twice


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two documents about the same money."""

    first_id: str
    second_id: str
    kind: OverlapKind


_DEPARTMENT = (DocumentKind.DEPARTMENT_BUDGET, DocumentKind.DEPARTMENT_FINAL_ACCOUNT)
_UNIT = (DocumentKind.UNIT_BUDGET, DocumentKind.UNIT_FINAL_ACCOUNT)


def overlaps(documents: Sequence[Document]) -> tuple[Overlap, ...]:
    """Every pair of documents that speaks of the same money, in a fixed order whatever the order given."""
    groups: dict[tuple[str, int, str], list[Document]] = defaultdict(list)
    for document in documents:
        if document.department is not None and document.year is not None:
            body = bare(read_body(document.department).name)
            groups[body, document.year, document.stage.value].append(document)
    found = []
    for key in sorted(groups):
        group = sorted(groups[key], key=lambda d: (d.kind in _UNIT, d.kind.value, d.title, d.id))
        for i, first in enumerate(group):
            found += [Overlap(first.id, second.id, _kind(first, second)) for second in group[i + 1 :]]
    return tuple(found)


def _kind(first: Document, second: Document) -> OverlapKind:
    if first.kind in _DEPARTMENT and second.kind in _UNIT:
        return OverlapKind.CONTAINS
    scopes = tuple(read_body(d.department or "").scope for d in (first, second))
    if first.kind is second.kind and scopes[0] == scopes[1]:
        return OverlapKind.REPEATS
    return OverlapKind.CONTAINS if first.kind is second.kind else OverlapKind.COMPLETES
