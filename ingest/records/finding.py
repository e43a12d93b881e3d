"""Findings of the checks: which printed amounts agree and which do not."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a check came out."""

    HOLDS = "holds"
    ROUNDING = "rounding"  # off by no more than the printed precision allows
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check on one document; ``figure_ids`` are the places compared, the whole first."""

    id: str
    document_id: str
    rule: str  # a message key: check.children_sum, check.income_expenditure ...
    verdict: Verdict
    expected: str  # decimal strings in the printed unit
    found: str
    unit: str
    figure_ids: tuple[str, ...]
