"""Questions answered by targets that are described: one, one a part of the question, or the two periods of one."""

import re

from assistant.computing.figures.looking import Desk
from assistant.computing.targets.chosen_projects import (
    OF_TARGETS,
    PROJECTS,
    counted_or_listed,
    done_with_projects,
    projects_with,
    with_all_named,
    without_counted,
)
from assistant.computing.targets.described_targets import (
    TWO_BOUNDS,
    best_described,
    names_another,
    of_the_whole,
    ranked,
)
from assistant.computing.targets.highest import RANKED
from assistant.computing.targets.pairs import holds_two, side_by_side
from assistant.computing.targets.pool import Place, found_of_indicator, of_period, places
from assistant.computing.targets.sets import listed
from assistant.computing.targets.several_named import leaves_a_thing, of_another_kind
from assistant.computing.targets.short_forms import spelt_out
from assistant.computing.targets.units import (
    asks_a_target,
    counted_in,
    names_a_number,
    unit_fit,
    with_its_count,
    with_verb,
)
from assistant.finding.evidence import Found, Outcome, Quote
from assistant.plan import Ask, Operation, Plan, replace
from assistant.understand.words.alike import held
from ingest.messages import say
from ingest.wording.codes import split_code
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_WHOLE = re.compile(r"(?:实施|整个|全|项目)周期|周期目标|全期|整个项目期")
_ONLY_PERIOD = re.compile(
    r"(?:那么?|换成|如果|要是|按|就|看|以|只|再)*(?:(?:整个|全|项目|实施)*周期|全期|年度|当年|本年度?|今年|全年|这一?年|一年)"
    r"(?:的|里|内|来看|算)*(?:指标值?|目标值?|要求)?(?:呢|又|是|为|多少|要|达到|怎么样)*"
)
_HELD = 0.6  # of a word, from which on a target is of it
_PLAIN = (Operation.LOOKUP, Operation.TARGET, Operation.COUNT, Operation.PURPOSE, Operation.TEXT)
_OF_RATES = (Operation.SHARE, Operation.GROWTH, Operation.COMPLETION)
_COUNTS_THEM = re.compile(r"(?:几|多少)[个项条](?:绩效|考核|数量|质量|产出|效益|成本|满意度|时效)?指标")
_PURPOSE = re.compile(r"目的|用途|为了什么|干什么|做什么|什么用")  # asks for words, and words were found
_JOINED = re.compile(
    r"(?P<one>[^，,。；;？?]{2,12})(?:以及|[与和及跟、])(?P<other>[^，,。；;？?]{2,12}?)(?:分别|各自?)(?P<asked>[^，,。；;？?]*)"
)
_WHICH_PROJECT = re.compile(r"(?:是|在)?哪一?个项目(?:里|中)?")
# A bound and no rank: where each part asks (最多几次), or of every one that was counted (每辆车最多花多少).
_BOUND = re.compile(
    r"最[多少高低](?:是|为|不超过|能|可以?)*(?:几|多少)|"
    r"(?:每|一)[辆台套件个人场次期家户份][^，,。；;？?哪]{0,10}最[多少高低](?:是|为|不超过|能|可以?|花|用|给|付|要|出)*(?:几|多少)"
)
_COST_OF_EACH = re.compile(
    r"(?:那么?)?(?:平均)?[每一](?P<one>[辆台套件个人场次期家户份])(?P<kind>[一-龥]{0,4}?)的?(?:购置|采购)?(?:成本|价格?|费用)?(?:要|能|得|可以?)?"
    r"最[多高](?:是|为|不超过|能|可以?|花|用|给|付|要|出|卖)*(?:几万元?|多少(?:钱|[万亿]?元)?)"
)
_QUANTITY = re.compile(r"几|多少|多[大长高宽重久]|何时|(?:什么|啥)时候|底线|上限")
_OF_EACH = re.compile(r"[每平]|人均|单[价次期]")
_EACH = re.compile(r"分别|各(?:自|要|得)*(?:是|定|为|有|买|办|到|达到?|做到)?(?:几|多少)")
_MOST = re.compile(r"指标[^，,。？?]{0,4}最([多少])")
_SPAN = re.compile(r"20\d\d年?\s*[-—–~～－至到]+\s*(?:20)?\d\d年(?:度)?")
_YEARS = re.compile(r"年度|当年|今年|本年|20\d\d年|每年")


def described_target(desk: Desk, plan: Plan, firm: bool = False, told: bool = False) -> Outcome | None:
    """The target a question describes, or None; ``firm`` where another answer would have to give way.

    ``told`` where a target is part of the answer already.
    """
    words = plan.question
    ask = plan.asks[0] if plan.asks else Ask(Operation.TARGET)
    scopes = list(dict.fromkeys(keys for a in plan.asks for keys in a.scope.departments))
    pool = places(desk, replace(ask, words=words))
    if not pool or len(scopes) > 1 or RANKED.search(words) or _COUNTS_THEM.search(words):
        return None
    words = spelt_out(words, pool)
    if len(_parts(words)) > 1:
        words = _WHICH_PROJECT.sub("项目", words, count=1)  # a target tells its project
    if PROJECTS.search(without_counted(words, pool, ask.scope.said)) and not names_a_number(words):
        return _projects(desk, replace(ask, terms=(), context=()), pool, words)
    if plan.asks and all(a.operation is Operation.REASON for a in plan.asks):
        return None  # no target is a reason
    if not (told or asks_a_target(words)) or (firm and _PURPOSE.search(words)):
        return None
    both = _asks_both(words)
    more = len(_parts(words)) > 2  # 打印机、扫描仪、复印机各几台: two of them are no answer
    beside = None if both or (more and not holds_two(words)) else side_by_side(desk, pool, words, ask.scope.said)
    if beside is not None or (holds_two(words) and not both):
        return beside
    if re.search(r"哪些|哪[个几一]", words):
        return None
    if not both and len(parts := _parts(words) if len(_parts(words)) > 1 else _joined_parts(words)) > 1:
        return _each_part(desk, pool, words, parts, ask.scope.said)
    if not both and (two := _of_two_bounds(desk, pool, words, ask.scope.said)) is not None:
        return two
    best = best_described(pool, words, ask.scope.said, firm)
    if (
        best is None
        or names_another(best, plan.asks)
        or leaves_a_thing(best, plan.asks)
        or of_another_kind(best, pool, plan.asks)
    ):
        return None
    if any(a.operation in _OF_RATES for a in plan.asks) and best.indicator.unit != "%":
        return None  # 占多大比例 asks for no count
    of_budget = any(a.operation is Operation.COMPLETION and "预算" in a.words for a in plan.asks)
    if of_budget and "预算" not in best.indicator.name:
        return None  # 完成年初预算的百分比 is no 工单完成率
    if both:
        return _both_periods(desk, best, words)
    return _as_outcome(desk, best, words)


def target_after(desk: Desk, plan: Plan, earlier: list[Outcome]) -> Outcome | None:
    """The target a turn describes of the project of the turn before: 那几月完成; None where it describes none."""
    rows = {_name_of(source.row) for o in earlier for found in o.found for source in found.sources if source.row}
    ask = plan.asks[0] if plan.asks else Ask(Operation.TARGET)
    pool = places(desk, replace(ask, words=plan.question, scope=replace(ask.scope, years=(), relative_years=())))
    own = [p for p in pool if p.keys[1] in rows]
    if _ONLY_PERIOD.fullmatch(bare(plan.question)):
        return _same_of_period(desk, own, plan.question, earlier)
    each = len(_parts(plan.question)) > 1
    plain = (*_PLAIN, Operation.MAX, Operation.MIN) if _BOUND.search(plan.question) else _PLAIN
    if len({p.keys[1] for p in own}) != 1 or any(a.operation not in plain for a in plan.asks):
        return None
    if each:
        return _each_part(desk, own, plan.question, _parts(plan.question), ask.scope.said)
    best = best_described(own, plan.question, ask.scope.said) or _cost_of_each(own, plan.question)
    return _as_outcome(desk, best, plan.question) if best is not None else None


def _cost_of_each(own: list[Place], words: str) -> Place | None:
    """The one target of a project that bounds what each of a kind costs: 每辆车最多花多少 of 每辆公务用车购置成本."""
    each = _COST_OF_EACH.fullmatch(bare(words))
    if each is None:
        return None
    of_each = re.compile(rf"[每单]{each['one']}|/{each['one']}")
    costs = [p for p in own if of_each.search(f"{bare(p.indicator.name)}/{p.indicator.unit or ''}")]
    costs = [p for p in costs if money_unit((p.indicator.unit or "").split("/")[0]) is not None]
    named = [p for p in costs if not each["kind"] or each["kind"] in "".join(p.keys[:2])]
    return named[0] if len({(p.keys[0], bare(p.indicator.text)) for p in named}) == 1 else None


def _name_of(row: str) -> str:
    """A row's name in comparison form, without the code printed before it."""
    coded = split_code(row)
    return bare(coded.name if coded is not None and coded.name else row)


def _same_of_period(desk: Desk, own: list[Place], words: str, earlier: list[Outcome]) -> Outcome | None:
    """The one target of the turn before as it is set for another period: 那整个实施周期呢."""
    told = [(found, source) for o in earlier for found in o.found for source in found.sources]
    period = "实施周期" if _WHOLE.search(words) else "年度"
    if len(told) != 1:
        return None
    (before, source) = told[0]
    for place in own:
        of = place.holding.indicators
        said = [i for i in of if (i.page, i.row_label, i.name) == (source.page, source.row, source.column)]
        same = [i for i in of if said and (i.row_id, i.name, i.period) == (said[0].row_id, said[0].name, period)]
        if len(same) == 1 and len({i.row_id for i in said}) == 1 and before.value is not None:
            return _as_outcome(desk, of_period(place, same[0]), words)
    return None


def projects_by_target(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """The projects that set an indicator, and what is asked of them, or the one that sets most, where targets tell."""
    words = plan.question
    asks = [a for a in plan.asks if a.operation is Operation.TARGET or a.on_indicators]
    named = [a for a in plan.asks if a.entity == "project" and a.terms]
    asks = named if named and not any(a.terms for a in asks) else asks  # 绩效指标中，甲指标低于20%的是哪个项目
    if asks and (most := _MOST.search(words)):
        operation = Operation.MAX if most[1] == "多" else Operation.MIN
        ask = replace(asks[0], operation=operation, filters=(), stated=(), words=words)
        told = listed(desk, ask, [p for p in places(desk, ask) if not of_the_whole(p)])
        return [told] if told is not None else None
    if not asks or names_a_number(words) or any(a.filters and not a.terms for a in asks if plan.unexplained or a.hints):
        return None  # a condition on what nobody understood
    first = with_all_named(plan, asks[0])
    chosen = replace(first, filters=(*first.filters, *first.stated), stated=())
    pool = places(desk, replace(chosen, words=words))
    operations = done_with_projects(plan, chosen, pool)
    left = [w for w in (*plan.unexplained, *chosen.hints) if w != "没有"]
    told_of = [projects_with(desk, replace(chosen, operation=done), pool, words, left) for done in operations]
    return None if not told_of or None in told_of else [one for one in told_of if one is not None]


def _projects(desk: Desk, ask: Ask, pool: list[Place], words: str) -> Outcome | None:
    if not pool or not OF_TARGETS.search(words):
        return None
    filters = (*ask.filters, *ask.stated)
    return projects_with(
        desk, replace(ask, operation=counted_or_listed(words), filters=filters, stated=()), pool, words
    )


def several_targets(desk: Desk, plan: Plan, earlier: list[Outcome] | None = None) -> Outcome | None:
    """The targets a question or a turn describes where it asks for more than one: 几期, 每期几册; else None."""
    words = plan.question
    both = _asks_both(words)
    if not (both or asks_each(words) or TWO_BOUNDS.search(words)):
        return None
    told = target_after(desk, plan, earlier) if earlier else described_target(desk, plan, told=True)
    return None if told is None or len(told.found) + len(told.quotes) < 2 else told


def one_of_two(plan: Plan, told: Found) -> bool:
    """Whether a target tells but one of two things that one bound is asked of: 餐费和住宿费上限是多少."""
    named = [t.text for a in plan.asks for t in a.terms]
    return TWO_BOUNDS.search(plan.question) is not None and any(held(n, bare(told.label)) < _HELD for n in named)


def _asks_both(words: str) -> bool:
    """Whether a question speaks of the whole term and of the year; a span of years is part of a project's name."""
    return _WHOLE.search(words) is not None and _YEARS.search(_SPAN.sub("", words)) is not None


def asks_each(words: str) -> bool:
    """Whether a question asks for several figures: 分别, 各是多少, 几场、多少人次."""
    return _EACH.search(words) is not None or len(_parts(words)) > 1


def _parts(words: str) -> list[str]:
    """The stretches of a question that each ask for a quantity: 几期，每期几册; 甲最高多少，乙呢; 甲和乙各是多少."""
    parts: list[str] = []
    for stretch in re.split(r"[？?；;，,。]", words):
        own = [p for p in re.split("、|还有|以及", stretch) if _QUANTITY.search(p) or (parts and p.endswith("呢"))]
        each = _EACH.search(stretch) if len(own) == 1 else None
        if each is not None and _EACH.search(own[0]):
            named = re.split("还有|以及|[和与及、]", stretch[: each.start()])
            own = [*named[:-1], named[-1] + stretch[each.start() :]]
        parts += own
    return parts


def _joined_parts(words: str) -> list[str]:
    """The two things one stretch asks of, each with what is asked: 培训规模与满意度分别要达到什么标准."""
    return _of_both(_JOINED.search(words))


def _of_both(told: re.Match[str] | None) -> list[str]:
    """Each of two things with what is asked of both."""
    return [told[thing] + told["asked"] for thing in ("one", "other")] if told is not None else []


def _of_two_bounds(desk: Desk, pool: list[Place], words: str, said: tuple[str, ...]) -> Outcome | None:
    """The targets of two things that one bound is asked of; None where both are of one target, or one has none."""
    parts = _of_both(TWO_BOUNDS.search(words))
    told = _each_part(desk, pool, words, parts, said) if parts else None
    return told if told is not None and len(told.found) == 2 else None


def _each_part(desk: Desk, pool: list[Place], words: str, parts: list[str], said: tuple[str, ...]) -> Outcome | None:
    """One target a part, the later parts of the row that the first one names; None where one part has none."""
    told: list[Outcome] = []
    lead = words[: words.index(parts[0][:2])]
    best: Place | None = None
    for number, said_part in enumerate(parts):
        part = with_verb(said_part, parts[0]) if number else said_part
        if best is not None and (again := _second_count(desk, best, part)) is not None:
            told.append(again)
            continue
        fitting = [p for p in pool if number and unit_fit(part, p) > 1.0]
        alone = len({bare(p.indicator.text) for p in fitting}) == 1
        alone = alone and not any(s.left for s in ranked(fitting, part, said))
        best = fitting[0] if alone else best_described(pool, lead + part if number == 0 else part, said)
        one = _as_outcome(desk, best, part) if best is not None else None
        if best is None or one is None or (one.kind == "quotes" and unit_fit(part, best) <= 1.0):
            return None
        if number == 0:
            pool = [p for p in pool if p.keys[1] == best.keys[1] and p.holding is best.holding]
        pool = [p for p in pool if p.keys != best.keys]  # what one part asks for the next does not ask for again
        told.append(one)
    found = [one for out in told for one in out.found]
    quotes = [quote for out in told for quote in out.quotes]  # 12月前完成: a date in words
    lead = next((out.lead for out in told if out.quotes), "")
    return Outcome("figures", found=found, quotes=quotes, lead=lead) if found else None


def _second_count(desk: Desk, place: Place, part: str) -> Outcome | None:
    """The other number of a target in words that a part counts: 册 of 全年4期，总发行量不低于6000册; else None."""
    if place.indicator.value is not None or _OF_EACH.search(part) or counted_in(place.indicator.text, part) is None:
        return None
    return _as_outcome(desk, place, part)


def _both_periods(desk: Desk, place: Place, words: str) -> Outcome | None:
    """The targets of the whole term and of the year: both, their difference or their ratio."""
    own = place.indicator
    of = {
        i.period: i
        for i in reversed(place.holding.indicators)
        if i.row_id == own.row_id and bare(i.name) == bare(own.name)
    }
    whole, year = of.get("实施周期"), of.get("年度")
    if whole is None or year is None or whole.value is None or year.value is None:
        return None
    both = [found_of_indicator(desk, of_period(place, i)) for i in (whole, year)]
    sources = [source for one in both for source in one.sources]
    label = f"{own.row_label}：{own.name}"
    same = (whole.unit or "") == (year.unit or "")
    if re.search(r"几倍|多少倍|倍数", words):
        if not same or not year.value:
            return None
        return Outcome("figures", found=[Found(label, whole.value / year.value, "倍", sources, True), *both])
    if re.search(r"[多少高低差](?:几|多少|了)|相差|差距|差多少", words):
        if not same:
            return None
        return Outcome(
            "figures", found=[Found(label, abs(whole.value - year.value), own.unit or "", sources, True), *both]
        )
    return Outcome("figures", found=both)


def _as_outcome(desk: Desk, place: Place, words: str) -> Outcome:
    found = with_its_count(found_of_indicator(desk, place), place, words)
    if found.value is None:
        return Outcome(
            "quotes",
            quotes=[Quote(found.note, found.sources, found.label)],
            lead=say("answer.target_words", desk.language, label=found.label),
        )
    return Outcome("figures", found=[found])
