"""The budget of a project whose target was asked for before: what is to be reached, and what is its budget."""

from itertools import pairwise

from assistant.understand.english.parts import Parts
from assistant.understand.english.pieces import Piece

_NAMING = ("terms", "words", "entity", "unknown", "section", "indicator", "organs", "purpose", "target", "of_it")
_PLANNED = {"预算"}


def with_project_meant(taken: list[Parts]) -> list[Parts]:
    """The clauses with "its budget" as the project's amount, of the year that then stands before its name."""
    for before, parts in pairwise(taken):
        planned = set(parts.stages)
        money = planned == _PLANNED if parts.says("its") else _of_it(parts) and parts.has("amount")
        own = money and planned <= _PLANNED and not (parts.bodies or parts.conditions)
        named = before.has("target") and _names_project(before)
        if not own or not named or parts.has(*_NAMING) or before.years not in ([], parts.years):
            continue
        before.years, parts.years, parts.stages = parts.years, [], []
        parts.pieces = [p for p in parts.pieces if p.kind != "year"]
        parts.rest = [Piece("terms", "项目金额", "its budget"), *parts.rest]
    return taken


def _names_project(parts: Parts) -> bool:
    """Whether a project is named by words of its own."""
    kinds = [p.kind for p in parts.rest if p.text.endswith("项目") or p.kind in ("words", "terms")]
    return len(kinds) > 1 and any(p.text.endswith("项目") for p in parts.rest)


def _of_it(parts: Parts) -> bool:
    """Whether the clause speaks of what was named before: how much does it receive."""
    return any(p.said.lower().split(" ")[-1] == "it" for p in parts.pieces)
