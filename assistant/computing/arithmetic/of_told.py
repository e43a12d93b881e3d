"""Turns that lean on one figure told before: a part of it, its share, what is left of it.

"其中甲科目对应多少", "占全部的几成", "剩下的呢". What is told stays within the figure it leans on, else
there is a refusal: the same words asked afresh would find a figure of something wider.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.computing.arithmetic.against import held, subtracted
from assistant.computing.arithmetic.cell_told import closest, is_below, view_of
from assistant.computing.arithmetic.exact import asked_of, base_of, percent
from assistant.computing.arithmetic.ratios import share
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import found_of, looked_up
from assistant.finding.evidence import Found, Outcome
from assistant.finding.holdings import department_key
from assistant.finding.wanted import Candidate
from assistant.lexicon import TOTALS, concepts, concepts_in, is_fund, parts_of
from assistant.plan import Ask, Operation, Plan, Term
from assistant.saying.wordings import place_words
from ingest.messages import say
from ingest.records.document import RowRole
from ingest.records.figure import Figure
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.numbers import half_step
from ingest.wording.units import money_unit

_WITHIN = re.compile(r"^(?:那么?|请问|还有)?[，,]?(?:这|那|它)?(?:其中|(?:里面|里头|当中)(?!的?项目))")
_TAKES = re.compile(r"^(?:那么?|请问|大概|大约|约|它们?|这|这个数?|这笔钱?|这部分|前者)*[，,]?占(?:了|到)?")
_REST = re.compile(
    r"(?:那么?|请问)?(?:(?:剩下|剩余|余下|其余|剩)的?|(?=不是|非))(?:(?:不是|不靠|非|不由)(?P<out>[一-龥]{2,8}?)(?:给|出|拨|来|拨款)?的)?"
    r"(?:那|这)?(?:一?部分|些|块|钱|金额|资金)?(?:的?(?:又|还)?(?:是|有|合计|一共|共)*(?:多少|几)[^，,。；]{0,4}|呢"
    r"|(?P<sum>合计|一共|总计|总共|加起来)(?:多少)?(?:钱)?)"
)
_OF_ALL = re.compile(r"(?:全部|总数|总额|总量|总的|合计|整体|所有|全局|全体|大盘|里|中|的)*")
_THAN = re.compile(
    r"^(?:那么?)?[，,]?(?:它|这个?数?|前者)?(?:要|会|又|是)?比(?!.*(?:百分点|它|前者))"
)  # 它比甲支出多多少
_TIMES = re.compile(r"^(?:那么?)?[，,]?(?:它|这个?数?|前者)?(?:是|为|相当于)(?!.*(?:它|前者|去年|上年)).+(?:几|多少)倍")


def told_before(outcomes: Sequence[Outcome] | None) -> Found | None:
    """The one figure a turn told: the first of a computed one, or the same line of a department and its own office."""
    one = outcomes[0] if outcomes and len(outcomes) == 1 else None
    if one is None or one.kind != "figures" or not one.found or one.found[0].value is None:
        return None
    first, rest = one.found[0], one.found[1:]
    if money_unit(first.unit) is not None and any(f.unit == "%" for f in rest):
        return (
            rest[-1] if rest[-1].figure is not None and not rest[-1].computed else None
        )  # a change, and what it is now
    again = all(f.figure and first.figure and f.figure.document_id != first.figure.document_id for f in rest)
    return first if money_unit(first.unit) is not None and (first.computed or again) else None


def of_told(desk: Desk, plan: Plan, earlier: list[Outcome] | None) -> Outcome | None:
    """What a turn comes to of the figures told before; None where it leans on none of them."""
    if not earlier:
        return None
    if (rest := _rest(desk, plan, earlier)) is not None:
        return rest
    told = told_before(earlier)
    ask = plan.asks[0] if len(plan.asks) == 1 and not plan.unexplained else None
    if ask is not None and ask.operation is Operation.SHARE and (of_set := _member_share(desk, plan, earlier)):
        return of_set
    if (
        ask is not None
        and ask.operation is Operation.SHARE
        and (of_named := _member_of_named(desk, plan, ask, earlier))
    ):
        return of_named
    if ask is not None and _TAKES.match(plan.question) and all(o.kind in ("refusal", "quotes") for o in earlier):
        return _no_part(desk)
    if told is None or ask is None:
        return None
    if ask.operation is Operation.SHARE and _TAKES.match(plan.question):
        return _share_of(desk, ask, told, earlier)
    if ask.operation in (Operation.LOOKUP, Operation.SHARE) and _WITHIN.match(plan.question):
        return _in_its_table(desk, ask, told)
    than = _THAN.match(plan.question) or (ask.operation is Operation.RATIO and _TIMES.match(plan.question))
    return _held_against(desk, ask, told) if than else None


def kept_within(desk: Desk, plan: Plan, earlier: list[Outcome] | None, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes of a turn that says 其中, with the whole told before; a refusal where they are no part of that."""
    if earlier and (same := _in_the_unit_told(plan, earlier, outcomes)) is not None:
        return [same]
    told = told_before(earlier)
    if len(outcomes) == len(plan.asks) > 1:
        return list(_parts_within(desk, plan, outcomes))
    one = outcomes[0] if len(outcomes) == 1 and len(plan.asks) == 1 else None
    if one is not None and one.kind == "figures" and earlier and _TAKES.match(plan.question):
        amounts = all(f.unit != "%" for f in one.found)
        return [_no_part(desk)] if amounts else outcomes
    if told is None or one is None or one.kind != "figures" or not _WITHIN.match(plan.question):
        return outcomes
    part = next((f for f in one.found if f.figure is not None and money_unit(f.unit) is not None), None)
    ask, shares = plan.asks[0], one.found[0].unit == "%"
    first = one.found[0]
    if first.computed and money_unit(first.unit) is not None and base_of(first) > base_of(told):
        message = say("answer.not_within", desk.language, one=first.label, other=told.label)
        return [Outcome("refusal", message=message)]
    if part is None or (ask.operation is not Operation.LOOKUP and not shares):
        return outcomes
    if part.figure is told.figure:  # the whole itself: of what is named nothing is printed
        return [
            Outcome("refusal", message=say("answer.not_within", desk.language, one=asked_of(ask), other=told.label))
        ]
    wholes = [told, *(o.whole for o in earlier or [] if o.whole is not None)]
    whole = next((w for w in wholes if _may_hold(desk, w, part)), None)
    if whole is None and (narrowed := _narrowed(desk, ask, told)) is not None:
        return [narrowed]
    if whole is None:
        message = say("answer.not_within", desk.language, one=part.label, other=told.label)
        return [Outcome("refusal", message=message)]
    own = shares and not any(t.text in bare(ask.words) for t in ask.base)
    if own and (one.found[0].computed or not _prints(one.found[0], part, told)):
        return [replace(one, found=[rate_of(desk, part, told), part, told], method=[], whole=told)]
    return [replace(one, whole=told if whole is told and (own or not shares) else None)]


def _in_the_unit_told(plan: Plan, earlier: list[Outcome], outcomes: list[Outcome]) -> Outcome | None:
    """Of figures to choose from the one that is counted as the figure told before: 在职人员多少；那离退休的呢."""
    before = earlier[0].found[0].figure if len(earlier) == 1 and earlier[0].kind == "figures" else None
    one = outcomes[0] if len(outcomes) == 1 and outcomes[0].kind == "clarification" else None
    if before is None or one is None or before.unit.kind is UnitKind.MONEY or not re.search("呢[？?]?$", plan.question):
        return None
    alike = [f for f in one.found if f.figure is not None and f.figure.unit.name == before.unit.name]
    if len(alike) != 1 or len(one.found) != len(one.choices):
        return None
    found = alike[0]
    same = found.figure is not None and found.figure.document_id == before.document_id
    return Outcome("figures", found=alike, place=earlier[0].place) if same else None


def _parts_within(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> Iterator[Outcome]:
    """The outcomes of one question's asks; a refusal where what is said to be within the one before is none of it."""
    told: Found | None = None
    for ask, one in zip(plan.asks, outcomes, strict=True):
        if not _WITHIN.match(ask.words):
            told = told_before([one])
            yield one
            continue
        part = next((f for f in one.found if f.figure is not None and money_unit(f.unit) is not None), None)
        plain = ask.operation is Operation.LOOKUP and one.kind == "figures" and len(one.found) == 1
        if told is None or part is None or not plain or _may_hold(desk, told, part):
            yield one
        elif (narrowed := _narrowed(desk, ask, told)) is not None:
            yield narrowed
        else:
            message = say("answer.not_within", desk.language, one=part.label, other=told.label)
            yield Outcome("refusal", message=message)


def _prints(rate: Found, part: Found, whole: Found) -> bool:
    """Whether a printed share is that of a part of this very whole, as closely as it is printed."""
    if rate.value is None or base_of(whole) == 0:
        return False
    return abs(base_of(part) / base_of(whole) * 100 - rate.value) <= half_step(rate.value) * 2


def _narrowed(desk: Desk, ask: Ask, told: Found) -> Outcome | None:
    """The part as far as it is of what was told: 审计业务 within 项目支出."""
    out = looked_up(desk, replace(ask, terms=(*ask.context, *ask.terms), context=()))
    if ask.operation is not Operation.LOOKUP or not ask.context or out.kind != "figures" or len(out.found) != 1:
        return None
    return replace(out, whole=told) if _may_hold(desk, told, out.found[0]) else None


def rate_of(desk: Desk, part: Found, whole: Found) -> Found:
    """The share of a part in a whole."""
    label = say("answer.share_of", desk.language, one=part.label, other=whole.label)
    return Found(label, percent(base_of(part), base_of(whole)), "%", [*part.sources, *whole.sources], True)


def _share_of(desk: Desk, ask: Ask, told: Found, earlier: list[Outcome]) -> Outcome | None:
    """The share of what was told: of the whole that is named, else of the whole it was told to be a part of."""
    named = tuple(t for t in (*ask.terms, *ask.base) if t.text in bare(ask.words))
    named = tuple(t for t in named if not any(t.text != o.text and t.text in o.text for o in named))  # 购买服务 is one
    part = replace(earlier[0], found=[told])
    summed = told.computed and ask.inner is Operation.LIST and ask.entity in ("project", "unit")  # 前三名合计多少；占…
    if (ask.inner and not summed) or ask.filters or ask.operands or ask.base_scope not in (None, ask.scope):
        return None
    if summed and ask.entity == "project" and {t.concept for t in named} == {_HALVES[1]}:
        return _in_whole(desk, ask, named[0], told, earlier[0].place)
    if any(t.concept and (is_fund(t.concept) or t.concept in _HALVES[:2]) for t in named):
        return None  # the part as far as that fund or half holds it
    if (other := _whole_without(desk, named, told)) is not None:
        return Outcome("refusal", message=say("answer.not_a_part", desk.language, one=told.label, other=other))
    if named:
        out = share(desk, replace(ask, terms=ask.context or named, base=named, entity=None, inner=None), part)
        return out if _of_one_body(desk, out) else _no_part(desk)
    whole = earlier[0].whole
    if whole is None or base_of(whole) == 0:
        return None
    return Outcome("figures", found=[rate_of(desk, told, whole), told, whole], place=earlier[0].place)


def _no_part(desk: Desk) -> Outcome:
    return Outcome("refusal", message=say("answer.no_part_told", desk.language))


def _of_one_body(desk: Desk, outcome: Outcome) -> bool:
    """Whether all that was found is of one department: what one spends is no part of another's money."""
    told = [f.figure.document_id for f in outcome.found if f.figure is not None]
    return len({department_key(desk.library.holding(i).document) for i in told}) < 2


def _held_against(desk: Desk, ask: Ask, told: Found) -> Outcome | None:
    """What was told held against another line, the only one that is named."""
    named = tuple({t.text: t for t in (*ask.terms, *ask.base) if t.text in bare(ask.words)}.values())
    plain = ask.base_scope in (None, ask.scope) and not (
        ask.basis or ask.basis_year or ask.filters or ask.picks or ask.operands
    )
    if ask.operation not in (Operation.DIFFERENCE, Operation.RATIO, Operation.COMPARE) or not plain or len(named) != 1:
        return None
    other = looked_up(desk, replace(ask, operation=Operation.LOOKUP, terms=named, base=(), context=()))
    if other.kind != "figures" or len(other.found) != 1 or other.found[0].figure is told.figure:
        return None
    return held(desk, ask, told, other.found[0], other.method)


def _rest(desk: Desk, plan: Plan, earlier: list[Outcome]) -> Outcome | None:
    """What is left of a whole without the part that was told last."""
    said = _REST.fullmatch(bare(plan.question))
    if said is None or len(earlier) != 1 or earlier[0].kind != "figures":
        return None
    found = [f for f in earlier[0].found if money_unit(f.unit) is not None and f.value is not None]
    whole = earlier[0].whole or (found[1] if len(found) == 2 and earlier[0].found[0].unit == "%" else None)
    if said["sum"] and not found:
        return None  # a number was told of a set, whose rest may be all of it
    if not found or whole is None or whole.figure is None or found[0].figure is None:
        return Outcome("refusal", message=say("answer.no_whole_told", desk.language))
    part = found[0]
    if said["out"] and not _all_of(desk, said["out"], part):
        return Outcome("refusal", message=say("answer.not_understood", desk.language, words=said["out"]))
    ask = Ask(Operation.DIFFERENCE, words=plan.question)
    out = subtracted(desk, ask, whole, part, [])
    if out.kind == "figures":
        one, other = (whole.label, part.label) if whole.label != part.label else (whole.label, said["out"] or "")
        out.found[0].label = say("answer.without", desk.language, whole=one, part=other)
        out.place = earlier[0].place
    return out


def _all_of(desk: Desk, said: str, part: Found) -> bool:
    """Whether a part is all that its row holds of the fund that is left out: no other fiscal fund stands beside it."""
    left = concepts_in(bare(said)) or concepts_in(f"{bare(said)}拨款")
    figure = part.figure
    view = view_of(desk, figure)
    if figure is None or view is None:
        return False
    table, row, column = view
    own = table.columns[column].concepts | concepts_in(row.key)
    if left & own and ("fiscal" not in left or not own & {"general_public", "government_fund", "state_capital"}):
        return True
    fiscal = ("government_fund", "state_capital", "fiscal", "special_account", "carried_in")
    beside = [f for i, f in row.cells if i != column and table.columns[i].concepts & set(fiscal)]
    same = any(f.amount and figure.amount and f.amount.base == figure.amount.base for f in beside)
    others = all(f.amount is None or not f.amount.value for f in beside)
    return bool(left & {"fiscal", *fiscal}) and "general_public" in own and (others or same)


def _whole_without(desk: Desk, named: Sequence[Term], told: Found) -> str | None:
    """A whole with parts by definition of which what was told is none: 培训费 of 三公经费."""
    figure = told.figure
    said = concepts_in(bare("，".join((told.label, *(figure.column if figure is not None else ())))))
    said = said or (_said_of(desk, figure) if figure is not None else said)  # a title tells where the line does not
    known = {c for c in said if concepts()[c].group != "fund"}
    for term in named:
        whole = term.concept
        if whole is not None and parts_of(whole) and not any(whole in (c, concepts()[c].part_of) for c in known):
            return term.text
    return None


def _member_share(desk: Desk, plan: Plan, earlier: list[Outcome]) -> Outcome | None:
    """The share of the one member a rank chose: of the foot of its own column."""
    takes = _TAKES.match(plan.question)
    one = (
        earlier[0].found[0] if len(earlier) == 1 and earlier[0].kind == "list" and len(earlier[0].found) == 1 else None
    )
    view = view_of(desk, one.figure) if one is not None else None
    if takes is None or one is None or view is None:
        return None
    rest = re.match(r"(.*?)(?:多少|几|百分|比)", bare(plan.question[takes.end() :]))
    if rest is None or not _OF_ALL.fullmatch(rest[1]):
        return None
    table, row, column = view
    totals = [r for r in table.rows if r.row.role is RowRole.GRAND_TOTAL and r is not row]
    cells = [(r, c) for r in totals for i, c in r.cells if i == column and c.amount is not None]
    if len(cells) != 1 or base_of(one) > (cells[0][1].amount.base if cells[0][1].amount else 0):
        return None
    at, cell = cells[0]
    holding = desk.library.holding(cell.document_id)
    whole = found_of(desk, plan.asks[0], Candidate(cell, holding, table, at, table.columns[column], 0.0))
    if base_of(whole) == 0:
        return None
    return Outcome("figures", found=[rate_of(desk, one, whole), one, whole], place=earlier[0].place)


def _member_of_named(desk: Desk, plan: Plan, ask: Ask, earlier: list[Outcome]) -> Outcome | None:
    """The share of the one member a rank chose in the whole that is named: 第二大的是哪个；占项目总额的比例."""
    one = earlier[0] if len(earlier) == 1 and earlier[0].kind == "list" and len(earlier[0].found) == 1 else None
    named = tuple(t for t in (*ask.terms, *ask.base) if t.text in bare(ask.words))
    if one is None or not named or _TAKES.match(plan.question) is None or money_unit(one.found[0].unit) is None:
        return None
    halves = {t.concept for t in named}
    if not halves <= set(_HALVES[:2]):
        return _share_of(desk, ask, one.found[0], [replace(one, kind="figures")])
    figure, view = one.found[0].figure, view_of(desk, one.found[0].figure)
    listed = view is not None and "project" in view[0].table.kind and halves == {_HALVES[1]}
    if figure is None or not (listed or halves <= _said_of(desk, figure)):
        return _no_part(desk)  # the whole budget of a unit is no part of what is spent on projects
    return _in_whole(desk, ask, named[0], one.found[0], one.place)


def _in_whole(desk: Desk, ask: Ask, named: Term, part: Found, place: str) -> Outcome:
    """The share of what was told in the whole of that name, of which it is known to be a part."""
    plain = replace(ask, operation=Operation.LOOKUP, terms=(named,), base=(), context=(), inner=None, entity=None)
    out = looked_up(desk, plain)
    whole = out.found[0] if out.kind == "figures" and len(out.found) == 1 else None
    if whole is None or not 0 < base_of(part) <= base_of(whole):
        return _no_part(desk)
    return Outcome("figures", found=[rate_of(desk, part, whole), part, whole], place=place, method=out.method)


def _in_its_table(desk: Desk, ask: Ask, told: Found) -> Outcome | None:
    """The cell of what is named within the very table of what was told: below its row, or beside its total."""
    terms = [t for t in ask.terms if t.text in bare(ask.words)]
    view = view_of(desk, told.figure)
    figure = told.figure
    if len(terms) != 1 or view is None or figure is None or ask.filters or ask.hints or ask.scope.stages:
        return None
    table, row, column = view
    cells = [(r, c) for r in table.rows for i, c in r.cells if i == column and r is not row and is_below(table, r, row)]
    fitting = closest(terms[0], [(c, r, r.key) for r, c in cells])
    if not fitting and table.columns[column].is_total:
        beside = [(c, row, table.columns[i].keys[-1]) for i, c in row.cells if i != column]
        fitting = closest(terms[0], beside)
    if len(fitting) != 1 or fitting[0][0].amount is None:
        return None
    cell, at, _ = fitting[0]
    place = next(i for i, c in at.cells if c.id == cell.id)
    holding = desk.library.holding(cell.document_id)
    chosen = Candidate(cell, holding, table, at, table.columns[place], 0.0)
    made = found_of(desk, ask, chosen)
    if bare(made.label) in (bare(told.label), bare(terms[0].text)) and not table.columns[column].is_total:
        made.label = f"{told.label}—{terms[0].text}"
    method = say("answer.read_from", desk.language, table=table.table.title, page=cell.page)
    out = Outcome("figures", found=[made], method=[method], place=place_words(chosen, desk.language), whole=told)
    if ask.operation is not Operation.SHARE:
        return out
    if ask.inner or any(t.text in bare(ask.words) for t in ask.base) or base_of(told) == 0:
        return None
    return replace(out, found=[rate_of(desk, made, told), made, told])


def _may_hold(desk: Desk, whole: Found, part: Found) -> bool:
    """Whether a figure may be a part of another: no larger, of one year, and of what the other is narrowed to."""
    one, other = whole.figure, part.figure
    if other is None or other.unit.kind is not UnitKind.MONEY or base_of(part) > base_of(whole):
        return False
    if one is None or (one.table_id is not None and one.table_id == other.table_id):
        return True
    if one.code and other.code and one.code[0] == "2" and other.code[0] in "35":
        return False  # a subject by function is divided by no economic line of the whole body
    narrow = {c for c in _said_of(desk, one) if concepts()[c].group != "side"} - {*TOTALS}
    narrow = {c for c in narrow if not is_fund(c) and (c in _HALVES or c.startswith("procurement"))}
    if narrow and all(n.startswith("procurement") for n in narrow) and _is_contract_beside(one, other):
        return True
    said = _said_of(desk, other)
    return all(any(c == n or c.startswith(n) or concepts()[c].part_of == n for c in said) for n in narrow)


def _is_contract_beside(bought: Figure, part: Figure) -> bool:
    """Whether a sentence tells, beside what is bought in all, what of it firms of a kind were given contracts for."""
    return bought.passage_id == part.passage_id is not None and _GIVEN.search(part.label) is not None


_GIVEN = re.compile(r"合同|授予|预留|面向|(?:中小|小微)企业")
_HALVES = ("basic_expenditure", "project_expenditure", "service_purchase")


_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")  # 政府采购（资产配置、购买服务）预算表 is of all that is bought


def _said_of(desk: Desk, figure: Figure) -> frozenset[str]:
    """The concepts that a figure's label, column and table name."""
    table = desk.library.holding(figure.document_id).table_of(figure)
    title = _IN_BRACKETS.sub("", table.table.title) if table is not None else ""
    return concepts_in(bare("，".join((figure.label, *figure.column, title))))
