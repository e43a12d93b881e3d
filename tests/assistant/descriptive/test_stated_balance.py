"""The balance a question states is the one whose reason is told."""

from decimal import Decimal

import pytest

from assistant.descriptive.stated_balance import balance_kept
from assistant.finding.evidence import Outcome, Quote
from assistant.plan import Ask, Filter, Operation, Plan
from assistant.understand.words.concept_terms import concept_term

TOLD = "年末结转和结余22.15万元，因检验机构出具报告较晚。"


@pytest.mark.parametrize(("said", "kept"), [("22.15万元", True), ("221500元", True), ("30万元", False)])
def test_a_reason_of_another_amount_is_not_told(said: str, kept: bool) -> None:
    terms = (concept_term("year_end_balance"),)
    ask = Ask(Operation.REASON, terms, stated=(Filter("=", Decimal(1), "元"),))
    told = [Outcome("quotes", quotes=[Quote(TOLD, [])])]
    assert (balance_kept("zh", Plan(f"为什么结转{said}", "zh", (ask,)), told) is told) is kept
