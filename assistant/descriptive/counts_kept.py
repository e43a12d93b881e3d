"""Counts that a clause asks for beside what was told: 买了多少钱的车，打算买几辆，为啥 — none is passed over."""

import re
from collections.abc import Sequence

from assistant.computing.figures.looking import Desk
from assistant.descriptive.counted import number_among_words
from assistant.descriptive.described import described
from assistant.finding.evidence import Found, Outcome
from assistant.finding.heard import asking_clauses, heard_in, is_counted_in
from assistant.lexicon import concepts_in
from assistant.plan import Ask, Operation, Plan, replace
from assistant.understand.door import Door
from ingest.messages import say
from ingest.wording.glyphs import bare

_TELLING = ("辆", "台", "套", "人", "名", "人次", "场", "期", "册", "件", "批", "批次", "平方米")
_PEOPLE = ("人", "人次", "名", "位")
_PLAIN = (Operation.LOOKUP, Operation.REASON, Operation.CHANGE, Operation.PURPOSE, Operation.TEXT)


def counts_kept(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes with every count that a clause asks for: told by a sentence, else said to be missing."""
    told = [o for o in outcomes if o.kind in ("figures", "quotes")]
    if not told or len(told) != len(outcomes) or any(a.operation not in _PLAIN for a in plan.asks):
        return outcomes
    found = list(outcomes)
    for clause in asking_clauses(plan.question):
        heard = heard_in(clause, ())
        units = heard.units if heard is not None else ()
        if not units or units[0] not in _TELLING or _is_told(units, told):
            continue
        one = _in_text(desk, plan, clause) or Outcome("refusal", message=_missing(desk, clause))
        ahead = one.kind == "figures" and found[0].kind == "quotes" and bare(plan.question).startswith(bare(clause))
        found.insert(0 if ahead else len(found), one)  # 打算买几辆？为啥比上年多
    return found


def _missing(desk: Desk, clause: str) -> str:
    return say("describe.half", desk.language, asked=clause)


def _is_told(units: Sequence[str], told: Sequence[Outcome]) -> bool:
    """Whether a figure or a quotation prints a number in one of some units."""
    printed = "".join(q.text for o in told for q in o.quotes) + "".join(
        f.label + "".join(s.text for s in f.sources) for o in told for f in o.found if f.figure is None
    )
    counted = any(is_counted_in(f.unit, units) or _are_guests(f, units) for o in told for f in o.found)
    return counted or any(re.search(rf"\d\s*[余多]?{re.escape(unit)}", printed) for unit in units)


def _are_guests(found: Found, units: Sequence[str]) -> bool:
    """Whether people asked for as 多少人 or 多少人次 are told by the number of those received or sent."""
    asked = any(unit in _PEOPLE for unit in units)
    label = found.figure.label if found.figure is not None else ""
    people = label.endswith("人次") or any(c.endswith("_persons") for c in concepts_in(bare(label)))
    return asked and found.unit in _PEOPLE and people


def _in_text(desk: Desk, plan: Plan, clause: str) -> Outcome | None:
    """The count as the sentence tells it that speaks of the line asked about."""
    ask = next((a for a in plan.asks if a.terms), None)
    if ask is None or len(ask.scope.said) != 1:
        return None
    one = replace(plan, question=_of_line(ask, clause), asks=(replace(ask, operation=Operation.TEXT),))
    quoted = described(desk, one, Door.TEXT)
    if quoted.kind != "quotes":
        return None
    (told,) = number_among_words(desk, one, [quoted])
    return told if told.kind == "figures" else None


def _of_line(ask: Ask, clause: str) -> str:
    return ask.scope.said[0] + "".join(t.text for t in ask.terms) + clause
