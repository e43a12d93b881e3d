"""A number that stands among others within a goal or an indicator's words, told as a figure with its quotation.

民事案件200件，刑事案件510件: which one is meant is told by what is counted and by the unit asked for. Every word of the
question has to stand in the number's own stretch, in its sentence, or in what names the row; where another number of
that unit is as near, none is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.descriptive.counted_each import only_words_or_money, said_each
from assistant.descriptive.counted_texts import CountedText, texts_counted
from assistant.finding.evidence import Found, Outcome, Quote
from assistant.finding.heard import heard_in
from assistant.finding.scope import places_of
from assistant.plan import Operation, Plan
from assistant.understand.everyday.uncovered_words import naming_words, segments_of
from assistant.understand.words.alike import contradicts, held, wordings
from assistant.understand.words.size_kinds import size_kinds
from assistant.understand.words.text import without, words_of
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_PLAIN = (Operation.LOOKUP, Operation.COUNT, Operation.TARGET, Operation.PURPOSE, Operation.TEXT, Operation.SUM)
_MEASURES = (
    "人次|场次|批次|平方米|公里|小时|分钟|工作日|[人名位件册本场期次份家个项台套辆篇条户天处所座支幅张门节例宗吨亩棵株]"
)
# 件数 asks as 多少件 does; 总发行量 says itself what it measures.
_SIZES = ("平方米", "亩", "公里")
_AS_NOUN = re.compile(
    rf"(?P<unit>{_MEASURES})数(?:量|目)?(?![据字额])(?:目标|指标)?值?(?:要|应)?(?:达到|是|为|有)?(?:多少|几)?(?P=unit)?"
)
# 培训多少党员 asks for people, whom texts count as such or by how often they came.
_PEOPLE_SAID = re.compile(
    r"(?P<many>多少|几)个?(?P<who>党员|学生|教师|干部|职工|群众|农民|学员|民警|人员|妇女|老人|儿童|青年|居民|村民|律师|医生|护士)"
)
_PEOPLE = ("名", "人", "人次")
_ITSELF = re.compile(r"[一-龥]{1,6}量$")
_FRAME = re.compile(
    r"不[少低]于|不得[少低]于|[至最][少低]|底线|下限|(?:部门)?整体(?:绩效)?目标|绩效(?:目标|指标)?表?|"
    r"(?:年度)?(?:目标|指标)(?:值|表|要求)?|全年|年度|项目(?=[里中，,的、 ]|绩效|目标|指标)|"
    r"(?:才|就|方)?(?:可以?|能)?算?(?:是|得上)?(?:达标|达到目标|完成目标)|一年(?=总共|一共|下来|要|得)|"
    r"计划|规模|[里中]?[定写提](?:的|了)|下属|所属|那个|"
    r"[（(]全?年?[一二三四五六七八九十]+[期次季月批场]合计[)）]|各[期批次场月季](?=[^，,]{0,6}[总合])|要求|(?<=[件册场期次份台套])数量"
)
_AMOUNT_OF_ROW = re.compile(r"[一-龥\d]{1,4}多万元?(?=的)")  # a condition the plan holds: 三百多万的项目
_ALL_OF_IT = re.compile(
    r"(?:在|面向|覆盖)?全(?P<place>[省市区县镇])(?:范围)?内?(?!属|直|级|长)"
)  # of a body's own place
_BESIDE = re.compile(rf"(?:除了?)?(?P<said>[^，,。]{{0,10}}?\d+(?:{_MEASURES}))(?:之外|以外|外)")
_TOTAL = re.compile(r"([一-龥]{2})总量")
_ASKED = re.compile(rf"(?:多少|几)(?P<unit>{_MEASURES})")
_OTHER_ASK = re.compile(r"什么|啥|哪|谁|怎|如何|为何|何[时处]|多少钱|[多几]少?[万亿]?元")
_COUNT = re.compile(rf"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>[万亿]?)(?:余|多)?(?P<unit>{_MEASURES})")
_LEADS_IN = re.compile(r"(?:[约近共达为是有]|不[少低]于|至少|达到)+$")
_STOPS = re.compile(r"[，,。；;：:、\n！!？?（）()=＝+＋]|(?:以及|[及和与])(?=[近约]?$)")
_SENTENCE = re.compile(r"[。；;\n！!？?]")
_HELD, _HELD_AROUND = 0.9, 0.6
_MOSTLY = 0.4  # of what a number's own stretch names, said by the question
_ANY_DOING = ("发行", "出具", "制作", "完成", "开展", "组织", "达到", "举办", "提供", "安排", "需要")
_ADDED = re.compile("合计|总计|共计|一共|总共|加起来|加一[起块]|合起来")
_TWO = 2
_NEAR = 0.35
_WORDS = 3  # from which on a target is a text that says more than its number
_IN_OWN, _IN_SENTENCE, _AROUND, _UNSAID, _OTHER_UNIT = 0.0, 0.3, 0.5, 0.1, 0.5


@dataclass(frozen=True, slots=True)
class _Sought:
    """What is counted, the units it may be counted in (none where its name says enough), and numbers set aside."""

    words: tuple[str, ...]
    units: tuple[str, ...]
    behind: tuple[str, ...]  # the words that follow 多少个
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Number:
    value: Decimal
    unit: str
    own: str
    cost: float
    of: CountedText


def number_among_words(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or the one number asked for as a figure, where they only quote its sentence or refuse."""
    if (each := _each_told(desk, plan, outcomes)) is not None:
        return [each]
    kinds = {o.kind for o in outcomes}
    refused = "refusal" in kinds and kinds <= {"refusal", "quotes"}  # its row's goal may be quoted beside the refusal
    one = refused or (len(outcomes) == 1 and outcomes[0].kind != "clarification")
    if not one or not _asks_one(desk, plan):
        return outcomes
    ask = plan.asks[0]
    question = _AMOUNT_OF_ROW.sub("", plan.question) if ask.filters else plan.question
    owners = "".join(key for keys in ask.scope.departments for key in keys)
    question = _ALL_OF_IT.sub(lambda found: "，" if found["place"] in owners else found[0], question)
    bodies = (*ask.scope.said, *plan.bodies)
    worded = refused or outcomes[0].kind == "quotes"
    together = _sought(_ADDED.sub("", question), bodies) if worded and _ADDED.search(question) else None
    if together is not None and (added := _added_up(desk, texts_counted(desk, ask), together, question)) is not None:
        return [added]
    sought = _sought(question, bodies)
    if sought is None:
        return outcomes
    if not (worded or _leaves(outcomes[0], sought) or _is_money(outcomes[0], sought)):
        return outcomes
    texts = [*texts_counted(desk, ask), *(() if ask.filters else _quoted(outcomes[0]))]
    numbers = sorted(
        (number for text in texts for number in _numbers(text, sought, plan.question)),
        key=lambda number: number.cost,
    )
    best = numbers[0] if numbers else None
    rivals = best is not None and any(
        n.cost <= best.cost + _NEAR and (n.value, n.unit) != (best.value, best.unit) for n in numbers[1:]
    )
    if best is None or rivals or not _names(best, sought):
        if not refused and _is_money(outcomes[0], sought):
            return outcomes
        return [_only_quoted(desk, one) for one in outcomes]
    return [_told(desk, best)]


def _asks_one(desk: Desk, plan: Plan) -> bool:
    """Whether a plan asks for one number of one body, with nothing that turns it round."""
    turned = any(a.excluded or a.by_columns or a.moved or a.base or a.number or a.picks or a.per for a in plan.asks)
    scopes = {ask.scope.departments for ask in plan.asks}
    named = len(scopes) == 1 and len(next(iter(scopes))) > 0
    one_body = named and len(places_of(desk.library, plan.asks[0].scope, desk.units)) == 1
    return one_body and not turned and all(a.operation in _PLAIN for a in plan.asks)


def _sought(question: str, bodies: Sequence[str], unit_said: bool = True) -> _Sought | None:
    """What a question counts; None where it asks for anything else beside, or turns its words round."""
    beside = tuple(bare(found["said"]) for found in _BESIDE.finditer(question))
    said = _BESIDE.sub("，", question)
    said = _TOTAL.sub(r"总\1量", _AS_NOUN.sub(lambda found: f"多少{found['unit']}", said, count=1))
    said = without(said, [f"中共{body}" for body in bodies], "，")
    people = _PEOPLE_SAID.search(said)
    said = _PEOPLE_SAID.sub(r"\g<many>名\g<who>", said)
    if _OTHER_ASK.search(said) or len(re.findall(r"多少|几(?!乎)", said)) > 1:
        return None
    heard = heard_in(_FRAME.sub("，", without(said, bodies, "，")), tuple(bodies))
    if heard is None or heard.month is not None or heard.price is not None or heard.last_year:
        return None
    words = tuple(word for word in heard.words if not any(word in body for body in map(bare, bodies)))
    asked = _ASKED.search(said)
    units = (asked["unit"], *(unit for unit in heard.units if unit != asked["unit"])) if asked else ()
    units = tuple(dict.fromkeys((*units, *_PEOPLE))) if people else units
    who = (people["who"],) if people is not None and people["who"] != "人员" else ()
    words = tuple(dict.fromkeys((*words, *who)))  # 群众 says little elsewhere
    if not words or not (units or not unit_said or any(_ITSELF.search(word) for word in words)):
        return None
    rest = bare(re.split("[，,。；;？?！!]", said[asked.end() :])[0]) if asked else ""
    return _Sought(words, units, who or tuple(word for word in words if word in rest), beside)


def _leaves(told: Outcome, sought: _Sought) -> bool:
    """Whether the one printed target that was found holds not every word that is sought; 发行 may stand for 出."""
    if told.kind != "figures" or len(told.found) != 1:
        return False
    (one,) = told.found
    target = one.figure is None and not one.computed and all(s.row and s.column for s in one.sources)
    printed = bare(one.label + "".join(f"{s.row or ''}{s.column or ''}{s.text}" for s in one.sources))
    left = [w for w in sought.words if not _holds(w, printed) and held(w, printed) < _HELD_AROUND]
    return target and any(word not in _ANY_DOING for word in left)


def _is_money(told: Outcome, sought: _Sought) -> bool:
    """Whether only money was found of what is counted: 这笔钱要培训多少党员."""
    money = all(f.figure is not None and f.figure.unit.kind is UnitKind.MONEY for f in told.found)
    return sought.units[-1:] == _PEOPLE[-1:] and told.kind == "figures" and bool(told.found) and money


def _only_quoted(desk: Desk, told: Outcome) -> Outcome:
    """A number of words that hold not all that was asked, quoted with them: 赠阅多少册 of 总发行量不低于9000册."""
    one = told.found[0] if told.kind == "figures" and len(told.found) == 1 else None
    if one is None or len(one.sources) != 1 or len(naming_words(bare(one.sources[0].text))) < _WORDS:
        return told
    lead = say("answer.target_words", desk.language, label=one.label)
    return Outcome("quotes", quotes=[Quote(one.sources[0].text, one.sources, one.label)], lead=lead)


def _quoted(told: Outcome) -> Iterator[CountedText]:
    """What was quoted already."""
    for quote in told.quotes:
        if quote.sources:
            around = bare(quote.heading + "".join(f"{s.table or ''}{s.row or ''}" for s in quote.sources))
            yield CountedText(quote.text, around, quote.heading, "", None, tuple(quote.sources))


def _numbers(text: CountedText, sought: _Sought, question: str) -> Iterator[_Number]:
    """The numbers of a text whose surroundings hold every word that is sought."""
    for sentence in _SENTENCE.split(text.text):
        printed = bare(sentence)
        counts = list(_COUNT.finditer(sentence))
        owns = [_own(sentence, counts, at) for at in range(len(counts))]
        aside = {at for at, found in enumerate(counts) for said in sought.beside if _is_said(said, found, owns[at])}
        if len(aside) < len(sought.beside):
            continue
        for at, (found, own) in enumerate(zip(counts, owns, strict=True)):
            fits = not sought.units or found["unit"] in sought.units
            if not fits or at in aside or _of_another_year(sentence[: found.end()], text.year, question):
                continue
            costs = [_cost(word, own, printed, text.around + bare(text.text)) for word in sought.words]
            if any(cost is None for cost in costs) or not _is_counted(own, sought):
                continue
            if found["unit"] in _SIZES and size_kinds(own) != size_kinds(question):
                continue
            unsaid = _unsaid(own, sought.words)
            cost = sum(cost for cost in costs if cost is not None) + _UNSAID * len(unsaid)
            cost += _OTHER_UNIT if sought.units and found["unit"] != sought.units[0] else 0.0
            unit = found["scale"] + found["unit"]
            yield _Number(value_of(found["number"]), unit, own, cost, text)


def _each_told(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> Outcome | None:
    """The numbers of one sentence that a question asks for kind by kind, as many as it names; else None."""
    said = said_each(plan.question)
    if said is None or not outcomes or not only_words_or_money(outcomes) or not _asks_one(desk, plan):
        return None
    question, kinds = said
    sought = _sought(question, (*plan.asks[0].scope.said, *plan.bodies), _ASKED.search(question) is not None)
    run = _one_run(texts_counted(desk, plan.asks[0]), sought, question) if sought is not None else []
    if not run or kinds not in (0, len(run)):
        return None
    told = [_told(desk, number) for number in run]
    return replace(told[0], found=[one for out in told for one in out.found])


def _one_run(texts: Iterator[CountedText], sought: _Sought, question: str) -> list[_Number]:
    """The numbers of the one sentence that names them one by one; none where several do, or of another year."""
    runs = [run for text in texts for sentence in _SENTENCE.split(text.text) if (run := _run(sentence, text, sought))]
    told = {tuple((n.own, n.value) for n in run) for run in runs}
    if len(told) != 1 or any(_of_another_year(n.of.text, n.of.year, question) for n in runs[0]):
        return []
    return runs[0]


def _added_up(desk: Desk, texts: Iterator[CountedText], sought: _Sought, question: str) -> Outcome | None:
    """The numbers of one sentence that are named one by one, added up: 民事刑事行政案件合计多少件; else None."""
    run = _one_run(texts, sought, question)
    if not run:
        return None
    out = _told(desk, run[0])
    what = "＋".join(f"{n.own.replace('|', '')}{n.value}{n.unit}" for n in run)
    out.found = [replace(out.found[0], label=what, value=sum((n.value for n in run), Decimal(0)), computed=True)]
    return out


def _run(sentence: str, text: CountedText, sought: _Sought) -> list[_Number]:
    """The numbers of a sentence that hold each a word no other holds, where all that is sought stands about them."""
    counts = list(_COUNT.finditer(sentence))
    owns = [_own(sentence, counts, at) for at in range(len(counts))]
    held_by = {word: [at for at, own in enumerate(owns) if _holds(word, own)] for word in sought.words}
    chosen = sorted({ats[0] for ats in held_by.values() if len(ats) == 1})
    around = bare(sentence) + text.around
    if len(chosen) < _TWO or any(not ats and not _holds(word, around) for word, ats in held_by.items()):
        return []
    units = {counts[at]["scale"] + counts[at]["unit"] for at in chosen}
    if (
        len(units) > 1
        or (sought.units and not units <= set(sought.units))
        or any(_unsaid(owns[at], sought.words) for at in chosen)
    ):
        return []
    (unit,) = units
    return [_Number(value_of(counts[at]["number"]), unit, owns[at], 0.0, text) for at in chosen]


def _own(sentence: str, counts: Sequence[re.Match[str]], at: int) -> str:
    """The stretch of a sentence that belongs to one of its numbers: what stands before it, a bar, what follows it."""
    before = sentence[counts[at - 1].end() if at else 0 : counts[at].start()]
    after = sentence[counts[at].end() : counts[at + 1].start() if at + 1 < len(counts) else None]
    behind = "" if after.lstrip().startswith("、") else after.replace("、", "")  # 法官41人、助理27人: another's
    return bare(_STOPS.split(before)[-1]) + "|" + bare(_STOPS.split(behind)[0])


def _is_counted(own: str, sought: _Sought) -> bool:
    """Whether a number's own stretch holds what is asked for: a word behind 多少个, or the measure where no unit is."""
    measured = tuple(word for word in sought.words if _ITSELF.search(word))
    wanted = sought.behind if sought.units else measured
    return not wanted or any(_holds(word, own) for word in wanted)


def _is_said(said: str, found: re.Match[str], own: str) -> bool:
    """Whether a number is the one that a question tells itself: 民事200件 of 民事案件200件."""
    number = _COUNT.search(said)
    named = _COUNT.sub("", said)
    return number is not None and bare(number[0]) == bare(found[0]) and (not named or _holds(named, own))


def _of_another_year(told: str, year: int | None, question: str) -> bool:
    """Whether what leads up to a number speaks of a year that is neither the document's nor said."""
    if re.search("[上去]年|此前|以来", told) and not re.search("[上去]年", question):
        return True
    return any(
        said != str(year) and said not in question for said in re.findall(r"(?<!\d)20\d\d(?=年(?!\d{1,2}月))", told)
    )


def _cost(word: str, own: str, sentence: str, around: str) -> float | None:
    """How far from a number a word stands; None where nothing about the number holds it."""
    if _holds(word, own):
        return _IN_OWN
    if contradicts(word, own):
        return None
    if _holds(word, sentence):
        return _IN_SENTENCE
    return _AROUND if _holds(word, around) or held(word, around) >= _HELD_AROUND else None


def _holds(word: str, text: str) -> bool:
    """Whether a text holds a word, or each of its parts: 刑事法援案; 民事案件 holds no 刑事案件."""
    core = word.replace("总", "") if _ITSELF.search(word) or word.endswith("面积") else word
    if held(core, text) >= _HELD:
        return True
    parts = [part for _, _, part, _ in segments_of(words_of(core))]
    return len(parts) > 1 and all(held(part, text) >= _HELD for part in parts)


def _unsaid(own: str, words: Sequence[str]) -> list[str]:
    """What a number's own stretch names that the question does not say: 民事 of 民事案件."""
    rest = without(own, (form for word in words for form in wordings(word)), "|")
    left = [word for word in naming_words(rest) if not re.fullmatch(_MEASURES, word)]  # 民事案 for 民事案件
    return [word for word in left if not any(word in said or said in word for said in words)]


def _names(best: _Number, sought: _Sought) -> bool:
    """Whether a number's own stretch holds what is counted and little that was not said."""
    holding = [word for word in sought.words if _holds(word, best.own)]
    signs, left = sum(map(len, holding)), sum(map(len, _unsaid(best.own, sought.words)))
    return bool(holding) and signs >= _MOSTLY * (signs + left)


def _told(desk: Desk, number: _Number) -> Outcome:
    """A number with the words it stands in."""
    before, _, after = number.own.partition("|")
    what = _LEADS_IN.sub("", before.removeprefix("其中")) + after
    label = f"{number.of.label}（{what}）" if number.of.label else what
    page = number.of.sources[0].page
    found = Found(label, number.value, number.unit, list(number.of.sources))
    return Outcome(
        "figures",
        found=[found],
        quotes=[Quote(number.of.text, list(number.of.sources), number.of.label)],
        method=[say("answer.read_from_text", desk.language, page=page)],
        place=number.of.body,
    )
