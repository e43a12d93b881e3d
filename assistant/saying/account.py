"""A plan in words: what was understood, and what each word of the question was taken for."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from assistant.plan import EVERY, Filter, Operation
from assistant.saying.wordings import threshold
from ingest.messages import catalog, say

_MOVED = {"amount": "change", "rate": "growth"}
SPOKEN = frozenset({"department", "place", "body", "concept", "name", "code"})  # what they stand for says more


def plan_in_words(plan: Mapping[str, Any] | None, language: str) -> tuple[str, ...]:
    """A line for each thing asked: the operation, then whom, when and what it is about."""
    lines = []
    for ask in (plan or {}).get("asks", ()):
        asked = str(ask.get("operation", ""))
        whole = asked in (Operation.TOP, Operation.BOTTOM) and ask.get("number") == EVERY
        parts = [_word("operation", f"{asked}_all" if whole else asked, language, ask)]
        parts += [_word("operation", str(ask["of"]), language)] if ask.get("of") else []
        parts += [_word("operation", _MOVED[str(ask["moved"])], language)] if ask.get("moved") in _MOVED else []
        scope = ask.get("scope", {})
        parts += [str(said) for said in scope.get("said", ())]
        parts += [say("plan.year", language, year=year) for year in scope.get("years", ())]
        parts += [str(stage) for stage in scope.get("stages", ())]
        parts += [str(term.get("text", "")) for term in ask.get("terms", ())]
        parts += ["、".join(str(t.get("text", "")) for t in terms) for terms in ask.get("operands", ())]
        parts += [_word("entity", str(ask["entity"]), language)] if ask.get("entity") else []
        base = [str(term.get("text", "")) for term in ask.get("base", ())]
        if base:
            parts.append(say("plan.against", language, base="、".join(base)))
        parts += [_condition(condition, language) for condition in ask.get("filters", ())]
        parts += [say("plan.table", language, number=plan["table"])] if plan and plan.get("table") else []
        lines.append(" · ".join(part for part in parts if part))
    return tuple(line for line in lines if line)


def account_of(plan: Mapping[str, Any] | None, language: str) -> tuple[tuple[str, str], ...]:
    """Each piece of the question and what it was taken for, in the order of the words."""
    told = []
    if plan and plan.get("table"):
        told.append((say("plan.table", language, number=plan["table"]), _word("taken", "context", language)))
    for token in (plan or {}).get("account", ()):
        text, (family, _, value) = str(token["text"]), str(token["taken_for"]).partition(":")
        value = value.partition("|")[0] if family != "place" else ""  # a place stands for all the bodies that bear it
        note = value if family in SPOKEN and value and value != text else _word("taken", family, language)
        told.append((text, note))
    return tuple(told)


def _word(group: str, name: str, language: str, ask: Mapping[str, Any] | None = None) -> str:
    key = f"plan.{group}_{name}"
    found = catalog(language).get(key)
    if found is None:
        return name
    return found.format(number=(ask or {}).get("number", "")).strip()


def _condition(condition: Mapping[str, Any], language: str) -> str:
    upper = condition.get("upper")
    told = Filter(
        str(condition["sign"]),
        Decimal(str(condition["value"])),
        str(condition.get("unit", "")),
        None if upper is None else Decimal(str(upper)),
    )
    return threshold(told, language)
