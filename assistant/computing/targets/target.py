"""What indicators of a performance form are to reach: one target, those of a row, or their number."""

from decimal import Decimal

from assistant.computing.figures.looking import Desk, holdings_of, sights_of
from assistant.computing.figures.lookup import missing
from assistant.computing.rows.members import compare
from assistant.computing.targets.pool import level_cost, places
from assistant.computing.targets.several_named import several_named
from assistant.computing.targets.units import tells_no_money
from assistant.finding.evidence import Found, Outcome, Quote, source_of_indicator
from assistant.finding.holdings import Holding
from assistant.finding.matching import label_cost
from assistant.lexicon import concepts
from assistant.plan import Ask, Operation, Term, replace
from assistant.saying.refusals import alike_words
from assistant.understand.names.fuzzy import resemblance
from ingest.messages import say
from ingest.records.figure import Indicator
from ingest.wording.glyphs import bare


def target(desk: Desk, ask: Ask) -> Outcome:
    """What an indicator is to reach; the indicator and its row are explained by the terms."""
    language = desk.language
    pairs: list[tuple[float, Holding, Indicator]] = []
    holdings = [holding for holding, _ in holdings_of(desk, ask)]
    for holding in holdings:
        for indicator in holding.indicators:
            cost = _indicator_cost(ask.terms, indicator, ask.context)
            if cost is not None and not tells_no_money(ask.words, indicator.unit, indicator.text):
                pairs.append((cost, holding, indicator))
    if not pairs:
        return several_named(desk, ask, places(desk, ask)) or _no_indicator(desk, ask, holdings)
    pairs.sort(key=lambda p: (round(p[0], 3), p[1].document.id, p[2].page, p[2].id))
    least = pairs[0][0]
    named = any(_name_cost(t, pairs[0][2]) is not None for t in ask.terms)
    if not named:
        return _listed(desk, ask, [(h, i) for c, h, i in pairs if c <= least + 0.3])
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
        out.found.append(_found(desk, holding, indicator))
    if all(f.value is None for f in out.found):
        return Outcome("quotes", quotes=[Quote(f.note or f.label, f.sources, f.label) for f in out.found],
                       lead=say("answer.target_words", language, label=out.found[0].label))  # fmt: skip
    return out


def _same_target(indicator: Indicator) -> str:
    return bare(indicator.text) + "|" + (indicator.period or "")


def _found(desk: Desk, holding: Holding, indicator: Indicator) -> Found:
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
        options = [_name_cost(term, indicator), _row_cost(term, indicator), level_cost(term, indicator)]
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


def _listed(desk: Desk, ask: Ask, close: list[tuple[Holding, Indicator]]) -> Outcome:
    """The indicators of a row, or those that meet the conditions, as a list or their number."""
    kept = []
    first: dict[tuple[str, ...], str] = {}  # a form published twice, as two files, sets its targets once
    for holding, indicator in close:
        own = (bare(indicator.row_label), bare(indicator.name), _same_target(indicator))
        if first.setdefault(own, holding.document.id) != holding.document.id:
            continue
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
        line = _found(desk, holding, indicator)
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
        hint = alike_words(near, desk.language)
        message = say("answer.no_indicator", desk.language, asked=_asked(ask), near=hint)
        return Outcome("refusal", message=message, choices=near)
    return missing(desk, ask, sights_of(desk, replace(ask, operation=Operation.LOOKUP)))


def _asked(ask: Ask) -> str:
    return "、".join(concepts()[t.concept].words[0] if t.concept else t.text for t in ask.terms) or ask.words
