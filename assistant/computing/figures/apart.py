"""What is left out of a line though it is no part of it: 不是财政拨的、归其他收入的; 项目支出, 不是基本支出."""

import re

from assistant.plan import Ask, replace

_EXCEPT = re.compile(r"除了?.{1,12}?(?:之外|以外|外)的?")
# Income that is no appropriation, one line a source (部门收入总表).
_OWN_INCOME = {
    "other_funds",
    "business_income",
    "operating_income",
    "other_income",
    "superior_subsidy",
    "affiliated_income",
}
_APPROPRIATED = {"fiscal", "general_public", "government_fund", "state_capital"}
# What one of them names, the other is no part of.
_APART = (
    ({"basic_expenditure"}, {"project_expenditure"}),
    ({"personnel"}, {"public_use"}),
    (_OWN_INCOME, _APPROPRIATED),
)


def _left_out_anyway(ask: Ask) -> bool:
    """Whether what is left out is no part of what is asked for: 不是财政拨的、归其他收入的; 项目支出, 不是基本支出."""
    asked, left_out = {t.concept for t in ask.terms}, {t.concept for t in ask.excluded}
    pairs = [pair for one, other in _APART for pair in ((one, other), (other, one))]
    return any(asked & one and left_out <= other for one, other in pairs)


def without_what_is_apart(ask: Ask) -> Ask:
    """The ask without what is left out of it though it is no part of it."""
    if ask.excluded and ask.terms and all(t.text.startswith(("其他", "其它")) for t in ask.terms):
        return replace(ask, excluded=(), words=_EXCEPT.sub("", ask.words))  # 财政拨款之外的其他收入 is that line
    apart = ask.excluded and _left_out_anyway(ask)
    return replace(ask, excluded=(), words=_EXCEPT.sub("", ask.words)) if apart else ask
