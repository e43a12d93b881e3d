"""What an amount counts where its noun follows it: projects with goals, meetings and trainings with their people.

And what money is used for where no noun of the budget tells it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.narrative.clause_patterns import PURPOSE, SIDE
from ingest.narrative.mentions import Mention
from ingest.narrative.stated import Current, Statement
from ingest.narrative.subjects import Subject, is_money_subject
from ingest.records.figure import Relation
from ingest.records.units import Unit, UnitKind

_HELD = re.compile(r"(?:召开|举办|举行|组织|开展|安排)(?:了|各类)?$")
# 用于召开全市工作会议、推进会等14场次会议: kinds of them stand between.
_HELD_FOR = re.compile(r"(?:召开|举办|举行|组织|开展|安排)[^；;。\d]{0,120}等$")
_EVENT = re.compile(r"的?(?P<noun>[^，,；;。、：:（(\d]{0,8}?(?:会议|培训班?|活动))")
# 召开会议4次, 培训7期: the noun stands before the number.
_EVENT_BEFORE = re.compile(
    r"(?:^|[，,、；;。了共])(?:共|全年|累计|本年|当年)*(?:召开|举办|举行|组织|开展|安排|承办)?(?:了|各类|各项)*"
    r"(?:[^，,；;。、：:（(\d]{0,30}等)?(?P<noun>[^，,；;。、：:（(\d]{0,6}?(?:会议|培训班?|活动))(?:共计?|合计|累计|数量)?(?:为|了)?$"
)
_PEOPLE = re.compile(r"[，,、]?\s*(?:参(?:会|训|加)|培训|会议)?人[数次]")
_TIMES = ("次", "期", "场", "个", "场次", "批次", "班次")


def about_goals(text: str, clause: int, mention: Mention, before: str) -> str | None:
    """绩效目标管理，涉及资金…, and 共7个项目纳入绩效目标管理, where the noun follows the number."""
    sentence = text[text.rfind("。", 0, clause) + 1 : clause]
    matter_words = "绩效(?:目标)?(?:自评|自我评价|评价|评估|监控|运行监控)"
    if mention.unit.name == "分":
        matters = re.findall(f"(?:整体支出)?{matter_words}", sentence + before)
        return f"{matters[-1]}{'平均' if '平均' in before else ''}得分" if matters else None
    if mention.unit.kind is UnitKind.MONEY:
        named = re.findall(r"整体支出|一级项目|项目", sentence)
        told = "绩效" in sentence and re.search(r"涉及|预算资金", before)
        matter = re.search(matter_words, sentence)
        managed = matter.group() if matter is not None and "目标管理" not in sentence else "绩效目标管理"
        return f"{named[-1] if named else ''}{managed}涉及资金" if told else None
    after = re.match(r"[（(]?(?P<noun>(?:一级)?项目[^，,；;。、（(\d]{0,12})", text[mention.end :])
    return after["noun"] if after is not None and "绩效" in sentence + after["noun"] else None


_RECEIVED = re.compile(r"接待(?:批次|人次|次数)?$|来宾$|批次$|人次$")
# A plan says the number it means to come to: 国内公务接待批次预计60批次、720人次.
_COMES_TO = "(?:共计?|合计|累计|为|约|数|预计|计划|拟|安排)*"
# 公务接待2批次、24人次，其中：接待外宾0批次、0人次: the noun stands once before both.
_RECEPTION = re.compile(
    rf"(?:(?:预计|计划|安排|累计|共计?)接待|公务接待|接待外宾|外宾接待|外事接待|国内接待|接待国内来宾){_COMES_TO}$"
)
_FROM_ABROAD = re.compile(rf"(?:国[（(]境[）)]外|境外|国外)公务接待{_COMES_TO}$")
_BATCHES = re.compile(rf"(?P<kind>(?:国内|国（境）外|国\(境\)外|境外|国外|外事)公务接待)批次{_COMES_TO}$")
_VISITING = re.compile(rf"接待(?P<kind>国内|国[（(]境[）)]外|境外|国外)来访团组{_COMES_TO}$")
_BOUGHT = re.compile(r"(?:购置|购买|新购)(公务用?车)$")


def bought_count(label: str) -> str:
    """What a count is called: 公务用车购置3辆 counts what 公务用车购置费 pays, so it is called apart from that."""
    bought = _BOUGHT.fullmatch(label)
    if bought is not None:
        return f"{bought[1]}购置数"
    if label.endswith("保有"):
        return f"{label}量"  # 公务用车保有18辆
    return f"{label}数" if label.endswith("购置") else label


_IN_ALL = re.compile("(?:总共|一共|共计|合计|总计|共)(?:有|为)?")
_GUESTS = re.compile(rf"[，,、和]?(?:(?:共计?|预计|计划)?接待)?(?:人[数次]|来宾)?{_COMES_TO}")
_ABROAD = "因公出国（境）"
_GROUPS = re.compile(r"因公出国(?:[（(]境[）)])?(?:的)?团组(?:数|共|为|共计)*$")
_GROUPS_AFTER = re.compile(r"(?:因公)?出国(?:[（(]境[）)])?(?:的)?团组")
_DELEGATES = re.compile(
    r"[，,、和]?(?:因公出国(?:[（(]境[）)])?)?(?:的)?(?:团组)?[，,、]?(?:共计?|累计)?(?:出国(?:[（(]境[）)])?)?(?:人[数次])?(?:共|为|共计)*"
)
# Receptions of foreign guests are counted apart: 外宾接待支出0.00万元，接待批次0个，来宾0人次；其他国内….
_FOREIGN = re.compile(r"外宾(?!及)[^；;。]{0,40}$")


def about_event(text: str, mention: Mention, before: str, event: str) -> tuple[str, str] | None:
    """What 拟召开2次会议，人数160人 and 召开会议4次、参加人数320人 count, and the event they are of.

    ``event`` is what was counted last; None where neither times nor people of an event are counted.
    """
    if mention.unit.kind is not UnitKind.COUNT:
        return None
    foreign = _FOREIGN.search(text[: mention.start]) if _RECEIVED.search(before) else None
    if foreign is not None:
        return ("外宾接待人次" if mention.unit.name in ("人", "人次", "名") else "外宾接待批次"), event
    if (sent := _sent_abroad(text, mention, before, event)) is not None:
        return sent
    if (received := _received(mention, before, event)) is not None:
        return received
    if mention.unit.name in ("人", "人次", "名") and _PEOPLE.fullmatch(before):
        paid = _event_paid(text[: mention.start])
        event = event if paid in event else paid
        return (f"{event}人数", event) if event else None
    led = _EVENT_BEFORE.search(before) if mention.unit.name in _TIMES[:3] else None
    if led is not None:
        noun = led["noun"].removesuffix("班")
        return f"{noun}次数", noun
    after = _EVENT.match(text[mention.end :])
    is_held = _HELD.search(before) or _HELD_FOR.search(text[: mention.start])
    if not is_held or after is None or mention.unit.name not in _TIMES:
        return None
    noun = after["noun"].removesuffix("班")
    return f"{noun}次数", noun


_PAID_EVENT = re.compile(r"(会议|培训)费(?:支出)?[^；;。]{0,80}$")


def _event_paid(text: str) -> str:
    """The event that is paid for before its people: 会议费8万元，用于召开年度工作会议，人数120人 (Hunan's form)."""
    paid = _PAID_EVENT.search(text)
    return paid[1] if paid is not None else ""


def _received(mention: Mention, before: str, event: str) -> tuple[str, str] | None:
    """What 公务接待2批次、24人次 and 国内公务接待批次2个，接待人次24人 count; None where it is no reception.

    People are counted right behind the batches that they came in.
    """
    led = _RECEPTION.search(before)
    if mention.unit.name in ("批次", "批") and led is not None:
        kind = next((k for k in ("外宾接待", "外事接待") if k[:2] in led[0]), "国内公务接待")
        kind = "国（境）外公务接待" if _FROM_ABROAD.search(before) else kind
        return f"{kind}批次", kind
    visiting = _VISITING.search(before) if mention.unit.name in ("批次", "批", "个") else None
    if visiting is not None:
        return f"接待{visiting['kind']}来访团组", f"{visiting['kind']}公务接待"
    batches = _BATCHES.search(before) if mention.unit.name in ("个", "次", "批", "批次") else None
    if batches is not None:
        return f"{batches['kind']}批次", batches["kind"]
    people = mention.unit.name in ("人", "人次", "名") and event.endswith("接待")
    behind = people and _GUESTS.fullmatch(before.strip()) is not None
    return (f"{event}人次", event) if behind else None


def _sent_abroad(text: str, mention: Mention, before: str, event: str) -> tuple[str, str] | None:
    """What 2个因公出国（境）团组10人次 and 因公出国（境）团组2个，人数10人 count."""
    people = mention.unit.name in ("人", "人次", "名")
    if people and event == _ABROAD and _DELEGATES.fullmatch(before.strip()) is not None:
        return f"{_ABROAD}人次", event
    groups = mention.unit.name in ("个", "批", "批次") and (
        _GROUPS_AFTER.match(text[mention.end :]) or _GROUPS.search(before)
    )
    return (f"{_ABROAD}团组", _ABROAD) if groups else None


def counts_what_follows(text: str, clause: int, mention: Mention, before: str) -> bool:
    """Whether the noun before a count is of the count before it: 8个二级单位16个三级单位, 18台主机、25平方米屏幕."""
    if _GROUPS_AFTER.match(before) is not None:
        return False  # 2个因公出国团组10人次: groups and their people
    counted = re.search(r"\d\s*(?:个|家|台|套|辆|间|处|名|人|次|平方米|㎡)$", text[:clause]) is not None
    led = re.match(r"[\u4e00-\u9fff]", before) is not None and re.search(r"[，,；;：:为共计达是]", before) is None
    follows = re.match(r"[\u4e00-\u9fffA-Za-z]", text[mention.end :]) is not None
    return mention.unit.kind is UnitKind.COUNT and counted and led and follows


def in_all(found: Sequence[Statement], mention: Mention, before: str) -> bool:
    """Whether a count is of all that was counted before it and of none alone: 民警42人、辅警227人，共计269人."""
    said = _IN_ALL.fullmatch(before.strip("，,、；; ")) is not None and mention.unit.kind is UnitKind.COUNT
    return said and len([s for s in found[-2:] if s.unit == mention.unit and s.relation is Relation.AMOUNT]) == 2


def note_parts(now: Current, words: str) -> None:
    """Take it that parts follow: of a side that is named, or of what was said last."""
    side = SIDE.search(words)
    if side is not None and now.subject is not None:
        # 财政拨款收支总预算…。收入包括…；支出包括…
        told = now.whole if now.subject_is_part and now.whole is not None else now.subject
        label = re.sub("收支|收入|支出", side[1], told.label, count=1)
        now.whole, now.whole_unit = replace(told, label=label if side[1] in label else side[1]), None
    elif _begins_parts(now):
        now.whole, now.whole_unit = now.subject, now.unit
    now.is_part = True


def _begins_parts(now: Current) -> bool:
    """Whether 其中 begins the parts of what was said last: inside no other list, or behind a count under money."""
    within = now.is_part or (now.subject_is_part and now.whole is not None)
    return not within or _parts_a_count(now)


def _parts_a_count(now: Current) -> bool:
    """Whether 其中 after a count parts it, not the money it stands under: 购置费0万元，保有量9辆，其中轿车3辆."""
    counted, whole, of = now.unit is not None and now.unit.kind is UnitKind.COUNT, now.whole, now.whole_unit
    paid = (
        of.kind is UnitKind.MONEY
        if of is not None
        else whole is not None and is_money_subject(whole.label, frozenset())
    )
    return counted and paid


def leave_count(now: Current, unit: Unit, found: Sequence[Statement]) -> None:
    """End the parts of a count where something else is counted or paid: 车辆2辆，其中…；设备1台.

    What is paid is a part of the money before: 接待费5万元，接待20批次，其中外事接待0万元.
    """
    of = now.whole_unit if now.is_part else None
    money = unit.kind is UnitKind.MONEY
    if of is None or of == unit or (money and of.kind is UnitKind.MONEY):
        return
    amounts = (s for s in reversed(found) if s.relation is Relation.AMOUNT and s.unit.kind is UnitKind.MONEY)
    paid = next(amounts, None) if money else None
    now.is_part = paid is not None
    if paid is not None:  # 购置费0万元，保有量9辆，其中轿车3辆；运行费8万元: what is paid next stands beside a part
        now.whole, now.whole_unit = Subject(paid.whole or paid.label, paid.year, paid.relative, paid.stage), unit


def use_of(of: Subject, mention: Mention) -> Statement:
    """An amount whose name is none of the budget's."""
    at = (mention.value, mention.unit, mention.start, mention.end)
    return Statement(of.label, Relation.AMOUNT, *at, of.year, of.relative, of.stage)


def uses_of(found: Sequence[Statement], uses: Sequence[Statement]) -> list[Statement]:
    """The uses of a sentence, where they come to an amount stated before them: 主要用于甲4万元、乙2万元; else none."""
    total = sum((u.value * u.unit.scale for u in uses), Decimal(0))
    amounts = [s for s in found if s.relation is Relation.AMOUNT and s.unit.kind is UnitKind.MONEY]
    whole, parts = None, 0
    for told in amounts:
        # Parts with names of the budget's stand among them: 其中保基本民生3亿元、保工资4亿元、保运转1亿元.
        own = [s.value * s.unit.scale for s in amounts if s.whole == told.label and s.start > told.start]
        if whole is None and told.value * told.unit.scale in (total, total + sum(own)):
            whole, parts = told, len(uses) + (len(own) if told.value * told.unit.scale != total else 0)
    if not uses or parts < 2 or whole is None:
        return []
    named = [(u, PURPOSE.split(u.label)[-1]) for u in uses]
    return [replace(u, label=label, whole=whole.label) for u, label in named if len(label) > 1]
