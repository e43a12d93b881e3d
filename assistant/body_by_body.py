"""What is asked of several bodies at once, asked of each in its turn: 审计局里谁的项目支出占比最高.

Where the figure asked for is no single printed line of every body, nothing but the question itself, put to each of
them, says what to hold against what.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.computing.arithmetic.aggregate import in_one_unit, ranked
from assistant.computing.arithmetic.exact import asked_of, base_of
from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import found_meets, narrowed
from assistant.computing.sets.across import goes, unlike
from assistant.computing.sets.bodies_told import not_so_many_bodies, of_year_alone, told_without, under_its_year
from assistant.computing.sets.by_mean import beyond_mean
from assistant.computing.targets.highest import RANKED
from assistant.finding.evidence import Answered, Found, Outcome, Told
from assistant.lexicon import TOTALS
from assistant.plan import EVERY, OVER_ALL, RANKS, Ask, Filter, Operation, Plan, replace
from assistant.saying.wordings import condition_words
from assistant.understand.words.text import words_of
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.names import is_body_name, read_body
from ingest.wording.units import money_unit

_MOST_BODIES = 80  # asked one after the other; more have to be named more closely
# What only says that several bodies are asked about, or what is done with what they tell.
_OF_THE_SET = frozenset(
    (
        *("context:entity_department", "context:entity_unit", "context:follow_part", "context:follow_set"),
        *("context:without", "context:none_of", "order", "said_count"),
        *("operator:which", "operator:list", "operator:each", "operator:group", "operator:compare"),
        *("operator:difference", "operator:sum", "operator:mean", "operator:median", "operator:count"),
        *(f"operator:{rank.value}" for rank in RANKS),
    )
)
_SAID_FOR_THE_SET = ("department:", "place:", "compare:", "rank:")
_BODIES_SAID = ("context:entity_department", "operator:group")
_ADDED = re.compile(r"加起来|加在一起|合起来|合计|之和|总和|相加|加总")
_WHO = re.compile(r"谁家?|[哪每各几][几一]?家|哪些家")
_WHICH_HOUSE = re.compile(r"谁家|哪一?家(?![公企医饭酒商供中机厂店银书])")  # no 哪家公司
_EVERY = re.compile(r"所有|全部|全体|每一?[家个]|[几两二三四五六七八九十\d][家个]|各")
# Words for a kind of body that no place goes before, and what the names of its bodies hold: 哪些街道, 各医院.
_KINDS = {
    "街道": r"街道", "乡镇": r"[乡镇](?:人民政府)?$", "镇": r"镇(?:人民政府)?$", "乡": r"乡(?:人民政府)?$",
    "学校": r"学校|中学|小学|学院|幼儿园", "中学": r"中学", "小学": r"小学", "医院": r"医院|卫生院",
    "法院": r"法院", "检察院": r"检察院", "局": r"局$",
}  # fmt: skip
_KIND_SAID = re.compile(
    rf"(?:[哪各每几两二三四五六七八九十][一几]?[家个些所]?|所有|全部)(?:的)?({'|'.join(_KINDS)})(?:办事处)?(?![一-龥]?局)"
)
_NOUNS = re.compile(r"(?:绩效)?指标|项目")
_NUMBER = re.compile(
    r"数量|数目|个数|(?:多少|几)个|最多|最少|(?<=[一-龥])数(?=[量目最？?]|$)|谁[^，,]{2,12}[多少][？?]?$"
)
_OF_MONEY = re.compile(
    r"项目的?(?:总|全部)?(?:支出|经费|资金|金额|预算|开支|花|用|钱|总额)(?![^，,。]{0,4}(?:数量|数目|个数|[几多][少]?个))"
)
_SPENT = re.compile(r"花|支出|开支|用钱")
_SET_WORDS = re.compile(r"所有|全部|全体|每一?[家个]|一共|总共|分别|(?:拿来|放在一起|作?一下)|都(?=[有是花])")
_HAS = re.compile(r"(?:有|安排了?|编了?|列了?)(?!多少|几)")
_ENDS = re.compile(
    r"^[的里中内和与跟及同比，,、]+|(?:是|为|有)?(?:多少|几)?(?:钱|元|万元)?(?:的|了|呢|吗|吧)*[？?。！!，,]*$"
)
_HAS_ANY = (Filter(">", Decimal(0), "元"),)
_YEAR_SAID = re.compile(r"\d{4}年?")
_YEAR_ALONE = re.compile(r"(?:那么?|还有)?(?P<year>20\d\d)年?(?:的|度)?(?:呢|又?如何|怎么样|是哪[家个])?[？?]?")
_YEARS_JOINED = re.compile(
    r"(20\d\d)年?[和与跟、及](20\d\d)(?:年度?|这)*(?:两年)?(?:里|中|的)?(?=.*(?:部门|单位|哪家|谁))"
)
_TOGETHER = re.compile(r"[差比变增减涨降]|[合共总]计|一共|总共|加起来|平均|都")
_CARS = ("辆", "台")  # 公务用车17台
_MOVED = ("operator:increase", "operator:decrease", "operator:change", "operator:growth")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of each body, and what is done with what they tell."""

    keys: tuple[str, ...]  # of the bodies; none where all are meant
    kind: str  # what their names hold, where a kind of body is said
    words: str
    ask: Ask


def of_each_body(desk: Desk, told: Told, alone: Answered) -> list[Outcome] | None:
    """What several bodies tell, each asked by itself; None where one is asked about, or fewer than two tell it."""
    found = any(o.kind in ("figures", "list") for o in told.outcomes)
    if found and not _counts_missed(told) and not _tells_no_body(told):
        return None
    if (years := _year_by_year(told.plan)) is not None:
        return [o for words in years for o in _of_its_year(desk, alone(words), alone)]
    asked = _asked_of_each(told.plan)
    if asked is None:
        return None
    bodies = _bodies_meant(desk, asked)
    if any(o.narrowed for o in told.outcomes) and told.plan.asks[0].said_count not in (None, 0, 1, len(bodies)):
        return None  # another number of them was said
    refused = asked.kind and all(o.kind == "refusal" for o in told.outcomes)
    if refused and asked.ask.operation in RANKS and len(bodies) < 2:
        return [Outcome("refusal", message=_too_few(desk, told.plan, bodies))]
    if not 1 < len(bodies) <= _MOST_BODIES:
        return None
    told_by = {name: _line_of(name, asked.words, alone) for name in bodies}
    lines = [line for line in told_by.values() if line is not None]
    if len(lines) > 1:
        without = [name for name, line in told_by.items() if line is None]
        return [_done(desk, asked, lines, without, told.plan.asks[0].said_count or 0)]
    if refused and not lines:
        said = say("answer.none_prints", desk.language, names="、".join(bodies), asked=asked.words.rstrip("？"))
        return [Outcome("refusal", message=said)]
    missed = _counts_missed(told) or any(o.kind == "quotes" for o in told.outcomes)
    only = say("answer.one_side", desk.language, asked=asked.words.rstrip("？"))
    return [Outcome("refusal", message=only)] if lines and missed else None


def _of_its_year(desk: Desk, told: Told, alone: Answered) -> list[Outcome]:
    """What several bodies tell of one of the years asked about, with the year said first."""
    found = of_each_body(desk, told, alone) or list(told.outcomes)
    return [under_its_year(desk.language, one, told.plan.asks[0].scope.years[0]) for one in found]


def _year_by_year(plan: Plan) -> list[str] | None:
    """The question of each year where a further clause only says another: 哪家最大，2024年呢; None where none does."""
    first, *rest = re.split(r"[，,；;？?]", words_of(plan.question).text.rstrip("？?。"))
    said = _YEAR_SAID.findall(first)
    others = [_YEAR_ALONE.fullmatch(clause) for clause in rest]
    if (joined := _YEARS_JOINED.search(first)) is not None and not (rest or _TOGETHER.search(first)):
        several = not plan.asks or plan.asks[0].scope.departments  # 2025年和2026年三公经费最高的部门: of each year
        return None if several else [first.replace(joined[0], f"{year}年") + "？" for year in joined.groups()]
    if len(said) != 1 or not rest or not all(others):
        return None
    years = [said[0], *(f"{other['year']}年" for other in others if other is not None)]
    return [first.replace(said[0], year) + "？" for year in years]


def _bodies_meant(desk: Desk, asked: _Asked) -> list[str]:
    """The names of the departments held that are asked, in their order."""
    held = desk.library.departments().items()
    kept = (name for key, name in held if not asked.keys or key in asked.keys)
    return sorted(name for name in kept if re.search(asked.kind, read_body(name).name))


def _too_few(desk: Desk, plan: Plan, names: list[str]) -> str:
    """That of the kind of body asked about one alone is held, or none: 哪个镇的预算最大."""
    said = _KIND_SAID.search(plan.question)
    kind = said[1] if said is not None else ""
    if not names:
        return say("answer.kind_not_held", desk.language, kind=kind)
    return say("answer.only_of_kind", desk.language, kind=kind, name=names[0])


def _asked_of_each(plan: Plan) -> _Asked | None:
    """The question as each body is asked it; None where not several are asked about."""
    if not plan.asks or plan.follow_set or RANKED.search(plan.question):
        return None  # of targets each body has many
    if _line_said_before(plan):
        return None
    said = [token.taken_for for token in plan.account]
    scopes = [s for a in plan.asks for s in (a.scope, a.base_scope) if s is not None]
    mentions = {mention for scope in scopes for mention in scope.departments}
    keys = {key for mention in mentions for key in mention}
    if len(keys) == 1 or not all(mentions):
        return None  # a body that is named but not held is no word for every other
    ops = [role.removeprefix("operator:") for role in said if role.startswith("operator:")]
    who = _WHO.search(plan.question) is not None
    kind = _KIND_SAID.search(plan.question)
    several = any(role in said for role in _BODIES_SAID) or who or _of_units(said) or kind is not None
    chosen = (
        any(op in (*RANKS, "mean", "median", "compare", "difference", "each", "list") for op in ops) or "order" in said
    )
    added = _ADDED.search(plan.question) is not None  # 审计局总共多少 may be of one
    chosen = chosen or (added and (several or "sum" in ops))
    every = _EVERY.search(plan.question) is not None or "order" in said or "said_count" in said
    if not (several or keys) or not (chosen or every or (several and plan.asks[0].filters)):
        return None
    ask = _operation(plan, ops, "order" in said)
    words = _of_one(plan, ask)
    holds = _KINDS[kind[1]] if kind is not None else ""
    return _Asked(tuple(sorted(keys)), holds, words, ask) if words else None


def _line_said_before(plan: Plan) -> bool:
    """Whether the line asked for stands in the turn before alone: these words would find each body's total."""
    named = any(t.taken_for.partition(":")[0] in ("concept", "name", "like", "code") for t in plan.account)
    return not named and any(t.concept not in TOTALS for a in plan.asks for t in a.terms if t.concept)


def _counts(plan: Plan) -> bool:
    """Whether projects or targets are counted, and nothing of them is named: 哪家的项目数量多."""
    if any(t.kind == "name" for a in plan.asks for t in a.terms) or _OF_MONEY.search(plan.question):
        return False
    return _NUMBER.search(plan.question) is not None and _NOUNS.search(plan.question) is not None


def _counts_missed(told: Told) -> bool:
    """Whether numbers were asked for and amounts are told, or amounts added up and a number is told."""
    piece = say("answer.piece", told.plan.language)
    counted = [f.unit == piece for o in told.outcomes for f in o.found]
    if _counts(told.plan):
        return not all(counted) or (_asks_which_body(told.plan) and not _tells_bodies(told))
    return any(counted) and _ADDED.search(told.plan.question) is not None


def _tells_no_body(told: Told) -> bool:
    """Whether one of the bodies held is asked for by its rank and what is told bears no name of any: 最高的是哪家."""
    ranked = any(a.operation in RANKS and not a.scope.departments and not a.entity for a in told.plan.asks)
    return ranked and _WHICH_HOUSE.search(told.plan.question) is not None and not _tells_bodies(told)


def _asks_which_body(plan: Plan) -> bool:
    """Whether one of several bodies that a word means is asked for: 哪个审计局, 三个审计局哪个的…, 谁."""
    said = {name for a in plan.asks for name, keys in zip(a.scope.said, a.scope.departments, strict=False) if keys[1:]}
    which = r"哪[一几]?[个家](?!项目|指标|科目)"
    return any(
        _WHO.search(plan.question) or re.search(rf"{which}{name}|{name}[里中，,]*{which}", plan.question)
        for name in map(re.escape, said)
    )


def _tells_bodies(told: Told) -> bool:
    """Whether all that is told bears a body's name, not a project's."""
    return all(is_body_name(f.label) for o in told.outcomes for f in o.found)


def _of_units(said: list[str]) -> bool:
    """Whether 单位 stands for bodies: straight behind what chooses among them (哪些单位安排了)."""
    pairs = pairwise(said)
    return any(
        one in ("operator:list", "operator:which", "operator:count", "operator:each") and other == "context:entity_unit"
        for one, other in pairs
    )


def _operation(plan: Plan, ops: list[str], in_order: bool) -> Ask:
    """What is done with what the bodies tell."""
    asks = [a for a in plan.asks if a.operation in RANKS or a.inner in RANKS] or list(plan.asks)
    ask = asks[0]
    rank = next((op for op in (ask.operation, ask.inner) if op in RANKS), None)
    said = next((Operation(op) for op in ("difference", "sum", "mean", "median") if op in ops), None)
    said = Operation.SUM if said is None and _ADDED.search(plan.question) else said
    filters = tuple(f for f in ask.filters if f.on in ("amount", "mean"))
    if any(f.on == "absent" for f in ask.filters):
        filters = (Filter("=", Decimal(0), "元"),)
    elif not filters and _HAS.search(plan.question) and not rank and not said:
        filters = _HAS_ANY if "list" in ops or "count" in ops else ()
    listed = Operation.COUNT if "count" in ops and filters and "which" not in ops else Operation.LIST
    if rank is None and ("compare" in ops or in_order):
        rank = Operation.TOP
    number = ask.number if rank is ask.operation or rank is ask.inner else None
    number = EVERY if rank is Operation.TOP and number is None else number
    operation = rank or said or listed
    return Ask(operation, ask.terms, filters=filters, number=number, direction=ask.direction, either=ask.either)


def _of_one(plan: Plan, ask: Ask) -> str:
    """The words of the question that are left of what each body is asked."""
    text = words_of(plan.question).text
    kept, at = [], 0
    for token in plan.account:
        start = text.find(token.text, at)
        if start < 0:
            continue
        kept.append(text[at:start])
        noun = _NOUNS.search(token.text) if token.taken_for == "operator:count" else None
        dropped = token.taken_for in _OF_THE_SET or token.taken_for.startswith(_SAID_FOR_THE_SET)
        kept += [noun[0]] if noun is not None else [] if dropped else [token.text]
        at = start + len(token.text)
    kept.append(text[at:])
    said = _KIND_SAID.search(plan.question)
    words = _SET_WORDS.sub("", "".join(kept))
    words = re.sub(rf"(?:[哪各每几][一几]?[家个些所]?)?{said[1]}(?:办事处)?", "", words, count=1) if said else words
    words = _WHO.sub("", words)
    if _HAS.search(words) and ask.filters:
        words = _HAS.sub("", words, count=1)
    words = _ADDED.sub("", words)
    words = _ENDS.sub("", _ENDS.sub("", words))
    if not words:
        return (
            "支出总额是多少？" if _SPENT.search(plan.question) else "预算总额是多少？" if ask.operation in RANKS else ""
        )
    counted = next((f.unit for f in ask.filters if f.unit and f.unit != "%" and money_unit(f.unit) is None), "")
    if counted:
        return f"{words}有多少{counted}？"
    if _counts(plan):
        return f"{_NUMBER.sub('', words)}有多少个？"
    moved = any(token.taken_for in _MOVED for token in plan.account)
    return f"{words}多少？" if moved else f"{words}是多少？"


def _line_of(name: str, words: str, alone: Answered) -> Found | None:
    """What one body tells; None where it tells no single amount."""
    told = alone(f"{name}{words}")
    first = told.outcomes[0] if told.outcomes else None
    if first is None or first.kind != "figures" or not first.found or first.found[0].value is None:
        return None
    if len({ask.terms for ask in told.plan.asks}) > 1:
        return None  # of several things, which one amount is not
    line = first.found[0]
    return Found(name, line.value, line.unit, line.sources, line.computed, line.figure, narrow=line.narrow)


def _done(desk: Desk, asked: _Asked, lines: list[Found], without: list[str], said_count: int) -> Outcome:
    """What is done with what the bodies tell; only one year is held together where none is said."""
    ask, language = asked.ask, desk.language
    if ask.operation is Operation.DIFFERENCE and (many := len(lines) + len(without)) > 2:
        return Outcome("refusal", message=say("answer.which_two", language, count=many))
    held, old, newest = _of_one_year(desk, asked, lines)
    if ask.operation in OVER_ALL and said_count > 1 and said_count != len(held):
        return not_so_many_bodies(language, said_count, [line.label for line in held], without)
    if len({_kind_of(f) for f in held}) > 1 or not all(_meetable(f, held[0]) for f in ask.filters):
        return Outcome("refusal", message=say("answer.not_comparable", language))
    if (refused := _unlike(desk, ask, held)) is not None and (ask.operation not in RANKS or not _told_apart(held)):
        return refused
    mean = None
    if any(f.on == "mean" for f in ask.filters):
        if (refused := unlike(desk, ask, held)) is not None:
            return refused
        ask, mean = beyond_mean(desk, ask, held)
        if mean.kind == "refusal":
            return mean
    found = [f for f in held if goes(f, ask.direction) and found_meets(f, ask)]
    if not found:
        names, condition = "、".join(f.label for f in held), condition_words(ask, language)
        said = say("answer.none_of_them_meets", language, condition=condition, names=names)
        has_none = ask.filters == _HAS_ANY
        return Outcome(
            "blank", message=say("answer.no_department_has", language, asked=asked_of(ask)) if has_none else said
        )
    if ask.operation is Operation.DIFFERENCE:
        return _apart(desk, found)
    if ask.operation is Operation.LIST:
        found.sort(key=lambda f: (-base_of(f), f.label))
    for line in found:
        line.label = f"{line.label}（{line.narrow}）" if line.narrow and _told_apart(held) else line.label
    if refused is not None:
        downward = ask.operation in (Operation.MAX, Operation.TOP, Operation.NTH)
        ask = replace(ask, operation=Operation.TOP if downward else Operation.BOTTOM, number=EVERY)
    out = narrowed(ranked(desk, ask, found))
    out.found += [mean.found[0]] if mean is not None and out.kind == "figures" else []
    out.method += mean.method if mean is not None else []
    out.method.insert(0, say("answer.asked_of_each", language, words=asked.words))
    out.method += [say("answer.as_each_prints", language)] if refused is not None else []
    out = told_without(language, ask, out, without)
    return of_year_alone(language, out, newest, old) if old else out


def _of_one_year(desk: Desk, asked: _Asked, lines: list[Found]) -> tuple[list[Found], list[Found], int]:
    """The lines of the newest year, the older ones, and that year; all, each with its year, where only one is new."""
    years = {d.id: d.year or 0 for d in desk.library.documents}
    told = [(line, max((years.get(s.document_id, 0) for s in line.sources), default=0)) for line in lines]
    newest = max(year for _, year in told)
    held = [line for line, year in told if year == newest]
    if _YEAR_SAID.search(asked.words) or len(held) == len(lines):
        return lines, [], newest
    if len(held) > 1:
        return held, [line for line, year in told if year != newest], newest
    for line, year in told if asked.ask.operation in (*RANKS, Operation.LIST) else ():
        line.narrow = "、".join(part for part in (say("answer.in_year", desk.language, year=year), line.narrow) if part)
    return lines, [], newest


def _unlike(desk: Desk, ask: Ask, held: list[Found]) -> Outcome | None:
    """What is said where the lines are not of the same funds; shares are of each body's own whole."""
    if ask.operation in (Operation.LIST, Operation.COUNT) or all(f.unit == "%" for f in held):
        return None
    return unlike(desk, ask, held)


def _apart(desk: Desk, found: list[Found]) -> Outcome:
    """How far two bodies are apart, in the unit both are told in."""
    in_one_unit(desk, found)
    if len(found) != 2 or found[0].unit != found[1].unit:
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    more, less = sorted(found, key=lambda f: -base_of(f))
    gap = (more.value or Decimal(0)) - (less.value or Decimal(0))
    label = say("answer.difference_of", desk.language, one=more.label, other=less.label)
    unit = say("answer.percentage_points", desk.language) if more.unit == "%" else more.unit
    return Outcome("figures", found=[Found(label, gap, unit, [*more.sources, *less.sources], True), more, less])


def _told_apart(held: list[Found]) -> bool:
    """Whether the names say in brackets of which funds or year each line is."""
    return len({f.narrow for f in held}) > 1


def _meetable(condition: Filter, line: Found) -> bool:
    """Whether a condition is of the measure that is told: money, a rate, a number of cars."""
    if not condition.unit or condition.unit == line.unit or _kind_of(line) == condition.unit:
        return True
    return _kind_of(line) is UnitKind.MONEY and money_unit(condition.unit) is not None


def _kind_of(found: Found) -> UnitKind | str:
    """Money, or the unit of what is no money."""
    return UnitKind.MONEY if money_unit(found.unit) is not None else _CARS[0] if found.unit in _CARS else found.unit
