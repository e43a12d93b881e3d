"""What is left at the end of a year beside what was there at its start: two lines of one account, no two years."""

import re

from assistant.plan import MOVES, Ask, replace
from assistant.understand.words.concept_terms import concept_term

_BALANCE, _OPENING = "year_end_balance", "carried_in"
# 年末结余比年初减少了多少: the start of the same year, and no 年初预算.
_FROM_THE_START = re.compile(r"[比较]起?(?:当年|本年|今年|同年)?年初(?:时|的时候)?的?(?!预算|安排|批|下达|计划)")


def within_the_year(ask: Ask) -> Ask:
    """The ask as what is left against what was brought into the same year."""
    one = ask.terms[0].concept if len(ask.terms) == 1 else None
    limited = ask.base or ask.base_scope or ask.operands or ask.filters or ask.entity or ask.scope.pairs
    if ask.operation not in MOVES or one != _BALANCE or limited or not _FROM_THE_START.search(ask.words):
        return ask
    return replace(ask, base=(concept_term(_OPENING),), base_scope=ask.scope, basis=None)
