"""The rows of the detail table that a line has by its name: 培训费明细 lists the trainings, 会议费明细 the meetings."""

import re

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.rows.members import Member, Population, meets
from assistant.computing.rows.parts import leaves
from assistant.computing.rows.same_named import same_named
from assistant.finding.holdings import Holding, TableView
from assistant.finding.wanted import Candidate
from assistant.plan import RANKS, Ask, Term, replace
from assistant.understand.words.concept_terms import concept_term, name_term
from ingest.messages import say
from ingest.records.figure import Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_DETAIL = r"(?:支出|预算)?的?(?:支出|预算)?(?:明细|清单|一览)"
_EVENTS = ("training", "meeting")  # lines that pay for one event after the other
_ONE_OF = re.compile(r"(?:哪|一)(?:一)?(?:项|个|场|笔|期|班)")
_CLASS = re.compile(r"(?:班|课程?)$")
_CLASS_OF = re.compile(r"培训(?:班|课程?)")
_ENDINGS = re.compile(r"(?:费用?|经费|支出|开支)+$")


def by_events(ask: Ask) -> Ask | None:
    """An ask for what people call one event of a line by, as one for such events: 培训班 for 培训; None for others."""
    called = [t for t in ask.terms if t.kind == "like" and _CLASS_OF.fullmatch(bare(t.text))]
    events = tuple(name_term(_CLASS.sub("", bare(t.text))) if t in called else t for t in ask.terms)
    return replace(ask, terms=events) if called and ask.entity is None else None


def detail_rows(desk: Desk, ask: Ask) -> Population | None:
    """The rows of the detail table that an ask names by its line; None where it names none or none is printed.

    A table whose title was lost over a page is told by its rows, which all bear what the line pays for.
    """
    if ask.excluded or ask.by_columns:
        return None
    said = bare(ask.topic + ask.words)
    for line in map(_line_of, ask.terms):
        name = bare(line.text) if line is not None else ""
        if line is None or not name:
            continue
        thing = _ENDINGS.sub("", name)
        same = re.compile(rf"{re.escape(thing)}(?:班|会|课程?|活动|项目|场次)?|{re.escape(name)}")
        others = tuple(t for t in ask.terms if t is not line and not same.fullmatch(bare(t.text)))
        detailed = re.search(f"(?:{re.escape(name)}|{re.escape(thing)}){_DETAIL}", said) is not None
        if detailed and not others and (titled := _titled(desk, ask, name)) is not None:
            return titled
        one_by_one = ask.operation in RANKS and line.concept in _EVENTS and _ONE_OF.search(said)
        if (detailed or one_by_one) and 2 <= len(thing) < len(name):
            event = name_term(thing)
            return same_named(desk, replace(ask, terms=(event, *others), entity=None))
    return None


def _line_of(term: Term) -> Term | None:
    """The line that a term names, by what it pays for as well where that is one event after the other: 培训明细."""
    if term.concept:
        return term
    lines = (concept_term(event) for event in _EVENTS)
    return next((line for line in lines if _ENDINGS.sub("", line.text) == bare(term.text)), None)


def _titled(desk: Desk, ask: Ask, line: str) -> Population | None:
    for holding, place in holdings_of(desk, ask):
        for table in holding.tables:
            if f"{line}明细" in table.key and not any(holding.is_subject(r) for r in table.rows):
                members = _members(ask, holding, table)
                noun = say("answer.noun_row", desk.language)
                return Population(members, noun, place.name, table.table.title, table.table.page) if members else None
    return None


def _members(ask: Ask, holding: Holding, table: TableView) -> list[Member]:
    members = []
    for row in leaves(table):
        money = [(at, f) for at, f in row.cells if f.relation is Relation.AMOUNT and f.unit.kind is UnitKind.MONEY]
        money = [(at, f) for at, f in money if table.columns[at].is_total] or money
        if len(money) == 1:
            at, figure = money[0]
            candidate = Candidate(figure, holding, table, row, table.columns[at], 0.0)
            if meets(candidate, ask):
                members.append(Member(candidate, row.row.label))
    return members
