"""Two halves or funds of one line held against each other: both sides are of the line that is named once."""

from assistant.lexicon import TOTALS, concepts
from assistant.plan import Ask, Operation, replace
from assistant.understand.clauses.parting import axis_of

_HELD = (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE)


def both_of_one_line(ask: Ask) -> Ask:
    """The ask with its line on both sides: 差旅费的项目支出比基本支出多多少 is of no basic expenditure as a whole."""
    axis = axis_of(ask.base[0]) if len(ask.base) == 1 and ask.operation in _HELD else None
    if axis is None or not any(axis_of(t) == axis for t in ask.terms):
        return ask
    lines = tuple(t for t in ask.terms if axis_of(t) is None and t.concept not in TOTALS)
    whole = any(t.concept and concepts()[t.concept].group == "side" for t in lines)
    return replace(ask, base=(*lines, *ask.base)) if lines and not whole else ask
