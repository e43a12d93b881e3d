"""An income that is asked for by what it comes from is told by no line that money is spent on: 医疗收入, 设备收入."""

import re

from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Plan
from ingest.messages import say
from ingest.wording.glyphs import bare

_TAKEN_IN = re.compile(r"收入|收费|拨款|拨入|结余|结转|上缴|非税|租金|利息|收益|来源|筹|income", re.IGNORECASE)


def incomes_kept(plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes; a refusal for each that tells what is spent, where an income is asked for by the name before it."""
    if len(plan.asks) != len(outcomes):
        return outcomes
    return [_kept(plan.language, ask, outcome) for ask, outcome in zip(plan.asks, outcomes, strict=True)]


def _kept(language: str, ask: Ask, outcome: Outcome) -> Outcome:
    names = (t.text for t in ask.terms if t.kind in ("name", "like"))
    said = next((f"{name}收入" for name in names if f"{bare(name)}收入" in bare(ask.words)), None)
    if said is None or outcome.kind not in ("figures", "clarification") or not outcome.found:
        return outcome
    if any(map(_is_income, outcome.found)):
        return outcome
    return Outcome("refusal", message=say("answer.condition_left", language, condition=said))


def _is_income(found: Found) -> bool:
    """Whether a figure is printed as money that comes in, by its row, its column, its table or its sentence."""
    places = [part or "" for s in found.sources for part in (s.table, s.row, s.column, s.text)]
    return _TAKEN_IN.search("".join((found.label, *places))) is not None
