"""A turn that asks of what is left beside the set told before: 最大的三个项目; 剩下的合计多少.

Behind a set that itself left some out (去掉运维的) what is left is that set, and not the others.
"""

import re
from dataclasses import replace

from assistant.plan import Ask, Operation, Plan
from assistant.understand.asks.set_narrowed import AS_NEW

_REST = re.compile(
    r"(?:那么?|请问)?(?:剩下|剩余|余下|其余|别|其[他它])的?(?:那些|这些|各[个项家]|几[个项家所])?(?:项目|单位|科目)?的?"
    r"(?:(?P<sum>(?:加起来|合起来|加一起|加总|合计|共计|总计|一共|总共|总额|总金额|共|是|有)*(?:金额|预算|要|花)?(?:是|为|有)?多少(?:钱|[万亿]?元|万)?|合计|总额|总金额|加起来)"
    r"|(?P<count>(?:一共|总共|共|还)?有?(?:几|多少)[个项家所](?:项目|单位|科目)?)"
    r"|(?P<mean>平均(?:每[个项家])?(?:金额|预算)?(?:是|为)?多少(?:钱|[万亿]?元)?)"
    r"|(?P<list>(?:分别|都)?(?:有|是)哪些(?:项目|单位|科目)?))(?:呢|啊|呀)?[？?。]*"
)
_OPPOSITE = {">": "<=", ">=": "<", "<": ">=", "<=": ">"}
_RANKED = (Operation.TOP, Operation.BOTTOM)
_ASKED = {"sum": Operation.SUM, "count": Operation.COUNT, "mean": Operation.MEAN, "list": Operation.LIST}


def rest_of_set(words: str, before: Plan) -> tuple[Ask, ...]:
    """What a turn asks of the members that the set told before left out; nothing where it asks anything else."""
    told = before.asks[-1] if len(before.asks) == 1 and not before.unexplained else None
    said = _REST.fullmatch(re.sub(r"\s", "", words))
    if told is None or said is None or told.entity not in ("project", "unit"):
        return ()
    if told.excluded or told.dropped or told.operands or told.base or told.without or told.alone:
        return ()
    rest = _left(told)
    if rest is None:
        return ()
    operation = next(op for name, op in _ASKED.items() if said[name])
    return (replace(rest, words=words, **{**AS_NEW, "operation": operation}),)


def _left(told: Ask) -> Ask | None:
    """The ask over the members that a set left out; None where it chose from all of them by nothing."""
    named = tuple(t for t in told.terms if not t.concept)
    if told.operation in _RANKED and told.number and not (told.filters or told.terms):
        return replace(told, dropped=((told.operation, told.number),))
    if len(told.filters) == 1 and not told.terms and (one := told.filters[0]).sign in _OPPOSITE:
        return replace(told, filters=(replace(one, sign=_OPPOSITE[one.sign]),)) if one.on == "amount" else _unsaid(told)
    if named and named == told.terms and not told.filters and told.operation not in _RANKED:
        return replace(told, terms=(), excluded=named)
    return _unsaid(told) if told.filters or told.terms or told.operation in _RANKED else None


def _unsaid(told: Ask) -> Ask:
    """An ask that is refused: what is left beside a set chosen by several things is said by no one condition."""
    return replace(told, hints=("剩下",))
