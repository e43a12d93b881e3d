"""Answers in the documents' own words: goals, reasons, definitions, indicator targets, and the nearest passages."""

import re
from decimal import Decimal

from assistant.computing.looking import Desk, look, pick_key, sights_of
from assistant.computing.lookup import missing
from assistant.descriptive.described import described
from assistant.descriptive.shape import is_shape
from assistant.finding.evidence import Found, Outcome, Quote, source_of, source_of_indicator, source_of_words
from assistant.finding.holdings import Holding
from assistant.finding.matching import label_cost
from assistant.finding.scope import periods_of, places_of
from assistant.lexicon import concepts
from assistant.plan import Ask, Operation, Plan, Term, replace
from assistant.understand.door import Door, door_of
from assistant.understand.names import resemblance
from ingest.messages import say
from ingest.records.figure import Figure, Indicator, Relation
from ingest.records.passage import PassageKind
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_GOAL_COLUMN = re.compile(r"目标|用途|内容|说明|概述|依据|备注")
_SECRET = re.compile(r"涉密|保密")


def holdings_of(desk: Desk, ask: Ask) -> list[Holding]:
    """The documents an ask looks into, newest years first where none is named."""
    found: list[Holding] = []
    for options in places_of(desk.library, ask.scope, desk.units):
        for place in options:
            for period in periods_of(place, ask.scope):
                found.extend(desk.library.holding(d.id) for d in period.documents)
    return found


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
            return Outcome("quotes", quotes=quotes, lead=say("answer.secret_text", language))
        return Outcome("quotes", quotes=quotes[:1], lead=say("answer.goal_lead", language, label=quotes[0].heading))
    return in_words(desk, ask, Door.GOAL)


def _goals(holding: Holding, row_id: str, label: str) -> list[Quote]:
    found = []
    for passage in holding.passages:
        if passage.row_id == row_id and passage.kind is PassageKind.GOAL:
            text = passage.text.strip()
            found.append(Quote(text, source_of_words(passage, holding.document, 0, len(passage.text)), label))
    if found:
        return found
    from assistant.answer import SourceRef

    for cell in holding.texts.get(row_id, []):
        if _GOAL_COLUMN.search(cell.column) and "指标" not in cell.column and len(cell.text) > 3:
            source = SourceRef(holding.document.id, holding.document.file_name, holding.document.title, cell.page, None,
                               label, cell.column, cell.text, cell.box)  # fmt: skip
            found.append(Quote(cell.text, [source], label))
    return found


def reason(desk: Desk, ask: Ask, unexplained: tuple[str, ...] = ()) -> Outcome:
    """Why a line changed, in the document's words; a word nobody explains has to stand in them."""
    language = desk.language
    door = door_of(ask.words)
    if door in (Door.TEXT, Door.SECTION):  # 怎么管理 asks how, not why
        return in_words(desk, ask, door)
    if any(word in ask.words and not is_shape(bare(word)) for word in unexplained):
        return in_words(desk, ask, Door.WHY)
    plain_ask = replace(ask, operation=Operation.LOOKUP)
    for relation in (Relation.CHANGE, Relation.RATE):
        for sight in sights_of(desk, plain_ask, relation):
            choice = sight.choice
            options = [choice.best] if choice.best is not None else choice.options
            with_reason = [c for c in options if c is not None and c.figure.reason]
            stated = [c for c in with_reason if _is_stated(ask, c.figure)]
            with_reason = stated or with_reason
            if with_reason:
                quotes = []
                for candidate in with_reason[:3]:
                    text = candidate.figure.reason or ""
                    quotes.append(
                        Quote(
                            text,
                            _place_of(candidate.holding, candidate.figure.passage_id, text, candidate.figure),
                            candidate.figure.label,
                        )
                    )
                first = with_reason[0].figure
                label = say("answer.reason_lead", language, label=first.label)
                unique = list({q.text: q for q in quotes}.values())
                return Outcome("quotes", quotes=unique if choice.best is None else unique[:1], lead=label)
    return in_words(desk, ask, Door.WHY)


def _is_stated(ask: Ask, figure: Figure) -> bool:
    """Whether a figure is the one whose amount the question takes for granted."""
    from assistant.computing.members import compare

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


def _place_of(holding: Holding, passage_id: str | None, text: str, figure):  # type: ignore[no-untyped-def]
    passage = next((p for p in holding.passages if p.id == passage_id), None)
    if passage is not None:
        at = passage.text.find(text)
        if at >= 0:
            return source_of_words(passage, holding.document, at, at + len(text))
        return source_of_words(passage, holding.document, 0, len(passage.text))
    return [source_of(figure, holding)]


def target(desk: Desk, ask: Ask) -> Outcome:
    """What an indicator is to reach; the indicator and its row are explained by the terms."""
    language = desk.language
    pairs: list[tuple[float, Holding, Indicator]] = []
    holdings = holdings_of(desk, ask)
    for holding in holdings:
        for indicator in holding.indicators:
            cost = _indicator_cost(ask.terms, indicator, ask.context)
            if cost is not None:
                pairs.append((cost, holding, indicator))
    if not pairs:
        return _no_indicator(desk, ask, holdings)
    pairs.sort(key=lambda p: (round(p[0], 3), p[1].document.id, p[2].page, p[2].id))
    least = pairs[0][0]
    named = any(_name_cost(t, pairs[0][2]) is not None for t in ask.terms)
    if not named:
        return indicator_list(desk, ask, [(h, i) for c, h, i in pairs if c <= least + 0.3])
    close = [(h, i) for c, h, i in pairs if c <= least + 0.3]
    texts = {_same_target(i) for _, i in close}
    rows = {bare(i.row_label) for _, i in close}
    if len(texts) > 1 and len(rows) > 1:
        choices = [
            say("answer.choice_indicator", language, row=i.row_label, name=i.name, text=i.text) for _, i in close[:12]
        ]
        message = say("answer.which_line", language, asked=_asked(ask), count=len(close))
        return Outcome("clarification", message=message, choices=choices)
    out = Outcome("figures")
    for holding, indicator in list({_same_target(i): (h, i) for h, i in reversed(close)}.values())[::-1]:
        out.found.append(indicator_found(desk, holding, indicator))
    if all(f.value is None for f in out.found):
        return Outcome("quotes", quotes=[Quote(f.note or f.label, f.sources, f.label) for f in out.found],
                       lead=say("answer.target_words", language, label=out.found[0].label))  # fmt: skip
    return out


def _same_target(indicator: Indicator) -> str:
    return bare(indicator.text) + "|" + (indicator.period or "")


def indicator_found(desk: Desk, holding: Holding, indicator: Indicator) -> Found:
    """An indicator's target as a value, with its words."""
    label = say(
        "answer.indicator_label", desk.language, row=indicator.row_label, name=indicator.name, text=indicator.text
    )
    value = indicator.value if isinstance(indicator.value, Decimal) else None
    source = source_of_indicator(indicator, holding.document)
    return Found(label, value, indicator.unit or "", [source], note="" if value is not None else indicator.text)


def _indicator_cost(terms: tuple[Term, ...], indicator: Indicator, context: tuple[Term, ...]) -> float | None:
    total = 0.0
    for term in terms:
        options = [_name_cost(term, indicator), _row_cost(term, indicator), _level_cost(term, indicator)]
        costs = [c for c in options if c is not None]
        if not costs:
            return None
        total += min(costs)
    for term in context:
        if _row_cost(term, indicator) is None and _name_cost(term, indicator) is None:
            total += 0.4
    return total


def _name_cost(term: Term, indicator: Indicator) -> float | None:
    return label_cost(term, bare(indicator.name))


def _row_cost(term: Term, indicator: Indicator) -> float | None:
    cost = label_cost(term, bare(indicator.row_label))
    return None if cost is None else cost * 0.6 + 0.05


def _level_cost(term: Term, indicator: Indicator) -> float | None:
    for level in (indicator.level1, indicator.level2):
        key = bare(level or "").removesuffix("指标")
        if key and term.text.removesuffix("指标") == key:
            return 0.05
    return None


def indicator_list(desk: Desk, ask: Ask, close: list[tuple[Holding, Indicator]]) -> Outcome:
    """The indicators of a row, or those that meet the conditions, as a list or their number."""
    from assistant.computing.members import compare

    kept = []
    for holding, indicator in close:
        values = indicator.value
        if all(values is not None and compare(values, f) and _unit_fits(f.unit, indicator.unit) for f in ask.filters):
            kept.append((holding, indicator))
    if ask.operation is Operation.COUNT:
        sources = [source_of_indicator(i, h.document) for h, i in kept]
        label = say("answer.indicator_count", desk.language, asked=_asked(ask))
        return Outcome(
            "figures",
            found=[Found(label, Decimal(len(kept)), say("answer.piece", desk.language), sources, True)],
            narrowed=True,
        )
    found = []
    for holding, indicator in kept:
        line = indicator_found(desk, holding, indicator)
        found.append(line)
    lead = say("answer.indicators_lead", desk.language, asked=_asked(ask), count=len(found))
    return Outcome("list", found=found, lead=lead, narrowed=True)


def _unit_fits(asked: str, printed: str | None) -> bool:
    return not asked or asked == (printed or "")


def _no_indicator(desk: Desk, ask: Ask, holdings: list[Holding]) -> Outcome:
    names = {bare(i.name): i.name for h in holdings for i in h.indicators}
    scored = sorted(
        ((-max(resemblance(t.text, key) for t in ask.terms), name) for key, name in names.items()) if ask.terms else []
    )
    near = [name for score, name in scored if score <= -0.5][:3]
    if names:
        hint = say("answer.near", desk.language, labels="、".join(near)) if near else ""
        return Outcome("refusal", message=say("answer.no_indicator", desk.language, asked=_asked(ask), near=hint))
    return missing(desk, ask, sights_of(desk, replace(ask, operation=Operation.LOOKUP)))


def in_words(desk: Desk, ask: Ask, door: Door) -> Outcome:
    """The sentences that answer one ask of a question, where no record does; it may lean on the ask before it."""
    named = [term.text for term in ask.terms if bare(term.text) not in bare(ask.words)]
    return described(desk, Plan("".join((*named, ask.words)), desk.language, (ask,)), door)


def _asked(ask: Ask) -> str:
    return "、".join(concepts()[t.concept].words[0] if t.concept else t.text for t in ask.terms) or ask.words


__all__ = ["holdings_of", "in_words", "indicator_list", "look", "purpose", "reason", "target"]
