"""Questions over self-evaluations: points, what was really done, what was missed and why, execution rates, sets.

They are answered where documents print self-evaluations and nothing of the question is left over; else by others.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.computing.evaluations.asked_together import OF_THE_YEAR, asked_together
from assistant.computing.evaluations.evaluated_sets import over_projects
from assistant.computing.evaluations.evaluated_targets import (
    apart,
    both_told,
    closing_reasons,
    evaluated_listed,
    indicators_counted,
    lost_in,
    lost_listed,
    lost_most,
    missed_in,
    missed_listed,
    points_told,
    why_missed,
)
from assistant.computing.evaluations.pool import Evaluation, evaluations
from assistant.computing.figures.looking import Desk
from assistant.computing.targets.described_targets import Scored, best_described, names_another, ranked, words_said
from assistant.computing.targets.pool import Place
from assistant.finding.evidence import Found, Outcome, source_of
from assistant.plan import RANKS, Ask, Operation, Plan
from assistant.understand.asks.evaluating import asked_parts, conditions_on_points, without_conditions, without_parts
from assistant.understand.words.alike import held
from assistant.understand.words.phases import phases_said, without_phases
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.figure import Relation
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_ASKS = frozenset(("score", "grade", "actual", "missed", "met", "gap", "rate", "measures"))
_HOLDS = 0.6
_ENOUGH = 0.6  # of what was said, for the reasons of a project told by its indicators alone
_NEAR = 0.85
_ORDER = ("gap", "missed", "met", "reason", "measures", "score", "actual", "target", "rate")
_SET = re.compile(
    r"(?:哪[些几]|哪(?:一|两|三)?个|倒数|第[一二三四五六七八九十\d]|几个|多少个|[前后头][一二两三四五六七八九十\d]|最|平均|均分|总共|一共|合计)"
)
_KIND = re.compile(r"(?:工程|项目|经费|专项|补助|工作)+$")
_WHICH_YEAR = re.compile(r"哪一?年")
# What is done about projects is told in words: 怎么处理那些执行率低的项目.
_DONE_ABOUT = re.compile(
    r"(?:怎么|怎样|如何|咋)(?:样)?(?:去|来)?(?:处理|处置|对待|应对|办(?!公)|约束|运用|应用|使用)|结果应用"
)
_WHICH_RANK = re.compile(r"排名?(?:在|是|为)?(?:第?几|多少)|第几[名位]|名次")
_AGAIN = re.compile(r"呢[?？]?$|^那")
_APART = re.compile(r"差|高多少|低多少|高几|低几|相距")
_OF_PROJECTS = re.compile(r"项目|自评")
_OF_EVALUATIONS = re.compile(r"自评|全年(?:预算|执行)数")
_OF_INDICATORS = re.compile(
    r"(?:哪[些几个]个?|几[个项]|多少[个项])[^,。?项]{0,8}指标|指标[^,。?项]{0,8}(?:哪|几[个项]|多少[个项])"
)
# 一共设了几个三级指标，其中几个没完成: all of them are counted, too.
_ALL_COUNTED = re.compile(r"(?:几|多少)[个项].*指标.*(?:几|多少)[个项]")
# 公开的两张项目自评表里: the forms themselves, all of them where so many are said as there are.
_FORMS = re.compile(
    r"(?:所?(?:公开|公布|附)的?)?(?P<many>[两二三四五六七八九十]|\d+)?[张份个](?:项目)?(?:支出)?(?:绩效)?自评表(?:格)?(?:里|中|上)?"
)
_MANY = {sign: number for number, sign in enumerate("二三四五六七八九十", 2)} | {"两": 2}
_WHOLE = re.compile(r"部门整体|整体(?:支出|绩效)?|全(?:局|部门)")
_WHOLE_SPENDING = re.compile(r"部门整体(?:支出|绩效)*|整体(?:支出|绩效)+")
_MOST = re.compile(
    r"(?P<lost>(?:扣|丢|失)分?(?:了|得)?的?最(?:多|狠|厉害|大))|(?:得分|分数|拿分|分)(?:拿|得|打)?得?的?最(?:低|少)"
)
_AMOUNT = re.compile(r"(?:全年|年初|调整后?)?(?:(?:预算|执行|支出)(?:数额?|额|金额)?)?")
_OF_A_PROJECT = re.compile(r"项目|工程|经费|专项")
_MONEY = re.compile(r"钱|资金|万元|经费|亿元")
_SPENT = re.compile(
    rf"{_MONEY.pattern}|[花支]了?(?:多少|几)|花费|开支|支出|决算|预算(?:数|额|安排)?(?:是|为|有|多少|几|和|与)"
)
_GENERIC = re.compile(
    r"项目|自评|绩效|三级|指标|情况|部门|单位|年度|分别|各是?|多少|一共|总共|这个|那个|怎么样|如何|离|距|比|给|自己|他们|它们|是|有|的|了"
)


def self_evaluated(
    desk: Desk, plan: Plan, earlier: list[Outcome] | None, otherwise_refused: bool = False
) -> Outcome | None:
    """The outcome of a question over self-evaluations; None where it asks for something else, or none are held.

    How many projects there are is told by the forms only where nothing else tells it.
    """
    ask = _scoped(plan)
    words = _without_bodies(plan)
    parts = asked_parts(words) | _parts_of_turn(words, earlier)
    if plan.asks and all(a.operation is Operation.REASON for a in plan.asks):
        parts |= {"reason"}  # 怎么执行率垫底了: why, and not how low it is
    chosen = _SET.search(words) is not None or bool(conditions_on_points(plan.question))
    sets = chosen and _OF_PROJECTS.search(words) is not None
    asked = parts & _ASKS or (sets and "spent" in parts) or (sets and _OF_EVALUATIONS.search(words))
    asked = asked or (_WHOLE_SPENDING.search(words) and OF_THE_YEAR.search(words))
    if _WHICH_YEAR.search(words) or _DONE_ABOUT.search(words):
        return None
    if not asked and parts.isdisjoint(("reason",)):
        return None
    pool = evaluations(desk, ask)
    if not pool or len({e.holding.document.department for e in pool}) > 1:
        return None
    if phases := phases_said(plan.question).keys():
        pool = [e for e in pool if phases & _phases_of(e)]
        words = without_phases(words)
        if not pool:
            return None  # 一期 where 二期 alone was evaluated
    if (own := _of_turn(pool, earlier)) is not None:
        told = _of_one(desk, own, words, parts, plan, own[0])
        if told is not None:
            return told
    if not asked:
        return _why_one(desk, pool, words, plan)
    if (two := _of_several(desk, pool, words, parts)) is not None:
        return two
    if _OF_INDICATORS.search(words) and ("missed" in parts or "score" in parts):
        return _indicators(desk, pool, words, ask, parts)
    if (
        sets
        and (told := over_projects(desk, plan, [e for e in pool if not e.whole], words, parts, otherwise_refused))
        is not None
    ):
        return told
    if _SET.search(words) and conditions_on_points(plan.question):
        return None  # 得分不到90分的有哪些 is asked of several, whatever one of them is called
    return _of_one(desk, pool, words, parts, plan, None) or _every_score(desk, pool, words, parts, plan)


# What is said of marks beside the projects' names: 项目支出绩效自评的总得分.
_OF_ALL_MARKS = re.compile(r"项目支出|支出|各个?|每个?|所有|全部|总(?=得分|分|评)|总的?$|[和与、]")


def _every_score(desk: Desk, pool: list[Evaluation], words: str, parts: frozenset[str], plan: Plan) -> Outcome | None:
    """The points of each project, where points are asked for and no project, indicator or rank is named."""
    projects = [e for e in pool if not e.whole]
    plain = parts & _ASKS == {"score"} and len(projects) > 1 and not conditions_on_points(plan.question)
    if not plain or _SET.search(words) or _WHICH_RANK.search(words) or any(a.operation in RANKS for a in plan.asks):
        return None
    if _left(_OF_ALL_MARKS.sub(" ", words), pool, _scoped(plan)):
        return None
    return over_projects(desk, replace(plan, question="各项目自评得分"), projects, "各项目自评得分", parts)


def _phases_of(entry: Evaluation) -> set[tuple[str, str]]:
    """The phases that a project's name or its indicators print."""
    printed = (entry.label, *(f"{p.indicator.name}\n{p.indicator.text}" for p in entry.places))
    return {phase for words in printed for phase in phases_said(words)}


def _scoped(plan: Plan) -> Ask:
    """The ask that says whose documents are meant."""
    return next((a for a in plan.asks if a.scope.departments), plan.asks[0] if plan.asks else Ask(Operation.TEXT))


def _without_bodies(plan: Plan) -> str:
    return without(bare(plan.question), map(bare, plan.bodies))


def _parts_of_turn(words: str, earlier: list[Outcome] | None) -> frozenset[str]:
    """What a turn that only names another project asks again: 那泵站更新呢 after a score or a rate."""
    if not earlier or not _AGAIN.search(words):
        return frozenset()
    relations = {f.figure.relation for o in earlier for f in o.found if f.figure is not None}
    told = {Relation.SCORE: "score", Relation.SHARE: "rate"}
    return frozenset(told[r] for r in relations if r in told) if len(relations) == 1 else frozenset()


def _of_turn(pool: list[Evaluation], earlier: list[Outcome] | None) -> list[Evaluation] | None:
    """The one project the turn before was about."""
    rows = {bare(s.row) for o in earlier or () for f in o.found for s in f.sources if s.row}
    rows |= {bare(s.row) for o in earlier or () for q in o.quotes for s in q.sources if s.row}
    own = [e for e in pool if e.key in rows]
    return own if len(own) == 1 else None


def _why_one(desk: Desk, pool: list[Evaluation], words: str, plan: Plan) -> Outcome | None:
    """Why one indicator fell short that is described without saying that it did; None where its form does not say."""
    if conditions_on_points(plan.question):
        words = without(without_conditions(plan.question), map(bare, plan.bodies))  # 当年完工率没到95%
    said = _left(words, pool, _scoped(plan))
    places = [p for e in pool for p in e.places]
    place = best_described(places, without_parts(words, *_ORDER), _scoped(plan).scope.said) if said else None
    if place is None or not place.indicator.deviation or names_another(place, plan.asks):
        return None
    entry = next(e for e in pool if place in e.places)
    # 库区 of 移民后期扶持 is said in the names of its other indicators.
    around = (*place.keys, bare(place.indicator.deviation), *(p.keys[0] for p in entry.places))
    if not all(held(w, "\n".join(around)) >= _HOLDS for w in said[:-1]):
        return None
    return why_missed(desk, entry, place, False)


def _of_several(desk: Desk, pool: list[Evaluation], words: str, parts: frozenset[str]) -> Outcome | None:
    """The points or rates of two projects or more that are named, or how far two of them are apart."""
    named = [e for e in pool if not e.whole and len(core := _KIND.sub("", e.key)) > 2 and core in words]
    named = [e for e in named if not any(e is not o and e.key in o.key for o in named)]
    if len(named) < 2 or not parts & {"score", "rate"} or "target" in parts:
        return None
    told = [_score(desk, e, False) if "score" in parts else _rate(desk, e) for e in named]
    found = [t.found[0] for t in told if t is not None and len(t.found) == 1]
    if len(found) != len(named):
        return None
    if not _APART.search(words):
        return Outcome("figures", found=found, narrowed=True)
    if len(found) != 2 or found[0].value is None or found[1].value is None:
        return None
    label = say("answer.difference_of", desk.language, one=found[0].label, other=found[1].label)
    unit = found[0].unit if "score" in parts else say("answer.percentage_points", desk.language)
    sources = [s for f in found for s in f.sources]
    gap = Found(label, abs(found[0].value - found[1].value), unit, sources, True)
    return Outcome("figures", found=[gap, *found], narrowed=True)


def _indicators(desk: Desk, pool: list[Evaluation], words: str, ask: Ask, parts: frozenset[str]) -> Outcome | None:
    """The indicators that were missed (or lost points), of all projects or of the ones that are named."""
    if _WHOLE_SPENDING.search(words):
        pool, words = [e for e in pool if e.whole], _WHOLE_SPENDING.sub("", words)
    if (forms := _FORMS.search(words)) is not None:
        said = forms["many"] or ""
        if said and (_MANY.get(said) or int(said)) != len({e.key for e in pool if not e.whole and e.places}):
            return None
        words = _FORMS.sub("自评", words)
    most = _MOST.search(words)
    rest = _left(_MOST.sub(" ", words), pool, ask)
    entries = _holding(pool, rest) if rest else pool
    if not entries or (rest and len({e.key for e in entries}) > 1):
        return None
    measures = "measures" in parts
    closing = [quote for e in entries for quote in closing_reasons(e, measures)] if len(entries) == 1 else []
    reasons = closing if measures or "reason" in parts else None
    if most is not None:
        return lost_listed(desk, lost_most(entries, most["lost"] is not None), reasons, ranked=True)
    if "最" in words:
        return None
    if "score" in parts:
        return lost_listed(desk, lost_in(entries), reasons)
    places = missed_in(entries)
    counted = re.search(r"几[个项]|多少[个项]", words) is not None and "哪" not in words
    told = missed_listed(desk, places, counted and reasons is None, reasons)
    if counted and reasons is None and len(entries) == 1 and _ALL_COUNTED.search(words):
        told.found.insert(0, indicators_counted(desk, entries[0]))
    told.why_left = len(places) == 1 and "reason" in parts and not (closing or places[0].indicator.deviation)
    return told


def _left(words: str, pool: Sequence[Evaluation], ask: Ask) -> list[str]:
    """The words of a question that name a project, an indicator or anything else."""
    rest = _GENERIC.sub(" ", without_parts(words, *_ORDER))
    places = [p for e in pool for p in e.places]
    return [w for w in words_said(rest, ask.scope.said, places) if len(w) > 1]


def _holding(pool: Sequence[Evaluation], said: Sequence[str]) -> list[Evaluation]:
    """The projects whose names hold every word."""
    return [e for e in pool if all(held(w, e.key) >= _HOLDS for w in said)]


def _project_of(pool: list[Evaluation], words: str, said: list[str]) -> Evaluation | None:
    """The one project that a question names: whole, or by all the words that are left."""
    projects = [e for e in pool if not e.whole]
    named = [e for e in projects if e.key in words]
    named = [e for e in named if not any(e.key != o.key and e.key in o.key for o in named)]
    if len(named) == 1:
        return named[0]
    fitting = _holding(projects, said) if said else []
    return fitting[0] if len(fitting) == 1 else None


def _of_one(
    desk: Desk, pool: list[Evaluation], words: str, parts: frozenset[str], plan: Plan, entry: Evaluation | None
) -> Outcome | None:
    """What is asked of one project, of one of its indicators, or of the whole department."""
    ask = _scoped(plan)
    said = _left(words, pool, ask)
    if parts & {"score", "rate"} or OF_THE_YEAR.search(words):
        said = [w for w in said if not _AMOUNT.fullmatch(w)]  # 全年预算数, told beside them
    named = _project_of(pool, words, said)
    entry = named or entry
    if entry is None and (_WHOLE.search(words) or not (said or "项目" in words)):
        entry = next((e for e in pool if e.whole), None)
        said = [w for w in said if not _WHOLE.search(w)]
    rest = [w for w in said if entry is None or held(w, entry.key) < _HOLDS]
    place = None
    cleaned = without_parts(words, *(p for p in _ORDER if p != "rate"))
    if rest or entry is None:
        places = [p for e in ([entry] if entry is not None else pool) for p in e.places]
        place = best_described(places, cleaned, ask.scope.said)
        worded = bool(parts & {"reason", "measures"})
        if place is None and worded and (entry := _of_row(pool, ranked(places, cleaned, ask.scope.said))) is None:
            return None
        if place is None and not worded:
            return None
        if place is not None and said and all(held(w, "\n".join(place.keys)) < _HOLDS for w in said):
            return None  # its unit alone fits
        if place is not None and (names_another(place, plan.asks) or _of_another(place, pool, said)):
            return None
        entry = next((e for e in pool if place in e.places), entry)
    elif parts & {"actual", "gap", "met"} and "rate" not in parts and not entry.whole:
        place = best_described(entry.places, cleaned, ask.scope.said)
    if place is not None and named is None and _names_no_form(place, words, said):
        return None
    if place is not None and parts.isdisjoint(("score", "reason", "measures")) and _asks_money_of(words, place):
        return None
    assert entry is not None
    if (together := asked_together(desk, entry, place, plan.question)) is not None:
        return together
    if "reason" in parts or ("measures" in parts and not parts & {"score", "gap"}):
        about = [w for w in said if held(w, entry.key) < _HOLDS] if place is None else []
        return why_missed(desk, entry, place, "measures" in parts, about)
    if _WHICH_RANK.search(words):
        return None  # 得分多少，排第几: its own score alone would not answer
    if "score" in parts:
        lost = "points_lost" in parts
        return points_told(desk, place, lost) if place is not None else _score(desk, entry, lost)
    if place is not None:
        if "gap" in parts and (told := apart(desk, place)) is not None:
            return told
        asked_both = bool(parts & {"target", "met", "missed", "gap"})
        return both_told(desk, place, asked_both) if parts & {"actual", "met", "missed", "gap"} else None
    if "rate" in parts:
        return _rate(desk, entry)
    if "missed" in parts and not _MONEY.search(words):
        return missed_listed(desk, missed_in([entry]), False)
    if "actual" in parts and "指标" in words and entry.places:
        return evaluated_listed(desk, entry.places, "answer.evaluated_indicators")
    return None


def _of_another(place: Place, pool: list[Evaluation], said: list[str]) -> bool:
    """Whether a word that the place holds nowhere names another project."""
    own = "\n".join(place.keys)
    left = [w for w in said if held(w, own) < _HOLDS]
    return any(held(w, e.key) >= _HOLDS for w in left for e in pool if e.key != place.keys[1])


def _asks_money_of(words: str, place: Place) -> bool:
    """Whether money is asked for and an indicator measures something else: 实际花了多少 of 治理面积."""
    unit = place.indicator.unit or place.indicator.actual_unit
    measured = money_unit(unit.split("/")[0]) is not None if unit else _MONEY.search(place.indicator.name) is not None
    return _SPENT.search(words) is not None and not measured


def _names_no_form(place: Place, words: str, said: list[str]) -> bool:
    """Whether the points or reasons of a project are asked whose form is not there: an indicator is no project.

    水土保持项目的总分 is not that of 治理水土流失面积; 后期扶持项目个数 is an indicator's own name.
    """
    name, row, _ = place.keys
    if "总分" in words:
        return True
    projects = [w for w in said if any(_OF_A_PROJECT.match(words, m.end()) for m in re.finditer(re.escape(w), words))]
    return any(held(w, row) < _HOLDS and not _OF_A_PROJECT.search(name) for w in projects)


def _of_row(pool: list[Evaluation], scored: Sequence[Scored]) -> Evaluation | None:
    """The one project that all the indicators described best belong to."""
    near = {s.place.keys[1] for s in scored if s.score > _NEAR * scored[0].score and scored[0].share >= _ENOUGH}
    return next((e for e in pool if e.key in near), None) if len(near) == 1 else None


def _score(desk: Desk, entry: Evaluation, lost: bool) -> Outcome | None:
    """The points a project got, or lost of a hundred; two where two are printed."""
    found = []
    for figure in entry.scores:
        assert figure.value is not None
        key = "answer.score_lost" if lost else "answer.score_label"
        label = say(key, desk.language, row=entry.label)
        value = Decimal(100) - figure.value if lost else figure.value
        source = source_of(figure, entry.holding)
        found.append(Found(label, value, say("answer.points", desk.language), [source], lost, None if lost else figure))
    return Outcome("figures", found=found, narrowed=True) if found else None


def _rate(desk: Desk, entry: Evaluation) -> Outcome | None:
    """A project's execution rate as printed, else worked out of what it spent."""
    rate = entry.rate_found(desk.language)
    return Outcome("figures", found=[rate], narrowed=True) if rate is not None else None
