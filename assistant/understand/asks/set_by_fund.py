"""A turn that chooses by their money among the projects told before: 里面用了财政拨款的是哪个, 哪些是单位资金的."""

import re
from dataclasses import replace

from assistant.lexicon import is_fund
from assistant.plan import Ask, Operation, Plan
from assistant.understand.asks.set_narrowed import AS_NEW, set_told

_PLAIN = (Operation.LOOKUP, Operation.LIST, Operation.COUNT)
_WHICH = re.compile(r"哪(?:一?[个项]|几[个项]|些)|谁")
_MANY = re.compile(r"(?:几|多少)[个项]")
_LIMITED = re.compile(r"[没不无未非除]|[全都仅只]|以外|之外|最|比|占")
_PLACED = re.compile(r"[表列]|收入|总计|合计|预算里")


def set_by_fund(plan: Plan, before: Plan) -> tuple[Ask, ...]:
    """The projects told before that have the money a turn names; nothing where it says anything else."""
    told = set_told(before)
    ask = plan.asks[0] if len(plan.asks) == 1 and not plan.unexplained else None
    if told is None or told.entity != "project" or ask is None or ask.operation not in _PLAIN:
        return ()
    words = plan.question
    counted = _MANY.search(words) is not None
    asked = counted or _WHICH.search(words) is not None
    funds = bool(ask.terms) and all(is_fund(t.concept) for t in ask.terms)
    if not (asked and funds) or ask.entity or ask.filters or ask.by_columns or ask.excluded or ask.hints:
        return ()
    if _LIMITED.search(words.replace("就", "")) or _PLACED.search(words) or told.by_columns or told.filters:
        return ()
    operation = Operation.COUNT if counted else Operation.LIST
    return (
        replace(told, operation=operation, terms=(*told.terms, *ask.terms), words=words, which=not counted, **AS_NEW),
    )
