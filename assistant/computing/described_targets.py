"""The indicator a question describes in words of its own: which row it speaks of, what is measured, in which unit.

Every word of the question is held against the row, the name and the target of each indicator, weighed by how telling it
is among them; the unit that is asked for (几秒, 多少台, 多少钱) has to fit the target. It answers only where one target
stands out clearly and most of what was said is found; what is described as well by several is left to others.
"""

import math
import re
from dataclasses import dataclass
from functools import cache

from assistant.computing.indicators import Place, found_of_indicator, places
from assistant.computing.looking import Desk
from assistant.finding.evidence import Found, Outcome, Quote
from assistant.plan import Ask, Operation, Plan, replace
from assistant.understand.alike import contradicts, held, wordings
from assistant.understand.ordinary import content_of, segments_of
from assistant.understand.text import words_of
from ingest.messages import say
from ingest.records.figure import Indicator
from ingest.wording.glyphs import bare

_DEGREE = re.compile(r"什么(?:程度|水平|档次|等次)|怎么定|算过|算达标")
_ENOUGH = 0.5  # of what was said, weighed
_MEASURED = 0.22  # of it, found in what is measured and not in the row alone
_CLEAR = 0.85  # how near another target may come
_MONEY = re.compile(r"多少钱|(?:多少|几)(?:万|亿|块|元)|价格?|价钱|费用|花费?多少|花多少|租金|给多少|限额")
_RATE = re.compile(r"率|比例|比重|百分之?[几多]|百分比|百分点|几成|程度")
_WHEN = re.compile(r"什么时候|啥时候|何时|几月|哪个月|什么时间")
_COUNTED = re.compile(r"(?:几|多少)个?(人次|分钟|小时|[人名位次台辆份篇场期本册兆秒天条家个项套路分张件])")
_UNITS = {
    "人": "人名位员", "名": "人名位员", "位": "人名位员个家", "本": "册本", "册": "册本", "兆": "MmGg", "场": "场次",
    "次": "次", "家": "家个户", "个": "个家项类套", "项": "项个", "套": "套个", "条": "条", "份": "份个", "分": "分",
}  # fmt: skip
_BOUND = re.compile(
    r"上限|下限|封顶|底线|最[多少高低]|至[多少]|限额|标准|控制|以内|不能?超|不许超|每|人均|单价|单条|成本|目标|指标|节支|达到|一[天件辆]"
)  # fmt: skip
_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{2,30})[”\"」』》]")
_WHOLE = re.compile(r"(?:实施|整个|全|项目)周期|周期目标|全期|整个项目期")
_YEARS = re.compile(r"年度|当年|今年|本年|20\d\d年|每年")
_SHAPE = re.compile(
    r"20\d\d年?(?:度)?|请问|(?:几|多少)(?:人次|[\u4e00-\u9fff])?|每(?:年|一)|一年|全年|今年|要求|目标|指标|上限|下限|封顶|底线|最[多少高低慢快]|至[多少]|"
    r"不能?超过|不许超过|控制在|以内|做到|达到|打算|准备|预期|希望|标准|达标|项目"
)  # fmt: skip


@dataclass(slots=True)
class _Scored:
    place: Place
    score: float
    share: float
    measured: float


def asks_a_target(words: str) -> bool:
    """Whether a question asks for a bound, a rate, a date, a degree or a count: targets are no budgets."""
    return any(kind.search(words) for kind in (_COUNTED, _BOUND, _RATE, _WHEN, _DEGREE))


def described_target(desk: Desk, plan: Plan, firm: bool = False) -> Outcome | None:
    """The target a question describes, or None; ``firm`` where another answer would have to give way."""
    if not asks_a_target(plan.question) or re.search(r"哪些|哪[个几一]", plan.question):
        return None
    ask = plan.asks[0] if plan.asks else Ask(Operation.TARGET)
    if len({a.scope.departments for a in plan.asks}) > 1 or len(ask.scope.departments) > 1:
        return None
    words = plan.question
    pool = places(desk, replace(ask, words=words))
    if not pool:
        return None
    if len(_parts(words)) > 1 and not (_WHOLE.search(words) and _YEARS.search(words)):
        return _each_part(desk, pool, words, ask.scope.said)
    best = _best(pool, words, ask.scope.said, firm)
    if best is None:
        return None
    if _WHOLE.search(words) and _YEARS.search(words):
        return _both_periods(desk, best, words)
    return _as_outcome(desk, best)


def several_targets(desk: Desk, plan: Plan) -> Outcome | None:
    """As ``described_target`` where a question asks for more than one target: 几期, 每期几册; else None."""
    both = _WHOLE.search(plan.question) and _YEARS.search(plan.question)
    return described_target(desk, plan) if both or len(_parts(plan.question)) > 1 else None


def _parts(words: str) -> list[str]:
    """The stretches of a question that each ask for a quantity."""
    return [part for part in re.split(r"[？?；;，,。]|还有|以及", words) if re.search(r"几|多少|底线|上限", part)]


def _each_part(desk: Desk, pool: list[Place], words: str, said: tuple[str, ...]) -> Outcome | None:
    """One target a part, the later parts of the row that the first one names; None where one part has none."""
    found: list[Found] = []
    parts = _parts(words)
    lead = words[: words.index(parts[0])]
    for number, part in enumerate(parts):
        fitting = [p for p in pool if number and unit_fit(part, p) > 1.0]
        alone = len({bare(p.indicator.text) for p in fitting}) == 1
        best = fitting[0] if alone else _best(pool, lead + part if number == 0 else part, said, False)
        if best is None or best.indicator.value is None:
            return None
        if number == 0:
            pool = [p for p in pool if p.keys[1] == best.keys[1] and p.holding is best.holding]
        found.append(found_of_indicator(desk, best))
    return Outcome("figures", found=found)


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
    both = [found_of_indicator(desk, replace_place(place, i)) for i in (whole, year)]
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


def replace_place(place: Place, indicator: Indicator) -> Place:
    """The same place with the indicator of another period."""
    return Place(place.holding, indicator, place.keys)


def _as_outcome(desk: Desk, place: Place) -> Outcome:
    found = found_of_indicator(desk, place)
    if found.value is None:
        return Outcome(
            "quotes",
            quotes=[Quote(found.note, found.sources, found.label)],
            lead=say("answer.target_words", desk.language, label=found.label),
        )
    return Outcome("figures", found=[found])


def _best(pool: list[Place], words: str, said: tuple[str, ...], firm: bool) -> Place | None:
    scored = _scores(pool, words, said)
    if not scored:
        return None
    first = scored[0]
    target = (bare(first.place.indicator.text), first.place.indicator.unit)
    rival = next((s for s in scored[1:] if (bare(s.place.indicator.text), s.place.indicator.unit) != target), None)
    least, clear = (_ENOUGH + 0.15, _CLEAR - 0.1) if firm else (_ENOUGH, _CLEAR)
    if first.share < least or first.measured < _MEASURED:
        return None
    return None if rival is not None and rival.score > clear * first.score else first.place


def _scores(pool: list[Place], words: str, said: tuple[str, ...]) -> list[_Scored]:
    """The indicators by how well they are described, best first."""
    content = _content(words, said)
    if sum(map(len, content)) < 3:
        return []
    firm = _firm(words, said)
    texts = ["\n".join(p.keys) for p in pool]
    weights = {}
    for word in content:
        bearing = sum(_holds(word, text) >= 0.6 for text in texts)
        rarity = math.log((len(pool) + 2) / (bearing + 1)) if bearing else 1.6
        weights[word] = len(word) * (0.2 + rarity)
    whole = sum(weights.values())
    made = []
    for place in pool:
        name, row, text = place.keys
        target = bare(place.indicator.text)
        total = measured = 0.0
        for word, weight in weights.items():
            in_row, in_name, in_text = _holds(word, row), _holds(word, name), _holds(word, target)
            total += weight * max(in_row, in_name, 0.9 * in_text, 0.7 * _holds(word, text))
            measured += weight * max(in_name, 0.9 * in_text) * (0.3 if in_row >= 0.6 else 1.0)
        if contradicts_row(content, row) or not all(_holds(q, row + name + text) >= 0.6 for q in firm):
            continue
        fit = unit_fit(words, place)
        score = (total + 0.6 * measured) * fit
        if fit > 0 and measured > 0:
            made.append(_Scored(place, score / whole, total / whole, measured / whole))
    return sorted(made, key=lambda s: -s.score)


def _firm(words: str, said: tuple[str, ...]) -> list[str]:
    """What an answer must carry whatever else it fits: quoted names, and places that are no known body's."""
    quoted = [bare(q) for q in _QUOTED.findall(words)]
    known = bare("".join(said))
    places_said = [w for _, _, w, tag in segments_of(words_of(words)) if tag in ("ns", "nt") and w not in known]
    return [*quoted, *(w.removesuffix("市") for w in places_said)]


def contradicts_row(content: tuple[str, ...], row: str) -> bool:
    """Whether the row is another of its kind than the one said: 一期 where 二期 was said."""
    return any(word[-1] in "期批" and len(word) == 2 and contradicts(word, row) for word in content)


@cache
def _holds(word: str, text: str) -> float:
    """The share of a word that a text holds; of a compound its parts count too."""
    best = max(held(word, text), max((0.95 for other in wordings(word) if other in text), default=0.0))
    if best or len(word) < 2:
        return best
    shared = [c for c in word if c in text]
    return 0.3 if len(shared) * 2 >= len(word) and shared[-1] not in "的一" else 0.0


def _content(words: str, said: tuple[str, ...]) -> tuple[str, ...]:
    left = bare(words)
    for body in said:
        left = left.replace(bare(body), " ")
    left = _SHAPE.sub(" ", left)
    found: dict[str, None] = {}
    for piece in re.split(r"[\s，,。？?！!；;：:（）()“”《》、]+", left):
        if len(piece) > 1:
            for word in content_of(piece):
                found[word] = None
    return tuple(found)


def unit_fit(words: str, place: Place) -> float:
    """How well the unit of a target answers what was asked for: 0 where it cannot."""
    indicator = place.indicator
    unit = (indicator.unit or "") + " " + indicator.text
    if _WHEN.search(words):
        return 1.2 if re.search(r"月|季度|日|年底|年末|前完成", unit) else 0.0
    counted = _COUNTED.search(words)
    if counted:
        wanted = counted[1]
        if wanted in ("人次", "分钟", "小时"):
            return 1.25 if wanted in unit else 0.0
        if any(c in unit for c in _UNITS.get(wanted, wanted)) and "%" not in (indicator.unit or ""):
            return 1.25
        plain = indicator.value is not None and not (indicator.unit or "").strip()
        return 0.9 if plain or re.search(r"[万亿]$", indicator.unit or "") else 0.0
    if _MONEY.search(words):
        return 1.2 if re.search(r"元|\d(?:\.\d+)?万$", unit) else 0.0
    if _RATE.search(words):
        return 1.15 if re.search(r"[%％‰]", unit) else 0.6
    return 1.0


__all__ = ["Found", "asks_a_target", "described_target", "several_targets"]
