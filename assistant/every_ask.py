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
_SAME = re.compile(r"加起来|合计|一共|总共|相当于|换算|折合|也就是|[占比]|平均|人均|[它那这其该此]|分别|各|剩|差|余")


def every_ask(told: Told, alone: Answered) -> Told | None:
    """What a turn comes to where each of its asks is told by itself; None where none was dropped.

    Only of one body, and only where what was told is figures, fewer than the clauses that ask.
    """
    clauses = [c for c in clauses_of(words_of(told.plan.question).text) if _HOW_MANY.search(c) or _AND_OF.search(c)]
    found = [f for outcome in told.outcomes for f in outcome.found]
    plain = all(outcome.kind == "figures" for outcome in told.outcomes)
    scopes = {(ask.scope.said, ask.scope.years) for ask in told.plan.asks}
    if len(clauses) < 2 or not found or not plain or len(_several(found)) >= len(clauses) or len(scopes) != 1:
        return None
    said, years = next(iter(scopes))
    if len(said) != 1 or any(map(_SAME.search, clauses)):
        return None
    whose = said[0] + (f"{years[0]}年" if len(years) == 1 else "")
    made: list[Outcome] = []
    for clause in _asked_alike(clauses):
        own = alone(f"{'' if said[0] in clause else whose}{clause}？")
        if not own.plan.pieces:
            return None  # it names nothing of its own
        if len(own.outcomes) == 1 and own.outcomes[0].kind in ("figures", "quotes"):
            made += own.outcomes
        else:
            asked = re.sub(r"呢$", "", clause.replace(said[0], ""))
            made.append(Outcome("refusal", message=say("answer.not_told_of", told.plan.language, asked=asked)))
    kept = [f for outcome in made for f in outcome.found]
    return Told(told.plan, made) if all(_among(f, kept) for f in found) else None


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
