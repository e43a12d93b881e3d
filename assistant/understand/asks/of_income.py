"""What the treasury gives, asked of the income that was named: 总收入里财政拨款多少 is no total of another table."""

import re

from assistant.plan import Ask, Operation, replace
from assistant.understand.words.concept_terms import concept_term

_FUND, _WHOLE, _PART = "fiscal", "income_total", "fiscal_income"
# 收入里，财政拨款多少; 其中财政拨款呢 of an income told before.
_OF_INCOME = re.compile(r"收入(?:预算|总[计额])?(?:里[头面]?|中|当中|之中|其中)[，,]?(?:的|有|来自|属于)*$")


def of_income(ask: Ask) -> Ask:
    """The ask as the line of income that appropriations are, where they are asked as a part of it."""
    if ask.operation is not Operation.LOOKUP or [t.concept for t in ask.terms] != [_FUND] or ask.base or ask.operands:
        return ask
    term = ask.terms[0]
    before = ask.words[: ask.words.find(term.text)]
    told = before.startswith("其中") and any(t.concept == _WHOLE for t in ask.context)
    return replace(ask, terms=(concept_term(_PART),)) if told or _OF_INCOME.search(before) else ask
