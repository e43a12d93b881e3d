"""Rows ranked by their amount a person: 哪场培训人均花费最高, from rows that print an amount and a number of people."""

import re

from assistant.computing.arithmetic.aggregate import sliced
from assistant.computing.arithmetic.exact import rounded
from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import looked_up, missing
from assistant.computing.figures.staff import people_of
from assistant.computing.rows.members import narrowed, not_so_many
from assistant.computing.rows.population import population
from assistant.computing.rows.same_named import same_named
from assistant.finding.evidence import Found, Outcome, converted, source_of
from assistant.finding.holdings import Holding, RowView
from assistant.plan import Ask, Operation, Plan, replace
from assistant.saying.wordings import money
from assistant.understand.words.concept_terms import concept_term
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.figure import Figure
from ingest.records.units import YUAN, UnitKind
from ingest.wording.glyphs import bare


def per_head(desk: Desk, ask: Ask) -> Outcome:
    """The rows an ask names ranked by yuan a person, two decimals; a refusal where a row prints no one number."""
    listed = replace(ask, operation=Operation.LIST, number=None, per=None)
    rows = same_named(desk, listed)
    sets = [rows] if rows is not None else population(desk, listed)
    members = [m for s in sets for m in s.members]
    lines = [
        line
        for m, c in ((m, m.candidate) for m in members)
        if (line := _line(desk, m.label, c.figure, c.row, c.holding)) is not None
    ]
    if len(sets) != 1 or len(lines) < 2 or len(lines) != len(members):
        return missing(desk, ask, sights_of(desk, replace(ask, operation=Operation.LOOKUP)))
    if ask.said_count and ask.said_count not in (1, len(members)):
        return not_so_many(desk.language, ask.said_count, members)
    ordered = sorted(lines, key=lambda line: (-(line.value or 0), line.label))
    chosen = sliced(ordered, ask.operation, ask.number)
    if not chosen:
        return Outcome(
            "refusal", message=say("answer.too_few", desk.language, count=len(lines), number=ask.number or 0)
        )
    if ask.operation in (Operation.MAX, Operation.MIN):
        chosen = [line for line in ordered if line.value == chosen[0].value]
    return narrowed(Outcome("list", found=chosen, method=[line.method for line in chosen], place=sets[0].place))


_PER_PERSON = re.compile(r"人均|(?:平均|平摊|摊)到?(?:每一?个?|一个)?人|每一?个?人|人头")
_ONLY = re.compile(
    rf"(?:那么?)?(?:{_PER_PERSON.pattern})(?:大概|大约|是|花|要|合|得)*(?:多少钱?|呢|几[块元钱]+)?(?:呢|元)?"
)


def a_person(desk: Desk, plan: Plan, earlier: list[Outcome] | None) -> Outcome | None:
    """The amount of one row by its people: 这场培训人均多少钱; None where its row does not print both."""
    only = _ONLY.fullmatch(bare(plan.question)) is not None
    ask = plan.asks[0] if len(plan.asks) == 1 else Ask(Operation.LOOKUP) if only else None
    if ask is None or ask.operation not in (Operation.LOOKUP, Operation.MEAN) or not _PER_PERSON.search(plan.question):
        return None
    left = _PER_PERSON.sub("", plan.question)
    terms = tuple(t for t in ask.terms if not _PER_PERSON.search(t.text) and t.text in bare(left))
    if not terms and not only and not earlier and _names_no_line(ask, left, plan):
        return Outcome("refusal", message=say("answer.nothing_asked", desk.language))
    unknown = [w for w in (*plan.unexplained, *ask.hints) if w not in ("人", "每人", "人均", "每个人")]
    if not unknown and (told := _of_staff(desk, ask, left)) is not None:
        return told
    if (
        len(terms) > 1
        or unknown
        or not (terms or only)
        or any(t.kind not in ("name", "like") for t in terms)
        or ask.filters
    ):
        return None
    plain = replace(ask, operation=Operation.LOOKUP, terms=terms, context=(), hints=())
    out = looked_up(desk, plain) if terms else _one_told(earlier)
    figure = out.found[0].figure if out is not None and out.kind in ("figures", "list") and out.found else None
    if out is None or figure is None or len(out.found) > 1:
        return None
    holding = desk.library.holding(figure.document_id)
    row = holding.rows.get(figure.row_id or "")
    line = _line(desk, out.found[0].label, figure, row, holding) if row is not None else None
    if line is None and not terms and figure.unit.kind is UnitKind.MONEY and only:
        return Outcome("refusal", message=say("answer.no_people", desk.language, asked=out.found[0].label))
    return Outcome("figures", found=[line], method=[line.method], place=out.place) if line is not None else None


def _names_no_line(ask: Ask, left: str, plan: Plan) -> bool:
    """Whether a body and 人均 are all that is said: 某局人均多少, which 人均接待费 is no answer to."""
    bare_left = _ONLY.fullmatch(bare("人均" + without(left, (*plan.bodies, *ask.scope.said))))
    return bare_left is not None and bool(ask.terms) and all(_PER_PERSON.fullmatch(t.text) for t in ask.terms)


def a_person_besides(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """A line and then its amount a person: 工资福利花了多少，人均多少; 人均 by itself names no other line."""
    if len(plan.asks) != _TWO or plan.unexplained:
        return None
    first, second = plan.asks
    only = _ONLY.fullmatch(bare(second.words)) is not None
    if not only or second.filters or first.operation is not Operation.LOOKUP or not first.terms or first.hints:
        return None
    whole = looked_up(desk, first)
    if whole.kind != "figures" or len(whole.found) != 1:
        return None
    if (told := _of_staff(desk, first, first.words)) is not None:
        return [whole, told]
    printed = [bare(_PER_PERSON.sub("", f.label)) for f in looked_up(desk, second).found]
    if any(label and bare(whole.found[0].label).endswith(label) for label in printed):
        return None  # 人均接待费 beside 公务接待费 is printed
    refused = Outcome("refusal", message=say("answer.no_people", desk.language, asked=whole.found[0].label))
    return [whole, refused]


_TWO = 2  # clauses: the line, and a person's part of it


def _of_staff(desk: Desk, ask: Ask, left: str) -> Outcome | None:
    """A line of one body by the people it has in post, where it prints their number; a refusal where it does not."""
    named = [t for t in ask.terms if not _PER_PERSON.search(t.text)]
    lines = [t for t in named if t.concept in _BY_STAFF]
    whole = not named and re.search(r"支出|花|用了|开支", left) is not None
    if len(ask.scope.departments) != 1 or not (whole or (lines and lines == named and len(lines) == 1)):
        return None
    terms = tuple(lines) or (concept_term("expenditure_total"),)
    plain = replace(ask, operation=Operation.LOOKUP, terms=terms, context=(), hints=(), words=left)
    out = looked_up(desk, plain)
    figure = out.found[0].figure if out.kind == "figures" and len(out.found) == 1 else None
    if figure is None or figure.amount is None or figure.unit.kind is not UnitKind.MONEY:
        return None
    staff = people_of(desk, replace(plain, words=""), alone=True)
    count = staff.found[0].figure if staff.kind == "figures" and len(staff.found) == 1 else None
    people = count is not None and count.unit.kind is UnitKind.COUNT and count.unit.name == "人" and count.amount
    if count is None or not people or count.document_id != figure.document_id:
        return Outcome("refusal", message=say("answer.no_staff", desk.language, asked=out.found[0].label))
    found = _divided(desk, out.found[0].label, figure, count, desk.library.holding(figure.document_id))
    return Outcome("figures", found=[found], method=[*out.method, found.method], place=out.place)


# Lines that are held against the people in post; what is spent on events is of those who come.
_BY_STAFF = (
    *("expenditure_total", "budget_total", "basic_expenditure", "personnel", "public_use", "agency_running"),
    *("e301", "e302"),
)


def _one_told(earlier: list[Outcome] | None) -> Outcome | None:
    """What the turn before told, where that is one thing."""
    return earlier[0] if earlier and len(earlier) == 1 and len(earlier[0].found) == 1 else None


def _line(desk: Desk, label: str, figure: Figure, row: RowView | None, holding: Holding) -> Found | None:
    """A row with its amount a person; None where it prints no money or not one number of people."""
    cells = row.cells if row is not None else ()
    people = [f for _, f in cells if f.unit.kind is UnitKind.COUNT and f.unit.name == "人" and f.amount]
    if figure.unit.kind is not UnitKind.MONEY or figure.amount is None or len(people) != 1:
        return None
    count: Figure = people[0]
    if count.amount is None or not count.amount.value:
        return None
    return _divided(desk, label, figure, count, holding)


def _divided(desk: Desk, label: str, figure: Figure, count: Figure, holding: Holding) -> Found:
    """An amount by a number of people, both printed."""
    assert figure.amount is not None
    assert count.amount is not None
    value, unit = converted(rounded(figure.amount.base / count.amount.value), YUAN, desk.unit)
    said = say("answer.per_head", desk.language, label=label)
    found = Found(said, value, unit, [source_of(figure, holding), source_of(count, holding)], True)
    found.method = (
        f"{label}: {money(figure.amount.value, figure.unit.name)} ÷ {money(count.amount.value, count.unit.name)}"
    )
    return found
