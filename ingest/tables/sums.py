"""Whether printed parts make their printed whole, column by column, within what rounding can move."""

from collections.abc import Sequence
from decimal import Decimal

from ingest.wording.numbers import half_step

Values = Sequence[Decimal | None]  # one row's amounts, column by column; None where blank

AGREE = Decimal("0.75")  # share of the compared columns that must agree for a whole to count as the sum of its parts


def total_of(rows: Sequence[Values], column: int) -> tuple[Decimal, int]:
    """The sum of a column and how many cells are filled."""
    filled = [value for row in rows if (value := row[column]) is not None]
    return sum(filled, Decimal(0)), len(filled)


def compared(whole: Values, parts: Sequence[Values]) -> tuple[int, int]:
    """How many columns agree and how many can be compared; columns with nothing on either side do not count."""
    agreeing = seen = 0
    for column, expected in enumerate(whole):
        found, count = total_of(parts, column)
        if expected is None or (expected == 0 and found == 0):
            continue
        seen += 1
        if abs(found - expected) <= half_step(expected) * (count + 1):
            agreeing += 1
    return agreeing, seen


def adds_up(whole: Values, parts: Sequence[Values]) -> bool | None:
    """Whether the parts make the whole; None where nothing can be compared."""
    agreeing, seen = compared(whole, parts)
    if not seen or not parts:
        return None
    return agreeing >= AGREE * seen
