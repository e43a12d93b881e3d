"""The parts of an English clause put in the order a Chinese question has, one function a kind of question."""

import re
from dataclasses import replace
from itertools import pairwise

from assistant.understand.english.averages import COURSES, average, condition_of
from assistant.understand.english.by_target import of_targets, without_verb
from assistant.understand.english.changes import change, compared, stages_apart
from assistant.understand.english.choice import PERSONS, PLANS, measure_of
from assistant.understand.english.offices import which_office
from assistant.understand.english.parts import ASKING, HELPING, WAYS, Parts
from assistant.understand.english.per_person import PERSON
from assistant.understand.english.phrase import enumerates, once, phrase
from assistant.understand.english.pieces import Piece
from assistant.understand.english.shares import completed, largest_share, own_share, ratio, share
from assistant.understand.english.things import both, texts, things

_IN_TOTAL = ("in total", "altogether", "in all", "total of", "overall")  # said of one thing as well
_NARROWING = ("year", "unknown", "words", "secret", "except", "ordinal", "level", "body", "lacking")
_AMOUNT = re.compile(r"[\d.]+元")
_CODE = re.compile(r"[2-6]\d{2}(?:\d{2}){1,2}")
_ITEMS = ("items", "lines", "line items", "entries", "item", "line", "line item", "entry", "component", "components")
_OF_ITEMS = re.compile(r"(?:运行|三公|公用|人员)经费$|采购$")  # made of items that are no functions
_COSTS = ("cost", "costs", "costing", "paid", "pay", "spend", "spent", "worth")
_PEOPLE = re.compile(r"人员|编制|人次")
_OCCASION = r"\1"  # of 培训费: how many, not how much
_UNITS = re.compile(r"(?:监狱|学校|医院|幼儿园|中心|[站所馆院])$")  # of a budget that takes in several
_SEVERAL = re.compile(r"(?<!')s$", re.IGNORECASE)  # the audit bureaus, not the audit bureau's
_NAMING = (
    "terms",
    "words",
    "entity",
    "unknown",
    "section",
    "indicator",
    "organs",
    "body",
    "purpose",
    "target",
    "of_it",
)
_BARE = ("多少", "金额是多少", "金额多少", "总额是多少", "总额金额是多少", "金额总额是多少")
_IT = ("it", "this", "that")
_EVENTS = ("培训", "会议")  # paid for one by one
_FLEET = "公务用车购置及运行维护费"
_SEVERAL_EVENTS = re.compile(r"(?<=\d)(培训|会议)(?:次数|场次|费)?$")  # the people of four courses
_ON_STAFF = ("实有人员", "在职人员实有")
_STAFF_OR_GOODS = re.compile(r"人|编制|在职|车|设备|电脑")  # of which there are so many
_CARS = re.compile(r"车")
_TOOLS = re.compile(r"设备|电脑|服务器|打印机|扫描仪|复印机|笔记本|计算机|空调|电梯")


def clause_in_order(parts: Parts, before: Parts | None = None) -> str:
    """A clause in Chinese words; ``before`` is the clause that "of it" points back to."""
    if before is not None and _counts_again(parts):
        return (
            f"{parts.front}{before.text('section') or things(before)}有多少个"  # which are they, and how many are there
        )
    parts = _with_its_thing(parts, before)
    if before is not None and not (parts.front or parts.conditions) and _in_order(parts) in _BARE:
        counted = before.has("count") and "项目" in things(before)
        return "加起来多少钱" if counted else "金额是多少"  # how many projects, and what sum do they cover
    if (chosen := of_targets(parts)) is not None:
        return _whole(chosen, without_verb(parts))
    return _whole(_part_of(parts, before) if parts.has("of_it") else _in_order(parts), parts)


def _with_its_thing(parts: Parts, before: Parts | None) -> Parts:
    """A share with the thing its "it" points back to, part or whole: what is X, and what percentage of Y is it."""
    named = things(before) if before is not None and parts.has("share", "rate") else ""
    at = next((i for i, p in enumerate(parts.rest) if p.kind == "empty" and p.said.lower() in _IT), None)
    if not named or at is None:
        return parts
    return replace(parts, rest=[*parts.rest[:at], Piece("terms", named, parts.rest[at].said), *parts.rest[at + 1 :]])


def _counts_again(parts: Parts) -> bool:
    """Whether nothing is said of what is counted: it was named before."""
    return parts.has("count") and not parts.conditions and not any(p.kind in _NAMING for p in parts.pieces)


def _whole(made: str, parts: Parts) -> str:
    """The clause with what an order of its own left out, so that it is understood or refused and never dropped."""
    said = [p for p in parts.pieces if p.kind in _NARROWING and p.text.strip()]
    narrowing = [p for p in said if once(p.text.strip()) not in made]
    left_out = [p for p in narrowing if p.kind != "level" or p.text.removesuffix("口径") not in made]
    if made == parts.front:  # whom does the bureau report to
        left_out.extend(p for p in parts.pieces if p.kind == "which")
    # Why it rose by more than 160 per cent: the bound is known and asked of nothing.
    bounds = [] if parts.has("why") else [condition for condition in parts.conditions if condition not in made]
    return f"{made}{''.join(f' {said} ' for said in (*(p.said for p in left_out), *bounds))}"


def _in_order(parts: Parts) -> str:
    if parts.has("opinion"):
        return f"{parts.front}{things(parts)}，{parts.text('opinion')}"
    if parts.pieces and not parts.has(*ASKING) and things(parts) in ("金额", ""):
        return parts.front  # Give the amounts.
    if not parts.bodies and parts.says(*_COSTS) and parts.has("amount", "what") and not things(parts):
        return f"{parts.front}要花多少钱"  # How many take part, and what will it cost?
    for make in _MAKERS:
        said = make(parts)
        if said is not None:
            return said
    return _looked_up(parts)


def _part_of(parts: Parts, before: Parts | None) -> str:
    """How much of it, how many of them: the part is asked of the whole named before it."""
    pieces, rest = ([p for p in some if p.kind != "of_it"] for some in (parts.pieces, parts.rest))
    inner = _in_order(replace(parts, pieces=pieces, rest=rest))
    whole = things(before) if before is not None else ""
    if whole and parts.has("amount", "share") and not parts.has("count"):
        own = inner.removeprefix(parts.front)
        return f"{parts.front or before.front if before else ''}{whole}里的{own}"
    if re.search("实有|在职", whole):  # posts of those who are there
        inner = re.sub("(行政|事业)编制", r"\1人员", inner)
    return f"其中{inner}"


def _why(parts: Parts) -> str | None:
    if not parts.has("why"):
        return None
    turn = parts.text("increase") or parts.text("decrease") or parts.text("change")
    if not turn and any(p.said.lower() in ("down", "less", "lower") for p in parts.pieces):
        turn = "减少"
    elif not turn and any(p.said.lower() in ("up", "higher") for p in parts.pieces):
        turn = "增加"
    # Why 24,000 yuan less, up by 160 percent: the change is known; 2080501 is a line.
    rest = [p for p in parts.rest if not _AMOUNT.fullmatch(p.text) and (p.kind != "number" or _CODE.fullmatch(p.text))]
    return f"{parts.front}{things(replace(parts, rest=rest), 'compare')}{parts.basis or ''}为什么{turn}"


def _how(parts: Parts) -> str | None:
    return f"{parts.front}{parts.text('manner')}{things(parts)}" if parts.has("manner") else None


# Hangzhou prison: a kind of unit of a place, and no prison by its name.
_SAID_SMALL = re.compile(r"\b(?:prison|jail|school|hospital|kindergarten|library|museum)s?\b")


def _organ_sought(parts: Parts) -> Piece | None:
    """The kind of body that is sought: which prison, which school."""
    behind = (b for a, b in pairwise(parts.pieces) if a.kind == "which" and b.kind == "organs")
    return next((p for p in behind if p in parts.rest), None)


def _ranked(parts: Parts) -> str | None:
    if not parts.has("largest", "smallest") or (parts.has("rank") and len(parts.bodies) > 1):
        return None
    high = parts.has("largest")
    ends = "最高和最低" if high and parts.has("smallest") else "最高" if high else "最低"
    number = next((p.text for p in parts.rest if p.kind == "number"), "")
    nth = next((p.text for p in parts.rest if p.kind == "ordinal"), "")
    kinds = dict.fromkeys(p.text for p in parts.rest if p.kind == "entity")
    kind = next(iter(kinds), "项目")
    organ = next((p for p in parts.pieces if p.kind == "body" and _SEVERAL.search(p.said)), None)
    if organ is not None and len(parts.bodies) == 1 and not parts.has("entity") and parts.has("which", "what"):
        return f"{''.join(parts.years)}{things(parts, 'number')}{ends}的{organ.text}是哪个"
    over = COURSES.sub("培训", things(parts, "number", "ordinal", "entity", "section"))
    if not parts.has("entity") and (paid := re.fullmatch(r"(培训|会议)费\1", over)) and len(parts.bodies) < 2:
        return f"{parts.front}{paid[1]}中金额{'最大' if high else '最小'}的{number or 1}个{paid[1]}有哪些"
    if len(parts.bodies) > 1 and parts.has("which") and not parts.has("entity") and "" in (number, nth):
        return f"{parts.front}{over}谁{ends}"  # which of the two bureaus spends least
    of_kind = len(parts.bodies) == 1 and any(p.kind == "body" and _SAID_SMALL.search(p.said) for p in parts.pieces)
    alone = parts.has("which") and not (parts.has("entity") or number or nth)
    if of_kind and alone:
        amount = "预算" if over in ("", "金额") else over
        return f"{parts.front}里谁的{amount}{ends}"  # its own budget, and no project of it
    if alone and (sought := _organ_sought(parts)) is not None:
        over = things(replace(parts, rest=[p for p in parts.rest if p is not sought]))
        return f"{parts.front}哪个{sought.text}的{over or '预算'}{ends}"
    own = len(parts.bodies) == 1 and parts.bodies[0][-1:] in "局委厅" and not number
    if own and parts.has("which") and not parts.has("entity"):
        return f"{''.join(parts.years)}哪个{parts.bodies[0]}的{over}{ends}"
    if re.search("[和、]", over) and not (parts.has("entity") or number or nth):
        return f"{parts.front}{over}哪个{ends}"  # the largest of meetings, travel and printing
    event = next((e for e in _EVENTS if e in over), None)
    if event is not None and number and not parts.has("entity"):
        return (
            f"{parts.front}{over.removesuffix(event)}{event}中金额{'最大' if high else '最小'}的{number}个{event}有哪些"
        )
    if kind in ("单位", "部门") and not over:
        over = "".join(list(kinds)[1:])  # which department has the most projects
    if any(s in over for s in ("预算", "金额")) and over in ("预算", "金额", "金额预算"):
        over = ""
    if nth:
        return f"{parts.front}{over}金额第{nth}{'大' if high else '小'}的{kind}是哪个"
    most = "最大和最小" if ends == "最高和最低" else "最大" if high else "最小"
    if parts.says(*_ITEMS) and not parts.has("entity") and over:
        return f"{parts.front}{over}中金额{most}的{number or '1'}项有哪些"
    if kind in ("单位", "部门") and over and number:
        return f"{parts.front}{over}{ends}的{number}个{kind}有哪些"
    if kind in ("单位", "部门") and over:
        return f"{parts.front}{over}{ends}的{kind}是哪个"
    over = f"{over}{kind}" if over.endswith("的") else over
    inner = f"{over}中" if over and (over.endswith(kind) or kind.endswith("科目")) else over
    if not number and inner.endswith("的项目中"):
        return f"{parts.front}{inner}金额{most}的项目是哪个"
    ends = "加起来多少" if number and parts.has("sum") else "有哪些"
    return f"{parts.front}{inner}金额{most}的{number or '1'}个{kind}{ends}"


def _done(parts: Parts) -> str | None:
    """How many things were really done: how many tombs did the bureau actually repair, against what target."""
    really = [p for p in parts.rest if p.said.lower() == "actually"]
    deeds = replace(parts, rest=[p for p in parts.rest if p not in really and p.kind != "target"])
    thing = things(deeds)
    if not really or not parts.has("count") or not thing or _STAFF_OR_GOODS.search(thing):
        return None
    aim = "，目标是多少" if parts.has("target") else ""
    return f"{parts.front}{thing}实际完成多少{aim}"


def _words(parts: Parts) -> str | None:
    """Questions whose answer is words, and targets."""
    if parts.has("target"):
        thing = things(parts, "purpose")
        thing = re.sub("(会议|培训)费", _OCCASION, thing) if parts.has("count") else thing
        return f"{parts.front}{thing}的指标值是多少"
    if parts.has("define") and not parts.has("amount", "count"):
        return f"{parts.front}{things(parts)}是什么意思"
    if _is_definition(parts):
        return f"{things(parts)}是什么意思"
    level = parts.front.removesuffix("".join(parts.years)).endswith("部门口径")
    if level and parts.text("section") == "下属单位" and not (parts.has("count") or things(parts)):
        bodies = "和".join(parts.bodies).removesuffix("部门口径")
        return f"{bodies}{'和'.join(parts.years)}部门预算包括哪些二级预算单位"
    if parts.text("section") == "下属单位" and parts.has("amount") and parts.has("each"):
        return f"{parts.front}各下属单位{things(parts)}分别是多少"
    if parts.has("section"):
        ends = "有哪些" if parts.text("section") in ("下属单位", "内设机构", "主要任务") else "是什么"
        return f"{parts.front}{things(parts)}{parts.text('section')}{'有多少个' if parts.has('count') else ends}"
    sums = [p.text for p in parts.rest if p.kind == "terms" and _AMOUNT.fullmatch(p.text)]
    if parts.has("purpose") and sums and not parts.has("count", "listing"):
        named = phrase([p for p in parts.rest if p.text not in sums and p.kind != "purpose"])
        if named in ("", "金额", "支出", "预算", "项目"):
            return f"{parts.front}{sums[0]}的支出是什么"
        return f"{parts.front}{sums[0]}的{named}用途是什么"
    if parts.has("purpose") and not parts.has("count", "amount", "listing", "which"):
        return f"{parts.front}{things(parts, 'purpose')}的绩效目标是什么"
    return None


def _is_definition(parts: Parts) -> bool:
    """Whether a term is asked for by itself: What is basic expenditure?"""
    plain = all(p.kind in ("what", "terms", "empty") and p.said.lower() not in ("the", "your") for p in parts.pieces)
    return plain and parts.has("what") and parts.has("terms")


def _planned(parts: Parts) -> str | None:
    """How many of a thing it is planned to do: how many audits does the bureau aim to complete."""
    at = next((i for i, p in enumerate(parts.rest) if PLANS.fullmatch(p.said.lower())), None)
    if at is None or parts.conditions:
        return None
    asked, deed = phrase(parts.rest[:at]).replace(_FLEET, "公务用车"), phrase(parts.rest[at + 1 :])
    if not asked or any(p.said.lower() in PERSONS for p in parts.pieces):
        return None
    return f"{parts.front}计划{deed}多少{measure_of(asked)}{asked}" if deed else f"{parts.front}{asked}的指标值是多少"


def _counted(parts: Parts) -> str | None:
    if not parts.has("count"):
        return None
    if (planned := _planned(parts)) is not None:
        return planned
    thing = things(parts)
    if any(p.said.lower() in PERSONS for p in parts.pieces):
        thing = things(replace(parts, rest=[p for p in parts.rest if p.said.lower() not in PERSONS]))
        if thing in _ON_STAFF:
            return f"{parts.front}实际在职有多少人"
        thing = _SEVERAL_EVENTS.sub(r"个\1一共", thing)
        return f"{parts.front}{re.sub('(会议|培训)费', _OCCASION, thing)}有多少人"
    thing = re.sub(r"^(.*项目)(自评为[优良中差])$", r"\2的\1", thing)
    condition = condition_of(parts)
    if parts.has("indicator"):
        return f"{parts.front}{thing.replace('绩效指标', '')}绩效指标有多少条"
    if parts.text("purpose") == "绩效目标" and thing.replace("绩效目标", "") in ("", "项目"):
        return f"{parts.front}设了绩效目标的项目有多少个"
    if parts.has("measure"):
        return f"{parts.front}{thing}有多少{parts.text('measure')}"
    if "面积" in thing:
        return f"{parts.front}{thing}是多少"
    if thing in _ON_STAFF:
        return f"{parts.front}实际在职有多少人"  # after the posts: not how many of those
    if _PEOPLE.search(thing):
        return f"{parts.front}{thing.replace('人员经费', '在职人员')}有多少人"
    if thing == "缺编":
        return f"{parts.front}还缺编多少人"
    if thing == "公务员" or (PERSON.search(thing) and not condition):
        return f"{parts.front}{thing}有多少人"
    if _CARS.search(thing):
        thing = thing if thing == _FLEET else thing.replace(_FLEET, "公务用车")
        return f"{parts.front}{thing}有多少辆"
    if _TOOLS.search(thing):
        return f"{parts.front}{'单价' if condition else ''}{condition.removesuffix('的')}{thing}有多少台"
    thing = thing.removesuffix("项目") if thing.removesuffix("项目") in WAYS else thing
    measure = "件" if thing.endswith("案件") or ("案件" in thing and not condition) else "个"
    return f"{parts.front}{condition}{thing or '项目'}有多少{measure}"


def _whether(parts: Parts) -> str | None:
    """Whether one thing passes a limit: does the project expenditure exceed 5 million yuan."""
    begins = next((p.said.lower().strip() for p in parts.pieces), "")
    sets = parts.has("listing", "which", "entity", "count", "sum", "each", "rank")
    if begins not in (*HELPING, "are", "were", "have") or len(parts.conditions) != 1 or sets or not parts.has("terms"):
        return None
    return f"{parts.front}{things(parts)}{parts.conditions[0]}吗"


_WHOLES = ("预算", "总预算", "支出", "总支出", "收入", "总收入", "收入总计", "支出总计")


def _listed(parts: Parts) -> str | None:
    if parts.text("listing").startswith("由"):
        thing = things(parts)
        whole = "决算" if "决算" in parts.stages else "预算"
        parts_of = re.sub(r"部门口径|部门|单位|预算|决算", "", thing)
        if _UNITS.search(parts_of):
            level = "部门" if parts.front.endswith("部门口径") else ""
            return f"{parts.front.removesuffix('部门口径')}{level}{whole}包括哪些{parts_of}"
        return f"{parts.front}{f'{parts_of}包括哪些' if parts_of else f'{whole}由哪些单位构成'}"
    if not (parts.has("listing", "which") or parts.conditions):
        return None
    at = next((i for i, p in enumerate(parts.rest) if p.kind == "lacking"), None)
    if at is not None and phrase(parts.rest[at + 1 :]):
        kind = next((p.text for p in parts.rest if p.kind == "entity"), "单位")
        before = phrase([p for p in parts.rest[:at] if p.kind not in ("entity", "number")])
        return f"{parts.front}{before}没有{phrase(parts.rest[at + 1 :])}的{kind}有哪些"
    condition = condition_of(parts)
    thing = things(parts)
    if (way := thing.removesuffix("项目")) in WAYS:
        return f"{parts.front}{condition}{way}的有哪些"
    kinds = [p.text for p in parts.rest if p.kind == "entity"]
    over = things(parts, "entity")
    if condition.endswith("%的") and kinds[:1] == ["项目"] and over == "完成率":
        return f"{parts.front}执行率{condition}项目有哪些"
    if condition and kinds and kinds[0] in ("单位", "部门") and over:
        return f"{parts.front}{over}{condition}{kinds[0]}有哪些"
    if not (condition or parts.has("rank")) and kinds[:1] == ["单位"] and over in _WHOLES:
        return f"{parts.front}各单位{over}分别是多少"
    if not (condition or thing) and parts.front.endswith("单位口径"):  # list the unit budgets
        return f"{parts.front.removesuffix('单位口径')}各单位预算分别是多少"
    if condition and kinds and parts.says(*_ITEMS) and _OF_ITEMS.search(over):
        return f"{parts.front}{over}中{condition}有哪些"
    if condition and parts.has("sum", "whole") and not parts.has("listing", "which"):
        return f"{parts.front}{condition}{thing or '项目'}加起来多少"
    if thing.startswith("编码"):
        return f"{parts.front}{thing}是哪个"
    if parts.has("entity") or condition or parts.has("listing") or thing.endswith("项目"):
        ends = _in_line(parts) if parts.has("rank") and parts.has("entity") else "有哪些"
        return f"{parts.front}{condition}{thing or '项目'}{ends}"
    return None


def _adds(parts: Parts) -> bool:
    """Whether a sum is asked for; "in total" beside one thing asks for no more than the thing."""
    if len(parts.bodies) > 1 or parts.has("joint", "entity") or not parts.says(*_IN_TOTAL):
        return True
    if any(p.text in WAYS for p in parts.rest):
        return True
    return any(piece.kind == "stop" and enumerates(parts.rest, at) for at, piece in enumerate(parts.rest))


def _in_line(parts: Parts) -> str:
    """The order that a clause asks for: upwards where that is said, else as its first word for an order has it."""
    return "从低到高排列" if "从低到高排列" in texts(parts, "rank") else parts.text("rank")


def _looked_up(parts: Parts) -> str:
    if parts.has("rank") and not parts.bodies and "部门" in (kinds := texts(parts, "entity")) and len(kinds) == 1:
        return f"各部门{parts.front}{things(parts, 'entity')}{_in_line(parts)}"
    said = [p.text for p in parts.rest if p.kind in ("sum", "each")]
    if len(set(parts.stages)) > 1 and both(parts.pieces, "stage"):
        said.append("分别")
    several = parts.has("whole") and any(p.text.endswith("项目") for p in parts.rest)  # the total of these projects
    added = ("加起来" in said or several) and _adds(parts)
    ends = "分别是多少" if "分别" in said else "加起来多少" if added else "多少" if parts.has("amount") else ""
    if not ends and parts.has("what"):
        ends = "是多少"
    follow = "那" if parts.text("follow") == "那" else ""
    if parts.has("derive"):
        ends = "是多少（推算）"
    if parts.has("rank"):
        ends = _in_line(parts)
    unit = next((p.text for p in parts.rest if p.kind == "unit"), "")
    return f"{follow}{parts.front}{things(parts)}{ends}{f'（{unit}）' if unit else ''}" + ("呢" if follow else "")


#: One function a kind of question, in the order in which they are tried.
_MAKERS = (
    _why, _how, which_office, _done, completed, own_share, largest_share, share, ratio, stages_apart, change, compared,
    _ranked, average,
    _words, _counted, _whether, _listed,
)  # fmt: skip
