"""What is left of a line without a class or a fund that one table prints as its part: 项目支出里不属于教育类的."""

import re
from dataclasses import replace

from assistant.computing.arithmetic.against import subtracted
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.choose import same_value
from assistant.finding.evidence import Found, Outcome
from assistant.lexicon import concepts, concepts_in, is_fund
from assistant.plan import Ask, Operation
from ingest.messages import say
from ingest.records.document import RowRole
from ingest.records.figure import Figure, Relation
from ingest.wording.glyphs import bare


def remainder(desk: Desk, ask: Ask) -> Outcome | None:
    """A line less the one part that is left out; None where no table prints the two as whole and part.

    A subject is a part of its column's grand total, a fund one of its row's total; of a line above it where what is
    left is said to be added up.
    """
    if len(ask.excluded) != 1 or not ask.terms or ask.dropped or ask.secret is not None or ask.filters:
        return None
    (left_out,) = ask.excluded
    by_fund = is_fund(left_out.concept)
    if not by_fund and not (left_out.concept and concepts()[left_out.concept].group in (None, "", "item")):
        return None
    plain = replace(ask, operation=Operation.LOOKUP, excluded=(), base=())
    whole, part = looked_up(desk, plain), looked_up(desk, replace(plain, terms=(*ask.terms, left_out)))
    one, other = _only(whole), _only(part)
    if one is None or other is None or one.figure is None or other.figure is None:
        return None
    if not _holds(desk, one.figure, other.figure, by_fund, _ADDED_UP.search(ask.words) is not None):
        return None
    if one.label == other.label:
        other.label += say("answer.of_fund", desk.language, fund=left_out.text)
    told = subtracted(desk, replace(plain, operation=Operation.DIFFERENCE), one, other, [*whole.method, *part.method])
    if told.kind == "figures":
        told.found[0].label = say("answer.without", desk.language, whole=one.label, part=other.label)
        told.place = whole.place
    return told


def _told_of_all(desk: Desk, whole: Figure, part: Figure) -> bool:
    """Whether sentences tell a line twice: of all money, and as a part of what the fund comes to."""
    if (whole.label, whole.year, whole.stage, whole.document_id) != (
        part.label,
        part.year,
        part.stage,
        part.document_id,
    ):
        return False
    of_fund = any(is_fund(concept) for name in part.column for concept in concepts_in(bare(name)))
    holding = desk.library.holding(whole.document_id)
    narrow = [*whole.column, *(n for p in holding.passages if p.id == whole.passage_id for n in p.section[-1:])]
    return of_fund and not any(is_fund(concept) for name in narrow for concept in concepts_in(bare(name)))


def _only(outcome: Outcome) -> Found | None:
    return outcome.found[0] if outcome.kind == "figures" and len(outcome.found) == 1 else None


_ADDED_UP = re.compile(r"加起来|加一起|合计|合起来|一共|总共|共计|还剩|剩下|其余|别的")


def _holds(desk: Desk, whole: Figure, part: Figure, by_fund: bool, added_up: bool) -> bool:
    """Whether the table of a part prints the whole with it: above it, at the foot of its column, as its row's total."""
    if whole.amount is None or part.amount is None or part.amount.base > whole.amount.base:
        return False
    holding = desk.library.holding(part.document_id)
    if part.row_id is None and by_fund:
        return _told_of_all(desk, whole, part)
    row = holding.rows.get(part.row_id or "")
    if row is None or row.table is None or (row.is_total and not by_fund):
        return False
    at = next((i for i, f in row.cells if f.id == part.id), None)
    if by_fund:
        columns = row.table.columns
        return any(f.relation is Relation.AMOUNT and columns[i].is_total and same_value(f, whole) for i, f in row.cells)
    above = holding.rows.get(row.row.parent_id or "")
    while added_up and above is not None and above.table is row.table:
        if any(i == at and same_value(f, whole) for i, f in above.cells):
            return True  # 工资福利支出 over 津贴补贴
        above = holding.rows.get(above.row.parent_id or "")
    totals = (r for r in row.table.rows if r.row.role is RowRole.GRAND_TOTAL)
    return any(i == at and same_value(f, whole) for total in totals for i, f in total.cells)
