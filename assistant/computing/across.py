"""One figure of many bodies held against each other: only where it is the same figure everywhere."""

from assistant.computing.aggregate import ranked
from assistant.computing.looking import Desk
from assistant.computing.lookup import looked_up, missing
from assistant.computing.members import found_meets, narrowed
from assistant.finding.evidence import Found, Outcome
from assistant.finding.holdings import department_key
from assistant.lexicon import concepts
from assistant.plan import RANKS, Ask, Operation, replace
from assistant.saying.refusals import year_words
from assistant.saying.wordings import condition_words, narrow_words
from ingest.messages import say
from ingest.records.figure import Relation


def one_kind_of_body(ask: Ask) -> bool:
    """Whether a ranking is over the bodies that one word means: 各审计局中公务接待费最少的."""
    mentions = ask.scope.departments
    return len(mentions) == 1 and len(mentions[0]) > 1 and ask.operation in RANKS and bool(ask.terms)


def over_departments(desk: Desk, ask: Ask) -> Outcome:
    """A ranking of all departments, or of those one word means, by one figure."""
    names = {department_key(d): d.department for d in desk.library.documents if d.department}
    if ask.scope.departments:
        names = {key: name for key, name in names.items() if key in ask.scope.departments[0]}
    if not ask.terms:
        if ask.operation in (Operation.LIST, Operation.COUNT):
            return _departments(desk, ask, sorted(names.values()))
        return missing(desk, ask, [])
    found, without = [], []
    for key, name in sorted(names.items(), key=lambda item: item[1]):
        scope = replace(ask.scope, departments=((key,),), said=(name,))
        outcome = looked_up(desk, replace(ask, operation=Operation.LOOKUP, group=None, scope=scope))
        if outcome.kind == "figures" and outcome.found[0].value is not None:
            outcome.found[0].label = name
            found.append(outcome.found[0])
        else:
            without.append(name)
    if not found:
        return missing(desk, ask, [])
    found = [line for line in found if found_meets(line, ask)]
    if not found:
        return Outcome(
            "blank",
            message=say("answer.no_department_meets", desk.language, condition=condition_words(ask, desk.language)),
        )
    old: list[Found] = []
    newest = None
    if not (ask.scope.years or ask.scope.relative_years or ask.scope.every_year or ask.scope.recent):
        years = [f.figure.year for f in found if f.figure is not None and f.figure.year is not None]
        newest = max(years, default=None)
        old = [f for f in found if f.figure is not None and f.figure.year not in (newest, None)]
        without += [f.label for f in old]
        found = [f for f in found if f not in old]
    different = unlike(desk, ask, found) if ask.operation is not Operation.LIST else None
    if different is not None:
        return different
    out = narrowed(ranked(desk, ask, found))
    if old:
        out.method.append(say("answer.newest_year", desk.language, year=newest or ""))
    if without and (old or ask.scope.departments):  # of those asked about one may be the highest
        out.method.append(say("answer.without_figure", desk.language, names="、".join(without)))
    return out


def _of_appropriation(concept: str) -> bool:
    """Whether a concept is money from fiscal appropriations by its definition (财政部 on 三公经费, 机关运行经费)."""
    return concept in ("three_public", "agency_running") or concepts()[concept].part_of == "three_public"


def unlike(desk: Desk, ask: Ask, found: list[Found], over_years: bool = False) -> Outcome | None:
    """A refusal where the figures of a comparison are not one and the same of every body; None where they are."""
    if ask.terms and all(t.concept and _of_appropriation(t.concept) for t in ask.terms):
        for line in found:  # by definition: 三公经费 are paid from appropriations, whether a line says so or not
            known = (narrow_words(frozenset((fund,)), desk.language) for fund in ("fiscal", "general_public"))
            line.narrow = "" if line.narrow in known else line.narrow
    figures = [f.figure for f in found if f.figure is not None]
    if any(f.relation is not Relation.AMOUNT for f in figures):
        return Outcome("refusal", message=say("answer.not_alike", desk.language))
    alike = {(f.unit.kind, f.stage) for f in figures}
    if len(alike) > 1 or len({f.narrow for f in found}) > 1:
        return Outcome("refusal", message=say("answer.not_alike", desk.language))
    years = sorted({f.year for f in figures if f.year is not None})
    if len(years) > 1 and not over_years:
        return Outcome(
            "refusal", message=say("answer.not_of_one_year", desk.language, years=year_words(years, desk.language))
        )
    return None


def _departments(desk: Desk, ask: Ask, names: list[str]) -> Outcome:
    message = say("answer.departments_held", desk.language, count=len(names), names="、".join(names))
    if ask.operation is Operation.COUNT:
        return Outcome("blank", message=message)
    found = [Found(name, None, "", []) for name in names]
    return Outcome("list", found=found, lead=say("answer.departments_held", desk.language, count=len(names), names=""))
