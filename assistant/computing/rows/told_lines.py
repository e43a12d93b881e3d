"""The lines of an account as its sentences tell them, each with its opening budget, which no table of it prints.

1.住房保障支出（类）住房改革支出（款）购房补贴（项）。年初预算为5万元，支出决算为4万元.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.computing.rows.members import Member, Population, meets
from assistant.finding.choose import step_of
from assistant.finding.holdings import Holding
from assistant.finding.scope import Place
from assistant.finding.told_under import funds_told_under
from assistant.finding.wanted import Candidate
from assistant.lexicon import is_fund, whole_concept
from assistant.plan import Ask
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

# What ends the name of a line of a level: 住房保障支出（类）住房改革支出（款）购房补贴（项）, 住房保障支出（类）支出.
_MARKED = {
    3: re.compile(r"[（(]类[)）](?:支出)?$"),
    5: re.compile(r"[（(]款[)）](?:支出)?$"),
    7: re.compile(r"[（(]项[)）]$"),
}
_ROUNDED = Decimal("0.0001")  # what rounded parts may be off their total; a line of that size need not be missing
_CLASS = re.compile(r"f\d{3}")
CLASS_DIGITS, ITEM_DIGITS = 3, 7


def asks_openings(ask: Ask) -> bool:
    """Whether lines are asked for by what was budgeted for them."""
    return ask.scope.stages == (Stage.BUDGET.value,)


def line_of(figure: Figure, level: int) -> str | None:
    """What tells a line from the others of its level: its code, else its class or its words with the level's mark."""
    if figure.code:
        return figure.code if len(figure.code) == level else None
    marked = _MARKED.get(level)
    if marked is not None and marked.search(figure.label):
        return bare(figure.label)
    concept = whole_concept(bare(figure.label)) or "" if level == CLASS_DIGITS else ""
    return concept[1:] if _CLASS.fullmatch(concept) else None  # 卫生健康支出284万元，完成年初预算…


def is_of_fund(holding: Holding, figure: Figure, asked: set[str]) -> bool:
    """Whether a line is told under a fund that is asked for; one told under none may be of any."""
    told = funds_told_under(holding, figure) if asked else frozenset()
    return not told or bool(told & asked)


def come_to_a_told_total(holding: Holding, lines: Sequence[Figure]) -> bool:
    """Whether amounts come to a total that the sentences print: no line is left out then."""
    whole = sum((f.amount.base for f in lines if f.amount is not None), Decimal(0))
    open_by = sum((step_of(f) for f in lines), Decimal(0)) / 2  # each is rounded
    own = {f.id for f in lines}
    return any(
        f.amount is not None
        and f.id not in own
        and (f.relation, f.unit.kind) == (Relation.AMOUNT, UnitKind.MONEY)
        and not f.column
        and abs(f.amount.base - whole) <= min(open_by, _ROUNDED * whole)
        for f in holding.spoken
    )


def told_openings(desk_language: str, ask: Ask, place: Place, holdings: Sequence[Holding]) -> Population | None:
    """The items of an account by their opening budgets; None where they are not told, or not all of them."""
    others = [t for t in ask.terms if not is_fund(t.concept) and t.concept not in ("expenditure_total", "budget_total")]
    if others or place.unit or ask.level not in (None, ITEM_DIGITS) or ask.by_columns or ask.excluded:
        return None
    funds = {t.concept for t in ask.terms if t.concept and is_fund(t.concept)}
    for holding in holdings:
        if holding.document.stage is not Stage.FINAL_ACCOUNT:
            continue
        lines: dict[str, Figure] = {}
        for figure in holding.spoken:
            line = line_of(figure, ITEM_DIGITS)
            opening = (figure.stage, figure.year, figure.relation) == (
                Stage.BUDGET,
                holding.document.year,
                Relation.AMOUNT,
            )
            if line is not None and opening and figure.amount is not None and is_of_fund(holding, figure, funds):
                lines.setdefault(line, figure)
        if lines and come_to_a_told_total(holding, list(lines.values())):
            found = [Candidate(f, holding, None, None, None, 0.0) for f in lines.values()]
            members = [Member(c, c.figure.label) for c in found if meets(c, ask)]
            noun = say(f"answer.noun_level_{ITEM_DIGITS}", desk_language)
            title = say("answer.lines_told", desk_language)
            return Population(members, noun, place.name, title, found[0].figure.page)
    return None
