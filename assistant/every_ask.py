"""A turn of several asks: the one that is dropped among the others is asked by itself, and told or said not to be.

编制几个，实际在岗几个，退休的呢: three asks, of which figures that carry words may tell two.
"""

import re
from collections.abc import Sequence

from assistant.finding.evidence import Answered, Found, Outcome, Told
from assistant.understand.words.text import clauses_of, words_of
from ingest.messages import say

_HOW_MANY = re.compile(r"(?<![哪好那这某近])(?:多少|几)(?![十百千万亿]?[年月天日]|[种类方块样][面]?|经)")
_AND_OF = re.compile(r"呢$")
# How a clause asks for a number of its own measure, with the words that lead to it: 有几个, 是多少人.
_TAIL = re.compile(r"(?:一共|总共|共)?[有是]?(?P<asks>(?:多少|几)[人个名位辆台次批户场件][人次]?)$")
_SAME = re.compile(
    r"加起来|合计|一共|总共|涉及|总计|共计|相当于|换算|折合|也就是|[占比]|平均|人均|[它那这其该此]|分别|各|剩|差|余"
)


_ASKS = re.compile(r"(?<![好那这某近])(?:多少|几)|什么|哪些|哪几|谁|呢$")


def every_ask(told: Told, alone: Answered) -> Told | None:
    """What a turn comes to where each of its asks is told by itself; None where none was dropped."""
    return _figures_beside(told, alone) or _words_beside(told, alone)


def _figures_beside(told: Told, alone: Answered) -> Told | None:
    """Each ask by itself, of one body, where what was told is figures, fewer than the clauses that ask."""
    clauses = [c for c in clauses_of(words_of(told.plan.question).text) if _HOW_MANY.search(c) or _AND_OF.search(c)]
    found = [f for outcome in told.outcomes for f in outcome.found]
    plain = all(outcome.kind == "figures" for outcome in told.outcomes)
    body = _body_of(told)
    if len(clauses) < 2 or not found or not plain or len(_several(found)) >= len(clauses) or body is None:
        return None
    if any(map(_SAME.search, clauses)):
        return None
    said, whose = body
    made: list[Outcome] = []
    for clause in _asked_alike(clauses):
        own = alone(f"{'' if said in clause else whose}{clause}？")
        if not own.plan.pieces:
            return None  # it names nothing of its own
        if len(own.outcomes) == 1 and own.outcomes[0].kind in ("figures", "quotes"):
            made += own.outcomes
        else:
            asked = re.sub(r"呢$", "", clause.replace(said, ""))
            made.append(Outcome("refusal", message=say("answer.not_told_of", told.plan.language, asked=asked)))
    kept = [f for outcome in made for f in outcome.found]
    return Told(told.plan, made) if all(_among(f, kept) for f in found) else None


def _words_beside(told: Told, alone: Answered) -> Told | None:
    """What was listed or quoted of the first of two asks, with what is told of the second, which names another thing.

    几个科室？三家直属单位叫什么: a list of the offices tells nothing of the units.
    """
    clauses = clauses_of(words_of(told.plan.question).text)
    body = _body_of(told)
    if len(clauses) != 2 or len(told.outcomes) != 1 or body is None or not all(map(_ASKS.search, clauses)):
        return None
    outcome, (first, second) = told.outcomes[0], clauses
    said, whose = body
    if outcome.kind not in ("list", "quotes") or said not in first or said in second or _SAME.search(second):
        return None
    own, other = alone(f"{first}？").outcomes, alone(f"{whose}{second}？").outcomes
    if len(own) != 1 or len(other) != 1 or other[0].kind != "list":
        return None
    shown = _printed(outcome)
    beside = not any(f.label in shown for f in other[0].found)
    return (
        Told(told.plan, [outcome, *other])
        if beside and (own[0].kind == "figures" or _printed(own[0]) == shown)
        else None
    )


def _body_of(told: Told) -> tuple[str, str] | None:
    """The one body of all that is asked, as it was said, alone and with the one year asked about."""
    scopes = {(ask.scope.said, ask.scope.years) for ask in told.plan.asks} or {
        (told.plan.scope.said, told.plan.scope.years)
    }
    if len(scopes) != 1:
        return None
    said, years = next(iter(scopes))
    return (said[0], said[0] + (f"{years[0]}年" if len(years) == 1 else "")) if len(said) == 1 else None


def _printed(outcome: Outcome) -> str:
    """What an outcome shows: the labels of what was found and the words quoted."""
    return "".join((*(f.label for f in outcome.found), *(q.text for q in outcome.quotes)))


def _asked_alike(clauses: Sequence[str]) -> list[str]:
    """The clauses, of which one that only says 呢 asks as the one before it does: 在职几个，退休的呢."""
    made: list[str] = []
    for clause in clauses:
        before = _TAIL.search(made[-1]) if made else None
        made.append(_AND_OF.sub(f"有{before['asks']}", clause) if before is not None else clause)
    return made


def _several(found: Sequence[Found]) -> set[tuple[object, ...]]:
    """The figures told, each once."""
    return {(f.label, f.value, f.unit) for f in found}


def _among(one: Found, others: Sequence[Found]) -> bool:
    """Whether a figure was told again."""
    return any((one.value, one.unit) == (other.value, other.unit) for other in others)
