"""A budget that is all fiscal money this year: texts often tell only how that money moved, not the total with it."""

from dataclasses import replace

from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.choose import same_value
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, Operation
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.figure import Figure

_FISCAL = {"income_total": "fiscal_income", "expenditure_total": "fiscal_expenditure"}
_GENERAL = dict.fromkeys(("fiscal", "fiscal_income", "fiscal_expenditure"), "general_public")
_NARROWER = _FISCAL | _GENERAL


def all_fiscal(desk: Desk, ask: Ask) -> Ask | None:
    """The same asked of the fiscal money of a total that holds no other, or of the 一般公共预算 of such money.

    None where other money is held as well, or a line is named.
    """
    concept = ask.terms[0].concept if len(ask.terms) == 1 else None
    if concept not in _NARROWER or ask.base or ask.filters:
        return None
    plain = replace(ask, operation=Operation.LOOKUP)
    fiscal = replace(ask, terms=(concept_term(_NARROWER[concept]),))
    whole, part = (_only(looked_up(desk, one)) for one in (plain, replace(plain, terms=fiscal.terms)))
    if whole is None or part is None or whole.year != part.year or not same_value(whole, part):
        return None
    return fiscal


def said_of_fiscal(desk: Desk, ask: Ask, told: Outcome) -> Outcome:
    """A change with what it is of: last year's total may have held other money."""
    general = ask.terms[0].concept in _GENERAL
    said = say("answer.all_general_public" if general else "answer.all_fiscal", desk.language)
    for found in told.found[:1]:
        found.note = found.note or said
    told.method.append(said)
    return told


def _only(outcome: Outcome) -> Figure | None:
    return outcome.found[0].figure if outcome.kind == "figures" and len(outcome.found) == 1 else None
