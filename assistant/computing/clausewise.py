"""A question of several figures clause by clause: each by the grammar where it reaches, else by the clause's words."""

import re
from collections.abc import Callable, Sequence

from assistant.computing.figures.conditions import thing_asked
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import found_of
from assistant.computing.figures.worded import worded
from assistant.computing.figures.worth_beside import asks_worth, worth_beside
from assistant.computing.rows.words import figure_of_row
from assistant.computing.targets.asked_targets import target_after
from assistant.finding.evidence import Outcome
from assistant.finding.heard import asking_clauses, asks_for_money, heard_in
from assistant.lexicon import concepts
from assistant.plan import Ask, Operation, Plan, Term, replace
from ingest.messages import say
from ingest.records.figure import Figure
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_REFUSED = ("refusal", "clarification")


def by_words(desk: Desk, plan: Plan, one: Callable[[Ask], Outcome], counts_only: bool = False) -> list[Outcome]:
    """The figures that carry every word of what the grammar does not reach; () where a clause finds none.

    ``one`` answers an ask by the grammar.
    """
    clauses = asking_clauses(plan.question)
    if not plan.asks:
        return []
    if len(clauses) < 2:
        told = worded(desk, plan.asks, plan.question, counts_only, left=plan.unexplained)
        return [told] if told is not None and not _one_of_several(plan.asks, told) else []
    left = (*plan.unexplained, *(hint for ask in plan.asks for hint in ask.hints))
    found: list[Outcome] = []
    for clause, before in zip(clauses, _named_before(clauses), strict=True):
        ask = _ask_of(clause, plan.asks)
        told = None
        if ask is not None and ask.terms and not any(word in bare(clause) for word in left):
            told = one(ask)
        if told is None or told.kind in _REFUSED:
            told = worded(desk, [ask or plan.asks[-1]], clause, counts_only, before)
        if told is None or (found and any(word in bare(clause) for word in left) and _says_again(told, found)):
            return []
        found.append(told)
    return found


def _one_of_several(asks: Sequence[Ask], told: Outcome) -> bool:
    """Whether what is told is one of the things whose sum is asked for: 在职人员和离退休人员一共多少人."""
    for ask in asks:
        if len({_kinds_of_money(terms) for terms in ask.operands}) > 1:
            return True  # no one figure is of 基本支出 and of 项目支出
        named = [bare(t.text) for terms in ask.operands for t in terms]
        for label in (bare(f.label) for f in told.found[:1]):
            if sum(label in name or name in label for name in named) == 1 < len(named):
                return True
    return False


def _kinds_of_money(terms: Sequence[Term]) -> frozenset[str]:
    """The funds and kinds of spending among terms: 一般公共预算, 项目支出."""
    of_kind = (t.concept for t in terms if t.concept and concepts()[t.concept].group in ("fund", "expenditure"))
    return frozenset(of_kind)


def _says_again(told: Outcome, found: Sequence[Outcome]) -> bool:
    """Whether all that a clause finds was told by those before it: its words made no difference then."""
    before = {(f.label, f.value) for one in found for f in one.found}
    return bool(told.found) and all((f.label, f.value) in before for f in told.found)


def with_counts(desk: Desk, plan: Plan, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes with what clauses count that no ask is of: 培训一共办几次，多少人参加."""
    found = list(outcomes)
    if not plan.asks or len(outcomes) != len(plan.asks) or any(o.kind != "figures" for o in outcomes):
        return found
    clauses = asking_clauses(plan.question)
    for clause, before in list(zip(clauses, _named_before(clauses), strict=True))[1:]:
        heard = heard_in(clause, ())
        if heard is None or (_ask_of(clause, plan.asks) is not None and _ends(clause, plan.asks)):
            continue
        if not heard.words and (cell := _of_same_row(desk, plan.asks[-1], found[-1], heard.units)) is not None:
            found.append(cell)
            continue
        if asks_worth(clause) and not any(map(_is_money, found)):
            missed = Outcome("refusal", message=say("answer.money_left", desk.language, asked=clause))
            found.append(worth_beside(desk, found[-1]) or missed)
            continue
        if _left_aside(clause, plan.asks):
            told = target_after(desk, replace(plan, question=clause), found[-1:])
            found.append(told or Outcome("refusal", message=say("describe.half", desk.language, asked=clause)))
            continue
        if _ask_of(clause, plan.asks) is not None or not heard.units:
            if not heard.words and asks_for_money(clause) and not any(map(_is_money, found)):
                return [Outcome("refusal", message=say("answer.money_left", desk.language, asked=clause))]
            continue
        counted = worded(desk, [_plain(plan.asks[-1])], clause, before=before)
        if counted is not None:
            found.append(counted)
        elif not heard.words and all(map(_is_money, found)):
            left = say("answer.measure_left", desk.language, measure=heard.units[0], asked=clause)
            return [Outcome("refusal", message=left)]
    return found


def _left_aside(clause: str, asks: Sequence[Ask]) -> bool:
    """Whether a clause asks how much of a thing there is that no ask took up: 花多少，要接多少数据."""
    if thing_asked(clause) is None or any(a.operation is not Operation.LOOKUP for a in asks):
        return False
    return not any(t.text in bare(clause) for a in asks for t in (*a.terms, *a.base))


def _is_money(outcome: Outcome) -> bool:
    return any(f.figure is None or f.figure.unit.kind is UnitKind.MONEY for f in outcome.found)


def _ends(clause: str, asks: Sequence[Ask]) -> bool:
    """Whether a clause is all that an ask asks: of one that goes on with the clause before it, that is answered."""
    return any(len(asking_clauses(a.words)) == 1 and bare(clause) in bare(a.words) for a in asks)


def _of_same_row(desk: Desk, ask: Ask, before: Outcome, units: Sequence[str]) -> Outcome | None:
    """What the row of a figure prints in another unit: 多少人参加，花多少钱; None where that was the figure itself."""
    figure = before.found[0].figure if len(before.found) == 1 else None
    if figure is None or figure.table_id is None or figure.unit.name in units:
        return None
    if not units and figure.unit.kind is UnitKind.MONEY:
        return None
    holding = desk.library.holding(figure.document_id)
    row = holding.rows.get(figure.row_id or "")
    if row is None or row.table is None:
        return None
    candidate = figure_of_row(holding, row.table, row, units)
    return None if candidate is None else Outcome("figures", found=[found_of(desk, replace(ask, terms=()), candidate)])


def _named_before(clauses: Sequence[str]) -> list[str]:
    """For each clause the nearest one before it that names something: 开会花多少钱，开几次，多少人."""
    made, last = [], ""
    for clause in clauses:
        made.append(last)
        heard = heard_in(clause, ())
        last = clause if heard is not None and heard.words else last
    return made


# What goods are counted in; people, times and batches are told by sentences.
_GOODS = re.compile(
    r"(?:多少|几)(?P<unit>(?:[台套件册张箱袋盒桶瓶吨辆架艘头棵株盏枚]|份(?!额)|本(?![级局部])|支(?![出付持])|只(?!有)|包(?!含|括)|节(?!约))(?![万亿元]))"
)

_NUMBER = re.compile(r"(?<![总金款])数量(?:(?:是|为|有|要)?(?:多少|几何)|[和与及、])")


def in_its_measure(desk: Desk, ask: Ask, outcome: Outcome) -> Outcome:
    """The count that stands in the row of the money found, where how many of it are asked for: 买多少箱."""
    if asks_worth(ask.words) and (worth := worth_beside(desk, outcome)) is not None:
        return worth
    asked = _GOODS.search(bare(ask.words)) or _NUMBER.search(bare(ask.words))
    if asked is None or any("价" in t.text for t in ask.terms) or outcome.kind != "figures" or len(outcome.found) != 1:
        return outcome
    figure = outcome.found[0].figure
    plain = ask.operation in (Operation.LOOKUP, Operation.COUNT) and not outcome.found[0].computed
    if figure is None or figure.unit.kind is not UnitKind.MONEY or not plain:
        return outcome
    units = tuple(asked.groupdict().values()) or _counted_in(desk, figure)
    left = say("answer.measure_left", desk.language, measure=asked[0], asked=ask.words)
    return (_of_same_row(desk, ask, outcome, units) if units else None) or Outcome("refusal", message=left)


def _counted_in(desk: Desk, figure: Figure) -> tuple[str, ...]:
    """What the row of a figure counts things in."""
    row = desk.library.holding(figure.document_id).rows.get(figure.row_id or "")
    cells = row.cells if row is not None else ()
    return tuple({f.unit.name for _, f in cells if f.unit.kind is UnitKind.COUNT and f.amount is not None})


def _plain(ask: Ask) -> Ask:
    return Ask(Operation.LOOKUP, scope=ask.scope)


def _ask_of(clause: str, asks: Sequence[Ask]) -> Ask | None:
    """The ask that a clause was read as."""
    return next((a for a in asks if bare(clause) in bare(a.words)), None)
