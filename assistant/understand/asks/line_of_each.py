"""The line that was asked for, of all bodies of a kind: 甲监狱的生活保障多少？四座监狱加起来呢."""

import re

from assistant.plan import RANKS, Ask, Operation, replace

_OVER_BODIES = (Operation.SUM, Operation.MEAN, Operation.LIST, *RANKS)
_WHOLE_SAID = re.compile(r"[预决]算|收入|支出|总额|规模|项目数|(?:几|多少)个")  # their own money, or what they have
_SAME = re.compile(r"这(?:一)?(?:项|个项目|笔|块)|同一个?项|同名|呢[？?。]*$|加起来|合计|一共|总共|[哪谁]")


def line_of_each(ask: Ask, before: Ask | None) -> Ask:
    """An ask over bodies of a kind that names no line, with the line that was asked for of one of them before."""
    if before is None or before.operation is not Operation.LOOKUP or before.entity in ("unit", "department"):
        return ask
    named = all(t.kind == "name" for t in ask.terms) and bool(ask.terms)
    limited = ask.filters or ask.base or ask.excluded or ask.measure or ask.group
    if ask.operation not in _OVER_BODIES or ask.entity != "unit" or not named or limited:
        return ask
    lines = tuple(t for t in before.terms if t not in ask.terms)
    if not lines or any(t in before.terms for t in ask.terms):
        return ask
    if _WHOLE_SAID.search(ask.words) or not _SAME.search(ask.words):
        return ask
    return replace(ask, terms=(*ask.terms, *lines))
