"""What it costs that a figure is narrower than what was asked: of one fund, of basic expenditure only."""

from collections.abc import Iterable

from assistant.lexicon import implied

_NARROWING = {"fiscal": 0.5, "general_public": 0.6, "carried_in": 3.0, "carried_out": 3.0, "other_funds": 3.0}
_NARROW_DEFAULT = 2.0


def narrow_cost(narrow: Iterable[str]) -> float:
    """What narrowings that nobody asked for cost."""
    return sum(_NARROWING.get(c, _NARROW_DEFAULT) for c in narrow)


def outermost(narrow: frozenset[str]) -> frozenset[str]:
    """Narrowings without those that another brings along: personnel within basic expenditure counts once."""
    brought = {m for c in narrow for m in implied(frozenset({c})) if m != c}
    return narrow - brought
