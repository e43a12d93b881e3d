"""What is left of a line without a class or a fund that one table prints as its part: 项目支出里不属于教育类的."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.computing.arithmetic.against import subtracted
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.choose import same_value
from assistant.finding.evidence import Found, Outcome
from assistant.lexicon import HALVES, concepts, concepts_in, is_fund
from assistant.plan import Ask, Operation, Term
from assistant.understand.words.concept_terms import concept_term
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
    plain = replace(ask, operation=Operation.LOOKUP, excluded=(), base=())
    if left_out.concept in HALVES:
        return _other_half(desk, plain, left_out)
    if not by_fund and not (left_out.concept and concepts()[left_out.concept].group in (None, "", "item")):
        return None
    whole, part = looked_up(desk, plain), looked_up(desk, replace(plain, terms=(*ask.terms, left_out)))
    one, other = _only(whole), _only(part)
    if one is None or other is None or one.figure is None or other.figure is None:
        return None
    if by_fund and left_out.concept in concepts_in(bare(one.figure.label)):
        return None  # 财政拨款收入 without 财政拨款 is nothing, and no answer to what other income there is
    if not _holds(desk, one.figure, other.figure, by_fund, _ADDED_UP.search(ask.words) is not None):
        return None
    if one.label == other.label:
        other.label += say("answer.of_fund", desk.language, fund=left_out.text)
    return _less(desk, plain, whole, part)


def _less(desk: Desk, plain: Ask, whole: Outcome, part: Outcome) -> Outcome:
    """One figure less another that is its part, named so."""
    one, other = whole.found[0], part.found[0]
    told = subtracted(desk, replace(plain, operation=Operation.DIFFERENCE), one, other, [*whole.method, *part.method])
    if told.kind == "figures":
        told.found[0].label = say("answer.without", desk.language, whole=one.label, part=other.label)
        told.place = whole.place
    return told


def _other_half(desk: Desk, plain: Ask, half: Term) -> Outcome | None:
    """All spending without 基本支出 or 项目支出, which are parts of it by definition.

    None where what is printed of the other half is not what is left: the two are not of the same money then.
    """
    if len(plain.terms) != 1 or plain.terms[0].concept != "expenditure_total":
        return None
    whole, part = (looked_up(desk, replace(plain, terms=(term,))) for term in (plain.terms[0], half))
    one, other = _only(whole), _only(part)
    if one is None or other is None or not _of_one_account(one.figure, other.figure):
        return None
    (beside,) = HALVES - {half.concept}
    printed = looked_up(desk, replace(plain, terms=(concept_term(beside),)))
    told = _less(desk, plain, whole, part)
    if told.kind != "figures" or printed.kind == "clarification":
        return None
    known = _only(printed)
    amount = known.figure.amount if known is not None and known.figure is not None else None
    left = _base(one) - _base(other)
    return None if printed.kind == "figures" and (amount is None or amount.base != left) else told


def _base(found: Found) -> Decimal:
    """The amount of a printed figure in its base unit."""
    return found.figure.amount.base if found.figure is not None and found.figure.amount is not None else Decimal(0)


def _of_one_account(whole: Figure | None, part: Figure | None) -> bool:
    """Whether two amounts are of one body's account of one year, in one document, the part within the whole."""
    if whole is None or part is None or whole.amount is None or part.amount is None:
        return False
    told = [(f.document_id, f.department, f.body, f.year, f.stage, f.relation) for f in (whole, part)]
    return told[0] == told[1] and part.amount.base <= whole.amount.base


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
    told = holding.passage_of(whole)
    narrow = [*whole.column, *(told.section[-1:] if told is not None else ())]
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
