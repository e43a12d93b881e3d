"""Amounts with as many decimals as a question asks for: 换成亿元，留两位小数.

Rates are told with two decimals anyway; rounding them a second time would make another figure of them.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.finding.evidence import Found, Outcome
from assistant.saying.wordings import money
from assistant.understand.words.limits_said import number_of
from ingest.messages import say
from ingest.wording.numbers import places
from ingest.wording.units import money_unit

_NUMBER = "(?P<{}>[一二两三四1-4])"
_SAID = re.compile(
    rf"(?:保留|精确到?|四舍五入到?|留|取|[算写给报说]到)(?:到|至)?(?:小数)?(?:点)?(?:后)?(?:面)?{_NUMBER.format('kept')}位(?!数)"
    rf"|小数点后(?:面)?{_NUMBER.format('behind')}位|(?<![一二三四\d]){_NUMBER.format('of')}位小数"
)


def rounded_as_said(words: str, outcomes: Iterable[Outcome], language: str) -> list[Outcome]:
    """The outcomes, amounts of money rounded where a question says to how many decimals."""
    said = _SAID.search(words)
    if said is None:
        return list(outcomes)
    number = said["kept"] or said["behind"] or said["of"]
    count = int(number_of(number) or 0)
    return [_rounded(outcome, count, language) for outcome in outcomes]


def _rounded(outcome: Outcome, count: int, language: str) -> Outcome:
    """An outcome of figures or a list, its finer amounts rounded; the exact ones are told with the method."""
    rates = any(f.value is not None and money_unit(f.unit) is None for f in outcome.found)
    if outcome.kind not in ("figures", "list") or rates:
        return outcome  # beside a rate it is the rate that is asked for so
    finer = [f for f in outcome.found if f.value is not None and money_unit(f.unit) and places(f.value) > count]
    if not finer:
        return outcome
    exact = "、".join(money(f.said, f.unit) for f in finer)
    found = [_cut(f, count) if any(f is one for one in finer) else f for f in outcome.found]
    return replace(outcome, found=found, method=[*outcome.method, say("answer.rounded", language, exact=exact)])


def _cut(found: Found, count: int) -> Found:
    step = Decimal(1).scaleb(-count)
    value, shown = (v and v.quantize(step, ROUND_HALF_UP) for v in (found.value, found.shown))
    return replace(found, value=value, shown=shown, computed=True)
