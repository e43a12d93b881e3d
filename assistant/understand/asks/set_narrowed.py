"""A turn that goes on with the set told before: by what its members are called, by rank, as a part of itself.

"把名称里有甲的剔掉，剩下的合计呢", "其中乙开头的有几个", "最大的那个占这些的几成": the conditions of the set told
before stay, and what the turn says is added to them.
"""

import re
from dataclasses import replace
from typing import Any

from assistant.plan import RANKS, Ask, Operation, Plan, Term
from assistant.understand.names.name_parts import BEGINS, ENDS
from ingest.wording.glyphs import bare

_LED = r"(?:那么?|请问|还有|再|另外|如果|要是|又)*[，,]?"
_MANY = r"(?P<many>[一二两三四五六七八九十几\d]+)?[个家项笔所座条]"
_POINT = (
    rf"(?P<point>(?:这|那)?其中|(?:上面|上述|前面|以上|刚才)?(?:它们?|这些|那些|(?:这|那)?{_MANY}|这)?(?:项目|单位)?"
    r"(?:当中|里面|里头|之中|里|中)?)的?[，,]?"
)
_QUOTED = '[“"「『](?P<{0}q>[^”"」』]{{1,30}})[”"」』]'
_HOLDS = r"(?:带有|带着|带|含有|包含|包括|含|出现|有)"
_SIGNS = r"(?:字样|字眼|(?:[俩两二三四]个?|这?几个)字|一词)"
_THOSE = r"的(?:那?[些几]个?|几个)?(?:项目|单位)?"


def _condition(no: str) -> str:
    """A condition on names, its groups led by ``no``: 名称里有甲的, 不含“甲”的, 以甲开头的."""
    named = rf"(?:项目)?(?:名称|名字|名|标题)(?:里面|里头|里|当中|中|上)?(?P<{no}n1>[不没未]){{0,1}}{_HOLDS}"
    bare_name = rf"(?P<{no}p1>[^，,。？?“”的]{{1,16}}?)"
    quoted, again = _QUOTED.format(no), _QUOTED.format(f"{no}r")
    held = rf"{named}(?:{quoted}|{bare_name}){_SIGNS}?{_THOSE}"
    denied = rf"(?P<{no}n3>不)(?:带有|带|含有|包含|含)(?P<{no}p3>[^，,。？?的]{{1,16}}?){_SIGNS}?{_THOSE}"
    lone = rf"(?P<{no}n2>不)?(?:带有|带|含有|包含|含){again}{_SIGNS}?{_THOSE}|{denied}"
    ends = (
        rf"(?:名称|名字)?[以用]?[“\"]?(?P<{no}p2>[^，,。？?“”的]{{1,16}}?)[”\"]?(?:作为?|为)?"
        rf"(?:(?P<{no}begins>开头|打头|起头)|(?P<{no}ends>结尾|收尾)){_THOSE}"
    )
    return rf"(?:{held}|{lone}|{ends})"


_GONE = r"(?:给|都|全)*(?:剔|去|排|除|扣|刨|撇|抛|拿|踢|减|摘)(?:除|掉|去|开|出去|走)?"
_REST = r"(?:其余|其他|其它|剩下|剩余|余下|还剩|只剩|剩|那|还|别的)?(?:下|的|有)*(?:项目|单位)?"
_OUT = (
    rf"(?:(?:除了?|去掉|去除|剔除|剔掉|扣掉|扣除|刨去|刨掉|刨除|撇开|排除|不算|减去|抛开){_condition('x')}(?:以外|之外|外)?|"
    rf"[把将]?{_condition('y')}{_GONE})(?:了|之?后|以后)?[，,]?{_REST}"
)
_UNIT = r"[个家项笔所座条]"
_WORK = (
    r"(?P<sum>(?:一共|合计|共计|总共|加起来|合起来|加一起|总计|总额|总金额|加总|共|是)+"
    r"(?:又|要|是|为|有|花|用|安排)*(?:多少|几)?(?:个?[万亿]?元|钱|资金|[万亿])?)"
    rf"|(?P<count>(?:一共|总共|共|还|又|只|剩下?|剩|下)*有?(?:几|多少)(?:{_UNIT}(?:项目|单位)?))"
    rf"|(?P<list>(?:还|分别|都|剩)*(?:有|是)?(?:哪些|哪几{_UNIT})(?:项目|单位)?|(?:一一)?列(?:一下|出来|一列))"
    r"|(?P<mean>平均(?:每[个家项])?(?:是|为)?(?:多少)?(?:钱|[万亿]?元)?)"
    rf"|最(?:(?P<max>[大高多贵])|(?P<min>[小低少]))的(?:项目|单位|一{_UNIT}|那{_UNIT})?(?:是|又是)?"
    rf"(?:哪一?{_UNIT}|谁|什么)(?:[，,]?(?:是)?多少(?:钱|[万亿]?元)?)?"
    r"|(?P<again>呢)"
)
_TAIL = r"(?:呢|啊|呀|吗)?"
_PART = (
    rf"最(?:(?P<most>[大高多贵])|(?P<least>[小低少]))的(?:项目|单位|(?:一|那){_UNIT})?占(?:了|到)?"
    rf"(?:(?:剩下|其余|余下|剩余)?的?(?:这些?|那些?|它们|这{_MANY.replace('many', 'these')})+|剩下的?|其余的?)"
    r"(?:项目|单位)?(?:里|中)?的?"
    r"(?:总额|总数|总和|合计|总计|全部)?的?(?:几成|百分之几|百分之多少|百分比|比例|比重|多少|多大比例|多大比重)(?:是多少)?"
)
_SETTLED = rf"(?:{_OUT}|{_condition('k')})[，,]?"
_TURN = re.compile(
    rf"{_LED}{_POINT}{_LED}(?P<cond>{_SETTLED})?(?:一共|合计)?(?:{_PART}|(?:{_WORK})"
    rf"(?:[，,](?P<then>合计|一共|总共|加起来)(?:多少|几)?(?:钱|[万亿]?元)?)?){_TAIL}[？?。!！]*"
)
_OPERATIONS = {
    "sum": Operation.SUM,
    "count": Operation.COUNT,
    "list": Operation.LIST,
    "mean": Operation.MEAN,
    "max": Operation.MAX,
    "min": Operation.MIN,
}
# What the turn before said of its own operation, which the next one says anew.
AS_NEW: dict[str, Any] = {
    "context": (), "base": (), "inner": None, "number": None, "topic": "", "said_count": None, "summed": False,
    "each": False,
}  # fmt: skip
_SETS = (Operation.COUNT, Operation.SUM, Operation.LIST, Operation.MEAN)
_CHOSEN = (Operation.MAX, Operation.MIN)
_RANKED = (Operation.TOP, Operation.BOTTOM)
_DIGITS = "一二三四五六七八九十"


def set_narrowed(words: str, before: Plan, told_number: int | None) -> tuple[Ask, ...]:
    """What a turn asks of the set told before; nothing where it says anything else, or no such set was told.

    ``told_number`` is how many members were told, which a turn that says another number does not mean.
    """
    if whose := _whose(words, before):
        return whose
    told = set_told(before) or _ranking_of(before)
    said = _TURN.fullmatch(re.sub(r"\s", "", words))
    if told is None or said is None or not (said["cond"] or said["point"] or said["most"] or said["least"]):
        return ()
    number = _number(said["many"] or "")
    if number is not None and told_number not in (None, number):
        return ()
    kept, out = _named(said, "k"), _named(said, "x") or _named(said, "y")
    denied = kept is not None and any(said[f"k{no}"] for no in ("n1", "n2", "n3"))
    if out is not None and any(said[f"{c}{no}"] for c in "xy" for no in ("n1", "n2", "n3")):
        return ()  # without those that do not bear it
    part = said["most"] or said["least"]
    listed = told.operation in _RANKED  # these are worked over as they were listed, and are no set of their own
    if listed and not (part or said["cond"]):
        return ()
    if not part and not said["cond"] and not (said["max"] or said["min"]):
        return ()  # which of them is meant is said by nothing new
    ask = replace(
        told,
        words=words,
        entity=None if listed else told.entity or "project",
        terms=(*told.terms, kept) if kept is not None and not denied else told.terms,
        excluded=(*told.excluded, *(t for t in (out, kept if denied else None) if t is not None)),
        **AS_NEW,
    )
    if part:
        inner = Operation.TOP if said["most"] else Operation.BOTTOM
        return (replace(ask, operation=Operation.SHARE, inner=inner, number=1),)
    asked = next((op for name, op in _OPERATIONS.items() if said[name]), None)
    made = [asked] if asked or not said["then"] else []
    made += [Operation.SUM] if said["then"] and asked is not Operation.SUM else []
    return tuple(replace(ask, operation=op or _again(told), which=op in _CHOSEN) for op in made)


# Whose one of them is: 归哪个单位管, 由谁负责, 是哪家单位的. 最大的是哪个单位 ranks the units.
WHOSE = (
    r"(?:归口?|由|属于?|隶属于?)(?:的是)?(?:哪一?[个家]?|谁|什么)(?:下属|所属|预算)?(?:单位|机构|部门|中心)?(?:的|名下)?(?:来|在)?(?:管理?|负责|实施|承担|牵头|使用?)?(?:的|呢)?"
    r"|是(?:哪一?[个家]?|什么)(?:下属|所属|预算)?(?:单位|机构|部门)(?:名下|底下)?(?:来|在)?(?:的|管理?的?|负责的?|实施的?|承担的?|牵头的?|使?用的)"
)
_WHOSE_ONE = re.compile(
    rf"{_LED}(?:其中|里面)?的?(?:(?:金额|预算|钱)?(?:最(?P<end>[大高多贵小少低])|第(?P<at>[一二三四五六七八九十]|\d{{1,2}})(?P<way>[大高多贵小少低])))"
    rf"的?(?:那|这)?一?{_UNIT}?(?:项目)?(?:{WHOSE})(?:呢|啊|呀)?[？?。]?"
)


def _whose(words: str, before: Plan) -> tuple[Ask, ...]:
    """The one of the projects told before that a turn chooses by its rank to ask which unit it is of."""
    said = _WHOSE_ONE.fullmatch(re.sub(r"\s", "", words))
    last = before.asks[-1] if before.asks else None
    told = set_told(before) or (last if last is not None and last.operation in RANKS else None)
    if said is None or told is None or told.entity != "project" or told.group or told.moved or told.picks:
        return ()
    low = (said["end"] or said["way"]) in "小少低"
    operation = (Operation.MIN if low else Operation.MAX) if said["end"] else _PLACED[low]
    ask = replace(told, words=words, operation=operation, which=True, **AS_NEW)
    return (replace(ask, number=_number(said["at"]) if said["at"] else None),)


_PLACED = {False: Operation.NTH, True: Operation.NTH_LAST}


def set_told(before: Plan) -> Ask | None:
    """The set that the turn before told of, as what was asked of it last."""
    for ask in reversed(before.asks):
        whole = ask.operation in _SETS or (ask.operation is Operation.SHARE and ask.inner is Operation.LIST)
        own = ask.entity in ("project", "unit") or ask.secret is not None
        if whole and own and not (ask.group or ask.moved or ask.operands or ask.dropped or ask.on_indicators):
            return ask
        if ask.operation not in (*_CHOSEN, Operation.SHARE):
            return None
    return None


def _ranking_of(before: Plan) -> Ask | None:
    """The ranking that the turn before listed, of which a turn may keep some by name."""
    last = before.asks[-1] if before.asks else None
    return last if last is not None and last.operation in _RANKED and not (last.group or last.moved) else None


def _again(told: Ask) -> Operation:
    return told.operation if told.operation in _SETS else Operation.SUM


def _named(said: re.Match[str], which: str) -> Term | None:
    """The part of a name that a condition says."""
    groups = (f"{which}q", f"{which}p1", f"{which}rq", f"{which}p3", f"{which}p2")
    text = bare(next((said[g] for g in groups if said[g]), "")).strip("的")
    if not text:
        return None
    kind = BEGINS if said[f"{which}begins"] else ENDS if said[f"{which}ends"] else "name"
    return Term(text, kind, None, ((text, 1.0),), within=kind == "name")


def _number(said: str) -> int | None:
    """The number said of the set: 这8个里; none of 这几个."""
    if said.isdigit():
        return int(said)
    return _DIGITS.index(said) + 1 if said and said in _DIGITS else 2 if said == "两" else None
