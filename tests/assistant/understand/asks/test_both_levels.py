"""A department and its own office named together are two asks; its own office alone is one."""

import pytest

from assistant.plan import Ask, Operation, Scope
from assistant.understand.asks.both_levels import asked_of_both
from assistant.understand.words.concept_terms import concept_term


def _asked(words: str, operation: Operation = Operation.LOOKUP) -> list[Scope | None]:
    scope = Scope(departments=(("水利局",),), own_level=True)
    asks = asked_of_both(Ask(operation, (concept_term("three_public"),), scope=scope, words=words))
    return [s for ask in asks for s in (ask.scope, ask.base_scope) if s is not None]


@pytest.mark.parametrize("words", ["三公经费部门数与本级数分别多少", "部门预算和它本部单位预算各多少"])
@pytest.mark.parametrize("operation", [Operation.LOOKUP, Operation.DIFFERENCE])
def test_each_is_asked(words: str, operation: Operation) -> None:
    whole, own = _asked(words, operation)
    assert (whole.kinds, whole.own_level, own.own_level) == (("department",), False, True)


@pytest.mark.parametrize("words", ["部门本级三公经费多少", "本级三公经费多少"])
def test_the_office_alone(words: str) -> None:
    assert [scope.own_level for scope in _asked(words)] == [True]
