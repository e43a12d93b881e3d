"""The promise that no condition of a question is dropped to get an answer."""

from assistant.finding.evidence import Outcome
from assistant.finding.heard import asks_for_money, heard_in
from assistant.finding.stated import names_threshold
from assistant.plan import Ask, Operation
from assistant.saying.wordings import condition_words
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.units import money_unit

_COUNTED = frozenset(("人", "辆", "台", "次"))


def conditions_kept(language: str, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where a condition of the question had no part in it.

    A condition has its part where it narrowed the set, or where the line found is named by it (单价100万元以上设备).
    """
    if not ask.filters or outcome.narrowed or outcome.kind not in ("figures", "list"):
        return outcome
    lines = ["".join((f.label, *(s.row or s.text for s in f.sources))) for f in outcome.found]
    if all(names_threshold(line, condition) for line in lines for condition in ask.filters):
        return outcome
    return Outcome(
        "refusal",
        message=say("answer.condition_left", language, condition=condition_words(ask, language)),
    )


def measure_kept(language: str, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where people, cars or times were asked for and only money was found, or the reverse."""
    if ask.operation is Operation.LOOKUP and outcome.kind == "figures" and asks_for_money(ask.words):
        counted = [f.figure is not None and f.figure.unit.kind is UnitKind.COUNT for f in outcome.found]
        if counted and all(counted):
            return Outcome("refusal", message=say("answer.money_left", language, asked=ask.words))
    heard = heard_in(ask.words, ask.scope.said) if ask.operation in (Operation.LOOKUP, Operation.SUM) else None
    if heard is None or not _COUNTED & set(heard.units) or outcome.kind != "figures" or not outcome.found:
        return outcome
    if any(f.unit is None or money_unit(f.unit) is None for f in outcome.found):
        return outcome
    return Outcome("refusal", message=say("answer.measure_left", language, measure=heard.units[0], asked=ask.words))
