"""Answers in the documents' own words: goals beside rows, reasons of changes, and the sentences that answer."""

import re

from assistant.computing.figures.looking import Desk, holdings_of, pick_key, sights_of
from assistant.computing.figures.lookup import found_of
from assistant.computing.targets.asked_targets import target_after
from assistant.computing.targets.units import counted_by, counted_in
from assistant.descriptive.described import described
from assistant.descriptive.offices import asks_office
from assistant.descriptive.other_way import moved_the_other_way
from assistant.descriptive.shape import is_shape, one_way
from assistant.descriptive.whole_reason import place_of_reason, reason_of_the_budget
from assistant.finding.evidence import Outcome, Quote, source_of_text, source_of_words
from assistant.finding.holdings import Holding
from assistant.finding.matching import label_cost
from assistant.finding.wanted import Candidate
from assistant.lexicon import TOTALS, concepts_in, is_fund
from assistant.plan import RANKS, Ask, Operation, Plan, Term, replace
from assistant.understand.door import Door, asks_figures, door_of
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.passage import PassageKind
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_GOAL_COLUMN = re.compile(r"目标|用途|内容|说明|概述|依据|备注")
_REASON_COLUMN = re.compile(r"原因|理由")
_BUDGETED = re.compile(r"预算|年初|决算|[花用支]完|[花用]出去|没[花用]|执行|超支|[多少]花|花[多少超]")
# What says how spending stands to its budget names no line: 没花完, 超支.
_ALL_SPENT = ("expenditure_this_year", "fiscal_expenditure", "fiscal")
_FIGURES = re.compile(r"\d{2,}|\d\.")
_HOW_SPENT = re.compile(
    r"(?:没|未|不)?(?:全部?)?(?:[花用支]|执行|完成)(?:完|掉|光|出去|满|到)|超支?|[多少大小高低](?:花|支|用|出)?|超出?|超过"
)
# Which way all that was spent went from its budget: 没花完 of an account that spent more has no reason.
_SPENT_SO = (
    (
        re.compile(r"(?:没有?|未|不)(?:能)?(?:全部?)?(?:[花用支]|执行|完成)(?:完|掉|光|出去|满|到)|少[花用支]"),
        "decrease",
    ),
    (re.compile(r"超支|[花用]超|多[花用支]|超(?:出|过)了?(?:年初)?预算"), "increase"),
)
_LAST_YEAR = re.compile(r"[上去]年|上一年|同比|前年|(?:比|较|跟|和|与)20\d\d年")
_IN_FULL = 100  # percent of a budget
_SAYS = 3  # signs: a shorter cell gives no reason
_NONE = re.compile(r"不再?(?:编制|编列|安排|申报|列)|未(?:编|安排|列)|没有|均?无(?!关|偿|障碍)|统筹安排")
_IN_WORDS = re.compile(r"什么|啥|哪(?![家项年]|个项目|个[最更])|谁|怎|咋|如何|是些")
_OF_A_SET = re.compile(r"哪些(?:项目|单位)?[呢啊]?[？?。]?$")
_HOW_MANY = re.compile(r"(?<![哪好那这某近])(?:几|多少)(?![种类方块样])")
_SECRET = re.compile(r"涉密|保密|不(?:予|宜|便|对外)公开|^(?:SM项目[；;。\s]*)+$")


def purpose(desk: Desk, ask: Ask) -> Outcome:
    """What money is for: the goal printed beside a row, or the sentence that says what it is used for."""
    language = desk.language
    rows = []
    for sight in sights_of(desk, replace(ask, operation=Operation.LOOKUP)):
        choice = sight.choice
        for candidate in [choice.best, *choice.agreeing, *choice.options, choice.blank]:
            if candidate is not None and candidate.row is not None:
                rows.append(candidate)
    quotes: list[Quote] = []
    seen: set[str] = set()
    for candidate in rows:
        if candidate.row is None or candidate.row.row.id in seen:
            continue
        seen.add(candidate.row.row.id)
        quotes.extend(_goals(candidate.holding, candidate.row.row.id, candidate.row.row.label))
    picked = desk.pick.get(pick_key(replace(ask, operation=Operation.LOOKUP)))
    distinct = {q.text for q in quotes}
    if len(distinct) > 1 and not picked and len({c.row.row.id for c in rows if c.row}) > 1:
        return Outcome("quotes", quotes=quotes, lead=say("answer.several_goals", language, count=len(distinct)))
    if quotes:
        if all(_SECRET.search(q.text) for q in quotes):
            return Outcome("quotes", quotes=quotes, lead=say("answer.secret_text", language), withheld=True)
        return Outcome("quotes", quotes=quotes[:1], lead=say("answer.goal_lead", language, label=quotes[0].heading))
    return in_words(desk, ask, Door.GOAL)


def withheld(desk: Desk, plan: Plan) -> Outcome | None:
    """What is printed in place of the goal of a row that is named whole, where that says it is not made public."""
    for ask in plan.asks:
        named = tuple(t for t in ask.terms if t.kind == "name" and t.names and t.names[0] == (t.text, 1.0))
        if named:
            told = purpose(desk, replace(ask, terms=named, filters=(), entity=None))
            if told.kind == "quotes" and all(_SECRET.search(q.text) for q in told.quotes):
                return told
    return None


def _goals(holding: Holding, row_id: str, label: str) -> list[Quote]:
    found = []
    for passage in holding.passages:
        if passage.row_id == row_id and passage.kind is PassageKind.GOAL:
            text = passage.text.strip()
            found.append(Quote(text, source_of_words(passage, holding.document, 0, len(passage.text)), label))
    if found:
        return found
    for cell in holding.texts.get(row_id, []):
        told = len(cell.text) > 3 or _SECRET.search(cell.text)
        if told and _GOAL_COLUMN.search(cell.column) and "指标" not in cell.column:
            found.append(Quote(cell.text, [source_of_text(cell, label, holding.document)], label))
    return found


def reason(desk: Desk, ask: Ask, unexplained: tuple[str, ...] = ()) -> Outcome:
    """Why a line changed, in the document's words; a word nobody explains has to stand in them."""
    language = desk.language
    door = door_of(ask.words)
    if door in (Door.TEXT, Door.SECTION):  # 怎么管理 asks how, not why
        return in_words(desk, ask, door)
    if any(word in ask.words and not is_shape(bare(word)) for word in unexplained):
        return in_words(desk, ask, Door.WHY)
    explained, sure = _explained(desk, ask)
    quotes = [
        Quote(text, place_of_reason(one.holding, one.figure, text), one.figure.label)
        for one in explained[:3]
        if (text := one.figure.reason)
    ]
    if not quotes:
        return moved_the_other_way(desk, ask) or reason_of_the_budget(desk, ask) or in_words(desk, ask, Door.WHY)
    unique = list({q.text: q for q in quotes}.values())
    lead = say("answer.reason_lead", language, label=explained[0].figure.label)
    return Outcome("quotes", quotes=unique[:1] if sure else unique, lead=lead)


def _explained(desk: Desk, ask: Ask) -> tuple[list[Candidate], bool]:
    """The changes of the line of an ask for which a reason is printed, and whether they are one line's for sure.

    Why a line is not what its budget was is printed with its share of it, or with what was spent.
    """
    of_budget = (Relation.SHARE, Relation.AMOUNT) if _holds_against_budget(ask.words) else ()
    if of_budget and ask.scope.stages == (Stage.BUDGET.value,):  # what is held against a budget is what was spent
        ask = replace(ask, scope=replace(ask.scope, stages=(Stage.FINAL_ACCOUNT.value,)))
    for relation in (*of_budget, Relation.CHANGE, Relation.RATE):
        for sight in sights_of(desk, replace(ask, operation=Operation.LOOKUP), relation):
            choice = sight.choice
            alike = choice.agreeing if relation in of_budget else [choice.best]
            options = alike if choice.best is not None else choice.options
            with_reason = [c for c in options if c is not None and c.figure.reason and _moved_so(ask, c.figure)]
            if with_reason:
                stated = [c for c in with_reason if _is_stated(ask, c.figure)]
                return stated or with_reason, choice.best is not None
    return [], False


def _moved_so(ask: Ask, figure: Figure) -> bool:
    """Whether a line moved the way the question says: why it fell is not told by why it rose."""
    carried = figure.relation is Relation.SHARE and "预算" in (figure.basis or "")
    said = one_way(bare(ask.words)) if carried or figure.relation in (Relation.CHANGE, Relation.RATE) else 0
    whole = _IN_FULL if carried else 0
    return not said or figure.amount is None or (figure.amount.value - whole) * said >= 0


def _holds_against_budget(words: str) -> bool:
    """Whether a question asks why spending is not what was budgeted, and not why it is not last year's."""
    return _BUDGETED.search(words) is not None and _LAST_YEAR.search(words) is None


def _of_the_reason(desk: Desk, ask: Ask, amount: Outcome) -> Outcome:
    """The amount whose change a reason explains, where a table prints another for the same line: of all funds."""
    explained, sure = _explained(desk, ask)
    one = explained[0] if sure else None
    told = amount.found[0].figure if len(amount.found) == 1 and not amount.found[0].computed else None
    if one is None or told is None or not one.figure.passage_id:
        return amount
    for figure in one.holding.spoken:
        beside = figure.passage_id == one.figure.passage_id and figure.label == one.figure.label
        same = (figure.year, figure.stage, figure.relation) == (told.year, told.stage, Relation.AMOUNT)
        if beside and same and figure.amount is not None and told.amount is not None:
            if figure.amount.base == told.amount.base:
                break
            return replace(amount, found=[found_of(desk, ask, replace(one, figure=figure))])
    return amount


def _is_stated(ask: Ask, figure: Figure) -> bool:
    """Whether a figure is the one whose amount the question takes for granted."""
    from assistant.computing.rows.members import compare

    if not ask.stated or figure.amount is None:
        return False
    for filter_ in ask.stated:
        unit = money_unit(filter_.unit) if filter_.unit else None
        value = (
            abs(figure.amount.base / unit.scale)
            if unit is not None and figure.unit.kind is UnitKind.MONEY
            else abs(figure.amount.value)
        )
        if compare(value, filter_):
            return True
    return False


def in_words(desk: Desk, ask: Ask, door: Door) -> Outcome:
    """The sentences that answer one ask of a question, where no record does; it may lean on the ask before it."""
    named = [term.text for term in (*ask.context, *ask.terms) if bare(term.text) not in bare(ask.words)]
    return described(desk, Plan("".join((*named, ask.words)), desk.language, (ask,)), door)


def in_words_instead(desk: Desk, plan: Plan) -> Outcome | None:
    """What a text tells of one body, where a question that asks for no amount found no figure: 重点盯哪些领域."""
    keys = {k for ask in plan.asks for keys in ask.scope.departments for k in keys}
    words = without(plan.question, plan.bodies)
    worded = (_IN_WORDS.search(words) is not None or asks_office(words)) and not asks_figures(bare(words))
    chooses = _OF_A_SET.search(words) is not None or any(
        (a.which and not asks_office(words)) or a.operation in RANKS or any(f.sign != "about" for f in a.filters)
        for a in plan.asks
    )
    if not worded or chooses or not keys or len({s.strip() for s in plan.bodies}) > 1 or door_of(words) is not None:
        return None
    told = described(desk, plan, Door.TEXT)
    return told if told.kind == "quotes" else None


def reason_of_a_figure(desk: Desk, plan: Plan) -> Outcome | None:
    """Why a line changed, where the sentence does not name it as the question does but its figure is found."""
    asked = [a for a in plan.asks if a.operation is Operation.REASON or a.moved]  # 决算大于预算的原因 lists no lines
    asks = [replace(a, terms=tuple(t for t in a.terms if not _HOW_SPENT.fullmatch(t.text))) for a in asked]
    asks = [a for a in asks if a.terms]
    left = [word for word in plan.unexplained if not _HOW_SPENT.fullmatch(word)]
    hints = [h for a in asks for h in a.hints if not _HOW_SPENT.fullmatch(h)]
    if len({(a.terms, a.scope) for a in asks}) != 1 or left or hints:
        return None
    stated = [
        a.words for a in plan.asks if a.operation is Operation.CHANGE and a.direction and a.terms == asks[0].terms
    ]
    if len(stated) == 1 and not plan.taken and stated[0] not in asks[0].words:
        asks[0] = replace(asks[0], words=f"{stated[0]}，{asks[0].words}")  # 预算减少，理由是啥: why it fell
    told = reason(desk, asks[0])
    return told if told.kind == "quotes" else None


_WHOLE_SPENT = re.compile(
    r"(?:部门|单位)?(?:一般公共预算)?(?:财政拨款)?(?:本年)?(?:收入|收、)?支出(?:合计|总计|总额)?|一般公共预算(?:财政拨款)?"
)


def reason_of_the_whole(desk: Desk, plan: Plan) -> Outcome | None:
    """Why all that an account spent is not what was budgeted, or last year's: 为什么花得比年初预算多 names no line."""
    asks = plan.asks
    if desk.told and not any(body in plan.question for body in plan.bodies):
        return None  # 那为啥没花完 asks of what was told before
    named = (t for a in asks for t in a.terms if not is_fund(t.concept) and not _HOW_SPENT.fullmatch(t.text))
    lines = {t.concept for t in named} - {*TOTALS, *_ALL_SPENT}
    left = [word for word in plan.unexplained if not _HOW_SPENT.fullmatch(word)]
    told = lines or left or any(a.operation is not Operation.REASON or a.hints or a.filters or a.entity for a in asks)
    words = without(plan.question, plan.bodies)
    budgeted = _holds_against_budget(words)
    if told or len(asks) != 1 or not (budgeted or _LAST_YEAR.search(words)):
        return None
    ways = {a.direction for a in asks if a.direction} | {t.direction for t in plan.taken}
    ways |= {way for pattern, way in _SPENT_SO if budgeted and pattern.search(words)}
    quotes = {}
    otherwise = False
    for holding, _ in holdings_of(desk, asks[0]):
        for figure in holding.spoken if holding.document.stage is Stage.FINAL_ACCOUNT else ():
            to_budget = "预算" in (figure.basis or "")
            held = figure.relation is (Relation.SHARE if budgeted else Relation.CHANGE) and to_budget is budgeted
            if not (held and figure.amount and _WHOLE_SPENT.fullmatch(bare(figure.label))):
                continue
            went = "increase" if figure.amount.value > (_IN_FULL if budgeted else 0) else "decrease"
            otherwise = otherwise or (budgeted and figure.year == holding.document.year and not ways <= {went})
            if ways <= {went} and figure.reason:
                place = place_of_reason(holding, figure, figure.reason)
                quotes[figure.reason] = Quote(figure.reason, place, figure.label)
    if not quotes and otherwise and (said := next((m[0] for p, _ in _SPENT_SO if (m := p.search(words))), None)):
        return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=said))  # all was spent
    if len(quotes) != 1:
        return None
    (quote,) = quotes.values()
    return Outcome("quotes", quotes=[quote], lead=say("answer.reason_lead", desk.language, label=quote.heading))


def reason_of_its_own(desk: Desk, plan: Plan, told: Outcome) -> Outcome | None:
    """The reason printed for the very line that is asked about, where the quotation is of another line.

    购车费为什么增加: the sentence on 公务用车购置及运行费 tells only that the purchases went up.
    """
    concepts = {t.concept for a in plan.asks for t in a.terms}
    of = {c for q in told.quotes for c in concepts_in(bare(_FIGURES.split(q.text, maxsplit=1)[0]))}
    if len(concepts) != 1 or None in concepts or concepts & {*TOTALS, *_ALL_SPENT} or not of or concepts & of:
        return None
    own = reason_of_a_figure(desk, plan)
    (concept,) = concepts
    printed = own.lead + "".join(q.heading for q in own.quotes) if own is not None else ""
    return own if concept in concepts_in(bare(printed)) else None


def reason_in_a_row(desk: Desk, plan: Plan) -> Outcome | None:
    """The reason that a table prints beside the one line named, in a column of its own; None where it prints none."""
    asks = plan.asks
    terms = asks[0].terms or asks[0].without if len({(a.terms, a.without, a.scope) for a in asks}) == 1 else ()
    if len(terms) != 1 or plan.unexplained or any(a.hints or a.filters or a.basis_year for a in asks):
        return None
    (term,) = terms
    found: list[tuple[float, Quote]] = []
    for holding, _ in holdings_of(desk, asks[0]):
        for row in (row for table in holding.tables for row in table.rows):
            cost = label_cost(term, row.key)
            for cell in holding.texts.get(row.row.id, []) if cost is not None else ():
                if _REASON_COLUMN.search(bare(cell.column)) and len(bare(cell.text)) > _SAYS:
                    source = source_of_text(cell, row.row.label, holding.document)
                    found.append((cost or 0.0, Quote(cell.text, [source], row.row.label)))
    least = min((cost for cost, _ in found), default=0.0)
    told = {quote.text: quote for cost, quote in found if cost <= least}
    if len(told) != 1:
        return None
    (quote,) = told.values()
    return Outcome("quotes", quotes=[quote], lead=say("answer.reason_lead", desk.language, label=quote.heading))


def blank_explained(desk: Desk, ask: Ask, outcome: Outcome) -> Outcome:
    """A blank cell with the sentence that says why there is nothing of the line, where one does."""
    if outcome.kind != "blank" or not ask.terms:
        return outcome
    named = Plan("".join(term.text for term in ask.terms), desk.language, (ask,))
    told = described(desk, named, Door.WHY, nil=True)
    if told.kind == "quotes" and all(_NONE.search(quote.text) for quote in told.quotes):
        outcome.quotes = told.quotes
    return outcome


def told_of_the_found(desk: Desk, asks: tuple[Ask, ...], outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes where what money is for is asked of the one thing that was found before: 叫什么名字，钱花在哪.

    So is a target that pieces of another project's name would have been taken for: 甲节花多少钱，拉动多少消费.
    """
    told = list(outcomes)
    for at, ask in enumerate(asks):
        if at and told[at].kind == "figures" and _is_of_pieces(ask):
            own = target_after(desk, Plan(ask.words, desk.language, (replace(ask, context=()),)), told[:at])
            told[at] = own or told[at]
        if at and ask.operation is Operation.REASON and not ask.terms and asks[at - 1].operands:
            moved = _operand_found(asks[at - 1], told[at - 1])
            told[at] = reason(desk, replace(ask, terms=moved)) if moved else told[at]  # 哪项降得最多，为什么
        if at and told[at].kind == "quotes" and _asks_why_of(ask, asks[at - 1]):
            told[at - 1] = _of_the_reason(desk, ask, told[at - 1])
        if ask.operation is not Operation.PURPOSE or ask.terms:
            continue
        labels = {found.label for before in told[:at] for found in before.found}
        if len(labels) == 1:
            (label,) = labels
            term = Term(label, "name", names=((bare(label), 1.0),))
            found = purpose(desk, replace(ask, terms=(term,), filters=(), entity=None))
            of_it = told[at].kind == "refusal" or any(bare(label) in bare(q.text) for q in told[at].quotes)
            told[at] = told[at] if found.kind != "quotes" and of_it else found  # not what somebody else's money is for
    return told


def _operand_found(ask: Ask, outcome: Outcome) -> tuple[Term, ...]:
    """Which of the things held against each other was chosen."""
    said = concepts_in(bare(outcome.found[0].label)) if outcome.found else frozenset()
    return next((terms for terms in ask.operands if {t.concept for t in terms} & said), ())


def _asks_why_of(ask: Ask, before: Ask) -> bool:
    """Whether an ask is for the reason of the line whose amount is asked before it: 安排了多少，为什么增加."""
    of_amount = before.operation is Operation.LOOKUP and bool(before.terms) and not (before.filters or before.without)
    return ask.operation is Operation.REASON and of_amount and ask.terms == before.terms


def _is_of_pieces(ask: Ask) -> bool:
    """Whether an ask leans on what was named before and itself names only pieces of printed names."""
    pieces = (t.kind == "name" and bool(t.names) and t.names[0][1] < 1.0 for t in ask.terms)
    return ask.operation is Operation.LOOKUP and bool(ask.context) and bool(ask.terms) and all(pieces)


def words_beside(desk: Desk, ask: Ask, outcome: Outcome) -> Outcome:
    """Beside a figure, a part of the question that asks for words is answered from the text: 招待的都是谁."""
    if outcome.kind != "refusal" or ask.operation not in (Operation.LOOKUP, Operation.LIST):
        return outcome
    door = door_of(ask.words)
    if door not in (Door.TEXT, Door.GOAL):
        return outcome
    told = in_words(desk, replace(ask, terms=(*ask.context, *ask.terms), context=()), door)
    numbered = _HOW_MANY.search(ask.words) is None or any(re.search(r"\d", q.text) for q in told.quotes)
    counted = counted_by(ask.words) is None or any(counted_in(q.text, ask.words) for q in told.quotes)
    # 几吨, 几车 are told by no words without a number.
    return told if told.kind == "quotes" and numbered and counted else outcome
