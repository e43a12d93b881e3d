"""How many people a body has, as 实有人员 or 在职人员 are printed."""

from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import looked_up, missing
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, replace
from assistant.understand.words.concept_terms import name_term


def people_of(desk: Desk, ask: Ask) -> Outcome:
    """How many people a body has; 有多少人 names nothing else."""
    for name in ("实有人员", "在职人员"):
        found = looked_up(desk, replace(ask, terms=(name_term(name),)))
        if found.kind != "refusal":
            return found
    of_people = replace(ask, terms=(name_term("人数"),))
    return missing(desk, of_people, sights_of(desk, of_people))
