"""The lines that bear an amount a question says of them: 有一笔268万多的开支是什么科目, 418万的项目是哪个."""

from assistant.computing.looking import Desk
from assistant.computing.sets import over_set
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, Operation, replace

# The kinds of lines behind a word for them, each with the levels (digits of the code) tried in turn.
_KINDS: dict[str, tuple[tuple[str, tuple[int | None, ...]], ...]] = {
    "function": (("function", (7, 5, 3)),),
    "economic": (("economic", (5, 3)),),
    "project": (("project", (None,)),),
    "unit": (("unit", (None,)),),
}
_KINDS["subject"] = (*_KINDS["function"], *_KINDS["economic"])
_KINDS["line"] = (*_KINDS["subject"], *_KINDS["project"])


def is_by_amount(ask: Ask) -> bool:
    """Whether an ask names its lines by their amount alone."""
    told = [f for f in ask.filters if f.sign in ("about", "=")]
    return ask.operation is Operation.LIST and ask.which and not ask.terms and len(told) == len(ask.filters) == 1


def by_amount(desk: Desk, ask: Ask) -> Outcome:
    """Every line of the kinds asked for that bears the amount; of each kind the lowest level that has one."""
    out: Outcome | None = None
    nothing: Outcome | None = None
    for entity, levels in _KINDS[ask.entity or "line"]:
        for level in (ask.level,) if ask.level else levels:
            one = over_set(desk, replace(ask, entity=entity, level=level))
            if one.kind != "list" or not one.found:
                nothing = nothing if nothing is not None and nothing.kind == "blank" else one
                continue
            if out is None:
                out = one
            else:
                told = {(f.label, f.value) for f in out.found}
                out.found.extend(f for f in one.found if (f.label, f.value) not in told)
                out.lead = ""
            break
    assert out is not None or nothing is not None
    return out or nothing  # type: ignore[return-value]
