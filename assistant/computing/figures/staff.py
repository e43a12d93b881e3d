"""How many people a body has, as 实有人员, 在职人员 or 正式职工 are printed."""

import re

from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import looked_up, missing
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, replace
from assistant.understand.words.concept_terms import name_term
from ingest.records.units import UnitKind

#: What those who serve now are called in print.
_SERVING = ("实有人员", "在职人员", "正式职工", "在编人员", "实有")
_SAID = re.compile(r"(?:实有|现有|在职|在编|在岗|正式)+(?:人员|职工|员工|干部)?")


def is_serving(ask: Ask) -> bool:
    """Whether nothing but those who serve is named: 实有人员, 在职职工."""
    return not ask.hints and _SAID.fullmatch("".join(t.text for t in ask.terms)) is not None


def people_of(desk: Desk, ask: Ask) -> Outcome:
    """How many people a body has; 有多少人 names nothing else."""
    for name in _SERVING:
        found = looked_up(desk, replace(ask, terms=(name_term(name),)))
        if found.found and all(f.figure is not None and f.figure.unit.kind is UnitKind.COUNT for f in found.found):
            return found  # 在职人员经费 is money
    of_people = replace(ask, terms=(name_term("人数"),))
    return missing(desk, of_people, sights_of(desk, of_people))
