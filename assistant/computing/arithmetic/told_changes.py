"""The change or rate of a line that a document prints, and the amount that is told with it."""

import re
from dataclasses import replace

from assistant.computing.figures.looking import Desk, Sight, look
from assistant.finding.choose import same_value
from assistant.finding.wanted import Candidate
from assistant.lexicon import concepts, concepts_in, is_fund
from assistant.plan import Ask, Operation, Term
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.wording.glyphs import bare

_TOTALS = {"income_total": "收入总计", "expenditure_total": "支出总计"}
_LINES = ("topic", "item")  # what says of a label that it is a line, and not only which money it is
TOTAL_NAMES = tuple(_TOTALS.values())


def line_told_of(told: Candidate | None, options: list[Candidate]) -> Candidate | None:
    """The amount, among several, that a printed change is of: in its row, or under its name in its passage."""
    if told is None:
        return None
    row, passage = told.figure.row_id, (told.figure.passage_id, told.figure.label)
    same = [
        c
        for c in options
        if (row is not None and c.figure.row_id == row)
        or (row is None and ((c.figure.passage_id, c.figure.label) == passage or _agrees(told, c)))
    ]
    return same[0] if len(same) == 1 else None


def related(desk: Desk, ask: Ask, sight: Sight, relation: Relation, passage: str | None = None) -> Candidate | None:
    """The printed change or rate of a line in one place and year, where exactly one is meant."""
    choice = look(desk, ask, sight.place, replace(sight.period, stages=()), relation)
    best = choice.best
    if best is None and choice.options:
        amount = sight.choice.best
        same = [c for c in choice.options if amount is not None and c.figure.passage_id == amount.figure.passage_id]
        if passage is not None:
            same = [c for c in choice.options if c.figure.passage_id == passage]
        agreeing = [c for c in choice.options if _agrees(c, amount)]
        best = same[0] if len(same) == 1 else agreeing[0] if len(agreeing) == 1 else None
    amount = sight.choice.best
    if best is None and not choice.options and amount is not None:
        best = _of_the_same_total(desk, ask, sight, relation, amount)
    if best is not None and _of_a_line_in_it(ask, best):
        return None  # how 财政拨款“三公”经费 moved is not how 财政拨款 did
    if best is not None and _of_another_basis(ask.basis, best.figure.basis or ""):
        return None  # how income moved on 上年执行数 is not how it moved on 上年预算
    if best is not None and amount is not None and not best.narrow <= amount.narrow and not _all_of(best, amount):
        return None  # how 财政拨款收入 moved is not how all income did
    return best


def _of_a_line_in_it(ask: Ask, told: Candidate) -> bool:
    """Whether a change is told of one line that a fund pays, where the fund alone is named."""
    if not ask.terms or not all(is_fund(t.concept) for t in ask.terms):
        return False
    return any(concepts()[c].group in _LINES for c in concepts_in(bare(told.figure.label)))


def _of_another_basis(asked: str | None, printed: str) -> bool:
    """Whether a change is printed against the other of budget and execution than was asked for."""
    planned, executed = "预算" in printed, "执行" in printed
    return planned != executed and ((asked == "budget" and executed) or (asked == "execution" and planned))


def _of_the_same_total(desk: Desk, ask: Ask, sight: Sight, relation: Relation, amount: Candidate) -> Candidate | None:
    """How an account's 收入总计 moved, where it is all that came in that year: texts tell the total's change alone."""
    concept = ask.terms[0].concept or "" if len(ask.terms) == 1 else ""
    if concept not in _TOTALS or _TOTALS[concept] in ask.terms[0].text:
        return None
    total = replace(ask, terms=(Term(_TOTALS[concept], "concept", concept),))
    period = replace(sight.period, stages=())
    whole = look(desk, replace(total, operation=Operation.LOOKUP), sight.place, period, Relation.AMOUNT).best
    if whole is None or not same_value(whole.figure, amount.figure):
        return None
    return look(desk, total, sight.place, period, relation).best


def _all_of(candidate: Candidate, amount: Candidate) -> bool:
    """Whether a narrower line that is told of is all of the amount: the income is 财政拨款 and nothing else."""
    label = bare(candidate.figure.label)
    return any(
        figure.relation is Relation.AMOUNT and bare(figure.label) == label and same_value(figure, amount.figure)
        for figure in candidate.holding.spoken
    )


_PLANNED = re.compile(r"(?<![共金营])预算(?!执行|完成)")


def of_one_stage(
    ask: Ask, printed: Candidate | None, rate: Candidate | None, amount: Candidate | None
) -> tuple[Candidate | None, Candidate | None]:
    """A printed change and rate without what another stage tells: how the account moved is not how the budget did."""
    if amount is not None and amount.figure.stage is Stage.BUDGET and _PLANNED.search(ask.words):
        kept = [c if c is None or c.figure.stage is Stage.BUDGET else None for c in (printed, rate)]
        printed, rate = kept[0], kept[1]
    if printed is not None and rate is not None and printed.figure.stage is not rate.figure.stage:
        rate = None
    return printed, rate


def told_beside(told: Candidate | None, amount: Candidate | None) -> Candidate | None:
    """The amount that a text prints together with its change: of one fund, where a table has the line of all funds."""
    if told is None or amount is None or told.figure.passage_id is None:
        return amount
    change = told.figure
    same = [
        f
        for f in told.holding.spoken
        if (f.passage_id, f.label, f.year, f.stage) == (change.passage_id, change.label, change.year, change.stage)
        and f.relation is Relation.AMOUNT
        and f.amount is not None
    ]
    if len(same) != 1 or same_value(same[0], amount.figure):
        return amount
    return replace(told, figure=same[0])


def _agrees(candidate: Candidate, amount: Candidate | None) -> bool:
    """Whether a change stands in a sentence that prints the amount that was looked up."""
    if amount is None or amount.figure.amount is None:
        return False
    passage = candidate.holding.passage_of(candidate.figure)
    return passage is not None and amount.figure.text.strip() in passage.text
