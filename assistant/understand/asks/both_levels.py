"""A line asked of a whole department and of its own office too: 某局部门数与本级数分别多少. Each is asked by itself."""

import re

from assistant.plan import Ask, Operation, Scope, replace

_LINE = r"(?:(?!部门|本级|本部|机关)[^，,。；;？?和与跟及同比、]){0,8}"
_WHOLE, _OWN = r"(?:部门|全局|整个局)", r"(?:本级|本部|(?:局|厅|委|办)机关)"
_AND = r"[和与跟及同比、](?:它|其|局|厅|委|办)?的?"
# 部门本级 is the one office; both are meant only where something joins them.
_BOTH = re.compile(rf"{_WHOLE}{_LINE}{_AND}{_OWN}|{_OWN}{_LINE}{_AND}{_WHOLE}")
_APART = (Operation.DIFFERENCE, Operation.COMPARE, Operation.RATIO)


def asked_of_both(ask: Ask) -> list[Ask]:
    """The ask of the department and of its office, or held against each other; as it is where one of them is meant."""
    joined = _BOTH.search(ask.words)
    plain = ask.entity in (None, "department") and len(ask.scope.departments) == 1 and ask.base_scope is None
    said = ask.scope.own_level or "unit" in ask.scope.kinds
    if joined is None or not (plain and said):
        return [ask]
    whole = replace(ask.scope, kinds=("department",), own_level=False)
    own = replace(ask.scope, kinds=(), own_level=True)
    order = (own, whole) if re.match(_OWN, joined[0]) else (whole, own)
    if ask.operation in _APART and not ask.base:
        return [replace(ask, entity=None, scope=order[0], base_scope=order[1])]
    each = ask.operation is Operation.LIST and ask.each and ask.terms  # 分别 is of the two, not of parts of the line
    counted = ask.operation is Operation.COUNT and ask.terms and ask.each  # 部门和本级各有几辆车
    if not (each or counted or ask.operation is Operation.LOOKUP) or not (ask.terms or ask.entity is None):
        return [ask]
    return [_of(ask, scope) for scope in order]


def _of(ask: Ask, scope: Scope) -> Ask:
    return replace(ask, operation=Operation.LOOKUP, entity=None, scope=scope)
