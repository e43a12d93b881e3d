"""How people ask what a line is made of: 由哪几块组成, 下面分几块，每块叫什么, 所含各项级科目, 构成…的末级科目."""

import re
from collections.abc import Iterator

_LOT = r"(?:块儿?|项|类|款|个?部分|样|笔|种|小项|子项|分项|细项)"
_NUMBERS = "二两三四五六七八九"
_THINGS = r"(?:的?(?:支出|费用|经费|开支|科目|内容|名目))?"
_SOFTLY = r"(?:都|又|再|一共|总共|具体|主要|到底|究竟|还|各)*"
_HOW_MANY = rf"(?:哪些|什么|啥|(?:哪|有|是)?几(?:个)?(?:大)?{_LOT}|哪些{_LOT}){_THINGS}"
_BEFORE = r"(?:的?(?:下面|底下|项下|之下|里面|里头|内部|下边))?"
# 由哪几块组成, 下面分几块: composition itself is asked for, and so its parts with their amounts.
_COMPOSED = (
    re.compile(rf"{_SOFTLY}是?由{_SOFTLY}{_HOW_MANY}(?:组成|构成|合成)(?:的)?"),
    re.compile(
        rf"{_BEFORE}{_SOFTLY}(?:细|拆|划)?分(?:成|为|作|了|出|列|解成|到|在|布在)*{_SOFTLY}"
        rf"(?:哪|有)?几(?:个)?(?:大)?{_LOT}{_THINGS}"
    ),
    # 分哪三类, 分三类，从大到小各多少: the number stands by itself and is held to.
    re.compile(
        rf"{_BEFORE}{_SOFTLY}(?:细|拆|划)?分(?:成|为|作|了|出|列|解成)*(?:哪(?=[{_NUMBERS}](?:个)?(?:大)?{_LOT})"
        rf"|(?=[{_NUMBERS}](?:个)?(?:大)?{_LOT}[，,](?:各|分别|每|从[大小多少高低])))"
    ),
    re.compile(
        r"(?:构成|组成)(?=[^，,。；;？?]{2,40}?的(?:各?个?[项款类末]级|具体|明细|各个?|所有|全部)?"
        r"(?:支出)?(?:科目|分项|部分|明细|子项|细项))"
    ),
    re.compile(
        r"(?:(?<=支出)|(?<=经费)|(?<=费用)|(?<=福利)|(?<=补助))的?(?:构成|组成|明细|细目|分项)(?:情况)?"
        r"(?:如何|怎么样|怎样|有哪些|是什么|是怎样的|是啥)?(?=[，,。？?]|$)"
    ),
    re.compile(
        r"(?:下|中|里)?(?:所|中)(?:包?含|包括|辖|列|涉及|属(?=各|全部|所有))的?"
        r"(?=(?:各|全部|所有|每)[个项类款级末分明子细科]|[类款项末]级|(?:明细)?科目(?!代码|编码|编号))"
    ),
)
# 包括哪几项 asks as much what the words mean: only amounts beside it make it a question of figures.
_HELD = re.compile(
    rf"{_SOFTLY}(?:包括|包含|涵盖|含有?)(?:了|着)?(?:哪|有)?几(?:个)?(?:大)?{_LOT}{_THINGS}"
    rf"|(?:(?<=支出)|(?<=经费)|(?<=费用)|(?<=福利)|(?<=补助))(?:里头?|中|下|下面|里面|底下){_SOFTLY}"
    r"(?:有|包括|包含)(?:哪些|哪几|什么)个?(?:项|款|科目|子项|细项|分项|小项)(?:科目|支出)?(?=[，,。？?]|$)"
)
# 都有哪几块，各是多少钱: the parts with their amounts; alone it asks as much for words.
_COUNTED_PARTS = re.compile(
    rf"(?:(?<=支出)|(?<=经费)|(?<=费用)|(?<=预算)|(?<=费)|(?<=资金)){_SOFTLY}(?:有|是|分)?(?:哪|有)几(?:个)?(?:大)?(?:块儿?|部分|样|大?项|大?类)"
    r"(?=[，,、；;]?(?:各|分别|每))"
)
# 由哪些项目组成: the projects are named as what it is made of.
_OF_PROJECTS = re.compile(r"(?<=项目)(?:支出)?(?:组成|构成|合成|加总|加起来)(?:起来)?(?:而成)?的?(?=[，,。；;？?]|$)")
_MADE_OF = re.compile(r"由(?:哪|几|多少)[^，,。]{0,6}项目(?:支出)?(?:组成|构成|合成|加)")
_EACH = re.compile(
    rf"每(?:一)?{_LOT}(?:都|各|又|分别)*(?:叫|是)?(?:做)?(?:什么|啥)?(?:名称|名字|名目|名(?!义))?"
    rf"|(?:各|每一?|逐)(?:个)?{_LOT}(?:的)?(?:名称|名字)"
)
_ITEMS = re.compile(
    r"(?:各|逐|每一?|分)(?:个)?(?:明细|细)?(?:项(?!目|级?支出)|块|部分|小项|子项|分项|细项|明细|科目)|各[类款](?!别|型|项)"
)
_EXPLAINED = re.compile(r"解释|名词|意思|含义|定义|口径|术语|概念|指")


def parts_said(text: str) -> Iterator[tuple[int, int, str, str]]:
    """The stretches that ask for the parts of a line: start, end, family and role."""
    asked = [
        match
        for pattern in (*_COMPOSED, _HELD, _COUNTED_PARTS)
        for match in pattern.finditer(text)
        if not _of_bodies(match)
    ]
    for match in asked:
        yield match.start(), match.end(), "operator", "parts"
    for match in _EACH.finditer(text) if asked else ():
        yield match.start(), match.end(), "operator", "each"
    for match in _OF_PROJECTS.finditer(text) if made_of_projects(text) else ():
        yield match.start(), match.end(), "filler", "form"


def _of_bodies(match: re.Match[str]) -> bool:
    """Whether bodies are what something is made of: 部门由哪些单位组成, 分成几个处."""
    return re.search(r"单位|部门|机构|处室|科室", match[0]) is not None


def is_composition(text: str) -> bool:
    """Whether a question asks what a line is made of, and not what its name means."""
    composed = any(pattern.search(text) for pattern in _COMPOSED)
    return composed and _EXPLAINED.search(text) is None


def made_of_projects(text: str) -> bool:
    """Whether projects are asked for as what a line is made of: 由哪些项目组成."""
    return _MADE_OF.search(text) is not None


def goes_over_items(text: str) -> bool:
    """Whether 各 goes over the items of what is named: 各项金额, 各明细, 逐项."""
    return _ITEMS.search(text) is not None
