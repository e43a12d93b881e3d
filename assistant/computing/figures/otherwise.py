"""Where no line bears the name asked for: the line that the words describe, or all that is printed of a body."""

from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import outcome_of
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, replace
from assistant.understand.clauses.named_things import projects_term


def as_described(desk: Desk, ask: Ask) -> Outcome:
    """The line that the words of an ask describe and do not name: a column of its row may, where its label does not."""
    wide = replace(desk, describing=True)
    return outcome_of(wide, ask, sights_of(wide, ask))


def all_that_is_printed(desk: Desk, ask: Ask) -> Outcome | None:
    """What is spent on projects, where all spending is asked for of a body of which nothing else is printed."""
    if len(ask.terms) != 1 or ask.terms[0].concept not in ("budget_total", "expenditure_total"):
        return None
    spent = replace(ask, terms=(projects_term(),))
    listed = outcome_of(desk, spent, sights_of(desk, spent))
    return listed if listed.kind == "figures" else None
