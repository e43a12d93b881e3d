"""How much a line moved: its amount, its rate as printed or worked out, how much of its budget was spent."""

from decimal import Decimal

from assistant.computing.arithmetic.exact import percent
from assistant.computing.sets.moves_told import Move
from assistant.plan import Ask


def completion_of(move: Move) -> Decimal:
    """How much of the budget a line's final account came to, in percent."""
    return percent((move.before or Decimal(0)) + move.change, move.before or Decimal(1))


def size_of(move: Move, ask: Ask) -> Decimal:
    """By what a set chosen by its changes is ranked: completion, rate or amount."""
    if ask.moved == "completion":
        return completion_of(move)
    if (printed := printed_rate(move, ask)) is not None:
        return printed
    return abs(percent(move.change, move.before)) if ask.moved == "rate" and move.before else abs(move.change)


def rate_printed(move: Move) -> Decimal | None:
    """The rate that a sentence prints of a line, without its sign."""
    return abs(move.rated.amount.value) if move.rated is not None and move.rated.amount is not None else None


def printed_rate(move: Move, ask: Ask) -> Decimal | None:
    """The same where lines are chosen by a rate or ranked by it; ranked, a line that was nothing has none."""
    limited = any(f.unit == "%" for f in ask.filters)
    return rate_printed(move) if ask.moved == "rate" and (limited or move.before) else None
