"""Sets as they are meant: bodies held against each other, the first few of an order, what each body's come to."""

import re

from assistant.plan import EVERY, FIRST_OF, Ask, Operation, Scope, replace

_COMPARED = re.compile(r"对比|比较(?![一-龥]?[高低多少大小])|比一比|比比")
_MOST = "最[多少大小高低贵快慢]"
_SOME = r"哪几(?:个|项|笔|家|条|场|类)"
_SEVERAL = re.compile(
    rf"哪些[^，,。；;？?]*{_MOST}|{_MOST}(?!的?[1一])的?[^，,。；;？?]{{0,8}}(?:是|有)?哪些"
    rf"|{_SOME}[^，,。？?]*最|最[高低多少大小贵][^，,。？?]{{0,6}}(?:是|有){_SOME}"
)


def set_of(ask: Ask) -> tuple[object, ...]:
    """What the members of an ask's set have in common."""
    return (ask.terms, ask.entity, ask.group, ask.level, ask.scope, ask.filters)


def several_compared(ask: Ask, _: Ask | None) -> Ask:
    """甲乙丙三家的培训费对比, 比较甲、乙和丙的培训费: more than two are told from the highest down."""
    other = ask.base_scope or Scope()
    alike = ask.base_scope is None or replace(ask.scope, departments=other.departments, said=other.said) == other
    plain = len(ask.terms) == 1 and ask.base in ((), ask.terms) and not (ask.operands or ask.picks or ask.of)
    gap = ask.operation is Operation.DIFFERENCE and _COMPARED.search(ask.words) is not None
    several = len(ask.scope.departments) + len(other.departments) > 2
    if not (several and alike and plain and (gap or ask.operation is Operation.COMPARE)):
        return ask
    departments, said = ask.scope.departments + other.departments, ask.scope.said + other.said
    scope = replace(ask.scope, departments=departments, said=said)
    return replace(ask, operation=Operation.TOP, number=EVERY, scope=scope, base=(), base_scope=None)


def several_at_the_end(ask: Ask, _: Ask | None) -> Ask:
    """The first few, where more than one is asked for and not how many: 哪些科目涨得最多, 哪几个项目最大."""
    end = FIRST_OF.get(ask.operation)
    several = end is not None and _SEVERAL.search(ask.words) and not (ask.number or ask.picks or ask.dropped)
    return replace(ask, operation=end) if end is not None and several else ask


def sum_of_each(ask: Ask, before: Ask | None) -> Ask:
    """What each body's come to, where they are counted for each of them: 各单位各有几个项目，合计多少钱."""
    if before is None or before.operation is not Operation.COUNT or set_of(before) != set_of(ask):
        return ask
    grouped = ask.operation is Operation.SUM and ask.group == "body"
    return replace(ask, operation=Operation.LIST) if grouped else ask
