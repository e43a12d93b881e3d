"""One figure of many bodies held against each other: only where it is the same figure everywhere."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.computing.arithmetic.against import changed, projects_beside_wholes
from assistant.computing.arithmetic.aggregate import in_one_unit, ranked
from assistant.computing.arithmetic.completion import completion
from assistant.computing.arithmetic.exact import asked_of, base_of
from assistant.computing.arithmetic.ratios import share, whole_of
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up, missing
from assistant.computing.rows.members import found_meets, measured_alike, narrowed
from assistant.computing.sets.bodies_told import not_so_many_bodies, of_year_alone, told_without
from assistant.finding.evidence import Found, Outcome
from assistant.lexicon import concepts, concepts_in
from assistant.plan import MOVES, OVER_ALL, RANKS, Ask, Filter, Operation, Scope, Term, replace
from assistant.saying.refusals import year_words
from assistant.saying.wordings import basis_words, condition_words, money, narrow_words
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.figure import Figure, Relation
from ingest.wording.glyphs import bare

# 哪些部门有政府性基金预算, 安排了因公出国费的局: those that have more than nothing of it.
_HAVE_ANY = re.compile(
    r"(?:部门|单位|局|家)在?(?:(?:20\d\d|[今本去上])年度?)?的?(?:(?:部门)?预算)?[里中]?都?"
    r"(?:有|安排了?|编列?了?|列支?了?)(?!了?(?:多少|几|哪|没))|^有[^，,]{2,16}的(?:部门|单位|局)"
)
_COUNTED = re.compile(r"[有共]*(?:几|多少)[家个]")  # counts the bodies, and nothing of each
_OF_TWO = (Operation.COMPARE, Operation.DIFFERENCE)


def one_kind_of_body(ask: Ask) -> bool:
    """Whether a ranking is over the bodies that one word means (各审计局中公务接待费最少的), or a list of them."""
    mentions = ask.scope.departments
    of_bodies = (ask.operation in RANKS or _lists_bodies(ask)) and bool(ask.terms)
    of_bodies = of_bodies and ask.entity in (None, "department", "unit")
    return of_bodies and len(mentions) == 1 and len(mentions[0]) > 1


def _lists_bodies(ask: Ask) -> bool:
    """Whether the word that lists or counts goes with the bodies: 哪几家审计局的三公经费超过50万元."""
    if ask.operation not in (Operation.LIST, Operation.COUNT) or not ask.filters or not ask.scope.said:
        return False
    said = re.escape(ask.scope.said[0])
    asked = r"(?:哪(?:些|几[家个])?|(?:几|多少)[家个])"
    return (
        re.search(rf"{asked}(?:市|区|地方?)?的?{said}|{said}(?:里|中|当中|之中|一?共|总共|都|有)*{asked}", ask.words)
        is not None
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """What is told of a body, the printed amount it is told of, and what a printed change is held against."""

    told: Found
    printed: Found
    basis: str = ""  # 上年执行数


@dataclass(slots=True)
class _Bodies:
    """What is told of each body, and the bodies of which nothing is."""

    lines: list[_Line]
    without: list[str]
    body_of: dict[int, str]  # by the identity of what is told

    def printed_of(self, told: Found) -> Found:
        """The printed amount that something is told of."""
        return next(line.printed for line in self.lines if line.told is told)

    def year_of(self, told: Found) -> int | None:
        """The year of the printed amount."""
        figure = self.printed_of(told).figure
        return figure.year if figure is not None else None


def over_departments(desk: Desk, ask: Ask) -> Outcome:
    """A ranking of all departments, or of those one word means, by one figure."""
    ask = by_concept(ask)
    names = _departments_meant(desk, ask)
    if len(ask.scope.departments) == 1 and ask.said_count not in (None, 0, 1, len(names)):
        return not_so_many_bodies(desk.language, ask.said_count, sorted(names.values()))
    if not ask.terms:
        if ask.operation in (Operation.LIST, Operation.COUNT):
            return _departments(desk, ask, sorted(names.values()))
        return missing(desk, ask, [])
    if ask.base_scope is not None and ask.of is None and ask.direction is not None:
        return _beyond(desk, ask, ask.base_scope)
    bodies = _told_of_each(desk, ask, names)
    alone = len(bodies.lines) == 1 and bool(bodies.without) and not ask.scope.departments
    if alone and ask.each and ask.operation is Operation.LIST:
        # Each of several units of another body may have it: one is not each.
        return looked_up(desk, replace(ask, operation=Operation.LOOKUP, group=None, each=False))
    if (refused := _not_told(desk, ask, bodies)) is not None:
        return refused
    found = [line.told for line in bodies.lines if _goes(line.told, ask) and found_meets(line.told, ask)]
    if not found:
        return _none_meets(desk, ask, bodies)
    newest, old = _of_older_years(ask, bodies, found)
    found = [f for f in found if f not in old]
    if ask.operation in OVER_ALL and (ask.said_count or 0) > 1 and ask.said_count != len(found):
        return not_so_many_bodies(desk.language, ask.said_count or 0, [f.label for f in found])
    told_apart = (Operation.LIST, *_OF_TWO)  # each with its own line, year and fund in words
    different = unlike(desk, ask, [bodies.printed_of(f) for f in found]) if ask.operation not in told_apart else None
    if different is not None:
        return different
    if ask.operation in _OF_TWO and (bodies.without or len(found) != 2):
        return Outcome("refusal", message=say("answer.one_side", desk.language, asked=asked_of(ask)))
    out = narrowed(_compared(desk, ask, found, bodies.body_of) or ranked(desk, ask, found))
    _say_of_what(desk, ask, out)
    out.method += _other_bases(desk, ask, out, bodies)
    if old:
        of_year_alone(desk.language, out, newest or 0, old, this_year=bool(ask.scope.relative_years))
    without = _left_out(desk, ask, bodies, newest, old)  # of those asked about one may be the highest
    return told_without(desk.language, ask, out, without)


def _other_bases(desk: Desk, ask: Ask, out: Outcome, bodies: _Bodies) -> list[str]:
    """What is said where the changes told together are not held against the same: 上年执行数 of one body."""
    bases = {line.told.label: line.basis for line in bodies.lines}
    told = {f.label: bases.get(f.label, "") for f in out.found} if ask.of in MOVES else {}
    stages = {name: basis for name, basis in told.items() if "执行" in basis or "决算" in basis}
    if len(stages) == len(told) > 1:
        return []
    return [
        say("answer.moved_against", desk.language, body=name, basis=basis_words(basis, desk.language))
        for name, basis in stages.items()
    ]


def _left_out(desk: Desk, ask: Ask, bodies: _Bodies, newest: int | None, old: list[Found]) -> list[str]:
    """The bodies not held with the others: of a ranking of all those with a document of its year and no such figure."""
    if old or ask.scope.departments or ask.operation not in RANKS:
        return bodies.without if old or ask.scope.departments else []
    years = {*ask.scope.years, newest}
    dated = {d.department for d in desk.library.documents if d.year in years}
    return [name for name in bodies.without if name in dated]


def _none_meets(desk: Desk, ask: Ask, bodies: _Bodies) -> Outcome:
    """What is said where no body meets the conditions: none at all, or none of those that one word means."""
    key = "answer.none_of_them_meets" if ask.scope.departments else "answer.no_department_meets"
    names = "、".join(sorted(bodies.body_of.values()))
    return Outcome("blank", message=say(key, desk.language, condition=condition_words(ask, desk.language), names=names))


def _departments_meant(desk: Desk, ask: Ask) -> dict[str, str]:
    """The departments held, or those of them that a question says, by their keys."""
    names = desk.library.departments()
    if not ask.scope.departments:
        return names
    said = {key for keys in ask.scope.departments for key in keys}
    return {key: name for key, name in names.items() if key in said}


def _told_of_each(desk: Desk, ask: Ask, names: dict[str, str]) -> _Bodies:
    """What is ranked of every body, in the order of their names."""
    bodies = _Bodies([], [], {})
    for key, name in sorted(names.items(), key=lambda item: item[1]):
        scope = replace(ask.scope, departments=((key,),), said=(name,))
        words = _COUNTED.sub("", ask.words) if ask.operation is Operation.COUNT else ask.words
        line = _of_body(desk, replace(ask, group=None, scope=scope, words=words))
        if line is None:
            bodies.without.append(name)
            continue
        line.told.label = name if ask.operation not in _OF_TWO else line.told.label
        bodies.body_of[id(line.told)] = name
        bodies.lines.append(line)
    return bodies


def _not_told(desk: Desk, ask: Ask, bodies: _Bodies) -> Outcome | None:
    """What is said where no body has the figure, none in the measure of a limit, or none more than nothing of it."""
    if not bodies.lines:
        return missing(desk, ask, [])
    figures = _figures(bodies.lines)
    if ask.filters and ask.of is None and not any(measured_alike(line, f) for line in figures for f in ask.filters):
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))  # 项目支出超过30%
    if ask.operation in (Operation.LIST, Operation.COUNT) and not ask.filters and _HAVE_ANY.search(ask.words):
        bodies.lines = [line for line in bodies.lines if line.told.value]
        if not bodies.lines:
            return Outcome("blank", message=say("answer.no_department_has", desk.language, asked=asked_of(ask)))
    return None


def _of_older_years(ask: Ask, bodies: _Bodies, found: list[Found]) -> tuple[int | None, list[Found]]:
    """The newest year printed, and what is of another, where no year is said: only one year is held together."""
    this_year = ask.scope.relative_years == (0,)  # of several bodies the newest year of them all
    dated = ask.scope.years or (ask.scope.relative_years and not this_year) or ask.scope.every_year or ask.scope.recent
    if dated or ask.operation in _OF_TWO:
        return None, []
    newest = max((bodies.year_of(f) or 0 for f in found), default=0) or None
    return newest, [f for f in found if bodies.year_of(f) not in (newest, None)]


def _say_of_what(desk: Desk, ask: Ask, out: Outcome) -> None:
    """Say that bodies are counted, or what is told of those that are listed; the largest move first."""
    if ask.operation is Operation.COUNT:
        out.found[0].label = say("answer.departments_meeting", desk.language)
    if not ask.of or out.kind != "list":
        return
    way = f"_{ask.direction}" if ask.direction and ask.of in MOVES else ""
    out.lead = say(f"answer.of_bodies_{ask.of.value}{way}", desk.language, asked=asked_of(ask))
    if ask.of in MOVES:
        in_one_unit(desk, out.found)
        out.found.sort(key=lambda f: (-abs(f.value or Decimal(0)), f.label))


def _beyond(desk: Desk, ask: Ask, other: Scope) -> Outcome:
    """The bodies that have more or less of a figure than one body: its own amount is the bound, told beside them."""
    base = looked_up(desk, Ask(Operation.LOOKUP, ask.terms, scope=other, words=ask.words))
    if base.kind != "figures" or len(base.found) != 1 or base.found[0].value is None:
        return base if base.kind != "figures" else Outcome("refusal", message=say("answer.not_alike", desk.language))
    held = base.found[0]
    bound = Filter(">" if ask.direction == "increase" else "<", held.value or Decimal(0), held.unit)
    out = over_departments(desk, replace(ask, filters=(bound,), base_scope=None, direction=None))
    told = say("answer.beyond_of", desk.language, label=held.label, amount=money(held.value, held.unit))
    out.method = [told, *base.method, *out.method]
    if out.kind == "list":
        body = "、".join(other.said)
        out.lead = say(f"answer.beyond_{ask.direction}", desk.language, asked=asked_of(ask), body=body)
        out.found.sort(key=lambda f: (-base_of(f), f.label))
    return out


def _of_body(desk: Desk, ask: Ask) -> _Line | None:
    """What is ranked of one body; None where there is no single amount it is told of."""
    amount = looked_up(desk, replace(ask, operation=Operation.LOOKUP, of=None))
    line = amount.found[0] if amount.kind == "figures" and len(amount.found) == 1 else None
    if ask.of is None:
        return _Line(line, line) if line is not None and line.value is not None else None
    if line is None or line.figure is None:
        return None
    if ask.of is Operation.SHARE:
        # Shares are held against each other as shares of one and the same whole, whichever a document prints.
        out = share(desk, replace(ask, operation=Operation.SHARE, of=None, base=ask.base or whole_of(ask, line)))
    elif ask.of is Operation.COMPLETION:
        out = completion(desk, replace(ask, operation=Operation.COMPLETION, of=None))
    else:
        out = changed(desk, replace(ask, operation=ask.of, of=None, direction=None))
    told = out.found[0] if out.kind == "figures" and out.found else None
    if told is None or told.value is None:
        return None
    if ask.operation in _OF_TWO:
        return _Line(replace(told, label=out.place + told.label), line)
    basis = told.figure.basis if told.figure is not None else None
    return _Line(Found(line.label, told.value, told.unit, told.sources, told.computed), line, basis or "")


def _figures(lines: list[_Line]) -> list[Figure]:
    return [line.printed.figure for line in lines if line.printed.figure is not None]


def _goes(told: Found, ask: Ask) -> bool:
    """Whether what is told of a body goes the way that is asked for, where its move is ranked or listed."""
    return ask.of not in MOVES or ask.operation in _OF_TWO or goes(told, ask.direction)


def goes(told: Found, direction: str | None) -> bool:
    """Whether a move goes the way that is asked for; it is then said without its sign."""
    if told.value is None or direction is None:
        return True
    if direction == "same":
        return told.value == 0
    if told.value == 0 or (told.value > 0) != (direction == "increase"):
        return False
    told.value = abs(told.value)
    return True


def _compared(desk: Desk, ask: Ask, found: list[Found], body_of: dict[int, str]) -> Outcome | None:
    """Two bodies held against each other by what is told of them; None where no two are compared."""
    if ask.operation not in _OF_TWO:
        return None
    more, less = sorted(found, key=lambda f: -base_of(f))
    gap = base_of(more) - base_of(less)
    how = "answer.higher" if more.unit == "%" else "answer.more"
    lead = (
        say(how, desk.language, one=body_of[id(more)], other=body_of[id(less)])
        if gap
        else say("answer.equal", desk.language)
    )
    if ask.operation is Operation.COMPARE:
        return Outcome("figures", found=[more, less], lead=lead)
    if more.unit != "%" or less.unit != "%":
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    label = say("answer.difference_of", desk.language, one=more.label, other=less.label)
    points = say("answer.percentage_points", desk.language)
    return Outcome(
        "figures", found=[Found(label, gap, points, [*more.sources, *less.sources], True), more, less], lead=lead
    )


def _of_appropriation(concept: str) -> bool:
    """Whether a concept is money from fiscal appropriations by its definition (财政部 on 三公经费, 机关运行经费)."""
    return concept in ("three_public", "agency_running") or concepts()[concept].part_of == "three_public"


def by_concept(ask: Ask) -> Ask:
    """The ask with the line that one body prints as 公务接待费预算 as the line of all: others print no such name."""
    return replace(ask, terms=tuple(map(_line_of_all, ask.terms)))


def _line_of_all(term: Term) -> Term:
    name = bare(term.text).removesuffix("预算")
    concept = next(iter(concepts_in(name)), None) if term.kind == "name" and name != bare(term.text) else None
    return concept_term(concept) if concept is not None and name in map(bare, concepts()[concept].words) else term


def unlike(desk: Desk, ask: Ask, found: list[Found], over_years: bool = False) -> Outcome | None:
    """A refusal where the figures of a comparison are not one and the same of every body; None where they are."""
    if ask.terms and all(t.concept and _of_appropriation(t.concept) for t in ask.terms):
        for line in found:  # by definition: 三公经费 are paid from appropriations, whether a line says so or not
            known = (narrow_words(frozenset((fund,))) for fund in ("fiscal", "general_public"))
            line.narrow = "" if line.narrow in known else line.narrow
    figures = [f.figure for f in found if f.figure is not None]
    if any(f.relation is not Relation.AMOUNT for f in figures):
        return Outcome("refusal", message=say("answer.not_alike", desk.language))
    alike = {(f.unit.kind, f.stage) for f in figures}
    if len(alike) > 1 or len({f.narrow for f in found}) > 1 or projects_beside_wholes(desk, ask, found):
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
