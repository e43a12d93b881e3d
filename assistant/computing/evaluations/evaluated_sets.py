"""Self-evaluated projects as a set: counted, listed, ranked, averaged or added up by points, rate or money."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.computing.arithmetic.exact import rounded
from assistant.computing.evaluations.evaluated_targets import lines_of, missed_in
from assistant.computing.evaluations.paid_by import of_fund, without_fund
from assistant.computing.evaluations.pool import Evaluation
from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import compare
from assistant.computing.rows.parts import leaves
from assistant.computing.rows.population import project_tables
from assistant.computing.targets.described_targets import words_said
from assistant.computing.targets.pool import Place
from assistant.finding.evidence import Found, Outcome, plain, source_of
from assistant.plan import EVERY, RANKS, Filter, Operation, Plan
from assistant.saying.wordings import threshold
from assistant.understand.asks.evaluating import conditions_on_points, without_conditions, without_parts
from assistant.understand.words.alike import held
from assistant.understand.words.limits_said import number_of
from ingest.messages import say
from ingest.records.figure import Figure
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

Measured = Callable[[Evaluation], Found | None]

_HOLDS = 0.6
_PARTS = (
    "grade",
    "gap",
    "missed",
    "met",
    "reached",
    "score",
    "actual",
    "rate",
    "spent",
    "budgeted",
    "projects",
    "reason",
)
_SHAPE = re.compile(
    r"哪[些几]?个?|[几多]少?[个项]|[最前后头倒]数?[一二三四五六七八九十两\d]*[个名位高低多少大小好差]?|平均|均|总共|一共|合计|加起来|各(?:是|有)?|分别|多少|排[名列]?|按|从[高大多]到[低小少]|"
    r"摆|分|钱|资金|拿到|拿|得|算|有没有|没有|没|未|是|有|的|了|都|里|中|全部|所有|其中|情况|指标|目标|结果|列(?:出|一下)?|请|名|附[件表]\d{0,2}|其[他它余]"
)
_OWN = re.compile(r"本级|机关|本部")
_UNITS = re.compile(r"下属|直属|所属|二级单位|下级")
_GRADE = re.compile(r"([优良中差])(?:秀|好|等)?(?:等?级|等次)?")
_HOW_MANY = re.compile(r"(?:几|多少)个?[^,。?]{0,4}项目|项目[^,。?]{0,8}?(?:几|多少)[个项]|有(?:几|多少)个")
_SO_MANY = re.compile(r"(?<!第)([一两二三四五六七八九十]{1,2}|\d{1,2})(?:个|项)")
_WHICH = re.compile(r"哪|列|谁|什么项目|各|分别")
_ADDED = re.compile(r"总共|一共|合计|总计|加起来|共")
_MEAN = re.compile(r"平均|均分")
_MISSED = re.compile(r"指标|目标")
_LARGE = re.compile(r"最[大小]")  # of projects: by their money, which points are not
_LOW = re.compile(r"(?:率|分数?)(?:偏|较|比较|很|不)?[低高](?![于到出过])")


def over_projects(
    desk: Desk, plan: Plan, entries: list[Evaluation], words: str, parts: frozenset[str], plainly_counted: bool = False
) -> Outcome | None:
    """The outcome over the projects a question speaks of; None where a word of it has no part in that."""
    if any(a.base_scope is not None for a in plan.asks):
        return None  # 执行数比年初预算少的: two amounts of each are held against one another
    entries = of_fund(_of_level(entries, plan, words), plan)
    if "missed" in parts and (told := _by_indicator(desk, entries, words, plan)) is not None:
        return told
    kept = _named(entries, plan)
    if not kept:
        return None
    conditions = [Filter(c.sign, c.value, "", c.upper) for c in conditions_on_points(plan.question)]
    amounts = [f for a in plan.asks[:1] for f in a.filters if money_unit(f.unit) is not None]
    if "grade" in parts:
        return _graded(desk, kept, words)
    measure = _measure(desk, parts)
    if "full_marks" in parts:
        measure, conditions = _by_score(desk), [Filter("=", Decimal(100), "")]
    elif measure is None and plainly_counted and "自评" in words:
        measure = _measure(desk, frozenset(("budgeted",))) if _LARGE.search(words) else _by_score(desk)
    bounded = bool(conditions) or any(a.operation in RANKS for a in plan.asks)
    if not bounded and _LOW.search(words):
        return None  # 执行率低的项目有哪些 says no bound
    if measure is None or (amounts and "rate" in parts) or (conditions and not parts & {"rate", "score"}):
        return None
    of_money = parts.isdisjoint(("score", "rate", "full_marks")) and "自评" not in words
    if of_money and not plainly_counted and _more_are_listed(kept):
        return None  # the projects with a form are a few of those a table lists
    by = {id(e): found for e in kept if (found := measure(e)) is not None and found.value is not None}
    compared = [by[id(e)] for e in kept if id(e) in by]
    kept = [e for e in kept if id(e) in by and all(_meets(by[id(e)], c) for c in (*conditions, *amounts))]
    rank = next((a for a in plan.asks if a.operation in RANKS), None)
    if rank is not None:
        return _ranked(kept, by, rank.operation, _as_many_as_said(rank.number, words))
    values = [by[id(e)] for e in kept]
    if _MEAN.search(words):
        return _mean(desk, values)
    adds = _ADDED.search(words) is not None and not parts & {"rate", "score"}
    where = _condition(desk, conditions, amounts, parts)
    if not kept and compared:
        return _none(desk, compared, where)
    if not (conditions or amounts or "full_marks" in parts or _HOW_MANY.search(words) or _WHICH.search(words) or adds):
        return None
    if adds and not conditions and not (_WHICH.search(words) and not _HOW_MANY.search(words)):
        total = _total(desk, values)
        if _HOW_MANY.search(words) and total is not None:
            return Outcome("figures", found=[_number(desk, kept, values, where), total], narrowed=True)
        return None if total is None else Outcome("figures", found=[total], narrowed=True)
    return _counted(desk, kept, lambda e: by[id(e)], words, where)


def _as_many_as_said(number: int | None, words: str) -> int | None:
    """How many a rank tells: all that an order puts in a row, unless the question says how many: 三个…，从低到高."""
    said = _SO_MANY.search(words) if number == EVERY else None
    count = number_of(said[1]) if said is not None else None
    return number if count is None else int(count)


def _more_are_listed(entries: Sequence[Evaluation]) -> bool:
    """Whether a table lists more projects than there are self-evaluations."""
    holdings = {e.holding.document.id: e.holding for e in entries}
    return any(len(leaves(table)) > len(entries) for h in holdings.values() for table in project_tables(h))


def _condition(desk: Desk, conditions: list[Filter], amounts: list[Filter], parts: frozenset[str]) -> str:
    """The conditions in words, with what they are on: 执行率低于95%的."""
    kind, unit = ("rate", "%") if "rate" in parts else ("score", say("answer.points", desk.language))
    said = [
        say(
            "answer.condition_on_money",
            desk.language,
            of=say(f"answer.evaluated_{kind}", desk.language),
            told=threshold(replace(c, unit=unit), desk.language),
        )
        for c in conditions
    ]
    said += [say("answer.condition", desk.language, told=threshold(f, desk.language)) for f in amounts]
    return "".join(said)


def _of_level(entries: list[Evaluation], plan: Plan, words: str) -> list[Evaluation]:
    """The projects of a department's own office where that is said; none where all its units are and none is named."""
    if any(a.scope.own_level for a in plan.asks) or _OWN.search(words):
        return [e for e in entries if any(_OWN.search(body) for body in e.bodies)]
    return [e for e in entries if e.chosen] if _UNITS.search(words) else entries


def _by_indicator(desk: Desk, entries: list[Evaluation], words: str, plan: Plan) -> Outcome | None:
    """The projects that missed a target, or one of a kind: 满意度没达标的项目."""
    said = _words_left(entries, plan)
    kept: dict[int, list[Place]] = {}
    for entry in entries:
        own = [w for w in said if held(w, "\n".join((entry.key, *entry.bodies))) < _HOLDS]
        kept[id(entry)] = [p for p in missed_in([entry]) if all(held(w, p.keys[0] + p.keys[2]) >= _HOLDS for w in own)]
    chosen = [e for e in entries if kept[id(e)]]
    if conditions_on_points(plan.question) or (not said and not _MISSED.search(words)) or not chosen:
        return None
    return _counted(desk, chosen, lambda e: _missed(desk, e, kept[id(e)]), words)


def _named(entries: Sequence[Evaluation], plan: Plan) -> list[Evaluation]:
    """The projects whose name, unit or list (重点项目) holds every word left of the question; all where none is."""
    left = _words_left(entries, plan)
    return [e for e in entries if all(_is_said_of(w, e) for w in left)]


def _is_said_of(word: str, entry: Evaluation) -> bool:
    listed = f"{word.removesuffix('项目')}项目"
    return held(word, "\n".join((entry.key, *entry.bodies))) >= _HOLDS or any(listed in t for t in entry.titles)


def _words_left(entries: Sequence[Evaluation], plan: Plan) -> list[str]:
    """The words of a question that say which projects are meant."""
    rest = without_parts(_UNITS.sub(" ", without_fund(without_conditions(plan.question))), "full_marks")
    rest = _SHAPE.sub(" ", without_parts(rest, *_PARTS))
    places = [p for e in entries for p in e.places]
    return [w for w in words_said(rest, plan.bodies, places) if len(w) > 1]


def _measure(desk: Desk, parts: frozenset[str]) -> Measured | None:
    """What the projects are held against: points, execution rate, what was spent, what could be spent."""
    if "score" in parts:
        return _by_score(desk)
    if "rate" in parts:
        return _by_rate(desk)
    if "spent" in parts:
        return lambda e: _of_money(e, e.spent)
    return (lambda e: _of_money(e, e.budget)) if "budgeted" in parts else None


def _by_score(desk: Desk) -> Measured:
    def score(entry: Evaluation) -> Found | None:
        if len(entry.scores) != 1:
            return None  # two printed scores that differ are none to rank by
        figure = entry.scores[0]
        unit = say("answer.points", desk.language)
        return Found(entry.label, figure.value, unit, [source_of(figure, entry.holding)], figure=figure)

    return score


def _by_rate(desk: Desk) -> Measured:
    def rate(entry: Evaluation) -> Found | None:
        found = entry.rate_found(desk.language)
        return None if found is None else replace(found, label=entry.label)

    return rate


def _graded(desk: Desk, kept: list[Evaluation], words: str) -> Outcome | None:
    """The projects of a grade, or all with theirs."""
    graded = [(e, e.grade) for e in kept if e.grade is not None]
    said = _GRADE.search(words)
    chosen = [(e, g) for e, g in graded if said is None or bare(g.text)[:1] == said[1]]
    found = {id(e): Found(e.label, None, "", [e.source_of_text(g)], note=g.text) for e, g in chosen}
    return _counted(desk, [e for e, _ in chosen], lambda e: found[id(e)], words) if chosen else None


def _missed(desk: Desk, entry: Evaluation, places: Sequence[Place]) -> Found:
    """A project with the targets it missed."""
    note = "；".join(
        f"{p.indicator.name}："
        + say("answer.target_and_actual", desk.language, target=p.indicator.text, actual=p.indicator.actual or "")
        for p in places
    )
    return Found(entry.label, None, "", [source for place in places for source in lines_of(place)], note=note)


def _of_money(entry: Evaluation, figure: Figure | None) -> Found | None:
    if figure is None or figure.value is None:
        return None
    return Found(entry.label, figure.value, figure.unit.name, [source_of(figure, entry.holding)], figure=figure)


def _meets(found: Found, condition: Filter) -> bool:
    value, unit = found.value, money_unit(condition.unit)
    if value is None:
        return False
    own = money_unit(found.unit)
    if unit is not None:
        if own is None:
            return False
        value = value * own.scale / unit.scale
    return compare(value, condition)


def _ranked(kept: list[Evaluation], by: dict[int, Found], operation: Operation, number: int | None) -> Outcome | None:
    """The first or last by value, with all that are equal to the last of them."""
    up = operation in (Operation.MIN, Operation.BOTTOM, Operation.NTH_LAST)
    order = sorted((by[id(e)] for e in kept), key=lambda f: (f.value or Decimal(0)) * (1 if up else -1))
    if not order:
        return None
    if operation in (Operation.NTH, Operation.NTH_LAST):
        place = (number or 1) - 1
        if place >= len(order):
            return None
        chosen = [f for f in order if f.value == order[place].value]
    else:
        count = min(number or 1, len(order), EVERY)
        chosen = [f for i, f in enumerate(order) if i < count or f.value == order[count - 1].value]
    return Outcome("list", found=chosen, narrowed=True)


def _mean(desk: Desk, values: list[Found]) -> Outcome | None:
    units = {f.unit for f in values}
    if not values or len(units) != 1:
        return None
    mean = sum((f.value or Decimal(0) for f in values), Decimal(0)) / len(values)
    what = say("answer.evaluated_projects", desk.language, count=len(values))
    label = say("answer.mean_of", desk.language, what=what)
    shown = plain(rounded(mean))
    sources = [s for f in values for s in f.sources]
    return Outcome("figures", found=[Found(label, shown, units.pop(), sources, True)], narrowed=True)


def _total(desk: Desk, values: list[Found]) -> Found | None:
    units = {f.unit for f in values}
    if not values or len(units) != 1 or any(money_unit(unit) is None for unit in units):
        return None
    what = say("answer.evaluated_projects", desk.language, count=len(values))
    total = sum((f.value or Decimal(0) for f in values), Decimal(0))
    label = say("answer.sum_of", desk.language, what=what)
    return Found(label, total, units.pop(), [s for f in values for s in f.sources], True)


def _none(desk: Desk, compared: Sequence[Found], where: str) -> Outcome:
    """That none of the projects meets what is asked, with what each was held against."""
    return Outcome("figures", found=[_number(desk, [], compared, where)], narrowed=True)


def _number(desk: Desk, kept: list[Evaluation], values: Sequence[Found], where: str = "") -> Found:
    sources = [s for f in values for s in f.sources]
    piece = say("answer.piece", desk.language)
    return Found(say("answer.evaluated_count", desk.language, where=where), Decimal(len(kept)), piece, sources, True)


def _counted(desk: Desk, kept: list[Evaluation], measure: Measured, words: str, where: str = "") -> Outcome | None:
    """The projects, or their number where it alone is asked for."""
    found = [f for e in kept if (f := measure(e)) is not None]
    if _HOW_MANY.search(words) and not _WHICH.search(words):
        return Outcome("figures", found=[_number(desk, kept, found, where)], narrowed=True) if found else None
    lead = say("answer.evaluated_lead", desk.language, count=len(found), where=where)
    return Outcome("list", found=found, lead=lead, narrowed=True)
