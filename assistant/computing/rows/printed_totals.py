"""What the documents themselves say of a set: its printed total, its number, how it falls to units."""

import re
from decimal import Decimal

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.lookup import found_of, missing
from assistant.computing.rows.members import Member, not_so_many
from assistant.computing.rows.population import population
from assistant.finding.choose import step_of
from assistant.finding.evidence import Found, Outcome, plain, source_of
from assistant.finding.wanted import Candidate
from assistant.plan import RANKS, Ask, Operation, Term, replace
from assistant.saying.wordings import condition_words, money, place_words
from assistant.understand.words.body_forms import is_of_kind, kinds
from ingest.messages import say
from ingest.records.document import RowRole
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_REPORTED = re.compile(
    r"[报编设做行展](?:了|过|有)?(?:项目)?绩效|编报|纳入绩效|实行绩效|绩效(?:目标)?(?:的|管理的?)?项目|项目绩效目标|一级项目"
)
# 四所监狱各有几个项目: what is counted are the projects of each.
_PROJECTS_OF_EACH = re.compile(r"(?:多少|几)[个项]?(?:预算|支出)?项目|项目(?:各|分别)?(?:有|是)?(?:多少|几)[个项]?$")
_WHO_MOST = re.compile(
    r"(?:其中|里面|当中)?[哪谁][一个]?[家个所]?(?:单位|部门)?(?:的项目)?(?:个数|数量|数)?最(?P<end>[多少])"
)


def told_count(desk: Desk, ask: Ask) -> Outcome | None:
    """A number of projects that the narrative itself tells: 编报绩效目标的项目12个."""
    if not _REPORTED.search(ask.words):
        return None
    found = [
        found_of(desk, ask, Candidate(figure, holding, None, None, None, 0.0))
        for holding, _ in holdings_of(desk, ask)
        for figure in holding.spoken
        if figure.unit.kind is UnitKind.COUNT
        and figure.amount
        and figure.amount.value
        and ("项目" in figure.label and ("绩效" in figure.label or "一级" in figure.label))
    ]
    values = {(f.value, f.unit) for f in found}
    if len(values) != 1:
        return None
    return Outcome(
        "figures", found=found[:1], method=[say("answer.read_from_text", desk.language, page=found[0].sources[0].page)]
    )


def names_units(desk: Desk, ask: Ask) -> bool:
    """Whether a term is what several units of the department are called: 哪个监狱, 四所监狱中."""
    return any(t.kind in ("name", "like") and _are_called(desk, t.text, _is_sought(t.text, ask)) for t in ask.terms)


def _are_called(desk: Desk, kind: str, sought: bool) -> bool:
    if not sought:
        return len(kind) >= 2 and sum(key.endswith(kind) for key in desk.units) >= 2
    return any(key.endswith(kind) or (kind in kinds() and is_of_kind(kind, key)) for key in desk.units)


def _is_sought(kind: str, ask: Ask) -> bool:
    """Whether one of a kind is sought, were there but one of it: 哪个站, 哪所幼儿园."""
    return ask.operation in RANKS and re.search(rf"哪一?[个家所座间]的?{re.escape(kind)}", ask.words) is not None


def of_each_unit(desk: Desk, ask: Ask) -> Outcome | None:
    """How many projects each unit has, those of one kind or all, or who has most; None where that is not asked."""
    if ask.entity not in ("project", "unit") or ask.operation not in (Operation.COUNT, Operation.MAX, Operation.MIN):
        return None
    if ask.operation is not Operation.COUNT:
        most = _WHO_MOST.fullmatch(bare(ask.words)) if ask.group == "body" and not (ask.terms or ask.filters) else None
        told = counted_by_unit(desk, replace(ask, operation=Operation.COUNT)) if most is not None else None
        if told is None or most is None or told.kind != "list":
            return told
        ends = (max if most["end"] == "多" else min)(f.value or Decimal(0) for f in told.found)
        return Outcome("list", found=[f for f in told.found if f.value == ends])
    if ask.group == "body" and ask.entity == "project":
        return counted_by_unit(desk, ask)
    if not (ask.each and ask.terms and _PROJECTS_OF_EACH.search(bare(ask.words)) and names_units(desk, ask)):
        return None
    return counted_by_unit(desk, replace(ask, entity="project", group="body", terms=()), tuple(ask.terms))


def counted_by_unit(desk: Desk, ask: Ask, of: tuple[Term, ...] = ()) -> Outcome:
    """How many projects each unit has, or each of those whose name holds what is said of them."""
    counts: dict[str, list[Member]] = {}
    for one in population(desk, replace(ask, group=None, operation=Operation.LIST)):
        for member in one.members:
            row = member.candidate.row
            counts.setdefault((row.body if row is not None else None) or one.place, []).append(member)
    counts = {name: own for name, own in counts.items() if all(term.text in bare(name) for term in of)}
    if not counts:
        return missing(desk, ask, [])
    found = [
        Found(
            name,
            Decimal(len(members)),
            say("answer.piece", desk.language),
            [source_of(m.candidate.figure, m.candidate.holding) for m in members],
            True,
        )
        for name, members in counts.items()
    ]
    if ask.said_count and ask.said_count != len(found):
        return not_so_many(desk.language, ask.said_count, found)
    return Outcome("list", found=found)


def printed_total(desk: Desk, ask: Ask, members: list[Member], noun: str) -> Outcome | None:
    """The printed total of exactly these rows, where the table prints one; a tail from rounding is told."""
    first = members[0].candidate
    if first.table is None or len({m.candidate.figure.table_id for m in members}) > 1:
        return None
    total = sum((m.base or Decimal(0) for m in members), Decimal(0))
    bodies = {bare(m.candidate.row.body or "") for m in members if m.candidate.row is not None}
    for row in first.table.rows:
        cell = next(
            (f for i, f in row.cells if first.column is not None and first.table.columns[i] is first.column), None
        )
        if row.row.role not in (RowRole.GRAND_TOTAL, RowRole.SUBTOTAL) or cell is None or cell.amount is None:
            continue
        gap = abs(cell.amount.base - total)
        if gap <= step_of(cell) * (len(members) + 1) and (
            gap == 0 or row.row.role is RowRole.GRAND_TOTAL or bodies == {row.key}
        ):
            found_at = Candidate(cell, first.holding, first.table, row, first.column, 0.0)
            found = found_of(desk, ask, found_at)
            found.label = say(
                "answer.sum_of",
                desk.language,
                what=say(
                    "answer.set_named",
                    desk.language,
                    condition=condition_words(ask, desk.language),
                    place="",
                    count=len(members),
                    noun=noun,
                ).lstrip(", "),
            )
            found.sources += [source_of(m.candidate.figure, m.candidate.holding) for m in members]
            if gap:
                found.note = say(
                    "answer.tail", desk.language, total=money(plain(total / cell.unit.scale), cell.unit.name)
                )
            return Outcome(
                "figures",
                found=[found],
                method=[
                    say("answer.read_from", desk.language, table=first.table.table.title, page=cell.page),
                    say(
                        "answer.items_add_up",
                        desk.language,
                        count=len(members),
                        total=money(plain(total / cell.unit.scale), cell.unit.name),
                    ),
                ],
                place=place_words(found_at, desk.language),
            )
    return None
