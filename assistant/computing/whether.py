"""Whether there is any money of a fund: the printed amount, or the zero of a table declared empty, tells."""

import re

from assistant.computing.figures.looking import Desk
from assistant.computing.plain import plain_lookup
from assistant.finding.evidence import Outcome
from assistant.lexicon import scan
from assistant.plan import Ask, Operation, Plan
from assistant.understand.words.concept_terms import concept_term
from assistant.understand.words.text import without
from ingest.wording.glyphs import bare

_WHETHER = re.compile(
    r"有没有|有无|是否|是不是|[用过了有].{0,8}没有?[吗呢啊]?$|(?:[过了有用]|安排|动用|使用).{0,12}吗$"
)
# The funds that a budget shows in a table of their own, which most departments leave empty (预算法 5 条).
_FUNDS = ("government_fund", "state_capital")
_SIDES = ("expenditure", "income")
_WHOLE = ("expenditure_total", "income_total", "budget_total")


def whether_spent(desk: Desk, plan: Plan) -> Outcome | None:
    """What a fund comes to where a question asks whether there is any of it; None where it asks for anything else."""
    words = bare(plan.question)
    if len(plan.asks) != 1 or not _WHETHER.search(words):
        return None
    (ask,) = plan.asks
    rest = without(words, map(bare, ask.scope.said), "，")  # 水利局 asks for no 水利
    said = [concept for _, _, concept in scan(rest)]
    funds = {fund for fund in _FUNDS if any(concept.startswith(fund) for concept in said)}
    if len(funds) != 1 or ask.entity or "项目" in words or ask.filters or any(not _is_of(c, funds) for c in said):
        return None
    (fund,) = funds
    side = next((side for side in _SIDES if f"{fund}_{side}" in said or f"{side}_total" in said), _SIDES[0])
    concept = f"{fund}_{side}"
    term = concept_term(concept)
    told = plain_lookup(desk, Ask(Operation.LOOKUP, (term,), scope=ask.scope, words=ask.words), plan)
    return told if told.kind == "figures" else None


def _is_of(concept: str, funds: set[str]) -> bool:
    return concept in _WHOLE or any(concept.startswith(fund) for fund in funds)
