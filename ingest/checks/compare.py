"""Comparing two amounts within what their print allows: equal, off by rounding, or really different.

Each printed number may be off by half of its last place; a sum may be off by all its parts' halves together. Documents
say so themselves (金额单位转换时可能存在尾数误差).
"""

from collections.abc import Sequence
from decimal import Decimal

from ingest.records.figure import Figure
from ingest.records.finding import Finding, Verdict
from ingest.wording.numbers import half_step, plain


def verdict_of(expected: Decimal, found: Decimal, allowance: Decimal) -> Verdict:
    """How two amounts in one unit agree, given how far rounding may take them apart."""
    if expected == found:
        return Verdict.HOLDS
    return Verdict.ROUNDING if abs(expected - found) <= allowance else Verdict.FAILS


def base_half(figure: Figure) -> Decimal:
    """Half of the last printed place, in the base unit (元 for money)."""
    return half_step(figure.value if figure.value is not None else Decimal(0)) * figure.unit.scale


def base_of(figure: Figure) -> Decimal:
    """The amount in its base unit; a blank part counts as nothing printed, which adds nothing."""
    return figure.amount.base if figure.amount is not None else Decimal(0)


def sum_finding(rule: str, document_id: str, whole: Figure, parts: Sequence[Figure]) -> Finding:
    """Whether parts add up to their whole; ``expected`` is the sum of the parts, ``found`` what is printed for it."""
    total = sum((base_of(part) for part in parts), Decimal(0))
    allowance = base_half(whole) + sum((base_half(part) for part in parts if part.amount is not None), Decimal(0))
    verdict = verdict_of(total, base_of(whole), allowance)
    scale = whole.unit.scale
    return finding(rule, document_id, verdict, total / scale, base_of(whole) / scale, whole.unit.name, (whole, *parts))


def pair_finding(rule: str, document_id: str, one: Figure, other: Figure) -> Finding:
    """Whether two figures that should be equal are; ``expected`` is the first, both in the first one's unit.

    The coarser one may have been cut off instead of rounded, so a whole last place is allowed.
    """
    verdict = verdict_of(base_of(one), base_of(other), 2 * max(base_half(one), base_half(other)))
    scale = one.unit.scale
    return finding(
        rule, document_id, verdict, base_of(one) / scale, base_of(other) / scale, one.unit.name, (one, other)
    )


def finding(
    rule: str,
    document_id: str,
    verdict: Verdict,
    expected: Decimal,
    found: Decimal,
    unit: str,
    figures: Sequence[Figure],
) -> Finding:
    """A finding with its places; the id is given when all checks of the document are done."""
    return Finding("", document_id, rule, verdict, plain(expected), plain(found), unit, tuple(f.id for f in figures))
