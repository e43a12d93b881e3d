"""The sentence that says that a body has nothing of a line, where no figure of it is printed: 没有机关运行经费预算."""

import re

from assistant.computing.figures.looking import Desk
from assistant.descriptive.quoting import first_told, lead_of
from assistant.finding.evidence import Outcome
from assistant.lexicon import concepts
from assistant.plan import Operation, Plan, Term

_NONE = (
    r"(?:没有|未(?:安排|编制|列支|产生|发生|使用)|不(?:涉及|安排|编制|产生|使用|单独安排)"
    r"|无(?!关|法|论|偿|障|线|害|形|需))"
)
_OUTSIDE = "(?:不(?:在|属于|纳入|列入)|未(?:纳入|列入))"  # 不在机关运行经费统计范围之内
_AFTER = r"(?:支出|预算|经费|资金|收支|拨款|安排)*(?:$|[，,。；;）)])"
_SHORT = 2


def _names(term: Term) -> tuple[str, ...]:
    """The words that a document may say a term by."""
    return (term.text, *(concepts()[term.concept].words if term.concept else ()))


def none_said(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or in the place of a line that is not printed the sentence that says there is none of it."""
    if len(outcomes) != 1 or len(plan.asks) != 1 or not outcomes[0].not_printed:
        return outcomes
    (ask,) = plan.asks
    named = [name for t in ask.terms for name in _names(t) if len(name) > _SHORT]
    plain = ask.operation is Operation.LOOKUP and not (ask.filters or ask.hints or ask.excluded or ask.basis)
    if not plain or len(ask.terms) != 1 or not named or len(ask.scope.departments) != 1 or plan.unexplained:
        return outcomes
    name = "|".join(map(re.escape, named))
    none = re.compile(rf"{_NONE}(?:{name}){_AFTER}|{_OUTSIDE}(?:{name})[^，。；]{{0,6}}(?:范围|口径)")
    told = first_told(desk, ask, none)
    return outcomes if told is None else [Outcome("quotes", quotes=[told[1]], lead=lead_of(plan, told[0]))]
