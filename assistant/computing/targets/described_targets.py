"""The indicator a question describes in words of its own: which row it speaks of, what is measured, in which unit.

Every word of the question is held against the row, the name and the target of each indicator, weighed by how telling
it is among them; the unit that is asked for (几秒, 多少台) is a word too, and has to fit the target. It answers only
where one target stands out clearly and most of what was said is found; what is described as well by several is left to
others.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.computing.targets.pool import Place
from assistant.computing.targets.units import asks_a_unit, counts_loosely, unit_fit
from assistant.lexicon import concepts
from assistant.plan import Ask
from assistant.understand.everyday.uncovered_words import is_empty, segments_of
from assistant.understand.words.alike import contradicts, held, wordings
from assistant.understand.words.text import words_of
from ingest.wording.glyphs import bare

_ENOUGH = 0.5  # of what was said, weighed
_MEASURED = 0.22  # of it, found in what is measured and not in the row alone
_OF_THE_REST = 0.3  # of what the row does not hold, found in what is measured
_CLEAR = 0.85  # how near the target of another row may come
_CLEAR_NAME = 0.9  # how near one of the same row may come in all
_CLEAR_IN_ROW = 0.87  # how near another target of the same row may come in what is measured
_HOLDS = 0.6
_UNSAID = 0.25  # charged for a name of which nothing was said
_NAMED = 0.1
_MOSTLY_SAID = 0.3
_UNTELLING = re.compile(r"\([^)]*\)|数量|次数|个数|情况|指标|完成|控制|标准|[数量率]$")
_OF_ROWS = re.compile(r"\([^)]*\)|(?:工作)?(?:项目|经费|服务|专项)+$")
_LIGHT = 0.5  # of its weight, for a verb: 页面点一下最多等几秒
_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{2,30})[”\"」』》]")
_WHOLE_BODY = re.compile(r"部门整体|整体(?:支出|绩效|目标)|全(?:局|部门)|部门(?:预算)?(?:的)?(?:总体|整体)?绩效目标")
_WHOLE_SPENDING = re.compile(r"(?:部门|单位)整体|整体(?:支出|绩效|目标|指标)")
_SHAPE = re.compile(
    r"20\d\d年?(?:度)?(?![-~至到]?\d)|请问|(?:几|多少)(?:个月|工作日|人次|[\u4e00-\u9fff])?|每(?:年|一)|一年|全年|今年|要求|绩效|"
    r"目标|指标|上限|下限|封顶|底线|最[多少高低慢快]|至[多少]|不能?超过|不许超过|控制在|以内|做到|达到|打算|准备|预期|希望|计划|标准|"
    r"达标|项目|一共|总共|合计|还有|啥时候|什么时候|实施周期|年度|平均|做完|比率|比例|比重|百分[点比]|程度|量化|部门整体|整体"
)
#: One bound asked of two things: 餐费和住宿费每人上限是多少.
TWO_BOUNDS = re.compile(
    r"(?P<one>[^，,。；;？?]{2,12})(?:以及|[与和及跟、])(?P<other>[^，,。；;？?]{2,12}?)(?P<asked>(?:[上下]限|最[高低多少](?!的)|封顶)[^，,。；;？?和与及、]*)"
)
_EMPTY = "ruyeoqfkxhwcdp"  # parts of speech that name nothing: pronouns, particles, adverbs, prepositions, measures


@dataclass(slots=True)
class Scored:
    """A target with how well it is described: in all, its share of what was said, and what is measured."""

    place: Place
    score: float
    share: float
    measured: float
    of_rest: float  # the share of what the row does not hold
    unsaid: float  # of its name
    told: bool  # words, and not its unit alone, say what is measured
    hinted: bool  # a word whole, be it a verb, says something of it and not of its row
    left: tuple[str, ...]  # words for things that it holds nowhere
    strange: bool  # no word that was said is of it, only the unit
    no_thing: bool  # none of the things that were said is of it, only what is done with them


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a question that name something, the ones that may go unexplained, and what has to be there."""

    words: tuple[str, ...]
    light: frozenset[str]
    loose: tuple[str, ...]
    firm: tuple[str, ...]


def best_described(pool: Sequence[Place], words: str, said: tuple[str, ...], firm: bool = False) -> Place | None:
    """The one target that is clearly described, or None; ``firm`` where another answer would have to give way."""
    scored = ranked(pool, words, said)
    if not scored:
        return None
    first = scored[0]
    least, clear = (_ENOUGH + 0.15, _CLEAR - 0.05) if firm else (_ENOUGH, _CLEAR)
    if first.share < least or (first.measured < _MEASURED and first.of_rest < _OF_THE_REST):
        return None
    if re.search(rf"(?:几|多少)[个项笔条](?:名为|叫)?[“\"]?{re.escape(first.place.keys[1])}", bare(words)):
        return None  # 有几个工作经费 counts the rows of that name, and nothing that one of them aims at
    if not first.of_rest and _unsaid(first.place.keys[0], bare(words)) > _MOSTLY_SAID:
        return None  # nothing but the row is said
    if first.left and counts_loosely(words) and (not first.told or _counts_left(first, words)):
        return None  # 几次展览: that something is counted in 次 does not make it 展览
    if not first.hinted and any(_as_likely(first, other) for other in scored[1:]):
        return None  # halves of words that mean something else choose none of several
    if first.no_thing or any(word.isdigit() for word in first.left):
        return None  # 购置无人机 is no 采购数量 of another thing; 12346热线 is no 12345热线
    if any(
        (len(word) > 2 and word.endswith("率")) or re.search(f"{re.escape(word)}[率度]", words) for word in first.left
    ):
        return None  # 合格率 is no 完成率, 完好率 no number of things
    if first.strange and asks_a_unit(words):
        return None  # 培训多少人: that people are counted does not make them trained
    if of_another_rate(first.place, bare(words)):
        return None
    if any(_measures(words, word) and not _shares_a_sign(word, first.place) for word in first.left):
        return None  # 多少公里水渠 is told by no length of a river
    if any(word in other.keys[1] for word in first.left for other in pool):
        return None  # 热线 names the row of another
    return None if any(_rivals(first, other, clear) for other in scored[1:]) else first.place


_RATE_OF = re.compile(r"(?=([\u4e00-\u9fff]{2})(?<![比概几])率)")  # 采纳建议的比率 names none


def of_another_rate(place: Place, words: str) -> bool:
    """Whether a question asks for one rate by its name and a target is another: 结案率 is no 评查合格率.

    合格 and 达标 are said of one thing, 接听 and 接通 share a sign.
    """
    name, row, text = place.keys
    asked = {head for head in _RATE_OF.findall(words) if f"{head}率" not in row}
    own = set(_RATE_OF.findall(name))
    if not asked or not own or any(head in name + text for head in asked):
        return False
    said = {other for head in asked for other in (head, *wordings(head), *wordings(f"{head}率"))}
    return not any(set(head) & set(other) or other.removesuffix("率") in name for head in own for other in said)


def counts_another(places: Sequence[Place], words: str, said: tuple[str, ...]) -> bool:
    """Whether a question counts what none of some targets names: 配备几个厨师 where guards are employed."""
    scored = ranked(places, words, said) if counts_loosely(words) else []
    return bool(scored) and all(_counts_left(s, words) for s in scored)


def _counts_left(scored: Scored, words: str) -> bool:
    return any(re.search(rf"(?:几|多少)[个名位家项次条份件套处所座]?{re.escape(w)}", words) for w in scored.left)


def _measures(words: str, thing: str) -> bool:
    """Whether a thing is asked for right behind its measure: 多少公里水渠."""
    measure = "公里|公顷|平方米|平方公里|立方米|[亩米吨台辆栋座]"
    return re.search(rf"(?:几|多少)[万亿]?(?:{measure})的?{re.escape(thing)}", words) is not None


def _shares_a_sign(thing: str, place: Place) -> bool:
    """Whether the words of a target, or of its row, bear at least a sign of a thing: 河道 of 河流治理长度."""
    name, row, text = place.keys
    return _holds(thing, name + text + ("" if of_the_whole(place) else row)) > 0


_PLACE = re.compile("..?(?:[镇乡村]|街道)")  # short as it is, it says whose money or people are meant


def names_another(place: Place, asks: Sequence[Ask]) -> bool:
    """Whether a question names a printed line that has no part in a target: another project, another indicator."""
    text = "".join(place.keys) + bare(place.holding.document.department or "")
    whole = of_the_whole(place)  # 整体绩效目标 says whose they are and names no other line
    named = [
        t
        for a in asks
        for t in a.terms
        if t.kind == "name"
        and (len(t.text) >= 4 or _PLACE.fullmatch(t.text))
        and t.names
        and not (whole and _WHOLE_BODY.match(t.text))
    ]
    lines = [t for a in asks for t in a.terms if t.concept and concepts()[t.concept].group != "side"]
    return any(t.names[0][1] >= 1.0 and held(t.text, text) < _HOLDS for t in named) or any(
        held(t.text, text) < _HOLDS for t in lines if len(t.text) >= 3
    )


def closest(pool: Sequence[Place], words: str, said: tuple[str, ...]) -> list[Place]:
    """Of targets that all fit, the ones that are described best; empty where the words tell none apart."""
    scored = ranked(pool, words, said)
    return [s.place for s in scored if s.score >= 0.95 * scored[0].score]


def _rivals(first: Scored, other: Scored, clear: float) -> bool:
    """Whether another target is described as well."""
    whole = not first.unsaid and other.unsaid >= _MOSTLY_SAID  # 工程师 is said whole, 一级造价工程师 is not
    if _target(first.place) == _target(other.place) or (whole and other.share <= first.share):
        return False
    if first.place.keys[1] == other.place.keys[1] and first.place.holding is other.place.holding:
        return other.measured > _CLEAR_IN_ROW * first.measured and other.score > _CLEAR_NAME * first.score
    return other.score > clear * first.score


def _as_likely(first: Scored, other: Scored) -> bool:
    """Whether another target of the same row is measured in the same unit, and nothing is said of it either."""
    one, two = first.place, other.place
    same = one.holding is two.holding and one.keys[1] == two.keys[1] and one.indicator.unit == two.indicator.unit
    return same and not other.hinted and one.keys[0] != two.keys[0] and _target(one) != _target(two)


def _target(place: Place) -> tuple[str, str | None]:
    return bare(place.indicator.text), place.indicator.unit


def ranked(pool: Sequence[Place], words: str, bodies: tuple[str, ...]) -> list[Scored]:
    """The indicators by how well they are described, best first."""
    if _WHOLE_BODY.search(words):
        pool = [p for p in pool if of_the_whole(p)] or pool
    else:
        pool = [p for p in pool if names_row(p.keys[1], bare(words), firmly=True)] or pool
    said = _said(words, bodies, pool)
    by_unit = asks_a_unit(words) and not counts_loosely(words)  # 有几个代表 is told by no 11个 of villages
    if not said.words and not (by_unit and len({p.keys[1] for p in pool}) == 1):
        return []
    texts = ["\n".join(p.keys) for p in pool]
    weights = {word: _weight(word, texts) * (_LIGHT if word in said.light else 1.0) for word in said.words}
    loose = {word: _weight(word, texts) for word in said.loose if any(word in text for text in texts)}
    fits = [unit_fit(words, p) for p in pool]
    unit_weight = 0.0
    if asks_a_unit(words) and any(fit > 1.0 for fit in fits):
        unit_weight = 2 * (0.2 + math.log((len(pool) + 2) / (sum(fit > 1.0 for fit in fits) + 1)))
    whole = sum(weights.values()) + unit_weight
    spoken = bare(words) + "".join(other for word in said.words for other in wordings(word))
    made = []
    for place, fit in zip(pool, fits, strict=True):
        name, row, text = place.keys
        if fit <= 0 or contradicts_row(said.words, row) or not all(_held_firmly(q, place) for q in said.firm):
            continue
        if any(contradicts(w, name) and _holds(w, row + name + text) < _HOLDS for w in said.words):
            continue
        target = bare(place.indicator.text)
        total = measured = of_row = 0.0
        for word, weight in weights.items():
            in_row, in_name, in_text = _holds(word, row), _holds(word, name), _holds(word, target)
            total += weight * max(in_row, in_name, 0.9 * in_text, 0.7 * _holds(word, text))
            measured += weight * max(in_name, 0.9 * in_text) * (0.3 if in_row >= _HOLDS else 1.0)
            of_row += weight if in_row >= _HOLDS else 0.0
        things = [w for w in weights if w not in said.light]
        told = any(_holds(w, row) < _HOLDS <= max(_holds(w, name), _holds(w, target)) for w in things)
        hinted = any(_holds(w, row) < _HOLDS <= max(_holds(w, name), _holds(w, target)) for w in weights)
        hinted = hinted or any(word in name and word not in row for word in loose)
        if fit > 1.0:
            total, measured = total + unit_weight, measured + unit_weight
        measured += 0.5 * sum(weight for word, weight in loose.items() if word in name and word not in row)
        unsaid = _unsaid(name, spoken)
        score = (total + 0.6 * measured) * fit * (1.0 - _UNSAID * unsaid)
        if names_row(row, spoken):
            score += _NAMED * whole
        if of_row or not _other_year(words, place):
            rest = whole - of_row
            of_rest = measured / rest if rest else 0.0
            every = row + name + text + bare(place.holding.document.department or "")
            left = tuple(w for w in things if len(w) > 1 and _holds(w, every) < _HOLDS)
            known = any(_holds(w, row + name + text) >= _HOLDS for w in weights)
            strange = bool(weights) and not known and not (things and all(_shares_a_sign(w, place) for w in things))
            shares = (score / whole, total / whole, measured / whole)
            no_thing = bool(left) and not any(_holds(w, every) for w in things)
            made.append(Scored(place, *shares, of_rest, unsaid, told, hinted, left, strange, no_thing))
    return sorted(made, key=lambda s: -s.score)


def _unsaid(name: str, spoken: str) -> float:
    """The share of a name that the question says nothing of: 对象 in 服务对象满意度."""
    core = _UNTELLING.sub("", name)
    return sum(c not in spoken for c in core) / len(core) if core else 0.0


def names_row(row: str, spoken: str, firmly: bool = False) -> bool:
    """Whether the question says a row's whole name; ``firmly`` as the name of a project and no part of another word."""
    core = _OF_ROWS.sub("", row)
    if len(core) < 3 or core not in spoken:
        return False
    return not firmly or any(core + kind in spoken for kind in ("项目", row[len(core) :] if row != core else "项目"))


def _other_year(words: str, place: Place) -> bool:
    """Whether the question says years and none is the document's: they are part of a project's name, or nothing is."""
    years = set(re.findall(r"20\d\d", words))
    return bool(years) and str(place.holding.document.year) not in years


def _weight(word: str, texts: Sequence[str]) -> float:
    bearing = sum(_holds(word, text) >= _HOLDS for text in texts)
    return len(word) * (0.2 + (math.log((len(texts) + 2) / (bearing + 1)) if bearing else 1.6))


def of_whole_where_said(words: str, pool: Sequence[Place]) -> list[Place]:
    """The targets of the whole spending alone, where words speak of them: 整体绩效目标有几个指标."""
    whole = [p for p in pool if of_the_whole(p)] if _WHOLE_SPENDING.search(words) else []
    return whole or list(pool)


def of_the_whole(place: Place) -> bool:
    """Whether a target is of a department's whole spending: it stands in no project's row but under the body's name."""
    department = bare(place.holding.document.department or "")
    return bool(department) and place.keys[1] == department


def _held_firmly(word: str, place: Place) -> bool:
    return _holds(word, "".join(place.keys)) >= _HOLDS or word in bare(place.holding.document.department or "")


def words_said(words: str, bodies: tuple[str, ...], pool: Sequence[Place]) -> tuple[str, ...]:
    """The words of a question that name something, beside its bodies and what shapes it."""
    return _said(words, bodies, pool).words


def _said(words: str, bodies: tuple[str, ...], pool: Sequence[Place]) -> _Said:
    """What a question says beside its bodies and what shapes it; a place that is no known body's has to be printed."""
    spoken = words_of(words)
    taken = bytearray(len(spoken.key))
    for piece in (*(re.escape(bare(body)) for body in bodies), _SHAPE.pattern):
        for found in re.finditer(piece, spoken.key):
            taken[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    names = "\n".join(p.keys[0] + "\n" + p.keys[2] for p in pool)
    kept: dict[str, None] = {}
    light: set[str] = set()
    loose: dict[str, None] = {}
    firm = [bare(q) for q in _QUOTED.findall(words)]
    for start, end, word, tag in _joined(list(segments_of(spoken)), "\n".join("\n".join(p.keys) for p in pool)):
        free = "".join(c for c, gone in zip(spoken.key[start:end], taken[start:end], strict=True) if not gone)
        if not free or (len(free) < 2 <= len(word)):
            continue
        if tag in ("ns", "nt") and free == word and word not in names:
            firm.append(word.removesuffix("市"))
        if (tag == "b" and len(free) == 1) or (tag == "eng" and len(free) > 1):
            firm.append(free)  # 女干部 are not all 干部, nor is 买几台CT said of all that is bought
        if (
            (tag[:1] in _EMPTY and tag != "eng")
            or (tag == "m" and len(free) < 3)
            or (len(free) == 1 and (tag[:1] not in "nN" or free in "人个年月项"))
        ):
            continue
        if is_empty(free):
            loose[free] = None
            continue
        kept[free] = None
        if tag[:1] in "va":
            light.add(free)
    return _Said(tuple(kept), frozenset(light), tuple(loose), tuple(firm))


def _joined(segments: list[tuple[int, int, str, str]], printed: str) -> Iterator[tuple[int, int, str, str]]:
    """The words with names that were cut into single characters made whole where they are printed: 穗|智|管."""
    at = 0
    while at < len(segments):
        start, end, word, tag = segments[at]
        for upto in range(min(at + 4, len(segments)), at + 1, -1):
            run = segments[at:upto]
            whole = "".join(w for _, _, w, _ in run)
            single = sum(len(w) == 1 for _, _, w, _ in run)
            if single * 2 > len(run) and all(t[:1] not in _EMPTY for *_, t in run) and whole in printed:
                yield start, run[-1][1], whole, "n"
                at = upto
                break
        else:
            placed = _name_placed(segments[at : at + 2], printed)
            yield placed or (start, end, word, tag)
            at += 2 if placed else 1


def _name_placed(two: list[tuple[int, int, str, str]], printed: str) -> tuple[int, int, str, str] | None:
    """A printed name of two signs that was cut apart by the word for in or on behind it: 知|网上 of 知网."""
    if len(two) < 2 or len(two[0][2]) != 1 or not re.fullmatch("[一-龥][上里中内]", two[1][2]):
        return None
    name = two[0][2] + two[1][2][0]
    return (two[0][0], two[1][0] + 1, name, "n") if name in printed and two[1][2] not in printed else None


def contradicts_row(content: tuple[str, ...], row: str) -> bool:
    """Whether the row is another of its kind than the one said: 一期 where 二期 was said."""
    return any(word[-1] in "期批" and len(word) == 2 and contradicts(word, row) for word in content)


@cache
def _holds(word: str, text: str) -> float:
    """The share of a word that a text holds; of a compound its parts count too."""
    best = held(word, text)
    if best or len(word) < 2:
        return best
    shared = [c for c in word if c in text]
    return 0.3 if len(shared) * 2 >= len(word) and shared[-1] not in "的一" else 0.0
