"""The lines that bear an amount a question says of them: 有一笔268万多的开支是什么科目, 418万的项目是哪个."""

from collections.abc import Iterator

from assistant.computing.looking import Desk, holdings_of
from assistant.computing.lookup import found_of
from assistant.computing.members import narrowed, passes
from assistant.computing.sets import over_set
from assistant.finding.evidence import Found, Outcome
from assistant.finding.labels import SUBJECT_SCHEMES
from assistant.finding.select import Candidate
from assistant.plan import Ask, Operation, replace

# The kinds of lines behind a word for them, each with the levels (digits of the code) tried in turn.
_FUNCTION = ("function", (7, 5, 3))
_ECONOMIC = ("economic", (5, 3))
_PROJECT = ("project", (None,))
_KINDS: dict[str, tuple[tuple[str, tuple[int | None, ...]], ...]] = {
    "function": (_FUNCTION,),
    "economic": (_ECONOMIC,),
    "project": (_PROJECT,),
    "unit": (("unit", (None,)),),
    "subject": (_FUNCTION, _ECONOMIC),
    "line": (_FUNCTION, _ECONOMIC, _PROJECT),
}


def is_by_amount(ask: Ask) -> bool:
    """Whether an ask names its lines by their amount alone."""
    told = [f for f in ask.filters if f.sign in ("about", "=")]
    return ask.operation is Operation.LIST and ask.which and not ask.terms and len(told) == len(ask.filters) == 1


def by_amount(desk: Desk, ask: Ask) -> Outcome:
    """The lines of the first kind asked for that has some of the amount, at its lowest level that has one.

    What no set holds may still be printed (a subject once a unit): such a line is told before none is said to be there.
    """
    nothing: Outcome | None = None
    for entity, levels in _KINDS[ask.entity or "line"]:
        for level in (ask.level,) if ask.level else levels:
            one = over_set(desk, replace(ask, entity=entity, level=level))
            if one.kind == "list" and one.found:
                return one
            nothing = nothing if nothing is not None and nothing.kind == "blank" else one
    printed: dict[object, Found] = {}
    for line in _printed(desk, ask) if ask.entity in ("function", "economic", "subject", "line") else ():
        printed.setdefault((line.label, line.value), line)
    if printed:
        return narrowed(Outcome("list", found=list(printed.values())))
    assert nothing is not None
    return nothing


def _printed(desk: Desk, ask: Ask) -> Iterator[Found]:
    """Every subject that prints the amount in some column of some table."""
    for holding, _ in holdings_of(desk, ask):
        for table in holding.tables:
            for row in table.rows:
                if row.is_total or row.row.code_scheme not in SUBJECT_SCHEMES:
                    continue
                for at, figure in row.cells:
                    if figure.amount is not None and all(passes(figure, f) for f in ask.filters):
                        line = found_of(desk, ask, Candidate(figure, holding, table, row, table.columns[at], 0.0))
                        line.label = row.row.label
                        yield line
